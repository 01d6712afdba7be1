import { expect, test } from 'vitest';
import {
  type Diagnostic,
  hasErrors,
  locate,
  messageOf,
  sortDiagnostics,
  startOf,
} from '../../../src/base/diagnostic.ts';
import { toSourcePath } from '../../../src/base/path.ts';

const tell = (code: string, file?: string, line = 1, column = 1): Diagnostic => ({
  severity: code.startsWith('e') ? 'error' : 'warning',
  code,
  values: {},
  ...(file !== undefined && { at: { file: toSourcePath(file), line, column, length: 1 } }),
});

test('diagnostics come in reading order, those without a place first, equal ones once', () => {
  const told = [
    tell('w/z', 'b', 1),
    tell('w/y', 'a', 10),
    tell('w/x', 'a', 9, 2),
    tell('e/b', 'a', 9, 1),
    tell('w/a'),
    tell('e/a', 'a', 9, 1),
  ];
  const order = sortDiagnostics([...told, ...told]).map(({ code }) => code);
  expect(order).toEqual(['w/a', 'e/a', 'e/b', 'w/x', 'w/y', 'w/z']);
});

test('two that differ in their values only are two', () => {
  const [one, other] = [
    { ...tell('w/a'), values: { key: 'a' } },
    { ...tell('w/a'), values: { key: 'b' } },
  ];
  expect(sortDiagnostics([one, other, one])).toEqual([one, other]);
  expect(sortDiagnostics([other, one])).toEqual([one, other]);
});

test('an error among warnings is found', () => {
  expect(hasErrors([tell('w/a')])).toBe(false);
  expect(hasErrors([tell('w/a'), tell('e/a')])).toBe(true);
});

test('a place is told in lines and columns from 1, in UTF-16 units', () => {
  const file = toSourcePath('a');
  const text = '甲\n😀乙丙\n';
  expect(locate(file, text, 0)).toEqual({ file, line: 1, column: 1, length: 1 });
  expect(locate(file, text, text.indexOf('乙'), 2)).toEqual({ file, line: 2, column: 3, length: 2 });
  expect(locate(file, text, text.length)).toEqual({ file, line: 3, column: 1, length: 1 });
  expect(locate(file, text, -1, 0)).toEqual({ file, line: 1, column: 1, length: 1 });
});

test('what concerns a whole file stands at its beginning', () => {
  expect(startOf(toSourcePath('a'))).toEqual({ file: 'a', line: 1, column: 1, length: 1 });
});

test('whatever is thrown says something', () => {
  expect([messageOf(new TypeError('no')), messageOf('no'), messageOf(undefined)]).toEqual(['no', 'no', 'undefined']);
});
