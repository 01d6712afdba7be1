/**
 * The numbers, ids and labels of one post's equations, in order. A formula that cannot be
 * typeset takes no number (as in MathJax): what it took is given back.
 */
import { suggest } from '../base/text.ts';
import type { Numbering } from './env.ts';
import type { EquationNumber, Numberer } from './prepare-formula.ts';

export interface Target {
  readonly id: string;
  readonly tag: string;
}

/** A formula's takings, to be given back or repeated. */
interface Takings {
  readonly numbers: string[];
  readonly ids: string[];
}

export class EquationBook implements Numberer {
  readonly numbering: Numbering;
  readonly #prefix: string;
  readonly #ids = new Set<string>();
  readonly #targets = new Map<string, Target>();
  #last = 0;
  #takings: Takings = { numbers: [], ids: [] };

  /** @param prefix - stands before every id */
  constructor(numbering: Numbering, prefix: string) {
    this.numbering = numbering;
    this.#prefix = prefix;
  }

  /** Begins a formula. */
  begin(): void {
    this.#takings = { numbers: [], ids: [] };
  }

  /** Gives back what the formula took. */
  giveBack(): void {
    this.#last -= this.#takings.numbers.length;
    for (const id of this.#takings.ids) this.#ids.delete(id);
    this.begin();
  }

  takeNumber(): string {
    const number = String(++this.#last);
    this.#takings.numbers.push(number);
    return number;
  }

  takeId(name: string): string {
    const stem = `${this.#prefix}eq-${slug(name)}`;
    let id = stem;
    for (let i = 2; this.#ids.has(id); i++) id = `${stem}-${i}`;
    this.#ids.add(id);
    this.#takings.ids.push(id);
    return id;
  }

  resolve(label: string): Target | undefined {
    return (
      this.#targets.get(label) ?? this.#targets.get(label.replace(/^eq[:-]/, '')) ?? this.#targets.get(`eq:${label}`)
    );
  }

  /** Enters the labels of a number. Returns those that are taken already. */
  enter({ id, tag, labels }: EquationNumber): string[] {
    const taken = labels.filter((label) => this.#targets.has(label));
    for (const label of labels) if (!this.#targets.has(label)) this.#targets.set(label, { id, tag });
    return taken;
  }

  /** The label that was probably meant. */
  suggest(label: string): string | undefined {
    return suggest(label, this.#targets.keys());
  }

  /** What the formula just typeset took, to typeset it again when all labels are known, those of other posts too. */
  repeat(resolveFar: (label: string) => Target | undefined): Numberer {
    const numbers = [...this.#takings.numbers];
    const ids = [...this.#takings.ids];
    return {
      numbering: this.numbering,
      takeNumber: () => numbers.shift() ?? '',
      takeId: () => ids.shift() ?? '',
      resolve: (label) => this.resolve(label) ?? resolveFar(label),
    };
  }
}

/** A label or tag as a part of an id: what is no letter, digit, dot or dash becomes a dash. */
function slug(name: string): string {
  const clean = name
    .replace(/^eqn?[:\-_.]/i, '')
    .replace(/\\ast\b|\*/g, 'star')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return clean || 'tag';
}
