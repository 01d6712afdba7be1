import { describe, expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { DEFAULT_SCAFFOLDS, fillScaffold, quoteScalar } from '../../../src/content/fill-scaffold.ts';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';

const values = { title: '甲', date: '2024-05-01 08:00:00', layout: 'post', slug: 'jia' };
const none = new Map<string, string>();
const read = (text: string) => splitFrontMatter(text, toSourcePath('a.md'));

describe('a scaffold is filled', () => {
  test.each([
    [
      '---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n',
      '---\ntitle: 甲\ndate: 2024-05-01 08:00:00\ntags:\n---\n',
    ],
    ['title: {{title}}\ndate: {{date}}\n---\n', '---\ntitle: 甲\ndate: 2024-05-01 08:00:00\n---\n'],
    ['\n---\r\ntitle: {{ title }}\r\n---\r\n', '---\ntitle: 甲\n---\n'],
    ['---\ntitle: "{{ title }}"\n---\n', '---\ntitle: 甲\n---\n'],
    ['---\ntitle: 筆記：{{ title }}\n---\n', '---\ntitle: 筆記：甲\n---\n'],
    ['---\ntitle: {{ title | escape }}\n---\n', '---\ntitle: 甲\n---\n'],
    ['---\nurl: /{{ slug }}/\nx: {{ unknown }}\n---\n', '---\nurl: /jia/\nx:\n---\n'],
    ['---\ntags: [{{ title }}, b]\n---\n', '---\ntags: ["甲", b]\n---\n'],
    ['---\ntags:\n  - {{ title }}\n---\n', '---\ntags:\n  - 甲\n---\n'],
    ['---\n# {{ title }}\nlayout: {{ layout }}\n---\n# {{ title }}\n', '---\n# 甲\nlayout: post\n---\n# 甲\n'],
    ['# {{ title }}\n', '---\n---\n# 甲\n'],
    ['', '---\n---\n'],
    ['---\ntitle: {{ title }}\n', '---\ntitle: 甲\n---\n'],
    ['---\nx: {{ constructor }}\n---\n', '---\nx:\n---\n'],
  ])('%j', (scaffold, text) => {
    expect(fillScaffold(scaffold, values, none)).toBe(text);
  });

  test('each of our own has a title of its own', () => {
    for (const scaffold of Object.values(DEFAULT_SCAFFOLDS)) {
      const { data, diagnostics } = read(fillScaffold(scaffold, { ...values, title: '# 一: "二" [三]' }, none));
      expect([data.title, diagnostics]).toEqual(['# 一: "二" [三]', []]);
    }
  });

  test('of JSON it stays JSON', () => {
    const text = fillScaffold(
      ';;;\n"title": "{{ title }}",\n"x": {{ slug }}\n;;;\n{{ title }}',
      { ...values, title: '"甲"\\' },
      new Map([['a', 'b']]),
    );
    expect(read(text)).toMatchObject({ data: { title: '"甲"\\', x: 'jia', a: 'b' }, diagnostics: [] });
  });
});

describe('settings take the place of what stands there', () => {
  const set = (scaffold: string, ...settings: [string, string][]) => fillScaffold(scaffold, values, new Map(settings));

  test.each([
    ['---\ntitle: a\n---\n', 'mathjax', 'true', '---\ntitle: a\nmathjax: true\n---\n'],
    ['---\ntitle: a\ntags:\n---\nb', 'tags', '[x, 乙]', '---\ntitle: a\ntags: [x, 乙]\n---\nb'],
    ['---\ntags:\n  - a\n  - b\ntitle: a\n---\n', 'tags', '[x]', '---\ntags: [x]\ntitle: a\n---\n'],
    ['---\ntags:\n- a\n- b\ntitle: a\n---\n', 'tags', 'x', '---\ntags: x\ntitle: a\n---\n'],
    ['---\ntags:\n\n- a\n---\n', 'a', '$1 $&', '---\ntags:\n\n- a\na: $1 $&\n---\n'],
    ['---\nsubtitle: a\n---\n', 'title', 'a: b', '---\nsubtitle: a\ntitle: "a: b"\n---\n'],
    ['', 'x', '[1', '---\nx: "[1"\n---\n'],
    ['---\na.b: 1\naxb: 2\n---\n', 'a.b', '3', '---\na.b: 3\naxb: 2\n---\n'],
  ])('in %j: %s=%s', (scaffold, key, value, text) => {
    expect(set(scaffold, [key, value])).toBe(text);
    expect(read(text).diagnostics).toEqual([]);
  });
});

describe('a word is quoted where YAML would read something else', () => {
  test.each([
    '甲',
    'a b',
    '2024-05-01 08:00:00',
    'true',
    '5',
    '007',
    '1.50',
    'C++',
    'a:b',
    "it's",
    'yes',
    '《書》',
    '',
  ])('%j stays bare', (word) => {
    expect(quoteScalar(word)).toBe(word);
  });

  test.each([
    ['a: b', '"a: b"'],
    ['# a', '"# a"'],
    ['a #b', '"a #b"'],
    ['- a', '"- a"'],
    ['[置頂]', '"[置頂]"'],
    ['[置頂] 公告', '"[置頂] 公告"'],
    ['{a: b}', '"{a: b}"'],
    ['"a', '"\\"a"'],
    ["'a'", '"\'a\'"'],
    ['*a*', '"*a*"'],
    ['null', '"null"'],
    ['~', '"~"'],
    [' a ', '" a "'],
    ['a\nb', '"a\\nb"'],
    ['a\u0096b', '"a\\u0096b"'],
    ['%a', '"%a"'],
    ['@a', '"@a"'],
    ['undefined: x', '"undefined: x"'],
  ])('%j becomes %s', (word, written) => {
    expect(quoteScalar(word)).toBe(written);
  });
});
