import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildMathStylesheet, FIRST_FONTS, KATEX_FONTS } from '../../../src/math/assets.ts';
import { readDelimiters } from '../../../src/math/delimiters.ts';
import { keepMathml } from '../../../src/math/write-formula.ts';
import { createMarkdown, renderMarkdown, texOf } from './render-markdown.ts';

const katexFile = (name: string): string =>
  readFileSync(new URL(`../../../node_modules/katex/dist/${name}`, import.meta.url), 'utf8');

describe('the stylesheet', () => {
  test.each(['katex.css', 'katex.min.css'])('made of %s asks for WOFF2 only, each of them', (name) => {
    const css = buildMathStylesheet(katexFile(name));
    const fonts = [...css.matchAll(/url\(fonts\/([^)]*)\)/g)].map((match) => match[1]);
    expect([...new Set(fonts)].sort()).toEqual([...KATEX_FONTS].sort());
    expect(KATEX_FONTS).toEqual(expect.arrayContaining([...FIRST_FONTS]));
    expect(css).not.toMatch(/truetype|"woff"/);
    expect(css.length).toBeLessThan(katexFile(name).length);
  });

  test('our rules stand last', () => {
    const css = buildMathStylesheet('.katex{font-size:1.21em}');
    expect(css.lastIndexOf('.katex{font-size:1.12em}')).toBeGreaterThan(css.indexOf('1.21em'));
    for (const rule of ['.cjk_fallback', '.newline', '.math-error', '@media print']) expect(css).toContain(rule);
  });
});

describe('on a dark page', () => {
  const css = buildMathStylesheet('');
  const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  /** WCAG 2.2, relative luminance. */
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = (hex.replace(/^#(.)(.)(.)$/, '$1$1$2$2$3$3').match(/[\da-f]{2}/g) ?? []).map(
      (two) => channel(Number.parseInt(two, 16) / 255),
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  test.each([
    ['blue', '#0000ff'],
    ['cyan', '#00ffff'],
    ['green', '#008000'],
    ['orange', '#ffa500'],
    ['purple', '#800080'],
    ['red', '#ff0000'],
  ])('%s can be read', (name, own) => {
    const shown = new RegExp(`light-dark\\(${name},(#\\w+)\\)`).exec(css)?.[1] ?? own;
    expect((luminance(shown) + 0.05) / (luminance('#17191d') + 0.05)).toBeGreaterThanOrEqual(4.5);
    expect(renderMarkdown(`$\\color{${name}}{x}$`).html).toContain(`color:${name};`);
  });
});

describe('delimiters', () => {
  const SAMPLES: Readonly<Record<string, string>> = {
    dollar: '$x$',
    double_dollar: '$$x$$',
    parentheses: '\\(x\\)',
    brackets: '\\[x\\]',
    escaped: '\\\\(x\\\\)',
    environment: '\\begin{align}x\\end{align}',
    backtick: '$`x`$',
    fence: '```math\nx\n```',
    tag: '{% math %}\nx\n{% endmath %}',
  };

  test.each(Object.entries(SAMPLES))('%s is on, and can be switched off', (name, source) => {
    expect(renderMarkdown(source).formulas.total).toBe(1);
    expect(renderMarkdown(source, { delimiters: { [name]: true } }).formulas.total).toBe(1);
    expect(renderMarkdown(source, { delimiters: { [name]: false } }).formulas.total).toBe(0);
  });

  test('may be called by their signs', () => {
    expect(readDelimiters({ $: false, '\\(': false })).toEqual(
      new Set(['double_dollar', 'brackets', 'escaped', 'environment', 'backtick', 'fence', 'tag']),
    );
  });
});

describe('the HTML', () => {
  test('KaTeX’s own is not touched', () => {
    const { html } = renderMarkdown('$x$');
    expect(html).toMatch(
      /^<p><span class="katex"><span class="katex-mathml">.*<\/span><span class="katex-html" aria-hidden="true">.*<\/span><\/span><\/p>\n$/,
    );
    expect(html).not.toContain('tabindex');
  });

  test('a displayed formula is a div as a block and a span in a paragraph', () => {
    expect(renderMarkdown('$$x$$').html).toMatch(/^<div class="math-display"><span class="katex-display">/);
    expect(renderMarkdown('前 $$x$$').html).toMatch(/^<p>前 <span class="math-display"><span class="katex-display">/);
  });

  test('no line break stands beside a displayed formula, whatever line feeds become', () => {
    const md = createMarkdown({}, true);
    expect(md.render('甲\n$$x$$ 乙\n丙', {})).toMatch(
      /^<p>甲<span class="math-display">|^<p>甲<\/p>\n<p><span class="math-display">/,
    );
    expect(md.render('甲\n$$x$$ 乙\n丙', {}).match(/<br>/g)).toHaveLength(1);
  });

  test('html and mathml alone', () => {
    expect(renderMarkdown('$x$', { output: 'html' }).html).not.toContain('<math');
    expect(renderMarkdown('$x$', { output: 'mathml' }).html).not.toContain('katex-html');
  });

  test('for feeds, MathML alone', () => {
    const { html } = renderMarkdown('甲 $x$ 乙\n\n$$\\frac{a}{b}$$ 丙');
    const feed = keepMathml(html);
    expect(feed).not.toContain('katex-html');
    expect(texOf(feed)).toEqual(['x', '\\frac{a}{b}']);
    expect(feed.match(/<span/g)).toHaveLength(feed.match(/<\/span>/g)?.length ?? 0);
    expect(keepMathml('<p>甲</p>')).toBe('<p>甲</p>');
  });

  test('entities in the annotation are escaped once', () => {
    expect(renderMarkdown('$a<b \\& c$').html).toContain(
      '<annotation encoding="application/x-tex">a&lt;b \\&amp; c</annotation>',
    );
  });
});

test('a text without formulas leaves nothing behind', () => {
  expect(renderMarkdown('甲 $5')).toMatchObject({
    formulas: { total: 0, failed: 0, prints: [] },
    equations: [],
    diagnostics: [],
  });
});

test('one markdown-it serves many posts', () => {
  const md = createMarkdown();
  const first = md.render('\\def\\x{1}\n\n$$\\begin{align}\\x\\end{align}$$', {});
  expect(md.render('\\def\\x{1}\n\n$$\\begin{align}\\x\\end{align}$$', {})).toBe(first);
  expect(md.render('$\\x$', {})).toContain('math-error');
});
