/**
 * Whether a text wants `text-autospace: normal`, the gap that browsers can put between
 * 漢字 and Latin. It widens ASCII punctuation too (csswg-drafts #9479), so it suits only
 * writers who use full-width punctuation, and only where they typed no spaces themselves.
 */

const HAN_THEN_MARK = /\p{sc=Han}([,.:;!?，。：；！？、])/gu;
const JOIN = /\p{sc=Han}( ?)(?=[A-Za-z0-9])|[A-Za-z0-9]( ?)(?=\p{sc=Han})/gu;
/** Of the marks behind 漢字, this share may be ASCII. */
const ASCII_SHARE = 0.05;
/** Of the places where 漢字 and Latin meet, this share may hold a space. */
const SPACE_SHARE = 0.3;

/** Decides by counting, over the prose of a whole post. A text without Chinese wants nothing. */
export function wantsAutospace(prose: string): boolean {
  let [marks, ascii, joins, spaces] = [0, 0, 0, 0];
  for (const [, mark = ''] of prose.matchAll(HAN_THEN_MARK)) {
    marks++;
    if (mark.charCodeAt(0) < 0x80) ascii++;
  }
  for (const [, before, after] of prose.matchAll(JOIN)) {
    joins++;
    if (before || after) spaces++;
  }
  return joins > 0 && ascii <= marks * ASCII_SHARE && spaces <= joins * SPACE_SHARE;
}
