/**
 * Replaces a writer's own file by another text, and keeps what was there: the one place
 * where Mojing changes something that it did not write.
 */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes `content` in place of a file, whole or not at all, after its bytes were copied to
 * `backup`, or beside it if that name is taken: a backup is never overwritten, and one
 * that holds the same bytes is used again.
 *
 * @param file - a real path, no link
 * @returns where the backup is
 */
export function replaceKeepingOld(file: string, content: Uint8Array, backup: string): string {
  const old = readFileSync(file);
  const { mode } = statSync(file);
  const kept = keep(old, backup);
  const beside = join(dirname(file), `.#${basename(file)}-${process.pid}.tmp`);
  try {
    writeNew(beside, content);
    chmodSync(beside, mode);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  return kept;
}

function keep(bytes: Uint8Array, wanted: string): string {
  mkdirSync(dirname(wanted), { recursive: true });
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}.${n}`;
    try {
      writeNew(name, bytes);
      return name;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (holds(name, bytes)) return name;
    }
  }
}

function holds(file: string, bytes: Uint8Array): boolean {
  return statSync(file).isFile() && readFileSync(file).equals(bytes);
}

/** A file of this name must not exist. It is on the disk when this returns: the old one is given up next. */
function writeNew(path: string, content: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let written = 0; written < content.length; ) written += writeSync(file, content, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
