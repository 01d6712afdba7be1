/**
 * The places on a disk that a site is read from, and the path each has in the site.
 *
 * The theme and such things as KaTeX's stylesheet may lie anywhere; in the site they
 * stand at `themes/<name>/` and, say, `katex/`. What reads and what watches share
 * this list.
 */
import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import type { CommitDates } from './commit-dates.ts';

/** A file or folder outside the usual places, with the path it has in the site. */
export interface ExtraPlace {
  /** Absolute; a folder or a single file. */
  readonly folder: string;
  readonly at: SourcePath;
}

export interface ThemeFolder {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
}

/** What is to be read. */
export interface ReadOptions {
  readonly sourceDir: string;
  /** Globs of files never to be read (`ignore` in the settings). */
  readonly ignore: readonly string[];
  readonly theme?: ThemeFolder | undefined;
  readonly extra: readonly ExtraPlace[];
  /** When files were committed, for those who ask. */
  readonly commits?: CommitDates | undefined;
  /** Absolute folders never to be entered, such as `public_dir`. */
  readonly leaveOut?: readonly string[] | undefined;
}

const NEVER_READ = new Set(['.git', '.hg', '.svn', '.DS_Store', '.mojing', 'node_modules']);
/** Backups, locks and half-written files of editors and desktops. */
const TEMPORARY = /~$|^\.#|^#.*#$|\.sw[a-px]$|\.tmp$|^\.goutputstream-|^\.~lock\.|___jb_(tmp|old)___$/;

/** Whether a file or folder of this name is never read, wherever it stands. */
export function isNeverRead(name: string): boolean {
  return NEVER_READ.has(name) || TEMPORARY.test(name);
}

/** Whether a file at the top of the site is a file of settings. */
function isSettingsFile(name: string): boolean {
  return name === 'package.json' || /^_config.*\.(ya?ml|json)$/.test(name);
}

/** Every place of a site, whether it exists or not; places that come later win. */
export function findPlaces(root: string, options: ReadOptions): ExtraPlace[] {
  const inSite = (path: string): ExtraPlace => ({
    folder: resolve(root, path),
    at: toSourcePath(relative(root, resolve(root, path))),
  });
  // Those of the theme may be written while the site is served.
  const themes = options.theme ? ['yml', 'yaml', 'json'].map((form) => `_config.${options.theme?.name}.${form}`) : [];
  const settings = [...new Set([...listNames(root).filter(isSettingsFile), ...themes])].map(inSite);
  const theme = options.theme && { folder: options.theme.folder, at: toSourcePath(`themes/${options.theme.name}`) };
  return [
    ...settings,
    ...[options.sourceDir, 'scaffolds', 'scripts'].map(inSite),
    ...(theme ? [theme] : []),
    ...options.extra,
  ];
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Tells whether a path is left out by `ignore`. As in Hexo the globs are matched against
 * whole paths on the disk; paths from the site's root will do too.
 */
export function compileIgnore(root: string, options: ReadOptions): (path: string, disk: string) => boolean {
  const isLeftOut = (disk: string): boolean => options.leaveOut?.includes(disk) ?? false;
  if (options.ignore.length === 0) return (_path, disk) => isLeftOut(disk);
  const matches = picomatch([...options.ignore], { dot: true });
  const foreign = listForeignPlaces(root, options);
  const isForeign = (path: string): boolean => foreign.some((at) => path === at || path.startsWith(`${at}/`));
  const matchesAny = (path: string, disk: string): boolean =>
    matches(path) || matches(disk.split(sep).join('/')) || matches(join(root, path));
  return (path, disk) => isLeftOut(disk) || (!isForeign(path) && matchesAny(path, disk));
}

/** Paths of what comes from elsewhere: who ignores all `node_modules` must not lose the theme and KaTeX, which may lie there. */
function listForeignPlaces(root: string, { theme, extra }: ReadOptions): string[] {
  const isOwn = theme && dirname(theme.folder) === resolve(root, 'themes');
  return [...(theme && !isOwn ? [`themes/${theme.name}`] : []), ...extra.map(({ at }) => at)];
}
