import { describe, expect, test } from 'vitest';
import { readDefinitions } from '../../../src/math/definitions.ts';
import { renderMarkdown, texOf } from './render-markdown.ts';

/** The readable text of what a post's last formula came to. */
function lastText(
  source: string,
  macros: Record<string, unknown> = {},
  frontMatter: Record<string, unknown> = {},
): string {
  const { html, formulas } = renderMarkdown(source, { macros }, { macros: frontMatter });
  expect(formulas.failed).toBe(0);
  return [...html.matchAll(/<semantics>([\s\S]*?)<annotation/g)].at(-1)?.[1]?.replace(/<[^>]*>|\u2061/g, '') ?? '';
}

describe('definitions are read', () => {
  test.each([
    ['\\newcommand{\\x}{a}', '\\def\\x{a}'],
    ['\\newcommand\\x{a}', '\\def\\x{a}'],
    ['\\newcommand*{\\x}[2]{#1+#2}', '\\def\\x#1#2{#1+#2}'],
    ['\\renewcommand{\\x} [1] {#1}', '\\def\\x#1{#1}'],
    ['\\providecommand\\x\\alpha', '\\def\\x{\\alpha}'],
    ['\\def\\x(#1,#2){#1}', '\\def\\x(#1,#2){#1}'],
    ['\\gdef\\x{a}', '\\def\\x{a}'],
    ['\\global\\long\\def\\x{a}', '\\def\\x{a}'],
    ['\\DeclareMathOperator{\\x}{argmax}', '\\def\\x{\\operatorname{argmax}}'],
    ['\\DeclareMathOperator*{\\x}{argmax}', '\\def\\x{\\operatorname*{argmax}}'],
    ['\\let\\x=\\alpha', '\\let\\x=\\alpha'],
    ['\\newcommand{\\x}{a % b\n}', '\\def\\x{a % b\n}'],
  ])('%s', (source, tex) => {
    const [definition] = readDefinitions(source);
    expect(definition?.tex).toBe(tex);
    expect([definition?.start, definition?.end]).toEqual([0, source.length]);
  });

  test.each([
    '\\newcommand',
    '\\newcommand{\\x}',
    '\\newcommand{x}{a}',
    '\\newcommand{\\x}{a',
    '\\def\\x',
    '\\let\\x',
    '\\edef\\x{a}',
    'a',
  ])('not: %s', (source) => expect(readDefinitions(source)).toEqual([]));
});

describe('macros of a post', () => {
  test('count for what follows, as bare lines and in delimiters', () => {
    expect(lastText('\\newcommand{\\x}{a}\n\n$\\x$')).toBe('a');
    expect(lastText('$$\\newcommand{\\x}[1]{#1b}$$\n\n$\\x a$')).toBe('ab');
    expect(lastText('$\\gdef\\x{a}\\x$ 與 $\\x$')).toBe('a');
  });

  test('help what stands before them, if it would fail without', () => {
    expect(lastText('$\\later$\n\n\\newcommand{\\later}{a}').startsWith('a')).toBe(true);
  });

  test('the newest counts, and a known command may be defined anew', () => {
    expect(lastText('\\newcommand{\\x}{a}\n\\renewcommand{\\x}{b}\n\n$\\x$')).toBe('b');
    expect(lastText('$\\vec{a}$\n\n\\renewcommand{\\vec}[1]{#1b}\n\n$\\vec{a}$')).toBe('ab');
    expect(renderMarkdown('$\\vec{a}$\n\n\\renewcommand{\\vec}[1]{b}').html).toContain('<mover accent="true">');
  });

  test('may take over a command that is then defined anew', () => {
    expect(lastText('\\let\\old\\alpha\n\\renewcommand{\\alpha}{\\old b}\n\n$\\alpha$')).toBe('αb');
    expect(lastText('\\newcommand{\\x}{a}\n\\let\\y\\x\n\\renewcommand{\\x}{\\y b}\n\n$\\x$')).toBe('ab');
  });

  test('may have a default for their first argument', () => {
    expect(lastText('\\newcommand{\\x}[2][a]{#1+#2}\n\n$\\x{b}$')).toBe('a+b');
    expect(lastText('\\newcommand{\\x}[2][a]{#1+#2}\n\n$\\x[c]{b}$')).toBe('c+b');
  });

  test('may be paired delimiters', () => {
    expect(lastText('\\DeclarePairedDelimiter{\\x}{\\lvert}{\\rvert}\n\n$\\x{a}$')).toBe('∣a∣');
  });

  test('do not reach another post', () => {
    expect(renderMarkdown('$\\gdef\\R{leak}\\R$').formulas.failed).toBe(0);
    expect(renderMarkdown('$\\R$').html).toContain('mathvariant="double-struck"');
    expect(renderMarkdown('\\newcommand{\\mine}{a}\n\n$\\mine$').formulas.failed).toBe(0);
    expect(renderMarkdown('$\\mine$').formulas.failed).toBe(1);
  });

  test('a reader copies what the writer wrote', () => {
    expect(texOf(renderMarkdown('\\newcommand{\\x}{a}\n\n$\\x + 1$').html)).toEqual(['\\x + 1']);
  });

  test('a formula of nothing but definitions leaves nothing', () => {
    const { html, formulas } = renderMarkdown('$$\\newcommand{\\x}{a}$$\n\n$\\newcommand{\\y}{b}$');
    expect(html).toBe('');
    expect(formulas.total).toBe(0);
  });

  test.each(['$$\\def\\a{\\a\\a}\\a$$', `$$\\edef\\a{xxxxxxxxxx}${'\\edef\\a{\\a\\a}'.repeat(40)}\\a$$`])(
    'a bomb is stopped: %s',
    (source) => {
      const { diagnostics, html } = renderMarkdown(source);
      expect(diagnostics.map(({ code }) => code)).toEqual(['math/syntax']);
      expect(html.length).toBeLessThan(3_000);
    },
  );
});

describe('macros of settings and front matter', () => {
  test('as TeX, with arguments, as a list, without a backslash', () => {
    expect(lastText('$\\x$', { '\\x': 'a' })).toBe('a');
    expect(lastText('$\\x{b}$', { x: 'a#1' })).toBe('ab');
    expect(lastText('$\\x{b}$', { x: ['a#1', 1] })).toBe('ab');
    expect(lastText('$\\x b$', { x: ['#1#2', 2, 'a'] })).toBe('ab');
  });

  test('the front matter is stronger than the settings, the post stronger than both', () => {
    expect(lastText('$\\x$', { x: 'a' }, { x: 'b' })).toBe('b');
    expect(lastText('\\def\\x{c}\n\n$\\x$', { x: 'a' }, { x: 'b' })).toBe('c');
  });

  test('what is no macro is passed over', () => {
    expect(lastText('$a$', { 'a b': 'x', x: null, y: {}, z: [1] })).toBe('a');
  });
});
