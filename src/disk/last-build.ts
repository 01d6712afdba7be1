/**
 * What the last good build found and said, so that the next can see at a glance that
 * nothing has changed and say the same. Kept in `.mojing/`, for this machine only.
 */
import { lstatSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import type { Marks } from './marks.ts';
import { StampPrinter } from './print.ts';
import { replaceFile } from './replace-file.ts';
import { type Places, type Snapshot, takeSnapshot } from './snapshot.ts';

export interface LastBuild extends Places {
  /** Stands for the program and for how it was called. */
  readonly call: string;
  /** Stands for what was seen there. */
  readonly sources: Fingerprint;
  /** Where the site was published; absolute. */
  readonly output: string;
  /** Stands for the published files as they were left. */
  readonly outputs: Fingerprint;
  /** From this instant on (milliseconds) the site would be another: a post's date has come. */
  readonly validUntil: number | null;
  /** What was said: the lines of `--json` but the last, the last, and the lines for people. */
  readonly said: {
    readonly json: readonly string[];
    readonly summary: Readonly<Record<string, unknown>>;
    readonly text: readonly string[];
    /** Said to people below them when nothing has changed; `{seconds}` is to be filled in. */
    readonly unchanged: string;
  };
}

const FILE = 'last';

/**
 * Keeps a build that ended well. A failure costs the next build time, and nothing else.
 *
 * The file is a checksum, a line of JSON, and the paths that were published: as text, for
 * parsing twenty thousand of them takes longer than looking at as many files.
 */
export function keepLastBuild(cache: string, last: Omit<LastBuild, 'outputs'>, { files }: Marks): void {
  try {
    const stamps = new StampPrinter();
    for (const mark of files.values()) stamps.note(mark);
    const outputs = stamps.finish();
    const text = [JSON.stringify({ ...last, outputs } satisfies LastBuild), ...files.keys()].join('\0');
    replaceFile(join(cache, FILE), `${fingerprintBytes(text)}\0${text}`, join(cache, 'stage-last'));
  } catch {
    forgetLastBuild(cache);
  }
}

/** Forgets it: what comes next may leave the site half done. */
export function forgetLastBuild(cache: string): void {
  rmSync(join(cache, FILE), { force: true });
}

/** The last build, if it still stands; else what was seen of the sources, if they were looked at. */
export interface Found {
  readonly unchanged?: LastBuild;
  readonly snapshot?: Snapshot;
}

/** Finds out whether the last build was called so, and every file, those it read and those it wrote, is as it was. */
export function findUnchanged(cache: string, call: string, now: number): Found {
  const kept = readLast(join(cache, FILE));
  if (kept?.last.call !== call) return {};
  const { sources, validUntil } = kept.last;
  if (validUntil !== null && now >= validUntil) return {};
  const snapshot = takeSnapshot(kept.last, now);
  const isUnchanged = snapshot.print === sources && isPublished(kept);
  return isUnchanged ? { unchanged: kept.last } : { snapshot };
}

interface Kept {
  readonly last: LastBuild;
  /** The paths of the published files. */
  readonly paths: readonly string[];
}

function readLast(file: string): Kept | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\0');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== fingerprintBytes(body)) return undefined;
    const [json = '', ...paths] = body.split('\0');
    return { last: JSON.parse(json), paths };
  } catch {
    return undefined;
  }
}

function isPublished({ last: { output, outputs }, paths }: Kept): boolean {
  if (paths.length === 0 || !statSync(output, { throwIfNoEntry: false })?.isDirectory()) return false;
  const stamps = new StampPrinter();
  for (const path of paths) {
    const stat = lstatSync(`${output}/${path}`, { throwIfNoEntry: false });
    if (!stat) return false;
    stamps.note(stat);
  }
  return stamps.finish() === outputs;
}
