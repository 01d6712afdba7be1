/**
 * Cells: the named facts of a build, and the fingerprint each has now.
 *
 * The rule for every cell: what could be seen through it is what its fingerprint covers.
 * Too coarse a cell is slower, never wrong.
 */
import { type Fingerprint, fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { type Cell, createLook, type Fact, type Look } from '../base/memo.ts';
import type { Route, SourcePath } from '../base/path.ts';
import { flattenTerms, type Term } from '../model/graph.ts';
import type { Alternate, Page } from '../model/page.ts';
import type { PostId } from '../model/post.ts';
import { type EquationIndex, readEquationCell } from './equation-index.ts';
import type { Plan } from './plan.ts';
import type { RenderedPrints } from './rendered-record.ts';
import type { SiteIndex } from './site-index.ts';

export interface CellSources {
  readonly plan: Plan;
  readonly index: SiteIndex;
  readonly equations: EquationIndex;
  readonly printsOf: (id: PostId) => RenderedPrints;
  /** The site has one language. */
  readonly isPlain: boolean;
  /** The same page in other languages. */
  readonly alternatesOf: (route: Route) => readonly Alternate[];
}

/** What the last build of this process left, so that its facts need not all be found again. */
export interface KnownFacts {
  /** Of the plan they were facts of. */
  readonly plan: Fingerprint;
  readonly facts: ReadonlyMap<Cell, Fact>;
}

/** What the last build of another process left. */
export interface TrustedPlan {
  readonly plan: Fingerprint | undefined;
  /** Says that a look is one at that plan: what was remembered as following from it need not be looked at. */
  trust(look: Look): void;
}

/** Whether a fact is known to follow from the plan: an equal plan gives it again. */
export function followsFromPlan({ facts }: KnownFacts, { cell, print }: Fact): boolean {
  return facts.get(cell)?.print === print && !isOfContent(cell);
}

/**
 * Looks at the cells of one plan. Facts that are known of an equal plan are taken from there.
 *
 * @returns the look, and all facts that it has found up to now
 */
export function createSiteLook(sources: CellSources, known?: KnownFacts): { look: Look; facts: Map<Cell, Fact> } {
  const finders = createFinders(sources);
  const facts = new Map<Cell, Fact>();
  if (known?.plan === sources.plan.print)
    for (const [cell, fact] of known.facts) if (!isOfContent(cell)) facts.set(cell, fact);
  const look = createLook((cell) => {
    const colon = cell.indexOf(':');
    return colon < 0
      ? (finders[cell]?.('') ?? 'none')
      : (finders[cell.slice(0, colon)]?.(cell.slice(colon + 1)) ?? 'none');
  }, facts);
  return { look, facts };
}

const CONTENT = ['source:', 'bytes:', 'equation:'];
const OF_PLAN = ['meta', 'neighbours', 'series'];

/** Whether a fact is about what a file or a rendered post contains: a plan says nothing of that. */
function isOfContent(cell: Cell): boolean {
  if (cell.startsWith('post:')) return !OF_PLAN.includes(cell.slice(cell.lastIndexOf(':') + 1));
  return CONTENT.some((kind) => cell.startsWith(kind));
}

type Finder = (rest: string) => Fingerprint;

function createFinders({
  plan,
  index,
  equations,
  printsOf,
  isPlain,
  alternatesOf,
}: CellSources): Readonly<Record<string, Finder>> {
  const { graph, input } = plan;
  const pages = new Map(plan.pages.map((page) => [page.route, page]));
  // After an edit of one body nobody asks for these.
  const orderOf = keep(() => new Map(graph.posts.map(({ id }, at) => [id, at])));
  const termsOf = keep(
    () =>
      new Map([...graph.tags, ...flattenTerms(graph.categories)].map((term) => [`${term.taxonomy}:${term.id}`, term])),
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
    if (part === 'meta') return plan.postPrints.get(postId) ?? 'none';
    const at = orderOf().get(postId) ?? -2;
    if (part === 'neighbours') return `${graph.posts[at - 1]?.id}|${graph.posts[at + 1]?.id}`;
    return fingerprint(graph.series.find(({ posts }) => posts.includes(postId)) ?? null);
  };
  return {
    render: () => plan.renderPrint,
    layout: () => plan.layoutPrint,
    post: findPost,
    posts: () => fingerprint(graph.posts.map(({ id }) => id)),
    'has-posts': () => String(graph.posts.length > 0),
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
          termsOf().get(rest) ?? {
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
    page: (route) => printPage(pages.get(route as Route)),
    routes: () => fingerprint(plan.pages.map(({ type, route }) => [type, route])),
    source: (path) => input.sources.get(path as SourcePath)?.print ?? 'none',
    bytes: (path) => input.sources.get(path as SourcePath)?.print ?? 'none',
    file: (path) => fingerprint([index.hasFile(path as SourcePath), index.routeOfFile(path as SourcePath)]),
    equation: (rest) => {
      const { reference, label } = readEquationCell(rest);
      return fingerprint(equations.find(reference, label));
    },
    link: (reference) => fingerprint(index.findPost(reference)),
    route: (route) => String(index.hasRoute(route as Route)),
    root: (route) => index.rootOf(route as Route),
    languages: () => String(isPlain),
    alternates: (route) => fingerprint(alternatesOf(route as Route)),
  };
}

/** Makes something when it is first asked for, once. */
function keep<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Only a script's data may hold what JSON has no form for, or come in another order. */
function printPage(page: Page | undefined): Fingerprint {
  const isPlain = page?.type === 'layout' && page.data === undefined;
  return isPlain ? fingerprintBytes(JSON.stringify(page)) : fingerprint(page ?? null);
}
