/**
 * Where the texts of rendered posts are kept, so that memory does not grow with them.
 * The core knows only this: what is put in can be got out again, or is lost.
 */

/** Where a record lies; plain data, meaningful to its store alone. */
export type Ref = readonly [offset: number, length: number];

export interface BodyStore {
  /** Keeps some texts together. */
  put(parts: readonly string[]): Ref;
  /** The texts, or `undefined` if they are gone or were never there. */
  get(ref: Ref): readonly string[] | undefined;
}

/** A store that forgets everything when the process ends. */
export function createMemoryStore(): BodyStore {
  const records: (readonly string[])[] = [];
  return {
    put: (parts) => [records.push(parts) - 1, 0],
    get: ([index]) => records[index],
  };
}
