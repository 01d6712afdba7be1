/**
 * Formulas and references within a line of text, as a markdown-it inline rule. It runs
 * before Markdown's own escapes, emphasis, links and HTML, none of which may see TeX.
 */
import type { StateInline } from 'markdown-it';
import type { Config } from '../model/config.ts';
import type { Delimiter } from './delimiters.ts';
import { type Found, findMath, lengthOfOpener } from './find-math.ts';
import type { MathText } from './math-text.ts';
import { isInlineProse } from './prose.ts';
import { createMathText, getSession, type Refusal, readFound, type Session } from './session.ts';

/** A rule for `md.inline.ruler`. */
export type InlineRule = (state: StateInline, silent: boolean) => boolean;

const REFERENCE = /\\(eqref|ref)\s*\{([^{}\n]+)\}/y;
const LABEL = /[ \t]*\{#(eq[:\-.\w\p{L}]*)\}/uy;
const COULD_OPEN = /^\\(?:[([]|\\[([]|begin\b|eqref\b|ref\b)|^\{%/;

/**
 * The rule for these delimiters.
 *
 * @param doubleDollar - what `$$…$$` is that has no line to itself: kramdown and kramed set it in the line
 */
export function createInlineRule(
  delimiters: ReadonlySet<Delimiter>,
  doubleDollar: Config['math']['double_dollar'],
): InlineRule {
  const texts = new WeakMap<StateInline, MathText>();
  const textOf = (state: StateInline, session: Session): MathText => {
    const text = texts.get(state) ?? createMathText(session, state.src, delimiters);
    texts.set(state, text);
    return text;
  };
  return (state, silent) => {
    const sign = state.src.charCodeAt(state.pos);
    if (sign !== 0x24 && sign !== 0x5c && sign !== 0x7b) return false;
    if (sign !== 0x24 && !COULD_OPEN.test(state.src.slice(state.pos, state.pos + 8))) return false;
    const session = getSession(state.env, state.src);
    const text = textOf(state, session);
    const met = findMath(text, state.pos, state.posMax);
    const finding = doubleDollar === 'inline' && typeof met === 'object' ? setInLine(met, text) : met;
    if (typeof finding === 'object') {
      if (!silent) pushFormula(state, session, finding);
      state.pos = (finding.display ? readLabel(state, finding.end)?.end : undefined) ?? finding.end;
      return true;
    }
    if (sign === 0x5c && pushReference(state, session, silent)) return true;
    if (!silent) refuse(state, session, finding === 'open');
    if (sign !== 0x24) return false;
    const length = Math.min(lengthOfOpener(state.src, state.pos), state.posMax - state.pos);
    if (!silent) state.pending += state.src.slice(state.pos, state.pos + length);
    state.pos += length;
    return true;
  };
}

/** What only a displayed formula may hold: lines, numbers, and what is made of both. */
const NEEDS_DISPLAY = /\n|\\(?:begin|tag|label)\b|\\\\/;

function setInLine(found: Found, text: MathText): Found {
  const { source } = text;
  // What is alone in its text, and yet no block, stands in the cell of a table.
  const hasLine = source.includes('\n') && text.isLine(found.from, found.end);
  const isInline =
    found.delimiter === 'double_dollar' && !hasLine && !NEEDS_DISPLAY.test(source.slice(found.start, found.stop));
  return isInline ? { ...found, display: false } : found;
}

const CODE_FORMULA = /`\$([^\s`$](?:[^`\n]*?[^\s`\\])?)\$`(?!`)/y;

/** `` `$…$` ``, as hexo-renderer-kramed reads it. Spaces within the dollar signs keep it code. */
export function pushCodeFormula(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x60) return false;
  CODE_FORMULA.lastIndex = state.pos;
  const content = CODE_FORMULA.exec(state.src)?.[1];
  const [from, end] = [state.pos, CODE_FORMULA.lastIndex];
  if (content === undefined || end > state.posMax) return false;
  const start = from + 2;
  const found: Found = { delimiter: 'backtick', display: false, from, start, stop: start + content.length, end };
  if (!silent) pushFormula(state, getSession(state.env, state.src), found);
  state.pos = end;
  return true;
}

function pushFormula(state: StateInline, session: Session, found: Found): void {
  const label = found.display ? readLabel(state, found.end) : undefined;
  const { offset, ...read } = readFound(state.src, found);
  const end = label?.end ?? found.end;
  const token = state.push(found.display ? 'math_display' : 'math_inline', 'math', 0);
  token.content = read.tex;
  token.markup = state.src.slice(found.from, found.start);
  session.drafts.set(token, {
    ...read,
    raw: state.src.slice(found.from, end),
    origin: { tokens: state.tokens, text: state.src, offset },
    ...(label && { label: label.name }),
  });
}

function readLabel(state: StateInline, at: number): { readonly name: string; readonly end: number } | undefined {
  if (state.src[at] !== ' ' && state.src[at] !== '{') return undefined;
  LABEL.lastIndex = at;
  const match = LABEL.exec(state.src);
  return match?.[1] !== undefined && LABEL.lastIndex <= state.posMax
    ? { name: match[1], end: at + match[0].length }
    : undefined;
}

/** `\eqref{name}` in prose. What it says is known when all formulas are. */
function pushReference(state: StateInline, session: Session, silent: boolean): boolean {
  REFERENCE.lastIndex = state.pos;
  const match = REFERENCE.exec(state.src);
  if (!match || REFERENCE.lastIndex > state.posMax) return false;
  if (!silent) {
    const token = state.push('math_reference', '', 0);
    token.content = match[2]?.trim() ?? '';
    token.markup = match[0];
    token.info = match[1] ?? '';
    token.meta = { inLink: state.linkLevel > 0 };
    session.references.set(token, { tokens: state.tokens, text: state.src, offset: state.pos });
  }
  state.pos += match[0].length;
  return true;
}

/** Notes what a reader would take for a formula. A lone `$` in prose is a price and says nothing. */
function refuse(state: StateInline, session: Session, open: boolean): void {
  const { src, pos, posMax } = state;
  const origin = { tokens: state.tokens, text: src, offset: pos };
  const note = (code: Refusal['code'], sign: string): void => void session.refusals.push({ code, sign, origin });
  const rest = src.slice(pos, Math.min(posMax, pos + 120));
  if (rest.startsWith('$$')) {
    if (/^\$\$(?!\$)\s*\S/.test(rest)) note('math/unclosed', '$$');
  } else if (rest.startsWith('$')) {
    const before = /^\$([^\s$\d](?:[^$\n]*[^\s$])?)\$\d/.exec(rest)?.[1];
    if (before !== undefined && !isInlineProse(before, '')) note('math/digit-after', '$');
    else if (/^\$[^$\n\u2e80-\uffff]*?(?:\\[a-zA-Z]{2,}|[\w)}][\^_]\{)/.test(rest)) note('math/unclosed', '$');
  } else if (open) {
    const sign = /^\\begin\s*\{[A-Za-z]+\*?\}|^\{%[^%]*%\}|^\\+[([]/.exec(rest)?.[0];
    if (sign !== undefined && (/^(?:\\b|\{)/.test(sign) || /^.{2,80}?(?:\\[a-zA-Z]{2,}|[\^_]\{)/.test(rest)))
      note('math/unclosed', sign);
  }
}
