/**
 * What doctor says of plugins.
 */
import { expect, test } from 'vitest';
import { fateOfPlugin } from '../../../src/cli/doctor/plugins.ts';

test.each([
  ['hexo-renderer-marked', 'built-in'],
  ['hexo-generator-sitemap', 'built-in'],
  ['hexo-generator-baidu-sitemap', 'left'],
  ['hexo-generator-alias', 'built-in'],
  ['hexo-deployer-git', 'deploy'],
  ['hexo-blog-encrypt', 'encrypt'],
  ['hexo-admonition', 'built-in'],
  ['hexo-reference', 'built-in'],
])('%s: %s', (name, fate) => {
  expect(fateOfPlugin(name)).toBe(fate);
});
