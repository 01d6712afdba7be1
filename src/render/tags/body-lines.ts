/**
 * The lines of a tag's body. A body may begin behind its tag and end before its end tag,
 * on the same line; the lines it shares with them are cut for as long as it is read.
 */
import type { StateBlock } from 'markdown-it';
import { readLine } from '../../math/block-lines.ts';
import { readTag, type TagMark } from './syntax.ts';

/** Offsets in the source. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Reads the blocks within a span as if its lines were all there is. */
export function tokenizeSpan(state: StateBlock, span: Span, [from, to]: readonly [number, number]): void {
  const [first, last] = [findLine(state, span.start, from, to), findLine(state, span.end, from, to)];
  if (first === undefined || last === undefined || state.src.slice(span.start, span.end).trim() === '') return;
  const outer = { parentType: state.parentType, lineMax: state.lineMax };
  const restore = cutLines(state, span, [first, last]);
  const hasLast = readLine(state, last).trim() !== '';
  const begin = readLine(state, first).trim() === '' ? first + 1 : first;
  state.lineMax = hasLast ? last + 1 : last;
  const before = state.tokens.length;
  state.md.block.tokenize(state, begin, state.lineMax);
  restore();
  endWithBreak(state, span.end, { from: before, lastLine: last });
  Object.assign(state, outer);
}

function cutLines(state: StateBlock, { start, end }: Span, [first, last]: readonly [number, number]): () => void {
  const { bMarks, tShift, sCount, eMarks } = state;
  const [begin = 0, shift = 0, count = 0, stop = 0] = [bMarks[first], tShift[first], sCount[first], eMarks[last]];
  eMarks[last] = Math.min(stop, end);
  if (start > begin + shift) {
    bMarks[first] = start;
    tShift[first] = /^[ \t]*/.exec(state.src.slice(start, eMarks[first]))?.[0].length ?? 0;
    sCount[first] = state.blkIndent;
  }
  // A line that is not indented like the list item around the tag would end the item; it is the tag's all the same.
  const counts = sCount.slice(first + 1, last + 1);
  for (let line = first + 1; line <= last; line++) sCount[line] = Math.max(sCount[line] ?? 0, state.blkIndent);
  return () => {
    bMarks[first] = begin;
    tShift[first] = shift;
    sCount[first] = count;
    eMarks[last] = stop;
    for (const [at, its] of counts.entries()) sCount[first + 1 + at] = its;
  };
}

/** Blocks that are taken whole, with the break behind their last line, took the character there, which is the end tag's. */
function endWithBreak(
  { tokens, src }: StateBlock,
  end: number,
  { from, lastLine }: { readonly from: number; readonly lastLine: number },
): void {
  const next = src[end] ?? '\n';
  if (next === '\n') return;
  for (const token of tokens.slice(from)) {
    const isWhole = token.type === 'html_block' || token.type === 'fence';
    if (isWhole && token.map?.[1] === lastLine + 1 && token.content.endsWith(next))
      token.content = `${token.content.slice(0, -next.length)}\n`;
  }
}

/** The line of `[from, to)` that an offset lies on. */
export function findLine(state: StateBlock, offset: number, from: number, to: number): number | undefined {
  for (let line = from; line < to; line++) if (offset <= (state.eMarks[line] ?? 0)) return line;
  return undefined;
}

/** The end tag that belongs to a tag; code between them and nested tags of the name are passed over. */
export function findClosing(
  state: StateBlock,
  { name, end }: TagMark,
  [from, to]: readonly [number, number],
): (Span & { readonly line: number }) | undefined {
  if (!state.src.includes(`end${name}`, end)) return undefined;
  let depth = 1;
  for (const { mark, start, line } of listTags(state, end, [from, to])) {
    if (mark.name === `end${name}`) depth--;
    else if (mark.name === name) depth++;
    if (depth === 0) return { start, end: mark.end, line };
  }
  return undefined;
}

interface FoundTag {
  readonly mark: TagMark;
  readonly start: number;
  readonly line: number;
}

/** The tags behind an offset which are not in code. */
function* listTags(state: StateBlock, offset: number, lines: readonly [number, number]): Generator<FoundTag> {
  for (const { text, start, line } of listProse(state, offset, lines)) {
    for (let at = text.indexOf('{%'); at >= 0; at = text.indexOf('{%', at + 2)) {
      const mark = readTag(state.src, start + at);
      if (mark) yield { mark, start: start + at, line };
    }
  }
}

export interface ProseLine {
  /** With spaces in place of code spans. */
  readonly text: string;
  readonly start: number;
  readonly line: number;
}

/** The lines behind an offset, without fenced code. */
export function* listProse(
  state: StateBlock,
  offset: number,
  [from, to]: readonly [number, number],
): Generator<ProseLine> {
  let fence = '';
  for (let line = from; line < to; line++) {
    const start = Math.max(offset, (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
    const text = state.src.slice(start, state.eMarks[line]);
    const sign = /^[>\s]*(`{3,}|~{3,})/.exec(text)?.[1] ?? '';
    if (fence !== '') {
      if (sign.startsWith(fence) && /^[>\s`~]*$/.test(text)) fence = '';
    } else if (sign !== '' && !text.slice(text.indexOf(sign) + sign.length).includes('`')) fence = sign;
    else yield { text: text.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, (code) => ' '.repeat(code.length)), start, line };
  }
}
