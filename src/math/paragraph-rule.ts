/**
 * Paragraphs in which a formula goes over lines, as a markdown-it block rule.
 *
 * Markdown's own paragraph ends at a line that begins a list, a quote or a heading, even
 * if that line is the middle of `得到 $$` … `$$`. This rule takes over such paragraphs,
 * and only such; all others are left to Markdown.
 */
import type { StateBlock } from 'markdown-it';
import { pushText } from './block-lines.ts';
import type { BlockRule } from './block-rule.ts';
import { ContainerText, type LineRange } from './container.ts';
import type { Delimiter } from './delimiters.ts';
import { findMath, lengthOfOpener } from './find-math.ts';
import type { MathText } from './math-text.ts';
import { createMathText, getSession, type Session } from './session.ts';

const SIGN = /\$|\\[\\([b]|\{%/g;
const STEP = /\\|`+|\$+|\{%|<!--[\s\S]*?-->|<[a-zA-Z/][^<>\n]*>/g;

/** The rule for these delimiters. It belongs before `lheading`. */
export function createParagraphRule(delimiters: ReadonlySet<Delimiter>): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (silent) return false;
    const session = getSession(state.env, state.src);
    const lines = { startLine, endLine };
    if (!hasSign(state, lines, session)) return false;
    const scan = new ParagraphScan(state, lines, (text) => createMathText(session, text, delimiters));
    const nextLine = scan.findEnd();
    if (nextLine === undefined) return false;
    const content = state.getLines(startLine, nextLine, state.blkIndent, false).trim();
    pushText(state, { type: 'paragraph', tag: 'p', content, map: [startLine, nextLine] });
    state.line = nextLine;
    return true;
  };
}

/** Whether some line up to the next blank one holds a sign that could begin a formula. */
function hasSign(state: StateBlock, { startLine, endLine }: LineRange, session: Session): boolean {
  const signs = session.signs.get(state) ?? findSignLines(state);
  session.signs.set(state, signs);
  if (signs.size === 0) return false;
  for (let line = startLine; line < endLine && !state.isEmpty(line); line++) if (signs.has(line)) return true;
  return false;
}

function findSignLines(state: StateBlock): ReadonlySet<number> {
  const lines = new Set<number>();
  let line = 0;
  for (const match of state.src.matchAll(SIGN)) {
    while (line + 1 < state.eMarks.length && (state.eMarks[line] ?? 0) <= match.index) line++;
    lines.add(line);
  }
  return lines;
}

class ParagraphScan {
  readonly #state: StateBlock;
  readonly #endLine: number;
  readonly #read: (source: string) => MathText;
  readonly #container: ContainerText;
  #text: MathText;
  #nextLine: number;
  #crosses = false;

  constructor(state: StateBlock, lines: LineRange, read: (source: string) => MathText) {
    this.#state = state;
    this.#endLine = lines.endLine;
    this.#nextLine = lines.startLine + 1;
    this.#read = read;
    this.#container = new ContainerText(state, lines);
    this.#text = read('');
  }

  /** The first line behind the paragraph, or `undefined` if no formula in it goes over lines. */
  findEnd(): number | undefined {
    const state = this.#state;
    const parentType = state.parentType;
    state.parentType = 'paragraph';
    let at = 0;
    for (;;) {
      at = this.#scan(at);
      const line = this.#nextLine;
      if (line >= this.#endLine || state.isEmpty(line) || this.#isInterrupted(line)) break;
      this.#nextLine = line + 1;
    }
    state.parentType = parentType;
    return this.#crosses ? this.#nextLine : undefined;
  }

  /** Reads the formulas of the lines taken so far from `from` on, taking the lines that these go over. Returns where to go on. */
  #scan(from: number): number {
    const step = new RegExp(STEP);
    let at = from;
    for (;;) {
      this.#growToLine();
      step.lastIndex = at;
      const match = step.exec(this.#container.source);
      if (!match || match.index >= this.#container.endBefore(this.#nextLine))
        return Math.max(at, this.#container.endBefore(this.#nextLine));
      at = this.#pass(match[0], match.index);
    }
  }

  #growToLine(): void {
    if (this.#container.growTo(this.#nextLine)) this.#text = this.#read(this.#container.source);
  }

  /** Where to go on behind what stands at `at`. */
  #pass(piece: string, at: number): number {
    if (piece.startsWith('<')) return at + piece.length;
    if (piece.startsWith('`')) return this.#text.codeSpanEnd(at) ?? at + piece.length;
    const found = this.#container.find((source) => {
      if (source !== this.#text.source) this.#text = this.#read(source);
      return findMath(this.#text, at);
    });
    if (!found) return at + (piece === '\\' ? 2 : lengthOfOpener(this.#container.source, at));
    const last = this.#container.lineOf(found.end);
    if (last > this.#container.lineOf(at + 1)) {
      this.#crosses = true;
      this.#nextLine = Math.max(this.#nextLine, last + 1);
    }
    return found.end;
  }

  #isInterrupted(line: number): boolean {
    const state = this.#state;
    const indent = state.sCount[line] ?? 0;
    if (indent - state.blkIndent > 3 || indent < 0) return false;
    return state.md.block.ruler.getRules('paragraph').some((rule) => rule(state, line, this.#endLine, true));
  }
}
