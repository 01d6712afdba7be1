/** Our way of writing colours must say what highlight.js would say itself. */
import hljs from 'highlight.js/lib/common';
import { expect, test } from 'vitest';
import { CodeEmitter } from '../../../src/render/code-emitter.ts';

const DEFAULT = hljs.newInstance();
const own = hljs.newInstance();
for (const name of hljs.listLanguages()) {
  const language = hljs.getLanguage(name);
  const define = language?.rawDefinition;
  if (!define) continue;
  DEFAULT.registerLanguage(name, define);
  own.registerLanguage(name, define);
}
own.configure({ __emitter: CodeEmitter });

const samples: readonly (readonly [string, string])[] = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code to be coloured
  ['javascript', 'class A extends B { async f(x) { return `a${x + "<>&\'"}`; } } // end'],
  ['python', '@decorator\ndef f(x: int) -> str:\n    """doc"""\n    return f"{x!r} <b>"\n'],
  ['xml', '<style>a { color: red }</style><script>let x = 1 < 2 && "y";</script><p title="&amp;">字</p>'],
  ['cpp', '#include <vector>\ntemplate <typename T> auto f(std::vector<T>& v) -> decltype(v[0]) { return v[0]; }'],
  ['markdown', '# 題\n\n*a* `b` <i>c</i>\n\n```js\nlet x;\n```\n'],
  ['php', '<?php echo "<p>{$x}</p>"; ?><b>html</b>'],
  ['diff', '--- a\n+++ b\n-x\n+y\n'],
  ['plaintext', 'a < b & "c" \'d\''],
];

test.each(samples)('%s', (language, code) => {
  const expected = DEFAULT.highlight(code, { language, ignoreIllegals: true }).value;
  expect(own.highlight(code, { language, ignoreIllegals: true }).value).toBe(expected);
});

test('a class in several parts, as themes know it', () => {
  const { value } = own.highlight('class A {}', { language: 'javascript', ignoreIllegals: true });
  expect(value).toContain('<span class="hljs-title class_">A</span>');
});
