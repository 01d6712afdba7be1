/**
 * Fences whose end stands four or more columns in, as Hexo lets people write them:
 *
 *   ```
 *   const x = 1;
 *       ```
 *
 * To CommonMark that end is code: the fence runs on to where the next one begins, and from
 * there on text is code and code is text, up to a fence that nothing closes or an end that
 * ends nothing. Just that is the sign by which it is known what was meant; without it
 * CommonMark is followed.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { beginsItem, readLine } from '../math/block-lines.ts';
import { FENCE, isFenceEnd, pushFence } from './fence-lines.ts';

/** Adds the rule. */
export function installFarFences(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'far_fence', readFarFence, { alt: ['paragraph'] });
}

function readFarFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  // Within quotes and lists the lines are others each time.
  if (state.level > 0 || (state.sCount[startLine] ?? 0) >= 4) return false;
  const [, markup, info = ''] = FENCE.exec(readLine(state, startLine)) ?? [];
  const reading = markup === undefined ? undefined : findReading(state, endLine);
  if (markup === undefined || !reading?.isMarked) return false;
  const close = findEnd(reading, startLine, true);
  // If nothing follows, nothing is lost.
  if (close === undefined || !isFar(reading, close, 0) || !hasMore(reading, close)) return false;
  if (isSound(reading, startLine, false) || !isSound(reading, startLine, true)) return false;
  if (silent) return true;
  pushFence(state, { startLine, end: close, info, markup, indent: state.sCount[startLine] ?? 0 });
  return true;
}

/** A document, and what has been found out about it. */
interface Reading {
  readonly state: StateBlock;
  readonly end: number;
  /** Whether some line may be an end that stands too far in. */
  readonly isMarked: boolean;
  /** By line, to CommonMark and to Hexo. */
  readonly sound: { readonly strict: Map<number, boolean>; readonly loose: Map<number, boolean> };
}

const readings = new WeakMap<StateBlock, Reading>();

function findReading(state: StateBlock, end: number): Reading {
  const known = readings.get(state);
  if (known) return known;
  const isMarked = /^(?: {4}| {0,3}\t)\s*(?:`{3,}|~{3,})[ \t]*$/m.test(state.src);
  const reading = { state, end, isMarked, sound: { strict: new Map(), loose: new Map() } };
  readings.set(state, reading);
  return reading;
}

/** Whether each fence from a line on has an end, and each end a fence; `loose`: an end may stand anywhere. */
function isSound(reading: Reading, from: number, loose: boolean): boolean {
  const known = reading.sound[loose ? 'loose' : 'strict'];
  const passed: number[] = [];
  let answer: boolean | undefined;
  for (let line = from; answer === undefined; line++) {
    answer = line >= reading.end ? true : known.get(line);
    if (answer !== undefined || !FENCE.test(readLine(reading.state, line))) continue;
    passed.push(line);
    const end = isFar(reading, line, 0) && !isInList(reading, line) ? undefined : findEnd(reading, line, loose);
    if (end === undefined) answer = false;
    else line = end;
  }
  for (const line of passed) known.set(line, answer);
  return answer;
}

function findEnd(reading: Reading, start: number, loose: boolean): number | undefined {
  const markup = FENCE.exec(readLine(reading.state, start))?.[1] ?? '';
  const indent = reading.state.sCount[start] ?? 0;
  for (let line = start + 1; line < reading.end; line++)
    if (isFenceEnd(readLine(reading.state, line), markup) && (loose || !isFar(reading, line, indent >= 4 ? indent : 0)))
      return line;
  return undefined;
}

function isFar({ state }: Reading, line: number, indent: number): boolean {
  return (state.sCount[line] ?? 0) - indent >= 4;
}

/** So many lines above are looked at. */
const REACH = 50;

/** Whether the next line above that stands farther left is of a list: there a fence may begin far in. */
function isInList({ state }: Reading, line: number): boolean {
  const indent = state.sCount[line] ?? 0;
  for (let above = line - 1; above >= Math.max(0, line - REACH); above--) {
    const text = readLine(state, above);
    const column = state.sCount[above] ?? 0;
    if (text !== '' && column < indent) return column >= 2 || beginsItem(text);
  }
  return false;
}

function hasMore({ state, end }: Reading, line: number): boolean {
  for (let below = line + 1; below < end; below++) if (readLine(state, below) !== '') return true;
  return false;
}
