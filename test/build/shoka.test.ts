/**
 * What the renderers of the themes Shoka and ShokaX have beyond the usual plugins:
 * hidden words, readings, attributes, boxes, tabs and folds.
 */
import { describe, expect, test } from 'vitest';
import { readPost } from '../support/read-post.ts';

const read = (body: string, extensions = 'attrs, furigana, ins, shoka, spoiler'): string =>
  readPost(body, `flavor: hexo, soft_break: br, extensions: [${extensions}]`);

describe('within a line', () => {
  test.each([
    [
      '這是!!黑幕 `a!!` **粗**!!了',
      '這是<span class="psw" tabindex="0">黑幕 <code>a!!</code> <strong>粗</strong></span>了',
    ],
    ['太好了!! 真的!!', '太好了!! 真的!!'],
    ['好!!!!', '好!!!!'],
    ['!!沒有結尾', '!!沒有結尾'],
    ['{漢字^hàn zì}', '<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>'],
    ['{可愛い犬^か+わい・い・いぬ}', '<ruby>可愛い犬<rp>(</rp><rt>かわいいいぬ</rt><rp>)</rp></ruby>'],
    ['{x^2}', '{x^2}'],
    ['[通過]{.label .success}', '<span class="label success">通過</span>'],
    ['[重]{.dot}', '<em class="dot">重</em>'],
    ['++波浪++{.wavy}，', '<ins class="wavy">波浪</ins>，'],
    ['**粗**{#a title="甲 乙"}', '<strong id="a" title="甲 乙">粗</strong>'],
    ['**粗**{onclick=a()}', '<strong>粗</strong>{onclick=a()}'],
    ['**集**{a=b} f{x=1}', '<strong>集</strong>{a=b} f{x=1}'],
    ['`{.a}` \\{.b} {.c} 丙', '<code>{.a}</code> {.b} {.c} 丙'],
  ])('%s', (body, html) => {
    expect(read(body)).toBe(`<p>${html}</p>`);
  });

  test('are text unless they are asked for', () => {
    const body = '!!黑幕!! {漢字^hàn zì} [通過]{.label}';
    expect(read(body, '')).toBe(`<p>${body}</p>`);
  });
});

test('signs by the thousand take no deep stack and no long time', () => {
  for (const text of ['!!a ', '!!a', '[x]{.a ', '{漢^', '**a**{.a', '+++ a\n', ';;;a b\n'])
    expect(read(text.repeat(8000)).startsWith('<p>')).toBe(true);
}, 20_000);

test('attributes of blocks', () => {
  expect(read('甲 {.center}')).toBe('<p class="center">甲</p>');
  expect(read('甲\n{.center}')).toBe('<p class="center">甲</p>');
  expect(read('- 甲 {.a}\n- 乙')).toBe('<ul>\n<li class="a">甲</li>\n<li>乙</li>\n</ul>');
  expect(read('## 甲 {#x .y}')).toMatch(/^<h2 class="y" id="x">甲<a/);
  expect(read('{.center}')).toBe('<p>{.center}</p>');
  expect(read('集合 {a=b}')).toBe('<p>集合 {a=b}</p>');
});

describe('blocks', () => {
  test('boxes, with and without a title', () => {
    expect(read(':::danger no-icon\n甲\n:::')).toBe('<div class="note danger no-icon">\n<p>甲</p>\n</div>');
    expect(read(':::note info\n甲\n:::')).toBe('<div class="note info">\n<p>甲</p>\n</div>');
    expect(read(':::info 資訊 `a`\n甲\n:::')).toBe(
      '<div class="note info">\n<p class="note-title">資訊 <code>a</code></p>\n<p>甲</p>\n</div>',
    );
    expect(read(':::danger', 'shoka')).toBe('<p>:::danger</p>');
  });

  test('one in another, of which one is not closed', () => {
    expect(read(':::info\n甲\n:::danger\n乙\n:::\n丙')).toBe(
      '<div class="note info">\n<p>甲</p>\n<div class="note danger">\n<p>乙</p>\n</div>\n</div>\n<p>丙</p>',
    );
  });

  test('a fold below a list', () => {
    expect(read('- 甲\n+++primary 折**疊**\n- 乙\n+++\n丙')).toBe(
      '<ul>\n<li>甲</li>\n</ul>\n<details class="fold primary">\n<summary>折<strong>疊</strong></summary>\n<ul>\n<li>乙</li>\n</ul>\n</details>\n<p>丙</p>',
    );
    expect(read('+++ 摘要\n甲\n+++')).toBe('<details class="fold">\n<summary>摘要</summary>\n<p>甲</p>\n</details>');
    expect(read('甲\n+++ b/file\n乙')).toBe('<p>甲<br>\n+++ b/file<br>\n乙</p>');
  });

  test('tabs of one name in a row, each with its label; another name begins others', () => {
    const html = read(';;;demo 一\n甲\n;;;\n\n;;;demo 二\n```\n;;;\n```\n;;;\n;;;其他\n乙\n;;;\n\n## demo');
    expect(html.match(/<div class="tabs" id="[^"]*">/g)).toEqual([
      '<div class="tabs" id="demo-1">',
      '<div class="tabs" id="其他">',
    ]);
    expect(html.match(/<details[^>]*>\n<summary>.*<\/summary>/g)).toEqual([
      '<details class="tab" name="tabs-demo-1" open="">\n<summary>一</summary>',
      '<details class="tab" name="tabs-demo-1">\n<summary>二</summary>',
      '<details class="tab" name="tabs-其他" open="">\n<summary>其他 1</summary>',
    ]);
    expect(html).toContain('<div class="tab-pane" id="demo-1-1">\n<p>甲</p>\n</div>');
    expect(html).toContain('<h2 id="demo">');
  });

  test('are text unless they are asked for', () => {
    const body = ';;;demo 一\n甲\n;;;\n+++ 摘要\n乙\n+++';
    expect(read(body, '')).toBe(`<p>${body.replaceAll('\n', '<br>\n')}</p>`);
  });
});
