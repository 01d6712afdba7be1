/**
 * What we wrote: the manifest stands in `public_dir` and lists the published files with
 * their prints. It decides what is ours: nothing else is ever replaced or removed. It
 * holds no times, so that the same site gives the same bytes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import type { Marks } from './marks.ts';
import { codeOf } from './walk-folder.ts';

export const MANIFEST = '.mojing-manifest.json';

export interface Manifest {
  readonly files: ReadonlyMap<string, Fingerprint>;
  /** There is a manifest but it cannot be read; the folder is ours, the list is lost. */
  readonly damaged: boolean;
}

/**
 * The manifest of a folder, or `undefined` if it has none. If it is the one that the marks
 * know, they know the files. Throws the file system's error if it cannot be looked at.
 */
export function readManifest(folder: string, marks: Marks): Manifest | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  if (fingerprintBytes(text) === marks.manifest) return { files: listPrints(marks.files), damaged: false };
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
  return new Map([...listPrints(marks.files)].filter(([path]) => isSafePath(path)));
}

/** The prints of files by their paths. */
export function listPrints(files: ReadonlyMap<string, { readonly print: Fingerprint }>): Map<string, Fingerprint> {
  const prints = new Map<string, Fingerprint>();
  for (const [path, { print }] of files) prints.set(path, print);
  return prints;
}

/** A manifest as text: sorted, a line a file, the same on every machine. */
export function drawManifest(files: ReadonlyMap<string, Fingerprint>): string {
  const lines = [...files.keys()].sort().map((path) => `[${quote(path)},${quote(files.get(path) ?? '')}]`);
  return `{ "by": "mojing", "format": 1, "files": [\n${lines.join(',\n')}\n] }\n`;
}

/** As JSON. Most texts need no escapes. */
function quote(text: string): string {
  return /^[\w/.-]*$/.test(text) ? `"${text}"` : JSON.stringify(text);
}
