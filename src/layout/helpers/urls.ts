/**
 * Addresses: `url_for`, `full_url_for`, `relative_url`. The site's root is put before a
 * path once, and it is encoded once, however it was written.
 */
import { decodePath, encodeRoute, originOf, toRoute } from '../../base/path.ts';
import type { Config } from '../../model/config.ts';
import type { ContentGraph } from '../../model/graph.ts';
import type { Post } from '../../model/post.ts';
import { type Helper, toText } from '../helper.ts';
import type { PageScope } from '../page-scope.ts';
import { writePretty } from '../permalink.ts';
import { readField, readFlag, splitArguments } from './arguments.ts';

/** Addresses that do not lead to a path of this site. */
const FOREIGN = /^(?:\/\/|(?:https?|mailto|tel|sms|data|javascript):|[a-z][a-z0-9+.-]*:\/\/)/i;

/** A place on the site: its path encoded and without a first slash, and what follows it (`?q=1#top`). */
interface Place {
  readonly path: string;
  readonly suffix: string;
}

/**
 * The address of something on the site, for an `href`: of a path, a post, a term or a page.
 * `#…`, `//…` and addresses elsewhere come back as they are.
 */
export function urlFor(scope: PageScope, target: unknown, relative?: boolean): string {
  const { config } = scope.scope;
  // In an edition it is a fact of each address whose it is, which each page must note.
  const isAlike = typeof target === 'string' && !(relative ?? config.relative_link) && config.root === config.top;
  if (!isAlike) return findAddress(scope, target, relative);
  const addresses = known.get(config) ?? new Map<string, string>();
  known.set(config, addresses);
  const address = addresses.get(target) ?? findAddress(scope, target, relative);
  // Whether one of the others is the route of a post is a fact that each page must note.
  if (!MARKED.test(target) && addresses.size < MOST_KNOWN) addresses.set(target, address);
  return address;
}

/** The addresses under the site's root that were asked for: a theme asks for the same ones on each page. */
const known = new WeakMap<Config, Map<string, string>>();
const MOST_KNOWN = 50_000;
/** Has a character that may be part of a name, or begin a query or a fragment. */
const MARKED = /[#?%]/;

function findAddress(scope: PageScope, target: unknown, relative: boolean | undefined): string {
  const { config, drawing } = scope.scope;
  const text = isObjectWithPath(target) ? '' : toText(target);
  if (text.startsWith('#') || FOREIGN.test(text)) return text;
  const place = findPlace(scope, target);
  // "Not found" is shown at any address, so its links cannot be relative to it.
  const asRelative = (relative ?? config.relative_link) && drawing.page.kind !== 'notFound';
  const path = findRoot(scope, place.path) + place.path;
  return (asRelative ? relativePath(drawing.url, path) : path) + place.suffix;
}

/** The same with the site's own host before it, for feeds, previews and search engines. */
export function fullUrlFor(scope: PageScope, target: unknown): string {
  const text = isObjectWithPath(target) ? '' : toText(target);
  if (FOREIGN.test(text)) return text;
  if (text.startsWith('#')) return pageUrl(scope) + text;
  const { config } = scope.scope;
  const { path, suffix } = findPlace(scope, target);
  return `${originOf(config.url)}${findRoot(scope, path)}${path}${suffix}`;
}

/** The folder of the host below which a path lives. Only in an edition is it a question: files are the site's. */
function findRoot({ scope }: PageScope, path: string): string {
  const { config, drawing } = scope;
  if (config.root === config.top) return config.root;
  const route = toRoute(decodePath(path));
  drawing.note(`root:${route}`);
  return scope.rootOf(route);
}

/** The whole address of the page being drawn. */
export function pageUrl(scope: PageScope): string {
  return fullUrlFor(scope, { path: scope.scope.drawing.page.route });
}

function findPlace(scope: PageScope, target: unknown): Place {
  const { config } = scope.scope;
  const route = isObjectWithPath(target) ? toRoute(toText(target.path)) : findRoute(scope, toText(target));
  if (route !== undefined) return { path: writePretty(encodeRoute(route), config), suffix: '' };
  const text = toText(target).normalize('NFC');
  const end = text.search(/[?#]/);
  const [path, suffix] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)];
  return { path: writePretty(encodePath(path), config), suffix: encodeSuffix(suffix) };
}

/** Posts, terms and lists say where they live. */
function isObjectWithPath(target: unknown): target is { readonly path: unknown } {
  return typeof target === 'object' && target !== null && 'path' in target;
}

/**
 * `post.path` is a route, decoded, and so may hold `#`, `?` or `%` as part of a name
 * (`C#/`). A text that a post or a page has as its route is read as that route.
 */
function findRoute(scope: PageScope, text: string): string | undefined {
  if (!MARKED.test(text)) return undefined;
  const { graph, drawing } = scope.scope;
  const route = toRoute(text);
  drawing.note(`route:${route}`);
  const post = listSpecialRoutes(graph).get(route);
  if (post) drawing.note(`post:${post.id}:meta`);
  return post?.route;
}

const specialRoutes = new WeakMap<ContentGraph, ReadonlyMap<string, Post>>();

function listSpecialRoutes(graph: ContentGraph): ReadonlyMap<string, Post> {
  let routes = specialRoutes.get(graph);
  if (!routes) {
    const posts = [...graph.posts, ...graph.pages].filter(({ route }) => MARKED.test(route));
    routes = new Map(posts.map((post) => [post.route, post]));
    specialRoutes.set(graph, routes);
  }
  return routes;
}

/** A path encoded once, without its first slash and doubled ones; what is encoded already stays so. */
function encodePath(path: string): string {
  const clean = path.replace(/\/{2,}/g, '/').replace(/^\//, '');
  return encodeRoute(clean.includes('%') ? clean.split('/').map(decodePath).join('/') : clean);
}

function encodeSuffix(suffix: string): string {
  return encodeURI(suffix.toWellFormed()).replace(/%25([0-9a-f]{2})/gi, '%$1');
}

/** The way from one page to another, both encoded and without a first slash: `foo/bar/`, `css/a.css` → `../../css/a.css`. */
function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const way = '../'.repeat(here.length - shared) + there.slice(shared).join('/');
  if (way === '') return './';
  return /^[^/]*:/.test(way) ? `./${way}` : way;
}

/** Hexo's `url_for(path, { relative })`. */
const url_for: Helper = (scope, ...args) => {
  if (args.length < 2) return urlFor(scope, args[0]);
  const { options } = splitArguments(args.slice(1));
  return urlFor(scope, args[0], 'relative' in options ? readFlag(options, 'relative', false) : undefined);
};

/** Hexo's `full_url_for(path)`. */
const full_url_for: Helper = (scope, target) => fullUrlFor(scope, target);

/** Hexo's `relative_url(from, to)`. */
const relative_url: Helper = (_scope, from, to) => relativePath(encodePath(toPath(from)), encodePath(toPath(to)));

function toPath(target: unknown): string {
  return toText(isObjectWithPath(target) ? readField(target, 'path') : target);
}

export const urlHelpers: Readonly<Record<string, Helper>> = { url_for, full_url_for, relative_url };
