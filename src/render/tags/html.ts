/**
 * Tags where Markdown does not look: in raw HTML, in its attributes, and in the
 * addresses of links and pictures.
 */

import type { MarkdownIt, Token } from 'markdown-it';
import { decodePath } from '../../base/path.ts';
import { contextOf, tell } from '../context.ts';
import { chooseDefinition, readLone } from './choose-definition.ts';
import type { TagTable } from './definition.ts';
import { drawTag, type TagSite } from './draw.ts';
import { FOREIGN } from './marks.ts';
import { dropRaw, readTag, type TagMark } from './syntax.ts';

/** What is shown or run as it is written. */
const VERBATIM = /<!--[\s\S]*?-->|<(pre|code|script|style|textarea)\b[\s\S]*?<\/\1\s*>/gi;

/** Adds the rule which draws them. It must run after the text is read and before links are resolved. */
export function installTagsInHtml(md: MarkdownIt, site: TagSite): void {
  md.core.ruler.after('inline', 'tags_in_html', ({ tokens, env }) => {
    for (const block of tokens) {
      const drawing = { site, env, map: block.map, encode: (url: string) => md.normalizeLink(url) };
      if (block.type === 'html_block') block.content = drawInHtml(block.content, drawing);
      for (const token of block.children ?? []) {
        if (token.type === 'code_inline') token.content = dropRaw(token.content);
        else drawInToken(token, drawing);
      }
    }
  });
}

interface Drawing {
  readonly site: TagSite;
  readonly env: object | undefined;
  readonly map: readonly [number, number] | null;
  /** How an address is encoded. */
  readonly encode: (url: string) => string;
}

function drawInToken(token: Token, drawing: Drawing): void {
  if (token.type === 'html_inline') token.content = drawInHtml(token.content, drawing);
  const name = token.type === 'link_open' ? 'href' : 'src';
  const url = token.type === 'link_open' || token.type === 'image' ? String(token.attrGet(name) ?? '') : '';
  if (/^(?:%7b|\{)(?:%25|%7b|%|\{)/i.test(url))
    token.attrSet(name, drawing.encode(drawInAddress(decodePath(url), drawing)));
}

/** `{{ site.baseurl }}`, which Jekyll wants before an address, is what our addresses begin with anyway. */
function drawInAddress(url: string, drawing: Drawing): string {
  return drawInHtml(url.replace(/^\{\{-?\s*(?:site\.(?:base)?url|config\.(?:root|url))\s*-?\}\}/, ''), drawing);
}

function drawInHtml(html: string, drawing: Drawing): string {
  if (!html.includes('{%') || contextOf(drawing.env).rawDepth > 0) return html;
  const verbatim = [...html.matchAll(VERBATIM)].map((match) => [match.index, match.index + match[0].length] as const);
  let drawn = '';
  let from = 0;
  for (let at = html.indexOf('{%'); at >= 0; at = html.indexOf('{%', Math.max(from, at + 2))) {
    if (verbatim.some(([start, end]) => at >= start && at < end)) continue;
    const found = readWhole(html, at, drawing.site.table);
    if (!found) continue;
    const piece = drawPiece(found, drawing);
    if (piece === undefined || found.end === undefined) continue;
    drawn += html.slice(from, at) + piece;
    from = found.end;
  }
  return drawn + html.slice(from);
}

interface Whole {
  readonly mark: TagMark;
  /** As written, between the tag and its end tag. */
  readonly body: string;
  /** `undefined` if the end tag is missing. */
  readonly end: number | undefined;
}

function readWhole(html: string, at: number, table: TagTable): Whole | undefined {
  const mark = readTag(html, at);
  if (!mark || mark.name === '' || FOREIGN.test(mark.name)) return undefined;
  if (table.get(mark.name)?.body === 'none') return { mark, body: '', end: mark.end };
  const close = new RegExp(`\\{%-?\\s*end${mark.name}\\s*-?%\\}`, 'g');
  close.lastIndex = mark.end;
  const match = close.exec(html);
  const lone = match ? undefined : readLone(table, mark);
  if (lone) return { mark: lone, body: '', end: mark.end };
  if (!match) return { mark, body: '', end: undefined };
  return { mark, body: html.slice(mark.end, match.index), end: match.index + match[0].length };
}

/** The HTML of one tag; `undefined` if it stays as written. */
function drawPiece({ mark, body, end }: Whole, { site, env, map }: Drawing): string | undefined {
  const context = contextOf(env);
  const { name } = mark;
  const known = site.table.get(name);
  const fault = end === undefined ? (known ? 'tag/unclosed' : 'tag/unknown') : 'tag/unknown-pair';
  if ((!known || end === undefined) && !name.startsWith('end'))
    tell(context, fault, { name }, { map, snippet: `{% ${name}` });
  if (end === undefined) return undefined;
  const isMarkdown = chooseDefinition(site.table, mark).body === 'markdown' && name !== 'raw';
  return drawTag(
    mark,
    { body: isMarkdown ? context.unconverted.renderBlocks(body.trim()) : body, parts: [], map },
    { site, env, isConvertedAfter: true },
  );
}
