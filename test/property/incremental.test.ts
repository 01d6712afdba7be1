/**
 * Incremental = clean: after any edits, in any order, what is built with everything
 * remembered is what is built with nothing remembered, byte for byte.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Notes } from '../../src/base/memo.ts';
import { readMemos } from '../../src/disk/memo-file.ts';
import { openSite, type SiteOptions } from '../support/site.ts';
import { type Edit, randomEdit, randomSite, writeSite } from './random-site.ts';

function expectClean(files: ReadonlyMap<string, string>, edits: readonly Edit[], options: SiteOptions = {}): void {
  const site = openSite(files, options);
  site.build();
  for (const edit of edits) {
    edit.apply(site);
    site.build();
    const clean = openSite(site.sources());
    clean.build();
    expect([...site.outputs()], edit.what).toEqual([...clean.outputs()]);
    expect(site.told(), edit.what).toEqual(clean.told());
  }
}

test('after any edit the site is what a clean build gives', () => {
  fc.assert(
    fc.property(randomSite, fc.array(randomEdit, { minLength: 1, maxLength: 8 }), (given, edits) =>
      expectClean(writeSite(given), edits),
    ),
    { numRuns: 50 },
  );
});

test('when each build takes up from the disk what the one before remembered, or left of it when it was killed, too', () => {
  let folder = '';
  const tear = fc.nat({ max: 4000 }).map((bytes) => ({
    what: `the last ${bytes} bytes of what is remembered are lost`,
    apply: () => cutEnd(join(folder, 'memory'), bytes),
  }));
  const anyEdit = fc.oneof({ weight: 3, arbitrary: randomEdit }, { weight: 1, arbitrary: tear });
  fc.assert(
    fc.property(randomSite, fc.array(anyEdit, { minLength: 1, maxLength: 8 }), (given, edits) => {
      folder = mkdtempSync(join(tmpdir(), 'mojing-memory-'));
      try {
        expectClean(writeSite(given), edits, { folder });
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: 40 },
  );
});

test('what a killed build could not write whole costs that, and no more', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mojing-memory-'));
  const file = join(folder, 'memory');
  const site = openSite('-- source/_posts/a.md --\n甲\n-- source/_posts/b.md --\n乙\n', { folder });
  site.build();
  site.edit('source/_posts/a.md', '甲', '丙');
  site.build();
  cutEnd(file, 1);
  expect(readMemos(file)?.torn).toBe(true);
  site.build();
  expect([site.ran().rendered, readMemos(file)?.torn]).toEqual([1, false]);
  site.build();
  expect(site.ran().rendered).toBe(0);
  rmSync(folder, { recursive: true });
});

function cutEnd(file: string, bytes: number): void {
  truncateSync(file, Math.max(0, statSync(file).size - bytes));
}

test('what a site no longer has is not remembered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mojing-memory-'));
  const site = openSite('-- source/_posts/a.md --\n甲\n-- source/_posts/b.md --\n乙\n', { folder });
  site.build();
  const listKept = (): string[] =>
    [...(readMemos(join(folder, 'memory'))?.memos ?? [])].flatMap(([, memo]) => [...memo.keys()]).sort();
  expect(listKept().filter((key) => /\bb\b/.test(key))).not.toEqual([]);
  site.remove('source/_posts/b.md');
  site.build();
  expect(listKept().filter((key) => /\bb\b/.test(key))).toEqual([]);
  expect(listKept().filter((key) => /\ba\b/.test(key))).not.toEqual([]);
  rmSync(folder, { recursive: true });
});

test('with the theme that comes along, too', () => {
  const mist = readMist();
  fc.assert(
    fc.property(randomSite, fc.array(randomEdit, { minLength: 1, maxLength: 6 }), (given, edits) => {
      const files = [...writeSite(given)].filter(([path]) => !/^(themes|source\/show)\//.test(path));
      const settings = new Map(files).get('_config.yml')?.replace('theme: plain', 'theme: mist') ?? '';
      const own = edits.filter(({ what }) => !/_config\.yml|themes\/plain/.test(what));
      expectClean(new Map([...mist, ...files, ['_config.yml', settings]]), own);
    }),
    { numRuns: 15 },
  );
});

/** The files of the theme that comes with Mojing. */
function readMist(): Map<string, string> {
  const root = join(import.meta.dirname, '../..');
  const paths = readdirSync(join(root, 'themes/mist'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(njk|yml)$/.test(path),
  );
  return new Map(
    paths.map((path): [string, string] => [
      `themes/mist/${path.replaceAll('\\', '/')}`,
      readFileSync(join(root, 'themes/mist', path), 'utf8'),
    ]),
  );
}

test('after many edits at once, and when they are undone', () => {
  fc.assert(
    fc.property(randomSite, fc.array(randomEdit, { minLength: 2, maxLength: 12 }), (given, edits) => {
      const site = openSite(writeSite(given));
      const files = site.sources();
      site.build();
      const first = [...site.outputs()];
      applyAll(edits, site);
      site.build();
      const clean = openSite(site.sources());
      clean.build();
      expect([...site.outputs()]).toEqual([...clean.outputs()]);
      restore(site, files);
      site.build();
      expect([...site.outputs()]).toEqual(first);
    }),
    { numRuns: 25 },
  );
});

function applyAll(edits: readonly Edit[], site: ReturnType<typeof openSite>): void {
  for (const edit of edits) edit.apply(site);
}

function restore(site: ReturnType<typeof openSite>, files: ReturnType<(typeof site)['sources']>): void {
  for (const path of site.sources().keys()) if (!files.has(path)) site.remove(path);
  for (const [path, text] of files) site.add(path, text);
}

test('a build with nothing changed does nothing', () => {
  fc.assert(
    fc.property(randomSite, (given) => {
      const site = openSite(writeSite(given));
      site.build();
      const [outputs, told] = [[...site.outputs()], site.told()];
      site.build();
      expect(site.ran()).toEqual({ rendered: 0, laidOut: 0 });
      expect([[...site.outputs()], site.told()]).toEqual([outputs, told]);
    }),
    { numRuns: 10 },
  );
});

/** By the beginning and the end of a cell's name. */
const READS = [
  ['post:', ':meta'],
  ['post:', ':html'],
  ['post:', ':excerpt'],
  ['post:', ':facts'],
  ['post:', ':neighbours'],
  ['post:', ':series'],
  ['posts', ''],
  ['pages', ''],
  ['term:', ''],
  ['terms:', ''],
  ['archives', ''],
  ['series', ''],
  ['data', ''],
  ['page:', ''],
  ['layout', ''],
  ['source:', ''],
  ['file:', ''],
  ['link:', ''],
  ['route:', ''],
  ['equation:', ''],
] as const;

test.each(READS)('a read of %s…%s that is not noted is found out', (start, end) => {
  const { note } = Notes.prototype;
  const spy = vi.spyOn(Notes.prototype, 'note').mockImplementation(function (this: Notes, cell) {
    if (!cell.startsWith(start) || !cell.endsWith(end)) note.call(this, cell);
  });
  try {
    const property = fc.property(randomSite, fc.array(randomEdit, { minLength: 1, maxLength: 8 }), (given, edits) =>
      expectClean(writeSite(given), edits),
    );
    expect(fc.check(property, { numRuns: 300, seed: 3, endOnFailure: true }).failed).toBe(true);
  } finally {
    spy.mockRestore();
  }
});
