/** V8's compiled code beside the command: kept for the next run, and only that of the command that is there. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const HOUSE = fileURLToPath(new URL('../..', import.meta.url));

let home = '';

/** A copy of the installed command, which may be changed. */
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mojing-code-'));
  mkdirSync(join(home, 'dist/cli'), { recursive: true });
  mkdirSync(join(home, 'blog/source/_posts'), { recursive: true });
  writeFileSync(join(home, 'blog/_config.yml'), 'title: 測試\n');
  for (const file of ['package.json', 'dist/cli/main.js', 'dist/cli/app.cjs', 'dist/cli/worker.js'])
    copyFileSync(join(HOUSE, file), join(home, file));
  for (const folder of ['node_modules', 'themes']) symlinkSync(join(HOUSE, folder), join(home, folder));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const listKept = (): string[] => readdirSync(join(home, 'dist/cli')).filter((name) => name.endsWith('.cache'));

function run(command = 'list'): number | null {
  return spawnSync('node', [join(home, 'dist/cli/main.js'), command], { cwd: join(home, 'blog') }).status;
}

test('is kept after the first run, and the same is used by the second', () => {
  expect(run()).toBe(0);
  const kept = listKept();
  expect(kept).toHaveLength(1);
  expect(run()).toBe(0);
  expect(listKept()).toEqual(kept);
});

test('is kept apart for commands that make pages, which need more', () => {
  run('list');
  const [tools] = listKept();
  expect(run('build')).toBe(0);
  const [pages, ...others] = listKept().filter((name) => name !== tools);
  expect([tools, pages, others]).toEqual([
    expect.stringContaining('-tools.cache'),
    expect.stringContaining('-pages.cache'),
    [],
  ]);
});

test('is forgotten when the command is another', () => {
  run();
  const [older] = listKept();
  utimesSync(join(home, 'dist/cli/app.cjs'), 1_000_000_000, 1_000_000_000);
  expect(run()).toBe(0);
  expect(listKept()).toHaveLength(1);
  expect(listKept()).not.toContain(older);
});
