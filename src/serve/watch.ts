/**
 * Watches the files of a site and gives their changes in batches.
 *
 * The consumer builds while it holds a batch; what changes meanwhile gathers and is the
 * next one. A batch waits for a moment of quiet, so that one save of an editor (which
 * renames, writes and renames again) or five thousand files of a checkout are one change.
 * A change only means that a path, or all below it, is to be looked at again.
 */
import { lstatSync, readdirSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import type { Change } from '../model/sources.ts';
import { watchByPolling } from './watch-by-polling.ts';
import { type FolderWatch, type WatchRequest, watchFolders } from './watch-folders.ts';

/** A file or folder to be watched, with the path it has in the site. */
interface WatchedPlace {
  /** Absolute; it need not exist yet. */
  readonly folder: string;
  readonly at: SourcePath;
}

export interface WatchOptions {
  readonly places: readonly WatchedPlace[];
  /** Absolute folders never to be looked into: `public_dir` and the like. */
  readonly leaveOut?: readonly string[] | undefined;
  /** Look again and again instead of waiting for the system's notices. */
  readonly poll?: boolean | undefined;
}

/** A batch is given when nothing has changed for this long … */
const QUIET_MS = 30;
/** … or, while changes keep coming, when the first of them is this old. */
const LATEST_MS = 2000;
/** An editor that has just emptied a file is about to fill it. */
const EMPTY_MS = 150;

const IGNORED = /^(\.git|\.hg|\.svn|\.mojing|node_modules|\.DS_Store|.*~|\.#.*|#.*#|.*\.sw[a-px]|.*\.tmp)$/;

/**
 * The changes of a site, from this call until `signal` ends it. To miss nothing, call it
 * before the sources are read.
 *
 * @param root - the site's folder; its files of settings are watched beside the places
 */
export function watchSite(root: string, options: WatchOptions, signal: AbortSignal): AsyncIterable<readonly Change[]> {
  const places = [...options.places, ...listSettings(root)];
  const gathered = new Gathered(places);
  const leaveOut = (options.leaveOut ?? []).map((folder) => resolve(folder));
  let watching: FolderWatch | undefined;
  const poll = (): void => {
    watching?.close();
    watching = watchByPolling(request);
  };
  const request: WatchRequest = {
    paths: [...new Set(places.map(({ folder }) => resolve(folder)))],
    isIgnored: (path) =>
      IGNORED.test(basename(path)) || leaveOut.some((one) => path === one || path.startsWith(one + sep)),
    tell: (path) => gathered.add(path),
    fail: poll,
  };
  if (options.poll) poll();
  else {
    try {
      watching = watchFolders(request);
    } catch {
      poll();
    }
  }
  const close = (): void => {
    watching?.close();
    gathered.wake();
  };
  if (signal.aborted) close();
  signal.addEventListener('abort', close, { once: true });
  return giveBatches(gathered, signal, close);
}

/** The settings there are, and those there may yet be. */
function listSettings(root: string): WatchedPlace[] {
  const usual = ['_config.yml', '_config.yaml', 'package.json'];
  const names = readdirSync(root).filter((name) => /^_config.*\.(ya?ml|json)$/.test(name));
  return [...new Set([...usual, ...names])].map((name) => ({ folder: join(root, name), at: toSourcePath(name) }));
}

async function* giveBatches(
  gathered: Gathered,
  signal: AbortSignal,
  close: () => void,
): AsyncGenerator<readonly Change[], void, undefined> {
  try {
    while (!signal.aborted) {
      await gathered.something(signal);
      await settle(gathered, signal);
      if (!signal.aborted) yield gathered.takeAll();
    }
  } finally {
    close();
  }
}

/** Waits until the changes have come to rest. */
async function settle(gathered: Gathered, signal: AbortSignal): Promise<void> {
  const latest = performance.now() + LATEST_MS;
  let waited = false;
  for (;;) {
    const before = gathered.count;
    await sleep(QUIET_MS);
    if (signal.aborted || performance.now() > latest) return;
    if (gathered.count !== before) continue;
    if (waited || !gathered.hasEmpty()) return;
    waited = true;
    await sleep(EMPTY_MS);
  }
}

/** The paths that changed since the last batch. */
class Gathered {
  /** How often anything was told. */
  count = 0;
  readonly #places: readonly WatchedPlace[];
  readonly #changed = new Map<SourcePath, string>();
  #wake: () => void = () => {};

  constructor(places: readonly WatchedPlace[]) {
    this.#places = places.map(({ folder, at }) => ({ folder: resolve(folder), at }));
  }

  add(path: string): void {
    const inSite = this.#findSourcePath(path);
    if (inSite === undefined) return;
    this.count++;
    this.#changed.set(inSite, path);
    this.wake();
  }

  wake(): void {
    this.#wake();
  }

  async something(signal: AbortSignal): Promise<void> {
    if (this.#changed.size > 0 || signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  takeAll(): Change[] {
    const all = [...this.#changed].map(([path, disk]): Change => ({ kind: isThere(disk) ? 'write' : 'remove', path }));
    this.#changed.clear();
    return all;
  }

  /** Whether one of a few changed files is empty. */
  hasEmpty(): boolean {
    return this.#changed.size < 20 && [...this.#changed.values()].some(isEmpty);
  }

  /** The path in the site of something on the disk, by the place that is nearest to it; nothing for what is ignored there. */
  #findSourcePath(path: string): SourcePath | undefined {
    const holds = ({ folder }: WatchedPlace): boolean => path === folder || path.startsWith(folder + sep);
    const [place] = this.#places.filter(holds).sort((a, b) => b.folder.length - a.folder.length);
    if (!place) return undefined;
    const below = relative(place.folder, path);
    return below.split(sep).some((name) => IGNORED.test(name)) ? undefined : toSourcePath(join(place.at, below));
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isEmpty(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === 0;
}
