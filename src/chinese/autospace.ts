/**
 * Whether a text wants `text-autospace: normal`, the gap that browsers can put between
 * 漢字 and Latin. It widens ASCII punctuation too (csswg-drafts #9479), so it suits only
 * writers who use full-width punctuation, and only where they typed no spaces themselves.
 */
import { isAlphanumeric } from './characters.ts';

const MARKS = ',.:;!?，。：；！？、';
const STARTS_WITH_HAN = /^\p{sc=Han}/u;
const SPACE = 0x20;
/** What a character is: numbers, because they are compared for each. */
const [OTHER, HAN, LATIN] = [0, 1, 2] as const;
type Kind = typeof OTHER | typeof HAN | typeof LATIN;

/** Of the marks behind 漢字, this share may be ASCII. */
const ASCII_SHARE = 0.05;
/** Of the places where 漢字 and Latin meet, this share may hold a space. */
const SPACE_SHARE = 0.3;

/** Decides by counting, over the prose of a whole post. A text without Chinese wants nothing. */
export function wantsAutospace(prose: string): boolean {
  let [marks, ascii, joins, spaces] = [0, 0, 0, 0];
  let before: Kind = OTHER;
  let hasGap = false;
  for (let at = 0; at < prose.length; at++) {
    const code = prose.charCodeAt(at);
    const kind = kindOf(code, prose, at);
    if (kind !== OTHER) {
      if (before !== OTHER && before !== kind) {
        joins++;
        if (hasGap) spaces++;
      }
      before = kind;
      hasGap = false;
    } else if (code === SPACE && before !== OTHER && !hasGap) hasGap = true;
    else {
      if (before === HAN && !hasGap && MARKS.includes(prose.charAt(at))) {
        marks++;
        if (code < 0x80) ascii++;
      }
      before = OTHER;
    }
  }
  return joins > 0 && ascii <= marks * ASCII_SHARE && spaces <= joins * SPACE_SHARE;
}

/** By code where that tells: this is asked of every character of a blog. */
function kindOf(code: number, text: string, at: number): Kind {
  if (code < 0x2e80) return isAlphanumeric(code) ? LATIN : OTHER;
  if (code >= 0x4e00 && code <= 0x9fff) return HAN;
  if (isPunctuation(code)) return OTHER;
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff;
  const char = isSecondHalf ? text.slice(Math.max(0, at - 1), at + 1) : text.slice(at, at + 2);
  return STARTS_WITH_HAN.test(char) ? HAN : OTHER;
}

/** Most of the Chinese marks, full-width letters among them. */
function isPunctuation(code: number): boolean {
  return (code >= 0xff01 && code <= 0xff5e) || (code >= 0x3008 && code <= 0x301f) || code === 0x3001 || code === 0x3002;
}
