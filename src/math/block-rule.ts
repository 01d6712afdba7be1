/**
 * Formulas that are blocks of their own, as a markdown-it block rule: they may interrupt
 * a paragraph, and what stands in their lines (`- b`, `# b`, `= b`) is TeX and nothing else.
 */
import type { StateBlock } from 'markdown-it';
import { ContainerText, type LineRange } from './container.ts';
import { readDefinitions } from './definitions.ts';
import type { Delimiter } from './delimiters.ts';
import { findMath } from './find-math.ts';
import type { MathText } from './math-text.ts';
import { type BlockMath, createMathText, getSession, readFound } from './session.ts';

/** A rule for `md.block.ruler`. */
export type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

const OPENER = /^(?:\$\$|\\\\?\[|\\begin\s*\{|\{%-?\s*(?:math|katex))/;
const DEFINITION =
  /^\\(?:(?:re|provide)?(?:newc|c)ommand|global|long|[gex]?def|let|DeclareMathOperator|DeclarePairedDelimiter)\b/;
/** What may stand behind a formula without making it part of a sentence. */
const TAIL = /^[ \t]*([,.;:!?，。；：！？、．]{0,2})[ \t]*(?:\{#(eq[:\-.\w\p{L}]*)\})?[ \t]*(?:\n|$)/u;

/** The rule for these delimiters. */
export function createBlockRule(delimiters: ReadonlySet<Delimiter>): BlockRule {
  return (state, startLine, endLine, silent) => {
    const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    const sign = state.src.charCodeAt(start);
    if (sign !== 0x24 && sign !== 0x5c && sign !== 0x7b) return false;
    if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
    const head = state.src.slice(start, Math.min(start + 32, state.eMarks[startLine] ?? start));
    if (DEFINITION.test(head)) return pushDefinitions(state, { startLine, endLine }, silent);
    if (!OPENER.test(head) || isLazy(state, startLine, silent)) return false;
    const block = findBlock(state, { startLine, endLine }, delimiters);
    if (!block) return false;
    if (!silent) pushBlock(state, startLine, block);
    return true;
  };
}

/** Whether a line goes on with the paragraph of a list item without being indented like it. The formula then stays in the item. */
function isLazy(state: StateBlock, line: number, silent: boolean): boolean {
  return silent && state.parentType === 'paragraph' && (state.sCount[line] ?? 0) < state.blkIndent;
}

/** The formula that begins in a line and has all its lines to itself. Remembered, since every rule that may be interrupted asks. */
function findBlock(state: StateBlock, lines: LineRange, delimiters: ReadonlySet<Delimiter>): BlockMath | undefined {
  const session = getSession(state.env, state.src);
  const known = session.blocks.get(state) ?? new Map<number, BlockMath | undefined>();
  session.blocks.set(state, known);
  const key = (lines.startLine * 64 + Math.min(63, state.blkIndent)) * 2 + (state.parentType === 'blockquote' ? 1 : 0);
  if (known.has(key)) {
    const block = known.get(key);
    if (!block || (block.nextLine <= lines.endLine && block.blkIndent === state.blkIndent)) return block;
  }
  const block = readBlock(state, lines, (text) => createMathText(session, text, delimiters));
  known.set(key, block);
  return block;
}

function readBlock(state: StateBlock, lines: LineRange, read: (source: string) => MathText): BlockMath | undefined {
  const text = new ContainerText(state, lines);
  const found = text.find((source) => findMath(read(source), source.search(/\S/)));
  if (!found?.display) return undefined;
  const tail = TAIL.exec(text.source.slice(found.end, found.end + 200));
  if (!tail) return undefined;
  const [, punctuation, label] = tail;
  return {
    found,
    text: text.source,
    nextLine: text.lineOf(found.end) + 1,
    blkIndent: state.blkIndent,
    ...(punctuation && { punctuation }),
    ...(label !== undefined && { label }),
  };
}

function pushBlock(state: StateBlock, startLine: number, block: BlockMath): void {
  const { found, text, label, punctuation } = block;
  const { offset, ...read } = readFound(text, found);
  const token = state.push('math_display', 'math', 0);
  token.content = read.tex;
  token.map = [startLine, block.nextLine];
  token.markup = text.slice(found.from, found.start);
  getSession(state.env, state.src).drafts.set(token, {
    ...read,
    raw: text.slice(found.from, found.end),
    origin: { line: startLine, text, offset },
    ...(label !== undefined && { label }),
    ...(punctuation !== undefined && { punctuation }),
  });
  state.line = block.nextLine;
}

/** Lines of `\newcommand` and the like, which define macros and show nothing. */
function pushDefinitions(state: StateBlock, { startLine, endLine }: LineRange, silent: boolean): boolean {
  let last = startLine + 1;
  while (last < endLine && !state.isEmpty(last) && (state.sCount[last] ?? 0) >= state.blkIndent) last++;
  const source = state.getLines(startLine, last, state.blkIndent, false);
  let end = 0;
  let complete = 0;
  for (const definition of readDefinitions(source)) {
    if (!/^(?:\s|%[^\n]*(?:\n|$))*$/.test(source.slice(end, definition.start))) break;
    end = definition.end;
    const rest = /^[ \t]*(?:%[^\n]*)?(?:\n|$)/.exec(source.slice(end));
    if (rest) complete = end;
  }
  if (complete === 0) return false;
  if (silent) return true;
  const token = state.push('math_macros', '', 0);
  token.content = source.slice(0, complete);
  token.hidden = true;
  state.line = startLine + token.content.split('\n').length;
  token.map = [startLine, state.line];
  return true;
}
