/**
 * The formulas of one post, all at once: escapes judged over the whole, macros and numbers
 * taken in reading order, references resolved when every label is known, and everything
 * that is wrong told with its place.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { fingerprintBytes } from '../base/fingerprint.ts';
import { type Code, describe, diagnose } from '../model/messages.ts';
import type { Equation } from '../model/post.ts';
import type { FormulaItem, Item } from './collect-formulas.ts';
import { readDefinitions } from './definitions.ts';
import type { MathInput, MathResult } from './env.ts';
import type { EquationBook } from './equation-book.ts';
import { blankStructure, type Explanation, explainFault, reportFault } from './explain-fault.ts';
import { setFormulaView } from './formula-token.ts';
import { type Climbed, climbLadder } from './ladder.ts';
import { lintFormula } from './lint.ts';
import { locateSpot, traceBack } from './locate.ts';
import type { PostMacros } from './macros.ts';
import { type EquationNumber, type Numberer, type Prepared, prepareFormula } from './prepare-formula.ts';
import { readMathml } from './readable-text.ts';
import type { Session } from './session.ts';
import { applyEdits } from './tex-tokens.ts';
import { type Fault, type FormulaMemo, isTypeset, type Output, typeset } from './typeset.ts';
import { dropInvisible, type Escapes, judgeEscapes, type Unescape, undoEscapes } from './unescape.ts';
import { writeFailure, writeFormula } from './write-formula.ts';

/** What all formulas of a post have in common. */
export interface PostFormulas {
  readonly session: Session;
  readonly input: MathInput;
  readonly macros: PostMacros;
  readonly book: EquationBook;
  readonly memo: FormulaMemo;
  readonly output: Output;
  readonly unescape: Unescape;
}

/** A formula that refers to others, to be typeset again when all labels are known. */
interface Waiting {
  readonly item: FormulaItem;
  readonly tex: string;
  readonly numberer: Numberer;
}

/** Typesets the items of a post into their tokens. */
export function renderFormulas(items: readonly Item[], post: PostFormulas): MathResult {
  return new Rendering(post).render(items);
}

class Rendering {
  readonly #post: PostFormulas;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #equations: Equation[] = [];
  readonly #prints = new Set<string>();
  readonly #waiting: Waiting[] = [];
  readonly #lostLabels = new Set<string>();
  #escapes: Escapes = { rows: 'none', braces: false, underscores: false };
  #total = 0;
  #failed = 0;
  #toldEscapes = false;

  constructor(post: PostFormulas) {
    this.#post = post;
  }

  render(items: readonly Item[]): MathResult {
    const formulas = items.filter((item) => item.kind === 'formula');
    const written = formulas.map(({ draft }) => dropInvisible(draft.tex));
    this.#escapes = judgeEscapes(
      written,
      this.#post.unescape,
      formulas.some(({ draft }) => draft.delimiter === 'escaped'),
    );
    for (const item of items) {
      const tex = item.kind === 'macros' ? item.tex : item.draft.tex;
      for (const definition of readDefinitions(tex)) this.#post.macros.expect(definition);
    }
    let next = 0;
    for (const item of items) {
      if (item.kind === 'formula') this.#renderFormula(item, written[next++] ?? '');
      else for (const definition of readDefinitions(item.tex)) this.#post.macros.add(definition);
    }
    for (const waiting of this.#waiting) this.#renderAgain(waiting);
    return {
      formulas: { total: this.#total, failed: this.#failed, prints: [...this.#prints] },
      equations: this.#equations,
      diagnostics: this.#diagnostics,
    };
  }

  #renderFormula(item: FormulaItem, written: string): void {
    const meant = undoEscapes(written.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, ''), this.#escapes, this.#post.unescape);
    this.#tellEscapes(item, { written, meant });
    const tex = this.#takeDefinitions(meant);
    if (tex.trim() === '') {
      setFormulaView(item.token, { display: item.display, html: '', text: '' });
      return;
    }
    this.#total++;
    this.#prints.add(fingerprintBytes(`${item.display ? 'd' : 'i'}${tex}`));
    this.#post.book.begin();
    const prepared = this.#prepare(item, tex, this.#post.book);
    const result = this.#climb(item, prepared);
    if (!isTypeset(result)) {
      this.#fail(item, { tex: meant, prepared, fault: result });
      return;
    }
    this.#tellLints(item, { tex: meant, result });
    const numbers = this.#enterNumbers(item, prepared);
    if (prepared.references.length > 0) this.#waiting.push({ item, tex, numberer: this.#post.book.repeat() });
    this.#show(item, { result, numbers });
  }

  #renderAgain({ item, tex, numberer }: Waiting): void {
    const prepared = this.#prepare(item, tex, numberer);
    const result = this.#climb(item, prepared);
    if (isTypeset(result)) this.#show(item, { result, numbers: this.#readNumbers(prepared.numbers) });
    for (const label of prepared.references) this.#checkLabel(label, item);
  }

  #prepare(item: FormulaItem, tex: string, numberer: Numberer): Prepared {
    const { label, punctuation } = item.draft;
    const labelled = label === undefined ? {} : { label };
    return prepareFormula({ tex, display: item.display, ...labelled, ...(punctuation && { punctuation }) }, numberer);
  }

  #climb(item: FormulaItem, prepared: Prepared): Climbed | Fault {
    const { output, macros, memo } = this.#post;
    const ids = prepared.numbers.map((number) => number.id);
    return climbLadder({ tex: prepared.tex, display: item.display, output, macros, ids, memo });
  }

  /** Takes the definitions out of a formula; they count from here on. */
  #takeDefinitions(tex: string): string {
    const definitions = readDefinitions(tex);
    for (const definition of definitions) this.#post.macros.add(definition);
    return definitions.length === 0
      ? tex
      : applyEdits(
          tex,
          definitions.map(({ start, end }) => ({ start, end, text: '' })),
        );
  }

  #show(item: FormulaItem, { result, numbers }: { result: Climbed; numbers: readonly EquationNumber[] }): void {
    const { display, block, draft } = item;
    setFormulaView(item.token, {
      display,
      html: writeFormula(result.html, { display, block, tex: draft.tex, numbers }),
      text: this.#readText(item, result),
    });
  }

  #readText(item: FormulaItem, result: Climbed): string {
    if (this.#post.output !== 'html') return readMathml(result.html);
    const { macros, memo } = this.#post;
    const { tex } = item.draft;
    const again = climbLadder({ tex, display: item.display, output: 'mathml', macros, ids: [], memo });
    return isTypeset(again) ? readMathml(again.html) : '';
  }

  #fail(item: FormulaItem, { tex, prepared, fault }: { tex: string; prepared: Prepared; fault: Fault }): void {
    this.#post.book.giveBack();
    this.#failed++;
    const explanation = this.#explain(item, { tex, prepared, fault });
    const { display, block, draft } = item;
    const { message, hint } = describe(diagnose(explanation.code, explanation.values));
    const reason = hint === undefined || explanation.code === 'math/syntax' ? message : `${message} ${hint}`;
    setFormulaView(item.token, {
      display,
      html: writeFailure({ display, block, tex: draft.tex, numbers: [] }, reason),
      text: draft.tex,
    });
    this.#tell(item, { tex, ...explanation });
  }

  /** The fault as one of the formula that was written: KaTeX is asked again with nothing moved. */
  #explain(
    item: FormulaItem,
    { tex, prepared, fault }: { tex: string; prepared: Prepared; fault: Fault },
  ): Explanation {
    if (prepared.tex === tex) return explainFault(fault, tex);
    const { macros, output, memo } = this.#post;
    const again = typeset(
      { tex: blankStructure(tex), display: item.display, output, preamble: macros.widePreambleFor(tex), ids: [] },
      memo,
    );
    return explainFault(isTypeset(again) ? { message: fault.message } : again, tex);
  }

  #enterNumbers(item: FormulaItem, prepared: Prepared): readonly EquationNumber[] {
    const numbers = this.#readNumbers(prepared.numbers);
    for (const number of numbers) {
      for (const label of this.#post.book.enter(number)) this.#tellOfLabel('math/duplicate-label', label, item);
      const [label] = number.labels;
      this.#equations.push({
        id: number.id,
        tag: number.shown,
        tex: number.tex,
        ...(label !== undefined && { label }),
      });
    }
    for (const label of prepared.lostLabels) this.#lostLabels.add(label);
    return numbers;
  }

  /** What a tag such as `$\ast$` looks like. */
  #readNumbers(numbers: readonly EquationNumber[]): readonly EquationNumber[] {
    return numbers.map((number) => {
      if (!/[\\${}]/.test(number.tag)) return number;
      const { macros, memo } = this.#post;
      const result = typeset(
        {
          tex: `\\text{${number.tag}}`,
          display: false,
          output: 'mathml',
          preamble: macros.preambleFor(number.tag),
          ids: [],
        },
        memo,
      );
      return { ...number, shown: isTypeset(result) ? readMathml(result.html) : number.tag };
    });
  }

  #checkLabel(label: string, item: FormulaItem): void {
    if (!this.#post.book.resolve(label)) this.#tellOfLabel(this.#codeOf(label), label, item);
  }

  #codeOf(label: string): Code {
    return this.#lostLabels.has(label) ? 'math/label-without-number' : 'math/unknown-label';
  }

  #tellOfLabel(code: Code, label: string, item: FormulaItem): void {
    const offset = Math.max(0, item.draft.tex.indexOf(`{${label}}`));
    this.#tell(item, { tex: item.draft.tex, code, values: { label }, offset, length: label.length + 2 });
  }

  #tellLints(item: FormulaItem, { tex, result }: { tex: string; result: Climbed }): void {
    for (const lint of lintFormula(tex)) this.#tell(item, { tex, ...lint });
    if (result.leftover) {
      const code = { entity: 'math/entity', escape: 'math/escape', percent: 'math/percent' } as const;
      const offset = Math.max(
        0,
        tex.search(
          result.leftover === 'entity'
            ? /&#?\w+;/
            : result.leftover === 'percent'
              ? /%/
              : /\\[^A-Za-z,;:!{}|\s#$%&_"'.^=~`]|\\\\[{}]/,
        ),
      );
      this.#tell(item, {
        tex,
        code: code[result.leftover],
        values: { sign: tex.slice(offset, offset + 2) },
        offset,
        length: 2,
      });
    }
    if (result.distrusted === undefined) return;
    const offset = Math.max(0, tex.indexOf(result.distrusted));
    this.#tell(item, {
      tex,
      code: 'math/distrusted',
      values: { command: result.distrusted },
      offset,
      length: result.distrusted.length,
    });
  }

  /** Escapes that were undone are told once a post. */
  #tellEscapes(item: FormulaItem, { written, meant }: { written: string; meant: string }): void {
    if (this.#toldEscapes || written === meant || this.#post.unescape !== 'auto' || written.includes('{%')) return;
    this.#toldEscapes = true;
    const offset = [...written].findIndex((sign, i) => sign !== meant[i]);
    this.#tell(item, { tex: written, code: 'math/unescaped', values: {}, offset: Math.max(0, offset), length: 2 });
  }

  #tell(item: FormulaItem, { tex, code, values, offset, length }: Explanation & { readonly tex: string }): void {
    const { session, input } = this.#post;
    const { draft } = item;
    const at = locateSpot({ origin: draft.origin, offset: traceBack(draft.tex, tex, offset), length }, session, input);
    this.#diagnostics.push(reportFault({ code, values, offset, length }, at));
  }
}
