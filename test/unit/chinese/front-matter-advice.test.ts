import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { adviseFrontMatter } from '../../../src/chinese/front-matter-advice.ts';

test.each([
  ['title:中文', 'no-space', 6, 'title: 中文'],
  ['title:[翻譯] 標題', 'no-space', 6, 'title: "[翻譯] 標題"'],
  ['title：標題', 'full-width-colon', 6, 'title: 標題'],
  ['title：甲: 乙', 'full-width-colon', 6, 'title: "甲: 乙"'],
  ['title:　標題', 'wide-space', 7, 'title: 標題'],
  ['title: [翻譯] 標題', 'bracket', 8, 'title: "[翻譯] 標題"'],
  ['title: {甲} 乙', 'bracket', 8, 'title: "{甲} 乙"'],
  ['tags: [甲, 乙', 'bracket', 7, 'tags: [甲, 乙]'],
  ['title: [甲', 'bracket', 8, 'title: "[甲"'],
  ['title: @某人', 'indicator', 8, 'title: "@某人"'],
  ['title: %x', 'indicator', 8, 'title: "%x"'],
  ['title: *星*', 'indicator', 8, 'title: "*星*"'],
  ['title: `x` 的用法', 'indicator', 8, 'title: "`x` 的用法"'],
  ['title: !重要', 'indicator', 8, 'title: "!重要"'],
  ['title: - 甲', 'indicator', 8, 'title: "- 甲"'],
  ['title: > 甲', 'indicator', 8, 'title: "> 甲"'],
  ['  - @甲', 'indicator', 5, '  - "@甲"'],
  ['title: a: b', 'nested-colon', 9, 'title: "a: b"'],
  ['title: 「甲」: 乙', 'nested-colon', 11, 'title: "「甲」: 乙"'],
  ['title: 重點:', 'nested-colon', 10, 'title: "重點:"'],
  ['title: 說"好": 乙', 'nested-colon', 12, 'title: \'說"好": 乙\''],
  ['- name: a: b', 'nested-colon', 10, '- name: "a: b"'],
  ['title: "甲', 'unclosed-quote', 8, 'title: "甲"'],
  ["title: 'it''s", 'unclosed-quote', 8, 'title: "it\'s"'],
  ['title: "引號"開頭', 'text-after-quote', 12, 'title: \'"引號"開頭\''],
  ["title: 'don't'", 'text-after-quote', 13, 'title: "don\'t"'],
  ['title: "\\sum 與"', 'backslash', 9, "title: '\\sum 與'"],
  ['\ttitle: 甲', 'tab', 1, '  title: 甲'],
  ['  \t- @甲', 'tab', 3, '    - "@甲"'],
])('%j: %s', (line, kind, column, mend) => {
  expect(adviseFrontMatter(line)).toMatchObject({ kind, column, mend });
  expect(line.slice(column - 1).length).toBeGreaterThanOrEqual(adviseFrontMatter(line)?.length ?? 0);
  expect(() => load(mend)).not.toThrow();
});

test.each([
  'title: 中文',
  'title: 甲：乙',
  'title: "a: b" # 註',
  "title: 'it''s'",
  'title: "a\\"b\\u4e00"',
  'title: 100%',
  'title: C#',
  'date: 2024-01-01 10:00:00',
  'url: https://a.com',
  'http://a.com',
  'C:\\blog',
  'time: 10:30',
  'permalink: /:year/:title/',
  'tags: [甲, "b]c"]',
  'tags: [甲,',
  'tags: []',
  'x: {a: 1, b: [2]}',
  '- 甲',
  '  - "甲"',
  'description: |',
  'description: >-',
  'key: &name value',
  'title:',
  'title: # 註',
  '# 註：甲',
  '---',
  '',
])('%j is sound', (line) => expect(adviseFrontMatter(line)).toBeUndefined());

test('whatever is mended is a map with one text, as it was meant', () => {
  const word = fc.constantFrom('標題', 'Title', '「', '」', '、', '！', '(', ')', '100');
  const fault = fc.constantFrom('@', '%', '*', '`', '!', '|', '>', ', ', '] ');
  const value = fc.tuple(fault, fc.array(word, { minLength: 1 })).map(([sign, words]) => `${sign}${words.join('')}`);
  fc.assert(
    fc.property(value, (text) => {
      expect(load(adviseFrontMatter(`title: ${text}`)?.mend ?? '')).toEqual({ title: text });
    }),
  );
});
