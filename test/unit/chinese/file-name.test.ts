import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFileNameFault, toFileName } from '../../../src/chinese/file-name.ts';

test.each([
  ['中文標題', '中文標題'],
  ['我的 第一篇：文章/測試? C++', '我的-第一篇：文章-測試-C'],
  ['結尾.', '結尾'],
  ['.gitignore', 'gitignore'],
  ['C++ Note', 'C-Note'],
  ['CON', 'CON-'],
  ['lpt9', 'lpt9-'],
  ['console', 'console'],
  ['  ', 'untitled'],
  ['???', 'untitled'],
  ['\u202etxt.\u200b甲', 'txt-甲'],
])('a post named %j is kept as %j', (title, name) => expect(toFileName(title)).toBe(name));

test('a long title is cut to 200 bytes between characters', () => {
  expect(toFileName('深'.repeat(90))).toBe('深'.repeat(66));
  expect(toFileName('👨‍👩‍👧‍👦'.repeat(20))).toBe('👨‍👩‍👧‍👦'.repeat(8));
});

test.each([
  ['甲.md', undefined],
  ['com10.md', undefined],
  ['', 'empty'],
  [' ', 'empty'],
  ['CON', 'reserved'],
  ['con.md', 'reserved'],
  ['NUL .txt', 'reserved'],
  ['COM¹', 'reserved'],
  ['a.', 'trailing-dot-or-space'],
  ['a ', 'trailing-dot-or-space'],
  ['a?', 'forbidden-character'],
  ['a/b', 'forbidden-character'],
  ['a\u0000', 'forbidden-character'],
  ['a\ud800', 'forbidden-character'],
  ['深'.repeat(85), undefined],
  ['深'.repeat(86), 'too-long'],
] as const)('the fault of %j is %s', (name, fault) => expect(findFileNameFault(name)).toBe(fault));

test('a name that was made for a title has no fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      expect(findFileNameFault(`2024-05-01-${toFileName(title)}.md`)).toBeUndefined();
      expect(findFileNameFault(toFileName(title))).toBeUndefined();
    }),
  );
});
