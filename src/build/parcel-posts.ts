/**
 * Posts in parcels that are rendered under one time limit each.
 */
import type { PostId } from '../model/post.ts';

const MOST = 32;
/** In bytes. */
const LARGE = 1 << 19;

/** Many small posts share a parcel; a large one has its own, the last ones: so none waits for it. */
export function parcelPosts(ids: readonly PostId[], sizeOf: (id: PostId) => number): PostId[][] {
  const small = ids.filter((id) => sizeOf(id) <= LARGE);
  const count = Math.ceil(small.length / MOST);
  const parcels = Array.from({ length: count }, (_, at) => small.slice(at * MOST, (at + 1) * MOST));
  return [...parcels, ...ids.filter((id) => sizeOf(id) > LARGE).map((id) => [id])];
}
