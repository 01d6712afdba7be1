/**
 * The search in a build: which files there are, how few of them an edit touches, and that
 * nothing of it is left when it is switched off.
 */
import { expect, test } from 'vitest';
import { createMemos } from '../../src/build/site-work.ts';
import { type OpenSite, openSite } from '../support/site.ts';

const theme = '-- themes/plain/layout/search.njk --\n<main>{{ page.kind }}</main>\n';
const words = ['梯度下降', '神經網路', '機率密度', '正規方程', '卡爾曼濾波', '變分推論', '隨機過程', '凸最佳化'];

function writePosts(count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const body = Array.from({ length: 60 }, (_, word) => words[(at * word + word) % words.length]).join(`${at}，`);
    const date = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
    return `-- source/_posts/p${at}.md --\n---\ntitle: 第${at}篇\ndate: ${date}\ntags: [甲]\n---\n${body}\n`;
  }).join('');
}

function openBlog(count = 12, more = ''): OpenSite {
  return openSite(theme + writePosts(count) + more);
}

function listIndex(site: OpenSite): Map<string, string> {
  return new Map([...site.outputs()].filter(([path]) => path.startsWith('search/') && path !== 'search/index.html'));
}

function expectClean(site: OpenSite): void {
  const clean = openSite(site.sources());
  clean.build();
  expect([...listIndex(site)]).toEqual([...listIndex(clean)]);
}

test('a site has a page to search on, and an index', () => {
  const site = openBlog();
  site.build();
  expect(site.main('search/index.html')).toBe('search');
  const files = [...listIndex(site).keys()];
  expect(files).toContain('search/index.json');
  for (const kind of ['terms', 'texts', 'cards'])
    expect(files.some((path) => path.startsWith(`search/${kind}/`))).toBe(true);
  const { posts } = JSON.parse(site.file('search/index.json'));
  expect(posts).toBe(12);
});

test('an edit renders one post and touches few files', () => {
  const site = openBlog(200);
  site.build();
  const before = listIndex(site);
  site.edit('source/_posts/p100.md', '梯度下降', '編輯標記');
  site.build();
  expect(site.ran().rendered).toBe(1);
  const after = listIndex(site);
  const touched = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(touched.filter((path) => path.startsWith('search/texts/'))).toHaveLength(1);
  expect(touched.filter((path) => path.startsWith('search/cards/'))).toHaveLength(0);
  expect(before.size).toBeGreaterThan(20);
  expect(touched.length).toBeLessThan(before.size / 2);
  expectClean(site);
});

test('what is changed, added, renamed and removed is what a clean build gives', () => {
  const site = openBlog();
  site.build();
  const steps = [
    () => site.edit('source/_posts/p3.md', '梯度下降', '內文一'),
    () => site.edit('source/_posts/p5.md', 'title: 第5篇', 'title: 機率 $x^2$'),
    () => site.edit('source/_posts/p7.md', 'tags: [甲]', 'tags: [乙, 丙]'),
    () => site.add('source/_posts/new.md', '---\ntitle: 新\ndate: 2026-01-01\n---\n最新的一篇'),
    () => site.add('source/_posts/old.md', '---\ntitle: 舊\ndate: 2019-01-01\n---\n最舊的一篇'),
    () => site.remove('source/_posts/p2.md'),
    () => site.edit('_config.yml', 'url: https://example.com', 'url: https://example.com/blog'),
    () => site.edit('source/_posts/p9.md', 'tags: [甲]', 'search: false'),
  ];
  for (const step of steps) {
    step();
    site.build();
    expectClean(site);
  }
  expect(site.file('search/cards/0.json')).toContain('/blog/');
});

test('nothing changed: nothing of the index is read', () => {
  const memos = createMemos();
  const site = openSite(theme + writePosts(12), { memos });
  site.build();
  const before = listIndex(site);
  let read = 0;
  const { get } = memos.bodies;
  memos.bodies.get = (...place) => {
    read++;
    return get(...place);
  };
  site.build();
  expect(read).toBe(0);
  expect(listIndex(site)).toEqual(before);
});

test('an index that the store has lost is made anew', () => {
  const memos = createMemos();
  const site = openSite(theme + writePosts(12), { memos });
  site.build();
  const { get } = memos.bodies;
  const [lost] = memos.bodies.put(Buffer.from('the first that is not lost'));
  memos.bodies.get = (ref, ...part) => (ref[0] < lost ? undefined : get(ref, ...part));
  site.edit('source/_posts/p3.md', '梯度下降', '內文一');
  site.build();
  expectClean(site);
});

test('switched off it leaves no trace', () => {
  const site = openBlog();
  site.build();
  site.edit('_config.yml', 'language: zh-TW', 'language: zh-TW\nsearch: false');
  site.build();
  expect(site.paths().filter((path) => path.startsWith('search'))).toEqual([]);
});

test('a theme without the page has no index', () => {
  const site = openSite(writePosts(2));
  site.build();
  expect(site.paths().filter((path) => path.startsWith('search'))).toEqual([]);
  expect(site.told()).toEqual([]);
});

test('`field` says what is found', () => {
  const page = '-- source/about/index.md --\n---\ntitle: 關於\n---\n關於頁\n';
  const site = openBlog(2, page);
  site.build();
  const countPosts = (): number => JSON.parse(site.file('search/index.json')).posts;
  expect(countPosts()).toBe(2);
  site.edit('_config.yml', 'language: zh-TW', 'language: zh-TW\nsearch: { field: all }');
  site.build();
  expect(countPosts()).toBe(3);
  site.edit('_config.yml', 'field: all', 'field: page');
  site.build();
  expect(countPosts()).toBe(1);
});

test('what a tag says in a sentence is searched', () => {
  const site = openBlog(0, '-- source/_posts/a.md --\n---\ntitle: 甲\n---\n這是{% label danger@量化誤差 %}所在。\n');
  site.build();
  const texts = [...listIndex(site)].filter(([path]) => path.includes('/texts/')).map(([, text]) => text);
  expect(texts.join('')).toContain('這是量化誤差所在');
});

test('code, displayed formulas and HTML are searched', () => {
  const site = openBlog(
    0,
    '-- source/_posts/a.md --\n---\ntitle: 甲\n---\n```py\ntorch.einsum\n```\n\n$$\\alpha+\\beta$$\n\n<div>原樣<b>文字</b></div>\n',
  );
  site.build();
  const texts = [...listIndex(site)]
    .filter(([path]) => path.includes('/texts/'))
    .map(([, text]) => text)
    .join('');
  for (const wanted of ['torch.einsum', 'α+β', '原樣文字']) expect(texts).toContain(wanted);
});
