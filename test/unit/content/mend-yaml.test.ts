/** What js-yaml 3.15 and 4.3 make of each is what Hexo read. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendYaml } from '../../../src/content/mend-yaml.ts';
import { readYaml } from '../../../src/content/read-yaml.ts';

test.each<[string, unknown]>([
  ['x: {\n  a: 1\n}', { x: { a: 1 } }],
  ['tags: [\n  "a",\n  "b"\n]\ntitle: 甲', { tags: ['a', 'b'], title: '甲' }],
  ['tags: [a,\nb]', { tags: ['a', 'b'] }],
  ['title: "a\nb"\ntags: c', { title: 'a b', tags: 'c' }],
  ["title: 'it''s\nb'", { title: "it's b" }],
  ['a:\n  b: [\n  c,\n  [d\n  ]\n  ]', { a: { b: ['c', ['d']] } }],
  ['categories: [甲,乙]#', { categories: ['甲', '乙'] }],
  ['a: "b"# c\nd: {e: f}#g', { a: 'b', d: { e: 'f' } }],
  ['- [a,\nb]\n- c', [['a', 'b'], 'c']],
  ['a: [\nb # ]\n, "c\\"]"\n]', { a: ['b', 'c"]'] }],
])('%j is read', (yaml, data) => {
  expect(readYaml(yaml)).toEqual({ data });
});

test.each([
  'title: a [b\ntags: c',
  "title: it's\ntags: 'c'",
  'text: |\n  a: [b\n  "c\nd: e',
  'text: >-\n  [b\n\n  c\nd: e',
  'a: [b] # [\nc: d',
  'a: "#"\nb: [c#d]',
  'x: {\n  a: 1\n  }',
])('%j is left alone', (yaml) => {
  expect(mendYaml(yaml)).toBe(yaml);
});

test.each(['a: [b\nc: d', 'a: "b\nc: d', 'a: b: c', '[a\n- b'])('%j is still a fault', (yaml) => {
  expect(readYaml(yaml).fault).toBeDefined();
});

test('nothing but spaces is put in', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ':', ' ', '\n', '[', ']', '{', '}', '"', "'", '#', '-', '\\', '|', ','),
  });
  fc.assert(
    fc.property(text, (yaml) => {
      expect(mendYaml(yaml).replaceAll(' ', '')).toBe(yaml.replaceAll(' ', ''));
    }),
  );
});
