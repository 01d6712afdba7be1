/**
 * Macros that a site defines outside its posts, where MathJax or KaTeX found them when the
 * page was read: `\newcommand` in a piece of HTML that every page includes, and the
 * `macros` of a script that sets the two up. Nothing is run; what is no plain text in a
 * plain list is passed over.
 */
import { readDefinitions } from './definitions.ts';

/** Macros in the two forms in which settings hold them. */
export interface SiteMacros {
  /** Definitions in TeX. */
  readonly preamble: string;
  readonly macros: Readonly<Record<string, string | readonly (string | number)[]>>;
}

/** The macros of one file. */
export function readMacroFile(text: string): SiteMacros {
  const bare = text.replace(/<!--[\s\S]*?-->/g, '');
  const preamble = readDefinitions(bare)
    .map(({ start, end }) => bare.slice(start, end))
    .join('\n');
  const macros: Record<string, string | readonly (string | number)[]> = {};
  for (const { index, 0: opener } of bare.matchAll(/\bmacros\b["']?\s*[:=]\s*\{/gi))
    Object.assign(macros, new LiteralReader(bare, index + opener.length).readEntries());
  return { preamble, macros };
}

type Value = string | number | readonly (string | number)[];

const SPACE = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const STRING = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.)*)`/y;
const NUMBER = /\d+/y;
const NAME = /[A-Za-z_$][\w$]*/y;

/** Reads the entries of an object of JavaScript or JSON that are strings, or lists of strings and numbers. */
class LiteralReader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  readEntries(): Record<string, string | readonly (string | number)[]> {
    const entries: Record<string, string | readonly (string | number)[]> = {};
    for (;;) {
      const key = this.#readString() ?? this.#take(NAME)?.[0];
      if (key === undefined || !this.#takeSign(':')) return entries;
      const value = this.#readValue();
      if (value === undefined) return entries;
      if (typeof value !== 'number') entries[key] = value;
      if (!this.#takeSign(',')) return entries;
    }
  }

  #readValue(): Value | undefined {
    if (!this.#takeSign('[')) return this.#readString() ?? this.#readNumber();
    const list: (string | number)[] = [];
    for (;;) {
      const item = this.#readString() ?? this.#readNumber();
      if (item !== undefined) list.push(item);
      if (item !== undefined && this.#takeSign(',')) continue;
      return this.#takeSign(']') ? list : undefined;
    }
  }

  #readString(): string | undefined {
    const match = this.#take(STRING);
    const body = match && (match[1] ?? match[2] ?? match[3] ?? '');
    return body?.replace(/\\([\s\S])/g, (_whole, sign: string) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign));
  }

  #readNumber(): number | undefined {
    const match = this.#take(NUMBER);
    return match ? Number(match[0]) : undefined;
  }

  #takeSign(sign: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    this.#skipSpace();
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match ?? undefined;
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#at;
    SPACE.exec(this.#text);
    this.#at = SPACE.lastIndex;
  }
}
