import { describe, expect, test } from 'vitest';
import {
  encodeRoute,
  extensionOf,
  findRouteFault,
  folderOf,
  joinPath,
  nameOf,
  type Route,
  toOutputPath,
  toRoute,
  toSourcePath,
  toUrl,
  withoutExtension,
} from '../../../src/base/path.ts';

describe('a route has one spelling', () => {
  test.each([
    ['', ''],
    ['/', ''],
    ['///', ''],
    ['index.html', ''],
    ['/index.html', ''],
    ['about/index.html', 'about/'],
    ['about/', 'about/'],
    ['/posts//勾股定理///', 'posts/勾股定理/'],
    ['\\posts\\a\\', 'posts/a/'],
    ['feed.xml', 'feed.xml'],
    ['myindex.html', 'myindex.html'],
    ['index.html/a', 'index.html/a'],
    ['cafe\u0301/', 'caf\u00e9/'],
    ['a b/?#/', 'a b/?#/'],
  ])('%j is %j', (path, route) => {
    expect(toRoute(path)).toBe(route);
  });

  test('and keeps it', () => {
    for (const path of ['//a//index.html', 'x\\y', '/cafe\u0301']) expect(toRoute(toRoute(path))).toBe(toRoute(path));
  });
});

test('a route that ends in a slash is published as the index of a folder', () => {
  const outputs = ['', 'a/', 'a/b.html', 'CNAME'].map((path) => toOutputPath(toRoute(path)));
  expect(outputs).toEqual(['index.html', 'a/index.html', 'a/b.html', 'CNAME']);
});

describe('a route that leads outside is found', () => {
  const faultOf = (path: string) => findRouteFault(toRoute(path));

  test.each([
    '../a.html',
    'a/../../b',
    'a/..',
    '..',
    './a',
    'a/./b',
    '..\\..\\a',
    '\\\\host\\share\\..\\a',
    'C:/windows/a',
    'c:\\windows\\a',
    '%2e%2e/a',
    '%2E%2e%2Fa',
    '.%2e/a',
    'a/%2e%2e/%2e%2e/b',
    '..%5c..%5ca',
    '%5c%5chost',
    '%2fetc/passwd',
    'C%3a/x',
    // A lone `%` makes the whole address undecodable, and must not hide what the rest says.
    '100%/%2e%2e/%2e%2e/a',
    '%2e%2e/%',
  ])('%s', (path) => {
    expect(faultOf(path)).toBe('outside');
  });

  test('also behind a first slash, which alone means the top of the site', () => {
    expect([faultOf('/../a'), faultOf('/C:/x'), faultOf('//etc/passwd')]).toEqual(['outside', 'outside', undefined]);
    expect(toRoute('//etc/passwd')).toBe('etc/passwd');
  });

  test.each(['a\u0000.html', 'a\nb/', 'a\u007f', 'a%00.html', 'a%0d%0ab', '\u001f'])(
    'control characters: %j',
    (path) => {
      expect(faultOf(path)).toBe('nul');
    },
  );

  test.each([
    '',
    '勾股定理/',
    'a..b/',
    '..a/...b/',
    'a/.nojekyll',
    '100%/',
    '50%25/',
    'C++/',
    'Q: 為何？/',
    'C:x/',
    '2026/01/01/線性代數 筆記/',
    '%e5%8b%be/',
  ])('but not in %j', (path) => {
    expect(faultOf(path)).toBeUndefined();
  });

  test('what no file system can name is too long', () => {
    expect(faultOf(`${'字'.repeat(85)}/`)).toBeUndefined();
    expect(faultOf(`${'字'.repeat(86)}/`)).toBe('too-long');
    expect(faultOf(`${'a'.repeat(256)}.html`)).toBe('too-long');
    expect(faultOf(`${'a/'.repeat(1800)}`)).toBeUndefined();
    expect(faultOf(`${'a/'.repeat(1900)}`)).toBe('too-long');
  });
});

test('a route is percent-encoded once, with nothing left to be read as query or fragment', () => {
  expect(encodeRoute('勾股定理/')).toBe('%E5%8B%BE%E8%82%A1%E5%AE%9A%E7%90%86/');
  expect(encodeRoute('C# 100%?.html')).toBe('C%23%20100%25%3F.html');
  expect(encodeRoute('a\ud800b')).toBe('a%EF%BF%BDb');
  expect(decodeURIComponent(encodeRoute('100%25/😀[x]'))).toBe('100%25/😀[x]');
  expect(toUrl('/blog/', toRoute('posts/甲/'))).toBe('/blog/posts/%E7%94%B2/');
});

test('source paths have slashes and no dot before them', () => {
  expect(toSourcePath('.\\source\\_posts\\a.md')).toBe('source/_posts/a.md');
  expect(toSourcePath('././a')).toBe('a');
});

test.each([
  ['source/_posts/b.c.MD', 'source/_posts/', 'b.c.MD', 'md', 'source/_posts/b.c'],
  ['.gitignore', '', '.gitignore', '', '.gitignore'],
  ['a.b/.env', 'a.b/', '.env', '', 'a.b/.env'],
  ['a.b/c', 'a.b/', 'c', '', 'a.b/c'],
  ['a/', 'a/', '', '', 'a/'],
  ['x.', '', 'x.', '', 'x'],
])('the parts of %s', (path, folder, name, extension, bare) => {
  expect([folderOf(path), nameOf(path), extensionOf(path), withoutExtension(path)]).toEqual([
    folder,
    name,
    extension,
    bare,
  ]);
});

test.each([
  ['a/b', '../c.png', 'a/c.png'],
  ['a/b/', './c//d', 'a/b/c/d'],
  ['', 'a', 'a'],
  ['a', '..', ''],
  ['a', '../..', undefined],
  ['', '../a', undefined],
  ['a', '../../a/b', undefined],
])('from %j to %j is %j', (folder, relative, joined) => {
  expect(joinPath(folder, relative)).toBe(joined);
});

test('a fault is looked for in the route itself, not in what it might have been', () => {
  // Only `toRoute` may drop a first slash: a route that still has one is outside.
  expect(findRouteFault('/etc/passwd' as Route)).toBe('outside');
});
