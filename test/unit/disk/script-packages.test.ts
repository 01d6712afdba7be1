import { expect, test } from 'vitest';
import { readSources } from '../../../src/disk/read-sources.ts';
import { findScriptPackages, findScripts } from '../../../src/disk/script-packages.ts';
import { makeFolder } from './site-folder.ts';

const root = makeFolder({
  'package.json': JSON.stringify({
    dependencies: { 'mojing-a': '1', 'mojing-theme-b': '1', 'mojing-gone': '1', other: '1', '@me/mojing-c': '1' },
    devDependencies: { 'mojing-d': '1', 'mojing-a': '1' },
  }),
  'node_modules/mojing-a/package.json': '{"exports":{".":{"types":"./a.d.ts","import":"./lib/a.js"}}}',
  'node_modules/mojing-a/lib/a.js': 'export default () => {};',
  'node_modules/mojing-theme-b/package.json': '{}',
  'node_modules/other/package.json': '{}',
  'node_modules/mojing-unlisted/package.json': '{}',
  'node_modules/@me/mojing-c/package.json': '{"main":"c.mjs"}',
  'node_modules/@me/mojing-c/c.mjs': '',
  'node_modules/mojing-d/package.json': '{"exports":"./d.js"}',
  'node_modules/mojing-d/d.js': '',
  'scripts/x.js': '',
  'scripts/y.ts': '',
  'scripts/y.d.ts': '',
  'scripts/lib/z.js': '',
});

const find = () => {
  const packages = findScriptPackages(root);
  const { sources } = readSources(root, { sourceDir: 'source', ignore: [], extra: packages });
  return findScripts(sources, packages);
};

test('scripts are those of the packages that the blog depends on, and those in its folder', () => {
  expect(find().scripts.map(({ path }) => path)).toEqual([
    'node_modules/@me/mojing-c/c.mjs',
    'node_modules/mojing-a/lib/a.js',
    'node_modules/mojing-d/d.js',
    'scripts/x.js',
    'scripts/y.ts',
  ]);
});
