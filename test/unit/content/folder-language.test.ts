import { expect, test } from 'vitest';
import { toRoute } from '../../../src/base/path.ts';
import { findFolderLanguage } from '../../../src/content/folder-language.ts';

test.each([
  ['en/about/', ':lang', 'en'],
  ['EN/about/', ':lang', 'en'],
  ['zh-tw/a.html', ':lang', 'zh-TW'],
  ['en', ':lang', undefined],
  ['fr/about/', ':lang', undefined],
  ['default/about/', ':lang', undefined],
  ['about/', ':lang', undefined],
  ['docs/en/a/', 'docs/:lang', 'en'],
  ['other/en/a/', 'docs/:lang', undefined],
  ['en/docs/a/', ':lang/docs', 'en'],
  ['en/other/a/', ':lang/docs', undefined],
  ['en/about/', '', undefined],
])('%s by %s: %s', (route, pattern, language) => {
  expect(findFolderLanguage(toRoute(route), pattern, ['zh-TW', 'en', 'default'])).toBe(language);
});
