import { describe, expect, test } from 'vitest';
import {
  displayWidth,
  dropControls,
  dropMarkup,
  escapeHtml,
  fillIn,
  stripTags,
  suggest,
} from '../../../src/base/text.ts';

test('text is escaped for content and for quoted attributes', () => {
  expect(escapeHtml(`<a href="x">'甲' & 乙</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;甲&#39; &amp; 乙&lt;/a&gt;');
  expect(escapeHtml('甲乙')).toBe('甲乙');
});

describe('tags are stripped', () => {
  test.each([
    ['<p>甲 <b>乙</b></p>\n<p>丙</p>', '甲 乙 丙'],
    ['a<!-- <b>x</b> -->b', 'ab'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
    ['&AMP; &#65; &#x4e2d; &quot;&apos;', `& A 中 "'`],
    ['甲&nbsp;&nbsp;乙', '甲 乙'],
    ['&unknown; &#0; &#xffffffff; &#xd800;', '&unknown; &#0; &#xffffffff; &#xd800;'],
    ['&constructor; &toString; &__proto__;', '&constructor; &toString; &__proto__;'],
    ['&amp;lt;', '&lt;'],
  ])('%s', (html, text) => {
    expect(stripTags(html)).toBe(text);
  });
});

test.each([
  ['後端工程師．<br> 愛貓', '後端工程師． 愛貓'],
  ['<b>甲</b>&amp;<a href="x">乙</a>', '甲&乙'],
  ['a < b > c &amp; <3', 'a < b > c &amp; <3'],
])('a setting that may hold HTML: %s', (written, text) => {
  expect(dropMarkup(written)).toBe(text);
});

test('characters that XML forbids are dropped; tabs and line ends stay', () => {
  expect(dropControls('a\u0000\u0008\u000b\u001f\u007f\ufffe\uffffb\t\r\n甲\u0085')).toBe('ab\t\r\n甲\u0085');
});

describe('columns on a terminal', () => {
  test.each([
    ['abc', 3],
    ['勾股定理', 8],
    ['ＡＢ，。', 8],
    ['か゛ｶ', 5],
    ['한글', 4],
    ['e\u0301', 1],
    ['a\u200bb\u200d', 2],
    ['😀', 2],
    ['𠮷', 2],
    ['“”…', 3],
    ['', 0],
  ])('%s takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('the word a writer meant', () => {
  const known = ['title', 'timezone', 'permalink', 'per_page', 'theme', 'url', 'root', 'pagination_dir'];

  test.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['timezne', 'timezone'],
    ['perma_link', 'permalink'],
    ['perpage', 'per_page'],
    ['pagnation_dir', 'pagination_dir'],
    ['ulr', 'url'],
    ['themes', 'theme'],
  ])('%s is %s', (word, meant) => {
    expect(suggest(word, known)).toBe(meant);
  });

  test.each(['nav', 'x', '標題', 'description', 'social_links', ''])('%j is none of them', (word) => {
    expect(suggest(word, known)).toBeUndefined();
  });

  test('swapped letters are one slip, and the nearest word wins', () => {
    expect(suggest('abdc', ['abxx', 'abcd'])).toBe('abcd');
    expect(suggest('tag', ['tags', 'tag'])).toBe('tag');
    expect(suggest('a', [])).toBeUndefined();
  });
});

test('a pattern is filled once, and from its values only', () => {
  expect(fillIn('{a} and {b} and {a}', { a: 1, b: '{a}' })).toBe('1 and {a} and 1');
  expect(fillIn('{% end{name} %} {missing} {constructor}', { name: 'note' })).toBe(
    '{% endnote %} {missing} {constructor}',
  );
});
