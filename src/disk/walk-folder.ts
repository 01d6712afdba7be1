/**
 * Walks a folder and decides about each thing in it: read it, enter it, follow it, or
 * leave it out and say so. Nothing is opened here: a pipe would hold the build for ever.
 *
 * Written by hand rather than with a glob: every entry needs its own `lstat` for links,
 * pipes and stamps, and the synchronous calls cost 5 µs a file against 17 and more.
 */
import { accessSync, constants, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import { type Code, diagnose } from '../model/messages.ts';
import type { Finding } from './disk-file.ts';
import { isNeverRead } from './places.ts';

export interface Walk {
  /** Real paths that links may lead into. The first is the site's root. */
  readonly roots: readonly string[];
  readonly isIgnored: (path: string, disk: string) => boolean;
  readonly found: Finding[];
  readonly diagnostics: Diagnostic[];
}

/** Where the walk stands. */
interface Spot {
  /** The real folder. */
  readonly folder: string;
  /** The folder's path in the site. */
  readonly at: string;
  /** Real folders whose links were followed to come here. */
  readonly trail: readonly string[];
}

/** Links within links within links: deeper than this nobody means it. */
const MAX_TRAIL = 8;
const USER = process.getuid?.();
const GROUP = process.getgid?.();

/** Visits one file or folder, `disk`, as `path`. Its own name may be a link that leads anywhere: the settings named it. */
export function walkPlace(walk: Walk, disk: string, path: SourcePath): void {
  const real = attempt(walk, path, () => realpathSync.native(disk));
  if (real === undefined) return;
  const stat = attempt(walk, path, () => statSync(real));
  if (stat) take(walk, { path, disk: real, stat }, []);
}

/** Visits one entry below a place, `folder/name`, as `at/name`. */
export function walkEntry(walk: Walk, spot: Spot, name: string): void {
  if (isNeverRead(name)) return;
  const disk = join(spot.folder, name);
  const path = toSourcePath(spot.at === '' ? name : `${spot.at}/${name}`);
  if (walk.isIgnored(path, disk)) return;
  const stat = attempt(walk, path, () => lstatSync(disk));
  if (!stat) return;
  if (stat.isSymbolicLink()) followLink(walk, { spot, path, disk });
  else take(walk, { path, disk, stat }, spot.trail);
}

function take(walk: Walk, finding: Finding, trail: readonly string[]): void {
  const { path, disk, stat } = finding;
  if (stat.isDirectory()) walkFolder(walk, { folder: disk, at: path, trail });
  else if (!stat.isFile()) tell(walk, 'file/special', path);
  else if (isReadable(disk, stat)) walk.found.push(finding);
  else tell(walk, 'file/unreadable', path, { detail: 'permission denied' });
}

function walkFolder(walk: Walk, spot: Spot): void {
  const names = attempt(walk, toSourcePath(spot.at), () => readdirSync(spot.folder));
  for (const name of names?.sort() ?? []) walkEntry(walk, spot, name);
}

function followLink(walk: Walk, link: { spot: Spot; path: SourcePath; disk: string }): void {
  const { spot, path, disk } = link;
  let real: string;
  let stat: Stats;
  try {
    real = realpathSync.native(disk);
    stat = statSync(real);
  } catch (error) {
    tell(walk, 'file/symlink-broken', path, { target: explain(error) });
    return;
  }
  // The nearest root decides what is private: a theme may itself lie in node_modules.
  const root = walk.roots.filter((one) => isInside(real, one)).sort((a, b) => b.length - a.length)[0];
  const [site = ''] = walk.roots;
  const target = toSourcePath(relative(site, real));
  if (root === undefined) tell(walk, 'file/symlink-outside', path, { target: real });
  else if (isPrivate(toSourcePath(relative(root, real)))) tell(walk, 'file/symlink-private', path, { target });
  else if (!stat.isDirectory()) take(walk, { path, disk: real, stat }, spot.trail);
  else if (!isCircle(spot, real)) take(walk, { path, disk: real, stat }, [...spot.trail, spot.folder]);
}

/** A link into hidden folders, modules or settings would publish what no reader may see. */
function isPrivate(target: string): boolean {
  return /(^|\/)(\.|node_modules(\/|$))/.test(target) || /^(_config[^/]*|package(-lock)?\.json)$/.test(target);
}

function isCircle(spot: Spot, target: string): boolean {
  return spot.trail.length >= MAX_TRAIL || [...spot.trail, spot.folder].some((folder) => isInside(folder, target));
}

/** Whether a real path is `folder` or lies below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** By the permission bits, which cost nothing; only a doubt is put to the system, which knows of access lists. */
function isReadable(disk: string, stat: Stats): boolean {
  if (USER === undefined || USER === 0) return true;
  const bit = stat.uid === USER ? 0o400 : GROUP === stat.gid ? 0o040 : 0o004;
  if ((stat.mode & bit) !== 0) return true;
  try {
    accessSync(disk, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** What `look` finds; what is not there (any more) is nothing, what cannot be read is told. */
function attempt<Found>(walk: Walk, path: SourcePath, look: () => Found): Found | undefined {
  try {
    return look();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') tell(walk, 'file/unreadable', path, { detail: explain(error) });
    return undefined;
  }
}

function tell(walk: Walk, code: Code, file: SourcePath, values: Readonly<Record<string, string>> = {}): void {
  walk.diagnostics.push(diagnose(code, values, { file, line: 1, column: 1, length: 1 }));
}

/** The system's code of an error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** A system error in few words, without the call and the path: `ENOENT: no such file or directory`. */
export function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, \w+( '.*)?$/s, '');
}
