import { describe, expect, test } from 'vitest';
import { describe as describeDiagnostic } from '../../../src/model/messages.ts';
import { placesOf, renderMarkdown } from './render-markdown.ts';

describe('the place of a mistake', () => {
  test.each([
    ['in a line', 'ok\n\n見 $\\frac{1}{\\tims 2}$ 是', ['math/unknown-command 3:13 \\tims']],
    ['in the second line of a paragraph', '甲\n乙 $a \\tims$', ['math/unknown-command 2:6 \\tims']],
    ['in the second line of a formula', '$a\n+ \\tims$', ['math/unknown-command 2:3 \\tims']],
    ['in a block', '$$\na \\\\\n  \\tims b\n$$', ['math/unknown-command 3:3 \\tims']],
    ['in a block, after blank lines', '$$\na\n\n\\tims b\n$$', ['math/unknown-command 4:1 \\tims']],
    ['in a list', '- 甲\n\n  1. 見 $\\tims$', ['math/unknown-command 3:9 \\tims']],
    ['in a block in a list', '- $$\n  a\n  \\tims\n  $$', ['math/unknown-command 3:3 \\tims']],
    ['in a list indented with a tab', '- 甲\n\n\t$\\tims$', ['math/unknown-command 3:3 \\tims']],
    ['in a quote', '> 見 $\\tims$', ['math/unknown-command 1:6 \\tims']],
    ['in a lazy line of a quote', '> 甲\n見 $\\tims$', ['math/unknown-command 2:4 \\tims']],
    ['in a block in a quote in a list', '- > $$\n  > \\tims\n  > $$', ['math/unknown-command 2:5 \\tims']],
    ['in a table', '| a | b |\n|---|---|\n| x | $\\tims{a\\|b}$ |', ['math/unknown-command 3:8 \\tims']],
    [
      'in a table, behind an escaped bar',
      '| a | b |\n|---|---|\n| $a\\|\\tims$ | $x$ |',
      ['math/unknown-command 3:7 \\tims'],
    ],
    ['in a table, behind a bar', '| a | b |\n|---|---|\n| $p(x|y)$ | $\\tims$ |', ['math/unknown-command 3:15 \\tims']],
    ['in a heading', '## 甲 $\\tims$ ##', ['math/unknown-command 1:7 \\tims']],
    ['in an underlined heading', '甲\n乙 $\\tims$\n===', ['math/unknown-command 2:4 \\tims']],
    ['in a fence', '```math\na\n\\tims\n```', ['math/unknown-command 3:1 \\tims']],
    ['in a fence in a list', '- ```math\n  \\tims\n  ```', ['math/unknown-command 2:3 \\tims']],
    ['in raw HTML', '<div>\\[\n\\tims\n\\]</div>', ['math/unknown-command 2:1 \\tims']],
    ['in a footnote', '甲[^1]\n\n[^1]: 註 $\\tims$', ['math/unknown-command 3:10 \\tims']],
    ['in a footnote written in place', '甲^[註 $\\tims$]', ['math/unknown-command 1:7 \\tims']],
    ['in a bare environment', '甲\n\\begin{align}\na \\tims\n\\end{align}', ['math/unknown-command 3:3 \\tims']],
    [
      'in a numbered environment',
      '$$\\begin{align}a\\label{x}\\\\b \\tims\\end{align}$$',
      ['math/unknown-command 1:30 \\tims'],
    ],
    [
      'in an environment KaTeX lacks',
      '$$\\begin{eqnarray}a&=&\\tims\\end{eqnarray}$$',
      ['math/unknown-command 1:23 \\tims'],
    ],
    ['behind an invisible character', '$a\u200b\u200b \\tims$', ['math/unknown-command 1:6 \\tims']],
    [
      'behind escapes that were undone',
      '$\\\\{a\\\\} \\_{b} \\tims$',
      ['math/unescaped 1:2 \\\\', 'math/unknown-command 1:16 \\tims'],
    ],
    ['in a macro that is defined elsewhere', '\\def\\x{\\tims}\n\n$a \\x$', ['math/unknown-command 3:2 a']],
    ['no command at all', '$a^b^c$', ['math/syntax 1:5 ^']],
    ['at the end', '$\\frac{1}{2$', ['math/syntax 1:11 2']],
    ['an environment', '$$\n\\begin{bmatrx}a\\end{bmatrx}\n$$', ['math/unknown-environment 2:1 \\begin']],
  ])('%s', (_title, source, places) => {
    expect(placesOf(source, renderMarkdown(source).diagnostics)).toEqual(places);
  });

  test('counts from the line on which the body begins', () => {
    const [diagnostic] = renderMarkdown('甲\n\n$\\tims$', {}, { bodyLine: 12 }).diagnostics;
    expect(diagnostic?.at).toEqual({ file: 'source/_posts/a.md', line: 14, column: 2, length: 5 });
  });
});

describe('what was meant', () => {
  test.each([
    ['\\tims', 'Did you mean `\\times`?'],
    ['\\simga', 'Did you mean `\\sigma`?'],
    ['\\Simga', 'Did you mean `\\Sigma`?'],
    ['\\cupA', 'Did you mean `\\cup A`?'],
    ['\\alphax', 'Did you mean `\\alpha`?'],
    ['\\zzzzzzzzz', 'Check its spelling, or define it under `math.macros` in _config.yml or in the front matter.'],
  ])('%s', (command, hint) => {
    const [diagnostic] = renderMarkdown(`$${command}$`).diagnostics;
    expect(diagnostic && describeDiagnostic(diagnostic)).toEqual({ message: `KaTeX does not know ${command}.`, hint });
  });

  test('stands in the title of what is shown instead', () => {
    expect(renderMarkdown('$\\tims$').html).toContain('title="KaTeX does not know \\tims. Did you mean `\\times`?"');
  });
});

describe('delimiters without a partner', () => {
  test.each([
    ['$$\nx\n\n後文', ['math/unclosed 1:1 $$']],
    ['以 q$$為最大公約數，則有 $$x$$ 成立。', ['math/unclosed 1:4 $$']],
    ['設 $\\alpha 為', ['math/unclosed 1:3 $']],
    ['> - 設 $x_{1} 為', ['math/unclosed 1:7 $']],
    ['使用 \\begin{align} 環境', ['math/unclosed 1:4 \\begin{align}']],
    ['設 \\(\\alpha 為', ['math/unclosed 1:3 \\(']],
    ['{% math %} 甲', ['math/unclosed 1:1 {% math %}']],
    ['$x$2個', ['math/digit-after 1:1 $']],
    ['只要 $5，US$10', []],
    ['一個 $ 符號', []],
    ['$5 and $10', []],
    ['\\(註\\) 與 \\[1\\]', []],
    ['echo $HOME 和 $PATH', []],
    ['`$$` 與 `\\begin{align}`', []],
    ['$$', []],
  ])('%s', (source, places) => {
    expect(placesOf(source, renderMarkdown(source).diagnostics)).toEqual(places);
  });
});

test('formulas are counted, distinct ones by their print', () => {
  const { formulas } = renderMarkdown('$x$ $x$ $$x$$ $\\tims$');
  expect(formulas).toMatchObject({ total: 4, failed: 1 });
  expect(new Set(formulas.prints).size).toBe(3);
});
