/**
 * Tables whose rows have not all as many cells, or text right below them, as Hexo's blogs
 * have them:
 *
 *   | a | b |
 *   | - | - | - |
 *   | c | d | e |
 *   text
 *
 * To GFM (§ 4.10) this is no table, since the second row does not fit the first; and of a
 * row with more cells than the first the last are dropped; and the text is a row. Here the
 * table is as wide as its widest row, and ends at a line without `|`. In plain CommonMark
 * it is as GFM says, and a row that loses cells is told.
 */
import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import { beginsItem, readLine } from '../math/block-lines.ts';
import type { Flavor } from '../model/config.ts';
import { contextOf, tell } from './context.ts';
import { hasHabit } from './flavor.ts';

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

const ENDS = { alt: ['paragraph', 'reference'] };

/** Adds the rule for Hexo's flavors, which hands evened rows to markdown-it's own; in others looks at what that one drops. */
export function installUnevenTables(md: MarkdownIt, flavor: Flavor): void {
  const table = md.block.ruler.getRules('')[0];
  if (!table) return;
  if (hasHabit(flavor, 'tables'))
    md.block.ruler.before(
      'table',
      'uneven_table',
      (state, startLine, endLine, silent) => readTable(state, { startLine, endLine, silent, table }),
      ENDS,
    );
  else md.block.ruler.at('table', watchRows(table), ENDS);
}

/** The rule as it is; the cells of a row beyond the width of its table are told. */
function watchRows(table: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const first = state.tokens.length;
    const isTable = table(state, startLine, endLine, silent);
    if (isTable && !silent) tellCutRows(state, state.tokens.slice(first));
    return isTable;
  };
}

function tellCutRows(state: StateBlock, tokens: readonly Token[]): void {
  const columns = tokens.filter(({ type }) => type === 'th_open').length;
  for (const { type, map } of tokens) {
    if (type !== 'tr_open' || !map) continue;
    const cells = splitRow(readLine(state, map[0]).trim()).map((cell) => cell.trim());
    const lost = cells.slice(columns).find((cell) => cell !== '');
    if (lost !== undefined) tell(contextOf(state.env), 'post/row-cut', { columns }, { map, snippet: lost });
  }
}

interface Reading {
  readonly startLine: number;
  readonly endLine: number;
  readonly silent: boolean;
  readonly table: BlockRule;
}

function readTable(state: StateBlock, { startLine, endLine, silent, table }: Reading): boolean {
  const rows = readRows(state, startLine, endLine);
  if (!rows) return false;
  const [src, bMarks, eMarks, tShift] = [state.src, [...state.bMarks], [...state.eMarks], [...state.tShift]];
  for (const [index, row] of evenRows(rows).entries()) {
    const line = startLine + index;
    state.bMarks[line] = state.src.length;
    state.src += row;
    state.eMarks[line] = state.src.length;
    state.tShift[line] = 0;
  }
  const isTable = table(state, startLine, rows.end, silent);
  Object.assign(state, { src, bMarks, eMarks, tShift });
  return isTable;
}

interface Rows {
  readonly head: readonly string[];
  /** The cells of the second row. */
  readonly rule: readonly string[];
  /** Cells of the widest row; empty ones at its end do not count. */
  readonly width: number;
  /** The line behind the last row: each has a `|`. */
  readonly end: number;
}

/** The rows of what looks like a table; `undefined` if there is none, or one that GFM reads so too. */
function readRows(state: StateBlock, startLine: number, endLine: number): Rows | undefined {
  if (startLine + 2 > endLine) return undefined;
  const second = readLine(state, startLine + 1).trim();
  if (!/^[-:|\s]+$/.test(second) || !second.includes('|') || !second.includes('-')) return undefined;
  const first = readLine(state, startLine).trim();
  if (!first.includes('|') || beginsItem(first)) return undefined;
  const [head, rule] = [splitRow(first), splitRow(second)];
  let width = head.length;
  let end = startLine + 2;
  for (; end < endLine && readLine(state, end).includes('|'); end++)
    width = Math.max(width, splitRow(readLine(state, end).trim()).findLastIndex((cell) => cell.trim() !== '') + 1);
  const isEven = width === head.length && width === rule.length && !second.startsWith('- ');
  return isEven && (end === endLine || state.isEmpty(end)) ? undefined : { head, rule, width, end };
}

/** The first two rows, as wide as the widest. */
function evenRows({ head, rule, width }: Rows): readonly [string, string] {
  return [drawRow(head, width, ' '), drawRow(rule, width, '-')];
}

/** The cells of a row, without the bars at its ends. */
function splitRow(row: string): string[] {
  const inner = row.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/);
}

function drawRow(cells: readonly string[], width: number, empty: string): string {
  const drawn = Array.from({ length: width }, (_, index) => cells[index]?.trim() || empty);
  return `| ${drawn.join(' | ')} |`;
}
