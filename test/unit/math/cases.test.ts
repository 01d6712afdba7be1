/**
 * The cases of test/cases/math: what is a formula and what is not. They are about our own
 * rules and not about KaTeX's markup, so a formula is shown by its TeX alone.
 */
import type { Token } from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../../src/base/text.ts';
import { getFormulaView } from '../../../src/math/formula-token.ts';
import { findCases } from '../../support/cases.ts';
import { createMarkdown } from './render-markdown.ts';

const md = createMarkdown();
md.renderer.rules.math_inline = (tokens, index) => showTex(tokens[index], 'span', 'math');
md.renderer.rules.math_display = (tokens, index) => {
  const isBlock = tokens[index]?.block === true;
  const html = showTex(tokens[index], isBlock ? 'div' : 'span', isBlock ? 'math' : 'math display');
  return isBlock && html !== '' ? `${html}\n` : html;
};

function showTex(token: Token | undefined, element: string, name: string): string {
  const isShown = token !== undefined && getFormulaView(token)?.html !== undefined;
  return isShown
    ? `<${element} class="${name}">${escapeHtml(token.content)}</${element}>`.replaceAll('&#39;', "'")
    : '';
}

for (const [area, cases] of findCases('math')) {
  describe(area, () => {
    for (const { title, markdown, html } of cases) {
      test(title, () => expect(md.render(markdown, {}).trim()).toBe(html.trim()));
    }
  });
}
