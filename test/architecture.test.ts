/**
 * The floor plan of the house: who may import whom, and who may touch the world.
 * docs/architecture.md draws it; this test keeps it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(ROOT, 'src');

/** A room may import from itself and from these. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: ['base'],
  chinese: ['base'],
  math: ['base', 'model'],
  search: ['base'],
  content: ['base', 'model', 'chinese'],
  generate: ['base', 'model'],
  render: ['base', 'model', 'chinese', 'math'],
  layout: ['base', 'model', 'chinese'],
  build: ['base', 'model', 'chinese', 'math', 'search', 'content', 'generate', 'render', 'layout'],
  check: ['base', 'model'],
  workers: ['base', 'model', 'build'],
  disk: ['base', 'model'],
  serve: ['base', 'model'],
  cli: ['base', 'model', 'chinese', 'content', 'build', 'check', 'workers', 'disk', 'serve'],
  '': ['model', 'build'],
};
const STAGES = ['content', 'generate', 'render', 'layout'];
const WORLDLY = new Set(['disk', 'workers', 'serve', 'cli']);
const WORLD =
  /['"]node:(?!(?:crypto|buffer)['"])|['"](?:chokidar|fast-glob)['"]|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bperformance\./;
/** A package that only some rooms know. */
const KNOWN_TO: Readonly<Record<string, readonly string[]>> = {
  nunjucks: ['layout'],
  katex: ['math'],
  'gray-matter': ['content'],
  'js-yaml': ['content', 'render'],
  'markdown-it': ['render', 'math', 'chinese'],
  zod: ['model'],
  chokidar: ['serve'],
  htmlparser2: ['check'],
  'opencc-js/t2cn': ['disk'],
  'opencc-js/cn2t': ['disk'],
  'pinyin-pro': ['disk'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
const texts = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '');
const codeOf = (file: string): string => (texts.get(file) ?? '').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
const importsOf = (file: string): string[] =>
  [...codeOf(file).matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)].map(([, target]) => target ?? '');
const innerImportsOf = (file: string): string[] =>
  importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => posix.join(dirname(file), target));

describe('the house', () => {
  test('has files in every room of the plan, and no other room', () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  test.each(files)('%s imports nothing from above', (file) => {
    const allowed = [roomOf(file), ...(MAY_IMPORT[roomOf(file)] ?? [])];
    expect(innerImportsOf(file).filter((target) => !allowed.includes(roomOf(target)))).toEqual([]);
  });

  test('keeps its stages apart', () => {
    for (const stage of STAGES) expect(MAY_IMPORT[stage]?.filter((room) => STAGES.includes(room))).toEqual([]);
  });

  test.each(files.filter((file) => !WORLDLY.has(roomOf(file))))('%s does not see the world', (file) => {
    expect(WORLD.exec(codeOf(file))?.[0]).toBeUndefined();
  });

  test.each(files)('%s knows only the packages of its room', (file) => {
    const foreign = importsOf(file).filter((target) => KNOWN_TO[target] && !KNOWN_TO[target].includes(roomOf(file)));
    expect(foreign).toEqual([]);
  });

  test('has no circle of imports', () => {
    const done = new Set<string>();
    const walk = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) throw new Error(`a circle: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`);
      if (done.has(file)) return;
      for (const target of innerImportsOf(file)) walk(target, [...trail, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
  });

  test.each(files)('%s says at its head what it is for', (file) => {
    expect((texts.get(file) ?? '').replace(/^#!.*\n/, '')).toMatch(/^\/\*\*/);
  });

  test('is drawn in docs/architecture.md with every room', () => {
    const plan = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
    for (const room of Object.keys(MAY_IMPORT).filter(Boolean))
      expect(plan, relative(ROOT, room)).toContain(`${room}/`);
  });
});
