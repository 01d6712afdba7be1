import { describe, expect, test } from 'vitest';
import { guessEncoding } from '../../../src/chinese/encoding.ts';

/** The two bytes of each character, found by decoding all pairs. */
function invert(encoding: string): Map<string, number[]> {
  const bytes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = new TextDecoder(encoding).decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && !bytes.has(char)) bytes.set(char, [lead, trail]);
    }
  }
  return bytes;
}

const pairs = new Map(['big5', 'gb18030', 'shift_jis'].map((encoding) => [encoding, invert(encoding)]));

function encode(text: string, encoding: string): Uint8Array {
  if (encoding.startsWith('utf-16')) {
    const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    const order = encoding === 'utf-16le' ? [0, 8] : [8, 0];
    return Uint8Array.from(units.flatMap((unit) => order.map((shift) => (unit >> shift) & 0xff)));
  }
  const table = pairs.get(encoding);
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (table?.get(char) ?? []))),
  );
}

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
  test('alone', () => expect(guessEncoding(encode(title, encoding))).toEqual({ name: encoding, sample: title }));
  test('in a post', () => {
    expect(guessEncoding(encode(post(title), encoding))).toEqual({ name: encoding, sample: `title: ${title}` });
  });
});

test('a byte order mark tells at once', () => {
  const text = `\ufeff${post('魑魅魍魎')}`;
  expect(guessEncoding(encode(text, 'utf-16le'))).toEqual({ name: 'utf-16le', sample: 'title: 魑魅魍魎' });
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
