/**
 * Headings with an ideographic space behind their signs (`##　標題`), as an input method
 * for Chinese leaves it.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';

/** Adds the rule. */
export function installWideHeadings(md: MarkdownIt): void {
  md.block.ruler.before('heading', 'wide_heading', readWideHeading, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}

function readWideHeading(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const line = state.src.slice(
    (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0),
    state.eMarks[startLine],
  );
  const [, markup, content = ''] = /^(#{1,6})\u3000\s*(.*?)(?:\s+#+)?\s*$/.exec(line) ?? [];
  if (markup === undefined) return false;
  if (silent) return true;
  const map: [number, number] = [startLine, startLine + 1];
  const open = state.push('heading_open', `h${markup.length}`, 1);
  Object.assign(open, { markup, map });
  Object.assign(state.push('inline', '', 0), { content, map, children: [] });
  state.push('heading_close', `h${markup.length}`, -1).markup = markup;
  state.line = startLine + 1;
  return true;
}
