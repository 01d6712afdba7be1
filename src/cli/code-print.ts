/**
 * A fingerprint of the program itself: its own files and the packages that shape what it
 * writes. What another program remembered is not trusted, even if it has the same version.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Fingerprint, fingerprint, fingerprintBytes } from '../base/fingerprint.ts';

const CODE = fileURLToPath(new URL('..', import.meta.url));
/** Their versions decide what the pages look like. */
const PACKAGES = [
  'markdown-it',
  'katex',
  'highlight.js',
  'nunjucks',
  'feed',
  'markdown-it-cjk-friendly',
  'markdown-it-footnote',
  'js-yaml',
];

let known: Fingerprint | undefined;

/** The print of the running program; the same on every machine that has the same code. */
export function codePrint(): Fingerprint {
  known ??= fingerprint([
    readdirSync(CODE, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .sort()
      .map(printFile),
    PACKAGES.map(readVersion),
  ]);
  return known;
}

function printFile(file: string): [string, Fingerprint] {
  return [file.replaceAll('\\', '/'), fingerprintBytes(readFileSync(join(CODE, file)))];
}

function readVersion(name: string): string {
  try {
    const manifest: unknown = JSON.parse(
      readFileSync(fileURLToPath(import.meta.resolve(`${name}/package.json`)), 'utf8'),
    );
    return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
  } catch {
    return '';
  }
}
