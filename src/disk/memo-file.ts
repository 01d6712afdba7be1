/**
 * Remembered results on the disk, so that the next build begins where this one ended.
 *
 * One text: a checksum, and JSON. Facts stand once in a table and are referred to by
 * number. Nothing in it depends on where the site lies. What cannot be read, or was
 * written by another version, is as if it were not there: it can cost time, never truth.
 */
import { readFileSync } from 'node:fs';
import { fingerprintBytes } from '../base/fingerprint.ts';
import { type Entry, type Fact, Memo } from '../base/memo.ts';
import { replaceFile } from './manifest.ts';

/** Raised when the form of the file changes. */
const FORMAT = 1;

type Row = readonly [key: string, reads: readonly number[], value: unknown];

interface Content {
  readonly format: number;
  readonly cells: readonly string[];
  readonly prints: readonly string[];
  readonly memos: Readonly<Record<string, readonly Row[]>>;
}

/** The rows of the memos that were kept in a file, by name; none if it cannot be used. */
export function readMemos(file: string): ReadonlyMap<string, Memo<unknown>> {
  const content = readContent(file);
  if (!content) return new Map();
  const facts = content.cells.map((cell, at): Fact => ({ cell, print: content.prints[at] ?? '' }));
  const readRow = ([key, reads, value]: Row): [string, Entry<unknown>] => [
    key,
    { reads: reads.flatMap((at) => facts[at] ?? []), value },
  ];
  return new Map(Object.entries(content.memos).map(([name, rows]) => [name, new Memo(rows.map(readRow))]));
}

function readContent(file: string): Content | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const json = text.slice(end + 1);
    if (end < 0 || text.slice(0, end) !== fingerprintBytes(json)) return undefined;
    const content: Content = JSON.parse(json);
    return content.format === FORMAT ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps memos in a file, in place of what it held. Throws the file system's error. */
export function writeMemos(
  file: string,
  memos: ReadonlyMap<string, Iterable<readonly [string, Entry<unknown>]>>,
): void {
  const table = new FactTable();
  const rows: Record<string, Row[]> = {};
  for (const [name, entries] of memos) {
    rows[name] = [];
    for (const [key, { reads, value }] of entries)
      rows[name].push([key, reads.map((fact) => table.number(fact)), value]);
  }
  const json = JSON.stringify({
    format: FORMAT,
    cells: table.cells,
    prints: table.prints,
    memos: rows,
  } satisfies Content);
  replaceFile(file, `${fingerprintBytes(json)}\n${json}`, `${file}.next`);
}

/** Gives each fact a number; equal facts, though they be two objects, get one. */
class FactTable {
  readonly cells: string[] = [];
  readonly prints: string[] = [];
  readonly #byFact = new Map<Fact, number>();
  readonly #byCell = new Map<string, number[]>();

  number(fact: Fact): number {
    const known = this.#byFact.get(fact);
    if (known !== undefined) return known;
    const sameCell = this.#byCell.get(fact.cell) ?? [];
    let found = sameCell.find((at) => this.prints[at] === fact.print);
    if (found === undefined) {
      found = this.cells.push(fact.cell) - 1;
      this.prints.push(fact.print);
      sameCell.push(found);
      this.#byCell.set(fact.cell, sameCell);
    }
    this.#byFact.set(fact, found);
    return found;
  }
}
