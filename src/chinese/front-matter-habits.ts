/**
 * What writers of Chinese put into front matter that YAML reads without a word, and reads
 * otherwise than it was meant: `tags: 甲、乙` is one tag, `標題: 甲` is no title.
 */
import { isSeveral, KEYS_OF_LISTS, translateKey, writeList } from './front-matter-keys.ts';

export interface FrontMatterHabit {
  readonly kind: 'one-word' | 'comment' | 'unread-key' | 'no-flag';
  readonly key: string;
  /** What was read, as far as it needs telling. */
  readonly value: string;
  /** The whole line, mended. */
  readonly mend: string;
  /** The line, from 0, and the column, from 1. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

const PAIR = /^([^\s:#'"[{-][^:]*?)[ \t]*:(?:[ \t]+(.*))?$/su;
const FLAGS = new Set(['draft', 'published', 'comments']);
const YES = /^(?:yes|y|on|是|對|对|真|有|開|开|1)$/i;
const NO = /^(?:no|n|off|否|不|不是|假|沒有|没有|無|无|關|关|0)$/i;
const ITEM = /^(\s*)([-－—–―•・·])(?=[^\s\-－—–―•・·:])(.*)$/su;
const WIDE_ITEM = /^(\s*)([－—–―•・·])\s+(.*)$/su;

/** The habits in front matter that could be read, in the order of lines. */
export function findHabits(written: string): FrontMatterHabit[] {
  const lines = written.split('\n');
  return lines.flatMap((line, at) => {
    const [, key = '', value = ''] = PAIR.exec(line) ?? [];
    if (key === '') return [];
    return [unreadKey, severalAsOne, itemsAsText, hiddenByComment, noFlag]
      .flatMap((look) => look({ key, value: value.trim(), line, at, lines }) ?? [])
      .slice(0, 1);
  });
}

/** One pair of the outermost map. */
interface Pair {
  readonly key: string;
  readonly value: string;
  readonly line: string;
  readonly at: number;
  readonly lines: readonly string[];
}

type Look = (pair: Pair) => FrontMatterHabit | undefined;

function found(kind: FrontMatterHabit['kind'], { key, value, line, at }: Pair, mend: string): FrontMatterHabit {
  const start = value === '' || kind === 'unread-key' ? 0 : line.indexOf(value, key.length);
  const length = kind === 'unread-key' ? key.length : Math.max(1, value.length);
  return { kind, key, value, mend, line: at, column: start + 1, length };
}

/** `標題: 甲`, `Title: 甲`, unless the key that is read stands there too. */
const unreadKey: Look = (pair) => {
  const meant = translateKey(pair.key);
  const isThere = pair.lines.some((line) => PAIR.exec(line)?.[1] === meant);
  return meant === pair.key || isThere
    ? undefined
    : found('unread-key', pair, `${meant}:${pair.line.slice(pair.line.indexOf(':') + 1)}`);
};

/** `tags: 甲、乙`, `tags: [甲，乙]`, `tags: ［甲］`, `tags: #甲 #乙`. */
const severalAsOne: Look = (pair) => {
  const { key, value } = pair;
  if (!KEYS_OF_LISTS.has(key)) return undefined;
  if (/^#\S/.test(value)) return found('one-word', pair, `${key}: ${writeList(value.replace(/(?:^|\s)#/g, '、'))}`);
  if (/^["'|>{]/.test(value)) return undefined;
  if (value.startsWith('[')) {
    const items = /^\[([^[\]"']*)\]$/.exec(value)?.[1]?.split(',') ?? [];
    return items.some(isSeveral) ? found('one-word', pair, `${key}: ${writeList(value)}`) : undefined;
  }
  return isSeveral(value) || /^[［【].*[］】]$/u.test(value)
    ? found('one-word', pair, `${key}: ${writeList(value)}`)
    : undefined;
};

/** A list whose dashes have no space behind them, or are no dashes: one long word to YAML. */
const itemsAsText: Look = (pair) => {
  const next = pair.lines[pair.at + 1] ?? '';
  const item = ITEM.exec(next) ?? WIDE_ITEM.exec(next);
  if (!KEYS_OF_LISTS.has(pair.key) || pair.value !== '' || !item) return undefined;
  const [, indent = '', sign = '', word = ''] = item;
  const mend = `${indent}- ${word.trim()}`;
  return {
    kind: 'one-word',
    key: pair.key,
    value: next.trim(),
    mend,
    line: pair.at + 1,
    column: indent.length + 1,
    length: sign.length,
  };
};

/** `title: C# 與 #標籤`: what stands behind ` #` is not read. `# ` is a comment and meant so. */
const hiddenByComment: Look = (pair) => {
  const { key, value } = pair;
  const at = value.search(/[ \t]#(?=\S)/);
  if (!/^(?:title|subtitle|description)$/.test(key) || /^["'|>[{#]/.test(value) || at < 0) return undefined;
  const quoted = value.includes('"') ? `'${value.replaceAll("'", "''")}'` : `"${value.replaceAll('\\', '\\\\')}"`;
  return {
    ...found('comment', pair, `${key}: ${quoted}`),
    column: pair.line.indexOf(value, key.length) + at + 2,
    length: 1,
  };
};

/** `draft: 是`: only `true` and `false` are read. */
const noFlag: Look = (pair) => {
  const word = pair.value.replace(/^(["'])(.*)\1$/, '$2');
  if (!FLAGS.has(pair.key) || !(YES.test(word) || NO.test(word))) return undefined;
  return found('no-flag', pair, `${pair.key}: ${YES.test(word)}`);
};
