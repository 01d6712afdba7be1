/**
 * Whether a formula begins at a place of a text, and where it ends.
 *
 * This is the one reading of delimiters in Mojing: paragraphs, blocks, tables, HTML
 * and titles all ask here. A delimiter without a partner is text; a formula never
 * runs over prose.
 */
import type { Delimiter } from './delimiters.ts';
import { isBareEnvironment } from './delimiters.ts';
import type { MathText, Span } from './math-text.ts';
import { isDisplayProse, isInlineProse } from './prose.ts';

export interface Found {
  readonly delimiter: Delimiter;
  readonly display: boolean;
  /** The offset of the opening delimiter. */
  readonly from: number;
  /** Offsets of the TeX itself. A bare environment is TeX from its `\begin` on. */
  readonly start: number;
  readonly stop: number;
  /** The offset behind the closing delimiter. */
  readonly end: number;
}

/** `open`: the text ended before the formula did; more of it may tell. */
export type Finding = Found | 'open' | undefined;

interface Bracketed extends Span {
  readonly delimiter: Delimiter;
}

/** Reads the formula that begins exactly at `at`, if one does. Nothing from `max` on is looked at. */
export function findMath(text: MathText, at: number, max = text.source.length): Finding {
  switch (text.source[at]) {
    case '$':
      return readDollar(text, at, max);
    case '\\':
      return readBackslash(text, at, max);
    case '{':
      return text.allows('tag') ? readTag(text, at, max) : undefined;
    default:
      return undefined;
  }
}

/** How many signs of text stand at `at` when no formula begins there: the whole delimiter, so that no half of it is tried again. */
export function lengthOfOpener(source: string, at: number): number {
  if (source[at] === '$') return /^\$+/.exec(source.slice(at, at + 64))?.[0].length ?? 1;
  if (source.startsWith('\\\\', at) || /^\\[([]/.test(source.slice(at, at + 2))) return 2;
  return 1;
}

function readDollar(text: MathText, at: number, max: number): Finding {
  const { source } = text;
  const width = lengthOfOpener(source, at);
  if (width > 2) return undefined;
  if (width === 2) return text.allows('double_dollar') ? readDoubleDollar(text, at, max) : undefined;
  if (source[at + 1] === '`') return text.allows('backtick') ? readBacktick(text, at, max) : undefined;
  return text.allows('dollar') ? readSingleDollar(text, at, max) : undefined;
}

function readSingleDollar(text: MathText, at: number, max: number): Finding {
  const { source } = text;
  const start = at + 1;
  const close = text.findDollar(start, max, 1);
  if (typeof close !== 'number') return close;
  const content = source.slice(start, close);
  const next = close + 1 < max ? (source[close + 1] ?? '') : '';
  if (content.trim() === '' || isInlineProse(content, next, source[at - 1])) return undefined;
  if (/[0-9]/.test(next) && !isSurelyMath(content)) return undefined;
  if (next === '$' && /\s$|[^\u0000-\u2fff]/.test(content) && opensDisplay(text, close, max)) return undefined;
  if (!areRawTagsPaired(content)) return undefined;
  return { delimiter: 'dollar', display: false, from: at, start, stop: close, end: close + 1 };
}

/** Whether a formula may be followed by a digit: `$x$2` may be money, `$\alpha$2`, `$x^2$2` and `$R=[a]$2` are not. */
function isSurelyMath(content: string): boolean {
  return /\\[a-zA-Z]|\^|_\{|[^\s=]=[^\s=]/.test(content) && content.trim() === content && !/[\n"']/.test(content);
}

/** Whether the `$$` at `at` opens a formula of its own, rather than closing one and opening the next (`$a$$b$`). */
function opensDisplay(text: MathText, at: number, max: number): boolean {
  return typeof readDollar(text, at, max) === 'object';
}

function readDoubleDollar(text: MathText, at: number, max: number): Finding {
  const start = at + 2;
  const close = text.findDollar(start, max, 2);
  if (typeof close !== 'number') return close;
  const content = text.source.slice(start, close);
  if (content.trim() === '' || !areRawTagsPaired(content)) return undefined;
  if (isDisplayProse(content, text.trustPair(at, close))) return undefined;
  return { delimiter: 'double_dollar', display: true, from: at, start, stop: close, end: close + 2 };
}

/** GitLab's `` $`…`$ ``. */
function readBacktick(text: MathText, at: number, max: number): Finding {
  const start = at + 2;
  const close = text.source.indexOf('`$', start);
  const stop = close < 0 || close + 2 > max ? max : close;
  const content = text.source.slice(start, stop);
  if (stop !== close || content.trim() === '' || /\n\s*\n|`/.test(content)) {
    text.spend(stop - start);
    return undefined;
  }
  return { delimiter: 'backtick', display: false, from: at, start, stop: close, end: close + 2 };
}

function readBackslash(text: MathText, at: number, max: number): Finding {
  const { source } = text;
  const two = source.slice(at, at + 2);
  if (two === '\\(' && text.allows('parentheses')) {
    return readBracketed(text, { delimiter: 'parentheses', display: false, start: at + 2, close: '\\)' }, max);
  }
  if (two === '\\[' && text.allows('brackets')) {
    return readBracketed(text, { delimiter: 'brackets', display: true, start: at + 2, close: '\\]' }, max);
  }
  if (two === '\\\\' && text.allows('escaped')) {
    const sign = source[at + 2];
    if (sign === '(')
      return readBracketed(text, { delimiter: 'escaped', display: false, start: at + 3, close: '\\\\)' }, max);
    if (sign === '[')
      return readBracketed(text, { delimiter: 'escaped', display: true, start: at + 3, close: '\\\\]' }, max);
  }
  return two === '\\b' && text.allows('environment') ? readEnvironment(text, at, max) : undefined;
}

function readBracketed(text: MathText, span: Bracketed, max: number): Finding {
  const { source } = text;
  const close = text.findClose(span, max);
  if (typeof close !== 'number') return close;
  const content = source.slice(span.start, close);
  const end = close + span.close.length;
  if (content.trim() === '' || isEscapedBracket(text, span, close)) return undefined;
  if (span.display ? isDisplayProse(content, 'plain') : isInlineProse(content.trim(), '') || WORDS.test(content))
    return undefined;
  return {
    delimiter: span.delimiter,
    display: span.display,
    from: span.start - span.close.length,
    start: span.start,
    stop: close,
    end,
  };
}

/** `\(see above\)`. */
const WORDS = /^\s*[A-Za-z]{3,}(?:\s+[A-Za-z]{2,})+\s*$/;

/** Whether `\[註 1\]` are brackets that a writer, or an editor for him, kept from being a link. */
function isEscapedBracket(text: MathText, span: Bracketed, close: number): boolean {
  const content = text.source.slice(span.start, close).trim();
  if (/[\\^_=+<>|/*&{}]|[-−]\s*\w/.test(content)) return false;
  const after = text.source[close + span.close.length];
  if (after === '(' && span.display) return true;
  if (/[^\u0000-\u02ff\u0370-\u03ff\u2000-\u2bff]/.test(content)) return true;
  if (!span.display) return false;
  // `a\[i\]` is an index.
  if (/\w/.test(text.source[span.start - span.close.length - 1] ?? '')) return true;
  const alone = text.isLine(span.start - span.close.length, close + span.close.length);
  return !alone && (/^[\d\s,-]+$/.test(content) || /[A-Za-z]{3}/.test(content));
}

/** The star may be escaped for another renderer. */
const BEGIN = /\\begin\s*\{([A-Za-z]+)\\?\*?\}/y;

function readEnvironment(text: MathText, at: number, max: number): Finding {
  const { source } = text;
  BEGIN.lastIndex = at;
  const name = BEGIN.exec(source)?.[1];
  if (name === undefined || !isBareEnvironment(name)) return undefined;
  const end = text.findEnd(at, max, name);
  if (typeof end !== 'number') return end;
  return { delimiter: 'environment', display: true, from: at, start: at, stop: end, end };
}

const DISPLAY_MODE = /display_?mode["']?\s*[:=]\s*["']?(true|false)/i;
const TAG = /\{%-?\s*(math[-_]block|math|mathjax|katex)\b([^%\n]*?)-?%\}/y;
/** A tag that opens a formula, or one that closes it. */
const NEXT_TAG = /\{%-?\s*(end)?(?:math[-_]block|math|mathjax|katex)\b/g;

/** Hexo's tags. A formula within a line is set in the line; one that has lines or a line of its own is displayed. */
function readTag(text: MathText, at: number, max: number): Finding {
  const { source } = text;
  TAG.lastIndex = at;
  const opener = TAG.exec(source);
  if (!opener) return undefined;
  const start = at + opener[0].length;
  const argument = (opener[2] ?? '').trim();
  // hexo-math before 2: `{% math \cos 2\theta %}` and `{% math m %}` are formulas by themselves.
  if (argument !== '' && !OPTION.test(argument) && start <= max && !isClosed(source, start)) {
    const stop = at + opener[0].replace(/\s*-?%\}$/, '').length;
    return { delimiter: 'tag', display: false, from: at, start: stop - argument.length, stop, end: start };
  }
  const closer = new RegExp(`\\{%-?\\s*end${opener[1]}\\s*-?%\\}`, 'g');
  closer.lastIndex = start;
  const match = closer.exec(source);
  if (!match || closer.lastIndex > max) return text.spend(max - start) ? 'open' : undefined;
  const content = source.slice(start, match.index);
  if (content.trim() === '') return undefined;
  const end = match.index + match[0].length;
  const wanted = DISPLAY_MODE.exec(argument)?.[1];
  const display = wanted
    ? wanted === 'true'
    : opener[1]?.endsWith('block') ||
      /\n|\\begin/.test(content.trim()) ||
      /^\s*\n/.test(content) ||
      text.isLine(at, end);
  return { delimiter: 'tag', display, from: at, start, stop: match.index, end };
}

/** What is said of a formula, rather than one: `display_mode: true`, `inline`. */
const OPTION = /^(?:display|inline|block|[\w-]+\s*[:=])/i;

/** Whether the next tag of formulas closes one. */
function isClosed(source: string, from: number): boolean {
  NEXT_TAG.lastIndex = from;
  return NEXT_TAG.exec(source)?.[1] !== undefined;
}

/** A text without the tags that kept formulas from Hexo. */
export function dropRawTags(text: string): string {
  return text.includes('{%') ? text.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '') : text;
}

/** `{% raw %}` within a formula must be closed within it. */
function areRawTagsPaired(content: string): boolean {
  if (!content.includes('{%')) return true;
  const opened = content.match(/\{%-?\s*raw\s*-?%\}/g)?.length ?? 0;
  return opened === (content.match(/\{%-?\s*endraw\s*-?%\}/g)?.length ?? 0);
}
