/**
 * A look at every file below some places, by stamps alone: equal looks mean that nothing
 * has changed. It knows nothing of what the files are for, so it is quick, and wrong only
 * towards "something has changed".
 */
import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { sep } from 'node:path';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { isSettled, StampPrinter } from './print.ts';

const LEFT_OUT = new Set(['.git', '.mojing', 'node_modules', '.DS_Store']);

/** Files and folders that are looked at, with all that is below them, and folders that are not; absolute. */
export interface Places {
  readonly places: readonly string[];
  readonly leaveOut: readonly string[];
}

export interface Snapshot extends Places {
  /** Stands for every path and stamp, in the order of the walk. */
  readonly print: Fingerprint;
  /** Whether every file and folder was left alone for a while before `since`. */
  readonly settled: boolean;
}

/**
 * Looks at all files in some places.
 *
 * @param since - an instant in milliseconds: what changed after it is not settled
 */
export function takeSnapshot({ places, leaveOut }: Places, since: number): Snapshot {
  const paths: string[] = [];
  const stamps = new StampPrinter();
  let settled = true;
  const note = (path: string, stat: Stats): void => {
    settled &&= isSettled(stat, since);
    if (stat.isDirectory()) return;
    paths.push(path);
    stamps.note(stat);
  };
  const walk = (path: string, stat: Stats | undefined): void => {
    if (!stat) return;
    note(path, stat);
    if (!stat.isDirectory()) return;
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inner = path + sep + entry.name;
      if (LEFT_OUT.has(entry.name) || leaveOut.includes(inner)) continue;
      // A link may lead to a folder that we do not walk: then nothing can be promised.
      if (entry.isSymbolicLink()) settled = false;
      walk(inner, lstatSync(inner, { throwIfNoEntry: false }));
    }
  };
  for (const place of places) walk(place, statSync(place, { throwIfNoEntry: false }));
  return { print: fingerprintBytes(`${stamps.finish()}${paths.join('\0')}`), settled, places, leaveOut };
}

/** Whether a snapshot is one of these places. */
export function isOf(snapshot: Snapshot, { places, leaveOut }: Places): boolean {
  return areEqual(snapshot.places, places) && areEqual(snapshot.leaveOut, leaveOut);
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
