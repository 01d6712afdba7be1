/**
 * `mojing check` as a user runs it: what it tells of a blog, its exit codes, and that it writes nothing.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runIn } from './site.ts';

let site = '';

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'mojing-check-'));
  write('_config.yml', settings(''));
  write(
    'source/_posts/甲.md',
    '---\ntitle: 甲\ndate: 2024-05-01\n---\n## 第一節\n\n[乙](乙.md#第一節) ![圖](/圖.svg)\n',
  );
  write('source/_posts/乙.md', '---\ntitle: 乙\ndate: 2024-05-02\n---\n## 第一節\n\n[甲](/2024/05/01/甲/)\n');
  write('source/圖.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
});

afterEach(() => rmSync(site, { recursive: true, force: true }));

const settings = (more: string): string => `title: 測試\nurl: https://example.com\nlanguage: zh-TW\n${more}`;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
}

/** The diagnostics of one run, each as its code, place and message. */
function check(...args: string[]): { code: number | null; found: string[]; summary: Record<string, unknown> } {
  const { code, out } = runIn(site, 'check', '--json', ...args);
  const lines: Record<string, unknown>[] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const found = lines
    .slice(0, -1)
    .map(({ code: kind, file, line, message }) => `${kind} ${file ?? '-'}:${line ?? '-'} ${message}`);
  return { code, found, summary: lines.at(-1) ?? {} };
}

test('finds nothing wrong with a sound blog, and writes nothing', () => {
  const before = readdirSync(site, { recursive: true });
  const { code, found, summary } = check('--strict');
  expect({ code, found }).toEqual({ code: 0, found: [] });
  expect(summary).toMatchObject({ type: 'summary', posts: 2, errors: 0, warnings: 0, outputs: { written: 0 } });
  expect(readdirSync(site, { recursive: true })).toEqual(before);
});

test.each([
  ['in a folder of its host', 'root: /blog/\n'],
  ['with short addresses', 'pretty_urls:\n  trailing_index: false\n  trailing_html: false\npermalink: :title.html\n'],
  ['with relative links', 'relative_link: true\n'],
  ['with editions', 'editions:\n  - lang: zh-Hans\n'],
  ['with names that end in `index`', 'permalink: :title-index.html\n'],
  ['without archives', 'archive_generator: false\n'],
  [
    'without overviews',
    'archive_generator: {enabled: false}\ntag_generator: {overview: false}\ncategory_generator: {overview: false}\n',
  ],
])('a sound blog %s is sound', (_name, more) => {
  write('_config.yml', settings(more));
  write(
    'source/_posts/乙.md',
    '---\ntitle: 乙\ndate: 2024-05-02\ntags: [丙]\ncategories: 丁\n---\n## 第一節\n\n[甲](甲.md)，[首頁](/)\n',
  );
  expect(check().found).toEqual([]);
});

test('an avatar and an icon as NexT and Butterfly write them are found', () => {
  for (const [avatar, icon] of [
    ['{url: /圖.svg}', '{small: /small.svg, medium: /icon.svg}'],
    ['{img: /圖.svg}', '/icon.svg'],
  ]) {
    write('_config.yml', settings(`theme_config:\n  avatar: ${avatar}\n  favicon: ${icon}\n`));
    write('source/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(check().found).toEqual([]);
  }
});

describe('tells', () => {
  test('broken links and anchors at their place, once for post, home page and archive', () => {
    write(
      'source/_posts/丙.md',
      '---\ntitle: 丙\ndate: 2024-05-03\n---\n前文 <a href="/沒有/">x</a>\n\n[y](乙.md#第二節)\n',
    );
    expect(check().found).toEqual([
      'check/broken-link source/_posts/丙.md:5 The link leads to /沒有/, which does not exist.',
      'check/broken-anchor source/_posts/丙.md:7 The link leads to /2024/05/02/乙/, but no place there is named `#第二節`.',
    ]);
  });

  test('a broken link of Markdown once, as the build does', () => {
    write('source/_posts/丙.md', '---\ntitle: 丙\ndate: 2024-05-03\n---\n[x](/沒有/) ![y](/沒有.png)\n');
    expect(check().found.map((line) => line.split(' ')[0])).toEqual(['link/file-missing', 'image/missing']);
  });

  test('a link of the menu once, at its line in the settings', () => {
    write('_config.yml', settings('theme_config:\n  menu:\n    home: /\n    # about: /about/\n    about: /about/\n'));
    expect(check().found).toEqual([
      expect.stringMatching(
        /^check\/broken-link _config\.yml:8 The link leads to \/about\/, which does not exist \(on \d+ pages, such as/,
      ),
    ]);
  });

  test('in the language of its reader', () => {
    write('_config.yml', settings('theme_config:\n  menu:\n    about: /about/\n'));
    const { err } = runIn(site, 'check', '--lang', 'zh-TW');
    expect(err).toMatch(/連結通往 \/about\/，但沒有這個網頁（共 \d+ 頁，例如 \/\S*）。/);
  });

  test('a file that nobody uses, without showing its bytes', () => {
    write('source/images/多餘.png', 'PNG\0\n\0');
    const { err } = runIn(site, 'check', '--lang', 'zh-TW');
    expect(err).toContain('沒有網頁用到 /images/多餘.png 這個檔案。');
    expect(err).not.toContain('│');
    expect(err).toMatch(/看了 \d+ 個網頁、\d+ 個連結、\d+ 個檔案 · 0 個錯誤、1 個警告/);
  });

  test('nothing of a cover that the theme does not show', () => {
    write('source/images/封面.png', 'PNG');
    write('source/_posts/丙.md', '---\ntitle: 丙\ndate: 2024-05-03\nthumbnail: /images/封面.png\n---\n');
    expect(check().found).toEqual([]);
  });

  test('nothing of what stands below a frame that closes itself', () => {
    write('_config.yml', settings('build:\n  allow_hosts: [v.example.org]\n'));
    const frame = '<iframe src="https://v.example.org/x" width="9"/>';
    write(
      'source/_posts/丙.md',
      `---\ntitle: 丙\ndate: 2024-05-03\n---\n[其後](#其後)\n\n${frame}\n\n## 其後\n\n見 ${frame} 與\n`,
    );
    expect(check().found).toEqual([]);
  });

  test('hosts that pages load from, unless they are allowed', () => {
    write('source/_posts/丙.md', '---\ntitle: 丙\ndate: 2024-05-03\n---\n![x](https://i.example.org/x.png)\n');
    expect(check().found.join()).toMatch(
      /^check\/foreign-host source\/_posts\/丙\.md:5 Readers load pictures from i\.example\.org/,
    );
    write('_config.yml', settings('build:\n  allow_hosts: [i.example.org]\n'));
    expect(check().found).toEqual([]);
  });

  test('pages heavier than the limit', () => {
    write('_config.yml', settings('check:\n  page_kilobytes: 8\n'));
    expect(check().found.join('\n')).toMatch(
      /check\/heavy-page source\/_posts\/甲\.md:1 The page \/2024\/05\/01\/甲\/ weighs \d+ KB/,
    );
  });

  test('what the build tells of formulas', () => {
    write('source/_posts/丙.md', '---\ntitle: 丙\ndate: 2024-05-03\n---\n$\\nope$\n');
    expect(check().found.join()).toContain('math/unknown-command source/_posts/丙.md:5');
  });
});

test('exit code 1 on errors, and on warnings with --strict only', () => {
  write('source/多餘.png', 'PNG');
  expect(check().code).toBe(0);
  expect(check('--strict').code).toBe(1);
  write('source/_posts/丙.md', '---\ntitle: "丙\n---\n');
  expect(check().code).toBe(1);
});
