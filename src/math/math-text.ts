/**
 * A text in which formulas are looked for, with what is known of it: its code spans,
 * its pairs of `$$`, and how much looking in vain it may still cost.
 */
import type { Delimiter } from './delimiters.ts';
import { isProseParagraph, type Trust } from './prose.ts';

/** What limits the work on one document: scans that find nothing are paid for, one unit a character. */
export interface Purse {
  left: number;
}

/** A purse that no text runs out of unless it was made to. */
export function fillPurse(length: number): Purse {
  return { left: 500_000 + 16 * length };
}

/** The formula's end, or `open` if the text ended before it, or `undefined` if there is none. */
export type Close = number | 'open' | undefined;

/** A formula between brackets such as `\\[` and `\\]`, from behind the opening one. */
export interface Span {
  readonly start: number;
  readonly close: string;
  readonly display: boolean;
}

const LONGEST_INLINE = 50_000;
/** How far the end of a `\\text{…}` is looked for behind a `$` in it; if it is not there, the brace was forgotten. */
const LONGEST_TEXT = 1_000;
const TEXT_OPEN =
  /\\(?:text[a-z]*|[mhf]box|ce|pu|(?:short)?intertext|tag\*?|colorbox\s*\{[^{}]*\}|fcolorbox\s*\{[^{}]*\}\s*\{[^{}]*\})\s*\{/y;

export class MathText {
  readonly source: string;
  readonly #delimiters: ReadonlySet<Delimiter>;
  readonly #purse: Purse;
  #codeSpans: ReadonlyMap<number, number> | undefined;
  #pairs: readonly number[] | undefined;

  constructor(source: string, delimiters: ReadonlySet<Delimiter>, purse: Purse) {
    this.source = source;
    this.#delimiters = delimiters;
    this.#purse = purse;
  }

  /** Whether a delimiter means a formula, and there is still something to look for it with. */
  allows(delimiter: Delimiter): boolean {
    return this.#purse.left > 0 && this.#delimiters.has(delimiter);
  }

  /** Pays for a scan that found nothing. Says whether it could be paid. */
  spend(characters: number): boolean {
    this.#purse.left -= Math.max(1, characters);
    return this.#purse.left > 0;
  }

  /** Whether a range has its line, or lines, to itself. */
  isLine(start: number, end: number): boolean {
    const before = this.source.lastIndexOf('\n', start - 1) + 1;
    const after = this.source.indexOf('\n', end);
    const rest = this.source.slice(before, start) + this.source.slice(end, after < 0 ? undefined : after);
    return rest.trim() === '';
  }

  /** The next `$` (or `$$`, if `width` is 2) that is neither escaped nor inside `\text{…}`. A lone `$` ends the search for `$$`. */
  findDollar(from: number, max: number, width: 1 | 2): Close {
    const { source } = this;
    const signs = /[\\$`\n{}]/g;
    const limit = width === 1 ? Math.min(max, from + LONGEST_INLINE) : max;
    let textDepth = 0;
    let fallback: number | undefined;
    signs.lastIndex = from;
    for (let match = signs.exec(source); match && match.index < limit; match = signs.exec(source)) {
      const at = match.index;
      if (fallback !== undefined && at > fallback + LONGEST_TEXT) return fallback;
      switch (match[0]) {
        case '\\':
          signs.lastIndex = this.#passCommand(at, max);
          if (signs.lastIndex > at + 2) textDepth++;
          break;
        case '{':
        case '}':
          if (textDepth > 0) textDepth += match[0] === '{' ? 1 : -1;
          break;
        case '`':
          if (textDepth === 0 && this.#isCodeStart(at)) return this.#giveUp(at - from);
          break;
        case '\n':
          if (!this.#isBlankLine(at, max)) break;
          if (fallback !== undefined) return fallback;
          if (width === 1 || this.#isProse(at, max)) return this.#giveUp(at - from);
          textDepth = 0;
          break;
        default: {
          const wide = source[at + 1] === '$' && at + 2 <= max;
          if (textDepth === 0) return width === 1 || wide ? at : this.#giveUp(at - from);
          if (width === 1 || wide) fallback ??= at;
          if (wide) signs.lastIndex = at + 2;
        }
      }
    }
    if (fallback !== undefined) return fallback;
    return this.spend(limit - from) ? 'open' : undefined;
  }

  /** Where to go on behind the backslash at `at`: behind the sign it escapes, or behind the brace that opens a text. */
  #passCommand(at: number, max: number): number {
    TEXT_OPEN.lastIndex = at;
    return TEXT_OPEN.test(this.source) && TEXT_OPEN.lastIndex <= max ? TEXT_OPEN.lastIndex : at + 2;
  }

  /** The next closing sign before another opening one, a code span, or prose that follows a blank line. */
  findClose(span: Span, max: number): Close {
    const { source } = this;
    const { start: from, close } = span;
    const open = source.slice(from - close.length, from);
    const signs = /[\\`\n]/g;
    signs.lastIndex = from;
    for (let match = signs.exec(source); match && match.index < max; match = signs.exec(source)) {
      const at = match.index;
      if (match[0] === '\\') {
        if (source.startsWith(close, at) && at + close.length <= max) return at;
        if (source.startsWith(open, at)) return this.#giveUp(at - from);
        signs.lastIndex = at + 2;
      } else if (match[0] === '`') {
        if (this.#isCodeStart(at)) return this.#giveUp(at - from);
      } else if (this.#isBlankLine(at, max) && (!span.display || this.#isProse(at, max)))
        return this.#giveUp(at - from);
    }
    return this.spend(max - from) ? 'open' : undefined;
  }

  /** The offset behind the `\end{name}` that closes the `\begin{name}` at `from`, starred or not. */
  findEnd(from: number, max: number, name: string): Close {
    const { source } = this;
    const marks = /\\(begin|end)\s*\{([A-Za-z]+)\\?\*?\}|\n[ \t]*(?=\n)/g;
    marks.lastIndex = from;
    let depth = 0;
    for (let match = marks.exec(source); match && marks.lastIndex <= max; match = marks.exec(source)) {
      if (match[1] === undefined) {
        if (this.#isProse(match.index, max)) return this.#giveUp(match.index - from);
      } else if (match[2] === name) {
        depth += match[1] === 'begin' ? 1 : -1;
        if (depth === 0) return marks.lastIndex;
      }
    }
    return this.spend(max - from) ? 'open' : undefined;
  }

  /** How surely the `$$` at `open` and `close` belong together. An odd number of them in a paragraph means that one is a slip. */
  trustPair(open: number, close: number): Trust {
    const { source } = this;
    const isAlone = this.isLine(open, open + 2) && this.isLine(close, close + 2);
    const startsLine = source.slice(source.lastIndexOf('\n', open - 1) + 1, open).trim() === '';
    const blank = source.slice(open, open + 4_000).search(/\n[ \t]*\n/);
    if (blank < 0 && startsLine) return isAlone ? 'fenced' : 'plain';
    this.#pairs ??= [...source.matchAll(/\\[\s\S]|\$\$/g)].flatMap((match) => (match[0] === '$$' ? [match.index] : []));
    const end = blank < 0 ? source.length : open + blank;
    const isOdd = (countBelow(this.#pairs, end) - countBelow(this.#pairs, open)) % 2 === 1;
    if (startsLine) return isAlone && !isOdd ? 'fenced' : 'plain';
    return isOdd ? 'doubtful' : 'plain';
  }

  #giveUp(characters: number): undefined {
    this.spend(characters);
  }

  #isBlankLine(at: number, max: number): boolean {
    let i = at + 1;
    while (this.source[i] === ' ' || this.source[i] === '\t') i++;
    return i < max && this.source[i] === '\n';
  }

  /** Whether the paragraph behind the blank line at `at` is prose. */
  #isProse(at: number, max: number): boolean {
    const start = at + (/^\s*/.exec(this.source.slice(at, at + 2_000))?.[0].length ?? 0);
    const blank = this.source.slice(start, Math.min(max, start + 4_000)).search(/\n[ \t]*\n|\$\$|\\\]|\\end\b/);
    const end = blank < 0 ? Math.min(max, start + 4_000) : start + blank;
    return isProseParagraph(this.source.slice(start, end));
  }

  /** Where the code span that begins at `at` ends; `undefined` if none begins there. */
  codeSpanEnd(at: number): number | undefined {
    this.#codeSpans ??= findCodeSpans(this.source);
    return this.#codeSpans.get(at);
  }

  #isCodeStart(at: number): boolean {
    return this.codeSpanEnd(at) !== undefined;
  }
}

/** How many of the ascending numbers are below a bound. */
function countBelow(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The code spans of a text: where each begins and ends. A run of backticks closes with
 * the next run of its length (CommonMark § 6.1), but not beyond a blank line.
 */
export function findCodeSpans(source: string): ReadonlyMap<number, number> {
  const spans = new Map<number, number>();
  if (!source.includes('`')) return spans;
  let start = 0;
  for (const chunk of source.split(/(?<=\n[ \t]*\n)/)) {
    findCodeSpansIn(chunk, start, spans);
    start += chunk.length;
  }
  return spans;
}

function findCodeSpansIn(chunk: string, offset: number, spans: Map<number, number>): void {
  const runs = [...chunk.matchAll(/`+/g)];
  const byLength = new Map<number, { starts: number[]; next: number }>();
  for (const run of runs) {
    const known = byLength.get(run[0].length);
    if (known) known.starts.push(run.index);
    else byLength.set(run[0].length, { starts: [run.index], next: 0 });
  }
  let covered = 0;
  for (const run of runs) {
    const same = byLength.get(run[0].length);
    if (!same || run.index < covered || chunk[run.index - 1] === '\\') continue;
    while (same.next < same.starts.length && (same.starts[same.next] ?? 0) <= run.index) same.next++;
    const close = same.starts[same.next];
    if (close === undefined) continue;
    covered = close + run[0].length;
    spans.set(offset + run.index, offset + covered);
  }
}
