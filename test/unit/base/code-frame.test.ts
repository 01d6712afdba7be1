import { describe, expect, test } from 'vitest';
import { drawCodeFrame } from '../../../src/base/code-frame.ts';
import type { Location } from '../../../src/base/diagnostic.ts';
import { toSourcePath } from '../../../src/base/path.ts';
import { displayWidth } from '../../../src/base/text.ts';

const file = toSourcePath('a.md');
const frame = (text: string, line: number, column: number, length = 1): string[] =>
  drawCodeFrame(text, { file, line, column, length }).split('\n');

/** What stands right above the carets, by display columns. */
function readMarked(lines: readonly string[]): string {
  const at = lines.findIndex((line) => /│ *\^+$/.test(line));
  const carets = lines[at] ?? '';
  const from = displayWidth(carets.slice(0, carets.indexOf('^')));
  const to = from + (carets.match(/\^/g) ?? []).length;
  let width = 0;
  let marked = '';
  for (const char of lines[at - 1] ?? '') {
    if (width >= from && width < to) marked += char;
    width += displayWidth(char);
  }
  return marked;
}

test('two lines before, one after, and a mark at the line itself', () => {
  expect(frame('一\n二\n三\n四\n五\n六', 4, 1)).toEqual(['  2 │ 二', '  3 │ 三', '▸ 4 │ 四', '    │ ^^', '  5 │ 五']);
});

test('the numbers of the lines stand below each other', () => {
  const text = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n');
  expect(frame(text, 9, 6, 1)).toEqual([
    '   7 │ line 7',
    '   8 │ line 8',
    '▸  9 │ line 9',
    '     │      ^',
    '  10 │ line 10',
  ]);
});

test('at the ends of a file there are fewer lines', () => {
  expect(frame('甲', 1, 1)).toEqual(['▸ 1 │ 甲', '    │ ^^']);
  expect(frame('a\nb', 2, 2)).toEqual(['  1 │ a', '▸ 2 │ b', '    │  ^']);
  expect(drawCodeFrame('a\nb', { file, line: 3, column: 1, length: 1 })).toBe('');
  expect(frame('a\n\nb', 2, 1)).toEqual(['  1 │ a', '▸ 2 │', '    │ ^', '  3 │ b']);
});

describe('the carets stand under the right 字', () => {
  test.each([
    ['title：勾股定理', 6, 1, '：'],
    ['標題 title: 勾股', 11, 2, '勾股'],
    ['日期 date: 2024', 4, 4, 'date'],
    ['😀😀 bad', 6, 3, 'bad'],
    ['a\u0301e\u0301 bad', 6, 3, 'bad'],
    ['全形ＡＢ，bad', 6, 3, 'bad'],
    ['壞\u0007的', 3, 1, '的'],
  ])('%j at %i', (line, column, length, marked) => {
    expect(readMarked(frame(`甲\n${line}\n乙`, 2, column, length))).toBe(marked);
  });

  test('behind tabs, which are shown as two spaces', () => {
    expect(frame('\t\tbad: x', 1, 3, 3)).toEqual(['▸ 1 │     bad: x', '    │     ^^^']);
    expect(frame('a\tb', 1, 2)).toEqual(['▸ 1 │ a  b', '    │  ^^']);
  });

  test('no further than the line goes, and one at least', () => {
    expect(frame('abc', 1, 2, 99).at(-1)).toBe('    │  ^^');
    expect(frame('abc', 1, 4).at(-1)).toBe('    │    ^');
    expect(frame('abc', 1, 1, 0).at(-1)).toBe('    │ ^');
  });
});

test('line ends of all three kinds count', () => {
  expect(frame('a\r\nb\rc\nd', 3, 1)).toEqual(['  1 │ a', '  2 │ b', '▸ 3 │ c', '    │ ^', '  4 │ d']);
});

test('control characters do not reach the terminal', () => {
  expect(frame('a\u001b[31mb\u0000\u0096', 1, 2)[0]).toBe('▸ 1 │ a�[31mb��');
});

describe('a long line', () => {
  const showAt = (line: string, column: number, length = 1): string[] => frame(line, 1, column, length);

  test('is cut, with the place in view', () => {
    const long = `${'字'.repeat(500)}壞${'字'.repeat(500)}`;
    const lines = showAt(long, 501);
    expect(readMarked(lines)).toBe('壞');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(108);
    expect(lines[0]).toMatch(/…$/);
  });

  test('is not cut between the halves of a character', () => {
    for (const column of [101, 102, 103]) {
      const text = `${'😀'.repeat(50)}${'x'.repeat(column - 101)}bad${'y'.repeat(200)}`;
      const lines = showAt(text, column, 3);
      expect(readMarked(lines)).toBe('bad');
      expect(lines.join('').isWellFormed()).toBe(true);
    }
  });

  test('with tabs fits too', () => {
    const lines = showAt(`${'\t'.repeat(60)}bad`, 61, 3);
    expect(readMarked(lines)).toBe('bad');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(108);
  });

  test('of a megabyte costs a frame of a hundred columns', () => {
    const at: Location = { file, line: 1, column: 900_001, length: 1_000_000 };
    const drawn = drawCodeFrame('x'.repeat(1_000_000), at);
    expect(drawn.length).toBeLessThan(250);
  });
});
