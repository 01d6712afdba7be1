import { expect, test } from 'vitest';
import { toBcp47 } from '../../../src/base/language.ts';
import { isChinese, scriptOf } from '../../../src/chinese/language.ts';

test.each([
  ['zh-TW', 'zh-Hant-TW', 'Hant'],
  ['zh-tw', 'zh-Hant-TW', 'Hant'],
  ['zh_TW', 'zh-Hant-TW', 'Hant'],
  ['zh-HK', 'zh-Hant-HK', 'Hant'],
  ['zh-MO', 'zh-Hant-MO', 'Hant'],
  ['zh-CN', 'zh-Hans-CN', 'Hans'],
  ['zh-SG', 'zh-Hans-SG', 'Hans'],
  ['zh-hans-hk', 'zh-Hans-HK', 'Hans'],
  ['zh_Hant', 'zh-Hant', 'Hant'],
  ['zh', 'zh', 'Hans'],
  ['yue', 'yue', 'Hant'],
  ['ja', 'ja', undefined],
  ['en_us', 'en-US', undefined],
  ['default', 'en', undefined],
  ['', 'en', undefined],
  ['no such thing', 'no such thing', undefined],
] as const)('%j is %j', (language, tag, script) => {
  expect(toBcp47(language)).toBe(tag);
  expect(scriptOf(language)).toBe(script);
  expect(isChinese(language)).toBe(script !== undefined);
});
