/**
 * The mistakes that people who write Chinese make in front matter, and each line as it
 * should be. YAML's own messages do not tell them; so once a parser has failed, its lines
 * are looked at here. Sound lines get no advice.
 */
import { mendDate } from './date-advice.ts';
import { CHINESE_KEYS, KEYS_OF_LISTS, translateKey, writeList } from './front-matter-keys.ts';
import type { FrontMatterMistake } from './front-matter-mistakes.ts';

export interface FrontMatterAdvice {
  readonly kind: FrontMatterMistake;
  /** Where the mistake stands in the line, from 1, in UTF-16 units. */
  readonly column: number;
  readonly length: number;
  /** The whole line, mended. */
  readonly mend: string;
  /** What stands where nothing may. */
  readonly sign?: string;
}

/** `title: …`, `- title: …`, with the value from its first visible character on; of keys in Chinese those that stand for one of ours. */
const PAIR = new RegExp(
  `^(\\s*(?:- +)?)([A-Za-z_][\\w.-]*|${CHINESE_KEYS}|"[^"]*"|'[^']*')([ \\t]*)(:|：)(\\s*)(.*)$`,
  'su',
);
const ITEM = /^(\s*- +)(\S.*)$/su;
/** Signs with which no plain value may begin (YAML 1.2, 5.3). `-`, `?` and `:` may, if no space follows. */
const INDICATOR = /^(?:[@`%&*!|>,\]}]|[-?:](?=\s|$))/;
const BLOCK_HEADER = /^[|>][+-]?\d?[+-]?(?:\s+#.*)?$/;
const ANCHOR_OR_TAG = /^(?:&[\w-]+|!![a-z]+)(?:\s|$)/;
const ESCAPE = /\\(?:[0abtnvfre "/\\N_LP\t]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})/gy;

const WIDE_INDENT = /^[ \t]*[\u00a0\u2000-\u200a\u202f\u205f\u3000]+[ \t]*/u;
const INVISIBLE = /^[\u200b-\u200d\u2060\ufeff]+/;
/** `title = 甲`, `title 甲`: a key that everybody knows, and no colon. */
const NO_COLON =
  /^(title|date|tags?|categor(?:y|ies)|layout|permalink|updated|author|description)(?:[ \t]*[=＝][ \t]*|[ \t]+)(?![:：=＝])(\S.*)$/su;

/** Looks at one line of front matter: what is wrong with it and how it should be; `undefined` if nothing is. */
export function adviseFrontMatter(line: string): FrontMatterAdvice | undefined {
  return adviseStart(line) ?? adviseLine(line);
}

/** What stands before the key or the dash. */
function adviseStart(line: string): FrontMatterAdvice | undefined {
  const invisible = INVISIBLE.exec(line)?.[0];
  if (invisible !== undefined) {
    const mend = line.slice(invisible.length);
    return { kind: 'invisible', column: 1, length: invisible.length, mend: adviseFrontMatter(mend)?.mend ?? mend };
  }
  const wide = WIDE_INDENT.exec(line)?.[0];
  if (wide === undefined || wide.length === line.length) return undefined;
  const rest = line.slice(wide.length);
  const mend = rest.startsWith('-') ? `  ${rest}` : rest;
  return {
    kind: 'wide-indent',
    column: wide.search(/[^ \t]/) + 1,
    length: 1,
    mend: adviseFrontMatter(mend)?.mend ?? mend,
  };
}

function adviseLine(line: string): FrontMatterAdvice | undefined {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  if (indent.includes('\t')) {
    const mend = `${indent.replaceAll('\t', '  ')}${line.slice(indent.length)}`;
    return { kind: 'tab', column: indent.indexOf('\t') + 1, length: 1, mend: adviseFrontMatter(mend)?.mend ?? mend };
  }
  const pair = PAIR.exec(line.trimEnd());
  if (!pair) return adviseNoColon(line.trimEnd()) ?? adviseItem(line.trimEnd());
  const [, lead = '', key = '', space = '', colon = '', gap = '', value = ''] = pair;
  const colonAt = lead.length + key.length + space.length;
  const valueAt = colonAt + colon.length + gap.length;
  const mendPair = (written: string): string => `${lead}${translateKey(key)}:${written && ' '}${written}`;
  const advise = (kind: FrontMatterMistake, at: number, length: number): FrontMatterAdvice => ({
    kind,
    column: at + 1,
    length,
    mend: mendPair(adviseValue(value, key)?.mend ?? mendDate(key, value) ?? value),
  });
  if (colon === '：') return advise('full-width-colon', colonAt, 1);
  if (/[^\s]/.test(value) && gap === '') return isOneWord(key, value) ? undefined : advise('no-space', colonAt, 1);
  if (/^[^ \t]/.test(gap)) return advise('wide-space', colonAt + 1, gap.length);
  const found = adviseValue(value, key);
  return (
    found && {
      kind: found.kind,
      column: valueAt + found.at + 1,
      length: found.length,
      mend: mendPair(found.mend),
      ...(found.kind === 'indicator' && { sign: value.charAt(0) }),
    }
  );
}

function adviseNoColon(line: string): FrontMatterAdvice | undefined {
  const [, key, value = ''] = NO_COLON.exec(line) ?? [];
  if (key === undefined) return undefined;
  const mend = adviseValue(value, key)?.mend ?? mendDate(key, value) ?? value;
  return { kind: 'no-colon', column: key.length + 1, length: 1, mend: `${key}: ${mend}` };
}

function adviseItem(line: string): FrontMatterAdvice | undefined {
  const [, lead = '', value = ''] = ITEM.exec(line) ?? [];
  const found = adviseValue(value, '');
  if (!found || found.kind === 'nested-colon') return undefined;
  return {
    kind: found.kind,
    column: lead.length + found.at + 1,
    length: found.length,
    mend: lead + found.mend,
    ...(found.kind === 'indicator' && { sign: value.charAt(0) }),
  };
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

function adviseValue(value: string, key: string): ValueFault | undefined {
  if (value === '' || value.startsWith('#')) return undefined;
  if (/^["']/.test(value)) return adviseQuoted(value);
  if (/^[[{]/.test(value)) return adviseBracket(value, key);
  if (BLOCK_HEADER.test(value) || ANCHOR_OR_TAG.test(value)) return undefined;
  if (INDICATOR.test(value)) return fault('indicator', 0, 1, value);
  const colon = /:(?=\s|$)/.exec(value.replace(/\s#.*$/, ''));
  if (!colon) return undefined;
  const quoted = /^[“”„‟](.+)[“”„‟]$/su.exec(value)?.[1];
  if (quoted !== undefined) return { ...fault('wide-quote', 0, 1, quoted), length: value.length };
  return fault('nested-colon', colon.index, 1, value);
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
function adviseBracket(value: string, key: string): ValueFault | undefined {
  const close = value.startsWith('[') ? ']' : '}';
  const end = findClosingBracket(value);
  if (end < 0) {
    if (/[,[{]$/.test(value)) return undefined;
    if (/[］】]$/u.test(value))
      return { kind: 'wide-bracket', at: value.length - 1, length: 1, mend: writeList(value) };
    const isList = close === ']' && (value.includes(',') || KEYS_OF_LISTS.has(key));
    const mend = isList ? (/[，、；]/u.test(value) ? writeList(value) : value + close) : quote(value);
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
