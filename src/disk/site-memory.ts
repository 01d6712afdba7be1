/**
 * What one build leaves to the next in `.mojing/`: remembered results, the texts of
 * rendered posts, and the stamps of files whose prints are known. Delete it at will.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fingerprint } from '../base/fingerprint.ts';
import type { Changes, Entry, Memo } from '../base/memo.ts';
import type { BodyStore, Ref } from '../model/body-store.ts';
import { BodyPack } from './body-pack.ts';
import { addMemos, type KeptMemos, readMemos, type TrueFacts, writeMemos } from './memo-file.ts';
import type { Stamp, StampIndex } from './print.ts';

/** Memos by name. Of those values that have a `ref`, the texts lie in the pack. */
export type NamedMemos = ReadonlyMap<string, Memo<unknown>>;

export interface SiteMemory {
  readonly memos: NamedMemos;
  readonly known: TrueFacts | undefined;
  readonly bodies: BodyStore;
  readonly stamps: StampIndex;
  /** Keeps what is now remembered. A failure costs the next build time, and nothing else. */
  save(memos: NamedMemos, known: TrueFacts): void;
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
  const kept = readMemos(join(folder, MEMOS));
  // Without memos no record is known, so none is of use.
  if (!kept) rmSync(join(folder, BODIES), { recursive: true, force: true });
  const pack = new BodyPack(join(folder, BODIES));
  const stamps = new KnownStamps(kept?.memos.get(STAMPS));
  return {
    memos: kept?.memos ?? new Map(),
    known: kept?.known,
    bodies: pack,
    stamps,
    save(memos, known) {
      try {
        new Keeping({ folder, pack, kept, stamps, memos, known }).save();
      } catch {
        rmSync(join(folder, MEMOS), { force: true });
      }
    },
    close: () => pack.close(),
  };
}

const STAMPS = 'stamps';

interface ToKeep {
  readonly folder: string;
  readonly pack: BodyPack;
  readonly kept: KeptMemos | undefined;
  readonly stamps: KnownStamps;
  readonly memos: NamedMemos;
  readonly known: TrueFacts;
}

class Keeping {
  readonly #what: ToKeep;
  readonly #file: string;

  constructor(what: ToKeep) {
    this.#what = what;
    this.#file = join(what.folder, MEMOS);
  }

  save(): void {
    const { pack, kept, known } = this.#what;
    pack.flush();
    const refs = [...this.#what.memos.values()].flatMap((memo) => listRefs(memo.entries()));
    const used = refs.reduce((sum, [, length]) => sum + length, 0);
    if (pack.size - used >= Math.max(WASTE, used)) this.#repack(refs);
    else if (kept && this.#mayAdd(kept)) {
      const changes = this.#list((memo) => memo.changes);
      addMemos(this.#file, changes, known, kept.count);
    } else writeMemos(this.#file, this.#list(listAll), known);
  }

  /** Adding pays while the facts are those of what was written at once, and what was added is little. */
  #mayAdd({ known, added, first }: KeptMemos): boolean {
    return known.plan === this.#what.known.plan && added < first / 4;
  }

  #list(list: (memo: Pick<Memo<unknown>, 'changes' | 'entries'>) => Changes<unknown>): Map<string, Changes<unknown>> {
    return new Map(
      [...this.#what.memos, [STAMPS, this.#what.stamps] as const].map(([name, memo]) => [name, list(memo)]),
    );
  }

  #repack(refs: readonly Ref[]): void {
    const { folder, pack, known } = this.#what;
    const fresh = join(folder, `${BODIES}.next`);
    const moved = pack.repack(refs, fresh);
    const places = new Map(refs.map((ref, at) => [ref, moved[at]]));
    const all = this.#list(listAll);
    const kept = new Map(
      [...all].map(([name, { remembered }]) => [
        name,
        { remembered: remembered.flatMap((row) => moveRow(row, places)), forgotten: [] },
      ]),
    );
    // Between these two steps a killed build leaves memos that fit no pack: prints will tell.
    pack.replaceBy(fresh);
    writeMemos(this.#file, kept, known);
  }
}

function listAll(memo: Pick<Memo<unknown>, 'entries'>): Changes<unknown> {
  return { remembered: [...memo.entries()], forgotten: [] };
}

function listRefs(entries: Iterable<readonly [string, Entry<unknown>]>): Ref[] {
  const refs: Ref[] = [];
  for (const [, { value }] of entries) if (hasRef(value)) refs.push(value.ref);
  return refs;
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
  readonly #set = new Set<string>();

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
    this.#set.add(path);
  }

  get changes(): Changes<unknown> {
    return { remembered: [...this.entries()].filter(([path]) => this.#set.has(path)), forgotten: [] };
  }

  *entries(): Generator<[string, Entry<unknown>]> {
    for (const [path, value] of this.#now) yield [path, { reads: [], value }];
  }
}
