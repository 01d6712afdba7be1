/**
 * Runs one command to its end and measures it: wall time, processor time of all its
 * threads and children, and the most memory it held.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TIME = '/usr/bin/time';

/** Throws if GNU time is missing: nothing else tells the memory of a program that has ended. */
export function checkTools() {
  if (!existsSync(TIME)) throw new Error('The benchmark needs GNU time: apt-get install time');
}

/**
 * Runs `command` in `folder`. After `limit` seconds it is killed.
 *
 * @returns wall and cpu in seconds, memory in MiB, what it printed, and why it failed if it did
 */
export function runMeasured({ command, folder, env = {}, limit = 600 }) {
  const figures = join(tmpdir(), `mojing-bench-time-${process.pid}`);
  const guarded = ['timeout', '--foreground', '-k', '5', String(limit), ...command];
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(TIME, ['-f', '%U %S %M', '-o', figures, ...guarded], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - began) / 1000;
  const [user, system, kilobytes] = readFileSync(figures, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  const failure = status === 0 ? undefined : explainFailure({ status, limit, text: stderr || stdout });
  return { wall, cpu: user + system, memory: kilobytes / 1024, stdout, failure };
}

function explainFailure({ status, limit, text }) {
  if (status === 124 || status === 137) return `given up after ${limit} s`;
  const cause = /^.*(?:out of memory|Error:|error:).*$/m.exec(text)?.[0] ?? text.trim().split('\n').at(-1);
  return `exit code ${status}: ${(cause ?? '').trim().slice(0, 160)}`;
}
