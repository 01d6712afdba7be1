/** Footnotes go before links. */
import { expect, test } from 'vitest';
import { readPost } from '../../support/read-post.ts';

const show = (text: string): string => readPost(`${text}\n\n[^2]: 註\n`, 'flavor: commonmark');

test.each(['駐點[^2](導數為零處)取得', '駐點[^2](https://example.com)', '駐點[^2][x]\n\n[x]: /y'])(
  '%j holds a note',
  (text) => {
    const html = show(text);
    expect(html).toContain('駐點<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup>');
    expect(html).not.toContain('>^2<');
  },
);

test('a link may still begin so, if there is no such note', () => {
  expect(show('[^3](/x) 與 [x [^2]](/y)')).toMatch(/<a href="\/x">\^3<\/a> 與 .*\[1\]/);
});

test.each([
  ['甲[^7](內聯 **腳註**)乙', '內聯 <strong>腳註</strong>'],
  ['甲[^7](見（附錄）(二)，$x$)乙', '見（附錄）(二)，<span class="katex">'],
  ['甲[^7](inline)乙', 'inline'],
])('%s is a note with that text, if there is none of that name', (text, note) => {
  const html = show(text);
  expect(html).toContain('<p>甲<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup>乙</p>');
  expect(html).toContain(`<p>${note}`);
});

test('notes in brackets and others are counted together', () => {
  const html = show('甲[^7](一)乙[^2]丙[^8](三)');
  expect([...html.matchAll(/<li id="(fn\d)"[^>]*>\s*<p>(.)/g)].map(([, id, text]) => [id, text])).toEqual([
    ['fn1', '一'],
    ['fn2', '註'],
    ['fn3', '三'],
  ]);
});
