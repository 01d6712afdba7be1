/**
 * Long texts that a page shows as they are: the post on its own page. While the page is
 * drawn a mark stands for such a text, and at the end its bytes are set in. So a hundred
 * kilobytes are not made a string, joined with others and encoded once more.
 */
import { randomUUID } from 'node:crypto';

/** A text, as a string and in UTF-8; each is made when it is asked for. */
export interface Slot {
  readonly text: () => string;
  readonly bytes: () => Uint8Array;
}

/** Under this key an object tells templates that its `content` may be set in, or that it may not. */
export const CONTENT = Symbol('content');

// No text of a site holds this: it is another one each time, and no page may hold U+0000.
const START = `\u0000${randomUUID()}:`;
const END = '\u0000';
const MARK = new RegExp(`${START}(\\d+)${END}`, 'g');

/** The slots of the page being drawn. */
export class Slots {
  readonly #slots: Slot[] = [];

  /** Forgets them all: another page begins. */
  clear(): void {
    this.#slots.length = 0;
  }

  /** What stands for the content of `object` until the page is whole; `undefined` if it cannot be set in. */
  mark(object: unknown): string | undefined {
    if (typeof object !== 'object' || object === null || !(CONTENT in object)) return undefined;
    const slot = object[CONTENT];
    return isSlot(slot) ? `${START}${this.#slots.push(slot) - 1}${END}` : undefined;
  }

  /** The text with all that its marks stand for: for those who look into it. */
  settle(text: string): string {
    return this.#isPlain(text) ? text : text.replace(MARK, (_mark, at) => this.#slots[Number(at)]?.text() ?? '');
  }

  /** The same in UTF-8. */
  fill(text: string): Uint8Array {
    if (this.#isPlain(text)) return Buffer.from(text);
    const pieces = text.split(MARK);
    return Buffer.concat(
      pieces.map((piece, at) => (at % 2 === 0 ? Buffer.from(piece) : (this.#slots[Number(piece)]?.bytes() ?? NOTHING))),
    );
  }

  /** Whether the text, or what is to be set into it, holds `part`. */
  holds(text: string, part: string): boolean {
    if (text.includes(part)) return true;
    if (this.#isPlain(text)) return false;
    return [...text.matchAll(MARK)].some(([, at]) => {
      const bytes = this.#slots[Number(at)]?.bytes() ?? NOTHING;
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(part);
    });
  }

  #isPlain(text: string): boolean {
    return this.#slots.length === 0 || !text.includes(START);
  }
}

const NOTHING = new Uint8Array(0);

function isSlot(value: unknown): value is Slot {
  return typeof value === 'object' && value !== null && 'bytes' in value && 'text' in value;
}
