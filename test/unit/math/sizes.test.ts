/**
 * Texts made to be slow to read. Nothing is timed: a rule that reads them in quadratic
 * time runs into the test's limit, and what comes of them is counted.
 */
import { expect, test } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

test.each<[string, string, number]>([
  ['dollars', '$'.repeat(100_000), 0],
  ['prices', '$5 '.repeat(50_000), 0],
  ['pairs of dollars in a line', '$$ '.repeat(50_000), 0],
  ['pairs of dollars in lines', '$$\n'.repeat(50_000), 0],
  ['formulas over lines', 'x $$\n'.repeat(20_000), 10_000],
  ['formulas with text that is not closed', 'a $$ \\text{\n'.repeat(10_000), 5_000],
  ['opening brackets', '\\[\n'.repeat(30_000), 0],
  ['opening parentheses', 'x \\( '.repeat(50_000), 0],
  ['environments that are not closed', '\\begin{align}\n\n'.repeat(20_000), 0],
  ['tags that are not closed', '{% math %}\n\n'.repeat(20_000), 0],
  ['backticks and dollars', '$`a'.repeat(30_000), 0],
  ['a row of a table', `|a|b|\n|-|-|\n|${'$x|'.repeat(50_000)}\n`, 2],
  ['code in HTML', `<div>${'<code>'.repeat(30_000)}\\[x\\]`, 0],
  ['references', '\\eqref{a} '.repeat(20_000), 0],
  ['definitions that are not closed', '\\newcommand{\\a}{'.repeat(5_000), 0],
  ['list items', '- $$\n'.repeat(10_000), 0],
  ['links', '[$a](b) '.repeat(10_000), 0],
  ['a word of a megabyte', `$${'字'.repeat(300_000)}$`, 0],
])(
  '%s',
  (_title, source, total) => {
    expect(renderMarkdown(source).formulas.total).toBe(total);
  },
  20_000,
);

test('braces nested deep in a numbered formula', () => {
  const deep = `${'{'.repeat(10_000)}x${'}'.repeat(10_000)}`;
  expect(renderMarkdown(`$$\\begin{align}${deep}\\end{align}$$`).formulas).toMatchObject({ total: 1, failed: 1 });
});

test('a matrix of a hundred rows and columns, and three hundred numbered rows', () => {
  const row = Array.from({ length: 100 }, () => 'x').join('&');
  const matrix = Array.from({ length: 100 }, () => row).join('\\\\');
  const rows = Array.from({ length: 300 }, () => 'a&=b').join('\\\\');
  const { formulas, equations } = renderMarkdown(
    `$$\\begin{matrix}${matrix}\\end{matrix}$$\n\n$$\\begin{align}${rows}\\end{align}$$`,
  );
  expect(formulas.failed).toBe(0);
  expect(equations).toHaveLength(300);
});
