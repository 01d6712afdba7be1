/**
 * Mathematics in Markdown: the rules of this room, put into a markdown-it.
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Config } from '../model/config.ts';
import { diagnose } from '../model/messages.ts';
import { createBlockRule } from './block-rule.ts';
import { collectItems, notePlaces, readBlocks } from './collect-formulas.ts';
import { type Delimiter, readDelimiters } from './delimiters.ts';
import { addMathResult, getMathInput } from './env.ts';
import { EquationBook } from './equation-book.ts';
import { pushFarReference } from './far-reference-rule.ts';
import { FarReferences } from './far-references.ts';
import { findSlots } from './formula-slots.ts';
import { getFormulaView } from './formula-token.ts';
import { createHtmlRule, pushHtmlBelowFormula } from './html-rule.ts';
import { createInlineRule, pushCodeFormula } from './inline-rule.ts';
import { locateSpot } from './locate.ts';
import { type MacroTable, PostMacros, readMacroSettings, readSiteMacros } from './macros.ts';
import { createParagraphRule } from './paragraph-rule.ts';
import { resolveReferences } from './references.ts';
import { renderFormulas } from './render-formulas.ts';
import { beginSession, endSession, getSession, type Session } from './session.ts';
import { hidePipes, type Protected, showPipes } from './table-pipes.ts';
import { FormulaMemo } from './typeset.ts';
import { joinFormula, leaveFormula } from './write-formula.ts';

/** The settings `math`, and what may be shared between several markdown-its. */
export interface MathOptions
  extends Pick<
    Config['math'],
    'number' | 'delimiters' | 'double_dollar' | 'code_dollar' | 'macros' | 'preamble' | 'unescape' | 'output'
  > {
  readonly memo?: FormulaMemo;
}

/** Formulas, their numbers and references. `env.math` says where a text stands; `env.mathResult` says what its formulas came to. */
export function installMath(md: MarkdownIt, options: MathOptions): void {
  const delimiters = readDelimiters(options.delimiters);
  const memo = options.memo ?? new FormulaMemo();
  installBlocks(md, delimiters);
  md.inline.ruler.after('text', 'math', createInlineRule(delimiters, options.double_dollar));
  if (options.code_dollar) md.inline.ruler.before('backticks', 'math_in_code', pushCodeFormula);
  md.inline.ruler.before('link', 'far_reference', pushFarReference);
  const macros = readSiteMacros(options);
  md.core.ruler.push('math', (state) => finish(state, options, { memo, macros }));
  md.renderer.rules.math_inline = (tokens, index, _options, env) => drawFormula(tokens[index], env);
  md.renderer.rules.math_display = (tokens, index, _options, env) => {
    const html = drawFormula(tokens[index], env);
    return html !== '' && tokens[index]?.block ? `${html}\n` : html;
  };
  md.renderer.rules.math_macros = () => '';
}

function installBlocks(md: MarkdownIt, delimiters: ReadonlySet<Delimiter>): void {
  const hidden = new WeakMap<StateCore, Protected>();
  md.block.ruler.before('table', 'math', createBlockRule(delimiters), {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.block.ruler.before('html_block', 'math_html', createHtmlRule(delimiters), {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
  md.block.ruler.before('html_block', 'math_html_below', pushHtmlBelowFormula);
  md.block.ruler.before('lheading', 'math_paragraph', createParagraphRule(delimiters));
  md.core.ruler.before('block', 'math_begin', (state) => {
    const session = beginSession(state.env, state.src);
    const pipes = hidePipes(state.src, session, delimiters);
    hidden.set(state, pipes);
    if (pipes.sign !== '') state.src = pipes.lines.join('\n');
  });
  md.core.ruler.after('block', 'math_blocks', (state) => {
    const session = getSession(state.env, state.src);
    const pipes = hidden.get(state);
    if (pipes && pipes.sign !== '') {
      state.src = session.lines.join('\n');
      showPipes(state.tokens, pipes.sign);
    }
    readBlocks(state, session, delimiters);
    notePlaces(state.tokens, session, pipes?.lines ?? session.lines);
  });
}

interface Shared {
  readonly memo: FormulaMemo;
  readonly macros: readonly MacroTable[];
}

function finish(state: StateCore, options: MathOptions, { memo, macros: siteMacros }: Shared): void {
  const { env, tokens } = state;
  const session = getSession(env, state.src);
  const input = getMathInput(env);
  const book = new EquationBook(input.number ?? options.number, input.idPrefix);
  const far = new FarReferences(input);
  const macros = new PostMacros(...siteMacros, readMacroSettings(input.macros));
  const result = renderFormulas(collectItems(tokens, session), {
    session,
    input,
    macros,
    book,
    far,
    memo,
    output: options.output,
    unescape: options.unescape,
  });
  const references = resolveReferences(tokens, { book, far, session, input, Token: state.Token });
  describeImages(tokens);
  hideEmptyParagraphs(tokens);
  const diagnostics = [...result.diagnostics, ...references, ...reportRefusals(session, env)];
  addMathResult(env, { ...result, diagnostics });
  endSession(env);
}

function reportRefusals(session: Session, env: StateCore['env']): Diagnostic[] {
  const input = getMathInput(env);
  return session.refusals.map(({ code, sign, origin }) =>
    diagnose(code, { sign }, locateSpot({ origin, offset: 0, length: sign.length }, session, input)),
  );
}

/** An image's description is text: formulas in it are read aloud. */
function describeImages(tokens: readonly Token[]): void {
  for (const { children } of tokens)
    for (const token of children ?? []) if (token.type === 'image') describeImage(token);
}

function describeImage({ children }: Token): void {
  for (const child of children ?? []) {
    const view = getFormulaView(child);
    if (!view) continue;
    child.type = 'text';
    child.content = view.text;
  }
}

/** A paragraph of nothing but definitions shows nothing, not an empty line. */
function hideEmptyParagraphs(tokens: readonly Token[]): void {
  for (const [i, { type, children }] of tokens.entries()) {
    const open = tokens[i - 1];
    const close = tokens[i + 1];
    if (type !== 'inline' || open?.type !== 'paragraph_open' || !close || !children) continue;
    const isEmpty = (token: Token): boolean => token.type === 'softbreak' || isInvisible(token);
    if (children.length === 0 || !children.every(isEmpty)) continue;
    open.hidden = close.hidden = true;
    children.splice(0);
  }
}

/** Whether a formula only defines macros. */
function isInvisible(token: Token): boolean {
  const view = getFormulaView(token);
  return view !== undefined && view.html === undefined;
}

function drawFormula(token: Token | undefined, env: object | undefined): string {
  const html = token && getFormulaView(token)?.html;
  if (!html) return '';
  const slots = findSlots(env);
  return slots ? leaveFormula(html, (slot) => slots.mark(slot)) : joinFormula(html);
}
