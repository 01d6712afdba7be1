/**
 * What a blog had from plugins and other hosts: comments, counters, indexes for a search.
 */
import { isRecord } from '../../base/record.ts';
import type { Config } from '../../model/config.ts';
import type { New } from './findings.ts';

/** Comments and counters that are loaded from elsewhere, by the names that themes and plugins have for them. */
const SERVICE =
  /gitalk|gitment|disqus|valine|waline|twikoo|giscus|utteranc|changyan|livere|beaudar|cusdis|remark42|artalk|duoshuo|busuanzi|leancloud|[-_]analytics$|tongji|cnzz|umami/i;

/** Whether a plugin is for such a service. */
export function namesService(plugins: readonly string[]): boolean {
  return plugins.some((name) => SERVICE.test(name));
}

/** Whether settings, or a group in them, switch such a service on. */
export function hasService(settings: unknown): boolean {
  if (!isRecord(settings)) return false;
  return Object.entries(settings).some(([key, value]) => {
    if (SERVICE.test(key)) return isOn(value);
    // `comments: {use: Valine}`, `comment: {type: disqus}`
    if (/^comments?$/.test(key) && isRecord(value) && Object.values(value).some((one) => SERVICE.test(String(one))))
      return true;
    return hasService(value);
  });
}

function isOn(value: unknown): boolean {
  if (!isRecord(value)) return value === true || (typeof value === 'string' && value !== '');
  if (typeof value.enable === 'boolean') return value.enable;
  return Object.values(value).some((inner) => typeof inner === 'string' && inner !== '');
}

/** The files that searched the blog in the reader's browser, which are not made here. */
export function listSearchIndexes({ written: { search } }: Config, plugins: readonly string[]): string[] {
  const has = (pattern: RegExp): boolean => plugins.some((name) => pattern.test(name));
  const path = isRecord(search) && typeof search.path === 'string' && search.path !== '' ? search.path : 'search.xml';
  return [
    ...(has(/generator-search(db)?$/) ? [path] : []),
    ...(has(/generator-json-content$/) ? ['content.json'] : []),
  ];
}

/** What the blog did not have, and has here without asking. */
export function listNew(plugins: readonly string[]): New[] {
  const had = (pattern: RegExp): boolean => plugins.some((name) => pattern.test(name));
  const things: readonly (readonly [New, RegExp])[] = [
    ['search', /search|algolia|json-content/],
    ['feed', /generator-(feed|rss|atom)/],
    ['sitemap', /sitemap/],
  ];
  return things.flatMap(([thing, pattern]) => (had(pattern) ? [] : [thing]));
}
