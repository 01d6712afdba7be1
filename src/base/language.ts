/**
 * Names of languages, written as those who read them want them: blogs name Chinese by
 * place (`zh-TW`), browsers and `Intl` by script and place (BCP 47, `zh-Hant-TW`), Open
 * Graph by language and place (`zh_TW`).
 */

/** A site has few languages and asks for them on every page. */
const tags = new Map<string, string>();
const locales = new Map<string, string>();
/** The languages in which Mojing speaks to its user. */
export const LANGUAGES = ['en', 'zh-TW', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

const TRADITIONAL = new Set(['TW', 'HK', 'MO']);
const SIMPLE_CHINESE = /^zh[-_](?:(hans|hant)[-_])?([a-z]{2})$/i;

/**
 * The BCP 47 tag of a language as a blog writes it: `zh-TW`, `zh_tw` → `zh-Hant-TW`,
 * `zh-CN` → `zh-Hans-CN`, `zh-HK` → `zh-Hant-HK`; Hexo's `default` and nothing at all → `en`.
 * What is no tag comes back as it is.
 */
export function toBcp47(language: string): string {
  const known = tags.get(language) ?? findTag(language);
  tags.set(language, known);
  return known;
}

function findTag(language: string): string {
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

/**
 * The language and place that Open Graph's `og:locale` asks for: `zh-Hant` → `zh_TW`, `en` → `en_US`.
 * A missing place is the likeliest one of Unicode's CLDR; what is no tag comes back as it is.
 */
export function toOpenGraphLocale(language: string): string {
  const known = locales.get(language) ?? findLocale(language);
  locales.set(language, known);
  return known;
}

function findLocale(language: string): string {
  try {
    const locale = new Intl.Locale(toBcp47(language)).maximize();
    return locale.region === undefined ? locale.language : `${locale.language}_${locale.region}`;
  } catch {
    return language;
  }
}

/**
 * A language with the calendar that its readers count years by: 民國 (`roc`) in Traditional
 * Chinese, 令和 (`japanese`) in Japanese; the others keep their own.
 */
export function withCalendar(language: string, calendar: 'gregory' | 'roc' | 'japanese'): string {
  const tag = toBcp47(language);
  const isFitting = calendar === 'roc' ? /^zh-Hant\b/.test(tag) : calendar === 'japanese' && /^ja\b/.test(tag);
  return isFitting && !tag.includes('-u-') ? `${tag}-u-ca-${calendar}` : tag;
}
