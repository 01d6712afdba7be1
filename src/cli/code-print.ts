/**
 * A fingerprint of the program itself. The bundle holds the packages that shape what it
 * writes, so their versions are in it too. What another program remembered is not trusted.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';

let known: Fingerprint | undefined;

/** The print of the running program; the same on every machine that has the same code. */
export function codePrint(): Fingerprint {
  known ??= fingerprintBytes(readFileSync(fileURLToPath(import.meta.url)));
  return known;
}
