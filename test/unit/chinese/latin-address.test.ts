/** Addresses as hexo-permalink-pinyin 1.1 with transliteration 1.6.6 made them; what is expected here was seen there. */
import { expect, test } from 'vitest';
import { createLatinWriter } from '../../../src/chinese/latin-address.ts';
import { languageData } from '../../../src/disk/language-data.ts';

const plain = { separator: '-', lowercase: true };
const write = (address: string, settings = plain): string =>
  createLatinWriter(settings, languageData.spellSign)(address);

test.each([
  ['2020/01/01/深度学习 笔记/', '2020/01/01/shen-du-xue-xi-bi-ji/'],
  ['數學/第1章：開始/x~y/', 'shu-xue/di-1-zhang-kai-shi/x-y/'],
  ['post/Hello World_x.html', 'post/hello-world-x.html'],
  ['a/C++ 与 STL/', 'a/c-yu-stl/'],
  ['重慶/种植技术/叶子/', 'chong-qing/chong-zhi-ji-zhu/xie-zi/'],
  ['Vue3入门到精通/', 'vue3-ru-men-dao-jing-tong/'],
  ['入门Vue3/', 'ru-men-vue3/'],
  ['「引」—“號”…/', 'yin-hao/'],
  ['ひらがな/カタカナー/', 'hiragana/katakana/'],
  ['café/Ünï/', 'cafe/uni/'],
  ['表情😀二/', 'biao-qing-er/'],
  ['。標點，/', 'biao-dian/'],
  ['v1.0.2/', 'v1.0.2/'],
  ['-lead-/', 'lead/'],
  ['①一★二✓/', 'yi-er/'],
  ['a①b・c/', 'abc/'],
  ['a😀b/', 'a-b/'],
  ['', ''],
])('%s is %s', (address, written) => {
  expect(write(address)).toBe(written);
});

test('with another separator, and capitals', () => {
  expect(write('深度/A b/', { separator: '_', lowercase: false })).toBe('Shen_Du/A_b/');
});
