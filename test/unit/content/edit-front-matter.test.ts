import { describe, expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { dropFrontMatter, insertFrontMatter } from '../../../src/content/edit-front-matter.ts';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';

const DATE = '2024-05-01 08:00:00';

describe('a line of front matter is put in', () => {
  test.each([
    ['---\ntitle: a\ntags:\n---\nx\n', '---\ntitle: a\ndate: 2024-05-01 08:00:00\ntags:\n---\nx\n'],
    ['---\ntags: [b]\n---\nx', '---\ntags: [b]\ndate: 2024-05-01 08:00:00\n---\nx'],
    ['---\r\ntitle: a\r\n---\r\nx\r\n', '---\r\ntitle: a\r\ndate: 2024-05-01 08:00:00\r\n---\r\nx\r\n'],
    ['\ufeff---\ntitle: a\n---\n', '\ufeff---\ntitle: a\ndate: 2024-05-01 08:00:00\n---\n'],
    ['---\ntitle: >\n  a\n  b\n---\n', '---\ntitle: >\n  a\n  b\ndate: 2024-05-01 08:00:00\n---\n'],
    ['title: a\n---\nx', 'title: a\ndate: 2024-05-01 08:00:00\n---\nx'],
    ['只有內文\n', '---\ndate: 2024-05-01 08:00:00\n---\n只有內文\n'],
    [';;;\n"title": "a"\n;;;\nx', ';;;\n"date": "2024-05-01 08:00:00",\n"title": "a"\n;;;\nx'],
    ['---json\n{\n"title": "a"\n}\n---\nx', '---json\n{\n"date": "2024-05-01 08:00:00",\n"title": "a"\n}\n---\nx'],
  ])('%j', (text, edited) => {
    expect(insertFrontMatter(text, 'date', DATE)).toBe(edited);
    const { data, diagnostics } = splitFrontMatter(
      edited.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'),
      toSourcePath('a.md'),
    );
    expect([data.date, diagnostics]).toEqual([DATE, []]);
  });
});

describe('a line of front matter is taken out', () => {
  test.each([
    ['---\ntitle: a\ndraft: true\n---\ndraft: true\n', '---\ntitle: a\n---\ndraft: true\n'],
    ['---\r\ndraft: "true"\r\ntitle: a\r\n---\r\n', '---\r\ntitle: a\r\n---\r\n'],
    ['---\ndrafts: true\n---\n', '---\ndrafts: true\n---\n'],
    ['---\ndraft:\n  true\n---\n', '---\ndraft:\n  true\n---\n'],
    ['draft: true\n', 'draft: true\n'],
  ])('%j', (text, edited) => {
    expect(dropFrontMatter(text, 'draft')).toBe(edited);
  });
});
