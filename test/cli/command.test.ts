/**
 * The command itself, as a user runs it, in a temporary folder: what it prints where, its
 * exit codes, and what it leaves on the disk.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let site = '';

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'mojing-cli-'));
  write('_config.yml', 'title: 測試\nurl: https://example.com\nlanguage: zh-TW\ntimezone: Asia/Taipei\n');
  write('source/_posts/a.md', '---\ntitle: 甲\ndate: 2024-05-01\ntags: [機率]\n---\n設$x$為數。\n');
});

afterEach(() => rmSync(site, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
}

const read = (path: string): string => readFileSync(join(site, path), 'utf8');

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync('node', [CLI, ...args], {
    cwd: site,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, out: stdout, err: stderr };
}

const summaryOf = ({ out }: Run): Record<string, unknown> => JSON.parse(out.trim().split('\n').at(-1) ?? '{}');

describe('build', () => {
  test('in a copy of a blog that was built builds the copy', () => {
    run('build');
    const first = site;
    site = mkdtempSync(join(tmpdir(), 'mojing-cli-copy-'));
    cpSync(first, site, { recursive: true, preserveTimestamps: true });
    write('source/_posts/a.md', '---\ntitle: 乙\ndate: 2024-05-01\n---\n新的。\n');
    run('build');
    expect(read('public/2024/05/01/a/index.html')).toContain('新的');
    rmSync(first, { recursive: true });
  });

  test('publishes the site, and says so on standard error', () => {
    const { code, out, err } = run('build');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^1 posts, 0 pages, 1 formulas · \d+ files \(\d+ written\) · 0 errors, 0 warnings/m);
    expect(read('public/2024/05/01/a/index.html')).toContain('class="katex');
    expect(read('public/.mojing-manifest.json')).toContain('index.html');
  });

  test('tells all broken posts in one run, and leaves the last good site in place', () => {
    run('build');
    const before = read('public/index.html');
    for (const name of ['b', 'c', 'd'])
      write(`source/_posts/${name}.md`, `---\ntitle: ${name}: 標題: 二\ndate: 2024-05-02\n---\n`);
    write('source/_posts/a.md', '---\ntitle: 乙\ndate: 2024-05-01\n---\n新\n');
    const { code, err } = run('build');
    expect(code).toBe(1);
    for (const name of ['b', 'c', 'd']) expect(err).toContain(`source/_posts/${name}.md:2:`);
    expect(err).toContain('Nothing was published');
    expect(read('public/index.html')).toBe(before);
  });

  test('with --keep-going publishes what could be built, and still fails', () => {
    write('source/_posts/b.md', '---\ntitle: "x\n---\n');
    expect(run('build', '--keep-going').code).toBe(1);
    expect(existsSync(join(site, 'public/2024/05/01/a/index.html'))).toBe(true);
  });

  test('with --strict takes warnings for errors', () => {
    write('source/_posts/b.md', '---\ntitle: b\ndate: 2024-05-02\n---\n![圖](missing.png)\n');
    expect(run('build', '--strict').code).toBe(1);
    expect(run('build').code).toBe(0);
  });

  test('with --json gives one object a line, a summary last', () => {
    write('source/_posts/b.md', '---\ntitle: b\ndate: 2024-05-02\n---\n$\\tims$\n');
    const result = run('build', '--json');
    const lines = result.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({
      type: 'diagnostic',
      severity: 'warning',
      file: 'source/_posts/b.md',
      line: 5,
      column: 2,
    });
    expect(lines[0].hint).toContain('\\times');
    expect(summaryOf(result)).toMatchObject({
      type: 'summary',
      posts: 2,
      formulas: { total: 2, distinct: 2, failed: 1 },
      errors: 0,
      warnings: 1,
    });
  });

  test('does nothing where nothing has changed, and one render for one edit', () => {
    run('build');
    const again = summaryOf(run('build', '--json'));
    expect(again).toMatchObject({ outputs: { written: 0, removed: 0 }, ran: { rendered: 0, laidOut: 0 } });
    write('source/_posts/a.md', `${read('source/_posts/a.md')}\n又一段。\n`);
    expect(summaryOf(run('build', '--json'))).toMatchObject({ ran: { rendered: 1 } });
  });

  test('sees an edit that keeps the size and the time of the file', () => {
    const file = join(site, 'source/_posts/a.md');
    // In whole seconds, for the clock of `utimes` is not that of the disk.
    utimesSync(file, 1000, 1000);
    run('build');
    run('build');
    write('source/_posts/a.md', read('source/_posts/a.md').replace('設', '令'));
    utimesSync(file, 1000, 1000);
    expect(summaryOf(run('build', '--json'))).toMatchObject({ ran: { rendered: 1 } });
  });

  test('knows at a glance that nothing has changed, also where it looks at other files since the build before', () => {
    run('build');
    write('text/_posts/a.md', read('source/_posts/a.md'));
    write('_config.yml', `${read('_config.yml')}source_dir: text\n`);
    // What has just been written is not settled, so that no glance would do.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    expect(run('build').err).toContain('1 posts');
    expect(run('build').err).toContain('Nothing has changed');
    write('text/_posts/a.md', `${read('text/_posts/a.md')}\n又一段。\n`);
    expect(summaryOf(run('build', '--json'))).toMatchObject({ ran: { rendered: 1 } });
  });

  test('with --profile tells where the time went, and which posts took longest', () => {
    const said = run('build', '--profile').err;
    expect(said).toMatch(/^ +\d+\.\d{3} s {2}posts to HTML$/m);
    expect(said).toMatch(/^ +\d+\.\d{3} s {2}source\/_posts\/a\.md$/m);
    const result = run('build', '--profile', '--no-cache', '--json');
    const lines = result.out.trim().split('\n');
    const { type, phases, slowest } = JSON.parse(lines.at(-2) ?? '{}');
    expect({ type, posts: Object.keys(slowest) }).toEqual({ type: 'profile', posts: ['source/_posts/a.md'] });
    expect(phases.render).toBeGreaterThan(0);
    const whole = Object.values<number>(phases).reduce((sum, time) => sum + time, 0);
    expect(whole).toBeCloseTo(Number(summaryOf(result).seconds), 1);
  });

  test('removes the page of a post that is gone, and nothing that it did not write', () => {
    run('build');
    write('public/CNAME', 'example.com\n');
    rmSync(join(site, 'source/_posts/a.md'));
    run('build');
    expect(existsSync(join(site, 'public/2024'))).toBe(false);
    expect(read('public/CNAME')).toBe('example.com\n');
  });

  test('a memory that is cut short, or damaged in one byte, costs time and nothing else', () => {
    run('build', '--out', 'clean');
    const clean = snapshot('clean');
    for (const spoil of [
      (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
      (bytes: Buffer) => bytes.fill(0x58, 40, 60),
    ]) {
      run('build');
      for (const name of readdirSync(join(site, '.mojing'))) {
        const file = join(site, '.mojing', name);
        writeFileSync(file, spoil(readFileSync(file)));
      }
      write('source/_posts/a.md', `${read('source/_posts/a.md')}`);
      expect(run('build').code).toBe(0);
      expect(snapshot('public')).toEqual(clean);
    }
  });
});

describe('scripts', () => {
  const script =
    'export default ({ tag, helper, generator }) => {\n' +
    '  tag("kbd", ({ args }) => "<kbd>" + args.join("+") + "</kbd>");\n' +
    '  generator("extra", () => [{ path: "extra.txt", text: "made by a script" }]);\n};\n';

  test('are run, the first time and every time', () => {
    write('scripts/own.js', script);
    write('source/_posts/b.md', '---\ntitle: b\ndate: 2024-05-02\n---\n{% kbd Ctrl S %} {% kbd <b> %}\n');
    for (const body of ['一', '二', '三']) {
      write('source/_posts/c.md', `---\ntitle: c\ndate: 2024-05-03\n---\n${body}\n`);
      expect(run('build')).toMatchObject({ code: 0 });
      expect(read('public/2024/05/02/b/index.html')).toContain('<kbd>Ctrl+S</kbd> <kbd>&lt;b&gt;</kbd>');
      expect(read('public/extra.txt')).toBe('made by a script');
    }
  });

  test('that throw are told with file and line; the site is not published', () => {
    write('scripts/bad.js', 'export default () => {\n  throw new Error("no luck");\n};\n');
    const { code, err } = run('build');
    expect(code).toBe(1);
    expect(err).toContain('scripts/bad.js:2:');
    expect(err).toContain('no luck');
  });
});

function snapshot(folder: string): Map<string, string> {
  const files = readdirSync(join(site, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files
      .map(
        ({ parentPath, name }) =>
          [
            join(parentPath, name).slice(join(site, folder).length),
            readFileSync(join(parentPath, name), 'base64'),
          ] as const,
      )
      .sort(),
  );
}

describe('new', () => {
  test('prints the path of what it made; the post is built with the title as given', () => {
    const title = '他說 "hi": it\'s #1 & {x}';
    const { code, out } = run('new', title);
    expect(code).toBe(0);
    expect(existsSync(join(site, out.trim()))).toBe(true);
    run('build');
    expect(read('public/index.html')).toContain('他說 &quot;hi&quot;: it&#39;s #1 &amp; {x}');
  });

  test('makes pages and drafts, with a date and settings of one’s own', () => {
    expect(run('new', 'page', '關於').out.trim()).toBe('source/關於/index.md');
    expect(run('new', 'draft', '未完').out.trim()).toBe('source/_drafts/未完.md');
    run('new', '日期', '--date', '2020-02-29', '--set', 'tags=[一, 二]', '--set', 'toc=false');
    expect(read('source/_posts/日期.md')).toBe(
      '---\ntitle: 日期\ndate: 2020-02-29 00:00:00\ntags: [一, 二]\ntoc: false\n---\n',
    );
  });

  test('never touches a file that is there, whatever the case of its name', () => {
    for (const name of ['a', 'A']) {
      const { code, err } = run('new', name);
      expect(code).toBe(2);
      expect(err).toContain('source/_posts/a.md is there already');
    }
    expect(read('source/_posts/a.md')).toContain('甲');
  });

  test('leads nowhere outside the site', () => {
    expect(run('new', 'x', '--path', '../../out').code).toBe(2);
    expect(run('new', '../../../out').out.trim()).toBe('source/_posts/out.md');
  });
});

describe('list, clean, help', () => {
  test('lists posts, tags and addresses, wide characters counted as two columns', () => {
    expect(run('list', 'tags').out).toBe('tag   posts  route\n────  ─────  ──────────\n機率  1      tags/機率/\n');
    expect(run('list', 'posts', '--json').out).toContain('"title":"甲"');
    expect(run('list', 'routes').out).toContain('2024/05/01/a/index.html');
    expect(run('list', 'nothing').code).toBe(2);
  });

  test('lists the addresses of editions, which are those that are published', () => {
    write('_config.yml', `${read('_config.yml')}\neditions: [{lang: zh-Hans, path: /zh-hans/}]\n`);
    const routes = run('list', 'routes', '--json').out.trim().split('\n');
    const listed = routes.map((line) => JSON.parse(line).route).filter((route) => route.startsWith('zh-hans/'));
    run('build');
    const published = readdirSync(join(site, 'public/zh-hans'), { recursive: true, encoding: 'utf8' });
    const files = published.filter((path) => /\.\w+$/.test(path) && !/^search\/.+(?<!index\.html)$/.test(path));
    expect(listed.sort()).toEqual(files.map((path) => `zh-hans/${path.replaceAll('\\', '/')}`).sort());
  });

  test('clean removes what was published and remembered, and nothing else', () => {
    run('build');
    write('public/mine.txt', 'mine');
    expect(run('clean').code).toBe(0);
    expect(readdirSync(join(site, 'public'))).toEqual(['mine.txt']);
    expect(existsSync(join(site, '.mojing'))).toBe(false);
    expect(existsSync(join(site, 'source/_posts/a.md'))).toBe(true);
  });

  test('help tells of each command, version is a version', () => {
    expect(run('help').out).toContain('mojing <command>');
    expect(run('help', 'build').out).toContain('--keep-going');
    expect(run('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('wrong usage is told in one line, with what was probably meant', () => {
    expect(run('biuld')).toMatchObject({
      code: 2,
      out: '',
      err: 'There is no command `biuld`. Did you mean `build`?\n',
    });
    expect(run('build', '--strikt').err).toBe('`mojing build` has no option --strikt. Did you mean --strict?\n');
    expect(run('build', '--cwd', join(site, 'source')).err).toContain('is not a blog');
  });
});

describe('folders that must not be published into', () => {
  test.each([
    ['.', 'the site itself'],
    ['source', 'the sources'],
    ['source/_posts', 'inside the sources'],
    ['..', 'above the site'],
  ])('public_dir: %s (%s) is refused, and nothing is lost', (folder) => {
    write('_config.yml', `title: t\nurl: https://example.com\npublic_dir: ${folder}\n`);
    for (const command of ['build', 'clean']) {
      const { code, err } = run(command);
      expect(code).toBe(1);
      expect(err).toContain('public_dir');
    }
    expect(read('source/_posts/a.md')).toContain('甲');
  });

  test('a folder with foreign files is refused', () => {
    write('public/notes.txt', 'mine');
    expect(run('build').code).toBe(1);
    expect(readdirSync(join(site, 'public'))).toEqual(['notes.txt']);
  });
});
