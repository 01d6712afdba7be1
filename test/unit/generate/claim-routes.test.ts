import { describe, expect, test } from 'vitest';
import { type GenerateOptions, generate, makePosts } from './generate.ts';

const post = (rest: string, date = '2024-05-01'): string => `---\ndate: ${date}\n${rest}\n---\nx`;
const told = (files: Record<string, string>, options: GenerateOptions = {}): string[] =>
  generate(files, options).told();

describe('two sources that want one address are an error that names both', () => {
  test.each<[string, Record<string, string>]>([
    ['two posts', { 'source/_posts/a.md': post('permalink: x/'), 'source/_posts/b.md': post('permalink: x/') }],
    ['of another case', { 'source/_posts/a.md': post('permalink: X/'), 'source/_posts/b.md': post('permalink: x/') }],
    [
      'in another normal form',
      { 'source/_posts/a.md': post('permalink: "cafe\u0301/"'), 'source/_posts/b.md': post('permalink: "caf\u00e9/"') },
    ],
    [
      'with and without index.html',
      { 'source/_posts/a.md': post('permalink: x/'), 'source/_posts/b.md': post('permalink: x/index.html') },
    ],
    ['by a pattern without a variable', { 'source/_posts/a.md': post(''), 'source/_posts/b.md': post('') }],
    ['a post and a page', { 'source/_posts/a.md': post('permalink: b.html'), 'source/b.md': 'x' }],
    ['a post and a file', { 'source/_posts/a.md': post('permalink: b.png'), 'source/b.png': '' }],
    ['a page and a file', { 'source/a.md': '---\npermalink: B.png\n---\nx', 'source/b.png': '' }],
  ])('%s', (what, files) => {
    const { diagnostics } = generate(files, what.startsWith('by') ? { config: 'permalink: blog/' } : {});
    expect(diagnostics).toHaveLength(1);
    const [one] = diagnostics;
    const [first, second] = Object.keys(files);
    expect(one).toMatchObject({ severity: 'error', code: 'route/duplicate', values: { owner: second, other: first } });
    expect(one?.at).toMatchObject({ file: second, line: 1, column: 1 });
  });

  test('but two files of another case are two', () => {
    const { routes, diagnostics } = generate({ 'source/A.png': '', 'source/a.png': '' });
    expect([routes.filter((route) => /a\.png/i.test(route)).sort(), diagnostics]).toEqual([['A.png', 'a.png'], []]);
  });

  test('and each further one is told too', () => {
    const files = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`source/_posts/${name}.md`, post('permalink: x/')]),
    );
    expect(told(files)).toEqual([
      'route/duplicate source/_posts/b.md | source/_posts/a.md',
      'route/duplicate source/_posts/c.md | source/_posts/a.md',
    ]);
  });

  test('the first keeps it', () => {
    const { routes, layoutPage } = generate({
      'source/_posts/a.md': post('permalink: x/'),
      'source/_posts/b.md': post('permalink: X/'),
    });
    expect(layoutPage('x/').post).toBe('source/_posts/a.md');
    expect(routes).not.toContain('X/');
  });
});

describe('a file where a folder is needed', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'the file first',
      { 'source/_posts/a.md': post('permalink: clash'), 'source/_posts/b.md': post('permalink: clash/x/') },
      'source/_posts/b.md | source/_posts/a.md',
    ],
    [
      'the folder first',
      { 'source/_posts/a.md': post('permalink: clash/x/'), 'source/_posts/b.md': post('permalink: clash') },
      'source/_posts/a.md | source/_posts/b.md',
    ],
    ['of another case', { 'source/about/index.md': 'x', 'source/About': '' }, 'source/about/index.md | source/About'],
    ['at its index', { 'source/about/index.md': 'x', 'source/about': '' }, 'source/about/index.md | source/about'],
    [
      'further up',
      { 'source/a/b/c/d.png': '', 'source/_posts/a.md': post('permalink: a/b') },
      'source/a/b/c/d.png | source/_posts/a.md',
    ],
  ])('%s', (_what, files, names) => {
    const { diagnostics } = generate(files);
    expect(told(files)).toEqual([`route/inside-file ${names}`]);
    expect(diagnostics[0]?.severity).toBe('error');
  });

  test('a list of posts yields, and it is told', () => {
    const files = { ...makePosts(1, () => 'tags: a'), 'source/tags': 'a file', 'source/archives/2024': 'a file' };
    const { routes, diagnostics } = generate(files);
    expect(told(files)).toEqual([
      'route/replaced source/archives/2024 | the archive',
      'route/replaced source/archives/2024 | the archive',
      'route/replaced source/tags | the tag “a”',
    ]);
    expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(routes).toEqual(expect.arrayContaining(['tags', 'archives/2024', 'archives/']));
    expect(routes).not.toContain('tags/');
    expect(routes).not.toContain('tags/a/');
  });

  test("the theme's files yield without a word", () => {
    const { routes, diagnostics } = generate({ 'source/css': 'a file' }, { themeAssets: ['css/a.css', 'js/a.js'] });
    expect([routes.includes('css/a.css'), routes.includes('js/a.js'), diagnostics.length]).toEqual([false, true, 0]);
  });
});

describe('a page of a writer in the place of a list', () => {
  test('replaces it, and that is told', () => {
    const { layoutPage, diagnostics } = generate({
      ...makePosts(1),
      'source/index.md': '---\ntitle: 我的首頁\n---\n歡迎',
    });
    expect(layoutPage('')).toMatchObject({ kind: 'page', post: 'source/index.md' });
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'route/replaced',
        severity: 'warning',
        values: { owner: 'source/index.md', other: 'the home page', route: '/' },
        at: expect.objectContaining({ file: 'source/index.md' }),
      }),
    ]);
  });

  test('which is blank only stands for it', () => {
    const { layoutPage, diagnostics } = generate({
      ...makePosts(1),
      'source/archives/index.md': '---\ntitle: 歸檔\n---\n',
    });
    expect(layoutPage('archives/').kind).toBe('archive');
    expect(diagnostics).toEqual([]);
  });

  test('the further pages of the list stay', () => {
    const { routes } = generate({ ...makePosts(3), 'source/index.md': 'x' }, { config: 'per_page: 1' });
    expect(routes).toEqual(expect.arrayContaining(['page/2/', 'page/3/']));
  });

  test('a file may replace a feed, the sitemap, robots.txt and 404, and nothing is told', () => {
    const files = {
      ...makePosts(1),
      'source/atom.xml': '',
      'source/sitemap.xml': '',
      'source/robots.txt': '',
      'source/404.md': 'x',
    };
    const { page, diagnostics } = generate(files);
    for (const route of ['atom.xml', 'sitemap.xml', 'robots.txt']) expect(page(route).type).toBe('copy');
    expect(page('404.html')).toMatchObject({ kind: 'page' });
    expect(diagnostics).toEqual([]);
  });

  test("a file of the blog takes the place of the theme's", () => {
    const { page, diagnostics } = generate({ 'source/css/a.css': 'mine' }, { themeAssets: ['css/a.css', 'css/b.css'] });
    expect([page('css/a.css').owner, page('css/b.css').owner]).toEqual([
      'source/css/a.css',
      'themes/t/source/css/b.css',
    ]);
    expect(diagnostics).toEqual([]);
  });
});

describe('overviews', () => {
  const files = makePosts(1, () => 'tags: a\ncategories: b');

  test.each([
    ['tags/index.md', '---\ntype: tags\n---\n', 'tags/', 'tags'],
    ['tags/index.md', '---\ntitle: 標籤\n---\n', 'tags/', 'tags'],
    ['tags/index.md', '---\ntitle: 標籤\n---\n我的標籤', 'tags/', 'page'],
    ['tags/index.md', '---\ntype: tags\n---\n我的標籤', 'tags/', 'tags'],
    ['categories/index.md', '---\ntype: categories\n---\n', 'categories/', 'categories'],
    ['categories/index.md', '---\n---\n', 'categories/', 'categories'],
    ['all-tags.md', '---\ntype: tags\n---\n', 'all-tags.html', 'tags'],
    ['all-tags.md', '---\ntitle: x\n---\n', 'all-tags.html', 'page'],
  ])('%s with %j: %s is the page of %s', (path, text, route, kind) => {
    const { layoutPage, diagnostics } = generate({ ...files, [`source/${path}`]: text });
    expect(layoutPage(route)).toMatchObject({ kind, post: `source/${path}` });
    expect(diagnostics).toEqual([]);
  });

  test('drawn by a layout of the theme, else like any page', () => {
    const { layoutPage } = generate({ ...files, 'source/tags/index.md': '---\ntype: tags\nlayout: special\n---\n' });
    expect(layoutPage('tags/').layouts).toEqual(['tags', 'special', 'page', 'post', 'index']);
  });

  test('a post of that type stays a post', () => {
    expect(generate({ 'source/_posts/a.md': post('type: tags\npermalink: a/') }).layoutPage('a/').kind).toBe('post');
  });
});

describe('an address that leads outside is an error, whoever wants it', () => {
  test.each([
    ['tag_dir: ../x', makePosts(1, () => 'tags: a'), 'outside'],
    ['archive_dir: a/../../b', makePosts(1), 'outside'],
    ['category_dir: C:/x', makePosts(1, () => 'categories: a'), 'outside'],
    ['index_generator: {path: ../../x}', {}, 'outside'],
    ['feed: {path: ../feed.xml}', makePosts(1), 'outside'],
    ['sitemap: {path: "%2e%2e/sitemap.xml"}', {}, 'outside'],
    ['pagination_dir: ..\nper_page: 1\narchive_generator: false', makePosts(2), 'outside'],
    ['', makePosts(1, () => `tags: ${'字'.repeat(90)}`), 'too-long'],
  ] as const)('%s', (config, files, fault) => {
    const { diagnostics, routes } = generate(files, { config });
    const codes = new Set(diagnostics.map(({ code, severity }) => `${severity} ${code}`));
    expect(codes).toEqual(new Set([`error route/${fault}`]));
    for (const route of routes) expect(route).not.toMatch(/\.\.|%2e|^C:/);
  });
});

test('pages come in an order that does not depend on that of the sources', () => {
  const files = {
    ...makePosts(3, (n) => `tags: [${n}, x]\ncategories: [a, b]`),
    'source/b.png': '',
    'source/a.png': '',
    'source/z.md': 'x',
    'source/y.md': 'y',
  };
  const turned = Object.fromEntries(Object.entries(files).reverse());
  expect(generate(turned).pages).toEqual(generate(files).pages);
});
