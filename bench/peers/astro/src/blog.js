/**
 * The posts of the blog and the lists they stand in, gathered once a build.
 */
import { getCollection } from 'astro:content';

const PER_PAGE = 10;
let gathered;

export function gatherBlog() {
  gathered ??= gather();
  return gathered;
}

async function gather() {
  const posts = (await getCollection('posts')).sort((a, b) => b.data.date - a.data.date);
  const group = (keysOf) => groupBy(posts, keysOf);
  return {
    posts,
    categories: group(({ data }) => data.categories),
    tags: group(({ data }) => data.tags),
    years: group((post) => [isoDate(post).slice(0, 4)]),
    months: group((post) => [isoDate(post).slice(0, 7).replace('-', '/')]),
  };
}

function groupBy(posts, keysOf) {
  const groups = new Map();
  for (const post of posts) {
    for (const key of keysOf(post)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(post);
    }
  }
  return groups;
}

export function isoDate({ data }) {
  return data.date.toISOString();
}

export function urlOf(post) {
  return `/${isoDate(post).slice(0, 10).replaceAll('-', '/')}/${post.id}/`;
}

export function excerptOf(post) {
  return (post.rendered?.html ?? '').split('<!-- more -->')[0];
}

/** The pages of a list, as Astro's paths. */
export function paginate(base, title, posts) {
  const total = Math.max(1, Math.ceil(posts.length / PER_PAGE));
  const url = (n) => (n < 1 || n > total ? null : n === 1 ? base : `${base}page/${n}/`);
  return Array.from({ length: total }, (_, index) => ({
    params: { path: pathOf(url(index + 1)) },
    props: {
      list: {
        title,
        posts: posts.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
        current: index + 1,
        total,
        prev: url(index),
        next: url(index + 2),
      },
    },
  }));
}

export function pathOf(url) {
  return url.replace(/^\/|\/$/g, '') || undefined;
}
