/**
 * The demo blog of this repository and its Simplified edition: whatever is no prose is the same in both.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSite } from '../support/site.ts';

const ROOT = join(import.meta.dirname, '../..');

function readFolder(folder: string): [string, Uint8Array | string][] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => statSync(join(ROOT, path)).isFile())
    .map((path) => [path, readFileSync(join(ROOT, path), /\.(md|ya?ml|njk)$/.test(path) ? 'utf8' : null)]);
}

const site = openSite(
  new Map([
    ...readFolder('source'),
    ...readFolder('themes/mist'),
    ['_config.yml', `${readFileSync(join(ROOT, '_config.yml'), 'utf8')}\neditions:\n  - lang: zh-Hans\n`] as const,
  ]),
);
site.build();
const pages = site.paths().filter((path) => path.endsWith('.html') && !path.startsWith('zh-hans/'));

const PARTS: Readonly<Record<string, RegExp>> = {
  formulas: /<annotation[^>]*>[\s\S]*?<\/annotation>|<math[\s\S]*?<\/math>/g,
  code: /<(pre|code|kbd|samp)\b[\s\S]*?<\/\1>/g,
  ids: / id="[^"]*"/g,
  numbers: /<span class="tag">[\s\S]*?<\/span>/g,
  addresses: / (?:href|src)="[^"]*"/g,
};

/** The parts of a page that an edition must not change, addresses as if it were at the top. */
function readParts(html: string): Record<string, string[]> {
  const own = html
    .replace(/<link rel="alternate"[^>]*>\n?/g, '')
    .replace(/<nav class="languages"[\s\S]*?<\/nav>/g, '')
    .replaceAll('/zh-hans/', '/');
  return Object.fromEntries(
    // Tags are in the order of the edition's language.
    Object.entries(PARTS).map(([name, pattern]) => [name, [...own.matchAll(pattern)].map(([part]) => part).sort()]),
  );
}

test('each page of the demo is in the edition', () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(site.paths()).toEqual(expect.arrayContaining(pages.map((path) => `zh-hans/${path}`)));
});

test.each(pages)('no formula, code, id or address of %s differs', (path) => {
  expect(readParts(site.file(`zh-hans/${path}`))).toEqual(readParts(site.file(path)));
});

test('its prose is Simplified, but for words within formulas', () => {
  const countTraditional = (path: string): number => {
    const prose = site.file(path).replace(/<(pre|code|math|svg|script|style|nav)\b[\s\S]*?<\/\1>|<[^>]*>/g, '');
    return prose.match(/[這個學數們機對說]/g)?.length ?? 0;
  };
  for (const path of pages.filter((one) => /^\d{4}\/\d\d\/\d\d\//.test(one))) {
    expect(countTraditional(`zh-hans/${path}`)).toBeLessThan(countTraditional(path) / 10);
  }
});
