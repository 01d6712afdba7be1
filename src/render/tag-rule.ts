/**
 * Tags in posts as markdown-it rules. They are read after code and formulas and never
 * by replacing text, so `{{`, `{%` and `{#` in code, formulas and prose are safe.
 *
 * A tag with a Markdown body becomes a pair of tokens around the body's own tokens; all
 * others become one token. An unknown tag stays as written, with a warning.
 */
import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import { contextOf, type RenderContext, tell } from './context.ts';
import { readTag, type TagMark } from './tag-syntax.ts';

export interface TagUse {
  readonly name: string;
  /** As written between the name and `%}`. */
  readonly text: string;
  readonly args: readonly string[];
  /** HTML, or text as written for a tag that asked for it. */
  readonly body: string;
  readonly context: RenderContext;
  readonly map: readonly [number, number] | null;
}

export interface TagDefinition {
  readonly body: 'none' | 'markdown' | 'text';
  readonly render: (use: TagUse) => string;
}

export type TagTable = ReadonlyMap<string, TagDefinition>;

/** Tags that belong to another room (`math/`), or that only mark a stretch of text. */
const FOREIGN = /^(end)?(math|mathjax|katex)$/;
const RAW = /^(end)?raw$/;
/** A pair of unknown tags vanishes and leaves what it holds. */
const UNKNOWN: TagDefinition = { body: 'markdown', render: ({ body }) => body };

/** The mark that each tag token came from. */
const marks = new WeakMap<Token, TagMark>();

/** Adds the rules for the tags of the table. */
export function installTags(md: MarkdownIt, table: TagTable): void {
  md.block.ruler.before(
    'fence',
    'tag',
    (state, startLine, endLine, silent) => readBlockTag(state, { startLine, endLine, silent }, table),
    {
      alt: ['paragraph', 'reference', 'blockquote', 'list'],
    },
  );
  md.inline.ruler.before('escape', 'tag', (state, silent) => readInlineTag(state, silent, table));
  md.core.ruler.at('inline', ({ tokens, env, md: parser }) => {
    const context = contextOf(env);
    for (const token of tokens) {
      if (token.type !== 'inline') continue;
      context.block = token.map;
      context.rawDepth = token.meta?.raw ? 1 : 0;
      token.children ??= [];
      parser.inline.parse(token.content, parser, env, token.children);
    }
    context.rawDepth = 0;
  });
  installTagRenderer(md, table);
}

interface Lines {
  readonly startLine: number;
  readonly endLine: number;
  readonly silent: boolean;
}

function readBlockTag(state: StateBlock, { startLine, endLine, silent }: Lines, table: TagTable): boolean {
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

function readInlineTag(state: StateInline, silent: boolean, table: TagTable): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b || state.src.charCodeAt(state.pos + 1) !== 0x25) return false;
  const context = contextOf(state.env);
  if (context.rawDepth > 0) return false;
  const mark = readTag(state.src, state.pos);
  if (!mark || mark.end > state.posMax || FOREIGN.test(mark.name)) return false;
  const definition = table.get(mark.name);
  const close = definition && definition.body !== 'none' ? findClosingMark(state, mark) : undefined;
  if (RAW.test(mark.name) && !close) {
    // One half of a pair that begins and ends in different paragraphs: it shows nothing.
    state.pos = mark.end;
    return true;
  }
  if (!definition || (definition.body !== 'none' && !close)) {
    if (!silent) tellLiteral(state, context, mark, definition);
    return false;
  }
  if (!silent) pushInline(state, mark, close, definition);
  state.pos = close?.end ?? mark.end;
  return true;
}

function tellLiteral(
  state: StateInline,
  context: RenderContext,
  { name, end }: TagMark,
  definition: TagDefinition | undefined,
): void {
  const opening = name.replace(/^end/, '');
  if (name === '' || (name !== opening && definition === undefined)) return;
  tell(
    context,
    definition ? 'tag/unclosed' : 'tag/unknown',
    { name },
    { map: context.block, snippet: state.src.slice(state.pos, end) },
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function findClosingMark(state: StateInline, { name, end }: TagMark): Span | undefined {
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
  if (definition.body !== 'markdown') {
    const token = state.push('tag_text', '', 0);
    token.content = content;
    marks.set(token, mark);
    return;
  }
  const context = contextOf(state.env);
  const isRaw = RAW.test(mark.name);
  const outerMax = state.posMax;
  marks.set(state.push('tag_open', '', 1), mark);
  if (isRaw) context.rawDepth++;
  state.pos = mark.end;
  state.posMax = close?.start ?? mark.end;
  state.md.inline.tokenize(state);
  state.posMax = outerMax;
  if (isRaw) context.rawDepth--;
  state.push('tag_close', '', -1);
}

/** Renders the tokens between a pair first, and gives them to the tag as its body. */
function installTagRenderer(md: MarkdownIt, table: TagTable): void {
  const renderer = md.renderer;
  const plain = { render: renderer.render.bind(renderer), renderInline: renderer.renderInline.bind(renderer) };
  const wrap =
    (render: typeof plain.render): typeof plain.render =>
    (tokens, options, env) => {
      let html = '';
      let from = 0;
      for (let at = 0; at < tokens.length; at++) {
        if (tokens[at]?.type !== 'tag_open') continue;
        const end = findPartner(tokens, at);
        html += render(tokens.slice(from, at), options, env);
        html += renderTag(
          table,
          { token: tokens[at], body: wrap(render)(tokens.slice(at + 1, end), options, env) },
          env,
        );
        at = end;
        from = end + 1;
      }
      return from === 0 ? render(tokens, options, env) : html + render(tokens.slice(from), options, env);
    };
  renderer.render = wrap(plain.render);
  renderer.renderInline = wrap((tokens, options, env) => plain.renderInline(tokens, options, env));
  renderer.rules.tag_text = (tokens, index, _options, env) =>
    renderTag(table, { token: tokens[index], body: tokens[index]?.content ?? '' }, env);
}

function findPartner(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.type === 'tag_open') depth++;
    if (tokens[at]?.type === 'tag_close' && --depth === 0) return at;
  }
  return tokens.length;
}

function renderTag(
  table: TagTable,
  { token, body }: { token: Token | undefined; body: string },
  env: object | undefined,
): string {
  const mark = token && marks.get(token);
  if (!mark) return body;
  const definition = table.get(mark.name) ?? UNKNOWN;
  const context = contextOf(env);
  return definition.render({
    name: mark.name,
    text: mark.text,
    args: mark.args,
    body,
    context,
    map: token?.map ?? null,
  });
}
