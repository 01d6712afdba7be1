/**
 * One post in a tiny site, for the tests of tags: another post to link to, files beside
 * it, code to include.
 */
import { toRoute, toSourcePath } from '../../../../src/base/path.ts';
import { completeConfig, configSchema } from '../../../../src/model/config.ts';
import { noExtensions } from '../../../../src/model/extension.ts';
import type { Post, RenderedPost } from '../../../../src/model/post.ts';
import type { SiteLookup } from '../../../../src/render/context.ts';
import { createMarkdown } from '../../../../src/render/markdown.ts';
import { renderPost } from '../../../../src/render/render-post.ts';

const written = {
  title: '測試',
  url: 'https://example.com/blog',
  language: 'zh-TW',
  markdown: { heading_ids: 'hexo' },
};
const config = completeConfig(configSchema.parse(written), written, { hexo: false });
const md = createMarkdown(config, noExtensions);

const post: Post = {
  id: toSourcePath('source/_posts/a.md'),
  kind: 'post',
  draft: false,
  source: '_posts/a.md',
  slug: 'a',
  title: '甲',
  route: toRoute('2026/a/'),
  date: 0,
  dated: true,
  updated: 0,
  tags: [],
  categories: [],
  layout: 'post',
  sticky: 0,
  hidden: false,
  comments: true,
  format: 'markdown',
  frontMatter: {},
  bodyLine: 1,
  blank: false,
};

const files = new Map([
  ['source/_posts/a/圖.png', ''],
  ['source/_posts/a/數據.csv', ''],
  ['source/_posts/a/論文.pdf', ''],
  ['source/downloads/code/square.js', 'const f = (x) => x * x;\nf(2);\n'],
]);
const linked = { id: toSourcePath('source/_posts/勾股定理.md'), route: toRoute('2026/勾股定理/'), title: '勾股定理' };

const site: SiteLookup = {
  findPost: (reference) => (['勾股定理', '勾股定理.md', '2026-勾 股'].includes(reference) ? linked : undefined),
  hasFile: (path) => files.has(path),
  routeOfFile: (path) =>
    files.has(path) ? toRoute(path.replace('source/_posts/', '2026/').replace('source/', '')) : undefined,
  hasRoute: (route) => ['about/', 'gallery/', '2026/勾股定理/'].includes(route),
  measurePicture: (path) => (path.endsWith('.png') ? { width: 640, height: 480 } : undefined),
  readText: (path) => files.get(path),
  rootOf: () => '/blog/',
  findEquation: () => ({ missing: 'post', suggestion: '' }),
};

/** A rendered post, its HTML as a string. */
export type RenderedText = Omit<RenderedPost, 'html'> & { readonly html: string };

/** A text as a post of the tiny site. */
export function renderText(body: string): RenderedText {
  const rendered = renderPost({ post, body, site }, { md, config, extensions: noExtensions });
  return { ...rendered, html: String(rendered.html) };
}

/** What was told, in the order in which it was found. */
export function listCodes(rendered: RenderedText): string[] {
  return rendered.diagnostics.map(({ code }) => code);
}
