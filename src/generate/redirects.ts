/**
 * Pages at old addresses which lead to the new one: a host that serves files knows no
 * other way. Old addresses stand in the front matter, as `alias` (hexo-generator-alias),
 * `aliases` (Hugo) or `redirect_from` (Jekyll), or in the settings, `alias: {old: new}`.
 */
import { decodePath, originOf, type Route, toRoute, toUrl } from '../base/path.ts';
import { isRecord } from '../base/record.ts';
import { escapeHtml } from '../base/text.ts';
import type { Config } from '../model/config.ts';
import type { ContentGraph } from '../model/graph.ts';
import type { TextPage } from '../model/page.ts';

const ELSEWHERE = /^(?:https?:)?\/\//i;
const KEYS = ['alias', 'aliases', 'redirect_from'];

/** A page for each old address; whatever else wants one has it. */
export function generateRedirects(graph: ContentGraph, config: Config): TextPage[] {
  const { alias } = config.written;
  const posts = [...graph.posts, ...graph.pages].flatMap(({ frontMatter, route, title }) =>
    KEYS.flatMap((key) => listWords(frontMatter[key])).map((old) => ({ old, route, title })),
  );
  const settings = Object.entries(isRecord(alias) ? alias : {}).flatMap(([old, now]) =>
    typeof now === 'string' ? [{ old, route: ELSEWHERE.test(now) ? now : readRoute(now), title: now }] : [],
  );
  return [...posts, ...settings].flatMap(({ old, route, title }) => {
    const from = readRoute(old);
    if (from === route) return [];
    const text = drawRedirect(route, title, config);
    return [{ type: 'text', route: from, owner: `the old address /${from}`, text }];
  });
}

function listWords(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
}

/** `/old/path` → `old/path/`; an address with an extension is a file. */
function readRoute(address: string): Route {
  const path = decodePath(address.trim()).replace(/^\/+/, '');
  return toRoute(path === '' || /(\/|\.\w+)$/.test(path) ? path : `${path}/`);
}

/** @param target - a route, or the address of another site */
function drawRedirect(target: Route | string, title: string, { language, root, url }: Config): string {
  const isElsewhere = ELSEWHERE.test(target);
  const path = escapeHtml(isElsewhere ? target : toUrl(root, toRoute(target)));
  const whole = isElsewhere ? path : escapeHtml(originOf(url)) + path;
  return `<!doctype html>
<html lang="${escapeHtml(language[0] ?? 'en')}">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<link rel="canonical" href="${whole}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${path}">
<p><a href="${path}">${escapeHtml(title || target)}</a></p>
`;
}
