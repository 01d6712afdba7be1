import { expect, test } from 'vitest';
import { readerLanguage } from '../../../src/cli/reader-language.ts';

test.each([
  [{}, 'en'],
  [{ LANG: 'zh_TW.UTF-8' }, 'zh-TW'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh_SG' }, 'zh-CN'],
  [{ LANG: 'zh_MO.UTF-8' }, 'zh-TW'],
  [{ LANG: 'zh-Hant' }, 'zh-TW'],
  [{ LANG: 'zh' }, 'zh-CN'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'zha_CN' }, 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_US' }, 'zh-TW'],
  [{ LC_ALL: 'C', LC_MESSAGES: 'zh_TW', LANG: 'zh_TW' }, 'en'],
])('%j → %s', (environment, language) => {
  expect(readerLanguage(environment)).toBe(language);
});
