/**
 * Every key of Hexo that is said to do here what it does there is tried: with it, a page
 * shows something that it does not show without it.
 */
import { describe, expect, test } from 'vitest';
import { fateOf, hexoFrontMatter, hexoSettings, isForeign } from '../../src/model/hexo-keys.ts';
import { openSite } from '../support/site.ts';

const DAY = '2024/05/01';
const POST = `${DAY}/a/index.html`;

/** A site of a post with all that the keys are about, a page, a draft, and a theme that shows settings. */
const FILES = `
-- themes/plain/_config.yml --
colour: theme
-- themes/plain/layout/index.njk --
<head></head><body>{{ config.title }}|{{ config.subtitle }}|{{ config.author }}|{{ date(page.posts[0].date) }}|{{ time(page.posts[0].date) }}|{{ theme.colour }}|{{ url_for('/x/index.html') }}|{{ url_for('/x.html') }}|{% for p in page.posts %}({{ p.title }}){% endfor %}<a href="https://example.org/">x</a></body>
-- themes/plain/layout/post.njk --
<head></head><body>{{ open_graph() }}<i>{{ page.title }}</i>[{{ date(page.date, 'HH:mm') }}]{{ page.updated.format('YYYY-MM-DD') if page.updated else 'never' }}{{ page.content }}{% if page.comments %}comments{% endif %}lang={{ page.lang }}</body>
-- source/_posts/a.md --
---
title: the art of war
date: 2024-05-01 08:30:00
tags: [C++, Tag]
categories: [Cat]
---
[x](https://example.org/) [y](https://own.example/)

{% include_code one.js %}

\`\`\`js
	let a = 1;
\`\`\`

\`\`\`
if (a) { return 1; }
\`\`\`
-- source/_posts/b.md --
---
title: b
date: 2024-05-02
order: 9
---
-- source/_posts/c.md --
---
title: c
date: 2031-05-02
order: 1
---
-- source/_posts/nameless.md --
---
date: 2024-01-01
---
-- source/_posts/2024-03-03-dated.md --
---
title: dated
---
-- source/_posts/bare/asset.png --
-- source/_posts/bare.md --
---
title: bare
date: 2024-01-02
---
-- source/_posts/folder/f.md --
---
title: f
date: 2023-01-04
---
-- source/_posts/only/g.md --
---
title: g
date: 2023-01-05
categories: [Cat]
---
-- source/_drafts/d.md --
---
title: d
date: 2024-01-03
---
-- source/en/about.md --
---
title: about
---
-- source/raw/readme.md --
# raw
-- source/_hidden/x.txt --
-- source/keep/x.txt --
-- source/downloads/code/one.js --
one
-- source/code/one.js --
two
`;

interface Probe {
  /** Lines of the settings. */
  readonly yaml: string;
  readonly path: string;
  /** What the page holds with the key only; without it, the page is there with the key only. */
  readonly shows?: string;
}

const probe = (yaml: string, path: string, shows?: string): Probe => ({
  yaml,
  path,
  ...(shows !== undefined && { shows }),
});

const PROBES: Readonly<Record<string, Probe>> = {
  title: probe('title: 甲乙', 'index.html', '甲乙|'),
  subtitle: probe('subtitle: 副題', 'index.html', '|副題|'),
  description: probe('description: 描述的話', 'atom.xml', '描述的話'),
  keywords: probe('keywords: [關鍵]', `${DAY.replace('05/01', '05/02')}/b/index.html`, '關鍵'),
  author: probe('author: 某人', 'index.html', '|某人|'),
  email: probe('email: a@example.com', 'atom.xml', 'a@example.com'),
  language: probe('language: ja', POST, 'lang=ja'),
  timezone: probe('timezone: Asia/Taipei', 'atom.xml', '2024-05-01T00:30:00'),
  url: probe('url: https://other.example', 'sitemap.xml', 'https://other.example/'),
  root: probe('root: /blog/', 'index.html', '/blog/x'),
  permalink: probe('permalink: p/:title.html', 'p/a.html'),
  permalink_defaults: probe('permalink: :kind/:title/\npermalink_defaults: {kind: essay}', 'essay/a/index.html'),
  'permalink_pinyin.enable': probe(
    'permalink: 文章/:title/\npermalink_pinyin: {enable: true}',
    'wen-zhang/a/index.html',
  ),
  'permalink_pinyin.separator': probe(
    'permalink: 文章/:title/\npermalink_pinyin: {enable: true, separator: _}',
    'wen_zhang/a/index.html',
  ),
  'permalink_pinyin.lowercase': probe(
    'permalink: X/:title/\npermalink_pinyin: {enable: true, lowercase: false}',
    'X/a/index.html',
  ),
  'auto_dir_categorize.enable': probe('auto_dir_categorize: {enable: true}', 'categories/folder/index.html'),
  'auto_dir_categorize.force': probe('auto_dir_categorize: {enable: true, force: true}', 'categories/only/index.html'),
  'pretty_urls.trailing_index': probe('pretty_urls: {trailing_index: false}', 'index.html', '|/x/|'),
  'pretty_urls.trailing_html': probe('pretty_urls: {trailing_html: false}', 'index.html', '|/x|'),
  tag_dir: probe('tag_dir: t', 't/Tag/index.html'),
  archive_dir: probe('archive_dir: all', 'all/index.html'),
  category_dir: probe('category_dir: c', 'c/Cat/index.html'),
  code_dir: probe('code_dir: code', POST, 'two'),
  i18n_dir: probe('i18n_dir: docs/:lang\nlanguage: [zh-TW, en]', 'en/about.html', 'lang=zh-TW'),
  skip_render: probe('skip_render: raw/**', 'raw/readme.md'),
  new_post_name: probe('new_post_name: :year-:month-:day-:title.md', '2024/03/03/dated/index.html'),
  titlecase: probe('titlecase: true', POST, 'The Art of War'),
  'external_link.enable': probe(
    'external_link: {enable: true}',
    POST,
    'href="https://example.org/" rel="noopener" target="_blank"',
  ),
  'external_link.field': probe(
    'external_link: {enable: true, field: site}',
    'index.html',
    '<a href="https://example.org/" rel="noopener" target="_blank">',
  ),
  'external_link.exclude': probe(
    'external_link: {enable: true, exclude: own.example}',
    POST,
    'href="https://own.example/" rel="noopener">',
  ),
  filename_case: probe('filename_case: 1', 'tags/tag/index.html'),
  render_drafts: probe('render_drafts: true', '2024/01/03/d/index.html'),
  post_asset_folder: probe('post_asset_folder: true', '2024/01/02/bare/asset.png'),
  relative_link: probe('relative_link: true', 'index.html', '|x/index.html|'),
  future: probe('future: true', '2031/05/02/c/index.html'),
  syntax_highlighter: probe('syntax_highlighter: false', POST, 'language-js">\tlet a = 1;'),
  'highlight.enable': probe('highlight: {enable: false}', POST, 'language-js">\tlet a = 1;'),
  'highlight.line_number': probe('highlight: {line_number: true}', POST, 'data-line="1"'),
  'highlight.auto_detect': probe('highlight: {auto_detect: true}', POST, '<span class="hljs-keyword">if</span>'),
  'highlight.tab_replace': probe("highlight: {tab_replace: '··'}", POST, '··'),
  'highlight.line_threshold': probe('highlight: {line_number: true, line_threshold: 5}', POST, 'language-js">\t'),
  'highlight.exclude_languages': probe('highlight: {exclude_languages: [js]}', POST, 'language-js">\tlet'),
  use_filename_as_post_title: probe('use_filename_as_post_title: true', 'index.html', '(nameless)'),
  use_slug_as_post_title: probe('use_slug_as_post_title: true', 'index.html', '(nameless)'),
  default_category: probe('permalink: :category/:title/\ndefault_category: misc', 'misc/b/index.html'),
  category_map: probe('category_map: {Cat: cats}', 'categories/cats/index.html'),
  tag_map: probe('tag_map: {C++: cpp}', 'tags/cpp/index.html'),
  date_format: probe('date_format: DD.MM.YYYY', 'index.html', '02.05.2031'),
  time_format: probe('time_format: HH/mm', 'index.html', '|00/00|'),
  updated_option: probe('updated_option: empty', POST, 'never'),
  per_page: probe('per_page: 2', 'page/2/index.html'),
  pagination_dir: probe('per_page: 2\npagination_dir: p', 'p/2/index.html'),
  theme: probe('theme: other', 'index.html', 'the other theme'),
  theme_config: probe('theme_config: {colour: mine}', 'index.html', '|mine|'),
  include: probe("include: '_hidden/*'", '_hidden/x.txt'),
  exclude: probe("exclude: 'raw/*'", 'raw/readme.html'),
  meta_generator: probe('meta_generator: false', 'index.html', '<meta name="generator"'),
  'index_generator.path': probe('index_generator: {path: blog}', 'blog/index.html'),
  'index_generator.per_page': probe('index_generator: {per_page: 1}', 'page/2/index.html'),
  'index_generator.order_by': probe('index_generator: {order_by: date}', 'index.html', '()(bare)'),
  'index_generator.layout': probe('index_generator: {layout: post}', 'index.html', '<i>'),
  'index_generator.pagination_dir': probe('index_generator: {per_page: 1, pagination_dir: home}', 'home/2/index.html'),
  'archive_generator.enabled': probe('archive_generator: {enabled: false}', 'archives/index.html'),
  'archive_generator.per_page': probe('archive_generator: {per_page: 1}', 'archives/page/2/index.html'),
  'archive_generator.yearly': probe('archive_generator: {yearly: false}', 'archives/2024/index.html'),
  'archive_generator.monthly': probe('archive_generator: {monthly: false}', 'archives/2024/05/index.html'),
  'archive_generator.daily': probe('archive_generator: {daily: true}', 'archives/2024/05/01/index.html'),
  'archive_generator.order_by': probe('archive_generator: {order_by: date}', 'archives/index.html', '()(bare)'),
  'category_generator.per_page': probe('category_generator: {per_page: 1}', 'categories/many/page/2/index.html'),
  'category_generator.order_by': probe(
    'category_generator: {order_by: date}',
    'categories/many/index.html',
    '(older)(newer)',
  ),
  'tag_generator.per_page': probe('tag_generator: {per_page: 1}', 'tags/many/page/2/index.html'),
  'tag_generator.order_by': probe('tag_generator: {order_by: title}', 'tags/many/index.html', '(newer)(older)'),
  'feed.enable': probe('feed: {enable: false}', 'atom.xml'),
  'feed.type': probe('feed: {type: rss2}', 'rss2.xml'),
  'feed.path': probe('feed: {path: feed.xml}', 'feed.xml'),
  'feed.limit': probe('feed: {limit: 1}', 'atom.xml', 'the art of war'),
  'feed.content': probe('feed: {content: false}', 'atom.xml', '<content'),
  alias: probe('alias: {old.html: 2024/05/01/a/}', 'old.html', 'url=/2024/05/01/a/'),
  'sitemap.path': probe('sitemap: {path: map.xml}', 'map.xml'),
};

/** Keys that take something away: what is shown must be gone. */
const TAKES_AWAY = new Set([
  'exclude',
  'meta_generator',
  'archive_generator.enabled',
  'archive_generator.yearly',
  'archive_generator.monthly',
  'feed.enable',
  'feed.limit',
  'feed.content',
]);

/** Without these the others would show what they are to show. */
const BASE =
  'title: 測試\nurl: https://example.com\ntheme: plain\nlanguage: [zh-TW, en]\nexternal_link: {enable: false}\n';
const WITHOUT: Readonly<Record<string, string>> = {
  'external_link.field': 'external_link: {enable: true, field: post}',
  'external_link.exclude': 'external_link: {enable: true}',
  future: 'future: false',
  'highlight.line_threshold': 'highlight: {line_number: true, line_threshold: 0}',
  permalink_defaults: 'permalink: :kind/:title/',
  default_category: 'permalink: :category/:title/',
  pagination_dir: 'per_page: 2',
  'index_generator.pagination_dir': 'index_generator: {per_page: 1}',
  'tag_generator.order_by': 'tag_generator: {order_by: -title}',
};

/** They concern commands and the disk, and are tried in test/cli/hexo-settings.test.ts. */
const TRIED_ELSEWHERE = [
  ...['source_dir', 'public_dir', 'default_layout', 'ignore', 'deploy', 'server.port'],
  ...['hide_posts.enable', 'hide_posts.filter'],
  ...['case', 'collisionSuffix', 'separator'].map((key) => `markdown.anchors.${key}`),
];

const MORE = `
-- themes/other/layout/index.njk --
the other theme
-- source/_posts/older.md --
---
title: older
date: 2020-01-01
tags: many
categories: many
---
-- source/_posts/newer.md --
---
title: newer
date: 2020-02-01
tags: many
categories: many
---
`;

function find(yaml: string, { path, shows = '' }: Probe): boolean {
  // The stronger line stands last, and a key may stand but once.
  const keys = new Set(yaml.split('\n').map((line) => line.split(':')[0]));
  const base = BASE.split('\n').filter((line) => !keys.has(line.split(':')[0]));
  const site = openSite(`-- _config.yml --\n${base.join('\n')}\n${yaml}\n${FILES}${MORE}`);
  site.build();
  return site.outputs().get(path)?.includes(shows) ?? false;
}

describe('a setting of Hexo', () => {
  const same = [...hexoSettings].filter(([, { fate }]) => fate === 'same').map(([key]) => key);

  test('that is said to be the same is tried', () => {
    expect([...Object.keys(PROBES), ...TRIED_ELSEWHERE].sort()).toEqual(same.sort());
  });

  test.each(Object.entries(PROBES))('%s does what it does in Hexo', (key, one) => {
    const isThere = !TAKES_AWAY.has(key);
    expect([find(one.yaml, one), find(WITHOUT[key] ?? '', one)]).toEqual([isThere, !isThere]);
  });
});

describe('what becomes of a key', () => {
  test.each([
    ['highlight.wrap', 'left'],
    ['highlight.line_number', 'same'],
    ['marked.breaks', 'mapped'],
    ['marked.gfm', 'left'],
    ['math.macros', 'same'],
    ['math.engine', 'left'],
    ['search.enable', 'same'],
    ['search.path', 'left'],
    ['algolia.applicationID', 'left'],
    ['category_map', 'same'],
    ['nothing', undefined],
    ['nothing.at.all', undefined],
    ['constructor', undefined],
  ])('%s: %s', (key, fate) => {
    expect(fateOf(key)?.fate).toBe(fate);
  });

  test('plugins’ keys are known, and none of ours', () => {
    expect([isForeign('algolia'), isForeign('marked'), isForeign('titel')]).toEqual([true, true, false]);
  });

  test('every key of the front matter in the description of Hexo has its fate', () => {
    const keys =
      'layout title date updated comments tags tag categories category permalink excerpt published lang language disableNunjucks photos photo link description keywords sticky hidden sitemap draft titlecase id author post_link copyright copyright_reprint header direction mathjax sidebar toc reward_settings quicklink noindex type post_edit';
    expect(keys.split(' ').filter((key) => !hexoFrontMatter.has(key))).toEqual([]);
  });
});
