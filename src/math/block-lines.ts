/**
 * What markdown-it's block rules of several rooms do with lines.
 */
import type { StateBlock } from 'markdown-it';

/** A line without its indentation and the marks of the quotes and lists around it. */
export function readLine(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
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
