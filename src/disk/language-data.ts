/**
 * The dictionaries on the disk, each loaded when it is first asked for: OpenCC's for
 * Traditional and Simplified Chinese, pinyin-pro's for readings in words, transliteration's
 * for signs of all scripts.
 *
 * They are not part of the bundle, which is loaded at every start.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LanguageData, Writing } from '../model/language-data.ts';

const load = createRequire(import.meta.url);

type Convert = (text: string) => string;

/** Stands for a sign that the package does not know. */
const UNKNOWN = '\u0000';

const conversions = new Map<string, Convert>();

/** The dictionaries installed beside Mojing. */
export const languageData: LanguageData = {
  openConversion(from, to) {
    const name = `${from} ${to}`;
    const open = conversions.get(name) ?? openConversion(from, to);
    conversions.set(name, open);
    return open;
  },
  spellPinyin(text) {
    const { pinyin }: typeof import('pinyin-pro') = load('pinyin-pro');
    return pinyin(text, { toneType: 'none', v: true, type: 'array', nonZh: 'consecutive' }).join(' ');
  },
  spellSign(sign) {
    const { transliterate }: typeof import('transliteration') = load('transliteration');
    const spelled = transliterate(sign, { unknown: UNKNOWN });
    return spelled === UNKNOWN ? undefined : spelled;
  },
  get print() {
    return ['opencc-js', 'pinyin-pro', 'transliteration'].map(readVersion).join(' ');
  },
};

/** The table from Simplified is ten times as large as that to it. */
function openConversion(from: Writing, to: Writing): Convert {
  if (to === 'cn') {
    const { Converter }: typeof import('opencc-js/t2cn') = load('opencc-js/t2cn');
    return Converter({ from, to });
  }
  const { Converter }: typeof import('opencc-js/cn2t') = load('opencc-js/cn2t');
  return Converter({ from, to });
}

function readVersion(name: string): string {
  const [folder = ''] = load.resolve.paths(name) ?? [];
  const found = (load.resolve.paths(name) ?? [folder]).map((place) => join(place, name, 'package.json'));
  for (const file of found) {
    try {
      const { version }: { version?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
      return `${name}@${String(version)}`;
    } catch {}
  }
  return name;
}
