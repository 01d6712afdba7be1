/**
 * The lines of a block as its writer sees them: without the marks of the quotes and
 * lists around it, joined to one text that grows on demand. A formula may begin in one
 * line and end in another; this is the text it is looked for in.
 */
import type { StateBlock } from 'markdown-it';
import type { Finding, Found } from './find-math.ts';

/** Lines that begin something else, so that a formula which was not indented like its list item has ended there. */
const OTHER_BLOCK = /^(?:[-*+>]\s|\d+[.)]\s|#{1,6}\s|```|~~~)/;

/** Lines from `startLine` to before `endLine`, as markdown-it counts them. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

/** How many lines are read at first; most formulas are no longer. */
const FIRST_LINES = 8;

export class ContainerText {
  readonly #state: StateBlock;
  readonly #startLine: number;
  readonly #endLine: number;
  readonly #indent: number;
  /** The offset at which each line begins. */
  readonly #starts: number[] = [];
  #source = '';
  #nextLine: number;
  #blank = false;
  #ended = false;

  constructor(state: StateBlock, { startLine, endLine }: LineRange) {
    this.#state = state;
    this.#startLine = startLine;
    this.#nextLine = startLine;
    this.#endLine = endLine;
    const own = state.sCount[startLine] ?? 0;
    this.#indent = own < 0 ? state.blkIndent : Math.min(state.blkIndent, own);
  }

  /** The text read so far. */
  get source(): string {
    return this.#source;
  }

  /** Reads on for `lines` lines, or to the end of the container. Says whether there was anything to read. */
  grow(lines: number): boolean {
    const before = this.#starts.length;
    const parts: string[] = [];
    let length = this.#source.length;
    while (this.#starts.length - before < lines && !this.#ended) {
      const line = this.#readLine();
      if (line === undefined) break;
      const part = this.#starts.length === 0 ? line : `\n${line}`;
      this.#starts.push(length + part.length - line.length);
      parts.push(part);
      length += part.length;
    }
    this.#source += parts.join('');
    return this.#starts.length > before;
  }

  /** What `look` finds in the text, which is read as far as it needs, twice as far each time. */
  find(look: (source: string) => Finding): Found | undefined {
    if (this.#starts.length === 0) this.grow(FIRST_LINES);
    let finding = look(this.#source);
    while (finding === 'open' && this.grow(Math.max(FIRST_LINES, this.#starts.length))) finding = look(this.#source);
    return typeof finding === 'object' ? finding : undefined;
  }

  /** Reads on until the line before `line` is there, and some more, so that it need not be asked often. Says whether there was anything to read. */
  growTo(line: number): boolean {
    const missing = line - this.#startLine - this.#starts.length;
    return missing > 0 && this.grow(Math.max(missing, this.#starts.length));
  }

  /** The offset behind the last character of the line before `line`. */
  endBefore(line: number): number {
    const start = this.#starts[line - this.#startLine];
    return start === undefined ? this.#source.length : start - 1;
  }

  /** The line that holds the character before `offset`. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < offset) low = middle;
      else high = middle;
    }
    return this.#startLine + low;
  }

  #readLine(): string | undefined {
    const state = this.#state;
    const line = this.#nextLine;
    if (line >= this.#endLine || this.#leavesContainer(line)) {
      this.#ended = true;
      return undefined;
    }
    this.#nextLine++;
    if (state.isEmpty(line)) {
      this.#blank = true;
      return '';
    }
    return state.getLines(line, line + 1, Math.max(0, this.#indent), false);
  }

  #leavesContainer(line: number): boolean {
    const state = this.#state;
    const indent = state.sCount[line] ?? 0;
    if (line === this.#startLine || indent < 0 || indent >= this.#indent || state.isEmpty(line)) return false;
    return this.#blank || OTHER_BLOCK.test(state.getLines(line, line + 1, indent, false));
  }
}
