/**
 * `mojing build` when nothing has changed: one look at the files, and the answer of the
 * last build. Nothing else is loaded.
 */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillIn } from '../base/text.ts';
import { findUnchanged } from '../disk/last-build.ts';
import type { Snapshot } from '../disk/snapshot.ts';
import type { Call } from './arguments.ts';

/** Options that change what is said, not what is built. */
const ONLY_TALK = new Set(['json', 'quiet', 'no-color', 'cwd']);

/** Stands for the program on this machine, for how it was called, and for the languages it speaks. */
export function describeCall(call: Call): string {
  const app = statSync(fileURLToPath(new URL('./app.cjs', import.meta.url)), { throwIfNoEntry: false });
  const options = Object.keys(call.command.options).concat('config');
  const values = options.filter((name) => !ONLY_TALK.has(name)).map((name) => [name, call.has(name), call.get(name)]);
  // A blog that was copied brings along what was remembered of the first.
  const root = resolve(call.get('cwd') ?? '.');
  return JSON.stringify([app?.size, app?.mtimeMs, call.speech, values, root]);
}

/** Says again what the last build said, if nothing has changed since; else gives what it saw. */
export function repeatUnchanged(call: Call): number | Snapshot | undefined {
  if (call.has('verbose') || call.has('no-cache') || call.has('profile')) return undefined;
  const began = performance.now();
  const root = resolve(call.get('cwd') ?? '.');
  const found = findUnchanged(join(root, '.mojing'), describeCall(call), Date.now());
  if (!found.unchanged) return found.snapshot;
  const { json, summary, text, unchanged } = found.unchanged.said;
  const seconds = Math.round(performance.now() - began) / 1000;
  if (call.has('json')) {
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    process.stdout.write(`${[...json, JSON.stringify({ ...summary, seconds, peakRssMb })].join('\n')}\n`);
  } else if (!call.has('quiet'))
    process.stderr.write(
      [...text, fillIn(unchanged, { seconds: seconds.toFixed(2) })].map((line) => `${line}\n`).join(''),
    );
  return 0;
}
