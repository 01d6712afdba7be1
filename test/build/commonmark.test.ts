/**
 * The 652 examples of the CommonMark specification: a post says what plain markdown-it
 * says, apart from the written list of differences, each with its reason.
 */
import spec from 'commonmark-spec';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { installChinese } from '../../src/chinese/markdown.ts';
import { openSite } from '../support/site.ts';

const FORMULA = '`\\[` begins a formula';
const CAPTION = 'what stands behind the language is the caption of the code, as in Hexo';
const FIGURE = 'a picture alone in its paragraph that has a title is a figure, and the title its caption';
const NO_TAG = 'a tag that HTML does not know is text, so that `vector<int>` can be read';
const LINK = 'a web address is a link (`markdown.linkify`)';

const DIFFERENCES: ReadonlyMap<number, string> = new Map([
  [12, FORMULA],
  ...[143, 146].map((number): [number, string] => [number, CAPTION]),
  ...[572, 573, 576, 577, 584, 585, 586, 588, 589, 591].map((number): [number, string] => [number, FIGURE]),
  ...[201, 491, 524, 536, 613, 614, 615, 623].map((number): [number, string] => [number, NO_TAG]),
  ...[602, 608, 611].map((number): [number, string] => [number, LINK]),
]);

const examples = spec.tests.map(({ number, markdown }) => ({ number, markdown: markdown.replaceAll('→', '\t') }));
const plain = new MarkdownIt({ html: true });

/** Each example as a post of one site. */
function renderAll(): ReadonlyMap<number, string> {
  const post = (markdown: string): string => `---\ntitle: x\ndate: 2024-05-01\n---\n${markdown}`;
  const site = openSite(
    new Map([
      ['themes/plain/layout/index.njk', ''],
      ['themes/plain/layout/post.njk', '<main>{{ page.content }}</main><!-- end -->'],
      ...examples.map(({ number, markdown }): [string, string] => [`source/_posts/e${number}.md`, post(markdown)]),
    ]),
  );
  site.build();
  return new Map(
    examples.map(({ number }) => {
      const page = site.file(`2024/05/01/e${number}/index.html`);
      return [number, /<main>([\s\S]*)<\/main><!-- end -->/.exec(page)?.[1] ?? page];
    }),
  );
}

/** HTML without what every post has: ids and anchors of headings, coloured code, links that open a new tab. */
function undress(html: string): string {
  return html
    .replace(/<a class="header-anchor"[^>]*>#<\/a>/g, '')
    .replace(/<(h[1-6]) id="[^"]*">/g, '<$1>')
    .replace(
      /<figure class="highlight [^>]*><pre><code class="hljs language-([^"]*)">([\s\S]*?)<\/code><\/pre><\/figure>/g,
      undressCode,
    )
    .replace(/\n*<\/code><\/pre>/g, '</code></pre>')
    .replace(/ (?:rel="noopener"|target="_blank")/g, '')
    .trim();
}

function undressCode(_whole: string, language: string, code: string): string {
  const named = language === 'plaintext' ? '' : ` class="language-${language}"`;
  return `<pre><code${named}>${code.replace(/<\/?span[^>]*>/g, '')}</code></pre>`;
}

test('there are 652', () => expect(examples).toHaveLength(652));

test('the rules for Chinese change none of them', () => {
  const chinese = new MarkdownIt({ html: true });
  installChinese(chinese, { softBreak: 'join', emphasis: true, linkify: false, spacing: 'insert', quotes: 'corner' });
  const changed = examples.filter(({ markdown }) => chinese.render(markdown) !== plain.render(markdown));
  expect(changed).toEqual([]);
});

test('a post changes those of the list, and no other', () => {
  const posts = renderAll();
  const changed = examples.filter(
    ({ number, markdown }) => undress(posts.get(number) ?? '') !== undress(plain.render(markdown)),
  );
  expect(changed.map(({ number }) => number)).toEqual([...DIFFERENCES.keys()].sort((a, b) => a - b));
});
