/**
 * The macros in force for a formula: the usual ones that every mathematician expects,
 * those of the settings, of the front matter, and those the post has defined so far.
 *
 * A formula is given only the macros it uses, so that formulas of different posts stay
 * equal, and remembered, unless they truly differ.
 */

import { isRecord } from '../base/record.ts';
import { type Definition, readDefinitions, writeDef } from './definitions.ts';
import { USUAL_MACROS } from './usual-macros.ts';

/** Macros by name, in the TeX that defines them. */
export type MacroTable = ReadonlyMap<string, Definition>;

/** What one formula needs: the definitions in order, as one text. `''` if it needs none. */
export type Preamble = string;

const COMMAND = /\\[A-Za-z@]+|\\[^A-Za-z@\s]/g;

/** The macros of settings or front matter: TeX, or `[TeX, number of arguments, default of the first]` as in MathJax. Names may lack their backslash. */
export function readMacroSettings(settings: Readonly<Record<string, unknown>>): MacroTable {
  const table = new Map<string, Definition>();
  for (const [key, value] of Object.entries(settings)) {
    const name = /^\\/.test(key) || !/^[A-Za-z@]+$/.test(key) ? key : `\\${key}`;
    const tex = /^\\(?:[A-Za-z@]+|[^A-Za-z@\s])$/.test(name) ? writeSetting(name, value) : undefined;
    if (tex !== undefined) table.set(name, define(name, tex));
  }
  return table;
}

/** The macros of all posts, the stronger last. */
export function readSiteMacros({
  preamble,
  macros,
}: {
  readonly preamble: string;
  readonly macros: Readonly<Record<string, unknown>>;
}): MacroTable[] {
  return [readMacroText(preamble), readMacroSettings(macros)];
}

/** The macros that a text in TeX defines, such as the settings' preamble. */
function readMacroText(tex: string): MacroTable {
  return new Map(readDefinitions(tex).map((definition) => [definition.name, definition]));
}

function writeSetting(name: string, value: unknown): string | undefined {
  if (typeof value === 'number') return writeDef(name, String(value), { numArgs: 0 });
  if (typeof value === 'string') return writeDef(name, value, { numArgs: countArguments(value) });
  if (isRecord(value)) return undefined;
  if (!Array.isArray(value)) return undefined;
  const [body, count, byDefault]: unknown[] = value;
  if (typeof body !== 'string') return undefined;
  const numArgs = typeof count === 'number' && count >= 0 && count <= 9 ? count : countArguments(body);
  return writeDef(name, body, { numArgs, byDefault: typeof byDefault === 'string' ? byDefault : undefined });
}

function countArguments(body: string): number {
  return Math.max(0, ...[...body.matchAll(/(?<!\\)#([1-9])/g)].map((match) => Number(match[1])));
}

function define(name: string, tex: string): Definition {
  return { name, tex, uses: tex.match(COMMAND) ?? [], start: 0, end: tex.length };
}

const usual: MacroTable = readMacroText(USUAL_MACROS.join(''));

/** The macros of a post as it goes: each definition counts for what follows it, and helps what stands before it only where it is needed. */
export class PostMacros {
  readonly #current = new Map<string, Definition>();
  readonly #later = new Map<string, Definition>();

  /** @param settings - the settings' and the front matter's tables, the stronger last */
  constructor(...settings: readonly MacroTable[]) {
    for (const table of [usual, ...settings])
      for (const [name, definition] of table) this.#current.set(name, definition);
  }

  /** Announces a definition that stands somewhere in the post. */
  expect(definition: Definition): void {
    if (!this.#later.has(definition.name)) this.#later.set(definition.name, definition);
  }

  /** Comes to a definition: from here on it counts. */
  add(definition: Definition): void {
    const { copies } = definition;
    const copied = copies === undefined ? undefined : this.#current.get(copies);
    this.#current.set(
      definition.name,
      copied?.tex.startsWith('\\def') ? renameDefinition(copied, definition.name) : definition,
    );
  }

  /** What a formula needs of the macros defined before it. */
  preambleFor(tex: string): Preamble {
    return writePreamble(tex, this.#current, undefined);
  }

  /** What it needs if those defined after it may be used too. */
  widePreambleFor(tex: string): Preamble {
    return writePreamble(tex, this.#current, this.#later);
  }
}

function renameDefinition(definition: Definition, name: string): Definition {
  const head = `\\def${definition.name}`;
  return { ...definition, name, tex: `\\def${name}${definition.tex.slice(head.length)}` };
}

function writePreamble(tex: string, current: MacroTable, later: MacroTable | undefined): Preamble {
  const needed = new Map<string, string>();
  const waiting: string[] = [...(tex.match(COMMAND) ?? [])];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (needed.has(name)) continue;
    const definition = current.get(name) ?? later?.get(name);
    if (!definition) continue;
    needed.set(name, definition.tex);
    waiting.push(...definition.uses);
  }
  const texts = [...needed.keys()].sort().map((name) => needed.get(name) ?? '');
  // A `\let` means what KaTeX itself knows by a name, so it comes before that name is defined anew.
  return [
    ...texts.filter((text) => text.startsWith('\\let')),
    ...texts.filter((text) => !text.startsWith('\\let')),
  ].join('');
}
