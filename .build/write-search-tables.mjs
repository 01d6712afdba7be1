/**
 * Writes src/search/tables.ts: which character and which word stand for which when text
 * is folded for search. Taken from OpenCC (opencc-js), so run it when that is updated:
 *
 *   node .build/write-search-tables.mjs
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';
import fromTaiwan from 'opencc-js/from/twp';

const HEAD = `/**
 * Characters and words that are one in a search. Derived from the dictionaries of OpenCC
 * (Apache License 2.0) by .build/write-search-tables.mjs; not written by hand.
 */`;

const toSimple = Converter({ from: 't', to: 'cn' });
const fromHongKong = Converter({ from: 'hk', to: 'cn' });
/** 薴 becomes 苧, and 苧 by itself 苎: folded twice is folded once. */
function foldWhole(char) {
  const folded = foldCharacter(char);
  return folded === char ? char : foldWhole(folded);
}
const isHan = (text) => /^\p{Script=Han}+$/u.test(text);

function foldCharacter(char) {
  // 著 is kept by dictionaries for 著名; who looks for 看着 means 看著.
  if (char === '著') return '着';
  const simple = toSimple(char);
  return simple === char ? fromHongKong(char) : simple;
}

function* listHan() {
  for (const [from, to] of [
    [0x3400, 0x9fff],
    [0xf900, 0xfaff],
    [0x20000, 0x323af],
  ])
    for (let code = from; code <= to; code++) yield String.fromCodePoint(code);
}

const pairs = [...listHan()]
  .filter((char) => char.normalize('NFKC') === char)
  .map((char) => [char, foldWhole(char)])
  .filter(([char, folded]) => folded !== char && [...folded].length === 1 && isHan(folded));
const folds = new Map(pairs);
const fold = (text) => [...text].map((char) => folds.get(char) ?? char).join('');

const words = fromTaiwan[0][0]
  .split('|')
  .map((line) => line.split(' ').map(fold))
  .filter(([taiwan, mainland]) => taiwan !== mainland && taiwan.length > 1 && isHan(taiwan) && isHan(mainland))
  .sort(([a], [b]) => (a < b ? -1 : 1));

const text = `${HEAD}

/** Each character, and after it the one it is folded to. */
export const CHARACTER_PAIRS =
  '${pairs.flat().join('')}';

/** Words of Taiwan and those of the mainland, both folded. */
export const TAIWAN_WORDS =
  '${words.map((pair) => pair.join(' ')).join('|')}';
`;
writeFileSync(fileURLToPath(new URL('../src/search/tables.ts', import.meta.url)), text);
