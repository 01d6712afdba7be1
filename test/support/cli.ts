/**
 * The command itself, as a user runs it, in a temporary folder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Workplace {
  readonly folder: string;
  /** Runs `mojing` in the folder, or in one below it. */
  run(...args: string[]): Run;
  /** With other variables of the environment. */
  runWith(environment: Readonly<Record<string, string>>, ...args: string[]): Run;
  write(path: string, text: string): void;
  remove(path: string): void;
  read(path: string): string;
  has(path: string): boolean;
  /** All files below a folder, in order. */
  list(path?: string): string[];
}

/** A new folder with these files, removed after the test. */
export function openWorkplace(files: Readonly<Record<string, string>> = {}): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'mojing-cli-'));
  folders.push(folder);
  const runWith: Workplace['runWith'] = (environment, ...args) => {
    const { status, stdout, stderr } = spawnSync('node', [CLI, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', MOJING_LANG: '', LC_ALL: 'C', ...environment },
    });
    return { code: status, out: stdout, err: stderr };
  };
  const place: Workplace = {
    folder,
    run: (...args) => runWith({}, ...args),
    runWith,
    remove: (path) => rmSync(join(folder, path)),
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    has: (path) => existsSync(join(folder, path)),
    list: (path = '.') =>
      readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, path).length + 1))
        .sort(),
  };
  for (const [path, text] of Object.entries(files)) place.write(path, text);
  return place;
}

/** The settings of a blog that nothing is told about. */
export const plainSettings = 'title: 測試\nurl: https://example.com\nlanguage: zh-TW\ntimezone: Asia/Taipei\n';
