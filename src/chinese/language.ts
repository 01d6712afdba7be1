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
