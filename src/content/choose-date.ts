/**
 * When a post was written, and when it was changed last.
 */
import { type Instant, parseDate, rollDate, toIsoString } from '../base/date.ts';
import { startOf } from '../base/diagnostic.ts';
import { fillIn } from '../base/text.ts';
import { mendDate } from '../chinese/date-advice.ts';
import { diagnose } from '../model/messages.ts';
import type { Post } from '../model/post.ts';
import { readText } from './fields.ts';
import { type Reading, tell } from './reading.ts';

/** The dates of the front matter, else of the file's name, else of the file. */
export function chooseDates(reading: Reading): Pick<Post, 'date' | 'dated' | 'updated'> {
  const { date, dated } = chooseDate(reading);
  const updated = readInstant(reading, 'updated') ?? chooseUpdated(reading, date);
  return { date, dated, ...(updated !== undefined && { updated }) };
}

function chooseDate(reading: Reading): Pick<Post, 'date' | 'dated'> {
  const { name, file, kind, config } = reading;
  const named = name.date === undefined ? undefined : parseDate(name.date, config.timezone);
  const date = readInstant(reading, 'date') ?? named;
  if (date !== undefined) return { date, dated: true };
  const created = wholeSecond(file.times.committed ?? file.times.created);
  const told = reading.diagnostics.some(({ code, values }) => code === 'post/bad-date' && values.key === 'date');
  if (kind !== 'page' && !told) {
    const from = file.times.committed === undefined ? "its file's time" : 'its first commit';
    const shown = showDate(created, config.timezone);
    reading.diagnostics.push(diagnose('post/no-date', { from, date: shown }, startOf(file.path)));
  }
  return { date: created, dated: false };
}

function readInstant(reading: Reading, key: string): Instant | undefined {
  const value = reading.split.data[key];
  if (value === undefined || value === null || value === '') return undefined;
  const { timezone } = reading.config;
  const instant = parseDate(readText(value) ?? '', timezone);
  if (instant !== undefined) return instant;
  const written = readText(value) ?? JSON.stringify(value);
  const rolled = rollDate(written, timezone);
  if (rolled === undefined) {
    // When a post was changed decides over nothing that could be lost.
    const code = key === 'updated' ? 'post/bad-update' : 'post/bad-date';
    tell(reading, code, { key, value: written, remedy: adviseDate(key, written, timezone) });
  } else tell(reading, 'post/odd-time', { key, value: written, date: showDate(rolled, timezone) });
  return rolled;
}

/** `2024-05-01 09:30:00` */
function showDate(instant: Instant, zone: string): string {
  return toIsoString(instant, zone).replace('T', ' ').slice(0, 19);
}

/** How the date should be written; by example, if what was meant is no day. */
function adviseDate(key: string, written: string, zone: string): string {
  const mended = mendDate(key, written);
  return mended === undefined || parseDate(mended, zone) === undefined
    ? 'Write it as `2024-05-01` or `2024-05-01 09:30:00`.'
    : fillIn('Write `{mend}`.', { mend: `${key}: ${mended}` });
}

/** Hexo's `updated_option`; a file's time says nothing on a machine that has just cloned the blog, so it is not the default. */
function chooseUpdated({ file, config }: Reading, date: Instant): Instant | undefined {
  switch (config.updated_option) {
    case 'empty':
      return undefined;
    case 'mtime':
      return file.times.modified > 0 ? wholeSecond(file.times.modified) : date;
    case 'git':
      // Posts are often committed before the date they bear.
      return Math.max(date, wholeSecond(file.times.recommitted ?? date));
    case 'date':
      return date;
  }
}

function wholeSecond(milliseconds: number): Instant {
  return Math.floor(milliseconds / 1000) * 1000;
}
