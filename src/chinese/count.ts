/**
 * How long a text is, for readers of Chinese and English.
 */
import { isAlphanumeric, LETTER } from './characters.ts';

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
/** Between two letters they are part of the word. */
const JOINTS = "'’._,:+#@/-";
const COUNTED = new RegExp(`([${LETTER}])|${START}(?:${PART})*(?:[${JOINTS}](?:${PART})+)*`, 'gu');
/** A line of the characters that most lines are of: common 漢字, ASCII and the marks that are neither. */
const COMMON_LINE = /^[\t -~\u4e00-\u9fff\u3000-\u3004\u3008-\u3020，。：；！？（）、·—…“”‘]*$/;
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
  for (const line of readable.split('\n')) {
    const count = COMMON_LINE.test(line) ? countCommon(line) : countAny(line);
    han += count.han;
    words += count.words;
  }
  return { han, words, total: han + words };
}

type LineCount = Pick<WordCount, 'han' | 'words'>;

function countAny(line: string): LineCount {
  let [han, words] = [0, 0];
  for (const match of line.matchAll(COUNTED)) {
    if (match[1] === undefined) words++;
    else han++;
  }
  return { han, words };
}

/** The same for a common line, without a match for each 字. */
function countCommon(line: string): LineCount {
  let [han, words] = [0, 0];
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if (isAlphanumeric(code)) {
      words++;
      at = findWordEnd(line, at) - 1;
    }
  }
  return { han, words };
}

/** Behind the word at `start`; a mark between two letters belongs to it. */
function findWordEnd(line: string, start: number): number {
  let at = start + 1;
  while (isAlphanumeric(line.charCodeAt(at)) || (isJoint(line, at) && isAlphanumeric(line.charCodeAt(at + 1)))) at++;
  return at;
}

function isJoint(line: string, at: number): boolean {
  return at < line.length && JOINTS.includes(line.charAt(at));
}

/** Whole minutes that reading takes, at least 1: 400 漢字 or 230 words a minute, 12 seconds for a picture. */
export function readingMinutes(count: Pick<WordCount, 'han' | 'words'>, images = 0): number {
  const minutes = count.han / HAN_PER_MINUTE + count.words / WORDS_PER_MINUTE + (images * SECONDS_PER_IMAGE) / 60;
  return Math.max(1, Math.round(minutes));
}
