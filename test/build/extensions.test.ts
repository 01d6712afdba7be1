/**
 * `markdown.extensions`: the marks of markdown-it's plugins, in Chinese text, which uses
 * their signs for other things too.
 */
import { describe, expect, test } from 'vitest';
import { readPost } from '../support/read-post.ts';

const ALL = 'abbr, deflist, emoji, ins, mark, sub, sup';

function read(body: string, extensions = ALL): string {
  return readPost(body, `extensions: [${extensions}]`).replace(/^<p>(.*)<\/p>$/s, '$1');
}

test('set what they are for', () => {
  expect(read('H~2~O、2^10^、文字^[1]^')).toBe('H<sub>2</sub>O、2<sup>10</sup>、文字<sup>[1]</sup>');
  expect(read('這是==「重點」==，++插入++文字')).toBe('這是<mark>「重點」</mark>，<ins>插入</ins>文字');
  expect(read(':smile:，:+1:')).toBe('😄，👍');
  expect(read('用 HTML 寫\n\n*[HTML]: 超文本')).toBe('用 <abbr title="超文本">HTML</abbr> 寫');
  expect(read('詞\n: 定義 $x$')).toMatch(/^<dl>\n<dt>詞<\/dt>\n<dd>定義 <span class="katex">.*<\/dd>\n<\/dl>$/);
});

test('leave formulas, code and strikethrough alone', () => {
  expect(read('`H~2~O` ~~刪~~')).toBe('<code>H~2~O</code> <s>刪</s>');
  expect(read('$x~y~z^2$ 與 $a^b$')).not.toMatch(/<su[bp]>/);
});

test('are text unless they are asked for', () => {
  const body = 'H~2~O x^2^ ==重== ++入++ :smile:';
  expect(read(body, '')).toBe(body);
  expect(read(body, 'sup')).toBe('H~2~O x<sup>2</sup> ==重== ++入++ :smile:');
});

test('hexo-toc’s comment, alone in its line, is the table of contents', () => {
  const body = (mark: string): string => `甲\n${mark}\n\n- <!-- toc --> 乙\n\n## 丙`;
  const listed = read(body('<!-- toc -->'), 'toc');
  expect(listed).toBe(read(body('\n[TOC]'), ''));
  expect(listed).toContain('<nav class="toc-inline"><ul><li class="toc-level-2">');
  expect(listed).toContain('<!-- toc --> 乙');
  expect(read(body('<!-- toc -->'), '')).not.toContain('<nav');
});

test('ids of headings as pandoc makes them', () => {
  const html = readPost('## 3.1 甲（$x_i$）`a b`\n\n## 甲\n\n## 甲', 'heading_ids: pandoc');
  expect([...html.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id)).toEqual(['甲x_ia-b', '甲', '甲-1']);
});

test('ids of headings as hexo-renderer-markdown-it 7.1.1 makes them', () => {
  const body = [
    ...["Let's `a<b>` *x*", '甲（$x_i$）', '甲', '甲', '甲', '<i class="fa fa-x"></i> 火', '一 -- 二...'],
    '[連結](https://a.b/c) ![圖](https://a.example/a.png) "引"',
  ].map((line) => `## ${line}\n\n`);
  const idsOf = (settings: string): (string | undefined)[] =>
    [...readPost(body.join(''), `heading_ids: markdown-it${settings}`).matchAll(/<h2 id="([^"]*)"/g)].map(
      ([, id]) => id,
    );
  expect(idsOf('')).toEqual([
    ...['Let’s-a-b-x', '甲（-x-i-）', '甲', '甲-2', '甲-3', 'i-class-fa-fa-x-i-火', '一-–-二…', '連結-圖-“引”'],
  ]);
  expect(idsOf(', anchors: {collisionSuffix: v, case: 1, typographer: false}')).toEqual([
    ...['let-s-a-b-x', '甲（-x-i-）', '甲', '甲-v2', '甲-v3', 'i-class-fa-fa-x-i-火', '一-二', '連結-圖-引'],
  ]);
});

describe('words of a picture', () => {
  const caption = (body: string, extensions = 'figure'): string | undefined =>
    /<figcaption>(.*)<\/figcaption>/.exec(read(body, extensions))?.[1];

  test('are its caption where it stands alone', () => {
    expect(read('![圖 1 `a<b`](https://a.example/x.png)', 'figure')).toMatch(
      /^<figure><img src="[^"]*x\.png" alt="圖 1 a&lt;b"[^>]*><figcaption>圖 1 a&lt;b<\/figcaption><\/figure>$/,
    );
    expect(caption('![甲](https://a.example/x.png "乙")')).toBe('乙');
    expect(caption('![甲](https://a.example/x.png)', 'sub')).toBeUndefined();
    expect(caption('見 ![甲](https://a.example/x.png)')).toBeUndefined();
    expect(caption('![甲](https://a.example/x.png) 見')).toBeUndefined();
    expect(read('![甲](https://a.example/x.png) 見', 'figure')).not.toContain('title=');
    expect(caption('[![甲](https://a.example/x.png)](https://a.example/)')).toBeUndefined();
  });

  test.each([
    '![](https://a.example/x.png)',
    '![image-20230303212728760](https://a.example/x.png)',
    '![结构 图](https://a.example/%E7%BB%93%E6%9E%84%20%E5%9B%BE.png?size=2)',
    '![架构.png](https://a.example/y.png)',
    '![在这里插入图片描述](https://a.example/y.png)',
    '![image](https://a.example/y.png)',
  ])('are none if no writer chose them: %s', (body) => {
    expect(caption(body)).toBeUndefined();
  });
});

describe('signs that mean themselves stay', () => {
  test.each([
    ['ranges', '3~5 天，10~20 元；約3~5天、10~20元，3~5,6~8'],
    ['from the first to the last', '設1~i-1位置為數字1~i-1的排列，i~n有奇數個就翻轉i+1~n'],
    ['a drawn-out tone', '大家好~我是誰~'],
    ['powers', '值乘2^深度是定值，將值乘2^深度存起來'],
    ['faces', '開心^_^，真的^o^'],
    ['patterns', "'^a$|^#'"],
    ['comparisons', '若a==b且c==d'],
    ['names', 'C++和Java，C++與i++'],
    ['times, and files of accounts', '12:30:45 root:x:0:0'],
  ])('%s', (_what, body) => {
    expect(read(body)).toBe(body);
  });

  test('and those beside them do not', () => {
    expect(read('P~總~ 在3~5之間，Cl^-^，(1010)~2~')).toBe(
      'P<sub>總</sub> 在3~5之間，Cl<sup>-</sup>，(1010)<sub>2</sub>',
    );
  });
});
