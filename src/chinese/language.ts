/**
 * Names of languages. Blogs name Chinese by place (`zh-TW`); browsers choose glyphs, and
 * `Intl` its data, by script (BCP 47, `zh-Hant-TW`).
 */

export type Script = 'Hant' | 'Hans';

const TRADITIONAL = new Set(['TW', 'HK', 'MO']);
const CHINESE = /^(?:zh|cmn|yue|nan|hak|wuu|lzh)(?:[-_]|$)/i;
const SIMPLE_CHINESE = /^zh[-_](?:(hans|hant)[-_])?([a-z]{2})$/i;

/**
 * The BCP 47 tag of a language as blogs write it: `zh-tw`, `zh_TW` → `zh-Hant-TW`;
 * `zh-CN` → `zh-Hans-CN`; Hexo's `default` and nothing at all → `en`; `en_us` → `en-US`.
 * What is no tag is returned as it is.
 */
export function toBcp47(language: string): string {
  const name = language.trim();
  if (name === '' || name.toLowerCase() === 'default') return 'en';
  const chinese = SIMPLE_CHINESE.exec(name);
  if (chinese) {
    const region = (chinese[2] ?? '').toUpperCase();
    const script = chinese[1] ?? (TRADITIONAL.has(region) ? 'Hant' : 'Hans');
    return `zh-${script.charAt(0).toUpperCase()}${script.slice(1).toLowerCase()}-${region}`;
  }
  try {
    return Intl.getCanonicalLocales(name.replaceAll('_', '-'))[0] ?? name;
  } catch {
    return name;
  }
}

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
