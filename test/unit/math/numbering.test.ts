import { describe, expect, test } from 'vitest';
import { numbersOf, placesOf, renderMarkdown, texOf } from './render-markdown.ts';

const equation = (body: string, name = 'equation'): string => `$$\\begin{${name}}${body}\\end{${name}}$$\n\n`;

describe('AMS numbers', () => {
  test('each unstarred environment takes one, each row of an aligned one too', () => {
    const source =
      equation('a') + equation('b\\\\c\\\\d', 'align') + equation('e\\\\f', 'gather') + equation('g', 'equation*');
    expect(numbersOf(renderMarkdown(source).html)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('a plain displayed formula takes none', () => {
    expect(numbersOf(renderMarkdown('$$x$$\n\n$$\\begin{aligned}a\\\\b\\end{aligned}$$').html)).toEqual([]);
  });

  test.each([
    ['\\notag in a row', 'a\\notag\\\\b', ['1']],
    ['\\nonumber in a row', 'a\\\\b\\nonumber', ['1']],
    ['a tag of the writer', 'a\\tag{x}\\\\b', ['x', '1']],
    ['an empty last row', 'a\\\\b\\\\', ['1', '2']],
    ['an empty last row with a comment', 'a\\\\b\\\\ % end\n', ['1', '2']],
    ['an empty last row with a gap', 'a\\\\b\\\\[2pt]', ['1', '2']],
    ['an empty row in the middle', 'a\\\\ \\\\b', ['1', '2', '3']],
    ['a row break within braces', 'a{b\\\\c}\\\\d', ['1', '2']],
    ['a row break within a matrix', '\\begin{matrix}a\\\\b\\end{matrix}\\\\c', ['1', '2']],
    ['a row break between \\left and \\right', '\\left(\\begin{array}{c}a\\\\b\\end{array}\\right)\\\\c', ['1', '2']],
    ['a row break with a gap', 'a\\\\[4pt]b', ['1', '2']],
    ['a row break in a comment', 'a % \\\\ b\n\\\\c', ['1', '2']],
    ['\\cr', 'a\\cr b', ['1', '2']],
  ])('in align: %s', (_title, body, numbers) => {
    expect(numbersOf(renderMarkdown(equation(body, 'align')).html)).toEqual(numbers);
  });

  test('environments that KaTeX lacks are numbered too', () => {
    const source =
      equation('a &=& b\\\\ &=& c', 'eqnarray') + equation('a\\\\b\\\\c', 'multline') + equation('a&=b', 'flalign');
    const { html, formulas } = renderMarkdown(source);
    expect(formulas.failed).toBe(0);
    expect(numbersOf(html)).toEqual(['1', '2', '3', '4']);
  });

  test('split within equation is one', () => {
    expect(numbersOf(renderMarkdown(equation('\\begin{split}a&=b\\\\&=c\\end{split}')).html)).toEqual(['1']);
  });

  test('an environment within a numbered one takes no number of its own', () => {
    const { html } = renderMarkdown(equation('\\begin{aligned}a\\\\b\\end{aligned}\\\\c', 'align'));
    expect(numbersOf(html)).toEqual(['1', '2']);
  });

  test('a formula that cannot be read takes none', () => {
    const { html, formulas } = renderMarkdown(equation('a') + equation('\\tims\\\\b', 'align') + equation('c'));
    expect(numbersOf(html)).toEqual(['1', '2']);
    expect(formulas.failed).toBe(1);
  });

  test('each post begins at 1', () => {
    expect(numbersOf(renderMarkdown(equation('a')).html)).toEqual(['1']);
    expect(numbersOf(renderMarkdown(equation('b')).html)).toEqual(['1']);
  });

  test('bare environments and those in raw HTML count in reading order', () => {
    const source =
      '\\begin{align}a\\end{align}\n\n<div>\\[\\begin{equation}b\\end{equation}\\]</div>\n\n- \\begin{equation}c\\end{equation}\n';
    expect(numbersOf(renderMarkdown(source).html)).toEqual(['1', '2', '3']);
  });

  test('the numbers stand in MathML too', () => {
    const { html } = renderMarkdown(equation('a\\\\b', 'align'));
    expect(html).toContain('<mtext>(1)</mtext>');
    expect(html).toContain('<mtext>(2)</mtext>');
    expect(html).not.toContain('mml-eqn-num');
  });

  test('KaTeX counts nothing itself', () => {
    const bodies = ['a\\\\b\\notag', 'a', '\\begin{align}a\\end{align}'];
    for (const body of bodies) expect(renderMarkdown(equation(body, 'align')).html).not.toContain('eqn-num"');
  });
});

describe('number: none, all', () => {
  test('none leaves only the tags of the writer', () => {
    const { html } = renderMarkdown(equation('a\\\\b\\tag{7}', 'align') + equation('c'), { number: 'none' });
    expect(numbersOf(html)).toEqual(['7']);
    expect(html).not.toContain('eqn-num"');
  });

  test('all numbers plain displayed formulas, but not starred ones and not those within a line', () => {
    const source = `$$x$$\n\n$y$\n\n$$z\\notag$$\n\n${equation('a', 'align*')}前 $$b$$ 後\n\n${equation('c')}`;
    expect(numbersOf(renderMarkdown(source, { number: 'all' }).html)).toEqual(['1', '2', '3']);
  });

  test('the front matter is stronger than the settings', () => {
    expect(numbersOf(renderMarkdown('$$x$$', { number: 'none' }, { number: 'all' }).html)).toEqual(['1']);
  });
});

describe('labels and references', () => {
  test('forward and backward, in prose and in formulas', () => {
    const { html, diagnostics } = renderMarkdown(
      `由 \\eqref{eq:b} 與 \\ref{eq:a}，$x \\eqref{eq:b}$\n\n${equation('a\\label{eq:a}')}${equation('b\\label{eq:b}')}由 \\eqref{eq:a}`,
    );
    expect(diagnostics).toEqual([]);
    expect(html).toContain(
      '由 <a href="#eq-b" class="math-reference">(2)</a> 與 <a href="#eq-a" class="math-reference">1</a>，',
    );
    expect(html).toContain('<a tabindex="-1" href="#eq-b">');
    expect(texOf(html)[0]).toBe('x \\eqref{eq:b}');
  });

  test('a row has its own label, and every number an id', () => {
    const { html, equations } = renderMarkdown(equation('a\\label{one}\\\\b\\\\c\\tag{$\\ast$}', 'align'));
    expect(equations.map(({ id, tag, labels }) => [id, tag, ...labels])).toEqual([
      ['eq-one', '1', 'one'],
      ['eq-2', '2'],
      ['eq-star', '∗'],
    ]);
    for (const id of ['eq-one', 'eq-2', 'eq-star']) expect(html).toContain(`id="${id}"`);
  });

  test('a single number is the id of the whole formula', () => {
    expect(renderMarkdown(equation('a\\label{eq:能量}')).html).toContain(
      '<div class="math-display" id="eq-能量" role="group" aria-label="(1)">',
    );
  });

  test('no id stands twice', () => {
    const { html } = renderMarkdown(equation('a\\label{2}') + equation('b') + equation('c\\tag{2}'));
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toEqual(['eq-2', 'eq-2-2', 'eq-2-3']);
  });

  test('ids take the prefix of a page with several posts', () => {
    const { html } = renderMarkdown(`${equation('a\\label{x}')}\\eqref{x}`, {}, { idPrefix: 'p12-' });
    expect(html).toContain('id="p12-eq-x"');
    expect(html).toContain('href="#p12-eq-x"');
  });

  test('{#eq:name} numbers a plain formula and names it', () => {
    const { html } = renderMarkdown('$$x$$ {#eq:foo}\n\n由 \\eqref{eq:foo}\n\n前 $$y$$ {#eq:bar} 後 \\ref{eq:bar}');
    expect(numbersOf(html)).toEqual(['1', '2']);
    expect(html).toContain('href="#eq-foo" class="math-reference">(1)</a>');
    expect(html).toContain('href="#eq-bar" class="math-reference">2</a>');
  });

  test('{#eq:name} names the first number of an environment', () => {
    const { html } = renderMarkdown('$$\\begin{align}a\\\\b\\end{align}$$ {#eq:foo}\n\n\\eqref{eq:foo}');
    expect(html).toContain('href="#eq-foo" class="math-reference">(1)</a>');
  });

  test('within a link a reference is only text', () => {
    expect(renderMarkdown(`[見 \\eqref{a}](/x)\n\n${equation('a\\label{a}')}`).html).toContain(
      '<a href="/x">見 (1)</a>',
    );
  });

  test('unknown, doubled and numberless labels are told, each at its place', () => {
    const source = `由 \\eqref{no} 與 $\\ref{nor}$\n\n${equation('a\\label{x}')}${equation('b\\label{x}')}$$c\\label{y}$$\n\n$\\ref{y}$`;
    const { html, diagnostics } = renderMarkdown(source);
    expect(placesOf(source, diagnostics)).toEqual([
      'math/duplicate-label 5:26 {x}',
      'math/unknown-label 1:21 {nor}',
      'math/label-without-number 9:6 {y}',
      'math/unknown-label 1:3 \\eqref{no}',
    ]);
    expect(html).toContain('由 (?) 與');
  });

  test('in a formula within a line a tag stands behind it', () => {
    const { html, formulas } = renderMarkdown('$x \\tag{3}$ 與 $\\begin{align}a&=b\\label{z}\\end{align}$');
    expect(formulas.failed).toBe(0);
    expect(html).not.toContain('class="tag"');
  });

  test('where KaTeX writes only MathML, each row can still be linked to', () => {
    const { html } = renderMarkdown(equation('a\\\\b', 'align'), { output: 'mathml' });
    expect(html).toContain('<span id="eq-1"></span><span id="eq-2"></span>');
  });
});

test('punctuation behind a displayed formula is set beside it, before its number', () => {
  const { html } = renderMarkdown(`$$x$$，\n\n${equation('a').trim()}。\n\n$$\\begin{align}b\\\\c\\end{align}$$,`);
  expect(numbersOf(html)).toEqual(['1', '2', '3']);
  expect(html.match(/cjk_fallback">[，。]/g)).toHaveLength(2);
  expect(texOf(html)).toEqual(['x', '\\begin{equation}a\\end{equation}', '\\begin{align}b\\\\c\\end{align}']);
});
