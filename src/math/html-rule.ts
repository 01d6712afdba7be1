/**
 * HTML beside formulas, as markdown-it block rules.
 *
 * `<div>\[` … `\]</div>` over lines: Markdown's own HTML block ends at a blank line, or where
 * a line is less indented than its list item, in the middle of the formula.
 *
 * `<img …>` on the line below a formula: for Markdown it goes on with the paragraph that the
 * formula is. As a block of HTML it would take the headings and paragraphs below for HTML.
 */
import type { StateBlock } from 'markdown-it';
import { pushHtml, pushParagraph } from './block-lines.ts';
import type { BlockRule } from './block-rule.ts';
import { ContainerText, type LineRange } from './container.ts';
import type { Delimiter } from './delimiters.ts';
import { findMath } from './find-math.ts';
import { createMathText, getSession } from './session.ts';

const OPENER = /^\s*<(?:div|p|center|section|figure|span)\b[^<>]*>\s*(?=\$\$|\\\[|\\begin\b)/;

/** The rule for formulas in HTML with these delimiters. It belongs before `html_block`. */
export function createHtmlRule(delimiters: ReadonlySet<Delimiter>): BlockRule {
  return (state, startLine, endLine, silent) => {
    const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    if (state.src.charCodeAt(start) !== 0x3c || !state.md.options.html) return false;
    if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
    const opener = OPENER.exec(state.src.slice(start, state.eMarks[startLine]))?.[0];
    const nextLine = opener === undefined ? undefined : findLastLine(state, { startLine, endLine }, delimiters);
    if (nextLine === undefined) return false;
    if (!silent) pushHtml(state, startLine, nextLine);
    return true;
  };
}

/** The first line behind the formula, if it goes over lines. */
function findLastLine(state: StateBlock, lines: LineRange, delimiters: ReadonlySet<Delimiter>): number | undefined {
  const session = getSession(state.env, state.src);
  const text = new ContainerText(state, lines);
  const found = text.find((source) =>
    findMath(createMathText(session, source, delimiters), OPENER.exec(source)?.[0].length ?? 0),
  );
  const last = found && text.lineOf(found.end);
  return last === undefined || last === lines.startLine ? undefined : last + 1;
}

/** A line of HTML right below a formula, if it could not interrupt a paragraph. It belongs before `html_block`. */
export const pushHtmlBelowFormula: BlockRule = (state, startLine, endLine, silent) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (silent || state.src.charCodeAt(start) !== 0x3c || !isBelowFormula(state, startLine)) return false;
  const { ruler } = state.md.block;
  if (ruler.getRules('paragraph').some((rule) => rule(state, startLine, endLine, true))) return false;
  return pushParagraph(state, startLine, endLine);
};

function isBelowFormula({ tokens }: StateBlock, line: number): boolean {
  const last = tokens.at(-1);
  return last?.type === 'math_display' && last.map?.[1] === line;
}
