/**
 * Tags within a line of text.
 */
import type { StateInline } from 'markdown-it';
import { contextOf, type RenderContext, tell } from '../context.ts';
import type { Span } from './body-lines.ts';
import { chooseDefinition, readLone } from './choose-definition.ts';
import type { TagDefinition, TagTable } from './definition.ts';
import { FOREIGN, LITERAL_CLOSE, LITERAL_OPEN, marks, RAW } from './marks.ts';
import { readTag, type TagMark } from './syntax.ts';

/** The inline rule. An unknown tag stays as written, with a warning. */
export function readInlineTag(state: StateInline, silent: boolean, table: TagTable): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b || state.src.charCodeAt(state.pos + 1) !== 0x25) return false;
  const context = contextOf(state.env);
  if (context.rawDepth > 0) return false;
  const found = readTag(state.src, state.pos);
  if (!found || found.end > state.posMax || FOREIGN.test(found.name)) return false;
  const known = table.get(found.name);
  const close = known?.body === 'none' ? undefined : findClosingMark(state, found);
  const mark = close ? found : (readLone(table, found) ?? found);
  const definition = chooseDefinition(table, mark);
  if (RAW.test(mark.name) && !close) {
    // One half of a pair that begins and ends in different paragraphs: it shows nothing.
    state.pos = mark.end;
    return true;
  }
  if (definition.body !== 'none' && !close) {
    if (silent || mark.name === '') return false;
    tellLiteral(state, context, mark, known);
    pushLiteral(state, mark);
    return true;
  }
  if (!silent) {
    if (!known) tellPair(state, context, mark);
    pushInline(state, mark, close, definition);
  }
  state.pos = close?.end ?? mark.end;
  return true;
}

function tellPair(state: StateInline, context: RenderContext, { name, end }: TagMark): void {
  tell(context, 'tag/unknown-pair', { name }, { map: context.block, snippet: state.src.slice(state.pos, end) });
}

function tellLiteral(
  state: StateInline,
  context: RenderContext,
  { name, end }: TagMark,
  definition: TagDefinition | undefined,
): void {
  const opening = name.replace(/^end/, '');
  if (name !== opening && definition === undefined) return;
  tell(
    context,
    definition ? 'tag/unclosed' : 'tag/unknown',
    { name },
    { map: context.block, snippet: state.src.slice(state.pos, end) },
  );
}

/** A tag that stays as written, between marks by which a description leaves it out. */
function pushLiteral(state: StateInline, { end }: TagMark): void {
  const outerMax = state.posMax;
  state.push(LITERAL_OPEN, '', 1);
  state.pending = '{';
  state.pos++;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.posMax = outerMax;
  state.push(LITERAL_CLOSE, '', -1);
}

function findClosingMark(state: StateInline, { name, end }: TagMark): Span | undefined {
  if (name === '' || !state.src.includes(`end${name}`, end)) return undefined;
  let depth = 1;
  for (let at = state.src.indexOf('{%', end); at >= 0 && at < state.posMax; at = state.src.indexOf('{%', at + 2)) {
    const mark = readTag(state.src, at);
    if (mark?.name === name) depth++;
    if (mark?.name === `end${name}`) depth--;
    if (mark && depth === 0) return { start: at, end: mark.end };
  }
  return undefined;
}

function pushInline(state: StateInline, mark: TagMark, close: Span | undefined, definition: TagDefinition): void {
  const content = close ? state.src.slice(mark.end, close.start) : '';
  const context = contextOf(state.env);
  if (definition.body !== 'markdown') {
    const token = state.push('tag_text', '', 0);
    token.content = content;
    // Drawn when the whole post has been read, which must still know where it stood.
    token.map = context.block && [...context.block];
    marks.set(token, mark);
    return;
  }
  const isRaw = RAW.test(mark.name);
  const outerMax = state.posMax;
  const open = state.push('tag_open', '', 1);
  open.map = context.block && [...context.block];
  marks.set(open, mark);
  if (isRaw) context.rawDepth++;
  state.pos = mark.end;
  state.posMax = close?.start ?? mark.end;
  state.md.inline.tokenize(state);
  state.posMax = outerMax;
  if (isRaw) context.rawDepth--;
  state.push('tag_close', '', -1);
}
