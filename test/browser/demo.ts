/**
 * What the browser tests stand on: the demo blog built by the command, a server on the
 * loopback, Debian's Chromium.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const repository = fileURLToPath(new URL('../../', import.meta.url));
/** Where pictures of the pages are left for people to look at. */
export const SHOTS = fileURLToPath(new URL('./shots/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

export interface Site {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** The folder of the built site. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Builds the demo blog of this repository into a folder of its own and serves it. */
export async function openDemo(): Promise<Site> {
  const work = await mkdtemp(join(tmpdir(), 'mojing-browser-'));
  return buildAndServe({ work, cwd: repository });
}

/** The demo's posts, and more by their file names, with settings of one's own, as a blog that has nothing but those. */
export async function openBlog(config: string, posts: Readonly<Record<string, string>> = {}): Promise<Site> {
  const work = await mkdtemp(join(tmpdir(), 'mojing-browser-'));
  const cwd = join(work, 'blog');
  await mkdir(cwd);
  await cp(join(repository, 'source'), join(cwd, 'source'), { recursive: true });
  await writeFile(join(cwd, '_config.yml'), config);
  for (const [name, text] of Object.entries(posts)) await writeFile(join(cwd, 'source/_posts', name), text);
  return buildAndServe({ work, cwd });
}

async function buildAndServe({ work, cwd }: { work: string; cwd: string }): Promise<Site> {
  const command = join(repository, 'dist/cli/main.js');
  if (!existsSync(command)) throw new Error('dist/cli/main.js is missing: run `npm run compile` first.');
  const folder = join(work, 'public');
  await promisify(execFile)(process.execPath, [command, 'build', '--cwd', cwd, '--out', folder, '--no-cache']);
  const server = await serveFolder(folder);
  return {
    url: server.url,
    folder,
    close: async () => {
      await server.close();
      await rm(work, { recursive: true, force: true });
    },
  };
}

async function serveFolder(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const body = await readFile(file).catch(() => undefined);
    const missing = path === '/favicon.ico' ? 204 : 404;
    response.writeHead(body ? 200 : missing, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no address.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Chromium without a window. It is an error if there is none: a page nobody looked at is not tested. */
export async function openBrowser(): Promise<Browser> {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const executablePath = places.find((place) => place !== undefined && existsSync(place));
  if (!executablePath) {
    throw new Error(
      'Chromium is missing. Install it (`apt-get install chromium fonts-noto-cjk`) or set CHROMIUM to its path.',
    );
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** The path on the site of the page whose title begins with these words. */
export async function findPage({ folder }: Site, title: string): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((one) => one.endsWith('index.html'))) {
    const html = await readFile(join(folder, name), 'utf8');
    if (html.includes(`<h1>${title}`)) return `/${name.replace(/index\.html$/, '')}`;
  }
  throw new Error(`The demo blog has no page "${title}".`);
}

/** The path of a picture of that name, its folder made. */
export async function placeShot(name: string): Promise<string> {
  const path = join(SHOTS, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  return path;
}
