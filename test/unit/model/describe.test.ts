/**
 * The catalogues: the same keys, the same placeholders, nothing empty and no English left,
 * in every language.
 */
import { describe, expect, test } from 'vitest';
import type { Translations } from '../../../src/model/catalogues/catalogue.ts';
import { complaints } from '../../../src/model/catalogues/complaints.ts';
import { parts } from '../../../src/model/catalogues/parts.ts';
import { settings } from '../../../src/model/catalogues/settings.ts';
import { simplified } from '../../../src/model/catalogues/zh-CN.ts';
import { traditional } from '../../../src/model/catalogues/zh-TW.ts';
import { configSchema } from '../../../src/model/config.ts';
import { describeIn } from '../../../src/model/describe.ts';
import { type Code, diagnose, type Message, messages } from '../../../src/model/messages.ts';
import { findEnglish, findWrongScript, placeholdersOf } from '../../support/words.ts';

const codes = Object.entries<Message>(messages);

describe.each([
  ['zh-TW', traditional],
  ['zh-CN', simplified],
] as const)('%s', (language, catalogue) => {
  test('has every code and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual(codes.map(([code]) => code).sort());
  });

  test.each(codes)('%s', (code, { message, hint = '' }) => {
    const [told, remedy = ''] = catalogue[code as Code];
    expect(placeholdersOf(told)).toEqual(placeholdersOf(message));
    expect(placeholdersOf(remedy)).toEqual(placeholdersOf(hint));
    expect(told).not.toBe('');
    expect(remedy === '').toBe(hint === '');
    for (const text of [told, remedy]) {
      expect(findEnglish(text)).toEqual([]);
      expect(findWrongScript(text, language)).toEqual([]);
    }
  });
});

describe.each(Object.entries({ parts, complaints, settings }))('%s', (_name, table: Translations) => {
  test.each(Object.entries(table))('%s', (english, words) => {
    for (const [at, language] of (['zh-TW', 'zh-CN'] as const).entries()) {
      const text = words[at] ?? '';
      expect(placeholdersOf(english)).toEqual(expect.arrayContaining(placeholdersOf(text)));
      expect(text).not.toBe('');
      expect(findWrongScript(text, language)).toEqual([]);
    }
  });
});

test('every setting is described in every language', () => {
  const docs = Object.values(configSchema.shape).map(({ description = '' }) => description);
  expect(docs.filter((doc) => !Object.hasOwn(settings, doc))).toEqual([]);
});

describe('a diagnostic', () => {
  const wrong = diagnose('config/wrong-value', {
    key: 'per_page',
    detail: 'it must be a whole number, 0 or more',
    doc: 'Posts on one page of a list; 0 for all.',
  });

  test('is told in each language, the words in its values too', () => {
    expect(describeIn('zh-TW', wrong)).toEqual({
      message: '`per_page` 的值不能用：必須是整數，而且不小於 0。',
      hint: '列表一頁有幾篇；0 是全部。',
    });
    expect(describeIn('zh-CN', wrong).message).toBe('`per_page` 的值不能用：必须是整数，而且不小于 0。');
    expect(describeIn('en', wrong).message).toBe(
      '`per_page` has a value that cannot be used: it must be a whole number, 0 or more.',
    );
  });

  test('keeps what varies in a quoted sentence', () => {
    const unknown = diagnose('math/unknown-command', { command: '\\fo', suggestion: 'Did you mean `\\phi`?' });
    expect(describeIn('zh-TW', unknown)).toEqual({ message: 'KaTeX 不認得 \\fo。', hint: '是不是要寫 `\\phi`？' });
  });

  test('leaves what the writer wrote as it is, and what nobody has translated', () => {
    expect(describeIn('zh-TW', diagnose('tag/unknown', { name: 'tag' })).message).toContain('`tag`');
    const odd = diagnose('script/failed', { detail: 'out of luck' });
    expect(describeIn('zh-CN', odd).message).toBe('脚本运行失败：out of luck。');
  });

  test('of another program version is not lost', () => {
    const newer = { severity: 'error' as const, code: 'area/newer', values: {} };
    expect(describeIn('zh-TW', newer)).toEqual({ message: 'area/newer' });
  });
});
