/**
 * What passes between the build and its threads: plain data, and a row of states that
 * both sides see.
 *
 * Posts are parted into chunks. Whoever puts `TAKEN` or `KEPT` in place of `FREE` has
 * the chunk; a thread begins at the end and the build at the beginning, so they meet only
 * when nothing is left.
 */
import type { MessagePort } from 'node:worker_threads';
import type { SourcePath } from '../base/path.ts';
import type { IndexFacts } from '../build/site-index.ts';
import type { Config } from '../model/config.ts';
import type { Post } from '../model/post.ts';

/** Posts a chunk: so few that the last one is not waited for long. */
export const CHUNK = 8;

/** The states of a chunk. */
export const FREE = 0;
/** The build renders it itself. */
export const KEPT = 1;
/** A thread renders it. */
export const TAKEN = 2;
/** It has been sent. */
export const SENT = 3;
/** The thread could not do it: the build must. */
export const GIVEN_UP = 4;

/** A file as a thread can read it. */
export type LocatedFile = readonly [path: SourcePath, disk: string, size: number];

export interface Task {
  readonly config: Config;
  readonly posts: readonly TaskPost[];
  readonly facts: Omit<IndexFacts, 'sources'>;
  readonly files: readonly LocatedFile[];
  /** An `Int32Array` of states, one a chunk. */
  readonly states: SharedArrayBuffer;
  /** Where finished chunks are sent to, each a `HandedPost[]`. */
  readonly port: MessagePort;
}

export interface TaskPost {
  readonly post: Post;
  readonly disk: string;
  /** Of the file when the site was planned. */
  readonly print: string;
}
