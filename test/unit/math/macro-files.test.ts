import { describe, expect, test } from 'vitest';
import { readMacroFile } from '../../../src/math/macro-files.ts';
import { renderMarkdown } from './render-markdown.ts';

describe('definitions in a piece of HTML', () => {
  test('are found in formulas, not in comments', () => {
    const { preamble } = readMacroFile(
      '<div style="display:none">\n$\\newcommand{\\inp}[2]{\\langle#1,#2\\rangle}\n%\\newcommand{\\no}{n}\n\\DeclareMathOperator{\\nul}{null}$\n</div>\n<!-- $\\def\\no{n}$ -->',
    );
    expect(preamble).toBe('\\newcommand{\\inp}[2]{\\langle#1,#2\\rangle}\n\\DeclareMathOperator{\\nul}{null}');
    expect(renderMarkdown('$\\inp{x}{y}\\in\\nul A$', { preamble }).formulas.failed).toBe(0);
    expect(renderMarkdown('$\\no$', { preamble }).formulas.failed).toBe(1);
  });
});

describe('the macros of a script', () => {
  test.each([
    ['MathJax 3', 'MathJax = { tex: { macros: { RR: "\\\\bf R", bold: ["{\\\\bf #1}", 1] } } }'],
    [
      'MathJax 2',
      'MathJax.Hub.Config({ TeX: { Macros: {\n  RR: \'\\\\bf R\', // the reals\n  "bold": ["{\\\\bf #1}", 1],\n}}});',
    ],
    ['KaTeX', 'const macros = { "\\\\RR": `\\\\bf R`, /* two */ "\\\\bold": "{\\\\bf #1}" }'],
  ])('as %s is told them', (_what, script) => {
    const { macros } = readMacroFile(`<script>\n${script}\n</script>`);
    expect(Object.values(macros).flat()).toContain('{\\bf #1}');
    expect(renderMarkdown('$\\RR\\bold{x}$', { macros }).formulas.failed).toBe(0);
  });

  test('what is no plain text ends the list, and is never run', () => {
    expect(readMacroFile('macros: { a: "x", b: alert(1), c: "y" }').macros).toEqual({ a: 'x' });
    expect(readMacroFile(['macros: { a: `x', '{alert(1)}` }'].join('$')).macros).toEqual({});
    expect(readMacroFile('macros: { a: ["x", f()], b: "y" }').macros).toEqual({});
    expect(readMacroFile('macros: {').macros).toEqual({});
    expect(readMacroFile('macros: { "a').macros).toEqual({});
  });
});

test('a preamble counts for every formula, and a post may say otherwise', () => {
  const preamble = '\\newcommand{\\bx}{\\mathbf{x}} \\def\\twice#1{#1#1}';
  expect(renderMarkdown('$\\bx=\\twice{y}$', { preamble }).formulas.failed).toBe(0);
  expect(renderMarkdown('$\\bx$', { preamble, macros: { bx: '\\text{setting}' } }).html).toContain('setting');
  expect(renderMarkdown('\\def\\bx{\\text{own}}\n\n$\\bx$', { preamble }).html).toContain('own');
});
