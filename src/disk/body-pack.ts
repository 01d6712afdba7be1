/**
 * The texts of rendered posts in one append-only file. A record is its parts' lengths
 * and then their bytes; where it lies is known to who put it there.
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
  #pending: Buffer[] = [];
  #pendingLength = 0;

  /** Opens the pack, or begins one. Throws the file system's error. */
  constructor(file: string) {
    this.#file = file;
    this.#descriptor = openSync(file, 'a+');
    this.#written = fstatSync(this.#descriptor).size;
  }

  put(parts: readonly string[]): Ref {
    const bytes = parts.map((part) => Buffer.from(part, 'utf8'));
    const head = Buffer.alloc(4 * (1 + bytes.length));
    head.writeUInt32LE(bytes.length, 0);
    for (const [at, { length }] of bytes.entries()) head.writeUInt32LE(length, 4 * (1 + at));
    return this.#append(Buffer.concat([head, ...bytes]));
  }

  get(ref: Ref): readonly string[] | undefined {
    const record = this.read(ref);
    return record && readParts(record);
  }

  /** The bytes of a record, or `undefined` if the pack does not reach so far. */
  read([offset, length]: Ref): Buffer | undefined {
    if (offset + length > this.#written) this.flush();
    if (offset < 0 || length < 4 || offset + length > this.#written) return undefined;
    const record = Buffer.allocUnsafe(length);
    return readSync(this.#descriptor, record, 0, length, offset) === length ? record : undefined;
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

  #append(record: Buffer): Ref {
    const offset = this.size;
    this.#pending.push(record);
    this.#pendingLength += record.length;
    if (this.#pendingLength >= CHUNK) this.flush();
    return [offset, record.length];
  }

  /** A new pack beside this one with only the given records; gives where each lies there. */
  repack(refs: readonly Ref[], file: string): (Ref | undefined)[] {
    rmSync(file, { force: true });
    const fresh = new BodyPack(file);
    const moved = refs.map((ref) => {
      const record = this.read(ref);
      return record && fresh.#append(record);
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

function readParts(record: Buffer): string[] | undefined {
  const count = record.readUInt32LE(0);
  let at = 4 * (1 + count);
  if (count > 64 || at > record.length) return undefined;
  const parts: string[] = [];
  for (let part = 0; part < count; part++) {
    const length = record.readUInt32LE(4 * (1 + part));
    if (at + length > record.length) return undefined;
    parts.push(record.toString('utf8', at, at + length));
    at += length;
  }
  return parts;
}
