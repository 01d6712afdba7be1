/**
 * Time zones, on `Intl` alone.
 *
 * An *instant* is a number of milliseconds since 1970 in UTC; a *wall clock* is what a
 * clock on the wall shows in some zone.
 */

export type Instant = number;

export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const MINUTE = 60_000;

/** The instant at which a clock in UTC shows this time. */
export function asUtc(clock: WallClock): Instant {
  const date = new Date(0);
  date.setUTCFullYear(clock.year, clock.month - 1, clock.day);
  date.setUTCHours(clock.hour, clock.minute, clock.second, clock.millisecond);
  return date.getTime();
}

const FIXED = /^([+-])([01]\d|2[0-3]):([0-5]\d)$/;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Writes `1/31/2026 AD, 23:59:59`. Throws for a zone that is not known. */
function findFormatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, formatter);
  return formatter;
}

/** Whether a zone is known: one of `Intl`'s (`Asia/Taipei`, `Japan`, `UTC`), or a fixed offset (`+08:00`). */
export function isZone(zone: string): boolean {
  // Without asking `Intl`, which takes ten milliseconds to begin.
  if (zone === 'UTC' || FIXED.test(zone)) return true;
  try {
    return findFormatter(zone) !== undefined;
  } catch {
    return false;
  }
}

const offsets = new Map<string, number>();

/** Milliseconds east of Greenwich at an instant. Offsets change on quarters of an hour, so one look serves a quarter. */
export function offsetAt(instant: Instant, zone: string): number {
  if (zone === 'UTC') return 0;
  const quarter = Math.floor(instant / (15 * MINUTE));
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = readOffset(quarter * 15 * MINUTE, zone);
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function readOffset(instant: Instant, zone: string): number {
  // `Intl` knows fixed offsets from Node 22 on.
  const [, sign, hours, minutes] = FIXED.exec(zone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  // As one text: its parts as objects take four times as long.
  const text = findFormatter(zone).format(instant);
  const [month = 1, day = 1, year = 0, hour = 0, minute = 0, second = 0] = (text.match(/\d+/g) ?? []).map(Number);
  const isBefore = text.includes('B');
  const clock = { year: isBefore ? 1 - year : year, month, day, hour, minute, second, millisecond: 0 };
  return asUtc(clock) - instant;
}

/**
 * The instant at which a clock in `zone` shows this time. A time that summer time skips
 * is moved forward by the gap; of a time that comes twice the first is taken
 * (`disambiguation: 'compatible'` of ECMAScript's Temporal).
 */
export function toInstant(clock: WallClock, zone: string): Instant {
  const utc = asUtc(clock);
  const before = offsetAt(utc - 24 * 60 * MINUTE, zone);
  const after = offsetAt(utc + 24 * 60 * MINUTE, zone);
  if (offsetAt(utc - before, zone) === before) return utc - before;
  if (offsetAt(utc - after, zone) === after) return utc - after;
  return utc - before;
}

/** What a clock in `zone` shows at an instant. */
export function toWallClock(instant: Instant, zone: string): WallClock {
  const date = new Date(instant + offsetAt(instant, zone));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}
