/**
 * From a place in a formula to a place in the author's file, through quotes, lists,
 * tables and whatever was taken away from the formula before KaTeX saw it.
 */
import type { Location } from '../base/diagnostic.ts';
import type { MathInput } from './env.ts';
import type { InlineOrigin, Origin, Session } from './session.ts';

/** The place `offset` signs behind an origin, and `length` signs long. */
export interface Spot {
  readonly origin: Origin | InlineOrigin;
  readonly offset: number;
  readonly length: number;
}

/** Where it stands in the file. */
export function locateSpot(spot: Spot, session: Session, input: MathInput): Location {
  const origin = 'line' in spot.origin ? spot.origin : settle(spot.origin, session);
  const at = origin.offset + spot.offset;
  const lineStart = origin.text.lastIndexOf('\n', at - 1) + 1;
  const below = countLines(origin.text, lineStart);
  const lineEnd = origin.text.indexOf('\n', lineStart);
  const text = origin.text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  const column = findColumn(session.lines[origin.line + below] ?? '', text, {
    at: at - lineStart,
    from: below === 0 ? origin.from : undefined,
  });
  return {
    file: input.file,
    line: input.bodyLine + origin.line + below,
    column: column + 1,
    length: Math.max(1, spot.length),
  };
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) lines++;
  return lines;
}

/** Where inline content stands: its block token told, or it is looked for in the source. */
function settle(origin: InlineOrigin, session: Session): Origin {
  const place = session.places.get(origin.tokens);
  if (place) return { ...place, text: origin.text, offset: origin.offset };
  const first = origin.text.split('\n', 1)[0] ?? '';
  const line = session.lines.findIndex((one) => one.includes(first));
  return { line: Math.max(0, line), text: origin.text, offset: origin.offset };
}

interface Within {
  readonly at: number;
  readonly from: number | undefined;
}

/** The column, from 0, of sign `at` of `text` in the line it was taken from. */
function findColumn(line: string, text: string, { at, from }: Within): number {
  if (from !== undefined) return findInCell(line, text, { at, from });
  if (line.endsWith(text)) return line.length - text.length + at;
  const trimmed = text.trim();
  const start = line.lastIndexOf(trimmed);
  if (trimmed && start >= 0) return start + Math.max(0, at - (text.length - text.trimStart().length));
  const tail = text.slice(at).trimEnd();
  const tailStart = tail ? line.lastIndexOf(tail) : -1;
  return tailStart >= 0 ? tailStart : Math.min(at, Math.max(0, line.length - 1));
}

/** In a table's cell, `\|` was read as `|`. */
function findInCell(line: string, text: string, { at, from }: { readonly at: number; readonly from: number }): number {
  let column = from;
  while (line[column] === ' ' || line[column] === '\t') column++;
  for (let i = 0; i < at; i++) {
    if (text[i] === '|' && line.startsWith('\\|', column)) column++;
    column++;
  }
  return Math.min(column, line.length);
}

/**
 * Where sign `offset` of `meant` stood in `written`, of which `meant` is what was left
 * after signs were taken out or replaced one by one.
 */
export function traceBack(written: string, meant: string, offset: number): number {
  if (written === meant) return offset;
  let from = 0;
  for (let i = 0; i < offset && from < written.length; i++) {
    const next = written.indexOf(meant[i] ?? '', from);
    from = (next < 0 || next > from + 6 ? from : next) + 1;
  }
  const here = written.indexOf(meant[offset] ?? '', from);
  return here >= 0 && here <= from + 6 ? here : Math.min(from, written.length);
}
