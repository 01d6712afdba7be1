/** Dates as writers of Chinese write them, as they should be. */

const KEYS = new Set(['date', 'updated', 'published', 'created']);
/** 民國 1 年 is 1912. */
const BEFORE_REPUBLIC = 1911;
const WRITTEN =
  /^(民國|民国)?\s*(\d{1,4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*[日號号]?[,，]?\s*(.*)$/u;
const TIME =
  /^(?:(?:星期|週|周|礼拜|禮拜)[一二三四五六日天]\s*)?(上午|早上|中午|下午|晚上|凌晨|AM|PM)?\s*(\d{1,2})\s*(?:[:點点時时])\s*(?:(\d{1,2})\s*(?:[:分])?\s*)?(?:(\d{1,2})\s*秒?)?\s*(AM|PM)?$/iu;

/** A date of the front matter as `2024-05-01` or `2024-05-01 15:30:00`; `undefined` if it is not one of these keys, or nobody can tell what is meant. */
export function mendDate(key: string, value: string): string | undefined {
  if (!KEYS.has(key)) return undefined;
  const plain = value
    .normalize('NFKC')
    .replace(/^[“”"'「『]|[“”"'」』]$/gu, '')
    .trim();
  const compact = plain.replace(/^(\d{4})(\d{2})(\d{2})(?=\D|$)/, '$1-$2-$3').replace(/(?<=\d)-(?=\d{1,2}:)/, ' ');
  const [, republic, year = '', month = '', day = '', rest = ''] = WRITTEN.exec(compact) ?? [];
  if (year === '' || (republic === undefined && year.length !== 4)) return undefined;
  const time = mendTime(rest.trim());
  if (time === undefined || Number(month) > 12 || Number(day) > 31) return undefined;
  const full = republic === undefined ? year : String(Number(year) + BEFORE_REPUBLIC);
  return [`${full}-${pad(month)}-${pad(day)}`, time].filter(Boolean).join(' ');
}

/** `''` for nothing or a weekday, `undefined` for what is no time of a day. */
function mendTime(text: string): string | undefined {
  if (/^(?:(?:星期|週|周|禮拜|礼拜)[一二三四五六日天])?$/u.test(text)) return '';
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, before = '', hour = '', minute = '0', second = '0', after = ''] = match;
  const isLate = /下午|晚上|PM/iu.test(before + after) && Number(hour) < 12;
  const hours = Number(hour) + (isLate ? 12 : 0);
  if (hours > 24 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return [String(hours), minute, second].map(pad).join(':');
}

function pad(number: string): string {
  return number.padStart(2, '0');
}
