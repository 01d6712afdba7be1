/**
 * The second step of publishing: staged files are moved to where they belong, then what
 * is no longer part of the site goes.
 *
 * Before the first move the manifest is made to list the old and the new files alike, so
 * that whatever instant a build dies at, the next one knows every file as its own.
 */
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Fingerprint } from '../base/fingerprint.ts';
import { drawManifest, MANIFEST } from './manifest.ts';
import { removeListed } from './remove-listed.ts';
import { replaceFile } from './replace-file.ts';
import { lookAt, type Obstacle, parentOf, Survey } from './survey.ts';
import { codeOf } from './walk-folder.ts';

/** A produced file: where its bytes wait, or nothing if they stand in place already. */
export interface Produced {
  readonly print: Fingerprint;
  readonly staged?: string;
}

export interface Commit {
  /** `public_dir`, links resolved. */
  readonly folder: string;
  /** What the manifest lists, with the prints. */
  readonly listed: ReadonlyMap<string, Fingerprint>;
  readonly produced: ReadonlyMap<string, Produced>;
  /** Whether files that are not listed may be replaced too. */
  readonly mayReplace: boolean;
  readonly stage: string;
}

/**
 * Moves a stage that is the whole site into place, in one step.
 *
 * @returns whether that could be done; some systems cannot while a program looks into the folder
 */
export function moveWhole({ folder, stage }: Commit): boolean {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(stage, folder);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EACCES') throw error;
    return false;
  }
}

/** Moves the staged files into place and removes those that went; or tells what is in the way, nothing touched. */
export function moveIntoPlace(commit: Commit, manifest: string): { removed: number } | { inTheWay: Obstacle } {
  const { folder, listed, produced } = commit;
  const staged = [...produced].filter(([, one]) => one.staged !== undefined).sort(pagesLast);
  const stale = [...listed.keys()].filter((path) => !produced.has(path));
  if (staged.length === 0 && stale.length === 0 && isListed(commit)) return { removed: 0 };
  const inTheWay = findObstacle(commit, staged, stale);
  if (inTheWay) return { inTheWay };
  const list = (text: string): void => replaceFile(join(folder, MANIFEST), text, join(commit.stage, 'manifest'));
  const fresh = staged.filter(([path]) => !listed.has(path));
  if (fresh.length > 0) list(drawManifest(new Map([...fresh.map(([path]) => [path, ''] as const), ...listed])));
  const made = new Set<string>();
  for (const [path, { staged: from = '' }] of staged) {
    makeWay(commit, parentOf(path), made);
    if (lookAt(join(folder, path))?.isDirectory()) removeFolder(commit, path);
    moveFile(commit, from, path);
  }
  const removed = removeListed(folder, stale.length > 0 ? keepRenamed(commit, stale) : stale);
  list(manifest);
  return { removed };
}

/** Whether the manifest says already what it should. */
function isListed({ listed, produced, mayReplace }: Commit): boolean {
  if (mayReplace || listed.size !== produced.size) return false;
  for (const [path, { print }] of produced) if (listed.get(path) !== print) return false;
  return true;
}

/** A reader who comes meanwhile should not get a page whose pictures are not there yet. */
function pagesLast([a]: [string, Produced], [b]: [string, Produced]): number {
  return Number(a.endsWith('.html')) - Number(b.endsWith('.html'));
}

/**
 * Where letter case or composition does not count, `Tags/a` and `tags/a` are one file: it
 * must not go with its old name. Asked when the new files are in place.
 */
function keepRenamed({ folder, produced }: Commit, stale: readonly string[]): string[] {
  const fold = (path: string): string => path.normalize('NFC').toLowerCase();
  const suspects = new Set(stale.map(fold));
  const inodes = new Map<string, number | undefined>();
  for (const path of produced.keys()) {
    if (suspects.has(fold(path))) inodes.set(fold(path), lookAt(join(folder, path))?.ino);
  }
  return stale.filter((path) => !inodes.has(fold(path)) || inodes.get(fold(path)) !== lookAt(join(folder, path))?.ino);
}

function findObstacle(commit: Commit, staged: [string, Produced][], stale: readonly string[]): Obstacle | undefined {
  const isOurs = (path: string): boolean => commit.mayReplace || commit.listed.has(path);
  const survey = new Survey(commit.folder, isOurs);
  for (const [path] of staged) {
    const obstacle = survey.findObstacle(path);
    if (obstacle) return obstacle;
  }
  for (const path of stale) survey.isReached(path);
  return undefined;
}

/** Makes the folders above a file, in place of files of ours that stand there. */
function makeWay({ folder }: Commit, parent: string, made: Set<string>): void {
  if (made.has(parent)) return;
  try {
    mkdirSync(join(folder, parent), { recursive: true });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' && codeOf(error) !== 'ENOTDIR') throw error;
    for (let at = parent; at !== ''; at = parentOf(at))
      if (lookAt(join(folder, at))?.isFile()) rmSync(join(folder, at));
    mkdirSync(join(folder, parent), { recursive: true });
  }
  made.add(parent);
}

/** Removes a folder in which the survey found only files of ours. */
function removeFolder(commit: Commit, path: string): void {
  for (const entry of readdirSync(join(commit.folder, path), { withFileTypes: true })) {
    const inside = `${path}/${entry.name}`;
    if (entry.isDirectory()) removeFolder(commit, inside);
    else rmSync(join(commit.folder, inside));
  }
  rmdirSync(join(commit.folder, path));
}

/** Renames; across file systems, copies beside first, so that the target is never half there. */
function moveFile({ folder }: Commit, from: string, path: string): void {
  const to = join(folder, path);
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    const beside = join(folder, `.mojing-stage-${process.pid}.tmp`);
    copyFileSync(from, beside);
    renameSync(beside, to);
  }
}
