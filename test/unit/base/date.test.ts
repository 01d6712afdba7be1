import { describe, expect, test } from 'vitest';
import { formatDate, isZone, parseDate, toInstant, toIsoString, toWallClock } from '../../../src/base/date.ts';

const TAIPEI = 'Asia/Taipei';
const NEW_YORK = 'America/New_York';
const iso = (text: string, zone = TAIPEI): string | undefined => {
  const instant = parseDate(text, zone);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe('a date as people write it', () => {
  test.each([
    ['2024-05-01', '2024-04-30T16:00:00.000Z'],
    ['2024-5-1', '2024-04-30T16:00:00.000Z'],
    ['2013/9/2', '2013-09-01T16:00:00.000Z'],
    ['2013.09.02', '2013-09-01T16:00:00.000Z'],
    ['2013年9月2日', '2013-09-01T16:00:00.000Z'],
    ['2013年9月2日 9:47', '2013-09-02T01:47:00.000Z'],
    ['2024-05-01 09:30', '2024-05-01T01:30:00.000Z'],
    ['2024-05-01 9:47:2', '2024-05-01T01:47:02.000Z'],
    ['2024-05-01  23:59:59  ', '2024-05-01T15:59:59.000Z'],
    ['2024-05-01T09:30:00', '2024-05-01T01:30:00.000Z'],
    ['2024-05-01t09:30:00', '2024-05-01T01:30:00.000Z'],
    ['2024-05-01T09:30:00Z', '2024-05-01T09:30:00.000Z'],
    ['2024-05', '2024-04-30T16:00:00.000Z'],
    ['2024-05-01, 09:30', '2024-05-01T01:30:00.000Z'],
    ['2020-01-10 03:20 PM', '2020-01-10T07:20:00.000Z'],
    ['2020-01-10 12:20:05 am', '2020-01-09T16:20:05.000Z'],
    ['2020-01-06 10:00:00 GMT+8', '2020-01-06T02:00:00.000Z'],
    ['Wed Jan 08 2020 10:00:00 GMT+0800 (CST)', '2020-01-08T02:00:00.000Z'],
    ['Wed Jan 08 2020 10:00:00 GMT+0000 (Coordinated Universal Time)', '2020-01-08T10:00:00.000Z'],
    ['Tue, 07 Jan 2020 10:00:00 GMT', '2020-01-07T10:00:00.000Z'],
    ['Jan 7, 2020 10:00', '2020-01-07T02:00:00.000Z'],
    ['January 7th, 2020', '2020-01-06T16:00:00.000Z'],
    ['7 Jan 2020', '2020-01-06T16:00:00.000Z'],
    ['1578500000000', '2020-01-08T16:13:20.000Z'],
    ['2024-05-01 09:30:00 UTC', '2024-05-01T09:30:00.000Z'],
    ['2024-05-01 09:30:00 GMT', '2024-05-01T09:30:00.000Z'],
    ['2021-08-28 15:00:00 +0800', '2021-08-28T07:00:00.000Z'],
    ['2021-08-28 15:00:00 +08:00', '2021-08-28T07:00:00.000Z'],
    ['2021-08-28 15:00:00+8', '2021-08-28T07:00:00.000Z'],
    ['2021-08-28T15:00:00-0330', '2021-08-28T18:30:00.000Z'],
    ['2021-08-28 15:00:00 +00:00', '2021-08-28T15:00:00.000Z'],
    ['2021-08-28 +0000', '2021-08-28T00:00:00.000Z'],
    ['2021-08-28Z', '2021-08-28T00:00:00.000Z'],
    ['2019-01-02T03:04:05.678901Z', '2019-01-02T03:04:05.678Z'],
    ['2019-01-02T03:04:05.285Z', '2019-01-02T03:04:05.285Z'],
    ['2019-01-02T03:04:05,5Z', '2019-01-02T03:04:05.500Z'],
    ['2024-05-01 24:00', '2024-05-01T16:00:00.000Z'],
    ['2016-12-31 23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-28T16:00:00.000Z'],
    ['2333-01-01', '2332-12-31T16:00:00.000Z'],
    ['1970-01-01 08:00', '1970-01-01T00:00:00.000Z'],
    ['0001-01-01Z', '0001-01-01T00:00:00.000Z'],
  ])('%s', (text, instant) => {
    expect(iso(text)).toBe(instant);
  });

  test.each([
    '',
    'not-a-date',
    '2024',
    '24-05-01',
    '20240501',
    '2024-05-01 9',
    '2024-05-01 09:30 tomorrow',
    '2024-05-01-08',
    '2016-05-01-12:30',
    'May 2024',
    'Foo 1, 2024',
    '13 PM',
    'on May 1, 2024',
    '[1,2]',
  ])('%j is none', (text) => {
    expect(iso(text)).toBeUndefined();
  });

  test.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-05-00',
    '2024-05-32',
    '2024-05-01 25:00',
    '2024-05-01 24:01',
    '2024-05-01 24:00:00.001',
    '2024-05-01 12:60',
    '2024-05-01 12:00:61',
    '2024-05-01 12:00 +15:00',
    '2024-05-01 12:00 +08:60',
  ])('%s does not exist', (text) => {
    expect(iso(text)).toBeUndefined();
  });

  test('every millisecond is read as it is written', () => {
    for (let ms = 0; ms < 1000; ms++) {
      const text = `2024-05-01T00:00:00.${String(ms).padStart(3, '0')}Z`;
      expect(iso(text)).toBe(text);
    }
  });
});

describe('the zone decides what a clock time means', () => {
  test.each([
    ['UTC', '2024-05-01T12:00:00.000Z'],
    [TAIPEI, '2024-05-01T04:00:00.000Z'],
    [NEW_YORK, '2024-05-01T16:00:00.000Z'],
    ['Asia/Kathmandu', '2024-05-01T06:15:00.000Z'],
    ['Australia/Lord_Howe', '2024-05-01T01:30:00.000Z'],
    ['Pacific/Kiritimati', '2024-04-30T22:00:00.000Z'],
    ['+08:00', '2024-05-01T04:00:00.000Z'],
  ])('noon in %s', (zone, instant) => {
    expect(iso('2024-05-01 12:00', zone)).toBe(instant);
  });

  test('an offset that is written out is stronger', () => {
    for (const zone of ['UTC', TAIPEI, NEW_YORK])
      expect(iso('2024-05-01 12:00 +0900', zone)).toBe('2024-05-01T03:00:00.000Z');
  });

  test('a zone that nobody knows is none', () => {
    expect([isZone('Asia/Taipei'), isZone('Japan'), isZone('UTC'), isZone('+08:00')]).toEqual([true, true, true, true]);
    expect([isZone('Asia/Taipe'), isZone('台北'), isZone('')]).toEqual([false, false, false]);
  });
});

describe('summer time', () => {
  test('of a time that it skips, the same distance after the gap is taken', () => {
    expect(iso('2024-03-10 02:30', NEW_YORK)).toBe('2024-03-10T07:30:00.000Z');
    expect(iso('2024-03-10 01:59:59', NEW_YORK)).toBe('2024-03-10T06:59:59.000Z');
    expect(iso('2024-03-10 03:00', NEW_YORK)).toBe('2024-03-10T07:00:00.000Z');
    expect(iso('2024-10-06 02:15', 'Australia/Lord_Howe')).toBe('2024-10-05T15:45:00.000Z');
  });

  test('of a time that comes twice, the first is taken', () => {
    expect(iso('2024-11-03 01:30', NEW_YORK)).toBe('2024-11-03T05:30:00.000Z');
    expect(iso('2024-11-03 00:59:59', NEW_YORK)).toBe('2024-11-03T04:59:59.000Z');
    expect(iso('2024-11-03 02:00', NEW_YORK)).toBe('2024-11-03T07:00:00.000Z');
  });

  test('a day that an island left out becomes the next', () => {
    const instant = parseDate('2011-12-30 12:00', 'Pacific/Apia') ?? 0;
    expect(toIsoString(instant, 'Pacific/Apia')).toBe('2011-12-31T12:00:00+14:00');
  });

  test('Taipei had it too, in its time', () => {
    expect(iso('1975-07-01 12:00')).toBe('1975-07-01T03:00:00.000Z');
  });
});

test('an instant and its clock are two sides of one thing', () => {
  for (const zone of ['UTC', TAIPEI, NEW_YORK, 'Asia/Kathmandu', 'Pacific/Chatham']) {
    for (
      let instant = Date.UTC(1999, 11, 31, 23, 59, 59, 1);
      instant < Date.UTC(2001, 0, 2);
      instant += 86_400_000 * 7 + 3_661_007
    ) {
      const clock = toWallClock(instant, zone);
      const back = toInstant(clock, zone);
      // Only an hour that comes twice may be taken for its first coming.
      expect([instant, instant - 3_600_000]).toContain(back);
    }
  }
});

test('years before the common era and far ahead do not confuse the zones', () => {
  expect(toWallClock(Date.UTC(-1, 0, 1), TAIPEI).year).toBe(-1);
  expect(toWallClock(Date.UTC(9999, 11, 31, 23), TAIPEI).year).toBe(10000);
});

describe("Moment's tokens", () => {
  const instant = parseDate('2024-03-05 08:07:09.045', TAIPEI) ?? 0;
  const show = (pattern: string, language = 'en', at = instant, zone = TAIPEI): string =>
    formatDate(at, zone, pattern, language);

  test.each([
    ['YYYY-MM-DD HH:mm:ss', '2024-03-05 08:07:09'],
    ['YY M D H h m s', '24 3 5 8 8 7 9'],
    ['hh A, k kk', '08 AM, 8 08'],
    ['SSS X x', `045 ${Math.floor(instant / 1000)} ${instant}`],
    ['Q DDD DDDD', '1 65 065'],
    ['d E dd ddd dddd', '2 2 Tu Tue Tuesday'],
    ['MMM MMMM Mo Do', 'Mar March 3rd 5th'],
    ['Z ZZ', '+08:00 +0800'],
    ['GGGG [week] W', '2024 week 10'],
    ['LT | LTS', '8:07 AM | 8:07:09 AM'],
    ['L | LL', '03/05/2024 | March 5, 2024'],
    ['l | ll | lll', '3/5/2024 | Mar 5, 2024 | Mar 5, 2024 8:07 AM'],
    ['LLL', 'March 5, 2024 8:07 AM'],
    ['LLLL | llll', 'Tuesday, March 5, 2024 8:07 AM | Tue, Mar 5, 2024 8:07 AM'],
    ['[YYYY] YYYY [年 [] M', 'YYYY 2024 年 [ 3'],
    ['YYYY年M月D日', '2024年3月5日'],
    ['', ''],
  ])('%s', (pattern, text) => {
    expect(show(pattern)).toBe(text);
  });

  test.each([
    ['zh-TW', 'MMMM MMM Do dddd ddd A h', '三月 3月 5日 星期二 週二 早上 8'],
    ['zh-TW', 'LT|LTS|L|LLL|LLLL|l', '08:07|08:07:09|2024/03/05|2024年3月5日 08:07|2024年3月5日星期二 08:07|2024/3/5'],
    ['zh', 'LLL|LLLL|llll', '2024年3月5日早上8点07分|2024年3月5日星期二早上8点07分|2024年3月5日星期二 08:07'],
    ['zh-TW-u-ca-roc', 'Ny年MMMM LL', '民國113年3月 民國113年3月5日'],
    ['zh-CN', 'LL dd', '2024年3月5日 二'],
    ['zh_tw', 'MMMM', '三月'],
    ['ja', 'MMMM Do dddd A', '3月 5日 火曜日 午前'],
    ['de', 'D. MMMM YYYY', '5. März 2024'],
    ['default', 'MMMM', 'March'],
    ['no language', 'MMMM', 'March'],
    ['', 'MMMM A a', 'March AM am'],
  ])('in %j', (language, pattern, text) => {
    expect(show(pattern, language)).toBe(text);
  });

  test('the parts of a day in Chinese', () => {
    const at = (time: string): number => parseDate(`2024-03-05 ${time}`, TAIPEI) ?? 0;
    const times = ['00:00', '05:59', '06:00', '08:59', '09:00', '11:29', '11:30', '12:29', '12:30', '17:59', '18:00'];
    expect(times.map((time) => show('A', 'zh-TW', at(time))).join(' ')).toBe(
      '凌晨 凌晨 早上 早上 上午 上午 中午 中午 下午 下午 晚上',
    );
    const months = Array.from({ length: 12 }, (_, month) => show('MMMM', 'zh-CN', Date.UTC(2024, month, 1, 12)));
    expect(months.join(' ')).toBe('一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月');
  });

  test('noon and midnight', () => {
    const at = (hour: number): number => Date.UTC(2024, 0, 1, hour);
    const shown = [0, 11, 12, 23].map((hour) => show('H HH h hh k kk A a', 'en', at(hour), 'UTC'));
    expect(shown).toEqual([
      '0 00 12 12 24 24 AM am',
      '11 11 11 11 11 11 AM am',
      '12 12 12 12 12 12 PM pm',
      '23 23 11 11 23 23 PM pm',
    ]);
  });

  test.each([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31])('the ordinal of %i', (day) => {
    const suffix =
      new Map([
        [1, 'st'],
        [2, 'nd'],
        [3, 'rd'],
        [21, 'st'],
        [22, 'nd'],
        [23, 'rd'],
        [31, 'st'],
      ]).get(day) ?? 'th';
    expect(show('Do', 'en', Date.UTC(2024, 0, day), 'UTC')).toBe(`${day}${suffix}`);
  });

  test.each([
    ['2016-01-07', '01 2016'],
    ['2015-12-31', '53 2015'],
    ['2016-01-03', '53 2015'],
    ['2016-01-04', '01 2016'],
    ['2018-12-31', '01 2019'],
    ['2021-01-01', '53 2020'],
    ['2024-12-29', '52 2024'],
  ])('the week of %s, at any hour', (day, week) => {
    for (const time of ['00:00:00', '12:00:00', '23:59:59']) {
      expect(show('WW GGGG', 'en', parseDate(`${day} ${time}`, TAIPEI))).toBe(week);
    }
  });

  test('offsets west of Greenwich and of half hours', () => {
    expect(show('Z', 'en', instant, NEW_YORK)).toBe('-05:00');
    expect(show('Z ZZ', 'en', instant, 'America/St_Johns')).toBe('-03:30 -0330');
    expect(show('Z', 'en', instant, 'UTC')).toBe('+00:00');
  });
});

test('ISO 8601 holds the offset of the zone, so that it can be read back anywhere', () => {
  const instant = parseDate('2024-05-01 08:00', TAIPEI) ?? 0;
  expect(toIsoString(instant, TAIPEI)).toBe('2024-05-01T08:00:00+08:00');
  expect(parseDate(toIsoString(instant, NEW_YORK), 'UTC')).toBe(instant);
});

test.each([
  ['Ny年M月D日', 'zh-Hant-TW-u-ca-roc', '民國115年8月16日'],
  ['N y', 'zh-Hant-TW-u-ca-roc', '民國 115'],
  ['LL', 'zh-Hant-TW-u-ca-roc', '民國115年8月16日'],
  ['YYYY', 'zh-Hant-TW-u-ca-roc', '2026'],
  ['Ny年', 'ja-u-ca-japanese', '令和8年'],
  ['Ny年M月D日', 'zh-Hans-CN', '2026年8月16日'],
  ['[N]y', 'en', 'N2026'],
])('%s in %s counts years as its calendar does', (pattern, language, shown) => {
  expect(formatDate(Date.UTC(2026, 7, 16), 'UTC', pattern, language)).toBe(shown);
});
