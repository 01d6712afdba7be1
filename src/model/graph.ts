/**
 * The content graph: all posts and pages, their order, and the terms that gather them.
 */
import type { Route } from '../base/path.ts';
import type { Data, Post, PostId } from './post.ts';

export type Taxonomy = 'tag' | 'category';

export interface Term {
  /** Unique in its taxonomy: names joined by a slash that no name can hold. */
  readonly id: string;
  readonly taxonomy: Taxonomy;
  readonly name: string;
  /** The names from the root of the tree down to this one; a tag has only its own. */
  readonly path: readonly string[];
  readonly slug: string;
  readonly route: Route;
  /** Newest first; a category holds its children's posts too. */
  readonly posts: readonly PostId[];
  readonly children: readonly Term[];
}

/** The posts of one year, one month or one day. */
export interface Archive {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly route: Route;
  readonly posts: readonly PostId[];
}

export interface Series {
  readonly name: string;
  /** In reading order: oldest first. */
  readonly posts: readonly PostId[];
}

export interface ContentGraph {
  /** Newest first; of one instant, by id. */
  readonly posts: readonly Post[];
  /** By route. */
  readonly pages: readonly Post[];
  /** Posts and pages. */
  readonly byId: ReadonlyMap<PostId, Post>;
  /** By name. */
  readonly tags: readonly Term[];
  /** The roots of the tree, by name. */
  readonly categories: readonly Term[];
  /** Years, newest first; then months, then days. */
  readonly archives: readonly Archive[];
  readonly series: readonly Series[];
  /** `_data`: the content of each file under its path without extension. */
  readonly data: Readonly<Record<string, Data>>;
}

/** A tree of terms as one list, parents before their children. */
export function flattenTerms(terms: readonly Term[]): Term[] {
  return terms.flatMap((term) => [term, ...flattenTerms(term.children)]);
}
