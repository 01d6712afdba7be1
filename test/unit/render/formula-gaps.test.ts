import { describe, expect, test } from 'vitest';
import { renderText } from './tags/post.ts';

/** The classes of each formula, in their order. */
const readSides = (text: string): string[] =>
  [...renderText(text).html.matchAll(/class="katex( l)?( r)?"/g)].map(([, left = '', right = '']) => left + right);

describe('the sides of a formula that want a gap:', () => {
  test.each([
    ['漢字 on both', '當$x$時', [' l r']],
    ['a space that was typed', '當 $x$ 時', ['']],
    ['punctuation', '當，$x$。', ['']],
    ['one of two', '當$x$ 與 $y$時', [' l', ' r']],
    ['Latin', 'if $x$then', ['']],
    ['a formula that is numbered or changed', '當$\\href{#a}{x}$時', [' l r']],
  ])('%s', (_name, text, sides) => {
    expect(readSides(text)).toEqual(sides);
  });
});
