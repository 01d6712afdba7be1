/** Numbers of equations where the theme of a Hexo blog ran MathJax and said which are numbered. */
import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/content/parse-config.ts';
import { adoptNumbering } from '../../../src/content/theme-numbering.ts';
import { toSources } from './reading.ts';

function read(settings: string, theme = '', plugins: readonly string[] = []): string {
  const sources = toSources({ '_config.yml': settings, '_config.old.yml': theme });
  const { config } = parseConfig(sources, { hexo: true, plugins });
  const replaced = { name: 'old', sourceDir: 'source', root: '/' };
  expect(adoptNumbering(config, sources, undefined)).toBe(config);
  return adoptNumbering(config, sources, replaced).math.number;
}

test.each([
  ['NexT without numbers', '', 'math: {mathjax: {enable: true, tags: none}}', 'none'],
  ['NexT with all', '', 'math: {mathjax: {enable: true, tags: all}}', 'all'],
  ['a MathJax that is off', '', 'math: {mathjax: {enable: false, tags: none}}', 'ams'],
  ['no word for it', '', 'math: {mathjax: {enable: true, tags: some}}', 'ams'],
  ['Butterfly', '', 'math: {use: mathjax, mathjax: {tags: none}}', 'none'],
  ['in the site’s own settings', 'theme_config: {math: {mathjax: {enable: true, tags: none}}}', '', 'none'],
  ['settings of ours are stronger', 'math: {number: ams}', 'math: {mathjax: {enable: true, tags: none}}', 'ams'],
  ['nothing', '', '', 'ams'],
])('%s', (_name, settings, theme, number) => {
  expect(read(settings, theme)).toBe(number);
});

test('a plugin that set formulas before the page was made is stronger', () => {
  expect(read('', 'math: {mathjax: {enable: true, tags: all}}', ['hexo-filter-mathjax'])).toBe('none');
});
