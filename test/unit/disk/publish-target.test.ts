import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MANIFEST } from '../../../src/disk/manifest.ts';
import { checkTarget } from '../../../src/disk/publish-target.ts';
import { describe } from '../../../src/model/messages.ts';
import { clean, publish, targetOf, treeOf } from './publish.ts';
import { makeFolder, writeFile } from './site-folder.ts';

const files = {
  '_config.yml': 'title: T',
  'source/_posts/a.md': 'a',
  'themes/ink/layout/post.njk': '',
  'scaffolds/post.md': '',
  'scripts/x.js': '',
  'node_modules/x/index.js': '',
  '.git/HEAD': 'ref',
  'photos/1.jpg': 'mine',
};

test.each([
  ['', 'output/is-site'],
  ['  ', 'output/is-site'],
  ['.', 'output/is-site'],
  ['./', 'output/is-site'],
  ['source/..', 'output/is-site'],
  ['..', 'output/is-site'],
  ['/', 'output/is-site'],
  ['../elsewhere', 'output/outside'],
  ['source', 'output/is-kept'],
  ['public/../source', 'output/is-kept'],
  ['source/_posts', 'output/is-kept'],
  ['source/public', 'output/is-kept'],
  ['themes', 'output/is-kept'],
  ['themes/ink/source', 'output/is-kept'],
  ['scaffolds', 'output/is-kept'],
  ['scripts', 'output/is-kept'],
  ['node_modules/x', 'output/is-kept'],
  ['.git', 'output/is-kept'],
  ['.git/public', 'output/is-kept'],
  ['.mojing', 'output/is-kept'],
  ['photos', 'output/foreign'],
  ['_config.yml', 'output/not-a-folder'],
  ['_config.yml/public', 'output/not-a-folder'],
  ['a\0b', 'output/not-a-folder'],
])('public_dir: %j is refused by build and by clean, and nothing is touched', async (publicDir, code) => {
  const root = makeFolder(files);
  const before = treeOf(root);
  expect(await publish(root, { 'index.html': 'x' }, { publicDir })).toBe(code);
  expect(treeOf(root)).toEqual(before);
  expect(await clean(root, { publicDir })).toBe(code);
  expect(treeOf(root)).toEqual(before);
});

test('an absolute path outside is refused; the sentence names the setting and the remedy', async () => {
  const [root, outside] = [makeFolder(files), makeFolder({ 'precious.txt': 'PRECIOUS' })];
  const checked = checkTarget(targetOf(root, { publicDir: outside }), undefined);
  if (!('refused' in checked)) throw new Error();
  const { message, hint } = describe(checked.refused);
  expect(message).toContain(`public_dir: ${outside}`);
  expect(hint).toContain('public_dir');
  expect(treeOf(outside)).toEqual({ 'precious.txt': 'PRECIOUS' });
});

test.each(['source', '.', '../', 'photos', 'themes'])('--out %j is refused too', async (publicDir) => {
  const root = makeFolder(files);
  expect(await publish(root, { 'index.html': 'x' }, { publicDir, explicit: true })).toMatch(/^output\//);
});

test('--out may lead outside, but not into a folder of somebody else', async () => {
  const [root, empty, full] = [makeFolder(files), makeFolder(), makeFolder({ 'precious.txt': 'PRECIOUS' })];
  const page = { 'index.html': 'x' };
  expect(await publish(root, page, { publicDir: empty, explicit: true })).toMatchObject({ written: 1 });
  expect(await publish(root, page, { publicDir: join(empty, 'new/deep'), explicit: true })).toMatchObject({
    written: 1,
  });
  expect(await publish(root, page, { publicDir: full, explicit: true })).toBe('output/foreign');
  expect(treeOf(full)).toEqual({ 'precious.txt': 'PRECIOUS' });
});

test('a link is judged by where it leads', async () => {
  const [root, outside] = [makeFolder(files), makeFolder({ 'precious.txt': 'PRECIOUS' })];
  mkdirSync(join(root, 'out'));
  for (const [name, target] of Object.entries({ l1: outside, l2: 'source', l3: 'nowhere', l4: '..', l5: 'out' })) {
    symlinkSync(target, join(root, name));
  }
  const codes = await Promise.all(
    ['l1', 'l2', 'l3', 'l4', 'l1/x', 'l3/x'].map((publicDir) => publish(root, {}, { publicDir })),
  );
  expect(codes).toEqual([
    'output/outside',
    'output/is-kept',
    'output/not-a-folder',
    'output/is-site',
    'output/outside',
    'output/not-a-folder',
  ]);
  expect(await publish(root, { 'index.html': 'x' }, { publicDir: 'l5' })).toMatchObject({ written: 1 });
  expect(treeOf(join(root, 'out'))).toEqual({ 'index.html': 'x' });
  expect(treeOf(outside)).toEqual({ 'precious.txt': 'PRECIOUS' });
});

test('a site that is itself reached through a link is the same site', async () => {
  const [root, other] = [makeFolder(files), makeFolder()];
  symlinkSync(root, join(other, 'link'));
  const through = join(other, 'link');
  expect(await publish(through, { 'index.html': 'x' })).toMatchObject({ written: 1 });
  expect(await publish(through, {}, { publicDir: root })).toBe('output/is-site');
});

test('a folder that Hexo published into is taken over; its other files stay', async () => {
  const root = makeFolder({
    ...files,
    'public/index.html': '<head><meta name="generator" content="Hexo 6.3.0"></head>',
    'public/lib/old.js': 'old',
  });
  expect(await clean(root)).toBe('output/foreign');
  expect(await publish(root, { 'index.html': 'ours' })).toMatchObject({ written: 1 });
  expect(treeOf(join(root, 'public'))).toEqual({ 'index.html': 'ours', 'lib/old.js': 'old' });
});

test('clean removes what was published and the cache, and leaves everything else', async () => {
  const root = makeFolder(files);
  await publish(root, { 'index.html': 'x', 'a/b/index.html': 'y' });
  expect(await clean(root)).toEqual({ removed: 2 });
  expect(treeOf(root)).toEqual(files);
  await publish(root, { 'index.html': 'x', 'a/b/index.html': 'y' });
  writeFile(root, 'public/a/mine.txt', 'mine');
  writeFile(root, 'public/.git/HEAD', 'ref');
  expect(await clean(root)).toEqual({ removed: 2 });
  expect(treeOf(root)).toEqual({ ...files, 'public/a/mine.txt': 'mine', 'public/.git/HEAD': 'ref' });
});

test('clean of a site that was never built, or whose public has only files put by hand, removes nothing', async () => {
  const root = makeFolder(files);
  expect(await clean(root)).toEqual({ removed: 0 });
  writeFile(root, 'public/CNAME', 'example.com');
  expect(await clean(root)).toEqual({ removed: 0 });
  expect(treeOf(root)).toEqual({ ...files, 'public/CNAME': 'example.com' });
});

test('clean removes nothing through links, be they in public or written into the manifest', async () => {
  const [root, outside] = [makeFolder(files), makeFolder({ 'index.html': 'PRECIOUS' })];
  await publish(root, { 'index.html': 'x', 'a/index.html': 'y' });
  renameSync(join(root, 'public/a'), join(root, 'a-was'));
  symlinkSync(outside, join(root, 'public/a'));
  const listed = ['../source/_posts/a.md', 'a/index.html', 'index.html'].map((path) => [path, '']);
  writeFile(root, `public/${MANIFEST}`, JSON.stringify({ files: listed }));
  expect(await clean(root)).toEqual({ removed: 1 });
  expect(treeOf(outside)).toEqual({ 'index.html': 'PRECIOUS' });
  expect(treeOf(root)).toMatchObject(files);
});

test('.mojing that is a link is unlinked, not emptied', async () => {
  const [root, elsewhere] = [makeFolder(files), makeFolder({ 'precious.txt': 'PRECIOUS' })];
  symlinkSync(elsewhere, join(root, '.mojing'));
  expect(await clean(root)).toEqual({ removed: 0 });
  expect(treeOf(elsewhere)).toMatchObject({ 'precious.txt': 'PRECIOUS' });
});
