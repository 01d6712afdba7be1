/**
 * Finds the formulas of a parsed text in reading order, wherever they stand: in blocks, in
 * lines, in `math` fences, in raw HTML. Where Markdown leaves no room for a displayed
 * formula (headings, links) it is set in the line; in raw `<code>` it is no formula.
 */
import type { StateCore, Token } from 'markdown-it';
import type { Delimiter } from './delimiters.ts';
import { dropRawTags } from './find-math.ts';
import { findInHtml } from './html-math.ts';
import { decodeEntities } from './normalise.ts';
import { type Draft, peelTex, readFound, type Session } from './session.ts';
import { findCellStarts } from './table-pipes.ts';

export interface FormulaItem {
  readonly kind: 'formula';
  readonly token: Token;
  readonly draft: Draft;
  readonly display: boolean;
  readonly block: boolean;
}

export interface MacrosItem {
  readonly kind: 'macros';
  readonly tex: string;
}

export type Item = FormulaItem | MacrosItem;

/** Turns fences and raw HTML into tokens of formulas. Runs before inline content is read. */
export function readBlocks(state: StateCore, session: Session, delimiters: ReadonlySet<Delimiter>): void {
  let hasHtml = false;
  for (const token of state.tokens) {
    if (token.type === 'fence' && delimiters.has('fence')) readFence(token, session);
    else if (token.type === 'html_block') hasHtml = true;
  }
  if (!hasHtml) return;
  state.tokens = state.tokens.flatMap((token) =>
    token.type === 'html_block' ? splitHtml(state, token, { session, delimiters }) : [token],
  );
}

function readFence(token: Token, session: Session): void {
  const info = /^math\b\s*(.*)$/i.exec(token.info.trim());
  const { tex, skipped } = peelTex(token.content);
  if (!info || tex === '') return;
  const label = /\{#(eq[^\s}]*)\}/.exec(info[1] ?? '')?.[1];
  session.drafts.set(token, {
    display: true,
    delimiter: 'fence',
    raw: tex,
    tex,
    origin: { line: (token.map?.[0] ?? 0) + 1, text: token.content, offset: skipped },
    ...(label !== undefined && { label }),
  });
  token.type = 'math_display';
  token.tag = 'math';
  token.content = tex;
}

/** The formulas of a block, and what stands between them: tags that kept it from Hexo would be a pair no more. */
function splitHtml(
  state: StateCore,
  token: Token,
  { session, delimiters }: { readonly session: Session; readonly delimiters: ReadonlySet<Delimiter> },
): Token[] {
  const html = token.content;
  const line = token.map?.[0] ?? 0;
  const tokens: Token[] = [];
  let done = 0;
  for (const found of findInHtml(html, session, delimiters)) {
    const { offset, ...read } = readFound(html, found);
    const math = new state.Token(found.display ? 'math_display' : 'math_inline', 'math', 0);
    math.content = decodeEntities(read.tex);
    math.map = token.map;
    math.meta = { inHtml: true };
    const raw = html.slice(found.from, found.end);
    session.drafts.set(math, { ...read, tex: math.content, raw, origin: { line, text: html, offset } });
    tokens.push(createHtml(state, token, dropRawTags(html.slice(done, found.from))), math);
    done = found.end;
  }
  return done === 0 ? [token] : [...tokens, createHtml(state, token, dropRawTags(html.slice(done)))];
}

function createHtml(state: StateCore, whole: Token, html: string): Token {
  const token = new state.Token('html_block', '', 0);
  token.content = html;
  token.map = whole.map;
  token.level = whole.level;
  token.block = true;
  return token;
}

/** Tells where the inline content of each block token stands in the source. Runs before inline content is read. */
export function notePlaces(tokens: readonly Token[], session: Session, lines: readonly string[]): void {
  let row: { readonly line: number; readonly starts: readonly number[]; cell: number } | undefined;
  for (const token of tokens) {
    if (token.type === 'tr_open' && token.map)
      row = { line: token.map[0], starts: findCellStarts(lines[token.map[0]] ?? ''), cell: 0 };
    else if (token.type === 'tr_close') row = undefined;
    if (token.type !== 'inline' || !token.children) continue;
    if (token.map) session.places.set(token.children, { line: token.map[0] });
    else if (row) session.places.set(token.children, { line: row.line, from: row.starts[row.cell++] ?? 0 });
  }
}

/** The formulas and definitions of a text, in reading order. */
export function collectItems(tokens: readonly Token[], session: Session): Item[] {
  const items: Item[] = [];
  let before = '';
  for (const token of tokens) {
    const { type } = token;
    if (type === 'math_macros') items.push({ kind: 'macros', tex: token.content });
    else if (type === 'inline') collectInline(token, { items, session, isHeading: before === 'heading_open' });
    else addFormula(token, { items, session, display: type === 'math_display', block: token.meta?.inHtml !== true });
    before = type;
  }
  return items;
}

interface Collecting {
  readonly items: Item[];
  readonly session: Session;
}

function addFormula(
  token: Token,
  { items, session, display, block }: Collecting & { readonly display: boolean; readonly block: boolean },
): void {
  const draft = session.drafts.get(token);
  if (!draft) return;
  if (!display) token.type = 'math_inline';
  items.push({ kind: 'formula', token, draft, display, block });
}

function collectInline(
  inline: Token,
  { items, session, isHeading }: Collecting & { readonly isHeading: boolean },
): void {
  let links = 0;
  let code = 0;
  for (const token of inline.children ?? []) {
    if (token.type === 'link_open') links++;
    else if (token.type === 'link_close') links--;
    else if (token.type === 'html_inline') {
      if (/^<(?:code|pre|kbd|samp|script|style|textarea)\b/i.test(token.content)) code++;
      else if (/^<\/(?:code|pre|kbd|samp|script|style|textarea)\b/i.test(token.content)) code = Math.max(0, code - 1);
    } else if (token.type === 'image') {
      for (const child of token.children ?? []) addFormula(child, { items, session, display: false, block: false });
    } else if (code > 0) showSource(token, session);
    else
      addFormula(token, {
        items,
        session,
        display: token.type === 'math_display' && links === 0 && !isHeading,
        block: false,
      });
  }
  if (inline.children?.some((token) => token.type === 'math_display')) inline.children = dropBreaks(inline.children);
}

/** In raw `<code>`, `$x$` is what it says. */
function showSource(token: Token, session: Session): void {
  const draft = session.drafts.get(token);
  if (!draft) return;
  session.drafts.delete(token);
  token.type = 'text';
  token.tag = '';
  token.content = draft.raw;
}

/** A displayed formula breaks its paragraph by itself: line feeds beside it would be seen as empty lines. */
function dropBreaks(tokens: readonly Token[]): Token[] {
  const isBreak = (token: Token | undefined): boolean => token?.type === 'softbreak' || token?.type === 'hardbreak';
  const isDisplay = (token: Token | undefined): boolean => token?.type === 'math_display';
  return tokens.filter((token, i) => !isBreak(token) || !(isDisplay(tokens[i - 1]) || isDisplay(tokens[i + 1])));
}
