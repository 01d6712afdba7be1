/**
 * Dates as people write them and as pages show them. A date that a writer gives without
 * an offset is wall-clock time in the site's zone, whatever the machine's zone is.
 */
import { findPattern, nameChineseHour, nameMonth } from './date-habits.ts';
import { toBcp47 } from './language.ts';
import { asUtc, type Instant, offsetAt, toInstant, toWallClock, type WallClock } from './time-zone.ts';

export { type Instant, isZone, toInstant, toWallClock } from './time-zone.ts';

const MINUTE = 60_000;
const DATE =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:(?:[Tt]|\s+)(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?)?(?:(\s*)(Z|z|UTC|GMT|[+-]\d{1,2}(?::\d{1,2}|\d{2})?))?$/;

/**
 * Reads a date as people write it: `2024-05-01`, `2013/9/2 9:47:2`, ISO 8601 with `T`,
 * fractions and `Z`, `+08:00`, `+0800` or `+8`; and what programs write, which JavaScript
 * reads and so did Hexo: `Wed Jan 08 2020 10:00:00 GMT+0800 (CST)`, `Tue, 07 Jan 2020
 * 10:00 GMT`, `Jan 7, 2020 3:20 PM`, milliseconds since 1970. Returns `undefined` for
 * what is no date, and for one that does not exist, such as 30 February.
 */
export function parseDate(text: string, zone: string): Instant | undefined {
  return readDate(text, zone, isPossible);
}

/** The same, but 9:40:65 is 9:41:05 and 25:00 an hour of the next day, as in YAML (js-yaml), by which Hexo read it. */
export function rollDate(text: string, zone: string): Instant | undefined {
  return readDate(text, zone, isDay);
}

function readDate(text: string, zone: string, isGood: (clock: WallClock) => boolean): Instant | undefined {
  const trimmed = text.trim();
  if (/^\d{12,13}$/.test(trimmed)) return Number(trimmed);
  const match = DATE.exec(trimmed) ?? DATE.exec(rewriteDate(trimmed));
  if (!match) return undefined;
  const [, , , , writtenHour, , , fraction = '', gap, zoneOffset] = match;
  // `2024-05-01-08` is a slip, no date in a zone eight hours west.
  if (writtenHour === undefined && gap === '' && /^[+-]/.test(zoneOffset ?? '')) return undefined;
  const clock = readClock(match, fraction);
  const offset = zoneOffset === undefined ? 0 : parseOffset(zoneOffset);
  if (!isGood(clock) || offset === undefined) return undefined;
  return zoneOffset === undefined ? toInstant(clock, zone) : asUtc(clock) - offset * MINUTE;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** `Jan 7, 2020 …` and `07 Jan 2020 …`, with or without the day of the week. */
const NAMED =
  /^(?:[A-Za-z]{3,9}\.?,?\s+)?(?:([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?),?\s+(\d{4})(?:,?\s+(.*))?$/;

/** A date that programs write, in the order in which we read it. */
function rewriteDate(text: string): string {
  const plain = text.replace(/\s*\([^()]*\)$/, '').replace(/\b(?:GMT|UTC)\s*(?=[+-]\d)/, '');
  const named = NAMED.exec(plain);
  const month = MONTHS.indexOf((named?.[1] ?? named?.[4] ?? '').toLowerCase()) + 1;
  const ordered = named && month > 0 ? `${named[5]}-${month}-${named[2] ?? named[3]} ${named[6] ?? ''}` : plain;
  return ordered
    .trim()
    .replace(/^(\d{4})[-/.](\d{1,2})$/, '$1-$2-1')
    .replace(/^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}),\s*/, '$1 ')
    .replace(/\b(1[0-2]|0?\d)(:\d{2}(?::\d{2})?)\s*([AaPp])\.?[Mm]\.?/, (_whole, hour, rest, half) => {
      const isAfternoon = /p/i.test(half);
      return `${(Number(hour) % 12) + (isAfternoon ? 12 : 0)}${rest}`;
    });
}

function readClock(match: readonly (string | undefined)[], fraction: string): WallClock {
  const part = (group: number): number => Number(match[group] ?? 0);
  return {
    year: part(1),
    month: part(2),
    day: part(3),
    hour: part(4),
    minute: part(5),
    second: part(6),
    millisecond: Number(`${fraction}000`.slice(0, 3)),
  };
}

/** Whether a clock can show this: there is a leap second, and `24:00` is the end of a day (ISO 8601). */
function isPossible(clock: WallClock): boolean {
  const { hour, minute, second, millisecond } = clock;
  if (!isDay(clock)) return false;
  return (hour < 24 && minute < 60 && second <= 60) || (hour === 24 && minute + second + millisecond === 0);
}

/** Whether a calendar has the day. */
function isDay({ year, month, day }: WallClock): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Minutes east of Greenwich; `undefined` for more than any place on Earth has. */
function parseOffset(text: string): number | undefined {
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d{1,2}):?(\d{1,2})?$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** ISO 8601 with the zone's offset: `2024-05-01T08:00:00+08:00`. */
export function toIsoString(instant: Instant, zone: string): string {
  return formatDate(instant, zone, 'YYYY-MM-DDTHH:mm:ssZ', 'en');
}

const TOKENS =
  /\[([^\]]*)\]|N|y|YYYY|YY|MMMM|MMM|MM|Mo|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|d|E|HH|H|hh|h|kk|k|mm|m|ss|s|SSS|A|a|ZZ|Z|X|x|Q|GGGG|WW|W|LTS|LT|LLLL|LLL|LL|L|llll|lll|ll|l/g;

/**
 * Writes a date by Moment's tokens (momentjs.com/docs/#/displaying/format), names of
 * months and days in `language` (BCP 47; of what is no language the names are English).
 * Text in `[brackets]` stands as it is.
 *
 * `N` and `y` are the era and its year in the calendar of the language: `Ny年` is 民國115年
 * in `zh-TW-u-ca-roc` and 令和8年 in `ja-u-ca-japanese`. Our own calendar has no era to be
 * named, so that it is 2026年 elsewhere.
 */
export function formatDate(instant: Instant, zone: string, pattern: string, language: string): string {
  const shown: Shown = { instant, zone, language, clock: toWallClock(instant, zone) };
  return pattern.replace(TOKENS, (token, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const meant = findPattern(token, language);
    if (meant !== undefined) return formatDate(instant, zone, meant, language);
    const words = WORDS[token];
    return words ? formatWords(shown, words) : (WRITERS[token]?.(shown) ?? token);
  });
}

/** A date about to be written. */
interface Shown {
  readonly instant: Instant;
  readonly zone: string;
  readonly language: string;
  readonly clock: WallClock;
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const hour12 = ({ hour }: WallClock): number => (hour % 12 === 0 ? 12 : hour % 12);

/** Tokens whose writing is our own, in some languages if not in all. */
const WRITERS: Readonly<Record<string, (shown: Shown) => string>> = {
  N: (shown) => readEra(shown).era,
  y: (shown) => readEra(shown).year,
  YYYY: ({ clock }) => pad(clock.year, 4),
  YY: ({ clock }) => pad(clock.year % 100),
  Q: ({ clock }) => String(Math.ceil(clock.month / 3)),
  M: ({ clock }) => String(clock.month),
  MM: ({ clock }) => pad(clock.month),
  MMMM: (shown) => nameMonth(shown.clock.month, shown.language) ?? formatWords(shown, { month: 'long' }),
  Mo: ({ clock, language }) => (isCjk(language) ? `${clock.month}月` : ordinal(clock.month)),
  D: ({ clock }) => String(clock.day),
  DD: ({ clock }) => pad(clock.day),
  Do: ({ clock, language }) => (isCjk(language) ? `${clock.day}日` : ordinal(clock.day)),
  DDD: ({ clock }) => String(dayOfYear(clock)),
  DDDD: ({ clock }) => pad(dayOfYear(clock), 3),
  GGGG: ({ clock }) => pad(thursdayOf(clock).getUTCFullYear(), 4),
  W: ({ clock }) => String(isoWeek(clock)),
  WW: ({ clock }) => pad(isoWeek(clock)),
  d: ({ clock }) => String(weekday(clock)),
  dd: (shown) => formatWords(shown, { weekday: isCjk(shown.language) ? 'narrow' : 'short' }).slice(0, 2),
  E: ({ clock }) => String(weekday(clock) || 7),
  H: ({ clock }) => String(clock.hour),
  HH: ({ clock }) => pad(clock.hour),
  k: ({ clock }) => String(clock.hour || 24),
  kk: ({ clock }) => pad(clock.hour || 24),
  h: ({ clock }) => String(hour12(clock)),
  hh: ({ clock }) => pad(hour12(clock)),
  m: ({ clock }) => String(clock.minute),
  mm: ({ clock }) => pad(clock.minute),
  s: ({ clock }) => String(clock.second),
  ss: ({ clock }) => pad(clock.second),
  SSS: ({ clock }) => pad(clock.millisecond, 3),
  A: ({ clock, language }) => partOfDay(clock, language),
  a: ({ clock, language }) => partOfDay(clock, language).toLowerCase(),
  X: ({ instant }) => String(Math.floor(instant / 1000)),
  x: ({ instant }) => String(instant),
  Z: ({ instant, zone }) => formatOffset(offsetAt(instant, zone), ':'),
  ZZ: ({ instant, zone }) => formatOffset(offsetAt(instant, zone), ''),
};

/** Tokens whose writing is the language's. */
const WORDS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  MMM: { month: 'short' },
  dddd: { weekday: 'long' },
  ddd: { weekday: 'short' },
  LT: { timeStyle: 'short' },
  LTS: { timeStyle: 'medium' },
  L: { year: 'numeric', month: '2-digit', day: '2-digit' },
  LL: { dateStyle: 'long' },
  LLL: { dateStyle: 'long', timeStyle: 'short' },
  LLLL: { dateStyle: 'full', timeStyle: 'short' },
  l: { year: 'numeric', month: 'numeric', day: 'numeric' },
  ll: { dateStyle: 'medium' },
  lll: { dateStyle: 'medium', timeStyle: 'short' },
  llll: { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
};

const wordFormatters = new Map<string, Intl.DateTimeFormat>();

function formatWords({ clock, language }: Shown, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  let formatter = wordFormatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(findLocale(language), { ...options, timeZone: 'UTC' });
    wordFormatters.set(key, formatter);
  }
  // `Intl` parts English times with a narrow no-break space, which many fonts lack.
  return formatter.format(asUtc(clock)).replaceAll('\u202f', ' ');
}

function readEra({ clock, language }: Shown): { era: string; year: string } {
  if (!/-u-(?:\w+-)*ca-(?!gregory)/.test(language)) return { era: '', year: String(clock.year) };
  const options: Intl.DateTimeFormatOptions = { era: 'short', year: 'numeric', timeZone: 'UTC' };
  const parts = new Intl.DateTimeFormat(findLocale(language), options).formatToParts(asUtc(clock));
  const read = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { era: read('era'), year: read('year') };
}

function findLocale(language: string): string {
  try {
    const tag = toBcp47(language);
    return Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0 ? tag : 'en';
  } catch {
    return 'en';
  }
}

/** Chinese and Japanese write counters behind the numbers. */
function isCjk(language: string): boolean {
  return /^(zh|ja)\b/i.test(toBcp47(language));
}

function isChinese(language: string): boolean {
  return /^zh\b/i.test(toBcp47(language));
}

function partOfDay({ hour, minute }: WallClock, language: string): string {
  if (/^ja\b/i.test(toBcp47(language))) return hour < 12 ? '午前' : '午後';
  if (isChinese(language)) return nameChineseHour(hour, minute);
  return hour < 12 ? 'AM' : 'PM';
}

function ordinal(value: number): string {
  const suffix = value % 100 >= 11 && value % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

function midnight(clock: WallClock): Date {
  return new Date(asUtc({ ...clock, hour: 0, minute: 0, second: 0, millisecond: 0 }));
}

function weekday(clock: WallClock): number {
  return midnight(clock).getUTCDay();
}

const DAY = 86_400_000;

function dayOfYear(clock: WallClock): number {
  return (midnight(clock).getTime() - midnight({ ...clock, month: 1, day: 1 }).getTime()) / DAY + 1;
}

/** The Thursday of the week, which decides in what year the week is counted (ISO 8601). */
function thursdayOf(clock: WallClock): Date {
  const date = midnight(clock);
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  return date;
}

/** ISO 8601's week: the one that holds the year's first Thursday is the first. */
function isoWeek(clock: WallClock): number {
  const thursday = thursdayOf(clock);
  return Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY + 1) / 7);
}

function formatOffset(offset: number, separator: string): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${separator}${pad(minutes % 60)}`;
}
