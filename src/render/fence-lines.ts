/**
 * What the rules for fences have in common: how one begins, how it ends, and its token.
 */
import type { StateBlock } from 'markdown-it';

/** A line that begins a fence, without its indentation: the marks, and what stands behind them. */
export const FENCE = /^(`{3,}|~{3,})([^`]*)$/;

/** Whether a line, without its indentation, ends a fence that began with these marks, and is nothing else. */
export function isFenceEnd(line: string, markup: string): boolean {
  return line.startsWith(markup) && line.replaceAll(markup.charAt(0), '').trim() === '';
}

/** A fence of several lines. */
export interface Fence {
  readonly startLine: number;
  /** The line that ends it. */
  readonly end: number;
  /** What stands behind its marks. */
  readonly info: string;
  readonly markup: string;
  /** Columns that are taken from each line of its code, as far as they are there. */
  readonly indent: number;
}

/** Makes the lines a block of code. */
export function pushFence(state: StateBlock, { startLine, end, info, markup, indent }: Fence): void {
  const token = state.push('fence', 'code', 0);
  token.info = info;
  token.content = state.getLines(startLine + 1, end, indent, true);
  token.markup = markup;
  token.map = [startLine, end + 1];
  state.line = end + 1;
}
