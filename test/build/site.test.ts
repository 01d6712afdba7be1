/**
 * Whole sites: what is published where, and that nothing but the sources decides it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSourcePath } from '../../src/base/path.ts';
import { type Extensions, noExtensions } from '../../src/model/extension.ts';
import { type OpenSite, openSite, type SiteOptions } from '../support/site.ts';
import { compileRooms, runScript } from '../unit/disk/child.ts';

type Files = ReadonlyMap<string, string | Uint8Array>;

function built(text: string | Files, options: SiteOptions = {}): OpenSite {
  const site = openSite(text, options);
  site.build();
  return site;
}

const post = (frontMatter: string, body = '正文'): string => `---\n${frontMatter}\n---\n${body}\n`;

/** A blog moved from Hexo, with something of everything that decides an address. */
const blog: Files = new Map([
  [
    '_config.yml',
    `title: 部落格
url: https://example.com/blog
timezone: Asia/Taipei
language: zh-TW
theme: plain
post_asset_folder: true
per_page: 3
category_generator: {per_page: 2}
tag_generator: {per_page: 2}
category_map: {"C++": cpp, 數學: math}
tag_map: {線性代數: linear-algebra}
skip_render: ["raw/**"]
`,
  ],
  [
    'source/_posts/hello-world.md',
    post('title: 你好\ndate: 2024-01-05 08:00\ntags: [測試, Hello World]\ncategories: 隨筆'),
  ],
  [
    'source/_posts/線性代數筆記.md',
    post('title: 線性\ndate: 2024-01-20 23:30\ncategories: [數學, 線性代數]\ntags: [線性代數, 數學]'),
  ],
  [
    'source/_posts/2024-02-29-閏年 測試.md',
    post('title: 閏年\ndate: 2024-02-29\ncategories: [[數學, 微積分], [程式, C++]]\ntags: [C++, 數學]'),
  ],
  ['source/_posts/notes/nested-post.md', post('title: 深\ndate: 2023-12-31 23:59:59\ncategories: [程式]\ntags: 數學')],
  ['source/_posts/custom-permalink.md', post('title: 自訂\ndate: 2023-06-01 00:30\npermalink: 自訂/路徑/\ntags: 測試')],
  ['source/_posts/custom-permalink-html.md', post('title: 自訂二\ndate: 2023-06-02\npermalink: custom/page.html')],
  ['source/_posts/future-post.md', post('title: 未來\ndate: 2099-01-01\ntags: 測試\ncategories: 隨筆')],
  ['source/_posts/unpublished.md', post('title: 隱\ndate: 2024-01-01\npublished: false\ntags: 無人\ncategories: 無人')],
  ['source/_posts/layout-false.md', post('title: 無版\ndate: 2022-05-05\nlayout: false', '**純內容**')],
  ['source/_posts/no-title.md', post('date: 2022-05-06')],
  ['source/_posts/hidden-sticky.md', post('title: 置頂\ndate: 2022-01-01\nsticky: 10')],
  ['source/_posts/hidden.md', post('title: 藏\ndate: 2022-01-02\nhidden: true')],
  [
    'source/_posts/with-assets.md',
    post(
      'title: 附圖\ndate: 2021-07-07\ntags: ["含 空白/斜線", 表情😀]\ncategories: [[數學, 線性代數], [數學]]',
      '![圖](圖片.png)',
    ),
  ],
  ['source/_posts/with-assets/圖片.png', ''],
  ['source/_posts/_ignored.md', post('date: 2024-01-01')],
  ['source/_drafts/草稿.md', post('date: 2024-01-01')],
  ['source/_data/friends.yml', '- name: 甲\n'],
  ['source/_hidden/x.txt', ''],
  ['source/.nojekyll', ''],
  ['source/about/index.md', post('title: 關於')],
  ['source/categories/index.md', '---\ntitle: 分類\ntype: categories\n---\n'],
  ['source/tags/index.md', '---\ntitle: 標籤\ntype: tags\n---\n'],
  ['source/404.md', post('title: 404\npermalink: /404.html')],
  ['source/作品/子頁/頁面.md', post('title: 頁面')],
  ['source/raw/readme.md', '# raw'],
  ['source/robots.txt', 'User-agent: *'],
]);

const blogPaths = `
404.html about/index.html categories/index.html tags/index.html raw/readme.md robots.txt atom.xml sitemap.xml
作品/子頁/頁面.html 自訂/路徑/index.html custom/page.html
2021/07/07/with-assets/index.html 2021/07/07/with-assets/圖片.png
2022/01/01/hidden-sticky/index.html 2022/01/02/hidden/index.html 2022/05/05/layout-false/index.html 2022/05/06/no-title/index.html
2023/12/31/notes/nested-post/index.html 2024/01/05/hello-world/index.html 2024/01/20/線性代數筆記/index.html
2024/02/29/2024-02-29-閏年_測試/index.html 2099/01/01/future-post/index.html
index.html page/2/index.html page/3/index.html page/4/index.html
archives/index.html archives/page/2/index.html archives/page/3/index.html archives/page/4/index.html
archives/2021/index.html archives/2021/07/index.html
archives/2022/index.html archives/2022/page/2/index.html archives/2022/01/index.html archives/2022/05/index.html
archives/2023/index.html archives/2023/06/index.html archives/2023/12/index.html
archives/2024/index.html archives/2024/01/index.html archives/2024/02/index.html
archives/2099/index.html archives/2099/01/index.html
categories/math/index.html categories/math/page/2/index.html categories/math/微積分/index.html categories/math/線性代數/index.html
categories/程式/index.html categories/程式/cpp/index.html categories/隨筆/index.html
tags/C/index.html tags/Hello-World/index.html tags/linear-algebra/index.html tags/含-空白-斜線/index.html
tags/數學/index.html tags/數學/page/2/index.html tags/測試/index.html tags/測試/page/2/index.html tags/表情😀/index.html
`
  .trim()
  .split(/\s+/)
  .map((path) => path.replace('閏年_測試', '閏年 測試'));

describe('a blog moved from Hexo', () => {
  test('is published where Hexo publishes it', () => {
    expect(built(blog).paths()).toEqual(blogPaths.sort());
    expect(built(blog).told()).toEqual([]);
  });

  test('counts what it has', () => {
    const { totals } = openSite(blog).build();
    expect(totals).toEqual({
      posts: 12,
      pages: 5,
      drafts: 2,
      tags: 7,
      categories: 6,
      formulas: { total: 0, distinct: 0, failed: 0 },
    });
  });

  test('links under its root, and encoded', () => {
    const home = built(blog).file('index.html');
    expect(home).toContain('<a href="/blog/2022/01/01/hidden-sticky/">置頂</a>');
    expect(home).toContain('<a href="/blog/2024/02/29/2024-02-29-%E9%96%8F%E5%B9%B4%20%E6%B8%AC%E8%A9%A6/">閏年</a>');
  });

  test('shows a picture beside its post', () => {
    expect(built(blog).main('2021/07/07/with-assets/index.html')).toContain(
      'src="/blog/2021/07/07/with-assets/%E5%9C%96%E7%89%87.png"',
    );
  });
});

describe('layouts', () => {
  const theme = (names: readonly string[]): Map<string, string> =>
    new Map([
      ['_config.yml', 'url: https://example.com\ntheme: own\nfeed: false\n'],
      ...names.map((name): [string, string] => [`themes/own/layout/${name}.njk`, name]),
      ['source/_posts/a.md', post('date: 2024-01-01\ntags: t\ncategories: c')],
      ['source/_posts/photo.md', post('date: 2024-01-02\nlayout: photo')],
      ['source/about.md', post('layout: about')],
    ]);
  const drawn = (names: readonly string[]): Record<string, string | undefined> => {
    const outputs = built(theme(names)).outputs();
    return Object.fromEntries(
      [
        'index.html',
        '2024/01/01/a/index.html',
        '2024/01/02/photo/index.html',
        'about.html',
        'tags/t/index.html',
        'categories/c/index.html',
        'archives/index.html',
        '404.html',
        'tags/index.html',
      ].map((path) => [path.replace(/^2024\/01\/0.\//, ''), outputs.get(path)]),
    );
  };

  test('are taken by name', () => {
    const all = ['index', 'post', 'photo', 'page', 'about', 'tag', 'category', 'archive', '404', 'tags'];
    expect(drawn(all)).toEqual({
      'index.html': 'index',
      'a/index.html': 'post',
      'photo/index.html': 'photo',
      'about.html': 'about',
      'tags/t/index.html': 'tag',
      'categories/c/index.html': 'category',
      'archives/index.html': 'archive',
      '404.html': '404',
      'tags/index.html': 'tags',
    });
  });

  test('fall back along the chain: post, page, index', () => {
    expect(drawn(['index', 'page'])).toMatchObject({
      'a/index.html': 'page',
      'photo/index.html': 'page',
      'about.html': 'page',
    });
    expect(drawn(['index', 'post'])).toMatchObject({ 'a/index.html': 'post', 'about.html': 'post' });
    expect(drawn(['index'])).toMatchObject({
      'a/index.html': 'index',
      'about.html': 'index',
      'tags/t/index.html': 'index',
      'archives/index.html': 'index',
    });
    expect(drawn(['index', 'archive'])).toMatchObject({
      'tags/t/index.html': 'archive',
      'categories/c/index.html': 'archive',
    });
    expect(drawn(['index'])['404.html']).toBeUndefined();
  });

  test('`layout: false` gives the bare content', () => {
    expect(built(blog).file('2022/05/05/layout-false/index.html').trim()).toBe('<p><strong>純內容</strong></p>');
  });

  test('are set into `layout.njk`, if there is one', () => {
    const files = new Map([...theme(['index', 'post']), ['themes/own/layout/layout.njk', '[{{ body | safe }}]']]);
    expect(built(files).file('index.html')).toBe('[index]');
  });
});

describe('posts know each other', () => {
  const theme = `
-- themes/plain/layout/post.njk --
<main>{{ page.title }}|{{ page.prev.title }}|{{ page.next.title }}|{% if page.series %}{{ page.series.name }} {{ page.series.index }}/{{ page.series.total }}:{% for one in page.series.posts %} {{ one.title }}{% endfor %}{% endif %}</main>
`;
  const posts = ['甲', '乙', '丙', '丁'].map(
    (title, at) =>
      `-- source/_posts/${at + 1}.md --\n${post(`title: ${title}\ndate: 2024-01-0${at + 1}\n${at === 2 ? '' : 'series: 天干'}`)}`,
  );
  const site = built(theme + posts.join(''));

  test('by date: `prev` is the newer, `next` the older', () => {
    expect(site.main('2024/01/01/1/index.html')).toBe('甲|乙||天干 1/3: 甲 乙 丁');
    expect(site.main('2024/01/03/3/index.html')).toBe('丙|丁|乙|');
    expect(site.main('2024/01/04/4/index.html')).toBe('丁||丙|天干 3/3: 甲 乙 丁');
  });
});

describe('texts for machines', () => {
  const site = built(`
-- _config.yml --
title: 甲 & 乙
url: https://example.com/blog
timezone: Asia/Taipei
theme: plain
author: 作者
-- source/_posts/舊.md --
---
title: 舊 <1>
date: 2024-01-01 08:00
updated: 2024-06-01
tags: [數學]
categories: [甲, 乙]
---
[關於](/about/) 與 $x^2$
-- source/_posts/新.md --
---
title: 新
date: 2024-02-01
---
a\u0008b
-- source/about/index.md --
---
sitemap: false
---
關於
-- source/other.md --
---
date: 2024-01-05
---
別的
`);

  test('the feed has the newest first, absolute addresses, and the date of its newest change', () => {
    const feed = site.file('atom.xml');
    expect(feed).toContain('<title>甲 &amp; 乙</title>');
    expect(feed).toContain('<updated>2024-05-31T16:00:00.000Z</updated>');
    expect([...feed.matchAll(/<published>(.*?)<\/published>/g)].map(([, date]) => date)).toEqual([
      '2024-01-31T16:00:00.000Z',
      '2024-01-01T00:00:00.000Z',
    ]);
    expect(feed.indexOf('新')).toBeLessThan(feed.indexOf('舊'));
    expect(feed).toContain('https://example.com/blog/2024/01/01/%E8%88%8A/');
    expect(feed).toContain('https://example.com/blog/about/');
    expect(feed).not.toMatch(/[\u0000-\u0008]/);
    expect(feed).not.toContain('katex-html');
  });

  test('the sitemap has what people read, once, with the date of its last change', () => {
    const map = [...site.file('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>(?:<lastmod>(.*?)<\/lastmod>)?/g)].map(
      ([, place, date]) => `${decodeURI(place ?? '')} ${date ?? ''}`.trim(),
    );
    expect(map).toEqual([
      'https://example.com/blog/ 2024-02-01T00:00:00+08:00',
      'https://example.com/blog/2024/02/01/新/ 2024-02-01T00:00:00+08:00',
      'https://example.com/blog/2024/01/01/舊/ 2024-06-01T00:00:00+08:00',
      'https://example.com/blog/other.html 2024-01-05T00:00:00+08:00',
      'https://example.com/blog/categories/甲/ 2024-06-01T00:00:00+08:00',
      'https://example.com/blog/categories/甲/乙/ 2024-06-01T00:00:00+08:00',
      'https://example.com/blog/tags/數學/ 2024-06-01T00:00:00+08:00',
    ]);
  });

  test('robots.txt says what the settings say, in the words of hexo-generator-robotstxt too', () => {
    const read = (settings: string): string => {
      const site = openSite(`-- _config.yml --\ntheme: plain\nsitemap: false\n${settings}\n`);
      site.build();
      return site.file('robots.txt');
    };
    const closed = 'User-agent: *\nDisallow: /private/\n';
    expect(read('robots: {disallow: /private/}')).toBe(closed);
    expect(read('robotstxt: {useragent: "*", disallow: [/private/], sitemap: https://a.example/s.xml}')).toBe(closed);
    expect(read('robots: {useragent: [A, B], allow: /a/, disallow: /}')).toBe(
      'User-agent: A\nUser-agent: B\nDisallow: /\nAllow: /a/\n',
    );
  });

  test('a sitemap that is a list has the addresses of the sitemap, a line each', () => {
    const site = openSite(
      '-- _config.yml --\nurl: https://a.example\ntheme: plain\nsitemap: {path: [sitemap.xml, sitemap.txt]}\n-- source/_posts/a.md --\n---\ntitle: 甲\ndate: 2024-05-01\n---\nx\n',
    );
    site.build();
    const listed = [...site.file('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => `${address}\n`);
    expect(listed.length).toBeGreaterThan(1);
    expect(site.file('sitemap.txt')).toBe(listed.join(''));
  });

  test('posts that hexo-hide-posts kept out of all lists have a page, and nothing leads to it', () => {
    const post = (name: string, more: string): string =>
      `-- source/_posts/${name}.md --\n---\ntitle: ${name}\ndate: 2024-05-0${name.length}\ntags: t\n${more}\n---\nx\n`;
    const build = (settings: string): { there: boolean; led: string[] } => {
      const site = openSite(
        `-- _config.yml --\nurl: https://a.example\ntheme: plain\n${settings}\n${post('a', '')}${post('secret', 'hidden: true')}${post('bb', '')}`,
      );
      site.build();
      const page = '2024/05/06/secret/';
      const others = site.paths().filter((path) => !path.startsWith(page));
      return {
        there: site.paths().includes(`${page}index.html`),
        led: others.filter((path) => site.file(path).includes('secret')),
      };
    };
    expect(build('hide_posts: {enable: true, filter: hidden}')).toEqual({ there: true, led: [] });
    expect(build('hide_posts: {enable: true}').led).toEqual([]);
    expect(build('hide_posts: {enable: true, filter: other}').led).not.toEqual([]);
    expect(build('hide_posts: {enable: false}').led).not.toEqual([]);
  });

  test('an old address may lead to another site', () => {
    const site = openSite(
      '-- _config.yml --\nurl: https://a.example/sub\ntheme: plain\nalias: {old.html: https://b.example/x, other/: /new/}\n',
    );
    site.build();
    expect(site.file('old.html')).toContain('content="0; url=https://b.example/x"');
    expect(site.file('old.html')).toContain('<link rel="canonical" href="https://b.example/x">');
    expect(site.file('other/index.html')).toContain('content="0; url=/sub/new/"');
  });

  test('robots.txt tells where the sitemap is', () => {
    expect(site.file('robots.txt')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.com/blog/sitemap.xml\n');
  });

  test('none of them knows what time it is', () => {
    const [early, late] = [0, Date.UTC(2030, 0, 1)].map((now) => [...built(blog, { now }).outputs()]);
    expect(late).toEqual(early);
  });
});

describe('the same sources give the same bytes', () => {
  test('twice', () => {
    expect([...built(blog).outputs()]).toEqual([...built(blog).outputs()]);
  });

  test('in whatever order they come', () => {
    const turned = new Map([...blog].reverse());
    const shuffled = new Map(
      [...blog].sort(([a], [b]) => ((a.length * 31) % 17) - ((b.length * 31) % 17) || (a < b ? 1 : -1)),
    );
    const expected = built(blog);
    for (const files of [turned, shuffled]) {
      const site = built(files, { sorted: false });
      expect([...site.outputs()]).toEqual([...expected.outputs()]);
      expect(site.told()).toEqual(expected.told());
    }
  });

  describe('in every zone', () => {
    let rooms: ReturnType<typeof compileRooms>;
    beforeAll(() => {
      rooms = compileRooms([
        'base',
        'model',
        'chinese',
        'math',
        'search',
        'content',
        'generate',
        'render',
        'layout',
        'layout/engine',
        'layout/helpers',
        'build',
      ]);
    });
    afterAll(() => rooms.remove());

    test('and in every language of the machine', () => {
      const script = `
        import { build } from './build/build.js';
        import { unguarded } from './build/rendered-posts.js';
        import { createMemos } from './build/site-work.js';
        import { parseConfig } from './content/parse-config.js';
        import { noExtensions } from './model/extension.js';
        import { createSourceFile } from './model/sources.js';
        const files = ${JSON.stringify([...openSite(withDates).sources()])};
        const sources = new Map(files.map(([path, text]) => [path, createSourceFile(path, text)]));
        const { config, diagnostics } = parseConfig(sources, { hexo: false });
        const input = { sources, config, theme: 'plain', extensions: noExtensions, diagnostics, now: 0, version: 'test' };
        const outputs = [];
        for (const file of build(input, createMemos(), { guard: unguarded }).files) outputs.push([file.path, file.type === 'text' ? Buffer.from(file.bytes()).toString() : '']);
        console.log(JSON.stringify({ zone: new Date(0).getTimezoneOffset(), outputs }));
      `;
      const run = (TZ: string, LANG: string): { zone: number; outputs: unknown } => {
        const before = { TZ: process.env.TZ, LC_ALL: process.env.LC_ALL };
        Object.assign(process.env, { TZ, LC_ALL: LANG });
        const { stdout, stderr } = runScript(rooms.folder, script);
        for (const [name, value] of Object.entries(before)) {
          if (value === undefined) delete process.env[name];
          else process.env[name] = value;
        }
        if (stderr !== '') throw new Error(stderr);
        return JSON.parse(stdout);
      };
      const runs = [run('UTC', 'C'), run('Asia/Taipei', 'zh_TW.UTF-8'), run('America/Los_Angeles', 'de_DE.UTF-8')];
      expect(runs.map(({ zone }) => zone)).toEqual([0, -480, 480]);
      expect(runs[1]?.outputs).toEqual(runs[0]?.outputs);
      expect(runs[2]?.outputs).toEqual(runs[0]?.outputs);
    });
  });
});

/** The blog with all that a theme can make of a date. */
const withDates: Files = new Map([
  ...blog,
  [
    'themes/plain/layout/post.njk',
    `<main>{{ page.date }} {{ page.date.format('LLLL Z') }} {{ page.date.year() }}-{{ page.date.month() }} {{ date(page.date, 'YYYY-MM-DD dddd') }} {{ full_date(page.date) }} {{ time(page.date) }} {{ date_xml(page.date) }} {{ time_tag(page.date) }} {{ page.date | safedump }} {{ list_archives() }}</main>`,
  ],
]);

describe('an edit does what it must and no more', () => {
  const text = (count: number): string =>
    Array.from({ length: count }, (_, at) => {
      const n = at + 1;
      return `-- source/_posts/${n}.md --\n${post(`title: 第${n}篇\ndate: 2024-01-${String(n).padStart(2, '0')}\ntags: t${n}\n${n === 2 ? 'excerpt: 摘要' : ''}`, `正文 ${n}`)}`;
    }).join('');
  const quiet =
    '-- _config.yml --\ntitle: 測試\nurl: https://example.com\ntheme: plain\nper_page: 0\nfeed: false\nsitemap: false\nrobots: false\narchive_generator: false\n';
  const changedBy = (site: OpenSite, edit: () => void): string[] => {
    const before = new Map(site.outputs());
    edit();
    site.build();
    const paths = new Set([...before.keys(), ...site.outputs().keys()]);
    return [...paths].filter((path) => before.get(path) !== site.outputs().get(path)).sort();
  };

  test('nothing at all: nothing', () => {
    const site = built(quiet + text(5));
    expect(site.ran()).toEqual({ rendered: 5, laidOut: 5 + 1 + 5 + 2 });
    expect(changedBy(site, () => undefined)).toEqual([]);
    expect(site.ran()).toEqual({ rendered: 0, laidOut: 0 });
  });

  test('a title: its page, its neighbours, the lists that show it', () => {
    const site = built(quiet + text(5));
    const changed = changedBy(site, () => site.edit('source/_posts/3.md', '第3篇', '第三篇'));
    expect(changed).toEqual(['2024/01/02/2/index.html', '2024/01/04/4/index.html', 'index.html', 'tags/t3/index.html']);
    // Its own page shows no title here, but is drawn for its front matter.
    expect(site.ran()).toEqual({ rendered: 1, laidOut: 5 });
  });

  test('a body: its page, and no list that shows titles only', () => {
    const site = built(quiet + text(5));
    const changed = changedBy(site, () => site.edit('source/_posts/3.md', '正文 3', '別的'));
    expect(changed).toEqual(['2024/01/03/3/index.html']);
    expect(site.ran()).toEqual({ rendered: 1, laidOut: 1 });
  });

  test('an excerpt: the lists that show it', () => {
    const site = built(quiet + text(5));
    const changed = changedBy(site, () => site.edit('source/_posts/2.md', '摘要', '別的摘要'));
    expect(changed).toEqual(['index.html', 'tags/t2/index.html']);
  });

  test('a tag: its lists', () => {
    const site = built(quiet + text(5));
    const changed = changedBy(site, () => site.edit('source/_posts/3.md', 'tags: t3', 'tags: t1'));
    expect(changed).toEqual(['tags/t1/index.html', 'tags/t3/index.html']);
  });

  test('a new post: its page, its neighbours, the lists', () => {
    const site = built(quiet + text(5));
    const changed = changedBy(site, () => site.add('source/_posts/6.md', post('title: 新\ndate: 2024-02-01')));
    expect(changed).toEqual(['2024/01/05/5/index.html', '2024/02/01/6/index.html', 'index.html']);
    expect(site.ran().rendered).toBe(1);
  });

  test('a deleted post takes its page with it', () => {
    const site = built(quiet + text(3));
    const changed = changedBy(site, () => site.remove('source/_posts/2.md'));
    expect(changed).toEqual([
      '2024/01/01/1/index.html',
      '2024/01/02/2/index.html',
      '2024/01/03/3/index.html',
      'index.html',
      'tags/t2/index.html',
    ]);
    expect(site.ran().rendered).toBe(0);
  });

  test('a template: what it draws, and no post is rendered', () => {
    const site = built(quiet + text(3));
    const changed = changedBy(site, () => site.edit('themes/plain/layout/post.njk', '<main>', '<main>!'));
    expect(changed).toHaveLength(3);
    expect(site.ran().rendered).toBe(0);
  });

  test('a setting: everything', () => {
    const site = built(quiet + text(3));
    site.edit('_config.yml', 'title: 測試', 'title: 新');
    site.build();
    expect(site.ran().rendered).toBe(3);
  });

  test('and undone, it is as if it had never been', () => {
    const site = built(quiet + text(3));
    const first = [...site.outputs()];
    site.edit('source/_posts/3.md', '第3篇', '別的');
    site.build();
    site.edit('source/_posts/3.md', '別的', '第3篇');
    site.build();
    expect([...site.outputs()]).toEqual(first);
  });
});

describe('what others ask for', () => {
  test('a link from page to page keeps its last slash', () => {
    const site = built(`
-- source/p/a/index.md --
---
title: 甲
---
[乙](../b/)
-- source/p/b/index.md --
---
title: 乙
---
x
`);
    expect(site.main('p/a/index.html')).toContain('href="/p/b/"');
  });

  test('a link to a post follows it to its new address', () => {
    const site = built(`
-- source/_posts/a.md --
---
title: 甲
date: 2024-01-01
---
{% post_link b %}
-- source/_posts/b.md --
---
title: 乙
date: 2024-01-02
---
x
`);
    expect(site.main('2024/01/01/a/index.html')).toContain('href="/2024/01/02/b/"');
    site.edit('source/_posts/b.md', 'date: 2024-01-02', 'date: 2024-03-02');
    site.build();
    expect(site.main('2024/01/01/a/index.html')).toContain('href="/2024/03/02/b/"');
    site.edit('source/_posts/b.md', 'title: 乙', 'title: 丙');
    site.build();
    expect(site.main('2024/01/01/a/index.html')).toContain('>丙</a>');
    site.remove('source/_posts/b.md');
    site.build();
    expect(site.told()).toEqual(['warning link/post-missing source/_posts/a.md:5:1']);
  });

  test('a picture that comes later is found', () => {
    const site = built(`-- source/_posts/a.md --\n${post('date: 2024-01-01', '![圖](/a.png)')}`);
    expect(site.told()).toEqual(['warning image/missing source/_posts/a.md:4:6']);
    site.add('source/a.png', '');
    site.build();
    expect(site.told()).toEqual([]);
    expect(site.paths()).toContain('a.png');
  });

  test('a picture that is drawn anew is measured anew', () => {
    const square = (side: number): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"/>`;
    const site = built(
      new Map([
        ['source/_posts/a.md', post('date: 2024-01-01', '![圖](/a.svg)')],
        ['source/a.svg', square(3)],
      ]),
    );
    expect(site.main('2024/01/01/a/index.html')).toContain('width="3" height="3"');
    site.add('source/a.svg', square(4));
    site.build();
    expect(site.main('2024/01/01/a/index.html')).toContain('width="4" height="4"');
  });

  test('code that is included is read anew', () => {
    const site = built(
      new Map([
        ['source/_posts/a.md', post('date: 2024-01-01', '{% include_code x.js %}')],
        ['source/downloads/code/x.js', 'let x;'],
      ]),
    );
    expect(site.main('2024/01/01/a/index.html')).toContain('x;');
    site.add('source/downloads/code/x.js', 'let y;');
    site.build();
    expect(site.main('2024/01/01/a/index.html')).toContain('y;');
  });

  test('the first post of a site brings the feed, and the link to it on every page', () => {
    const site = built(
      '-- source/about.md --\nx\n-- themes/plain/layout/page.njk --\n<head></head><main>{{ page.content }}</main>\n',
    );
    expect(site.file('about.html')).not.toContain('atom+xml');
    site.add('source/_posts/a.md', post('date: 2024-01-01'));
    site.build();
    expect(site.file('about.html')).toContain('atom+xml');
    site.remove('source/_posts/a.md');
    site.build();
    expect(site.file('about.html')).not.toContain('atom+xml');
  });

  test('robots.txt tells of the sitemap only while it is ours', () => {
    const site = built('-- source/about.md --\nx\n');
    const ours = site.file('robots.txt');
    expect(ours).toContain('Sitemap:');
    site.add('source/sitemap.xml', '<urlset/>');
    site.build();
    expect(site.file('robots.txt')).toBe(built(site.sources()).file('robots.txt'));
  });

  test('a key of the front matter that comes later is seen in the lists that show it', () => {
    const site = built(
      `-- themes/plain/layout/index.njk --\n<main>{% for post in page.posts %}[{{ post.cover }}]{% endfor %}</main>\n-- source/_posts/a.md --\n${post('title: 甲\ndate: 2024-01-01')}`,
    );
    expect(site.main('index.html')).toBe('[]');
    site.edit('source/_posts/a.md', 'title: 甲', 'title: 甲\ncover: a.png');
    site.build();
    expect(site.main('index.html')).toBe('[a.png]');
  });

  test('data and theme settings are seen where they are shown', () => {
    const site = built(`
-- source/_data/links.yml --
a: 甲
-- _config.plain.yml --
color: red
-- themes/plain/layout/index.njk --
<main>{{ site.data.links.a }} {{ theme.color }}</main>
`);
    expect(site.main('index.html')).toBe('甲 red');
    site.edit('source/_data/links.yml', '甲', '乙');
    site.build();
    expect(site.main('index.html')).toBe('乙 red');
    site.edit('_config.plain.yml', 'red', 'blue');
    site.build();
    expect(site.main('index.html')).toBe('乙 blue');
  });
});

describe('time is an argument', () => {
  const text = `-- _config.yml --\nurl: https://example.com\ntheme: plain\nfuture: false\n-- source/_posts/a.md --\n${post('title: 甲\ndate: 2024-01-01')}-- source/_posts/b.md --\n${post('title: 乙\ndate: 2024-06-01')}`;

  test('a post that lies in the future is not there yet', () => {
    expect(built(text, { now: Date.UTC(2024, 4, 1) }).main('index.html')).not.toContain('乙');
    expect(built(text, { now: Date.UTC(2024, 5, 1) }).main('index.html')).toContain('乙');
  });
});

describe('scripts', () => {
  const script = toSourcePath('scripts/x.js');
  const extensions: Extensions = {
    ...noExtensions,
    print: '1',
    tags: new Map([
      [
        'hi',
        {
          script,
          value: { body: 'markdown', render: ({ args, body }) => `<aside title="${args[0]}">${body}</aside>` },
        },
      ],
    ]),
    helpers: new Map([['shout', { script, value: (text) => `${text}!` }]]),
    filters: {
      markdown: [{ script, value: (text) => text.replaceAll(':)', '☺') }],
      html: [{ script, value: (html) => html.replaceAll('<p>', '<p class="p">') }],
      page: [{ script, value: (html) => `${html}<!-- end -->` }],
    },
    generators: new Map([
      ['count', { script, value: (graph) => [{ path: 'count.txt', text: String(graph.posts.length) }] }],
    ]),
    injections: { head_begin: [], head_end: [{ script, value: '<link rel="x">' }], body_begin: [], body_end: [] },
  };

  test('that throw are told with their script, line and post, wherever they run', () => {
    const fail = (line: number) => () => {
      const error = new Error('壞了');
      error.stack = `Error: 壞了\n    at f (file:///home/%E5%A2%A8/scripts/x.js?v=1:${line}:7)\n    at g (file:///x.js:1:1)`;
      throw error;
    };
    const site = built(
      `-- themes/plain/layout/post.njk --\n<head></head><main>{{ shout(page.title) }}{{ page.content }}</main>\n-- source/_posts/a.md --\n${post('title: 甲\ndate: 2024-01-01', '{% hi %}')}`,
      {
        extensions: {
          ...extensions,
          tags: new Map([['hi', { script, value: { body: 'none', render: fail(2) } }]]),
          helpers: new Map([['shout', { script, value: fail(3) }]]),
          filters: { markdown: [{ script, value: fail(4) }], html: [], page: [] },
          generators: new Map([['count', { script, value: fail(5) }]]),
        },
      },
    );
    expect(site.told().sort()).toEqual([
      'error script/failed scripts/x.js:2:7',
      'error script/failed scripts/x.js:4:7',
      'error script/failed scripts/x.js:5:7',
      expect.stringMatching(/^error template\/failed themes\/plain\/layout\/post.njk:1:/),
    ]);
    const details = site.diagnostics().map(({ values }) => String(values.detail));
    expect(details.filter((detail) => detail.includes('source/_posts/a.md'))).toHaveLength(2);
    expect(details.filter((detail) => detail.includes('helper `shout` in scripts/x.js:3:7'))).toHaveLength(1);
  });

  test('add tags, helpers, filters, generators and injections', () => {
    const site = built(
      `-- themes/plain/layout/post.njk --\n<head></head><main>{{ shout(page.title) }}{{ page.content }}</main>\n-- source/_posts/a.md --\n${post('title: 甲\ndate: 2024-01-01', '{% hi "<b>" %}\n**粗** :)\n{% endhi %}')}`,
      { extensions },
    );
    expect(site.told()).toEqual([]);
    expect(site.main('2024/01/01/a/index.html')).toBe(
      '甲!<aside title="&lt;b&gt;"><p class="p"><strong>粗</strong> ☺</p>\n</aside>',
    );
    expect(site.file('2024/01/01/a/index.html')).toMatch(/<link rel="x">[\s\S]*<\/head>[\s\S]*<!-- end -->$/);
    expect(site.file('count.txt')).toBe('1');
  });
});

test('a page of friends is made where the settings name some and the theme has a layout for it', () => {
  const settings = 'title: T\ntheme: plain\ntheme_config:\n  friends: [{ name: 甲, url: https://a.example/ }]\n';
  const layout =
    '<main>{% for group in friends() %}{% for one in group.friends %}{{ one.name }}{% endfor %}{% endfor %}</main>';
  const site = openSite(`-- _config.yml --\n${settings}`);
  site.build();
  expect(site.paths()).not.toContain('links/index.html');
  site.add('themes/plain/layout/friends.njk', layout);
  site.build();
  expect(site.main('links/index.html')).toBe('甲');
  site.add('_config.yml', settings.replace(/\[.*\]/, '[]'));
  site.build();
  expect(site.paths()).not.toContain('links/index.html');
});
