/** Boxes as hexo-admonition has them. */
import { expect, test } from 'vitest';
import { readPost } from '../support/read-post.ts';

const read = (body: string): string => readPost(body, 'flavor: hexo');

test.each([
  ['!!! note 標題 `a`\n    甲', 'primary', '標題 <code>a</code>', '<p>甲</p>'],
  ['!!! danger "標題"\n    甲\n    乙', 'danger', '標題', '<p>甲乙</p>'],
  ['!!! Warning\n\n    甲', 'warning', 'Warning', '<p>甲</p>'],
  ['!!! note ""\n    甲', 'primary', '', '<p>甲</p>'],
  [
    '!!! tip 一\n\t- 甲\n\t    - 乙\n\n\t> 丙\n\n\t```js\n\tx\n\n\t  y\n\t```',
    'tip',
    '一',
    '<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>\n<blockquote>\n<p>丙</p>\n</blockquote>\n<figure class="highlight js"',
  ],
])('%j', (body, kind, title, html) => {
  const head = title === '' ? '' : `<p class="note-title">${title}</p>\n`;
  const box = read(`${body}\n\n丁\n\n    code`);
  expect(box.startsWith(`<div class="note ${kind}">\n${head}${html}`)).toBe(true);
  expect(box).toContain('</div>\n<p>丁</p>\n<figure');
});

test('one in another, and in an item', () => {
  expect(read('- 甲\n\n  !!! note 一\n      乙\n\n      !!! bug 二\n          丙')).toContain(
    '<div class="note primary">\n<p class="note-title">一</p>\n<p>乙</p>\n<div class="note danger">\n<p class="note-title">二</p>\n<p>丙</p>\n</div>\n</div>\n</li>',
  );
});

test.each([
  '太好了\n!!! note 標題\n    甲',
  '!!! note 標題\n甲',
  '!!! note',
  '!!! wow 標題\n    甲',
  '!!!! note\n    甲',
])('%j is text', (body) => {
  expect(read(body)).not.toContain('<div');
  expect(read(body)).toContain('!!!');
});
