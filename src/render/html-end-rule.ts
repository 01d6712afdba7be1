/**
 * HTML as hexo-renderer-kramed reads it (and marked before 0.4): a block of it ends with
 * its element, where CommonMark waits for a blank line; and a line that begins with an
 * element of the text (`<img>`, `<br>`, `<span>`) begins a paragraph. So what stands right
 * below a picture is Markdown.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';

const PHRASING =
  /^<\/?(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\b/i;
const OPENING = /^<([a-z][\w-]*)(?=[\s/>])/i;
/** Whose content is no Markdown: CommonMark knows where they end. */
const VERBATIM = /^(?:script|pre|style|textarea)$/i;
const VOID = /^(?:hr|input|embed|source|track|link|meta|base|col|area|param)$/i;

/** Adds the rule. */
export function installHtmlEnds(md: MarkdownIt): void {
  md.block.ruler.before('html_block', 'html_end', readHtml, { alt: ['paragraph', 'reference', 'blockquote'] });
}

function readHtml(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = lineOf(state, startLine);
  if (!first.startsWith('<') || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (PHRASING.test(first)) return !silent && readParagraph(state, startLine, endLine);
  const name = OPENING.exec(first)?.[1];
  const nextLine = name === undefined || VERBATIM.test(name) ? undefined : findEnd(state, name, startLine, endLine);
  if (nextLine === undefined) return false;
  if (silent) return true;
  const token = state.push('html_block', '', 0);
  token.map = [startLine, nextLine];
  token.content = state.getLines(startLine, nextLine, state.blkIndent, true);
  state.line = nextLine;
  return true;
}

function readParagraph(state: StateBlock, startLine: number, endLine: number): boolean {
  const paragraph = state.md.block.ruler.getRules('').at(-1);
  return paragraph?.(state, startLine, endLine, false) ?? false;
}

/** The line behind the element's end, if that ends its line, before a blank line. */
function findEnd(state: StateBlock, name: string, startLine: number, endLine: number): number | undefined {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, 'gi');
  let depth = 0;
  for (let line = startLine; line < endLine && !state.isEmpty(line); line++) {
    const text = lineOf(state, line);
    if ((state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    for (const [, slash] of text.matchAll(tags)) depth += slash === '' ? 1 : -1;
    if (VOID.test(name)) return line + 1;
    if (depth <= 0) return new RegExp(`</${name}\\s*>\\s*$`, 'i').test(text) ? line + 1 : undefined;
  }
  return undefined;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
