/**
 * What the last good build found and said, so that the next can see at a glance that
 * nothing has changed and say the same. Kept in `.mojing/`, for this machine only.
 */
import { lstatSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintBytes } from '../base/fingerprint.ts';
import { readMarks, replaceFile } from './manifest.ts';
import { stampOf } from './print.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';

export interface LastBuild {
  /** Stands for the program and for how it was called. */
  readonly call: string;
  /** Files and folders that were looked at, and folders that were not; absolute. */
  readonly places: readonly string[];
  readonly leaveOut: readonly string[];
  /** Where the site was published; absolute. */
  readonly output: string;
  readonly stamps: Snapshot['stamps'];
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

/** Keeps a build that ended well. A failure costs the next build time, and nothing else. */
export function keepLastBuild(cache: string, last: LastBuild): void {
  try {
    const json = JSON.stringify(last);
    replaceFile(join(cache, FILE), `${fingerprintBytes(json)}\n${json}`, join(cache, 'stage-last'));
  } catch {
    forgetLastBuild(cache);
  }
}

/** Forgets it: what comes next may leave the site half done. */
export function forgetLastBuild(cache: string): void {
  rmSync(join(cache, FILE), { force: true });
}

/** The last build, if it was called so and every file, those it read and those it wrote, is as it was. */
export function findUnchanged(cache: string, call: string, now: number): LastBuild | undefined {
  const last = readLast(join(cache, FILE));
  if (last?.call !== call || (last.validUntil !== null && now >= last.validUntil)) return undefined;
  const { stamps } = takeSnapshot(last.places, last.leaveOut, now);
  if (stamps.length !== last.stamps.length) return undefined;
  const same = stamps.every(([path, stamp], at) => last.stamps[at]?.[0] === path && last.stamps[at]?.[1] === stamp);
  return same && isPublished(cache, last.output) ? last : undefined;
}

function readLast(file: string): LastBuild | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const json = text.slice(end + 1);
    return text.slice(0, end) === fingerprintBytes(json) ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}

function isPublished(cache: string, output: string): boolean {
  const marks = readMarks(cache, output);
  if (marks.size === 0 || !statSync(output, { throwIfNoEntry: false })?.isDirectory()) return false;
  for (const [path, { stamp }] of marks) {
    const stat = lstatSync(join(output, path), { throwIfNoEntry: false });
    if (!stat || stampOf(stat) !== stamp) return false;
  }
  return true;
}
