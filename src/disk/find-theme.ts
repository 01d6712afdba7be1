/**
 * Finds the folder of a theme by its name: in the site, among its packages, or among
 * the themes that come with Mojing.
 */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ThemeFolder } from './places.ts';

/** The themes that come with Mojing; beside `src/` as beside `dist/`. */
const OWN_THEMES = fileURLToPath(new URL('../../themes', import.meta.url));
const PACKAGE = /^(?:mojing|hexo)-theme-(.+)$/;

/** Where a theme was looked for in vain, and the names of those that could be used. */
export interface ThemeNotFound {
  /** As they may be shown: from the site's root. */
  readonly tried: readonly string[];
  readonly known: readonly string[];
}

/**
 * The theme `name` of the site at `root`: `themes/NAME`, then the packages
 * `mojing-theme-NAME`, `hexo-theme-NAME` and `NAME`, then Mojing's own.
 */
export function findTheme(root: string, name: string): ThemeFolder | ThemeNotFound {
  const places = isPlainName(name)
    ? [
        join(root, 'themes', name),
        join(root, 'node_modules', `mojing-theme-${name}`),
        join(root, 'node_modules', `hexo-theme-${name}`),
        join(root, 'node_modules', name),
        join(OWN_THEMES, name),
      ]
    : [];
  const folder = places.find(isFolder);
  if (folder !== undefined) return { name, folder };
  const tried = places.slice(0, -1).map((place) => relative(root, place).replaceAll('\\', '/'));
  return { tried, known: listThemes(root) };
}

/** Whether a theme has at least one layout that Mojing can use; a theme made for Hexo alone has none. */
export function hasUsableLayouts(folder: string): boolean {
  return listEntries(join(folder, 'layout')).some((entry) => !entry.isDirectory() && /\.(njk|html)$/.test(entry.name));
}

/** A name, or a package's name with its scope; never a way out of the folder. */
function isPlainName(name: string): boolean {
  return /^(@[^/\\]+\/)?[^/\\@][^/\\]*$/.test(name) && !name.split('/').some((part) => /^\.+$/.test(part));
}

function listThemes(root: string): string[] {
  const inFolder = (folder: string, nameOf: (entry: string) => string | undefined): string[] =>
    listEntries(folder)
      .filter((entry) => nameOf(entry.name) !== undefined && hasUsableLayouts(join(folder, entry.name)))
      .flatMap((entry) => nameOf(entry.name) ?? []);
  const names = [
    ...inFolder(join(root, 'themes'), (entry) => entry),
    ...inFolder(join(root, 'node_modules'), (entry) => PACKAGE.exec(entry)?.[1]),
    ...inFolder(OWN_THEMES, (entry) => entry),
  ];
  return [...new Set(names)].sort();
}

function listEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
