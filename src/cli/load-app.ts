/**
 * Loads the bundled commands together with V8's compiled code, which is kept beside them
 * after the first run: Node 20 has no compile cache of its own, and compiling a megabyte
 * of script costs more than a small build.
 */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { Call } from './arguments.ts';

type RunCommand = (call: Call) => Promise<number>;

const APP = fileURLToPath(new URL('./app.cjs', import.meta.url));

/** The function that runs a command. */
export function loadApp(): RunCommand {
  const { size, mtimeMs } = statSync(APP);
  const cache = `${APP}.${process.version}-${size}-${Math.floor(mtimeMs)}.cache`;
  const cachedData = readIfThere(cache);
  const script = new Script(Module.wrap(readFileSync(APP, 'utf8')), {
    filename: APP,
    ...(cachedData && { cachedData }),
  });
  const module: { exports: { runCommand?: unknown } } = { exports: {} };
  const run: unknown = script.runInThisContext();
  if (typeof run === 'function') run(module.exports, createRequire(APP), module, APP, dirname(APP));
  if (!cachedData || script.cachedDataRejected === true) process.once('exit', () => keepCompiled(script, cache));
  const { runCommand } = module.exports;
  if (!isRunCommand(runCommand)) throw new TypeError(`${APP} is damaged: install Mojing again`);
  return runCommand;
}

function isRunCommand(value: unknown): value is RunCommand {
  return typeof value === 'function';
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** At the end of a run, so that what it compiled lazily is in it. A place that cannot be written to keeps nothing. */
function keepCompiled(script: Script, cache: string): void {
  const beside = `${cache}.${process.pid}`;
  try {
    writeFileSync(beside, script.createCachedData());
    renameSync(beside, cache);
  } catch {
    rmSync(beside, { force: true });
  }
}
