/** `<escape>` of old Hexo: its tags vanish, what is between stays as it is. */
import { expect, test } from 'vitest';
import { readPost } from '../support/read-post.ts';
import { openSite } from '../support/site.ts';

const read = (body: string): string => readPost(body, 'flavor: hexo');

test.each([
  ['<escape><b>甲</b> **乙**</escape>', '<b>甲</b> **乙**'],
  ['前<escape>**甲** <b>a &lt; b</b></escape>後', '<p>前**甲** <b>a &lt; b</b>後</p>'],
  ['<escape>**甲**</escape>', '<p>**甲**</p>'],
  ['<escape>\n<div>\n\n*甲*\n\n</div>\n</escape>\n\n*乙*', '<div>\n\n*甲*\n\n</div>\n<p><em>乙</em></p>'],
  ['前<escape>a < b <!-- c</escape>後', '<p>前a &lt; b &lt;!-- c後</p>'],
  ['按 <escape> 鍵', '<p>按 &lt;escape&gt; 鍵</p>'],
  ['<escape><b>甲</escape> 乙 <escape></b></escape>', '<p><b>甲 乙 </b></p>'],
  ['`<escape>x</escape>`', '<p><code>&lt;escape&gt;x&lt;/escape&gt;</code></p>'],
  ['甲\n<escape><!-- more --></escape>\n乙', '<p>甲</p>\n<span id="more"></span>\n<p>乙</p>'],
  ['甲<escape><!-- more --></escape>乙', '<p>甲<span id="more"></span>乙</p>'],
])('%j', (body, html) => {
  expect(read(body)).toBe(html);
});

test('around the mark it ends the excerpt on the home page', () => {
  const site = openSite(
    '-- source/_posts/a.md --\n---\ntitle: 甲\ndate: 2024-05-01\n---\n前言\n\n<escape><!-- more --></escape>\n\n內文\n',
  );
  site.build();
  for (const page of ['index.html', 'atom.xml', '2024/05/01/a/index.html'])
    expect(site.file(page)).not.toContain('escape');
  expect(site.main('index.html')).toContain('前言');
  expect(site.main('index.html')).not.toContain('內文');
});
