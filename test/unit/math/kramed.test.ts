/**
 * What hexo-renderer-kramed reads otherwise: `$$…$$` in a sentence is set in the line, and
 * `` `$…$` `` is a formula. Checked against hexo-renderer-kramed 0.1.4.
 */
import { expect, test } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

const options = { double_dollar: 'inline', code_dollar: true } as const;

/** The formulas of a text in their order: `d` displayed, `i` in the line. */
function listKinds(text: string): string {
  const { html } = renderMarkdown(text, options);
  return [...html.matchAll(/(<span class="katex-display">)?<span class="katex[ "]/g)]
    .map(([, display]) => (display === undefined ? 'i' : 'd'))
    .join(' ');
}

test.each([
  ['in a sentence', '有$$n$$個0和$$m$$個1', 'i i'],
  ['on a line of its own', '$$n$$', 'd'],
  ['on a line between two', '甲\n$$n$$\n乙', 'd'],
  ['over several lines', '甲 $$\nn\n$$ 乙', 'd'],
  ['with rows', '甲 $$a\\\\b$$ 乙', 'd'],
  ['with a number', '甲 $$a\\tag{1}$$ 乙', 'd'],
  ['in a cell', '|a|\n|-|\n|$$n$$|', 'i'],
  ['in a list', '- 甲 $$n$$\n- $$m$$', 'i d'],
  ['as code', '`$x^2$` 與 `$ x $`、`$`、``$y$``', 'i'],
])('%s', (_where, text, kinds) => {
  expect(listKinds(text)).toBe(kinds);
});

test('a formula as code may hold what Markdown would take', () => {
  expect(renderMarkdown('`$a_1*b_2*$`', options).html).not.toContain('<code>');
  expect(renderMarkdown('`$a_1*b_2*$`', {}).html).toContain('<code>$a_1*b_2*$</code>');
});
