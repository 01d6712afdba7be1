/**
 * Telling formulas from prose that merely stands between two dollar signs: prices,
 * shell variables, and the text between two formulas whose delimiters were mistaken.
 *
 * The limits are those measured on 2,000 real posts: whatever says `\`, `^` or `_` is
 * meant as a formula unless it is mostly 漢字.
 */

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/gu;
const STOPS = /[，。；：、！？「」『』“”《》…—]/g;
const STRONG = /\\[a-zA-Z ,;:!{}|\\]|[\^_]/;
const TEXT_ARGUMENT = /\\(?:text[a-z]*|[mhf]box|(?:short)?intertext|tag\*?)\s*\{[^{}]*\}/g;

/** More 漢字 than this, filling half of it, are a sentence. */
const MOST_HAN = 12;

interface Measure {
  readonly content: string;
  readonly han: number;
  readonly stops: number;
  /** Whether it holds signs that only TeX uses. */
  readonly strong: boolean;
  readonly mostlyHan: boolean;
}

function measure(source: string): Measure {
  const content = source.includes('\\') ? source.replace(TEXT_ARGUMENT, ' ') : source;
  const far = /[^\u0000-\u2fff]|[“”…—]/.test(content);
  const han = far ? (content.match(HAN)?.length ?? 0) : 0;
  return {
    content,
    han,
    stops: far ? (content.match(STOPS)?.length ?? 0) : 0,
    strong: STRONG.test(content),
    mostlyHan: han > MOST_HAN && han * 2 >= content.replace(/\s/g, '').length,
  };
}

/** A `#` is nothing in a formula but the place of an argument; shells and C write it often. */
const HASH = /(?<!\\)#(?![1-9])/;
/** Unless a command is given it: `\color{#ff0000}`, `\href{#eq-1}`. */
const GIVEN_HASH = /\\[a-zA-Z]+\s*(?:\{#[^{}\s]*\}\s*)+/g;

/** `$5 元和…` between two prices; `$100元$` may be meant. */
const PRICE = /^\d[\d,.]*\s*[元塊块美萬万億亿多]\s*\p{Script=Han}/u;

/** A price and what is said of it: `5，又 `, `5。`, `S$8，A$`. `1,2,…,n`, `0，1` and `1≤n，m≤9` are numbers. */
function isPriced({ content, han, stops }: Measure, before: string): boolean {
  return stops > 0 && (han > 0 || /[，。；：、！？]\s*$/.test(content) || /[A-Z]/.test(before));
}

/** A word of 漢字 at the end, but none that is an index: `F_合`. */
const ENDS_WITH_HAN = /(?<![\^_]\p{Script=Han}*)\p{Script=Han}[，、]?$/u;

/** Whether what stands between two single `$` is no formula. `before` and `next` are the characters around them. */
export function isInlineProse(source: string, next: string, before = ''): boolean {
  // `$PATH和$HOME`, `$和$.ajax`: names that begin with a dollar sign, and a word between them.
  const isName = source.length === 1 ? /[A-Za-z_.]/ : /[A-Za-z_]/;
  if (isName.test(next) && ENDS_WITH_HAN.test(source) && !/\\[a-zA-Z]/.test(source)) return true;
  if (source.length === 1) return false;
  const it = measure(source);
  if (isBrokenMarkup(source) || HASH.test(source.replace(GIVEN_HASH, '')) || isShell(source, next)) return true;
  if (it.han > 0 && !/\\[a-zA-Z]/.test(it.content) && isBetweenSigns(source, next)) return true;
  if (hasWholeEnvironment(source)) return false;
  if (it.mostlyHan) return true;
  if (it.strong) return it.stops > 0 && it.han >= MOST_HAN / 2 && !/\\[a-zA-Z]/.test(it.content);
  const left = /^\s/.test(source);
  const right = /\s$/.test(source);
  const oneSided = left !== right;
  if (oneSided && it.han + it.stops > 0 && !/[=<>+]/.test(it.content)) return true;
  if (right && !left && /[A-Za-z_({]/.test(next)) return true;
  if (left && right && it.han > 0 && !/[=<>+*/\w-]/.test(it.content)) return true;
  if (/^\d/.test(source) && (isPriced(it, before) || it.han > 2 || PRICE.test(source) || hasWords(it.content, 2)))
    return true;
  if (it.stops > 0 && (/[A-Za-z0-9_({]/.test(next) || !/[\p{L}\p{N}…]/u.test(source))) return true;
  if (it.stops > 0 && ENDS_WITH_HAN.test(source) && !/[=<>+]/.test(source)) return true;
  if (it.han > 0 && /\*\*|^[，。；：、！？]/.test(source)) return true;
  if (it.han > 3 && !/[=<>+]/.test(it.content) && (it.stops > 0 || /[A-Za-z]/.test(next) || !areBracketsPaired(source)))
    return true;
  return hasWords(it.content, oneSided || source.includes('\n') ? 2 : 4);
}

/** How sure it is that two delimiters of a displayed formula belong together. */
export type Trust = 'fenced' | 'plain' | 'doubtful';

/**
 * Whether what stands between two `$$` (or `\[` and `\]`) is no formula.
 *
 * @param trust - `fenced` if each has its line to itself: then it may be a sentence
 */
export function isDisplayProse(source: string, trust: Trust): boolean {
  const it = measure(source);
  if (isBrokenMarkup(source)) return true;
  if (hasWholeEnvironment(source) || (trust === 'fenced' && !/\*\*|\n\s*\n/.test(source))) return false;
  if (it.mostlyHan) return true;
  if (it.han + it.stops === 0) return !it.strong && hasWords(it.content, 5);
  if (/\*\*/.test(it.content) || /(^|\n)\s*(#{2,6}\s|```|~~~)/.test(it.content)) return true;
  const commands = /\\[a-zA-Z]/.test(it.content);
  if (it.stops > 0 && it.han >= 4 && !commands) return true;
  return trust === 'doubtful' && it.han > 1 && !it.strong;
}

/** Whether a paragraph that follows a blank line inside a display formula shows that the formula had ended before. */
export function isProseParagraph(source: string): boolean {
  if (
    /^\s*(#{1,6}\s|```|~~~|<!--|<\/?[a-z][\w-]*[\s>]|!\[|\[\^|\{%|>\s|(?:[-*+]|\d+\.)\s+\S*[\u4e00-\u9fff])/i.test(
      source,
    )
  )
    return true;
  const it = measure(source);
  if (it.han > 3 || (it.han > 0 && it.stops > 0)) return true;
  return hasWords(it.content, 3);
}

/** A word of 漢字 that stands alone: ` 和 `. */
const ALONE = String.raw`\s[\p{Script=Han}]{1,4}\s`;
const LEADS = new RegExp(`^${ALONE}\\S`, 'u');
const TRAILS = new RegExp(`\\S${ALONE}$`, 'u');
const JOINS = new RegExp(ALONE, 'u');

/** What a text with 漢字 is between two signs of code: `^a$ 或 ^b$`, `$_GET 和 $_POST`, `a.$b 與 a.$c`, `"$" 與 '$'`, `$* 和 $@`. */
function isBetweenSigns(source: string, next: string): boolean {
  if (LEADS.test(source) !== TRAILS.test(source) && !source.includes('=')) {
    const oneSided = /^\s/.test(source) !== /\s$/.test(source);
    if (oneSided || /[a-z]{2}/.test(source)) return true;
  }
  if (JOINS.test(source) && /[A-Za-z_]/.test(next)) return true;
  if (/^["'`”’」』]\s*\p{Script=Han}[\s\S]*["'`“‘「『]$/u.test(source)) return true;
  return /^[@*?!]["'”’」]?\s/.test(source) || !areBracketsPaired(source);
}

/** `$:git status`, `${PATH:+:${PATH}}`, `$HOME/bin:$PATH`, `$(".item")`; and cells of a sheet, `$B$2:$C$3`. */
function isShell(source: string, next: string): boolean {
  if (/^[A-Z][A-Z\d_]+[/:=.][\w./:-]*$/.test(source) && /[A-Z{]/.test(next)) return true;
  if (/^\d+:$/.test(source) && /[A-Z]/.test(next)) return true;
  if (/^:\w|^\(["'][.#\w[]|^\{[A-Z][A-Z_]{3,}\}/.test(source)) return true;
  return next === '{' && /^\{[A-Za-z_]\w*[:}]/.test(source);
}

/** Whether it holds an environment from its begin to its end, as no stretch of prose between two formulas does. */
function hasWholeEnvironment(source: string): boolean {
  const name = /^\s*\\begin\s*\{(\w+\*?)\}/.exec(source)?.[1];
  return name !== undefined && source.trimEnd().endsWith(`\\end{${name}}`);
}

/** Links, code and HTML that begin inside and end outside. */
function isBrokenMarkup(source: string): boolean {
  if (/\b[a-z]{3,6}:\/\//i.test(source) && !/\\(?:href|url|includegraphics)\b/.test(source)) return true;
  if (/\]\(/.test(source) && !areBracketsPaired(source)) return true;
  return /<[a-zA-Z][\w-]*\s+[\w-]+\s*=\s*["'][^"']*$/.test(source) || hasHalfElement(source);
}

const START_OR_END = /<(?:\/([a-z][\w-]*)\s*|([a-z][\w-]*)\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*')[^<>]*)>/gi;

/** A start tag with attributes whose element does not end in here, or an end tag whose element began before. `<b>` alone may be two signs. */
function hasHalfElement(source: string): boolean {
  if (!source.includes('<')) return false;
  const content = source.replace(TEXT_ARGUMENT, ' ');
  for (const [, ended, begun] of content.matchAll(START_OR_END)) {
    const other = new RegExp(ended === undefined ? `</${begun}\\s*>` : `<${ended}[\\s>]`, 'i');
    if (!other.test(content)) return true;
  }
  return false;
}

function areBracketsPaired(source: string): boolean {
  let depth = 0;
  for (const char of source) {
    if (char === '[' || char === '(') depth++;
    else if ((char === ']' || char === ')') && --depth < 0) return false;
  }
  return depth === 0;
}

/** Whether so many words of two letters or more follow one another, outside braces and commands. */
function hasWords(content: string, count: number): boolean {
  const words = new RegExp(`(?:^|[\\s,.;(])(?:[A-Za-z][a-z'’]+[,.;:]?\\s+){${count - 1}}[A-Za-z][a-z'’]+(?![\\w{(])`);
  return words.test(content.replace(/\\[a-zA-Z]+|\{[^{}]*\}/g, '·'));
}
