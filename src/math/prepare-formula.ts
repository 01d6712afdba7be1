/**
 * Makes a formula ready for KaTeX, which knows neither `\label` nor `\ref`, no numbers
 * that are text, and not all environments of AMS-LaTeX: numbers become `\tag`, references
 * become links, and the environments become those KaTeX has. All by edits in place; what
 * none of this concerns is not touched.
 */
import type { Numbering } from './env.ts';
import { hasStructure, type NumberedEnvironment, type Row, readStructure, type Structure } from './rows.ts';
import { applyEdits, type Edit } from './tex-tokens.ts';

/** A number that a row was given. */
export interface EquationNumber {
  readonly id: string;
  /** TeX of the tag, without parentheses. */
  readonly tag: string;
  /** The tag as a reader sees it. */
  readonly shown: string;
  readonly labels: readonly string[];
  /** The row itself. */
  readonly tex: string;
}

export interface Prepared {
  readonly tex: string;
  readonly numbers: readonly EquationNumber[];
  /** Labels that have no number. */
  readonly lostLabels: readonly string[];
  /** The labels it refers to. */
  readonly references: readonly string[];
}

/** What the numbers of a post have come to, and what decides over them. */
export interface Numberer {
  readonly numbering: Numbering;
  /** The next number, which is taken. */
  takeNumber(): string;
  /** A free id for a row with this label or tag, which is taken. */
  takeId(name: string): string;
  /** What `\ref{label}` says: `undefined` if there is no such label. */
  resolve(label: string): { readonly id: string; readonly tag: string } | undefined;
}

export interface FormulaSource {
  readonly tex: string;
  readonly display: boolean;
  readonly label?: string;
  readonly punctuation?: string;
}

/** The formula for KaTeX, with its numbers taken from the numberer. */
export function prepareFormula(source: FormulaSource, numberer: Numberer): Prepared {
  const { tex, display } = source;
  const plain = !display || (numberer.numbering !== 'all' && source.label === undefined);
  if (plain && !hasStructure(tex)) {
    return { tex: tex + writePunctuation(source.punctuation), numbers: [], lostLabels: [], references: [] };
  }
  return new Preparation(source, numberer).prepare();
}

function writePunctuation(sign: string | undefined): string {
  if (!sign) return '';
  return /^[,.;:!?]+$/.test(sign) ? sign : `\\text{${sign}}`;
}

/** How KaTeX calls an environment of AMS-LaTeX. */
const KATEX_NAMES: Readonly<Record<string, string>> = {
  flalign: 'align',
  xalignat: 'alignat',
  xxalignat: 'alignat',
  eqnarray: 'align',
  multline: 'equation',
};
const INNER_NAMES: Readonly<Record<string, string>> = {
  align: 'aligned',
  alignat: 'alignedat',
  gather: 'gathered',
  equation: 'gathered',
};

class Preparation {
  readonly #source: FormulaSource;
  readonly #numberer: Numberer;
  readonly #structure: Structure;
  readonly #edits: Edit[] = [];
  readonly #numbers: {
    readonly row: Row;
    readonly tag: string;
    readonly name: string;
    readonly labels: readonly string[];
    readonly starred: boolean;
  }[] = [];
  readonly #lostLabels: string[] = [];

  constructor(source: FormulaSource, numberer: Numberer) {
    this.#source = source;
    this.#numberer = numberer;
    this.#structure = readStructure(source.tex);
  }

  prepare(): Prepared {
    const { tex } = this.#source;
    for (const environment of this.#structure.environments) this.#prepareEnvironment(environment);
    this.#prepareOutside();
    this.#writePunctuation();
    const numbers = this.#writeNumbers();
    for (const { start, end, text, parentheses } of this.#structure.references) {
      this.#edits.push({ start, end, text: this.#writeReference(text, parentheses) });
    }
    for (const wrapper of tex.matchAll(/\\(?:begin|end)\s*\{subequations\}/g)) {
      this.#edits.push({ start: wrapper.index, end: wrapper.index + wrapper[0].length, text: '' });
    }
    return {
      tex: applyEdits(tex, this.#edits),
      numbers,
      lostLabels: this.#lostLabels,
      references: this.#structure.references.map((reference) => reference.text),
    };
  }

  #prepareEnvironment(environment: NumberedEnvironment): void {
    const starred = environment.name.endsWith('*');
    const isInner = environment.nested || !this.#source.display;
    this.#rename(environment, isInner);
    for (const row of environment.rows) {
      if (isInner) this.#stripRow(row);
      else this.#prepareRow(row, starred || this.#numberer.numbering === 'none');
    }
  }

  #rename(environment: NumberedEnvironment, isInner: boolean): void {
    const { name, begin, finish, rows, breaks } = environment;
    const bare = name.replace(/\*$/, '');
    const star = name.endsWith('*') || (this.#numberer.numbering === 'none' && !isInner) ? '*' : '';
    const known = KATEX_NAMES[bare] ?? bare;
    const target = isInner ? (INNER_NAMES[known] ?? known) : known + star;
    const lines = bare === 'multline';
    if (target !== name || lines) {
      this.#edits.push({ ...begin, text: `\\begin{${target}}${lines ? '\\begin{aligned}&' : ''}` });
      this.#edits.push({ ...finish, text: `${lines ? '\\end{aligned}' : ''}\\end{${target}}` });
    }
    if (bare === 'eqnarray') for (const row of rows) this.#dropSecondTab(row);
    if (lines)
      breaks.forEach(
        (at, i) =>
          void this.#edits.push({ start: at, end: at, text: `&${'\\qquad'.repeat(i + 1 < breaks.length ? 1 : 2)}{}` }),
      );
    if (lines && rows[0]) rows[0].filledTo = finish.start;
  }

  /** `a &=& b` has its relation in a column of its own; AMS-LaTeX aligns at its left side. */
  #dropSecondTab(row: Row): void {
    const second = row.tabs[1];
    if (second !== undefined) this.#edits.push({ start: second, end: second + 1, text: '{}' });
  }

  #prepareRow(row: Row, unnumbered: boolean): void {
    const labels = row.labels.map((label) => label.text);
    for (const label of row.labels) this.#edits.push({ start: label.start, end: label.end, text: '' });
    if (row.tag)
      this.#addNumber(row, { tag: row.tag.text, labels, starred: row.tag.starred, name: labels[0] ?? row.tag.text });
    else if (unnumbered || row.unnumbered) this.#lostLabels.push(...labels);
    else {
      const tag = this.#numberer.takeNumber();
      this.#addNumber(row, { tag, labels, starred: false, name: labels[0] ?? tag });
    }
  }

  #addNumber(row: Row, number: { tag: string; labels: readonly string[]; starred: boolean; name: string }): void {
    this.#numbers.push({ row, ...number });
  }

  /** In a formula within a line, a number is only shown behind it. */
  #stripRow(row: Row): void {
    for (const label of row.labels) this.#edits.push({ start: label.start, end: label.end, text: '' });
    this.#lostLabels.push(...row.labels.map((label) => label.text));
    if (row.tag)
      this.#edits.push({ start: row.tag.start, end: row.tag.end, text: writeShownTag(row.tag.text, row.tag.starred) });
    if (!row.unnumbered) return;
    for (const match of this.#source.tex.slice(row.start, row.end).matchAll(/\\(?:notag|nonumber)(?![A-Za-z])/g)) {
      this.#edits.push({ start: row.start + match.index, end: row.start + match.index + match[0].length, text: '' });
    }
  }

  #prepareOutside(): void {
    const { outside, environments } = this.#structure;
    const { display, label } = this.#source;
    if (!display) {
      this.#stripRow({ ...outside, unnumbered: outside.unnumbered && environments.length === 0 });
      return;
    }
    const isSilent = outside.unnumbered || environments.some((environment) => environment.name.endsWith('*'));
    const isNumbered =
      this.#numbers.length > 0 || environments.some(({ nested, name }) => !nested && !name.endsWith('*'));
    const wantsNumber = label !== undefined || (this.#numberer.numbering === 'all' && !isSilent);
    this.#prepareRow({ ...outside, unnumbered: !wantsNumber || isNumbered }, false);
    if (label !== undefined) this.#giveLabel(label);
  }

  /** The label behind `$$…$$ {#eq:name}` belongs to its first number. */
  #giveLabel(label: string): void {
    const first = this.#numbers[0];
    if (first) this.#numbers[0] = { ...first, name: label, labels: [label, ...first.labels] };
    else this.#lostLabels.push(label);
  }

  #writePunctuation(): void {
    const text = writePunctuation(this.#source.punctuation);
    const { environments, outside } = this.#structure;
    const last = environments.findLast((environment) => !environment.nested);
    const row = last && last.finish.end >= outside.filledTo ? last.rows.at(-1) : undefined;
    const at = row?.filledTo ?? outside.filledTo;
    if (text) this.#edits.push({ start: at, end: at, text });
  }

  #writeNumbers(): EquationNumber[] {
    const wrapped = this.#numbers.length === 1;
    return this.#numbers.map(({ row, tag, labels, starred, name }) => {
      const id = this.#numberer.takeId(name);
      const content = wrapped ? tag : `\\htmlId{${id}}{${tag}}`;
      const text = `\\tag${starred ? '*' : ''}{${content}}`;
      if (row.tag) this.#edits.push({ start: row.tag.start, end: row.tag.end, text });
      else this.#edits.push({ start: row.filledTo, end: row.filledTo, text });
      return { id, tag, shown: tag, labels, tex: this.#source.tex.slice(row.start, row.end).trim() };
    });
  }

  #writeReference(label: string, parentheses: boolean): string {
    const target = this.#numberer.resolve(label);
    const text = `\\text{${parentheses ? `(${target?.tag ?? '?'})` : (target?.tag ?? '?')}}`;
    return target ? `\\href{#${target.id}}{${text}}` : text;
  }
}

function writeShownTag(tag: string, starred: boolean): string {
  return `\\qquad\\text{${starred ? tag : `(${tag})`}}`;
}
