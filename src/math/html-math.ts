/**
 * Formulas in raw HTML blocks, such as `<div>\[ … \]</div>`: MathJax found them there, so
 * they are found here. A single `$` is not, unless the block is no more than lines of text
 * behind an `<img>` or `<br>`: in HTML it is too weak a sign. Code, scripts, comments and
 * attributes are never looked into.
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
  const isText = TEXT_ELEMENT.test(html);
  const allowed = isText
    ? delimiters
    : new Set([...delimiters].filter((name) => name !== 'dollar' && name !== 'backtick'));
  const text = createMathText(session, html, allowed);
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
