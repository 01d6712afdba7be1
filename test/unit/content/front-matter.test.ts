import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import { toSourcePath } from '../../../src/base/path.ts';
import { locateKey, type SplitText, splitFrontMatter } from '../../../src/content/front-matter.ts';
import { describe as describeDiagnostic } from '../../../src/model/messages.ts';
import { decodeText } from '../../../src/model/sources.ts';

const file = toSourcePath('source/_posts/a.md');

/** As a file is read: from its bytes. */
function split(text: string): SplitText {
  return splitFrontMatter(decodeText(new TextEncoder().encode(text)) ?? '', file);
}

const told = ({ diagnostics }: SplitText): string[] =>
  diagnostics.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`);

const remedyOf = ([diagnostic]: readonly Diagnostic[]): string =>
  (diagnostic && describeDiagnostic(diagnostic).hint) ?? '';

describe('every form of front matter gives the same data and body', () => {
  test.each([
    ['fenced', '---\ntitle: 甲\ntags: [a]\n---\n正文\n', 5],
    ['with longer fences', '-----\ntitle: 甲\ntags: [a]\n------\n正文\n', 5],
    ['with spaces behind the fences', '---  \ntitle: 甲\ntags: [a]\n--- \t\n正文\n', 5],
    ['named yaml', '---yaml\ntitle: 甲\ntags: [a]\n---\n正文\n', 5],
    ['below blank lines', '\n \n---\ntitle: 甲\ntags: [a]\n---\n正文\n', 7],
    ['with no first fence (Hexo 2)', 'title: 甲\ntags: [a]\n---\n正文\n', 4],
    ['with no first fence, lists and comments', '# old\ntitle: 甲\ntags:\n- a\n---\n正文\n', 6],
    ['JSON between semicolons', ';;;\n"title": "甲",\n"tags": ["a"]\n;;;\n正文\n', 5],
    ['JSON with no first fence', '"title": "甲",\n"tags": ["a"]\n;;;\n正文\n', 4],
    ['JSON between dashes', '---json\n{"title": "甲",\n"tags": ["a"]}\n---\n正文\n', 5],
    ['with a BOM', '\ufeff---\ntitle: 甲\ntags: [a]\n---\n正文\n', 5],
    ['with a BOM and no first fence', '\ufefftitle: 甲\ntags: [a]\n---\n正文\n', 4],
    ['with CRLF', '---\r\ntitle: 甲\r\ntags: [a]\r\n---\r\n正文\r\n', 5],
    ['with a BOM and CRLF', '\ufeff---\r\ntitle: 甲\r\ntags: [a]\r\n---\r\n正文\r\n', 5],
    ['with CR alone', '---\rtitle: 甲\rtags: [a]\r---\r正文\r', 5],
    ['with all three line ends', '---\r\ntitle: 甲\rtags: [a]\n---\r\n正文\n', 5],
    ['with a comment', '---\n# tags: [b]\ntitle: 甲 # here\ntags: [a]\n---\n正文\n', 6],
    ['in braces', '---\n{title: 甲, tags: [a]}\n---\n正文\n', 4],
  ])('%s', (_form, text, bodyLine) => {
    expect(split(text)).toMatchObject({
      data: { title: '甲', tags: ['a'] },
      body: '正文\n',
      bodyLine,
      diagnostics: [],
    });
  });
});

describe('tabs', () => {
  test('that indent are two spaces each, and the first is told', () => {
    const result = split('---\ntitle: 甲\ntags:\n\t- a\n\t- b\ntoc:\n  \tdepth: 2\n---\n正文');
    expect(result.data).toEqual({ title: '甲', tags: ['a', 'b'], toc: { depth: 2 } });
    expect(told(result)).toEqual(['front-matter/tabs 4:1']);
  });

  test('behind spaces are told at the tab', () => {
    expect(told(split('---\ntoc:\n  \tdepth: 2\n---\n'))).toEqual(['front-matter/tabs 3:3']);
  });

  test('between words are left alone', () => {
    expect(split('---\ntitle:\t甲\t乙\n---\n')).toMatchObject({ data: { title: '甲\t乙' }, diagnostics: [] });
  });

  test('do not shift the column of a fault', () => {
    const result = split('---\ntoc:\n\t\tdepth: {a\n---\n');
    expect(told(result).at(-1)).toMatch(/^front-matter\/syntax 3:/);
  });
});

describe('dates stay text, to be read in the zone of the site', () => {
  test.each([
    '2021-08-28 15:00:00 +0800',
    '2021-08-28',
    '2021-08-28T15:00:00.123456Z',
    '2013/9/2',
    '2021-08-28 09:47:2',
  ])('%s', (date) => {
    expect(split(`---\ndate: ${date}\n---\n`).data.date).toBe(date);
    expect(split(`---\ndate: "${date}"\n---\n`).data.date).toBe(date);
  });
});

describe('words stay as they are written', () => {
  test.each([
    ['007', '007'],
    ['0x1F', '0x1F'],
    ['0o17', '0o17'],
    ['1.50', '1.50'],
    ['3.10', '3.10'],
    ['1e3', '1e3'],
    ['12e45', '12e45'],
    ['+5', '+5'],
    ['.inf', '.inf'],
    ['12345678901234567890', '12345678901234567890'],
    ['123', 123],
    ['-1.5', -1.5],
    ['true', true],
    ['null', null],
    ['~', null],
    ['', null],
    ['yes', 'yes'],
    ['!!int 0x1F', 31],
  ])('title: %s', (written, value) => {
    expect(split(`---\ntitle: ${written}\n---\n`).data.title).toBe(value);
  });
});

describe('what only looks like front matter is left in the text', () => {
  test.each([
    ['a heading of two lines', 'hello\n---\n正文\n'],
    ['a rule below prose with a colon', 'Note: x\n\n---\n正文\n'],
    ['a rule below several lines', '這是一段。\n\ntitle: 不是\n\n---\n正文\n'],
    ['a rule as the first line', '---\n\n這是一段文字。\n\n更多\n'],
    ['prose between two rules', '---\n\n這是一段文字：如此。\n\n---\n\n更多\n'],
    ['bold prose between two rules', '---\n\n**粗體**開頭。\n\n---\n'],
    ['a list between two rules', '---\n- **甲**：一\n- [乙](b.html)\n---\n'],
    ['a rule of dashes with words', '--- 分隔 ---\n正文\n---\n'],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |\n'],
    ['nothing', ''],
    ['plain text', '只有正文'],
  ])('%s', (_what, text) => {
    expect(split(text)).toMatchObject({ data: {}, body: text, bodyLine: 1, diagnostics: [] });
  });

  test('and rules below the front matter belong to the body', () => {
    const result = split('---\ntitle: 甲\n---\npara\n\n---\n\ntitle: NotMeta\n\n---\nend');
    expect(result).toMatchObject({
      data: { title: '甲' },
      body: 'para\n\n---\n\ntitle: NotMeta\n\n---\nend',
      bodyLine: 4,
    });
  });

  test('a line of the front matter may begin with dashes', () => {
    expect(told(split('---\ntitle: 甲\n--- 乙\ndate: 2024-01-01\n---\n正文'))).toHaveLength(1);
    expect(split('---\ntext: |\n  a\n  --- b\ndate: 2024-01-01\n---\n').data).toEqual({
      text: 'a\n--- b\n',
      date: '2024-01-01',
    });
  });
});

test('front matter may be empty, or all there is', () => {
  expect(split('---\n---\n正文')).toMatchObject({ data: {}, body: '正文', bodyLine: 3, diagnostics: [] });
  expect(split('---\n# nothing\n---\n正文')).toMatchObject({ data: {}, body: '正文', bodyLine: 4, diagnostics: [] });
  expect(split('---\ntitle: 甲\n---')).toMatchObject({ data: { title: '甲' }, body: '', diagnostics: [] });
});

describe('no key reaches a prototype', () => {
  test.each([
    '---\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n---\n',
    '---\nx: &x {"__proto__": {polluted: 1}}\n<<: *x\n---\n',
    ';;;\n"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}\n;;;\n',
  ])('%j', (text) => {
    const { data } = split(text);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(data.polluted).toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('and a key named like a method is a key', () => {
    expect(split('---\nconstructor: a\ntoString: b\n---\n').data).toEqual({ constructor: 'a', toString: 'b' });
  });
});

describe('a bomb is a fault, not a crash', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `k${n}: &k${n} [${n === 0 ? 'x' : Array(9).fill(`*k${n - 1}`)}]`);

  test('billions of laughs', () => {
    const result = split(`---\ntitle: 甲\n${laughs.join('\n')}\n---\n`);
    expect(result.data).toEqual({});
    expect(told(result)[0]).toMatch(/^front-matter\/syntax /);
  });

  test('a value that holds itself', () => {
    expect(told(split('---\na: &a [*a]\n---\n'))[0]).toMatch(/^front-matter\/syntax /);
  });

  test('ten thousand brackets', () => {
    expect(told(split(`---\na: ${'['.repeat(10_000)}\n---\n`))[0]).toMatch(/^front-matter\/syntax /);
    expect(told(split(`;;;\n"a": ${'['.repeat(10_000)}${']'.repeat(10_000)}\n;;;\n`)).length).toBeLessThanOrEqual(1);
  });
});

describe('a fault is told at its line and column, with a remedy', () => {
  test.each([
    [
      'a colon in a title',
      '---\ndate: 2024-01-01\ntitle: Foo: bar\n---\n',
      'front-matter/syntax 3:11',
      /title: "Foo: bar"/,
    ],
    ['a full-width colon', '---\ndate: 2024-01-01\ntitle：甲\n---\n', 'front-matter/syntax 3:6', /title: 甲/],
    ['a full-width colon alone', '---\ntitle：甲\n---\n', 'front-matter/syntax 2:6', /title: 甲/],
    ['no space behind a colon', '---\ntitle:甲\n---\n', 'front-matter/syntax 2:6', /title: 甲/],
    [
      'a quote that is not closed',
      '---\ntitle: "甲\ndate: 2024-01-01\n---\n',
      'front-matter/syntax 2:8',
      /title: "甲"/,
    ],
    ['a bracket in a title', '---\ntitle: [置頂] 公告\n---\n', 'front-matter/syntax 2:8', /title: "\[置頂\] 公告"/],
    ['an asterisk', '---\ntitle: *甲*\n---\n', 'front-matter/syntax 2:8', /title: "\*甲\*"/],
    ['an indented first key', '---\n title: 甲\nmathjax: true\n---\n', 'front-matter/syntax 3:1', /./],
    ['a key that comes twice', '---\ntitle: 甲\ntitle: 乙\n---\n', 'front-matter/syntax 3:1', /./],
    ['below blank lines', '\n\n---\ntitle: a: b\n---\n', 'front-matter/syntax 4:9', /./],
    ['with CRLF', '\ufeff---\r\ndate: 2024-01-01\r\ntitle: a: b\r\n---\r\n', 'front-matter/syntax 3:9', /./],
    ['with CR', '---\rdate: 2024-01-01\rtitle: a: b\r---\r', 'front-matter/syntax 3:9', /./],
    ['with no first fence', 'title: a: b\ndate: 2024-01-01\n---\n', 'front-matter/syntax 1:9', /./],
    ['JSON with a word', ';;;\n"title": "x",\n"date": x\n;;;\n', 'front-matter/syntax 3:9', /JSON/],
    ['JSON with no value', ';;;\n"title": "x", "date": \n;;;\nBody', 'front-matter/syntax 2:21', /JSON/],
    ['JSON with a comma too many', ';;;\n"title": "x",\n"tags": ["a",]\n;;;\n', 'front-matter/syntax 3:13', /JSON/],
    ['JSON with a comma at its end', ';;;\n"title": "x",\n;;;\n', 'front-matter/syntax 2:13', /JSON/],
    ['JSON with no comma', '---json\n{"title": "x"\n"date": 1}\n---\n', 'front-matter/syntax 3:1', /JSON/],
    ['JSON with a quote that is not closed', ';;;\n"title": "x\n;;;\n', 'front-matter/syntax 2:', /JSON/],
    ['JSON that is a list', '---json\n["a"]\n---\n', 'front-matter/not-a-map 2:1', /./],
    ['a language that is not read', '---js\n{ title: console.log(1) }\n---\n', 'front-matter/syntax 1:1', /YAML/],
    ['TOML', '---toml\ntitle = "a"\n---\n', 'front-matter/syntax 1:1', /YAML/],
    ['no last fence', '---\ntitle: 甲\n\n正文', 'front-matter/unclosed 1:1', /---/],
    ['no last fence, below blank lines', '\n---\ntitle: 甲\n\n正文', 'front-matter/unclosed 2:1', /---/],
  ])('%s', (_what, text, place, remedy) => {
    const result = split(text);
    expect(told(result)).toHaveLength(1);
    expect(told(result)[0]).toContain(place);
    expect(remedyOf(result.diagnostics)).toMatch(remedy);
    expect(result.data).toEqual({});
  });
});

describe('a key is found where it stands', () => {
  const at = (text: string, key: string): string => {
    const { line, column, length } = locateKey(split(text), file, key);
    return `${line}:${column}+${length}`;
  };

  test.each([
    ['---\ntitle: 甲\ndate: 乙丙\n---\n', 'date', '3:1+8'],
    ['---\ntoc:\n  date: 1\ndate: x\n---\n', 'date', '4:1+7'],
    ['---\nexcerpt: |\n  date: 1\ndate: x\n---\n', 'date', '4:1+7'],
    ['---\n"date": x\n---\n', 'date', '2:2+8'],
    ['date: x\n---\n', 'date', '1:1+7'],
    [';;;\n"title": "a", "x": 1,\n"date": "b"\n;;;\n', 'date', '3:2+10'],
    ['---\n  title: a\n  date: b\n---\n', 'date', '3:3+7'],
    ['---\nupdate: 1\ndate: 2\n---\n', 'date', '3:1+7'],
    ['---\nc++: 1\n---\n', 'c++', '2:1+6'],
    ['---\ntitle: 甲\n---\n', 'date', '2:1+8'],
  ])('%j', (text, key, place) => {
    expect(at(text, key)).toBe(place);
  });
});
