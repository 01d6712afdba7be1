/**
 * Spaces between Chinese and Latin letters or digits, for readers whose browser does not
 * know CSS `text-autospace`. They are put between tokens and inside prose, never into
 * code, formulas, addresses or attributes; where an element begins or ends, outside of it.
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { ATTACHED, LETTER } from './characters.ts';
import { addInlineRule, codeNesting, findRoles, type MakeText, type Role } from './inline.ts';

/** `insert` writes the spaces; `off` leaves the text alone. */
export type Spacing = 'insert' | 'off';

/** What stands at one end of a token: a Chinese letter, a Latin word or number, anything else; `none` if it is looked through. */
type End = 'chinese' | 'latin' | 'other' | 'none';

const CHINESE = `[${LETTER}]`;
const LATIN = `(?![${LETTER}\\p{sc=Hangul}\\uff01-\\uffdc])[\\p{L}\\p{Nd}]`;
/** Signs that belong to the word or number before them: 20%, 25℃, C++, C#, m². */
const SIGNS = '[%‰°℃℉+#′″²³¹⁰-₉]';
const PRICE = '[$€£¥₩]\\d';

const chineseThenLatin = new RegExp(`(${CHINESE}[${ATTACHED}]*)(?=${LATIN}|${PRICE})`, 'gu');
const latinThenChinese = new RegExp(`(${LATIN}[${ATTACHED}]*${SIGNS}{0,3})(?=${CHINESE})`, 'gu');
const startsChinese = new RegExp(`^${CHINESE}`, 'u');
const startsLatin = new RegExp(`^(?:${LATIN}|${PRICE})`, 'u');
const endsChinese = new RegExp(`${CHINESE}[${ATTACHED}]{0,4}$`, 'u');
const endsLatin = new RegExp(`${LATIN}[${ATTACHED}]{0,4}${SIGNS}{0,3}$`, 'u');
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/\S+/gi;
/** Raised and lowered text hangs on the word before it: no space in between. */
const HANGING = /^(?:su[pb]_(?:open|close)|footnote_ref)$/;
const PLAIN_TAG = /^<\/?(?:a|abbr|b|cite|em|font|i|mark|q|s|small|span|strong|u)[\s>]/i;

/** Installs the spacing of every paragraph, if it is wanted. */
export function installSpacing(md: MarkdownIt, mode: Spacing): void {
  if (mode === 'insert') addInlineRule(md, 'chinese_spacing', spaceTokens);
}

/** Spaces one piece of prose; spaced text stays as it is, and so do web addresses in it. */
export function spaceText(text: string): string {
  if (!text.includes('://')) return spaceProse(text);
  let spaced = '';
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    spaced += spaceProse(text.slice(from, index)) + address;
    from = index + address.length;
  }
  return spaced + spaceProse(text.slice(from));
}

function spaceProse(text: string): string {
  return text.replace(chineseThenLatin, '$1 ').replace(latinThenChinese, '$1 ');
}

/** Walks over a paragraph, looking at what stands on both sides of every boundary between tokens. */
function spaceTokens(tokens: Token[], makeText: MakeText): Token[] {
  const roles = findRoles(tokens);
  const spaced: Token[] = [];
  let last: End = 'other';
  /** Where a space would go: behind the last visible thing and the tags that close after it. */
  let gap = 0;
  for (const [at, token] of tokens.entries()) {
    const [first, end] = findEnds(token, roles[at] ?? 'opaque');
    if (roles[at] === 'prose') token.content = spaceText(token.content);
    if (needsSpace(last, first)) putSpace(spaced, gap, makeText);
    spaced.push(token);
    if (end !== 'none') last = end;
    if (end !== 'none' || token.nesting < 0 || token.content.startsWith('</')) gap = spaced.length;
  }
  return spaced;
}

function needsSpace(before: End, after: End): boolean {
  return (before === 'chinese' && after === 'latin') || (before === 'latin' && after === 'chinese');
}

function findEnds(token: Token, role: Role): [first: End, last: End] {
  if (role === 'prose') return endsOfProse(token.content);
  if (role === 'atom' || role === 'verbatim') return ['latin', 'latin'];
  const isPassed = role === 'tag' ? !HANGING.test(token.type) : role === 'html' && isPassedHtml(token.content);
  return isPassed ? ['none', 'none'] : ['none', 'other'];
}

function isPassedHtml(html: string): boolean {
  return codeNesting(html) !== 0 || PLAIN_TAG.test(html);
}

function endsOfProse(text: string): [first: End, last: End] {
  if (text === '') return ['none', 'none'];
  const tail = text.slice(-16);
  const first = startsChinese.test(text) ? 'chinese' : startsLatin.test(text) ? 'latin' : 'other';
  return [first, endsChinese.test(tail) ? 'chinese' : endsLatin.test(tail) ? 'latin' : 'other'];
}

/** At the end of the text before the gap, if there is one, so that the space stands outside of every element. */
function putSpace(tokens: Token[], gap: number, makeText: MakeText): void {
  const before = tokens[gap - 1];
  if (before?.type === 'text') before.content += ' ';
  else tokens.splice(gap, 0, makeText(' '));
}
