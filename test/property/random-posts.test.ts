/**
 * Whatever a post says, in whatever flavor of Markdown: its page, its excerpt and its place in the feeds
 * are whole, and no word of it is lost.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findUneven } from '../support/markup.ts';
import { type OpenSite, openSite } from '../support/site.ts';

/** Stands behind every piece, and must be found again as often. */
const WORD = '記號';

const WHOLE = [
  ...[
    '文字',
    ' word ',
    '「$q$」',
    '～～',
    '**粗 $z$**',
    '*斜*',
    '~~刪~~',
    '==標==',
    '\\$5',
    '$5 和 $6',
    '&lt;',
    '{{ x }}',
  ],
  ...[
    '$x$',
    '$a_1^2$',
    '\\(y\\)',
    '$$d$$',
    '$`g`$',
    '$a|b|c$',
    '$\\text{a $b$}$',
    '$\\bad{$',
    '$\\eqref{eq:a}$',
    '\\ref{eq:a}',
  ],
  ...[
    '\\begin{equation}e\\end{equation}',
    '{% math %}k{% endmath %}',
    '`code`',
    '[a $x$ b](u)',
    '[![圖](a.png) $x$](u)',
  ],
  ...['![圖 $i$](a.png)', 'https://auto.example/a。', '<b>生</b>', '<br>', '<span style="color:red">紅 $r$</span>'],
  ...['<!-- more -->', '<!-- c -->', '{% raw %}{{ a }}{% endraw %}', '{% label primary @標 $l$ %}', '{漢字|ㄏㄢˋ}'],
];
/** What begins something and does not end it, or begins a block where it comes to stand first. */
const TORN = [
  '$$ a',
  '$ b',
  '\\[ c',
  '\\(h',
  '`d',
  '**e',
  '***',
  '\\begin{align}',
  '\\\\',
  '# ',
  '- ',
  '> ',
  ':::',
  '\n',
  '\n\n',
];

const writeLine = (pieces: readonly string[]): string => pieces.map((piece) => piece + WORD).join('');
const anyLine = (pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }).map(writeLine);

function anyBody(pieces: readonly string[]): fc.Arbitrary<string> {
  const line = anyLine(pieces);
  const lines = fc.array(line, { minLength: 1, maxLength: 3 });
  const block = fc.oneof(
    line,
    line.map((text) => `## ${text}`),
    lines.map((all) => all.map((text) => `- ${text}`).join('\n')),
    lines.map((all) => all.map((text, at) => `${at + 1}. ${text}\n\n   續 ${text}`).join('\n')),
    lines.map((all) => all.map((text) => `> ${text}`).join('\n')),
    lines.map((all) => `| 甲 | 乙 |\n| --- | --- |\n${all.map((text) => `| ${text} | $|v|$ |`).join('\n')}`),
    fc.constantFrom(
      '$$\n\\begin{align}a&=b\\label{eq:a}\\\\c&=d\\end{align}\n$$',
      '$$ m $$ {#eq:m}',
      '```js\n"$x$"\n```',
      '---',
    ),
    line.map((text) => `::: 定理 ${text}\n${text}\n:::`),
    line.map((text) => `{% note info %}\n${text}\n{% endnote %}`),
    line.map((text) => `- {% note %}\n  ${text}\n\n${text}\n{% endnote %}`),
    line.map((text) => `{% tabs a %}\n<!-- tab 一 -->\n${text}\n<!-- endtab -->\n{% endtabs %}`),
    line.map((text) => `{% note %}\n<div>${text.replace(/\n/g, '')}</div>{% endnote %}`),
    line.map((text) => `<details><summary>見</summary>\n\n${text}\n\n</details>`),
  );
  return fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => blocks.join('\n\n'));
}

const anySettings = fc.record({
  flavor: fc.constantFrom('commonmark', 'hexo', 'marked', 'marked-0.3', 'kramed'),
  output: fc.constantFrom('htmlAndMathml', 'html', 'mathml'),
  spacing: fc.constantFrom('css', 'insert'),
});

function buildPost(
  body: string,
  { flavor, output, spacing }: { flavor: string; output: string; spacing: string },
): OpenSite {
  const site = openSite(
    `-- _config.yml --\nurl: https://example.com\ntheme: plain\nlanguage: zh-TW\nfeed: { type: [atom, rss2], content: true }\nmath: { output: ${output} }\nmarkdown: { flavor: ${flavor} }\ntypography: { spacing: ${spacing}, quotes: curly }\n-- source/_posts/a.md --\n---\ntitle: 甲\ndate: 2025-01-01\n---\n${body}\n`,
  );
  site.build();
  return site;
}

/** The same posts each time, so that what fails is what was changed; `SEED=2` gives others. */
const RUNS = { numRuns: 400, seed: Number(process.env.SEED ?? 1) };

const PAGE = '2025/01/01/a/index.html';

test('pages, excerpts and feeds are whole', () => {
  fc.assert(
    fc.property(anyBody([...WHOLE, ...TORN]), anySettings, (body, settings) => {
      const site = buildPost(body, settings);
      expect(site.told().filter((one) => /failed/.test(one))).toEqual([]);
      for (const page of [PAGE, 'index.html']) expect(findUneven(site.main(page))).toEqual([]);
      for (const feed of ['atom.xml', 'rss2.xml']) expect(findUneven(site.file(feed), true)).toEqual([]);
    }),
    RUNS,
  );
});

test('no word is lost, and no mark of ours is left', () => {
  const count = (text: string): number => text.split(WORD).length - 1;
  fc.assert(
    fc.property(anyBody([...WHOLE, ...TORN, '```', '\n    ', '{% note %}', '</b>']), anySettings, (body, settings) => {
      const page = buildPost(body, settings).main(PAGE);
      expect(count(page)).toBeGreaterThanOrEqual(count(body));
      expect(page).not.toContain('\u0000');
    }),
    RUNS,
  );
});
