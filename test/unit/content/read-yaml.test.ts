import { describe, expect, test } from 'vitest';
import { findKey, readWords, readYaml, toData } from '../../../src/content/read-yaml.ts';
import { isMap } from '../../../src/model/post.ts';

test('plain data comes out as it was written', () => {
  expect(readYaml('a: [1, 1.5, true, null, 2024-05-01, x]\nb: {c: |\n  d\n}')).toHaveProperty('fault');
  expect(readYaml('a: [1, 1.50, true, null, 2024-05-01, x]\nb:\n  c: |\n    d\n')).toEqual({
    data: { a: [1, 1.5, true, null, '2024-05-01', 'x'], b: { c: 'd\n' } },
  });
  for (const empty of ['', ' \n\t\n', '# a\n  # b', '---\n', '~']) expect(readYaml(empty)).toEqual({ data: null });
  expect(readYaml('{"a":\t1,\n\t"b": [true]}')).toEqual({ data: { a: 1, b: [true] } });
});

test('of words a number is one only if it is shown as it was written', () => {
  expect(readWords('[1, 1.50, 007, -3, 0.5, 1e3]')).toEqual({ data: [1, '1.50', '007', -3, 0.5, '1e3'] });
});

test('a fault has its line and column', () => {
  expect(readYaml('a: 1\nb: [x\nc: 2\n').fault).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  expect(readYaml('a: 1\na: 2').fault).toMatchObject({ line: 2, column: 1, detail: 'duplicated mapping key' });
  expect(readYaml('a: !!js/function x').fault).toMatchObject({ line: 1, column: 4 });
  expect(readYaml('a: 1\n---\nb: 2\n').fault).toBeDefined();
});

test('too many values are a fault', () => {
  const bomb = 'a: &a [x,x,x,x,x,x,x,x,x,x]\n'.concat(
    ...Array.from('bcdefg', (name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdef'[at]}`)}]\n`),
  );
  expect(readYaml(bomb).fault?.detail).toMatch(/200000 values/);
  expect(readYaml('a: &a {b: *a}').fault).toBeDefined();
});

test('what is no plain data becomes some', () => {
  expect(toData({ a: new Date(0), b: undefined, c: 5n, d: () => 1, e: [Symbol('x')] })).toEqual({
    a: '1970-01-01T00:00:00.000Z',
    b: null,
    c: 5,
    d: null,
    e: [null],
  });
  expect([isMap({}), isMap([]), isMap(null), isMap('x'), isMap(undefined)]).toEqual([true, false, false, false, false]);
});

describe('a key is found', () => {
  const find = (text: string, ...path: (string | number)[]): string => {
    const { line, column, length } = findKey(text, path);
    return `${line}:${column}+${length}`;
  };

  test.each([
    ['a: 1\nb: 2', ['b'], '2:1+1'],
    ['x:\n  a: 1\na: 2', ['a'], '3:1+1'],
    ['x:\n  a: 1\na: 2', ['x', 'a'], '2:3+1'],
    ['x: 1\ny:\n  a: 1', ['x', 'a'], '1:1+1'],
    ['x:\n\n# a: 0\n  a: 1', ['x', 'a'], '4:3+1'],
    ['x:\n  deep:\n    a: 1\n  a: 2', ['x', 'a'], '4:3+1'],
    ['x:\n  deep:\n    a: 1\n  a: 2', ['x', 'deep', 'a'], '3:5+1'],
    ['x: {b: 1, a: 2}', ['x', 'a'], '1:11+1'],
    ['x: {"a": 2}', ['x', 'a'], '1:6+1'],
    ['"a b": 1\n\'c\': 2', ['c'], '2:2+1'],
    ['{\n  "x": {\n    "a": 1\n  }\n}', ['x', 'a'], '3:6+1'],
    ['c++: 1\nc: 2', ['c'], '2:1+1'],
    ['- a: 1', ['a'], '1:3+1'],
    ['x:\n  - 1\n  - 2', ['x', 1], '3:3+1'],
    ['text: |\n  a: 1\na: 2', ['a'], '3:1+1'],
    ['b: 1', ['a'], '1:1+1'],
  ])('in %j: %j', (text, path, place) => {
    expect(find(text, ...path)).toBe(place);
  });
});
