/**
 * The mistakes that people who write Chinese make in front matter, and each line as it
 * should be. YAML's own messages do not tell them; so once a parser has failed, its lines
 * are looked at here. Sound lines get no advice.
 */

type FrontMatterMistake =
  | 'tab'
  | 'full-width-colon'
  | 'no-space'
  | 'wide-space'
  | 'bracket'
  | 'indicator'
  | 'nested-colon'
  | 'unclosed-quote'
  | 'text-after-quote'
  | 'backslash';

export interface FrontMatterAdvice {
  readonly kind: FrontMatterMistake;
  /** Where the mistake stands in the line, from 1, in UTF-16 units. */
  readonly column: number;
  readonly length: number;
  /** The whole line, mended. */
  readonly mend: string;
}

/** `title: …`, `- title: …`, with the value from its first visible character on. */
const PAIR = /^(\s*(?:- +)?)([A-Za-z_][\w.-]*|"[^"]*"|'[^']*')([ \t]*)(:|：)(\s*)(.*)$/su;
const ITEM = /^(\s*- +)(\S.*)$/su;
/** Signs with which no plain value may begin (YAML 1.2, 5.3). `-`, `?` and `:` may, if no space follows. */
const INDICATOR = /^(?:[@`%&*!|>,\]}]|[-?:](?=\s|$))/;
const BLOCK_HEADER = /^[|>][+-]?\d?[+-]?(?:\s+#.*)?$/;
const ANCHOR_OR_TAG = /^(?:&[\w-]+|!![a-z]+)(?:\s|$)/;
const ESCAPE = /\\(?:[0abtnvfre "/\\N_LP\t]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})/giy;

/** Looks at one line of front matter: what is wrong with it and how it should be; `undefined` if nothing is. */
export function adviseFrontMatter(line: string): FrontMatterAdvice | undefined {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  if (indent.includes('\t')) {
    const mend = `${indent.replaceAll('\t', '  ')}${line.slice(indent.length)}`;
    return { kind: 'tab', column: indent.indexOf('\t') + 1, length: 1, mend: adviseFrontMatter(mend)?.mend ?? mend };
  }
  const pair = PAIR.exec(line.trimEnd());
  if (!pair) return adviseItem(line.trimEnd());
  const [, lead = '', key = '', space = '', colon = '', gap = '', value = ''] = pair;
  const colonAt = lead.length + key.length + space.length;
  const valueAt = colonAt + colon.length + gap.length;
  const mendPair = (written: string): string => `${lead}${key}:${written && ' '}${written}`;
  const advise = (kind: FrontMatterMistake, at: number, length: number): FrontMatterAdvice => ({
    kind,
    column: at + 1,
    length,
    mend: mendPair(adviseValue(value)?.mend ?? value),
  });
  if (colon === '：') return advise('full-width-colon', colonAt, 1);
  if (/[^\s]/.test(value) && gap === '') return isOneWord(key, value) ? undefined : advise('no-space', colonAt, 1);
  if (/^[^ \t]/.test(gap)) return advise('wide-space', colonAt + 1, gap.length);
  const found = adviseValue(value);
  return (
    found && { kind: found.kind, column: valueAt + found.at + 1, length: found.length, mend: mendPair(found.mend) }
  );
}

function adviseItem(line: string): FrontMatterAdvice | undefined {
  const [, lead = '', value = ''] = ITEM.exec(line) ?? [];
  const found = adviseValue(value);
  if (!found || found.kind === 'nested-colon') return undefined;
  return { kind: found.kind, column: lead.length + found.at + 1, length: found.length, mend: lead + found.mend };
}

/** `http://…` and `C:\\…` are words with a colon, no keys without a space. */
function isOneWord(key: string, value: string): boolean {
  return value.startsWith('//') || (key.length === 1 && value.startsWith('\\'));
}

interface ValueFault {
  readonly kind: FrontMatterMistake;
  /** From where in the value, from 0, and how far. */
  readonly at: number;
  readonly length: number;
  readonly mend: string;
}

function adviseValue(value: string): ValueFault | undefined {
  if (value === '' || value.startsWith('#')) return undefined;
  if (/^["']/.test(value)) return adviseQuoted(value);
  if (/^[[{]/.test(value)) return adviseBracket(value);
  if (BLOCK_HEADER.test(value) || ANCHOR_OR_TAG.test(value)) return undefined;
  if (INDICATOR.test(value)) return fault('indicator', 0, 1, value);
  const colon = /:(?=\s|$)/.exec(value.replace(/\s#.*$/, ''));
  return colon ? fault('nested-colon', colon.index, 1, value) : undefined;
}

function fault(kind: FrontMatterMistake, at: number, length: number, value: string): ValueFault {
  return { kind, at, length, mend: quote(value) };
}

/** A value between quotes: double ones, unless it holds some, or backslashes, which would begin escapes. */
function quote(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

function adviseQuoted(value: string): ValueFault | undefined {
  const mark = value.charAt(0);
  const end = findClosingQuote(value, mark);
  if (end < 0)
    return { kind: 'unclosed-quote', at: 0, length: value.length, mend: quote(unquote(value.slice(1), mark)) };
  const rest = value.slice(end + 1);
  if (/\S/.test(rest) && !/^\s+#/.test(rest)) {
    const inside = mark === "'" && value.endsWith("'") ? value.slice(1, -1) : undefined;
    return { kind: 'text-after-quote', at: end + 1, length: rest.length, mend: quote(inside ?? value) };
  }
  const backslash = mark === '"' ? findBadEscape(value.slice(0, end)) : -1;
  return backslash < 0
    ? undefined
    : { kind: 'backslash', at: backslash, length: 2, mend: quote(value.slice(1, end)) + rest };
}

function findClosingQuote(value: string, mark: string): number {
  for (let at = 1; at < value.length; at++) {
    if (mark === '"' && value[at] === '\\') at++;
    else if (mark === "'" && value.startsWith("''", at)) at++;
    else if (value[at] === mark) return at;
  }
  return -1;
}

function unquote(text: string, mark: string): string {
  return mark === "'" ? text.replaceAll("''", "'") : text;
}

function findBadEscape(quoted: string): number {
  for (let at = quoted.indexOf('\\'); at >= 0; ) {
    ESCAPE.lastIndex = at;
    const sequence = ESCAPE.exec(quoted)?.[0];
    if (sequence === undefined) return at;
    at = quoted.indexOf('\\', at + sequence.length);
  }
  return -1;
}

/** `[翻譯] 標題` begins like a list; `[a, b` is one that was not closed. */
function adviseBracket(value: string): ValueFault | undefined {
  const close = value.startsWith('[') ? ']' : '}';
  const end = findClosingBracket(value);
  if (end < 0) {
    if (/[,[{]$/.test(value)) return undefined;
    const mend = close === ']' && value.includes(',') ? value + close : quote(value);
    return { kind: 'bracket', at: 0, length: value.length, mend };
  }
  const rest = value.slice(end + 1);
  return /^\s*(?:#.*)?$/.test(rest) ? undefined : fault('bracket', 0, end + 1, value);
}

function findClosingBracket(value: string): number {
  let depth = 0;
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at);
    if (/["']/.test(char) && /[[{,:\s]/.test(value.charAt(at - 1))) {
      const end = findClosingQuote(value.slice(at), char);
      if (end < 0) return -1;
      at += end;
    } else if (/[[{]/.test(char)) depth++;
    else if (/[\]}]/.test(char) && --depth === 0) return at;
  }
  return -1;
}
