/**
 * Long texts that are set into another as they are: formulas into a post, a post into its
 * page. While the other text is made, a mark stands for each, and at the end their bytes
 * are set in. So a hundred kilobytes are not joined, searched and encoded again and again.
 */
import { randomUUID } from 'node:crypto';

/** A text, as a string and in UTF-8; each is made when it is asked for. */
export interface Slot {
  readonly text: () => string;
  readonly bytes: () => Uint8Array;
}

// No text of a site holds this: it is another one each time, and HTML holds no U+0000.
const START = `\u0000${randomUUID()}:`;
const END = '\u0000';
const MARK = new RegExp(`${START}(\\d+)${END}`, 'g');
const NOTHING = new Uint8Array(0);
/** UTF-8 needs at most so many bytes for a unit of UTF-16. */
const MOST_BYTES = 3;

/** The texts that are to be set into one other. */
export class Slots {
  readonly #slots: Slot[] = [];

  /** Takes a text; returns the mark that stands for it. */
  mark(slot: Slot): string {
    return `${START}${this.#slots.push(slot) - 1}${END}`;
  }

  /** Forgets them all: another text begins. */
  clear(): void {
    this.#slots.length = 0;
  }

  /** The text with all that its marks stand for: for those who look into it. */
  settle(text: string): string {
    return this.#isPlain(text) ? text : text.replace(MARK, (_mark, at) => this.#slots[Number(at)]?.text() ?? '');
  }

  /** The same in UTF-8. */
  fill(text: string): Uint8Array {
    return this.#isPlain(text) ? Buffer.from(text) : Buffer.concat(this.#listPieces(text));
  }

  /** Writes the same into `room`, which has space enough, from `start` on; returns where it ends. */
  write(text: string, room: Buffer, start: number): number {
    if (this.#isPlain(text)) return start + room.write(text, start, 'utf8');
    let end = start;
    for (const piece of this.#listPieces(text)) {
      room.set(piece, end);
      end += piece.length;
    }
    return end;
  }

  /** How many bytes that may be at most. */
  measure(text: string): number {
    const own = text.length * MOST_BYTES;
    return this.#isPlain(text) ? own : this.#listMarked(text).reduce((sum, bytes) => sum + bytes.length, own);
  }

  /** Whether the text, or what is to be set into it, holds `part`. */
  holds(text: string, part: string): boolean {
    if (text.includes(part)) return true;
    return !this.#isPlain(text) && this.#listMarked(text).some((bytes) => toBuffer(bytes).includes(part));
  }

  #listPieces(text: string): Uint8Array[] {
    return text.split(MARK).map((piece, at) => (at % 2 === 0 ? Buffer.from(piece) : this.#bytesAt(piece)));
  }

  #listMarked(text: string): Uint8Array[] {
    return [...text.matchAll(MARK)].map(([, at = '']) => this.#bytesAt(at));
  }

  #bytesAt(at: string): Uint8Array {
    return this.#slots[Number(at)]?.bytes() ?? NOTHING;
  }

  #isPlain(text: string): boolean {
    return this.#slots.length === 0 || !text.includes(START);
  }
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** A text with its slots. */
export class SlottedText {
  readonly #text: string;
  readonly #slots: Slots;

  constructor(text: string, slots = new Slots()) {
    this.#text = text;
    this.#slots = slots;
  }

  /** The text changed by someone who does not look into what is set in. */
  map(change: (text: string) => string): SlottedText {
    return new SlottedText(change(this.#text), this.#slots);
  }

  /** The whole. */
  toString(): string {
    return this.#slots.settle(this.#text);
  }

  /** How many bytes the whole may have at most. */
  get mostBytes(): number {
    return this.#slots.measure(this.#text);
  }

  /** Writes the whole in UTF-8 into `room`, which has space enough, from `start` on; returns where it ends. */
  write(room: Buffer, start: number): number {
    return this.#slots.write(this.#text, room, start);
  }
}
