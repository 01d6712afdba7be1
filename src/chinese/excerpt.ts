/**
 * Cutting a text to a length that fits a list of posts or a description: at the end of a
 * sentence if one is near, else between words. Lengths are in graphemes: 字, letters,
 * emoji as readers count them.
 */
import { segmentGraphemes } from '../base/graphemes.ts';
import { LETTER } from './characters.ts';

/** A sentence may be the whole excerpt if it takes this part of the limit. */
const ENOUGH = 0.4;
/** A full stop ends a sentence if a word stands before it and a capital or 漢字 behind it. */
const FULL_STOP = /(?<=[\p{Ll}\d%)\]”"'])\.[”"')\]]?(?=\s+[\p{Lu}“"(]|\s*$|\s*\p{sc=Han})/gu;
const ABBREVIATIONS = new Set(
  'fig figs eq eqs no nos vol ch sec dr mr mrs ms prof st vs etc al cf resp approx ref refs thm lem prop def cor inc ltd co jr sr dept univ ed eds pp viz'.split(
    ' ',
  ),
);
const SENTENCE_END = /(?:[。！？…｡]+|[!?]+(?=[\s」』”’）)】》〉"']|$|[^\x00-\x7f]))[」』”’）)】》〉"'…。！？]*/gu;
const FORMULA = /\$[^$\n]{1,300}\$|\\\([^\n]{1,300}?\\\)/g;
const LONGEST_FORMULA = 304;
const WORD = new RegExp(`(?![${LETTER}])[\\p{L}\\p{N}\\p{M}'’._,:\\-+#@/%&=?~]`, 'u');
const LETTER_OR_DIGIT = new RegExp(`(?![${LETTER}])[\\p{L}\\p{N}]`, 'u');
/** What must not stand before the dots: commas, spaces and whatever opens. */
const LOOSE_END = /[\s，、；：,;:·—\-–（(「『《〈【[“‘"'…]/u;
/** Characters that are surely one grapheme each, so that most texts need no segmenter. */
const SIMPLE =
  /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u3000-\u3029\u3031-\u303c\u3041-\u3096\u309d-\u4dbf\u4e00-\ua48c\uff01-\uff9d]*$/;

/**
 * A text of at most `limit` graphemes, and one `…` if it was cut inside a sentence. It is
 * never cut inside an emoji, nor inside a Latin word or a formula between dollar signs,
 * unless that fills the limit alone.
 */
export function cutText(text: string, limit: number): string {
  const whole = text.trim();
  const end = findOffset(whole, limit);
  if (end >= whole.length) return whole;
  const start = whole.slice(0, end + LONGEST_FORMULA);
  const least = findOffset(start, Math.ceil(limit * ENOUGH));
  const sentence = findSentenceEnd(start, end);
  if (sentence > 0 && sentence >= least) return start.slice(0, sentence);
  const kept = dropLooseEnd(start.slice(0, findGap(start, end, least)));
  return kept === '' ? '' : `${kept}…`;
}

/** Where the first `count` graphemes end. Only as much of the text is looked at as is needed. */
function findOffset(text: string, count: number): number {
  if (count <= 0) return 0;
  if (SIMPLE.test(text.slice(0, count + 1))) return Math.min(count, text.length);
  for (let window = count * 4 + 64; ; window *= 4) {
    let left = count;
    for (const { index } of segmentGraphemes(text.slice(0, window))) if (left-- === 0) return index;
    if (window >= text.length) return text.length;
  }
}

/** Where the last sentence that ends by `end` does, closing marks included; 0 if none does. */
function findSentenceEnd(text: string, end: number): number {
  let last = 0;
  const near = text.slice(0, end + 16);
  for (const match of [...near.matchAll(SENTENCE_END), ...findFullStops(near)]) {
    const stop = match.index + match[0].length;
    if (stop > last && stop <= end && findFormula(text, stop) === undefined) last = stop;
  }
  return last;
}

/** Full stops that end a sentence, not those of `Fig.`, `e.g.` and `J. Smith`. */
function findFullStops(text: string): RegExpExecArray[] {
  return [...text.matchAll(FULL_STOP)].filter(({ index }) => {
    const word = /[\p{L}.]*$/u.exec(text.slice(Math.max(0, index - 12), index))?.[0] ?? '';
    return !(word.length === 1 || word.includes('.') || ABBREVIATIONS.has(word.toLowerCase()));
  });
}

/** The last place up to `end` that is outside of words and formulas. A word too long for that is split, at `end`. */
function findGap(text: string, end: number, least: number): number {
  const gap = findFormula(text, end) ?? end;
  if (gap > 0 && gap < end) return gap;
  const start = splitsWord(text, end) ? findWordStart(text, end) : end;
  return start >= Math.max(1, least / 2) ? (findFormula(text, start) ?? start) : end;
}

function findWordStart(text: string, place: number): number {
  let start = place;
  while (start > 0 && WORD.test(charAt(text, start, -1))) start -= charAt(text, start, -1).length;
  while (start < place && /\p{M}/u.test(charAt(text, start, 1))) start += charAt(text, start, 1).length;
  return start;
}

/** Where the formula begins that a cut at `place` would split. */
function findFormula(text: string, place: number): number | undefined {
  if (!/[$\\]/.test(text)) return undefined;
  for (const { 0: formula, index } of text.matchAll(FORMULA)) {
    if (index < place && place < index + formula.length) return index;
  }
  return undefined;
}

function splitsWord(text: string, place: number): boolean {
  const [before, after] = [charAt(text, place, -1), charAt(text, place, 1)];
  return WORD.test(before) && WORD.test(after) && (LETTER_OR_DIGIT.test(before) || LETTER_OR_DIGIT.test(after));
}

/** The code point before or after a place; `''` at the ends. */
function charAt(text: string, place: number, side: 1 | -1): string {
  if (side > 0) return place < text.length ? String.fromCodePoint(text.codePointAt(place) ?? 0) : '';
  return [...text.slice(Math.max(0, place - 2), place)].at(-1) ?? '';
}

function dropLooseEnd(text: string): string {
  let end = text.length;
  while (end > 0 && LOOSE_END.test(text.charAt(end - 1))) end--;
  return end > 0 ? text.slice(0, end) : text;
}
