/**
 * Loads the bundled commands together with V8's compiled code, which is kept beside them
 * after the first run: Node 20 has no compile cache of its own, and compiling a megabyte
 * of script costs more than a small build.
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { tuneEngine } from '../workers/tune-engine.ts';
import type { App } from './app.ts';

const APP = fileURLToPath(new URL('./app.cjs', import.meta.url));

let loaded: App | undefined;

/** Who loads it: a command that makes pages, one that does not, or a thread of the former. */
export type Use = 'pages' | 'tools' | 'thread';

/**
 * What `app.ts` exports, loaded once. The first run of each use keeps the compiled code
 * for the next: a tool has compiled little of what pages need. A thread keeps nothing.
 */
export function loadApp(use: Use): App {
  loaded ??= load(use);
  return loaded;
}

function load(use: Use): App {
  const keeps = use !== 'thread';
  // Compiled code is only good under the settings it was compiled with; a thread has those of the process.
  if (keeps) tuneEngine();
  const { size, mtimeMs } = statSync(APP);
  const stem = `${APP}.${process.version}-${size}-${Math.floor(mtimeMs)}`;
  const cache = `${stem}-${use === 'tools' ? 'tools' : 'pages'}.cache`;
  const cachedData = readIfThere(cache);
  const script = new Script(Module.wrap(readFileSync(APP, 'utf8')), {
    filename: APP,
    ...(cachedData && { cachedData }),
  });
  const module: { exports: unknown } = { exports: {} };
  const run: unknown = script.runInThisContext();
  if (typeof run === 'function') run(module.exports, createRequire(APP), module, APP, dirname(APP));
  if (keeps && (!cachedData || script.cachedDataRejected === true))
    process.once('exit', () => keepCompiled(script, cache, stem));
  if (!isApp(module.exports)) throw new TypeError(`${APP} is damaged: install Mojing again`);
  return module.exports;
}

function isApp(value: unknown): value is App {
  return typeof value === 'object' && value !== null && 'runCommand' in value && 'serveRendering' in value;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** At the end of a run, so that what it compiled lazily is in it. A place that cannot be written to keeps nothing. */
function keepCompiled(script: Script, cache: string, stem: string): void {
  const beside = `${cache}.${process.pid}`;
  tuneEngine();
  try {
    writeFileSync(beside, script.createCachedData());
    renameSync(beside, cache);
    forgetOlder(stem);
  } catch {
    rmSync(beside, { force: true });
  }
}

/** Removes what was compiled, by this Node, of an `app.cjs` that is no more. */
function forgetOlder(stem: string): void {
  const folder = dirname(stem);
  const ours = `${basename(APP)}.${process.version}-`;
  for (const name of readdirSync(folder))
    if (name.startsWith(ours) && name.endsWith('.cache') && !name.startsWith(basename(stem)))
      rmSync(join(folder, name), { force: true });
}
