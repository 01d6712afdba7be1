/**
 * Names of languages, written as those who read them want them: blogs name Chinese by
 * place (`zh-TW`), browsers and `Intl` by script and place (BCP 47, `zh-Hant-TW`), Open
 * Graph by language and place (`zh_TW`).
 */

/** The script that Chinese is written in, by place. */
const SCRIPTS: Readonly<Record<string, string>> = {
  TW: 'Hant',
  HK: 'Hant',
  MO: 'Hant',
  CN: 'Hans',
  SG: 'Hans',
  MY: 'Hans',
};

/**
 * The BCP 47 tag of a language as a blog writes it: `zh-TW`, `zh_tw` → `zh-Hant-TW`,
 * `zh-CN` → `zh-Hans-CN`, `zh-HK` → `zh-Hant-HK`; Hexo's `default` and nothing at all → `en`.
 * What is no tag comes back as it is.
 */
export function toBcp47(language: string): string {
  const name = language.trim().replaceAll('_', '-');
  if (name === '' || name.toLowerCase() === 'default') return 'en';
  const place = /^zh-([a-z]{2})$/i.exec(name)?.[1]?.toUpperCase();
  if (place !== undefined) return `zh-${SCRIPTS[place] ?? 'Hans'}-${place}`;
  try {
    return Intl.getCanonicalLocales(name)[0] ?? name;
  } catch {
    return language;
  }
}

/**
 * The language and place that Open Graph's `og:locale` asks for: `zh-Hant` → `zh_TW`, `en` → `en_US`.
 * A missing place is the likeliest one of Unicode's CLDR; what is no tag comes back as it is.
 */
export function toOpenGraphLocale(language: string): string {
  try {
    const locale = new Intl.Locale(toBcp47(language)).maximize();
    return locale.region === undefined ? locale.language : `${locale.language}_${locale.region}`;
  } catch {
    return language;
  }
}
