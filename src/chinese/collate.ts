/**
 * Order of names: by pinyin, by strokes, by zhuyin, from the Unicode data in `Intl`.
 * What that order holds equal is put in the order of code points, so that no list
 * depends on the order it came in.
 */

import { toBcp47 } from '../base/language.ts';
import { isChinese, scriptOf } from './language.ts';
import { foldLatin } from './latin-letters.ts';

/** `auto` is the language's own order: strokes for `zh-Hant`, pinyin for `zh-Hans`. */
export type Collation = 'auto' | 'pinyin' | 'stroke' | 'zhuyin' | 'codepoint';
export type Compare = (a: string, b: string) => number;

const collators = new Map<string, Intl.Collator>();

/**
 * A function for `sort`. Numbers are compared by value (第2章 before 第10章). In Chinese
 * orders digits come first, then 漢字, then Latin letters.
 *
 * @param language - any name of a language; what `Intl` does not know counts as English
 */
export function createCollator(kind: Collation, language: string): Compare {
  if (kind === 'codepoint') return compareCodePoints;
  const collator = findCollator(kind, toBcp47(language));
  return (a, b) => collator.compare(a, b) || compareCodePoints(a, b);
}

/** The same order with names that begin with no 漢字 before all others, as Hexo's lists have them. */
export function createListOrder(kind: Collation, language: string): Compare {
  const compare = createCollator(kind, language);
  return (a, b) => Number(startsWithHan(a)) - Number(startsWithHan(b)) || compare(a, b);
}

function startsWithHan(name: string): boolean {
  return /^[^\p{L}\p{N}]*\p{sc=Han}/u.test(name);
}

function findCollator(kind: Exclude<Collation, 'codepoint'>, tag: string): Intl.Collator {
  const base = kind === 'auto' || isChinese(tag) ? tag : 'zh';
  const locale = kind === 'auto' ? base : `${base.split(/-u-/i)[0]}-u-co-${kind}`;
  let collator = collators.get(locale);
  if (!collator) {
    collator = new Intl.Collator(isKnown(locale) ? locale : 'en', { numeric: true });
    collators.set(locale, collator);
  }
  return collator;
}

function isKnown(locale: string): boolean {
  try {
    return Intl.Collator.supportedLocalesOf([locale]).length > 0;
  } catch {
    return false;
  }
}

/** By code point; `<` on strings would put 𠮷 before ﹏. */
function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Surrogates stand above all other units. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Before the first 漢字 of each initial CLDR's orders have a mark (UTS #35, Collation, “Index Characters”). */
const INITIALS = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const BOPOMOFO = 'ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩ';
/** CLDR marks the first 漢字 of n strokes by the braille pattern n. */
const STROKES = Array.from({ length: 48 }, (_, index) => index + 1);
type Mark = readonly [initial: string, mark: string];
const marksOf: Readonly<Record<'pinyin' | 'zhuyin' | 'stroke', readonly Mark[]>> = {
  pinyin: [...INITIALS].map((initial): Mark => [initial, `\ufdd0${initial}`]),
  zhuyin: [...BOPOMOFO].map((initial): Mark => [initial, `\ufdd0${initial}`]),
  stroke: STROKES.map((count): Mark => [`${count}`, `\ufdd0${String.fromCharCode(0x2800 + count)}`]),
};

/**
 * The heading under which a name is listed: A–Z by its first letter or the pinyin of its
 * first 漢字, Traditional or Simplified; `#` for digits and all else. One reading is
 * taken for each 字, so 重慶 is under Z. By `zhuyin` 漢字 are under their ㄅㄆㄇ, by
 * `stroke` under the number of their strokes (`3`).
 */
export function initialOf(name: string, kind: 'pinyin' | 'zhuyin' | 'stroke' = 'pinyin'): string {
  const first = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? '';
  const latin = foldLatin(first).charAt(0).toUpperCase();
  if (/[A-Z]/.test(latin)) return latin;
  if (!/\p{sc=Han}/u.test(first)) return '#';
  const collator = findCollator(kind, 'zh');
  let initial = '#';
  for (const [letter, mark] of marksOf[kind]) if (collator.compare(first, mark) >= 0) initial = letter;
  return initial;
}

/** What names are grouped by where they are sorted so: in a script's own order, strokes for Traditional Chinese. */
export function chooseInitials(kind: Collation, language: string): 'pinyin' | 'zhuyin' | 'stroke' {
  if (kind === 'auto') return scriptOf(language) === 'Hant' ? 'stroke' : 'pinyin';
  return kind === 'codepoint' ? 'pinyin' : kind;
}
