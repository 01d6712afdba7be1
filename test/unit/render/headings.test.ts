import { describe, expect, test } from 'vitest';
import { renderText } from './tags/post.ts';

const idsOf = (text: string): string[] => renderText(text).headings.map(({ id }) => id);

/** What hexo-renderer-marked 7.0.1 gives. */
describe('ids of headings as Hexo makes them', () => {
  test.each([
    ["## Let's Encrypt", 'Let’s-Encrypt'],
    ['## 修补提交（--amend）', '修补提交（–amend）'],
    ['## try...catch', 'try…catch'],
    ['## 点击 "SSH"', '点击-“SSH”'],
    ['## 求解参数$w$和$w_0$', '求解参数-w-和-w-0'],
    ['## $\\frac{0}{0}$型极限', 'frac-0-0-型极限'],
    ['## 匹配`<img>`标签', '匹配标签'],
    ['## 定义[^1]\n\n[^1]: 注', '定义-1'],
    ['第一行\n第二行\n---', '第一行-第二行'],
    ['##　全形空格', '全形空格'],
    ['#######　七', undefined],
  ])('%s', (text, id) => {
    expect(idsOf(text)).toEqual(id === undefined ? [] : [id]);
  });

  test('are not empty and are not given twice, other than in Hexo', () => {
    expect(idsOf('##\n\n## 甲\n\n## 甲\n\n## 甲 1')).toEqual(['section', '甲', '甲-1', '甲-1-1']);
  });
});

describe('a fence in a list', () => {
  const shapeOf = (text: string): string =>
    renderText(text)
      .html.replace(/<figure[\s\S]*?<code[^>]*>([\s\S]*?)<\/code>.*?<\/figure>/g, (_whole, code: string) => `[${code}]`)
      .replace(/<a class="header-anchor.*?<\/a>/g, '')
      .replace(/\s+/g, '');

  test.each([
    ['- ```\n甲\n```\n- 乙\n\n## 丙', '<ul><li>[甲]</li><li>乙</li></ul><h2id="丙">丙</h2>'],
    ['* 甲\n  ```\n  乙\n```\n\n## 丙', '<ul><li>甲[乙]</li></ul><h2id="丙">丙</h2>'],
    ['- ```\n  甲\n  ```\n\n## 丙\n\n```\n丁\n```', '<ul><li>[甲]</li></ul><h2id="丙">丙</h2>[丁]'],
    ['- ```\n  甲\n\n乙', '<ul><li>[甲]</li></ul><p>乙</p>'],
  ])('%j', (text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });
});

test.each(['[TOC]', '[[toc]]', '@[toc]'])('a paragraph of just %s is the table of contents', (mark) => {
  const { html } = renderText(`${mark}\n\n## 甲 \`x\`\n\n### 乙`);
  expect(html).toContain(
    '<nav class="toc-inline"><ul><li class="toc-level-2"><a href="#%E7%94%B2-x">甲 <code>x</code></a></li><li class="toc-level-3"><a href="#%E4%B9%99">乙</a></li></ul></nav>',
  );
});
