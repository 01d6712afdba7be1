import { expect, test } from 'vitest';
import { chooseSpeech, toLanguage } from '../../../src/cli/language.ts';

const never = () => undefined;

test.each([
  ['zh_TW.UTF-8', 'zh-TW'],
  ['zh_HK', 'zh-TW'],
  ['zh_MO.UTF-8', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh_TW.UTF-8@radical', 'zh-TW'],
  ['zh_CN.GB18030', 'zh-CN'],
  ['zh_SG', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-Hans-CN', 'zh-CN'],
  ['en_GB.UTF-8', 'en'],
  ['EN', 'en'],
  ['C', undefined],
  ['C.UTF-8', undefined],
  ['POSIX', undefined],
  ['ja_JP.UTF-8', undefined],
  ['', undefined],
])('%s is %s', (locale, language) => expect(toLanguage(locale)).toBe(language));

test('the terminal is asked as POSIX says: LC_ALL, LC_MESSAGES, LANG', () => {
  const people = (env: Record<string, string>): string => chooseSpeech([], env, never).people;
  expect(people({ LANG: 'zh_TW.UTF-8' })).toBe('zh-TW');
  expect(people({ LANG: 'zh_TW.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' })).toBe('zh-CN');
  expect(people({ LANG: 'zh_TW.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
  expect(people({ LANG: 'zh_TW.UTF-8', LC_ALL: '' })).toBe('zh-TW');
  expect(people({ LANG: 'fr_FR.UTF-8' })).toBe('en');
  expect(people({})).toBe('en');
});

test('the system is asked only where no variable tells', () => {
  expect(chooseSpeech([], {}, () => 'zh-Hant-TW').people).toBe('zh-TW');
  expect(chooseSpeech([], { LANG: 'en_US' }, () => 'zh-Hant-TW').people).toBe('en');
});

test('programs are spoken to in English, unless a language is asked for', () => {
  expect(chooseSpeech([], { LANG: 'zh_TW.UTF-8' }, never)).toEqual({ people: 'zh-TW', programs: 'en' });
  expect(chooseSpeech([], { MOJING_LANG: 'zh-CN' }, never)).toEqual({ people: 'zh-CN', programs: 'zh-CN' });
  expect(chooseSpeech(['build', '--lang', 'zh-TW'], { MOJING_LANG: 'en' }, never).programs).toBe('zh-TW');
});

test('--lang is the strongest, wherever it stands, and is no title', () => {
  expect(chooseSpeech(['--lang=zh-TW', 'bild'], { LC_ALL: 'C' }, never).people).toBe('zh-TW');
  expect(chooseSpeech(['new', '--', '--lang=zh-TW'], { LC_ALL: 'C' }, never).people).toBe('en');
  expect(chooseSpeech(['build', '--lang', 'de'], { LC_ALL: 'zh_CN' }, never).people).toBe('zh-CN');
});
