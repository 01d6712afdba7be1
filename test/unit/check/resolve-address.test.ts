/** Where an address leads, as a browser reads it. */
import { expect, test } from 'vitest';
import { toRoute } from '../../../src/base/path.ts';
import { resolveAddress } from '../../../src/check/resolve-address.ts';

const home = { url: 'https://example.com/blog', top: '/blog/' };
const from = toRoute('posts/甲/');
const read = (address: string, base?: string): string => {
  const target = resolveAddress(address, from, home, base);
  if (target.where === 'site') return `${target.route}${target.fragment && `#${target.fragment}`}`;
  if (target.where === 'above') return `above ${target.path}`;
  return target.where === 'foreign' ? `foreign ${target.host}` : target.where;
};

test.each([
  ['/blog/a/', 'a/'],
  ['/blog', ''],
  ['/blog/a/index.html', 'a/'],
  ['../乙/', 'posts/乙/'],
  ['圖.png', 'posts/甲/圖.png'],
  ['%E5%9C%96.png', 'posts/甲/圖.png'],
  ['/blog/100%.png', '100%.png'],
  ['#%E7%AF%80', 'posts/甲/#節'],
  ['?page=2#節', 'posts/甲/#節'],
  ['/blog/a?x=/b', 'a'],
  ['https://example.com/blog/a/', 'a/'],
  ['http://example.com/blog/a/', 'a/'],
  ['//example.com/blog/a/', 'a/'],
  ['HTTPS://EXAMPLE.COM/blog/a/', 'a/'],
  ['/a/', 'above /a/'],
  ['/blogging/', 'above /blogging/'],
  ['../../../x', 'above /x'],
  ['//cdn.example/x.js', 'foreign cdn.example'],
  ['https://中文.example/', 'foreign xn--fiq228c.example'],
  ['mailto:a@example.com', 'other'],
  ['javascript:void(0)', 'other'],
  ['data:image/png;base64,AA', 'other'],
  ['https://', 'nowhere'],
])('%s leads to %s', (address, target) => expect(read(address)).toBe(target));

test('a base is heeded', () => {
  expect(read('a/', '/blog/')).toBe('a/');
  expect(read('a/', 'https://cdn.example/')).toBe('foreign cdn.example');
});
