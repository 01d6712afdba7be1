/**
 * The mistakes that writers of Chinese make in front matter: where each is told, what is
 * said to be wrong, and the line as it should be.
 */
import { describe, expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';
import { describeIn } from '../../../src/model/describe.ts';
import { parse } from './reading.ts';

const FILE = toSourcePath('source/_posts/a.md');

/** `severity code line:column | what is wrong | what to do` of each. */
function tell(text: string): string[] {
  return splitFrontMatter(text, FILE).diagnostics.map((one) => {
    const { message, hint = '' } = describeIn('en', one);
    return `${one.severity} ${one.code} ${one.at?.line}:${one.at?.column} | ${message} | ${hint}`;
  });
}

const read = (detail: string): string => `The front matter cannot be read: ${detail}.`;

describe('what YAML cannot read is told with the mended line', () => {
  test.each([
    ['title:中文', '2:6', 'there is no space behind the colon', 'title: 中文'],
    ['title：中文', '2:6', 'the colon is a full-width one', 'title: 中文'],
    ['title ：中文', '2:7', 'the colon is a full-width one', 'title: 中文'],
    ['標題：中文', '2:3', 'the colon is a full-width one', 'title: 中文'],
    ['日期：2024年5月1日', '2:3', 'the colon is a full-width one', 'date: 2024年5月1日'],
    [
      'title: [翻譯] 標題',
      '2:8',
      'a value that begins with a bracket is read as a list or a map',
      'title: "[翻譯] 標題"',
    ],
    [
      'title: {草稿} 標題',
      '2:8',
      'a value that begins with a bracket is read as a list or a map',
      'title: "{草稿} 標題"',
    ],
    ['title: @x', '2:8', 'a value cannot begin with `@`', 'title: "@x"'],
    ['title: `code` 的用法', '2:8', 'a value cannot begin with ```', 'title: "`code` 的用法"'],
    ['title: *重點*', '2:8', 'a value cannot begin with `*`', 'title: "*重點*"'],
    ['title: %100', '2:8', 'a value cannot begin with `%`', 'title: "%100"'],
    ['title: a: b', '2:9', 'a value cannot hold a colon and a space', 'title: "a: b"'],
    ['title: “a: b”', '2:8', 'the quotes are full-width ones', 'title: "a: b"'],
    ['title: 「重點: 其一」', '2:11', 'a value cannot hold a colon and a space', 'title: "「重點: 其一」"'],
    ['title: "中文', '2:8', 'a quote is not closed', 'title: "中文"'],
    ['title: "引用" 的用法', '2:12', 'text follows the closing quote', 'title: \'"引用" 的用法\''],
    ['title: "\\lambda 演算"', '2:9', 'a backslash between double quotes begins an escape', "title: '\\lambda 演算'"],
    ['tags: [甲, 乙', '2:7', 'a value that begins with a bracket is read as a list or a map', 'tags: [甲, 乙]'],
    ['tags: [甲，乙', '2:7', 'a value that begins with a bracket is read as a list or a map', 'tags: [甲, 乙]'],
    ['tags: [甲，乙］', '2:11', 'the brackets are full-width ones', 'tags: [甲, 乙]'],
    ['tags:[甲, 乙]', '2:5', 'there is no space behind the colon', 'tags: [甲, 乙]'],
    ['title = 中文', '2:6', 'there is no colon behind the key', 'title: 中文'],
    ['title 中文', '2:6', 'there is no colon behind the key', 'title: 中文'],
    ['　title: 中文: 二', '2:1', 'it is indented with full-width spaces', 'title: "中文: 二"'],
    ['\u200btitle：中文', '2:1', 'an invisible character stands before the key', 'title: 中文'],
  ])('%s', (line, place, detail, mend) => {
    expect(tell(`---\n${line}\ndate: 2024-05-01\n---\n正文\n`)).toEqual([
      `error front-matter/syntax ${place} | ${read(detail)} | Write \`${mend}\`.`,
    ]);
    const mended = splitFrontMatter(`---\n${mend}\nlayout: post\n---\n`, FILE);
    expect(mended.diagnostics).toEqual([]);
    expect(Object.keys(mended.data)).toHaveLength(2);
  });

  test('in the last line, and below sound ones', () => {
    expect(tell('---\ndate: 2024-05-01\ntags:\n  - 甲\ntitle：中文\n---\n')).toEqual([
      `error front-matter/syntax 5:6 | ${read('the colon is a full-width one')} | Write \`title: 中文\`.`,
    ]);
    expect(tell('---\ntitle: 甲\ntags:\n  - @乙\n---\n')).toEqual([
      `error front-matter/syntax 4:5 | ${read('a value cannot begin with `@`')} | Write \`  - "@乙"\`.`,
    ]);
  });

  test('a key that stands there twice', () => {
    expect(tell('---\ntitle: 甲\ntags: 乙\ntitle: 丙\n---\n')).toEqual([
      `error front-matter/syntax 4:1 | ${read('`title` stands on line 2 already')} | Keep one of the two lines.`,
    ]);
  });

  test('tabs are read, and told', () => {
    expect(tell('---\ntitle: 甲\ntags:\n\t- 乙\n---\n')).toEqual([
      expect.stringMatching(/^warning front-matter\/tabs 4:1 .*Replace the tabs by spaces\.$/),
    ]);
  });
});

describe('what YAML reads otherwise than it was meant is told with the mended line', () => {
  test.each([
    ['tags: 甲、乙', 'one-word 2:7', 'tags: [甲, 乙]'],
    ['tags: 甲，乙，丙', 'one-word 2:7', 'tags: [甲, 乙, 丙]'],
    ['tags: 甲, 乙', 'one-word 2:7', 'tags: [甲, 乙]'],
    ['tags: [甲，乙]', 'one-word 2:7', 'tags: [甲, 乙]'],
    ['tags: [甲、乙, 丙]', 'one-word 2:7', 'tags: [甲, 乙, 丙]'],
    ['tags: ［甲，乙］', 'one-word 2:7', 'tags: [甲, 乙]'],
    ['tags: 【甲】', 'one-word 2:7', 'tags: [甲]'],
    ['tags: #甲 #乙', 'one-word 2:7', 'tags: [甲, 乙]'],
    ['categories: 甲；乙', 'one-word 2:13', 'categories: [甲, 乙]'],
    ['tags: C++、C#', 'one-word 2:7', 'tags: [C++, C#]'],
    ['tags:\n  -甲\n  -乙', 'one-word 3:3', '  - 甲'],
    ['tags:\n  － 甲\n  － 乙', 'one-word 3:3', '  - 甲'],
    ['tags:\n  • 甲', 'one-word 3:3', '  - 甲'],
    ['title: 用 #標籤 分類', 'comment 2:10', 'title: "用 #標籤 分類"'],
    ['標題: 甲', 'unread-key 2:1', 'title: 甲'],
    ['标签: [甲]', 'unread-key 2:1', 'tags: [甲]'],
    ['Title: 甲', 'unread-key 2:1', 'title: 甲'],
    ['catagories: [甲]', 'unread-key 2:1', 'categories: [甲]'],
    ['catergorie: 甲', 'unread-key 2:1', 'categories: 甲'],
    ['draft: 是', 'no-flag 2:8', 'draft: true'],
    ['published: no', 'no-flag 2:12', 'published: false'],
    ['comments: "off"', 'no-flag 2:11', 'comments: false'],
  ])('%j', (lines, place, mend) => {
    const told = tell(`---\n${lines}\ndate: 2024-05-01\n---\n`);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^warning front-matter/${place} `));
    expect(told[0]).toContain(`write \`${mend}\`.`.replace(/^w/, told[0]?.includes(' | Write') ? 'W' : 'w'));
    expect(tell(`---\n${/^ /.test(mend) ? `tags:\n${mend}` : mend}\ndate: 2024-05-01\n---\n`)).toEqual([]);
  });

  test.each([
    'title: 甲、乙與丙',
    'catalog: true\nsubtitle: 乙\nkeywords: 丙\ncopyright: true\nupdated_at: x\ndescription_en: x',
    'unpublished: true\npublisher: 乙\nupdater: 丙\ncontents: x\nexpert: x',
    'catagories: x\ncategories: [甲]',
    'title: 「甲」，乙',
    'title: C# 入門',
    "title: '甲 #乙'",
    'tags: 機器學習',
    'tags: Machine Learning',
    'tags: "甲、乙"',
    'tags: [甲, 乙]',
    'tags: ["甲、乙", 丙]',
    'tags:\n  - 甲、乙',
    'tags:\n- 甲',
    'tags:\n  - -5',
    'tags: # 還沒想好',
    'keywords: 甲, 乙',
    'description: 甲，乙。',
    'draft: true',
    'published: false',
    'comments: "true"',
    'title: 甲\n標題: 乙',
    'TOC: true',
    '心情: 好',
    'description: |\n  標題: 不是鍵\n  tags: 甲、乙',
  ])('nothing is told of %j', (lines) => {
    expect(tell(`---\n${lines}\ndate: 2024-05-01\n---\n`)).toEqual([]);
  });
});

describe('fences', () => {
  const below = (line: number): string => `Write \`---\` on a line of its own, below line ${line}.`;
  const wrong = 'Write `---`: three hyphens at the beginning of the line.';
  test.each([
    ['---\ntitle: 甲\ndate: 2024-05-01\n\n正文\n', 'unclosed 1:1', below(3)],
    ['---\ntitle: 甲\ntags:\n  - 乙\n正文\n', 'unclosed 1:1', below(4)],
    ['---\ntitle: 甲\n－－－\n正文\n', 'unclosed 3:1', wrong],
    ['---\ntitle: 甲\n———\n正文\n', 'unclosed 3:1', wrong],
    ['---\ntitle: 甲\n--\n正文\n', 'unclosed 3:1', wrong],
    ['---\ntitle: 甲\n ---\n正文\n', 'unclosed 3:1', wrong],
    ['－－－\ntitle: 甲\n－－－\n正文\n', 'wrong-fence 1:1', wrong],
    ['———\ntitle: 甲\n———\n正文\n', 'wrong-fence 1:1', wrong],
    ['--\ntitle: 甲\n--\n正文\n', 'wrong-fence 1:1', wrong],
    ['  ---\ntitle: 甲\n  ---\n正文\n', 'wrong-fence 1:1', wrong],
    ['\n\n——\ntitle：甲\n——\n', 'wrong-fence 3:1', wrong],
    ['+++\ntitle = "甲"\n+++\n正文\n', 'wrong-fence 1:1', 'Write YAML between two lines of `---`: TOML is not read.'],
  ])('%j', (text, place, remedy) => {
    expect(tell(text)).toHaveLength(1);
    expect(tell(text)[0]).toMatch(new RegExp(`^error front-matter/${place} `));
    expect(tell(text)[0]?.endsWith(` | ${remedy}`)).toBe(true);
  });

  test.each([
    ['spaces behind them', '---  \ntitle: 甲\n--- \t\n正文\n'],
    ['blank lines above them', '\n\n---\ntitle: 甲\n---\n正文\n'],
    ['full-width spaces on the lines above', '　\n---\ntitle: 甲\n---\n正文\n'],
    ['a byte order mark too many', '\ufeff---\ntitle: 甲\n---\n正文\n'],
    ['a zero-width space before them', '\u200b---\ntitle: 甲\n---\n正文\n'],
    ['more dashes', '-----\ntitle: 甲\n-----\n正文\n'],
  ])('are found with %s', (_what, text) => {
    expect(splitFrontMatter(text, FILE)).toMatchObject({ data: { title: '甲' }, body: '正文\n', diagnostics: [] });
  });

  test.each(['——\n\n引言\n', '--\n好\n', '---\n\n一段文字\n\n---\n', '+++\n甲\n+++\n', '——\n重點：甲\n——\n'])(
    '%j is prose',
    (text) => expect(splitFrontMatter(text, FILE)).toMatchObject({ data: {}, body: text, diagnostics: [] }),
  );
});

describe('a date', () => {
  test.each([
    ['2024 年 5 月 1 日', '2024-05-01'],
    ['２０２４-０５-０１', '2024-05-01'],
    ['2024年5月1日 下午3點', '2024-05-01 15:00:00'],
    ['2024年5月1日 上午9時30分', '2024-05-01 09:30:00'],
    ['2024-05-01 09：30', '2024-05-01 09:30:00'],
    ['2024-05-01-09:30', '2024-05-01 09:30:00'],
    ['2024-05-01 星期三', '2024-05-01'],
    ['民國113年5月1日', '2024-05-01'],
    ['“2024-05-01”', '2024-05-01'],
    ['20240501', '2024-05-01'],
    ['2024－05－01', '2024-05-01'],
  ])('%s', (written, meant) => {
    const { diagnostics } = parse(`---\ntitle: 甲\ndate: ${written}\n---\n`);
    expect(diagnostics.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`)).toEqual(['post/bad-date 3:1']);
    expect(diagnostics[0]?.values.remedy).toBe(`Write \`date: ${meant}\`.`);
  });

  test.each(['昨天', '2024-02-30', '13/5/1', '2024-13'])('%s is told by example', (written) => {
    const { diagnostics } = parse(`---\ntitle: 甲\ndate: ${written}\n---\n`);
    expect(diagnostics[0]?.values.remedy).toBe('Write it as `2024-05-01` or `2024-05-01 09:30:00`.');
  });

  test.each(['2024年5月1日', '2024/5/1', '2024.5.1 9:30', '2024-05-01 3:05 PM', '2024-05'])('%s is read', (written) => {
    expect(parse(`---\ntitle: 甲\ndate: ${written}\n---\n`).diagnostics).toEqual([]);
  });
});
