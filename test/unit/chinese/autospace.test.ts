import { expect, test } from 'vitest';
import { wantsAutospace } from '../../../src/chinese/autospace.ts';

test.each([
  ['使用Python寫程式，很快。', true],
  ['使用 Python 寫程式，很快。', false],
  ['使用Python寫程式, 很快.', false],
  ['只有中文，沒有別的。', false],
  ['English only, of course.', false],
  ['', false],
])('%s', (text, wanted) => expect(wantsAutospace(text)).toBe(wanted));

test('a rare slip of ASCII punctuation or a rare space does not decide', () => {
  expect(wantsAutospace(`${'用A做事，'.repeat(40)}用A做事, `)).toBe(true);
  expect(wantsAutospace(`${'用A做事，'.repeat(10)}用 A 做事，`)).toBe(true);
});
