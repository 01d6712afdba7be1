/**
 * Results remembered together with the facts they read.
 *
 * A *cell* is the name of something that can be known (`post:source/_posts/a.md:meta`),
 * its *print* the fingerprint of what it is now, and a *fact* the two together. A
 * remembered result is good as long as every fact it read is still so. Nobody declares
 * dependencies and nobody invalidates anything: to read is to depend. (A "verifying
 * trace" in Mokhov, Mitchell, Peyton Jones, "Build systems à la carte", 2018.)
 */
import type { Fingerprint } from './fingerprint.ts';

export type Cell = string;

export interface Fact {
  readonly cell: Cell;
  readonly print: Fingerprint;
}

/** Gives the fact about a cell as it is now; asked twice, the same object. */
export type Look = (cell: Cell) => Fact;

export interface Entry<Value> {
  readonly reads: readonly Fact[];
  readonly value: Value;
}

/** What has happened to a memo since it was made. */
export interface Changes<Value> {
  readonly remembered: readonly (readonly [string, Entry<Value>])[];
  readonly forgotten: readonly string[];
}

/** Results that an earlier process remembered; each is taken up when it is asked for. */
export interface KeptResults<Value> {
  keys(): Iterable<string>;
  /** As `Memo.recall`. */
  recall(key: string, look: Look, counts?: (cell: Cell) => boolean): Value | undefined;
  forget(key: string): void;
  entries(): Iterable<[string, Entry<Value>]>;
}

export class Memo<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #kept: KeptResults<Value> | undefined;
  readonly #forgotten = new Set<string>();

  /** @param kept - what is remembered already */
  constructor(kept?: KeptResults<Value>) {
    this.#kept = kept;
  }

  /**
   * The remembered result, or `undefined` if there is none or something it read is no longer so.
   *
   * @param counts - the cells that what is wanted of the result depends on; all, as a rule
   */
  recall(key: string, look: Look, counts: (cell: Cell) => boolean = () => true): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return this.#kept?.recall(key, look, counts);
    return entry.reads.every((fact) => !counts(fact.cell) || isStill(fact, look)) ? entry.value : undefined;
  }

  /** Remembers `value` in place of what was known under `key`, and returns it. */
  remember(key: string, reads: readonly Fact[], value: Value): Value {
    this.#entries.set(key, { reads, value });
    this.#kept?.forget(key);
    this.#forgotten.delete(key);
    return value;
  }

  /** Forgets every key but the given ones, so that a deleted page does not live on here. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of [...this.keys()]) {
      if (keys.has(key)) continue;
      this.#entries.delete(key);
      this.#kept?.forget(key);
      this.#forgotten.add(key);
    }
  }

  /** What is to be kept elsewhere, where everything else is kept already. */
  get changes(): Changes<Value> {
    return { remembered: [...this.#entries], forgotten: [...this.#forgotten] };
  }

  /** Of everything remembered. */
  *keys(): Generator<string> {
    if (this.#kept) yield* this.#kept.keys();
    yield* this.#entries.keys();
  }

  /** Everything remembered, to be kept elsewhere. */
  *entries(): Generator<[string, Entry<Value>]> {
    if (this.#kept) yield* this.#kept.entries();
    yield* this.#entries;
  }
}

function isStill(fact: Fact, look: Look): boolean {
  const now = look(fact.cell);
  return now === fact || now.print === fact.print;
}

/**
 * A look over prints that are found when they are asked for, each once.
 *
 * @param facts - those that are known already; all that are found are put there too
 */
export function createLook(findPrint: (cell: Cell) => Fingerprint, facts = new Map<Cell, Fact>()): Look {
  return (cell) => {
    let fact = facts.get(cell);
    if (fact === undefined) {
      fact = { cell, print: findPrint(cell) };
      facts.set(cell, fact);
    }
    return fact;
  };
}

/** Notes the facts that one piece of work reads. */
export class Notes {
  readonly #reads = new Set<Fact>();
  readonly #look: Look;

  constructor(look: Look) {
    this.#look = look;
  }

  /** Says that the work read this cell. */
  note(cell: Cell): void {
    this.#reads.add(this.#look(cell));
  }

  get reads(): readonly Fact[] {
    return [...this.#reads];
  }
}

/** The part of a memo whose keys begin alike, as a memo of its own. */
export class MemoPart<Value> {
  readonly #memo: Memo<Value>;
  readonly #prefix: string;

  constructor(memo: Memo<Value>, prefix: string) {
    this.#memo = memo;
    this.#prefix = prefix;
  }

  recall(key: string, look: Look): Value | undefined {
    return this.#memo.recall(this.#prefix + key, look);
  }

  remember(key: string, reads: readonly Fact[], value: Value): Value {
    return this.#memo.remember(this.#prefix + key, reads, value);
  }

  /** Forgets every key of the part but the given ones. */
  keepOnly(keys: ReadonlySet<string>): void {
    const isKept = (key: string): boolean => !key.startsWith(this.#prefix) || keys.has(key.slice(this.#prefix.length));
    this.#memo.keepOnly(new Set([...this.#memo.keys()].filter(isKept)));
  }

  /** What is remembered in the part, under the keys it has here. */
  *entries(): Generator<[string, Entry<Value>]> {
    for (const [key, entry] of this.#memo.entries())
      if (key.startsWith(this.#prefix)) yield [key.slice(this.#prefix.length), entry];
  }
}
