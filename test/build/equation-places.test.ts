/**
 * The same numbers wherever a post is shown, and no id twice on any page: over the whole
 * demo blog with the theme that comes along, and over posts made to clash.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import glob from 'fast-glob';
import { describe, expect, test } from 'vitest';
import { openSite } from '../support/site.ts';
import { numbersOf } from '../unit/math/render-markdown.ts';

const ROOT = join(import.meta.dirname, '../..');

function readDemo(): Map<string, string | Uint8Array> {
  const paths = glob.sync(['_config.yml', 'source/**', 'themes/mist/**'], { cwd: ROOT, dot: true }).sort();
  return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(ROOT, path)))]));
}

/** Headings called as the theme's parts, formulas, statements and footnotes are. */
const CLASHING = `${[
  'main',
  'text',
  'mist:main',
  'eq 1',
  'eq-a',
  'thm-x',
  'fn1',
  'fnref1',
  'statement proof 1',
  'more',
  'footer',
]
  .map((name) => `## ${name}`)
  .join(
    '\n\n',
  )}\n\n$$x$$ {#eq:a}\n\n\\begin{equation}\ny\n\\end{equation}\n\n<!-- more -->\n\n::: theorem {#thm:x}\nz[^1]\n:::\n\n[^1]: 註\n`;

/** The ids that a page has twice. */
function findRepeatedIds(html: string): string[] {
  const ids = [...html.matchAll(/<[a-z][^<>]*?\sid="([^"]*)"/g)].map(([, id]) => id ?? '');
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

/** Links to a place of the same page where nothing is. */
function findLostAnchors(html: string): string[] {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
  return [...html.matchAll(/\shref="#([^"]+)"/g)]
    .map(([, id]) => id ?? '')
    .filter((id) => !ids.has(id) && !ids.has(decodeURIComponent(id)));
}

/** The numbers in a piece of a feed, whose formulas are MathML. */
function feedNumbersOf(html: string): string[] {
  return [...html.matchAll(/<mtd[^>]*><mtext>\(([^()]*)\)<\/mtext><\/mtd>/g)].map(([, number]) => number ?? '');
}

describe('the demo blog', () => {
  const site = openSite(readDemo());
  site.add('source/_posts/headings.md', `---\ntitle: x\ndate: 2020-01-01\n---\n${CLASHING}`);
  site.build();
  const pages = [...site.outputs()].filter(([path]) => path.endsWith('.html'));

  test('has its pages, and tells nothing of formulas', () => {
    expect(pages.length).toBeGreaterThan(60);
    expect(site.told().filter((line) => line.includes('math/'))).toEqual([]);
  });

  test('has no id twice on any page, and no link to a place that is not there', () => {
    for (const [path, html] of pages) {
      expect(findRepeatedIds(html), path).toEqual([]);
      expect(findLostAnchors(html), path).toEqual([]);
    }
    expect(findRepeatedIds(site.file('atom.xml').replaceAll('&quot;', '"'))).toEqual([]);
  });

  test('shows the same numbers in its feed as on the posts’ own pages', () => {
    let compared = 0;
    for (const entry of site.file('atom.xml').split('<entry>').slice(1)) {
      const path = decodeURIComponent(/<link href="https:\/\/mojing\.example\/([^"]*)"/.exec(entry)?.[1] ?? '');
      const numbers = numbersOf(site.file(`${path}index.html`));
      expect(feedNumbersOf(entry), path).toEqual(numbers);
      compared += numbers.length;
    }
    expect(compared).toBeGreaterThan(100);
  });
});

describe('posts of one day with the same labels', () => {
  const body =
    '\\begin{align}\na\\label{eq:a}\\\\\nb\\label{eq:b}\n\\end{align}\n\n由 \\eqref{eq:b}\n\n<!-- more -->\n\n$$c$$ {#eq:c}\n\n::: theorem {#thm:x}\n$$d$$ {#eq:d}\n:::\n\n[@thm:x] \\eqref{eq:c} 註[^1]\n\n[^1]: 註\n';
  const post = (name: string): string =>
    `-- source/_posts/${name}.md --\n---\ntitle: ${name} $x^2$\ndate: 2025-01-01\ntags: 同\n---\n${body}`;
  const page = '<main>{% for p in page.posts %}<article>{{ p.content }}</article>{% endfor %}</main>';
  const site = openSite(
    `${post('a')}${post('b')}${post('c')}-- themes/plain/layout/archive.njk --\n${page}\n-- themes/plain/layout/index.njk --\n${page.replace('content', 'excerpt')}\n`,
  );
  site.build();

  test('are numbered alike on their pages, on lists and in the feed', () => {
    for (const name of ['a', 'b', 'c'])
      expect(numbersOf(site.main(`2025/01/01/${name}/index.html`))).toEqual(['1', '2', '3', '4']);
    const articles = (path: string): string[] => site.main(path).split('<article>').slice(1);
    expect(articles('index.html').map(numbersOf)).toEqual([
      ['1', '2'],
      ['1', '2'],
      ['1', '2'],
    ]);
    expect(articles('archives/index.html').map(numbersOf)).toEqual(Array(3).fill(['1', '2', '3', '4']));
    const entries = site.file('atom.xml').split('<entry>').slice(1);
    expect(entries.map(feedNumbersOf)).toEqual(Array(3).fill(['1', '2', '3', '4']));
  });

  test('have no id twice, and references that lead to their own formulas', () => {
    for (const path of ['index.html', 'archives/index.html', 'atom.xml']) {
      expect(findRepeatedIds(site.file(path)), path).toEqual([]);
      expect(findLostAnchors(site.main(path) || site.file(path)), path).toEqual([]);
    }
  });
});
