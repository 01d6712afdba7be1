/**
 * What a person or a program reads of a build: diagnostics with code frames and a short
 * summary, or one JSON object a line.
 */
import picocolors from 'picocolors';
import { type Diagnostic, hasErrors, sortDiagnostics, type Values } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import { describeIn } from '../model/describe.ts';
import type { Sources } from '../model/sources.ts';
import type { Call } from './arguments.ts';
import { drawFrame } from './code-frame.ts';
import { translate } from './talk.ts';

/** Of one kind of warning so many are shown in full; the rest are counted. */
const SHOWN_OF_A_KIND = 5;

export interface Reporter {
  readonly json: boolean;
  /** All diagnostics of a run, in reading order. */
  diagnostics(found: readonly Diagnostic[], sources: Sources): void;
  /** An answer: goes to standard output as it is. */
  answer(line: string): void;
  /** A sentence, given in English, in the language of people. */
  translate(english: string, values?: Values): string;
  /** Tells people a sentence, given in English; silent when piped through a program or when asked to be. */
  say(english: string, values?: Values): void;
  /** The last object of `--json`. */
  summary(summary: Readonly<Record<string, unknown>>): void;
}

/** Talks as the call asks. Diagnostics and talk go to standard error, answers to standard output. */
export function createReporter(call: Call): Reporter {
  const json = call.has('json');
  const quiet = call.has('quiet');
  const { people, programs } = call.speech;
  const colours = picocolors.createColors(
    !call.has('no-color') && !process.env.NO_COLOR && process.stderr.isTTY === true,
  );
  return {
    json,
    diagnostics(found, sources) {
      const sorted = sortDiagnostics(found);
      if (json) for (const one of sorted) print(process.stdout, drawJson(one, programs));
      else
        for (const line of drawDiagnostics(quiet ? sorted.filter(({ severity }) => severity === 'error') : sorted, {
          sources,
          colours,
          all: call.has('verbose'),
          language: people,
        }))
          print(process.stderr, line);
    },
    answer: (line) => print(process.stdout, line),
    translate: (english, values) => translate(people, english, values),
    say(english, values) {
      if (!json && !quiet) print(process.stderr, translate(people, english, values));
    },
    summary(summary) {
      if (json) print(process.stdout, JSON.stringify({ type: 'summary', ...summary }));
    },
  };
}

function print(stream: NodeJS.WriteStream, line: string): void {
  stream.write(`${line}\n`);
}

function drawJson(diagnostic: Diagnostic, language: Language): string {
  const { severity, code, at } = diagnostic;
  return JSON.stringify({ type: 'diagnostic', severity, code, ...describeIn(language, diagnostic), ...at });
}

interface Drawing {
  readonly sources: Sources;
  readonly colours: ReturnType<typeof picocolors.createColors>;
  readonly all: boolean;
  readonly language: Language;
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
    const more = { count: count - SHOWN_OF_A_KIND, code, files: files.size };
    const sentence = '… and {count} more {code}, in {files} files in all (--verbose shows each)';
    yield drawing.colours.dim(`  ${translate(drawing.language, sentence, more)}\n`);
  }
}

function drawDiagnostic(diagnostic: Diagnostic, { sources, colours, language }: Drawing): string {
  const { severity, code, at } = diagnostic;
  const { message, hint } = describeIn(language, diagnostic);
  const word = translate(language, severity);
  const mark = severity === 'error' ? colours.red(colours.bold(word)) : colours.yellow(word);
  const place = at ? `  ${colours.cyan(`${at.file}:${at.line}:${at.column}`)}` : '';
  const lines = [`${mark} ${colours.dim(code)}${place}`, `  ${message}`];
  const frame = drawFrame(sources, at);
  if (frame !== '')
    lines.push(
      frame
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n'),
    );
  if (hint) lines.push(`  ${colours.green(translate(language, 'hint: '))}${hint}`);
  return `${lines.join('\n')}\n`;
}

/** The lines of `--json` for some diagnostics. */
export function drawJsonLines(found: readonly Diagnostic[], language: Language): string[] {
  return sortDiagnostics(found).map((one) => drawJson(one, language));
}

/** The lines for people, without colours. */
export function drawText(found: readonly Diagnostic[], sources: Sources, language: Language): Iterable<string> {
  const colours = picocolors.createColors(false);
  return drawDiagnostics(sortDiagnostics(found), { sources, colours, all: false, language });
}

/** How many of each. */
export function countDiagnostics(found: readonly Diagnostic[]): { errors: number; warnings: number } {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: found.length - errors };
}

/** Whether the run has failed: on errors, and with `--strict` on warnings too. */
export function hasFailed(found: readonly Diagnostic[], strict: boolean): boolean {
  return hasErrors(found) || (strict && found.length > 0);
}
