/**
 * What one build leaves to the next in `.mojing/`: remembered results, the texts of
 * rendered posts, and the stamps of files whose prints are known. Delete it at will.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fingerprint } from '../base/fingerprint.ts';
import type { Entry, Memo } from '../base/memo.ts';
import type { BodyStore, Ref } from '../model/body-store.ts';
import { BodyPack } from './body-pack.ts';
import { readMemos, writeMemos } from './memo-file.ts';
import type { Stamp, StampIndex } from './print.ts';

/** Memos by name. Of those values that have a `ref`, the texts lie in the pack. */
export type NamedMemos = ReadonlyMap<string, Memo<unknown>>;

export interface SiteMemory {
  readonly memos: NamedMemos;
  readonly bodies: BodyStore;
  readonly stamps: StampIndex;
  /** Keeps what is now remembered. A failure costs the next build time, and nothing else. */
  save(memos: NamedMemos): void;
  close(): void;
}

const MEMOS = 'memory';
const BODIES = 'bodies';
/** A pack is packed anew when more than half of it, and this many bytes, are of no use. */
const WASTE = 8 << 20;

/**
 * Opens the memory in the folder `.mojing` of a site. The site's lock must be held.
 *
 * @param afresh - forget everything that was remembered
 */
export function openMemory(folder: string, afresh: boolean): SiteMemory {
  mkdirSync(folder, { recursive: true });
  if (afresh) for (const name of [MEMOS, BODIES]) rmSync(join(folder, name), { recursive: true, force: true });
  const memos = readMemos(join(folder, MEMOS));
  // Without memos no record is known, so none is of use.
  if (memos.size === 0) rmSync(join(folder, BODIES), { recursive: true, force: true });
  const pack = new BodyPack(join(folder, BODIES));
  const stamps = new KnownStamps(memos.get('stamps'));
  return {
    memos,
    bodies: pack,
    stamps,
    save(now) {
      try {
        saveAll(
          folder,
          pack,
          new Map<string, Iterable<readonly [string, Entry<unknown>]>>([
            ...[...now].map(([name, memo]) => [name, memo.entries()] as const),
            ['stamps', stamps.entries()],
          ]),
        );
      } catch {
        rmSync(join(folder, MEMOS), { force: true });
      }
    },
    close: () => pack.close(),
  };
}

type Rows = ReadonlyMap<string, Iterable<readonly [string, Entry<unknown>]>>;

function saveAll(folder: string, pack: BodyPack, memos: Rows): void {
  pack.flush();
  const rows = new Map([...memos].map(([name, entries]) => [name, [...entries]]));
  const refs = [...rows.values()].flat().flatMap(([, { value }]) => (hasRef(value) ? [value.ref] : []));
  const used = refs.reduce((sum, [, length]) => sum + length, 0);
  if (pack.size - used < Math.max(WASTE, used)) {
    writeMemos(join(folder, MEMOS), rows);
    return;
  }
  const fresh = join(folder, `${BODIES}.next`);
  const moved = pack.repack(refs, fresh);
  const places = new Map(refs.map((ref, at) => [ref, moved[at]]));
  const kept = new Map([...rows].map(([name, entries]) => [name, entries.flatMap((row) => moveRow(row, places))]));
  // Between these two steps a killed build leaves memos that fit no pack: prints will tell.
  pack.replaceBy(fresh);
  writeMemos(join(folder, MEMOS), kept);
}

function hasRef(value: unknown): value is { readonly ref: Ref } {
  return typeof value === 'object' && value !== null && 'ref' in value && Array.isArray(value.ref);
}

function moveRow(
  row: readonly [string, Entry<unknown>],
  places: ReadonlyMap<Ref, Ref | undefined>,
): (readonly [string, Entry<unknown>])[] {
  const [key, { reads, value }] = row;
  if (!hasRef(value)) return [row];
  const ref = places.get(value.ref);
  return ref ? [[key, { reads, value: { ...value, ref } }]] : [];
}

/** Prints by path, each good for one stamp. Those asked for in this run are kept for the next. */
class KnownStamps implements StampIndex {
  readonly #before = new Map<string, readonly [Stamp, Fingerprint]>();
  readonly #now = new Map<string, readonly [Stamp, Fingerprint]>();

  constructor(memo: Memo<unknown> | undefined) {
    for (const [path, { value }] of memo?.entries() ?? []) {
      if (Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string')
        this.#before.set(path, [value[0], value[1]]);
    }
  }

  get(path: string, stamp: Stamp): Fingerprint | undefined {
    const known = this.#now.get(path) ?? this.#before.get(path);
    if (known?.[0] !== stamp) return undefined;
    this.#now.set(path, known);
    return known[1];
  }

  set(path: string, stamp: Stamp, print: Fingerprint): void {
    this.#now.set(path, [stamp, print]);
  }

  *entries(): Generator<readonly [string, Entry<unknown>]> {
    for (const [path, value] of this.#now) yield [path, { reads: [], value }];
  }
}
