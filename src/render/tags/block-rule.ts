/**
 * Tags that hold blocks, or are one.
 */
import type { StateBlock } from 'markdown-it';
import { contextOf, tell } from '../context.ts';
import { findClosing, findLine, listProse, type Span, tokenizeSpan } from './body-lines.ts';
import { chooseDefinition, readLone } from './choose-definition.ts';
import type { TagDefinition, TagTable } from './definition.ts';
import { FOREIGN, marks, RAW } from './marks.ts';
import { readTag, type TagMark } from './syntax.ts';

export interface Lines {
  readonly startLine: number;
  readonly endLine: number;
  readonly silent: boolean;
}

/** A tag at the start of a line, with what belongs to it. */
interface Found {
  readonly mark: TagMark;
  readonly definition: TagDefinition;
  readonly start: number;
  readonly body: Span;
  /** Where what follows begins, and on which line. */
  readonly end: number;
  readonly lastLine: number;
}

/** The block rule: a tag at the start of a line whose end tag, if it has one, ends a line. */
export function readBlockTag(state: StateBlock, { startLine, endLine, silent }: Lines, table: TagTable): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src.charCodeAt(start) !== 0x7b || state.src.charCodeAt(start + 1) !== 0x25) return false;
  if (contextOf(state.env).rawDepth > 0 || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const found = findTag(state, start, [startLine, endLine], table);
  if (!found) return false;
  if (silent) return true;
  const { mark, definition, lastLine } = found;
  if (!table.has(mark.name)) {
    const place = { map: [startLine, startLine + 1] as const, snippet: state.src.slice(start, mark.end) };
    tell(contextOf(state.env), 'tag/unknown-pair', { name: mark.name }, place);
  }
  const text = mark.isLone === true ? definition.lone?.readText(mark) : undefined;
  if (text !== undefined) pushWords(state, { mark, text }, [startLine, lastLine + 1]);
  else if (definition.body === 'markdown') pushBody(state, found, [startLine, lastLine + 1]);
  else pushText(state, found, [startLine, lastLine + 1]);
  leave(state, found);
  return true;
}

/**
 * Raw HTML goes on up to a blank line; a tag that holds blocks ends it sooner, as in Hexo,
 * which takes tags out before it reads Markdown.
 */
export function splitHtmlBlock(state: StateBlock, { startLine, endLine, silent }: Lines, table: TagTable): boolean {
  const first = readLine(state, startLine, state.eMarks[startLine] ?? 0);
  if (silent || !first.startsWith('<') || /^<(?:script|pre|style|textarea|[!?])/i.test(first)) return false;
  for (let line = startLine + 1; line < endLine && !state.isEmpty(line); line++) {
    if (!readBlockTag(state, { startLine: line, endLine, silent: true }, table)) continue;
    const outer = state.lineMax;
    state.lineMax = line;
    state.md.block.tokenize(state, startLine, line);
    state.lineMax = outer;
    return true;
  }
  return false;
}

function findTag(
  state: StateBlock,
  start: number,
  [startLine, endLine]: readonly [number, number],
  table: TagTable,
): Found | undefined {
  const mark = readTag(state.src, start);
  const openLine = mark && findLine(state, mark.end, startLine, endLine);
  if (!mark || openLine === undefined || mark.name === '' || FOREIGN.test(mark.name)) return undefined;
  const definition = chooseDefinition(table, mark);
  const rest = state.src.slice(mark.end, state.eMarks[openLine]).trim();
  const close = definition.body === 'none' ? undefined : findClosing(state, mark, [openLine, endLine]);
  if (!close) {
    const lone = definition.body === 'none' ? mark : readLone(table, mark);
    const own = lone && chooseDefinition(table, lone);
    if (!lone || !own?.isBlock || rest !== '') return undefined;
    const body = { start: mark.end, end: mark.end };
    return { mark: lone, definition: own, start, body, end: mark.end, lastLine: openLine };
  }
  const body = { start: mark.end, end: close.start };
  const tail = state.src.slice(close.end, state.eMarks[close.line]).trim();
  const isAlone = rest === '' && close.line > openLine && readLine(state, close.line, close.start).trim() === '';
  const isBlock = definition.isBlock && (tail === '' || /\n[ \t]*\n/.test(state.src.slice(body.start, body.end)));
  if (!isBlock && !(isAlone && tail === '')) return undefined;
  return { mark, definition, start, body, end: close.end, lastLine: close.line };
}

/** What stands behind the end tag on its line is read as a line of its own. */
function leave(state: StateBlock, { end, lastLine }: Found): void {
  if (state.src.slice(end, state.eMarks[lastLine]).trim() === '') {
    state.line = lastLine + 1;
    return;
  }
  state.bMarks[lastLine] = end;
  state.tShift[lastLine] = /^[ \t]*/.exec(state.src.slice(end, state.eMarks[lastLine]))?.[0].length ?? 0;
  state.sCount[lastLine] = state.blkIndent;
  state.line = lastLine;
}

/** A line without its indentation, up to an offset. */
function readLine(state: StateBlock, line: number, end: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), end);
}

/** A tag whose text stands in its arguments holds it as a paragraph, which is read, counted and searched like others. */
function pushWords(
  state: StateBlock,
  { mark, text }: { readonly mark: TagMark; readonly text: string },
  map: [number, number],
): void {
  const open = state.push('tag_open', '', 1);
  marks.set(open, mark);
  state.push('paragraph_open', 'p', 1);
  const inline = state.push('inline', '', 0);
  inline.content = text;
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.push('tag_close', '', -1);
  for (const token of state.tokens.slice(-5)) token.map = map;
}

function pushText(state: StateBlock, { mark, body, lastLine }: Found, map: [number, number]): void {
  const token = state.push('tag_text', '', 0);
  token.map = map;
  const openLine = findLine(state, mark.end, map[0], map[1]) ?? map[0];
  const isAlone = state.src.slice(body.start, state.eMarks[openLine]).trim() === '' && lastLine > openLine;
  token.content = isAlone
    ? state.getLines(openLine + 1, lastLine, state.sCount[map[0]] ?? 0, true) + readLine(state, lastLine, body.end)
    : state.src.slice(body.start, body.end);
  marks.set(token, mark);
}

function pushBody(state: StateBlock, { mark, definition, body }: Found, map: [number, number]): void {
  const context = contextOf(state.env);
  const isRaw = RAW.test(mark.name);
  const open = state.push('tag_open', '', 1);
  open.map = map;
  marks.set(open, mark);
  const first = state.tokens.length;
  if (isRaw) context.rawDepth++;
  if (definition.part === undefined) tokenizeSpan(state, body, map);
  else pushParts(state, { body, part: definition.part }, map);
  if (isRaw) {
    context.rawDepth--;
    for (const token of state.tokens.slice(first))
      if (token.type === 'inline') token.meta = { ...token.meta, raw: true };
  }
  state.push('tag_close', '', -1).map = map;
}

/** `<!-- tab label -->` begins a part, which ends at `<!-- endtab -->`, at the next part or with the body. */
function pushParts(
  state: StateBlock,
  { body, part }: { readonly body: Span; readonly part: string },
  map: [number, number],
): void {
  const comments = listComments(state, { body, part }, map);
  tokenizeSpan(state, { start: body.start, end: comments[0]?.start ?? body.end }, map);
  for (const [index, { label, end }] of comments.entries()) {
    const span = { start: end, end: comments[index + 1]?.start ?? body.end };
    if (label === undefined) {
      tokenizeSpan(state, span, map);
      continue;
    }
    const open = state.push('tag_part_open', '', 1);
    open.content = label;
    open.map = map;
    tokenizeSpan(state, span, map);
    state.push('tag_part_close', '', -1);
  }
}

interface PartComment extends Span {
  /** `undefined` for the comment that ends a part. */
  readonly label: string | undefined;
}

function listComments(
  state: StateBlock,
  { body, part }: { readonly body: Span; readonly part: string },
  map: readonly [number, number],
): PartComment[] {
  const found: PartComment[] = [];
  const comment = new RegExp(`^<!--\\s*(end)?(?:${part})(?=[\\s-])\\s*(.*?)\\s*-->`, 'i');
  let until = 0;
  for (const { text, start, line } of listProse(state, body.start, map)) {
    if (start >= body.end) break;
    if (start < until) continue;
    const nested = text.startsWith('{%') ? readTag(state.src, start) : undefined;
    if (nested) until = findClosing(state, nested, [line, map[1]])?.end ?? until;
    const match = comment.exec(text);
    if (match)
      found.push({ start, end: start + match[0].length, label: match[1] === undefined ? match[2] : undefined });
  }
  return found;
}
