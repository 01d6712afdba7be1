/**
 * Addresses in the arguments of tags, by the same rules as in links and pictures.
 */
import { decodePath, encodeRoute, toRoute } from '../../base/path.ts';
import { tell } from '../context.ts';
import { type FoundAsset, findAsset } from '../find-asset.ts';
import { resolveLink } from '../link-rule.ts';
import type { TagUse } from './definition.ts';

const FOREIGN_URL = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;

/** Whether an address leads to another host. */
export function isForeign(url: string): boolean {
  return FOREIGN_URL.test(url);
}

const ADDRESS = /^(?:[a-z]{3,9}:(?!:)|\/|#|www\.|\S+@\S+\.\w)\S*$/i;

/** Whether a word is an address as a whole, of a site, a page or a person. */
export function isAddress(word: string): boolean {
  return ADDRESS.test(word);
}

/** The host of an address, without `www.`. */
export function hostOf(url: string): string {
  return /^(?:[a-z]+:)?\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1] ?? '';
}

/** An address encoded once, whether it was encoded before or not. */
export function encodeUrl(url: string): string {
  try {
    return encodeURI(decodeURI(url));
  } catch {
    return url;
  }
}

/** The address for an `href`. A path that leads nowhere is told. */
export function linkTo({ context, config, map }: TagUse, href: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(href) ? encodeUrl(href) : resolveLink(href, { context, config, map });
}

/** The address of a path from the top of the site, as `url_for` gives it; others as they are. */
export function urlFrom(base: string, path: string, isIndexShown: boolean): string {
  if (/^(#|\/\/|[a-z][a-z0-9+.-]*:)/i.test(path)) return encodeUrl(path);
  const [, name = '', tail = ''] = /^([^?#]*)(.*)$/s.exec(path.replace(/^\//, '')) ?? [];
  const encoded = encodeRoute(
    decodePath(name)
      .replace(/\/{2,}/g, '/')
      .normalize('NFC'),
  );
  return base + (isIndexShown ? encoded : encoded.replace(/(^|\/)index\.html$/, '$1')) + tail;
}

/** A file of the post or of the site. If there is none, that is told. */
export function findTagAsset({ context, config, map, source }: TagUse, path: string): FoundAsset | undefined {
  const found = findAsset(path, { context, config });
  if (!found)
    tell(
      context,
      'image/missing',
      { target: path, suggestion: "Put it into the post's folder and check its spelling." },
      { map, snippet: source },
    );
  return found;
}

/** The address of a file: of the site's own if there is one of that name, else as it is written. */
export function fileUrl(use: TagUse, path: string): string {
  const { config, context } = use;
  if (isForeign(path) || /^[a-z]+:/i.test(path)) return encodeUrl(path);
  if (path.startsWith('/') && context.site.hasRoute(toRoute(path))) return linkTo(use, path);
  const found = findTagAsset(use, path);
  if (found) return found.url;
  return path.startsWith('/') && !path.startsWith(config.top) ? urlFrom(config.top, path, true) : path;
}
