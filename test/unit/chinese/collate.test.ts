import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCollator, initialOf } from '../../../src/chinese/collate.ts';

const sort = (list: readonly string[], ...order: Parameters<typeof createCollator>): string[] =>
  [...list].sort(createCollator(...order));

test.each([
  ['pinyin', 'zh-CN', ['安裝', '貝氏', '機率', '量化']],
  ['pinyin', 'en', ['安裝', '貝氏', '機率', '量化']],
  ['auto', 'zh-u-co-pinyin', ['安裝', '貝氏', '機率', '量化']],
  ['stroke', 'zh-CN', ['一', '人', '三', '大', '量化']],
  ['auto', 'zh-TW', ['一', '人', '三', '大', '量化']],
  ['zhuyin', 'zh-TW', ['貝氏', '大', '機率', '安裝']],
  ['auto', 'zh-Hant', ['第1章', '第2章', '第10章']],
  ['pinyin', 'zh', ['123', '貝氏', 'Python']],
  ['codepoint', 'zh-TW', ['第10章', '第2章', '﹏', '𠮷']],
  ['auto', 'no such language', ['a', 'B', 'c']],
] as const)('%s in %s', (kind, language, list) => expect(sort([...list].reverse(), kind, language)).toEqual(list));

test('the order does not depend on the order before', () => {
  const names = fc.array(fc.constantFrom('a', 'A', 'á', 'a\u0301', '1', '01', '量', '机', '機', '甲', '\u200b甲', ''));
  fc.assert(
    fc.property(names, (list) => {
      expect(sort(list, 'auto', 'zh-TW')).toEqual(sort([...list].reverse(), 'auto', 'zh-TW'));
    }),
  );
});

test.each([
  ['機率', 'J'],
  ['机率', 'J'],
  ['演算法', 'Y'],
  ['量化', 'L'],
  ['最佳化', 'Z'],
  ['阿里', 'A'],
  ['八', 'B'],
  ['鵝', 'E'],
  ['歐拉', 'O'],
  ['「梯度」', 'T'],
  ['Python', 'P'],
  ['émile', 'E'],
  ['Ｖｉｍ', 'V'],
  ['Øre', 'O'],
  ['123', '#'],
  ['あ', '#'],
  ['α', '#'],
  ['😀', '#'],
  ['', '#'],
])('%j is listed under %s', (name, initial) => expect(initialOf(name)).toBe(initial));
