/**
 * What the bundle changes in libraries changes nothing that they give.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import hljs from 'highlight.js/lib/common';
import katex from 'katex';
import MarkdownIt from 'markdown-it';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CHANGES, changeLibrary } from '../../.build/faster-libraries.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
// The changed files import others of their packages.
const folder = mkdtempSync(join(ROOT, 'node_modules/.changed-'));
const require = createRequire(import.meta.url);

// KaTeX tells of characters that it has no widths for.
beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterAll(() => rmSync(folder, { recursive: true }));

function change(file: string): string {
  const entry = CHANGES.find((one) => one.file.test(join(ROOT, 'node_modules', file)));
  if (!entry) throw new Error(`nothing is changed in ${file}`);
  return changeLibrary(readFileSync(join(ROOT, 'node_modules', file), 'utf8'), entry.changes);
}

function load(name: string, text: string): Promise<{ default: unknown }> {
  writeFileSync(join(folder, name), text);
  return import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href);
}

/** Every text of the project's own cases. */
function readCases(): string[] {
  const names = readdirSync(join(ROOT, 'test/cases'), { recursive: true, encoding: 'utf8' });
  const docs = readdirSync(join(ROOT, 'docs')).map((name) => join('../../docs', name));
  return [...names, ...docs]
    .filter((name) => /\.(md|txt)$/.test(name))
    .map((name) => readFileSync(join(ROOT, 'test/cases', name), 'utf8'));
}

test('KaTeX sets the same formulas', async () => {
  const { default: changed } = await load('katex.mjs', change('katex/dist/katex.mjs'));
  const formulas = readCases().flatMap((text) => [...text.matchAll(/\$\$?([^$]+)\$/g)].map(([, tex]) => tex ?? ''));
  expect(formulas.length).toBeGreaterThan(300);
  const own = String.raw`\text{a & b < "c"} \href{#x}{y} \textcolor{red}{z} \rule{1.23456em}{2pt} \sqrt[3]{\frac{a}{b}}`;
  const render = (library: unknown, tex: string, displayMode: boolean): string =>
    (library as typeof katex).renderToString(tex, { displayMode, throwOnError: false, trust: true, strict: false });
  for (const tex of [...formulas, own])
    for (const display of [true, false]) expect(render(changed, tex, display)).toBe(render(katex, tex, display));
});

test('highlight.js colours the same', () => {
  const module: { exports: unknown } = { exports: {} };
  new Function('module', 'require', change('highlight.js/lib/core.js'))(module, require);
  const changed = module.exports as typeof hljs;
  const languages = hljs.listLanguages();
  for (const name of languages) changed.registerLanguage(name, require(`highlight.js/lib/languages/${name}`));
  const sources = [
    'test/build/faster-libraries.test.ts',
    'package.json',
    'themes/mist/layout/post.njk',
    'README.md',
    'biome.json',
    '_config.yml',
  ].map((file) => readFileSync(join(ROOT, file), 'utf8'));
  for (const language of languages)
    for (const source of sources)
      expect(changed.highlight(source, { language }).value).toBe(hljs.highlight(source, { language }).value);
});

test('markdown-it writes the same', async () => {
  const { default: Changed } = await load('markdown-it.mjs', change('markdown-it/dist/markdown-it.mjs'));
  const [own, changed] = [new MarkdownIt({ html: true }), new (Changed as typeof MarkdownIt)({ html: true })];
  for (const text of readCases()) expect(changed.render(text)).toBe(own.render(text));
});
