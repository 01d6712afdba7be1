import { expect, test } from 'vitest';
import { crc32, fingerprint, fingerprintBytes, md5Hex, sha1Hex } from '../../../src/base/fingerprint.ts';

test('equal values have equal prints, in whatever order their keys were written', () => {
  expect(fingerprint({ a: 1, b: { c: [1, 2], d: null } })).toBe(fingerprint({ b: { d: null, c: [1, 2] }, a: 1 }));
  expect(fingerprint([{ b: 1, a: 2 }])).toBe(fingerprint([{ a: 2, b: 1 }]));
});

test('values that differ have prints that differ', () => {
  const values: unknown[] = [
    undefined,
    null,
    'undefined',
    'null',
    0,
    '0',
    false,
    '',
    [],
    {},
    [[]],
    [1, 2],
    [2, 1],
    ['1,2'],
    { a: 1 },
    { a: '1' },
    { b: 1 },
    { a: { b: 1 } },
    new Map(),
    new Map([['a', 1]]),
    new Map([['a', 2]]),
    new Set(),
    new Set(['a']),
    1n,
    2n,
  ];
  const prints = values.map((value) => fingerprint(value));
  expect(new Set(prints).size).toBe(values.length);
});

test('a key that looks like a prototype is a key', () => {
  const poisoned: unknown = JSON.parse('{"__proto__":{"a":1}}');
  expect(fingerprint(poisoned)).not.toBe(fingerprint({}));
});

test('a print is short, stable and fit for a file name', () => {
  expect(fingerprintBytes('勾股定理')).toBe(fingerprintBytes(new TextEncoder().encode('勾股定理')));
  expect(fingerprintBytes('')).toBe('2jmj7l5rSw0yVb_v');
  expect(fingerprint({ a: [1, '二'] })).toMatch(/^[\w-]{16}$/);
});

test('hashes that others compute too', () => {
  expect(sha1Hex('abc')).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
  expect(md5Hex('abc')).toBe('900150983cd24fb0d6963f7d28e17f72');
});

test('CRC-32 is that of ISO 3309', () => {
  expect([crc32(''), crc32('123456789'), crc32('甲')]).toEqual([0, 0xcbf43926, 0x63ae8289]);
});
