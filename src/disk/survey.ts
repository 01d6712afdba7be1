/**
 * Looks at what stands in `public_dir` before anything there is moved or removed. Links
 * are looked at, never followed: a folder that became a link may lead anywhere.
 */
import { accessSync, constants, lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './walk-folder.ts';

/** Something of somebody else's that stands where a file of ours must go. */
export interface Obstacle {
  readonly file: string;
  readonly wanted: string;
}

/** How it stands with a folder on the way to a file: it is there, it must be made, or this other thing is there. */
type Way = 'there' | 'missing' | { readonly other: string };

export class Survey {
  readonly #root: string;
  /** Whether a file at this path may be replaced or removed. */
  readonly #isOurs: (path: string) => boolean;
  readonly #ways = new Map<string, Way>([['', 'there']]);

  constructor(root: string, isOurs: (path: string) => boolean) {
    this.#root = root;
    this.#isOurs = isOurs;
  }

  /** What keeps the file `path` from being put in place, if anything. Throws if its folder cannot be written. */
  findObstacle(path: string): Obstacle | undefined {
    const parent = parentOf(path);
    const way = this.#wayTo(parent);
    if (typeof way === 'object') return { file: way.other, wanted: path };
    if (way === 'missing') return undefined;
    const stat = lookAt(join(this.#root, path));
    if (!stat) return undefined;
    const file = stat.isDirectory() ? this.#findForeign(path) : this.#isOurs(path) ? undefined : path;
    return file === undefined ? undefined : { file, wanted: path };
  }

  /** Whether every folder above `path` is a real folder, so that removing it removes nothing elsewhere. */
  isReached(path: string): boolean {
    return this.#wayTo(parentOf(path)) === 'there';
  }

  #wayTo(folder: string): Way {
    const known = this.#ways.get(folder);
    if (known !== undefined) return known;
    const above = this.#wayTo(parentOf(folder));
    const way = above === 'there' ? this.#lookAtFolder(folder) : above;
    this.#ways.set(folder, way);
    return way;
  }

  #lookAtFolder(folder: string): Way {
    const path = join(this.#root, folder);
    const stat = lookAt(path);
    if (!stat) return 'missing';
    if (!stat.isDirectory()) return stat.isFile() && this.#isOurs(folder) ? 'missing' : { other: folder };
    accessSync(path, constants.W_OK);
    return 'there';
  }

  /** The first thing in a folder that is not ours. */
  #findForeign(folder: string): string | undefined {
    for (const entry of readdirSync(join(this.#root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      const foreign = entry.isDirectory() ? this.#findForeign(path) : this.#isOurs(path) ? undefined : path;
      if (foreign !== undefined) return foreign;
    }
    return undefined;
  }
}

/** The thing itself, be it a link; `undefined` if there is none. */
export function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The folder a path stands in, without a final slash; `''` at the top. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
