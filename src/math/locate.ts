/**
 * From a place in a formula to a place in the author's file, through quotes, lists,
 * tables and whatever was taken away from the formula before KaTeX saw it.
 */
import type { Location } from '../base/diagnostic.ts';
import type { MathInput } from './env.ts';
import type { InlineOrigin, Origin, Session, TextLayout } from './session.ts';

/** The place `offset` signs behind an origin, and `length` signs long. */
export interface Spot {
  readonly origin: Origin | InlineOrigin;
  readonly offset: number;
  readonly length: number;
}

/** Where it stands in the file. */
export function locateSpot(spot: Spot, session: Session, input: MathInput): Location {
  const origin = 'line' in spot.origin ? spot.origin : settle(spot.origin, session);
  const layout = getLayout(origin.text, session);
  const at = origin.offset + spot.offset;
  const below = findLine(layout.starts, at);
  const line = origin.line + below;
  const column = findColumn({ origin, layout, below }, at, session.lines[line] ?? '');
  return { file: input.file, line: input.bodyLine + line, column: column + 1, length: Math.max(1, spot.length) };
}

function getLayout(text: string, session: Session): TextLayout {
  const known = session.layouts.get(text);
  if (known) return known;
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const layout = { starts, columns: new Map<number, number>() };
  session.layouts.set(text, layout);
  return layout;
}

/** The last line that begins at `at` or before it. */
function findLine(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
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
  readonly origin: Origin;
  readonly layout: TextLayout;
  /** Which of the text's lines. */
  readonly below: number;
}

/** The column, from 0, of sign `at` of a text, in the source's line `line`. */
function findColumn({ origin, layout, below }: Within, at: number, line: string): number {
  const start = layout.starts[below] ?? 0;
  const text = origin.text.slice(start, (layout.starts[below + 1] ?? origin.text.length + 1) - 1);
  if (below === 0 && origin.from !== undefined) return findInCell(line, text, { at: at - start, from: origin.from });
  const known = layout.columns.get(below);
  const column = known ?? findLineStart(line, text);
  if (known === undefined) layout.columns.set(below, column);
  return Math.max(0, Math.min(column + at - start, line.length));
}

/** Where the text of a line begins in the source's line: quotes and lists stand before it. */
function findLineStart(line: string, text: string): number {
  if (line.endsWith(text)) return line.length - text.length;
  const trimmed = text.trim();
  const start = trimmed ? line.lastIndexOf(trimmed) : -1;
  return start < 0 ? 0 : start - (text.length - text.trimStart().length);
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
