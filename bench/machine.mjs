/**
 * Where and when the figures were taken, and of which versions.
 */
import { execFileSync } from 'node:child_process';
import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { BENCH } from './generators.mjs';

/** The machine as a line of text and the date; `load` is that of the last minute. */
export function describeMachine() {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return {
    machine: `${availableParallelism()} × ${cpus()[0]?.model ?? arch()}, ${memory}, ${platform()} ${release()}`,
    node: process.version,
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    load: loadavg()[0],
  };
}

/** The version of each generator, as far as it tells. */
export function readVersions(generators) {
  return Object.fromEntries(generators.map((generator) => [generator.name, readVersion(generator)]));
}

function readVersion({ name, version: [command, ...args], folder, env }) {
  try {
    const text = execFileSync(command, args, { env: { ...process.env, ...env }, encoding: 'utf8', stdio: 'pipe' });
    const version = /\d+\.\d+(?:\.\d+)?/.exec(text)?.[0] ?? 'unknown';
    return name === 'mojing' ? `${version}${readCommit()}` : version;
  } catch {
    return `unknown (${folder})`;
  }
}

function readCommit() {
  try {
    const commit = execFileSync('git', ['describe', '--always', '--dirty'], { cwd: BENCH, encoding: 'utf8' });
    return ` (${commit.trim()})`;
  } catch {
    return '';
  }
}
