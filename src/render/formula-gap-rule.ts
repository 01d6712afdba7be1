/**
 * The gap between 漢字 and a formula beside them. `text-autospace` does not reach inline
 * blocks, so the sides that want it are marked, `l` and `r`, for the theme; where the
 * writer typed a space there is one already.
 */
import type { MarkdownIt, Token } from 'markdown-it';

const HAN_BEFORE = /\p{sc=Han}$/u;
const HAN_AFTER = /^\p{sc=Han}/u;

/** Adds the rule. It must run after formulas are set. */
export function installFormulaGaps(md: MarkdownIt): void {
  const sides = new WeakMap<Token, string>();
  md.core.ruler.push('formula_gaps', ({ tokens }) => {
    for (const { children } of tokens) {
      for (const [index, token] of children?.entries() ?? []) {
        if (token.type !== 'math_inline') continue;
        const left = HAN_BEFORE.test(textOf(children?.[index - 1])) ? ' l' : '';
        const right = HAN_AFTER.test(textOf(children?.[index + 1])) ? ' r' : '';
        if (left + right !== '') sides.set(token, left + right);
      }
    }
  });
  const draw = md.renderer.rules.math_inline;
  md.renderer.rules.math_inline = (tokens, index, options, env, renderer) => {
    const html = draw?.(tokens, index, options, env, renderer) ?? '';
    const token = tokens[index];
    const marks = token && sides.get(token);
    return marks ? html.replace('class="katex"', `class="katex${marks}"`) : html;
  };
}

function textOf(token: Token | undefined): string {
  return token?.type === 'text' ? token.content : '';
}
