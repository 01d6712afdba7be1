/**
 * A line of text with formulas in it that is no Markdown, such as a title or a description.
 */
import { escapeHtml } from '../base/text.ts';
import { readDelimiters } from './delimiters.ts';
import { type Explanation, explainFault } from './explain-fault.ts';
import { findMath, lengthOfOpener } from './find-math.ts';
import { climbLadder, isClimbed } from './ladder.ts';
import { PostMacros, readSiteMacros } from './macros.ts';
import type { MathOptions } from './markdown.ts';
import { fillPurse, MathText } from './math-text.ts';
import { FormulaMemo } from './typeset.ts';
import { joinFormula, writeFailure, writeFormula } from './write-formula.ts';

/** The line as HTML, everything but its formulas escaped, and as readable text. */
export interface InlineText {
  readonly html: string;
  readonly text: string;
  /** Its formulas that KaTeX refuses. */
  readonly faults: readonly { readonly tex: string; readonly explanation: Explanation }[];
}

/** Renders such a line. */
export function renderInlineMath(source: string, options: MathOptions): InlineText {
  if (!/[$\\]/.test(source)) return { html: escapeHtml(source), text: source, faults: [] };
  const text = new MathText(source, readDelimiters(options.delimiters), fillPurse(source.length));
  const rendering = {
    macros: new PostMacros(...readSiteMacros(options)),
    memo: options.memo ?? new FormulaMemo(),
    output: options.output === 'html' ? ('htmlAndMathml' as const) : options.output,
  };
  const parts: InlineText[] = [];
  let done = 0;
  const openers = /\$+|\\/g;
  for (let match = openers.exec(source); match; match = openers.exec(source)) {
    const found = findMath(text, match.index);
    if (typeof found !== 'object') {
      openers.lastIndex = match.index + (match[0] === '\\' ? 2 : lengthOfOpener(source, match.index));
      continue;
    }
    parts.push(writePlain(source.slice(done, found.from)));
    parts.push(renderOne(source.slice(found.start, found.stop).trim(), rendering));
    openers.lastIndex = done = found.end;
  }
  parts.push(writePlain(source.slice(done)));
  return {
    html: parts.map((part) => part.html).join(''),
    text: parts.map((part) => part.text).join(''),
    faults: parts.flatMap((part) => part.faults),
  };
}

function writePlain(text: string): InlineText {
  return { html: escapeHtml(text), text, faults: [] };
}

interface Rendering {
  readonly macros: PostMacros;
  readonly memo: FormulaMemo;
  readonly output: MathOptions['output'];
}

function renderOne(tex: string, rendering: Rendering): InlineText {
  const shown = { display: false, block: false, tex, numbers: [] };
  const result = climbLadder({ tex, display: false, ids: [], ...rendering });
  if (isClimbed(result)) {
    const { typeset } = result;
    return { html: joinFormula(writeFormula(typeset, shown)), text: typeset.text, faults: [] };
  }
  return {
    html: writeFailure(shown, result.message),
    text: tex,
    faults: [{ tex, explanation: explainFault(result, tex) }],
  };
}
