/**
 * What was read from a file of memos. Most of it is never looked at: whether a result is
 * still good is asked of numbers, and a result is parsed when it is taken up.
 */
import type { Fingerprint } from '../base/fingerprint.ts';
import type { Cell, Entry, Fact, KeptResults, Look } from '../base/memo.ts';

/** The rows of one memo in one block, column by column; rows and facts are numbered from 0. */
export interface Rows {
  readonly keys: readonly string[];
  /** Where the facts of each row end in `reads`. */
  readonly ends: Uint32Array;
  /** The numbers of the facts that were read. */
  readonly reads: Uint32Array;
  /** The results as JSON. */
  readonly values: readonly string[];
  /** How many bytes of the pack belong to each. */
  readonly spans: Uint32Array;
}

/** Facts by their numbers, as they were when they were written. */
export class KeptFacts {
  readonly #cells: string[] = [];
  readonly #prints: Fingerprint[] = [];
  readonly #facts: Fact[] = [];
  readonly #following = new Set<Fact>();
  /** Which of them follow from the plan: 1, or else 0. */
  #follows = new Uint8Array(0);
  /** What has been found out for a look: 0 nothing, 1 that the fact is still so, 2 that it is not. */
  readonly #found = new WeakMap<Look, Uint8Array>();

  get count(): number {
    return this.#cells.length;
  }

  /** @param follows - a byte for each fact: 1 if it follows from the plan */
  add(cells: readonly Cell[], prints: readonly Fingerprint[], follows: Uint8Array): void {
    for (const cell of cells) this.#cells.push(cell);
    for (const print of prints) this.#prints.push(print);
    const all = new Uint8Array(this.#follows.length + follows.length);
    all.set(this.#follows);
    all.set(follows, this.#follows.length);
    this.#follows = all;
  }

  /** The plan is another: nothing of what was added up to now follows from it. */
  dropPlan(): void {
    this.#follows.fill(0);
  }

  /** Says that a look is one at the plan of which the facts were true: those that follow from it need no looking. */
  trust(look: Look): void {
    this.#found.set(look, this.#follows.slice());
  }

  /** Whether all of these facts are still so. */
  areStill(reads: Uint32Array, look: Look, counts?: (cell: Cell) => boolean): boolean {
    const found = this.#foundBy(look);
    for (const number of reads) {
      if (counts?.(this.#cells[number] ?? '') === false) continue;
      found[number] ||= this.#isStill(number, look) ? 1 : 2;
      if (found[number] === 2) return false;
    }
    return true;
  }

  #isStill(number: number, look: Look): boolean {
    return look(this.#cells[number] ?? '').print === this.#prints[number];
  }

  #foundBy(look: Look): Uint8Array {
    const found = this.#found.get(look) ?? new Uint8Array(this.count);
    this.#found.set(look, found);
    return found;
  }

  /** A fact; asked twice, the same object. */
  take(number: number): Fact {
    const known = this.#facts[number];
    if (known) return known;
    const fact = { cell: this.#cells[number] ?? '', print: this.#prints[number] ?? '' };
    this.#facts[number] = fact;
    if (this.#follows[number] === 1) this.#following.add(fact);
    return fact;
  }

  /** Whether a fact that was taken follows from the plan. */
  isFollowing(fact: Fact): boolean {
    return this.#following.has(fact);
  }
}

/** More rows than a block has. */
const STRIDE = 1 << 16;

/** One memo of a file. */
export class KeptMemo implements KeptResults<unknown> {
  readonly #facts: KeptFacts;
  readonly #blocks: Rows[] = [];
  /** Where a key's row is: the number of its block, and its place there. */
  readonly #places = new Map<string, number>();

  constructor(facts: KeptFacts) {
    this.#facts = facts;
  }

  /** What these rows say of a key stands in place of what was said before. */
  add(rows: Rows): void {
    const from = this.#blocks.push(rows) * STRIDE - STRIDE;
    for (const [at, key] of rows.keys.entries()) this.#places.set(key, from + at);
  }

  keys(): IterableIterator<string> {
    return this.#places.keys();
  }

  recall(key: string, look: Look, counts?: (cell: Cell) => boolean): unknown {
    const place = this.#places.get(key);
    if (place === undefined) return undefined;
    const { rows, at } = this.#find(place);
    return this.#facts.areStill(readsOf(rows, at), look, counts) ? parse(rows, at) : undefined;
  }

  forget(key: string): void {
    this.#places.delete(key);
  }

  *entries(): Generator<[string, Entry<unknown>]> {
    for (const [key, place] of this.#places) {
      const { rows, at } = this.#find(place);
      const reads = [...readsOf(rows, at)].map((number) => this.#facts.take(number));
      yield [key, { reads, value: parse(rows, at) }];
    }
  }

  /** How many bytes of the pack are still of use. */
  get span(): number {
    let sum = 0;
    for (const place of this.#places.values()) {
      const { rows, at } = this.#find(place);
      sum += rows.spans[at] ?? 0;
    }
    return sum;
  }

  #find(place: number): { rows: Rows; at: number } {
    const rows = this.#blocks[Math.floor(place / STRIDE)];
    if (!rows) throw new RangeError(`no row has the place ${place}`);
    return { rows, at: place % STRIDE };
  }
}

function readsOf({ ends, reads }: Rows, at: number): Uint32Array {
  return reads.subarray(at === 0 ? 0 : ends[at - 1], ends[at]);
}

function parse({ values }: Rows, at: number): unknown {
  return JSON.parse(values[at] ?? 'null');
}
