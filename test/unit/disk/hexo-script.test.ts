import { expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { explainHexoScript, isMadeForHexo } from '../../../src/disk/hexo-script.ts';
import { describe as describeDiagnostic } from '../../../src/model/messages.ts';

const path = toSourcePath('scripts/x.js');

test('each call of a script for Hexo is told where it stands, with the same in our words', () => {
  const script = `// hexo.extend.tag.register('no')
const { x } = require('x');
hexo.extend.tag.register('youtube2', function (args) { return x(args[0]); });
hexo.extend.tag.register('box', (args, body) => \`<div>\${(body)}</div>\`, { ends: true });
hexo.extend.tag.register("old", box, true);
  hexo.extend.helper.register('years', () => '2026');
hexo.extend.filter.register('after_post_render', (data) => data, 9);
hexo.extend.filter.register('before_post_render', (data) => data);
hexo.extend.filter.register('template_locals', (data) => data);
hexo.extend.generator.register('feed', (locals) => ({ path: 'x' }));
hexo.extend.injector.register('head_end', '<x>', 'post');
hexo.extend.renderer.register('md', 'html', x);
`;
  expect(isMadeForHexo(script)).toBe(true);
  expect(
    explainHexoScript(path, script).map(
      ({ code, at, values }) => `${code} ${at?.line}:${at?.column} ${values.call} ${values.equivalent}`,
    ),
  ).toEqual([
    "script/hexo 3:1 hexo.extend.tag.register tag('youtube2', ({ args }) => …)",
    "script/hexo 4:1 hexo.extend.tag.register tag('box', ({ args, body }) => …, { body: 'markdown' })",
    "script/hexo 5:1 hexo.extend.tag.register tag('old', ({ args, body }) => …, { body: 'markdown' })",
    "script/hexo 6:3 hexo.extend.helper.register helper('years', (…) => …)",
    "script/hexo 7:1 hexo.extend.filter.register filter('html', (html, post) => …)",
    "script/hexo 8:1 hexo.extend.filter.register filter('markdown', (text, post) => …)",
    'script/hexo-only 9:1 hexo.extend.filter.register ',
    "script/hexo 10:1 hexo.extend.generator.register generator('feed', (graph) => [{ path, text }])",
    "script/hexo 11:1 hexo.extend.injector.register injector('head_end', html)",
    'script/hexo-only 12:1 hexo.extend.renderer.register ',
  ]);
});

test('a script that only uses Hexo is told once, and says what it is', () => {
  const [told, ...others] = explainHexoScript(path, "\n hexo.on('ready', () => {});\n hexo.log.info('x');");
  expect(others).toEqual([]);
  expect(told?.at).toMatchObject({ line: 2, column: 2 });
  expect(told && describeDiagnostic(told).message).toContain('`hexo.on`');
});

test('a script of ours may speak of Hexo', () => {
  expect(isMadeForHexo('// hexo.extend.tag\nexport default () => {};')).toBe(false);
});
