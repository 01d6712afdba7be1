import { expect, test } from 'vitest';
import { markSafe } from '../../../../src/layout/helper.ts';
import { createFixture, drawn, drawTemplate } from '../support.ts';

const { call } = createFixture({ page: drawn.notFound });

/** The row as people see it: `‹ 1 … 3 (4) 5 … 11 ›`. */
function shapeOf(html: string): string {
  return html
    .replace(/<a class="extend prev"[^>]*>.*?<\/a>/, '‹ ')
    .replace(/<a class="extend next"[^>]*>.*?<\/a>/, '›')
    .replace(/<span class="space">&hellip;<\/span>/g, '… ')
    .replace(/<span class="page-number current">(.*?)<\/span>/, '($1) ')
    .replace(/<a class="page-number" [^>]*>(.*?)<\/a>/g, '$1 ')
    .trim();
}

test.each([
  [{ current: 1 }, '(1) 2 3 … 11 ›'],
  [{ current: 2 }, '‹ 1 (2) 3 4 … 11 ›'],
  [{ current: 3 }, '‹ 1 2 (3) 4 5 … 11 ›'],
  [{ current: 4 }, '‹ 1 2 3 (4) 5 6 … 11 ›'],
  [{ current: 5 }, '‹ 1 … 3 4 (5) 6 7 … 11 ›'],
  [{ current: 8 }, '‹ 1 … 6 7 (8) 9 10 11 ›'],
  [{ current: 11 }, '‹ 1 … 9 10 (11)'],
  [{ current: 1, mid_size: 1 }, '(1) 2 … 11 ›'],
  [{ current: 3, mid_size: 1 }, '‹ 1 2 (3) 4 … 11 ›'],
  [{ current: 4, mid_size: 1 }, '‹ 1 … 3 (4) 5 … 11 ›'],
  [{ current: 10, mid_size: 1 }, '‹ 1 … 9 (10) 11 ›'],
  [{ current: 4, mid_size: 1, end_size: 0 }, '‹ … 3 (4) 5 … ›'],
  [{ current: 6, mid_size: 1, end_size: 3 }, '‹ 1 2 3 … 5 (6) 7 … 9 10 11 ›'],
  [{ current: 6, mid_size: 0 }, '‹ 1 … (6) … 11 ›'],
  [{ current: 6, end_size: 20 }, '‹ 1 2 3 4 5 (6) 7 8 9 10 11 ›'],
  [{ current: 1, total: 1 }, '(1)'],
  [{ current: 2, total: 3 }, '‹ 1 (2) 3 ›'],
  [{ current: 5, show_all: true }, '‹ 1 2 3 4 (5) 6 7 8 9 10 11 ›'],
  [{ current: 5, prev_next: false }, '1 … 3 4 (5) 6 7 … 11'],
  [{ current: 5, space: '' }, '‹ 1 3 4 (5) 6 7 11 ›'],
  [{ current: 0 }, ''],
])('paginator(%j) is %s', (options, shape) => {
  expect(shapeOf(call('paginator', { base: 'tags/a/', total: 11, ...options }))).toBe(shape);
});

test('its markup is Hexo’s', () => {
  expect(call('paginator', { base: '', current: 4, total: 11, mid_size: 1 })).toBe(
    '<a class="extend prev" rel="prev" href="/page/3/">Prev</a>' +
      '<a class="page-number" href="/">1</a><span class="space">&hellip;</span>' +
      '<a class="page-number" href="/page/3/">3</a><span class="page-number current">4</span><a class="page-number" href="/page/5/">5</a>' +
      '<span class="space">&hellip;</span><a class="page-number" href="/page/11/">11</a>' +
      '<a class="extend next" rel="next" href="/page/5/">Next</a>',
  );
});

test('the first page is the base itself, the others stand below it', () => {
  const html = createFixture({ page: drawn.tag }).call('paginator');
  expect(html).toContain('rel="prev" href="/tags/%E6%95%B8%E5%AD%B8/">');
  expect(html).toContain('rel="next" href="/tags/%E6%95%B8%E5%AD%B8/page/3/">');
  expect(shapeOf(html)).toBe('‹ 1 (2) 3 4 … 11 ›');
});

test('the pattern of the pages can be given, and follows the site’s', () => {
  const options = { base: 'a/', current: 1, total: 2 };
  expect(call('paginator', { ...options, format: 'p-%d.html' })).toContain('href="/a/p-2.html"');
  const other = createFixture({ page: drawn.notFound, config: { pagination_dir: '頁' } });
  expect(other.call('paginator', options)).toContain('href="/a/%E9%A0%81/2/"');
});

test('texts are escaped unless told otherwise, gaps are HTML', () => {
  const options = {
    base: '',
    current: 2,
    total: 3,
    prev_text: '<i>«</i>',
    next_text: markSafe('<b>»</b>'),
  };
  const escaped = call('paginator', options);
  expect(escaped).toContain('>&lt;i&gt;«&lt;/i&gt;</a>');
  expect(escaped).toContain('<b>»</b></a>');
  expect(call('paginator', { ...options, escape: false })).toContain('><i>«</i></a>');
  expect(call('paginator', { base: '', current: 5, total: 9, space: '<hr>' })).toContain(
    '<span class="space"><hr></span>',
  );
});

test('numbers can be transformed', () => {
  const html = call('paginator', { base: '', current: 1, total: 2, transform: (page: unknown) => `第${page}頁` });
  expect(shapeOf(html)).toBe('(第1頁) 第2頁 ›');
});

test('classes can be named', () => {
  const classes = { page_class: 'n', current_class: 'now', space_class: 'gap', prev_class: 'back', next_class: 'on' };
  const html = call('paginator', { base: '', current: 5, total: 9, mid_size: 0, ...classes });
  expect([...html.matchAll(/class="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'back',
    'n',
    'gap',
    'n now',
    'gap',
    'n',
    'on',
  ]);
});

test('steps can be forced to be shown', () => {
  const force = { base: '', force_prev_next: true };
  expect(call('paginator', { ...force, current: 1, total: 2 })).toMatch(
    /^<span class="extend prev" rel="prev">Prev<\/span>/,
  );
  expect(call('paginator', { ...force, current: 2, total: 2 })).toMatch(
    /<span class="extend next" rel="next">Next<\/span>$/,
  );
  expect(call('paginator', { base: '', current: 2, total: 2 })).not.toContain('next');
});

test('templates call it as Hexo’s do', () => {
  const page = drawn.homeSecond;
  expect(drawTemplate("{{ paginator({ prev_text: '«', next_text: '»' }) }}", { page })).toBe(
    '<a class="extend prev" rel="prev" href="/">«</a><a class="page-number" href="/">1</a><span class="page-number current">2</span><a class="page-number" href="/page/3/">3</a><a class="extend next" rel="next" href="/page/3/">»</a>',
  );
  expect(drawTemplate('{{ paginator(prev_next=false) }}', { page })).toMatch(
    /^<a class="page-number" href="\/">1<\/a><span/,
  );
  expect(drawTemplate("{{ paginator({ prev_text: '«', next_text: '‹' }, next_text='»') }}", { page })).toMatch(/«.*»/);
  expect(drawTemplate('{{ paginator() }}', { page: drawn.about })).toBe('');
});
