/**
 * Dates as people write them and as pages show them. A date that a writer gives without
 * an offset is wall-clock time in the site's zone, whatever the machine's zone is.
 */
import { toBcp47 } from './language.ts';
import { asUtc, type Instant, offsetAt, toInstant, toWallClock, type WallClock } from './time-zone.ts';

export { type Instant, isZone, toInstant, toWallClock, type WallClock } from './time-zone.ts';

const MINUTE = 60_000;
const DATE =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:(?:[Tt]|\s+)(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?)?\s*(Z|z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?$/;

/**
 * Reads a date as people write it: `2024-05-01`, `2013/9/2 9:47:2`, ISO 8601 with `T`,
 * fractions and `Z`, `+08:00`, `+0800` or `+8`. Returns `undefined` for what is no date,
 * and for one that does not exist, such as 30 February.
 */
export function parseDate(text: string, zone: string): Instant | undefined {
  const match = DATE.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const millisecond = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined;
  const clock = { year, month, day, hour, minute, second, millisecond };
  return match[8] === undefined ? toInstant(clock, zone) : asUtc(clock) - parseOffset(match[8]) * MINUTE;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Minutes east of Greenwich. */
function parseOffset(text: string): number {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

/** ISO 8601 with the zone's offset: `2024-05-01T08:00:00+08:00`. */
export function toIsoString(instant: Instant, zone: string): string {
  return formatDate(instant, zone, 'YYYY-MM-DDTHH:mm:ssZ', 'en');
}

const TOKENS =
  /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|Mo|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|d|E|HH|H|hh|h|kk|k|mm|m|ss|s|SSS|A|a|ZZ|Z|X|x|Q|WW|W|LTS|LT|LLLL|LLL|LL|L|l/g;

/**
 * Writes a date by Moment's tokens (momentjs.com/docs/#/displaying/format), names of
 * months and days in `language` (BCP 47). Text in `[brackets]` stands as it is.
 */
export function formatDate(instant: Instant, zone: string, pattern: string, language: string): string {
  const clock = toWallClock(instant, zone);
  return pattern.replace(TOKENS, (token, literal: string | undefined) =>
    literal === undefined ? formatToken(token, instant, clock, zone, language) : literal,
  );
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

function formatToken(token: string, instant: Instant, clock: WallClock, zone: string, language: string): string {
  const hour12 = clock.hour % 12 === 0 ? 12 : clock.hour % 12;
  switch (token) {
    case 'YYYY':
      return pad(clock.year, 4);
    case 'YY':
      return pad(clock.year % 100);
    case 'M':
      return String(clock.month);
    case 'MM':
      return pad(clock.month);
    case 'D':
      return String(clock.day);
    case 'DD':
      return pad(clock.day);
    case 'H':
      return String(clock.hour);
    case 'HH':
      return pad(clock.hour);
    case 'k':
      return String(clock.hour || 24);
    case 'kk':
      return pad(clock.hour || 24);
    case 'h':
      return String(hour12);
    case 'hh':
      return pad(hour12);
    case 'm':
      return String(clock.minute);
    case 'mm':
      return pad(clock.minute);
    case 's':
      return String(clock.second);
    case 'ss':
      return pad(clock.second);
    case 'SSS':
      return pad(clock.millisecond, 3);
    case 'X':
      return String(Math.floor(instant / 1000));
    case 'x':
      return String(instant);
    case 'Q':
      return String(Math.ceil(clock.month / 3));
    case 'DDD':
      return String(dayOfYear(clock));
    case 'DDDD':
      return pad(dayOfYear(clock), 3);
    case 'd':
      return String(weekday(clock));
    case 'E':
      return String(weekday(clock) || 7);
    case 'Z':
      return formatOffset(offsetAt(instant, zone), ':');
    case 'ZZ':
      return formatOffset(offsetAt(instant, zone), '');
    default:
      return formatWords(token, clock, language);
  }
}

function formatWords(token: string, clock: WallClock, language: string): string {
  const cjk = /^(zh|ja)/i.test(language);
  switch (token) {
    case 'MMMM':
      return name(clock, language, { month: 'long' });
    case 'MMM':
      return name(clock, language, { month: 'short' });
    case 'dddd':
      return name(clock, language, { weekday: 'long' });
    case 'ddd':
      return name(clock, language, { weekday: 'short' });
    case 'dd':
      return name(clock, language, { weekday: cjk ? 'narrow' : 'short' }).slice(0, 2);
    case 'Mo':
      return cjk ? `${clock.month}月` : ordinal(clock.month);
    case 'Do':
      return cjk ? `${clock.day}日` : ordinal(clock.day);
    case 'A':
      return clock.hour < 12 ? (cjk ? '上午' : 'AM') : cjk ? '下午' : 'PM';
    case 'a':
      return clock.hour < 12 ? (cjk ? '上午' : 'am') : cjk ? '下午' : 'pm';
    case 'W':
      return String(isoWeek(clock));
    case 'WW':
      return pad(isoWeek(clock));
    case 'LT':
      return name(clock, language, { timeStyle: 'short' });
    case 'LTS':
      return name(clock, language, { timeStyle: 'medium' });
    case 'l':
      return name(clock, language, { dateStyle: 'short' });
    case 'L':
      return name(clock, language, { year: 'numeric', month: '2-digit', day: '2-digit' });
    case 'LL':
      return name(clock, language, { dateStyle: 'long' });
    case 'LLL':
      return name(clock, language, { dateStyle: 'long', timeStyle: 'short' });
    case 'LLLL':
      return name(clock, language, { dateStyle: 'full', timeStyle: 'short' });
    default:
      return token;
  }
}

const wordFormatters = new Map<string, Intl.DateTimeFormat>();

function name(clock: WallClock, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  let formatter = wordFormatters.get(key);
  if (!formatter) {
    const known = Intl.DateTimeFormat.supportedLocalesOf([language]).length > 0 ? language : 'en';
    formatter = new Intl.DateTimeFormat(known, { ...options, timeZone: 'UTC' });
    wordFormatters.set(key, formatter);
  }
  return formatter.format(asUtc(clock));
}

function ordinal(value: number): string {
  const suffix = value % 100 >= 11 && value % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

function weekday(clock: WallClock): number {
  return new Date(asUtc(clock)).getUTCDay();
}

function dayOfYear(clock: WallClock): number {
  const midnight = { ...clock, hour: 0, minute: 0, second: 0, millisecond: 0 };
  return Math.round((asUtc(midnight) - asUtc({ ...midnight, month: 1, day: 1 })) / 86_400_000) + 1;
}

/** ISO 8601's week: the one that holds the year's first Thursday is the first. */
function isoWeek(clock: WallClock): number {
  const thursday = new Date(asUtc(clock));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  return Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7);
}

function formatOffset(offset: number, separator: string): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${separator}${pad(minutes % 60)}`;
}
