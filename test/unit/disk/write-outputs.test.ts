import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
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
import { toSourcePath } from '../../../src/base/path.ts';
import { MANIFEST } from '../../../src/disk/manifest.ts';
import { readSources } from '../../../src/disk/read-sources.ts';
import { lockSite } from '../../../src/disk/site-lock.ts';
import { openPublisher } from '../../../src/disk/write-outputs.ts';
import type { CopyOutput } from '../../../src/model/outputs.ts';
import { type Pages, publish, targetOf, textOutput, treeOf } from './publish.ts';
import { makeFolder, writeFile } from './site-folder.ts';

const site: Pages = { 'index.html': '首頁', 'a/index.html': '甲', 'a/b/index.html': '乙', 'css/x.css': 'p{}' };
const publicOf = (root: string): string => join(root, 'public');

test('the first build makes the folder whole, the second writes nothing', async () => {
  const root = makeFolder({ 'source/a.md': '' });
  expect(await publish(root, site)).toEqual({ total: 4, written: 4, unchanged: 0, removed: 0 });
  expect(treeOf(publicOf(root))).toEqual(site);
  const inode = statSync(join(root, 'public/index.html')).ino;
  expect(await publish(root, site)).toEqual({ total: 4, written: 0, unchanged: 4, removed: 0 });
  expect(statSync(join(root, 'public/index.html')).ino).toBe(inode);
  expect(readdirSync(join(root, '.mojing')).filter((name) => /stage|lock/.test(name))).toEqual([]);
});

test('only what changed is written, what went is removed with the folders it leaves empty', async () => {
  const root = makeFolder();
  await publish(root, site);
  const inode = statSync(join(root, 'public/css/x.css')).ino;
  const next = { 'index.html': '新首頁', 'c/index.html': '丙', 'css/x.css': 'p{}' };
  expect(await publish(root, next)).toEqual({ total: 3, written: 2, unchanged: 1, removed: 2 });
  expect(treeOf(publicOf(root))).toEqual(next);
  expect(existsSync(join(root, 'public/a'))).toBe(false);
  expect(statSync(join(root, 'public/css/x.css')).ino).toBe(inode);
});

test('the same site gives the same manifest, whenever and however it was built', async () => {
  const [one, two] = [makeFolder(), makeFolder()];
  await publish(one, site);
  await publish(two, { 'old.html': 'x', ...site });
  await publish(two, Object.fromEntries(Object.entries(site).reverse()));
  const manifestOf = (root: string): string => readFileSync(join(root, 'public', MANIFEST), 'utf8');
  expect(manifestOf(one)).toBe(manifestOf(two));
});

test('a published file that somebody edited, truncated or removed is written again', async () => {
  const root = makeFolder();
  await publish(root, site);
  writeFileSync(join(root, 'public/index.html'), 'DAMAGED');
  writeFileSync(join(root, 'public/a/index.html'), '');
  unlinkSync(join(root, 'public/css/x.css'));
  expect(await publish(root, site)).toMatchObject({ written: 3, unchanged: 1 });
  expect(treeOf(publicOf(root))).toEqual(site);
});

test.each([
  ['removed', (file: string) => unlinkSync(file)],
  ['emptied', (file: string) => writeFileSync(file, '')],
  ['cut in half', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 60))],
  [
    'a folder',
    (file: string) => {
      unlinkSync(file);
      mkdirSync(file);
    },
  ],
])('with its stamps %s, a build reads what is there and writes nothing', async (_how, harm) => {
  const root = makeFolder();
  await publish(root, site);
  for (const name of readdirSync(join(root, '.mojing'))) harm(join(root, '.mojing', name));
  writeFileSync(join(root, 'public/index.html'), 'DAMAGED');
  expect(await publish(root, site)).toMatchObject({ written: 1, unchanged: 3 });
  expect(treeOf(publicOf(root))).toEqual(site);
});

test('a lost manifest is made up for by the stamps: stale files go all the same', async () => {
  const root = makeFolder();
  await publish(root, site);
  writeFileSync(join(root, 'public', MANIFEST), '{"files": [["ind');
  expect(await publish(root, { 'index.html': '新' })).toMatchObject({ total: 1, written: 1, removed: 3 });
  expect(treeOf(publicOf(root))).toEqual({ 'index.html': '新' });
});

test('what others put into public stays, whatever is built', async () => {
  const root = makeFolder({ 'public/.git/HEAD': 'ref', 'public/CNAME': 'example.com', 'public/README.md': 'hello' });
  await publish(root, site);
  writeFile(root, 'public/a/by-hand.txt', 'mine');
  await publish(root, { 'index.html': '首頁' });
  expect(treeOf(publicOf(root))).toEqual({
    '.git/HEAD': 'ref',
    CNAME: 'example.com',
    'README.md': 'hello',
    'a/by-hand.txt': 'mine',
    'index.html': '首頁',
  });
});

test('a file where a folder must be, and a folder where a file must be, are replaced if they are ours', async () => {
  const root = makeFolder();
  await publish(root, { a: 'file', 'b/c/index.html': 'page' });
  const next = { 'a/b/index.html': 'page', 'b/c': 'file' };
  expect(await publish(root, next)).toMatchObject({ written: 2 });
  expect(treeOf(publicOf(root))).toEqual(next);
});

test('empty folders in the way are nobody’s', async () => {
  const root = makeFolder();
  mkdirSync(join(root, 'public/index.html/x'), { recursive: true });
  expect(await publish(root, site)).toMatchObject({ written: 4 });
  expect(treeOf(publicOf(root))).toEqual(site);
});

test.each([
  ['a file', 'x', 'theirs'],
  ['a file where a folder is needed', 'a', 'theirs'],
  ['a folder', 'x/theirs.txt', 'theirs'],
])('%s of somebody else in the way is an error before anything is touched', async (_what, path, text) => {
  const root = makeFolder();
  await publish(root, { 'index.html': 'old' });
  writeFile(root, `public/${path}`, text);
  const before = treeOf(publicOf(root));
  expect(await publish(root, { 'index.html': 'new', 'a/index.html': '', x: 'ours' })).toBe('output/in-the-way');
  expect(treeOf(publicOf(root))).toEqual(before);
});

test('an equal file of somebody else is no obstacle', async () => {
  const root = makeFolder({ 'public/CNAME': 'example.com' });
  expect(await publish(root, { CNAME: 'example.com' })).toMatchObject({ total: 1, unchanged: 1 });
});

test('links in public are never followed, neither to write nor to remove', async () => {
  const outside = makeFolder({ 'index.html': 'PRECIOUS', 'x.css': 'PRECIOUS' });
  const root = makeFolder();
  await publish(root, site);
  for (const [from, to] of [
    ['a', 'moved-a'],
    ['css', 'moved-css'],
  ] as const) {
    renameSync(join(root, 'public', from), join(root, to));
    symlinkSync(outside, join(root, 'public', from));
  }
  expect(await publish(root, { ...site, 'a/index.html': '甲二' })).toBe('output/in-the-way');
  expect(await publish(root, { 'index.html': '首頁' })).toMatchObject({ total: 1, removed: 0 });
  expect(treeOf(outside)).toEqual({ 'index.html': 'PRECIOUS', 'x.css': 'PRECIOUS' });
});

test('a link that took the place of a page is replaced, not written through', async () => {
  const outside = makeFolder({ 'x.html': 'PRECIOUS' });
  const root = makeFolder();
  await publish(root, site);
  unlinkSync(join(root, 'public/index.html'));
  symlinkSync(join(outside, 'x.html'), join(root, 'public/index.html'));
  expect(await publish(root, site)).toMatchObject({ written: 1 });
  expect(lstatSync(join(root, 'public/index.html')).isFile()).toBe(true);
  expect(treeOf(outside)).toEqual({ 'x.html': 'PRECIOUS' });
});

test('what a manifest lists outside its folder, or in .git, is not removed', async () => {
  const root = makeFolder({ 'source/a.md': 'mine', 'public/.git/HEAD': 'ref', 'public/x.html': '' });
  const files = ['../source/a.md', '/etc/x', 'a/../../source/a.md', '.git/HEAD', '..\\source\\a.md', '', 'x.html'];
  writeFile(root, `public/${MANIFEST}`, JSON.stringify({ files: files.map((path) => [path, 'print']) }));
  expect(await publish(root, site)).toMatchObject({ removed: 1 });
  expect(treeOf(root)).toMatchObject({ 'source/a.md': 'mine', 'public/.git/HEAD': 'ref' });
});

test('a build that is given up leaves the last good site and nothing else', async () => {
  const root = makeFolder();
  await publish(root, site);
  const before = treeOf(root);
  const lock = await lockSite(root);
  if ('refused' in lock) throw new Error();
  const publisher = openPublisher(targetOf(root), lock);
  if ('refused' in publisher) throw new Error();
  publisher.add(textOutput('index.html', 'half'));
  publisher.abandon();
  lock.release();
  expect(treeOf(root)).toEqual(before);
});

test('copies are taken from the disk, and are not taken again while they are in place', async () => {
  const root = makeFolder({ 'source/x.png': 'PNG' });
  const path = toSourcePath('source/x.png');
  const build = async (): Promise<unknown> => {
    const lock = await lockSite(root);
    if ('refused' in lock) return lock;
    const source = readSources(root, { sourceDir: 'source', ignore: [], extra: [] }).sources.get(path);
    const publisher = openPublisher(targetOf(root), lock);
    if ('refused' in publisher || !source) return publisher;
    const { print } = source;
    const output: CopyOutput = { ...textOutput('x.png', ''), type: 'copy', from: path, print };
    publisher.add(output, source);
    const done = publisher.commit();
    lock.release();
    return done;
  };
  expect(await build()).toMatchObject({ written: 1 });
  expect(await build()).toMatchObject({ written: 0, unchanged: 1 });
  writeFileSync(join(root, 'source/x.png'), 'GNP');
  expect(await build()).toMatchObject({ written: 1 });
  expect(treeOf(publicOf(root))).toEqual({ 'x.png': 'GNP' });
});

test('the manifest lists what was copied, even if the source changed after its print was taken', async () => {
  const root = makeFolder({ 'source/x.png': 'PNG' });
  const path = toSourcePath('source/x.png');
  const lock = await lockSite(root);
  if ('refused' in lock) throw new Error();
  const source = readSources(root, { sourceDir: 'source', ignore: [], extra: [] }).sources.get(path);
  const publisher = openPublisher(targetOf(root), lock);
  if ('refused' in publisher || !source) throw new Error();
  const { print } = source;
  writeFileSync(join(root, 'source/x.png'), 'GNP');
  publisher.add({ ...textOutput('x.png', ''), type: 'copy', from: path, print }, source);
  publisher.commit();
  lock.release();
  expect(readFileSync(join(root, 'public', MANIFEST), 'utf8')).toContain(fingerprintBytes('GNP'));
});

test('`keep` leaves a file as it was published, and says so if it is not there any more', async () => {
  const root = makeFolder();
  await publish(root, site);
  const { files } = JSON.parse(readFileSync(join(root, 'public', MANIFEST), 'utf8')) as { files: [string, string][] };
  const print = new Map(files).get('index.html') ?? '';
  const lock = await lockSite(root);
  if ('refused' in lock) throw new Error();
  const publisher = openPublisher(targetOf(root), lock);
  if ('refused' in publisher) throw new Error();
  const { path } = textOutput('index.html', '');
  expect(publisher.keep(path, print)).toBe(true);
  expect(publisher.keep(path, 'another')).toBe(false);
  writeFileSync(join(root, 'public/index.html'), 'edited');
  expect(publisher.keep(path, print)).toBe(false);
  publisher.abandon();
  lock.release();
});

test('a published file that was edited is put right, though its size and time are as they were', async () => {
  const root = makeFolder();
  await publish(root, site);
  const file = join(root, 'public/a/index.html');
  // In whole seconds, for the clock of `utimes` is not that of the disk.
  utimesSync(file, 1000, 1000);
  await publish(root, site);
  writeFileSync(file, '乙');
  utimesSync(file, 1000, 1000);
  expect(await publish(root, site)).toMatchObject({ written: 1, unchanged: 3 });
  expect(treeOf(publicOf(root))).toEqual(site);
});

test('the manifest decides what is ours, also where we know another', async () => {
  const root = makeFolder();
  await publish(root, site);
  const manifest = join(root, 'public', MANIFEST);
  const text = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, text.replace(/^\["a\/b\/index\.html".*\n/m, ''));
  const { 'a/b/index.html': gone, ...rest } = site;
  expect(await publish(root, rest)).toMatchObject({ removed: 0 });
  expect(treeOf(publicOf(root))).toMatchObject({ 'a/b/index.html': gone });
});

test('damaged marks are not believed: the files are read', async () => {
  const root = makeFolder();
  await publish(root, site);
  const name = readdirSync(join(root, '.mojing')).find((one) => one.startsWith('published-')) ?? '';
  const marks = join(root, '.mojing', name);
  const text = readFileSync(marks, 'latin1');
  writeFileSync(marks, text.replace(fingerprintBytes('甲'), fingerprintBytes('丙')), 'latin1');
  expect(await publish(root, site)).toMatchObject({ written: 0, unchanged: 4 });
});

test('an output may not lead out of its folder', async () => {
  for (const path of ['../x', 'a/../../x', '.git/config', MANIFEST]) {
    await expect(publish(makeFolder(), { [path]: '' })).rejects.toThrow(RangeError);
  }
});

test('leftovers of killed builds are cleaned up', async () => {
  const root = makeFolder({
    '.mojing/stage-999999/0': 'x',
    'public/.mojing-stage-999999/0': 'x',
    '.mojing/other': 'kept',
  });
  await publish(root, site);
  expect(existsSync(join(root, '.mojing/stage-999999'))).toBe(false);
  expect(treeOf(publicOf(root))).toEqual(site);
  expect(existsSync(join(root, '.mojing/other'))).toBe(true);
});

test('a site that cannot hold a cache is published all the same', async () => {
  const [root, out] = [makeFolder(), makeFolder()];
  const publisher = openPublisher(targetOf(root, { publicDir: out, explicit: true }), {
    folder: undefined,
    release: () => {},
  });
  if ('refused' in publisher) throw new Error();
  publisher.add(textOutput('index.html', 'x'));
  expect(publisher.commit()).toMatchObject({ written: 1 });
  expect(treeOf(out)).toEqual({ 'index.html': 'x' });
  expect(readdirSync(root)).toEqual([]);
  rmSync(out, { recursive: true });
});
