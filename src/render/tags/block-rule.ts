/**
 * Pairs of tags that hold whole blocks.
 */
import type { StateBlock } from 'markdown-it';
import { contextOf, tell } from '../context.ts';
import { type TagTable, UNKNOWN } from './definition.ts';
import { FOREIGN, marks, RAW } from './marks.ts';
import { readTag, type TagMark } from './syntax.ts';

export interface Lines {
  readonly startLine: number;
  readonly endLine: number;
  readonly silent: boolean;
}

/** The block rule: a tag alone on its line, up to its end tag alone on another. */
export function readBlockTag(state: StateBlock, { startLine, endLine, silent }: Lines, table: TagTable): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src.charCodeAt(start) !== 0x7b || state.src.charCodeAt(start + 1) !== 0x25) return false;
  if (contextOf(state.env).rawDepth > 0 || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const mark = readTag(state.src, start);
  const lineOfEnd = mark && findLine(state, startLine, mark.end);
  if (!mark || lineOfEnd === undefined || lineOfEnd >= endLine) return false;
  const rest = state.src.slice(mark.end, state.eMarks[lineOfEnd]).trim();
  const definition = table.get(mark.name) ?? UNKNOWN;
  if (rest !== '' || mark.name === '' || FOREIGN.test(mark.name) || definition.body === 'none') return false;
  const closeLine = findClosingLine(state, mark.name, lineOfEnd + 1, endLine);
  if (closeLine === undefined) return false;
  if (silent) return true;
  const snippet = state.src.slice(start, mark.end);
  if (definition === UNKNOWN)
    tell(contextOf(state.env), 'tag/unknown-pair', { name: mark.name }, { map: [startLine, startLine + 1], snippet });
  const tokens = { map: [startLine, closeLine + 1] as [number, number], mark };
  if (definition.body === 'text')
    pushText(state, tokens, state.getLines(lineOfEnd + 1, closeLine, state.sCount[startLine] ?? 0, false));
  else pushBody(state, tokens, [lineOfEnd + 1, closeLine]);
  state.line = closeLine + 1;
  return true;
}

function findLine(state: StateBlock, from: number, offset: number): number | undefined {
  for (let line = from; line < state.lineMax; line++) if (offset <= (state.eMarks[line] ?? 0)) return line;
  return undefined;
}

/** The line of the matching `{% endname %}`, which stands alone; nested tags of the name and fenced code are passed over. */
function findClosingLine(state: StateBlock, name: string, from: number, endLine: number): number | undefined {
  let depth = 1;
  let fence = '';
  for (let line = from; line < endLine; line++) {
    const text = state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
    const marks = /^(`{3,}|~{3,})/.exec(text)?.[1] ?? '';
    if (fence !== '') {
      if (marks.startsWith(fence) && text.trim() === marks) fence = '';
      continue;
    }
    if (marks !== '') fence = marks;
    else if (text.startsWith('{%')) {
      const mark = readTag(text, 0);
      if (mark?.name === `end${name}`) depth--;
      else if (mark?.name === name && text.slice(mark.end).trim() === '') depth++;
      if (depth === 0) return line;
    }
  }
  return undefined;
}

interface TagTokens {
  readonly map: [number, number];
  readonly mark: TagMark;
}

function pushText(state: StateBlock, { map, mark }: TagTokens, content: string): void {
  const token = state.push('tag_text', '', 0);
  token.map = map;
  token.content = content;
  marks.set(token, mark);
}

function pushBody(state: StateBlock, { map, mark }: TagTokens, [from, to]: [number, number]): void {
  const context = contextOf(state.env);
  const isRaw = RAW.test(mark.name);
  const outer = { parentType: state.parentType, lineMax: state.lineMax };
  const open = state.push('tag_open', '', 1);
  open.map = map;
  marks.set(open, mark);
  state.lineMax = to;
  const first = state.tokens.length;
  if (isRaw) context.rawDepth++;
  state.md.block.tokenize(state, from, to);
  if (isRaw) {
    context.rawDepth--;
    for (const token of state.tokens.slice(first))
      if (token.type === 'inline') token.meta = { ...token.meta, raw: true };
  }
  Object.assign(state, outer);
  state.push('tag_close', '', -1).map = map;
}
