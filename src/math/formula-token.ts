/**
 * What other rooms may read off a token: the formula's HTML for the page, and its text for
 * titles, descriptions and search.
 */
import type { Token } from 'markdown-it';
import type { FormulaHtml } from './write-formula.ts';

export interface FormulaView {
  readonly display: boolean;
  /** `undefined` for a formula that only defines macros. */
  readonly html: FormulaHtml | undefined;
  readonly text: string;
}

const views = new WeakMap<Token, FormulaView>();

/** Keeps the view with the token, and its text in the token's `meta`. */
export function setFormulaView(token: Token, view: FormulaView): void {
  views.set(token, view);
  token.meta = { ...token.meta, text: view.text };
}

/** The formula a token shows; `undefined` if it is none, or not typeset yet. */
export function getFormulaView(token: Token): FormulaView | undefined {
  return views.get(token);
}
