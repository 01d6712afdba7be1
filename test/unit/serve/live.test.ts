import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { type OutputPath, toOutputPath, toRoute } from '../../../src/base/path.ts';
import { liveClient } from '../../../src/serve/live-client.ts';
import { get, type Listener, listen, serveSite } from './local-server.ts';

const site = { '': '<body>home</body>', 'posts/勾股/': '<body>post</body>' };
const outputs = (...routes: string[]): Set<OutputPath> => new Set(routes.map((route) => toOutputPath(toRoute(route))));

/** Opens a page and listens as its script would. */
async function openPage(port: number, path: string): Promise<Listener> {
  const { text } = await get(port, path);
  const since = /since=([\w-]+)/.exec(text)?.[1] ?? '';
  const listener = await listen(port, `?since=${since}&page=${encodeURIComponent(path)}`);
  expect(await listener.next()).toEqual({ since });
  return listener;
}

test('a page is told to reload when it changed, and not when another one did', async () => {
  const { port, publish } = await serveSite(site);
  const [home, post] = [await openPage(port, '/'), await openPage(port, '/posts/%E5%8B%BE%E8%82%A1/')];
  publish({ routes: outputs('posts/勾股/') });
  expect(await post.next()).toMatchObject({ reload: true });
  expect(await home.next()).not.toHaveProperty('reload');
  publish({ routes: outputs('') });
  expect(await home.next()).toMatchObject({ reload: true });
  publish({ routes: 'all' });
  expect(await home.next()).toMatchObject({ reload: true });
});

test('a page that was asked for without `.html` is told as well', async () => {
  const { port, publish } = await serveSite({ 'a.html': '<body>a</body>' }, { leavesOutHtml: () => true });
  const page = await openPage(port, '/a');
  publish({ routes: outputs('b.html') });
  expect(await page.next()).not.toHaveProperty('reload');
  publish({ routes: outputs('a.html') });
  expect(await page.next()).toMatchObject({ reload: true });
});

test('a changed picture or script reloads every page, a stylesheet is swapped, a feed is nobody’s', async () => {
  const { port, publish } = await serveSite(site, { root: '/blog/' });
  const home = await openPage(port, '/blog/');
  publish({ routes: outputs('img/a.png') });
  expect(await home.next()).toMatchObject({ reload: true });
  publish({ routes: outputs('css/墨.css', 'atom.xml', 'search.json') });
  expect(await home.next()).toMatchObject({ styles: ['/blog/css/墨.css'] });
  publish({ routes: outputs(), stylesheets: ['/css/x.css'] });
  const told = await home.next();
  expect(told).toMatchObject({ styles: ['/blog/css/x.css'] });
  expect(told).not.toHaveProperty('reload');
});

test('a page that shows an older state, or one of an earlier server, is told to reload at once', async () => {
  const { port, publish } = await serveSite(site);
  const { text } = await get(port, '/');
  const since = /since=([\w-]+)/.exec(text)?.[1] ?? '';
  publish({ routes: outputs('x/') });
  const late = await listen(port, `?since=${since}&page=%2F`);
  expect(await late.next()).toMatchObject({ reload: true });
  const stranger = await listen(port, '?since=other-1&page=%2F');
  expect(await stranger.next()).toMatchObject({ reload: true });
});

test('a browser that connects again by itself is judged by the last event it saw', async () => {
  const { port, publish } = await serveSite(site);
  const home = await openPage(port, '/');
  publish({ routes: outputs('x/') });
  const { since } = await home.next();
  const again = await listen(port, '?since=old-0&page=%2F', { 'Last-Event-ID': String(since) });
  expect(await again.next()).toEqual({ since });
});

test('what is wrong is told at once and after each build, until it is mended', async () => {
  let problem: string | undefined = '<p>broken</p>';
  const { port, publish } = await serveSite(site, { errorPage: () => problem });
  const { text } = await get(port, '/');
  const since = /since=([\w-]+)/.exec(text)?.[1] ?? '';
  const home = await listen(port, `?since=${since}&page=%2F`);
  expect(await home.next()).toMatchObject({ problem: '<p>broken</p>' });
  publish({ routes: outputs() });
  expect(await home.next()).toMatchObject({ problem: '<p>broken</p>' });
  problem = undefined;
  publish({ routes: outputs() });
  expect(await home.next()).not.toHaveProperty('problem');
});

test('only pages of this server may listen', async () => {
  const { port } = await serveSite(site);
  const status = async (headers: Record<string, string>): Promise<number> => {
    const listener = await listen(port, '', { Host: `localhost:${port}`, ...headers });
    listener.hangUp();
    return listener.status;
  };
  expect(await status({})).toBe(200);
  expect(await status({ Origin: `http://localhost:${port}` })).toBe(200);
  expect(await status({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
  const foreign = [
    'http://evil.example.com',
    'null',
    'http://192.168.1.5',
    `http://localhost:${port + 1}`,
    `https://localhost:${port}`,
  ];
  for (const origin of foreign) expect(await status({ Origin: origin }), origin).toBe(403);
  for (const site of ['cross-site', 'same-site']) expect(await status({ 'Sec-Fetch-Site': site }), site).toBe(403);
});

test('500 pages are told of one change, and are given back when they leave', async () => {
  const { port, publish } = await serveSite(site);
  const pages = await Promise.all(Array.from({ length: 500 }, () => listen(port, '?page=%2F')));
  await Promise.all(pages.map((page) => page.next()));
  publish({ routes: 'all' });
  const told = await Promise.all(pages.map((page) => page.next()));
  expect(told.every(({ reload }) => reload === true)).toBe(true);
  for (const page of pages) page.hangUp();
  publish({ routes: 'all' });
  expect((await get(port, '/')).status).toBe(200);
});

test('close hangs up on pages that listen', async () => {
  const { port, close } = await serveSite(site);
  await openPage(port, '/');
  await close();
  await expect(get(port, '/')).rejects.toThrow();
});

test('the script is at most 2 KB, and is served with a tag of its own', async () => {
  const { port } = await serveSite(site);
  const { text, headers } = await get(port, '/_mojing/live.js?since=x');
  expect(text).toBe(liveClient);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect((await get(port, '/_mojing/live.js', { 'If-None-Match': String(headers.etag) })).status).toBe(304);
  expect((await get(port, '/_mojing/other')).status).toBe(404);
});

test('the script listens while its tab is seen, swaps stylesheets, shows and closes problems, and reloads', () => {
  const log: string[] = [];
  const on: Record<string, (event: unknown) => void> = {};
  const links = [
    {
      href: 'http://localhost/css/a.css',
      cloneNode: () => ({ href: '' }),
      after: (next: { href: unknown }) => log.push(`style ${next.href}`),
    },
    { href: 'http://localhost/css/b.css', cloneNode: () => ({ href: '' }), after: () => log.push('wrong style') },
  ];
  const document = {
    currentScript: { src: 'http://localhost/_mojing/live.js?since=s-1' },
    hidden: false,
    readyState: 'loading',
    querySelectorAll: (selector: string) => (selector.startsWith('link') ? links : []),
    createElement: () => ({
      attachShadow: () => ({
        set innerHTML(html: string) {
          log.push(`show ${html}`);
        },
      }),
      remove: () => log.push('closed'),
    }),
    body: { append: () => {} },
  };
  class EventSource {
    onmessage: ((event: { data: string }) => void) | undefined;
    constructor(url: string) {
      log.push(`open ${url}`);
      sources.push(this);
    }
    close(): void {
      log.push('hung up');
    }
  }
  const sources: EventSource[] = [];
  const tell = (told: unknown): void => sources.at(-1)?.onmessage?.({ data: JSON.stringify(told) });
  runInNewContext(liveClient, {
    document,
    EventSource,
    URL,
    location: { pathname: '/a/', reload: () => log.push('reload') },
    sessionStorage: { getItem: () => null, setItem: (_key: string, value: string) => log.push(`saved ${value}`) },
    addEventListener: (name: string, listener: (event: unknown) => void) => {
      on[name] = listener;
    },
    scrollY: 120,
  });
  tell({ since: 's-1', styles: ['/css/a.css'] });
  tell({ since: 's-2', problem: '<p>' });
  on.keydown?.({ key: 'Escape' });
  document.hidden = true;
  on.visibilitychange?.({});
  document.hidden = false;
  on.visibilitychange?.({});
  tell({ since: 's-3', reload: true });
  expect(log).toEqual([
    'open /_mojing/live?since=s-1&page=%2Fa%2F',
    'style http://localhost/css/a.css?mojing=s-1',
    'show <p>',
    'closed',
    'hung up',
    'hung up',
    'open /_mojing/live?since=s-2&page=%2Fa%2F',
    'saved [120,null,null]',
    'reload',
  ]);
});
