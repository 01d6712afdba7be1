/**
 * Lists of tags, archives and posts, as `<ul>` or in one line, in the markup of Hexo's
 * themes: `ul.tag-list > li.tag-list-item > a.tag-list-link + span.tag-list-count`.
 * Names are escaped; separators are the template's own HTML.
 */
import { toInstant } from '../../base/date.ts';
import { toBcp47 } from '../../base/language.ts';
import type { Compare } from '../../chinese/collate.ts';
import type { Archive } from '../../model/graph.ts';
import { DateView } from '../date-view.ts';
import { type Helper, markSafe, type SafeHtml, toText } from '../helper.ts';
import { List } from '../list.ts';
import type { PageScope } from '../page-scope.ts';
import { PostView, TermView } from '../views.ts';
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

/** One link of a list. */
interface Entry {
  readonly href: string;
  readonly html: string;
  readonly count?: number;
}

interface ListLook {
  readonly options: Options;
  /** The first word of all classes: `tag`. */
  readonly name: string;
  /** Further attributes of the `<ul>` and of each link. */
  readonly ul?: Readonly<Record<string, string>>;
  readonly a?: Readonly<Record<string, string>>;
}

/** The entries as a list, or in one line if `style` is anything but `list`. */
function drawList(entries: readonly Entry[], look: ListLook): SafeHtml {
  const { options, ul, a } = look;
  const isList = readText(options, 'style', 'list') === 'list';
  const classes = nameClasses(look, isList);
  const drawLink = ({ href, html, count }: Entry): string => {
    const label = classes.label === undefined ? html : drawTag('span', { class: classes.label }, html);
    const number = count === undefined ? '' : drawTag('span', { class: classes.count }, String(count));
    const link = (inner: string): string => drawTag('a', { class: classes.a, href, ...a }, inner);
    return isList ? drawTag('li', { class: classes.li }, link(label) + number) : link(label + number);
  };
  const links = entries.map(drawLink);
  if (!isList) return markSafe(links.join(readText(options, 'separator', ', ')));
  return markSafe(drawTag('ul', { class: classes.ul, ...ul }, links.join('')));
}

/** `class` is the first word of all classes, or an object that names some of them one by one. */
function nameClasses(
  { options, name }: ListLook,
  isList: boolean,
): Record<'ul' | 'li' | 'a' | 'count', string> & { label: string | undefined } {
  const given = options.class;
  const own = typeof given === 'object' && given !== null ? splitArguments([given]).options : {};
  const first = typeof given === 'string' ? given : name;
  const prefix = isList ? `${first}-list` : first;
  return {
    ul: readText(own, 'ul', prefix),
    li: readText(own, 'li', `${prefix}-item`),
    a: readText(own, 'a', `${prefix}-link`),
    count: readText(own, 'count', `${prefix}-count`),
    label: 'label' in own ? readText(own, 'label') : undefined,
  };
}

/** What was given as a list, in the order and number asked for. Names are in the order of the site's language. */
export function arrange<Item>(
  items: Iterable<Item>,
  options: Options,
  byDefault: { orderby: string; order: number; compareNames?: Compare },
): Item[] {
  const orderBy = readText(options, 'orderby', byDefault.orderby);
  const order = readNumber(options, 'order', byDefault.order);
  const { compareNames } = byDefault;
  const nameOf = (item: Item): string => toText(readField(item, orderBy));
  const sorted =
    orderBy === 'name' && compareNames
      ? [...items].sort((a, b) => (order < 0 ? -1 : 1) * compareNames(nameOf(a), nameOf(b)))
      : List.wrap(items).sort(orderBy, order).toArray();
  const amount = readNumber(options, 'amount', 0);
  return amount > 0 ? sorted.slice(0, amount) : sorted;
}

/** The terms among the values, or `byDefault` if no list was given. */
export function chooseTerms(given: unknown, byDefault: () => readonly TermView[]): TermView[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : byDefault();
  return list.filter((item): item is TermView => item instanceof TermView);
}

/** `list_tags(tags, options)`; all tags if none are given. */
const list_tags: Helper = (scope, ...args) => {
  const { values, options } = splitArguments(args);
  const tags = arrange(
    chooseTerms(values[0], () => scope.site.tags),
    options,
    { orderby: 'name', order: 1, compareNames: scope.views.compareNames },
  );
  if (tags.length === 0) return '';
  const showCount = readFlag(options, 'show_count', true);
  const entries = tags.map((tag) => ({
    href: urlFor(scope, tag) + readText(options, 'suffix'),
    html: applyTransform(options, tag.name),
    ...(showCount && { count: tag.length }),
  }));
  return drawList(entries, { options, name: 'tag', ul: { itemprop: 'keywords' }, a: { rel: 'tag' } });
};

/** `list_archives({ type: 'monthly', format: 'MMMM YYYY' })`: months or years, newest first. */
const list_archives: Helper = (scope, ...args) => {
  const { options } = splitArguments(args);
  const { graph, drawing } = scope.scope;
  drawing.note('archives');
  const monthly = readText(options, 'type', 'monthly') !== 'yearly';
  const archives = graph.archives.filter(({ month, day }) => day === undefined && (month !== undefined) === monthly);
  if (readNumber(options, 'order', -1) > 0) archives.reverse();
  const format = readText(options, 'format', chooseArchiveFormat(monthly, drawing.language));
  const showCount = readFlag(options, 'show_count', true);
  const entries = archives.map((archive) => ({
    href: urlFor(scope, archive.route),
    html: applyTransform(options, startOf(archive, scope).format(format)),
    ...(showCount && { count: archive.posts.length }),
  }));
  return entries.length === 0 ? '' : drawList(entries, { options, name: 'archive' });
};

/** Months as their readers write them: `2024年5月`, `May 2024`. */
function chooseArchiveFormat(monthly: boolean, language: string): string {
  const isCjk = /^(zh|ja)\b/i.test(toBcp47(language));
  return monthly ? (isCjk ? 'YYYY年M月' : 'MMMM YYYY') : 'YYYY';
}

function startOf({ year, month = 1 }: Archive, { scope }: PageScope): DateView {
  const zone = scope.config.timezone;
  const clock = { year, month, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
  return new DateView(toInstant(clock, zone), { zone, language: toBcp47(scope.drawing.language) });
}

/** `list_posts(posts, options)`; the six newest posts of the site if nothing is given. */
const list_posts: Helper = (scope, ...args) => {
  const { values, options } = splitArguments(args);
  const [given] = values;
  const all: readonly unknown[] = Array.isArray(given) ? given : scope.site.posts;
  const posts = arrange(all, { amount: 6, ...options }, { orderby: 'date', order: -1 });
  const entries = posts.map((post) => ({ href: urlFor(scope, post), html: drawTitle(post, options) }));
  return entries.length === 0 ? '' : drawList(entries, { options, name: 'post' });
};

/** A post without a title is called by its slug. */
function drawTitle(post: unknown, options: Options): string {
  const title = readField(post, 'title') || readField(post, 'slug');
  const hasFormulas =
    post instanceof PostView && toText(title) === post.title && typeof options.transform !== 'function';
  return hasFormulas ? toHtml(post.title_html) : applyTransform(options, title);
}

export const listHelpers: Readonly<Record<string, Helper>> = { list_tags, list_archives, list_posts };
