/**
 * `page` in a template: the post itself on a post's page, else what the list shows.
 */
import { toRoute } from '../base/path.ts';
import type { LayoutPage, Pager } from '../model/page.ts';
import type { Views } from './views.ts';

/** Variables of the page being drawn, by Hexo's names. */
export function createPageView(page: LayoutPage, views: Views): object {
  if (page.post !== undefined) return views.post(page.post) ?? {};
  const { term: id, kind } = page;
  const term = id === undefined ? undefined : views.findTerm(kind === 'tag' ? 'tag' : 'category', id);
  return {
    ...page.data,
    ...(page.pager && drawPager(page.pager)),
    ...(kind === 'home' && { __index: true }),
    ...(kind === 'archive' && { archive: true, ...page.archive }),
    ...(term && { [kind]: term.name, term: views.term(term) }),
    ...(page.posts && { posts: views.posts(page.posts) }),
    path: page.route,
    kind,
  };
}

function drawPager({ current, total, base, format }: Pager): Record<string, unknown> {
  const link = (n: number): string => (n === 1 ? base : toRoute(`${base}${format.replace('%d', String(n))}`));
  const [prev, next] = [current > 1 ? current - 1 : 0, current < total ? current + 1 : 0];
  return {
    current,
    total,
    base,
    format,
    current_url: link(current),
    prev,
    next,
    prev_link: prev ? link(prev) : '',
    next_link: next ? link(next) : '',
  };
}
