/**
 * The texts of rendered posts in one append-only file. Where a record lies, and what is
 * in it, is known to who put it there.
 *
 * Nothing is ever changed in place, so a killed build leaves what was there before as it
 * was; what it added is not referred to, and goes when the pack is packed anew.
 */
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { BodyStore, Ref } from '../model/body-store.ts';

/** Bytes gathered before they are written. */
const CHUNK = 1 << 20;

export class BodyPack implements BodyStore {
  readonly #file: string;
  readonly #descriptor: number;
  #written: number;
  #pending: Uint8Array[] = [];
  #pendingLength = 0;

  /** Opens the pack, or begins one. Throws the file system's error. */
  constructor(file: string) {
    this.#file = file;
    this.#descriptor = openSync(file, 'a+');
    this.#written = fstatSync(this.#descriptor).size;
  }

  put(record: Uint8Array): Ref {
    const offset = this.size;
    this.#pending.push(record);
    this.#pendingLength += record.length;
    if (this.#pendingLength >= CHUNK) this.flush();
    return [offset, record.length];
  }

  get([offset, whole]: Ref, start: number, length: number): Buffer | undefined {
    if (offset < 0 || start + length > whole || offset + whole > this.size) return undefined;
    if (offset + whole > this.#written) this.flush();
    const bytes = Buffer.allocUnsafeSlow(length);
    return readSync(this.#descriptor, bytes, 0, length, offset + start) === length ? bytes : undefined;
  }

  /** Everything put so far stands in the file. */
  flush(): void {
    if (this.#pendingLength === 0) return;
    const bytes = Buffer.concat(this.#pending);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#descriptor, bytes, done);
    this.#written += bytes.length;
    this.#pending = [];
    this.#pendingLength = 0;
  }

  /** In bytes. */
  get size(): number {
    return this.#written + this.#pendingLength;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** A new pack beside this one with only the given records; gives where each lies there. */
  repack(refs: readonly Ref[], file: string): (Ref | undefined)[] {
    rmSync(file, { force: true });
    const fresh = new BodyPack(file);
    const moved = refs.map((ref) => {
      const record = this.get(ref, 0, ref[1]);
      return record && fresh.put(record);
    });
    fresh.flush();
    fresh.close();
    return moved;
  }

  /** Puts a repacked file in this one's place; this pack must not be used any more. */
  replaceBy(file: string): void {
    this.close();
    renameSync(file, this.#file);
  }
}
