/**
 * Pages that stand alone: one for each post and page, the overviews of tags and
 * categories, "not found", and the texts for machines.
 */
import { type Route, toRoute } from '../base/path.ts';
import type { Config } from '../model/config.ts';
import type { ContentGraph } from '../model/graph.ts';
import type { DocumentPage, LayoutPage, PageKind } from '../model/page.ts';
import type { Post } from '../model/post.ts';

/** A page for each post and each page of the graph. */
export function generatePosts(graph: ContentGraph, config: Config): LayoutPage[] {
  return [...graph.posts, ...graph.pages].map((post) => {
    const overview = post.kind === 'page' ? findOverview(post, config) : undefined;
    return {
      type: 'layout',
      kind: overview ?? post.kind,
      route: post.route,
      owner: post.id,
      layouts: overview ? [overview, ...chooseLayouts(post)] : chooseLayouts(post),
      post: post.id,
    };
  });
}

/** Blogs moved from Hexo hold a page `tags/index.md` with `type: tags` for their theme to fill. */
function findOverview({ frontMatter, route, blank }: Post, config: Config): 'tags' | 'categories' | undefined {
  const { type } = frontMatter;
  if (type === 'tags' || (blank && route === toRoute(`${config.tag_dir}/`))) return 'tags';
  if (type === 'categories' || (blank && route === toRoute(`${config.category_dir}/`))) return 'categories';
  return undefined;
}

/** Hexo's chains: the layout asked for, then the kind's own, then what is nearest. */
function chooseLayouts({ layout, kind }: Post): string[] {
  if (layout === false) return [];
  const chain = kind === 'post' ? ['post', 'page', 'index'] : ['page', 'post', 'index'];
  return [...new Set([layout, ...chain])];
}

/** Pages that a theme has or has not: one to search on, and one of links to friends. */
export type Offered = 'search' | 'friends';

/** Overviews and "not found": pages that a writer may put in place of ours by having one of the same address. */
export function generateExtras(graph: ContentGraph, config: Config, offered: ReadonlySet<Offered>): LayoutPage[] {
  const extra = (kind: PageKind, route: Route, layouts: string[]): LayoutPage => ({
    type: 'layout',
    kind,
    route,
    layouts,
    owner: `the page of all ${kind}`,
  });
  return [
    ...(config.tag_generator.overview && graph.tags.length > 0
      ? [extra('tags', toRoute(`${config.tag_dir}/`), ['tags', 'tag-index'])]
      : []),
    ...(config.category_generator.overview && graph.categories.length > 0
      ? [extra('categories', toRoute(`${config.category_dir}/`), ['categories', 'category-index'])]
      : []),
    ...(offered.has('friends') ? [extra('friends', toRoute('links/'), ['friends'])] : []),
    ...(offered.has('search') && config.search.enable ? [extra('search', toRoute('search/'), ['search'])] : []),
    extra('notFound', toRoute('404.html'), ['404']),
  ];
}

/** Feeds, sitemap and robots.txt. */
export function generateDocuments(graph: ContentGraph, config: Config): DocumentPage[] {
  const document = (kind: DocumentPage['kind'], path: string): DocumentPage => ({
    type: 'document',
    kind,
    route: toRoute(path),
    owner: `the ${kind} file`,
  });
  const types = config.feed.type.length > 0 ? config.feed.type : ['atom'];
  const feeds = types.map((type, index) => {
    const kind = /^rss/.test(type) ? ('rss' as const) : ('atom' as const);
    return document(kind, config.feed.path[index] ?? (kind === 'rss' ? 'rss2.xml' : 'atom.xml'));
  });
  const sitemap = config.sitemap.path.find((path) => path.endsWith('.xml')) ?? 'sitemap.xml';
  const lists = config.sitemap.path.filter((path) => path.endsWith('.txt'));
  return [
    ...(config.feed.enable && graph.posts.length > 0 ? feeds : []),
    ...(config.sitemap.enable ? [document('sitemap', sitemap)] : []),
    ...(config.sitemap.enable ? lists.map((path) => document('sitemap-list', path)) : []),
    ...(config.robots.enable ? [document('robots', 'robots.txt')] : []),
  ];
}
