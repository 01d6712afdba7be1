import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTheme, hasUsableLayouts } from '../../../src/disk/find-theme.ts';
import { makeFolder } from './site-folder.ts';

const layout = 'layout/post.njk';

test('a theme is looked for in the site, then in its packages', () => {
  const root = makeFolder({
    [`themes/ink/${layout}`]: '',
    [`node_modules/mojing-theme-ink/${layout}`]: '',
    [`node_modules/mojing-theme-brush/${layout}`]: '',
    [`node_modules/hexo-theme-brush/${layout}`]: '',
    'node_modules/hexo-theme-next/layout/post.swig': '',
    [`node_modules/@me/theme/${layout}`]: '',
  });
  const folderOf = (name: string) => ({ name, folder: join(root, 'node_modules', name) });
  expect(findTheme(root, 'ink')).toEqual({ name: 'ink', folder: join(root, 'themes/ink') });
  expect(findTheme(root, 'brush')).toEqual({ ...folderOf('mojing-theme-brush'), name: 'brush' });
  expect(findTheme(root, 'next')).toEqual({ ...folderOf('hexo-theme-next'), name: 'next' });
  expect(findTheme(root, '@me/theme')).toEqual(folderOf('@me/theme'));
});

test('a theme in the site may be a link', () => {
  const elsewhere = makeFolder({ [layout]: '' });
  const root = makeFolder();
  mkdirSync(join(root, 'themes'));
  symlinkSync(elsewhere, join(root, 'themes/ink'));
  expect(findTheme(root, 'ink')).toEqual({ name: 'ink', folder: join(root, 'themes/ink') });
});

test('a theme that is not found names the places and the themes that could be used', () => {
  const root = makeFolder({
    [`themes/ink/${layout}`]: '',
    'themes/hexo-only/layout/post.ejs': '',
    'themes/file.txt': '',
    [`node_modules/mojing-theme-brush/${layout}`]: '',
  });
  const found = findTheme(root, 'nope');
  expect(found).toMatchObject({
    tried: ['themes/nope', 'node_modules/mojing-theme-nope', 'node_modules/hexo-theme-nope', 'node_modules/nope'],
  });
  const known = 'known' in found ? found.known : [];
  expect(known).toEqual(expect.arrayContaining(['brush', 'ink']));
  expect(known).not.toContain('hexo-only');
});

test.each(['', '.', '..', '../x', 'a/b', '/etc', '@x', '..\\x'])('%j is no name of a theme', (name) => {
  expect(findTheme(makeFolder({ 'x/layout/post.njk': '' }), name)).toMatchObject({ tried: [] });
});

test('layouts of Nunjucks or HTML can be used, those of other engines cannot', () => {
  expect(hasUsableLayouts(makeFolder({ 'layout/index.njk': '' }))).toBe(true);
  expect(hasUsableLayouts(makeFolder({ 'layout/index.html': '' }))).toBe(true);
  expect(hasUsableLayouts(makeFolder({ 'layout/index.ejs': '', 'layout/sub/post.njk': '' }))).toBe(false);
  expect(hasUsableLayouts(makeFolder())).toBe(false);
});
