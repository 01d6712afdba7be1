/**
 * An address as it stands in a page → where it leads, as a browser reads it (WHATWG URL).
 */
import { type Route, toRoute, toUrl } from '../base/path.ts';
import { decodeAddress } from './use.ts';

export type Target =
  /** A place of the site. `path` is as it was written, below the site's folder, decoded, as is the fragment. */
  | { readonly where: 'site'; readonly route: Route; readonly path: string; readonly fragment: string }
  /** On the host of the site, but above its folder. */
  | { readonly where: 'above'; readonly path: string }
  | { readonly where: 'foreign'; readonly host: string }
  /** No address that leads anywhere: `https://`. */
  | { readonly where: 'nowhere' }
  /** `mailto:`, `data:`, `javascript:` and the like. */
  | { readonly where: 'other' };

/** The site's own address: `https://example.com` and `/blog/`. */
export interface Home {
  readonly url: string;
  readonly top: string;
}

/** Where an address leads that stands on the page at `from`, or under its `<base>`. */
export function resolveAddress(address: string, from: Route, home: Home, base?: string): Target {
  const own = new URL(home.url);
  const page = new URL(toUrl(home.top, from), own);
  const url = parse(address, base === undefined ? page : (parse(base, page) ?? page));
  if (!url) return { where: 'nowhere' };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { where: 'other' };
  if (url.host !== own.host) return { where: 'foreign', host: url.host };
  const path = decodeAddress(url.pathname);
  if (!`${path}/`.startsWith(home.top)) return { where: 'above', path };
  const below = path.slice(home.top.length);
  return { where: 'site', route: toRoute(below), path: below, fragment: decodeAddress(url.hash.slice(1)) };
}

function parse(address: string, base: URL): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
