import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileRooms, runScript } from './child.ts';
import { makeFolder } from './site-folder.ts';

let rooms: ReturnType<typeof compileRooms>;
beforeAll(() => {
  rooms = compileRooms(['base', 'model', 'disk']);
});
afterAll(() => rooms.remove());

/** Loads the scripts of a new site by Node itself: the tests' own loader is another. */
function load(scripts: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  const files = Object.fromEntries(Object.entries(scripts).map(([name, text]) => [`scripts/${name}`, text]));
  const root = makeFolder({ 'package.json': '{"name":"blog"}', ...files, ...more });
  const run = runScript(
    rooms.folder,
    `
    const { readSources } = await import('./disk/read-sources.js');
    const { loadScripts } = await import('./disk/load-scripts.js');
    const root = ${JSON.stringify(root)};
    const { sources } = readSources(root, { sourceDir: 'source', ignore: [], extra: [] });
    const { extensions, diagnostics } = await loadScripts(root, [...sources.values()].filter(({ path }) => path.startsWith('scripts/')), '');
    const { tags, helpers, generators, filters, injections } = extensions;
    const shown = {
      tags: [...tags].map(([name, { script, value }]) => [name, script, value.body, value.render({ args: ['x'], body: 'y' })]),
      helpers: [...helpers.keys()], generators: [...generators.keys()],
      filters: Object.values(filters).map((list) => list.map(({ value }) => value('t'))),
      injections: Object.values(injections).map((list) => list.map(({ value }) => value)),
      told: diagnostics.map(({ code, at, values }) => [code, at.file, at.line, at.column, values.detail ?? '']),
      print: extensions.print,
    };
    process.stdout.write(JSON.stringify(shown));`,
  );
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout) as { told: unknown[]; tags: unknown[]; print: string } & Record<string, unknown>;
}

test('what scripts add is gathered in the order of their names, each with its script', () => {
  const found = load({
    'b.js': "export default ({ tag, injector }) => { tag('x', () => 'b'); injector('head_end', '<b>'); };",
    'a.mjs': `export default async ({ tag, helper, filter, generator, injector }) => {
      tag('x', () => 'a');
      tag('note', ({ args, body }) => args[0] + body, { body: 'markdown' });
      helper('now', () => 1);
      filter('html', (text) => text + '!');
      generator('g', () => []);
      injector('head_end', '<a>');
    };`,
  });
  expect(found).toMatchObject({
    tags: [
      ['x', 'scripts/b.js', 'none', 'b'],
      ['note', 'scripts/a.mjs', 'markdown', 'xy'],
    ],
    helpers: ['now'],
    generators: ['g'],
    filters: [[], ['t!'], []],
    injections: [[], ['<a>', '<b>'], [], []],
    told: [],
  });
});

test('each script that fails is told with file, line and column, and the others run', () => {
  const found = load({
    'boom.js': "export default () => {\n  throw new Error('boom');\n};",
    'import.js': "import './nope.js';\nexport default () => {};",
    'late.js': "export default async () => {\n  await null;\n  throw 'a string';\n};",
    'ok.js': "export default ({ tag }) => { tag('ok', () => '') };",
    'syntax.js': 'export default (\n  { tag }) => {\n  tag(;\n};',
    'top.js': 'const x = 1;\nnope();\nexport default () => {};',
    'verb.js': "export default ({ tag }) => {\n  tag('early', () => '');\n  tag('x');\n};",
  });
  expect(found.told).toEqual([
    ['script/failed', 'scripts/boom.js', 2, 9, 'boom'],
    ['script/failed', 'scripts/import.js', 1, 1, expect.stringContaining('nope.js')],
    ['script/failed', 'scripts/late.js', 1, 1, 'a string'],
    ['script/failed', 'scripts/syntax.js', 3, 7, "Unexpected token ';'"],
    ['script/failed', 'scripts/top.js', 2, 1, 'nope is not defined'],
    ['script/failed', 'scripts/verb.js', 3, 3, 'the second argument of tag() must be a function'],
  ]);
  expect(found.tags).toEqual([['ok', 'scripts/ok.js', 'none', '']]);
});

test.each([
  ["tag('a b', () => '')"],
  ["tag('', () => '')"],
  ["tag('x', () => '', { body: 'html' })"],
  ["filter('never', () => '')"],
  ["filter('html')"],
  ["helper('x', 1)"],
  ['generator(() => [])'],
  ["injector('head', '<a>')"],
  ["injector('head_end', () => '')"],
])('%s is told as a failure of the script', (call) => {
  const found = load({ 'x.js': `export default ({ tag, filter, helper, generator, injector }) => {\n  ${call};\n};` });
  expect(found.told).toMatchObject([['script/failed', 'scripts/x.js', 2, 3, expect.stringContaining('must be')]]);
});

test('a script for Hexo is not run; one without a default export is told', () => {
  const found = load({
    'hexo.js': "const x = 1;\n  hexo.extend.tag.register('x', () => { throw new Error('run'); });",
    'native.js': '// replaces hexo.extend.tag\nexport default () => {};',
    'none.js': 'export const x = 1;',
  });
  expect(found.told).toEqual([
    ['script/hexo', 'scripts/hexo.js', 2, 3, ''],
    ['script/no-export', 'scripts/none.js', 1, 1, ''],
  ]);
});

test('TypeScript runs where Node runs it, and is told where it does not', () => {
  const found = load({ 'x.ts': "export default ({ tag }: { tag: Function }): void => tag('x', () => 'typed');" });
  if ('typescript' in process.features && process.features.typescript)
    expect(found.tags).toEqual([['x', 'scripts/x.ts', 'none', 'typed']]);
  else expect(found.told).toEqual([['script/typescript', 'scripts/x.ts', 1, 1, '']]);
});

test('scripts may import one another and Node’s modules', () => {
  const found = load(
    { 'x.js': "import { y } from '../lib/y.mjs';\nexport default ({ tag }) => tag('x', () => y);" },
    { 'lib/y.mjs': "import { sep } from 'node:path';\nexport const y = sep;" },
  );
  expect(found.tags).toEqual([['x', 'scripts/x.js', 'none', '/']]);
});

test('the print follows the scripts', () => {
  const text = 'export default () => {};';
  expect(load({ 'x.js': text }).print).toBe(load({ 'x.js': text }).print);
  expect(load({ 'x.js': text }).print).not.toBe(load({ 'x.js': `${text}\n` }).print);
});

test('a script that changed is run anew by a process that ran the old one', () => {
  const root = makeFolder({ 'scripts/x.js': "export default ({ tag }) => tag('x', () => 'old');" });
  writeFileSync(join(root, 'new.js'), "export default ({ tag }) => tag('x', () => 'new');");
  const run = runScript(
    rooms.folder,
    `
    import { copyFileSync } from 'node:fs';
    const { readSources } = await import('./disk/read-sources.js');
    const { loadScripts } = await import('./disk/load-scripts.js');
    const root = ${JSON.stringify(root)};
    const load = async () => {
      const { sources } = readSources(root, { sourceDir: 'source', ignore: [], extra: [] });
      const { extensions } = await loadScripts(root, [...sources.values()], '');
      return extensions.tags.get('x').value.render();
    };
    const first = await load();
    copyFileSync(root + '/new.js', root + '/scripts/x.js');
    process.stdout.write(first + ' ' + (await load()));`,
  );
  expect(run.stdout).toBe('old new');
});
