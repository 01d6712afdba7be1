/**
 * What `new` writes, the build reads: any title, any setting.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate, toIsoString, toWallClock } from '../../src/base/date.ts';
import { toSourcePath } from '../../src/base/path.ts';
import { readText } from '../../src/content/fields.ts';
import { DEFAULT_SCAFFOLDS, fillScaffold, quoteScalar } from '../../src/content/fill-scaffold.ts';
import { type SplitText, splitFrontMatter } from '../../src/content/front-matter.ts';
import { decodeText } from '../../src/model/sources.ts';

/** Text with what YAML has signs for, and with what is in no alphabet. */
const word = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ': ',
        ':',
        '：',
        '#',
        ' #',
        '- ',
        '-',
        '[',
        ']',
        '{',
        '}',
        '{{',
        '}}',
        '"',
        "'",
        '\\',
        '*',
        '&',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        ',',
        '?',
        '~',
        '---',
        '\n',
        '\t',
        '\r',
        ' ',
        '  ',
      ),
      fc.constantFrom(
        '甲',
        '標題',
        'a',
        'true',
        'null',
        '0x1F',
        '007',
        '1e3',
        '2024-05-01',
        '$&',
        '{{ date }}',
        '\u0085',
        '\u0096',
        '\u2028',
        '\ufeff',
        '\u200b',
        '😀',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('').toWellFormed());

/** From the bytes of a file. */
function read(text: string): SplitText {
  return splitFrontMatter(decodeText(new TextEncoder().encode(text)) ?? '', toSourcePath('a.md'));
}

test('a title comes back as it was given', () => {
  fc.assert(
    fc.property(word, fc.constantFrom(...Object.values(DEFAULT_SCAFFOLDS)), (title, scaffold) => {
      const { data, diagnostics, body } = read(
        fillScaffold(scaffold, { title, date: '2024-05-01 08:00:00' }, new Map()),
      );
      expect(readText(data.title) ?? '').toBe(title);
      expect([diagnostics, body]).toEqual([[], '']);
    }),
    { numRuns: 2000 },
  );
});

test('between quotes, among other words, in a list, in JSON', () => {
  fc.assert(
    fc.property(word, (title) => {
      const fill = (scaffold: string) => read(fillScaffold(scaffold, { title }, new Map()));
      expect(readText(fill('---\ntitle: "{{ title }}"\n---\n').data.title) ?? '').toBe(title);
      expect(readText(fill('---\ntitle: 筆記：{{ title }}。\n---\n').data.title)).toBe(`筆記：${title}。`);
      expect(fill('---\ntags: [{{ title }}, x]\n---\n').data.tags).toEqual([title, 'x']);
      expect(fill(';;;\n"title": "{{ title }}"\n;;;\n').data.title).toBe(title);
    }),
    { numRuns: 1000 },
  );
});

test('a setting comes back, and what stood there is gone', () => {
  const key = fc.stringMatching(/^[a-z][a-z_]{0,8}$/).filter((one) => one !== 'title');
  fc.assert(
    fc.property(key, word, (name, value) => {
      fc.pre(!/^\[[^\n]*\]$/.test(value));
      const scaffold = `---\ntitle: x\n${name}:\n  - old\n  - older\nlast: 1\n---\n正文\n`;
      const { data, body } = read(fillScaffold(scaffold, {}, new Map([[name, value]])));
      expect(name === 'last' ? '' : (readText(data[name]) ?? '')).toBe(name === 'last' ? '' : value);
      expect([data.title, body]).toEqual(['x', '正文\n']);
    }),
    { numRuns: 1000 },
  );
});

test('a quoted word is one line', () => {
  fc.assert(
    fc.property(word, (value) => {
      expect(quoteScalar(value)).not.toMatch(/[\n\r]/);
    }),
    { numRuns: 1000 },
  );
});

test('whatever a file holds, its front matter and body are all of it', () => {
  const line = fc.oneof(
    word,
    fc.constantFrom('---', ';;;', '----', 'title: 甲', '"title": "甲"', 'tags:', '  - a', '\t- a', ''),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const text = decodeText(new TextEncoder().encode(lines.join('\n'))) ?? '';
      const { written, body, bodyLine, diagnostics } = splitFrontMatter(text, toSourcePath('a.md'));
      for (const { at } of diagnostics) {
        expect(at?.line).toBeGreaterThanOrEqual(1);
        expect(at?.line).toBeLessThanOrEqual(text.split('\n').length);
        expect(at?.column).toBeGreaterThanOrEqual(1);
      }
      if (diagnostics.some(({ code }) => /unclosed|wrong-fence/.test(code))) return;
      expect(text).toContain(written);
      expect(text.endsWith(body)).toBe(true);
      expect(
        text
          .split('\n')
          .slice(bodyLine - 1)
          .join('\n'),
      ).toBe(body);
    }),
    { numRuns: 2000 },
  );
});

test('a date is read back from what is written of it', () => {
  const zone = fc.constantFrom('UTC', 'Asia/Taipei', 'America/New_York', 'Asia/Kathmandu', '+05:45');
  const instant = fc
    .integer({ min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(2100, 0, 1) / 1000 })
    .map((seconds) => seconds * 1000);
  fc.assert(
    fc.property(instant, zone, zone, (at, here, there) => {
      expect(parseDate(toIsoString(at, here), there)).toBe(at);
      const { year, month, day, hour, minute, second } = toWallClock(at, here);
      const clock = `${year}-${month}-${day} ${hour}:${minute}:${second}`;
      // An hour that comes twice is read as its first coming.
      expect([at, at - 3_600_000]).toContain(parseDate(clock, here));
    }),
    { numRuns: 1000 },
  );
});
