/**
 * `paginator`: links to the pages of a list, `1 … 3 (4) 5 … 11`, in Hexo's markup and by
 * its rule: some pages at either end, some beside the current one, a gap for the rest.
 */
import { type Helper, markSafe, toText } from '../helper.ts';
import type { PageScope } from '../page-scope.ts';
import {
  applyTransform,
  type Options,
  readField,
  readFlag,
  readNumber,
  readText,
  splitArguments,
  toHtml,
} from './arguments.ts';
import { drawTag } from './html-tag.ts';
import { urlFor } from './urls.ts';

/** One paginator while it is drawn. */
interface Row {
  readonly options: Options;
  readonly current: number;
  readonly total: number;
  readonly linkTo: (page: number) => string;
}

/** `paginator({ prev_text, next_text, mid_size, … })`; nothing on a page that is not in a row. */
const paginator: Helper = (scope, ...args) => {
  const { options } = splitArguments(args);
  const [current, total] = [readPlace(scope, options, 'current'), readPlace(scope, options, 'total')];
  if (current < 1) return '';
  const row: Row = { options, current, total, linkTo: createLinker(scope, options) };
  const pages = readFlag(options, 'show_all', false) ? drawRange(row, 1, total) : drawShortened(row);
  if (!readFlag(options, 'prev_next', true)) return markSafe(pages);
  return markSafe(drawStep(row, 'prev') + pages + drawStep(row, 'next'));
};

function readPlace({ page }: PageScope, options: Options, name: 'current' | 'total'): number {
  return readNumber(options, name, readNumber({ [name]: readField(page, name) }, name, name === 'total' ? 1 : 0));
}

function createLinker(scope: PageScope, options: Options): (page: number) => string {
  const base = readText(options, 'base', toText(readField(scope.page, 'base')));
  const byDefault = readField(scope.page, 'format') ?? `${scope.scope.config.pagination_dir}/%d/`;
  const format = readText(options, 'format', toText(byDefault));
  return (page) => urlFor(scope, page === 1 ? base : base + format.replace('%d', String(page)));
}

/** The ends of the row and the middle, with a gap where pages are left out. */
function drawShortened(row: Row): string {
  const { options, current, total } = row;
  const [endSize, midSize] = [readNumber(options, 'end_size', 1), readNumber(options, 'mid_size', 2)];
  const leftEnd = Math.min(endSize, current - 1);
  const rightEnd = Math.max(total - endSize + 1, current + 1);
  const leftMiddle = Math.max(leftEnd + 1, current - midSize);
  const rightMiddle = Math.min(rightEnd - 1, current + midSize);
  const space = readText(options, 'space', '&hellip;');
  const gap =
    space === '' || options.space === false
      ? ''
      : drawTag('span', { class: readText(options, 'space_class', 'space') }, space);
  return [
    drawRange(row, 1, leftEnd),
    leftMiddle - leftEnd > 1 ? gap : '',
    drawRange(row, leftMiddle, rightMiddle),
    rightEnd - rightMiddle > 1 ? gap : '',
    drawRange(row, rightEnd, total),
  ].join('');
}

function drawRange(row: Row, first: number, last: number): string {
  let html = '';
  for (let page = first; page <= last; page++) html += drawPage(row, page);
  return html;
}

function drawPage({ options, current, linkTo }: Row, page: number): string {
  const className = readText(options, 'page_class', 'page-number');
  const text = typeof options.transform === 'function' ? applyTransform(options, page) : String(page);
  if (page !== current) return drawTag('a', { class: className, href: linkTo(page) }, text);
  return drawTag('span', { class: `${className} ${readText(options, 'current_class', 'current')}` }, text);
}

/** The step back or on; where there is none, nothing, or with `force_prev_next` its text. */
function drawStep({ options, current, total, linkTo }: Row, rel: 'prev' | 'next'): string {
  const page = rel === 'prev' ? current - 1 : current + 1;
  const text = options[`${rel}_text`] ?? (rel === 'prev' ? 'Prev' : 'Next');
  const html = readFlag(options, 'escape', true) ? toHtml(text) : toText(text);
  const attributes = { class: readText(options, `${rel}_class`, `extend ${rel}`), rel };
  if (page >= 1 && page <= total) return drawTag('a', { ...attributes, href: linkTo(page) }, html);
  return readFlag(options, 'force_prev_next', false) ? drawTag('span', attributes, html) : '';
}

export const paginatorHelpers: Readonly<Record<string, Helper>> = { paginator };
