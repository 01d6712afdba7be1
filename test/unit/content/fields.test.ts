import { describe, expect, test } from 'vitest';
import { holdsMap, readCategories, readFlag, readNumber, readTags, readText } from '../../../src/content/fields.ts';
import type { Data } from '../../../src/model/post.ts';

test.each<[Data | undefined, string | undefined]>([
  ['甲', '甲'],
  [5, '5'],
  [false, 'false'],
  ['', ''],
  [null, undefined],
  [undefined, undefined],
  [['a'], undefined],
  [{ a: 1 }, undefined],
])('the text of %j is %j', (value, text) => {
  expect(readText(value)).toBe(text);
});

test.each<[Data | undefined, boolean]>([
  [true, true],
  [false, false],
  ['true', true],
  ['False', false],
  ['no', true],
  [null, true],
  [0, true],
  [undefined, true],
])('the flag %j is %j, true by default', (value, flag) => {
  expect(readFlag(value, true)).toBe(flag);
});

test.each<[Data | undefined, number]>([
  [10, 10],
  ['10', 10],
  ['010', 10],
  [true, 1],
  [2147483647, 2147483647],
  ['high', 0],
  [null, 0],
  [undefined, 0],
  [[], 0],
  [{}, 0],
  ['Infinity', 0],
])('the number %j is %j', (value, number) => {
  expect(readNumber(value)).toBe(number);
});

describe('tags', () => {
  test.each<[Data | undefined, string[]]>([
    ['數學', ['數學']],
    ['a, b', ['a, b']],
    [
      ['網校', 2018, '算法'],
      ['網校', '2018', '算法'],
    ],
    [
      [2024, 1.5, true, null, ''],
      ['2024', '1.5', 'true'],
    ],
    [
      ['a', ['b', ['c']]],
      ['a', 'b', 'c'],
    ],
    [
      ['a', ' a ', 'A'],
      ['a', 'A'],
    ],
    [['cafe\u0301', 'caf\u00e9'], ['caf\u00e9']],
    [
      ['constructor', '__proto__'],
      ['constructor', '__proto__'],
    ],
    [5, ['5']],
    [null, []],
    [undefined, []],
    ['', []],
    [{ a: 1 }, []],
    [['a', { b: 1 }], ['a']],
  ])('%j', (value, tags) => {
    expect(readTags(value)).toEqual(tags);
  });
});

describe('categories are paths', () => {
  test.each<[string, Data | undefined, string[][]]>([
    ['a word is one', '數學', [['數學']]],
    ['a number is one', 2018, [['2018']]],
    ['a flat list is a hierarchy', ['數學', '代數', 'C++'], [['數學', '代數', 'C++']]],
    ['nested lists are several', [['數學', '代數'], ['程式']], [['數學', '代數'], ['程式']]],
    ['a word beside a list is one of its own', [['A', 'B'], ['C'], 'D'], [['A', 'B'], ['C'], ['D']]],
    [
      'a list of one list',
      [['解題區', 'CSES', 'Introductory Problems']],
      [['解題區', 'CSES', 'Introductory Problems']],
    ],
    ['deeper lists are flattened', [[['a', 'b'], 'c'], 'd'], [['a', 'b', 'c'], ['d']]],
    ['a parent beside its child', [['數學', '代數'], ['數學']], [['數學', '代數'], ['數學']]],
    ['repeated paths are one', [['a', 'b'], ['a', 'b'], 'c', ['c']], [['a', 'b'], ['c']]],
    ['null is none', [null], []],
    ['nulls beside words are none', [null, 'a', ''], [['a']]],
    ['empty lists are none', [[], ['a']], [['a']]],
    ['nothing is none', undefined, []],
    ['a map is none', { a: 'b' }, []],
    ['a comma is no separator', 'a,b', [['a,b']]],
  ])('%s', (_what, value, paths) => {
    expect(readCategories(value)).toEqual(paths);
  });
});

test('a map among words is found at any depth', () => {
  expect([holdsMap({ a: 1 }), holdsMap(['a', [{ b: 1 }]])]).toEqual([true, true]);
  expect([holdsMap(['a']), holdsMap('a'), holdsMap(null), holdsMap(undefined)]).toEqual([false, false, false, false]);
});
