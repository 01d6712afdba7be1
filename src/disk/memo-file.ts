/**
 * Remembered results on the disk, so that the next build begins where this one ended.
 *
 * The file is a row of blocks, each a checksum and a line of JSON; what a later block
 * says of a key stands in place of what an earlier one said. So after an edit only what
 * changed is written, and no block is so long that its text would be felt in memory.
 * Facts stand once and are referred to by number, also from later blocks.
 * Nothing in it depends on where the site lies. What cannot be read, or was written by
 * another version, is as if it were not there: it can cost time, never truth.
 */
import { appendFileSync, closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { type Cell, type Changes, type Entry, type Fact, Memo } from '../base/memo.ts';

/** Raised when the form of the file changes. */
const FORMAT = 4;
/** Rows of a block: some hundred kilobytes. */
const ROWS = 500;

type Row = readonly [key: string, reads: readonly number[], value: unknown];

interface Block {
  readonly format: number;
  /** Whether it belongs to what was written at once, not to what was added. */
  readonly whole: boolean;
  /** The plan of which the facts are true, but for those at the places `stale`. */
  readonly plan: Fingerprint;
  readonly stale: readonly number[];
  /** How many facts stand in the blocks before; its own are numbered from there. */
  readonly before: number;
  readonly cells: readonly Cell[];
  readonly prints: readonly Fingerprint[];
  readonly memos: Readonly<Record<string, readonly Row[]>>;
  readonly forgotten: Readonly<Record<string, readonly string[]>>;
}

/** Facts, and the plan of which they are true. */
export interface TrueFacts {
  readonly plan: Fingerprint;
  readonly facts: ReadonlyMap<Cell, Fact>;
}

export interface KeptMemos {
  readonly memos: ReadonlyMap<string, Memo<unknown>>;
  readonly known: TrueFacts;
  /** How many facts the file holds. */
  readonly count: number;
  /** How many bytes were written at once, and how many were added to them. */
  readonly first: number;
  readonly added: number;
}

/** What is to be written of each memo, by name. */
export type MemoChanges = ReadonlyMap<string, Changes<unknown>>;

/** What was kept in a file; `undefined` if any of it cannot be used. */
export function readMemos(file: string): KeptMemos | undefined {
  try {
    const reading = new Reading();
    for (const { block, length } of readBlocks(readFileSync(file))) reading.take(block, length);
    return reading.finish();
  } catch {
    return undefined;
  }
}

/** Throws if a block is damaged, or of another version. */
function* readBlocks(bytes: Buffer): Generator<{ block: Block; length: number }> {
  for (let at = 0; at < bytes.length; ) {
    const middle = bytes.indexOf('\n', at);
    const end = bytes.indexOf('\n', middle + 1);
    if (middle < 0 || end < 0) throw new Error('damaged');
    const json = bytes.subarray(middle + 1, end);
    if (bytes.toString('latin1', at, middle) !== fingerprintBytes(json)) throw new Error('damaged');
    const block: Block = JSON.parse(json.toString('latin1'));
    if (block.format !== FORMAT) throw new Error('of another version');
    yield { block, length: end + 1 - at };
    at = end + 1;
  }
}

/** What the blocks read up to now say. */
class Reading {
  readonly #facts: Fact[] = [];
  readonly #rows = new Map<string, Map<string, Entry<unknown>>>();
  #known = new Map<Cell, Fact>();
  #plan: Fingerprint | undefined;
  #first = 0;
  #added = 0;

  take(block: Block, length: number): void {
    if (block.before !== this.#facts.length) throw new Error('damaged');
    if (block.whole) this.#first += length;
    else this.#added += length;
    if (block.plan !== this.#plan) this.#known = new Map();
    this.#plan = block.plan;
    const stale = new Set(block.stale);
    for (const [at, cell] of block.cells.entries()) {
      const fact = { cell, print: block.prints[at] ?? '' };
      this.#facts.push(fact);
      if (!stale.has(at)) this.#known.set(cell, fact);
    }
    this.#takeRows(block);
  }

  #takeRows({ memos, forgotten }: Block): void {
    for (const [name, rows] of Object.entries(memos)) {
      const entries = this.#rows.get(name) ?? new Map<string, Entry<unknown>>();
      this.#rows.set(name, entries);
      for (const key of forgotten[name] ?? []) entries.delete(key);
      for (const [key, reads, value] of rows) entries.set(key, { reads: takeFacts(this.#facts, reads), value });
    }
  }

  finish(): KeptMemos | undefined {
    if (this.#plan === undefined) return undefined;
    const memos = new Map([...this.#rows].map(([name, entries]) => [name, new Memo(entries)]));
    const known = { plan: this.#plan, facts: this.#known };
    return { memos, known, count: this.#facts.length, first: this.#first, added: this.#added };
  }
}

/** A loop, for there are hundreds of thousands. */
function takeFacts(facts: readonly Fact[], places: readonly number[]): Fact[] {
  const taken: Fact[] = [];
  for (const at of places) {
    const fact = facts[at];
    if (fact) taken.push(fact);
  }
  return taken;
}

/** Keeps memos in a file, in place of what it held. Throws the file system's error. */
export function writeMemos(file: string, memos: MemoChanges, known: TrueFacts): void {
  const beside = `${file}.next`;
  const descriptor = openSync(beside, 'w');
  try {
    for (const block of drawBlocks(memos, known, { before: 0, whole: true })) writeAll(descriptor, block);
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, file);
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** Adds what has changed to a file that was read well and holds `count` facts. Throws the file system's error. */
export function addMemos(file: string, memos: MemoChanges, known: TrueFacts, count: number): void {
  appendFileSync(file, Buffer.concat([...drawBlocks(memos, known, { before: count, whole: false })]));
}

type Place = Pick<Block, 'before' | 'whole'>;

/** The blocks in their order; at least one, which tells the plan. */
function* drawBlocks(memos: MemoChanges, known: TrueFacts, { before, whole }: Place): Generator<Buffer> {
  const table = new FactTable(before);
  const forgotten = Object.fromEntries([...memos].map(([name, changes]) => [name, changes.forgotten]));
  yield drawBlock({ memos: drawRows(memos, 0, table), forgotten }, { table, known, whole });
  const longest = Math.max(0, ...[...memos.values()].map(({ remembered }) => remembered.length));
  for (let from = ROWS; from < longest; from += ROWS)
    yield drawBlock({ memos: drawRows(memos, from, table), forgotten: {} }, { table, known, whole });
}

/** The rows of each memo from `from` on that go into one block. */
function drawRows(memos: MemoChanges, from: number, table: FactTable): Record<string, Row[]> {
  return Object.fromEntries(
    [...memos].map(([name, { remembered }]) => [
      name,
      remembered
        .slice(from, from + ROWS)
        .map(([key, { reads, value }]): Row => [key, reads.map((fact) => table.number(fact)), value]),
    ]),
  );
}

function drawBlock(
  rows: Pick<Block, 'memos' | 'forgotten'>,
  { table, known, whole }: { readonly table: FactTable; readonly known: TrueFacts; readonly whole: boolean },
): Buffer {
  const { before, facts } = table.takeFresh();
  const json = writeAscii(
    JSON.stringify({
      format: FORMAT,
      whole,
      plan: known.plan,
      stale: facts.flatMap(({ cell, print }, at) => (known.facts.get(cell)?.print === print ? [] : [at])),
      before,
      cells: facts.map(({ cell }) => cell),
      prints: facts.map(({ print }) => print),
      ...rows,
    } satisfies Block),
  );
  return Buffer.concat([Buffer.from(`${fingerprintBytes(json)}\n`), json, Buffer.from('\n')]);
}

/** JSON in ASCII: so V8 holds a character in one byte and parses twice as fast. */
function writeAscii(json: string): Buffer {
  const ascii = json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Buffer.from(ascii, 'latin1');
}

/** Gives each fact a number; equal facts, though they be two objects, get one. */
class FactTable {
  #count: number;
  #fresh: Fact[] = [];
  readonly #byFact = new Map<Fact, number>();
  readonly #byCell = new Map<Cell, { readonly print: Fingerprint; readonly number: number }[]>();

  /** @param before - how many facts the file holds already */
  constructor(before: number) {
    this.#count = before;
  }

  number(fact: Fact): number {
    const known = this.#byFact.get(fact);
    if (known !== undefined) return known;
    const sameCell = this.#byCell.get(fact.cell) ?? [];
    let found = sameCell.find(({ print }) => print === fact.print)?.number;
    if (found === undefined) {
      found = this.#count++;
      this.#fresh.push(fact);
      this.#byCell.set(fact.cell, [...sameCell, { print: fact.print, number: found }]);
    }
    this.#byFact.set(fact, found);
    return found;
  }

  /** The facts numbered since this was last asked, and how many there were before them. */
  takeFresh(): { before: number; facts: readonly Fact[] } {
    const facts = this.#fresh;
    this.#fresh = [];
    return { before: this.#count - facts.length, facts };
  }
}
