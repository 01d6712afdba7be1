/**
 * Dates as templates see them: `.format()` with Moment's tokens, printed as ISO 8601,
 * always in the site's time zone.
 */
import { formatDate, type Instant, parseDate, toIsoString, toWallClock } from '../base/date.ts';

export interface DateSetting {
  readonly zone: string;
  readonly language: string;
}

export class DateView {
  readonly #instant: Instant;
  readonly #setting: DateSetting;
  /** What was written already: a post's date stands on many pages. */
  readonly #written = new Map<string, string>();
  #iso: string | undefined;

  constructor(instant: Instant, setting: DateSetting) {
    this.#instant = instant;
    this.#setting = setting;
  }

  format(pattern = 'YYYY-MM-DDTHH:mm:ssZ'): string {
    const known = this.#written.get(pattern);
    if (known !== undefined) return known;
    const written = formatDate(this.#instant, this.#setting.zone, pattern, this.#setting.language);
    this.#written.set(pattern, written);
    return written;
  }

  /** The same instant, named in another language. */
  locale(language: string): DateView {
    return language === this.#setting.language ? this : new DateView(this.#instant, { ...this.#setting, language });
  }

  toString(): string {
    return toIsoString(this.#instant, this.#setting.zone);
  }

  toJSON(): string {
    return this.toISOString();
  }

  /** In UTC with milliseconds, as JavaScript and Moment write it. */
  toISOString(): string {
    this.#iso ??= new Date(this.#instant).toISOString();
    return this.#iso;
  }

  toDate(): Date {
    return new Date(this.#instant);
  }

  valueOf(): number {
    return this.#instant;
  }

  unix(): number {
    return Math.floor(this.#instant / 1000);
  }

  year(): number {
    return toWallClock(this.#instant, this.#setting.zone).year;
  }

  /** From 0, as Moment counts. */
  month(): number {
    return toWallClock(this.#instant, this.#setting.zone).month - 1;
  }

  date(): number {
    return toWallClock(this.#instant, this.#setting.zone).day;
  }

  isBefore(other: unknown): boolean {
    return this.#instant < Number(other);
  }

  isAfter(other: unknown): boolean {
    return this.#instant > Number(other);
  }

  isSame(other: unknown): boolean {
    return this.#instant === Number(other);
  }

  clone(): DateView {
    return this;
  }
}

/** What a template has at hand for a date: a view, an instant, a `Date`, or text in the site's zone. */
export function toDateView(value: unknown, setting: DateSetting): DateView | undefined {
  if (value instanceof DateView) return value.locale(setting.language);
  if (typeof value === 'number') return new DateView(value, setting);
  if (value instanceof Date) return new DateView(value.getTime(), setting);
  const instant = typeof value === 'string' ? parseDate(value, setting.zone) : undefined;
  return instant === undefined ? undefined : new DateView(instant, setting);
}
