/**
 * Theorems, definitions, proofs: numbered per post and kind, named in the post's language,
 * referred to by `[@thm:name]`.
 */
import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import type { Diagnostic } from '../base/diagnostic.ts';
import { diagnose } from '../model/messages.ts';
import { addMathResult, getMathInput } from './env.ts';
import { locateSpot } from './locate.ts';
import { getSession, type InlineOrigin, type Origin } from './session.ts';
import { createStatementRule, type Statement, statements } from './statement-rule.ts';
import { isStatementLabel, nameStatement } from './statement-words.ts';

export interface StatementOptions {
  /** BCP 47; `env.language` is stronger. */
  readonly language: string;
  /** Show proofs closed, to be opened by a click. */
  readonly foldProofs?: boolean;
}

/** Containers and references. To be installed after the formulas. */
export function installStatements(md: MarkdownIt, options: StatementOptions): void {
  md.block.ruler.before('fence', 'statement', createStatementRule(options.foldProofs ?? false), {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.inline.ruler.before('link', 'statement_reference', pushReference);
  md.core.ruler.after('inline', 'statements', (state) => {
    const language = typeof state.env.language === 'string' ? state.env.language : options.language;
    new Numbering(state, language).run();
  });
}

const REFERENCE = /\[@([\p{L}\w][\p{L}\w:.-]*)\](?![([])/uy;

function pushReference(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src[state.pos + 1] !== '@') return false;
  REFERENCE.lastIndex = state.pos;
  const match = REFERENCE.exec(state.src);
  const label = match?.[1] ?? '';
  const isEquation = label.startsWith('eq:');
  if (!match || REFERENCE.lastIndex > state.posMax || !(isEquation || isStatementLabel(label))) return false;
  if (!silent) {
    const token = state.push(isEquation ? 'math_reference' : 'statement_reference', '', 0);
    token.content = label;
    token.markup = match[0];
    token.info = isEquation ? 'eqref' : '';
    token.meta = { inLink: state.linkLevel > 0 };
    const origin = { tokens: state.tokens, text: state.src, offset: state.pos };
    getSession(state.env, state.src).references.set(token, origin);
  }
  state.pos += match[0].length;
  return true;
}

interface Target {
  readonly id: string;
  readonly shown: string;
}

class Numbering {
  readonly #state: StateCore;
  readonly #language: string;
  readonly #counts = new Map<string, number>();
  readonly #targets = new Map<string, Target>();
  readonly #ids = new Set<string>();
  readonly #diagnostics: Diagnostic[] = [];

  constructor(state: StateCore, language: string) {
    this.#state = state;
    this.#language = language;
  }

  run(): void {
    const { tokens, env } = this.#state;
    for (const [i, token] of tokens.entries()) {
      const statement = statements.get(token);
      if (statement) this.#number(token, statement, tokens[i + 2]);
    }
    closeProofs(this.#state);
    for (const inline of tokens) this.#resolve(inline);
    if (this.#diagnostics.length === 0) return;
    addMathResult(env, {
      formulas: { total: 0, failed: 0, prints: [] },
      equations: [],
      diagnostics: this.#diagnostics,
    });
  }

  #number(token: Token, statement: Statement, head: Token | undefined): void {
    const name = statement.word ?? nameStatement(statement.kind, this.#language);
    const number = statement.numbered ? (this.#counts.get(statement.kind) ?? 0) + 1 : undefined;
    if (number !== undefined) this.#counts.set(statement.kind, number);
    const shown = number === undefined ? name : `${name} ${number}`;
    const target = statement.label ?? (number === undefined ? '' : `statement-${statement.kind}-${number}`);
    const id = this.#takeId(target);
    if (statement.label !== undefined) this.#enter(statement.label, { id, shown }, token);
    token.attrs = [
      ['class', 'statement'],
      ['data-kind', statement.kind],
      ...(id === '' ? [] : [['id', id] satisfies [string, string]]),
      ...(statement.open ? [['open', ''] satisfies [string, string]] : []),
    ];
    if (head) head.children = this.#writeHead(shown, head.children ?? []);
  }

  /** A free id for a label; none for what nothing can lead to. */
  #takeId(name: string): string {
    if (name === '') return '';
    const stem = getMathInput(this.#state.env).idPrefix + name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
    let id = stem;
    for (let i = 2; this.#ids.has(id); i++) id = `${stem}-${i}`;
    this.#ids.add(id);
    return id;
  }

  #enter(label: string, target: Target, token: Token): void {
    const line = token.map?.[0] ?? 0;
    const text = getSession(this.#state.env).lines[line] ?? '';
    const origin = { line, text, offset: Math.max(0, text.indexOf(`#${label}`)) };
    if (this.#targets.has(label)) this.#tell('math/duplicate-statement', label, origin);
    else this.#targets.set(label, target);
  }

  /** `定理 1（畢氏定理）`, `Theorem 1 (Pythagoras)`. */
  #writeHead(shown: string, title: readonly Token[]): Token[] {
    const label = [this.#open('statement_label', 'statement-label'), this.#text(shown), this.#close('statement_label')];
    if (title.length === 0) return label;
    const [left, right] = /^(?:zh|ja)\b/i.test(this.#language) ? ['（', '）'] : [' (', ')'];
    const name = [this.#open('statement_name', 'statement-name'), ...title, this.#close('statement_name')];
    return [...label, this.#text(left), ...name, this.#text(right)];
  }

  #open(type: string, name: string): Token {
    const token = new this.#state.Token(`${type}_open`, 'span', 1);
    token.attrs = [['class', name]];
    return token;
  }

  #close(type: string): Token {
    return new this.#state.Token(`${type}_close`, 'span', -1);
  }

  #text(content: string): Token {
    const token = new this.#state.Token('text', '', 0);
    token.content = content;
    return token;
  }

  #resolve(inline: Token): void {
    if (!inline.children?.some((token) => token.type === 'statement_reference')) return;
    inline.children = inline.children.flatMap((token) =>
      token.type === 'statement_reference' ? this.#link(token) : [token],
    );
  }

  #link(reference: Token): Token[] {
    const target = this.#targets.get(reference.content);
    const text = this.#text(target?.shown ?? reference.markup);
    if (!target) {
      const origin = getSession(this.#state.env).references.get(reference);
      if (origin) this.#tell('math/unknown-statement', reference.content, origin);
    }
    if (!target || reference.meta?.inLink === true) return [text];
    const open = new this.#state.Token('link_open', 'a', 1);
    open.attrs = [
      ['href', `#${target.id}`],
      ['class', 'statement-reference'],
    ];
    return [open, text, new this.#state.Token('link_close', 'a', -1)];
  }

  #tell(
    code: 'math/unknown-statement' | 'math/duplicate-statement',
    label: string,
    origin: Origin | InlineOrigin,
  ): void {
    const { env } = this.#state;
    const spot = { origin, offset: 0, length: label.length + (code === 'math/unknown-statement' ? 3 : 1) };
    this.#diagnostics.push(diagnose(code, { label }, locateSpot(spot, getSession(env), getMathInput(env))));
  }
}

/** Ends each proof with ∎: in its last paragraph, or below what stands there else. */
function closeProofs(state: StateCore): void {
  if (!state.tokens.some((token) => statements.has(token))) return;
  const open: boolean[] = [];
  state.tokens = state.tokens.flatMap((token, i, tokens) => {
    const statement = statements.get(token);
    if (statement) open.push(statement.kind === 'proof');
    if (token.type !== 'statement_close' || open.pop() !== true) return [token];
    const last = tokens[i - 2];
    const isParagraph = tokens[i - 1]?.type === 'paragraph_close' && last?.type === 'inline';
    if (isParagraph) last.children = [...(last.children ?? []), ...createSign(state)];
    return isParagraph ? [token] : [...wrapSign(state), token];
  });
}

function createSign({ Token: TokenClass }: StateCore): Token[] {
  const open = new TokenClass('statement_end_open', 'span', 1);
  open.attrs = [['class', 'statement-end']];
  const text = new TokenClass('text', '', 0);
  text.content = '∎';
  return [open, text, new TokenClass('statement_end_close', 'span', -1)];
}

function wrapSign(state: StateCore): Token[] {
  const open = new state.Token('paragraph_open', 'p', 1);
  open.block = true;
  const inline = new state.Token('inline', '', 0);
  inline.children = createSign(state);
  const close = new state.Token('paragraph_close', 'p', -1);
  close.block = true;
  return [open, inline, close];
}
