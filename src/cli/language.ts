/**
 * Which language to speak: that of the terminal, unless another was asked for.
 */
import { LANGUAGES, type Language } from '../base/language.ts';
import { scriptOf } from '../chinese/language.ts';

export interface Speech {
  /** To people. */
  readonly people: Language;
  /** In `--json`: English, so that programs may rely on it, unless a language was asked for. */
  readonly programs: Language;
}

/**
 * The languages of one call. `--lang` is the strongest, then `MOJING_LANG`, then the locale
 * of the terminal as POSIX reads it: `LC_ALL`, `LC_MESSAGES`, `LANG`.
 *
 * @param system - the locale of the system, asked for where no variable tells one
 */
export function chooseSpeech(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  system: () => string | undefined,
): Speech {
  const asked = toLanguage(readOption(argv) ?? env.MOJING_LANG ?? '');
  if (asked) return { people: asked, programs: asked };
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || system() || '';
  return { people: toLanguage(locale) ?? 'en', programs: 'en' };
}

/** The language of a locale's name (`zh_TW.UTF-8`, `zh-Hant`, `en`) if it is one of ours. */
export function toLanguage(locale: string): Language | undefined {
  const name = locale.trim().split(/[.@]/, 1)[0] ?? '';
  const script = scriptOf(name);
  if (script) return script === 'Hant' ? 'zh-TW' : 'zh-CN';
  return LANGUAGES.find((language) => language === name.split(/[-_]/, 1)[0]?.toLowerCase());
}

/** The value of `--lang`, before the command line is read: wrong usage is told in that language too. */
function readOption(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return at < 0 ? undefined : (/^--lang=(.*)$/s.exec(options[at] ?? '')?.[1] ?? options[at + 1]);
}
