import { describe, expect, test } from 'vitest';
import { decodeStrictly, guessEncoding } from '../../../src/chinese/encoding.ts';
import { encode } from '../../support/encode.ts';

const post = (title: string): string => `---\ntitle: ${title}\ndate: 2024-05-01\n---\n`;

describe.each([
  ['big5', '測試'],
  ['big5', '我的第一篇文章'],
  ['big5', '貝氏定理與機率'],
  ['big5', '「引號」、標點。'],
  ['gb18030', '测试'],
  ['gb18030', '我的第一篇文章'],
  ['gb18030', '线性代数与概率'],
  ['gb18030', '浏览器的渲染'],
  ['gb18030', '我的第一篇部落格'],
  ['utf-16le', '我的第一篇文章'],
  ['utf-16be', '我的第一篇文章'],
  ['utf-16le', '线性代数'],
  ['shift_jis', '日本語の文章です'],
])('%s: %s', (encoding, title) => {
  test('alone', () => expect(guessEncoding(encode(title, encoding))).toMatchObject({ name: encoding, sample: title }));
  test('in a post', () => {
    expect(guessEncoding(encode(post(title), encoding))).toMatchObject({ name: encoding, sample: `title: ${title}` });
  });
});

test('a byte order mark tells at once', () => {
  const text = `\ufeff${post('魑魅魍魎')}`;
  expect(guessEncoding(encode(text, 'utf-16le'))).toEqual({ name: 'utf-16le', sure: true, sample: 'title: 魑魅魍魎' });
  expect(guessEncoding(encode(text, 'utf-16be'))?.name).toBe('utf-16be');
});

test('the sample is 20 characters around the first Chinese', () => {
  const text = `${'x'.repeat(30)}這是很長的一行文字，後面還有很多很多的字`;
  expect(guessEncoding(encode(text, 'big5'))?.sample).toBe('xxxxxxxxxx這是很長的一行文字，');
});

test('UTF-8 with a damaged byte is no Big5', () => {
  const bytes = new TextEncoder().encode('這是一篇文章，壞了一個位元組');
  expect(guessEncoding(bytes.filter((_, at) => at !== 7))).toBeUndefined();
});

test('no guess is better than a wild one', () => {
  expect(guessEncoding(Uint8Array.of())).toBeUndefined();
  expect(guessEncoding(Uint8Array.from('caf\u00e9 na\u00efve', (char) => char.charCodeAt(0)))).toBeUndefined();
  expect(guessEncoding(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d))).toBeUndefined();
});

describe('a guess is sure', () => {
  test.each([
    ['big5', '這是我的第一篇文章，寫的是機率。'],
    ['gb18030', '这是我的第一篇文章，写的是概率。'],
    ['shift_jis', 'これは日本語の文章です。'],
    ['utf-16le', '這是我的第一篇文章'],
  ])('of a sentence in %s', (encoding, text) => {
    expect(guessEncoding(encode(text, encoding))).toMatchObject({ name: encoding, sure: true });
  });

  test('but not of two characters', () => {
    expect(guessEncoding(encode('測試', 'big5'))?.sure).toBe(false);
  });

  test('nor of a text with bytes that stand for nothing', () => {
    const bytes = [...encode('這是我的第一篇文章，寫的是機率。', 'big5'), 0xff];
    expect(guessEncoding(Uint8Array.from(bytes))).toMatchObject({ name: 'big5', sure: false });
  });
});

describe('strict decoding', () => {
  test('gives the text without its byte order mark', () => {
    expect(decodeStrictly('utf-16le', encode('\ufeff甲\r\n', 'utf-16le'))).toBe('甲\r\n');
    expect(decodeStrictly('gb18030', Uint8Array.of(0x84, 0x31, 0x95, 0x33, 0x41))).toBe('A');
  });

  test('gives nothing for what is no text', () => {
    expect(decodeStrictly('big5', Uint8Array.of(0xff, 0x41))).toBeUndefined();
    expect(decodeStrictly('gb18030', Uint8Array.of(0x41, 0x00))).toBeUndefined();
  });

  test('of Big5 with a character of Hong Kong gives what no font shows, so nobody is sure of it', () => {
    const bytes = [...encode('這是我的第一篇文章，寫的是機率。', 'big5'), 0x87, 0x40];
    expect(guessEncoding(Uint8Array.from(bytes))).toMatchObject({ name: 'big5', sure: false });
  });

  test('throws for an encoding that nobody knows', () => {
    expect(() => decodeStrictly('big6', Uint8Array.of())).toThrow(RangeError);
  });
});
