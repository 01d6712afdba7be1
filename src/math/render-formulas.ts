/**
 * The formulas of one post, all at once: escapes judged over the whole, macros and numbers
 * taken in reading order, references resolved when every label is known, and everything
 * that is wrong told with its place.
 */
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { describe, diagnose } from '../model/messages.ts';
import type { Equation } from '../model/post.ts';
import type { FormulaItem, Item } from './collect-formulas.ts';
import { readDefinitions } from './definitions.ts';
import type { MathInput, MathResult } from './env.ts';
import type { EquationBook } from './equation-book.ts';
import { blankStructure, type Explanation, explainFault } from './explain-fault.ts';
import { explainMiss, type FarReferences } from './far-references.ts';
import { dropRawTags } from './find-math.ts';
import { type FormulaView, setFormulaView } from './formula-token.ts';
import { type Climbed, climbLadder, isClimbed } from './ladder.ts';
import type { PostMacros } from './macros.ts';
import { type EquationNumber, type Numberer, type Prepared, prepareFormula } from './prepare-formula.ts';
import { FormulaReport } from './report-formulas.ts';
import type { Session } from './session.ts';
import { applyEdits } from './tex-tokens.ts';
import { type Fault, type FormulaMemo, findTypeset, isTypeset, type Output, type Typeset, typeset } from './typeset.ts';
import { dropInvisible, type Escapes, judgeEscapes, type Unescape, undoEscapes } from './unescape.ts';
import { type Shown, writeFailure, writeFormula } from './write-formula.ts';

/** What all formulas of a post have in common. */
export interface PostFormulas {
  readonly session: Session;
  readonly input: MathInput;
  readonly macros: PostMacros;
  readonly book: EquationBook;
  readonly far: FarReferences;
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

/** A formula that was typeset: as it was given to KaTeX, and as it was meant before its definitions were taken out. */
interface Accepted {
  readonly tex: string;
  readonly meant: string;
  readonly prepared: Prepared;
  readonly result: Climbed;
}

/** What a page shows of a formula, and what it is counted under. */
interface Plain {
  readonly print: Fingerprint;
  readonly view: FormulaView;
}

/**
 * Of formulas within a line that KaTeX took as they were written, and of which nothing is to be told: they look
 * the same wherever they stand. Of ten formulas eight are such, and most stand in many places.
 */
const plains = new WeakMap<Typeset, Plain>();

/** Formulas with the same print count as one. */
function printFormula({ display }: FormulaItem, tex: string): Fingerprint {
  return fingerprintBytes(`${display ? 'd' : 'i'}${tex}`);
}

/** Typesets the items of a post into their tokens. */
export function renderFormulas(items: readonly Item[], post: PostFormulas): MathResult {
  return new Rendering(post).render(items);
}

class Rendering {
  readonly #post: PostFormulas;
  readonly #report: FormulaReport;
  readonly #equations: Equation[] = [];
  readonly #prints = new Set<string>();
  readonly #waiting: Waiting[] = [];
  readonly #lostLabels = new Set<string>();
  #escapes: Escapes = { rows: 'none', braces: false, underscores: false };
  #total = 0;
  #failed = 0;

  constructor(post: PostFormulas) {
    this.#post = post;
    this.#report = new FormulaReport(post.session, post.input);
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
      diagnostics: this.#report.diagnostics,
    };
  }

  #renderFormula(item: FormulaItem, written: string): void {
    if (this.#showAgain(item, written)) return;
    const bare = dropRawTags(written);
    const meant = undoEscapes(bare, this.#escapes, this.#post.unescape);
    const tex = this.#takeDefinitions(meant);
    if (tex.trim() === '') {
      setFormulaView(item.token, { display: item.display, html: undefined, text: '' });
      return;
    }
    this.#total++;
    this.#prints.add(printFormula(item, tex));
    const first = this.#attempt(item, tex);
    // What was taken for an escape may have been meant.
    const again = isClimbed(first.result) || meant === bare ? first : this.#attempt(item, bare);
    if (again !== first && isClimbed(again.result)) {
      this.#accept(item, { ...again, tex: bare, meant: bare, result: again.result });
      return;
    }
    if (this.#post.unescape === 'auto') this.#report.tellEscapes(item, { written, meant });
    if (isClimbed(first.result)) this.#accept(item, { ...first, tex, meant, result: first.result });
    else this.#fail(item, { tex: meant, prepared: first.prepared, fault: first.result });
  }

  /** Shows a formula that is plain, and was shown before. */
  #showAgain({ token, display, draft }: FormulaItem, written: string): boolean {
    const { macros, memo, output } = this.#post;
    if (display || draft.tex !== written) return false;
    if (undoEscapes(written, this.#escapes, this.#post.unescape) !== written) return false;
    const preamble = macros.preambleFor(written);
    const known = findTypeset({ tex: written, display, output, preamble, ids: [] }, memo);
    const plain = known && plains.get(known);
    if (!plain) return false;
    this.#total++;
    this.#prints.add(plain.print);
    setFormulaView(token, plain.view);
    return true;
  }

  /** Typesets a formula; its numbers are given back if it is refused. */
  #attempt(item: FormulaItem, tex: string): { prepared: Prepared; result: Climbed | Fault } {
    this.#post.book.begin();
    const prepared = this.#prepare(item, tex, this.#post.book);
    const result = this.#climb(item, prepared);
    if (!isClimbed(result)) this.#post.book.giveBack();
    return { prepared, result };
  }

  #accept(item: FormulaItem, { tex, meant, prepared, result }: Accepted): void {
    const { length: told } = this.#report.diagnostics;
    this.#report.tellInvisible(item);
    this.#report.tellLints(item, { tex: meant, result });
    const numbers = this.#enterNumbers(item, prepared);
    const { book, far } = this.#post;
    if (prepared.references.length > 0)
      this.#waiting.push({ item, tex, numberer: book.repeat((label) => far.mark(label)) });
    const view = this.#show(item, { result, numbers });
    const isPlain = !item.display && view.html?.inner === result.typeset;
    if (isPlain && this.#report.diagnostics.length === told)
      plains.set(result.typeset, { print: printFormula(item, tex), view });
  }

  #renderAgain({ item, tex, numberer }: Waiting): void {
    const prepared = this.#prepare(item, tex, numberer);
    const result = this.#climb(item, prepared);
    const links = this.#post.far.listLinks(prepared.references);
    if (isClimbed(result)) this.#show(item, { result, numbers: this.#readNumbers(prepared.numbers), links });
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

  #show(item: FormulaItem, { result, ...shown }: { result: Climbed } & Pick<Shown, 'numbers' | 'links'>): FormulaView {
    const { display, block, draft } = item;
    const html = writeFormula(result.typeset, { display, block, tex: draft.tex, ...shown });
    const view = { display, html, text: this.#readText(item, result) };
    setFormulaView(item.token, view);
    return view;
  }

  /** The formula as readable text, which stands in its MathML. */
  #readText(item: FormulaItem, result: Climbed): string {
    if (this.#post.output !== 'html') return result.typeset.text;
    const { macros, memo } = this.#post;
    const { tex } = item.draft;
    const again = climbLadder({ tex, display: item.display, output: 'mathml', macros, ids: [], memo });
    return isClimbed(again) ? again.typeset.text : '';
  }

  #fail(item: FormulaItem, { tex, prepared, fault }: { tex: string; prepared: Prepared; fault: Fault }): void {
    this.#failed++;
    const explanation = this.#explain(item, { tex, prepared, fault });
    const { display, block, draft } = item;
    const { message, hint } = describe(diagnose(explanation.code, explanation.values));
    const reason = hint === undefined || explanation.code === 'math/syntax' ? message : `${message} ${hint}`;
    setFormulaView(item.token, {
      display,
      html: { before: '', inner: writeFailure({ display, block, tex: draft.tex, numbers: [] }, reason), after: '' },
      text: draft.tex,
    });
    this.#report.tell(item, { tex, ...explanation });
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
      for (const label of this.#post.book.enter(number))
        this.#report.tellOfLabel(item, label, { code: 'math/duplicate-label' });
      const { id, shown: tag, labels, tex } = number;
      this.#equations.push({ id, tag, labels, tex });
    }
    for (const label of prepared.lostLabels) this.#lostLabels.add(label);
    return numbers;
  }

  /** What a tag such as `$\ast$` looks like. */
  #readNumbers(numbers: readonly EquationNumber[]): readonly EquationNumber[] {
    const { macros, memo } = this.#post;
    return numbers.map((number) => {
      if (!/[\\${}]/.test(number.tag)) return number;
      const preamble = macros.preambleFor(number.tag);
      const tex = `\\text{${number.tag}}`;
      const result = typeset({ tex, display: false, output: 'mathml', preamble, ids: [] }, memo);
      return { ...number, shown: isTypeset(result) ? result.text : number.tag };
    });
  }

  #checkLabel(label: string, item: FormulaItem): void {
    const { book, far } = this.#post;
    if (book.resolve(label) ?? far.resolve(label)) return;
    if (this.#lostLabels.has(label)) this.#report.tellOfLabel(item, label, { code: 'math/label-without-number' });
    else this.#report.tellOfLabel(item, label, explainMiss(label, { book, far }));
  }
}
