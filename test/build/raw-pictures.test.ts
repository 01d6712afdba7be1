/** Pictures in raw HTML find their files as those of Markdown do. */
import { describe, expect, test } from 'vitest';
import { openSite } from '../support/site.ts';

/** The first element that is shown for `html` in a post with files beside it. */
function show(html: string): string {
  const site = openSite(`-- _config.yml --
url: https://example.com/blog
theme: plain
permalink: :title/
post_asset_folder: true
-- source/_posts/a.md --
---
title: 甲
date: 2024-05-01
---
文 ${html} 末
-- source/_posts/a/i&j.gif --
x
-- source/_posts/a/甲 一.png --
x
-- source/_posts/a/100%25.png --
x
-- source/images/b.png --
x
`);
  site.build();
  return /文 (.*?) 末/s.exec(site.file('a/index.html'))?.[1] ?? '';
}

describe('a picture in raw HTML', () => {
  test.each([
    ['<img src="i&amp;j.gif">', '<img src="/blog/a/i&amp;j.gif">'],
    ['<img src="i&j.gif">', '<img src="/blog/a/i&amp;j.gif">'],
    ['<img src="i&#38;j.gif">', '<img src="/blog/a/i&amp;j.gif">'],
    ["<img src='甲 一.png'>", '<img src="/blog/a/%E7%94%B2%20%E4%B8%80.png">'],
    ['<img src=i&amp;j.gif width=9>', '<img src="/blog/a/i&amp;j.gif" width=9>'],
    ['<img src="/images/b.png?raw=true&amp;v=1">', '<img src="/blog/images/b.png?raw=true&amp;v=1">'],
    [`<img src="{% asset_path 'i&j.gif' %}">`, '<img src="/blog/a/i&amp;j.gif">'],
    ['<img src="100%25.png">', '<img src="/blog/a/100%2525.png">'],
  ])('%s is found', (html, shown) => {
    expect(show(html)).toBe(shown);
  });

  test.each([
    '<img src="none.png?a=1&amp;b=2">',
    '<img src="https://a.example/x?a=1&amp;b=2">',
    '<img src=none.png/>',
    '<img src="">',
  ])('%s stays as it is written', (html) => {
    expect(show(html)).toBe(html);
  });
});

test('a link finds a file whose name looks encoded', () => {
  expect(show('[x](100%2525.png)')).toContain('href="/blog/a/100%2525.png"');
});
