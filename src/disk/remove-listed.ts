/**
 * Removes files of ours and the folders they leave empty. Nothing is removed through a
 * link, and a link or folder that took the place of a file of ours stays.
 */
import { rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { lookAt, parentOf, Survey } from './survey.ts';
import { codeOf } from './walk-folder.ts';

/** Removes the files `paths` below `folder`; returns how many there were. */
export function removeListed(folder: string, paths: Iterable<string>): number {
  const survey = new Survey(folder, () => true);
  const emptied = new Set<string>();
  let removed = 0;
  for (const path of paths) {
    if (!survey.isReached(path) || !lookAt(join(folder, path))?.isFile()) continue;
    unlinkSync(join(folder, path));
    removed++;
    for (let at = parentOf(path); at !== '' && !emptied.has(at); at = parentOf(at)) emptied.add(at);
  }
  const deepestFirst = [...emptied].sort((a, b) => b.length - a.length);
  for (const path of deepestFirst) removeIfEmpty(join(folder, path));
  return removed;
}

/** Removes a folder that holds nothing; one that holds something, or is busy, stays. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY', 'EPERM', 'EACCES'].includes(code)) throw error;
  }
}
