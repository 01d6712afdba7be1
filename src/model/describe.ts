/**
 * A diagnostic in the language of its reader: the sentence and the remedy of its code,
 * filled with its values. Some values are themselves words, chosen where the fault was
 * found or quoted from a parser; they are in English and are translated by their text.
 */
import type { Diagnostic, Values } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import { escapePattern, fillIn } from '../base/text.ts';
import type { Catalogue, Translations } from './catalogues/catalogue.ts';
import { complaints } from './catalogues/complaints.ts';
import { parts } from './catalogues/parts.ts';
import { settings } from './catalogues/settings.ts';
import { simplified } from './catalogues/zh-CN.ts';
import { traditional } from './catalogues/zh-TW.ts';
import { describe } from './messages.ts';

const catalogues: Readonly<Record<Exclude<Language, 'en'>, Catalogue>> = {
  'zh-TW': traditional,
  'zh-CN': simplified,
};

/** Values that hold words; the others hold what the writer wrote, which is nobody's to translate. */
const WORDS = new Set(
  'detail doc found from guess other owner remedy suggestion taxonomy usage wanted what where'.split(' '),
);

/** The sentence and the remedy of a diagnostic. A code that no catalogue knows is described in English. */
export function describeIn(language: Language, diagnostic: Diagnostic): { message: string; hint?: string } {
  const catalogue: Readonly<Record<string, Catalogue[keyof Catalogue]>> | undefined =
    language === 'en' ? undefined : catalogues[language];
  const entry = catalogue?.[diagnostic.code];
  if (language === 'en' || !entry) return describe(diagnostic);
  const values = translateValues(language, diagnostic.values);
  const hint = fillIn(entry[1] ?? '', values);
  return { message: fillIn(entry[0], values), ...(hint && { hint }) };
}

function translateValues(language: Exclude<Language, 'en'>, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      WORDS.has(name) && typeof value === 'string' ? translateWords(language, value) : value,
    ]),
  );
}

/** Words that were chosen or quoted in English, in a language; what no table knows comes back as it is. */
export function translateWords(language: Language, english: string): string {
  if (language === 'en') return english;
  const at = language === 'zh-TW' ? 0 : 1;
  for (const table of [parts, settings, complaints]) {
    const exact = Object.hasOwn(table, english) ? table[english] : undefined;
    if (exact) return exact[at];
  }
  for (const { pattern, names, words } of listPatterns()) {
    const match = pattern.exec(english);
    if (match) return fillIn(words[at], Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ''])));
  }
  return english;
}

interface Pattern {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly words: Translations[string];
}

let patterns: readonly Pattern[] | undefined;

/** The texts in which something varies, in the order of the tables. */
function listPatterns(): readonly Pattern[] {
  patterns ??= [parts, complaints].flatMap((table) =>
    Object.entries(table).flatMap(([english, words]) => {
      // Every second piece is a name.
      const pieces = english.split(/\{(\w+)\}/);
      const names = pieces.filter((_, index) => index % 2 === 1);
      const source = pieces.filter((_, index) => index % 2 === 0).map(escapePattern);
      return names.length === 0 ? [] : [{ pattern: new RegExp(`^${source.join('(.+?)')}$`, 's'), names, words }];
    }),
  );
  return patterns;
}
