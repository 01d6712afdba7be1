import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { KNOWN_COMMANDS } from '../../../src/math/known-commands.ts';
import { FormulaMemo } from '../../../src/math/typeset.ts';
import { USUAL_MACROS } from '../../../src/math/usual-macros.ts';
import { renderMarkdown, texOf } from './render-markdown.ts';

const isKnown = (tex: string): boolean => {
  try {
    katex.renderToString(tex, { strict: 'ignore' });
    return true;
  } catch (error) {
    return !(error instanceof Error && error.message.includes('Undefined control sequence'));
  }
};

const isRefused = (tex: string): boolean => {
  try {
    katex.renderToString(tex, { strict: 'ignore', displayMode: true });
    return false;
  } catch {
    return true;
  }
};

describe('a formula that works is not touched', () => {
  test.each(['x', '\\R \\N \\Z', 'a_1^2', '\\text{a b}', '\\ce{H2O}', '\\begin{cases}a&b\\end{cases}', 'a \\\\ b'])(
    '%s',
    (tex) => {
      const { html } = renderMarkdown(`前 $${tex}$`);
      expect(html).toContain(katex.renderToString(tex, { strict: 'ignore' }));
    },
  );

  test('no usual macro has a name that KaTeX knows', () => {
    const names = USUAL_MACROS.flatMap((line) =>
      [...line.matchAll(/(?:^|\})\\def(\\[A-Za-z]+)(?=[#{\\[])/g)].map((match) => match[1] ?? ''),
    );
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter(isKnown)).toEqual([]);
  });

  test('every usual macro can be used', () => {
    const names = USUAL_MACROS.flatMap((line) => [...line.matchAll(/\\def(\\[A-Za-z]+)((?:#\d)*)\{/g)]);
    const formulas = names.map(([, name, parameters]) => `$${name}${'{1}'.repeat((parameters ?? '').length / 2)}$`);
    const { diagnostics } = renderMarkdown(
      formulas.filter((one) => !/unicode|Rule|mit|scr|bbox|mspace/.test(one)).join(' 與 '),
    );
    expect(diagnostics).toEqual([]);
  });
});

describe('what is mended', () => {
  test.each([
    ['columns of MathType', '\\left[ {\\begin{array}{*{20}{c}}1&2\\\\3&4\\end{array}} \\right]'],
    ['columns with marks of Markdown', '\\begin{array}{**lr**}a&b\\end{array}'],
    ['what stands between columns', '\\begin{array}{@{}l@{\\quad}>{\\bf}r}a&b\\end{array}'],
    ['columns with a width', '\\begin{array}{p{2cm}l}a&b\\end{array}'],
    ['no columns', '\\begin{array}{1}a\\\\b\\end{array}'],
    ['a colour by its parts', '\\color[rgb]{1,0,0}x+\\textcolor[RGB]{255,0,0}{y}+\\color{rgb(0, 128, 255)}z'],
    ['a character by its number', '\\unicode{x2665}'],
    ['numbered cases', '\\begin{numcases}{f(x)=}a & b \\\\ c & d\\end{numcases}'],
    ['an underscore in text', '\\text{a_b}'],
    ['a hash in text', '\\text{a#b}'],
    ['a function as a script', 'E_\\hat{w} + \\tau_\\max'],
    ['a pair of delimiters as a script', 'I_\\left\\{a\\right\\}'],
    ['a prime as a superscript', "W_t^'"],
    ['limits of an arrow', 'a \\rightarrow\\limits_x b'],
    ['limits of a group', '{a}\\limits^x'],
    ['a comparison in an entity', 'a &lt; b'],
    ['an ampersand alone', 'a &= b \\\\ &= c'],
    ['stars for another renderer', 'a \\* b'],
    ['brackets for another renderer', '\\[0,1\\]'],
    ['angles for another renderer', '\\<a,b\\>'],
    ['braces for another renderer', '\\left\\\\{a\\right\\\\}'],
    ["plain TeX's matrices", '\\pmatrix{a & b \\cr c & d}'],
    ["plain TeX's roots", '\\root 3 \\of x'],
    ['\\sideset', '\\sideset{_1}{^2}\\sum x'],
    ['\\mbox', 'a \\mbox{ if } b'],
    ['\\require', '\\require{amscd} a'],
    ['\\bbox', '\\bbox[5px]{a} \\bbox{b}'],
    ['a per cent sign that hides a brace', 'f^{%}'],
    ['a line outside a table', 'a \\hline b'],
    ['a negated sign in two characters', 'a =\u0338 b'],
  ])('%s', (_title, tex) => {
    expect(isRefused(tex)).toBe(true);
    expect(texOf(renderMarkdown(`$$${tex}$$`).html)).toEqual([tex.trim()]);
  });

  test('alignment within equation, text between rows, in displayed formulas', () => {
    for (const tex of [
      '\\begin{equation}a&=b\\end{equation}',
      '\\begin{align}a&=b\\\\\\intertext{與}c&=d\\end{align}',
    ]) {
      expect(renderMarkdown(`$$${tex}$$`).formulas.failed).toBe(0);
    }
  });

  test('leftovers of other renderers are told', () => {
    const codes = (tex: string): string[] => renderMarkdown(`$${tex}$`).diagnostics.map(({ code }) => code);
    expect(codes('a &lt; b')).toEqual(['math/entity']);
    expect(codes('\\[0,1\\]')).toEqual(['math/escape']);
    expect(codes('f^{%}')).toEqual(['math/percent']);
    expect(codes('\\text{a_b}')).toEqual([]);
  });

  test('characters that nobody sees are left out, which is told', () => {
    const { html, diagnostics } = renderMarkdown('$a\u200b_\ufeff1 + µ + 𝛼$');
    expect(diagnostics.map(({ code, values }) => [code, values.sign])).toEqual([['math/invisible', 'U+200B']]);
    expect(html).toContain('<msub><mi>a</mi><mn>1</mn></msub><mo>+</mo><mi>μ</mi><mo>+</mo><mi>α</mi>');
  });
});

describe('what KaTeX throws is caught', () => {
  test.each([
    ['a plain error', '\\begin{array} \\\\ a \\end{array}'],
    ['a missing brace', '\\frac{1}{2'],
    ['no stack left', `${'{'.repeat(8_000)}x${'}'.repeat(8_000)}`],
  ])('%s', (_title, tex) => {
    const { html, formulas, diagnostics } = renderMarkdown(`前 $${tex}$ 後`);
    expect(formulas).toMatchObject({ total: 1, failed: 1 });
    expect(diagnostics).toHaveLength(1);
    expect(html).toMatch(/<p>前 <code class="math-error math-inline" title="[^"]+">\$[\s\S]*\$<\/code> 後<\/p>/);
  });

  test('a displayed one is shown as such', () => {
    expect(renderMarkdown('$$\\frac{1}{2$$').html).toMatch(
      /^<div class="math-display"><code class="math-error math-display" title="[^"]+">\$\$\\frac\{1\}\{2\$\$<\/code><\/div>\n$/,
    );
  });

  test('the other formulas stand', () => {
    expect(texOf(renderMarkdown('$a$ $\\tims$ $b$').html)).toEqual(['a', 'b']);
  });
});

describe('the memo', () => {
  test('equal formulas are typeset once, in one post and the next', () => {
    const memo = new FormulaMemo();
    renderMarkdown('$x$ $x$ $$x$$', { memo });
    expect(memo.calls).toBe(2);
    renderMarkdown('\\newcommand{\\unused}{1}\n\n$x$ $y$', { memo });
    expect(memo.calls).toBe(3);
  });

  test('formulas with different macros are different', () => {
    const memo = new FormulaMemo();
    const first = renderMarkdown('\\def\\x{1}\n\n$\\x$', { memo }).html;
    const second = renderMarkdown('\\def\\x{2}\n\n$\\x$', { memo }).html;
    expect(memo.calls).toBe(2);
    expect(first).not.toBe(second);
  });

  test('the oldest is forgotten when it grows too large', () => {
    const memo = new FormulaMemo(20_000);
    for (let i = 0; i < 40; i++) renderMarkdown(`$x_{${i}}$`, { memo });
    const { calls } = memo;
    renderMarkdown('$x_{39}$', { memo });
    expect(memo.calls).toBe(calls);
    renderMarkdown('$x_{0}$', { memo });
    expect(memo.calls).toBe(calls + 1);
  });
});

test('the commands we say are known are known', () => {
  const some = [...KNOWN_COMMANDS].filter((_, i) => i % 7 === 0);
  const ours = new Set(['label', 'eqref', 'ref', 'tag', 'notag', 'limits', 'nolimits', 'mbox', 'sideset', 'intertext']);
  expect(
    some.filter((name) => !ours.has(name) && !isKnown(`\\${name}{a}{b}`) && !isKnown(`\\text{\\${name}{a}}`)),
  ).toEqual([]);
});
