/**
 * The few statistics that a benchmark of medians needs.
 */

/** The middle one; of two middle ones the greater. */
export function findMedian(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

/** `e` in cost ∝ postsᵉ, from two sizes: 1 means that twice the posts cost twice as much. */
export function findGrowth(small, large) {
  return Math.log(large.cost / small.cost) / Math.log(large.posts / small.posts);
}

/** Gathers items under what `keyOf` gives, in the order in which keys appear. */
export function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}
