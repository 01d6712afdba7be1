import { expect, test } from 'vitest';
import { markSafe } from '../../../../src/layout/helper.ts';
import { createFixture, drawTemplate, posts, tags } from '../support.ts';

const { call, views } = createFixture();

test.each([
  ['trim', ['  墨 經\n'], '墨 經'],
  ['trim', [undefined], ''],
  ['strip_html', ['<p>It&#39;s <b>not</b> &lt;important&gt;</p>'], "It's not <important>"],
  ['strip_html', ['<h2>壹<a class="header-anchor" href="#x" aria-hidden="true" tabindex="-1">#</a></h2>'], '壹'],
  ['strip_html', [markSafe('<p>甲</p>')], '甲'],
  ['escape_html', ['<a href="x">&\'</a>'], '&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;'],
])('%s(%j) is %j', (name, args, text) => {
  expect(call(name, ...args)).toBe(text);
});

test('strip_html reads a formula once', () => {
  const layout = '<span class="katex-html" aria-hidden="true"><span class="base"><span>x</span></span></span>';
  const mathml =
    '<span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x</annotation></semantics></math></span>';
  expect(
    call(
      'strip_html',
      `<p>設<span class="katex">${mathml}${layout}</span>為實數<img aria-hidden="true" src="a">。</p>`,
    ),
  ).toBe('設x為實數。');
});

test.each([
  ['Once upon a time in a world far far away', { length: 17 }, 'Once upon a ti...'],
  ['Once upon a time in a world far far away', { length: 17, separator: ' ' }, 'Once upon a...'],
  ['Once upon a time', { length: 14, separator: ' ' }, 'Once upon a...'],
  ['Once', { length: 3, separator: ' ' }, '...'],
  ['And they found that many people', { length: 25, omission: '... (continued)' }, 'And they f... (continued)'],
  ['short', { length: 5 }, 'short'],
  ['天地玄黃宇宙洪荒', { length: 5, omission: '…' }, '天地玄黃…'],
  ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', { length: 2, omission: '…' }, '👨‍👩‍👧…'],
  ['e\u0301e\u0301e\u0301', { length: 3 }, 'e\u0301e\u0301e\u0301'],
  ['abcdef', 4, 'a...'],
])('truncate(%j, %j) is %j', (text, options, cut) => {
  expect(call('truncate', text, options)).toBe(cut);
});

test('thirty characters are the rule', () => {
  expect(call('truncate', '字'.repeat(31))).toBe(`${'字'.repeat(27)}...`);
  expect(call('truncate', '字'.repeat(30))).toBe('字'.repeat(30));
});

test.each([
  ['Once upon a time', 8, 'Once\nupon a\ntime'],
  ['Once upon\na time', 80, 'Once upon\na time'],
  ['unbreakable word', 5, 'unbreakable\nword'],
  ['天地玄黃宇宙', 6, '天地玄\n黃宇宙'],
  ['天地 and 玄黃', 8, '天地 and\n玄黃'],
])('word_wrap(%j) at %i columns', (text, width, lines) => {
  expect(call('word_wrap', text, { width })).toBe(lines);
});

test('eighty columns are the rule', () => {
  expect(
    call('word_wrap', 'word '.repeat(20).trim())
      .split('\n')
      .map((line) => line.length),
  ).toEqual([79, 19]);
});

test.each([
  ['the lord of the rings', 'The Lord of the Rings'],
  ['a tale of two cities', 'A Tale of Two Cities'],
  ['what is it for', 'What Is It For'],
  ['my iPhone and node.js', 'My iPhone and node.js'],
  ['“so it goes”: the end', '“So It Goes”: The End'],
  ['墨經 in english', '墨經 in English'],
  ['NASA AND us', 'NASA AND Us'],
])('titlecase(%j) is %j', (text, title) => {
  expect(call('titlecase', text)).toBe(title);
});

test.each([
  [12345.67, {}, '12,345.67'],
  [12345.678, { precision: 2 }, '12,345.68'],
  [12345.67, { precision: 4 }, '12,345.6700'],
  [12345.4, { precision: 0 }, '12,345'],
  [12345.67, { precision: false }, '12,345.67'],
  [12345.67, { delimiter: '' }, '12345.67'],
  [12345.67, { delimiter: ' ', separator: ',' }, '12 345,67'],
  [-1234567, {}, '-1,234,567'],
  [123, {}, '123'],
  [0, {}, '0'],
  ['1000', {}, '1,000'],
  ['many', {}, 'many'],
  ['', {}, ''],
])('number_format(%j, %j) is %j', (number, options, text) => {
  expect(call('number_format', number, options)).toBe(text);
});

test('inspect writes values out, views in short', () => {
  expect(call('inspect', { a: [1, '甲'], none: undefined })).toBe('{\n  "a": [\n    1,\n    "甲"\n  ]\n}');
  expect(call('inspect', views.post(posts.jerry.id))).toBe('"post posts/jerry/ “Tom & <b>Jerry</b>”"');
  expect(call('inspect', views.term(tags.geometry))).toBe('"term tags/幾何/ “幾何”"');
  const circle: { own?: unknown } = {};
  circle.own = circle;
  expect(call('inspect', circle)).toContain('…');
  expect(call('inspect', undefined)).toBe('undefined');
});

test('text is escaped by the template, once', () => {
  expect(drawTemplate("{{ truncate('<b>甲</b>', { length: 3, omission: '' }) }}")).toBe('&lt;b&gt;');
  expect(drawTemplate("{{ escape_html('<') }}{{ strip_html('&lt;') }}")).toBe('&lt;&lt;');
  expect(drawTemplate("{{ number_format(1234.5, precision=2, delimiter='\"') }}")).toBe('1&quot;234.50');
});
