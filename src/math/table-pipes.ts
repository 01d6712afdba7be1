/**
 * Formulas in tables: Markdown cuts a row at every `|`, and knows nothing of `$p(x|y)$`.
 *
 * Before blocks are read, each `|` that stands inside a formula of a table's row is
 * replaced by a sign of the same length that no text holds, and put back afterwards; so
 * all offsets stay what they are.
 */
import type { Token } from 'markdown-it';
import type { Delimiter } from './delimiters.ts';
import { findMath, lengthOfOpener } from './find-math.ts';
import { createMathText, type Session } from './session.ts';

const DELIMITER_ROW = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const OPENER = /\\\(|\\\\\(|\\|\$+/g;

export interface Protected {
  readonly source: string;
  /** What stands for `|`; `''` if none had to be replaced. */
  readonly sign: string;
}

/** The source with the `|` of formulas hidden from the table rule. */
export function hidePipes(source: string, session: Session, delimiters: ReadonlySet<Delimiter>): Protected {
  const sign = /\|[\s:-]*-/.test(source) && /[$\\]/.test(source) ? findUnusedSign(source) : undefined;
  if (sign === undefined) return { source, sign: '' };
  const lines = [...session.lines];
  let changed = false;
  for (let i = 1; i < lines.length; i++) {
    const row = lines[i] ?? '';
    if (!row.includes('-') || !DELIMITER_ROW.test(row) || !lines[i - 1]?.includes('|')) continue;
    const columns = row.replace(/^[ \t>]*\|?|\|?[ \t]*$/g, '').split('|').length;
    for (let line = i - 1; line < lines.length; line++) {
      const before = lines[line] ?? '';
      if (/^[ \t>]*$/.test(before)) break;
      if (line === i || !before.includes('|') || !/[$\\]/.test(before)) continue;
      lines[line] = hideInRow(before, { columns, sign }, (text) => createMathText(session, text, delimiters));
      changed ||= lines[line] !== before;
      if (line > i) i = line;
    }
  }
  return changed ? { source: lines.join('\n'), sign } : { source, sign: '' };
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

function hideInRow(row: string, { columns, sign }: Table, read: (row: string) => Parameters<typeof findMath>[0]): string {
  const pipes = [...row.matchAll(/\\[^]|\|/g)].filter((match) => match[0] === '|').map((match) => match.index);
  const inner = row.replace(/^[ \t>]*\|?|\|?[ \t]*$/g, '');
  let cells = [...inner.matchAll(/\\[^]|\|/g)].filter((match) => match[0] === '|').length + 1;
  const text = read(row);
  const openers = new RegExp(OPENER);
  let result = row;
  for (let match = openers.exec(row); match; match = openers.exec(row)) {
    const at = match.index;
    const cellEnd = pipes.find((pipe) => pipe > at) ?? row.length;
    const here = findMath(text, at, cellEnd);
    const found = typeof here === 'object' ? here : findMath(text, at);
    if (typeof found !== 'object') {
      openers.lastIndex = at + (match[0] === '\\' ? 2 : lengthOfOpener(row, at));
      continue;
    }
    openers.lastIndex = found.end;
    const crossed = pipes.filter((pipe) => pipe > found.start && pipe < found.stop);
    if (crossed.length === 0) continue;
    const fits = cells - crossed.length >= columns || isOpenEnded(row.slice(found.start, crossed[0]));
    if (!fits) {
      openers.lastIndex = at + lengthOfOpener(row, at);
      continue;
    }
    cells -= crossed.length;
    for (const pipe of crossed) result = `${result.slice(0, pipe)}${sign}${result.slice(pipe + 1)}`;
  }
  return result;
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
