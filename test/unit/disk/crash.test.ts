/**
 * A build dies at each of its calls that change the disk, in turn; whatever the instant,
 * the pages left are whole, nothing foreign is touched, and the next build gives
 * what a clean build gives.
 */
import fs, { existsSync, readdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileRooms, runScript, startScript } from './child.ts';
import { type Pages, publish, treeOf } from './publish.ts';
import { makeFolder } from './site-folder.ts';

let rooms: ReturnType<typeof compileRooms>;
beforeAll(() => {
  rooms = compileRooms(['base', 'model', 'disk']);
});
afterAll(() => rooms.remove());

const writers = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'renameSync',
  'mkdirSync',
  'unlinkSync',
  'rmdirSync',
  'rmSync',
  'copyFileSync',
] as const;
const page = (text: string): string => `<html>${text}</html>`;
const old: Pages = {
  'index.html': page('old'),
  'a/index.html': page('same'),
  'b/c': page('file'),
  'gone/x.html': page('x'),
};
const next: Pages = {
  'index.html': page('new'),
  'a/index.html': page('same'),
  'b/c/d.html': page('d'),
  'e/f.html': page('e'),
};

/** A script that publishes `pages` and does `harm` before the `k`-th call that changes the disk. */
function scriptOf(root: string, pages: Pages, k: number, harm: string): string {
  return `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    let calls = 0;
    for (const name of ${JSON.stringify(writers)}) {
      const real = fs[name];
      fs[name] = (...args) => { if (++calls === ${k}) { ${harm} } return real(...args); };
    }
    syncBuiltinESMExports();
    const { fingerprintBytes } = await import('./base/fingerprint.js');
    const { lockSite } = await import('./disk/site-lock.js');
    const { openPublisher } = await import('./disk/write-outputs.js');
    const root = ${JSON.stringify(root)};
    const lock = await lockSite(root, 5);
    const publisher = openPublisher({ root, publicDir: 'public', sourceDir: 'source' }, lock);
    if ('refused' in publisher) { process.stdout.write('refused: ' + publisher.refused.values.detail); process.exit(1); }
    for (const [path, text] of Object.entries(${JSON.stringify(pages)})) {
      publisher.add({ type: 'text', path, route: path, print: fingerprintBytes(text), bytes: () => Buffer.from(text) });
    }
    const done = publisher.commit();
    lock.release();
    process.stdout.write('refused' in done ? 'refused' : 'calls ' + calls);`;
}

async function makeSite(published: Pages | undefined): Promise<string> {
  const root = makeFolder({ 'source/a.md': 'mine', ...(published && { 'public/CNAME': 'kept' }) });
  if (published) await publish(root, published);
  return root;
}

/** What a build that died at call `k` left is good, and the next build completes it. */
async function expectRecovery(root: string, published: Pages | undefined, k: number): Promise<void> {
  const kept: Pages = published ? { CNAME: 'kept' } : {};
  const left = existsSync(join(root, 'public')) ? treeOf(join(root, 'public')) : {};
  for (const [path, text] of Object.entries(left)) {
    if (!/^\.mojing/.test(path)) expect([old[path], next[path], kept[path]], path).toContain(text);
  }
  // Every other time the old site is built first: no file of the dead build may stay behind.
  if (k % 2 === 0) await publish(root, old);
  expect(await publish(root, next), `died at call ${k}`).toMatchObject({ total: 4 });
  expect(treeOf(join(root, 'public')), `died at call ${k}`).toEqual({ ...next, ...kept });
  expect(readdirSync(join(root, '.mojing')).filter((name) => !name.startsWith('published-'))).toEqual([]);
  expect(treeOf(join(root, 'source'))).toEqual({ 'a.md': 'mine' });
}

const histories: [string, Pages | undefined][] = [
  ['the first build', undefined],
  ['a later build', old],
];

test.each(histories)('dead from any call of %s on, the next build completes it', async (_which, published) => {
  let k = 1;
  for (let reached = true; reached; k++) {
    const root = await makeSite(published);
    const run = await failAt({ k, code: 'DEAD', forever: true }, () => publish(root, next));
    reached = run.calls >= k;
    await expectRecovery(root, published, k);
  }
  expect(k).toBeGreaterThan(15);
});

test.each(histories)('killed in the middle of %s, the next build completes it', async (_which, published) => {
  for (const k of [3, 9, 16, 18, 21]) {
    const root = await makeSite(published);
    runScript(rooms.folder, scriptOf(root, next, k, "process.kill(process.pid, 'SIGKILL');"));
    await expectRecovery(root, published, k);
  }
});

interface Fault {
  readonly k: number;
  readonly code: string;
  /** All later calls fail too, as if the process were dead: nothing can be tidied up. */
  readonly forever?: boolean;
}

/** Lets the `k`-th call that changes the disk fail while `work` runs; gives how many calls there were. */
async function failAt(
  { k, code, forever = false }: Fault,
  work: () => Promise<unknown>,
): Promise<{ calls: number; told: string }> {
  const real = Object.fromEntries(writers.map((name) => [name, fs[name]]));
  let calls = 0;
  for (const name of writers) {
    const call: (...args: never[]) => unknown = fs[name];
    const failing = (...args: never[]): unknown => {
      calls++;
      if (calls === k || (forever && calls > k)) throw Object.assign(new Error(`${code}: injected, write`), { code });
      return call(...args);
    };
    Object.assign(fs, { [name]: failing });
  }
  syncBuiltinESMExports();
  try {
    return { told: JSON.stringify(await work()), calls };
  } catch (error) {
    return { told: String(error), calls };
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
}

test.each(['ENOSPC', 'EIO', 'EXDEV'])('%s at any call is told or made good', async (code) => {
  const right = { ...next, CNAME: 'kept' };
  let k = 1;
  for (let reached = true; reached; k++) {
    const root = await makeSite(old);
    const run = await failAt({ k, code }, () => publish(root, next));
    reached = run.calls >= k;
    if (!run.told.includes('"total":4')) expect(run.told).toMatch(/injected|output\/unwritable/);
    else expect(treeOf(join(root, 'public')), `call ${k}`).toEqual(right);
    await publish(root, next);
    expect(treeOf(join(root, 'public')), `call ${k}`).toEqual(right);
  }
  expect(k).toBeGreaterThan(20);
});

test('builds at the same time do not mix', async () => {
  const root = makeFolder();
  const script = (mark: string): string => {
    const pages = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i % 7}/${mark}${i}.html`, page(mark)]));
    return scriptOf(root, { ...pages, 'index.html': page(mark) }, -1, '');
  };
  const marks = ['a', 'b', 'c'];
  const ran = await Promise.all(marks.map((mark) => startScript(rooms.folder, script(mark), `build-${mark}`)));
  expect(ran.map(({ code }) => code)).toEqual([0, 0, 0]);
  const tree = treeOf(join(root, 'public'));
  expect(Object.keys(tree)).toHaveLength(41);
  expect(new Set(Object.values(tree)).size).toBe(1);
});
