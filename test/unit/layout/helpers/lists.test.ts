import { expect, test } from 'vitest';
import { categories, createFixture, drawn, drawTemplate, emptyGraph, graph, posts, tags } from '../support.ts';

const { call, views } = createFixture();
const NOTES = '%E9%9B%9C%E8%A8%98';
const MATHS = '%E6%95%B8%E5%AD%B8';
const ALGEBRA = `${MATHS}/%E4%BB%A3%E6%95%B8`;
const GEOMETRY = '%E5%B9%BE%E4%BD%95';
const upper = (name: unknown): string => String(name).toUpperCase();

function tagItem(url: string, html: string, count: number): string {
  return `<li class="tag-list-item"><a class="tag-list-link" href="/tags/${url}/" rel="tag">${html}</a><span class="tag-list-count">${count}</span></li>`;
}

test('list_tags lists all tags by name with their counts, names escaped', () => {
  const items = tagItem('a-b-c', 'a&quot;b&lt;c', 1) + tagItem(GEOMETRY, '幾何', 1) + tagItem(MATHS, '數學', 3);
  expect(call('list_tags')).toBe(`<ul class="tag-list" itemprop="keywords">${items}</ul>`);
});

test('list_tags lists the tags it is given', () => {
  expect(call('list_tags', views.terms([tags.maths]))).toBe(
    `<ul class="tag-list" itemprop="keywords">${tagItem(MATHS, '數學', 3)}</ul>`,
  );
  expect(call('list_tags', views.post(posts.sharp.id)?.tags, { show_count: false })).not.toContain('count');
});

test.each([
  [{ orderby: 'length', order: -1, amount: 1 }, ['數學']],
  [{ order: -1 }, ['數學', '幾何', 'a&quot;b&lt;c']],
  [{ amount: 2 }, ['a&quot;b&lt;c', '幾何']],
  [{ transform: upper }, ['A&quot;B&lt;C', '幾何', '數學']],
])('list_tags(%j)', (options, names) => {
  const html = call('list_tags', options);
  expect([...html.matchAll(/rel="tag">(.*?)<\/a>/g)].map(([, name]) => name)).toEqual(names);
});

test('list_tags in one line', () => {
  const options = { style: false, separator: ' · ', suffix: '#x' };
  expect(call('list_tags', views.terms([tags.geometry, tags.maths]), options)).toBe(
    `<a class="tag-link" href="/tags/${GEOMETRY}/#x" rel="tag">幾何<span class="tag-count">1</span></a> · <a class="tag-link" href="/tags/${MATHS}/#x" rel="tag">數學<span class="tag-count">3</span></a>`,
  );
});

test('the classes of list_tags can be named together or one by one', () => {
  const list = views.terms([tags.maths]);
  expect(call('list_tags', list, { class: 'kw' })).toContain(
    '<ul class="kw-list" itemprop="keywords"><li class="kw-list-item"><a class="kw-list-link"',
  );
  expect(call('list_tags', list, { class: { ul: 'u', li: 'l', a: 'k', count: 'n', label: 'b' } })).toBe(
    `<ul class="u" itemprop="keywords"><li class="l"><a class="k" href="/tags/${MATHS}/" rel="tag"><span class="b">數學</span></a><span class="n">3</span></li></ul>`,
  );
});

test('list_categories nests children in their parents', () => {
  const link = (url: string, name: string, count: number): string =>
    `<a class="category-list-link" href="/categories/${url}/">${name}</a><span class="category-list-count">${count}</span>`;
  const item = (inner: string): string => `<li class="category-list-item">${inner}</li>`;
  const inner = `<ul class="category-list-child">${item(link(ALGEBRA, '代數', 1))}${item(link(`${MATHS}/${GEOMETRY}`, '幾何', 1))}</ul>`;
  expect(call('list_categories')).toBe(
    `<ul class="category-list">${item(link(MATHS, '數學', 2) + inner)}${item(link(NOTES, '雜記', 2))}</ul>`,
  );
});

const namesOf = (html: string): string[] =>
  [...html.matchAll(/-link(?: current)?" href="[^"]*">([^<]*)/g)].map(([, name]) => name ?? '');

test.each([
  [{ depth: 1 }, ['數學', '雜記'], 1],
  [{ depth: 2 }, ['數學', '代數', '幾何', '雜記'], 2],
  [{ depth: -1 }, ['代數', '幾何', '數學', '雜記'], 1],
  [{ depth: 0, order: -1 }, ['雜記', '數學', '幾何', '代數'], 2],
  [{ orderby: 'length', depth: -1, order: 1 }, ['代數', '幾何', '數學', '雜記'], 1],
])('list_categories(%j)', (options, names, lists) => {
  const html = call('list_categories', options);
  expect(namesOf(html)).toEqual(names);
  expect(html.split('<ul').length - 1).toBe(lists);
});

test('a list of categories may be a part of the tree', () => {
  expect(namesOf(call('list_categories', views.term(categories.maths).children))).toEqual(['代數', '幾何']);
  expect(namesOf(call('list_categories', views.post(posts.jerry.id)?.categories))).toEqual(['數學', '代數', '雜記']);
});

test('list_categories in one line, in the order of the tree', () => {
  const html = call('list_categories', { style: 'none', separator: '|', show_count: false, class: 'c', depth: 1 });
  expect(html).toBe(
    `<a class="c-link" href="/categories/${MATHS}/">數學</a>|<a class="c-link" href="/categories/${NOTES}/">雜記</a>`,
  );
  expect(namesOf(call('list_categories', { style: false }))).toEqual(['數學', '代數', '幾何', '雜記']);
  expect(call('list_categories', { style: false })).toContain('代數<span class="category-count">1</span></a>');
});

test('list_categories marks the categories of the page, and those with children', () => {
  const current = (html: string): (string | undefined)[] =>
    [...html.matchAll(/ current" href="[^"]*">([^<]*)/g)].map(([, name]) => name);
  const options = { show_current: true };
  expect(current(createFixture({ page: drawn.jerry }).call('list_categories', options))).toEqual([
    '數學',
    '代數',
    '雜記',
  ]);
  expect(current(createFixture({ page: drawn.category }).call('list_categories', options))).toEqual(['數學', '代數']);
  expect(current(createFixture({ page: drawn.category }).call('list_categories'))).toEqual([]);
  expect(call('list_categories', { children_indicator: 'open' }).match(/list-item open"><a[^>]*>數學/g)).toHaveLength(
    1,
  );
  expect(call('list_categories', { children_indicator: 'open' }).match(/ open"/g)).toHaveLength(1);
});

test('list_archives lists months, newest first', () => {
  const { call: inEnglish } = createFixture({ language: 'en' });
  const item = (path: string, name: string): string =>
    `<li class="archive-list-item"><a class="archive-list-link" href="/archives/${path}/">${name}</a><span class="archive-list-count">1</span></li>`;
  const items = [item('2024/05', 'May 2024'), item('2024/03', 'March 2024'), item('2023/12', 'December 2023')];
  expect(inEnglish('list_archives')).toBe(`<ul class="archive-list">${items.join('')}</ul>`);
  expect(inEnglish('list_archives', { order: 1 })).toBe(`<ul class="archive-list">${items.reverse().join('')}</ul>`);
});

test('list_archives lists years, in one line, in any format', () => {
  const options = { type: 'yearly', style: false, transform: (text: unknown) => `${text}年` };
  expect(call('list_archives', options)).toBe(
    '<a class="archive-link" href="/archives/2024/">2024年<span class="archive-count">2</span></a>, <a class="archive-link" href="/archives/2023/">2023年<span class="archive-count">1</span></a>',
  );
  expect(call('list_archives')).toContain('>2024年5月</a>');
  expect(call('list_archives', { format: 'YYYY/MM', class: 'x' })).toContain(
    '<a class="x-list-link" href="/archives/2024/05/">2024/05</a>',
  );
});

test('list_posts lists the newest posts', () => {
  const item = (path: string, title: string): string =>
    `<li class="post-list-item"><a class="post-list-link" href="/posts/${path}/">${title}</a></li>`;
  const [pythagoras, jerry, sharp] = [
    item('%E5%8B%BE%E8%82%A1%E5%AE%9A%E7%90%86', '勾股定理'),
    item('jerry', 'Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;'),
    item('C%23', 'C#'),
  ];
  expect(call('list_posts')).toBe(`<ul class="post-list">${pythagoras}${jerry}${sharp}</ul>`);
  expect(call('list_posts', { amount: 1 })).toBe(`<ul class="post-list">${pythagoras}</ul>`);
  expect(call('list_posts', { order: 1, amount: 1 })).toBe(`<ul class="post-list">${sharp}</ul>`);
  expect(call('list_posts', views.posts([posts.jerry.id]), { style: false })).toBe(
    '<a class="post-link" href="/posts/jerry/">Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;</a>',
  );
  expect(call('list_posts', { amount: 1, transform: () => '<甲>' })).toContain('>&lt;甲&gt;</a>');
});

test('six posts are enough if nobody asks for more', () => {
  const many = Array.from({ length: 9 }, () => graph.posts[0]).flatMap((post) => (post ? [post] : []));
  const { call: callMany } = createFixture({ graph: { ...graph, posts: many } });
  expect(callMany('list_posts').match(/<li/g)).toHaveLength(6);
  expect(callMany('list_posts', { amount: 8 }).match(/<li/g)).toHaveLength(8);
});

test('of nothing there is no list', () => {
  const empty = createFixture({ graph: emptyGraph });
  for (const name of ['list_tags', 'list_categories', 'list_archives', 'list_posts', 'tagcloud'])
    expect(empty.call(name)).toBe('');
});

test('each list depends on what it shows', () => {
  const cellsOf = (name: string): Set<string> => {
    const fixture = createFixture();
    fixture.call(name);
    return fixture.cells;
  };
  expect(cellsOf('list_tags')).toContain('terms:tag');
  expect(cellsOf('tagcloud')).toContain(`term:tag:${tags.maths.id}`);
  expect(cellsOf('list_categories')).toContain('terms:category');
  expect(cellsOf('list_archives')).toContain('archives');
  expect(cellsOf('list_posts')).toContain('posts');
  expect(cellsOf('list_posts')).toContain(`post:${posts.jerry.id}:meta`);
});

const cloudTags = [tags.awkward, tags.geometry, tags.maths];

test('tagcloud sizes tags by the rank of their counts', () => {
  expect(call('tagcloud')).toBe(
    `<a href="/tags/a-b-c/" style="font-size: 10px;">a&quot;b&lt;c</a> <a href="/tags/${GEOMETRY}/" style="font-size: 10px;">幾何</a> <a href="/tags/${MATHS}/" style="font-size: 20px;">數學</a>`,
  );
  expect(call('tag_cloud')).toBe(call('tagcloud'));
});

test.each([
  [{ min_font: 15, max_font: 30, unit: 'pt' }, ['font-size: 15pt;', 'font-size: 15pt;', 'font-size: 30pt;']],
  [
    { color: true, start_color: '#000', end_color: '#ff8000' },
    ['font-size: 10px; color: #000000;', 'font-size: 10px; color: #000000;', 'font-size: 20px; color: #ff8000;'],
  ],
  [
    { color: true, start_color: 'gray', end_color: 'red', amount: 1 },
    ['font-size: 10px; color: color-mix(in srgb, red 0%, gray);'],
  ],
  [{ color: true, start_color: '#000' }, ['font-size: 10px;', 'font-size: 10px;', 'font-size: 20px;']],
])('tagcloud(%j)', (options, styles) => {
  expect(
    [...call('tagcloud', views.terms(cloudTags), options).matchAll(/style="([^"]*)"/g)].map(([, style]) => style),
  ).toEqual(styles);
});

test('colours and classes between the ends follow the rank, not the count', () => {
  const middle = { ...tags.geometry, posts: [posts.jerry.id, posts.sharp.id] };
  const far = { ...tags.maths, posts: Array.from({ length: 90 }, () => posts.jerry.id) };
  const html = call('tagcloud', views.terms([tags.awkward, middle, far]), {
    class: 'rank',
    level: 4,
    color: true,
    start_color: '#000000',
    end_color: '#ffffff',
  });
  expect([...html.matchAll(/class="([^"]*)"/g)].map(([, name]) => name)).toEqual(['rank-0', 'rank-2', 'rank-4']);
  expect([...html.matchAll(/font-size: (\d+)px; color: (#\w+)/g)].map(([, size, color]) => [size, color])).toEqual([
    ['10', '#000000'],
    ['15', '#808080'],
    ['20', '#ffffff'],
  ]);
});

test('tagcloud shows counts, orders and parts tags as it is told', () => {
  const options = {
    orderby: 'length',
    order: -1,
    amount: 1,
    show_count: true,
    transform: (name: unknown) => `${name}!`,
  };
  expect(call('tagcloud', options)).toBe(
    `<a href="/tags/${MATHS}/" style="font-size: 10px;">數學!<span class="count">3</span></a>`,
  );
  expect(call('tagcloud', { ...options, count_class: 'n', amount: 2, separator: '<br>' })).toMatch(
    /<span class="n">3<\/span><\/a><br><a/,
  );
});

test('a random order is the same in every build', () => {
  expect(call('tagcloud', { orderby: 'random' })).toBe(createFixture().call('tagcloud', { orderby: 'random' }));
  expect(call('tagcloud', { orderby: 'random' }).match(/<a /g)).toHaveLength(3);
});

test('templates call lists with options, keywords and macros', () => {
  const template = `{% macro shout(name) %}<b>{{ name }}</b>{% endmacro %}{{ list_tags(site.tags, { show_count: false, amount: 1, transform: shout }) }}`;
  expect(drawTemplate(template)).toBe(
    '<ul class="tag-list" itemprop="keywords"><li class="tag-list-item"><a class="tag-list-link" href="/tags/a-b-c/" rel="tag"><b>a&quot;b&lt;c</b></a></li></ul>',
  );
  expect(drawTemplate("{{ list_posts(site.posts, amount=1, style='', class='p') }}")).toMatch(
    /^<a class="p-link" href="[^"]*">勾股定理<\/a>$/,
  );
});
