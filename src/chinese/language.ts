/**
 * Which languages are Chinese, and the script each is written in.
 */
import { toBcp47 } from '../base/language.ts';

export type Script = 'Hant' | 'Hans';

const CHINESE = /^(?:zh|cmn|yue|nan|hak|wuu|lzh)(?:[-_]|$)/i;

/** Whether a language is Chinese, by any of its names. */
export function isChinese(language: string): boolean {
  return CHINESE.test(language.trim());
}

/** The script a Chinese language is written in, `zh` alone meaning Simplified as in Unicode's CLDR; `undefined` for others. */
export function scriptOf(language: string): Script | undefined {
  if (!isChinese(language)) return undefined;
  const tag = toBcp47(language);
  if (/-hant\b/i.test(tag)) return 'Hant';
  if (/-hans\b/i.test(tag)) return 'Hans';
  return /^(?:yue|nan|hak|lzh)|-(?:tw|hk|mo)\b/i.test(tag) ? 'Hant' : 'Hans';
}

/**
 * Which of several languages is meant by another name, its place in the list: the same
 * one, else for Chinese one in the same script (`zh-CN` is `zh-Hans`), else one that
 * differs only in its place (`en-GB` is `en`); -1 if there is none.
 */
export function matchLanguage(language: string, among: readonly string[]): number {
  const tag = toBcp47(language);
  const tags = among.map(toBcp47);
  const same = tags.indexOf(tag);
  if (same >= 0) return same;
  const script = scriptOf(tag);
  if (script !== undefined) return among.findIndex((other) => scriptOf(other) === script);
  return tags.findIndex((other) => other.split('-')[0] === tag.split('-')[0]);
}

const NAMES: Readonly<Record<string, string>> = { Hant: '繁體中文', Hans: '简体中文' };
const PLACES: Readonly<Record<string, string>> = { HK: '（香港）', MO: '（澳門）', SG: '（新加坡）' };

/** What a language is called by those who read it: 繁體中文, 简体中文, English; the tag itself if nobody knows. */
export function nameLanguage(language: string): string {
  const [tag, script] = [toBcp47(language), scriptOf(language)];
  const place = /-([A-Z]{2})$/.exec(tag)?.[1] ?? '';
  if (script !== undefined && tag.startsWith('zh')) return `${NAMES[script]}${PLACES[place] ?? ''}`;
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
