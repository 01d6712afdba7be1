import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockSite } from '../../../src/disk/site-lock.ts';
import { compileRooms, startScript } from './child.ts';
import { treeOf } from './publish.ts';
import { makeFolder, writeFile } from './site-folder.ts';

let rooms: ReturnType<typeof compileRooms>;
beforeAll(() => {
  rooms = compileRooms(['base', 'model', 'disk']);
});
afterAll(() => rooms.remove());

test('who comes second waits, or gives up with the number of the process', async () => {
  const root = makeFolder();
  const first = await lockSite(root);
  const tired = await lockSite(root, 0);
  expect(tired).toMatchObject({ refused: { code: 'output/locked', values: { pid: process.pid } } });
  const second = lockSite(root);
  if ('release' in first) first.release();
  expect(await second).toHaveProperty('release');
});

test('a released lock leaves no file; releasing does not remove the lock of another', async () => {
  const root = makeFolder();
  const lock = await lockSite(root);
  if ('refused' in lock) throw new Error();
  writeFile(root, '.mojing/lock', 'another');
  lock.release();
  expect(readFileSync(join(root, '.mojing/lock'), 'utf8')).toBe('another');
});

const dead = { pid: 2 ** 22 + 1, host: hostname(), began: '1', token: 'x' };

test.each([
  ['of a dead process', dead],
  ['of a process whose number was given to another', { ...dead, pid: process.pid }],
  ['of a process whose number another has that began later', { ...dead, pid: process.ppid }],
])('a lock %s is taken over', async (_whose, owner) => {
  const root = makeFolder({ '.mojing/lock': JSON.stringify(owner) });
  expect(await lockSite(root, 3)).toHaveProperty('release');
});

test.each([
  ['broken', (file: string) => writeFileSync(file, '{"pid":')],
  ['a folder', (file: string) => mkdirSync(file)],
])('a lock that is %s is taken over when it is old', async (_how, make) => {
  const root = makeFolder({ '.mojing/x': '' });
  const file = join(root, '.mojing/lock');
  make(file);
  expect(await lockSite(root, 0)).toHaveProperty('refused');
  utimesSync(file, 1, 1);
  expect(await lockSite(root, 3)).toHaveProperty('release');
});

test('a lock of another machine is respected, until it is old', async () => {
  const root = makeFolder({ '.mojing/lock': JSON.stringify({ ...dead, host: 'elsewhere' }) });
  expect(await lockSite(root, 0)).toHaveProperty('refused');
  utimesSync(join(root, '.mojing/lock'), 1, 1);
  expect(await lockSite(root, 3)).toHaveProperty('release');
});

test('of many processes that find a dead lock each gets it once, never two at a time', async () => {
  const root = makeFolder({ '.mojing/lock': JSON.stringify(dead) });
  const script = `
    import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
    import { lockSite } from './disk/site-lock.js';
    const root = ${JSON.stringify(root)};
    for (let i = 0; i < 5; i++) {
      const lock = await lockSite(root, 60);
      if ('refused' in lock) throw new Error('refused');
      writeFileSync(root + '/inside', '', { flag: 'wx' }); // throws if another is inside
      await new Promise((resolve) => setTimeout(resolve, 5));
      rmSync(root + '/inside');
      appendFileSync(root + '/log', 'x');
      lock.release();
    }`;
  const all = await Promise.all([1, 2, 3, 4].map((n) => startScript(rooms.folder, script, `locker${n}`)));
  expect(all).toEqual(all.map(() => ({ code: 0, said: '' })));
  expect(treeOf(root)).toEqual({ log: 'x'.repeat(20) });
  expect(existsSync(join(root, '.mojing/lock'))).toBe(false);
});
