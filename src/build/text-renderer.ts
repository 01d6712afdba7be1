/**
 * Markdown that templates bring along (`markdown(theme.notice)`): a text of nobody's, which
 * knows no other post and no file.
 */
import { toRoute, toSourcePath } from '../base/path.ts';
import type { Config } from '../model/config.ts';
import type { Extensions } from '../model/extension.ts';
import type { Post, RenderedPost } from '../model/post.ts';
import type { SiteLookup } from '../render/context.ts';
import { createMarkdown } from '../render/markdown.ts';
import { type Renderer, renderPost } from '../render/render-post.ts';

const nowhere: Omit<SiteLookup, 'rootOf'> = {
  findPost: () => undefined,
  hasFile: () => false,
  routeOfFile: () => undefined,
  hasRoute: () => false,
  measurePicture: () => undefined,
  readText: () => undefined,
  findEquation: () => ({ missing: 'post', suggestion: '' }),
};

const nobody: Post = {
  id: toSourcePath('_config.yml'),
  kind: 'page',
  draft: false,
  source: '_config.yml',
  slug: '',
  title: '',
  route: toRoute(''),
  date: 0,
  dated: false,
  updated: 0,
  tags: [],
  categories: [],
  layout: 'page',
  sticky: 0,
  hidden: false,
  comments: false,
  format: 'markdown',
  frontMatter: {},
  bodyLine: 1,
  blank: false,
};

/** A function from Markdown to HTML, which does each text once. */
export function createTextRenderer(config: Config, extensions: Extensions): (text: string) => string {
  const known = new Map<string, string>();
  let renderer: Renderer | undefined;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    renderer ??= { md: createMarkdown(config, extensions), config, extensions };
    const html = String(renderText(text, renderer).html);
    known.set(text, html);
    return html;
  };
}

/** A text of nobody's as if it were a post. */
export function renderText(text: string, renderer: Renderer): RenderedPost {
  const site = { ...nowhere, rootOf: (): string => renderer.config.root };
  return renderPost({ post: nobody, body: text, site }, renderer);
}
