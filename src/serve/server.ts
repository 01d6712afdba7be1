/**
 * The local server: shows what the build produced, and nothing else. It never asks the
 * disk for a path that a request names; it looks the route up among the outputs.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Diagnostic } from '../base/diagnostic.ts';
import { fingerprintBytes } from '../base/fingerprint.ts';
import { type Route, toRoute, toUrl } from '../base/path.ts';
import { diagnose } from '../model/messages.ts';
import { isOwnHost, isOwnPage } from './guard.ts';
import { LiveChannel, type Published } from './live-channel.ts';
import { drawLiveTag, LIVE_PATH, liveClient } from './live-client.ts';
import { readTarget } from './request-path.ts';
import { type Answer, HEADERS, prepare, type Served, send } from './send.ts';

export type { Served } from './send.ts';

export interface ServeOptions {
  /** The address to listen on: `127.0.0.1`. */
  readonly host: string;
  readonly port: number;
  /** The port was asked for: if it is taken, that is an error. Otherwise the next free one is taken. */
  readonly portIsFixed: boolean;
  /** The site's root, `/` or `/blog/`. */
  readonly root: string;
  /** Whether pages reload by themselves; so unless told otherwise. */
  readonly live?: boolean | undefined;
  /** What the build produced at a route, if anything. */
  readonly lookUp: (route: Route) => Promise<Served | undefined>;
  /** Whether links of the site leave out `.html`: then, as on the hosts that allow that, `/a` is `a.html`. */
  readonly leavesOutHtml?: (() => boolean) | undefined;
  /** What is wrong with the site now, as drawn by `drawErrorPage`; nothing if all is well. */
  readonly errorPage?: (() => string | undefined) | undefined;
}

export interface RunningServer {
  /** Where the site is to be seen, root included. */
  readonly url: string;
  readonly port: number;
  /** Tells open pages of a change. Called after every build, also one that failed. */
  publish(change: Published): void;
  close(): Promise<void>;
}

const PORTS_TO_TRY = 100;
const MAX_PORT = 65_535;

/** Starts the server; tells what keeps it from listening. */
export async function startServer(options: ServeOptions): Promise<RunningServer | { refused: Diagnostic }> {
  const channel = new LiveChannel(options.root, options.errorPage ?? (() => undefined));
  const server = createServer((request, response) => {
    answer(request, response, options, channel).catch(() => fail(response));
  });
  server.headersTimeout = 20_000;
  const port = await listen(server, options);
  if (typeof port === 'object') return port;
  // An accept that fails (too many open files) must not end the server.
  server.on('error', () => {});
  return {
    url: `http://${nameHost(options.host)}:${port}${options.root}`,
    port,
    publish: (change) => channel.publish(change),
    close: async () => {
      channel.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** An address as it stands in a URL. */
function nameHost(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function listen(server: Server, options: ServeOptions): Promise<number | { refused: Diagnostic }> {
  const { host, port: first, portIsFixed } = options;
  const last = portIsFixed ? first : Math.min(MAX_PORT, first + PORTS_TO_TRY);
  for (let port = first; ; port++) {
    const error = await tryPort(server, port, host);
    if (!error) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    }
    if (error.code !== 'EADDRINUSE') {
      return { refused: diagnose('serve/cannot-listen', { host, port, detail: error.message }) };
    }
    if (port >= last) return { refused: diagnose('serve/port-used', { host, port: first }) };
  }
}

function tryPort(server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void => resolve(error);
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve(undefined);
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServeOptions,
  channel: LiveChannel,
): Promise<void> {
  const { url: target = '', method, headers } = request;
  if (!isOwnHost(headers.host, options.host)) return say(response, 403, 'This server does not go by that name.');
  if (method !== 'GET' && method !== 'HEAD') return say(response, 405, 'Only GET and HEAD are answered.');
  if (options.live !== false && target.startsWith(LIVE_PATH)) return answerLive(request, response, channel);
  const since = channel.since;
  const found = await find(target, options);
  if (typeof found === 'number') return say(response, found, 'That is no address of this site.');
  if ('location' in found) {
    response.writeHead(301, { ...HEADERS, Location: found.location, 'Cache-Control': 'no-store' }).end();
    return;
  }
  send(request, response, options.live === false ? found : bringToLife(found, since));
}

function answerLive(request: IncomingMessage, response: ServerResponse, channel: LiveChannel): void {
  const path = (request.url ?? '').replace(/\?.*/s, '');
  if (!isOwnPage(request.headers)) say(response, 403, 'Only pages of this site may listen.');
  else if (path === LIVE_PATH && request.method === 'GET') channel.listen(request, response);
  else if (path === `${LIVE_PATH}.js`) send(request, response, liveScript);
  else say(response, 404, 'There is nothing here.');
}

const liveScript: Answer = {
  status: 200,
  type: 'text/javascript; charset=utf-8',
  tag: `live-${fingerprintBytes(liveClient)}`,
  content: Buffer.from(liveClient, 'utf8'),
};

/** The answer to a target, where to go instead, or only a status. */
async function find(target: string, options: ServeOptions): Promise<Answer | { location: string } | number> {
  const { root, lookUp } = options;
  const wanted = readTarget(target, root);
  if (wanted === 'malformed') return 400;
  if (wanted === 'outside') {
    const path = target.replace(/[?#].*/s, '');
    return path === '/' || `${path}/` === root ? { location: root } : findMissing(options);
  }
  const { route, search } = wanted;
  const answer = await answerRoute(route, options);
  if (answer) return answer;
  if (route === '' || route.endsWith('/')) return findMissing(options);
  const page = options.leavesOutHtml?.() ? await answerRoute(toRoute(`${route}.html`), options) : undefined;
  if (page) return page;
  const folder = toRoute(`${route}/`);
  return (await lookUp(folder)) ? { location: toUrl(root, folder) + search } : findMissing(options);
}

async function answerRoute(route: Route, { lookUp }: ServeOptions): Promise<Answer | undefined> {
  const served = await lookUp(route);
  return served && prepare(served, 200);
}

/** The site's own page for what is missing; if the build has failed, what is wrong; else a few words. */
async function findMissing({ lookUp, errorPage }: ServeOptions): Promise<Answer | number> {
  const served = await lookUp(toRoute('404.html'));
  const answer = served && prepare(served, 404);
  if (answer) return answer;
  const problem = errorPage?.();
  if (problem === undefined) return 404;
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>Mojing</title></head><body>${problem}</body></html>`;
  return { status: 500, type: 'text/html; charset=utf-8', tag: 'problem', content: Buffer.from(html, 'utf8') };
}

/** A page with the live script put in before the end of its body. */
function bringToLife(answer: Answer, since: string): Answer {
  if (!answer.type.startsWith('text/html') || !(answer.content instanceof Uint8Array)) return answer;
  const html = Buffer.from(answer.content);
  const end = html.lastIndexOf('</body>');
  const at = end < 0 ? html.length : end;
  const content = Buffer.concat([html.subarray(0, at), Buffer.from(drawLiveTag(since)), html.subarray(at)]);
  return { ...answer, content };
}

/** A few words, and nothing of what was asked. */
function say(response: ServerResponse, status: number, words: string): void {
  const html = `<!doctype html><meta charset="utf-8"><title>${status}</title><p>${status} · ${words}</p>\n`;
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
    'Cache-Control': 'no-store',
    ...(status === 405 && { Allow: 'GET, HEAD', Connection: 'close' }),
  });
  response.end(response.req.method === 'HEAD' ? undefined : html);
}

/** A fault of ours: this answer is lost, the server goes on. */
function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else say(response, 500, 'The server could not answer.');
}
