import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { toRoute } from '../../../src/base/path.ts';
import { startServer } from '../../../src/serve/server.ts';
import { get, getRaw, sendRaw, serveSite } from './local-server.ts';

const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'mojing-serve-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'site'));
writeFileSync(join(folder, 'secret.txt'), 'TOPSECRET');
writeFileSync(join(folder, 'site/big.bin'), Buffer.alloc(3 << 20, 'x'));
writeFileSync(join(folder, 'site/p.html'), '<body>檔</body>');

const site = {
  '': '<html><body><h1>首頁</h1></body></html>',
  'posts/勾股/': '<body>勾股</body>',
  'r.txt': '0123456789',
  '中文 圖.svg': '<svg/>',
  'css/x.css': 'p{}',
};

test('a page is served with the live script in it, and is not kept by the browser', async () => {
  const { port, url } = await serveSite(site);
  expect(url).toBe(`http://127.0.0.1:${port}/`);
  const { status, headers, text } = await get(port, '/');
  expect(status).toBe(200);
  expect(text).toMatch(
    /^<html><body><h1>首頁<\/h1><script src="\/_mojing\/live\.js\?since=[\w-]+" async><\/script><\/body><\/html>$/,
  );
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'content-length': String(Buffer.byteLength(text)),
  });
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

test('without live reload a page is served byte for byte', async () => {
  const { port } = await serveSite(site, { live: false });
  expect((await get(port, '/')).text).toBe(site['']);
  expect((await get(port, '/_mojing/live')).status).toBe(404);
});

test.each([
  ['/posts/%E5%8B%BE%E8%82%A1/', '勾股'],
  ['/posts/%E5%8B%BE%E8%82%A1/index.html', '勾股'],
  ['/posts/%E5%8B%BE%E8%82%A1/?q=%', '勾股'],
  ['/%E4%B8%AD%E6%96%87%20%E5%9C%96.svg', '<svg/>'],
  ['//r.txt', '0123456789'],
])('%s is found', async (path, text) => {
  const { port } = await serveSite(site);
  expect(await get(port, path)).toMatchObject({ status: 200, text: expect.stringContaining(text) });
});

test('a path is the same in NFC and in NFD', async () => {
  const { port } = await serveSite({ 'café/': 'CAFE' });
  for (const form of ['NFC', 'NFD']) {
    expect((await get(port, `/${encodeURI('café'.normalize(form))}/`)).text).toContain('CAFE');
  }
});

test('a folder without its slash is redirected, within the site and with its query', async () => {
  const { port } = await serveSite(site);
  const moved = await get(port, '/posts/%E5%8B%BE%E8%82%A1?page=2');
  expect(moved).toMatchObject({ status: 301, headers: { location: '/posts/%E5%8B%BE%E8%82%A1/?page=2' } });
  for (const path of [
    '//evil.example.com',
    '//evil.example.com/..',
    '/\\evil.example.com',
    '//evil.example.com/%2e%2e',
  ]) {
    const { headers } = await get((await serveSite({ 'evil.example.com/': 'x' })).port, path);
    expect(headers.location ?? '/evil').toMatch(/^\/evil/);
  }
});

test('where links leave out `.html`, its page is answered without', async () => {
  const files = { 'a.html': 'A', 'b/': 'B', 'c.html': 'C', 'c/': 'folder' };
  const { port } = await serveSite(files, { leavesOutHtml: () => true });
  expect(await get(port, '/a?x=1')).toMatchObject({ status: 200, text: expect.stringContaining('A') });
  expect((await get(port, '/a')).headers['content-type']).toBe('text/html; charset=utf-8');
  expect((await get(port, '/c')).text).toContain('C');
  expect((await get(port, '/b')).status).toBe(301);
  expect([(await get(port, '/a/')).status, (await get(port, '/d')).status]).toEqual([404, 404]);
  expect((await get((await serveSite(files)).port, '/a')).status).toBe(404);
});

test('a site below a root is served there, and nothing beside it', async () => {
  const { port, url } = await serveSite(site, { root: '/blog/' });
  expect(url).toBe(`http://127.0.0.1:${port}/blog/`);
  expect(await get(port, '/blog/r.txt')).toMatchObject({ status: 200, text: '0123456789' });
  expect(await get(port, '/blog')).toMatchObject({ status: 301, headers: { location: '/blog/' } });
  expect(await get(port, '/')).toMatchObject({ status: 301, headers: { location: '/blog/' } });
  expect((await get(port, '/r.txt')).status).toBe(404);
  expect((await get(port, '/blogger/r.txt')).status).toBe(404);
});

test('what is missing gets the site’s own page, else a few words that repeat nothing', async () => {
  const own = await serveSite({ '404.html': '<body>沒有</body>' });
  expect(await get(own.port, '/no/')).toMatchObject({ status: 404, text: expect.stringContaining('沒有') });
  const { port } = await serveSite({});
  const bare = await get(port, '/%3Cscript%3Ealert(1)%3C/script%3E');
  expect(bare.status).toBe(404);
  expect(bare.text).not.toContain('alert');
});

test('while the build has failed and there is no page, what is wrong is shown', async () => {
  const { port } = await serveSite({}, { errorPage: () => '<section>broken.md:3:1</section>' });
  expect(await get(port, '/')).toMatchObject({ status: 500, text: expect.stringContaining('broken.md:3:1') });
});

test('only GET and HEAD are answered; HEAD without a body', async () => {
  const { port } = await serveSite(site);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS']) {
    expect((await get(port, '/', {}, method)).status, method).toBe(405);
  }
  const [whole, head] = [await get(port, '/r.txt'), await get(port, '/r.txt', {}, 'HEAD')];
  expect(head).toMatchObject({ status: 200, text: '' });
  expect(head.headers['content-length']).toBe(whole.headers['content-length']);
});

test('what the browser has already is not sent again', async () => {
  const { port } = await serveSite(site);
  for (const path of ['/r.txt', '/']) {
    const tag = String((await get(port, path)).headers.etag);
    expect(await get(port, path, { 'If-None-Match': tag })).toMatchObject({ status: 304, text: '' });
    expect(await get(port, path, { 'If-None-Match': `"x", W/${tag}` })).toMatchObject({ status: 304 });
    expect(await get(port, path, { 'If-None-Match': '"x"' })).toMatchObject({ status: 200 });
  }
});

test.each([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-3', 206, '789', 'bytes 7-9/10'],
  ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=4-2', 416, '', 'bytes */10'],
  ['bytes=-0', 416, '', 'bytes */10'],
  ['bytes=0-1,3-4', 200, '0123456789', undefined],
  ['lines=1-2', 200, '0123456789', undefined],
  ['bytes=-', 200, '0123456789', undefined],
])('Range %s → %i', async (range, status, text, contentRange) => {
  const { port } = await serveSite(site);
  const reply = await get(port, '/r.txt', { Range: range });
  expect([reply.status, reply.text, reply.headers['content-range']]).toEqual([status, text, contentRange]);
});

test('a range of another version is answered with the whole', async () => {
  const { port } = await serveSite(site);
  expect(await get(port, '/r.txt', { Range: 'bytes=2-4', 'If-Range': '"old"' })).toMatchObject({ status: 200 });
});

test('files are sent from the disk, whole and in part; pages among them get the live script', async () => {
  const { port } = await serveSite({
    'big.bin': { file: join(folder, 'site/big.bin') },
    p: { file: join(folder, 'site/p.html') },
  });
  expect((await get(port, '/big.bin')).text).toHaveLength(3 << 20);
  expect(await get(port, '/big.bin', { Range: 'bytes=5-9' })).toMatchObject({ status: 206, text: 'xxxxx' });
  const tag = String((await get(port, '/big.bin', {}, 'HEAD')).headers.etag);
  expect((await get(port, '/big.bin', { 'If-None-Match': tag })).status).toBe(304);
  expect((await get(port, '/p')).text).toMatch(/檔<script/);
});

test('a link, a folder, a pipe and a file that is gone are not sent', async () => {
  symlinkSync('../secret.txt', join(folder, 'site/leak.txt'));
  symlinkSync('..', join(folder, 'site/up'));
  execFileSync('mkfifo', [join(folder, 'site/pipe')]);
  const names = ['leak.txt', 'up/secret.txt', 'pipe', 'gone.txt', '.'];
  const { port } = await serveSite(
    Object.fromEntries(names.map((name, i) => [String(i), { file: join(folder, 'site', name) }])),
  );
  for (const [i, name] of names.entries()) {
    expect(await get(port, `/${i}`), name).toMatchObject({
      status: 404,
      text: expect.not.stringContaining('TOPSECRET'),
    });
  }
});

const secret = join(folder, 'secret.txt');
test.each([
  '/../../secret.txt',
  '/../secret.txt',
  '/../../../secret.txt',
  '/..%2fsecret.txt',
  '/..%2f..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e/%2e%2e/secret.txt',
  '/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/..%5c..%5csecret.txt',
  '/..\\..\\secret.txt',
  '/%252e%252e/%252e%252e/secret.txt',
  '/%c0%ae%c0%ae/%c0%ae%c0%ae/secret.txt',
  '/..;/..;/secret.txt',
  '//../../secret.txt',
  '//..//..//secret.txt',
  '/./.././../secret.txt',
  '/x/../../../secret.txt',
  '/css/%2e%2e/%2e%2e/%2e%2e/secret.txt',
  '/%00/../../secret.txt',
  '/../../secret.txt%00.html',
  secret,
  `/${secret}`,
  `/@fs${secret}`,
  `/@fs${secret}?raw??`,
  `/@fs${secret}?import&raw`,
  `/@fs${secret}?url`,
  `/@fs/${folder}/#/../../secret.txt`,
  `/file://${secret}`,
  `file://${secret}`,
  'http://localhost/../../secret.txt',
  'http://evil.example.com/',
  '../secret.txt',
  '*',
  '/~/../../secret.txt',
  '/\u2025/\u2025/secret.txt',
])('%s leads nowhere', async (target) => {
  const { port, asked } = await serveSite(site);
  const reply = await getRaw(port, target);
  expect(reply).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(reply).not.toContain('TOPSECRET');
  for (const route of asked) expect(route.split(/[/\\]/)).not.toContain('..');
});

test.each([
  '/%',
  '/%zz',
  '/%ff',
  '/%E0%A4%A',
  '/%u0041',
  '/%00',
  '/a%0d%0aSet-Cookie:x=1',
  '/[',
  '/{',
  '/|',
  '/"',
  '/<>',
])('malformed %s is refused, and the server goes on', async (target) => {
  const { port } = await serveSite(site);
  const reply = await getRaw(port, target);
  expect(reply).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(reply).not.toMatch(/^set-cookie/im);
  expect((await get(port, '/')).status).toBe(200);
});

test('a header or an address that is too large, a missing Host and smuggling are refused', async () => {
  const { port } = await serveSite(site);
  expect((await get(port, `/${'a'.repeat(100_000)}`)).status).toBe(431);
  expect((await get(port, '/', { 'X-Big': 'a'.repeat(200_000) })).status).toBe(431);
  expect(await sendRaw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
  const smuggled = await sendRaw(
    port,
    `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /r.txt HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  );
  expect(smuggled).not.toContain('0123456789');
});

test('a lookup that fails costs one answer', async () => {
  const { port } = await serveSite(site, {
    lookUp: async (route) => {
      if (route === 'bad') throw new Error('stack');
      return { body: 'ok', type: 'text/plain', print: 'x' };
    },
  });
  const bad = await get(port, '/bad');
  expect(bad.status).toBe(500);
  expect(bad.text).not.toContain('stack');
  expect((await get(port, '/good')).text).toBe('ok');
});

test('a reader who hangs up in the middle of a file does no harm', async () => {
  const { port } = await serveSite({ 'big.bin': { file: join(folder, 'site/big.bin') }, ...site });
  for (let i = 0; i < 20; i++) {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(`GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n`));
      socket.once('data', () => socket.destroy());
      socket.on('close', () => resolve());
    });
  }
  expect((await get(port, '/r.txt')).text).toBe('0123456789');
});

test('a port in use: the next one is taken, or, if it was asked for, it is refused in one line', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const next = await serveSite(site, { port });
  expect(next.port).toBeGreaterThan(port);
  const options = { host: '127.0.0.1', port, portIsFixed: true, root: '/', lookUp: async () => undefined };
  expect(await startServer(options)).toMatchObject({ refused: { code: 'serve/port-used', values: { port } } });
  expect(await startServer({ ...options, host: '192.0.2.1' })).toMatchObject({
    refused: { code: 'serve/cannot-listen' },
  });
  await new Promise((resolve) => taken.close(resolve));
});

test('routes are asked for in their one spelling', async () => {
  const { port, asked } = await serveSite(site);
  await get(port, '/a/./b');
  await get(port, '/a//b/index.html');
  expect(asked).toContain(toRoute('a/b/'));
  expect(asked).not.toContain('a/./b');
});
