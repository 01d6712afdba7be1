import { expect, test } from 'vitest';
import { getFormulaView } from '../../../src/math/formula-token.ts';
import { renderInlineMath } from '../../../src/math/inline-text.ts';
import { createMarkdown, defaults } from './render-markdown.ts';

const textOf = (source: string): (string | undefined)[] =>
  createMarkdown()
    .parse(source, {})
    .flatMap((token) => token.children ?? [token])
    .flatMap((token) => getFormulaView(token)?.text ?? []);

test.each([
  ['\\alpha', 'α'],
  ['x^2', 'x²'],
  ['x^{-1}', 'x⁻¹'],
  ['x_i', 'x_i'],
  ['x_{ij}', 'x_ij'],
  ['x_1^2', 'x₁²'],
  ['x_{i+1}', 'x_(i+1)'],
  ['\\mathbb{R}^n', 'ℝ^n'],
  ['\\mathcal{L}', 'ℒ'],
  ['\\mathfrak{g}', '𝔤'],
  ['\\frac{a}{b}', 'a/b'],
  ['\\frac{a+b}{2}', '(a+b)/2'],
  ['\\frac{\\frac12}{x}', '(1/2)/x'],
  ['\\sqrt{x}', '√x'],
  ['\\sqrt{x+1}', '√(x+1)'],
  ['\\sqrt[3]{x}', '∛x'],
  ['\\sum_{i=1}^n i', '∑_(i=1)^ni'],
  ['\\sin x', 'sin x'],
  ['\\lim_{n\\to\\infty} a', 'lim_(n→∞)a'],
  ['\\hat x', 'x̂'],
  ['\\bar{x}', 'x̄'],
  ['\\vec{AB}', 'AB'],
  ["f'(x)", 'f′(x)'],
  ['90^\\circ', '90°'],
  ['\\text{若 } x > 0', '若 x>0'],
  ['a \\quad b', 'a b'],
  ['\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}', '(a b; c d)'],
  ['\\begin{aligned}a&=b\\\\&=c\\end{aligned}', 'a=b; =c'],
  ['\\ce{H2O}', 'H₂O'],
  ['\\underbrace{a+b}_{n}', 'a+b_n'],
  ['a \\neq b', 'a≠b'],
  ['\\phantom{a}b', 'b'],
  ['a < b', 'a<b'],
])('%s', (tex, text) => expect(textOf(`$${tex}$`)).toEqual([text]));

test('the number is no part of it, a formula that cannot be read is its source', () => {
  expect(textOf('$$x\\tag{1}$$')).toEqual(['x']);
  expect(textOf('$$\\begin{align}a&=b\\\\c&=d\\end{align}$$')).toEqual(['a=b; c=d']);
  expect(textOf('$\\tims$')).toEqual(['\\tims']);
});

test('braces nested a thousand deep take no stack', () => {
  expect(textOf(`$${'{'.repeat(900)}x${'}'.repeat(900)}$`)).toEqual(['x']);
});

test('a title: formulas set, the rest escaped; and as text', () => {
  const { html, text } = renderInlineMath('從 $x^2$ 到 <b> $$\\alpha$$ & $5', defaults);
  expect(text).toBe('從 x² 到 <b> α & $5');
  expect(html).toMatch(
    /^從 <span class="katex">[\s\S]*<\/span> 到 &lt;b&gt; <span class="katex">[\s\S]*<\/span> &amp; \$5$/,
  );
  expect(html).not.toContain('katex-display');
  expect(renderInlineMath('無公式 & 價 $5', defaults)).toEqual({
    html: '無公式 &amp; 價 $5',
    text: '無公式 & 價 $5',
    faults: [],
  });
});

test('a title that cannot be read is shown as its source', () => {
  expect(renderInlineMath('$\\tims$', defaults).html).toContain('<code class="math-error math-inline"');
});

test('with HTML alone there is text all the same', () => {
  const tokens = createMarkdown({ output: 'html' }).parse('$x^2$', {});
  expect(tokens.flatMap((token) => token.children ?? []).map((token) => getFormulaView(token)?.text)).toEqual(['x²']);
});
