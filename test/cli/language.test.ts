/**
 * The command in the language of its terminal: help, wrong usage, diagnostics, the
 * summary, and what a build without changes says again.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let site = '';

beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'mojing-language-'));
  mkdirSync(join(site, 'source/_posts'), { recursive: true });
  writeFileSync(join(site, '_config.yml'), 'title: 測試\nurl: https://example.com\n');
  writeFileSync(join(site, 'source/_posts/a.md'), '---\ntitle: 甲\ndate: 2024-05-01\n---\n![](b.png)\n');
});

afterAll(() => rmSync(site, { recursive: true, force: true }));

function run(
  env: Readonly<Record<string, string>>,
  ...args: string[]
): { code: number | null; out: string; err: string } {
  const { MOJING_LANG: _, LC_ALL: _all, LC_MESSAGES: _messages, LANG: _lang, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync('node', [CLI, ...args], {
    cwd: site,
    encoding: 'utf8',
    env: { ...rest, NO_COLOR: '1', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

const taiwan = { LANG: 'zh_TW.UTF-8' };
const mainland = { LC_ALL: 'zh_CN.UTF-8' };

test('a build speaks it, also when nothing has changed, and repeats nothing in another', () => {
  const first = run(taiwan, 'build');
  expect(first.err).toContain('警告 image/missing  source/_posts/a.md:5:5');
  expect(first.err).toContain('圖片 b.png 不存在。');
  expect(first.err).toContain('提示：請把檔案放在文章旁邊');
  expect(first.err).toMatch(/1 篇文章、0 個頁面、0 個公式 · \d+ 個檔案（寫入 \d+）· 0 個錯誤、1 個警告 · [\d.]+ 秒/);
  const again = run(taiwan, 'build');
  expect(again.err).toContain('圖片 b.png 不存在。');
  expect(again.err).toMatch(/沒有變動 · [\d.]+ 秒/);
  const other = run(mainland, 'build');
  expect(other.err).toContain('图片 b.png 不存在。');
  expect(other.err).not.toMatch(/[圖檔]/);
  expect(run({}, 'build').err).toContain('The picture b.png does not exist.');
});

test('programs are told in English, unless a language was asked for', () => {
  const told = (env: Record<string, string>, ...args: string[]): string =>
    JSON.parse(run(env, 'build', '--json', ...args).out.split('\n')[0] ?? '').message;
  expect(told(taiwan)).toBe('The picture b.png does not exist.');
  expect(told({ ...taiwan, MOJING_LANG: 'zh-CN' })).toBe('图片 b.png 不存在。');
  expect(told(taiwan, '--lang', 'zh-TW')).toBe('圖片 b.png 不存在。');
  expect(told(taiwan)).toBe('The picture b.png does not exist.');
});

test('help and wrong usage speak it', () => {
  expect(run(taiwan, 'help').out).toContain('把整個網站發布到 public_dir。');
  expect(run(mainland, 'build', '--help').out).toContain('把警告当成错误。');
  expect(run(mainland, 'bild')).toEqual({ code: 2, out: '', err: '没有 `bild` 这个命令。是不是要写 `build`？\n' });
  expect(run(taiwan, 'build', '--strikt').err).toBe('`mojing build` 沒有選項 --strikt。是不是要寫 --strict？\n');
  expect(run(taiwan, 'serve', '--port', 'x').err).toBe('x 不是連接埠：它是不超過 65535 的數字。\n');
  expect(run({}, 'bild').err).toBe('There is no command `bild`. Did you mean `build`?\n');
});
