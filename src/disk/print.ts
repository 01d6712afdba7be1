/**
 * Fingerprints of files on disk, and the stamps that tell without reading
 * whether a file may have changed.
 *
 * A *stamp* is a file's size, times and inode. `ctime` is in it because a user cannot
 * set it: an edit that keeps size and `mtime` (rsync -t, touch -r) shows there.
 */
import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readSync, type Stats, writeSync } from 'node:fs';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';

/** What tells whether a file may have changed. */
export type StampNumbers = Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs' | 'ino'>;

/** The same as one text. */
export type Stamp = string;

/** Prints remembered by path and stamp, so that an unchanged file need not be read. */
export interface StampIndex {
  get(path: string, stamp: Stamp): Fingerprint | undefined;
  set(path: string, stamp: Stamp, print: Fingerprint): void;
}

/** One for all: nothing here waits, so no two files are poured at once. */
const chunk = new Uint8Array(1 << 18);
/** A change within this many milliseconds of another may leave the stamp as it is: clocks of file systems tick slowly. */
const TICK = 100;

/** The stamp of a file. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: StampNumbers): Stamp {
  return `${size}-${mtimeMs}-${ctimeMs}-${ino}`;
}

/** How many numbers make a stamp. */
export const STAMP_NUMBERS = 4;

/** Stands for the stamps of many files, in their order. As texts they would take longer than the looking. */
export class StampPrinter {
  #numbers = new Float64Array(1024);
  #count = 0;

  note({ size, mtimeMs, ctimeMs, ino }: StampNumbers): void {
    if (this.#count + STAMP_NUMBERS > this.#numbers.length) this.#grow();
    this.#numbers[this.#count++] = size;
    this.#numbers[this.#count++] = mtimeMs;
    this.#numbers[this.#count++] = ctimeMs;
    this.#numbers[this.#count++] = ino;
  }

  #grow(): void {
    const larger = new Float64Array(this.#numbers.length * 2);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }

  finish(): Fingerprint {
    return fingerprintBytes(new Uint8Array(this.#numbers.buffer, 0, this.#count * 8));
  }
}

/** Whether a file is old enough, at `now`, for its stamp to vouch for its content. */
export function isSettled(stat: Stats, now: number): boolean {
  return now - stat.ctimeMs > TICK;
}

/** What `fingerprintBytes` gives for the whole file, read piece by piece: a file may be larger than memory. */
export function fingerprintFile(path: string): Fingerprint {
  return pour(path, () => {});
}

/** Copies a file, and returns the fingerprint of what was in fact copied. */
export function copyFile(from: string, to: string): Fingerprint {
  const target = openSync(to, 'w');
  try {
    return pour(from, (chunk) => writeWhole(target, chunk));
  } finally {
    closeSync(target);
  }
}

/** Writes all of `bytes`: one `write` may take only a part. */
function writeWhole(target: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(target, bytes, done);
}

function pour(path: string, take: (chunk: Uint8Array) => void): Fingerprint {
  const hash = createHash('sha1');
  // Without O_NONBLOCK, opening a file that has become a pipe would wait for ever.
  const source = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    for (let got = readSync(source, chunk); got > 0; got = readSync(source, chunk)) {
      const part = chunk.subarray(0, got);
      hash.update(part);
      take(part);
    }
  } finally {
    closeSync(source);
  }
  return hash.digest('base64url').slice(0, 16);
}
