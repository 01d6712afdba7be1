/**
 * What other rooms may read off a token: the formula's HTML for the page, and its text for
 * titles, descriptions and search.
 */
import type { Token } from 'markdown-it';
import { isRecord } from './env.ts';

export interface FormulaView {
  readonly display: boolean;
  /** `''` for a formula that only defines macros. */
  readonly html: string;
  readonly text: string;
}

/** Whether a token is a formula. */
export function isFormulaToken(token: Token): boolean {
  return token.type === 'math_inline' || token.type === 'math_display';
}

/** Keeps the view in the token's `meta`. */
export function setFormulaView(token: Token, view: FormulaView): void {
  token.meta = { ...token.meta, ...view };
}

/** The formula a token shows; `undefined` if it is none, or not typeset yet. */
export function getFormulaView(token: Token): FormulaView | undefined {
  const { meta } = token;
  if (!isFormulaToken(token) || !isRecord(meta) || typeof meta.html !== 'string' || typeof meta.text !== 'string')
    return undefined;
  return { display: meta.display === true, html: meta.html, text: meta.text };
}
