/**
 * Headings: an id for each, a link to itself, and the list that a table of contents
 * is made of. An explicit `{#id}` at the end wins over the id made of the text.
 */
import type { Env, MarkdownIt, Token } from 'markdown-it';
import { escapeHtml } from '../base/text.ts';
import { getMathResult } from '../math/env.ts';
import type { Config } from '../model/config.ts';
import { contextOf, type RenderContext } from './context.ts';
import { readHexoText, readMarkdownItText } from './hexo-heading-text.ts';
import { readInlineText } from './plain-text.ts';

const EXPLICIT_ID = /\s*\{#([^\s{}]+)\}\s*$/;

/** Adds the rule which gives each heading its id. It must run before rules that change the text for the eye. */
export function installHeadingIds(md: MarkdownIt, { heading_ids, soft_break, anchors }: Config['markdown']): void {
  const readText = (children: readonly Token[]): string => {
    if (heading_ids === 'hexo') return readHexoText(children, soft_break === 'br');
    if (heading_ids === 'markdown-it') return readMarkdownItText(children, anchors.typographer);
    return heading_ids === 'pandoc' ? readSource(children) : readInlineText(children).trim();
  };
  md.core.ruler.push('heading_ids', ({ tokens, env }) => {
    const { slugger } = contextOf(env);
    const pairs = [...findHeadings(tokens)];
    for (const id of listTakenIds(tokens, env)) slugger.reserve(id);
    for (const { inline } of pairs) {
      const id = takeExplicitId(inline);
      if (id !== undefined) slugger.reserve(id);
    }
    for (const { open, inline } of pairs) {
      const explicit = inline.meta?.id;
      open.attrSet('id', typeof explicit === 'string' ? explicit : slugger.slug(readText(inline.children ?? [])));
    }
  });
}

/** The text with formulas as they are written, which pandoc makes ids of. */
function readSource(children: readonly Token[]): string {
  return children
    .map(({ type, content }) =>
      type === 'softbreak' || type === 'hardbreak' ? ' ' : /^(text|code|math)/.test(type) ? content : '',
    )
    .join('');
}

/** The ids of formulas, statements, footnotes and the excerpt's end: a heading called “eq 1” must not take one. */
function* listTakenIds(tokens: readonly Token[], env: Env): Generator<string> {
  for (const { id } of getMathResult(env).equations) yield id;
  for (const token of tokens) {
    const id = token.type === 'statement_open' ? token.attrGet('id') : null;
    if (id !== null) yield String(id);
    if (token.type === 'html_block' && /<!--\s*more\b/i.test(token.content)) yield 'more';
    if (token.type === 'footnote_open') {
      const number = Number(token.meta?.id) + 1;
      yield* [`fn${number}`, `fnref${number}`];
    }
  }
}

/** Adds the rules which link each heading to itself and list them all; with `toc`, where hexo-toc does too. */
export function installHeadings(md: MarkdownIt, { extensions }: Pick<Config['markdown'], 'extensions'>): void {
  md.core.ruler.push('headings', ({ tokens, env, md: parser }) => {
    const context = contextOf(env);
    const pairs = [...findHeadings(tokens)];
    for (const { open, inline } of pairs)
      nameHeading(open, inline, {
        context,
        html: parser.renderer.renderInline(inline.children ?? [], parser.options, env),
      });
  });
  md.core.ruler.push('toc', (state) => {
    if (extensions.includes('toc')) state.tokens = state.tokens.flatMap(readTocComment);
    fillToc(state.tokens, contextOf(state.env));
  });
}

function* findHeadings(tokens: readonly Token[]): Generator<{ open: Token; inline: Token }> {
  for (const [index, open] of tokens.entries()) {
    const inline = tokens[index + 1];
    if (open.type === 'heading_open' && inline?.type === 'inline') yield { open, inline };
  }
}

/** Takes `{#id}` out of the heading's text and keeps it on the token. */
function takeExplicitId(inline: Token): string | undefined {
  const last = inline.children?.at(-1);
  const match = last?.type === 'text' ? EXPLICIT_ID.exec(last.content) : null;
  if (!last || !match) return undefined;
  last.content = last.content.slice(0, match.index);
  inline.meta = { ...inline.meta, id: match[1] };
  return match[1];
}

function nameHeading(open: Token, inline: Token, { context, html }: { context: RenderContext; html: string }): void {
  const text = readInlineText(inline.children ?? []).trim();
  const id = String(open.attrGet('id') ?? '');
  context.headings.push({ level: Number(open.tag.slice(1)), id, text, html });
  const anchor = new (open.constructor as typeof Token)('html_inline', '', 0);
  anchor.content = `<a class="header-anchor" href="#${escapeHtml(encodeURIComponent(id))}" aria-hidden="true" tabindex="-1">#</a>`;
  inline.children?.push(anchor);
}

/** `<!-- toc -->` alone in its line is `[TOC]`. */
function readTocComment(token: Token): Token[] {
  if (token.type !== 'html_block' || !/^\s*<!--\s*toc\s*-->\s*$/i.test(token.content)) return [token];
  const create = (type: string, tag: string, nesting: Nesting): Token => {
    const created = new (token.constructor as typeof Token)(type, tag, nesting);
    return Object.assign(created, { block: true, level: token.level, map: token.map });
  };
  const inline = Object.assign(create('inline', '', 0), { content: '[TOC]', children: [] });
  return [create('paragraph_open', 'p', 1), inline, create('paragraph_close', 'p', -1)];
}

type Nesting = -1 | 0 | 1;

/** A paragraph of just `[TOC]`, `[[toc]]` or `@[toc]` becomes the table of contents. */
function fillToc(tokens: Token[], context: RenderContext): void {
  for (const [index, inline] of tokens.entries()) {
    if (inline.type !== 'inline' || !/^@?\[(\[toc\]|toc)\]$/i.test(inline.content.trim())) continue;
    if (tokens[index - 1]?.type !== 'paragraph_open') continue;
    const list = new (inline.constructor as typeof Token)('html_inline', '', 0);
    list.content = drawToc(context);
    inline.children = [list];
    const [open, close] = [tokens[index - 1], tokens[index + 1]];
    if (open) Object.assign(open, { tag: 'nav', attrs: [['class', 'toc-inline']] });
    if (close) close.tag = 'nav';
  }
}

function drawToc({ headings }: RenderContext): string {
  const items = headings.map(
    ({ level, id, html }) =>
      `<li class="toc-level-${level}"><a href="#${encodeURIComponent(id)}">${html.replace(/<\/?a\b[^>]*>/g, '')}</a></li>`,
  );
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
}
