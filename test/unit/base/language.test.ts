import { expect, test } from 'vitest';
import { toBcp47, toOpenGraphLocale, withCalendar } from '../../../src/base/language.ts';

test.each([
  ['zh-TW', 'zh-Hant-TW', 'zh_TW'],
  ['zh_tw', 'zh-Hant-TW', 'zh_TW'],
  ['zh-CN', 'zh-Hans-CN', 'zh_CN'],
  ['zh-HK', 'zh-Hant-HK', 'zh_HK'],
  ['zh-SG', 'zh-Hans-SG', 'zh_SG'],
  ['zh-Hant', 'zh-Hant', 'zh_TW'],
  ['zh-Hans', 'zh-Hans', 'zh_CN'],
  ['zh', 'zh', 'zh_CN'],
  ['ja', 'ja', 'ja_JP'],
  ['en', 'en', 'en_US'],
  ['en-gb', 'en-GB', 'en_GB'],
  ['default', 'en', 'en_US'],
  ['', 'en', 'en_US'],
  ['not a language', 'not a language', 'not a language'],
])('%j is %s for browsers and %s for Open Graph', (language, tag, locale) => {
  expect([toBcp47(language), toOpenGraphLocale(language)]).toEqual([tag, locale]);
});

test.each([
  ['zh-TW', 'roc', 'zh-Hant-TW-u-ca-roc'],
  ['zh-CN', 'roc', 'zh-Hans-CN'],
  ['en', 'roc', 'en'],
  ['ja', 'japanese', 'ja-u-ca-japanese'],
  ['zh-TW', 'gregory', 'zh-Hant-TW'],
] as const)('%s counts by %s in %s', (language, calendar, tag) => {
  expect(withCalendar(language, calendar)).toBe(tag);
});
