/**
 * Fences in lists whose code or end stands farther left than the item, as Hexo lets
 * people write them:
 *
 *   - ```js
 *   const x = 1;
 *   ```
 *
 * CommonMark ends the item at the first such line, and what follows is turned inside out.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { readLine } from '../math/block-lines.ts';
import { FENCE, isFenceEnd, pushFence } from './fence-lines.ts';
import { readColumn } from './item-lines-rule.ts';

/** Adds the rule; a fence which CommonMark closes within its item is left to CommonMark. */
export function installListFences(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'list_fence', readListFence, { alt: ['paragraph'] });
}

function readListFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.blkIndent === 0 || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const [, markup, info = ''] = FENCE.exec(readLine(state, startLine)) ?? [];
  if (markup === undefined) return false;
  const close = findOutdentedEnd(state, markup, [startLine + 1, endLine]);
  if (close === undefined) return false;
  if (silent) return true;
  pushFence(state, { startLine, end: close, info, markup, indent: readColumn(state, startLine) });
  return true;
}

/** The line that ends the fence, if the fence or its end leaves the item; `undefined` if not. */
function findOutdentedEnd(
  state: StateBlock,
  markup: string,
  [from, to]: readonly [number, number],
): number | undefined {
  let isOutside = readColumn(state, from - 1) < state.blkIndent;
  for (let line = from; line < to; line++) {
    const text = readLine(state, line);
    if (text === '') continue;
    isOutside ||= (state.sCount[line] ?? 0) < state.blkIndent;
    if (isFenceEnd(text, markup)) return isOutside ? line : undefined;
  }
  return undefined;
}
