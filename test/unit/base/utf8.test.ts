import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8 } from '../../../src/base/utf8.ts';

test('what was encoded is decoded, wherever in a buffer it lies', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(9), (text, before) => {
      const encoded = Buffer.from(text);
      const room = Buffer.concat([Buffer.alloc(before, 0xe4), encoded, Buffer.from('尾')]);
      expect(decodeUtf8(room.subarray(before, before + encoded.length))).toBe(encoded.toString('utf8'));
    }),
  );
});

test.each(['', 'ASCII', '漢字', '𠮷😀', 'é', '\ufeff頭'])('%j', (text) => {
  expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text);
});
