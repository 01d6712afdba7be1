import { describe, expect, test } from 'vitest';
import { placesOf, renderMarkdown, texOf } from './render-markdown.ts';

const told = (source: string, mode: 'auto' | 'off' | 'marked' = 'auto'): string[] =>
  placesOf(source, renderMarkdown(source, { unescape: mode }).diagnostics);

describe('formulas that work and are wrong', () => {
  test.each([
    ['a command behind two backslashes', '$\\sin a \\\\lim b$', ['math/doubled-backslash 1:9 \\\\lim']],
    ['an escaped subscript', '$x\\_{i}$', ['math/escaped-underscore 1:3 \\_']],
    ['four backslashes', '$$\na \\\\\\\\\nb \\\\\nc\n$$', ['math/empty-row 2:3 \\\\\\\\']],
    ['a per cent sign', '$增加 50% 以上$', ['math/comment 1:7 %']],
    ['an invisible character', '$a\u200bb$', ['math/invisible 1:3 \u200b']],
    ['a per cent sign at the end', '$50%$', ['math/comment 1:4 %']],
  ])('%s', (_title, source, places) => expect(told(source, 'off')).toEqual(places));

  test.each([
    ['a line break before a word', '$$\\text{a} \\\\ b$$'],
    ['an underscore in text', '$\\text{a\\_b}$'],
    ['an underscore in a name', '$learning\\_rate$'],
    ['a comment at the end of a line', '$$\na % the first\nb\n$$'],
    ['a comment on a line of its own', '$$\n% the first\nb\n$$'],
    ['a per cent sign that is escaped', '$50\\%$'],
    ['漢字 outside text', '$準確率=\\frac{a}{b}$'],
    ['a row break with a gap', '$$a \\\\[2pt] b$$'],
  ])('nothing is said of %s', (_title, source) => expect(told(source)).toEqual([]));
});

describe('escapes for another renderer', () => {
  test('are undone where the whole post has them, and told once', () => {
    const source =
      '$\\\\{a\\\\}$ 與 $\\\\{b\\\\}$\n\n$$\\begin{matrix}a\\\\\\\\\nb\\end{matrix}$$\n\n$x\\_{i}$ $y\\_j$';
    const { html, diagnostics } = renderMarkdown(source);
    expect(placesOf(source, diagnostics)).toEqual(['math/unescaped 1:2 \\\\']);
    expect(html).not.toContain('newline');
    expect(html.match(/<mo stretchy="false">\{<\/mo>/g)).toHaveLength(2);
    expect(html.match(/<mtr>/g)).toHaveLength(2);
    expect(html).toContain('<msub><mi>y</mi><mi>j</mi></msub>');
    expect(texOf(html)[0]).toBe('\\\\{a\\\\}');
  });

  test.each([
    ['both ways of braces', '$\\\\{a\\\\}$ 與 $\\{b\\}$', 'newline'],
    ['both ways of rows', '$$a\\\\\\\\b$$ 與 $$a\\\\ 1$$', 'newline'],
    ['one underscore', '$a\\_b$', '_'],
    ['a row that begins with a group', '$$\\begin{matrix}a\\\\{b}\\end{matrix}$$', '<mtr>'],
  ])('are left where the post has %s', (_title, source, sign) => {
    const { html, diagnostics } = renderMarkdown(source);
    expect(diagnostics.map(({ code }) => code)).not.toContain('math/unescaped');
    expect(html).toContain(sign);
  });

  test('a formula all of whose backslashes are doubled', () => {
    const { html } = renderMarkdown('$\\\\lim\\\\limits_{x}{f(x)}$');
    expect(html).toContain('<mi>lim</mi>');
    expect(told('$\\\\lim\\\\limits_{x}{f(x)}$')).toEqual(['math/unescaped 1:2 \\\\']);
  });

  test('stars and per cent signs', () => {
    expect(renderMarkdown('$$\\begin{align\\*}a\\end{align\\*}$$ 與 $25\\\\%$').formulas.failed).toBe(0);
    expect(renderMarkdown('$25\\\\%$').html).toContain('%');
  });

  test('off: none is undone', () => {
    expect(renderMarkdown('$\\\\{a\\\\}$', { unescape: 'off' }).html).toContain('newline');
  });

  test('marked: all are undone, without a word', () => {
    const source = '$\\\\{a\\\\}$ $\\{b\\}$ $learning\\_rate$ $\\text{a\\_b}$';
    const { html, diagnostics } = renderMarkdown(source, { unescape: 'marked' });
    expect(diagnostics).toEqual([]);
    expect(html).not.toContain('newline');
    expect(html).toContain('<msub>');
    expect(html).toContain('<mtext>a_b</mtext>');
  });

  test('what is refused after undoing is tried as it was written', () => {
    const source = '$\\\\{a\\\\}$ 與 $\\left. \\\\{b \\right. \\\\} $';
    expect(renderMarkdown(source).formulas.total).toBe(2);
  });
});
