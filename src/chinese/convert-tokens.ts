/**
 * Conversion of Markdown between its parsing and its rendering: only what readers read as
 * prose is changed. Code, formulas, addresses, ids and labels are other tokens, or parts
 * of tokens that are not looked at.
 */
import type { Token } from 'markdown-it';
import type { Converter } from './conversion.ts';
import { HtmlConverter } from './convert-html.ts';
import { findRoles } from './inline.ts';

/** Converts the tokens of a whole text, in place. Rules that make ids of headings must have run before. */
export function convertTokens(tokens: readonly Token[], converter: Converter): void {
  const html = new HtmlConverter(converter);
  for (const token of tokens) {
    if (token.type === 'html_block') token.content = html.html(token.content);
    if (token.type === 'inline') html.paragraph(() => convertInline(token.children ?? [], converter, html));
  }
}

function convertInline(tokens: readonly Token[], converter: Converter, html: HtmlConverter): void {
  const roles = findRoles(tokens);
  let run: Token[] = [];
  const endRun = (): void => {
    convertRun(run, converter);
    run = [];
  };
  for (const [at, token] of tokens.entries()) {
    const role = roles[at] ?? 'opaque';
    if (role === 'prose' && !html.isKept) run.push(token);
    // A word may go on behind `**` and the like, not behind code, a formula or a raw tag.
    else if (role !== 'tag') endRun();
    if (role === 'html') token.content = html.html(token.content);
    // `[直訳]{lang=ja}` is the same to a reader as the element it becomes.
    if (token.type === 'foreign_open') html.html(`<span lang="${String(token.attrGet('lang'))}">`);
    if (token.type === 'foreign_close') html.html('</span>');
    if (token.children) convertInline(token.children, converter, html);
    if (!html.isKept) convertWords(token, converter);
  }
  endRun();
}

/** The words that pictures and links carry besides their text, unless they were taken from the site (`meta.fromSite`). */
function convertWords(token: Token, { convert }: Converter): void {
  if ((token.type !== 'image' && token.type !== 'link_open') || token.meta?.fromSite === true) return;
  const title = token.attrGet('title');
  if (title !== null) token.attrSet('title', convert(String(title)));
}

/**
 * Converts the pieces of one stretch of prose as if nothing stood between them, so that a
 * word of which a part is emphasised is still one word.
 */
function convertRun(run: readonly Token[], { convert }: Converter): void {
  const pieces = run.map(({ content }) => convertProse(content, convert));
  const apart = run.length > 1 ? fitWhole(run, pieces, convert) : pieces;
  for (const [at, token] of run.entries()) token.content = apart[at] ?? '';
}

/** The whole, converted at once and parted where it was parted; if that cannot be told, each piece converted by itself. */
function fitWhole(run: readonly Token[], pieces: readonly string[], convert: Converter['convert']): readonly string[] {
  const whole = convertProse(run.map(({ content }) => content).join(''), convert);
  if (whole === pieces.join('')) return pieces;
  const characters = Array.from(whole);
  const lengths = run.map(({ content }) => Array.from(content).length);
  if (characters.length !== lengths.reduce((sum, length) => sum + length, 0)) return pieces;
  let from = 0;
  return lengths.map((length) => {
    from += length;
    return characters.slice(from - length, from).join('');
  });
}

const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/[\x21-\x7e]+/gi;

/** A web address written out in the text stays. */
function convertProse(text: string, convert: Converter['convert']): string {
  if (!text.includes('://')) return convert(text);
  let converted = '';
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    converted += convert(text.slice(from, index)) + address;
    from = index + address.length;
  }
  return converted + convert(text.slice(from));
}
