/**
 * A formula that was shown before is shown again without a second look: whatever post came
 * before, in the same run and with the same memory, a post is what it is alone.
 */
import type { Env, MarkdownIt } from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { getMathResult, setMathInput } from '../../../src/math/env.ts';
import type { MathOptions } from '../../../src/math/markdown.ts';
import { createMarkdown } from './render-markdown.ts';

const POSTS = [
  // Plain, in a line, displayed, in a heading with punctuation behind it.
  '$x^2$ 與 $x^2$ 與 $y$',
  '$$x^2$$\n\n## $$x^2$$,\n\n- $$x^2$$.',
  // Written otherwise, meant the same, and to be told.
  'x $x^2\u200b$ y',
  // Escaped for another renderer, which the whole post shows; and the same formula where it means what it says.
  '$x\\_{i}$ 與 $x\\_i$ 與 $a\\_j$',
  '$x\\_i$',
  '$x_{i}$ 與 $x_i$',
  '$\\\\{a\\\\}$ 與 $b$',
  // Told each time.
  '$5%a$ 與 $5%a$',
  '$a \\\\lim b$',
  '$\\href{https://a.example}{x}$',
  '$a &lt; b$',
  // Defined here, later, and nowhere.
  '$\\newcommand{\\vv}{v}\\vv$ 與 $\\vv$',
  '$\\vv$ 與 $\\newcommand{\\vv}{w}$',
  '$\\vv$',
  '$\\def\\E{e}\\E$ 與 $\\E$',
  '$\\E$ 與 $\\R$',
  // Another's command, and the same defined anew.
  '$\\sin x$ 與 $y$',
  '$\\renewcommand{\\sin}{s}$ 與 $\\sin x$',
  // Numbers and references.
  '$$x \\tag{1}$$ 見 $\\ref{eq-1}$ 與 $x$',
  '$\\label{a} x$ 與 $\\eqref{a}$ 與 $x$',
  '$\\begin{align}a&=b\\end{align}$',
  '{% raw %}$x^2$ {% endraw %}$x^2$',
];

function read(md: MarkdownIt, source: string): unknown {
  const env: Env = {};
  setMathInput(env, { file: toSourcePath('source/_posts/a.md'), bodyLine: 1, idPrefix: '', macros: {} });
  const html = md.render(source, env);
  return { html, ...getMathResult(env) };
}

describe.each<[string, Partial<MathOptions>]>([
  ['as usual', {}],
  ['with numbers for all', { number: 'all' }],
  ['as HTML alone', { output: 'html' }],
])('%s', (_how, options) => {
  test.each(POSTS)('%j is what it is alone', (post) => {
    const alone = read(createMarkdown(options), post);
    for (const before of POSTS) {
      const md = createMarkdown(options);
      read(md, before);
      expect(read(md, post), `after ${before}`).toEqual(alone);
    }
    const md = createMarkdown(options);
    for (const other of POSTS) read(md, other);
    expect(read(md, post), 'after all').toEqual(alone);
  });
});
