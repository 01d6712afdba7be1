import { expect, test } from 'vitest';
import { contentTypeOf } from '../../../src/serve/content-type.ts';
import { drawErrorPage } from '../../../src/serve/error-page.ts';

const problem = {
  message: 'The front matter cannot be read.',
  hint: 'Close the quote.',
  file: 'source/_posts/甲.md',
  line: 3,
  column: 8,
  frame: '▸ 3 │ title: "x',
};

test('a problem is shown with its place, frame and remedy', () => {
  const html = drawErrorPage([problem], 'en');
  for (const part of ['source/_posts/甲.md:3:8', problem.message, problem.hint, 'title: &quot;x', 'One problem']) {
    expect(html).toContain(part);
  }
});

test('nothing of a problem is taken for HTML', () => {
  const evil = '</style></pre><script>alert(1)</script><img src=x onerror="alert(1)">';
  const html = drawErrorPage([{ message: evil, hint: evil, file: evil, line: 1, column: 1, frame: evil }], evil);
  expect(html).not.toMatch(/<script|<img/);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
});

test('a problem without a place or frame leaves no empty elements', () => {
  const html = drawErrorPage([{ message: 'No theme.' }], 'en');
  expect(html).not.toMatch(/<code>|<pre>/);
});

test.each([
  ['zh-TW', '2 個問題', 'zh-Hant'],
  ['zh', '2 個問題', 'zh-Hant'],
  ['zh-CN', '2 个问题', 'zh-Hans'],
  ['zh-Hans-TW', '2 个问题', 'zh-Hans'],
  ['fr', '2 problems', 'en'],
])('in %s the words are %s', (language, words, tag) => {
  const html = drawErrorPage([problem, problem], language);
  expect(html).toContain(words);
  expect(html).toContain(`lang="${tag}"`);
});

test('of very many problems the first are shown', () => {
  const html = drawErrorPage(Array(60).fill(problem), 'en');
  expect(html.match(/<li>/g)).toHaveLength(50);
  expect(html).toContain('10 more');
});

test('it is light and dark, and brings everything along', () => {
  const html = drawErrorPage([problem], 'en');
  expect(html).toContain('prefers-color-scheme: dark');
  expect(html).not.toMatch(/https?:|url\(|src=/);
  expect(html.length).toBeLessThan(4096);
});

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['a/x.CSS', 'text/css; charset=utf-8'],
  ['feed.atom', 'application/atom+xml; charset=utf-8'],
  ['search.json', 'application/json; charset=utf-8'],
  ['圖.svg', 'image/svg+xml; charset=utf-8'],
  ['a.woff2', 'font/woff2'],
  ['a.mp4', 'video/mp4'],
  ['CNAME', 'application/octet-stream'],
  ['.nojekyll', 'application/octet-stream'],
  ['x.unknown', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(contentTypeOf(path)).toBe(type);
});
