/**
 * `markdown.flavor: kramed`: HTML and headings as hexo-renderer-kramed 0.1.4 reads them.
 */
import { describe, expect, test } from 'vitest';
import { readPost } from '../support/read-post.ts';

function read(body: string, flavor = 'kramed'): string {
  return readPost(body, `flavor: ${flavor}`).replaceAll(/<a class="header-anchor".*?<\/a>/g, '');
}

describe('HTML', () => {
  test.each([
    ['ends with its element', '<div>a</div>\n**粗**', '<div>a</div>\n<p><strong>粗</strong></p>'],
    ['of several lines', '<div>\n<b>a</b>\n</div>\n**粗**', '<div>\n<b>a</b>\n</div>\n<p><strong>粗</strong></p>'],
    [
      'with an element like itself in it',
      '<div><div>\n**a**\n</div></div>\n**粗**',
      '<div><div>\n**a**\n</div></div>\n<p><strong>粗</strong></p>',
    ],
    ['that has no content', '<hr>\n**粗**', '<hr>\n<p><strong>粗</strong></p>'],
    ['that goes on behind a blank line', '<div>\n\n**粗**\n\n</div>', '<div>\n<p><strong>粗</strong></p>\n</div>'],
    ['whose last line goes on', '<div>a</div> **b**\n\n甲', '<div>a</div> **b**\n<p>甲</p>'],
    ['of a script', '<script>\nx("**a**");\n</script>\n甲', '<script>\nx("**a**");\n</script>\n<p>甲</p>'],
    [
      'in a sentence of its own',
      '<font color="red">**粗**</font>\n甲',
      '<p><font color="red"><strong>粗</strong></font>\n甲</p>',
    ],
    [
      'of the text begins a paragraph',
      '<span>a</span>\n**粗**\n## 乙',
      '<p><span>a</span>\n<strong>粗</strong></p>\n<h2 id="乙">乙</h2>',
    ],
  ])('%s', (_what, body, html) => {
    expect(read(body)).toBe(html);
  });

  test('waits for a blank line elsewhere', () => {
    expect(read('<div>a</div>\n**粗**', 'commonmark')).toBe('<div>a</div>\n**粗**');
  });
});

describe('a heading', () => {
  test.each([
    ['##乙', '<h2 id="乙">乙</h2>'],
    ['##乙##', '<h2 id="乙">乙</h2>'],
    ['## 乙 ##', '<h2 id="乙">乙</h2>'],
    ['甲\n##　乙', '<p>甲</p>\n<h2 id="乙">乙</h2>'],
    ['#######乙', '<p>#######乙</p>'],
  ])('%j', (body, html) => {
    expect(read(body)).toBe(html);
  });

  test('needs its space elsewhere', () => {
    expect(read('##乙', 'commonmark')).toBe('<p>##乙</p>');
  });
});
