/**
 * A build that is killed at any moment, and run again, gives what a clean build gives.
 */
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLI, layOutBlog, readTree, runIn } from './site.ts';

const TIMES = 20;
let root = '';
let clean: ReadonlyMap<string, string>;
let whole = 0;

beforeAll(() => {
  root = layOutBlog(30, 'build:\n  workers: 1\n');
  const began = performance.now();
  runIn(root, 'build');
  whole = performance.now() - began;
  clean = readTree(join(root, 'public'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Starts a build and kills it after a while; resolves when it is gone. */
function killAfter(milliseconds: number): Promise<void> {
  const child = spawn('node', [CLI, 'build'], { cwd: root, stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  return new Promise((resolve) =>
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    }),
  );
}

test.each(Array.from({ length: TIMES }, (_, n) => n))('killed for the %ith time', async (n) => {
  // Half of the builds begin with nothing, half with what the last one left and a theme that changes every page.
  if (n % 2 === 0)
    for (const place of ['public', '.mojing']) rmSync(join(root, place), { recursive: true, force: true });
  else writeFileSync(join(root, '_config.mist.yml'), `menu_${n}: true\n`);
  await killAfter((whole * (n + 1 + Math.random())) / TIMES);
  rmSync(join(root, '_config.mist.yml'), { force: true });
  expect(runIn(root, 'build').code).toBe(0);
  expect(readTree(join(root, 'public'))).toEqual(clean);
});
