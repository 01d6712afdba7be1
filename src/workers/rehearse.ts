/**
 * What a thread does until it has a task.
 */
import { readFileSync } from 'node:fs';
import { Rehearsal } from '../build/rehearsal.ts';
import type { Config } from '../model/config.ts';
import { guardTime } from './guard.ts';

/** What a thread is given when it starts. */
export interface Script {
  /** The settings of the site, as far as they are known before it is planned. */
  readonly config: Config;
  /** Where the posts lie on the disk. */
  readonly files: readonly string[];
  /** An `Int32Array` of one number: not 0 as soon as the task is on its way. */
  readonly due: SharedArrayBuffer;
}

/** Seconds that a post may take here: who waits for the thread should not notice. */
const PATIENCE = 0.2;
/** More than this is warm enough. */
const MOST_POSTS = 400;

/** Renders posts until the task is due. Whatever goes wrong goes wrong in earnest later, and is told then. */
export function rehearse({ config, files, due }: Script): Rehearsal {
  const isDue = new Int32Array(due);
  const rehearsal = new Rehearsal(config);
  for (const file of files.slice(0, MOST_POSTS)) {
    if (Atomics.load(isDue, 0) !== 0) break;
    try {
      if (!guardTime(() => rehearsal.render(readFileSync(file)), PATIENCE)) break;
    } catch {
      // It is found out again when the post is rendered.
    }
  }
  return rehearsal;
}
