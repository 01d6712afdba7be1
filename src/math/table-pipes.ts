/**
 * Formulas in tables: Markdown cuts a row at every `|`, and knows nothing of `$p(x|y)$`.
 *
 * Before blocks are read, each `|` that stands inside a formula of a table's row is
 * replaced by a sign of the same length that no text holds, and put back afterwards; so
 * all offsets stay what they are. The bars of readings above 漢字 are hidden likewise.
 */
import type { Token } from 'markdown-it';
import type { Delimiter } from './delimiters.ts';
import { type Found, findMath, lengthOfOpener } from './find-math.ts';
import type { MathText } from './math-text.ts';
import { createMathText, type Session } from './session.ts';

const DELIMITER_ROW = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
/** What a `|` that is none of the table's stands in. */
const MAY_HIDE = /[$\\{]/;
const OPENER = /\\\(|\\\\\(|\\|\$+/g;

export interface Protected {
  readonly lines: readonly string[];
  /** What stands for `|`; `''` if none had to be replaced. */
  readonly sign: string;
}

/** The source with the `|` of formulas hidden from the table rule. */
export function hidePipes(source: string, session: Session, delimiters: ReadonlySet<Delimiter>): Protected {
  const sign = /\|[\s:-]*-/.test(source) && MAY_HIDE.test(source) ? findUnusedSign(source) : undefined;
  if (sign === undefined) return { lines: session.lines, sign: '' };
  const lines = [...session.lines];
  let changed = false;
  for (let i = 1; i < lines.length; i++) {
    const row = lines[i] ?? '';
    if (!row.includes('-') || !DELIMITER_ROW.test(row) || !lines[i - 1]?.includes('|')) continue;
    const columns = row.replace(/^[ \t>]*\|?|\|?[ \t]*$/g, '').split('|').length;
    for (let line = i - 1; line < lines.length; line++) {
      const before = lines[line] ?? '';
      if (/^[ \t>]*$/.test(before)) break;
      if (line === i || !before.includes('|') || !MAY_HIDE.test(before)) continue;
      lines[line] = hideInRow(before, { columns, sign }, (text) => createMathText(session, text, delimiters));
      changed ||= lines[line] !== before;
      if (line > i) i = line;
    }
  }
  return changed ? { lines, sign } : { lines: session.lines, sign: '' };
}

/** Where the cells of a row begin, as Markdown cuts it. */
export function findCellStarts(row: string): number[] {
  const pipes = [...row.matchAll(PIPE)].map((match) => match.index);
  const lead = /^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*/.exec(row)?.[0].length ?? 0;
  const first = pipes[0] === lead ? [] : [lead];
  return [...first, ...pipes.map((pipe) => pipe + 1)];
}

/** Puts the `|` back into what the blocks took from the source. */
export function showPipes(tokens: readonly Token[], sign: string): void {
  if (sign === '') return;
  for (const token of tokens) {
    if (token.content.includes(sign)) token.content = token.content.replaceAll(sign, '|');
    if (token.info.includes(sign)) token.info = token.info.replaceAll(sign, '|');
  }
}

/** One of Unicode's characters that are never to be text. */
function findUnusedSign(source: string): string | undefined {
  for (let code = 0xfdd0; code <= 0xfdef; code++) {
    const sign = String.fromCharCode(code);
    if (!source.includes(sign)) return sign;
  }
  return undefined;
}

interface Table {
  readonly columns: number;
  readonly sign: string;
}

const PIPE = /(?<!\\)\|/g;

function hideInRow(row: string, { columns, sign }: Table, read: (row: string) => MathText): string {
  const pipes = [...row.matchAll(PIPE)].map((match) => match.index);
  let cells = row.replace(/^[ \t>]*\|?|\|?[ \t]*$/g, '').split(/(?<!\\)\|/).length;
  const text = read(row);
  const openers = new RegExp(OPENER);
  const hidden = new Set<number>();
  let passed = 0;
  for (let match = openers.exec(row); match; match = openers.exec(row)) {
    const at = match.index;
    while ((pipes[passed] ?? row.length) < at) passed++;
    const found = findInCells(text, at, pipes[passed] ?? row.length);
    const crossed = found ? pipesBetween(pipes, passed, found) : [];
    // A row that is cut into more cells than there are columns would lose the last.
    const fits =
      crossed.length === 0 ||
      cells > columns ||
      cells - crossed.length >= columns ||
      isOpenEnded(row.slice(found?.start, crossed[0]));
    openers.lastIndex = found && fits ? found.end : at + (match[0] === '\\' ? 2 : lengthOfOpener(row, at));
    if (!fits) continue;
    cells -= crossed.length;
    for (const pipe of crossed) hidden.add(pipe);
  }
  if (cells > columns) for (const pipe of findInBraces(row, pipes)) hidden.add(pipe);
  return hidden.size === 0 ? row : row.replace(PIPE, (pipe, at: number) => (hidden.has(at) ? sign : pipe));
}

/** Of a row with too many cells: the bars of readings, `{漢字|ㄏㄢˋ}`. */
function findInBraces(row: string, pipes: readonly number[]): number[] {
  const groups = [...row.matchAll(/\{[^\s{}|][^{}]*\}/g)];
  return pipes.filter((pipe) => groups.some(({ 0: group, index }) => pipe > index && pipe < index + group.length));
}

/** The formula at `at` within its cell; else one that goes over cells. */
function findInCells(text: MathText, at: number, cellEnd: number): Found | undefined {
  const here = findMath(text, at, cellEnd);
  const found = typeof here === 'object' ? here : findMath(text, at);
  return typeof found === 'object' ? found : undefined;
}

function pipesBetween(pipes: readonly number[], first: number, { start, stop }: Found): number[] {
  const between: number[] = [];
  for (let i = first; (pipes[i] ?? stop) < stop; i++) if ((pipes[i] ?? 0) >= start) between.push(pipes[i] ?? 0);
  return between;
}

/** Whether a piece of TeX opens more than it closes, so that it cannot be a whole formula. */
function isOpenEnded(tex: string): boolean {
  let depth = 0;
  for (const char of tex) {
    if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') depth--;
  }
  return depth > 0;
}
