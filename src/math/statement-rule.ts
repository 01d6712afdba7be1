/**
 * `::: theorem 畢氏定理 {#thm:pythagoras}` … `:::`, as a markdown-it block rule. What stands
 * between is Markdown. A container of an unknown name is its title, if any, and its content;
 * a name of 漢字 is a title.
 */
import type { StateBlock, Token } from 'markdown-it';
import { readLine } from './block-lines.ts';
import type { BlockRule } from './block-rule.ts';
import type { LineRange } from './container.ts';
import { getSession } from './session.ts';
import { readKind, type StatementKind } from './statement-words.ts';

/** What the opening line says. */
export interface Statement {
  readonly kind: StatementKind;
  /** The writer's own word for it, if it is not English. */
  readonly word: string | undefined;
  readonly label: string | undefined;
  readonly numbered: boolean;
  readonly folded: boolean;
  readonly open: boolean;
}

/** Statements by the token that opens them. */
export const statements = new WeakMap<Token, Statement>();

interface Opening {
  readonly colons: number;
  readonly statement: Statement | undefined;
  readonly title: string;
}

const MARK = /^(:{3,})[ \t]*(.*?)[ \t]*:*[ \t]*$/;
const ATTRIBUTES = /\{([^{}]*)\}[ \t]*$/;
/** A name that is meant for a program, `warning` or `col-2`, and no text of the writer, as `小提示` is. */
const STYLE = /^[A-Za-z][\w-]*$|^$/;
/** What a line that is looked through costs, in the characters a purse is filled with. */
const COST_OF_LINE = 4;
const FENCE = /^(?:`{3,}|~{3,})/;

/** The rule, folding every proof or only those that say so. It belongs before `fence`. */
export function createStatementRule(foldProofs: boolean): BlockRule {
  return (state, startLine, endLine, silent) => {
    if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
    const opening = readOpening(readLine(state, startLine));
    if (!opening) return false;
    const close = findClose(state, { startLine, endLine }, opening.colons);
    if (close === undefined) {
      if (!silent) noteUnclosed(state, startLine);
      return false;
    }
    if (!silent) pushStatement(state, { startLine, endLine: close }, foldProofs ? foldProof(opening) : opening);
    return true;
  };
}

function foldProof(opening: Opening): Opening {
  const { statement } = opening;
  return statement?.kind === 'proof' ? { ...opening, statement: { ...statement, folded: true } } : opening;
}

function readOpening(line: string): Opening | undefined {
  const mark = line.startsWith(':::') ? MARK.exec(line) : null;
  const [, colons = '', rest = ''] = mark ?? [];
  if (!mark || rest === '') return undefined;
  const attributes = ATTRIBUTES.exec(rest)?.[1]?.trim().split(/\s+/) ?? [];
  const words = rest.replace(ATTRIBUTES, '').trim();
  const classes = attributes.filter((one) => one.startsWith('.')).map((one) => one.slice(1));
  const first = /^\S+/.exec(words)?.[0] ?? '';
  if (first === '' && classes.length === 0) return undefined;
  const word = readKind(first) ? first : classes.find(readKind);
  const kind = word === undefined ? undefined : readKind(word);
  const title = word === first ? words.slice(first.length).trim() : words;
  if (kind === undefined) {
    const ownTitle = STYLE.test(first) ? words.slice(first.length).trim() : words;
    return { colons: colons.length, statement: undefined, title: ownTitle };
  }
  const statement = {
    kind,
    word: /^[A-Za-z]/.test(word ?? '') ? undefined : word,
    label: attributes.find((one) => one.startsWith('#'))?.slice(1),
    numbered: kind !== 'proof' && !attributes.includes('-') && !classes.includes('unnumbered'),
    folded: classes.includes('fold'),
    open: classes.includes('open'),
  };
  return { colons: colons.length, statement, title: title.replace(/^[(（](.*)[)）]$/, '$1') };
}

/** The line of the closing colons: as many as opened it, or more; those of inner containers are passed over. */
function findClose(state: StateBlock, { startLine, endLine }: LineRange, colons: number): number | undefined {
  const { purse } = getSession(state.env, state.src);
  const open = [colons];
  let fence = '';
  for (let line = startLine + 1; line < endLine; line++) {
    purse.left -= COST_OF_LINE;
    if (purse.left <= 0) return undefined;
    if (state.isEmpty(line)) continue;
    if ((state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    const text = readLine(state, line);
    const mark = FENCE.exec(text)?.[0] ?? '';
    if (fence !== '') {
      if (mark.startsWith(fence) && text.trim() === mark) fence = '';
    } else if (mark !== '') fence = mark;
    else if (readOpening(text)) open.push(/^:+/.exec(text)?.[0].length ?? 3);
    else if (/^:{3,}[ \t]*$/.test(text)) {
      const inner = open.findLastIndex((count) => count <= text.trim().length);
      if (inner === 0) return line;
      if (inner > 0) open.splice(inner);
    }
  }
  return undefined;
}

/** Pushes the tokens of a container whose closing line is `endLine`. */
function pushStatement(state: StateBlock, { startLine, endLine }: LineRange, { statement, title }: Opening): void {
  const { parentType, lineMax } = state;
  if (statement) pushHead(state, startLine, { statement, title });
  else if (title !== '') pushTitle(state, startLine, 'p', title.includes('*') ? title : `**${title}**`);
  state.parentType = 'statement';
  state.lineMax = endLine;
  state.md.block.tokenize(state, startLine + 1, endLine);
  state.parentType = parentType;
  state.lineMax = lineMax;
  if (statement) state.push('statement_close', statement.folded ? 'details' : 'div', -1).block = true;
  state.line = endLine + 1;
}

function pushHead(
  state: StateBlock,
  line: number,
  { statement, title }: { statement: Statement; title: string },
): void {
  const open = state.push('statement_open', statement.folded ? 'details' : 'div', 1);
  open.map = [line, line + 1];
  statements.set(open, statement);
  pushTitle(state, line, statement.folded ? 'summary' : 'p', title);
}

function pushTitle(state: StateBlock, line: number, tag: 'summary' | 'p', title: string): void {
  state.push('statement_head_open', tag, 1).attrs = [['class', 'statement-head']];
  const inline = state.push('inline', '', 0);
  inline.content = title;
  inline.map = [line, line + 1];
  inline.children = [];
  state.push('statement_head_close', tag, -1);
}

function noteUnclosed(state: StateBlock, line: number): void {
  const session = getSession(state.env, state.src);
  const text = readLine(state, line);
  session.refusals.push({ code: 'math/statement-unclosed', sign: text, origin: { line, text, offset: 0 } });
}
