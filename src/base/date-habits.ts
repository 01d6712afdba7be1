/**
 * How English and Chinese write dates, as Moment's locales `en`, `zh-cn` and `zh-tw` have
 * it, so that a blog that comes from Hexo shows what it did. Other languages are left to
 * `Intl`, which says much the same, but not the same in every release.
 */
import { toBcp47 } from './language.ts';

/** Tokens that stand for several others. */
type Patterns = Readonly<Record<'LT' | 'LTS' | 'L' | 'LL' | 'LLL' | 'LLLL' | 'l' | 'll' | 'lll' | 'llll', string>>;

const ENGLISH: Patterns = {
  LT: 'h:mm A',
  LTS: 'h:mm:ss A',
  L: 'MM/DD/YYYY',
  LL: 'MMMM D, YYYY',
  LLL: 'MMMM D, YYYY h:mm A',
  LLLL: 'dddd, MMMM D, YYYY h:mm A',
  l: 'M/D/YYYY',
  ll: 'MMM D, YYYY',
  lll: 'MMM D, YYYY h:mm A',
  llll: 'ddd, MMM D, YYYY h:mm A',
};
const TRADITIONAL: Patterns = {
  LT: 'HH:mm',
  LTS: 'HH:mm:ss',
  L: 'YYYY/MM/DD',
  LL: 'YYYY年M月D日',
  LLL: 'YYYY年M月D日 HH:mm',
  LLLL: 'YYYY年M月D日dddd HH:mm',
  l: 'YYYY/M/D',
  ll: 'YYYY年M月D日',
  lll: 'YYYY年M月D日 HH:mm',
  llll: 'YYYY年M月D日dddd HH:mm',
};
const SIMPLIFIED: Patterns = { ...TRADITIONAL, LLL: 'YYYY年M月D日Ah点mm分', LLLL: 'YYYY年M月D日ddddAh点mm分' };

/** What a token stands for, in languages of which that is known here. */
export function findPattern(token: string, language: string): string | undefined {
  const patterns: Readonly<Record<string, string>> = choosePatterns(toBcp47(language));
  return Object.hasOwn(patterns, token) ? patterns[token] : undefined;
}

/** A calendar that is asked for by name (`zh-TW-u-ca-roc`) is left to `Intl`. */
function choosePatterns(tag: string): Patterns | Readonly<Record<string, never>> {
  if (tag.includes('-u-')) return {};
  if (/^en\b/.test(tag)) return ENGLISH;
  if (!/^zh\b/.test(tag)) return {};
  return tag.startsWith('zh-Hant') ? TRADITIONAL : SIMPLIFIED;
}

const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** `一月` … `十二月`, in Chinese. */
export function nameMonth(month: number, language: string): string | undefined {
  const isChinese = [TRADITIONAL, SIMPLIFIED].some((patterns) => patterns === choosePatterns(toBcp47(language)));
  return isChinese ? `${MONTHS[month - 1] ?? month}月` : undefined;
}

/** The part of a day, which Chinese divides more finely than into two. */
export function nameChineseHour(hour: number, minute: number): string {
  const time = hour * 100 + minute;
  if (time < 600) return '凌晨';
  if (time < 900) return '早上';
  if (time < 1130) return '上午';
  if (time < 1230) return '中午';
  return time < 1800 ? '下午' : '晚上';
}
