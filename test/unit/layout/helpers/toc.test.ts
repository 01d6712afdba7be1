import { expect, test } from 'vitest';
import { markSafe } from '../../../../src/layout/helper.ts';
import { createFixture, drawn, drawTemplate, posts } from '../support.ts';

const { call } = createFixture();
const heading = (level: number, id: string) => ({ level, id, text: id, html: id });

/** The contents as people see them: `a(b c) d`. */
function shapeOf(html: string): string {
  return html
    .replace(/<span class="toc-number">(.*?)<\/span> /g, '$1')
    .replace(/<ol class="toc-child">/g, '(')
    .replace(/<\/ol>/g, ')')
    .replace(/<\/li><li/g, '</li> <li')
    .replace(/<[^>]*>/g, '')
    .replace(/\)$/, '');
}

test('its markup is Hexo’s', () => {
  expect(call('toc', [heading(2, 'a'), heading(3, 'b'), heading(2, 'c')])).toBe(
    '<ol class="toc">' +
      '<li class="toc-item toc-level-2"><a class="toc-link" href="#a"><span class="toc-number">1.</span> <span class="toc-text">a</span></a>' +
      '<ol class="toc-child"><li class="toc-item toc-level-3"><a class="toc-link" href="#b"><span class="toc-number">1.1.</span> <span class="toc-text">b</span></a></li></ol></li>' +
      '<li class="toc-item toc-level-2"><a class="toc-link" href="#c"><span class="toc-number">2.</span> <span class="toc-text">c</span></a></li>' +
      '</ol>',
  );
});

test.each([
  [[1, 2, 3, 2, 1], '1.a(1.1.b(1.1.1.c) 1.2.d) 2.e'],
  [[2, 4, 2], '1.a(1.1.b) 2.c'],
  [[2, 4, 3, 2], '1.a(1.1.b 1.2.c) 2.d'],
  [[3, 2, 3], '1.a 2.b(2.1.c)'],
  [[1, 3, 5, 1], '1.a(1.1.b(1.1.1.c)) 2.d'],
])('headings of the levels %j', (levels, shape) => {
  const headings = levels.map((level, index) => heading(level, 'abcde'[index] ?? ''));
  expect(shapeOf(call('toc', headings))).toBe(shape);
});

const five = [heading(1, 'a'), heading(2, 'b'), heading(3, 'c'), heading(2, 'd'), heading(1, 'e')];

test.each([
  [{ list_number: false }, 'a(b(c) d) e'],
  [{ max_depth: 2 }, '1.a(1.1.b 1.2.d) 2.e'],
  [{ min_depth: 2 }, '1.b(1.1.c) 2.d'],
  [{ min_depth: 2, max_depth: 2 }, '1.b 2.d'],
  [{ max_items: 4 }, '1.a(1.1.b 1.2.d) 2.e'],
  [{ max_items: 3 }, '1.a 2.e'],
  [{ max_items: 1 }, '1.a'],
  [{ max_items: 5 }, '1.a(1.1.b(1.1.1.c) 1.2.d) 2.e'],
  [{ min_depth: 4 }, ''],
  [{ max_depth: undefined, min_depth: null, list_number: null }, '1.a(1.1.b(1.1.1.c) 1.2.d) 2.e'],
])('toc(%j)', (options, shape) => {
  expect(shapeOf(call('toc', five, options))).toBe(shape);
});

test('classes are named together or one by one', () => {
  const classes = (options: object): string[] =>
    [...call('toc', five.slice(0, 2), options).matchAll(/class="([^"]*)"/g)].map(([, name]) => name ?? '');
  expect(classes({ class: 'x' })).toEqual([
    'x',
    'x-item x-level-1',
    'x-link',
    'x-number',
    'x-text',
    'x-child',
    'x-item x-level-2',
    'x-link',
    'x-number',
    'x-text',
  ]);
  const each = {
    class_item: 'i',
    class_level: 'v',
    class_link: 'k',
    class_number: 'n',
    class_text: 't',
    class_child: 'c',
  };
  expect(classes(each)).toEqual(['toc', 'i v-1', 'k', 'n', 't', 'c', 'i v-2', 'k', 'n', 't']);
});

test('of no headings there are no contents', () => {
  for (const source of [[], '', '<p>甲</p>', undefined, {}]) expect(call('toc', source)).toBe('');
});

test('headings are read from HTML, without their links to themselves', () => {
  const html =
    '<h2 id="一 &amp; 二">壹<a class="header-anchor" href="#x" aria-hidden="true">#</a></h2><p>…</p><h3 class="x">無<em>號</em></h3>';
  expect(call('toc', markSafe(html), { list_number: false })).toBe(
    '<ol class="toc"><li class="toc-item toc-level-2"><a class="toc-link" href="#%E4%B8%80%20%26%20%E4%BA%8C"><span class="toc-text">壹</span></a>' +
      '<ol class="toc-child"><li class="toc-item toc-level-3"><a class="toc-link"><span class="toc-text">無<em>號</em></span></a></li></ol></li></ol>',
  );
  expect(call('toc', '<h1 id="a"><a href="#a" class="headerlink" title="A"></a>A</h1>')).toContain(
    '<span class="toc-text">A</span>',
  );
});

test('a heading that asks for it has no number', () => {
  const html = '<h2 id="a">A</h2><h2 id="b" data-toc-unnumbered="true">B</h2><h2 id="c">C</h2>';
  expect(shapeOf(call('toc', html))).toBe('1.A B 2.C');
});

test('what stands in a link is no link, has no id and no footnote', () => {
  const html =
    'x <a href="/y">y</a><sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup> <span class="m" id="eq-1">z</span>';
  expect(call('toc', [{ level: 2, id: 'a', text: '', html }])).toContain(
    '<span class="toc-text">x y <span class="m">z</span></span>',
  );
});

test('ids are encoded as the headings’ own links are', () => {
  expect(call('toc', [heading(2, "it's-c++")])).toContain('href="#it&#39;s-c%2B%2B"');
});

test('text without HTML is escaped', () => {
  expect(call('toc', [{ level: 2, id: 'a', text: 'a < b' }])).toContain('>a &lt; b</span>');
});

test('a post’s contents lead to the post from elsewhere', () => {
  const here = createFixture({ page: drawn.post });
  expect(here.call('toc', here.scope.page)).toContain('href="#%E4%B8%80"');
  expect(here.call('toc', here.views.post(posts.jerry.id))).toContain('href="/posts/jerry/#%E4%B8%80"');
  expect([...here.cells]).toContain(`post:${posts.jerry.id}:facts`);
});

test('templates call it on content or headings', () => {
  const page = drawn.post;
  const expected =
    '<ol class="t"><li class="t-item t-level-2"><a class="t-link" href="#%E4%B8%80"><span class="t-text">壹</span></a></li></ol>';
  expect(drawTemplate("{{ toc(page.content, { class: 't', list_number: false }) }}", { page })).toBe(expected);
  expect(drawTemplate("{{ toc(page.headings, class='t', list_number=false) }}", { page })).toBe(expected);
  expect(drawTemplate("{{ toc(page, class='t', list_number=false) }}", { page })).toBe(expected);
});
