/**
 * Replaces a file of ours in one step.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file in one step, by way of `beside` on the same file system: a reader sees the old or the new one whole. */
export function replaceFile(file: string, content: string | Uint8Array, beside: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(beside, content);
  renameSync(beside, file);
}
