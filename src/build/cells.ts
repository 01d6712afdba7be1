/**
 * Cells: the named facts of a build, and the fingerprint each has now.
 *
 * The rule for every cell: what could be seen through it is what its fingerprint covers.
 * Too coarse a cell is slower, never wrong.
 */
import { type Fingerprint, fingerprint } from '../base/fingerprint.ts';
import type { Cell, Look } from '../base/memo.ts';
import type { Route, SourcePath } from '../base/path.ts';
import { flattenTerms, type Term } from '../model/graph.ts';
import type { PostId } from '../model/post.ts';
import type { Plan } from './plan.ts';
import type { SiteIndex } from './site-index.ts';

/** Fingerprints of the parts of a rendered post that pages show apart from each other. */
export interface RenderedPrints {
  readonly html: Fingerprint;
  readonly excerpt: Fingerprint;
  readonly facts: Fingerprint;
}

export interface CellSources {
  readonly plan: Plan;
  readonly index: SiteIndex;
  readonly printsOf: (id: PostId) => RenderedPrints;
}

/** Looks at cells of one plan; each is computed once. */
export function createLook(sources: CellSources): Look {
  const known = new Map<Cell, Fingerprint>();
  const finders = createFinders(sources);
  return (cell) => {
    let print = known.get(cell);
    if (print === undefined) {
      const colon = cell.indexOf(':');
      const [kind, rest] = colon < 0 ? [cell, ''] : [cell.slice(0, colon), cell.slice(colon + 1)];
      print = finders[kind]?.(rest) ?? 'none';
      known.set(cell, print);
    }
    return print;
  };
}

type Finder = (rest: string) => Fingerprint;

function createFinders({ plan, index, printsOf }: CellSources): Readonly<Record<string, Finder>> {
  const { graph, input } = plan;
  const pages = new Map(plan.pages.map((page) => [page.route, page]));
  const order = new Map(graph.posts.map(({ id }, at) => [id, at]));
  const terms = new Map(
    [...graph.tags, ...flattenTerms(graph.categories)].map((term) => [`${term.taxonomy}:${term.id}`, term]),
  );
  const describeTerm = ({ name, route, posts, children }: Term): unknown => [
    name,
    route,
    posts,
    children.map((child) => [child.name, child.route, child.posts.length]),
  ];
  const findPost: Finder = (rest) => {
    const [, id = '', part = ''] = /^(.*):(\w+)$/s.exec(rest) ?? [];
    const postId = id as PostId;
    if (part === 'html' || part === 'excerpt' || part === 'facts') return printsOf(postId)[part];
    if (part === 'meta') return fingerprint(graph.byId.get(postId) ?? null);
    const at = order.get(postId) ?? -2;
    if (part === 'neighbours') return fingerprint([graph.posts[at - 1]?.id, graph.posts[at + 1]?.id]);
    return fingerprint(graph.series.find(({ posts }) => posts.includes(postId)) ?? null);
  };
  return {
    render: () => plan.renderPrint,
    layout: () => plan.layoutPrint,
    post: findPost,
    posts: () => fingerprint(graph.posts.map(({ id }) => id)),
    pages: () => fingerprint(graph.pages.map(({ id, route }) => [id, route])),
    terms: (taxonomy) =>
      fingerprint(
        (taxonomy === 'tag' ? graph.tags : flattenTerms(graph.categories)).map(({ name, route, posts }) => [
          name,
          route,
          posts.length,
        ]),
      ),
    term: (rest) =>
      fingerprint(
        describeTerm(
          terms.get(rest) ?? {
            id: '',
            taxonomy: 'tag',
            name: '',
            path: [],
            slug: '',
            route: '' as Route,
            posts: [],
            children: [],
          },
        ),
      ),
    archives: () => fingerprint(graph.archives.map(({ route, posts }) => [route, posts.length])),
    series: () => fingerprint(graph.series),
    data: () => fingerprint(graph.data),
    page: (route) => fingerprint(pages.get(route as Route) ?? null),
    routes: () => fingerprint(plan.pages.map(({ route }) => route)),
    source: (path) => input.sources.get(path as SourcePath)?.print ?? 'none',
    bytes: (path) => input.sources.get(path as SourcePath)?.print ?? 'none',
    file: (path) => fingerprint([index.hasFile(path as SourcePath), index.routeOfFile(path as SourcePath)]),
    link: (reference) => fingerprint(index.findPost(reference)),
    route: (route) => String(index.hasRoute(route as Route)),
  };
}
