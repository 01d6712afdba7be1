import { expect, test } from 'vitest';
import { findTextFaults } from '../../../src/chinese/text-faults.ts';

/** `kind offset sign mark` of each fault. */
const faultsOf = (text: string): string[] =>
  findTextFaults(text).map(({ kind, offset, sign, mark, count }) => `${kind} ${offset} ${sign} ${mark}${count}`);

test.each([
  ['nothing strange', '# 標題\n\n- 甲\n', []],
  ['lost characters, told once', '甲\ufffd\ufffd乙\n\ufffd', ['lost 1 U+FFFD 3']],
  ['separators, told once', '甲\u2028乙\u2029丙', ['separator 1 U+2028 2']],
  ['before a heading', '甲\n\u200b# 標題', ['hidden 2 U+200B #1']],
  ['a byte order mark within a file', '---\n---\n\ufeff## 標題', ['hidden 8 U+FEFF ##1']],
  ['before a fence', '\u200b```js\nx\n```', ['hidden 0 U+200B ```1']],
  ['before an item, in a quote', '> \u2060- 甲', ['hidden 2 U+2060 -1']],
  [
    'before a numbered item, a row, a formula, a container',
    '\u200b1. 甲\n\u200b|a|\n\u200b$$\n\u200b::: x',
    ['hidden 0 U+200B 1.1', 'hidden 6 U+200B |1', 'hidden 11 U+200B $$1', 'hidden 15 U+200B :::1'],
  ],
  [
    'a wrong space behind a sign',
    '#\u00a0標題\n-\u00a0項\n2)\u2003項',
    ['hidden 1 U+00A0 #1', 'hidden 6 U+00A0 -1', 'hidden 11 U+2003 2)1'],
  ],
  ['in fenced code', '```\n\u200b# x\n-\u00a0y\n```\n', []],
  ['behind fenced code', '~~~\n```\n~~~\n\u200b# x', ['hidden 12 U+200B #1']],
  ['within words', '中\u200b文 a\u00a0b 甲\ufeff乙 -\u00a0', []],
  ['no sign', '\u200b甲 #標籤', []],
] as const)('%s', (_title, text, faults) => expect(faultsOf(text)).toEqual(faults));
