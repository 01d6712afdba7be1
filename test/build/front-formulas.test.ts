/** Formulas in the front matter: a title, a description, an excerpt. */
import { expect, test } from 'vitest';
import { openSite } from '../support/site.ts';

const page = '<title>{{ page.title }}</title><main>{{ page.title_html }}|{{ page.description }}</main>';
const build = (front: string, body = '文'): ReturnType<typeof openSite> => {
  const site = openSite(
    `-- source/_posts/a.md --\n---\n${front}\ndate: 2025-01-01\n---\n${body}\n-- themes/plain/layout/post.njk --\n${page}\n`,
  );
  site.build();
  return site;
};
const PATH = '2025/01/01/a/index.html';

test('a title is rendered on the page and read in its head', () => {
  const site = build("title: '證明 $x^2\\ge0$ & 其他'");
  expect(site.main(PATH)).toMatch(/^證明 <span class="katex">.*<\/span> &amp; 其他\|/);
  expect(site.file(PATH)).toContain('<title>證明 x²≥0 &amp; 其他</title>');
  expect(site.told()).toEqual([]);
});

test('a title that KaTeX refuses is told at its place', () => {
  const site = build("tags: x\ntitle: '證明 $\\tims$'");
  expect(site.told()).toEqual(['warning math/unknown-command source/_posts/a.md:3:13']);
  expect(site.main(PATH)).toContain('<code class="math-error math-inline"');
});

test.each([
  ['a description', "title: 甲\ndescription: '述 $x_1^2$ 與 $\\alpha$'", '述 x₁² 與 α'],
  ['an excerpt', "title: 甲\nexcerpt: '摘 **要** $x_1^2$'", '摘 要 x₁²'],
])('%s is read, not repeated', (_what, front, text) => {
  expect(build(front, '文\n\n<!-- more -->\n\n後').main(PATH).split('|')[1]).toBe(text);
});

test('without mathematics, a dollar is a dollar', () => {
  const site = openSite(
    "-- _config.yml --\nurl: https://example.com\ntheme: plain\nmath: false\n-- source/_posts/a.md --\n---\ntitle: '$\\tims$'\ndescription: '$x^2$'\ndate: 2025-01-01\n---\n",
  );
  site.build();
  expect(site.told()).toEqual([]);
  expect(site.file('atom.xml')).toContain('$x^2$');
});
