/**
 * A thread of the crew: takes chunks of posts until none is free, and sends what it made.
 */
import { readFileSync } from 'node:fs';
import type { MessagePort } from 'node:worker_threads';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import type { Cell } from '../base/memo.ts';
import type { SourcePath } from '../base/path.ts';
import type { HandedPost } from '../build/crew.ts';
import { PostRenderer, Unanswered } from '../build/post-renderer.ts';
import type { Rehearsal } from '../build/rehearsal.ts';
import { writeRecord } from '../build/rendered-record.ts';
import { SiteIndex } from '../build/site-index.ts';
import { noExtensions } from '../model/extension.ts';
import type { FileTimes, SourceFile } from '../model/sources.ts';
import { guardTime } from './guard.ts';
import { rehearse, type Script } from './rehearse.ts';
import { CHUNK, FREE, GIVEN_UP, type LocatedFile, SENT, TAKEN, type Task, type TaskPost } from './task.ts';

/**
 * Rehearses, and does one task as soon as it is sent to `port`. Then the thread ends, and
 * gives its memory back while the build goes on.
 */
export function serveRendering(port: MessagePort, script: Script): void {
  const rehearsal = rehearse(script);
  port.once('message', (task: Task) => {
    renderTask(task, rehearsal);
    task.port.close();
    port.close();
  });
}

function renderTask(task: Task, { memo }: Rehearsal): void {
  const states = new Int32Array(task.states);
  const sources = new Map<SourcePath, SourceFile>(task.files.map((file) => [file[0], new LocatedSource(file)]));
  const renderer = new PostRenderer({
    config: task.config,
    extensions: noExtensions,
    index: new SiteIndex({ ...task.facts, sources }),
    memo,
  });
  const { post_seconds: seconds } = task.config.build;
  for (let chunk = states.length - 1; chunk >= 0; chunk--) {
    if (Atomics.compareExchange(states, chunk, FREE, TAKEN) !== FREE) continue;
    const posts = task.posts.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
    const sent = renderChunk(renderer, posts, seconds);
    if (sent)
      task.port.postMessage(
        sent,
        sent.map(({ record }) => record.bytes.buffer),
      );
    Atomics.store(states, chunk, sent ? SENT : GIVEN_UP);
    Atomics.notify(states, chunk);
  }
}

/** `undefined` if anything about the chunk is not as it should be: the build will find out and tell. */
function renderChunk(renderer: PostRenderer, posts: readonly TaskPost[], seconds: number): HandedPost[] | undefined {
  try {
    return guardTime(() => posts.flatMap((post) => renderOne(renderer, post) ?? []), seconds)?.result;
  } catch {
    return undefined;
  }
}

/** `undefined` for a post that asks for an equation of another: only the build knows all posts. */
function renderOne(renderer: PostRenderer, { post, disk, print }: TaskPost): HandedPost | undefined {
  const bytes = readFileSync(disk);
  if (fingerprintBytes(bytes) !== print) throw new Error(`${post.id} changed during the build`);
  const cells = new Set<Cell>();
  const others = new Unanswered();
  const rendered = renderer.render(post, bytes, {
    note: (cell) => cells.add(cell),
    findEquation: others.findEquation,
  });
  return others.asked ? undefined : { id: post.id, record: writeRecord(rendered), cells: [...cells] };
}

class LocatedSource implements SourceFile {
  readonly path: SourcePath;
  readonly size: number;
  readonly times: FileTimes = { created: 0, modified: 0 };
  readonly #disk: string;

  constructor([path, disk, size]: LocatedFile) {
    this.path = path;
    this.#disk = disk;
    this.size = size;
  }

  get print(): Fingerprint {
    return fingerprintBytes(this.read());
  }

  readonly read = (): Uint8Array => readFileSync(this.#disk);
}
