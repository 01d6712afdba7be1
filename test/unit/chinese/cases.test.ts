/** The plain-text cases of test/cases/chinese, each file under the settings it is about. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ChineseOptions } from '../../../src/chinese/markdown.ts';
import { createParser, readCases } from './stand-in.ts';

const SETTINGS: Readonly<Record<string, ChineseOptions>> = {
  'autolink.txt': {},
  'emphasis.txt': {},
  'quotes-corner.txt': { quotes: 'corner' },
  'quotes-curly.txt': { quotes: 'curly' },
  'ruby.txt': {},
  'soft-break.txt': { softBreak: 'join' },
  'soft-break-br.txt': { softBreak: 'br' },
  'spacing.txt': { spacing: 'insert' },
};

test('every file of cases has its settings', () => {
  const files = readdirSync(new URL('../../cases/chinese/', import.meta.url));
  expect(files.filter((name) => name.endsWith('.txt')).sort()).toEqual(Object.keys(SETTINGS).sort());
});

for (const [file, settings] of Object.entries(SETTINGS)) {
  describe(file, () => {
    const md = createParser(settings);
    const cases = readCases(file);
    test('the file is read', () => expect(cases.length).toBeGreaterThanOrEqual(4));
    test.each(cases)('$title', ({ markdown, html }) => {
      expect(md.render(markdown).trimEnd()).toBe(html);
    });
  });
}
