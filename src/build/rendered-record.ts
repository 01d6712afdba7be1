/**
 * A rendered post as it is remembered: its texts as the bytes of one record, and beside
 * them their fingerprints and the few facts that every build wants.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { SlottedText } from '../base/slots.ts';
import type { BodyStore, Ref } from '../model/body-store.ts';
import type { AssetUse, FormulaCount, RenderedPost } from '../model/post.ts';

/** The parts of a record, in their order. Pages show them apart from each other. */
const PARTS = ['facts', 'html', 'excerpt', 'text'] as const;
export type PartName = (typeof PARTS)[number];

export type RenderedPrints = Readonly<Record<PartName, Fingerprint>>;

/** What is remembered of a rendered post. */
export interface RenderedRecord {
  readonly prints: RenderedPrints;
  readonly ref: Ref;
  /** Of each part, in bytes. */
  readonly lengths: readonly number[];
  readonly formulas: FormulaCount;
  readonly assets: readonly AssetUse[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A record that no store has yet. */
export interface LooseRecord extends Omit<RenderedRecord, 'ref'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The texts of a rendered post by part; the facts as JSON. */
function writeParts({ html, excerpt, text, ...facts }: RenderedPost): Readonly<Record<PartName, SlottedText>> {
  const json = new SlottedText(JSON.stringify(facts));
  return { facts: json, html, excerpt: new SlottedText(excerpt), text: new SlottedText(text) };
}

/** Where records are written before their length is known; only longer ones have a place of their own. */
const scratch = Buffer.allocUnsafeSlow(1 << 20);

/** Writes the record of a rendered post: each text is encoded once, and its fingerprint taken of the bytes. */
export function writeRecord(post: RenderedPost): LooseRecord {
  const parts = writeParts(post);
  const most = PARTS.reduce((sum, name) => sum + parts[name].mostBytes, 0);
  const room = most <= scratch.length ? scratch : Buffer.allocUnsafeSlow(most);
  const lengths: number[] = [];
  let end = 0;
  const [facts = '', html = '', excerpt = '', text = ''] = PARTS.map((name) => {
    const start = end;
    end = parts[name].write(room, start);
    lengths.push(end - start);
    return fingerprintBytes(room.subarray(start, end));
  });
  const { formulas, assets, diagnostics } = post;
  const bytes = new Uint8Array(room.subarray(0, end));
  return { bytes, prints: { facts, html, excerpt, text }, lengths, formulas, assets, diagnostics };
}

/** One part of a record in UTF-8, if what comes out of the store is what went in. */
export function readPart(store: BodyStore, record: RenderedRecord, name: PartName): Uint8Array | undefined {
  const { start, length } = findPart(record, name);
  const bytes = store.get(record.ref, start, length);
  return bytes && fingerprintBytes(bytes) === record.prints[name] ? bytes : undefined;
}

/** One part of a record that is at hand. */
export function cutPart(record: LooseRecord, name: PartName): Uint8Array {
  const { start, length } = findPart(record, name);
  return record.bytes.subarray(start, start + length);
}

function findPart({ lengths }: Pick<RenderedRecord, 'lengths'>, name: PartName): { start: number; length: number } {
  const index = PARTS.indexOf(name);
  const start = lengths.slice(0, index).reduce((sum, length) => sum + length, 0);
  return { start, length: lengths[index] ?? 0 };
}
