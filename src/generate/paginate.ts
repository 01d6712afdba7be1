/**
 * Pagination: one list of posts becomes a row of pages. A *pager* is one page's
 * place in the row, counted from 1 as readers count.
 */
import { type Route, toRoute } from '../base/path.ts';
import type { LayoutPage } from '../model/page.ts';
import type { PostId } from '../model/post.ts';

/** What all pages of a row have in common; the route is that of the first. */
export type List = Omit<LayoutPage, 'type' | 'posts' | 'pager'> & {
  readonly posts: readonly PostId[];
  readonly perPage: number;
};

/**
 * Splits a list over as many pages as it needs; an empty list still gets one. The
 * first page keeps the list's own route and the others stand below it, in the folder
 * `paginationDir`: `tags/math/`, `tags/math/page/2/`. 0 posts a page means all on one.
 */
export function paginate({ posts, perPage, ...page }: List, paginationDir: string): LayoutPage[] {
  const size = perPage || Math.max(posts.length, 1);
  const total = Math.max(Math.ceil(posts.length / size), 1);
  const format = `${paginationDir}/%d/`;
  return Array.from({ length: total }, (_, index): LayoutPage => {
    const current = index + 1;
    return {
      ...page,
      type: 'layout',
      route: routeInRow(page.route, format, current),
      posts: posts.slice(index * size, current * size),
      pager: { current, total, base: page.route, format },
    };
  });
}

/** The route of the row's `n`-th page. */
function routeInRow(base: Route, format: string, n: number): Route {
  return n === 1 ? base : toRoute(`${base}${format.replace('%d', String(n))}`);
}
