/**
 * Remembered results on the disk, so that the next build begins where this one ended.
 *
 * The file is a row of blocks, each a checksum and a line of JSON; what a later block
 * says of a key stands in place of what an earlier one said. So after an edit only what
 * changed is written. Facts stand once in each block and are referred to by number.
 * Nothing in it depends on where the site lies. What cannot be read, or was written by
 * another version, is as if it were not there: it can cost time, never truth.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { type Cell, type Changes, type Entry, type Fact, Memo } from '../base/memo.ts';
import { replaceFile } from './manifest.ts';

/** Raised when the form of the file changes. */
const FORMAT = 2;

type Row = readonly [key: string, reads: readonly number[], value: unknown];

interface Block {
  readonly format: number;
  /** The plan of which the facts are true, but for those at the places `stale`. */
  readonly plan: Fingerprint;
  readonly stale: readonly number[];
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
  /** How many characters the first block has, and how many those that were added to it. */
  readonly first: number;
  readonly added: number;
}

/** What is to be written of each memo, by name. */
export type MemoChanges = ReadonlyMap<string, Changes<unknown>>;

/** What was kept in a file; `undefined` if any of it cannot be used. */
export function readMemos(file: string): KeptMemos | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const blocks = [...readBlocks(text)];
    const [first, last] = [blocks[0], blocks.at(-1)];
    if (!first || !last) return undefined;
    const rows = new Map<string, Map<string, Entry<unknown>>>();
    const known = new Map<Cell, Fact>();
    for (const block of blocks) {
      const facts = block.cells.map((cell, at): Fact => ({ cell, print: block.prints[at] ?? '' }));
      takeRows(block, facts, rows);
      if (block.plan !== last.plan) continue;
      const stale = new Set(block.stale);
      for (const [at, fact] of facts.entries()) if (!stale.has(at)) known.set(fact.cell, fact);
    }
    const memos = new Map([...rows].map(([name, entries]) => [name, new Memo(entries)]));
    const length = text.indexOf('\n', text.indexOf('\n') + 1);
    return { memos, known: { plan: last.plan, facts: known }, first: length, added: text.length - length };
  } catch {
    return undefined;
  }
}

/** Throws if a block is damaged, or of another version. */
function* readBlocks(text: string): Generator<Block> {
  for (let at = 0; at < text.length; ) {
    const middle = text.indexOf('\n', at);
    const end = text.indexOf('\n', middle + 1);
    const json = text.slice(middle + 1, end);
    if (middle < 0 || end < 0 || text.slice(at, middle) !== fingerprintBytes(json)) throw new Error('damaged');
    const block: Block = JSON.parse(json);
    if (block.format !== FORMAT) throw new Error('of another version');
    yield block;
    at = end + 1;
  }
}

function takeRows(block: Block, facts: readonly Fact[], into: Map<string, Map<string, Entry<unknown>>>): void {
  for (const [name, rows] of Object.entries(block.memos)) {
    const entries = into.get(name) ?? new Map<string, Entry<unknown>>();
    into.set(name, entries);
    for (const key of block.forgotten[name] ?? []) entries.delete(key);
    for (const [key, reads, value] of rows) entries.set(key, { reads: takeFacts(facts, reads), value });
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
  replaceFile(file, drawBlock(memos, known), `${file}.next`);
}

/** Adds what has changed to a file that was read well. Throws the file system's error. */
export function addMemos(file: string, memos: MemoChanges, known: TrueFacts): void {
  appendFileSync(file, drawBlock(memos, known));
}

function drawBlock(memos: MemoChanges, known: TrueFacts): string {
  const table = new FactTable();
  const rows: Record<string, Row[]> = {};
  const forgotten: Record<string, readonly string[]> = {};
  for (const [name, changes] of memos) {
    rows[name] = changes.remembered.map(([key, { reads, value }]) => [
      key,
      reads.map((fact) => table.number(fact)),
      value,
    ]);
    if (changes.forgotten.length > 0) forgotten[name] = changes.forgotten;
  }
  const json = JSON.stringify({
    format: FORMAT,
    plan: known.plan,
    stale: table.facts.flatMap(({ cell, print }, at) => (known.facts.get(cell)?.print === print ? [] : [at])),
    cells: table.facts.map(({ cell }) => cell),
    prints: table.facts.map(({ print }) => print),
    memos: rows,
    forgotten,
  } satisfies Block);
  return `${fingerprintBytes(json)}\n${json}\n`;
}

/** Gives each fact a number; equal facts, though they be two objects, get one. */
class FactTable {
  readonly facts: Fact[] = [];
  readonly #byFact = new Map<Fact, number>();
  readonly #byCell = new Map<Cell, number[]>();

  number(fact: Fact): number {
    const known = this.#byFact.get(fact);
    if (known !== undefined) return known;
    const sameCell = this.#byCell.get(fact.cell) ?? [];
    let found = sameCell.find((at) => this.facts[at]?.print === fact.print);
    if (found === undefined) {
      found = this.facts.push(fact) - 1;
      sameCell.push(found);
      this.#byCell.set(fact.cell, sameCell);
    }
    this.#byFact.set(fact, found);
    return found;
  }
}
