/**
 * Formulas that KaTeX accepts and that are wrong all the same. They are as many in real
 * blogs as those it refuses, and nobody else tells their writers.
 */

import type { Explanation } from './explain-fault.ts';
import { KNOWN_COMMANDS } from './known-commands.ts';

/** What a reader of this formula would be surprised by; offsets are in `tex`. */
export function lintFormula(tex: string): Explanation[] {
  if (!/[\\%]/.test(tex)) return [];
  return [...findDoubledCommands(tex), ...findEscapedUnderscores(tex), ...findEmptyRows(tex), ...findComments(tex)];
}

/** `\\lim` is a line break and three letters. */
function* findDoubledCommands(tex: string): Generator<Explanation> {
  for (const match of tex.matchAll(/(?<!\\)((?:\\\\)+)([A-Za-z]{3,})/g)) {
    const command = match[2] ?? '';
    if (!KNOWN_COMMANDS.has(command)) continue;
    const offset = match.index + (match[1]?.length ?? 2) - 2;
    yield { code: 'math/doubled-backslash', values: { command: `\\${command}` }, offset, length: command.length + 2 };
    return;
  }
}

/** `x\_{i}` shows an underscore. */
function* findEscapedUnderscores(tex: string): Generator<Explanation> {
  const at = tex.search(/(?<!\\)\\_\{/);
  if (at >= 0) yield { code: 'math/escaped-underscore', values: {}, offset: at, length: 2 };
}

/** `\\\\` at the end of a row makes an empty one. */
function* findEmptyRows(tex: string): Generator<Explanation> {
  const at = tex.search(/(?<!\\)\\{4}(?!\\)/);
  if (at >= 0) yield { code: 'math/empty-row', values: {}, offset: at, length: 4 };
}

/** `50%` hides the rest of its line. A `%` that ends a line, or begins one, is a comment and meant so. */
function* findComments(tex: string): Generator<Explanation> {
  for (const match of tex.matchAll(/(?<!\\)((?:\\\\)*)%([^\n]*)/g)) {
    const offset = match.index + (match[1]?.length ?? 0);
    const before = tex.slice(tex.lastIndexOf('\n', offset - 1) + 1, offset);
    const isNote = before.trim() === '' || (!/[\d}]\s*$/.test(before) && tex.includes('\n'));
    if (isNote) continue;
    yield { code: 'math/comment', values: { hidden: (match[2] ?? '').trim().slice(0, 40) || '%' }, offset, length: 1 };
    return;
  }
}
