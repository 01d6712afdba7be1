/**
 * What one build leaves to the next in `.mojing/`: remembered results, the texts of
 * rendered posts, and the stamps of files whose prints are known. Delete it at will.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fingerprint } from '../base/fingerprint.ts';
import { type Changes, createLook, type Entry, type Look, type Memo } from '../base/memo.ts';
import type { BodyStore, Ref } from '../model/body-store.ts';
import { BodyPack } from './body-pack.ts';
import {
  addMemos,
  type KeptMemos,
  type KnownPlan,
  type MemoChanges,
  type Row,
  readMemos,
  writeMemos,
} from './memo-file.ts';
import type { Stamp, StampIndex } from './print.ts';

/** Memos by name. Of those values that have a `ref`, the texts lie in the pack. */
export type NamedMemos = ReadonlyMap<string, Memo<unknown>>;

export interface SiteMemory {
  readonly memos: NamedMemos;
  /** The plan of the last build. */
  readonly plan: Fingerprint | undefined;
  /** Says that a look is one at that plan: what follows from the plan need not be looked at. */
  trust(look: Look): void;
  readonly bodies: BodyStore;
  readonly stamps: StampIndex;
  /** Keeps what is now remembered. A failure costs the next build time, and nothing else. */
  save(memos: NamedMemos, known: KnownPlan): void;
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
    plan: kept?.known.plan,
    trust: (look) => kept?.trust(look),
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
/** For results that read nothing. */
const READS_NOTHING = createLook(() => '');

interface ToKeep {
  readonly folder: string;
  readonly pack: BodyPack;
  readonly kept: KeptMemos | undefined;
  readonly stamps: KnownStamps;
  readonly memos: NamedMemos;
  readonly known: KnownPlan;
}

class Keeping {
  readonly #what: ToKeep;
  readonly #file: string;

  constructor(what: ToKeep) {
    this.#what = what;
    this.#file = join(what.folder, MEMOS);
  }

  save(): void {
    const { pack, kept } = this.#what;
    pack.flush();
    const used = this.#sumUsed();
    if (pack.size - used >= Math.max(WASTE, used)) this.#repack();
    else if (kept && this.#mayAdd(kept)) addMemos(this.#file, this.#list(listChanges), this.#known, kept.count);
    else writeMemos(this.#file, this.#list(listAll), this.#known);
  }

  /** Bytes of the pack that somebody knows of. */
  #sumUsed(): number {
    const fresh = [...this.#what.memos.values()].flatMap((memo) => listChanges(memo).rows);
    return fresh.reduce((sum, [, , span]) => sum + span, this.#what.kept?.span() ?? 0);
  }

  /** Adding pays while the plan is that of what was written at once, and what was added is little. */
  #mayAdd({ known, added, first, torn }: KeptMemos): boolean {
    return !torn && known.plan === this.#what.known.plan && added < first / 4;
  }

  /** Of the kept facts only those are looked at again which do not follow from the plan. */
  get #known(): KnownPlan {
    const { kept, known } = this.#what;
    if (kept?.known.plan !== known.plan) return known;
    return { plan: known.plan, follows: (fact) => known.follows(fact) || kept.known.follows(fact) };
  }

  #list(list: (memo: Listed) => MemoRows): Map<string, MemoRows> {
    const { memos, stamps } = this.#what;
    return new Map([...memos, [STAMPS, stamps] as const].map(([name, memo]) => [name, list(memo)]));
  }

  #repack(): void {
    const { folder, pack } = this.#what;
    const all = this.#list(listAll);
    const refs = [...all.values()].flatMap(({ rows }) =>
      rows.flatMap(([, { value }]) => (hasRef(value) ? [value.ref] : [])),
    );
    const fresh = join(folder, `${BODIES}.next`);
    const moved = pack.repack(refs, fresh);
    const places = new Map(refs.map((ref, at) => [ref, moved[at]]));
    const kept = new Map(
      [...all].map(([name, { rows }]) => [name, { rows: rows.flatMap((row) => moveRow(row, places)), forgotten: [] }]),
    );
    // Between these two steps a killed build leaves memos that fit no pack: prints will tell.
    pack.replaceBy(fresh);
    writeMemos(this.#file, kept, this.#known);
  }
}

type Listed = Pick<Memo<unknown>, 'changes' | 'entries'>;
type MemoRows = MemoChanges extends ReadonlyMap<string, infer Rows> ? Rows : never;

function listAll(memo: Listed): MemoRows {
  return { rows: [...memo.entries()].map(drawRow), forgotten: [] };
}

function listChanges({ changes }: Listed): MemoRows {
  return { rows: changes.remembered.map(drawRow), forgotten: changes.forgotten };
}

function drawRow([key, entry]: readonly [string, Entry<unknown>]): Row {
  return [key, entry, hasRef(entry.value) ? entry.value.ref[1] : 0];
}

function hasRef(value: unknown): value is { readonly ref: Ref } {
  return typeof value === 'object' && value !== null && 'ref' in value && Array.isArray(value.ref);
}

function moveRow([key, { reads, value }, span]: Row, places: ReadonlyMap<Ref, Ref | undefined>): Row[] {
  if (!hasRef(value)) return [[key, { reads, value }, span]];
  const ref = places.get(value.ref);
  return ref ? [[key, { reads, value: { ...value, ref } }, span]] : [];
}

/** Prints by path, each good for one stamp. Those asked for in this run are kept for the next. */
class KnownStamps implements StampIndex {
  readonly #before: Memo<unknown> | undefined;
  readonly #now = new Map<string, readonly [Stamp, Fingerprint]>();
  readonly #set = new Set<string>();

  constructor(memo: Memo<unknown> | undefined) {
    this.#before = memo;
  }

  get(path: string, stamp: Stamp): Fingerprint | undefined {
    const known = this.#now.get(path) ?? this.#recall(path);
    if (known?.[0] !== stamp) return undefined;
    this.#now.set(path, known);
    return known[1];
  }

  #recall(path: string): readonly [Stamp, Fingerprint] | undefined {
    const value = this.#before?.recall(path, READS_NOTHING);
    const [stamp, print]: unknown[] = Array.isArray(value) ? value : [];
    return typeof stamp === 'string' && typeof print === 'string' ? [stamp, print] : undefined;
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
