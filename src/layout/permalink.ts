/**
 * The whole address of a place on the site, and its ending as `pretty_urls` wants it.
 */
import { originOf, type Route, toRoute, toUrl } from '../base/path.ts';
import type { Config } from '../model/config.ts';

/** What a feed, the sitemap and comments know a page by: `https://…`, with the ending that links to it have (Hexo, models/post). */
export function permalinkOf(route: Route, config: Config): string {
  return `${originOf(config.url)}${toUrl(config.root, toRoute(writePretty(route, config)))}`;
}

/** Leaves out `index.html` and `.html` where the site wants that. */
export function writePretty(path: string, { pretty_urls }: Config): string {
  if (/(^|\/)index\.html$/.test(path)) return pretty_urls.trailing_index ? path : path.replace(/index\.html$/, '');
  return pretty_urls.trailing_html ? path : path.replace(/\.html$/, '');
}
