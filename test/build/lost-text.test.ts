/** What Markdown drops by its own rules is told, and nothing else. */
import { describe, expect, test } from 'vitest';
import { openSite } from '../support/site.ts';

/** `code line:column` of what is told of a post with this body, which begins in line 5. */
function tellOf(body: string, flavor = 'commonmark'): string[] {
  const site = openSite(
    `-- _config.yml --\nurl: https://example.com\ntheme: plain\nmarkdown: {flavor: ${flavor}}\n-- source/_posts/a.md --\n---\ntitle: 甲\ndate: 2024-05-01\n---\n${body}\n`,
  );
  return site.build().diagnostics.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`);
}

describe('of notes', () => {
  test.each([
    ['one that nobody refers to', '文\n\n[^甲]: 註', ['post/note-unused 7:1']],
    ['also in a quotation', '文\n\n> [^甲]: 註', ['post/note-unused 7:3']],
    ['the first of two of one name', '文[^1]\n\n[^1]: 一\n\n[^1]: 二', ['post/note-twice 7:1']],
    ['one that only a formula or code seems to name', '`[^1]` $x[^1]$\n\n[^1]: 註', ['post/note-unused 7:1']],
  ])('%s', (_name, body, told) => {
    expect(tellOf(body)).toEqual(told);
  });

  test.each([
    ['one that is referred to', '文[^1]\n\n[^1]: 註'],
    ['one that another note refers to', '文[^1]\n\n[^1]: 見[^2]\n\n[^2]: 註'],
    ['one of a tag', '{% note %}\n文[^1]\n\n[^1]: 註\n{% endnote %}'],
    ['one that a tag refers to', '{% note %}\n文[^1]\n{% endnote %}\n\n[^1]: 註'],
    ['one with parentheses right behind its mark', '駐點[^2](導數為零處)\n\n[^2]: 註'],
    ['one in the line', '文^[註]'],
  ])('not %s', (_name, body) => {
    expect(tellOf(body)).toEqual([]);
  });
});

describe('of tables', () => {
  test.each([
    ['cells beyond the width', '| a | b |\n| - | - |\n| 1 | 2 | 三 |\n| 1 | 2 |', ['post/row-cut 7:11']],
    ['in an item', '- | a |\n  | - |\n  | 1 | 二 |', ['post/row-cut 7:9']],
    ['without bars at the ends', 'a | b\n-- | --\n1 | 2 | 三', ['post/row-cut 7:9']],
    ['a bar in code', '| a |\n| - |\n| `x|y` |', ['post/row-cut 7:6']],
  ])('%s', (_name, body, told) => {
    expect(tellOf(body)).toEqual(told);
  });

  test.each([
    ['an empty cell', '| a | b |\n| - | - |\n| 1 | 2 | |'],
    ['a bar that is written as text', '| a |\n| - |\n| 1 \\| 2 |'],
    ['a formula with a bar', '| a |\n| - |\n| $p(x|y)$ |'],
    ['a reading', '| a |\n| - |\n| {漢字|ㄏㄢˋ} |'],
    ['fewer cells', '| a | b |\n| - | - |\n| 1 |'],
  ])('not %s', (_name, body) => {
    expect(tellOf(body)).toEqual([]);
  });

  test('not in the flavors of Hexo, whose tables are as wide as their widest row', () => {
    expect(tellOf('| a | b |\n| - | - |\n| 1 | 2 | 三 |', 'hexo')).toEqual([]);
  });
});
