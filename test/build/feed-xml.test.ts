/** Feeds and the sitemap are XML, whatever titles, tags and texts hold. */
import { describe, expect, test } from 'vitest';
import { openSite } from '../support/site.ts';

/** What keeps a text from being XML (of the kinds written here, without DTD and comments). */
function findXmlFaults(xml: string): string[] {
  const faults = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) ? ['control character'] : [];
  const open: string[] = [];
  const bare = xml.replace(/^<\?xml [^?]*\?>/, '').replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  const rest = bare.replace(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g, (_tag, end, name, _rest, alone) => {
    if (end && open.pop() !== name) faults.push(`</${name}>`);
    if (!end && !alone) open.push(name);
    return '';
  });
  if (/[<]|\]\]>/.test(rest)) faults.push(rest.slice(Math.max(0, rest.search(/[<]|\]\]>/) - 20)).slice(0, 60));
  const references = bare.match(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)[^\s]{0,8}/gi) ?? [];
  return [...faults, ...open, ...references];
}

test.each(['<a b="<"/>', '<a>&nbsp;</a>', '<a>\u0008</a>', '<a>', '<a>]]></a>'])('%j is none', (xml) => {
  expect(findXmlFaults(xml)).not.toEqual([]);
});

describe('with signs of XML everywhere', () => {
  const sign = `<b> & "c" 'd' ]]> e\u0301`;
  const front = {
    title: `T ${sign}`,
    date: '2025-01-01',
    description: sign,
    tags: [`<T> ${sign}`, 'R&D', 'C++', '中\u0008文'],
    categories: [`甲 ${sign}`],
  };
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const body = `${sign}\n\n\`\`\`\n]]> <x>\n\`\`\`\n\n$a<b$ \u0008 中`;
  const site = (feed: string): ReturnType<typeof openSite> =>
    openSite(
      new Map([
        [
          '_config.yml',
          `title: ${JSON.stringify(sign)}\nsubtitle: ${JSON.stringify(sign)}\nauthor: ${JSON.stringify(sign)}\nurl: https://example.com\n${feed}`,
        ],
        ['source/_posts/a & b.md', `---\n${lines.join('\n')}\n---\n${body}\n`],
      ]),
    );

  test.each([
    ['atom.xml', ''],
    ['rss2.xml', 'feed: {type: rss2}\n'],
    ['sitemap.xml', ''],
  ])('%s is well-formed', (path, config) => {
    const built = site(config);
    built.build();
    expect(findXmlFaults(built.file(path))).toEqual([]);
    if (path === 'atom.xml') expect(built.file(path)).toContain('label="&lt;T> &lt;b>');
  });
});

test.each(['atom.xml', 'sitemap.xml'])('in %s a post is known by the address that links to it have', (path) => {
  const built = openSite(`
-- _config.yml --
url: https://example.com
permalink: :title.html
pretty_urls: {trailing_html: false}
-- source/_posts/a.md --
---
title: 甲
date: 2024-05-01
---
x
`);
  built.build();
  expect(built.file(path)).toMatch(/>https:\/\/example\.com\/a</);
  expect(built.file(path)).not.toContain('a.html');
});
