/**
 * Where front matter begins and ends, in every form that Hexo takes:
 *
 * - `---` fences, with or without the first one (Hexo 2), trailing spaces allowed;
 * - `;;;` fences around JSON without its outer braces, `---json`;
 * - blank lines above the first fence.
 */

/** Front matter as it is written, and the text below it. Lines count from 1 in the file. */
export interface Fenced {
  readonly written: string;
  readonly writtenLine: number;
  readonly body: string;
  readonly bodyLine: number;
  /** `bare-json` is JSON without its outer braces; another word is what the fence names. */
  readonly language: string;
}

/** Behind `\n` only: for the flag `m`, U+2028 in a title would begin a line too. */
const LINE_START = '(?<=^|\\n)';
const OPENING = /^(-{3,}|;{3,})[ \t]*([a-z]*)[ \t]*\n/i;
/** One of these must stand above a lone `---` for the lines before it to be front matter, not prose. */
const TELLING_KEY =
  /^"?(title|date|tags?|categor(y|ies)|layout|permalink|comments|published|updated|author|description|toc|mathjax|lang)"?[ \t]*[:：]/im;
const KEY_LINE = /^(\s*([^\s:#][^:\n]*:(\s|$)|-(\s|$)|#)|\s*$|\s+\S)/;
/** Blank lines, and characters that nobody sees: a byte order mark too many, a zero-width space. */
const BLANK = /^(?:[ \t\u3000\ufeff\u200b]*\n)*[\ufeff\u200b]*/;
/** What looks like a fence to a reader: dashes that are none, too few, or behind spaces; the fences of TOML. */
const LOOKS_LIKE_FENCE = /^[ \t\u3000]*(?:[-－—–―─﹣−]{2,}|\+{3})[ \t\u3000]*$/;
/** How far below an opening fence a telling key may stand for the fence to be one that was not closed. */
const SEARCHED = 2000;
const SEARCHED_LINES = 40;

/** Front matter that is meant as such, of which a fence is missing or none. */
export interface Unfenced {
  /** The line that is no fence, or whose partner is missing, and where it begins in the text. */
  readonly fence: { readonly text: string; readonly index: number };
  /** Whether it stands where front matter begins. */
  readonly opens: boolean;
  /** The last line of the front matter, as far as one can tell; from 1 in the file. */
  readonly lastLine: number;
}

/** The front matter of a text (line ends `\n`, no BOM); `undefined` if it has none. */
export function findFence(text: string): Fenced | Unfenced | undefined {
  const blank = BLANK.exec(text)?.[0] ?? '';
  const opening = OPENING.exec(text.slice(blank.length));
  if (!opening) return findLoneFence(text) ?? findWrongFence(text, blank.length);
  const [line, fence = '', language = ''] = opening;
  const rest = text.slice(blank.length + line.length);
  const closing = new RegExp(`${LINE_START}${fence}${fence[0]}*[ \\t]*(?:\\n|$)`).exec(rest);
  if (!closing)
    return TELLING_KEY.test(rest.slice(0, SEARCHED)) ? findMissingFence(text, blank.length, line) : undefined;
  const written = rest.slice(0, closing.index);
  const writtenLine = countLines(blank) + 2;
  return {
    written,
    writtenLine,
    body: rest.slice(closing.index + closing[0].length),
    bodyLine: writtenLine + countLines(written) + 1,
    language: fence.startsWith(';') ? 'bare-json' : language.toLowerCase() || 'yaml',
  };
}

/** An opening fence without a closing one: the first line that looks like one is meant. */
function findMissingFence(text: string, start: number, opening: string): Unfenced {
  const lines = text.slice(start + opening.length).split('\n');
  const first = countLines(text.slice(0, start)) + 2;
  const end = lines.findIndex((line) => !KEY_LINE.test(line));
  const keys = lines.slice(0, end < 0 ? lines.length : end);
  const last = keys.findLastIndex((line) => line.trim() !== '');
  const missed = lines.slice(0, SEARCHED_LINES).findIndex((line) => LOOKS_LIKE_FENCE.test(line));
  const lastLine = first + Math.max(0, last);
  if (missed < 0) return { fence: { text: '---', index: start }, opens: true, lastLine };
  const index = start + opening.length + lines.slice(0, missed).join('\n').length + (missed > 0 ? 1 : 0);
  return { fence: { text: lines[missed] ?? '', index }, opens: false, lastLine };
}

/** A first line that looks like a fence, with keys below it. */
function findWrongFence(text: string, start: number): Unfenced | undefined {
  const [line = '', ...lines] = text.slice(start, start + SEARCHED).split('\n');
  const isToml = line.startsWith('+++') && lines.some((below) => /^\w+[ \t]*=/.test(below));
  const isMeant = isToml || TELLING_KEY.test(lines.slice(0, 3).join('\n'));
  if (!LOOKS_LIKE_FENCE.test(line) || !isMeant) return undefined;
  return { fence: { text: line, index: start }, opens: true, lastLine: countLines(text.slice(0, start)) + 1 };
}

/** Hexo 2's form: `key: value` lines from the top down to the first `---`. */
function findLoneFence(text: string): Fenced | undefined {
  const closing = new RegExp(`${LINE_START}(-{3,}|;{3,})[ \\t]*(?:\\n|$)`).exec(text);
  if (!closing || closing.index === 0) return undefined;
  const written = text.slice(0, closing.index);
  const lines = written.trimEnd().split('\n');
  if (!TELLING_KEY.test(written) || !lines.every((line) => KEY_LINE.test(line))) return undefined;
  return {
    written,
    writtenLine: 1,
    body: text.slice(closing.index + closing[0].length),
    bodyLine: countLines(written) + 2,
    language: closing[1]?.startsWith(';') ? 'bare-json' : 'yaml',
  };
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
