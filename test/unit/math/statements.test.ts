import type { Env } from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { getMathResult, setMathInput } from '../../../src/math/env.ts';
import { installStatements, type StatementOptions } from '../../../src/math/statements.ts';
import { findCases } from '../../support/cases.ts';
import { createMarkdown, placesOf } from './render-markdown.ts';

function render(
  source: string,
  options: Partial<StatementOptions> = {},
  env: Env = {},
): { html: string; places: string[] } {
  const md = createMarkdown();
  installStatements(md, { language: 'zh-TW', ...options });
  setMathInput(env, { file: toSourcePath('a.md'), bodyLine: 1, idPrefix: '', macros: {} });
  const html = md.render(source, env);
  return { html, places: placesOf(source, getMathResult(env).diagnostics) };
}

for (const [area, cases] of findCases('statements')) {
  describe(area, () => {
    for (const { title, markdown, html } of cases) {
      test(title, () => expect(render(markdown).html.trim()).toBe(html.trim()));
    }
  });
}

test.each([
  ['zh-TW', 'corollary', '系理 1'],
  ['zh-Hant', 'proof', '證明'],
  ['zh-CN', 'definition', '定义 1'],
  ['zh', 'corollary', '推论 1'],
  ['ja', 'lemma', '補題 1'],
  ['ja-JP', 'corollary', '系 1'],
  ['en', 'theorem', 'Theorem 1'],
  ['fr', 'remark', 'Remark 1'],
  ['zh-TW', '補題', '補題 1'],
])('in %s, %s is called %s', (language, word, name) => {
  expect(render(`::: ${word}\n甲\n:::`, { language }).html).toContain(`<span class="statement-label">${name}</span>`);
});

test('the language of the post is stronger; its name stands in that language’s brackets', () => {
  const { html } = render('::: theorem Pythagoras\nx\n:::', {}, { language: 'en' });
  expect(html).toContain('Theorem 1</span> (<span class="statement-name">Pythagoras</span>)');
});

test('all proofs folded', () => {
  expect(render('::: proof\n甲\n:::', { foldProofs: true }).html).toMatch(
    /^<details class="statement" data-kind="proof">/,
  );
  expect(render('::: theorem\n甲\n:::', { foldProofs: true }).html).toMatch(/^<div/);
});

test('formulas in names and bodies are set, and equations can be referred to in the same way', () => {
  const { html } = render('::: theorem $x_1$\n$$y$$ {#eq:y}\n:::\n\n由 [@eq:y]');
  expect(html.match(/class="katex"/g)).toHaveLength(2);
  expect(html).toContain('<a href="#eq-y" class="math-reference">(1)</a>');
});

test('what leads nowhere, or to two places, and what is not closed is told at its place', () => {
  const source = '由 [@thm:no]\n\n::: theorem {#thm:a}\n甲\n:::\n\n> ::: lemma {#thm:a}\n> 乙\n> :::\n\n::: proof\n丙';
  expect(render(source).places).toEqual([
    'math/duplicate-statement 7:14 #thm:a',
    'math/unknown-statement 1:3 [@thm:no]',
    'post/container-unclosed 11:1 ::: proof',
  ]);
});

test('a statement that ends with another is told, a box is not', () => {
  expect(render('::: theorem\n甲\n::: lemma\n乙\n:::').places).toEqual([
    'math/statement-unclosed 1:1 ::: theorem',
    'math/statement-unclosed 3:1 ::: lemma',
  ]);
  expect(render(':::tip\n甲\n:::tip\n乙\n:::').places).toEqual([]);
});

test('each post begins at 1, and ids take the prefix', () => {
  const md = createMarkdown();
  installStatements(md, { language: 'en' });
  const first = md.render('::: lemma\na\n:::', {});
  expect(md.render('::: lemma\na\n:::', {})).toBe(first);
  const env: Env = {};
  setMathInput(env, { file: toSourcePath('a.md'), bodyLine: 1, idPrefix: 'p1-', macros: {} });
  expect(md.render('::: lemma {#lem:x}\na\n:::\n\n[@lem:x]', env)).toMatch(/id="p1-lem-x"[\s\S]*href="#p1-lem-x"/);
});

test('containers by the thousand, within one another and not closed, take no quadratic time', () => {
  const { html } = render(`${'::: lemma\n'.repeat(90)}a\n${':::\n'.repeat(90)}`);
  expect(html.match(/data-kind="lemma"/g)).toHaveLength(90);
  expect(render('::: lemma\n'.repeat(15_000)).html).not.toContain('<div');
}, 20_000);
