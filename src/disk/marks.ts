/**
 * How the published files stood when we left them. The marks stand in `.mojing`, and tell
 * without reading whether a file is still as it was; without them the files are read.
 *
 * The file is a checksum, numbers, and texts: twenty thousand marks as JSON would take
 * longer to parse than as many files to look at.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { STAMP_NUMBERS, type StampNumbers } from './print.ts';
import { replaceFile } from './replace-file.ts';

/** A published file: its content, and how it stood. */
export interface Mark extends StampNumbers {
  readonly print: Fingerprint;
}

export interface Marks {
  readonly files: ReadonlyMap<string, Mark>;
  /** Of the manifest that lists these files; empty if there are none. */
  readonly manifest: Fingerprint;
}

export const noMarks: Marks = { files: new Map(), manifest: '' };

/** A mark for a file with this content. */
export function markFile(print: Fingerprint, { size, mtimeMs, ctimeMs, ino }: StampNumbers): Mark {
  return { print, size, mtimeMs, ctimeMs, ino };
}

/** Whether a file stands as its mark says. */
export function isAsMarked(stat: StampNumbers, mark: StampNumbers): boolean {
  return (
    stat.size === mark.size && stat.mtimeMs === mark.mtimeMs && stat.ctimeMs === mark.ctimeMs && stat.ino === mark.ino
  );
}

const CHECKSUM = 20;

/** Where the marks of the files in `folder` are kept. */
function marksFile(cache: string, folder: string): string {
  return join(cache, `published-${fingerprintBytes(folder).replaceAll(/[-_]/g, '0')}`);
}

/** The marks of the files in `folder`; none if there are none or they are damaged. */
export function readMarks(cache: string, folder: string): Marks {
  try {
    const bytes = readFileSync(marksFile(cache, folder));
    const content = bytes.subarray(CHECKSUM);
    if (!checksum(content).equals(bytes.subarray(0, CHECKSUM))) return noMarks;
    const count = content.readUInt32LE(0);
    const end = 4 + count * STAMP_NUMBERS * 8;
    const numbers = new Float64Array(new Uint8Array(content.subarray(4, end)).buffer);
    const [manifest = '', ...texts] = content.toString('utf8', end).split('\0');
    const files = new Map<string, Mark>();
    for (let at = 0; at < count; at++) {
      const [path = '', print = ''] = [texts[2 * at], texts[2 * at + 1]];
      const from = at * STAMP_NUMBERS;
      files.set(path, {
        print,
        size: numbers[from] ?? 0,
        mtimeMs: numbers[from + 1] ?? 0,
        ctimeMs: numbers[from + 2] ?? 0,
        ino: numbers[from + 3] ?? 0,
      });
    }
    return { files, manifest };
  } catch {
    return noMarks;
  }
}

/** Keeps the marks. A failure only costs the next build some reading. */
export function writeMarks(cache: string, folder: string, { files, manifest }: Marks): void {
  const numbers = new Float64Array(files.size * STAMP_NUMBERS);
  const texts = [manifest];
  let at = 0;
  for (const [path, { print, size, mtimeMs, ctimeMs, ino }] of files) {
    numbers[at++] = size;
    numbers[at++] = mtimeMs;
    numbers[at++] = ctimeMs;
    numbers[at++] = ino;
    texts.push(path, print);
  }
  const count = Buffer.alloc(4);
  count.writeUInt32LE(files.size);
  const content = Buffer.concat([count, new Uint8Array(numbers.buffer), Buffer.from(texts.join('\0'))]);
  const file = marksFile(cache, folder);
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { recursive: true });
    replaceFile(file, Buffer.concat([checksum(content), content]), join(cache, 'stage-marks'));
  } catch {
    // They are a cache.
  }
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash('sha1').update(bytes).digest();
}
