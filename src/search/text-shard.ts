/**
 * A shard of texts as JSON: posts by their numbers, each with what its hits are shown by.
 */
import type { SearchDocument } from './collect-terms.ts';
import type { Item } from './partition.ts';
import type { Exchange } from './words.ts';

export interface TextItem extends Item {
  readonly post: number;
  readonly document: SearchDocument;
  /** Its words that have others: from, to, from, to … The sure ones, then the rest. */
  readonly words: readonly [sure: string, others: string];
}

type Row = readonly [
  title: string,
  tags: readonly string[],
  headings: readonly string[],
  text: string,
  sure: string,
  others: string,
];

/** A post as an item of the tree. Posts whose numbers are near lie together. */
export function createTextItem(post: number, document: SearchDocument, exchanges: readonly Exchange[]): TextItem {
  const join = (sure: boolean): string =>
    exchanges
      .filter((one) => one.sure === sure)
      .sort((a, b) => b.from.length - a.from.length || (a.from < b.from ? -1 : 1))
      .map(({ from, to }) => `${from} ${to}`)
      .join(' ');
  return createItem(post, document, [join(true), join(false)]);
}

function createItem(post: number, document: SearchDocument, words: TextItem['words']): TextItem {
  return { key: keyOfPost(post), size: measureText(document, words), post, document, words };
}

/** Numbers have 20 bits. */
export function keyOfPost(post: number): number {
  return (post << 12) >>> 0;
}

function measureText({ title, tags, headings, text }: SearchDocument, words: readonly string[]): number {
  return [title, text, ...tags, ...headings, ...words].reduce((sum, part) => sum + Buffer.byteLength(part), 0);
}

/** The posts of a shard → its text. */
export function writeTexts(items: readonly TextItem[]): string {
  const rows = [...items]
    .sort((a, b) => a.post - b.post)
    .map(({ post, document: { title, tags, headings, text }, words }): [string, Row] => [
      String(post),
      [title, tags, headings, text, ...words],
    ]);
  return JSON.stringify(Object.fromEntries(rows));
}

/** What `writeTexts` wrote. */
export function readTexts(shard: string): TextItem[] {
  const rows: Readonly<Record<string, Row>> = JSON.parse(shard);
  return Object.entries(rows).map(([post, [title, tags, headings, text, sure, others]]) =>
    createItem(Number(post), { title, tags, headings, text }, [sure, others]),
  );
}
