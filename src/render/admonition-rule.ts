/**
 * Boxes as hexo-admonition and Python-Markdown have them: a kind, a title, and below it
 * lines that stand four columns in.
 *
 *   !!! warning "標題"
 *       甲
 *
 *       - 乙
 *
 * Without a title it is called by its kind; `""` is no title. As with the plugin, one right
 * below text is text.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { readLine } from '../math/block-lines.ts';
import { closeBox, openBox } from './box-tokens.ts';

/** What the words mean, by the kinds of the tag `note`. */
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    primary: 'note abstract summary example quote',
    info: 'info todo question help',
    tip: 'tip hint important',
    success: 'success check done',
    warning: 'warning attention caution',
    danger: 'danger error failure fail missing bug',
  }).flatMap(([kind, words]) => words.split(' ').map((word): [string, string] => [word, kind])),
);
const OPENING = /^!!![ \t]*([A-Za-z]+)(?=[\s"“]|$)[ \t]*(.*?)[ \t]*$/;
const INDENT = 4;

/** Adds the rule. */
export function installAdmonitions(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'admonition', readAdmonition);
}

function readAdmonition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const indent = state.sCount[startLine] ?? 0;
  if (indent - state.blkIndent >= INDENT) return false;
  const [, word = '', written = ''] = OPENING.exec(readLine(state, startLine)) ?? [];
  const kind = KINDS.get(word.toLowerCase());
  const end = kind === undefined ? startLine : findEnd(state, startLine, endLine);
  if (kind === undefined || end === startLine) return false;
  if (silent) return true;
  const title = written === '' ? word : written.replace(/^["“](.*)["”]$/, '$1').trim();
  openBox(state, startLine, { kind, title });
  readBody(state, [startLine + 1, end], indent + INDENT);
  closeBox(state);
  state.line = end;
  return true;
}

/** The line behind the last one that stands far enough in; the first itself, if there is none. */
function findEnd(state: StateBlock, startLine: number, endLine: number): number {
  const column = (state.sCount[startLine] ?? 0) + INDENT;
  let end = startLine;
  for (let line = startLine + 1; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    if ((state.sCount[line] ?? 0) < column) break;
    end = line + 1;
  }
  return end;
}

function readBody(state: StateBlock, [from, to]: readonly [number, number], column: number): void {
  const { parentType, lineMax, blkIndent } = state;
  state.parentType = 'admonition';
  state.lineMax = to;
  state.blkIndent = column;
  state.md.block.tokenize(state, from, to);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.blkIndent = blkIndent;
}
