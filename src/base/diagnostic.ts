/**
 * Diagnostics: what is wrong with a site, as data. They are returned, never
 * thrown, and remembered with the result they belong to, so that a warning does
 * not vanish when its file is not read again.
 *
 * A diagnostic holds no sentence. Its code and values are turned into one in the
 * reader's language when it is shown (`model/messages.ts`).
 */
import type { SourcePath } from './path.ts';

/** A place in a source file. Lines and columns count from 1, columns and lengths in UTF-16 units. */
export interface Location {
  readonly file: SourcePath;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export type Severity = 'error' | 'warning';
export type Values = Readonly<Record<string, string | number>>;

export interface Diagnostic {
  readonly severity: Severity;
  /** Permanent, `area/what-happened`; documented in docs/diagnostics.md. */
  readonly code: string;
  readonly values: Values;
  readonly at?: Location;
}

/** In reading order: by file, line, column; those without a place come first. Equal ones are merged. */
export function sortDiagnostics(diagnostics: Iterable<Diagnostic>): Diagnostic[] {
  const distinct = new Map<string, Diagnostic>();
  for (const one of diagnostics) distinct.set(JSON.stringify([one.code, one.at, one.values]), one);
  const sorted = [...distinct].sort(
    ([keyA, a], [keyB, b]) =>
      compare(a.at?.file ?? '', b.at?.file ?? '') ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
      compare(keyA, keyB),
  );
  return sorted.map(([, one]) => one);
}

/** Whether any of them keeps the site from being published. */
export function hasErrors(diagnostics: Iterable<Diagnostic>): boolean {
  for (const { severity } of diagnostics) if (severity === 'error') return true;
  return false;
}

/** Where a file begins: the place of what concerns all of it. */
export function startOf(file: SourcePath): Location {
  return { file, line: 1, column: 1, length: 1 };
}

/** A file as a whole, which may be no text: its place has no length, and no lines of it are shown. */
export function wholeOf(file: SourcePath): Location {
  return { ...startOf(file), length: 0 };
}

/** What a thrown value says of itself. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Where the `offset`-th UTF-16 unit of a whole file stands. */
export function locate(file: SourcePath, text: string, offset: number, length = 1): Location {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  return { file, line, column: before.length - lineStart + 1, length: Math.max(1, length) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
