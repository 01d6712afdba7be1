/**
 * Whatever a writer writes, nothing is published outside: no title, tag, slug, file name
 * or permalink, raw or percent-encoded, leads out of the output folder.
 */
import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRouteFault, toOutputPath, toRoute } from '../../src/base/path.ts';
import { generate } from '../unit/generate/generate.ts';

/** Text of which addresses have been made that lead elsewhere. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        '%2e',
        '%2E',
        '%2f',
        '%5c',
        '%',
        '~',
        ':',
        'C:',
        '\u0000',
        '\n',
        ' ',
        '#',
        '?',
        '甲',
        'a',
        '．',
        '／',
        '\u202e',
        ':title',
        ':year',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** All readings of a path that a file system or a host may make of it. */
function readings(path: string): string[] {
  const found = [path];
  for (let round = 0; round < 2; round++) {
    const last = found.at(-1) ?? '';
    found.push(
      last.replace(/%([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }
  return found.slice(0, 2);
}

function expectInside(path: string): void {
  for (const reading of readings(path)) {
    const unified = reading.replaceAll('\\', '/');
    const resolved = posix.resolve('/public', unified);
    expect(
      resolved === '/public' || resolved.startsWith('/public/'),
      `${JSON.stringify(path)} leads to ${resolved}`,
    ).toBe(true);
    expect(posix.isAbsolute(unified) || /^[a-z]:\//i.test(unified), JSON.stringify(path)).toBe(false);
    expect(reading).not.toMatch(/[\u0000-\u001f\u007f]/);
  }
}

test('a route is either sound or at fault', () => {
  fc.assert(
    fc.property(nasty, (path) => {
      const route = toRoute(path);
      if (findRouteFault(route) === undefined) expectInside(toOutputPath(route));
      expect(toRoute(route)).toBe(route);
    }),
    { numRuns: 3000 },
  );
});

describe('no page lives outside', () => {
  const quoted = (text: string): string => JSON.stringify(text.toWellFormed());
  const post = (fields: Readonly<Record<string, unknown>>): string =>
    `;;;\n"date": "2024-05-01",\n${JSON.stringify(fields).slice(1, -1)}\n;;;\n正文`;

  test('whatever a post says', () => {
    fc.assert(
      fc.property(
        fc.record({
          title: nasty,
          permalink: nasty,
          tags: fc.array(nasty, { maxLength: 2 }),
          categories: fc.array(nasty, { maxLength: 2 }),
          id: nasty,
        }),
        (fields) => {
          for (const config of ['', 'permalink: ":category/:post_title/:id.html"']) {
            const { routes } = generate(
              { 'source/_posts/a.md': post(fields), 'source/b.md': post(fields) },
              { config },
            );
            for (const route of routes) expectInside(toOutputPath(toRoute(route)));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('whatever its file is called', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const { routes } = generate({
          [`source/_posts/x${name}.md`]: post({}),
          [`source/x${name}.md`]: 'x',
          [`source/x${name}.png`]: 'x',
        });
        for (const route of routes) expectInside(toOutputPath(toRoute(route)));
      }),
      { numRuns: 150 },
    );
  });

  test('whatever the settings are', () => {
    const keys = ['permalink', 'tag_dir', 'category_dir', 'archive_dir', 'pagination_dir', 'default_category'];
    fc.assert(
      fc.property(fc.constantFrom(...keys), nasty, (key, value) => {
        const config = `per_page: 1\n${key}: ${quoted(value).replace(/[\u007f-\u009f\ufffe\uffff\ufeff]/g, '')}\n`;
        const files = {
          'source/_posts/a.md': post({ tags: ['a'], categories: ['b'] }),
          'source/_posts/b.md': post({}),
        };
        const { routes } = generate(files, { config });
        for (const route of routes) expectInside(toOutputPath(toRoute(route)));
      }),
      { numRuns: 150 },
    );
  });
});

test('each address has one owner', () => {
  const name = fc.constantFrom('a', 'A', 'b', 'caf\u00e9', 'cafe\u0301');
  const permalink = fc.constantFrom('', '/', '.html', '/x/', '/index.html', '/x');
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(name, permalink).map((parts) => parts.join('')),
        { minLength: 1, maxLength: 6 },
      ),
      (permalinks) => {
        const files = permalinks.map((one, at) => [
          `source/_posts/${at}.md`,
          `---\ndate: 2024-01-01\npermalink: ${one}\n---\nx`,
        ]);
        const { pages } = generate(Object.fromEntries(files));
        const paths = pages.map(({ route }) => toOutputPath(route).normalize('NFC').toLowerCase());
        expect(new Set(paths).size).toBe(paths.length);
        for (const path of paths) expect(paths.some((other) => other.startsWith(`${path}/`))).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});
