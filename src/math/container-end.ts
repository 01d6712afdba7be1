/**
 * Containers of lines: `:::` … `:::` and the like. Where one ends, and its content.
 *
 * Fences are paired like brackets. A container that is left over then ends as
 * markdown-it-container ends it, at a fence that another has paired with, and the other
 * ends with it; within a container what has no fence ends with that container.
 */
import type { StateBlock } from 'markdown-it';
import { readLine } from './block-lines.ts';
import type { LineRange } from './container.ts';
import { getSession } from './session.ts';

/** How the fences of one sort of container are written. */
export interface Fencing {
  /** The character they are made of. */
  readonly mark: string;
  /** Whether a line, without its indentation, begins such a container. */
  readonly opens: (line: string) => boolean;
}

/** Where a container ends. */
export interface ContainerEnd {
  /** The line behind its content. */
  readonly end: number;
  /** The line behind the container: the next, if it ends with a fence. */
  readonly nextLine: number;
  /** Whether the fence is its own. */
  readonly isOwn: boolean;
}

/** What a line that is looked through costs, in the characters a purse is filled with. */
const COST_OF_LINE = 4;
const CODE = /^(?:`{3,}|~{3,})/;

type Unclosed = 'post/container-unclosed' | 'math/statement-unclosed';

/** How many containers stand open. */
const depths = new WeakMap<StateBlock, number>();

/** The end of the container that begins in a line; `undefined` if nothing closes it. */
export function findContainerEnd(
  state: StateBlock,
  { startLine, endLine }: LineRange,
  fencing: Fencing,
): ContainerEnd | undefined {
  const { purse } = getSession(state.env, state.src);
  const indent = Math.min(state.blkIndent, state.sCount[startLine] ?? 0);
  const own = countMarks(readLine(state, startLine), fencing.mark);
  const open = [own];
  let shared: { readonly line: number; readonly depth: number } | undefined;
  let code = '';
  let line = startLine + 1;
  for (; line < endLine; line++) {
    purse.left -= COST_OF_LINE;
    if (purse.left <= 0) return undefined;
    if (state.isEmpty(line)) continue;
    if ((state.sCount[line] ?? 0) < indent) break;
    const text = readLine(state, line);
    const mark = CODE.exec(text)?.[0] ?? '';
    if (code !== '') {
      if (mark.startsWith(code) && text.trim() === mark) code = '';
    } else if (mark !== '') code = mark;
    else if (fencing.opens(text)) open.push(countMarks(text, fencing.mark));
    else {
      const count = readClosing(text, fencing.mark);
      const inner = open.findLastIndex((opened) => opened <= count);
      if (inner === 0) return { end: line, nextLine: line + 1, isOwn: true };
      if (inner > 0) open.splice(inner);
      if (count >= own && open.length < (shared?.depth ?? Number.POSITIVE_INFINITY))
        shared = { line, depth: open.length };
    }
  }
  if (shared) return { end: shared.line, nextLine: shared.line + 1, isOwn: false };
  return (depths.get(state) ?? 0) > 0 ? { end: line, nextLine: line, isOwn: false } : undefined;
}

/** Reads what stands between the fences, and goes on behind the container. */
export function readContent(state: StateBlock, startLine: number, { end, nextLine }: ContainerEnd): void {
  const { parentType, lineMax } = state;
  const depth = depths.get(state) ?? 0;
  depths.set(state, depth + 1);
  state.parentType = 'statement';
  state.lineMax = end;
  state.md.block.tokenize(state, startLine + 1, end);
  state.parentType = parentType;
  state.lineMax = lineMax;
  depths.set(state, depth);
  state.line = nextLine;
}

/** Tells that nothing closes the container which a line begins; or, of a statement, that it ends with another. */
export function noteUnclosed(state: StateBlock, line: number, code: Unclosed = 'post/container-unclosed'): void {
  const session = getSession(state.env, state.src);
  const text = readLine(state, line);
  session.refusals.push({ code, sign: text, origin: { line, text, offset: 0 } });
}

/** How many marks a line begins with. */
function countMarks(line: string, mark: string): number {
  let count = 0;
  while (line[count] === mark) count++;
  return count;
}

/** The number of marks in a line that holds nothing else, at least three; else 0. */
function readClosing(line: string, mark: string): number {
  const count = countMarks(line, mark);
  return count >= 3 && line.trim().length === count ? count : 0;
}
