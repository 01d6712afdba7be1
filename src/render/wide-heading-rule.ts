/**
 * Headings with an ideographic space behind their signs (`##　標題`), as an input method
 * for Chinese leaves it; and for kramed those with none (`##標題`).
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { pushText, readLine } from '../math/block-lines.ts';
import type { Flavor } from '../model/config.ts';
import { hasHabit } from './flavor.ts';

const WIDE = /^(#{1,6})\u3000\s*(.*?)(?:\s+#+)?\s*$/;
const CLOSE = /^(#{1,6})(?:\u3000\s*|(?=[^\s#]))(.*?)(?:\s+#+|(?<=\S)#+)?\s*$/;

/** Adds the rule. */
export function installWideHeadings(md: MarkdownIt, flavor: Flavor): void {
  const pattern = hasHabit(flavor, 'headings') ? CLOSE : WIDE;
  md.block.ruler.before(
    'heading',
    'wide_heading',
    (state, startLine, _endLine, silent) => readHeading(state, startLine, silent, pattern),
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

function readHeading(state: StateBlock, startLine: number, silent: boolean, pattern: RegExp): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const [, markup, content = ''] = pattern.exec(readLine(state, startLine)) ?? [];
  if (markup === undefined) return false;
  if (silent) return true;
  pushText(state, { type: 'heading', tag: `h${markup.length}`, content, map: [startLine, startLine + 1], markup });
  state.line = startLine + 1;
  return true;
}
