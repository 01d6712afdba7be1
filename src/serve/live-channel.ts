/**
 * The live channel: pages under `serve` listen on it (server-sent events) and are told,
 * each by itself, whether to reload, to take a new stylesheet, or to show what is wrong.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type OutputPath, toOutputPath, toRoute, toUrl } from '../base/path.ts';
import { readTarget } from './request-path.ts';
import { HEADERS } from './send.ts';

/** What changed on the site. */
export interface Published {
  readonly routes: 'all' | ReadonlySet<OutputPath>;
  /** Stylesheets among them, by path: they are swapped without a reload. */
  readonly stylesheets?: readonly string[] | undefined;
}

interface Listener {
  readonly response: ServerResponse;
  /** The file of the page that listens. */
  readonly page: OutputPath | undefined;
}

const PING_MS = 25_000;
/** A tab that reads so slowly is not there any more. */
const MAX_WAITING = 1 << 20;

export class LiveChannel {
  readonly #root: string;
  readonly #findProblem: () => string | undefined;
  readonly #listeners = new Set<Listener>();
  /** A server that was started anew is another one, even if it has counted as far. */
  readonly #token = randomUUID().slice(0, 8);
  #count = 0;
  #ping: NodeJS.Timeout | undefined;

  constructor(root: string, findProblem: () => string | undefined) {
    this.#root = root;
    this.#findProblem = findProblem;
  }

  /** The state of the site; a page that shows an older one must be loaded again. */
  get since(): string {
    return `${this.#token}-${this.#count}`;
  }

  /** Lets a page listen; tells it at once if it is behind, or what is wrong. */
  listen(request: IncomingMessage, response: ServerResponse): void {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const wanted = readTarget(query.get('page') ?? '', this.#root);
    const page = typeof wanted === 'object' ? toOutputPath(wanted.route) : undefined;
    const listener = { response, page };
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('retry: 500\n\n');
    response.on('close', () => this.#listeners.delete(listener));
    response.on('error', () => this.#listeners.delete(listener));
    this.#listeners.add(listener);
    this.#ping ??= setInterval(() => this.#write(': still here\n\n'), PING_MS).unref();
    // A browser that connects again by itself tells the last event it has seen.
    const seen = request.headers['last-event-id'] ?? query.get('since');
    this.#tell(listener, seen === this.since ? {} : { reload: true });
  }

  /** Tells every page what it must do about a change. */
  publish({ routes, stylesheets = [] }: Published): void {
    this.#count++;
    const changed = routes === 'all' ? [] : [...routes];
    const styles = new Set([...stylesheets, ...changed.filter((path) => path.endsWith('.css'))]);
    const urls = [...styles].map((path) => decodeURI(toUrl(this.#root, toRoute(path))));
    const needsAll = routes === 'all' || changed.some(mayBeOnAnyPage);
    const pages: ReadonlySet<string | undefined> = new Set(changed);
    for (const listener of this.#listeners) {
      // `/a` may have been answered with `a.html`.
      const reload = needsAll || pages.has(listener.page) || pages.has(`${listener.page}.html`);
      this.#tell(listener, reload ? { reload } : { styles: urls });
    }
  }

  /** Hangs up on everybody. */
  close(): void {
    clearInterval(this.#ping);
    for (const { response } of this.#listeners) response.end();
    this.#listeners.clear();
  }

  #tell(listener: Listener, what: { reload?: boolean; styles?: readonly string[] }): void {
    const problem = this.#findProblem();
    const data = JSON.stringify({ since: this.since, ...what, ...(problem !== undefined && { problem }) });
    this.#send(listener, `id: ${this.since}\ndata: ${data}\n\n`);
  }

  #write(text: string): void {
    for (const listener of this.#listeners) this.#send(listener, text);
  }

  #send({ response }: Listener, text: string): void {
    if (response.writableLength > MAX_WAITING) response.destroy();
    else response.write(text);
  }
}

/** Pictures and scripts may stand on any page; other pages, feeds and lists do not. */
function mayBeOnAnyPage(path: OutputPath): boolean {
  return !/\.(html|css|xml|json|txt|atom|rss|map)$/.test(path);
}
