/**
 * Which category stands in the address of a post that has several.
 *
 * Hexo takes the last of them in the order of its database (filter/post_permalink), which
 * is that in which the site came to know them: post by post, from the top of each path
 * (models/post, `setCategories`). So what other posts say decides, and the choice is the site's.
 */
import { fingerprint } from '../base/fingerprint.ts';
import type { Route } from '../base/path.ts';
import type { RememberedPost } from './parse-post.ts';
import { listLevels, nameCategory } from './taxonomy.ts';

/** The posts, in the order of their paths, each where it lives. Drafts make no category known. */
export function settleRoutes(posts: readonly RememberedPost[]): readonly RememberedPost[] {
  if (!posts.some(({ byCategory }) => byCategory)) return posts;
  const ages = rankCategories(posts);
  return posts.map((read) => {
    const { post, byCategory, print } = read;
    if (!post || !byCategory) return read;
    let route: Route = post.route;
    let latest = -1;
    for (const one of byCategory) {
      const age = ages.get(one.category) ?? -1;
      if (age > latest) [latest, route] = [age, one.route];
    }
    return { ...read, post: { ...post, route }, print: fingerprint([print, route]) };
  });
}

/** Of each category, how many were known before it. */
function rankCategories(posts: readonly RememberedPost[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const { post } of posts) {
    if (post?.kind !== 'post' || post.draft) continue;
    for (const path of post.categories.flatMap(listLevels)) {
      const category = nameCategory(path);
      if (!ranks.has(category)) ranks.set(category, ranks.size);
    }
  }
  return ranks;
}
