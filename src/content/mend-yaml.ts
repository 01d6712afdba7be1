/**
 * YAML that js-yaml up to version 4 read, and Hexo with it, and that YAML 1.2 forbids: lists
 * in brackets and texts in quotes that go on, or end, at the indentation of their key
 * (§ 7.4), and a comment right behind them. Lines stay lines: only spaces are put in.
 */

const OPEN = new Set(['[', '{']);
const CLOSE = new Set([']', '}']);
/** Behind these a value begins. */
const BEFORE_VALUE = new Set([':', '-', '[', '{', ',']);

/** The text with the spaces that are missing; the same if none is. */
export function mendYaml(text: string): string {
  return new Mending(text).mend();
}

class Mending {
  readonly #lines: readonly string[];
  /** Brackets that are open. */
  #depth = 0;
  #quote = '';
  /** Of the key whose value is open. */
  #indent = 0;
  /** Of a block of text behind `|` or `>`, all below is text that is indented further. */
  #block: number | undefined;

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  mend(): string {
    return this.#lines.map((line) => this.#mendLine(line)).join('\n');
  }

  #mendLine(line: string): string {
    const indent = line.search(/\S|$/);
    const isOpen = this.#depth > 0 || this.#quote !== '';
    if (!isOpen && this.#block !== undefined) {
      if (line.trim() === '' || indent > this.#block) return line;
      this.#block = undefined;
    }
    if (!isOpen) this.#indent = indent;
    const missing = isOpen && line.trim() !== '' ? Math.max(0, this.#indent + 1 - indent) : 0;
    if (!isOpen && /[:-]\s+[|>][+\-\d]*\s*$/.test(line)) this.#block = indent;
    return ' '.repeat(missing) + this.#readSigns(line);
  }

  /** The line, with a space before a comment that stands too close. */
  #readSigns(line: string): string {
    let written = '';
    let before = this.#quote === '' && this.#depth === 0 ? '-' : ',';
    for (let at = 0; at < line.length; at++) {
      const sign = line[at] ?? '';
      const wasOpen = this.#depth > 0 || this.#quote !== '';
      if (this.#quote === '' && sign === '#' && /\s|^$/.test(line[at - 1] ?? '')) return written + line.slice(at);
      const length = this.#take(line, at, before);
      written += line.slice(at, at + length);
      at += length - 1;
      const isClosed = wasOpen && this.#depth === 0 && this.#quote === '';
      if (isClosed && line[at + 1] === '#') return `${written} ${line.slice(at + 1)}`;
      if (/\S/.test(sign)) before = sign;
    }
    return written;
  }

  /** Takes a sign, and says how long it is: an escape is two. */
  #take(line: string, at: number, before: string): number {
    const sign = line[at] ?? '';
    const next = line[at + 1] ?? '';
    if (this.#quote !== '') {
      if ((this.#quote === '"' && sign === '\\') || (this.#quote === "'" && sign === "'" && next === "'")) return 2;
      if (sign === this.#quote) this.#quote = '';
    } else if ((sign === '"' || sign === "'") && BEFORE_VALUE.has(before)) this.#quote = sign;
    else if (OPEN.has(sign) && (this.#depth > 0 || BEFORE_VALUE.has(before))) this.#depth++;
    else if (CLOSE.has(sign) && this.#depth > 0) this.#depth--;
    return 1;
  }
}
