/**
 * A post's HTML on a page that is not its own: on the home page and in a feed several
 * posts stand side by side, and their ids must not clash.
 */
import { fingerprintBytes } from '../base/fingerprint.ts';
import { decodePath, originOf } from '../base/path.ts';
import type { PostId } from '../model/post.ts';

/** What stands before a post's ids on a page that is not its own; posts of the same day differ in it. */
export function makeIdPrefix(id: PostId): string {
  return `p${fingerprintBytes(id).slice(0, 6)}-`;
}

/**
 * Gives each id the prefix, and leads each link to such an id to it; a link to a place
 * that is not in this piece (a footnote below the excerpt) leads to the post itself.
 */
export function isolateIds(html: string, prefix: string, postUrl: string): string {
  if (!html.includes(' id="') && !html.includes('href="#')) return html;
  const own = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? ''));
  return (
    html
      .replace(/ id="([^"]*)"/g, (_whole, id: string) => ` id="${prefix}${id}"`)
      .replace(/ href="#([^"]*)"/g, (_whole, id: string) =>
        own.has(id) || own.has(decodePath(id)) ? ` href="#${prefix}${id}"` : ` href="${postUrl}#${id}"`,
      )
      // Tabs of two posts are no group.
      .replace(/ name="tabs-([^"]*)"/g, (_whole, name: string) => ` name="tabs-${prefix}${name}"`)
      .replace(/ (aria-labelledby|aria-describedby|for|headers)="([^"]*)"/g, (whole, name: string, id: string) =>
        own.has(id) ? ` ${name}="${prefix}${id}"` : whole,
      )
  );
}

/** The same piece for a reader far from the site: links and pictures as whole addresses. */
export function makeAbsolute(html: string, siteUrl: string, postUrl: string): string {
  const origin = originOf(siteUrl);
  return html
    .replace(
      / (href|src|poster)="\/(?!\/)([^"]*)"/g,
      (_whole, name: string, path: string) => ` ${name}="${origin}/${path}"`,
    )
    .replace(/ href="#([^"]*)"/g, (_whole, id: string) => ` href="${postUrl}#${id}"`);
}
