/** The plain-text cases of test/cases/chinese, each file under the settings it is about. */
import { describe, expect, test } from 'vitest';
import type { ChineseOptions } from '../../../src/chinese/markdown.ts';
import { findCases } from '../../support/cases.ts';
import { createParser } from './stand-in.ts';

const SETTINGS: Readonly<Record<string, ChineseOptions>> = {
  autolink: {},
  emphasis: {},
  'quotes-corner': { quotes: 'corner' },
  'quotes-curly': { quotes: 'curly' },
  ruby: {},
  'soft-break': { softBreak: 'join' },
  'soft-break-br': { softBreak: 'br' },
  spacing: { spacing: 'insert' },
};

const areas = findCases('chinese');

test('every file of cases has its settings', () => {
  expect([...areas.keys()].sort()).toEqual(Object.keys(SETTINGS).sort());
});

for (const [area, settings] of Object.entries(SETTINGS)) {
  describe(area, () => {
    const md = createParser(settings);
    test.each(areas.get(area) ?? [])('$title', ({ markdown, html }) => {
      expect(md.render(markdown).trimEnd()).toBe(html);
    });
  });
}
