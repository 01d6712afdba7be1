/**
 * The language of whoever sits before the terminal: `LC_ALL`, `LC_MESSAGES`, `LANG`, in
 * that order (POSIX).
 */

export type ReaderLanguage = 'en' | 'zh-TW' | 'zh-CN';

/** `zh_TW.UTF-8` → `zh-TW`; Hong Kong and Macau read 繁體, Singapore 简体; all else is English. */
export function readerLanguage(environment: Readonly<Record<string, string | undefined>>): ReaderLanguage {
  const name = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  if (!/^zh\b|^zh_/i.test(name)) return 'en';
  return /hant|_(tw|hk|mo)\b/i.test(name.replaceAll('-', '_')) ? 'zh-TW' : 'zh-CN';
}
