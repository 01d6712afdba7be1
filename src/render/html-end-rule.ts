/**
 * HTML as hexo-renderer-kramed reads it (and marked before 0.4): a block of it ends with
 * its element, where CommonMark waits for a blank line; and a line that begins with an
 * element of the text (`<img>`, `<br>`, `<span>`) begins a paragraph. So what stands right
 * below a picture is Markdown.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { pushHtml, pushParagraph, readLine } from '../math/block-lines.ts';

const PHRASING =
  /^<\/?(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\b/i;
const OPENING = /^<([a-z][\w-]*)(?=[\s/>])/i;
/** Begin a block wherever they begin a line, and may interrupt a paragraph (CommonMark § 4.6, 6); `<script>` and the like end by themselves. */
const BLOCKS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);
const VOID = /^(?:hr|input|embed|source|track|link|meta|base|col|area|param)$/i;

/** Adds the rule. */
export function installHtmlEnds(md: MarkdownIt): void {
  md.block.ruler.before('html_block', 'html_end', readHtml, { alt: ['paragraph', 'reference', 'blockquote'] });
}

function readHtml(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = readLine(state, startLine);
  if (!first.startsWith('<') || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (PHRASING.test(first)) return !silent && pushParagraph(state, startLine, endLine);
  const nextLine = findElementEnd(state, startLine, endLine);
  if (nextLine === undefined) return false;
  if (!silent) pushHtml(state, startLine, nextLine);
  return true;
}

/** The line behind the block element that begins in a line, if its end ends a line, before a blank one. */
export function findElementEnd(state: StateBlock, startLine: number, endLine: number): number | undefined {
  const name = OPENING.exec(readLine(state, startLine))?.[1]?.toLowerCase() ?? '';
  if (!BLOCKS.has(name)) return undefined;
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, 'gi');
  let depth = 0;
  for (let line = startLine; line < endLine && !state.isEmpty(line); line++) {
    const text = readLine(state, line);
    if ((state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    for (const [, slash] of text.matchAll(tags)) depth += slash === '' ? 1 : -1;
    if (VOID.test(name)) return line + 1;
    if (depth <= 0) return new RegExp(`</${name}\\s*>\\s*$`, 'i').test(text) ? line + 1 : undefined;
  }
  return undefined;
}
