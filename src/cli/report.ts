/**
 * What a person or a program reads of a build: diagnostics with code frames and a short
 * summary, or one JSON object a line.
 */
import picocolors from 'picocolors';
import { drawCodeFrame } from '../base/code-frame.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { describe } from '../model/messages.ts';
import { decodeText, type Sources } from '../model/sources.ts';
import type { Call } from './arguments.ts';

/** Of one kind of warning so many are shown in full; the rest are counted. */
const SHOWN_OF_A_KIND = 5;

export interface Reporter {
  readonly json: boolean;
  /** All diagnostics of a run, in reading order. */
  diagnostics(found: readonly Diagnostic[], sources: Sources): void;
  /** An answer: goes to standard output as it is. */
  answer(line: string): void;
  /** For people; silent when piped through a program or when asked to be. */
  say(line: string): void;
  /** The last object of `--json`. */
  summary(summary: Readonly<Record<string, unknown>>): void;
}

/** Talks as the call asks. Diagnostics and talk go to standard error, answers to standard output. */
export function createReporter(call: Call): Reporter {
  const json = call.has('json');
  const quiet = call.has('quiet');
  const colours = picocolors.createColors(
    !call.has('no-color') && !process.env.NO_COLOR && process.stderr.isTTY === true,
  );
  return {
    json,
    diagnostics(found, sources) {
      const sorted = sortDiagnostics(found);
      if (json) for (const one of sorted) print(process.stdout, drawJson(one));
      else
        for (const line of drawDiagnostics(quiet ? sorted.filter(({ severity }) => severity === 'error') : sorted, {
          sources,
          colours,
          all: call.has('verbose'),
        }))
          print(process.stderr, line);
    },
    answer: (line) => print(process.stdout, line),
    say(line) {
      if (!json && !quiet) print(process.stderr, line);
    },
    summary(summary) {
      if (json) print(process.stdout, JSON.stringify({ type: 'summary', ...summary }));
    },
  };
}

function print(stream: NodeJS.WriteStream, line: string): void {
  stream.write(`${line}\n`);
}

function drawJson(diagnostic: Diagnostic): string {
  const { severity, code, at } = diagnostic;
  return JSON.stringify({ type: 'diagnostic', severity, code, ...describe(diagnostic), ...at });
}

interface Drawing {
  readonly sources: Sources;
  readonly colours: ReturnType<typeof picocolors.createColors>;
  readonly all: boolean;
}

function* drawDiagnostics(found: readonly Diagnostic[], drawing: Drawing): Generator<string> {
  const counts = new Map<string, number>();
  for (const one of found) {
    const count = (counts.get(one.code) ?? 0) + 1;
    counts.set(one.code, count);
    if (drawing.all || one.severity === 'error' || count <= SHOWN_OF_A_KIND) yield drawDiagnostic(one, drawing);
  }
  for (const [code, count] of counts) {
    const severity = found.find((one) => one.code === code)?.severity;
    if (drawing.all || severity === 'error' || count <= SHOWN_OF_A_KIND) continue;
    const files = new Set(found.filter((one) => one.code === code).map(({ at }) => at?.file));
    yield drawing.colours.dim(
      `  … and ${count - SHOWN_OF_A_KIND} more ${code}, in ${files.size} files in all (--verbose shows each)\n`,
    );
  }
}

function drawDiagnostic(diagnostic: Diagnostic, { sources, colours }: Drawing): string {
  const { severity, code, at } = diagnostic;
  const { message, hint } = describe(diagnostic);
  const mark = severity === 'error' ? colours.red(colours.bold('error')) : colours.yellow('warning');
  const place = at ? `  ${colours.cyan(`${at.file}:${at.line}:${at.column}`)}` : '';
  const lines = [`${mark} ${colours.dim(code)}${place}`, `  ${message}`];
  const file = at && sources.get(at.file);
  const frame = at && file && file.size < 2e6 ? drawCodeFrame(readText(file), at) : '';
  if (frame !== '')
    lines.push(
      frame
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n'),
    );
  if (hint) lines.push(`  ${colours.green('hint:')} ${hint}`);
  return `${lines.join('\n')}\n`;
}

function readText(file: { read: () => Uint8Array }): string {
  try {
    const bytes = file.read();
    return decodeText(bytes) ?? new TextDecoder().decode(bytes);
  } catch {
    return '';
  }
}

/** The lines of `--json` for some diagnostics. */
export function drawJsonLines(found: readonly Diagnostic[]): string[] {
  return sortDiagnostics(found).map(drawJson);
}

/** The lines for people, without colours. */
export function drawText(found: readonly Diagnostic[], sources: Sources): Iterable<string> {
  return drawDiagnostics(sortDiagnostics(found), { sources, colours: picocolors.createColors(false), all: false });
}

/** `2 errors, 1 warning`. */
export function countDiagnostics(found: readonly Diagnostic[]): { errors: number; warnings: number; text: string } {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const warnings = found.length - errors;
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  return { errors, warnings, text: `${count(errors, 'error')}, ${count(warnings, 'warning')}` };
}

/** Whether the run has failed: on errors, and with `--strict` on warnings too. */
export function hasFailed(found: readonly Diagnostic[], strict: boolean): boolean {
  return hasErrors(found) || (strict && found.length > 0);
}
