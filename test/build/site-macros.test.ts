/** Macros that a blog defined for MathJax or KaTeX outside its posts. */
import { expect, test } from 'vitest';
import { openSite } from '../support/site.ts';

const post = (body: string): string =>
  `-- source/_posts/a.md --\n---\ntitle: 甲 $\\bx$\ndate: 2025-01-01\n---\n${body}\n`;

test.each([
  ['source/_includes/macro.html', '$\\newcommand{\\bx}{\\mathbf{x}}$'],
  ['source/_layouts/default.html', '<script>MathJax = { tex: { macros: { bx: "\\\\mathbf{x}" } } }</script>'],
  ['source/_data/head.njk', '<script>window.MathJax = {tex: {macros: {bx: ["\\\\mathbf{x}", 0]}}}</script>'],
  ['source/macros.tex', '\\def\\bx{\\mathbf{x}}'],
])('in %s count for every post', (path, text) => {
  const site = openSite(`${post('$\\bx$')}-- ${path} --\n${text}\n`);
  site.build();
  expect(site.told()).toEqual([]);
  expect(site.main('2025/01/01/a/index.html')).toContain('mathbf');
  site.edit(path, 'bx', 'by');
  site.build();
  expect(site.told()).toEqual([
    'warning math/unknown-command source/_posts/a.md:2:11',
    'warning math/unknown-command source/_posts/a.md:5:2',
  ]);
});

test.each([
  'katex: {options: {macros: {"\\\\bx": "\\\\mathbf{x}"}}}',
  'mathjax: {macros: {bx: "\\\\mathbf{x}"}}',
  'markdown: {plugins: [{name: markdown-it-katex, options: {macros: {"\\\\bx": "\\\\mathbf{x}"}}}]}',
  'math: {preamble: "\\\\newcommand{\\\\bx}{\\\\mathbf{x}}"}',
  'math: {macros: {bx: "\\\\mathbf{x}"}}',
])('in the settings: %s', (line) => {
  const site = openSite(`${post('$\\bx$')}-- _config.yml --\nurl: https://example.com\ntheme: plain\n${line}\n`);
  site.build();
  expect(site.told()).toEqual([]);
});
