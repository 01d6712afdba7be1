/**
 * `::: theorem 畢氏定理 {#thm:pythagoras}` … `:::`, as a markdown-it block rule. What stands
 * between is Markdown. A container of an unknown name is its title, if any, and its content;
 * a name of 漢字 is a title.
 */
import type { StateBlock, Token } from 'markdown-it';
import { readLine } from './block-lines.ts';
import type { BlockRule } from './block-rule.ts';
import { type ContainerEnd, findContainerEnd, noteUnclosed, readContent } from './container-end.ts';
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
  readonly statement: Statement | undefined;
  readonly title: string;
}

const MARK = /^:{3,}[ \t]*(.*?)[ \t]*:*[ \t]*$/;
const ATTRIBUTES = /\{([^{}]*)\}[ \t]*$/;
/** A name that is meant for a program, `warning` or `col-2`, and no text of the writer, as `小提示` is. */
const STYLE = /^[A-Za-z][\w-]*$|^$/;
/** Boxes, and behind their names how they look: Shoka's `:::danger no-icon`, `:::note info`. */
const BOX = /^(?:note|tip|default|primary|success|info|warning|danger)$/;
const LOOKS = /^(?:(?:no-icon|default|primary|success|info|warning|danger)(?:\s+|$))+/;
const COLONS = { mark: ':', opens: (line: string) => readOpening(line) !== undefined };

/** The rule, folding every proof or only those that say so. It belongs before `fence`. */
export function createStatementRule(foldProofs: boolean): BlockRule {
  return (state, startLine, endLine, silent) => {
    if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
    const opening = readOpening(readLine(state, startLine));
    if (!opening) return false;
    const end = findContainerEnd(state, { startLine, endLine }, COLONS);
    if (!end) {
      if (!silent) noteUnclosed(state, startLine);
      return false;
    }
    if (!silent && opening.statement && !end.isOwn) noteUnclosed(state, startLine, 'math/statement-unclosed');
    if (!silent) pushStatement(state, startLine, end, foldProofs ? foldProof(opening) : opening);
    return true;
  };
}

function foldProof(opening: Opening): Opening {
  const { statement } = opening;
  return statement?.kind === 'proof' ? { ...opening, statement: { ...statement, folded: true } } : opening;
}

function readOpening(line: string): Opening | undefined {
  const mark = line.startsWith(':::') ? MARK.exec(line) : null;
  const [, rest = ''] = mark ?? [];
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
    return { statement: undefined, title: BOX.test(first) ? ownTitle.replace(LOOKS, '') : ownTitle };
  }
  const statement = {
    kind,
    word: /^[A-Za-z]/.test(word ?? '') ? undefined : word,
    label: attributes.find((one) => one.startsWith('#'))?.slice(1),
    numbered: kind !== 'proof' && !attributes.includes('-') && !classes.includes('unnumbered'),
    folded: classes.includes('fold'),
    open: classes.includes('open'),
  };
  return { statement, title: title.replace(/^[(（](.*)[)）]$/, '$1') };
}

function pushStatement(state: StateBlock, startLine: number, end: ContainerEnd, { statement, title }: Opening): void {
  if (statement) pushHead(state, startLine, { statement, title });
  else if (title !== '') pushTitle(state, startLine, 'p', title.includes('*') ? title : `**${title}**`);
  readContent(state, startLine, end);
  if (statement) state.push('statement_close', statement.folded ? 'details' : 'div', -1).block = true;
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
