/**
 * A source file on a disk: its content is read when it is asked for, and its print
 * is found once.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from 'node:fs';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import type { SourcePath } from '../base/path.ts';
import type { FileTimes, SourceFile } from '../model/sources.ts';
import type { CommitDates } from './commit-dates.ts';
import { fingerprintFile, isSettled, type Stamp, type StampIndex, stampOf } from './print.ts';

/** Files above this size are hashed piece by piece and not kept. */
const LARGE = 16 << 20;

/** Where a source file lies, and how it was when it was looked at. */
export interface Finding {
  readonly path: SourcePath;
  /** Absolute, with links resolved. */
  readonly disk: string;
  readonly stat: Stats;
}

export class DiskFile implements SourceFile {
  readonly path: SourcePath;
  readonly disk: string;
  readonly size: number;
  readonly times: FileTimes;
  readonly #changed: number;
  readonly #inode: number;
  readonly #stamps: StampIndex | undefined;
  #print: Fingerprint | undefined;

  constructor({ path, disk, stat }: Finding, stamps?: StampIndex, commits?: CommitDates) {
    this.path = path;
    this.disk = disk;
    this.size = stat.size;
    const times = { created: stat.birthtimeMs, modified: stat.mtimeMs };
    this.times = commits?.complete(path, times) ?? times;
    this.#changed = stat.ctimeMs;
    this.#inode = stat.ino;
    this.#stamps = stamps;
  }

  get stamp(): Stamp {
    return stampOf({ size: this.size, mtimeMs: this.times.modified, ctimeMs: this.#changed, ino: this.#inode });
  }

  get print(): Fingerprint {
    this.#print ??= this.#stamps?.get(this.path, this.stamp) ?? this.#findPrint();
    return this.#print;
  }

  readonly read = (): Uint8Array => {
    const kept = lastRead.file === this ? lastRead.bytes : undefined;
    lastRead = {};
    return kept ?? this.#readAgain();
  };

  /** The content that `print` stands for. If it has changed since, a result must not be remembered under that print. */
  #readAgain(): Uint8Array {
    const { bytes, stamp } = readPlainFile(this.disk);
    if (this.#print !== undefined && stamp !== this.stamp && fingerprintBytes(bytes) !== this.#print) {
      throw Object.assign(new Error(`${this.path} changed during the build`), { code: 'ESTALE', path: this.disk });
    }
    return bytes;
  }

  #findPrint(): Fingerprint {
    let print: Fingerprint;
    if (this.size > LARGE) {
      print = fingerprintFile(this.disk);
    } else {
      const { bytes } = readPlainFile(this.disk);
      print = fingerprintBytes(bytes);
      lastRead = { file: this, bytes };
    }
    this.#remember(print);
    return print;
  }

  /** Only if the file is still the one that was looked at; else the stamp would vouch for other bytes. */
  #remember(print: Fingerprint): void {
    if (!this.#stamps) return;
    const stat = statSync(this.disk, { throwIfNoEntry: false });
    if (stat && stampOf(stat) === this.stamp && isSettled(stat, Date.now())) {
      this.#stamps.set(this.path, this.stamp, print);
    }
  }
}

/** The bytes that were last read for a print: whoever asks for a print mostly asks for the content next. */
let lastRead: { readonly file?: DiskFile; readonly bytes?: Uint8Array } = {};

/** The content of a file; never waits for a writer should the file have become a pipe. */
function readPlainFile(path: string): { bytes: Uint8Array; stamp: Stamp } {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return { stamp: stampOf(fstatSync(file)), bytes: readFileSync(file) };
  } finally {
    closeSync(file);
  }
}
