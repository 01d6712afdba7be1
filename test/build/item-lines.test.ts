/**
 * `markdown.flavor`: which lines belong to an item of a list. What is expected was made by
 * the renderers themselves: hexo-renderer-marked 0.3.2 and 6.3, hexo-renderer-kramed 0.1.4.
 */
import { describe, expect, test } from 'vitest';
import { readPost } from '../support/read-post.ts';

function read(flavor: string, body: string): string {
  return readPost(body, `flavor: ${flavor}`)
    .replaceAll(/<figure[^>]*><pre><code[^>]*>|<\/code><\/pre><\/figure>/g, (tag) =>
      tag[1] === '/' ? '</pre>' : '<pre>',
    )
    .replaceAll(/\n*(<\/?(?:[ou]l|li|p|pre|blockquote|center|h2)\b[^>]*>)\n*/g, '$1');
}

describe('a fence ends no item', () => {
  test.each([
    ['1. a\n```\nx\n```\n2. b', '<ol><li>a<pre>x</pre></li><li>b</li></ol>'],
    ['- a\n  - b\n```\nx\n```\n- c', '<ul><li>a<ul><li>b<pre>x</pre></li></ul></li><li>c</li></ul>'],
    ['1. a\n  ```\n    x\n  y\n  ```\n  b\n2. c', '<ol><li>a<pre>  x\ny</pre>b</li><li>c</li></ol>'],
    ['1. a\n```\nx\n```\nb\n2. c', '<ol><li>a<pre>x</pre>b</li><li>c</li></ol>'],
    ['- a\n```\n    x\n  ```\n- b', '<ul><li>a<pre>    x</pre></li><li>b</li></ul>'],
    ['- ```\n- x\n```\n- b', '<ul><li><pre>- x</pre></li><li>b</li></ul>'],
    ['- a\n```\n- x\n```\n- b', '<ul><li>a<pre>- x</pre></li><li>b</li></ul>'],
  ])('%j', (body, html) => {
    for (const flavor of ['hexo', 'marked', 'marked-0.3', 'kramed']) expect(read(flavor, body)).toBe(html);
  });

  test.each([
    ['below a blank line', '- a\n\n```\nx\n```\n- b', '<ul><li>a</li></ul><pre>x</pre><ul><li>b</li></ul>'],
    ['below a heading', '- a\n## h\n```\n  x\n```', /<\/h2><pre> {2}x<\/pre>$/],
    ['that has no end', '- a\n```\nx', '<ul><li>a</li></ul><pre>x</pre>'],
  ])('but one %s does', (_what, body, html) => {
    if (typeof html === 'string') expect(read('marked', body)).toBe(html);
    else expect(read('marked', body)).toMatch(html);
  });

  test('but a heading below it does', () => {
    expect(read('kramed', '- a\n```\nx\n```\n## h')).toMatch(/^<ul><li>a<pre>x<\/pre><\/li><\/ul><h2/);
  });

  test('but in CommonMark', () => {
    expect(read('commonmark', '1. a\n```\nx\n```\n2. b')).toBe(
      '<ol><li>a</li></ol><pre>x</pre><ol start="2"><li>b</li></ol>',
    );
  });
});

describe('a quote or an element right below an item', () => {
  const cases = [
    ['- a\n> q\n> r\n- b', '<ul><li>a<blockquote><p>q\nr</p></blockquote></li><li>b</li></ul>'],
    ['1. a\n<center>甲</center>\nb\n2. c', '<ol><li>a<center>甲</center>b</li><li>c</li></ol>'],
    ['1. a\n<center>\n甲\n</center>\n2. c', '<ol><li>a<center>甲</center></li><li>c</li></ol>'],
  ] as const;

  test.each(cases)('belongs to it: %j', (body, html) => {
    expect(read('marked', body)).toBe(html);
    expect(read('kramed', body)).toBe(html);
    expect(read('hexo', body)).not.toBe(html);
  });

  test.each([
    ['that is not closed there', '- a\n</div>\n\nb', '<ul><li>a</li></ul></div><p>b</p>'],
    ['of a comment', '- a\n<!-- 甲 -->\n\nb', '<ul><li>a</li></ul><!-- 甲 --><p>b</p>'],
    ['below a blank line', '- a\n\n> q\n\nb', '<ul><li>a</li></ul><blockquote><p>q</p></blockquote><p>b</p>'],
  ])('but none %s', (_what, body, html) => {
    expect(read('marked', body)).toBe(html);
  });

  test('but a heading ends the list', () => {
    expect(read('marked', '- a\n## h\n> q')).toMatch(/^<ul><li>a<\/li><\/ul><h2.*<\/h2><blockquote><p>q/);
  });
});

describe('items nest by any indentation', () => {
  test.each([
    ['- a\n - b\n- c', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
    ['1. a\n  - b\n2. c', '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>'],
    ['1. a\n  1. b\n2. c', '<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>'],
    ['- a\n - b\n  - c\n   - d', '<ul><li>a<ul><li>b</li><li>c<ul><li>d</li></ul></li></ul></li></ul>'],
    ['- a\n  - b\n   - c', '<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>'],
    ['1. a\n   - b\n    - c', '<ol><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ol>'],
    ['- a\n\n - b', '<ul><li><p>a</p><ul><li>b</li></ul></li></ul>'],
    ['1. a\n\n  b\n2. c', '<ol><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>'],
    ['1. a\n  - b\n    ```\n      x\n    ```\n2. c', '<ol><li>a<ul><li>b<pre>  x</pre></li></ul></li><li>c</li></ol>'],
  ])('%j', (body, html) => {
    expect(read('marked-0.3', body)).toBe(html);
    expect(read('kramed', body)).toBe(html);
  });

  test('but for numbers that go on, what stands farther left, and newer renderers', () => {
    expect(read('kramed', '1. a\n 2. b')).toBe('<ol><li>a</li><li>b</li></ol>');
    expect(read('kramed', '- a\n\n b')).toBe('<ul><li>a</li></ul><p>b</p>');
    expect(read('kramed', '-      a\n  - b')).toContain('<li>b</li>');
    expect(read('kramed', ' - a\n- b')).toBe('<ul><li>a</li><li>b</li></ul>');
    expect(read('marked', '- a\n - b')).toBe('<ul><li>a</li><li>b</li></ul>');
  });

  test('and stay where they are in quotes', () => {
    expect(read('kramed', '> 1. a\n>   - b\n> 2. c\n\n- d\n - e')).toBe(
      '<blockquote><ol><li>a<ul><li>b</li></ul></li><li>c</li></ol></blockquote><ul><li>d<ul><li>e</li></ul></li></ul>',
    );
  });
});
