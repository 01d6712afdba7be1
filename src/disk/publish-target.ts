/**
 * Decides whether a folder may be published into. A mistake in the settings must not
 * cost anybody a file, so the decision is made on the real folder, links resolved, and
 * by identity (device and inode) rather than by spelling.
 */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Diagnostic, Values } from '../base/diagnostic.ts';
import { type Code, diagnose } from '../model/messages.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type Marks, noMarks, readMarks } from './marks.ts';
import { codeOf, explain, isInside } from './walk-folder.ts';

/** Where a site wants to be published. */
export interface PublishTarget {
  /** The site's folder. */
  readonly root: string;
  /** As written in the settings or behind `--out`; from `root`, or absolute. */
  readonly publicDir: string;
  readonly sourceDir: string;
  readonly themeFolder?: string | undefined;
  /** Given by `--out`: then it may lie outside the site. */
  readonly explicit?: boolean | undefined;
}

export interface Refusal {
  readonly refused: Diagnostic;
}

/** A folder that may be published into. */
export interface OpenTarget {
  /** Absolute, links resolved. */
  readonly folder: string;
  readonly exists: boolean;
  readonly manifest: Manifest | undefined;
  readonly marks: Marks;
  /** Whether files without an entry in the manifest may be replaced: an earlier generator's, or a lost manifest's. */
  readonly mayReplace: boolean;
}

/** What hosts and people put beside a site by hand. */
const KEPT_BY_HAND = /^(\.|CNAME$|README|LICEN[CS]E)/i;

/**
 * The target, or why nothing may be written to or removed from it.
 *
 * @param cache - where the marks of what was published are kept, if anywhere
 */
export function checkTarget(target: PublishTarget, cache: string | undefined): OpenTarget | Refusal {
  const refuse = (code: Code, values: Values = {}): Refusal => ({
    refused: diagnose(code, { setting: nameSetting(target), ...values }),
  });
  const root = realpathSync.native(target.root);
  const place = findReal(resolve(root, target.publicDir));
  if ('fault' in place) return refuse('output/not-a-folder', { detail: place.fault });
  const { real, existing } = place;
  if (target.publicDir.trim() === '' || isSame(existing, real, root)) return refuse('output/is-site');
  if (isInside(root, real)) return refuse('output/is-site');
  if (!isInside(real, root) && target.explicit !== true) return refuse('output/outside', { folder: real });
  const kept = findKept(target, root, place);
  if (kept !== undefined) return refuse('output/is-kept', { folder: kept });
  if (existing !== real) return { folder: real, exists: false, manifest: undefined, marks: noMarks, mayReplace: false };
  return checkContent(real, cache === undefined ? noMarks : readMarks(cache, real), refuse);
}

/** How the target is called in messages. */
export function nameSetting({ publicDir, explicit }: PublishTarget): string {
  return explicit ? `--out ${publicDir}` : `public_dir: ${publicDir || "''"}`;
}

interface RealPlace {
  /** Where the folder is or will be. */
  readonly real: string;
  /** The deepest folder on the way that exists. */
  readonly existing: string;
}

function findReal(path: string): RealPlace | { fault: string } {
  const missing: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    try {
      const existing = realpathSync.native(at);
      if (!statSync(existing).isDirectory()) return { fault: `${basename(at)} is a file` };
      return { real: join(existing, ...missing), existing };
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') return { fault: explain(error) };
      if (isLink(at)) return { fault: `${basename(at)} is a link that leads nowhere` };
      if (at === dirname(at)) return { fault: explain(error) };
      missing.unshift(basename(at));
    }
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function isSame(existing: string, real: string, folder: string): boolean {
  return existing === real && identify(real) === identify(folder);
}

/** Device and inode: one folder has one, however it is spelt or mounted. */
function identify(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && `${stat.dev}:${stat.ino}`;
}

/** The folder of the site that the target is, lies in or holds; they are the writer's own. */
function findKept(target: PublishTarget, root: string, { real, existing }: RealPlace): string | undefined {
  const named = [target.sourceDir, 'themes', 'scaffolds', 'scripts', 'node_modules', '.git', '.mojing'];
  const folders = named.map((name) => ({ name, folder: resolve(root, name) }));
  if (target.themeFolder) folders.push({ name: relative(root, target.themeFolder), folder: target.themeFolder });
  for (const { name, folder } of folders) {
    const place = findReal(folder);
    if ('fault' in place || place.real === root) continue;
    const exists = place.existing === place.real;
    if (isInside(real, place.real) || isInside(place.real, real)) return name;
    if (exists && listAbove(existing).includes(identify(place.real))) return name;
    if (exists && existing === real && listAbove(place.real).includes(identify(real))) return name;
  }
  return undefined;
}

/** The identities of a folder and of all that hold it. */
function listAbove(folder: string): (string | undefined)[] {
  const identities: (string | undefined)[] = [];
  for (let at = folder; ; at = dirname(at)) {
    identities.push(identify(at));
    if (at === dirname(at)) return identities;
  }
}

function checkContent(
  folder: string,
  marks: Marks,
  refuse: (code: Code, values?: Values) => Refusal,
): OpenTarget | Refusal {
  try {
    const manifest = readManifest(folder, marks);
    if (manifest) return { folder, exists: true, manifest, marks, mayReplace: manifest.damaged };
    const foreign = readdirSync(folder).find((name) => !KEPT_BY_HAND.test(name) && findFile(join(folder, name)));
    if (foreign === undefined) return { folder, exists: true, manifest: undefined, marks, mayReplace: false };
    if (isMadeByHexo(folder)) return { folder, exists: true, manifest: undefined, marks, mayReplace: true };
    return refuse('output/foreign', { file: foreign });
  } catch (error) {
    return refuse('output/unwritable', { detail: explain(error) });
  }
}

/** The first thing at or below a path that is no folder: what would be lost if the path went. */
function findFile(path: string): string | undefined {
  if (!lstatSync(path).isDirectory()) return path;
  for (const name of readdirSync(path)) {
    const file = findFile(join(path, name));
    if (file !== undefined) return file;
  }
  return undefined;
}

/** Whether Hexo wrote the site that is there: it names itself in the head of its home page. */
function isMadeByHexo(folder: string): boolean {
  try {
    return /<meta name="generator" content="Hexo\b/.test(readFileSync(join(folder, 'index.html'), 'utf8'));
  } catch {
    return false;
  }
}
