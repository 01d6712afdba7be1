import { expect, test } from 'vitest';
import type { ContentGraph } from '../../../../src/model/graph.ts';
import type { Post } from '../../../../src/model/post.ts';
import { createFixture, drawn, drawTemplate, type Given, graph, posts } from '../support.ts';

const linesOf = (given: Given, ...args: readonly unknown[]): string[] =>
  createFixture(given)
    .call('open_graph', ...args)
    .split('\n');

/** The site with more in the front matter of one post. */
function withFrontMatter(frontMatter: Post['frontMatter']): ContentGraph {
  const post = { ...posts.jerry, frontMatter };
  return { ...graph, byId: new Map([...graph.byId, [post.id, post]]) };
}

test('open_graph tells what a post is', () => {
  const description = '關於 勾股定理 &amp; &quot;其他&quot;';
  expect(linesOf({ page: drawn.post, config: { description: '站' } })).toEqual([
    `<meta name="description" content="${description}">`,
    '<meta property="og:type" content="article">',
    '<meta property="og:title" content="勾股定理">',
    '<meta property="og:url" content="https://example.com/posts/%E5%8B%BE%E8%82%A1%E5%AE%9A%E7%90%86/">',
    '<meta property="og:site_name" content="墨經">',
    `<meta property="og:description" content="${description}">`,
    '<meta property="og:locale" content="zh_TW">',
    '<meta property="og:image" content="https://example.com/images/%E5%9C%96.png">',
    '<meta property="article:published_time" content="2024-05-01T00:30:00.000Z">',
    '<meta property="article:modified_time" content="2024-05-01T00:30:00.000Z">',
    '<meta property="article:author" content="墨翟">',
    '<meta property="article:tag" content="數學">',
    '<meta property="article:tag" content="幾何">',
    '<meta name="twitter:card" content="summary">',
    '<meta name="twitter:image" content="https://example.com/images/%E5%9C%96.png">',
  ]);
});

test('names are escaped, and the day of the last change is told', () => {
  const lines = linesOf({ page: drawn.jerry });
  expect(lines).toContain('<meta property="og:title" content="Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;">');
  expect(lines).toContain('<meta property="article:tag" content="a&quot;b&lt;c">');
  expect(lines).toContain('<meta property="article:modified_time" content="2024-03-31T16:00:00.000Z">');
});

test('open_graph tells what a list is, with the site’s own words', () => {
  expect(linesOf({ page: drawn.home, config: { description: '<b>站</b>', author: '' } })).toEqual([
    '<meta name="description" content="站">',
    '<meta property="og:type" content="website">',
    '<meta property="og:title" content="墨經">',
    '<meta property="og:url" content="https://example.com/">',
    '<meta property="og:site_name" content="墨經">',
    '<meta property="og:description" content="站">',
    '<meta property="og:locale" content="zh_TW">',
    '<meta name="twitter:card" content="summary">',
  ]);
  expect(linesOf({ page: drawn.category })).toContain('<meta property="og:title" content="代數">');
  expect(linesOf({ page: drawn.home }).join()).not.toContain('description');
});

test('options come before what the page says', () => {
  const options = {
    title: '題',
    type: 'book',
    url: 'https://x.example/',
    site_name: '站',
    description: '"述"',
    language: 'ja',
    twitter_card: 'summary_large_image',
    twitter_id: 'modi',
    twitter_site: '@site',
    twitter_image: '/t.png',
    fb_admins: '1',
    fb_app_id: '2',
    image: '/i.png',
  };
  expect(linesOf({ page: drawn.post }, options)).toEqual([
    '<meta name="description" content="&quot;述&quot;">',
    '<meta property="og:type" content="book">',
    '<meta property="og:title" content="題">',
    '<meta property="og:url" content="https://x.example/">',
    '<meta property="og:site_name" content="站">',
    '<meta property="og:description" content="&quot;述&quot;">',
    '<meta property="og:locale" content="ja_JP">',
    '<meta property="og:image" content="https://example.com/i.png">',
    '<meta name="twitter:card" content="summary_large_image">',
    '<meta name="twitter:image" content="https://example.com/t.png">',
    '<meta name="twitter:creator" content="@modi">',
    '<meta name="twitter:site" content="@site">',
    '<meta property="fb:admins" content="1">',
    '<meta property="fb:app_id" content="2">',
  ]);
});

test('dates and the author can be given', () => {
  const lines = linesOf({ page: drawn.post }, { date: new Date(0), updated: '2024-02-02', author: '惠施' });
  expect(lines).toContain('<meta property="article:published_time" content="1970-01-01T00:00:00.000Z">');
  expect(lines).toContain('<meta property="article:modified_time" content="2024-02-02">');
  expect(lines).toContain('<meta property="article:author" content="惠施">');
});

test('`false` leaves a value out', () => {
  const no = {
    description: false,
    image: false,
    date: false,
    updated: false,
    site_name: false,
    language: false,
    author: false,
  };
  const html = linesOf({ page: drawn.post }, no).join('\n');
  for (const word of ['description', 'image', 'time', 'site_name', 'locale', 'author'])
    expect(html).not.toContain(word);
  expect(html).toContain('og:title');
});

test('several pictures are shown if they are asked for', () => {
  const lines = linesOf({ page: drawn.post }, { images: ['/a.png', 'https://x.example/b.png'] });
  expect(lines.filter((line) => line.includes('og:image'))).toEqual([
    '<meta property="og:image" content="https://example.com/a.png">',
    '<meta property="og:image" content="https://x.example/b.png">',
  ]);
});

test('a cover, an author and key words in the front matter are heard', () => {
  const site = withFrontMatter({ cover: '/c.png', author: '公孫龍', keywords: ['白馬', '堅白'] });
  const lines = linesOf({ page: drawn.jerry, graph: site });
  expect(lines).toContain('<meta property="og:image" content="https://example.com/c.png">');
  expect(lines).toContain('<meta property="article:author" content="公孫龍">');
  expect(lines.filter((line) => line.includes('article:tag'))).toEqual([
    '<meta property="article:tag" content="白馬">',
    '<meta property="article:tag" content="堅白">',
  ]);
});

function dataOf(given: Given): { '@graph': Record<string, unknown>[] } {
  const html = createFixture(given).call('json_ld');
  return JSON.parse(/^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html)?.[1] ?? 'null');
}

test('json_ld describes a post and its place', () => {
  const {
    '@graph': [post, trail],
  } = dataOf({ page: drawn.jerry, config: { url: 'https://example.com/blog' } });
  expect(post).toEqual({
    '@type': 'BlogPosting',
    headline: 'Tom & <b>Jerry</b>',
    url: 'https://example.com/blog/posts/jerry/',
    mainEntityOfPage: 'https://example.com/blog/posts/jerry/',
    datePublished: '2024-03-14T16:00:00.000Z',
    dateModified: '2024-03-31T16:00:00.000Z',
    author: { '@type': 'Person', name: '墨翟' },
    description: '關於 jerry & "其他"',
    keywords: ['數學', 'a"b<c'],
    wordCount: 7,
    inLanguage: 'zh-Hant-TW',
  });
  expect(trail).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: '墨經', item: 'https://example.com/blog/' },
      {
        '@type': 'ListItem',
        position: 2,
        name: '數學',
        item: 'https://example.com/blog/categories/%E6%95%B8%E5%AD%B8/',
      },
      {
        '@type': 'ListItem',
        position: 3,
        name: '代數',
        item: 'https://example.com/blog/categories/%E6%95%B8%E5%AD%B8/%E4%BB%A3%E6%95%B8/',
      },
      { '@type': 'ListItem', position: 4, name: 'Tom & <b>Jerry</b>' },
    ],
  });
});

test('json_ld describes the site, and where a category stands', () => {
  expect(dataOf({ page: drawn.home, config: { description: '站' } })['@graph']).toEqual([
    { '@type': 'WebSite', name: '墨經', url: 'https://example.com/', description: '站', inLanguage: 'zh-Hant-TW' },
  ]);
  const [trail] = dataOf({ page: drawn.category })['@graph'];
  expect(JSON.stringify(trail)).toMatch(/"name":"墨經".*"name":"數學".*"position":3,"name":"代數"}/);
  expect(createFixture({ page: drawn.archive }).call('json_ld')).toBe('');
});

test('no title can close the script', () => {
  const post = { ...posts.jerry, title: '</script><script>alert(1)//<!--' };
  const site = { ...graph, byId: new Map([...graph.byId, [post.id, post]]) };
  const html = createFixture({ page: drawn.jerry, graph: site }).call('json_ld');
  expect(html.match(/<\/?script/g)).toHaveLength(2);
  expect(html).not.toContain('<!--');
  expect(dataOf({ page: drawn.jerry, graph: site })['@graph'][0]?.headline).toBe(post.title);
});

test('meta_generator names the generator, or nothing', () => {
  expect(createFixture().call('meta_generator')).toBe('<meta name="generator" content="Mojing">');
  expect(createFixture({ config: { meta_generator: false } }).call('meta_generator')).toBe('');
});

test('search_form leads to the site’s own search', () => {
  const config = { url: 'https://example.com/blog' };
  const { call } = createFixture({ config });
  expect(call('search_form')).toBe(
    '<form action="/blog/search/" method="get" role="search" class="search-form"><input type="search" name="q" class="search-form-input" placeholder="Search" aria-label="Search"></form>',
  );
  expect(call('search_form', { class: 's', text: '搜尋', button: true })).toBe(
    '<form action="/blog/search/" method="get" role="search" class="s"><input type="search" name="q" class="s-input" placeholder="搜尋" aria-label="搜尋"><button type="submit" class="s-submit">搜尋</button></form>',
  );
  expect(call('search_form', { button: '<找>' })).toContain('>&lt;找&gt;</button>');
  expect(createFixture({ config: { search: false } }).call('search_form')).toBe('');
});

test('templates print the head as it is', () => {
  expect(drawTemplate("{{ open_graph(twitter_id='x') }}", { page: drawn.about })).toContain(
    '\n<meta name="twitter:creator" content="@x">',
  );
  expect(drawTemplate('{{ json_ld() }}', { page: drawn.post })).toMatch(/^<script type="application\/ld\+json">\{/);
});
