/**
 * Quotation marks in Chinese prose. Straight ones are paired within a paragraph, and a
 * pair is changed only if it stands beside Chinese: English sentences, apostrophes and
 * inches keep what they have. (markdown-it's typographer knows only spaces.)
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { charAfter, charBefore, isSquare } from './characters.ts';
import { addInlineRule, findRoles, type Role } from './inline.ts';

/** `keep` changes nothing; `curly` writes “” and ‘’, `corner` 「」 and 『』. */
export type Quotes = 'keep' | 'curly' | 'corner';

interface Pair {
  readonly open: number;
  readonly close: number;
  readonly isInner: boolean;
}

const STYLES = { curly: ['“”', '‘’'], corner: ['「」', '『』'] } as const;
const QUOTE = /["'“”‘’「」『』]/g;
const OPENER: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '」': '「', '』': '『', '"': '"', "'": "'" };
const INNER = "'‘『";
const WORD = /[\p{L}\p{N}]/u;

/** Installs the quotation marks of every paragraph, if a style is wanted. */
export function installQuotes(md: MarkdownIt, mode: Quotes): void {
  if (mode !== 'keep') addInlineRule(md, 'chinese_quotes', (tokens) => quoteTokens(tokens, mode));
}

function quoteTokens(tokens: Token[], style: 'curly' | 'corner'): Token[] {
  if (!tokens.some(({ content }) => content.search(QUOTE) >= 0)) return tokens;
  const roles = findRoles(tokens);
  const before = tokens.map((token, at) => standIn(token, roles[at])).join('');
  const after = changeQuotes(before, style);
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    const { length } = standIn(token, roles[at]);
    if (roles[at] === 'prose') token.content = after.slice(from, from + length);
    from += length;
  }
  return tokens;
}

/** What a token is in the text that is searched for quotes: prose itself, all else something without quotes. */
function standIn(token: Token, role: Role | undefined): string {
  if (role === 'prose') return token.content;
  if (role === 'tag' || role === 'html') return '';
  return role === 'break' ? '\n' : '\ufffc';
}

/**
 * Changes the quotation marks that stand in pairs beside Chinese. The length of the text stays the same.
 * A pair right inside another never gets the same marks: 「她說『好』」.
 */
function changeQuotes(text: string, style: 'curly' | 'corner'): string {
  const changed = new Map<number, string>();
  const around: { readonly close: number; readonly marks: string; readonly isOurs: boolean }[] = [];
  for (const { open, close, isInner } of pairQuotes(text).sort((one, other) => one.open - other.open)) {
    while ((around.at(-1)?.close ?? close) < close) around.pop();
    const parent = around.at(-1);
    const own = text.charAt(open) + text.charAt(close);
    const [outer, inner] = STYLES[style];
    const wanted = isChinesePair(text, open, close) ? (isInner ? inner : outer) : own;
    const isOurs = wanted !== own;
    const isTwice = wanted === parent?.marks && (isOurs || parent.isOurs);
    const marks = isTwice ? (wanted === outer ? inner : outer) : wanted;
    if (marks !== own) changed.set(open, marks.charAt(0)).set(close, marks.charAt(1));
    around.push({ close, marks, isOurs: marks !== own });
  }
  return text.replace(QUOTE, (mark, at: number) => changed.get(at) ?? mark);
}

function isChinesePair(text: string, open: number, close: number): boolean {
  return [open, close].some((at) => isSquare(charBefore(text, at)) || isSquare(charAfter(text, at + 1)));
}

/** The quotes that belong together. A pair inside another is closed before it; what is left over is nobody's. */
function pairQuotes(text: string): Pair[] {
  const pairs: Pair[] = [];
  const waiting: { readonly mark: string; readonly at: number }[] = [];
  const count: Record<string, number> = {};
  for (const { 0: mark, index } of text.matchAll(QUOTE)) {
    const opener = OPENER[mark] ?? '';
    if (opener !== '' && (count[opener] ?? 0) > 0 && mayClose(text, index)) {
      for (let top = waiting.pop(); top; top = waiting.pop()) {
        count[top.mark] = (count[top.mark] ?? 0) - 1;
        if (top.mark !== opener) continue;
        pairs.push({ open: top.at, close: index, isInner: INNER.includes(opener) });
        break;
      }
    } else if ((opener === '' || opener === mark) && mayOpen(text, index)) {
      waiting.push({ mark, at: index });
      count[mark] = (count[mark] ?? 0) + 1;
    }
  }
  return pairs;
}

/** No space and no opening bracket before it; and an apostrophe inside a word (don't) closes nothing. */
function mayClose(text: string, at: number): boolean {
  const before = charBefore(text, at);
  if (before === '' || /[\s\p{Ps}《〈]/u.test(before)) return false;
  const isApostrophe = /['’]/.test(text.charAt(at)) && isLatin(before) && isLatin(charAfter(text, at + 1));
  return !isApostrophe;
}

/** Something other than a space, a mark of its own kind or the end of a phrase after it; and a straight one right behind a Latin word or number is an apostrophe or inches. */
function mayOpen(text: string, at: number): boolean {
  const mark = text.charAt(at);
  const after = text.charAt(at + 1);
  if (!/\S/.test(after) || (after === mark && OPENER[mark] === mark) || /[，。、；：！？）】》]/.test(after))
    return false;
  return !/["']/.test(mark) || !isLatin(charBefore(text, at));
}

function isLatin(char: string): boolean {
  return WORD.test(char) && !isSquare(char);
}
