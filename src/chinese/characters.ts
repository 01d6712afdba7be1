/**
 * Kinds of characters, as sources for regular expressions (flag `u`) and as tests of one character.
 *
 * *Letters* are 漢字, kana and bopomofo; Hangul is written with spaces and is none of them.
 * *Marks* are the punctuation and the full-width forms that take a whole square.
 * *Shared* marks (“”‘’…—·) stand in Chinese and in English; their neighbour tells which.
 */

export const LETTER = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Bopomofo}\\u30fc\\uff70';
const MARK =
  '\\u3000-\\u3029\\u3030-\\u303f\\u30a0\\u30fb\\u31c0-\\u31ef\\u3220-\\u325f\\u3280-\\u33ff\\ufe10-\\ufe1f\\ufe30-\\ufe4f\\uff01-\\uff65\\uffe0-\\uffe6';
const SHARED_MARK = '“”‘’…‥⋯—―·';
/** Combining marks, variation selectors and invisible characters: they belong to the character before them. */
export const ATTACHED = '\\p{M}\\u200b-\\u200d\\u2060\\ufeff';

const EMOJI_SELECTOR = '\ufe0f';

const square = new RegExp(`^[${LETTER}${MARK}]`, 'u');
const letter = new RegExp(`^[${LETTER}]`, 'u');
const attached = new RegExp(`^[${ATTACHED}]$`, 'u');

/** Whether a text begins with something that takes a whole square: a letter, a Chinese mark, a full-width form. */
export function isSquare(char: string): boolean {
  return square.test(char);
}

/** Whether a text begins with a letter of Chinese or Japanese: 漢字, kana, bopomofo. */
export function isLetter(char: string): boolean {
  return letter.test(char);
}

/** Whether a code is that of an ASCII letter or digit; `NaN`, which is past the end of a text, is none. */
export function isAlphanumeric(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

/** Whether a character is one of the marks that Chinese and English share. */
export function isShared(char: string): boolean {
  return char !== '' && SHARED_MARK.includes(char);
}

/**
 * The character before `end`, without what is attached to it; `''` if there is none.
 * Of a character that the emoji selector makes an emoji (〰️) only the selector is returned.
 */
export function charBefore(text: string, end: number): string {
  for (let at = end; at > 0; ) {
    const low = text.charCodeAt(at - 1);
    const isPair = low >= 0xdc00 && low <= 0xdfff && at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff;
    const char = text.slice(isPair ? at - 2 : at - 1, at);
    if (char === EMOJI_SELECTOR || low < 0x300 || !attached.test(char)) return char;
    at -= char.length;
  }
  return '';
}

/** Likewise the character at `start`; what is invisible is passed over. */
export function charAfter(text: string, start: number): string {
  for (let at = start; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += char.length;
    if (char < '\u0300' || !attached.test(char)) return text[at] === EMOJI_SELECTOR ? EMOJI_SELECTOR : char;
  }
  return '';
}
