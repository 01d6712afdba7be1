/**
 * Small sites at random, and edits of them at random: what a writer may do between two builds.
 *
 * Each template shows one thing: a theme that shows everything everywhere would be drawn
 * anew for everything, and hide what is forgotten.
 */
import fc from 'fast-check';
import type { OpenSite } from '../support/site.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What stands in a post: its front matter, and pieces of its body. */
interface RandomPost {
  readonly fields: Fields;
  readonly body: readonly string[];
}

const TITLES = ['題一', '題二', '$x^2$ 題', '<b>題</b> & "四"', 'p1', ''];
const DAYS = ['2024-01-01', '2024-01-02', '2024-02-01 08:30', '2025-03-04', '2099-01-01'];
const TAGS = [[], ['甲'], ['甲', '乙'], ['C', 'C++'], ['c', '丙'], '乙'];
const CATEGORIES = [[], ['子'], ['子', '丑'], [['子', '丑'], ['寅']], [['子', '卯'], ['子']], 'C++'];
const PERMALINKS = [undefined, undefined, undefined, 'own/', 'own/page.html', 'C#/100%/', 'own'];
const BODIES = [
  '正文',
  '## 標題\n\n文 **粗**',
  '行內 $x^2$ 與 $\\nope$',
  '$$\ny = 1 \\tag{1}\n$$',
  '\\begin{equation}\nz\\label{eq:z}\n\\end{equation}',
  '[[p1#eq:z]] \\eqref{p2:eq:z} $\\ref{題二:eq:z}$ [[p3#eq-1]]',
  '{% post_link p1 %} {% post_link 題二 文字 %}',
  '[鏈](/2024/01/02/p2/) [頁](/about/) [無](/nowhere/)',
  '[站](p1.md) [C#](/C%23/100%25/)',
  '![圖](/a.svg)',
  '![圖](b.png)',
  '{% asset_img b.png %}',
  '{% nope %} `code`',
  '前言\n\n<!-- more -->\n\n後語',
  '註[^1]\n\n[^1]: 腳註',
  '```js\nlet a = 1;\n```',
  '[檔](/files/x.txt)',
  '{% include_code x.js %}',
  '{% note %}\n內 **文**\n{% endnote %}',
];

const pick = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

/** What a page of any kind may show of the site. */
const SITE = [
  '{{ config.title }} {{ theme.color }}',
  '{{ __("menu.home") }}',
  '{{ site.posts.length }}',
  '{% for p in site.posts.limit(2) %}{{ p.title }} {{ url_for(p.path) }}{% endfor %}',
  '{% for p in site.posts.sort("title") %}{{ p.slug }}{% endfor %}',
  '{% for p in site.posts.find({ lang: "en" }) %}{{ p.permalink }}{% endfor %}',
  '{% for p in site.pages %}{{ p.title }}{{ p.path }}{% endfor %}',
  '{% for t in site.tags %}{{ t.name }} {{ t.length }} {{ url_for(t.path) }}{% endfor %}',
  '{% for t in site.tags %}{% for p in t.posts %}{{ p.title }}{% endfor %}{% endfor %}',
  '{% for c in site.categories %}{{ c.name }} {{ c.slug }} {{ c.parent.name }} {{ c.children.length }} {{ c.depth }}{% endfor %}',
  '{% for c in site.categories %}{% for d in c.children %}{{ d.permalink }}{% for p in d.posts %}{{ p.date }}{% endfor %}{% endfor %}{% endfor %}',
  '{% for s in site.series %}{{ s.name }}{% for p in s.posts %}{{ p.title }}{% endfor %}{% endfor %}',
  ...[
    'p.series.index }}/{{ p.series.total',
    'p.prev.title }} {{ p.next.slug',
    'p.custom }} {{ p.custom.deep',
    'p.content',
    'p.excerpt',
    'p.description }} {{ p.words | dump }} {{ p.math',
    'p.tags.length }} {{ p.tags[0].length }} {{ p.tags[0].path',
    'p.categories.length }} {{ p.category_paths[0][0].length',
    'date(p.updated, "LL") }} {{ p.lang }} {{ p.sticky',
    'p.related.length }} {{ p.backlinks.length',
  ].map((shown) => `{% for p in site.posts %}{{ ${shown} }} {% endfor %}`),
  '{{ site.data | dump | safe }}',
  '{{ list_tags() }}',
  '{{ list_categories() }}',
  '{{ list_archives() }}',
  '{{ list_posts() }}',
  '{{ tagcloud() }}',
  '{{ url_for("/about/") }} {{ url_for("C#/100%/") }} {{ full_url_for("own/") }}',
  '{% include "partial/piece.njk" ignore missing %}',
];

/** What the page of a post or of a page may show of it. */
const OWN = [
  '{{ page.title }} {{ page.title_html }}',
  '{{ page.content }}',
  '{{ page.excerpt }}',
  '{{ page.more }}',
  '{{ page.description }}',
  '{{ page.words | dump }} {{ page.minutes }} {{ page.math }} {{ page.images | dump }}',
  '{{ toc(page.content) }}',
  '{{ page.headings | dump | safe }}',
  '{{ page.date }} {{ page.updated }} {{ page.lang }}',
  '{{ page.prev.title }} {{ page.next.path }}',
  '{{ page.prev.excerpt }} {{ page.next.content }}',
  '{% for t in page.tags %}{{ t.name }} {{ t.path }} {{ t.length }}{% endfor %}',
  '{% for c in page.categories %}{{ c.name }} {{ c.parent.length }}{% endfor %}',
  '{% for path in page.category_paths %}{% for c in path %}{{ c.name }}{% endfor %}{% endfor %}',
  '{% if page.series %}{{ page.series.index }}/{{ page.series.total }}{% for p in page.series.posts %}{{ p.title }}{% endfor %}{% endif %}',
  '{% for p in page.related %}{{ p.title }}{% endfor %}',
  '{% for p in page.backlinks %}{{ p.title }}{% endfor %}',
  '{{ page.custom }} {{ page.custom.deep }}',
  '{{ open_graph() }}',
  '{{ json_ld() }}',
  '{{ page.slug }} {{ page.source }} {{ page.sticky }} {{ page.comments }}',
];

/** What a list may show of its posts. */
const LIST = [
  '{{ page.current }}/{{ page.total }} {{ paginator() }}',
  '{% for p in page.posts %}{{ p.title }}{% endfor %}',
  '{% for p in page.posts %}{{ p.excerpt }}{% endfor %}',
  '{% for p in page.posts %}{{ p.content }}{% endfor %}',
  '{% for p in page.posts %}{{ p.description }} {{ p.minutes }}{% endfor %}',
  '{% for p in page.posts %}{{ date(p.date, "LL") }}{% for t in p.tags %}{{ t.name }}{% endfor %}{% endfor %}',
  '{% for p in page.posts %}{{ p.path }}{{ p.next.title }}{% endfor %}',
  '{{ page.tag }} {{ page.category }} {{ page.year }} {{ page.month }} {{ page.term.slug }}',
  '{% for c in page.term.children %}{{ c.name }} {{ c.length }}{% endfor %}',
  '{{ open_graph() }}{{ json_ld() }}',
];

const FIELDS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  title: pick(TITLES),
  date: pick(DAYS),
  updated: pick([undefined, undefined, '2024-06-01']),
  tags: pick(TAGS),
  categories: pick(CATEGORIES),
  permalink: pick(PERMALINKS),
  layout: fc.oneof(
    { weight: 8, arbitrary: fc.nat({ max: OWN.length - 1 }).map((n) => `own-${n}`) },
    { weight: 1, arbitrary: pick([undefined, 'index', false, 'nowhere']) },
  ),
  series: pick([undefined, '系列', '別的']),
  sticky: pick([undefined, 1, 5]),
  hidden: pick([undefined, true]),
  draft: pick([undefined, undefined, true]),
  lang: pick([undefined, undefined, 'en']),
  excerpt: pick([undefined, undefined, '摘 *要*']),
  description: pick([undefined, undefined, '描述']),
  custom: pick([undefined, '一', { deep: 2 }]),
  sitemap: pick([undefined, undefined, false]),
};

const body = fc.array(pick(BODIES), { minLength: 0, maxLength: 3 });
const post: fc.Arbitrary<RandomPost> = fc.record({ fields: fc.record(FIELDS), body });

const CONFIG = [
  'per_page: 1',
  'per_page: 2',
  'permalink: ":title/"',
  'permalink: ":category/:title.html"',
  'title: 別的',
  'url: https://example.com/blog',
  'future: false',
  'render_drafts: true',
  'language: en',
  'feed: {limit: 1}',
  'feed: false',
  'feed: {type: rss2}',
  'index_generator: {order_by: title}',
  'archive_generator: {daily: true}',
  'series: false',
  'post_asset_folder: true',
  'timezone: Asia/Taipei',
  'theme_config: {color: 綠}',
  'tag_map: {甲: jia}',
  'math: false',
  'skip_render: "files/**"',
  'pretty_urls: {trailing_html: false}',
  'front_matter: {permalink: title}',
  'permalink_pinyin: {enable: true}',
  'auto_dir_categorize: {enable: true}',
];

const drawSquare = (side: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"/>`;

/** Files beside the posts, each with what it may hold; `undefined` is none. */
const FILES: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'source/a.svg': [undefined, 'no picture', drawSquare(3), drawSquare(4)],
  'source/_posts/b.png': [undefined, 'png'],
  'source/_posts/p1/b.png': [undefined, 'png'],
  'source/files/x.txt': [undefined, 'x'],
  'source/files/y.md': [undefined, '# y'],
  'source/downloads/code/x.js': [undefined, 'let x;', 'let y;'],
  'source/about/index.md': [
    undefined,
    '---\ntitle: 關於\n---\n{% post_link p1 %}',
    '---\ntitle: 我\ntags: 甲\n---\n$x$',
  ],
  'source/index.md': [undefined, '---\ntitle: 首頁\n---\n歡迎'],
  'source/tags/index.md': [undefined, '---\ntitle: 標籤\ntype: tags\n---\n', '---\ntitle: 標籤\n---\n文'],
  'source/own/index.md': [undefined, '佔'],
  'source/own': [undefined, 'a file'],
  'source/sitemap.xml': [undefined, '<urlset/>'],
  'source/atom.xml': [undefined, '<feed/>'],
  'source/404.md': [undefined, '沒有'],
  'source/_data/links.yml': [undefined, '- 甲', '- 乙', 'a: b: c'],
  'themes/plain/languages/zh-TW.yml': [undefined, 'menu: {home: 首頁}', 'menu: {home: 家}'],
  'themes/plain/languages/en.yml': [undefined, 'menu: {home: Home}'],
  '_config.plain.yml': [undefined, 'color: 紅', 'color: 藍'],
  'themes/plain/layout/partial/piece.njk': [
    undefined,
    '{{ site.posts.first().title }}',
    '{{ site.tags.length }}',
    '{{ nope() }}',
  ],
  'themes/plain/layout/404.njk': [undefined, '404'],
  'themes/plain/layout/tags.njk': [undefined, '{% for t in site.tags %}{{ t.name }}{% endfor %}{{ page.content }}'],
  'themes/plain/layout/layout.njk': [undefined, '<html>{{ body | safe }}</html>'],
  'themes/plain/source/a.css': [undefined, 'a', 'b'],
};

export interface RandomSite {
  readonly posts: readonly RandomPost[];
  /** What each kind of list shows. */
  readonly lists: Readonly<Record<ListName, string>>;
  readonly config: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

const LISTS = ['index', 'archive', 'tag', 'category'] as const;
type ListName = (typeof LISTS)[number];

const lists: fc.Arbitrary<RandomSite['lists']> = fc.record({
  index: pick(LIST),
  archive: pick(LIST),
  tag: pick(LIST),
  category: pick(LIST),
});
const file = pick(Object.keys(FILES)).chain((path) => fc.tuple(fc.constant(path), pick(FILES[path] ?? [])));
const config = fc.subarray(CONFIG, { maxLength: 2 });

/** A site of a few posts. */
export const randomSite: fc.Arbitrary<RandomSite> = fc.record({
  posts: fc.array(post, { minLength: 1, maxLength: 5 }),
  lists,
  config,
  files: fc
    .array(file, { maxLength: 6 })
    .map((some) => Object.fromEntries(some.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])))),
});

const writePost = ({ fields, body: pieces }: RandomPost): string => {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return `---\n${lines.join('\n')}\n---\n${pieces.join('\n\n')}\n`;
};

const writeConfig = (lines: readonly string[]): string => {
  const own = new Map(
    ['title: 測試', 'url: https://example.com', 'theme: plain', 'language: zh-TW', ...lines].map((line) => [
      line.split(':')[0],
      line,
    ]),
  );
  return [...own.values(), ''].join('\n');
};

const writeTemplate = (piece: string): string => `<head></head><main>${piece}</main>`;

/** A layout for each thing that can be shown, a page for each thing that any page may show, and one that asks for all that a post may ask for. */
const SHOWCASE: readonly [string, string][] = [
  ...OWN.map((piece, at): [string, string] => [`themes/plain/layout/own-${at}.njk`, writeTemplate(piece)]),
  ...SITE.map((piece, at): [string, string] => [`themes/plain/layout/site-${at}.njk`, writeTemplate(piece)]),
  ...SITE.map((_piece, at): [string, string] => [`source/show/${at}.md`, `---\nlayout: site-${at}\n---\n`]),
  ['source/show/asking.md', `---\nlayout: own-1\n---\n${BODIES.join('\n\n')}\n`],
];

/** The files of a site. */
export function writeSite(site: RandomSite): Map<string, string> {
  return new Map([
    ...SHOWCASE,
    ['_config.yml', writeConfig(site.config)],
    ...LISTS.map((name): [string, string] => [`themes/plain/layout/${name}.njk`, writeTemplate(site.lists[name])]),
    ...site.posts.map((one, at): [string, string] => [`source/_posts/p${at}.md`, writePost(one)]),
    ...Object.entries(site.files),
  ]);
}

/** Something that a writer does to an open site. */
export interface Edit {
  readonly what: string;
  readonly apply: (site: OpenSite) => void;
}

/** An edit that a counterexample shows as what it does. */
const edit = (what: string, apply: Edit['apply']): Edit =>
  Object.assign({ what, apply }, { [fc.toStringMethod]: () => what });

const put = (what: string, path: string, text: string | undefined): Edit =>
  edit(`${what} ${path}: ${text}`, (site) => {
    if (text !== undefined) site.add(path, text);
    else if (site.sources().has(path)) site.remove(path);
  });

/** The `n`-th of the posts that are there, or one of that number. */
function findPost(site: OpenSite, n: number): string {
  const paths = [...site.sources().keys()]
    .filter((path) => path.startsWith('source/_posts/') && path.endsWith('.md'))
    .sort();
  return paths[n % Math.max(1, paths.length)] ?? `source/_posts/p${n}.md`;
}

const which = fc.nat({ max: 5 });
const field = pick(Object.keys(FIELDS)).chain((key) =>
  fc.tuple(fc.constant(key), FIELDS[key] ?? fc.constant(undefined)),
);

/** Edits the text of a post. */
const editPost = (what: string, n: number, change: (text: string) => string): Edit =>
  edit(`post ${n}: ${what}`, (site) => {
    const path = findPost(site, n);
    const text = site.sources().get(path);
    if (typeof text === 'string') site.add(path, change(text));
  });

const setField = fc.tuple(which, field).map(([n, [key, value]]) =>
  editPost(`${key} = ${JSON.stringify(value)}`, n, (text) => {
    const lines = text.split('\n').filter((line, at) => at === 0 || !line.startsWith(`${key}: `));
    if (value !== undefined) lines.splice(1, 0, `${key}: ${JSON.stringify(value)}`);
    return lines.join('\n');
  }),
);

const setBody = fc
  .tuple(which, body)
  .map(([n, pieces]) =>
    editPost(
      `body ${JSON.stringify(pieces)}`,
      n,
      (text) => `${text.slice(0, text.indexOf('\n---\n') + 5)}${pieces.join('\n\n')}\n`,
    ),
  );

const rename = fc.tuple(which, pick(['q', 'p1', 'P1', 'z/p1', '題二'])).map(([n, to]) =>
  edit(`post ${n} → ${to}`, (site) => {
    const path = findPost(site, n);
    if (site.sources().has(path)) site.rename(path, `source/_posts/${to}.md`);
  }),
);

const remove = which.map((n) =>
  edit(`post ${n} deleted`, (site) => {
    const path = findPost(site, n);
    if (site.sources().has(path)) site.remove(path);
  }),
);

/** Any edit. */
export const randomEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 8, arbitrary: setField },
  { weight: 3, arbitrary: setBody },
  { weight: 1, arbitrary: rename },
  {
    weight: 2,
    arbitrary: fc.tuple(which, post).map(([n, one]) => put('new', `source/_posts/p${n}.md`, writePost(one))),
  },
  { weight: 2, arbitrary: remove },
  { weight: 5, arbitrary: file.map(([path, text]) => put('file', path, text)) },
  { weight: 1, arbitrary: config.map((lines) => put('config', '_config.yml', writeConfig(lines))) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pick(LISTS), lists)
      .map(([list, texts]) => put('template', `themes/plain/layout/${list}.njk`, writeTemplate(texts[list]))),
  },
);
