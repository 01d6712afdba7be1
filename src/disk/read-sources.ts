/**
 * Finds the files a site is made of. Nothing is read yet: each file knows how to read
 * itself, and one `lstat` a file tells whether it may have changed.
 */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { nameOf, type SourcePath } from '../base/path.ts';
import type { Change, SourceFile, Sources } from '../model/sources.ts';
import { DiskFile, type Finding } from './disk-file.ts';
import { compileIgnore, type ExtraPlace, findPlaces, isNeverRead, type ReadOptions } from './places.ts';
import type { StampIndex } from './print.ts';
import { type Walk, walkEntry, walkPlace } from './walk-folder.ts';

/** The files of a site, what was wrong with them, and how to look again. */
export interface SourceSet {
  readonly sources: Sources;
  readonly diagnostics: readonly Diagnostic[];
  readonly root: string;
  readonly options: ReadOptions;
  readonly stamps: StampIndex | undefined;
}

/** Above this number of changes, walking everything anew is cheaper than walking to each. */
const MANY_CHANGES = 2000;

/**
 * Reads which files there are, in the order of their paths.
 *
 * @param stamps - prints known from earlier; a file whose stamp is in it is not read to find its print
 */
export function readSources(root: string, options: ReadOptions, stamps?: StampIndex): SourceSet {
  const walk = openWalk(root, options);
  for (const place of findPlaces(root, options)) walkPlace(walk, place.folder, place.at);
  const files = new Map<SourcePath, SourceFile>();
  for (const finding of walk.found) files.set(finding.path, new DiskFile(finding, stamps, options.commits));
  return { sources: sortByPath(files), diagnostics: walk.diagnostics, root, options, stamps };
}

/**
 * The files after some changes. Files that did not change stay the same objects, so their
 * prints need not be found again; changed ones are always read again, whatever their stamp.
 */
export function updateSources(previous: SourceSet, changes: readonly Change[]): SourceSet {
  const walk = openWalk(previous.root, previous.options);
  const places = findPlaces(previous.root, previous.options);
  const spots = changes.map(({ path }) => locateChange(walk, places, path));
  if (changes.length > MANY_CHANGES || spots.includes(undefined)) return readAgain(previous, changes);
  for (const spot of spots) {
    if (spot === undefined || spot === 'ignored') continue;
    if (spot.name === '') walkPlace(walk, spot.folder, spot.path);
    else walkEntry(walk, { folder: spot.folder, at: dirOf(spot.path), trail: [] }, spot.name);
  }
  const touched = isBelowAny(changes.map(({ path }) => path));
  return {
    ...previous,
    sources: replaceFiles(previous, walk.found, changes),
    diagnostics: [...previous.diagnostics.filter(({ at }) => !at || !touched(at.file)), ...walk.diagnostics],
  };
}

/** The files with those at and below the changed paths replaced by what was found there. */
function replaceFiles(previous: SourceSet, found: readonly Finding[], changes: readonly Change[]): Sources {
  const files = new Map(previous.sources);
  const still = new Set(found.map(({ path }) => path));
  for (const { path } of changes) if (!still.has(path)) files.delete(path);
  const folders = changes.filter(({ path }) => !previous.sources.has(path)).map(({ path }) => path);
  const isBelow = isBelowAny(folders);
  if (folders.length > 0) for (const path of previous.sources.keys()) if (isBelow(path)) files.delete(path);
  const before = files.size;
  for (const finding of found)
    files.set(finding.path, new DiskFile(finding, previous.stamps, previous.options.commits));
  return files.size === before ? files : sortByPath(files);
}

/** Everything anew, but for the files that are as they were. */
function readAgain(previous: SourceSet, changes: readonly Change[]): SourceSet {
  const now = readSources(previous.root, previous.options, previous.stamps);
  const isChanged = isBelowAny(changes.map(({ path }) => path));
  const files = new Map<SourcePath, SourceFile>();
  for (const [path, file] of now.sources) {
    const old = previous.sources.get(path);
    const same =
      old instanceof DiskFile && file instanceof DiskFile && old.disk === file.disk && old.stamp === file.stamp;
    files.set(path, same && !isChanged(path) ? old : file);
  }
  return { ...now, sources: files };
}

interface ChangeSpot {
  /** The real folder the changed thing stands in; for a place itself, the place. */
  readonly folder: string;
  /** `''` if the change is a place itself. */
  readonly name: string;
  readonly path: SourcePath;
}

/** Where a changed path lies on the disk; `undefined` if that is not plain (links on the way, a folder gone). */
function locateChange(walk: Walk, places: readonly ExtraPlace[], path: SourcePath): ChangeSpot | 'ignored' | undefined {
  const place = places.findLast(({ at }) => path === at || at === '' || path.startsWith(`${at}/`));
  if (!place) return 'ignored';
  const rest = path.slice(place.at === '' ? 0 : place.at.length + 1);
  if (rest === '') return { folder: place.folder, name: '', path };
  const parts = rest.split('/');
  if (parts.some(isNeverRead)) return 'ignored';
  try {
    const real = realpathSync.native(place.folder);
    for (let depth = 1; depth < parts.length; depth++) {
      const above = parts.slice(0, depth).join('/');
      if (walk.isIgnored(place.at === '' ? above : `${place.at}/${above}`, join(real, above))) return 'ignored';
    }
    const folder = dirname(join(real, rest));
    return realpathSync.native(folder) === folder ? { folder, name: nameOf(rest), path } : undefined;
  } catch {
    return undefined;
  }
}

function openWalk(root: string, options: ReadOptions): Walk {
  const found: Finding[] = [];
  const roots = [
    root,
    options.theme?.folder,
    ...options.extra.map(({ folder }) => folder),
    join(root, options.sourceDir),
  ]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => {
      try {
        return [realpathSync.native(folder)];
      } catch {
        return [];
      }
    });
  return { roots, isIgnored: compileIgnore(root, options), found, diagnostics: [] };
}

/** Tells of a path whether it is one of `paths` or lies below one. */
function isBelowAny(paths: readonly string[]): (path: string) => boolean {
  const set = new Set(paths);
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (set.has(path.slice(0, end))) return true;
    }
    return false;
  };
}

function dirOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function sortByPath(files: ReadonlyMap<SourcePath, SourceFile>): Sources {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
