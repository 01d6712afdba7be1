import { expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { drawFrame } from '../../../src/cli/code-frame.ts';
import { toSources } from '../content/reading.ts';

const at = (file: string, length = 1) => ({ file: toSourcePath(file), line: 1, column: 1, length });

test('there is a frame of a text, and none of a picture, of nothing, of what is not there', () => {
  const sources = toSources({ 'a.md': '甲\n', 'a.png': new Uint8Array([0x89, 0x50, 0, 0x0a]) });
  expect(drawFrame(sources, at('a.md'))).toContain('1 │ 甲');
  expect([at('a.png'), at('a.md', 0), at('b.md'), undefined].map((one) => drawFrame(sources, one))).toEqual(
    Array(4).fill(''),
  );
});
