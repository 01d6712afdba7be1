/**
 * Watches the files of a site and gives their changes in batches.
 *
 * The consumer builds while it holds a batch; what changes meanwhile gathers and is the
 * next one. A batch waits until it has been quiet for a moment, so that one save of an
 * editor (which renames, writes and renames again) or five thousand files of a checkout
 * are one change. Nothing here says that a file was created or is whole: a change only
 * means that the path is to be looked at again.
 */
import { statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from 'chokidar';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import type { Change } from '../model/sources.ts';

/** A file or folder to be watched, with the path it has in the site. */
export interface WatchedPlace {
  /** Absolute. */
  readonly folder: string;
  readonly at: SourcePath;
}

export interface WatchOptions {
  /** Absolute folders never to be entered: `public_dir` and the like. */
  readonly leaveOut?: readonly string[] | undefined;
}

/** A batch is given when nothing has changed for this long. */
const QUIET_MS = 40;
/** … or, while changes keep coming, when the first of them is this old. */
const LATEST_MS = 1500;
/** A file just written may still grow: its size is looked at again after this. */
const HALF_SAVED_MS = 20;

const IGNORED = /(^|[/\\])(\.git|\.hg|\.svn|\.mojing|node_modules|\.DS_Store|[^/\\]*~|\.#[^/\\]*|[^/\\]*\.sw[a-px])$/;

/**
 * The changes below some places, until `signal` ends it. The first batch may come as soon
 * as this is first asked; a change made before that may be missed.
 *
 * @param ready - called once when every place is being watched
 */
export async function* watchSite(
  places: readonly WatchedPlace[],
  signal: AbortSignal,
  { leaveOut = [], ready }: WatchOptions & { readonly ready?: () => void } = {},
): AsyncGenerator<readonly Change[], void, undefined> {
  const gathered = new Gathered();
  const isLeftOut = (path: string): boolean => IGNORED.test(path) || leaveOut.includes(path);
  const watcher = watch(
    places.map(({ folder }) => folder),
    { ignoreInitial: true, ignored: isLeftOut, atomic: false, ignorePermissionErrors: true },
  );
  const note = (kind: Change['kind']) => (path: string) => {
    const inSite = findSourcePath(places, path);
    if (inSite !== undefined) gathered.add({ kind, path: inSite }, path);
  };
  watcher.on('add', note('write')).on('change', note('write'));
  watcher.on('unlink', note('remove')).on('unlinkDir', note('remove'));
  watcher.on('error', () => {});
  if (ready) watcher.on('ready', ready);
  const stop = (): void => gathered.wake();
  signal.addEventListener('abort', stop);
  try {
    while (!signal.aborted) {
      await gathered.something(signal);
      await settle(gathered, signal);
      if (!signal.aborted) yield gathered.takeAll();
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await watcher.close();
  }
}

/** Waits until the changes have come to rest and no file among the last ones is still growing. */
async function settle(gathered: Gathered, signal: AbortSignal): Promise<void> {
  const latest = performance.now() + LATEST_MS;
  for (;;) {
    const before = gathered.count;
    const sizes = gathered.readSizes();
    await sleep(gathered.isGrowing(sizes) ? HALF_SAVED_MS : QUIET_MS);
    const isQuiet = gathered.count === before && !gathered.isGrowing(sizes);
    if (isQuiet || signal.aborted || performance.now() > latest) return;
  }
}

class Gathered {
  count = 0;
  readonly #changes = new Map<SourcePath, Change>();
  readonly #written = new Set<string>();
  #wake: () => void = () => {};

  add(change: Change, disk: string): void {
    this.count++;
    this.#changes.set(change.path, change);
    if (change.kind === 'write') this.#written.add(disk);
    this.wake();
  }

  wake(): void {
    this.#wake();
  }

  async something(signal: AbortSignal): Promise<void> {
    if (this.#changes.size > 0 || signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  takeAll(): Change[] {
    const all = [...this.#changes.values()];
    this.#changes.clear();
    this.#written.clear();
    return all;
  }

  readSizes(): Map<string, number | undefined> {
    return new Map([...this.#written].slice(-16).map((path) => [path, sizeOf(path)]));
  }

  isGrowing(sizes: ReadonlyMap<string, number | undefined>): boolean {
    for (const [path, size] of sizes) if (sizeOf(path) !== size) return true;
    return false;
  }
}

function sizeOf(path: string): number | undefined {
  try {
    return statSync(path).size;
  } catch {
    return undefined;
  }
}

/** The path in the site of something on the disk, by the place that is nearest to it. */
function findSourcePath(places: readonly WatchedPlace[], path: string): SourcePath | undefined {
  const holds = ({ folder }: WatchedPlace): boolean => path === folder || path.startsWith(folder + sep);
  const [place] = places.filter(holds).sort((a, b) => b.folder.length - a.folder.length);
  if (!place) return undefined;
  return toSourcePath(join(place.at, relative(place.folder, path)));
}
