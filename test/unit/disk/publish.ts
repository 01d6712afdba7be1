/**
 * Publishes small sites for the tests, and looks at what came of it.
 */

import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintBytes } from '../../../src/base/fingerprint.ts';
import { toOutputPath, toRoute } from '../../../src/base/path.ts';
import { type Cleaned, cleanOutputs } from '../../../src/disk/clean-outputs.ts';
import { MANIFEST } from '../../../src/disk/manifest.ts';
import { lockSite, type SiteLock } from '../../../src/disk/site-lock.ts';
import { openPublisher, type Published, type PublishTarget, type Refusal } from '../../../src/disk/write-outputs.ts';
import type { TextOutput } from '../../../src/model/outputs.ts';

export type Pages = Readonly<Record<string, string>>;

export function textOutput(path: string, text: string): TextOutput {
  const route = toRoute(path);
  return {
    type: 'text',
    path: toOutputPath(route),
    route,
    print: fingerprintBytes(text),
    bytes: () => Buffer.from(text),
  };
}

export function targetOf(root: string, more: Partial<PublishTarget> = {}): PublishTarget {
  return { root, publicDir: 'public', sourceDir: 'source', ...more };
}

/** Publishes these pages; the refusal's code if there is one. */
export async function publish(
  root: string,
  pages: Pages,
  more: Partial<PublishTarget> = {},
): Promise<Published | string> {
  return withLock(root, (lock) => {
    const publisher = openPublisher(targetOf(root, more), lock);
    if ('refused' in publisher) return publisher;
    for (const [path, text] of Object.entries(pages)) publisher.add(textOutput(path, text));
    return publisher.commit();
  });
}

export async function clean(root: string, more: Partial<PublishTarget> = {}): Promise<Cleaned | string> {
  return withLock(root, (lock) => cleanOutputs(targetOf(root, more), lock));
}

async function withLock<Result extends object>(
  root: string,
  work: (lock: SiteLock) => Result | Refusal,
): Promise<Result | string> {
  const lock = await lockSite(root, 5);
  if ('refused' in lock) return lock.refused.code;
  try {
    const result = work(lock);
    return isRefusal(result) ? result.refused.code : result;
  } finally {
    lock.release();
  }
}

function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}

/** Every file below a folder with its text, links as `-> target`; the manifest is left out. */
export function treeOf(folder: string, at = ''): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const name of readdirSync(join(folder, at)).sort()) {
    const path = at === '' ? name : `${at}/${name}`;
    const stat = lstatSync(join(folder, path));
    if (stat.isDirectory()) Object.assign(tree, treeOf(folder, path));
    else if (stat.isSymbolicLink()) tree[path] = `-> ${readlinkSync(join(folder, path))}`;
    else if (name !== MANIFEST) tree[path] = readFileSync(join(folder, path), 'utf8');
  }
  return tree;
}
