/**
 * Formulas in raw HTML blocks, such as `<div>\[ … \]</div>`: MathJax found them there, so
 * they are found here. A single `$` is not: in HTML it is too weak a sign. Code, scripts,
 * comments and attributes are never looked into.
 */
import { type Delimiter } from './delimiters.ts';
import { type Found, findMath, lengthOfOpener } from './find-math.ts';
import { createMathText, type Session } from './session.ts';

const OPAQUE = 'script|style|pre|code|textarea|svg|math|kbd|samp|template|title|noscript';
const STEP = new RegExp(
  `<!--[^]*?(?:-->|$)|<(${OPAQUE})\\b[^]*?<\\/\\1\\s*>|<(?:script|style|pre|textarea)\\b[^]*$|<\\/?[a-zA-Z][^<>]*>|\\\\|\\$+|\\{%`,
  'gi',
);

/** The formulas of an HTML block, in order. */
export function findInHtml(html: string, session: Session, delimiters: ReadonlySet<Delimiter>): Found[] {
  if (!/\\|\$\$|\{%/.test(html)) return [];
  const allowed = new Set([...delimiters].filter((name) => name !== 'dollar' && name !== 'backtick'));
  const text = createMathText(session, html, allowed);
  const step = new RegExp(STEP);
  const formulas: Found[] = [];
  for (let match = step.exec(html); match; match = step.exec(html)) {
    if (match[0].startsWith('<')) continue;
    const found = findMath(text, match.index);
    const isMath = typeof found === 'object' && !/<\/?[a-zA-Z][^<>]*>/.test(html.slice(found.start, found.stop));
    if (isMath) formulas.push(found);
    step.lastIndex = isMath ? found.end : match.index + (match[0] === '\\' ? 2 : lengthOfOpener(html, match.index));
  }
  return formulas;
}
