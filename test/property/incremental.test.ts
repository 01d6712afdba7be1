/**
 * Incremental = clean: after any edits, in any order, what is built with everything
 * remembered is what is built with nothing remembered, byte for byte.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSite } from '../support/site.ts';
import { type Edit, randomEdit, randomSite, writeSite } from './random-site.ts';

test('after any edit the site is what a clean build gives', () => {
  fc.assert(
    fc.property(randomSite, fc.array(randomEdit, { minLength: 1, maxLength: 8 }), (given, edits) => {
      const site = openSite(writeSite(given));
      site.build();
      for (const edit of edits) {
        edit.apply(site);
        site.build();
        const clean = openSite(site.sources());
        clean.build();
        expect([...site.outputs()], edit.what).toEqual([...clean.outputs()]);
        expect(site.told(), edit.what).toEqual(clean.told());
      }
    }),
    { numRuns: 50 },
  );
});

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
