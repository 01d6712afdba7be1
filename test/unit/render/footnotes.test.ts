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
