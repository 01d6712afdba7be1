/**
 * What markdown-it's block rules of several rooms do with lines.
 */
import type { StateBlock } from 'markdown-it';

/** A line without its indentation and the marks of the quotes and lists around it. */
export function readLine(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** Whether a line, without its indentation, begins an item of a list. */
export function beginsItem(line: string): boolean {
  return /^(?:[-*+]|\d+[.)])\s/.test(line);
}

/** A paragraph, or a heading. */
export interface TextBlock {
  readonly type: 'paragraph' | 'heading';
  readonly tag: string;
  readonly content: string;
  /** The lines from the first to before the second. */
  readonly map: readonly [number, number];
  readonly markup?: string;
}

/** Makes a text a block. The state stays at its line. */
export function pushText(state: StateBlock, { type, tag, content, map: [from, to], markup = '' }: TextBlock): void {
  Object.assign(state.push(`${type}_open`, tag, 1), { markup, map: [from, to] });
  Object.assign(state.push('inline', '', 0), { content, map: [from, to], children: [] });
  state.push(`${type}_close`, tag, -1).markup = markup;
}

/** Makes the lines from `startLine` to before `nextLine` a block of HTML. */
export function pushHtml(state: StateBlock, startLine: number, nextLine: number): void {
  const token = state.push('html_block', '', 0);
  token.map = [startLine, nextLine];
  token.content = state.getLines(startLine, nextLine, state.blkIndent, true);
  state.line = nextLine;
}

/** Reads a paragraph that begins with a line, whatever else the line might be. */
export function pushParagraph(state: StateBlock, startLine: number, endLine: number): boolean {
  // markdown-it's own rule is the last.
  const paragraph = state.md.block.ruler.getRules('').at(-1);
  return paragraph?.(state, startLine, endLine, false) ?? false;
}
