/**
 * Publishes a site in two steps. First every new or changed file is written into a
 * staging folder on the same file system; only when all are there, `commit` moves them
 * into place. A build that fails or is killed before leaves the last good site as it
 * was; one that is killed in between leaves whole files and a manifest that lists them,
 * and the next build completes it.
 *
 * Files that are as they should be are left alone: their times stay, and nothing is
 * written. Nothing is synced file by file; a power cut may cost the cache, not the sources.
 */
import { lstatSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import type { OutputPath } from '../base/path.ts';
import { diagnose } from '../model/messages.ts';
import type { OutputFile } from '../model/outputs.ts';
import type { SourceFile } from '../model/sources.ts';
import { DiskFile } from './disk-file.ts';
import { drawManifest, isSafePath, listOurs, listPrints, MANIFEST } from './manifest.ts';
import { isAsMarked, type Mark, type Marks, markFile, writeMarks } from './marks.ts';
import { type Commit, moveIntoPlace, moveWhole, type Produced } from './move-into-place.ts';
import { copyFile, fingerprintFile } from './print.ts';
import { checkTarget, nameSetting, type OpenTarget, type PublishTarget, type Refusal } from './publish-target.ts';
import type { SiteLock } from './site-lock.ts';
import { explain } from './walk-folder.ts';

/** What publishing came to. */
export interface Published {
  readonly total: number;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

export type { PublishTarget, Refusal } from './publish-target.ts';

/**
 * Opens a folder for publishing. The lock must be held until after `commit` or `abandon`.
 *
 * @returns the publisher, or why the folder may not be written to
 */
export function openPublisher(target: PublishTarget, lock: SiteLock): Publisher | Refusal {
  const open = checkTarget(target, lock.folder);
  if ('refused' in open) return open;
  try {
    return new Publisher(open, openStage(open, lock), { setting: nameSetting(target), cache: lock.folder });
  } catch (error) {
    return { refused: diagnose('output/unwritable', { setting: nameSetting(target), detail: explain(error) }) };
  }
}

interface Stage {
  readonly folder: string;
  /** It will become `public_dir` as a whole: there is none yet. */
  readonly whole: boolean;
}

/** A new staging folder on the file system of the target: in `.mojing`, or else in the target itself. */
function openStage({ folder, exists }: OpenTarget, lock: SiteLock): Stage {
  if (lock.folder !== undefined) removeStages(lock.folder, 'stage-');
  if (exists) removeStages(folder, '.mojing-stage-');
  const near = exists ? folder : findExisting(folder);
  if (lock.folder !== undefined && statSync(lock.folder).dev === statSync(near).dev) {
    return makeStage(join(lock.folder, `stage-${process.pid}`), !exists);
  }
  return makeStage(join(folder, `.mojing-stage-${process.pid}`), false);
}

function makeStage(folder: string, whole: boolean): Stage {
  mkdirSync(folder, { recursive: true });
  return { folder, whole };
}

/** What a killed build left. We hold the lock, so no stage belongs to a living one. */
function removeStages(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function findExisting(path: string): string {
  for (let at = path; ; at = dirname(at)) if (statSync(at, { throwIfNoEntry: false })) return at;
}

export class Publisher {
  readonly #target: OpenTarget;
  readonly #stage: Stage;
  readonly #setting: string;
  readonly #cache: string | undefined;
  #marks: Marks;
  readonly #kept = new Map<string, Mark>();
  readonly #produced = new Map<string, Produced>();
  readonly #made = new Set<string>();
  #count = 0;

  constructor(target: OpenTarget, stage: Stage, { setting, cache }: { setting: string; cache: string | undefined }) {
    this.#target = target;
    this.#stage = stage;
    this.#setting = setting;
    this.#cache = cache;
    this.#marks = target.marks;
  }

  /** Where the site is published: absolute, links resolved. */
  get folder(): string {
    return this.#target.folder;
  }

  /** How the published files stand: after `commit`, as it left them. */
  get marks(): Marks {
    return this.#marks;
  }

  /**
   * Takes one file of the site. Throws the file system's error if it cannot be written.
   *
   * @param source - where the bytes of a copy come from; not read if the copy stands in place already
   */
  add(file: OutputFile, source?: SourceFile): 'staged' | 'unchanged' {
    // One that is marked went through here before.
    if (!this.#marks.files.has(file.path) && !isSafePath(file.path))
      throw new RangeError(`an output must stay in its folder, got ${file.path}`);
    if (this.keep(file.path, file.print)) return 'unchanged';
    const staged = this.#stagePath(file.path);
    const bytes = file.type === 'text' ? file.bytes() : source;
    this.#produced.set(file.path, { staged, print: writeStaged(staged, bytes) ?? file.print });
    return 'staged';
  }

  /**
   * Says that the file at `path` is to stay as it was published, with this print.
   *
   * @returns whether it stands there so; if not, it must be added
   */
  keep(path: OutputPath, print: Fingerprint): boolean {
    if (this.#stage.whole) return false;
    const mark = findMark(this.#locate(path), print, this.#marks.files.get(path));
    if (!mark) return false;
    this.#kept.set(path, mark);
    this.#produced.set(path, { print });
    return true;
  }

  /**
   * Puts the new site in place. What is in the way of it is found before anything is
   * touched. Throws the file system's error if a step fails; the next build completes it.
   */
  commit(): Published | Refusal {
    const { folder, manifest, mayReplace } = this.#target;
    const listed = listOurs(manifest, this.#marks);
    const commit: Commit = { folder, listed, produced: this.#produced, mayReplace, stage: this.#stage.folder };
    const text = drawManifest(listPrints(this.#produced));
    if (this.#stage.whole) writeFileSync(join(this.#stage.folder, MANIFEST), text);
    let removed = 0;
    if (!this.#stage.whole || !moveWhole(commit)) {
      const done = moveIntoPlace(commit, text);
      if ('inTheWay' in done) return this.#refuse(done.inTheWay);
      removed = done.removed;
    }
    this.#keepMarks(fingerprintBytes(text));
    this.abandon();
    const written = [...this.#produced.values()].filter(({ staged }) => staged !== undefined).length;
    return { total: this.#produced.size, written, unchanged: this.#produced.size - written, removed };
  }

  /** Gives up what was staged; what is published stays as it is. Harmless after `commit`. */
  abandon(): void {
    rmSync(this.#stage.folder, { recursive: true, force: true });
  }

  #refuse({ file, wanted }: { file: string; wanted: string }): Refusal {
    this.abandon();
    return { refused: diagnose('output/in-the-way', { setting: this.#setting, file, place: wanted }) };
  }

  /** In a whole stage the files stand as they will; else one folder holds them all, by number. */
  #stagePath(path: string): string {
    if (!this.#stage.whole) return join(this.#stage.folder, String(this.#count++));
    const staged = join(this.#stage.folder, path);
    const parent = dirname(staged);
    if (!this.#made.has(parent)) mkdirSync(parent, { recursive: true });
    this.#made.add(parent);
    return staged;
  }

  /** Whether every file stands as the last build left it: then there is nothing to note. */
  #areMarksKept(manifest: Fingerprint): boolean {
    const { size } = this.#produced;
    const { files } = this.#marks;
    if (this.#marks.manifest !== manifest || files.size !== size || this.#kept.size !== size) return false;
    for (const [path, mark] of this.#kept) if (files.get(path) !== mark) return false;
    return true;
  }

  #keepMarks(manifest: Fingerprint): void {
    if (this.#cache === undefined || this.#areMarksKept(manifest)) return;
    const files = new Map<string, Mark>(this.#kept);
    for (const [path, { print, staged }] of this.#produced) {
      if (staged === undefined) continue;
      const stat = lstatSync(this.#locate(path), { throwIfNoEntry: false });
      if (stat) files.set(path, markFile(print, stat));
    }
    this.#marks = { files, manifest };
    writeMarks(this.#cache, this.#target.folder, this.#marks);
  }

  /** Where a published file lies. Not by `join`, which is felt with twenty thousand. */
  #locate(path: string): string {
    return `${this.#target.folder}/${path}`;
  }
}

/** Writes the bytes; of a file on the disk, the print of what was in fact copied: it may have changed since. */
function writeStaged(to: string, source: Uint8Array | SourceFile | undefined): Fingerprint | undefined {
  if (source instanceof DiskFile) return copyFile(source.disk, to);
  if (source === undefined) throw new TypeError('a copy needs its source');
  writeFileSync(to, source instanceof Uint8Array ? source : source.read());
  return undefined;
}

/** The mark of a published file, if it is a plain file with this content. */
function findMark(path: string, print: Fingerprint, mark: Mark | undefined): Mark | undefined {
  try {
    const stat = lstatSync(path);
    if (!stat.isFile()) return undefined;
    if (mark && isAsMarked(stat, mark)) return mark.print === print ? mark : undefined;
    return fingerprintFile(path) === print ? markFile(print, stat) : undefined;
  } catch {
    // It is not there, or cannot be read: then it is written anew.
    return undefined;
  }
}
