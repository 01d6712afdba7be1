/**
 * The index of a site and how it follows the site: what is kept of it is changed where
 * posts have changed, and gives the very files that an index made anew would have.
 */
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { collectTerms, keyTerm, nameTerm, type PostTerms, type SearchDocument, type TermKey } from './collect-terms.ts';
import { listFolds } from './fold.ts';
import { drawTree, findLeaf, nameLeaf, type Path, rearrange, type Tree } from './partition.ts';
import { Manners, type Posting, postOf } from './postings.ts';
import { createTermItem, keyOf, listHeads, readTerms, type TermItem, writeTerms } from './term-shard.ts';
import { createTextItem, keyOfPost, readTexts, type TextItem, writeTexts } from './text-shard.ts';

/** Bytes of a shard of terms, at most, unless one term alone is larger. */
const TERMS_LIMIT = { size: 20 << 10, depth: 32 };
/** Bytes of a shard of texts, at most, unless one post alone is longer. */
const TEXTS_LIMIT = { size: 12 << 10, depth: 20 };
/** Posts whose titles and addresses stand in one file. */
const CARDS = 32;

/** What a result shows before its text is loaded. */
export type Card = readonly [title: string, url: string, date: string, tags: readonly string[]];

export interface IndexedPost {
  readonly id: string;
  /** Stands for all that is indexed of it and shown. */
  readonly print: string;
}

export interface IndexInput {
  /** In the order of their numbers. */
  readonly posts: readonly IndexedPost[];
  readonly read: (id: string) => SearchDocument;
  readonly describe: (id: string) => Card;
}

/** What an index must know of itself to be changed; plain data. */
export interface IndexState {
  readonly posts: readonly IndexedPost[];
  readonly terms: readonly (readonly [path: Path, size: number, heads: string])[];
  readonly texts: readonly (readonly [path: Path, size: number])[];
}

/** Where the files of the index are kept. */
export interface Shelf {
  /** Throws a `LostFile` if it is not there. */
  read(name: string): string;
  write(name: string, text: string): void;
  /** The fingerprint of a file that is there. */
  printOf(name: string): Fingerprint;
  /** Forgets all files but these. */
  keepOnly(names: ReadonlySet<string>): void;
}

/** A file of the index that should be kept, and is not. */
export class LostFile extends Error {}

export const emptyIndex: IndexState = { posts: [], terms: [['', 0, '']], texts: [['', 0]] };

/** Changes an index so that it is that of `input`, and returns what it must know next time. */
export function updateIndex(before: IndexState, input: IndexInput, shelf: Shelf): IndexState {
  const numbers = findChanges(before, input);
  const old = numbers ? before : emptyIndex;
  const changes = new Changes();
  const texts = changeTexts({ old, input, numbers: numbers ?? [...input.posts.keys()], shelf, changes });
  const terms = changeTerms({ old, shelf, changes });
  writeCards(input, old.posts, shelf);
  const state = { posts: input.posts, terms, texts };
  shelf.write(INDEX_FILE, drawIndex(state, shelf));
  shelf.keepOnly(new Set(listNames(state)));
  return state;
}

export const INDEX_FILE = 'index.json';

/** The names of all files of an index. */
export function listNames({ posts, terms, texts }: IndexState): string[] {
  const isFull = ([, size]: readonly [Path, number, ...unknown[]]): boolean => size > 0;
  return [
    INDEX_FILE,
    ...terms.filter(isFull).map(([path]) => nameTerms(path)),
    ...texts.filter(isFull).map(([path]) => nameTexts(path)),
    ...Array.from({ length: Math.ceil(posts.length / CARDS) }, (_, block) => nameCards(block)),
  ];
}

const nameTerms = (path: Path): string => `terms/${nameLeaf(path)}.txt`;
const nameTexts = (path: Path): string => `texts/${nameLeaf(path)}.json`;
const nameCards = (block: number): string => `cards/${block}.json`;

/** The numbers of the posts that are new, changed or gone; `undefined` if it is better to begin anew. */
function findChanges({ posts: old }: IndexState, { posts }: IndexInput): number[] | undefined {
  const numbers: number[] = [];
  for (let number = 0; number < Math.max(old.length, posts.length); number++)
    if (old[number]?.id !== posts[number]?.id || old[number]?.print !== posts[number]?.print) numbers.push(number);
  return numbers.length * 4 > posts.length ? undefined : numbers;
}

/** What the postings of each term lose and gain. */
class Changes {
  readonly #manners = new Manners();
  readonly #gone = new Map<TermKey, Posting[]>();
  readonly #come = new Map<TermKey, Posting[]>();

  remove(post: number, { terms }: PostTerms): void {
    for (const [term, use] of terms) addTo(this.#gone, term, this.#manners.pack(post, use));
  }

  add(post: number, { terms }: PostTerms): void {
    for (const [term, use] of terms) addTo(this.#come, term, this.#manners.pack(post, use));
  }

  /** The terms whose postings are no longer what they were. */
  *listTerms(): Generator<string> {
    for (const [term, come] of this.#come) {
      const gone = this.#gone.get(term);
      if (!gone || String(gone) !== String(come)) yield nameTerm(term);
    }
    for (const term of this.#gone.keys()) if (!this.#come.has(term)) yield nameTerm(term);
  }

  /** The postings of a term as they are now: text → text. */
  apply(term: string, postings: string): string {
    const key = keyTerm(term);
    const come = this.#come.get(key) ?? [];
    // Posts come in the order of their numbers.
    if (postings === '') return this.#manners.write(come);
    const gone = new Set(this.#gone.get(key)?.map(postOf));
    const kept = this.#manners.read(postings).filter((posting) => !gone.has(postOf(posting)));
    return this.#manners.write([...kept, ...come].sort((a, b) => a - b));
  }
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

interface Changing {
  readonly old: IndexState;
  readonly shelf: Shelf;
  readonly changes: Changes;
}

interface ChangingTexts extends Changing {
  readonly input: IndexInput;
  readonly numbers: readonly number[];
}

function changeTexts({ old, input, numbers, shelf, changes }: ChangingTexts): IndexState['texts'] {
  const sizes = new Map(old.texts);
  const read = (path: Path): readonly TextItem[] => (sizes.get(path) ? readTexts(shelf.read(nameTexts(path))) : []);
  const tree: Tree<TextItem> = { sizes, changed: new Map() };
  const byLeaf = new Map<Path, number[]>();
  for (const number of numbers) addTo(byLeaf, findLeaf(sizes, keyOfPost(number)), number);
  for (const [path, its] of byLeaf) {
    const changed = new Set(its);
    const [kept, gone] = partBy(read(path), ({ post }) => !changed.has(post));
    for (const { post, document } of gone) changes.remove(post, collectTerms(document));
    const come = its.flatMap((number) => readItem(number, input, changes) ?? []);
    tree.changed.set(path, [...kept, ...come]);
  }
  rearrange(tree, TEXTS_LIMIT, read);
  for (const [path, items] of tree.changed) if (items.length > 0) shelf.write(nameTexts(path), writeTexts(items));
  return sortLeaves([...sizes]);
}

function readItem(number: number, { posts, read }: IndexInput, changes: Changes): TextItem | undefined {
  const post = posts[number];
  if (!post) return undefined;
  const document = read(post.id);
  const collected = collectTerms(document);
  changes.add(number, collected);
  return createTextItem(number, document, collected.exchanges);
}

function changeTerms({ old, shelf, changes }: Changing): IndexState['terms'] {
  const sizes = new Map(old.terms.map(([path, size]) => [path, size]));
  const heads = new Map(old.terms.map(([path, , its]) => [path, its]));
  const read = (path: Path): readonly TermItem[] => (sizes.get(path) ? readTerms(shelf.read(nameTerms(path))) : []);
  const tree: Tree<TermItem> = { sizes, changed: new Map() };
  const byLeaf = new Map<Path, string[]>();
  for (const term of changes.listTerms()) addTo(byLeaf, findLeaf(sizes, keyOf(term)), term);
  for (const [path, terms] of byLeaf) {
    const items = new Map(read(path).map((item) => [item.term, item]));
    for (const term of terms) {
      const postings = changes.apply(term, items.get(term)?.postings ?? '');
      if (postings !== '') items.set(term, createTermItem(term, postings));
      else items.delete(term);
    }
    tree.changed.set(path, [...items.values()]);
  }
  rearrange(tree, TERMS_LIMIT, read);
  for (const [path, items] of tree.changed) {
    heads.set(path, listHeads(items));
    if (items.length > 0) shelf.write(nameTerms(path), writeTerms(items));
  }
  return sortLeaves([...sizes]).map(([path, size]) => [path, size, heads.get(path) ?? '']);
}

function partBy<Value>(values: readonly Value[], isFirst: (value: Value) => boolean): [Value[], Value[]] {
  return [values.filter(isFirst), values.filter((value) => !isFirst(value))];
}

function sortLeaves(leaves: [Path, number][]): [Path, number][] {
  return leaves.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Writes the cards of the posts, but for blocks in which nothing has changed. */
function writeCards({ posts, describe }: IndexInput, old: readonly IndexedPost[], shelf: Shelf): void {
  for (let from = 0; from < posts.length; from += CARDS) {
    const block = posts.slice(from, from + CARDS);
    const was = old.slice(from, from + CARDS);
    if (
      was.length === block.length &&
      block.every(({ id, print }, at) => was[at]?.id === id && was[at].print === print)
    )
      continue;
    shelf.write(nameCards(from / CARDS), JSON.stringify(block.map(({ id }) => describe(id))));
  }
}

/** What the client loads first: the shape of the index, and the characters to fold a query by. */
function drawIndex(state: IndexState, shelf: Shelf): string {
  const { posts, terms, texts } = state;
  const prints = listNames(state).flatMap((name) => (name === INDEX_FILE ? [] : [name, shelf.printOf(name)]));
  const present = new Set(terms.map(([, , heads]) => heads).join(''));
  const fold = [...listFolds()].filter(([, to]) => present.has(to)).flat();
  return JSON.stringify({
    version: fingerprintBytes(prints.join('\n')).slice(0, 8),
    posts: posts.length,
    cards: CARDS,
    terms: drawTree(new Map(terms.map(([path, size]) => [path, size]))),
    texts: drawTree(new Map(texts)),
    fold: fold.join(''),
  });
}
