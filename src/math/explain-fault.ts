/**
 * Turns KaTeX's complaint about one formula into a diagnostic on the author's file: what
 * is wrong, where, and what was probably meant.
 */
import type { Values } from '../base/diagnostic.ts';
import { suggest } from '../base/text.ts';
import type { Code } from '../model/messages.ts';
import { KNOWN_COMMANDS, KNOWN_ENVIRONMENTS } from './known-commands.ts';
import { hasStructure, readStructure } from './rows.ts';
import { applyEdits, type Edit } from './tex-tokens.ts';
import type { Fault } from './typeset.ts';

/** A fault with its place in the formula. */
export interface Explanation {
  readonly code: Code;
  readonly values: Values;
  readonly offset: number;
  readonly length: number;
}

/** What a fault in `tex` means to its writer. */
export function explainFault(fault: Fault, tex: string): Explanation {
  const command = /^Undefined control sequence: (\\[\s\S]+)$/.exec(fault.message)?.[1];
  if (command !== undefined) return explainCommand(command, tex, fault);
  const environment = /^No such environment: (.+)$/.exec(fault.message)?.[1];
  if (environment !== undefined) return explainEnvironment(environment, tex);
  const { offset, length } = clampPlace(fault, tex);
  return { code: 'math/syntax', values: { detail: writeDetail(fault.message) }, offset, length };
}

function explainCommand(command: string, tex: string, fault: Fault): Explanation {
  const named = new RegExp(
    `${command.replace(/[^A-Za-z]/g, '\\$&')}${/[A-Za-z]$/.test(command) ? '(?![A-Za-z])' : ''}`,
  );
  const given =
    fault.position !== undefined && tex.startsWith(command, fault.position) ? fault.position : tex.search(named);
  return {
    code: 'math/unknown-command',
    values: { command, suggestion: suggestCommand(command) },
    offset: Math.max(0, given),
    length: given < 0 ? 1 : command.length,
  };
}

function suggestCommand(command: string): string {
  const word = command.slice(1);
  for (let end = word.length - 1; end > 1; end--) {
    if (/[A-Z\d]/.test(word[end] ?? '') && KNOWN_COMMANDS.has(word.slice(0, end)))
      return `Did you mean \`\\${word.slice(0, end)} ${word.slice(end)}\`?`;
  }
  const isSameCase = (known: string): boolean => /^[a-z]/.test(known) === /^[a-z]/.test(word);
  const known = [...KNOWN_COMMANDS];
  const near = word.length > 1 ? suggest(word, [...known.filter(isSameCase), ...known]) : undefined;
  if (near !== undefined) return `Did you mean \`\\${near}\`?`;
  for (let end = word.length - 1; end > 2; end--) {
    if (KNOWN_COMMANDS.has(word.slice(0, end))) return `Did you mean \`\\${word.slice(0, end)} ${word.slice(end)}\`?`;
  }
  return 'Check its spelling, or define it under `math.macros` in _config.yml or in the front matter.';
}

function explainEnvironment(name: string, tex: string): Explanation {
  const near = suggest(name, KNOWN_ENVIRONMENTS);
  const offset = tex.search(new RegExp(`\\\\begin\\s*\\{${name.replace(/[^A-Za-z]/g, '\\$&')}`));
  const suggestion = near === undefined ? 'Check its spelling.' : `Did you mean \`\\begin{${near}}\`?`;
  return { code: 'math/unknown-environment', values: { name, suggestion }, offset: Math.max(0, offset), length: 6 };
}

function clampPlace({ position = 0, length = 1 }: Fault, tex: string): { offset: number; length: number } {
  const offset = Math.min(position, Math.max(0, tex.length - 1));
  return { offset, length: Math.max(1, Math.min(length, tex.length - offset)) };
}

/** KaTeX's sentence as a part of ours. */
function writeDetail(message: string): string {
  const plain = message.replace(/^KaTeX parse error: /, '').replace(/\.$/, '');
  return plain.replaceAll("'EOF'", 'its end').slice(0, 200);
}

/**
 * A formula in which nothing stands that numbering would have replaced, every other sign
 * keeping its place: what KaTeX says of it is said of the formula as written.
 */
export function blankStructure(tex: string): string {
  if (!hasStructure(tex)) return tex;
  const { environments, outside, references } = readStructure(tex);
  const edits: Edit[] = [];
  const blank = ({ start, end }: { start: number; end: number }, text = ''): void =>
    void edits.push({ start, end, text: text.padEnd(end - start) });
  for (const row of [outside, ...environments.flatMap((environment) => environment.rows)]) {
    for (const label of row.labels) blank(label);
    if (row.tag) blank(row.tag);
  }
  for (const reference of references) blank(reference, '1');
  for (const { name, begin, finish } of environments) {
    const known = name
      .replace(/^(?:eqnarray|x*flalign)/, 'align')
      .replace(/^multline/, 'gather')
      .replace(/^x+alignat/, 'alignat');
    if (known === name) continue;
    blank(begin, `\\begin{${known}}`);
    blank(finish, `\\end{${known}}`);
  }
  for (const match of tex.matchAll(/\\(?:begin|end)\s*\{subequations\}/g))
    blank({ start: match.index, end: match.index + match[0].length });
  return applyEdits(tex, edits);
}
