/**
 * Single elements with an address in them: stylesheets, scripts, links, pictures, feeds.
 */
import { md5Hex } from '../../base/fingerprint.ts';
import { type Helper, isOptions, markSafe, type SafeHtml, toText } from '../helper.ts';
import type { PageScope } from '../page-scope.ts';
import { type Options, readText, splitArguments, toHtml, toReadable } from './arguments.ts';
import { drawTag } from './html-tag.ts';
import { urlFor } from './urls.ts';

/** `css('style', { href: 'print.css', media: 'print' })`: a line for each stylesheet. */
const css: Helper = (scope, ...args) =>
  drawLines(
    listFiles(args, 'href').map(({ href, ...others }) =>
      drawTag('link', { rel: 'stylesheet', href: addressOf(scope, href, '.css'), ...others }),
    ),
  );

/** `js('main', { src: 'search.js', defer: true })`: a line for each script. */
const js: Helper = (scope, ...args) =>
  drawLines(
    listFiles(args, 'src').map(({ src, ...others }) =>
      drawTag('script', { src: addressOf(scope, src, '.js'), ...others }, ''),
    ),
  );

/** Files as attributes of their elements; options without a file belong to all of them. */
function listFiles(args: readonly unknown[], key: 'href' | 'src'): Record<string, unknown>[] {
  const items = args.flat(Number.POSITIVE_INFINITY);
  const isFile = (item: unknown): boolean => !isOptions(item) || key in item;
  const shared = splitArguments(items.filter((item) => !isFile(item))).options;
  const describe = (file: unknown): Options => (isOptions(file) ? splitArguments([file]).options : { [key]: file });
  return items.filter(isFile).map((file) => ({ ...describe(file), ...shared }));
}

function addressOf(scope: PageScope, path: unknown, extension: string): string {
  const text = toText(path);
  return urlFor(scope, text.includes('?') || text.endsWith(extension) ? text : text + extension);
}

function drawLines(tags: readonly string[]): SafeHtml {
  return markSafe(tags.length === 0 ? '' : `\n${tags.join('\n')}\n`);
}

/** `link_to(path, text, { external, class, id, title, … })`. */
const link_to: Helper = (scope, ...args) => {
  const { values, options } = splitArguments(args);
  const [path, given, external = options.external] = values;
  const { external: _external, href: _href, title, ...others } = options;
  const text = toText(given) === '' ? toText(path).replace(/^https?:\/\/|\/$/g, '') : given;
  const elsewhere = external ? { target: '_blank', rel: 'noopener' } : {};
  return markSafe(
    drawTag(
      'a',
      { href: urlFor(scope, path), title: title ?? toReadable(text), ...elsewhere, ...others },
      toHtml(text),
    ),
  );
};

const MAIL_FIELDS = ['subject', 'cc', 'bcc', 'body'];

/** `mail_to(address, text, { subject, cc, bcc, body, class, id, … })` (RFC 6068). */
const mail_to: Helper = (_scope, ...args) => {
  const { values, options } = splitArguments(args);
  const [address, given] = values;
  const text = toText(given) === '' ? address : given;
  const fields = MAIL_FIELDS.filter((name) => name in options).map(
    (name) => `${name}=${encodeMailPart(options[name])}`,
  );
  const others = Object.fromEntries(Object.entries(options).filter(([name]) => !MAIL_FIELDS.includes(name)));
  const href = `mailto:${encodeMailPart(address)}${fields.length > 0 ? `?${fields.join('&')}` : ''}`;
  return markSafe(drawTag('a', { href, title: toReadable(text), ...others }, toHtml(text)));
};

function encodeMailPart(value: unknown): string {
  const text = Array.isArray(value) ? value.join(',') : toText(value);
  return encodeURIComponent(text.toWellFormed()).replaceAll('%40', '@').replaceAll('%2C', ',');
}

/** `image_tag(path, { alt, class, id, width, height, … })`. */
const image_tag: Helper = (scope, ...args) => {
  const { values, options } = splitArguments(args);
  return markSafe(drawTag('img', { src: urlFor(scope, values[0]), ...options }));
};

/** `favicon_tag(path)`. */
const favicon_tag: Helper = (scope, path) =>
  markSafe(drawTag('link', { rel: 'shortcut icon', href: urlFor(scope, path) }));

/** `feed_tag(path, { title, type })`; without a path, a line for each feed of the site. */
const feed_tag: Helper = (scope, ...args) => {
  const { values, options } = splitArguments(args);
  const { config } = scope.scope;
  const given =
    values[0] === undefined ? listFeeds(scope, options) : [{ path: values[0], type: readText(options, 'type') }];
  const draw = ({ path, type }: Feed): string =>
    drawTag('link', {
      rel: 'alternate',
      href: urlFor(scope, path),
      title: readText(options, 'title', config.title),
      type: `application/${/rss/i.test(type || toText(path)) ? 'rss' : 'atom'}+xml`,
    });
  return markSafe(given.map(draw).join('\n'));
};

interface Feed {
  readonly path: unknown;
  readonly type: string;
}

/** The feeds that the site publishes; one without posts has none. */
function listFeeds({ site, scope }: PageScope, options: Options): Feed[] {
  const { feed } = scope.config;
  if (!feed.enable || site.posts.length === 0) return [];
  const types = feed.type.length > 0 ? feed.type : ['atom'];
  const all = types.map((type, index) => ({
    type,
    path: feed.path[index] ?? (/^rss/.test(type) ? 'rss2.xml' : 'atom.xml'),
  }));
  const wanted = readText(options, 'type');
  return all.filter(({ type }) => wanted === '' || type.slice(0, 3) === wanted.slice(0, 3));
}

/** `gravatar(email, size)` or `gravatar(email, { s, d, f, r })`: the address of a picture (docs.gravatar.com). */
const gravatar: Helper = (_scope, email, size) => {
  const options = isOptions(size) ? splitArguments([size]).options : size === undefined ? {} : { s: size };
  const query = Object.entries(options).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(toText(value))}`,
  );
  const address = `https://www.gravatar.com/avatar/${md5Hex(toText(email).trim().toLowerCase())}`;
  return query.length > 0 ? `${address}?${query.join('&')}` : address;
};

export const elementHelpers: Readonly<Record<string, Helper>> = {
  css,
  js,
  link_to,
  mail_to,
  image_tag,
  favicon_tag,
  feed_tag,
  gravatar,
};
