/**
 * Others who render posts at the same time, as the build sees them. Who they are (threads)
 * is known to whoever may start them.
 *
 * Posts are offered; then each side takes what the other has not begun, so that nobody
 * waits while there is work. What others make is taken over as if it had been made here.
 */
import type { Cell } from '../base/memo.ts';
import type { Config } from '../model/config.ts';
import type { Post, PostId } from '../model/post.ts';
import type { SourceFile } from '../model/sources.ts';
import type { LooseRecord } from './rendered-record.ts';
import type { IndexFacts } from './site-index.ts';

/** Posts to be rendered, and what their rendering may ask of the site. Plain data but for the files. */
export interface Offer {
  readonly config: Config;
  readonly posts: readonly { readonly post: Post; readonly file: SourceFile }[];
  readonly facts: IndexFacts;
}

/** A post that another has rendered. */
export interface HandedPost {
  readonly id: PostId;
  readonly record: LooseRecord;
  /** What it read. */
  readonly cells: readonly Cell[];
}

export interface Crew {
  /** Whether it pays to offer posts of so many bytes. */
  wants(bytes: number): boolean;
  /** Offers posts, once. */
  offer(offer: Offer): void;
  /** Takes a post for oneself, with its neighbours; `false` if another has begun it. */
  claim(id: PostId): boolean;
  /** What others have finished since this was last asked. */
  collect(): HandedPost[];
  /** Waits until a post that another has begun is there to be collected; `false` if it will never be. */
  await(id: PostId): boolean;
}
