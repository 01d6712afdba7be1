/**
 * Where the texts of rendered posts are kept, so that memory does not grow with them.
 * The core knows only this: what is put in can be got out again, or is lost.
 */
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { decodeUtf8 } from '../base/utf8.ts';

/** Where a record lies; plain data, meaningful to its store alone, which may tell one from another by identity. */
export type Ref = readonly [offset: number, length: number];

export interface BodyStore {
  /** Keeps a record, which must not change any more. */
  put(record: Uint8Array): Ref;
  /** `length` bytes of a record from `start` on, or `undefined` if they are gone or were never there. */
  get(ref: Ref, start: number, length: number): Uint8Array | undefined;
}

/** A text that lies in the store: what it must be, and where. */
export interface KeptText {
  readonly print: Fingerprint;
  readonly ref: Ref;
}

/** A store in memory: it forgets a record when nobody knows any more where that lies. */
export function createMemoryStore(): BodyStore {
  const records = new WeakMap<Ref, Uint8Array>();
  return {
    put(record) {
      const ref: Ref = [0, record.length];
      records.set(ref, record);
      return ref;
    },
    get: (ref, start, length) => records.get(ref)?.subarray(start, start + length),
  };
}

/** Keeps a text. */
export function putText(store: BodyStore, text: string): KeptText {
  const bytes = Buffer.from(text, 'utf8');
  return { print: fingerprintBytes(bytes), ref: store.put(bytes) };
}

/** A kept text, if what comes out of the store is what went in. */
export function getText(store: BodyStore, { print, ref }: KeptText): string | undefined {
  const bytes = store.get(ref, 0, ref[1]);
  return bytes && fingerprintBytes(bytes) === print ? decodeUtf8(bytes) : undefined;
}
