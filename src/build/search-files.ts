/**
 * The files of the search: the index below `search/`, kept from build to build and changed
 * where posts have changed. One print stands for all that it was made of: while that is
 * the same, no post and no file of the index is read.
 */
import { formatDate } from '../base/date.ts';
import { fingerprintBytes } from '../base/fingerprint.ts';
import { type Cell, createLook, type Memo, MemoPart } from '../base/memo.ts';
import { toOutputPath, toRoute, toUrl } from '../base/path.ts';
import { type BodyStore, getText, type KeptText, putText } from '../model/body-store.ts';
import { flattenTerms } from '../model/graph.ts';
import type { OutputFile } from '../model/outputs.ts';
import type { Post, PostId } from '../model/post.ts';
import type { SearchDocument } from '../search/collect-terms.ts';
import {
  type Card,
  emptyIndex,
  type IndexedPost,
  type IndexState,
  LostFile,
  type Shelf,
  updateIndex,
} from '../search/update-index.ts';
import type { Plan } from './plan.ts';
import type { SiteWork } from './site-work.ts';

/** Where the index lives; `search/` itself is the page. */
export const SEARCH_FOLDER = 'search/';
const STATE = 'state';
/** All that the index is made of, as one fact. */
const CELL: Cell = 'search';

export interface SearchInput {
  readonly work: SiteWork;
  readonly memo: Memo<KeptText>;
  readonly store: BodyStore;
}

/** The same with that part of the memo which is the site's own, or an edition's. */
interface Indexing extends Omit<SearchInput, 'memo'> {
  readonly memo: MemoPart<KeptText>;
}

/** The files of the index; none if the site has no search, or its theme none. */
export function* listSearchFiles(given: SearchInput): Generator<OutputFile> {
  const { work, store } = given;
  const memo = new MemoPart(given.memo, `${work.plan.place}:`);
  const input = { work, memo, store };
  if (!isSearched(work.plan)) return memo.keepOnly(new Set());
  const posts = listPosts(work);
  const shelf = new MemoShelf(input);
  if (!isKept(input, posts)) updateKept(input, posts, shelf);
  const taken = new Set<string>(work.plan.pages.map(({ route }) => route));
  for (const name of shelf.listNames()) {
    if (taken.has(toRoute(SEARCH_FOLDER + name))) continue;
    const route = work.placeOf(toRoute(SEARCH_FOLDER + name));
    const bytes = (): Uint8Array => Buffer.from(shelf.find(name) ?? readAnew(name, input, posts));
    yield { type: 'text', path: toOutputPath(route), route, print: shelf.printOf(name), bytes };
  }
}

/** A file that the store has lost. */
function readAnew(name: string, input: Indexing, posts: readonly IndexedPost[]): string {
  const shelf = new MemoShelf(input);
  change(input, posts, shelf, emptyIndex);
  return shelf.read(name);
}

function isSearched({ config, theme }: Plan): boolean {
  return config.search.enable && theme.layouts.has('search');
}

/** In the order of their numbers: pages, then posts from the first to the newest, so that a new one moves none. */
function listPosts({ plan, posts }: SiteWork): IndexedPost[] {
  const { graph, config } = plan;
  const { field } = config.search;
  const all = [...(field === 'post' ? [] : graph.pages), ...(field === 'page' ? [] : graph.posts.toReversed())];
  return all
    .filter(({ frontMatter }) => frontMatter.search !== false && frontMatter.indexing !== false)
    .map(({ id }) => {
      const { facts, text } = posts.record(id).prints;
      return { id, print: [facts, text, plan.postPrints.get(id) ?? ''].map((print) => print.slice(0, 8)).join('') };
    });
}

/** Of everything the index is made of. */
function printAll({ plan }: SiteWork, posts: readonly IndexedPost[]): string {
  return fingerprintBytes(`${plan.renderPrint}\n${posts.map(({ id, print }) => `${id}\n${print}`).join('\n')}`);
}

/** Whether the kept index is that of these posts. */
function isKept({ work, memo }: Indexing, posts: readonly IndexedPost[]): boolean {
  const print = printAll(work, posts);
  const look = createLook(() => print);
  return memo.recall(STATE, look) !== undefined;
}

interface KeptState {
  /** What the posts' prints do not cover: settings, and the program. */
  readonly base: string;
  readonly state: IndexState;
}

function readState(kept: KeptText, store: BodyStore): KeptState | undefined {
  const text = getText(store, kept);
  return text === undefined ? undefined : JSON.parse(text);
}

function updateKept(input: Indexing, posts: readonly IndexedPost[], shelf: MemoShelf): void {
  const { work, memo, store } = input;
  const base = work.plan.renderPrint;
  const [, entry] = [...memo.entries()].find(([name]) => name === STATE) ?? [];
  const before = entry && readState(entry.value, store);
  try {
    change(input, posts, shelf, before?.base === base ? before.state : emptyIndex);
  } catch (error) {
    if (!(error instanceof LostFile)) throw error;
    change(input, posts, shelf, emptyIndex);
  }
}

function change(input: Indexing, posts: readonly IndexedPost[], shelf: Shelf, before: IndexState): void {
  keepState(input, posts, updateIndex(before, createIndexInput(input.work, posts), shelf));
}

function keepState({ work, memo, store }: Indexing, posts: readonly IndexedPost[], state: IndexState): void {
  const text = JSON.stringify({ base: work.plan.renderPrint, state } satisfies KeptState);
  const reads = [{ cell: CELL, print: printAll(work, posts) }];
  memo.remember(STATE, reads, putText(store, text));
}

function createIndexInput(work: SiteWork, posts: readonly IndexedPost[]): Parameters<typeof updateIndex>[1] {
  const find = (id: string): Post | undefined => work.plan.graph.byId.get(id as PostId);
  return {
    posts,
    read: (id) => readDocument(work, find(id)),
    describe: (id) => describePost(work, find(id)),
  };
}

function readDocument(work: SiteWork, post: Post | undefined): SearchDocument {
  if (!post) return { title: '', tags: [], headings: [], text: '' };
  const [{ text }, { headings }] = [work.posts.body(post.id), work.posts.facts(post.id)];
  return { title: work.readTitle(post), tags: listTags(work, post), headings: headings.map((one) => one.text), text };
}

function describePost(work: SiteWork, post: Post | undefined): Card {
  if (!post) return ['', '', '', []];
  const { root, timezone } = work.plan.config;
  const date = formatDate(post.date, timezone, 'YYYY-MM-DD', 'en');
  return [work.readTitle(post) || post.slug, toUrl(root, post.route), date, listTags(work, post)];
}

/** By the names they are shown by: in an edition those are converted. */
function listTags({ plan }: SiteWork, { tags, categories }: Post): string[] {
  const names = [...new Set([...tags, ...categories.flat()])];
  if (!plan.original) return names;
  const terms = [...plan.graph.tags, ...flattenTerms(plan.graph.categories)];
  const shown = new Map(terms.map(({ id, name }) => [id.split('\u0000').at(-1) ?? '', name]));
  return names.map((name) => shown.get(name) ?? name);
}

/** The files of the index as the memo knows them, their texts in the store. */
class MemoShelf implements Shelf {
  readonly #memo: MemoPart<KeptText>;
  readonly #store: BodyStore;
  readonly #files: Map<string, KeptText>;

  constructor({ memo, store }: Indexing) {
    this.#memo = memo;
    this.#store = store;
    this.#files = new Map([...memo.entries()].map(([name, { value }]) => [name, value]));
  }

  listNames(): string[] {
    return [...this.#files.keys()].filter((name) => name !== STATE).sort();
  }

  printOf(name: string): string {
    return this.#files.get(name)?.print ?? '';
  }

  find(name: string): string | undefined {
    const kept = this.#files.get(name);
    return kept && getText(this.#store, kept);
  }

  read(name: string): string {
    const text = this.find(name);
    if (text === undefined) throw new LostFile(name);
    return text;
  }

  write(name: string, text: string): void {
    const print = fingerprintBytes(text);
    if (this.#files.get(name)?.print === print && this.find(name) !== undefined) return;
    const kept = putText(this.#store, text);
    this.#files.set(name, kept);
    this.#memo.remember(name, [], kept);
  }

  keepOnly(names: ReadonlySet<string>): void {
    this.#memo.keepOnly(names);
    for (const name of this.#files.keys()) if (!names.has(name)) this.#files.delete(name);
    this.#files.delete(STATE);
  }
}
