/** Excerpts of posts with formulas: what is open at the mark is closed, and nothing else. */
import { expect, test } from 'vitest';
import { findUneven } from '../support/markup.ts';
import { openSite } from '../support/site.ts';

function readExcerpt(body: string): string {
  const site = openSite(
    `-- source/_posts/a.md --\n---\ntitle: 甲\ndate: 2025-01-01\n---\n${body}\n-- themes/plain/layout/index.njk --\n<main>{{ page.posts[0].excerpt }}</main>\n`,
  );
  site.build();
  return site.main('index.html');
}

test.each([
  ['in a paragraph', '前 $x$ 中 <!-- more --> 後 $y$', /^<p>前 <span class="katex">.*<\/span> 中 <\/p>$/s],
  ['in a list', '- 前 $x$ 中 <!-- more --> 後\n- 末', /^<ul>\s*<li>前 .*<\/span> 中 <\/li><\/ul>$/s],
  [
    'behind a numbered equation',
    '> 前\n> \\begin{equation}x\\end{equation} 中 <!-- more --> 後',
    /^<blockquote>.*<span class="math-display" id=.*<mtext>\(1\)<\/mtext>.*<\/span> 中 <\/p><\/blockquote>$/s,
  ],
  ['in the quotation that ends with a formula', '> 前 $x$<!-- more -->', /<\/span><\/p><\/blockquote>$/],
])('the mark %s', (_where, body, form) => {
  const excerpt = readExcerpt(body);
  expect(excerpt).toMatch(form);
  expect(findUneven(excerpt)).toEqual([]);
});
