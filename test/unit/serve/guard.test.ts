import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { isOwnHost } from '../../../src/serve/guard.ts';
import { get, serveSite } from './local-server.ts';

test.each([
  ['localhost:4000', true],
  ['LOCALHOST', true],
  ['localhost.:4000', true],
  ['blog.localhost:4000', true],
  ['127.0.0.1:4000', true],
  ['127.8.9.1', true],
  ['[::1]:4000', true],
  ['evil.example.com', false],
  ['evil.example.com:4000', false],
  ['localhost.evil.com:4000', false],
  ['127.0.0.1.nip.io:4000', false],
  ['evil.com@localhost', false],
  ['localhost:4000@evil.com', false],
  ['192.168.1.5:4000', false],
  ['[::ffff:192.168.1.5]', false],
  ['localhost:port', false],
  ['', false],
  [undefined, false],
])('Host %j → %j on a loopback address', (header, own) => {
  expect(isOwnHost(header, '127.0.0.1')).toBe(own);
});

test('on the whole network addresses and this machine’s name will do, other names will not', () => {
  expect(isOwnHost('192.168.1.5:4000', '0.0.0.0')).toBe(true);
  expect(isOwnHost('[fe80::1]:4000', '::')).toBe(true);
  expect(isOwnHost(hostname(), '0.0.0.0')).toBe(true);
  expect(isOwnHost('evil.example.com', '0.0.0.0')).toBe(false);
});

test('a host that was asked for is answered to', () => {
  expect(isOwnHost('blog.test:4000', 'blog.test')).toBe(true);
  expect(isOwnHost('192.168.1.5', '192.168.1.5')).toBe(true);
});

test('a foreign Host gets nothing, on any path', async () => {
  const { port, asked } = await serveSite({ '': 'home' });
  for (const path of ['/', '/_mojing/live', '/_mojing/live.js']) {
    expect((await get(port, path, { Host: 'evil.example.com' })).status).toBe(403);
  }
  expect(asked).toEqual([]);
});
