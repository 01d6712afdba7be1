import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintBytes } from '../../../src/base/fingerprint.ts';
import { type SourcePath, toSourcePath } from '../../../src/base/path.ts';
import type { ReadOptions } from '../../../src/disk/places.ts';
import { readSources, type SourceSet, updateSources } from '../../../src/disk/read-sources.ts';
import type { Change, Sources } from '../../../src/model/sources.ts';
import { makeFolder, writeFile } from './site-folder.ts';

const options: ReadOptions = { sourceDir: 'source', ignore: [], extra: [] };
const pathsOf = (set: SourceSet): string[] => [...set.sources.keys()];
const textOf = (sources: Sources, path: string): string | undefined => {
  const file = sources.get(toSourcePath(path));
  return file && new TextDecoder().decode(file.read());
};
const write = (path: string): Change => ({ kind: 'write', path: toSourcePath(path) });
const remove = (path: string): Change => ({ kind: 'remove', path: toSourcePath(path) });
const codesOf = (set: SourceSet): string[] => set.diagnostics.map(({ code, at }) => `${code} ${at?.file}`);

test('settings, posts, scripts and scaffolds are read in the order of their paths; temporary files are not', () => {
  const root = makeFolder({
    '_config.yml': 'title: T',
    '_config.next.yaml': '',
    'package.json': '{}',
    'README.md': 'not of the site',
    'source/_posts/b.md': 'b',
    'source/_posts/a/1.md': '1',
    'source/_posts/a.md': 'a',
    'source/.nojekyll': '',
    'source/.git/config': 'secret',
    'source/node_modules/x/y.md': '',
    'source/.DS_Store': '',
    'source/_posts/a.md~': '',
    'source/_posts/.#a.md': '',
    'source/_posts/.a.md.swp': '',
    'source/_posts/a.tmp': '',
    'scripts/x.js': '',
    'scaffolds/post.md': '',
    'themes/other/layout/post.njk': '',
  });
  expect(pathsOf(readSources(root, options))).toEqual([
    '_config.next.yaml',
    '_config.yml',
    'package.json',
    'scaffolds/post.md',
    'scripts/x.js',
    'source/.nojekyll',
    'source/_posts/a.md',
    'source/_posts/a/1.md',
    'source/_posts/b.md',
  ]);
});

test('a theme and other folders stand where they belong in the site, wherever they lie', () => {
  const root = makeFolder({ '_config.yml': '', 'node_modules/mojing-theme-ink/layout/post.njk': 'post' });
  const katex = makeFolder({ 'katex.css': 'css', 'fonts/a.woff2': 'font' });
  const set = readSources(root, {
    ...options,
    theme: { name: 'ink', folder: join(root, 'node_modules/mojing-theme-ink') },
    extra: [
      { folder: join(katex, 'fonts'), at: toSourcePath('katex/fonts') },
      { folder: join(katex, 'katex.css'), at: toSourcePath('katex/katex.css') },
    ],
  });
  expect(pathsOf(set)).toEqual(['_config.yml', 'katex/fonts/a.woff2', 'katex/katex.css', 'themes/ink/layout/post.njk']);
  expect(textOf(set.sources, 'katex/fonts/a.woff2')).toBe('font');
});

test('`ignore` matches whole paths as in Hexo, and paths from the root; a folder left out is not entered', () => {
  const root = makeFolder({ 'source/a.md': '', 'source/b/c.md': '', 'source/d.psd': '', 'source/out/x.html': '' });
  const set = readSources(root, {
    ...options,
    ignore: ['source/b', '**/*.psd'],
    leaveOut: [join(root, 'source/out')],
  });
  expect(pathsOf(set)).toEqual(['source/a.md']);
});

test('`ignore` takes what lies in the site, and neither a theme nor files that come from elsewhere', () => {
  const files = { 'layout/a.njk': '', 'layout/footer.njk': '' };
  const inside = Object.fromEntries(Object.keys(files).map((path) => [`themes/ink/${path}`, '']));
  const root = makeFolder({ ...inside, 'source/foo.md': '', 'node_modules/k/foo.css': '' });
  const read = (folder: string): string[] =>
    pathsOf(
      readSources(root, {
        ...options,
        ignore: ['**/foo*', '**/node_modules/**', `${root}/**/n*/**`],
        theme: { name: 'ink', folder },
        extra: [{ folder: join(root, 'node_modules/k'), at: toSourcePath('k') }],
      }),
    );
  expect(read(join(root, 'themes/ink'))).toEqual(['k/foo.css', 'themes/ink/layout/a.njk']);
  expect(read(makeFolder(files))).toEqual(['k/foo.css', 'themes/ink/layout/a.njk', 'themes/ink/layout/footer.njk']);
});

test('a folder named like a post is a folder; a pipe is told of and never opened', () => {
  const root = makeFolder({ 'source/_posts/x.md/inner.md': 'inner' });
  execFileSync('mkfifo', [join(root, 'source/_posts/pipe.md')]);
  const set = readSources(root, options);
  expect(pathsOf(set)).toEqual(['source/_posts/x.md/inner.md']);
  expect(codesOf(set)).toEqual(['file/special source/_posts/pipe.md']);
});

test('a link within the site is followed; one that leaves it, or leads to private files, is left out and told', () => {
  const outside = makeFolder({ 'secret.txt': 'TOPSECRET', 'more/x.md': 'TOPSECRET' });
  const root = makeFolder({ '_config.yml': '', '.env': 'SECRET', 'img/a.png': 'A', 'source/x.md': 'x' });
  const link = (target: string, name: string): void => symlinkSync(target, join(root, 'source', name));
  link(join(outside, 'secret.txt'), 'secret.txt');
  link(join(outside, 'more'), 'more');
  link('../img', 'img');
  link('../.env', 'env.txt');
  link('../_config.yml', 'config.yml');
  link('nowhere', 'broken');
  const set = readSources(root, options);
  expect(pathsOf(set)).toEqual(['_config.yml', 'source/img/a.png', 'source/x.md']);
  expect(codesOf(set).sort()).toEqual([
    'file/symlink-broken source/broken',
    'file/symlink-outside source/more',
    'file/symlink-outside source/secret.txt',
    'file/symlink-private source/config.yml',
    'file/symlink-private source/env.txt',
  ]);
});

test('links in a circle come to an end', () => {
  const root = makeFolder({ 'source/a/1.md': '', 'source/b/2.md': '' });
  symlinkSync('../b', join(root, 'source/a/b'));
  symlinkSync('../a', join(root, 'source/b/a'));
  symlinkSync('.', join(root, 'source/self'));
  expect(pathsOf(readSources(root, options))).toEqual([
    'source/a/1.md',
    'source/a/b/2.md',
    'source/b/2.md',
    'source/b/a/1.md',
  ]);
});

test('source_dir itself may be a link out of the site: the settings name it', () => {
  const notes = makeFolder({ '_posts/a.md': 'a' });
  const root = makeFolder({ '_config.yml': '' });
  symlinkSync(notes, join(root, 'source'));
  expect(pathsOf(readSources(root, options))).toEqual(['_config.yml', 'source/_posts/a.md']);
});

test.skipIf(process.getuid?.() === 0)('a file without read permission is an error that names it', () => {
  const root = makeFolder({ 'source/a.md': 'a' });
  chmodSync(join(root, 'source/a.md'), 0);
  expect(codesOf(readSources(root, options))).toEqual(['file/unreadable source/a.md']);
});

test('a print follows the content and not the times, and is the one of the bytes in memory', () => {
  const root = makeFolder({ 'source/a.md': '甲', 'source/big.bin': 'x'.repeat(17 << 20) });
  const printOf = (path: string): string | undefined =>
    readSources(root, options).sources.get(toSourcePath(path))?.print;
  const first = printOf('source/a.md');
  expect(first).toBe(fingerprintBytes('甲'));
  utimesSync(join(root, 'source/a.md'), 1, 1);
  expect(printOf('source/a.md')).toBe(first);
  writeFileSync(join(root, 'source/a.md'), '乙');
  expect(printOf('source/a.md')).toBe(fingerprintBytes('乙'));
  expect(printOf('source/big.bin')).toBe(fingerprintBytes('x'.repeat(17 << 20)));
});

test('to hash and then to read costs one read', () => {
  const root = makeFolder({ 'source/a.md': 'old' });
  const file = readSources(root, options).sources.get(toSourcePath('source/a.md'));
  expect(file?.print).toBe(fingerprintBytes('old'));
  writeFileSync(join(root, 'source/a.md'), 'new');
  expect(new TextDecoder().decode(file?.read())).toBe('old');
});

test('a file never gives other content than its print stands for', () => {
  const root = makeFolder({ 'source/a.md': 'old' });
  const file = readSources(root, options).sources.get(toSourcePath('source/a.md'));
  expect(file?.print).toBe(fingerprintBytes('old'));
  expect(new TextDecoder().decode(file?.read())).toBe('old');
  writeFileSync(join(root, 'source/a.md'), 'new');
  expect(() => file?.read()).toThrow('changed during the build');
  writeFileSync(join(root, 'source/a.md'), 'old');
  expect(new TextDecoder().decode(file?.read())).toBe('old');
});

test('a remembered print is used while the stamp is the same; an edit of equal size and mtime changes the stamp', async () => {
  const root = makeFolder({ 'source/a.md': 'HELLO' });
  const path = join(root, 'source/a.md');
  const known = new Map<string, string>();
  const stamps = {
    get: (file: string, stamp: string) => known.get(`${file} ${stamp}`),
    set: (file: string, stamp: string, print: string) => void known.set(`${file} ${stamp}`, print),
  };
  const read = () => readSources(root, options, stamps).sources.get(toSourcePath('source/a.md'));
  // A stamp vouches for a file only some time after the last change.
  await new Promise((resolve) => setTimeout(resolve, 150));
  read()?.print;
  expect(known.size).toBe(1);
  known.set([...known.keys()][0] ?? '', 'from the index');
  expect(read()?.print).toBe('from the index');
  const { atime, mtime } = statSync(path);
  writeFileSync(path, 'HALLO');
  utimesSync(path, atime, mtime);
  expect(read()?.print).toBe(fingerprintBytes('HALLO'));
});

test('an update equals reading anew, and keeps the objects of unchanged files', () => {
  const root = makeFolder({ 'source/a.md': 'a', 'source/c.md': 'c', 'source/d/e.md': 'e', 'source/d/f.md': 'f' });
  const first = readSources(root, options);
  writeFile(root, 'source/a.md', 'A');
  writeFile(root, 'source/b/new.md', 'new');
  unlinkSync(join(root, 'source/c.md'));
  rmSync(join(root, 'source/d'), { recursive: true });
  writeFile(root, '_config.yml', 'title: x');
  mkdirSync(join(root, 'source/node_modules'));
  writeFile(root, 'source/node_modules/x.md', '');
  const changes = [
    write('source/a.md'),
    write('source/b/new.md'),
    remove('source/c.md'),
    remove('source/d'),
    write('_config.yml'),
    write('source/node_modules/x.md'),
    write('unrelated.txt'),
  ];
  const second = updateSources(first, changes);
  expect(pathsOf(second)).toEqual(pathsOf(readSources(root, options)));
  expect(textOf(second.sources, 'source/a.md')).toBe('A');
  const third = updateSources(second, [write('source/a.md')]);
  const b: SourcePath = toSourcePath('source/b/new.md');
  expect(third.sources.get(b)).toBe(second.sources.get(b));
});

test('an update through a link, or of a folder that moved, falls back to reading anew', () => {
  const root = makeFolder({ 'img/a.png': 'A', 'source/x/1.md': '1' });
  symlinkSync('../img', join(root, 'source/img'));
  const first = readSources(root, options);
  writeFile(root, 'img/a.png', 'AA');
  renameSync(join(root, 'source/x'), join(root, 'source/y'));
  const second = updateSources(first, [write('source/img/a.png'), remove('source/x/1.md'), write('source/y/1.md')]);
  expect(pathsOf(second)).toEqual(['source/img/a.png', 'source/y/1.md']);
  expect(textOf(second.sources, 'source/img/a.png')).toBe('AA');
});

test('an ignored folder stays ignored in an update, and what was told about a mended file goes', () => {
  const root = makeFolder({ 'source/a.md': '', 'source/b/x.md': '' });
  symlinkSync('nowhere', join(root, 'source/link'));
  const first = readSources(root, { ...options, ignore: ['source/b'] });
  expect(codesOf(first)).toEqual(['file/symlink-broken source/link']);
  unlinkSync(join(root, 'source/link'));
  const second = updateSources(first, [write('source/b/x.md'), remove('source/link')]);
  expect(pathsOf(second)).toEqual(['source/a.md']);
  expect(second.diagnostics).toEqual([]);
});
