/**
 * Tells which paths below some folders may have changed, by the system's own notices.
 *
 * One watch for each folder is enough: it tells of every file in it. (chokidar 5 watches
 * each file too, and reads a folder anew for each save in it: with 10,000 posts it is
 * ready after 2.6 s against 0.03, each save costs 0.2 s of CPU, and it goes deaf when
 * the watched folder is replaced by another of the same name. It serves where the system
 * gives no notices: `watch-by-polling.ts`.)
 */
import { type FSWatcher, readdirSync, realpathSync, statSync, watch } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

export interface FolderWatch {
  close(): void;
}

/** What is watched, and how to tell of it. */
export interface WatchRequest {
  /** Absolute paths of folders to be watched with all below them, or of single files. They need not exist yet. */
  readonly paths: readonly string[];
  /** Whether nothing at or below a path is of interest. */
  readonly isIgnored: (path: string) => boolean;
  /** Called with an absolute path that was made, written or removed. It may be a folder: then all below it may have changed. */
  readonly tell: (path: string) => void;
  /** Called if a folder cannot be watched: the system's limit may be reached. */
  readonly fail: (error: unknown) => void;
}

/** macOS and Windows tell of everything below a folder with one watch. */
const TELLS_BELOW = process.platform === 'darwin' || process.platform === 'win32';
const MAX_DEPTH = 40;

/** Begins to watch, at once. Throws if a place cannot be watched at all. */
export function watchFolders(request: WatchRequest): FolderWatch {
  const tree = new WatchedTree(request);
  // A place is also watched from the folder it stands in: there it is seen to come, to go and to be replaced.
  try {
    for (const folder of new Set(request.paths.map((path) => dirname(path)))) tree.watchAbove(folder);
    for (const path of request.paths) tree.watchBelow(path);
    return tree;
  } catch (error) {
    tree.close();
    throw error;
  }
}

class WatchedTree implements FolderWatch {
  readonly #request: WatchRequest;
  readonly #places: ReadonlySet<string>;
  readonly #above: FSWatcher[] = [];
  readonly #below = new Map<string, FSWatcher>();

  constructor(request: WatchRequest) {
    this.#request = request;
    this.#places = new Set(request.paths);
  }

  /** Watches a folder for the places that stand in it, and for nothing else. */
  watchAbove(folder: string): void {
    if (!isFolder(folder)) return;
    const watcher = watch(folder, (event, name) => {
      for (const path of name === null ? this.#places : [join(folder, name)]) {
        if (this.#places.has(path)) this.#notice(event, path);
      }
    });
    watcher.on('error', () => watcher.close());
    this.#above.push(watcher);
  }

  /** Watches a folder and all below it, links to folders included; a file needs no watch of its own. */
  watchBelow(path: string, depth = 0): void {
    if (!isFolder(path) || this.#request.isIgnored(path) || depth > MAX_DEPTH || isCircle(path)) return;
    this.#watch(path);
    if (TELLS_BELOW) return;
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory() || entry.isSymbolicLink()) this.watchBelow(join(path, entry.name), depth + 1);
    }
  }

  close(): void {
    for (const watcher of this.#above) watcher.close();
    for (const watcher of this.#below.values()) watcher.close();
    this.#below.clear();
  }

  #watch(folder: string): void {
    const watcher = watch(folder, { recursive: TELLS_BELOW }, (event, name) => {
      this.#notice(event, name === null ? folder : join(folder, name));
    });
    watcher.on('error', () => this.#forget(folder));
    this.#below.set(folder, watcher);
  }

  /**
   * A folder that came, or took another's place, is watched before it is told of: whoever
   * then looks misses nothing. (Its inode says nothing: a new folder may get the old one's.)
   */
  #notice(event: string, path: string): void {
    if (this.#request.isIgnored(path)) return;
    if (event === 'rename' && (!TELLS_BELOW || this.#places.has(path))) {
      this.#forget(path);
      try {
        this.watchBelow(path);
      } catch (error) {
        this.#request.fail(error);
      }
    }
    this.#request.tell(path);
  }

  #forget(folder: string): void {
    if (!this.#below.has(folder)) return;
    for (const [path, watcher] of this.#below) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      this.#below.delete(path);
    }
  }
}

/** Whether a path is a folder, links followed. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Whether a path is a link to a folder above itself. */
function isCircle(path: string): boolean {
  try {
    const real = realpathSync.native(path);
    const parent = realpathSync.native(dirname(path));
    return join(parent, basename(path)) !== real && (parent === real || parent.startsWith(real + sep));
  } catch {
    return true;
  }
}
