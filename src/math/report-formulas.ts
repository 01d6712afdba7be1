/**
 * What is to be told to the writer of a post's formulas, each thing with its place.
 */
import type { Diagnostic, Values } from '../base/diagnostic.ts';
import { type Code, diagnose } from '../model/messages.ts';
import type { FormulaItem } from './collect-formulas.ts';
import type { MathInput } from './env.ts';
import type { Explanation } from './explain-fault.ts';
import type { Climbed } from './ladder.ts';
import { lintFormula } from './lint.ts';
import { locateSpot, traceBack } from './locate.ts';
import type { Mend } from './normalise.ts';
import type { Session } from './session.ts';
import { INVISIBLE } from './unescape.ts';

/** Codes of what was mended, and what shows the place of it. */
const LEFTOVERS: Readonly<Record<NonNullable<Mend['leftover']>, { readonly code: Code; readonly sign: RegExp }>> = {
  entity: { code: 'math/entity', sign: /&#?\w+;/ },
  escape: { code: 'math/escape', sign: /\\[^A-Za-z,;:!{}|\s#$%&_"'.^=~`]|\\\\[{}]/ },
  percent: { code: 'math/percent', sign: /%/ },
};

export class FormulaReport {
  readonly diagnostics: Diagnostic[] = [];
  readonly #session: Session;
  readonly #input: MathInput;
  #toldEscapes = false;

  constructor(session: Session, input: MathInput) {
    this.#session = session;
    this.#input = input;
  }

  /** Tells one thing of a formula; `tex` is the text in which its offset counts. */
  tell({ draft }: FormulaItem, { tex, code, values, offset, length }: Explanation & { readonly tex: string }): void {
    const spot = { origin: draft.origin, offset: traceBack(draft.tex, tex, offset), length };
    this.diagnostics.push(diagnose(code, values, locateSpot(spot, this.#session, this.#input)));
  }

  /** Tells what is wrong with a formula that was accepted. */
  tellLints(item: FormulaItem, { tex, result }: { readonly tex: string; readonly result: Climbed }): void {
    const { leftover, typeset } = result;
    const { distrusted } = typeset;
    for (const lint of lintFormula(tex))
      if (leftover !== 'percent' || lint.code !== 'math/comment') this.tell(item, { tex, ...lint });
    if (leftover) {
      const { code, sign } = LEFTOVERS[leftover];
      const offset = Math.max(0, tex.search(sign));
      this.tell(item, { tex, code, values: { sign: tex.slice(offset, offset + 2) }, offset, length: 2 });
    }
    if (distrusted === undefined) return;
    const offset = Math.max(0, tex.indexOf(distrusted));
    this.tell(item, {
      tex,
      code: 'math/distrusted',
      values: { command: distrusted },
      offset,
      length: distrusted.length,
    });
  }

  /** Tells, once a post, that escapes were undone. */
  tellEscapes(item: FormulaItem, { written, meant }: { readonly written: string; readonly meant: string }): void {
    if (this.#toldEscapes || written === meant || written.includes('{%')) return;
    this.#toldEscapes = true;
    let offset = 0;
    while (written[offset] === meant[offset]) offset++;
    while (written[offset - 1] === '\\') offset--;
    this.tell(item, { tex: written, code: 'math/unescaped', values: {}, offset, length: 2 });
  }

  /** Tells of a character that nobody sees: it was left out here, and other programs stumble over it. */
  tellInvisible(item: FormulaItem): void {
    const { tex } = item.draft;
    const offset = tex.search(INVISIBLE);
    if (offset < 0) return;
    const sign = `U+${tex.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}`;
    this.tell(item, { tex, code: 'math/invisible', values: { sign }, offset, length: 1 });
  }

  /** Tells that a label leads nowhere, or to two places. */
  tellOfLabel(item: FormulaItem, label: string, { code, values = { label } }: { code: Code; values?: Values }): void {
    const { tex } = item.draft;
    const offset = Math.max(0, tex.indexOf(`{${label}}`));
    this.tell(item, { tex, code, values, offset, length: label.length + 2 });
  }
}
