/** Fences whose end stands too far in: what is code, and what is not. */
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { installFarFences } from '../../../src/render/far-fence-rule.ts';

const markdown = new MarkdownIt();
installFarFences(markdown);

/** The code of a text's fences. */
const codesOf = (text: string): string[] =>
  markdown
    .parse(text, {})
    .filter(({ type }) => type === 'fence')
    .map(({ content }) => content);

test.each([
  ['with more code below it', ' ```\n a\n    ```\n字\n```\nb\n```\n', ['a\n', 'b\n']],
  ['with text below it', '```js\na\n    ```\n字\n', ['a\n']],
  ['with a tab before it', '```js\na\n\t```\n字\n\n~~~\nb\n~~~\n', ['a\n', 'b\n']],
  ['twice', '```\na\n    ```\n字\n```\nb\n    ```\n字\n', ['a\n', 'b\n']],
  ['with a list below it', '```\na\n    ```\n1.  字\n\n    ```\n    b\n    ```\n', ['a\n', 'b\n']],
])('an end that stands far in is an end, %s', (_name, text, codes) => expect(codesOf(text)).toEqual(codes));

test.each([
  ['nothing follows (CommonMark, example 137)', '```\naaa\n    ```\n', ['aaa\n    ```\n']],
  ['the fence around it is longer', '````md\n    ```\n    x\n    ```\n````\n字\n', ['    ```\n    x\n    ```\n']],
  ['it has a partner', '```md\n    ```\n    x\n    ```\n```\n字\n', ['    ```\n    x\n    ```\n']],
  ['either way all is closed', '```md\n    ```\n- x\n\n    ```\n```\n字\n', ['    ```\n- x\n\n    ```\n']],
  ['the fence is closed below it', '```md\n    ```\n```\n字\n\n```\nb\n```\n', ['    ```\n', 'b\n']],
])('it is code if %s', (_name, text, codes) => expect(codesOf(text)).toEqual(codes));

test('many of them take no time', () => {
  const began = performance.now();
  codesOf('```\na\n    ```\n字\n'.repeat(5000));
  codesOf(`${'```x\n'.repeat(20_000)}    \`\`\`\n字\n`);
  codesOf('字\n\n```\n'.repeat(5001).concat('    ```\n字'));
  expect(performance.now() - began).toBeLessThan(5000);
});
