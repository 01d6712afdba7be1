#!/usr/bin/env node
/**
 * The command `mojing`. Each subcommand is loaded when it is called, so that
 * `mojing version` loads next to nothing.
 */
import { type Call, commands, drawHelp, readCall, UsageError } from './arguments.ts';
import { version } from './version.ts';

const runners: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  build: async (call) => (await import('./build.ts')).runBuild(call),
  serve: async (call) => (await import('./serve.ts')).runServe(call),
  new: async (call) => (await import('./new.ts')).runNew(call),
  list: async (call) => (await import('./list.ts')).runList(call),
  clean: async (call) => (await import('./clean.ts')).runClean(call),
};

/** Runs one call. Exit code 0: done; 1: the site has errors; 2: wrong usage, or a fault of ours. */
async function main(argv: readonly string[]): Promise<number> {
  const call = readCall(argv);
  const { name } = call.command;
  if (name === 'version') return say(version);
  if (name === 'help')
    return say(
      drawHelp(
        commands.find(({ name: one, aliases }) => one === call.operands[0] || aliases.includes(call.operands[0] ?? '')),
      ),
    );
  if (call.has('help')) return say(drawHelp(call.command));
  return (await runners[name]?.(call)) ?? 2;
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function explainFault(error: unknown, verbose: boolean): string {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof Error)) return String(error);
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
