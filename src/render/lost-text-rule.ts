/**
 * Text that Markdown drops by its own rules, which is told: notes that nobody refers to,
 * the earlier of two notes of one name, and cells of a row beyond the width of its table
 * (GFM § 4.10: “the excess is ignored”).
 */
import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import { isRecord } from '../base/record.ts';
import { readLine } from '../math/block-lines.ts';
import type { Flavor } from '../model/config.ts';
import { contextOf, type RenderContext, tell } from './context.ts';
import { hasHabit } from './flavor.ts';
import { splitRow } from './uneven-table-rule.ts';

/** Adds both. Tables of Hexo's flavors are as wide as their widest row, and lose nothing. */
export function installLostText(md: MarkdownIt, flavor: Flavor): void {
  md.core.ruler.before('footnote_tail', 'lost_footnotes', ({ tokens, env }) => {
    tellLostNotes(tokens, listReferences(env), contextOf(env));
  });
  const table = md.block.ruler.getRules('')[0];
  if (!table || hasHabit(flavor, 'tables')) return;
  md.block.ruler.at(
    'table',
    (state, startLine, endLine, silent) => {
      const first = state.tokens.length;
      const isTable = table(state, startLine, endLine, silent);
      if (isTable && !silent) tellCutRows(state, state.tokens.slice(first));
      return isTable;
    },
    { alt: ['paragraph', 'reference'] },
  );
}

/** The notes that are referred to, `:name` each: markdown-it-footnote gives them a number, and the others -1. */
function listReferences(env: object): ReadonlySet<string> {
  const notes = 'footnotes' in env && isRecord(env.footnotes) ? env.footnotes.refs : undefined;
  return new Set(Object.entries(isRecord(notes) ? notes : {}).flatMap(([name, id]) => (Number(id) >= 0 ? [name] : [])));
}

function tellLostNotes(tokens: readonly Token[], references: ReadonlySet<string>, context: RenderContext): void {
  const last = new Map<string, number>();
  const notes = tokens.flatMap((token, at) => {
    if (token.type !== 'footnote_reference_open') return [];
    const label = String(token.meta?.label ?? '');
    last.set(label, at);
    return [{ label, at, map: tokens[at + 1]?.map ?? null }];
  });
  for (const { label, at, map } of notes) {
    const place = { map, snippet: `[^${label}]` };
    if (!references.has(`:${label}`)) tell(context, 'post/note-unused', { note: label }, place);
    else if (last.get(label) !== at) tell(context, 'post/note-twice', { note: label }, place);
  }
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
