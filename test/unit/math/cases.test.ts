/**
 * The cases of test/cases/math: what is a formula and what is not. They are about our own
 * rules and not about KaTeX's markup, so a formula is shown by its TeX alone.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Token } from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../../src/base/text.ts';
import { getFormulaView } from '../../../src/math/formula-token.ts';
import { createMarkdown } from './render-markdown.ts';

const FOLDER = new URL('../../cases/math/', import.meta.url);

const md = createMarkdown();
md.renderer.rules.math_inline = (tokens, index) => showTex(tokens[index], 'span', 'math');
md.renderer.rules.math_display = (tokens, index) =>
  tokens[index]?.block ? `${showTex(tokens[index], 'div', 'math')}\n` : showTex(tokens[index], 'span', 'math display');

function showTex(token: Token | undefined, element: string, name: string): string {
  const isShown = token !== undefined && getFormulaView(token)?.html !== '';
  return isShown ? `<${element} class="${name}">${escapeHtml(token.content)}</${element}>`.replaceAll('&#39;', "'") : '';
}

function readCases(text: string): { title: string; source: string; html: string }[] {
  return text.split(/\n\.\n(?:\n|$)/).flatMap((block) => {
    const [title, source, html] = block.split(/\n\.\n/);
    return title && source !== undefined && html !== undefined ? [{ title, source, html }] : [];
  });
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => {
    const cases = readCases(readFileSync(new URL(file, FOLDER), 'utf8'));
    test('is not empty', () => expect(cases.length).toBeGreaterThan(5));
    for (const { title, source, html } of cases) {
      test(title, () => expect(md.render(source, {}).trimEnd()).toBe(html.trimEnd()));
    }
  });
}
