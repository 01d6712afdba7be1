import nunjucks from 'nunjucks';
import { expect, test } from 'vitest';
import { toBcp47, toOpenGraphLocale } from '../../../../src/base/language.ts';
import { createFixture, drawn, drawTemplate, emptyGraph, posts } from '../support.ts';

const { call, ask, views } = createFixture({ config: { time_format: 'HH:mm' } });
const NIGHT = Date.UTC(2023, 11, 31, 15, 30);

test.each([
  ['date', [NIGHT], '2023-12-31'],
  ['date', [NIGHT, 'YYYY年M月D日'], '2023年12月31日'],
  ['date', [new Date(NIGHT), 'HH:mm'], '23:30'],
  ['date', ['2024-02-29 12:00', 'MM/DD'], '02/29'],
  ['date', ['someday'], 'someday'],
  ['date', ['2023-02-29'], '2023-02-29'],
  ['time', [NIGHT], '23:30'],
  ['time', [NIGHT, 'HH'], '23'],
  ['full_date', [NIGHT], '2023-12-31 23:30'],
  ['full_date', [NIGHT, 'YYYY'], '2023'],
  ['date_xml', [NIGHT], '2023-12-31T15:30:00.000Z'],
  ['relative_date', [NIGHT], '2023-12-31 23:30'],
  ['time_tag', [NIGHT], '<time datetime="2023-12-31T15:30:00.000Z">2023-12-31</time>'],
  ['time_tag', [NIGHT, 'YYYY'], '<time datetime="2023-12-31T15:30:00.000Z">2023</time>'],
  ['time_tag', ['<b>'], '&lt;b&gt;'],
])('%s(%j) is %j', (name, args, text) => {
  expect(call(name, ...args)).toBe(text);
});

test('dates of posts are given as they are', () => {
  expect(call('date', views.post(posts.sharp.id)?.date)).toBe('2023-12-31');
  expect(call('date_xml', views.post(posts.sharp.id)?.date)).toBe('2023-12-31T15:30:00.000Z');
});

test('without a date the page’s own is taken, else that of the newest post', () => {
  expect(createFixture({ page: drawn.jerry }).call('date')).toBe('2024-03-15');
  expect(createFixture({ page: drawn.tag }).call('date', null, 'YYYY-MM-DD HH:mm')).toBe('2024-05-01 08:30');
  const home = createFixture({ page: drawn.home });
  home.call('date');
  expect(home.cells).toContain('posts');
  expect(createFixture({ graph: emptyGraph }).call('date')).toBe('');
});

test('moment gives a date to format', () => {
  expect(drawTemplate("{{ moment('2024-05-01').format('YYYY/MM') }}")).toBe('2024/05');
  expect(ask('moment', 'never')).toBeUndefined();
});

test('names are in the language of the page, however it is written', () => {
  expect(createFixture({ language: 'en' }).call('date', NIGHT, 'MMMM')).toBe('December');
  expect(createFixture({ language: 'zh_TW' }).call('date', NIGHT, 'dddd')).toBe('星期日');
  expect(createFixture({ language: 'default' }).call('date', NIGHT, 'MMM')).toBe('Dec');
});

test('what is shown as text is escaped by the template', () => {
  expect(drawTemplate("{{ date(0, '[<]YYYY') }} {{ time_tag(0, 'YYYY') }}")).toBe(
    '&lt;1970 <time datetime="1970-01-01T00:00:00.000Z">1970</time>',
  );
  expect(ask('time_tag', 0)).toBeInstanceOf(nunjucks.runtime.SafeString);
});

test.each([
  ['zh-TW', 'zh-Hant-TW', 'zh_TW'],
  ['zh_tw', 'zh-Hant-TW', 'zh_TW'],
  ['zh-CN', 'zh-Hans-CN', 'zh_CN'],
  ['zh-HK', 'zh-Hant-HK', 'zh_HK'],
  ['zh-Hant', 'zh-Hant', 'zh_TW'],
  ['zh', 'zh', 'zh_CN'],
  ['en_us', 'en-US', 'en_US'],
  ['ja', 'ja', 'ja_JP'],
  ['default', 'en', 'en_US'],
  ['', 'en', 'en_US'],
  ['no tag!', 'no tag!', 'no tag!'],
])('the language %j is %s to browsers and %s to previews', (language, bcp47, locale) => {
  expect(toBcp47(language)).toBe(bcp47);
  expect(toOpenGraphLocale(language)).toBe(locale);
});
