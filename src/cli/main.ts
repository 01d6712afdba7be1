#!/usr/bin/env node
/**
 * The command `mojing`. What does the work is loaded when it is needed, so that
 * `mojing version` loads next to nothing.
 */
import type { Values } from '../base/diagnostic.ts';
import { fillIn } from '../base/text.ts';
import { commands, readCall, type UsageError } from './arguments.ts';
import { drawHelp } from './help.ts';
import { chooseSpeech } from './language.ts';
import { loadApp } from './load-app.ts';
import { repeatUnchanged } from './unchanged.ts';
import { version } from './version.ts';

/** Runs one call. Exit code 0: done; 1: the site has errors; 2: wrong usage, or a fault of ours. */
async function main(argv: readonly string[]): Promise<number> {
  const call = readCall(argv, speech);
  const { name } = call.command;
  if (name === 'version') return say(version);
  if (name === 'help') return say(drawHelp(findCommand(call.operands[0] ?? ''), translate));
  if (call.has('help')) return say(drawHelp(call.command, translate));
  const repeated = name === 'build' ? repeatUnchanged(call) : undefined;
  if (typeof repeated === 'number') return repeated;
  return loadApp(name === 'build' || name === 'serve' ? 'pages' : 'tools').runCommand({ ...call, snapshot: repeated });
}

function findCommand(word: string): (typeof commands)[number] | undefined {
  return commands.find(({ name, aliases }) => name === word || aliases.includes(word));
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

/** Windows names the locale in no variable. */
function findSystemLocale(): string | undefined {
  return process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined;
}

/** A sentence in the language of the terminal. Only for another one than English are the commands loaded. */
function translate(english: string, values: Values = {}): string {
  return speech.people === 'en' ? fillIn(english, values) : loadApp('tools').translate(speech.people, english, values);
}

function explainFault(error: unknown, verbose: boolean): string {
  if (!(error instanceof Error)) return String(error);
  if (isUsageError(error)) return translate(error.sentence, error.values);
  const detail = error.message.split('\n')[0] ?? '';
  return verbose ? (error.stack ?? error.message) : `mojing failed: ${detail} (--verbose tells more)`;
}

/** The commands have a class `UsageError` of their own: they are another bundle. */
function isUsageError(error: Error): error is UsageError {
  return error.name === 'UsageError' && 'sentence' in error;
}

/** Ends once all is written: to take down in good order what a large site left in memory would be felt. */
function end(code: number): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}

// A reader that has seen enough (`mojing list | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const argv = process.argv.slice(2);
const speech = chooseSpeech(argv, process.env, findSystemLocale);

main(argv)
  .catch((error: unknown) => {
    process.stderr.write(`${explainFault(error, process.argv.includes('--verbose'))}\n`);
    return 2;
  })
  .then(end);
