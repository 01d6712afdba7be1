/**
 * `markdown.flavor`: what Hexo's renderers took for fences, tables, lists and bold, and
 * CommonMark does not.
 */
import { describe, expect, test } from 'vitest';
import { readPost } from '../support/read-post.ts';

function read(flavor: string, body: string): string {
  return readPost(body, `flavor: ${flavor}`)
    .replaceAll(/<figure[^>]*><pre><code[^>]*>|<\/code><\/pre><\/figure>/g, (tag) =>
      tag[1] === '/' ? '</pre>' : '<pre>',
    )
    .replaceAll(/<span class="hljs[^>]*>|<\/span>|<div class="table-wrap">|<\/div>/g, '')
    .replaceAll(/\n*(<\/?(?:[ou]l|li|p|pre|h2|table|thead|tbody|t[rhd])\b[^>]*>)\n*/g, '$1');
}

describe('a fence behind text', () => {
  test.each([
    ['of a line', 'a\nb：```js\nx\n```\n乙', '<p>a\nb：</p><pre>x</pre><p>乙</p>'],
    ['again', 'a:```js\nx\n```\nb\nc: ```js\ny\n```\nd', '<p>a:</p><pre>x</pre><p>b\nc:</p><pre>y</pre><p>d</p>'],
    ['without an end of its own', 'a:```js\nx\nb:```js\ny\n```\nc', '<p>a:```js\nx\nb:</p><pre>y</pre><p>c</p>'],
    ['with more than a word', 'a。``` struct ep\nx\n```\nb', '<p>a。</p><figure class="highlight struct"'],
    ['and a lone mark of code', 'a`b：```js\nx\n```\nb', '<p>a`b：</p><pre>x</pre><p>b</p>'],
    ['of a heading', '## 乙 ```js\nx\n```\nb', '<pre>x</pre><p>b</p>'],
    [
      'though one further down has no end',
      'a:```js\nx\n```\nb\n\n```js\ny\n```\n\nc:```js\nz',
      '<p>a:</p><pre>x</pre><p>b</p><pre>y</pre>',
    ],
    ['without a language, twice', 'a：```\nx\n```\nb：```\ny\n```', '<p>a：</p><pre>x</pre><p>b：</p><pre>y</pre>'],
    ['without a language', 'a:```\nx\n```\nb', '<p>a:</p><pre>x</pre><p>b</p>'],
    [
      'of an item, its code farther left',
      '- `a`：```js\n- x\n```\n下\n- b\n\n## 乙',
      '<ul><li><code>a</code>：<pre>- x</pre>下</li><li>b</li></ul><h2 id="乙">',
    ],
  ])('%s', (_what, body, html) => {
    expect(read('hexo', body)).toContain(html);
    expect(read('commonmark', body)).not.toContain(html);
  });

  test.each([
    ['code in the line', '用 ```a``` 與 `b` 寫'],
    ['marks that are told of', '寫 ```\n\n```\ncode\n```'],
    ['a fence that shows one', '````md\na:```js\n```\n````'],
    ['a fence without an end', 'a:```js\nx'],
    ['one that would open another', 'a:```js\nx\n```\n\nb\n\n```\nc'],
    ['marks within the text', '用 ``` 與 a:```js\nx\n```\n\n```\nb\n```'],
  ])('but not %s', (_what, body) => {
    expect(read('hexo', body)).toBe(read('commonmark', body));
  });
});

test('a fence four columns in, if it has an end', () => {
  expect(read('hexo', '甲\n\n     ```js\n     x\n     ```\n乙')).toBe('<p>甲</p><pre>x</pre><p>乙</p>');
  expect(read('hexo', '甲\n\n     ```js\n     x')).toBe(read('commonmark', '甲\n\n     ```js\n     x'));
});

describe('a table', () => {
  const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const table = (head: readonly string[], ...rows: readonly string[]): string =>
    `<table><thead>${row(...head).replaceAll('td>', 'th>')}</thead><tbody>${rows.join('')}</tbody></table>`;

  test.each([
    ['whose second row is longer', '| a | b |\n| - | - | - |\n| c | d |', table(['a', 'b'], row('c', 'd'))],
    ['whose second row is shorter', '| a | b |\n| - |\n| c | d |', table(['a', 'b'], row('c', 'd'))],
    ['with a longer row', '| a | b |\n| - | - |\n| c | d | e |', table(['a', 'b', ''], row('c', 'd', 'e'))],
    ['with nothing at the end of a row', '| a | b |\n| - | - |\n| c | d | |', table(['a', 'b'], row('c', 'd'))],
    ['with text below it', '| a | b |\n| - | - |\n| c | d |\n文', `${table(['a', 'b'], row('c', 'd'))}<p>文</p>`],
    ['without outer pipes', 'a | b\n- | -\nc | d', table(['a', 'b'], row('c', 'd'))],
    ['with a pipe that is escaped', '| a | b |\n| - | - | - |\n| c\\|d | e |', table(['a', 'b'], row('c|d', 'e'))],
    ['below text', '甲\n| a | b |\n| - | - | - |\n| c | d |', `<p>甲</p>${table(['a', 'b'], row('c', 'd'))}`],
  ])('%s', (_what, body, html) => {
    expect(read('hexo', body)).toBe(html);
  });

  test('in CommonMark is as GFM has it', () => {
    expect(read('commonmark', '| a | b |\n| - | - | - |\n| c | d |')).toBe(
      '<p>| a | b |\n| - | - | - |\n| c | d |</p>',
    );
  });

  test('keeps its formulas, and what stands below it', () => {
    const html = read('hexo', '| a | b |\n| - | - | - |\n| $x$ | d |\n\n乙');
    expect(html).toMatch(/<tbody><tr><td><span class="katex">.*<td>d<\/td><\/tr><\/tbody><\/table><p>乙<\/p>$/s);
  });

  test('is none below an underline or in a list', () => {
    expect(read('hexo', 'a | b\n---\nc')).toBe(read('commonmark', 'a | b\n---\nc'));
    expect(read('hexo', '- a | b\n- | -')).toBe(read('commonmark', '- a | b\n- | -'));
  });
});

describe('a number right below text', () => {
  test('begins a list in an item', () => {
    const html = '<ol><li>a<ol start="2"><li>b</li></ol></li></ol>';
    expect(read('marked', '1. a\n   2. b')).toBe(html);
    expect(read('hexo', '1. a\n   2. b')).toBe('<ol><li>a\n2. b</li></ol>');
  });

  test('and anywhere for older ones; a year does not', () => {
    expect(read('kramed', 'a\n2. b')).toBe('<p>a</p><ol start="2"><li>b</li></ol>');
    expect(read('marked', 'a\n2. b')).toBe('<p>a\n2. b</p>');
    expect(read('kramed', 'a\n1998. b')).toBe('<p>a\n1998. b</p>');
  });
});

test('one - or = below a line makes no heading for older ones', () => {
  expect(read('marked-0.3', '甲\n-\n乙')).toBe('<p>甲\n-\n乙</p>');
  expect(read('marked-0.3', '甲\n--')).toMatch(/^<h2/);
  expect(read('marked-0.3', '- 甲\n-\n- 乙')).toBe('<ul><li>甲</li><li></li><li>乙</li></ul>');
  expect(read('marked', '甲\n-')).toMatch(/^<h2/);
});

describe('stars with spaces within them', () => {
  test.each([
    ['甲** 乙 **丙', '甲<strong> 乙 </strong>丙'],
    ['**乙： **丙', '<strong>乙： </strong>丙'],
    ['甲，** 乙**', '甲，<strong> 乙</strong>'],
    ['a\n** 乙 **丙', 'a\n<strong> 乙 </strong>丙'],
    ['[甲** 乙 **](/b)', '<a href="/b">甲<strong> 乙 </strong></a>'],
    ['**注意:**QWidget', '<strong>注意:</strong>QWidget'],
    ['**甲 $x$ **，**乙**', /^<p><strong>甲 <span class="katex">.*<\/strong>，<strong>乙<\/strong><\/p>$/s],
  ])('%s are bold', (body, html) => {
    if (typeof html === 'string') expect(read('marked', body)).toBe(`<p>${html}</p>`);
    else expect(read('marked', body)).toMatch(html);
    expect(read('commonmark', body)).not.toBe(read('marked', body));
  });

  test('around Latin letters for older ones', () => {
    expect(read('marked-0.3', '甲** a **乙')).toBe('<p>甲<strong> a </strong>乙</p>');
    expect(read('marked', '甲** a **乙')).toBe('<p>甲** a **乙</p>');
  });

  test.each([
    '2 ** 3 ** 4',
    '**kwargs 和 **args',
    '甲 ** 乙',
    '`a` ** 乙',
    '2**(3)**4',
    '甲** 乙 **丙，又 ** 丁',
    '甲** **乙',
  ])('but not those of %s', (body) => {
    expect(read('marked-0.3', body)).toBe(read('commonmark', body));
  });
});

describe('a destination with spaces', () => {
  test.each([
    ['[甲](https://a.com/b c-d)', '<a href="https://a.com/b%20c-d">甲</a>'],
    ['[甲](/檔 案.pdf)', '<a href="/%E6%AA%94%20%E6%A1%88.pdf">甲</a>'],
    ['[甲](https://a.com "乙")', '<a href="https://a.com" title="乙">甲</a>'],
  ])('%s is a link', (body, html) => {
    expect(read('commonmark', body).replace(/ rel="noopener" target="_blank"/, '')).toBe(`<p>${html}</p>`);
  });

  test('of words is text', () => {
    expect(read('commonmark', '[甲](foo bar)')).toBe('<p>[甲](foo bar)</p>');
  });
});

describe('bold with underscores in the middle of a text', () => {
  test.each([
    ['进入到__无监督学习__部分', '进入到<strong>无监督学习</strong>部分'],
    ['学__重點__，`a__码__b` 再__来 $x$ 一__次', '学<strong>重點</strong>，<code>a__码__b</code> 再<strong>来 '],
    ['甲__乙_丙__丁', '甲<strong>乙_丙</strong>丁'],
  ])('%s', (body, html) => {
    expect(read('marked-0.3', body)).toContain(html);
    expect(read('marked', body)).not.toContain(html);
  });

  test.each(['变量 my__var__x 与 snake__case', '甲__ 乙 __丙', '甲____乙', '甲__乙', '$a__中__b$'])(
    '%s has none',
    (body) => {
      expect(read('marked-0.3', body)).not.toContain('<strong>');
    },
  );

  test('__where CommonMark sees bold__, it is bold', () => {
    expect(read('marked-0.3', '__粗__ 與 __bold__')).toBe('<p><strong>粗</strong> 與 <strong>bold</strong></p>');
  });
});
