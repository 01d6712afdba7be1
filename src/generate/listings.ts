/**
 * Every page of the site that is a list of posts. A new kind of list is a new row here.
 */
import { toRoute } from '../base/path.ts';
import { type Config, HOME_RULE } from '../model/config.ts';
import { type Archive, type ContentGraph, flattenTerms, type Term } from '../model/graph.ts';
import type { LayoutPage } from '../model/page.ts';
import type { Post, PostId } from '../model/post.ts';
import { type List, paginate } from './paginate.ts';

/** Home, archives, categories and tags, each as a row of pages. */
export function generateListings(graph: ContentGraph, config: Config): LayoutPage[] {
  const lists: readonly List[] = [
    listHome(graph, config),
    ...(config.archive_generator.enabled && graph.posts.length > 0 ? listArchives(graph, config) : []),
    ...flattenTerms(graph.categories).map((term) => listTerm(term, config.category_generator, { graph, config })),
    ...graph.tags.map((term) => listTerm(term, config.tag_generator, { graph, config })),
  ];
  const folder = config.index_generator.pagination_dir ?? config.pagination_dir;
  return lists.flatMap((list) => paginate(list, list.kind === 'home' ? folder : config.pagination_dir));
}

function listHome(graph: ContentGraph, config: Config): List {
  const { path, per_page, layout, order_by, include, exclude } = config.index_generator;
  const isAny = (post: Post, rules: readonly string[]): boolean => rules.some((rule) => isMeant(post, rule));
  const posts = graph.posts.filter((post) => (include.length === 0 || isAny(post, include)) && !isAny(post, exclude));
  return {
    kind: 'home',
    route: toRoute(path === '' ? '' : `${path}/`),
    owner: 'the home page',
    layouts: [...layout, 'index', 'archive'],
    posts: orderHome(posts, order_by),
    perPage: per_page ?? config.per_page,
  };
}

/** Whether a rule of `include` or `exclude` means the post: `tag 甲`, `category 乙` and those below it, `path 丙/` (hexo-generator-index2). */
function isMeant({ tags, categories, source }: Post, rule: string): boolean {
  const [, kind, name = ''] = HOME_RULE.exec(rule) ?? [];
  if (kind === 'tag') return tags.includes(name);
  if (kind === 'category') return categories.some((path) => path.includes(name));
  return kind === 'path' && source.replace(/^_posts\//, '').startsWith(name.replace(/^(source\/)?_posts\//, ''));
}

/** The home page's order: `order_by`, then sticky posts first; hidden ones are left out. */
function orderHome(posts: readonly Post[], orderBy: string): PostId[] {
  const shown = posts.filter(({ hidden }) => !hidden);
  return orderPosts(shown, orderBy)
    .sort((a, b) => b.sticky - a.sticky)
    .map(({ id }) => id);
}

/** By a key of the front matter, `-` before it for the other way round (Hexo's `order_by`); the equal stay newest first. */
function orderPosts(posts: readonly Post[], orderBy: string): Post[] {
  const [, sign = '', key = 'date'] = /^([-+]?)(\w+)$/.exec(orderBy.trim()) ?? ['', '-'];
  const turned = sign === '-' ? -1 : 1;
  return [...posts].sort((a, b) => turned * compareValues(readKey(a, key), readKey(b, key)));
}

/** Posts by their ids, which come newest first, in the order of `order_by`. */
function orderIds(ids: readonly PostId[], orderBy: string, graph: ContentGraph): readonly PostId[] {
  if (orderBy === '-date') return ids;
  return orderPosts(
    ids.flatMap((id) => graph.byId.get(id) ?? []),
    orderBy,
  ).map(({ id }) => id);
}

function readKey({ date, updated, title, frontMatter }: Post, key: string): unknown {
  if (key === 'date') return date;
  if (key === 'updated') return updated;
  return key === 'title' ? title : Object.hasOwn(frontMatter, key) ? frontMatter[key] : undefined;
}

/** Numbers before words before anything else. */
function compareValues(a: unknown, b: unknown): number {
  const rank = (value: unknown): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return rank(a) - rank(b);
}

function listArchives(graph: ContentGraph, config: Config): List[] {
  const { yearly, monthly, daily } = config.archive_generator;
  const shown = ({ month, day }: Archive): boolean =>
    yearly && (day !== undefined ? daily : month !== undefined ? monthly : true);
  const list = (route: string, posts: readonly PostId[], archive: List['archive']): List => ({
    kind: 'archive',
    route: toRoute(route),
    owner: 'the archive',
    layouts: ['archive', 'index'],
    posts: orderIds(posts, config.archive_generator.order_by, graph),
    perPage: config.archive_generator.per_page ?? config.per_page,
    ...(archive && { archive }),
  });
  const all = list(
    `${config.archive_dir}/`,
    graph.posts.map(({ id }) => id),
    undefined,
  );
  return [all, ...graph.archives.filter(shown).map((archive) => list(archive.route, archive.posts, dateOf(archive)))];
}

function dateOf({ year, month, day }: Archive): NonNullable<List['archive']> {
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

interface Listed {
  readonly graph: ContentGraph;
  readonly config: Config;
}

function listTerm(term: Term, generator: Config['tag_generator'], { graph, config }: Listed): List {
  return {
    kind: term.taxonomy,
    route: term.route,
    owner: `the ${term.taxonomy} “${term.path.join(' / ')}”`,
    layouts: [term.taxonomy, 'archive', 'index'],
    posts: orderIds(term.posts, generator.order_by, graph),
    perPage: generator.per_page ?? config.per_page,
    term: term.id,
  };
}
