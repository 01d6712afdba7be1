/**
 * `mojing serve --watch` as a writer uses it: a save shows on the page, a mistake leaves
 * the last good page in view, and nothing is published.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openClientOn } from '../support/search.ts';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let site = '';
let server: ChildProcess | undefined;

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'mojing-serve-'));
  mkdirSync(join(site, 'source/_posts'), { recursive: true });
  writeFileSync(join(site, '_config.yml'), 'title: t\nurl: https://example.com\n');
  savePost('第一版');
});

afterEach(() => {
  server?.kill('SIGTERM');
  server = undefined;
  rmSync(site, { recursive: true, force: true });
});

function savePost(body: string, title = '甲'): void {
  writeFileSync(join(site, 'source/_posts/a.md'), `---\ntitle: ${title}\ndate: 2024-05-01\n---\n${body}\n`);
}

/** Starts the server on a free port; gives its address. */
async function start(): Promise<string> {
  const child = spawn('node', [CLI, 'serve', '--watch', '--json', '--port', '0', '--cwd', site], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  server = child;
  for await (const chunk of child.stdout) return JSON.parse(String(chunk).split('\n')[0] ?? '').url;
  throw new Error('the server said nothing');
}

const open = async (url: string): Promise<string> => (await fetch(url)).text();

/** Asks until the page holds the text. */
async function waitFor(url: string, text: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const page = await open(url);
    if (page.includes(text)) return page;
    await sleep(50);
  }
  throw new Error(`${url} never showed ${text}`);
}

test('a save shows on the post and on the home page, and nothing is published', async () => {
  const url = await start();
  expect(await open(`${url}2024/05/01/a/`)).toContain('第一版');
  savePost('第二版', '乙');
  expect(await waitFor(`${url}2024/05/01/a/`, '第二版')).toContain('/_mojing/live.js');
  expect(await open(url)).toContain('乙');
  expect(existsSync(join(site, 'public'))).toBe(false);
});

test('a mistake leaves the last good page in view; mended, the new one shows', async () => {
  const url = await start();
  await open(`${url}2024/05/01/a/`);
  savePost('壞', '"never closed');
  await sleep(400);
  expect(await open(`${url}2024/05/01/a/`)).toContain('第一版');
  savePost('好');
  await waitFor(`${url}2024/05/01/a/`, '好');
});

test('new posts and new settings are seen', async () => {
  const url = await start();
  writeFileSync(join(site, 'source/_posts/b.md'), '---\ntitle: 新文章\ndate: 2024-06-01\n---\n文\n');
  await waitFor(url, '新文章');
  writeFileSync(join(site, '_config.yml'), 'title: 新名字\nurl: https://example.com\n');
  await waitFor(url, '新名字');
});

test('the settings of themes are seen, also those that come later', async () => {
  writeFileSync(join(site, 'package.json'), '{"hexo": {"version": "5.0.0"}}');
  writeFileSync(join(site, '_config.yml'), 'title: t\nurl: https://example.com\ntheme: next\n');
  const url = await start();
  writeFileSync(join(site, '_config.next.yml'), 'menu:\n  舊項: /a/ || fa\n');
  await waitFor(url, '>舊項</a>');
  writeFileSync(join(site, '_config.next.yml'), 'menu:\n  改項: /a/ || fa\n');
  await waitFor(url, '>改項</a>');
  writeFileSync(join(site, '_config.mist.yml'), 'menu:\n  新項: /a/\n');
  expect(await waitFor(url, '>新項</a>')).not.toContain('改項');
});

test('the index of the search is served, and follows an edit', async () => {
  const url = await start();
  const count = async (query: string): Promise<number> => {
    const client = await openClientOn(async (name) => {
      const response = await fetch(`${url}search/${name}`);
      if (!response.ok) throw new Error(`${name} is not there`);
      return response.text();
    });
    return (await client.search(query)).hits.length;
  };
  expect(await open(`${url}search/`)).toContain('search');
  expect([await count('第一版'), await count('第二版'), await count('神经网络')]).toEqual([1, 0, 0]);
  savePost('第二版說神經網路');
  await waitFor(`${url}2024/05/01/a/`, '第二版');
  expect([await count('第一版'), await count('第二版'), await count('神经网络')]).toEqual([0, 1, 1]);
});

test('the pages of an edition are served, and follow an edit', async () => {
  writeFileSync(
    join(site, '_config.yml'),
    'title: 軟體筆記\nurl: https://example.com\nlanguage: zh-TW\neditions: [{lang: zh-Hans, path: /zh-hans/, convert: tw2cn}]\n',
  );
  savePost('這是軟體', '記憶體');
  const url = await start();
  expect(await open(`${url}zh-hans/2024/05/01/a/`)).toContain('这是软件');
  expect(await open(`${url}zh-hans/`)).toContain('内存');
  expect(await open(`${url}2024/05/01/a/`)).toContain('href="/zh-hans/2024/05/01/a/"');
  savePost('那是滑鼠', '記憶體');
  expect(await waitFor(`${url}zh-hans/2024/05/01/a/`, '那是鼠标')).not.toContain('那是滑鼠');
});

test('other names and addresses are not answered', async () => {
  const url = await start();
  expect((await fetch(`${url}..%2f_config.yml`)).status).toBe(404);
  expect((await fetch(`${url}%`)).status).toBe(400);
  expect(new URL(url).hostname).toBe('127.0.0.1');
});
