/** What the commands say, in the language of the one who reads it. */
import type { Values } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import { fillIn } from '../base/text.ts';
import type { Translations } from '../model/catalogues/catalogue.ts';
import { helpWords } from './words/help.ts';
import { sentences } from './words/sentences.ts';

const tables: readonly Translations[] = [sentences, helpWords];

/** Says a sentence, given in English, in a language; `{name}` is filled from `values`. One that is in no table is said in English. */
export function translate(language: Language, english: string, values: Values = {}): string {
  const words = tables.find((table) => Object.hasOwn(table, english))?.[english];
  if (language === 'en' || !words) return fillIn(english, values);
  return fillIn(words[language === 'zh-TW' ? 0 : 1], values);
}
