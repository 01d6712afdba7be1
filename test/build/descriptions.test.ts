/**
 * The description of a page: its first words, as a reader would say them, whatever the
 * Markdown, and cut where a reader would stop.
 */
import { describe, expect, test } from 'vitest';
import { openSite } from '../support/site.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const lengthOf = (text: string): number => [...graphemes.segment(text)].length;
const unescapeHtml = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function describeBody(body: string, softBreak = 'join'): string {
  const site = openSite(
    new Map([
      [
        '_config.yml',
        `title: 測試\nurl: https://example.com\ntheme: plain\nlanguage: zh-TW\nmarkdown: { soft_break: ${softBreak} }\n`,
      ],
      ['themes/plain/layout/post.njk', '<main>{{ page.description }}</main>'],
      ['source/_posts/a.md', `---\ntitle: 甲\ndate: 2024-05-01\n---\n${body}\n`],
    ]),
  );
  site.build();
  return unescapeHtml(site.main('2024/05/01/a/index.html'));
}

describe.each(['join', 'br', 'space'])('with soft breaks as `%s`', (mode) => {
  test.each([
    ['第一行\n第二行。', '第一行第二行。'],
    ['第一行  \n第二行，use  \nPython', '第一行第二行，use Python'],
    ['甲<br>乙 a<br>b', '甲乙 a b'],
    ['第一段。\n\n第二段。', '第一段。第二段。'],
    ['第一段\n\n第二段', '第一段 第二段'],
    ['One.\n\nTwo.', 'One. Two.'],
    ['正文[^1]在此。\n\n[^1]: 註腳。', '正文在此。'],
    ['## 小節\n\n內容。', '內容。'],
    [
      '<div>\n<h2>題</h2>\n<p>第一<b>段</b>。</p><p>第二段</p>\n<pre>x</pre>\n<style>p{}</style><p>One</p><p>Two</p></div>',
      '第一段。第二段 One Two',
    ],
    ['<div>甲</div>\n\n正文。', '正文。'],
    ['> 引言。\n\n正文。', '引言。正文。'],
    ['設 $\\alpha$ 為 $x^2$。\n\n$$\ny\n$$\n\n所以。', '設 α 為 x²。所以。'],
    ['用 `npm run` 來。\n\n```js\nlet x;\n```', '用 npm run 來。'],
    ['{漢字|ㄏㄢˋ|ㄗˋ}與[重點]{.dot}。', '漢字與重點。'],
    ['這是{% label danger@重點 %}所在，見{% post_link a 這篇 %}。', '這是重點所在，見這篇。'],
    ['按{% btn /a, 此處 %}，{% youtube x %}{% label $x$ %}與{% img /a.png %}。', '按此處，與。'],
    ['AT&amp;T 與 <b>R&D</b>', 'AT&T 與 R&D'],
    ['![圖](https://a.com/a.png)\n\n[連結](https://a.com)在此。', '連結在此。'],
    ['| a |\n|---|\n| b |\n\n正文。', '正文。'],
  ])('%j', (body, text) => expect(describeBody(body, mode)).toBe(text));
});

describe('is cut', () => {
  const han = (count: number): string => '字'.repeat(count);
  test.each([
    ['at the end of a sentence', `${han(59)}。${han(90)}`, `${han(59)}。`],
    ['behind the closing quote', `${han(69)}。」${han(90)}`, `${han(69)}。」`],
    ['with the whole ellipsis', `${han(60)}……${han(90)}`, `${han(60)}……`],
    ['before a Latin word', `${han(115)}internationalization`, `${han(115)}…`],
    ['before an address', `${han(100)}見 https://example.com/very/long/path 完`, `${han(100)}見…`],
    ['without a comma', `${han(119)}，${han(9)}`, `${han(119)}…`],
    ['behind a whole emoji', `${han(119)}👨‍👩‍👧‍👦👨‍👩‍👧‍👦`, `${han(119)}👨‍👩‍👧‍👦…`],
    ['behind a whole astronaut', '👩🏽‍🚀'.repeat(130), `${'👩🏽‍🚀'.repeat(120)}…`],
    ['behind a whole flag', `${han(119)}🇹🇼🇯🇵`, `${han(119)}🇹🇼…`],
    [
      'at an English sentence',
      `${'The quick brown fox ran. '.repeat(9)}`,
      'The quick brown fox ran. '.repeat(4).trim(),
    ],
  ])('%s', (_where, body, text) => {
    const cut = describeBody(body);
    expect(cut).toBe(text);
    expect(lengthOf(cut)).toBeLessThanOrEqual(121);
  });

  test('never inside a formula', () => {
    const cut = describeBody(`${han(110)}設 $\\alpha+\\beta+\\gamma+\\delta+\\epsilon$ 為`);
    expect(cut).toBe(`${han(110)}設…`);
  });
});
