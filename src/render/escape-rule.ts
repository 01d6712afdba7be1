/**
 * `<escape>…</escape>`, by which Hexo up to 3.8 kept Markdown and tags off HTML; most often
 * around `<!-- more -->`. The element itself is of no browser: what stands in it is HTML
 * as it is written. One without its end is a word of the text.
 */
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { unescapeHtml } from '../base/text.ts';
import { readLine } from '../math/block-lines.ts';

const BLOCK = /^<escape(?:\s[^<>]*)?>([\s\S]*)<\/escape>$/;
const OPENING = /^<escape[\s>]/;
const END = '</escape>';
const PIECES = /<!--[\s\S]*?-->|<\/?[a-z][^<>]*>|(?:(?!<!--|<\/?[a-z][^<>]*>)[\s\S])+|</gi;
/** No such text is longer. */
const LONGEST = 20_000;

/** Adds the rules. */
export function installEscapes(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'escape_block', readBlock, { alt: ['paragraph', 'reference', 'blockquote'] });
  md.inline.ruler.before('html_inline', 'escape_inline', readInline);
}

/** One that fills its lines. A text within it that is of one paragraph is left to the other rule. */
function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!OPENING.test(readLine(state, startLine)) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const last = findEndLine(state, startLine, endLine);
  if (last === undefined) return false;
  const source = state.getLines(startLine, last + 1, state.blkIndent, false).trim();
  const inner = BLOCK.exec(source)?.[1]?.trim();
  if (inner === undefined || inner.includes(END) || !(inner.startsWith('<') || /\n\s*\n/.test(inner))) return false;
  if (silent) return true;
  const token = state.push('html_block', '', 0);
  token.map = [startLine, last + 1];
  token.content = `${inner}\n`;
  state.line = last + 1;
  return true;
}

/** The first line with the end tag. */
function findEndLine(state: StateBlock, startLine: number, endLine: number): number | undefined {
  const start = state.bMarks[startLine] ?? 0;
  const end = state.src.indexOf(END, start);
  if (end < 0 || end > start + LONGEST) return undefined;
  for (let line = startLine; line < endLine; line++) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    if ((state.eMarks[line] ?? 0) > end) return line;
  }
  return undefined;
}

function readInline(state: StateInline, silent: boolean): boolean {
  if (!OPENING.test(state.src.slice(state.pos, state.pos + 8))) return false;
  const end = state.src.indexOf(END, state.pos);
  if (end < 0 || end + END.length > state.posMax || end > state.pos + LONGEST) return false;
  const inner = state.src.slice(state.src.indexOf('>', state.pos) + 1, end);
  if (!silent)
    for (const [piece] of inner.matchAll(PIECES)) {
      const isText = !/^<(?:!--|\/?[a-z])/i.test(piece);
      state.push(isText ? 'text' : 'html_inline', '', 0).content = isText ? unescapeHtml(piece) : piece;
    }
  state.pos = end + END.length;
  return true;
}
