/**
 * Code frames: the lines around a place in a file, with carets below it.
 *
 * The carets are counted in display columns, so that they stand under the right
 * 字 where a character takes two columns.
 */
import type { Location } from './diagnostic.ts';
import { displayWidth } from './text.ts';

const LINES_BEFORE = 2;
const LINES_AFTER = 1;
const MAX_WIDTH = 100;

/** The frame as text without colours or a final line feed; `''` if the file has no such line. */
export function drawCodeFrame(text: string, at: Location): string {
  const lines = text.split(/\r\n|\r|\n/);
  const target = lines[at.line - 1];
  if (target === undefined) return '';
  const first = Math.max(1, at.line - LINES_BEFORE);
  const last = Math.min(lines.length, at.line + LINES_AFTER);
  const gutter = String(last).length;
  const start = findWindowStart(target, at.column - 1);
  const frame: string[] = [];
  for (let line = first; line <= last; line++) {
    const shown = cutWindow(lines[line - 1] ?? '', start);
    frame.push(`${line === at.line ? '▸' : ' '} ${String(line).padStart(gutter)} │ ${shown}`.trimEnd());
    if (line === at.line) frame.push(`  ${' '.repeat(gutter)} │ ${drawCarets(target, at, start)}`);
  }
  return frame.join('\n');
}

/** Where the shown part of a long line begins, so that the place itself is in view. */
function findWindowStart(line: string, column: number): number {
  if (displayWidth(line.replaceAll('\t', '  ')) <= MAX_WIDTH) return 0;
  const start = Math.max(0, column - 30);
  // Not between the halves of a character.
  return /[\udc00-\udfff]/.test(line.charAt(start)) ? start - 1 : start;
}

function cutWindow(line: string, start: number): string {
  const plain = line
    .slice(start)
    .replaceAll('\t', '  ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '�');
  let shown = '';
  let width = 0;
  for (const char of plain) {
    width += displayWidth(char);
    if (width > MAX_WIDTH) return `${shown}…`;
    shown += char;
  }
  return shown;
}

function drawCarets(line: string, at: Location, start: number): string {
  const widthOf = (text: string): number => displayWidth(text.replaceAll('\t', '  '));
  const before = widthOf(line.slice(start, at.column - 1));
  const marked = line.slice(at.column - 1, at.column - 1 + at.length);
  const room = Math.max(1, MAX_WIDTH - before);
  return ' '.repeat(before) + '^'.repeat(Math.min(room, Math.max(1, widthOf(marked))));
}
