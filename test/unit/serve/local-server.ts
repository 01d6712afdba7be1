/**
 * Starts servers for the tests and talks to them as browsers and attackers do.
 */
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach } from 'vitest';
import { fingerprintBytes } from '../../../src/base/fingerprint.ts';
import type { Route } from '../../../src/base/path.ts';
import { contentTypeOf } from '../../../src/serve/content-type.ts';
import { type RunningServer, type Served, type ServeOptions, startServer } from '../../../src/serve/server.ts';

const running: RunningServer[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

export type Site = Readonly<Record<string, string | { readonly file: string }>>;

/** A server of these files, by route; `asked` are the routes that were looked up. */
export async function serveSite(
  site: Site,
  more: Partial<ServeOptions> = {},
): Promise<RunningServer & { asked: string[] }> {
  const asked: string[] = [];
  const lookUp = async (route: Route): Promise<Served | undefined> => {
    asked.push(route);
    const found = Object.hasOwn(site, route) ? site[route] : undefined;
    if (typeof found !== 'string') return found;
    const name = route === '' || route.endsWith('/') ? 'index.html' : route;
    return { body: found, type: contentTypeOf(name), print: fingerprintBytes(found) };
  };
  const options = { host: '127.0.0.1', port: 0, portIsFixed: false, root: '/', lookUp, ...more };
  const server = await startServer(options);
  if ('refused' in server) throw new Error(JSON.stringify(server.refused));
  running.push(server);
  return { ...server, asked };
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** One request with the path exactly as given. */
export function get(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asking.on('error', reject).end();
  });
}

/** Sends bytes and gives what comes back until the server hangs up. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(text, 'utf8')));
    socket.on('data', (part) => {
      got += part.toString('utf8');
    });
    socket.on('error', () => resolve(got));
    socket.on('close', () => resolve(got));
  });
}

/** A raw GET of a target that no client library would send. */
export function getRaw(port: number, target: string): Promise<string> {
  return sendRaw(port, `GET ${target} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
}

/** A page that listens; `next` gives what it is told, one event at a time. */
export interface Listener {
  readonly status: number;
  next(): Promise<Record<string, unknown>>;
  hangUp(): void;
}

export function listen(port: number, query: string, headers: Record<string, string> = {}): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port, path: `/_mojing/live${query}`, headers, agent: false },
      (response) => {
        const events: Record<string, unknown>[] = [];
        let [text, wake] = ['', (): void => {}];
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
          for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
            text = text.slice(end + 2);
            if (data !== undefined) events.push(JSON.parse(data) as Record<string, unknown>);
          }
          wake();
        });
        response.on('error', () => {});
        const next = async (): Promise<Record<string, unknown>> => {
          while (events.length === 0) {
            await new Promise<void>((go) => {
              wake = go;
            });
          }
          return events.shift() ?? {};
        };
        resolve({ status: response.statusCode ?? 0, next, hangUp: () => asking.destroy() });
      },
    );
    asking.on('error', reject).end();
  });
}
