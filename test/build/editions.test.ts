/**
 * Editions: the same sources in another script, below a folder of the site.
 */
import { describe, expect, test } from 'vitest';
import { type OpenSite, openSite } from '../support/site.ts';

const config = (more = ''): string => `
-- _config.yml --
title: 後台筆記
subtitle: 機率與軟體
author: 王小明
url: https://example.com
root: /blog/
theme: plain
language: zh-TW
editions:
  - lang: zh-Hans
    path: /zh-hans/
    convert: tw2cn
    protect: [小明後院]
    dictionary: { 墨經: 墨经站 }
${more}`;

const theme = `
-- themes/plain/layout/layout.njk --
<html lang="{{ html_lang() }}"><head><link rel="stylesheet" href="{{ url_for('/css/a.css') }}"></head><body>{{ body | safe }}
{% for one in languages() %}<a class="switch" lang="{{ one.language }}" href="{{ one.url }}">{{ one.label }}</a>{% endfor %}</body></html>
-- themes/plain/layout/post.njk --
<h1>{{ page.title }}</h1><main>{{ page.content }}</main>{% for tag in page.tags %}<a href="{{ url_for(tag.path) }}">{{ tag.name }}</a>{% endfor %}{% if page.next %}<a rel="next" href="{{ url_for(page.next.path) }}">{{ page.next.title }}</a>{% endif %}
-- themes/plain/layout/page.njk --
<h1>{{ page.title }}</h1><main>{{ page.content }}</main>
-- themes/plain/layout/404.njk --
<h1>404</h1>
-- themes/plain/layout/tag.njk --
<h1>{{ page.tag }}</h1>{% for post in page.posts %}<a href="{{ url_for(post.path) }}">{{ post.title }}</a>{% endfor %}
-- themes/plain/source/css/a.css --
a{}
`;

const a = `
-- source/_posts/a.md --
---
title: 皇后以後的頭髮 $後$
date: 2024-01-02
tags: [機率]
---
## 機率密度函數

軟體與**硬**體，著名的名著，\`變數\`，小明後院，墨經。$\\text{機率}$ [乙](/2024/01/01/b/) [檔](b.md) ![頭髮](後.png "後天")

<span lang="ja">後藤</span><kbd>後</kbd><a href="/2024/01/01/b/" title="後">後</a> 註[^後]

\`\`\`py
變數 = 1
\`\`\`

{% post_link b %} {% post_link b 檔案 %}

[^後]: 後註
-- source/_posts/b.md --
---
title: 檔案
date: 2024-01-01
---
滑鼠 <https://example.com/後> https://example.com/blog/2024/01/02/a/
-- source/_posts/後.png --
png
`;

const open = (more = '', files = ''): OpenSite => {
  const site = openSite(config(more) + theme + a + files);
  site.build();
  return site;
};

describe('an edition', () => {
  const site = open();
  const page = site.file('zh-hans/2024/01/02/a/index.html');

  test('has every page of the site at the same address below its folder', () => {
    const pages = site.paths().filter((path) => path.endsWith('.html') && !path.startsWith('zh-hans/'));
    expect(site.paths().filter((path) => path.startsWith('zh-hans/') && path.endsWith('.html'))).toEqual(
      pages.map((path) => `zh-hans/${path}`),
    );
    expect(site.paths()).toContain('zh-hans/tags/機率/index.html');
  });

  test('converts prose, titles and names of terms', () => {
    expect(page).toContain('<html lang="zh-Hans">');
    expect(page).toContain('软件与<strong>硬</strong>件，著名的名著');
    expect(page).toContain('<h1>皇后以后的头发 後</h1>');
    expect(page).toContain('>概率</a>');
    expect(page).toContain('后注');
    expect(site.file('zh-hans/tags/機率/index.html')).toContain('<h1>概率</h1>');
  });

  test('leaves code, formulas, ids, labels, addresses and foreign words alone', () => {
    for (const kept of [
      '<code>變數</code>',
      'id="機率密度函數"',
      '\\text{機率}',
      '<span lang="ja">後藤</span><kbd>後</kbd>',
      '小明後院',
      'src="/blog/2024/01/02/a/%E5%BE%8C.png"',
    ])
      expect(page).toContain(kept);
    expect(page).toMatch(/變數 .*=/);
    expect(site.file('zh-hans/2024/01/01/b/index.html')).toContain(
      '<a href="https://example.com/%E5%BE%8C">https://example.com/後</a>',
    );
  });

  test('obeys the words of its dictionary', () => {
    expect(page).toContain('墨经站');
  });

  test('keeps its links within itself, and shares the files of the site', () => {
    const links = [...page.matchAll(/href="([^"#]*)"/g)].map(([, href]) => href ?? '');
    expect(links.filter((href) => href.includes('/2024/01/01/b/'))).toEqual(
      Array.from({ length: 6 }, () => '/blog/zh-hans/2024/01/01/b/'),
    );
    expect(links).toContain('/blog/css/a.css');
    expect(site.file('zh-hans/2024/01/01/b/index.html')).toContain('https://example.com/blog/zh-hans/2024/01/02/a/');
    expect(site.paths().filter((path) => path.endsWith('.css') && !path.startsWith('katex'))).toEqual(['css/a.css']);
  });

  test('finds what its own addresses lead to, and equations of its other posts', () => {
    const more = `
-- source/_posts/c.md --
---
title: 丙
date: 2024-01-03
---
\\eqref{d:eq:x} [甲](/zh-hans/2024/01/02/a/) [乙](/blog/zh-hans/2024/01/01/b/)
-- source/_posts/d.md --
---
title: 丁
date: 2024-01-04
---
$$x \\label{eq:x} \\tag{1}$$
`;
    const linked = open('', more);
    expect(linked.told()).toEqual([]);
    const addresses = (path: string): string[] =>
      [...linked.main(path).matchAll(/href="([^"#]*)/g)].map(([, href]) => href ?? '');
    const there = ['/blog/zh-hans/2024/01/02/a/', '/blog/zh-hans/2024/01/01/b/'];
    expect(addresses('2024/01/03/c/index.html')).toEqual(['/blog/2024/01/04/d/', ...there]);
    expect(addresses('zh-hans/2024/01/03/c/index.html')).toEqual(['/blog/zh-hans/2024/01/04/d/', ...there]);
  });

  test('converts the titles of the posts it links to once', () => {
    expect(page).toContain('title="文件">文件</a>');
  });

  test('converts the titles of the posts whose formulas it refers to once, and the arguments of tags', () => {
    const far = open(
      '',
      `
-- source/_posts/c.md --
---
title: 檔案
date: 2024-01-03
---
$$x$$ {#eq:one}
-- source/_posts/d.md --
---
title: 丁
date: 2024-01-04
---
\\eqref{c:eq:one} [[c#eq:one]] [[c#eq:one|檔案]]

{% note info "<b>檔案</b> & 檔案" %}
檔案
{% endnote %}

{% fold 檔案 %}
\\eqref{c:eq:one}
{% endfold %}
`,
    ).main('zh-hans/2024/01/04/d/index.html');
    expect(far.match(/title="[^"]*"/g)).toEqual(Array.from({ length: 4 }, () => 'title="文件"'));
    expect(far).toContain('>文件</a>');
    expect(far.match(/<summary>.*<\/summary>/g)).toEqual([
      '<summary><b>文件</b> &amp; 文件</summary>',
      '<summary>文件</summary>',
    ]);
  });

  test('is known to the site, and the site to it', () => {
    for (const path of ['2024/01/02/a/index.html', 'zh-hans/2024/01/02/a/index.html']) {
      const html = site.file(path);
      expect(html).toContain(
        '<link rel="alternate" hreflang="zh-Hant-TW" href="https://example.com/blog/2024/01/02/a/">',
      );
      expect(html).toContain(
        '<link rel="alternate" hreflang="zh-Hans" href="https://example.com/blog/zh-hans/2024/01/02/a/">',
      );
      expect(html).toContain('hreflang="x-default" href="https://example.com/blog/2024/01/02/a/"');
      expect(html).toContain('<a class="switch" lang="zh-Hans" href="/blog/zh-hans/2024/01/02/a/">简体中文</a>');
      expect(html).toContain('lang="zh-Hant-TW" href="/blog/2024/01/02/a/">繁體中文</a>');
    }
    expect(site.file('404.html')).not.toContain('hreflang');
    expect(site.file('sitemap.xml')).toContain(
      '<xhtml:link rel="alternate" hreflang="zh-Hans" href="https://example.com/blog/zh-hans/2024/01/02/a/"/>',
    );
    expect(site.file('robots.txt')).toContain('Sitemap: https://example.com/blog/zh-hans/sitemap.xml');
  });

  test('has a feed of its own', () => {
    const feed = site.file('zh-hans/atom.xml');
    expect(feed).toContain('<title>后台笔记</title>');
    expect(feed).toContain('https://example.com/blog/zh-hans/2024/01/02/a/');
    expect(feed).toContain('软件与');
    expect(feed).toContain('term="概率"');
  });

  test('tells what is wrong with a post once', () => {
    const faulty = open(
      '',
      '-- source/_posts/c.md --\n---\ntitle: 丙\ndate: 2024-03-01\n---\n![x](nope.png) $\\nope$\n',
    );
    expect(faulty.told().filter((line) => line.includes('c.md'))).toHaveLength(2);
  });
});

const translation = `
-- source/_posts/a-hans.md --
---
title: 手写的标题
lang: zh-CN
translation: a
date: 2025-05-05
tags: [别的]
---
手写的文件。![图](a-hans.png)
-- source/_posts/a-hans.png --
png
`;

describe('a translation by hand', () => {
  const site = open('', translation);

  test('takes the place of the converted page, and is nowhere else', () => {
    const page = site.file('zh-hans/2024/01/02/a/index.html');
    expect(page).toContain('<h1>手写的标题</h1>');
    expect(page).toContain('手写的文件');
    expect(page).toContain('>概率</a>');
    expect(page).toContain('hreflang="zh-Hant-TW"');
    expect(site.paths().filter((path) => path.includes('a-hans'))).toEqual(['zh-hans/2024/01/02/a/a-hans.png']);
    expect(site.file('index.html')).not.toContain('手写');
    expect(site.paths()).not.toContain('tags/别的/index.html');
    expect(site.told()).toEqual([]);
  });

  test('is a post of its own where its language has no edition', () => {
    const english = open(
      '',
      '-- source/_posts/a-en.md --\n---\ntitle: Hair\nlang: en\ntranslation: a\ndate: 2025-05-05\n---\nHair\n',
    );
    const page = english.file('2025/05/05/a-en/index.html');
    expect(page).toContain('hreflang="zh-Hant-TW" href="https://example.com/blog/2024/01/02/a/"');
    expect(page).toContain('hreflang="en" href="https://example.com/blog/2025/05/05/a-en/"');
    expect(english.file('2024/01/02/a/index.html')).toContain('hreflang="en"');
  });

  test.each([
    ['translation: nope\nlang: zh-CN', 'warning edition/translation-missing source/_posts/t.md:1:1'],
    ['translation: a', 'warning edition/translation-language source/_posts/t.md:1:1'],
  ])('is told if it cannot be one: %j', (fields, told) => {
    const faulty = open('', `-- source/_posts/t.md --\n---\ntitle: T\ndate: 2024-01-01\n${fields}\n---\nx\n`);
    expect(faulty.told()).toContain(told);
  });

  test('is told if it is the second', () => {
    const twice = translation.replaceAll('a-hans', 'b-hans');
    expect(open('', translation + twice).told()).toContain(
      'error edition/translation-twice source/_posts/b-hans.md:1:1',
    );
  });
});

describe('an edition without conversion', () => {
  test('holds what is written in its language', () => {
    const english = '-- source/_posts/e.md --\n---\ntitle: Mine\nlang: en\ndate: 2024-02-01\n---\nx\n';
    const site = open('  - lang: en\n', english);
    expect(site.paths()).toContain('en/2024/02/01/e/index.html');
    expect(site.paths()).not.toContain('en/2024/01/02/a/index.html');
    expect(site.paths()).not.toContain('en/tags/機率/index.html');
    expect(site.file('2024/01/02/a/index.html')).toContain('lang="en" href="/blog/en/">English</a>');
  });
});

test('two editions in one folder, and a page in the folder of an edition, are told', () => {
  expect(open('  - { lang: zh-CN, path: zh-hans }\n').told()).toContain('error edition/same-path _config.yml:1:1');
  const page = '-- source/zh-hans/x.md --\n---\ntitle: x\n---\nx\n';
  expect(open('', page).told()).toContain('error edition/path-taken source/zh-hans/x.md:1:1');
});

test('what an edit changes is built anew in all editions, and nothing else', () => {
  const site = open('', translation);
  const steps: (() => void)[] = [
    () => site.edit('source/_posts/a.md', '軟體', '硬體'),
    () => site.edit('source/_posts/b.md', 'title: 檔案', 'title: 檔案夾'),
    () => site.edit('source/_posts/a-hans.md', 'translation: a', 'translation: b'),
    () => site.edit('_config.yml', '墨经站', '墨經站'),
    () => site.remove('source/_posts/a-hans.md'),
    () => site.edit('source/_posts/a.md', '機率]', '機率, 乾]'),
    () => site.edit('_config.yml', 'path: /zh-hans/', 'path: /cn/'),
  ];
  for (const step of steps) {
    step();
    site.build();
    const clean = openSite(site.sources());
    clean.build();
    expect([...site.outputs()]).toEqual([...clean.outputs()]);
    expect(site.told()).toEqual(clean.told());
    site.build();
    expect(site.ran()).toEqual({ rendered: 0, laidOut: 0 });
  }
});
