/** Which files `mojing convert-encoding` looks at: those that Mojing reads as text. */
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { isNeverRead } from '../disk/places.ts';
import { type Call, UsageError } from './arguments.ts';
import { findRoot, openSite } from './open-site.ts';

/** The folder below the site in which texts are kept as they were. */
export const BACKUPS = 'encoding-backup';

const TEXT = /\.(?:md|markdown|mkd|html?|ya?ml|json|njk|j2|nunjucks|m?js)$/i;
const SETTINGS = /^_config.*\.(?:ya?ml|json)$/;

export interface Texts {
  /** The real folder of the site. */
  readonly root: string;
  /** Real paths, each once, in order. */
  readonly files: readonly string[];
}

/** The files and folders that the call names, else all of the site. Throws a `UsageError` for one that is not there or not in the site. */
export function listTexts(call: Call): Texts {
  const root = realpathSync.native(findRoot(call));
  const found = call.operands.length > 0 ? call.operands.map((path) => findNamed(root, path)) : listSite(root, call);
  const files = found.flatMap((place) => (statSync(place).isDirectory() ? walk(place, root) : [place]));
  return { root, files: [...new Set(files)].sort() };
}

function findNamed(root: string, path: string): string {
  const file = resolve(root, path);
  if (!existsSync(file)) throw new UsageError('There is no file {file}.', { file: path });
  const real = realpathSync.native(file);
  if (real !== root && !real.startsWith(root + sep))
    throw new UsageError('{file} lies outside {root}.', { file: path, root });
  return real;
}

function listSite(root: string, call: Call): string[] {
  const { config } = openSite(root, call);
  const settings = readdirSync(root).filter((name) => SETTINGS.test(name));
  const places = [...settings, config.source_dir, 'scaffolds', 'scripts', 'themes'].map((name) => resolve(root, name));
  return places.filter((place) => existsSync(place));
}

/** Links are not followed: what they lead to is found where it lies, or is not of this site. */
function walk(folder: string, root: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !isLeftOut(entry, folder, root));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path, root);
    return entry.isFile() && TEXT.test(entry.name) ? [path] : [];
  });
}

function isLeftOut({ name }: Dirent, folder: string, root: string): boolean {
  return isNeverRead(name) || (folder === root && name === BACKUPS);
}
