/**
 * Slugs: the readable part of an address, and the ids of headings.
 *
 * | text           | `hexo`        | `clean`     | `pinyin`             | `pandoc`   |
 * | -------------- | ------------- | ----------- | -------------------- | ---------- |
 * | 第一章：開始！ | 第一章：開始！| 第一章-開始 | di-yi-zhang-kai-shi  | 第一章開始 |
 * | Node.js        | Node-js       | node-js     | node-js              | node.js    |
 * | Ａｂｃ１２     | Abc１２       | abc12       | abc12                | ａｂｃ１２ |
 * | ---            | (empty)       | section     | section              | section    |
 *
 * Chinese is kept in all but `pinyin`; browsers show it decoded. All are in NFC, so that a
 * name typed on a Mac gives the same address.
 */
import { foldLatin } from './latin-letters.ts';

/** `markdown-it` is `hexo`, but for how equal ids are told apart. */
export type SlugStyle = 'clean' | 'hexo' | 'markdown-it' | 'pandoc' | 'pinyin';
export type LetterCase = 'lower' | 'upper';

/** Writes Chinese in Latin letters, syllables apart. */
export type ToPinyin = (text: string) => string;

export interface SlugOptions {
  /** Without it `pinyin` gives what `clean` gives. */
  readonly toPinyin?: ToPinyin | undefined;
  /** For Hexo's styles. */
  readonly letterCase?: LetterCase | undefined;
  /** For Hexo's styles: what stands for spaces and punctuation; `-` by default. */
  readonly separator?: string | undefined;
}

const NAMELESS = 'section';
const CONTROLS = /[\x00-\x1f\x7f]/g;
const HEXO_SEPARATORS = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g;
/** Joiners, soft hyphens, variation selectors, key caps: nobody sees them, nobody types them. */
const INVISIBLE = /\p{Cf}|\p{Me}|\p{Variation_Selector}|\u034f/gu;
const CLEAN_SEPARATORS = /[^\p{L}\p{N}\p{M}_]+/gu;

/** A slug in one of the styles. `hexo` may be empty, as Hexo's is; the others never are. */
export function slugify(text: string, style: SlugStyle, options: SlugOptions = {}): string {
  if (style === 'hexo' || style === 'markdown-it')
    return slugifyHexo(text, options.letterCase).replaceAll('-', options.separator ?? '-');
  if (style === 'pandoc') return slugifyPandoc(text);
  if (style === 'clean' || !options.toPinyin) return slugifyClean(text);
  return slugifyClean(foldLatin(options.toPinyin(text).replace(/[üǖǘǚǜ]/gi, 'v')));
}

/**
 * Hexo's slug (hexo-util's `slugize`), so that the addresses of existing blogs stay what
 * they are: Latin letters folded, ASCII punctuation and spaces to `-`, all else kept.
 */
export function slugifyHexo(text: string, letterCase?: LetterCase): string {
  const folded = foldLatin(text.toWellFormed().replace(CONTROLS, ''));
  const slug = trimHyphens(folded.replace(HEXO_SEPARATORS, '-'));
  if (letterCase === undefined) return slug;
  return (letterCase === 'lower' ? slug.toLowerCase() : slug.toUpperCase()).normalize('NFC');
}

/** Our own slug: lower case, letters, digits and `_` kept, all else to one `-`; `section` if nothing is left. */
export function slugifyClean(text: string): string {
  const folded = text
    .replace(INVISIBLE, '')
    .replace(/[！-～]/g, narrow)
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC');
  return trimHyphens(folded.replace(CLEAN_SEPARATORS, '-')) || NAMELESS;
}

/** pandoc's `auto_identifiers`: lower case, letters, digits, `_`, `-` and `.` kept, spaces to `-`; begins with a letter. */
function slugifyPandoc(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\-.\s]/gu, '')
    .trim()
    .split(/\s+/);
  return (
    words
      .join('-')
      .replace(/^[^\p{L}]+/u, '')
      .normalize('NFC') || NAMELESS
  );
}

function narrow(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

function trimHyphens(text: string): string {
  return text.replace(/^-/, '').replace(/-$/, '');
}

export interface Slugger {
  /** The id of a text: its slug, or with `-1`, `-2` … if that id is used on the page. */
  readonly slug: (text: string) => string;
  /** Says that an id is used, because somebody wrote it out (`{#id}`). */
  readonly reserve: (id: string) => void;
}

export interface SluggerOptions extends SlugOptions {
  /** Ids that are used already. */
  readonly reserved?: Iterable<string>;
  /** What hexo-renderer-markdown-it writes before the number of an equal id. */
  readonly collisionSuffix?: string | undefined;
}

/** Gives ids that are unique within one page. */
export function createSlugger(style: SlugStyle, options: SluggerOptions = {}): Slugger {
  const used = new Set(options.reserved);
  // The second of two equal ids is 1 where hexo-renderer-marked counts, and 2 where hexo-renderer-markdown-it does.
  const [suffix, first] = style === 'markdown-it' ? [options.collisionSuffix ?? '', 2] : ['', 1];
  const numbers = new Map<string, number>();
  const slug = (text: string): string => {
    const base = slugify(text, style, options) || NAMELESS;
    let number = numbers.get(base) ?? first;
    let id = base;
    while (used.has(id)) id = `${base}-${suffix}${number++}`;
    numbers.set(base, number);
    used.add(id);
    return id;
  };
  return { slug, reserve: (id) => void used.add(id) };
}
