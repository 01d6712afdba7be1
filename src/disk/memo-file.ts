/**
 * Remembered results on the disk, so that the next build begins where this one ended.
 *
 * The file is a row of blocks; what a later block says of a key stands in place of what
 * an earlier one said. So after an edit only what changed is written, and no block is so
 * long that its text would be felt in memory. A block is a checksum, a line of JSON that
 * tells what follows, and columns of texts and of numbers (`Rows`), of which most need
 * not be looked at. Facts stand once and are referred to by number, also from later blocks.
 * Nothing in it depends on where the site lies. From the first block on that cannot be
 * read, or was written by another version, it is as if nothing were there: a build that
 * was killed while it added a block costs that block, and never truth.
 */
import { appendFileSync, closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { endianness } from 'node:os';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { type Cell, type Changes, type Entry, type Fact, type Look, Memo } from '../base/memo.ts';
import { KeptFacts, KeptMemo } from './kept-memos.ts';

/** Raised when the form of the file changes; numbers lie as this machine writes them. */
const FORMAT = `5 ${endianness()}`;
/** Rows of a block: some hundred kilobytes. */
const ROWS = 500;

/** A row of a memo, and how many bytes of the pack belong to it. */
export type Row = readonly [key: string, entry: Entry<unknown>, span: number];

/** What is to be written of each memo, by name. */
export type MemoChanges = ReadonlyMap<
  string,
  { readonly rows: readonly Row[]; readonly forgotten: Changes<unknown>['forgotten'] }
>;

/** The plan of a site, and which facts follow from it. */
export interface KnownPlan {
  readonly plan: Fingerprint;
  readonly follows: (fact: Fact) => boolean;
}

/** The line that tells what follows. */
interface Head {
  readonly format: string;
  /** Whether it belongs to what was written at once, not to what was added. */
  readonly whole: boolean;
  readonly plan: Fingerprint;
  /** How many facts stand in the blocks before; its own are numbered from there. */
  readonly before: number;
  /** The memos of which it has rows, in their order. */
  readonly memos: readonly string[];
  readonly forgotten: Readonly<Record<string, readonly string[]>>;
  /** The length of each column in bytes: those of the facts, then those of each memo. */
  readonly lengths: readonly number[];
}

export interface KeptMemos {
  readonly memos: ReadonlyMap<string, Memo<unknown>>;
  /** The plan of which the facts are true that follow from it. */
  readonly known: KnownPlan;
  /** Says that a look is one at that plan. */
  trust(look: Look): void;
  /** How many bytes of the pack are still of use. */
  span(): number;
  /** How many facts the file holds. */
  readonly count: number;
  /** How many bytes were written at once, and how many were added to them. */
  readonly first: number;
  readonly added: number;
  /** Whether behind it stands what cannot be read: then nothing may be added. */
  readonly torn: boolean;
}

/** What was kept in a file, up to where it cannot be read; `undefined` if that is nothing. */
export function readMemos(file: string): KeptMemos | undefined {
  const reading = new Reading();
  try {
    for (const block of splitBlocks(readFileSync(file))) reading.take(block);
    return reading.finish(false);
  } catch {
    return reading.finish(true);
  }
}

interface Block {
  readonly head: Head;
  readonly columns: Columns;
  readonly length: number;
}

/** Throws if a block is damaged, or of another version. */
function* splitBlocks(bytes: Buffer): Generator<Block> {
  for (let at = 0; at < bytes.length; ) {
    const middle = bytes.indexOf('\n', at);
    const end = bytes.indexOf('\n', middle + 1);
    if (middle < 0 || end < 0) throw new Error('damaged');
    const head: Head = JSON.parse(bytes.toString('utf8', middle + 1, end));
    const next = end + 1 + head.lengths.reduce((sum, length) => sum + length, 0);
    const checksum = fingerprintBytes(bytes.subarray(middle + 1, next));
    if (next > bytes.length || bytes.toString('latin1', at, middle) !== checksum) throw new Error('damaged');
    if (head.format !== FORMAT) throw new Error('of another version');
    yield { head, columns: new Columns(bytes.subarray(end + 1, next), head.lengths), length: next - at };
    at = next;
  }
}

/** The columns of a block, taken one after the other. */
class Columns {
  readonly #lengths: IterableIterator<number>;
  #rest: Buffer;

  constructor(bytes: Buffer, lengths: readonly number[]) {
    this.#rest = bytes;
    this.#lengths = lengths.values();
  }

  takeBytes(): Buffer {
    const length = this.#lengths.next().value ?? 0;
    const bytes = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return bytes;
  }

  /** Copied, for numbers must lie where the machine can read them. */
  takeNumbers(): Uint32Array {
    return new Uint32Array(new Uint8Array(this.takeBytes()).buffer);
  }

  /** Lines of JSON. */
  takeJson(): string[] {
    return splitLines(this.takeBytes().toString('latin1'));
  }

  takeTexts(): string[] {
    const all = this.takeBytes().toString('utf8');
    const lines = splitLines(all);
    return all.includes('"') ? lines.map((text) => (text.startsWith('"') ? JSON.parse(text) : text)) : lines;
  }
}

function splitLines(text: string): string[] {
  const lines = text.split('\n');
  lines.pop();
  return lines;
}

/** What the blocks read up to now say. */
class Reading {
  readonly #facts = new KeptFacts();
  readonly #memos = new Map<string, KeptMemo>();
  #plan: Fingerprint | undefined;
  #first = 0;
  #added = 0;

  take({ head, columns, length }: Block): void {
    if (head.before !== this.#facts.count) throw new Error('damaged');
    if (head.whole) this.#first += length;
    else this.#added += length;
    if (head.plan !== this.#plan) this.#facts.dropPlan();
    this.#plan = head.plan;
    this.#facts.add(columns.takeTexts(), columns.takeTexts(), columns.takeBytes());
    for (const name of head.memos) {
      const memo = this.#memos.get(name) ?? new KeptMemo(this.#facts);
      this.#memos.set(name, memo);
      for (const key of head.forgotten[name] ?? []) memo.forget(key);
      memo.add({
        keys: columns.takeTexts(),
        ends: columns.takeNumbers(),
        reads: columns.takeNumbers(),
        values: columns.takeJson(),
        spans: columns.takeNumbers(),
      });
    }
  }

  finish(torn: boolean): KeptMemos | undefined {
    if (this.#plan === undefined) return undefined;
    const facts = this.#facts;
    return {
      memos: new Map([...this.#memos].map(([name, kept]) => [name, new Memo(kept)])),
      known: { plan: this.#plan, follows: (fact) => facts.isFollowing(fact) },
      trust: (look) => facts.trust(look),
      span: () => [...this.#memos.values()].reduce((sum, memo) => sum + memo.span, 0),
      count: facts.count,
      first: this.#first,
      added: this.#added,
      torn,
    };
  }
}

/** Keeps memos in a file, in place of what it held. Throws the file system's error. */
export function writeMemos(file: string, memos: MemoChanges, known: KnownPlan): void {
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
export function addMemos(file: string, memos: MemoChanges, known: KnownPlan, count: number): void {
  appendFileSync(file, Buffer.concat([...drawBlocks(memos, known, { before: count, whole: false })]));
}

type Place = Pick<Head, 'before' | 'whole'>;

/** The blocks in their order; at least one, which tells the plan. */
function* drawBlocks(memos: MemoChanges, known: KnownPlan, { before, whole }: Place): Generator<Buffer> {
  const table = new FactTable(before);
  const longest = Math.max(1, ...[...memos.values()].map(({ rows }) => rows.length));
  for (let from = 0; from < longest; from += ROWS) {
    const parts = [...memos].map(([name, { rows, forgotten }]) => ({
      name,
      columns: drawRows(rows.slice(from, from + ROWS), table),
      forgotten: from === 0 ? forgotten : [],
    }));
    yield drawBlock(parts, { table, known, whole });
  }
}

interface MemoPart {
  readonly name: string;
  readonly columns: readonly Uint8Array[];
  readonly forgotten: readonly string[];
}

function drawBlock(
  parts: readonly MemoPart[],
  { table, known, whole }: { readonly table: FactTable; readonly known: KnownPlan; readonly whole: boolean },
): Buffer {
  const { before, facts } = table.takeFresh();
  const columns = [
    writeTexts(facts.map(({ cell }) => cell)),
    writeTexts(facts.map(({ print }) => print)),
    Uint8Array.from(facts, (fact) => (known.follows(fact) ? 1 : 0)),
    ...parts.flatMap((part) => part.columns),
  ];
  const head: Head = {
    format: FORMAT,
    whole,
    plan: known.plan,
    before,
    memos: parts.map(({ name }) => name),
    forgotten: Object.fromEntries(parts.map(({ name, forgotten }) => [name, forgotten])),
    lengths: columns.map(({ length }) => length),
  };
  const block = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...columns]);
  return Buffer.concat([Buffer.from(`${fingerprintBytes(block)}\n`), block]);
}

/** The columns of some rows. */
function drawRows(rows: readonly Row[], table: FactTable): Uint8Array[] {
  const reads = rows.map(([, entry]) => entry.reads.map((fact) => table.number(fact)));
  let end = 0;
  return [
    writeTexts(rows.map(([key]) => key)),
    writeNumbers(reads.map(({ length }) => (end += length))),
    writeNumbers(reads.flat()),
    writeJson(rows.map(([, { value }]) => value)),
    writeNumbers(rows.map(([, , span]) => span)),
  ];
}

function writeNumbers(numbers: readonly number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

/** A line each, as they are; as JSON where they could be taken for it, or for two. */
function writeTexts(texts: readonly string[]): Uint8Array {
  return Buffer.from(texts.map((text) => `${/^"|\n/.test(text) ? JSON.stringify(text) : text}\n`).join(''));
}

/** A line each, in ASCII: so V8 holds a character in one byte and parses twice as fast. */
function writeJson(values: readonly unknown[]): Uint8Array {
  const ascii = values
    .map((value) => `${JSON.stringify(value ?? null)}\n`)
    .join('')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
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
