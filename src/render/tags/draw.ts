/**
 * The tokens of tags → HTML.
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { stripTags } from '../../base/text.ts';
import { HtmlConverter } from '../../chinese/convert-html.ts';
import { drawWhole } from '../../math/formula-slots.ts';
import type { Config } from '../../model/config.ts';
import { contextOf } from '../context.ts';
import { chooseDefinition } from './choose-definition.ts';
import type { TagPart, TagTable } from './definition.ts';
import { LITERAL_CLOSE, LITERAL_OPEN, marks } from './marks.ts';
import type { TagMark } from './syntax.ts';

/** All that drawing needs to know of a site. */
export interface TagSite {
  readonly table: TagTable;
  readonly config: Config;
}

type Render = MarkdownIt['renderer']['render'];

/** Renders the tokens between a pair first, and gives them to the tag as its body. */
export function installTagRenderer(md: MarkdownIt, site: TagSite): void {
  const renderer = md.renderer;
  const plain = { render: renderer.render.bind(renderer), renderInline: renderer.renderInline.bind(renderer) };
  renderer.render = wrapRender(plain.render, site);
  renderer.renderInline = wrapRender((tokens, options, env) => plain.renderInline(tokens, options, env), site);
  renderer.rules[LITERAL_OPEN] = () => '';
  renderer.rules[LITERAL_CLOSE] = () => '';
  renderer.rules.tag_text = (tokens, index, _options, env) => {
    const token = tokens[index];
    const mark = token && marks.get(token);
    if (!mark) return '';
    const html = drawTextTag(mark, { body: token.content, parts: [], map: token.map }, { site, env });
    token.meta = { ...token.meta, text: readWordsOf(html) };
    return html;
  };
}

/** Elements that stand within a sentence. */
const PHRASE =
  /^(?:[^<]|<\/?(?:a|abbr|b|cite|code|em|i|kbd|mark|s|small|span|strong|sub|sup|u)\b(?:"[^"]*"|[^">])*>)*$/;

/** What a tag says in its sentence; nothing of pictures, boxes and formulas. */
function readWordsOf(html: string): string {
  return PHRASE.test(html) && !html.includes('class="katex') ? stripTags(html) : '';
}

/** A tag without Markdown in it: in an edition all that it draws is converted at once. */
function drawTextTag(mark: TagMark, body: TagBody, where: TagPlace): string {
  const { converter } = contextOf(where.env);
  const html = drawTag(mark, body, { ...where, isConvertedAfter: true });
  return converter && chooseDefinition(where.site.table, mark).isFinal !== true
    ? new HtmlConverter(converter).html(html)
    : html;
}

function wrapRender(render: Render, site: TagSite): Render {
  return (tokens, options, env) => {
    let html = '';
    let from = 0;
    for (let at = 0; at < tokens.length; at++) {
      const open = tokens[at];
      if (open?.type !== 'tag_open') continue;
      const end = findPartner(tokens, at);
      const mark = marks.get(open);
      const inner = splitParts(tokens.slice(at + 1, end));
      // A tag may look into its body.
      const draw = (some: readonly Token[]): string =>
        drawWhole(env, () => wrapRender(render, site)([...some], options, env));
      const parts = inner.parts.map(({ label, tokens: own }) => ({ label, body: draw(own) }));
      html += render(tokens.slice(from, at), options, env);
      html += mark ? drawTag(mark, { body: draw(inner.rest), parts, map: open.map }, { site, env }) : draw(inner.rest);
      at = end;
      from = end + 1;
    }
    return from === 0 ? render(tokens, options, env) : html + render(tokens.slice(from), options, env);
  };
}

function findPartner(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.type === 'tag_open') depth++;
    if (tokens[at]?.type === 'tag_close' && --depth === 0) return at;
  }
  return tokens.length;
}

interface Inner {
  readonly rest: Token[];
  readonly parts: { readonly label: string; readonly tokens: Token[] }[];
}

/** The tokens of each part, and those that stand in none. */
function splitParts(tokens: readonly Token[]): Inner {
  const inner: Inner = { rest: [], parts: [] };
  let current = inner.rest;
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'tag_open') depth++;
    if (token.type === 'tag_close') depth--;
    if (depth === 0 && token.type === 'tag_part_open') {
      current = [];
      inner.parts.push({ label: token.content, tokens: current });
    } else if (depth === 0 && token.type === 'tag_part_close') current = inner.rest;
    else current.push(token);
  }
  return inner;
}

export interface TagBody {
  readonly body: string;
  readonly parts: readonly TagPart[];
  readonly map: readonly [number, number] | null;
}

export interface TagPlace {
  readonly site: TagSite;
  readonly env: object | undefined;
  /** What it draws will be converted for the edition; so nothing in it must be before. */
  readonly isConvertedAfter?: boolean;
}

/** One tag as HTML. */
export function drawTag(
  mark: TagMark,
  { body, parts, map }: TagBody,
  { site, env, isConvertedAfter = false }: TagPlace,
): string {
  const { name, text, source, args } = mark;
  const definition = chooseDefinition(site.table, mark);
  const own = contextOf(env);
  const isLate = isConvertedAfter && own.converter !== undefined && definition.isFinal !== true;
  const context = isLate ? { ...own, ...own.unconverted } : own;
  return definition.render({ name, text, source, args, body, parts, context, config: site.config, map });
}
