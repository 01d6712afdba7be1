/**
 * The theme's words in the page's language: `__('menu.home')` and `_p('count.posts', 3)`.
 */
import type { Theme } from '../model/theme.ts';

/** The languages whose words may serve a page, best first: `zh-TW` → zh-TW, zh-Hant…, zh, default, en. */
export function listLanguages(asked: readonly string[], known: Iterable<string>): string[] {
  const byFold = new Map([...known].map((name) => [fold(name), name]));
  const found: string[] = [];
  for (const language of [...asked, 'default', 'en']) {
    for (const form of listForms(fold(language))) {
      const name = byFold.get(form);
      if (name !== undefined && !found.includes(name)) found.push(name);
    }
  }
  return found;
}

function fold(language: string): string {
  return language.toLowerCase().replaceAll('_', '-');
}

/** The ways in which themes name a language, nearest first. */
function listForms(language: string): string[] {
  if (/^zh-(tw|hant(-tw)?)$/.test(language)) return [language, 'zh-tw', 'zh-hant', 'zh-hk', 'zh'];
  if (/^zh-(hk|mo|hant-hk)$/.test(language)) return [language, 'zh-hk', 'zh-tw', 'zh-hant', 'zh'];
  if (/^zh(-(cn|sg|hans(-cn)?))?$/.test(language)) return [language, 'zh-cn', 'zh-hans', 'zh'];
  return [language, language.split('-')[0] ?? language];
}

/** The word of a key, its `%s` and `%d` filled in order (`%2$s` by place); the key itself if no language has it. */
export function translate(theme: Theme, languages: readonly string[], key: string, values: readonly unknown[]): string {
  let next = 0;
  const fill = (_whole: string, place?: string): string =>
    String(values[place === undefined ? next++ : Number(place) - 1] ?? '');
  const word = findWord(theme, languages, key);
  return word?.includes('%') ? word.replace(/%(?:(\d+)\$)?[sd]/g, fill) : (word ?? key);
}

/** The word for a number of things, in the best language that has any: of the keys `zero`, `one`, `other` below `key` the one that fits. */
export function pluralize(theme: Theme, languages: readonly string[], key: string, values: readonly unknown[]): string {
  const count = Number(values[0] ?? 0);
  const forms = count === 0 ? ['zero', 'other'] : count === 1 ? ['one', 'other'] : ['other'];
  for (const language of languages) {
    const form = [...forms, 'one'].find((name) => theme.words.get(language)?.has(`${key}.${name}`));
    if (form !== undefined) return translate(theme, [language], `${key}.${form}`, values);
  }
  return translate(theme, languages, key, values);
}

function findWord(theme: Theme, languages: readonly string[], key: string): string | undefined {
  for (const language of languages) {
    const word = theme.words.get(language)?.get(key);
    if (word !== undefined) return word;
  }
  return undefined;
}
