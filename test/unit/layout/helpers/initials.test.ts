import { expect, test } from 'vitest';
import { createFixture } from '../support.ts';

const NAMES = ['量化', 'Python', '一', '123', '機率', '安裝', '貝氏', '三'];

const groupBy = (config: Readonly<Record<string, unknown>>): unknown => {
  const groups = createFixture({ config }).ask('group_by_initial', NAMES);
  return Array.isArray(groups) ? groups.map(({ initial, items }) => [initial, [...items]]) : groups;
};

test.each([
  [
    { language: 'zh-CN' },
    [
      ['#', ['123']],
      ['A', ['安裝']],
      ['B', ['貝氏']],
      ['J', ['機率']],
      ['L', ['量化']],
      ['P', ['Python']],
      ['S', ['三']],
      ['Y', ['一']],
    ],
  ],
  [
    { language: 'zh-TW' },
    [
      ['#', ['123']],
      ['P', ['Python']],
      ['1', ['一']],
      ['3', ['三']],
      ['6', ['安裝']],
      ['7', ['貝氏']],
      ['12', ['量化']],
      ['16', ['機率']],
    ],
  ],
  [
    { language: 'zh-TW', collation: 'zhuyin' },
    [
      ['#', ['123']],
      ['P', ['Python']],
      ['ㄅ', ['貝氏']],
      ['ㄌ', ['量化']],
      ['ㄐ', ['機率']],
      ['ㄙ', ['三']],
      ['ㄢ', ['安裝']],
      ['ㄧ', ['一']],
    ],
  ],
])('names are grouped in the order of %j', (config, groups) => expect(groupBy(config)).toEqual(groups));
