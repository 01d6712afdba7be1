#!/usr/bin/env node
/**
 * The command `mojing`. What does the work is loaded when it is needed, so that
 * `mojing version` loads next to nothing.
 */
import { commands, drawHelp, readCall } from './arguments.ts';
import { loadApp } from './load-app.ts';
import { repeatUnchanged } from './unchanged.ts';
import { version } from './version.ts';

/** Runs one call. Exit code 0: done; 1: the site has errors; 2: wrong usage, or a fault of ours. */
async function main(argv: readonly string[]): Promise<number> {
  const call = readCall(argv);
  const { name } = call.command;
  if (name === 'version') return say(version);
  if (name === 'help') return say(drawHelp(findCommand(call.operands[0] ?? '')));
  if (call.has('help')) return say(drawHelp(call.command));
  const repeated = name === 'build' ? repeatUnchanged(call) : undefined;
  return repeated ?? loadApp(true).runCommand(call);
}

function findCommand(word: string): (typeof commands)[number] | undefined {
  return commands.find(({ name, aliases }) => name === word || aliases.includes(word));
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function explainFault(error: unknown, verbose: boolean): string {
  if (!(error instanceof Error)) return String(error);
  // The commands have a class `UsageError` of their own: they are another bundle.
  if (error.name === 'UsageError') return error.message;
  return verbose
    ? (error.stack ?? error.message)
    : `mojing failed: ${error.message.split('\n')[0]} (--verbose tells more)`;
}

// A reader that has seen enough (`mojing list | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${explainFault(error, process.argv.includes('--verbose'))}\n`);
    process.exitCode = 2;
  },
);
