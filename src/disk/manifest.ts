/**
 * What we wrote, and how it was when we left it.
 *
 * The *manifest* stands in `public_dir` and lists the published files with their prints.
 * It decides what is ours: nothing else is ever replaced or removed. It holds no times,
 * so that the same site gives the same bytes. The *stamps* stand in `.mojing` and tell
 * without reading whether a published file is still as we left it; without them the
 * files are read.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import type { Stamp } from './print.ts';
import { codeOf } from './walk-folder.ts';

export const MANIFEST = '.mojing-manifest.json';

export interface Manifest {
  readonly files: ReadonlyMap<string, Fingerprint>;
  /** There is a manifest but it cannot be read; the folder is ours, the list is lost. */
  readonly damaged: boolean;
}

export interface Mark {
  readonly print: Fingerprint;
  readonly stamp: Stamp;
}
export type Marks = ReadonlyMap<string, Mark>;

/** The manifest of a folder, or `undefined` if it has none. Throws the file system's error if it cannot be looked at. */
export function readManifest(folder: string): Manifest | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const files = parseFiles(text);
  return { files: files ?? new Map(), damaged: files === undefined };
}

function parseFiles(text: string): Map<string, Fingerprint> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('files' in value) || !Array.isArray(value.files)) return;
    return new Map(value.files.filter(isEntry).filter(([path]) => isSafePath(path)));
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

/** Whether a path from a manifest stays in its folder, and out of `.git`: a manifest may have been tampered with. */
export function isSafePath(path: string): boolean {
  if (path === '' || path === MANIFEST || /[\\\u0000]|^[A-Za-z]:/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git');
}

/** The files that are ours. If the manifest was lost, the marks still know what we wrote. */
export function listOurs(manifest: Manifest | undefined, marks: Marks): ReadonlyMap<string, Fingerprint> {
  if (!manifest?.damaged) return manifest?.files ?? new Map();
  return new Map([...marks].filter(([path]) => isSafePath(path)).map(([path, { print }]) => [path, print]));
}

/** A manifest as text: sorted, a line a file, the same on every machine. */
export function drawManifest(files: ReadonlyMap<string, Fingerprint>): string {
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map((entry) => JSON.stringify(entry));
  return `{ "by": "mojing", "format": 1, "files": [\n${lines.join(',\n')}\n] }\n`;
}

/** Where the stamps of the files in `folder` are kept. */
function stampsFile(cache: string, folder: string): string {
  return join(cache, `published-${fingerprintBytes(folder).replaceAll(/[-_]/g, '0')}.json`);
}

/** The marks of the files in `folder`; none if there are none or they are damaged. */
export function readMarks(cache: string, folder: string): Marks {
  try {
    const text = readFileSync(stampsFile(cache, folder), 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== checksum(body)) return new Map();
    const entries: unknown = JSON.parse(body);
    return new Map(
      Array.isArray(entries) ? entries.filter(isMark).map(([path, print, stamp]) => [path, { print, stamp }]) : [],
    );
  } catch {
    return new Map();
  }
}

function isMark(value: unknown): value is [string, string, string] {
  return Array.isArray(value) && value.length === 3 && value.every((part) => typeof part === 'string');
}

/** Keeps the marks. A failure only costs the next build some reading. */
export function writeMarks(cache: string, folder: string, marks: Marks): void {
  const body = JSON.stringify([...marks].map(([path, { print, stamp }]) => [path, print, stamp]));
  const file = stampsFile(cache, folder);
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { recursive: true });
    replaceFile(file, `${checksum(body)}\n${body}`, join(cache, 'stage-marks'));
  } catch {
    // They are a cache.
  }
}

function checksum(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Writes a file in one step, by way of `beside` on the same file system: a reader sees the old or the new one whole. */
export function replaceFile(file: string, text: string, beside: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(beside, text);
  renameSync(beside, file);
}
