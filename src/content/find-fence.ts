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
  /^"?(title|date|tags?|categor(y|ies)|layout|permalink|comments|published|updated|author|description|toc|mathjax|lang)"?[ \t]*:/im;
const KEY_LINE = /^(\s*([^\s:#][^:\n]*:(\s|$)|-(\s|$)|#)|\s*$|\s+\S)/;
/** How far below an opening fence a telling key may stand for the fence to be one that was not closed. */
const SEARCHED = 2000;

/** The front matter of a text (line ends `\n`, no BOM); `undefined` if it has none. */
export function findFence(text: string): Fenced | 'unclosed' | undefined {
  const blank = /^(?:[ \t]*\n)*/.exec(text)?.[0] ?? '';
  const opening = OPENING.exec(text.slice(blank.length));
  if (!opening) return findLoneFence(text);
  const [line, fence = '', language = ''] = opening;
  const rest = text.slice(blank.length + line.length);
  const closing = new RegExp(`${LINE_START}${fence}${fence[0]}*[ \\t]*(?:\\n|$)`).exec(rest);
  if (!closing) return TELLING_KEY.test(rest.slice(0, SEARCHED)) ? 'unclosed' : undefined;
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
