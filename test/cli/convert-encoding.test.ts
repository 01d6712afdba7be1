/**
 * `mojing convert-encoding` on a blog in Big5 and GBK: what it changes, what it keeps, and
 * what it leaves alone.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encode } from '../support/encode.ts';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const TRADITIONAL = '---\r\ntitle: 我的第一篇文章\r\ndate: 2024-05-01\r\n---\r\n這是一篇關於機率的文章。\r\n';
const SIMPLIFIED = '---\ntitle: 我的第一篇文章\ndate: 2024-05-02\n---\n这是一篇关于概率的文章。\n';

let site = '';

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'mojing-encoding-'));
  write('_config.yml', 'title: 測試\nurl: https://example.com\n');
  write('source/_posts/big5.md', encode(TRADITIONAL, 'big5'));
  write('source/_posts/gbk.md', encode(SIMPLIFIED, 'gb18030'));
  write('source/_posts/utf8.md', '---\ntitle: 好\ndate: 2024-05-03\n---\n好\n');
});

afterEach(() => rmSync(site, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), content);
}

const bytesOf = (path: string): Buffer => readFileSync(join(site, path));
const read = (path: string): string => bytesOf(path).toString('utf8');

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const env = { ...process.env, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync('node', [CLI, ...args], { cwd: site, encoding: 'utf8', env });
  return { code: status, out: stdout, err: stderr };
}

test('a build refuses each file with its encoding, its first words and the command that mends it', () => {
  const { code, err } = run('build');
  expect(code).toBe(1);
  expect(err).toContain('error post/not-utf8  source/_posts/big5.md:2:8');
  expect(err).toContain('The file is not UTF-8; it seems to be Big5 (“title: 我的第一篇文章”).');
  expect(err).toContain('hint: Run `mojing convert-encoding --from big5 source/_posts/big5.md`');
  expect(err).toContain('The file is not UTF-8; it seems to be GBK (“title: 我的第一篇文章”).');
  expect(err).toContain('2 │ title: 我的第一篇文章');
  expect(existsSync(join(site, 'public'))).toBe(false);
});

test('the whole site is converted, line ends kept, the old files kept, and it builds', () => {
  const { code, out, err } = run('convert-encoding');
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    'source/_posts/big5.md  big5 → utf-8  “title: 我的第一篇文章”  (encoding-backup/source/_posts/big5.md)',
    'source/_posts/gbk.md  gb18030 → utf-8  “title: 我的第一篇文章”  (encoding-backup/source/_posts/gbk.md)',
    '',
  ]);
  expect(err).toBe('2 files converted, 2 are UTF-8 already, 0 left as they were.\n');
  expect(read('source/_posts/big5.md')).toBe(TRADITIONAL);
  expect(read('source/_posts/gbk.md')).toBe(SIMPLIFIED);
  expect(bytesOf('encoding-backup/source/_posts/big5.md')).toEqual(Buffer.from(encode(TRADITIONAL, 'big5')));
  expect(readdirSync(join(site, 'source/_posts'))).toEqual(['big5.md', 'gbk.md', 'utf8.md']);
  expect(run('build').code).toBe(0);
  expect(run('convert-encoding').err).toContain('0 files converted, 4 are UTF-8 already');
});

test('--dry-run tells the same and touches nothing', () => {
  const before = bytesOf('source/_posts/big5.md');
  const { code, out, err } = run('convert-encoding', '--dry-run');
  expect(code).toBe(0);
  expect(out.split('\n')).toHaveLength(3);
  expect(err).toContain('2 files would be converted');
  expect(bytesOf('source/_posts/big5.md')).toEqual(before);
  expect(existsSync(join(site, 'encoding-backup'))).toBe(false);
});

test('a backup is never overwritten', () => {
  run('convert-encoding');
  write('source/_posts/big5.md', encode(`${TRADITIONAL}又寫了一行字。\n`, 'big5'));
  expect(run('convert-encoding').out).toContain('(encoding-backup/source/_posts/big5.md.2)');
  expect(bytesOf('encoding-backup/source/_posts/big5.md')).toEqual(Buffer.from(encode(TRADITIONAL, 'big5')));
  write('source/_posts/big5.md', encode(TRADITIONAL, 'big5'));
  expect(run('convert-encoding').out).toContain('(encoding-backup/source/_posts/big5.md)');
});

describe('what is not plain', () => {
  test('is left alone until it is named', () => {
    write('source/_posts/short.md', encode('測試', 'big5'));
    const { code, err } = run('convert-encoding', 'source/_posts/short.md');
    expect(code).toBe(1);
    expect(err).toContain('error encoding/unsure  source/_posts/short.md:1:1');
    expect(err).toContain('it may be big5 (“測試”)');
    expect(bytesOf('source/_posts/short.md')).toEqual(Buffer.from(encode('測試', 'big5')));
    expect(run('convert-encoding', '--from', 'big5', 'source/_posts/short.md').code).toBe(0);
    expect(read('source/_posts/short.md')).toBe('測試');
  });

  test('is left alone if it is not in the encoding named', () => {
    const bytes = Uint8Array.of(0xff, 0xff, 0x41);
    write('source/_posts/odd.md', bytes);
    const { code, err } = run('convert-encoding', '--from', 'gbk', 'source/_posts/odd.md');
    expect(code).toBe(1);
    expect(err).toContain('encoding/another');
    expect(bytesOf('source/_posts/odd.md')).toEqual(Buffer.from(bytes));
  });

  test('is told where UTF-8 is only damaged', () => {
    const bytes = [...new TextEncoder().encode('這是一篇文章\n壞了一個位元組')].filter((_, at) => at !== 23);
    write('source/_posts/damaged.md', Uint8Array.from(bytes));
    const { code, err } = run('convert-encoding', 'source/_posts/damaged.md');
    expect(code).toBe(1);
    expect(err).toContain('error post/not-utf8  source/_posts/damaged.md:2:2');
    expect(err).toContain('one place in it is damaged');
  });
});

test('UTF-8 is never converted twice, whatever is named', () => {
  expect(run('convert-encoding', '--from', 'big5', 'source/_posts/utf8.md').code).toBe(0);
  expect(read('source/_posts/utf8.md')).toContain('title: 好');
  expect(existsSync(join(site, 'encoding-backup'))).toBe(false);
});

test('settings, data, scaffolds and themes are converted too, pictures are not', () => {
  write('_config.yml', encode('title: 我的部落格，寫給你看\nurl: https://example.com\n', 'big5'));
  write('source/_data/menu.yml', encode('首頁: 回到這個網站的首頁\n', 'big5'));
  write('scaffolds/post.md', encode('---\ntitle: {{ title }}\n---\n這是一篇新的文章，請寫在這裡。\n', 'big5'));
  write('source/a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xa4, 0xa4, 0xa4, 0xe5));
  write('themes/my/layout/index.njk', encode('<p>這是我的網站的首頁，歡迎你來。</p>', 'big5'));
  expect(run('build').err).toContain('error post/not-utf8  _config.yml:1:8');
  expect(run('new', '甲').err).toBe(
    'scaffolds/post.md is not UTF-8. `mojing convert-encoding scaffolds/post.md` mends it.\n',
  );
  const { code, err } = run('convert-encoding');
  expect({ code, err }).toEqual({ code: 0, err: '6 files converted, 1 are UTF-8 already, 0 left as they were.\n' });
  expect(read('_config.yml')).toContain('title: 我的部落格');
  expect(bytesOf('source/a.png')[0]).toBe(0x89);
  expect(run('new', '甲').code).toBe(0);
});

test('UTF-16 with a byte order mark is converted without it; a page of HTML names the new encoding', () => {
  write('source/_posts/notepad.md', encode('\ufeff---\r\ntitle: x\r\n---\r\n', 'utf-16le'));
  write('source/old.html', encode('<html><meta charset="big5"><p>這是我以前寫的網頁，還在這裡。</p>', 'big5'));
  expect(run('convert-encoding').code).toBe(0);
  expect(read('source/_posts/notepad.md')).toBe('---\r\ntitle: x\r\n---\r\n');
  expect(read('source/old.html')).toContain('<meta charset="utf-8">');
});

test('only files of the site are touched; a link is not followed, permissions are kept', () => {
  chmodSync(join(site, 'source/_posts/big5.md'), 0o640);
  symlinkSync(join(site, 'source/_posts/big5.md'), join(site, 'source/_posts/link.md'));
  expect(run('convert-encoding', '../x.md').code).toBe(2);
  expect(run('convert-encoding', tmpdir()).err).toMatch(/lies outside/);
  expect(run('convert-encoding', '--from', 'big6').err).toContain('There is no encoding `big6`');
  expect(run('convert-encoding', 'source/_posts').out.split('\n')).toHaveLength(3);
  expect(statSync(join(site, 'source/_posts/big5.md')).mode & 0o777).toBe(0o640);
});

test('--json tells each file and the counts', () => {
  const lines = run('convert-encoding', '--json')
    .out.trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    {
      type: 'converted',
      path: 'source/_posts/big5.md',
      from: 'big5',
      sample: 'title: 我的第一篇文章',
      backup: 'encoding-backup/source/_posts/big5.md',
    },
    expect.objectContaining({ path: 'source/_posts/gbk.md', from: 'gb18030' }),
    { type: 'summary', sound: 2, converted: 2, refused: 0 },
  ]);
});
