/**
 * `tagcloud`: tags in one line, the larger the more posts they have. What counts is the
 * rank of a count among all counts, so that one huge tag does not make all others alike.
 */
import { fingerprintBytes } from '../../base/fingerprint.ts';
import type { Compare } from '../../chinese/collate.ts';
import { type Helper, markSafe } from '../helper.ts';
import type { TermView } from '../views.ts';
import { applyTransform, type Options, readFlag, readNumber, readText, splitArguments } from './arguments.ts';
import { drawTag } from './html-tag.ts';
import { arrange, chooseTerms } from './lists.ts';
import { urlFor } from './urls.ts';

/** `tagcloud(tags, options)`; all tags if none are given. */
const tagcloud: Helper = (scope, ...args) => {
  const { values, options } = splitArguments(args);
  const tags = orderTags(
    chooseTerms(values[0], () => scope.site.tags),
    options,
    scope.views.compareNames,
  );
  const counts = [...new Set(tags.map(({ length }) => length))].sort((a, b) => a - b);
  const draw = (tag: TermView): string => {
    const ratio = counts.length > 1 ? counts.indexOf(tag.length) / (counts.length - 1) : 0;
    const count = readFlag(options, 'show_count', false)
      ? drawTag('span', { class: readText(options, 'count_class', 'count') }, String(tag.length))
      : '';
    return drawTag(
      'a',
      { href: urlFor(scope, tag), style: drawStyle(options, ratio), class: drawClass(options, ratio) },
      applyTransform(options, tag.name) + count,
    );
  };
  return markSafe(tags.map(draw).join(readText(options, 'separator', ' ')));
};

/** `random` is an order without meaning, but the same in every build. */
function orderTags(tags: readonly TermView[], options: Options, compareNames: Compare): TermView[] {
  if (!/^rand/.test(readText(options, 'orderby')))
    return arrange(tags, options, { orderby: 'name', order: 1, compareNames });
  const byPrint = tags.map((tag) => ({ tag, name: fingerprintBytes(tag.name) }));
  return arrange(byPrint, { ...options, orderby: 'name' }, { orderby: 'name', order: 1 }).map(({ tag }) => tag);
}

function drawStyle(options: Options, ratio: number): string {
  const [least, most] = [readNumber(options, 'min_font', 10), readNumber(options, 'max_font', 20)];
  const size = Number((least + (most - least) * ratio).toFixed(2));
  const [start, end] = [readText(options, 'start_color'), readText(options, 'end_color')];
  const color =
    readFlag(options, 'color', false) && start !== '' && end !== '' ? ` color: ${mixColors(start, end, ratio)};` : '';
  return `font-size: ${size}${readText(options, 'unit', 'px')};${color}`;
}

function drawClass(options: Options, ratio: number): string | undefined {
  const name = readText(options, 'class');
  return name === '' ? undefined : `${name}-${Math.round(ratio * readNumber(options, 'level', 10))}`;
}

/** A colour between two: computed for `#rgb` and `#rrggbb`, left to the browser for others. */
function mixColors(start: string, end: string, ratio: number): string {
  const [from, to] = [parseHex(start), parseHex(end)];
  if (!from || !to) return `color-mix(in srgb, ${end} ${Number((ratio * 100).toFixed(2))}%, ${start})`;
  const channels = from.map((value, index) => Math.round(value + ((to[index] ?? value) - value) * ratio));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function parseHex(color: string): number[] | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color.trim())?.[1];
  if (digits === undefined) return undefined;
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  return pairs.map((pair) => Number.parseInt(pair, 16));
}

export const tagCloudHelpers: Readonly<Record<string, Helper>> = { tagcloud, tag_cloud: tagcloud };
