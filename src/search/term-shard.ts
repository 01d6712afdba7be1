/**
 * A shard of terms as text: a line for each first character (of words, the first two
 * letters), then a tab, then what follows it in each term and that term's postings.
 */
import { hashText } from './hash.ts';
import type { Item } from './partition.ts';
import { isDense } from './runs.ts';

export interface TermItem extends Item {
  readonly term: string;
  /** See `postings.ts`. */
  readonly postings: string;
}

/** A term as an item of the tree. */
export function createTermItem(term: string, postings: string): TermItem {
  return { key: keyOf(term), size: Buffer.byteLength(term) + postings.length + 2, term, postings };
}

/** 16 bits of its head, so that all terms which begin alike lie together, then 8 for each of the next two units. */
export function keyOf(term: string): number {
  const head = headOf(term);
  const [first = '', second = ''] = term.slice(head.length);
  return (((hashText(head) >>> 16) << 16) | (hashUnit(first) << 8) | hashUnit(second)) >>> 0;
}

function hashUnit(unit: string): number {
  return unit === '' ? 0 : hashText(unit) >>> 24;
}

/** A term's first character; of a word, its first two letters. */
export function headOf(term: string): string {
  return isDense(term) ? String.fromCodePoint(term.codePointAt(0) ?? 0) : term.slice(0, 2);
}

/** The terms of a shard → its text. */
export function writeTerms(items: readonly TermItem[]): string {
  const lines = new Map<string, string>();
  for (const { term, postings } of [...items].sort((a, b) => (a.term < b.term ? -1 : 1))) {
    const head = headOf(term);
    lines.set(head, `${lines.get(head) ?? ''} ${term.slice(head.length)} ${postings}`);
  }
  return [...lines].map(([head, entries]) => `${head}\t${entries.slice(1)}\n`).join('');
}

/** What `writeTerms` wrote. */
export function readTerms(text: string): TermItem[] {
  return text.split('\n').flatMap((line) => {
    const [head = '', entries = ''] = line.split('\t');
    const parts = entries === '' ? [] : entries.split(' ');
    return parts.flatMap((rest, at) => (at % 2 === 0 ? createTermItem(head + rest, parts[at + 1] ?? '') : []));
  });
}

/** The characters without spaces around them that begin a term of the shard. */
export function listHeads(items: readonly TermItem[]): string {
  return [...new Set(items.map(({ term }) => headOf(term)).filter(isDense))].sort().join('');
}
