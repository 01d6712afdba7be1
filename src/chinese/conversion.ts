/**
 * One kind of Chinese in another. The table of characters and words is OpenCC's; over it
 * lie words of our own, for what it gets wrong in prose about mathematics, and over those
 * the writer's. The strongest and longest word at a place is taken.
 */
import { CN_TO_TW, KEPT_IN_CN, KEPT_IN_TW, TW_TO_CN } from './conversion-words.ts';
import { type Script, scriptOf } from './language.ts';

export type Convert = (text: string) => string;
export type Conversion = 'tw2cn' | 'hk2cn' | 't2cn' | 'cn2tw' | 'cn2hk' | 'cn2t';

/** A way of writing as OpenCC names it; with a `p` its words are those of the place, too. */
type Writing = 'cn' | 't' | 'tw' | 'twp' | 'hk' | 'hkp';
type OpenTable = (from: Writing, to: Writing) => Convert;
type Pairs = Readonly<Record<string, string>>;

interface Way {
  readonly from: Writing;
  readonly to: Writing;
  /** From the one to the other character by character. */
  readonly literal: readonly [Writing, Writing];
  /** Words that the table would replace, and that are to be converted character by character. */
  readonly kept: readonly string[];
  readonly pairs: Pairs;
}

const WAYS: Readonly<Record<Conversion, Way>> = {
  tw2cn: { from: 'twp', to: 'cn', literal: ['t', 'cn'], kept: KEPT_IN_CN, pairs: TW_TO_CN },
  hk2cn: { from: 'hkp', to: 'cn', literal: ['t', 'cn'], kept: [], pairs: {} },
  t2cn: { from: 't', to: 'cn', literal: ['t', 'cn'], kept: [], pairs: {} },
  cn2tw: { from: 'cn', to: 'twp', literal: ['cn', 'tw'], kept: KEPT_IN_TW, pairs: CN_TO_TW },
  cn2hk: { from: 'cn', to: 'hkp', literal: ['cn', 'hk'], kept: [], pairs: {} },
  cn2t: { from: 'cn', to: 't', literal: ['cn', 't'], kept: [], pairs: {} },
};

export interface ConversionOptions {
  readonly openTable: OpenTable;
  /** Words left as they are. */
  readonly protect: readonly string[];
  /** Words and what they become; stronger than anything else. */
  readonly dictionary: Pairs;
}

/** Converts text written in one script. */
export interface Converter {
  readonly from: Script;
  /** Text without 漢字 comes back as it is. */
  readonly convert: Convert;
}

/** The converter of one kind. Opening the table is what takes time. */
export function createConverter(
  conversion: Conversion,
  { openTable, protect, dictionary }: ConversionOptions,
): Converter {
  const { from, to, literal, kept, pairs } = WAYS[conversion];
  const table = openTable(from, to);
  const byCharacter = kept.length > 0 ? openTable(...literal) : table;
  const words = new Map<string, string>([
    ...kept.map((word) => [word, byCharacter(word)] as const),
    ...Object.entries(pairs),
    ...protect.map((word) => [word, word] as const),
    ...Object.entries(dictionary),
  ]);
  words.delete('');
  const convert = words.size > 0 ? replaceWords(words, table) : table;
  return { from: sourceScriptOf(conversion), convert: (text) => (/\p{sc=Han}/u.test(text) ? convert(text) : text) };
}

function replaceWords(words: ReadonlyMap<string, string>, table: Convert): Convert {
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
  return (text) => {
    let converted = '';
    let from = 0;
    for (const { 0: word, index } of text.matchAll(pattern)) {
      converted += table(text.slice(from, index)) + (words.get(word) ?? word);
      from = index + word.length;
    }
    return converted + table(text.slice(from));
  };
}

function sourceScriptOf(conversion: Conversion): Script {
  return conversion.startsWith('cn') ? 'Hans' : 'Hant';
}

/** The conversion from one language to another, Taiwan's words being meant where no place is named; `undefined` if none is needed. */
export function chooseConversion(from: string, to: string): Conversion | undefined {
  const [source, target] = [scriptOf(from), scriptOf(to)];
  if (source === 'Hant' && target === 'Hans') return isHongKong(from) ? 'hk2cn' : 'tw2cn';
  if (source === 'Hans' && target === 'Hant') return isHongKong(to) ? 'cn2hk' : 'cn2tw';
  return undefined;
}

function isHongKong(language: string): boolean {
  return /[-_](?:hk|mo)$/i.test(language.trim());
}

const FORMULA = /\$[^$]*\$|\\\(.*?\\\)|`[^`]*`/gs;

/** The same for a line that may hold formulas and code, such as a title: those stay. */
export function convertTitle(title: string, convert: Convert): string {
  let converted = '';
  let from = 0;
  for (const { 0: formula, index } of title.matchAll(FORMULA)) {
    converted += convert(title.slice(from, index)) + formula;
    from = index + formula.length;
  }
  return converted + convert(title.slice(from));
}
