/**
 * Four kinds of path, kept apart by their types, and the ways between them.
 *
 * | word         | where                                | example                        |
 * | ------------ | ------------------------------------ | ------------------------------ |
 * | `SourcePath` | on a disk, from the site's root      | `source/_posts/勾股定理.md`    |
 * | `Route`      | on the site, decoded, no first slash | `posts/勾股定理/` · `feed.xml` |
 * | `OutputPath` | on a disk, below `public_dir`        | `posts/勾股定理/index.html`    |
 * | `Url`        | in an `href`, encoded, under `root`  | `/blog/posts/%E5%8B%BE…/`      |
 */

declare const brand: unique symbol;
type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

export type SourcePath = Brand<string, 'SourcePath'>;
export type Route = Brand<string, 'Route'>;
export type OutputPath = Brand<string, 'OutputPath'>;
export type Url = Brand<string, 'Url'>;

/** A path from the site's root with `/` between its parts, whatever the system's separator. */
export function toSourcePath(path: string): SourcePath {
  return path.replaceAll('\\', '/').replace(/^(\.\/)+/, '') as SourcePath;
}

/**
 * A route in its one canonical spelling: no leading slash, `/` only, no doubled
 * slashes, NFC, and `index.html` left out (`about/index.html` → `about/`).
 */
export function toRoute(path: string): Route {
  const clean = path
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/')
    .replace(/^\//, '')
    .normalize('NFC');
  return clean.replace(/(^|\/)index\.html$/, '$1') as Route;
}

/** The file a route is published as: a route that ends in `/` (or is empty) is a folder's `index.html`. */
export function toOutputPath(route: Route): OutputPath {
  return (route === '' || route.endsWith('/') ? `${route}index.html` : route) as OutputPath;
}

/** Percent-encodes a route once, `#` and `?` included, so that no part of it is read as a query or a fragment. */
export function encodeRoute(route: string): string {
  return encodeURI(route.toWellFormed()).replaceAll('#', '%23').replaceAll('?', '%3F');
}

/** The address of a route as it stands in an `href`: under the site's root (`/` or `/blog/`), encoded. */
export function toUrl(root: string, route: Route): Url {
  return `${root}${encodeOnce(route)}` as Url;
}

/** A site links to few places many times. */
const encoded = new Map<string, string>();
const origins = new Map<string, string>();

function encodeOnce(route: string): string {
  const known = encoded.get(route);
  if (known !== undefined) return known;
  if (encoded.size > 50_000) encoded.clear();
  const found = encodeRoute(route);
  encoded.set(route, found);
  return found;
}

/** The scheme and host of a web address: `https://example.com`. Throws a `TypeError` if it is none. */
export function originOf(address: string): string {
  const known = origins.get(address) ?? new URL(address).origin;
  origins.set(address, known);
  return known;
}

/**
 * What makes a route unfit to be published, or `undefined` if nothing does.
 * Checked on the final route, after every decoding and joining, so that no
 * later step can lead it outside `public_dir` (CVE-2018-17567's lesson).
 */
export function findRouteFault(route: Route): 'outside' | 'nul' | 'too-long' | undefined {
  for (const form of route.includes('%') ? [route, decodeLoosely(route)] : [route]) {
    if (CONTROL.test(form)) return 'nul';
    if (OUTSIDE.test(form)) return 'outside';
  }
  const output = toOutputPath(route);
  // A UTF-16 unit takes at most three bytes: most routes need not be measured.
  if (output.length * 3 <= MAX_PART) return undefined;
  const isLong = byteLength(output) > MAX_PATH || output.split('/').some((part) => byteLength(part) > MAX_PART);
  return isLong ? 'too-long' : undefined;
}

const CONTROL = /[\u0000-\u001f\u007f]/;
/** Begins at the top of a disk, or has a part `.` or `..`. */
const OUTSIDE = /^([/\\]|[A-Za-z]:[/\\])|(^|[/\\])\.{1,2}([/\\]|$)/;
/** In bytes of UTF-8, the limits of common file systems. */
const MAX_PART = 255;
const MAX_PATH = 3800;
const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** Each `%XX` by itself: a lone `%`, an ordinary character in a name, must not hide the others. */
function decodeLoosely(route: string): string {
  return route.replace(/%([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The folder a path stands in, with its final slash; `''` at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The extension in lower case without its dot; `''` if there is none (`.gitignore` has none). */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** A path without its extension: `a/b.c.md` → `a/b.c`. */
export function withoutExtension(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1 ? path.slice(0, dot) : path;
}

/** Joins `relative` to `folder` as a browser would: `.` and `..` are resolved; a path that leaves the top is `undefined`. */
export function joinPath(folder: string, relative: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${folder}/${relative}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** A path or a part of one without `%XX`; as it is, if it cannot be decoded. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
