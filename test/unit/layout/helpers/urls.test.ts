import { expect, test } from 'vitest';
import { createFixture, drawn, drawTemplate, pages, posts, tags } from '../support.ts';

const blog = { url: 'https://example.com/blog' };
const MATHS = '%E6%95%B8%E5%AD%B8';

test.each([
  [undefined, '/blog/'],
  ['', '/blog/'],
  ['/', '/blog/'],
  ['about/', '/blog/about/'],
  ['/about/', '/blog/about/'],
  ['//cdn.example.com/a.js', '//cdn.example.com/a.js'],
  ['a//b///c/', '/blog/a/b/c/'],
  ['tags/數學/', `/blog/tags/${MATHS}/`],
  [`tags/${MATHS}/`, `/blog/tags/${MATHS}/`],
  [`tags/${MATHS.toLowerCase()}/`, `/blog/tags/${MATHS}/`],
  ['a b.png', '/blog/a%20b.png'],
  ['a%20b.png', '/blog/a%20b.png'],
  ['100%/', '/blog/100%25/'],
  ['100%/a%20b', '/blog/100%25/a%20b'],
  ['#x', '#x'],
  ['#節', '#節'],
  ['about/#節 一', '/blog/about/#%E7%AF%80%20%E4%B8%80'],
  ['search/?q=數學&a=%20', `/blog/search/?q=${MATHS}&a=%20`],
  ['https://other.example/數學', 'https://other.example/數學'],
  ['http://other.example/', 'http://other.example/'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['data:image/png;base64,AA', 'data:image/png;base64,AA'],
  ['about/index.html', '/blog/about/index.html'],
  ['caf\u0065\u0301/', '/blog/caf%C3%A9/'],
])('url_for(%j) is %j', (path, url) => {
  expect(createFixture({ config: blog }).call('url_for', path)).toBe(url);
});

test('the root of a site at the top of its host is a slash', () => {
  const { call } = createFixture();
  expect(call('url_for', 'a/')).toBe('/a/');
  expect(call('url_for')).toBe('/');
});

test('posts, terms and lists are linked where they live', () => {
  const { call, views } = createFixture({ config: blog });
  expect(call('url_for', views.post(posts.jerry.id))).toBe('/blog/posts/jerry/');
  expect(call('url_for', views.post(pages.about.id))).toBe('/blog/about/');
  expect(call('url_for', views.term(tags.maths))).toBe(`/blog/tags/${MATHS}/`);
  expect(call('url_for', { path: 'archives/2024/' })).toBe('/blog/archives/2024/');
});

test('a `#`, `?` or `%` in the address of a post is part of its name', () => {
  const { call, views, cells } = createFixture();
  expect(call('url_for', views.post(posts.sharp.id))).toBe('/posts/C%23/');
  expect(call('url_for', 'posts/C#/')).toBe('/posts/C%23/');
  expect(call('url_for', '/posts/C#/')).toBe('/posts/C%23/');
  expect(call('url_for', views.post(pages.percent.id)?.path)).toBe('/50%2525/');
  expect(call('url_for', 'posts/D#/')).toBe('/posts/D#/');
  expect([...cells]).toEqual(
    expect.arrayContaining(['route:posts/C#/', 'route:posts/D#/', `post:${posts.sharp.id}:meta`]),
  );
});

test('an ordinary path depends on nothing', () => {
  const { call, cells } = createFixture();
  call('url_for', 'posts/jerry/');
  expect([...cells]).toEqual([]);
});

test.each([
  [{ trailing_index: false }, 'about/index.html', '/about/'],
  [{ trailing_index: false }, 'index.html', '/'],
  [{ trailing_index: false }, 'about/index.html#x', '/about/#x'],
  [{ trailing_index: false }, 'myindex.html', '/myindex.html'],
  [{ trailing_html: false }, 'foo.html', '/foo'],
  [{ trailing_html: false }, 'foo.html?a=1', '/foo?a=1'],
  [{ trailing_html: false }, 'about/index.html', '/about/index.html'],
  [{ trailing_index: false, trailing_html: false }, 'about/index.html', '/about/'],
  [{ trailing_index: true, trailing_html: true }, 'foo.html', '/foo.html'],
])('with %j, %s is linked as %s', (pretty_urls, path, url) => {
  expect(createFixture({ config: { pretty_urls } }).call('url_for', path)).toBe(url);
});

test.each([
  ['css/style.css', '../../css/style.css'],
  ['posts/jerry/', '../jerry/'],
  ['/', '../../'],
  ['posts/勾股定理/', './'],
  ['#x', '#x'],
])('on a page two folders deep, %s is relatively %s', (path, url) => {
  expect(createFixture({ page: drawn.post, config: { relative_link: true } }).call('url_for', path)).toBe(url);
  expect(createFixture({ page: drawn.post }).call('url_for', path, { relative: true })).toBe(url);
});

test('relative links can be refused one by one, and "not found" has none', () => {
  const config = { relative_link: true };
  expect(createFixture({ page: drawn.post, config }).call('url_for', 'a/', { relative: false })).toBe('/a/');
  expect(createFixture({ page: drawn.notFound, config }).call('url_for', 'a/')).toBe('/a/');
});

test.each([
  ['foo/bar/', 'css/style.css', '../../css/style.css'],
  ['/foo/bar/', '/foo/baz/', '../baz/'],
  ['foo/bar.html', 'foo/baz.html', 'baz.html'],
  ['foo/bar/', 'foo/', '../'],
  ['', 'foo/', 'foo/'],
  ['', '', './'],
  ['foo/bar/', 'foo/bar/', './'],
  ['foo/', 'foo/a:b', './a:b'],
  ['foo/', 'foo/數學/', `${MATHS}/`],
])('relative_url(%j, %j) is %j', (from, to, url) => {
  expect(createFixture().call('relative_url', from, to)).toBe(url);
});

test.each([
  ['', 'https://example.com/blog/'],
  ['/a/數學/', `https://example.com/blog/a/${MATHS}/`],
  ['#x', `https://example.com/blog/posts/%E5%8B%BE%E8%82%A1%E5%AE%9A%E7%90%86/#x`],
  ['//host/a', '//host/a'],
  ['https://host/a', 'https://host/a'],
])('full_url_for(%j) is %j', (path, url) => {
  expect(createFixture({ config: blog, page: drawn.post }).call('full_url_for', path)).toBe(url);
});

test('templates call it with options and keywords, and what they print is escaped once', () => {
  const template = `{{ url_for('a/?b=1&c="') }}|{{ url_for('a/', relative=true) }}|{{ url_for('a/', { relative: true }) }}`;
  expect(drawTemplate(template, { page: drawn.about })).toBe('/a/?b=1&amp;c=%22|../a/|../a/');
});
