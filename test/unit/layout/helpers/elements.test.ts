import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { markSafe } from '../../../../src/layout/helper.ts';
import { createFixture, drawTemplate, emptyGraph } from '../support.ts';

const { call } = createFixture({ config: { url: 'https://example.com/blog' } });

test.each([
  [['style'], '<link rel="stylesheet" href="/blog/style.css">'],
  [['style.css'], '<link rel="stylesheet" href="/blog/style.css">'],
  [['style.css?v=1'], '<link rel="stylesheet" href="/blog/style.css?v=1">'],
  [[{ href: 'print', media: 'print' }], '<link rel="stylesheet" href="/blog/print.css" media="print">'],
  [
    ['a', ['b', 'c']],
    '<link rel="stylesheet" href="/blog/a.css">\n<link rel="stylesheet" href="/blog/b.css">\n<link rel="stylesheet" href="/blog/c.css">',
  ],
  [['a', { media: 'print' }], '<link rel="stylesheet" href="/blog/a.css" media="print">'],
])('css(%j)', (args, html) => {
  expect(call('css', ...args)).toBe(`\n${html}\n`);
});

test.each([
  [['main'], '<script src="/blog/main.js"></script>'],
  [['https://cdn.example/x.js'], '<script src="https://cdn.example/x.js"></script>'],
  [[{ src: 'main', defer: true, async: false }], '<script src="/blog/main.js" defer></script>'],
  [['a', 'b'], '<script src="/blog/a.js"></script>\n<script src="/blog/b.js"></script>'],
])('js(%j)', (args, html) => {
  expect(call('js', ...args)).toBe(`\n${html}\n`);
});

test('no files, no lines', () => {
  expect(call('css')).toBe('');
  expect(call('js', [])).toBe('');
});

test.each([
  [['https://hexo.io/'], '<a href="https://hexo.io/" title="hexo.io">hexo.io</a>'],
  [['a/', '甲'], '<a href="/blog/a/" title="甲">甲</a>'],
  [['a/', '甲', { external: true }], '<a href="/blog/a/" title="甲" target="_blank" rel="noopener">甲</a>'],
  [['a/', '甲', true], '<a href="/blog/a/" title="甲" target="_blank" rel="noopener">甲</a>'],
  [
    ['a/', '甲', { class: ['x', 'y'], id: 'z', title: '"乙"' }],
    '<a href="/blog/a/" title="&quot;乙&quot;" class="x y" id="z">甲</a>',
  ],
  [['a/', '<b>'], '<a href="/blog/a/" title="&lt;b&gt;">&lt;b&gt;</a>'],
  [['a/', markSafe('<b>粗</b>')], '<a href="/blog/a/" title="粗"><b>粗</b></a>'],
])('link_to(%j)', (args, html) => {
  expect(call('link_to', ...args)).toBe(html);
});

test.each([
  [['a@b.example'], '<a href="mailto:a@b.example" title="a@b.example">a@b.example</a>'],
  [['a@b.example', '信'], '<a href="mailto:a@b.example" title="信">信</a>'],
  [
    ['a@b.example', '信', { subject: '問 題', cc: ['c@d.example', 'e@f.example'], class: 'mail' }],
    '<a href="mailto:a@b.example?subject=%E5%95%8F%20%E9%A1%8C&amp;cc=c@d.example,e@f.example" title="信" class="mail">信</a>',
  ],
])('mail_to(%j)', (args, html) => {
  expect(call('mail_to', ...args)).toBe(html);
});

test('image_tag', () => {
  expect(call('image_tag', 'images/圖.png')).toBe('<img src="/blog/images/%E5%9C%96.png">');
  expect(call('image_tag', 'a.png', { alt: '', width: 20 })).toBe('<img src="/blog/a.png" alt="" width="20">');
});

test('favicon_tag', () => {
  expect(call('favicon_tag', 'favicon.ico')).toBe('<link rel="shortcut icon" href="/blog/favicon.ico">');
});

test.each([
  [['atom.xml'], '<link rel="alternate" href="/blog/atom.xml" title="墨經" type="application/atom+xml">'],
  [['rss2.xml'], '<link rel="alternate" href="/blog/rss2.xml" title="墨經" type="application/rss+xml">'],
  [
    ['feed.xml', { title: '"R"', type: 'rss' }],
    '<link rel="alternate" href="/blog/feed.xml" title="&quot;R&quot;" type="application/rss+xml">',
  ],
  [[], '<link rel="alternate" href="/blog/atom.xml" title="墨經" type="application/atom+xml">'],
])('feed_tag(%j)', (args, html) => {
  expect(call('feed_tag', ...args)).toBe(html);
});

test('feed_tag without a path links each feed the site has', () => {
  const feed = { type: ['atom', 'rss2'], path: ['feed/a.xml'] };
  const both = createFixture({ config: { feed } });
  expect(both.call('feed_tag').split('\n')).toEqual([
    '<link rel="alternate" href="/feed/a.xml" title="墨經" type="application/atom+xml">',
    '<link rel="alternate" href="/rss2.xml" title="墨經" type="application/rss+xml">',
  ]);
  expect(both.call('feed_tag', { type: 'rss' })).not.toContain('atom');
  expect(both.cells).toContain('posts');
  expect(createFixture({ config: { feed: { enable: false } } }).call('feed_tag')).toBe('');
  expect(createFixture({ graph: emptyGraph }).call('feed_tag')).toBe('');
});

test('gravatar names a picture by the digest of the trimmed address in lower case', () => {
  const digest = createHash('md5').update('a@b.example').digest('hex');
  const address = `https://www.gravatar.com/avatar/${digest}`;
  expect(call('gravatar', ' A@b.Example ')).toBe(address);
  expect(call('gravatar', 'a@b.example', 40)).toBe(`${address}?s=40`);
  expect(call('gravatar', 'a@b.example', { s: 40, d: 'https://x/y' })).toBe(`${address}?s=40&d=https%3A%2F%2Fx%2Fy`);
});

test('templates print elements as they are', () => {
  expect(drawTemplate("{{ link_to('a/', 'A & B', class='x') }}")).toBe(
    '<a href="/a/" title="A &amp; B" class="x">A &amp; B</a>',
  );
  expect(drawTemplate("{{ js('a', defer=true) }}")).toBe('\n<script src="/a.js" defer></script>\n');
});
