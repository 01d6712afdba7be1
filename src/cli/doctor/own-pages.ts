/**
 * The pages that a blog has beside its posts, and the menu that leads to them.
 */

import { decodePath, type Route } from '../../base/path.ts';
import { isRecord } from '../../base/record.ts';
import type { Build } from '../../build/build.ts';
import type { Post } from '../../model/post.ts';
import { listFriends, listPhotos } from '../../model/shown-data.ts';
import type { Findings } from './findings.ts';

/** The menu that the theme has by itself, and the blog's own pages, which nothing leads to. */
export function proposeMenu(build: Build): Findings['menu'] {
  const { plan } = build;
  const { archive_dir: archives, category_dir: categories, tag_dir: tags } = plan.config;
  const own = listOwnPages(build)
    .filter(({ blank, hidden, title }) => !blank && !hidden && title !== '')
    .map(({ title, route }) => ({ name: title, address: writeAddress(route) }));
  if (isRecord(plan.theme.config.menu) || own.length === 0) return [];
  return nameApart([
    { name: 'home', address: '/' },
    { name: 'archives', address: `/${archives}/` },
    ...(plan.graph.categories.length > 0 ? [{ name: 'categories', address: `/${categories}/` }] : []),
    ...(plan.graph.tags.length > 0 ? [{ name: 'tags', address: `/${tags}/` }] : []),
    ...own,
  ]);
}

/** Keys of a map: two of one name get numbers. */
function nameApart(entries: Findings['menu']): Findings['menu'] {
  const used = new Map<string, number>();
  return entries.map(({ name, address }) => {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return { name: count > 1 ? `${name} ${count}` : name, address };
  });
}

/** Addresses of the menu that was taken over at which there is no page. */
export function listDeadEntries({ plan }: Build): string[] {
  const { menu } = plan.theme.taken;
  const known = new Set(plan.pages.map(({ route }) => decodePath(writeAddress(route))));
  return Object.values(isRecord(menu) ? menu : {}).flatMap((address) => {
    if (typeof address !== 'string' || !/^\/(?!\/)/.test(address)) return [];
    const path = decodePath(address)
      .replace(/[?#].*$/, '')
      .replace(/(?<=\/)index\.html$/, '');
    return [path, `${path}/`, `${path}.html`].some((one) => known.has(one)) ? [] : [address];
  });
}

/** Pages without a text, which the theme that the blog had filled. */
export function listEmptyPages(build: Build): string[] {
  const { data } = build.plan.graph;
  const isShown = ({ frontMatter: { type }, route: path }: Post): boolean =>
    listFriends({ type, path }, data).length > 0 || listPhotos({ type, path }, data).length > 0;
  return listOwnPages(build)
    .filter((page) => page.blank && !isShown(page))
    .map(({ route }) => writeAddress(route));
}

/** The blog's own pages, without those that every blog has and the theme draws. */
function listOwnPages({ plan }: Build): Post[] {
  const drawn = new Set(
    plan.pages.flatMap((page) => (page.type === 'layout' && page.kind !== 'page' && page.post ? [page.post] : [])),
  );
  const isUsual = (name: unknown): boolean => typeof name === 'string' && /^(archives?|search|index|404)$/i.test(name);
  return plan.graph.pages.filter(
    ({ id, layout, frontMatter: { type } }) => !drawn.has(id) && layout !== false && !isUsual(layout) && !isUsual(type),
  );
}

/** As a writer writes it: `/about/`. */
function writeAddress(route: Route): string {
  return `/${route}`.replace(/(?<=\/)index\.html$/, '');
}
