/**
 * No formula can write markup or run anything, wherever it stands: in a title, a
 * description, a heading and the table of contents made of it, a picture's description, a
 * statement and its label, on lists and in the feed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import glob from 'fast-glob';
import { describe, expect, test } from 'vitest';
import { openSite } from '../support/site.ts';
import { ATTACKS } from '../unit/math/attacks.ts';

const ROOT = join(import.meta.dirname, '../..');
const theme = glob
  .sync('themes/mist/**/*.{njk,yml}', { cwd: ROOT })
  .map((path): [string, string] => [path, readFileSync(join(ROOT, path), 'utf8')]);

/** For labels, tags and ids, which stand in attributes. */
const LABEL = `x"onmouseover="alert(1)'<b`;

const quote = (text: string): string => JSON.stringify(text);

function writePost(tex: string, at: number): [string, string] {
  const formula = `$${tex}$`;
  const front = {
    title: `題 ${formula}`,
    date: '2025-01-01',
    description: `述 ${formula} 與 ${tex}`,
    tags: [`標 ${formula}`],
    categories: [formula],
    series: formula,
    excerpt: `摘 ${formula}`,
  };
  const body = [
    '[[toc]]',
    `## 節 ${formula}`,
    `### \\(${tex}\\) {#${LABEL}}`,
    `![圖 ${formula}](/a.png)`,
    `[連 ${formula}](/b)`,
    `::: theorem ${formula} {#thm:x}\n${formula}\n:::`,
    `$$\n${tex}\n$$ {#eq:x}`,
    `\\begin{align}\na &= ${tex}\\label{${LABEL}} \\\\\nb\\tag{${LABEL}}\n\\end{align}`,
    `[@thm:x] \\eqref{${LABEL}} [[p${at}#eq:x|${LABEL}]] $\\eqref{${LABEL}}\\eqref{p${at}:${LABEL}}$`,
    `| ${formula} |\n|---|\n| $$${tex}$$ |`,
    `註[^1]\n\n[^1]: ${formula}`,
  ];
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${quote(value as string)}`);
  return [`source/_posts/p${at}.md`, `---\n${lines.join('\n')}\n---\n${body.join('\n\n')}\n`];
}

/** The elements of a page, with their attributes as a browser reads them. */
function* readElements(html: string): Generator<{ name: string; attributes: Map<string, string> }> {
  const element = /<([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
  for (const [, name = '', rest = ''] of html.matchAll(element)) {
    const attributes = rest.matchAll(/([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g);
    yield {
      name: name.toLowerCase(),
      attributes: new Map([...attributes].map(([, key = '', a, b, c]) => [key.toLowerCase(), a ?? b ?? c ?? ''])),
    };
  }
}

/** What on a page did not come from the theme or from Markdown. */
function findHarm(html: string): string[] {
  const bare = html.replace(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g, '');
  return [...readElements(bare)].flatMap(({ name, attributes }) => {
    const bad = [...attributes].filter(
      ([key, value]) =>
        /^on/.test(key) ||
        /^\s*javascript:/i.test(value) ||
        (/^(?:href|src)$/.test(key) && /evil\.example/.test(value)) ||
        (/^(?:id|class)$/.test(key) && /(?:^|\s)evil(?:\s|$)/.test(value)) ||
        (key === 'style' && /url\(/.test(value)),
    );
    const strange = (name === 'img' && attributes.get('src') === 'x') || (name === 'script' && attributes.size === 0);
    return bad.length > 0 || strange ? [`${name} ${JSON.stringify([...attributes])}`] : [];
  });
}

describe('the checks', () => {
  test.each([
    '<img src=x onerror=alert(1)>',
    '<p onclick="a">',
    '<a href="javascript:alert(1)">',
    "<a title='x' href=https://evil.example/>",
    '<script>alert(1)</script>',
  ])('see %s', (html) => {
    expect(findHarm(html)).toHaveLength(1);
  });
});

describe('a blog full of attacks', () => {
  const posts = ATTACKS.map(writePost);
  const config = 'title: 測試\nurl: https://example.com\ntheme: mist\nlanguage: zh-TW\nper_page: 50\n';
  const site = openSite(new Map([...theme, ['_config.yml', config], ...posts]));
  site.build();

  test('is built whole', () => {
    expect(site.told().filter((line) => line.startsWith('error'))).toEqual([]);
    const pages = site.paths().filter((path) => /^2025.*index\.html$/.test(path));
    expect(pages).toHaveLength(ATTACKS.length);
    for (const path of pages) expect(site.file(path).match(/class="(?:katex|math-error)/g)?.length).toBeGreaterThan(9);
  });

  test.each([...site.outputs()].filter(([path]) => /\.(?:html|xml)$/.test(path)))('%s is inert', (_path, text) => {
    const own = /<script>try\{let t=localStorage\.theme;.*?<\/script>/g;
    expect(findHarm(text.replace(own, ''))).toEqual([]);
  });
});
