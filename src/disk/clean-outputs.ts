/**
 * `mojing clean`: removes what the manifest lists and the cache. Nothing else, ever.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../model/messages.ts';
import { listOurs, MANIFEST } from './manifest.ts';
import { checkTarget, nameSetting, type PublishTarget, type Refusal } from './publish-target.ts';
import { removeIfEmpty, removeListed } from './remove-listed.ts';
import type { SiteLock } from './site-lock.ts';

/** What was removed. */
export interface Cleaned {
  readonly removed: number;
}

/**
 * Removes the published files, the folders they leave empty, and `.mojing`. The lock must
 * be held; it goes with the folder. Throws the file system's error if something cannot go.
 */
export function cleanOutputs(target: PublishTarget, lock: SiteLock): Cleaned | Refusal {
  const open = checkTarget(target, lock.folder);
  if ('refused' in open) return open;
  if (open.mayReplace && !open.manifest) {
    return { refused: diagnose('output/foreign', { setting: nameSetting(target), file: 'index.html' }) };
  }
  const removed = removeListed(open.folder, listOurs(open.manifest, open.marks).keys());
  if (open.manifest) {
    rmSync(join(open.folder, MANIFEST));
    removeIfEmpty(open.folder);
  }
  if (lock.folder !== undefined) rmSync(lock.folder, { recursive: true, force: true });
  lock.release();
  return { removed };
}
