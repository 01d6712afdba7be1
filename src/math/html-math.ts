/**
 * Formulas in raw HTML blocks, such as `<div>\[ … \]</div>`: MathJax found them there, so
 * they are found here. In HTML a single `$` is a weak sign: it is one where the block is no
 * more than lines of text behind an `<img>` or `<br>`, or where one pair in it holds TeX
 * beyond doubt. Code, scripts, comments and attributes are never looked into.
 */
import type { Delimiter } from './delimiters.ts';
import { type Found, findMath, lengthOfOpener } from './find-math.ts';
import { createMathText, type Session } from './session.ts';

const OPAQUE = new Set('script style pre code textarea svg math kbd samp template title noscript'.split(' '));
/** Elements that stand within a line, after which Markdown takes the following lines for HTML. */
const TEXT_ELEMENT = /^\s*<\/?(?:img|br|span|font|a|b|i|em|strong|u|s|small|big|sub|sup|mark|audio|video)\b/i;
const STEP = /<!--|<\/?([a-zA-Z][\w-]*)(?=[\s/>])[^<>]*>|\\|\$+|\{%/g;

/** The formulas of an HTML block, in order. */
export function findInHtml(html: string, session: Session, delimiters: ReadonlySet<Delimiter>): Found[] {
  if (!/\\|\$|\{%/.test(html)) return [];
  const found = scanHtml(html, session, delimiters);
  if (TEXT_ELEMENT.test(html) || !found.some(isWeak)) return found;
  if (found.some((one) => isWeak(one) && STRONG.test(html.slice(one.start, one.stop)))) return found;
  return scanHtml(html, session, new Set([...delimiters].filter((name) => !WEAK.has(name))));
}

const WEAK: ReadonlySet<Delimiter> = new Set<Delimiter>(['dollar', 'backtick']);
/** What only TeX says. */
const STRONG = /\\[a-zA-Z]|[\^_]/;

function isWeak({ delimiter }: Found): boolean {
  return WEAK.has(delimiter);
}

function scanHtml(html: string, session: Session, delimiters: ReadonlySet<Delimiter>): Found[] {
  const text = createMathText(session, html, delimiters);
  const lower = html.toLowerCase();
  const step = new RegExp(STEP);
  const formulas: Found[] = [];
  for (let match = step.exec(html); match; match = step.exec(html)) {
    if (match[0].startsWith('<')) {
      step.lastIndex = skipMarkup(lower, match[0].toLowerCase(), step.lastIndex);
      continue;
    }
    const found = findMath(text, match.index);
    const isMath =
      typeof found === 'object' && !/<\/?[a-zA-Z][\w-]*(?=[\s/>])[^<>]*>/.test(html.slice(found.start, found.stop));
    if (isMath) formulas.push(found);
    step.lastIndex = isMath ? found.end : match.index + (match[0] === '\\' ? 2 : lengthOfOpener(html, match.index));
  }
  return formulas;
}

/** Where to go on behind a tag: behind the whole element if nothing in it is text, which it is to its end if it is not closed. */
function skipMarkup(lower: string, tag: string, after: number): number {
  const name = /^<([a-z][\w-]*)/.exec(tag)?.[1];
  const closer =
    tag === '<!--' ? '-->' : name !== undefined && OPAQUE.has(name) && !tag.endsWith('/>') ? `</${name}` : '';
  if (closer === '') return after;
  const close = lower.indexOf(closer, after);
  return close < 0 ? lower.length : close + closer.length;
}
