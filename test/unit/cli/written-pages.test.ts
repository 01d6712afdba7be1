/**
 * The pages that are drawn from tables say what the tables say. `npx vitest run test/unit/cli --update` writes them anew.
 */
import { expect, test } from 'vitest';
import { drawCommandsPage, drawKeysPage } from './written-pages.ts';

test.each([
  ['commands.md', () => drawCommandsPage('en')],
  ['commands.zh-TW.md', () => drawCommandsPage('zh-TW')],
  ['hexo-keys.md', () => drawKeysPage('en')],
  ['hexo-keys.zh-TW.md', () => drawKeysPage('zh-TW')],
] as const)('docs/%s', async (file, draw) => {
  await expect(draw()).toMatchFileSnapshot(`../../../docs/${file}`);
});
