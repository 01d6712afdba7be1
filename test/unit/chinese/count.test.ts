import { expect, test } from 'vitest';
import { countWords, readingMinutes } from '../../../src/chinese/count.ts';

test.each([
  ['', 0, 0],
  ['中文五個字', 5, 0],
  ['使用 Python 3.11 寫程式', 5, 2],
  ["don't stop", 0, 2],
  ['don’t stop', 0, 2],
  ['C++ 和 C#', 1, 2],
  ['「標點。」，！……——', 2, 0],
  ['𠮷野家', 3, 0],
  ['👍好🇹🇼', 1, 0],
  ['1,234.5 元', 1, 1],
  ['2024-01-02', 0, 1],
  ['a.b@c', 0, 1],
  ['e.g. U.S.A.', 0, 2],
  ['word--word', 0, 2],
  ['第1章', 2, 1],
  ['ㄅㄆㄇ', 3, 0],
  ['ㄏㄢˋ字', 3, 0],
  ['カタカナとひらがな', 9, 0],
  ['コーヒー', 4, 0],
  ['ﾊﾞﾝ', 2, 0],
  ['か\u3099', 1, 0],
  ['〇々', 2, 0],
  ['한국어 단어', 0, 2],
  ['cafe\u0301 naïve', 0, 2],
  ['नमस्ते दुनिया', 0, 2],
  ['見 https://a.com/very/long/path 完', 2, 0],
  ['見https://a.com/中文。完', 2, 0],
  ['(http://a.com/x)好', 1, 0],
])('%j has %i 字 and %i words', (text, han, words) => {
  expect(countWords(text)).toEqual({ han, words, total: han + words });
});

test('reading takes a minute for 400 字, for 230 words or for five pictures, and never none', () => {
  expect(readingMinutes({ han: 0, words: 0 })).toBe(1);
  expect(readingMinutes({ han: 800, words: 0 })).toBe(2);
  expect(readingMinutes({ han: 400, words: 230 }, 5)).toBe(3);
  expect(readingMinutes({ han: 1, words: 10_000 })).toBe(43);
});
