/**
 * `build`: from an immutable set of sources to files, one after the other. The only room
 * that knows all stages; `serve --watch` calls it again with the same memos.
 */
import { type Diagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import { fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { type Route, toOutputPath, toRoute, toSourcePath } from '../base/path.ts';
import { MATH_STYLESHEET } from '../layout/finish-html.ts';
import { buildMathStylesheet } from '../math/assets.ts';
import { flattenTerms } from '../model/graph.ts';
import type { OutputFile } from '../model/outputs.ts';
import type { Page } from '../model/page.ts';
import type { PostId } from '../model/post.ts';
import { decodeText } from '../model/sources.ts';
import { Alternates } from './alternates.ts';
import { type BuildInput, type Plan, plan, planAgain } from './plan.ts';
import { planEditions } from './plan-editions.ts';
import { listSearchFiles } from './search-files.ts';
import { type Hands, type Memos, SiteWork } from './site-work.ts';

export interface Totals {
  readonly posts: number;
  readonly pages: number;
  readonly drafts: number;
  readonly tags: number;
  readonly categories: number;
  readonly formulas: { readonly total: number; readonly distinct: number; readonly failed: number };
}

/** Everything that is known once the last file was given out. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly totals: Totals;
  readonly ran: SiteWork['ran'];
}

/** A build under way: take all of `files`, then ask for the `outcome`. */
export interface Build {
  readonly plan: Plan;
  readonly work: SiteWork;
  /** The work of the site itself, then that of each edition. */
  readonly works: readonly SiteWork[];
  readonly files: Iterable<OutputFile>;
  readonly outcome: () => Outcome;
}

/** Plans the site at once, and renders and draws it while `files` is taken. */
export function build(input: BuildInput, memos: Memos, hands: Hands): Build {
  const planned =
    (memos.planned && planAgain(memos.planned, input, memos.parsed)) ?? planEditions(plan(input, memos.parsed));
  memos.planned = planned;
  const shared = { memos, hands, alternates: new Alternates(planned) };
  const work = new SiteWork(planned, shared);
  // A crew is offered posts once, and those of the site itself are as many as those of an edition.
  const others = { ...shared, hands: { guard: hands.guard, watch: hands.watch }, index: work.index };
  const editions = planned.editions.map((edition) => new SiteWork(edition, others));
  const works = [work, ...editions];
  const diagnostics: Diagnostic[] = [...works.flatMap(({ plan: { diagnostics: told } }) => told)];
  return {
    plan: planned,
    work,
    works,
    files: performAll(works, memos, diagnostics),
    outcome: () => ({
      diagnostics: sortDiagnostics(editions.length > 0 ? dropRepeated(diagnostics) : diagnostics),
      totals: countSite(work),
      ran: {
        rendered: works.reduce((sum, { ran }) => sum + ran.rendered, 0),
        laidOut: works.reduce((sum, { ran }) => sum + ran.laidOut, 0),
      },
    }),
  };
}

/** What is wrong with a post is wrong in all editions, and told once. */
function dropRepeated(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [fingerprint(diagnostic), diagnostic])).values()];
}

function* performAll(
  works: readonly SiteWork[],
  { search, bodies }: Memos,
  diagnostics: Diagnostic[],
): Generator<OutputFile> {
  const taken = new Set<string>();
  for (const work of works) {
    yield* perform(work, diagnostics);
    yield* listPostAssets(work, taken);
    yield* listSearchFiles({ work, memo: search, store: bodies });
  }
  const hasFormulas = works.some((work) => listIds(work.plan).some((id) => work.hasFormulas(id)));
  if (hasFormulas && works[0]) yield* listMathFiles(works[0].plan);
}

/** Pages whose posts are rendered together, just before they are drawn. */
const STRETCH = 32;

function* perform(work: SiteWork, diagnostics: Diagnostic[]): Generator<OutputFile> {
  const ids = listIds(work.plan);
  work.posts.offer(ids);
  for (const page of orderPages(work)) {
    const { file, diagnostics: told } = work.draw(page);
    diagnostics.push(...told);
    if (file) yield file;
  }
  work.posts.renderAll(ids);
  for (const id of ids) diagnostics.push(...work.posts.record(id).diagnostics);
}

/**
 * The pages in the order in which they are best drawn: first those that mostly show
 * titles, so that others have time to render; then the posts' own, those first that
 * others have rendered meanwhile; at last those that show the texts of many posts.
 */
function* orderPages(work: SiteWork): Generator<Page> {
  const { pages } = work.plan;
  const done: PostId[] = [];
  const waiting = new Map<PostId, Page>();
  for (const page of pages) {
    const post = postOf(page);
    if (post !== undefined && !waiting.has(post)) waiting.set(post, page);
    else if (!isLate(page)) yield page;
    done.push(...work.posts.collect());
  }
  while (waiting.size > 0) {
    done.push(...work.posts.collect());
    const ready = takeFrom(waiting, done.splice(0));
    const next = ready.length > 0 ? ready : takeFrom(waiting, takeFirst(waiting.keys(), STRETCH));
    work.prepare(next);
    yield* next;
  }
  yield* pages.filter(isLate);
}

function takeFrom(waiting: Map<PostId, Page>, ids: readonly PostId[]): Page[] {
  return ids.flatMap((id) => {
    const page = waiting.get(id);
    waiting.delete(id);
    return page ?? [];
  });
}

function takeFirst<Item>(items: Iterable<Item>, count: number): Item[] {
  const taken: Item[] = [];
  for (const item of items) if (taken.push(item) >= count) break;
  return taken;
}

function postOf(page: Page): PostId | undefined {
  return page.type === 'layout' ? page.post : undefined;
}

function isLate(page: Page): boolean {
  return page.type === 'document' || (page.type === 'layout' && page.kind === 'home');
}

function listIds({ graph }: Plan): PostId[] {
  return [...graph.posts, ...graph.pages].map(({ id }) => id);
}

/** Files which stand beside a post and are shown by it, and which nothing else publishes. */
function* listPostAssets(work: SiteWork, taken: Set<string>): Generator<OutputFile> {
  for (const { route } of work.plan.pages) taken.add(work.placeOf(route));
  for (const id of listIds(work.plan)) {
    for (const { from, route } of work.posts.record(id).assets) {
      const source = work.plan.input.sources.get(from);
      if (!source || taken.has(route)) continue;
      taken.add(route);
      yield { type: 'copy', path: toOutputPath(route), route, from, print: source.print };
    }
  }
}

/** KaTeX's stylesheet and fonts, which only a site with formulas has. */
export function* listMathFiles({ input }: Plan): Generator<OutputFile> {
  const stylesheet = input.sources.get(toSourcePath('katex/katex.min.css'));
  const css = stylesheet && decodeText(stylesheet.read());
  if (css !== undefined) yield createText(MATH_STYLESHEET, buildMathStylesheet(css));
  for (const [path, file] of input.sources) {
    if (!/^katex\/fonts\/.*\.woff2$/.test(path)) continue;
    const route: Route = toRoute(path);
    yield { type: 'copy', path: toOutputPath(route), route, from: path, print: file.print };
  }
}

function createText(route: Route, text: string): OutputFile {
  const bytes = Buffer.from(text);
  return { type: 'text', path: toOutputPath(route), route, print: fingerprintBytes(bytes), bytes: () => bytes };
}

function countSite(work: SiteWork): Totals {
  const { graph, drafts } = work.plan;
  const distinct = new Set<string>();
  let [total, failed] = [0, 0];
  for (const id of listIds(work.plan)) {
    const { formulas } = work.posts.record(id);
    total += formulas.total;
    failed += formulas.failed;
    for (const print of formulas.prints) distinct.add(print);
  }
  return {
    posts: graph.posts.length,
    pages: graph.pages.length,
    drafts,
    tags: graph.tags.length,
    categories: flattenTerms(graph.categories).length,
    formulas: { total, distinct: distinct.size, failed },
  };
}
