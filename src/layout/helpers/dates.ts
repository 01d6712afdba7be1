/**
 * Dates, in the site's time zone and the page's language.
 *
 * There is no clock here, so that a site built tomorrow has the bytes it has today: where
 * Hexo takes the present moment for a missing date, the page's own date is taken, else
 * that of the newest post. For the same reason "three days ago" is not told: on a page
 * that stands still it is wrong by tomorrow. `relative_date` gives the full date.
 */
import { withCalendar } from '../../base/language.ts';
import { escapeHtml } from '../../base/text.ts';
import { DateView, toDateView } from '../date-view.ts';
import { type Helper, markSafe, toText } from '../helper.ts';
import type { PageScope } from '../page-scope.ts';
import { readField } from './arguments.ts';
import { drawTag } from './html-tag.ts';

/** What was given as a date; `undefined` if it is none. */
function findDate(scope: PageScope, value: unknown): DateView | undefined {
  const { config, drawing } = scope.scope;
  const given = value === undefined || value === null || value === '' ? findOwnDate(scope) : value;
  return toDateView(given, { zone: config.timezone, language: withCalendar(drawing.language, config.date_calendar) });
}

function findOwnDate({ page, site }: PageScope): unknown {
  const own = readField(page, 'date');
  return own instanceof DateView ? own : site.posts.first()?.date;
}

/** The date in a format; a text that is no date is shown as it was written. */
function formatValue(scope: PageScope, value: unknown, format: string): string {
  return findDate(scope, value)?.format(format) ?? toText(value);
}

function chooseFormat(format: unknown, byDefault: string): string {
  return toText(format) === '' ? byDefault : toText(format);
}

/** `date(value, format)`; the format is `date_format` if none is given. */
const date: Helper = (scope, value, format) =>
  formatValue(scope, value, chooseFormat(format, scope.scope.config.date_format));

/** `time(value, format)`; the format is `time_format` if none is given. */
const time: Helper = (scope, value, format) =>
  formatValue(scope, value, chooseFormat(format, scope.scope.config.time_format));

/** `full_date(value, format)`: date and time. */
const full_date: Helper = (scope, value, format) => {
  const { date_format, time_format } = scope.scope.config;
  return formatValue(scope, value, chooseFormat(format, `${date_format} ${time_format}`));
};

/** `date_xml(value)`: ISO 8601 in UTC, for machines. */
const date_xml: Helper = (scope, value) => findDate(scope, value)?.toISOString() ?? toText(value);

/** `time_tag(value, format)`: a date for people and machines. */
const time_tag: Helper = (scope, value, format) => {
  const found = findDate(scope, value);
  const text = escapeHtml(formatValue(scope, value, chooseFormat(format, scope.scope.config.date_format)));
  return markSafe(found ? drawTag('time', { datetime: found.toISOString() }, text) : text);
};

/** `moment(value)`: the date itself, to be formatted by the template; `undefined` if it is none. */
const moment: Helper = (scope, value) => findDate(scope, value);

export const dateHelpers: Readonly<Record<string, Helper>> = {
  date,
  time,
  full_date,
  date_xml,
  relative_date: full_date,
  time_tag,
  moment,
};
