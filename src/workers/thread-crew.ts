/**
 * The crew as threads. The build is one synchronous function, so it is not told when a
 * thread has finished something: it asks.
 */
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Crew, HandedPost, Offer } from '../build/crew.ts';
import type { Config } from '../model/config.ts';
import type { PostId } from '../model/post.ts';
import type { SourceFile } from '../model/sources.ts';
import type { Script } from './rehearse.ts';
import { CHUNK, FREE, KEPT, type LocatedFile, TAKEN, type Task } from './task.ts';
import { grantMemory, limitYoung } from './tune-engine.ts';

/** Bytes of posts below which a thread costs more than it saves: it must load and warm up first. */
const WORTHWHILE = 1_000_000;
/** More threads hardly gain: one draws and writes what the others render. */
const MOST = 4;
/** From so many formulas on, a build spends more time on garbage than memory is worth: some two thousand posts full of them. */
const MANY_FORMULAS = 40_000;
/** Milliseconds a chunk may be late beyond its time limit before its thread is taken for dead. */
const GRACE = 5_000;

export interface CrewSettings {
  /** The script that a thread runs; it calls `serveRendering`. */
  readonly entry: URL;
  readonly workers: Config['build']['workers'];
  /** The settings of the site, as far as they are known before it is planned. */
  readonly config: Config;
  /** Whether memory is spared as long as formulas are few. */
  readonly isSparing: boolean;
  /** Posts that will have to be rendered. */
  readonly posts: readonly SourceFile[];
  /** Where a file lies on the disk, if it does. */
  readonly locate: (file: SourceFile) => string | undefined;
}

export class ThreadCrew implements Crew {
  readonly #settings: CrewSettings;
  readonly #threads: Worker[] = [];
  readonly #ports: MessagePort[] = [];
  readonly #chunks = new Map<PostId, number>();
  /** Tells the threads that the rehearsal is over. */
  readonly #due = new Int32Array(new SharedArrayBuffer(4));
  #states = new Int32Array(new SharedArrayBuffer(0));
  /** Milliseconds to wait for a chunk. */
  #patience = 0;
  #isLost = false;
  /** How many formulas have been handed over. */
  #formulas = 0;
  #isSparing: boolean;

  constructor(settings: CrewSettings) {
    this.#settings = settings;
    this.#isSparing = settings.isSparing;
  }

  /** Few posts are rendered sooner than a thread has started. */
  wants(bytes: number): boolean {
    return this.#count > 0 && (this.#settings.workers !== 'auto' || bytes >= WORTHWHILE);
  }

  get #count(): number {
    const { workers } = this.#settings;
    return workers === 'auto' ? Math.min(availableParallelism() - 1, MOST) : workers;
  }

  /** Starts the threads, unless they have been started. */
  start(): void {
    if (this.#threads.length > 0) return;
    const { entry, config, posts, locate } = this.#settings;
    const files = posts.flatMap((file) => locate(file) ?? []);
    const workerData: Script = { config, files, due: this.#due.buffer };
    for (let n = 0; n < this.#count; n++) {
      const thread = new Worker(entry, { workerData, resourceLimits: limitYoung(this.#isSparing) });
      // One that cannot start takes nothing, and the build does everything by itself.
      thread.on('error', () => undefined);
      thread.unref();
      this.#threads.push(thread);
    }
  }

  offer(offer: Offer): void {
    this.start();
    Atomics.store(this.#due, 0, 1);
    const { task, order } = this.#prepareTask(offer);
    for (const [at, { post }] of order.entries()) this.#chunks.set(post.id, Math.floor(at / CHUNK));
    this.#states = new Int32Array(task.states);
    this.#patience = offer.config.build.post_seconds * 1000 + GRACE;
    for (const thread of this.#threads) {
      const { port1, port2 } = new MessageChannel();
      this.#ports.push(port1);
      thread.postMessage({ ...task, port: port2 } satisfies Task, [port2]);
    }
  }

  #prepareTask({ config, posts, facts }: Offer): { task: Omit<Task, 'port'>; order: Task['posts'] } {
    const { locate } = this.#settings;
    const order = posts.flatMap(({ post, file }) => {
      const disk = locate(file);
      return disk === undefined ? [] : [{ post, disk, print: file.print }];
    });
    const files = [...facts.sources.values()].flatMap((file): LocatedFile[] => {
      const disk = locate(file);
      return disk === undefined ? [] : [[file.path, disk, file.size]];
    });
    const states = new SharedArrayBuffer(4 * Math.ceil(order.length / CHUNK));
    const { sources: _, ...plain } = facts;
    return { order, task: { config, posts: order, facts: plain, files, states } };
  }

  claim(id: PostId): boolean {
    const chunk = this.#chunks.get(id);
    if (chunk === undefined || this.#isLost) return true;
    const before = Atomics.compareExchange(this.#states, chunk, FREE, KEPT);
    return before === FREE || before === KEPT;
  }

  collect(): HandedPost[] {
    const handed: HandedPost[] = [];
    for (const port of this.#ports) {
      for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) handed.push(...got.message);
    }
    if (this.#isSparing) this.#considerFormulas(handed);
    return handed;
  }

  /** Formulas make more garbage than they leave. */
  #considerFormulas(handed: readonly HandedPost[]): void {
    this.#formulas += handed.reduce((sum, { record }) => sum + record.formulas.total, 0);
    if (this.#formulas < MANY_FORMULAS) return;
    this.#isSparing = false;
    grantMemory();
  }

  await(id: PostId): boolean {
    const chunk = this.#chunks.get(id);
    if (chunk === undefined || this.#isLost) return false;
    const waited = Atomics.wait(this.#states, chunk, TAKEN, this.#patience);
    if (waited === 'timed-out') this.#isLost = true;
    return waited !== 'timed-out';
  }

  /** Ends the threads. */
  close(): void {
    for (const port of this.#ports) port.close();
    for (const thread of this.#threads) void thread.terminate();
  }
}
