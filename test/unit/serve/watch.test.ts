import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import type { Change } from '../../../src/model/sources.ts';
import { type WatchOptions, watchSite } from '../../../src/serve/watch.ts';

let root: string;
let stop: AbortController;
beforeEach(() => {
  root = realpathSync.native(mkdtempSync(join(tmpdir(), 'mojing-watch-')));
  mkdirSync(join(root, 'source/_posts'), { recursive: true });
  write('source/_posts/a.md', 'a');
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  rmSync(root, { recursive: true, force: true });
});

const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
const tellsOf = (path: string) => (change: Change) => change.path === path;

/** Begins to watch; `until` reads batches until one holds a change of `path`, and gives all changes up to there. */
function watch(more: Partial<WatchOptions> = {}) {
  const places = [{ folder: join(root, 'source'), at: toSourcePath('source') }, ...(more.places ?? [])];
  const batches = watchSite(root, { ...more, places }, stop.signal)[Symbol.asyncIterator]();
  const until = async (path: string): Promise<Change[]> => {
    const seen: Change[] = [];
    while (!seen.some(tellsOf(path))) {
      const { value, done } = await batches.next();
      if (done) throw new Error('ended');
      seen.push(...value);
    }
    return seen;
  };
  return { batches, until };
}

test('a write, a new file and a removal are told, each once', async () => {
  const { until } = watch();
  write('source/_posts/a.md', 'aa');
  appendFileSync(join(root, 'source/_posts/a.md'), 'aaa');
  expect(await until('source/_posts/a.md')).toEqual([{ kind: 'write', path: 'source/_posts/a.md' }]);
  write('source/_posts/b.md', 'b');
  expect(await until('source/_posts/b.md')).toEqual([{ kind: 'write', path: 'source/_posts/b.md' }]);
  unlinkSync(join(root, 'source/_posts/a.md'));
  expect(await until('source/_posts/a.md')).toEqual([{ kind: 'remove', path: 'source/_posts/a.md' }]);
});

test('what changes while the consumer works is the next batch', async () => {
  const { until } = watch();
  write('source/_posts/a.md', '1');
  await until('source/_posts/a.md');
  write('source/_posts/b.md', '2');
  write('source/_posts/c.md', '3');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { length } = await until('source/_posts/c.md');
  expect(length).toBe(2);
});

test('vim’s save is a change of the post; its swap and backup files are nobody’s', async () => {
  const { until } = watch();
  const at = (name: string): string => join(root, 'source/_posts', name);
  write('source/_posts/.a.md.swp', '');
  renameSync(at('a.md'), at('a.md~'));
  write('source/_posts/a.md', 'new');
  unlinkSync(at('a.md~'));
  unlinkSync(at('.a.md.swp'));
  expect(await until('source/_posts/a.md')).toEqual([{ kind: 'write', path: 'source/_posts/a.md' }]);
});

test('a save by way of another file is a change of the post, time and again', async () => {
  const { until } = watch();
  for (const text of ['1', '2', '3']) {
    write('source/_posts/.a.md.tmp', text);
    renameSync(join(root, 'source/_posts/.a.md.tmp'), join(root, 'source/_posts/a.md'));
    expect(await until('source/_posts/a.md')).toEqual([{ kind: 'write', path: 'source/_posts/a.md' }]);
  }
});

test('a file saved in two halves ends in a batch after which it is whole', async () => {
  const { until } = watch();
  write('source/_posts/a.md', '');
  setTimeout(() => write('source/_posts/a.md', 'half'), 60);
  setTimeout(() => appendFileSync(join(root, 'source/_posts/a.md'), ' whole'), 400);
  let text = '';
  while (text !== 'half whole') {
    await until('source/_posts/a.md');
    text = readFileSync(join(root, 'source/_posts/a.md'), 'utf8');
  }
});

test('thousands of files at once come in very few batches', async () => {
  const { batches } = watch();
  for (let i = 0; i < 5000; i++) write(`source/_posts/n${i}.md`, 'x');
  const seen = new Set<string>();
  let count = 0;
  while (seen.size < 5000) {
    const { value } = await batches.next();
    for (const { path } of value ?? []) seen.add(path);
    count++;
  }
  expect(count).toBeLessThan(5);
});

test('files in new folders are told, at once by their folder and later by themselves', async () => {
  const { until } = watch();
  mkdirSync(join(root, 'source/d/e'), { recursive: true });
  write('source/d/e/x.md', '1');
  await until('source/d');
  write('source/d/e/x.md', '2');
  await until('source/d/e/x.md');
});

test.each(['source/_posts', 'source'])('%s replaced by another folder is watched all the same', async (path) => {
  const { until } = watch();
  renameSync(join(root, path), join(root, 'away'));
  mkdirSync(join(root, 'source/_posts'), { recursive: true });
  write('source/_posts/a.md', 'other');
  await until(path);
  write('source/_posts/a.md', 'edited');
  await until('source/_posts/a.md');
});

test('a place that does not exist yet is watched when it comes', async () => {
  const scripts = { folder: join(root, 'scripts'), at: toSourcePath('scripts') };
  const { until } = watch({ places: [scripts] });
  mkdirSync(scripts.folder);
  await until('scripts');
  write('scripts/x.js', '1');
  await until('scripts/x.js');
});

test('settings are watched, other files beside them are not', async () => {
  const { until } = watch();
  write('README.md', 'x');
  write('_config.yml', 'title: x');
  expect(await until('_config.yml')).toEqual([{ kind: 'write', path: '_config.yml' }]);
});

test('a theme elsewhere is told of by its path in the site, even from node_modules', async () => {
  const folder = join(root, 'node_modules/mojing-theme-ink');
  mkdirSync(join(folder, 'layout'), { recursive: true });
  const { until } = watch({ places: [{ folder, at: toSourcePath('themes/ink') }] });
  writeFileSync(join(folder, 'layout/post.njk'), 'x');
  await until('themes/ink/layout/post.njk');
});

test('folders that are linked into the source are watched by the path of the link; circles end', async () => {
  mkdirSync(join(root, 'img'));
  symlinkSync('../img', join(root, 'source/img'));
  symlinkSync('..', join(root, 'source/_posts/up'));
  const { until } = watch();
  write('img/a.png', 'x');
  await until('source/img/a.png');
});

test('folders left out, and those of git and npm, are not told of', async () => {
  for (const name of ['public', '.git', 'node_modules']) mkdirSync(join(root, 'source', name));
  const { until } = watch({ leaveOut: [join(root, 'source/public')] });
  for (const name of ['public', '.git', 'node_modules']) write(`source/${name}/x.html`, 'x');
  write('source/_posts/a.md', 'last');
  expect(await until('source/_posts/a.md')).toEqual([{ kind: 'write', path: 'source/_posts/a.md' }]);
});

test('the signal ends it, also while it waits', async () => {
  const { batches } = watch();
  const waiting = batches.next();
  stop.abort();
  expect(await waiting).toEqual({ value: undefined, done: true });
  expect(await batches.next()).toEqual({ value: undefined, done: true });
});

test('a consumer that breaks off ends it', async () => {
  const places = [{ folder: join(root, 'source'), at: toSourcePath('source') }];
  const site = watchSite(root, { places }, stop.signal);
  write('source/_posts/a.md', 'x');
  for await (const batch of site) {
    expect(batch).toHaveLength(1);
    break;
  }
});

test('by polling, changes are seen too', async () => {
  const { batches } = watch({ poll: true });
  // It may miss what changes while it looks around first; so the file is written until it is seen.
  const writing = setInterval(() => appendFileSync(join(root, 'source/_posts/a.md'), 'x'), 200);
  const { value } = await batches.next();
  clearInterval(writing);
  expect(value).toEqual([{ kind: 'write', path: 'source/_posts/a.md' }]);
});
