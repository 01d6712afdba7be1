/**
 * How long a text is, for readers of Chinese and English.
 */
import { LETTER } from './characters.ts';

export interface WordCount {
  /** 漢字, kana and bopomofo, one each. */
  readonly han: number;
  /** Words and numbers of all other scripts: `don't`, `3.11`, `C++` and `2024-01-02` are one each. */
  readonly words: number;
  readonly total: number;
}

/** Not `Lm`: tones of bopomofo and voiced marks of half-width kana are no words. */
const START = `(?![${LETTER}])[\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lo}\\p{N}]`;
const PART = `(?![${LETTER}])[\\p{L}\\p{N}\\p{M}]`;
const COUNTED = new RegExp(`([${LETTER}])|${START}(?:${PART})*(?:['’._,:+#@/-](?:${PART})+)*`, 'gu');
const COMMON_HAN = /[\u4e00-\u9fff]+/g;
const ADDRESS = /\b(?:https?|ftp):\/\/[^\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}<>"，。、；：！？…～]+/giu;

const HAN_PER_MINUTE = 400;
const WORDS_PER_MINUTE = 230;
const SECONDS_PER_IMAGE = 12;

/**
 * Counts a text as it is read: code, formulas and markup already left out; addresses,
 * punctuation and emoji are not counted. No dictionary is used, so it is quick.
 */
export function countWords(text: string): WordCount {
  const readable = text.includes('://') ? text.replace(ADDRESS, ' ') : text;
  let han = 0;
  let words = 0;
  // Runs of the common characters are counted whole; a match for each 字 would cost more than all the rest.
  const rest = readable.replace(COMMON_HAN, (run) => {
    han += run.length;
    return ' ';
  });
  for (const match of rest.matchAll(COUNTED)) {
    if (match[1] === undefined) words++;
    else han++;
  }
  return { han, words, total: han + words };
}

/** Whole minutes that reading takes, at least 1: 400 漢字 or 230 words a minute, 12 seconds for a picture. */
export function readingMinutes(count: Pick<WordCount, 'han' | 'words'>, images = 0): number {
  const minutes = count.han / HAN_PER_MINUTE + count.words / WORDS_PER_MINUTE + (images * SECONDS_PER_IMAGE) / 60;
  return Math.max(1, Math.round(minutes));
}
