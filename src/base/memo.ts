/**
 * Results remembered together with the facts they read.
 *
 * A *cell* is the name of a fact (`post:source/_posts/a.md:meta`); a *look* gives
 * the fingerprint it has now. A remembered result is good as long as every cell
 * it read still has the fingerprint it had then. Nobody declares dependencies and
 * nobody invalidates anything: to read is to depend. (A "verifying trace" in
 * Mokhov, Mitchell, Peyton Jones, "Build systems à la carte", 2018.)
 */
import type { Fingerprint } from './fingerprint.ts';

export type Cell = string;
export type Look = (cell: Cell) => Fingerprint;
export type Reads = ReadonlyMap<Cell, Fingerprint>;

export class Memo<Value> {
  readonly #entries = new Map<string, { readonly reads: Reads; readonly value: Value }>();

  /** The remembered result, or `undefined` if there is none or one of the cells it read has changed. */
  recall(key: string, look: Look): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    for (const [cell, print] of entry.reads) if (look(cell) !== print) return undefined;
    return entry.value;
  }

  /** Remembers `value` in place of what was known under `key`, and returns it. */
  remember(key: string, reads: Reads, value: Value): Value {
    this.#entries.set(key, { reads, value });
    return value;
  }

  /** Forgets every key but the given ones, so that a deleted page does not live on here. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key);
  }
}

/** Notes the cells that one piece of work reads. */
export class Notes {
  readonly reads = new Map<Cell, Fingerprint>();
  readonly #look: Look;

  constructor(look: Look) {
    this.#look = look;
  }

  /** Says that the work read this cell. */
  note(cell: Cell): void {
    if (!this.reads.has(cell)) this.reads.set(cell, this.#look(cell));
  }
}
