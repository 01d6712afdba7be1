/**
 * The commands that do something, each loaded when it is called, and what `main.js` needs
 * to speak another language than English.
 */
import type { MessagePort } from 'node:worker_threads';
import type { Values } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import type { Script } from '../workers/rehearse.ts';
import type { Call } from './arguments.ts';

export { translate } from './talk.ts';

/** What the bundle of this file gives to the scripts that load it. */
export interface App {
  readonly runCommand: (call: Call) => Promise<number>;
  readonly translate: (language: Language, english: string, values?: Values) => string;
  readonly serveRendering: (port: MessagePort, script: Script) => Promise<void>;
}

const runners: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  build: async (call) => (await import('./build.ts')).runBuild(call),
  serve: async (call) => (await import('./serve.ts')).runServe(call),
  new: async (call) => (await import('./new.ts')).runNew(call),
  publish: async (call) => (await import('./publish.ts')).runPublish(call),
  list: async (call) => (await import('./list.ts')).runList(call),
  check: async (call) => (await import('./check.ts')).runCheck(call),
  'convert-encoding': async (call) => (await import('./convert-encoding.ts')).runConvertEncoding(call),
  clean: async (call) => (await import('./clean.ts')).runClean(call),
  init: async (call) => (await import('./init.ts')).runInit(call),
  doctor: async (call) => (await import('./doctor/doctor.ts')).runDoctor(call),
  deploy: async (call) => (await import('./deploy.ts')).runDeploy(call),
  config: async (call) => (await import('./config.ts')).runConfig(call),
};

/** Runs one command; returns its exit code. Throws a `UsageError` for wrong usage. */
export async function runCommand(call: Call): Promise<number> {
  const run = runners[call.command.name];
  if (!run) throw new RangeError(`there is no command ${call.command.name}`);
  return run(call);
}

/** The work of a thread that renders posts. */
export async function serveRendering(port: MessagePort, script: Script): Promise<void> {
  (await import('../workers/render-thread.ts')).serveRendering(port, script);
}
