/**
 * The structure of a displayed formula that decides its numbers: numbered environments,
 * their rows, and the `\tag`, `\label` and `\notag` in each.
 *
 * Rows are those of AMS-LaTeX and MathJax: cut at `\\` outside braces, inner environments
 * and `\left…\right`; comments are not looked into; an empty last row is none.
 */
import { readGroup, skipSpaces, type TexToken, tokenizeTex } from './tex-tokens.ts';

export interface Mark {
  /** Offsets of the whole command. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Row {
  /** Offsets of what stands before `\\`, or before the environment's end. */
  readonly start: number;
  end: number;
  tag?: Mark & { readonly starred: boolean };
  readonly labels: Mark[];
  unnumbered: boolean;
  /** Offsets of the `&` that part its columns. */
  readonly tabs: number[];
  /** The offset behind the last thing that is neither a space nor a comment. */
  filledTo: number;
}

export interface NumberedEnvironment {
  readonly name: string;
  /** Offsets of the `\begin{…}` and `\end{…}` commands. */
  readonly begin: { readonly start: number; readonly end: number };
  finish: { start: number; end: number };
  readonly rows: Row[];
  /** Offsets behind each `\\` of an environment that is one row all the same (`multline`). */
  readonly breaks: number[];
  /** Within another one: its rows get no numbers. */
  readonly nested: boolean;
}

export interface Structure {
  readonly environments: readonly NumberedEnvironment[];
  /** `\tag`, `\label` and `\notag` outside all of them. */
  readonly outside: Row;
  /** Where `\ref{…}` and `\eqref{…}` stand. */
  readonly references: readonly (Mark & { readonly parentheses: boolean })[];
}

const NUMBERED = /^(?:equation|align|alignat|x*alignat|flalign|gather|multline|eqnarray)\*?$/;
const ONE_ROW = /^(?:equation|multline)/;

/** Whether a formula has anything that numbering must look at. Most have not. */
export function hasStructure(tex: string): boolean {
  return /\\(?:begin\s*\{(?:equation|x*align|flalign|gather|multline|eqnarray|subequations)|label\b|eqref\b|ref\b|tag\b|notag\b|nonumber\b)/.test(
    tex,
  );
}

interface Level {
  readonly kind: 'group' | 'left' | 'environment';
  readonly name: string;
  readonly environment?: NumberedEnvironment;
}

/** Reads the structure of a formula. */
export function readStructure(tex: string): Structure {
  return new StructureReader(tex).read();
}

class StructureReader {
  readonly #tokens: readonly TexToken[];
  readonly #tex: string;
  readonly #levels: Level[] = [];
  /** The numbered environments among them, the innermost last. */
  readonly #open: NumberedEnvironment[] = [];
  readonly #environments: NumberedEnvironment[] = [];
  readonly #references: (Mark & { readonly parentheses: boolean })[] = [];
  readonly #outside: Row;

  constructor(tex: string) {
    this.#tex = tex;
    this.#tokens = tokenizeTex(tex);
    this.#outside = createRow(0);
  }

  read(): Structure {
    for (let i = 0; i < this.#tokens.length; ) {
      const token = this.#tokens[i];
      if (!token) break;
      i = this.#take(token, i);
    }
    this.#outside.end = this.#tex.length;
    const environments = this.#environments.filter(({ finish }) => finish.end > 0);
    for (const environment of environments) dropEmptyRow(environment);
    return { environments, outside: this.#outside, references: this.#references };
  }

  /** The row being read: of the innermost numbered environment, or what stands outside all. */
  get #row(): Row {
    return this.#open.at(-1)?.rows.at(-1) ?? this.#outside;
  }

  #take(token: TexToken, index: number): number {
    if (token.kind === 'open') this.#levels.push({ kind: 'group', name: '{' });
    else if (token.kind === 'close') this.#close('group', '{');
    else if (token.kind === 'command') return this.#takeCommand(token, index);
    else if (token.kind === 'align' && this.#levels.at(-1)?.environment) this.#row.tabs.push(token.start);
    if (token.kind !== 'space' && token.kind !== 'comment') this.#row.filledTo = token.end;
    return index + 1;
  }

  #takeCommand(token: TexToken, index: number): number {
    switch (token.text) {
      case '\\begin':
      case '\\end':
        return this.#takeEnvironment(token, index);
      case '\\left':
        this.#levels.push({ kind: 'left', name: '' });
        break;
      case '\\right':
        this.#close('left', '');
        break;
      case '\\\\':
      case '\\cr':
        if (this.#splitRow(token)) return index + 1;
        break;
      case '\\tag':
      case '\\label':
      case '\\ref':
      case '\\eqref':
        return this.#takeMark(token, index);
      case '\\notag':
      case '\\nonumber':
        this.#row.unnumbered = true;
        break;
      default:
    }
    this.#row.filledTo = token.end;
    return index + 1;
  }

  #splitRow(token: TexToken): boolean {
    const top = this.#levels.at(-1);
    const environment = top?.environment;
    if (!environment) return false;
    if (ONE_ROW.test(environment.name)) {
      environment.breaks.push(token.end);
      return false;
    }
    const gap = /^\[[^\]\n]*\]/.exec(this.#tex.slice(token.end, token.end + 40))?.[0].length ?? 0;
    this.#row.end = token.start;
    environment.rows.push(createRow(token.end + gap));
    return true;
  }

  #takeEnvironment(token: TexToken, index: number): number {
    const group = readGroup(this.#tokens, index + 1);
    if (!group) return index + 1;
    const name = this.#tex.slice(group.start, group.end).trim();
    const end = group.end + 1;
    if (token.text === '\\begin') {
      if (!NUMBERED.test(name)) this.#row.filledTo = end;
      this.#levels.push({ kind: 'environment', name, ...this.#openEnvironment(name, { start: token.start, end }) });
      return group.next;
    }
    const environment = this.#close('environment', name)?.environment;
    const row = environment?.rows.at(-1);
    if (environment && row) {
      row.end = token.start;
      environment.finish = { start: token.start, end };
    }
    this.#row.filledTo = end;
    return group.next;
  }

  #openEnvironment(name: string, begin: { start: number; end: number }): { environment?: NumberedEnvironment } {
    if (!NUMBERED.test(name)) return {};
    const nested = this.#open.length > 0;
    const environment = { name, begin, finish: { start: 0, end: 0 }, rows: [createRow(begin.end)], breaks: [], nested };
    this.#environments.push(environment);
    this.#open.push(environment);
    return { environment };
  }

  /** Closes the innermost level of a kind, and whatever was left open within it. */
  #close(kind: Level['kind'], name: string): Level | undefined {
    const isWanted = (level: Level | undefined): boolean => level?.kind === kind && level.name === name;
    let at = this.#levels.length - 1;
    if (!isWanted(this.#levels[at])) {
      at = this.#levels.findLastIndex(isWanted);
      const barrier = kind === 'environment' ? -1 : this.#levels.findLastIndex((level) => level.kind === 'environment');
      if (at < 0 || at < barrier) return undefined;
    }
    const closed = this.#levels.splice(at);
    for (const level of closed) if (level.environment) this.#open.pop();
    return closed[0];
  }

  #takeMark(token: TexToken, index: number): number {
    const next = this.#tokens[index + 1];
    const starred = token.text === '\\tag' && next?.text.startsWith('*') === true;
    const at = starred && next?.text === '*' ? index + 2 : index + 1;
    const group = readGroup(this.#tokens, at) ?? (token.text === '\\tag' ? this.#readBareTag(at) : undefined);
    if (!group) return index + 1;
    const mark = {
      start: token.start,
      end: this.#tokens[group.next - 1]?.end ?? group.end,
      text: this.#tex.slice(group.start, group.end),
    };
    if (token.text === '\\tag') this.#row.tag ??= { ...mark, starred };
    else if (token.text === '\\label') this.#row.labels.push({ ...mark, text: mark.text.trim() });
    else this.#references.push({ ...mark, text: mark.text.trim(), parentheses: token.text === '\\eqref' });
    if (token.text.endsWith('ref') || token.text === '\\tag') this.#row.filledTo = mark.end;
    return group.next;
  }

  /** `\tag 1`. */
  #readBareTag(index: number): { start: number; end: number; next: number } | undefined {
    const at = skipSpaces(this.#tokens, index);
    const token = this.#tokens[at];
    return token?.kind === 'text' ? { start: token.start, end: token.end, next: at + 1 } : undefined;
  }
}

function createRow(start: number): Row {
  return { start, end: start, labels: [], tabs: [], unnumbered: false, filledTo: start };
}

function dropEmptyRow({ rows }: NumberedEnvironment): void {
  const last = rows.at(-1);
  if (rows.length > 1 && last && last.filledTo === last.start && last.labels.length === 0) rows.pop();
}
