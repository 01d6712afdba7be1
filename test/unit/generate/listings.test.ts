import { describe, expect, test } from 'vitest';
import { generate, makePosts, namesOf } from './generate.ts';

const listRoutes = (config: string, files = makePosts(3)): string[] =>
  generate(files, { config }).pages.flatMap((page) => (page.type === 'layout' && page.pager ? [page.route] : []));

describe('the home page', () => {
  test('lists all posts, newest first, and is there for an empty blog too', () => {
    expect(namesOf(generate(makePosts(3)).layoutPage(''))).toEqual(['1', '2', '3']);
    const empty = generate({});
    expect(empty.layoutPage('')).toMatchObject({ kind: 'home', posts: [], pager: { current: 1, total: 1, base: '' } });
    expect(empty.diagnostics).toEqual([]);
  });

  test('is split by `per_page`, its own before that of the site', () => {
    expect(listRoutes('per_page: 2\narchive_generator: {enabled: false}')).toEqual(['', 'page/2/']);
    expect(listRoutes('per_page: 0\narchive_generator: {enabled: false}')).toEqual(['']);
    expect(listRoutes('per_page: 2\nindex_generator: {per_page: 1}\narchive_generator: {enabled: false}')).toEqual([
      '',
      'page/2/',
      'page/3/',
    ]);
    expect(listRoutes('index_generator: {per_page: 1}\npagination_dir: p\narchive_generator: false')).toContain('p/3/');
  });

  test.each(['blog', '/blog/', 'blog/'])('may live elsewhere: %s', (path) => {
    const { layoutPage, routes } = generate(makePosts(3), { config: `index_generator: {path: ${path}, per_page: 2}` });
    expect(layoutPage('blog/').pager).toEqual({ current: 1, total: 2, base: 'blog/', format: 'page/%d/' });
    expect(routes).toContain('blog/page/2/');
    expect(routes).not.toContain('');
  });

  test.each(['hidden', 'hide'])('leaves posts with `%s: true` out, which stay in all other lists', (key) => {
    const { layoutPage } = generate(makePosts(3, (n) => (n === 2 ? `${key}: true\ntags: a` : 'tags: a')));
    expect(namesOf(layoutPage(''))).toEqual(['1', '3']);
    expect(namesOf(layoutPage('archives/'))).toEqual(['1', '2', '3']);
    expect(namesOf(layoutPage('tags/a/'))).toEqual(['1', '2', '3']);
  });

  test.each([
    ['exclude: [tag a]', ['2', '3', '4']],
    ['exclude: [tag a, category 乙]', ['3', '4']],
    ['include: [category 甲]', ['1', '2']],
    ['include: [tag a, tag b], exclude: tag b', ['1']],
    ['exclude: [path 3, path source/_posts/4]', ['1', '2']],
    ['exclude: ["", null]', ['1', '2', '3', '4']],
  ])('holds the posts that the settings choose: %s', (rules, names) => {
    const matter = ['tags: a\ncategories: [[甲]]', 'categories: [[甲, 乙]]', 'tags: b', 'tags: 丙'];
    const { layoutPage } = generate(
      makePosts(4, (n) => matter[n - 1] ?? ''),
      { config: `index_generator: {${rules}}` },
    );
    expect(namesOf(layoutPage(''))).toEqual(names);
    expect(namesOf(layoutPage('archives/'))).toEqual(['1', '2', '3', '4']);
  });

  test('begins with sticky posts, the stickiest first, of one rank the newest', () => {
    const ranks = [0, 5, 2147483647, 5, -1];
    const { layoutPage } = generate(makePosts(5, (n) => `sticky: ${ranks[n - 1]}`));
    expect(namesOf(layoutPage(''))).toEqual(['3', '2', '4', '1', '5']);
    expect(namesOf(layoutPage('archives/'))).toEqual(['1', '2', '3', '4', '5']);
  });

  test.each([
    ['-date', ['1', '2', '3', '4']],
    ['date', ['4', '3', '2', '1']],
    ['+date', ['4', '3', '2', '1']],
    ['-title', ['4', '3', '2', '1']],
    ['updated', ['2', '4', '3', '1']],
    ['-updated', ['1', '3', '4', '2']],
    ['rank', ['3', '1', '2', '4']],
    ['-rank', ['2', '4', '1', '3']],
    ['constructor', ['1', '2', '3', '4']],
  ])('is ordered by %s', (order, names) => {
    const extras = ['rank: b\nupdated: 2024-09-01', 'updated: 2020-01-01', 'rank: 1', ''];
    const { layoutPage } = generate(
      makePosts(4, (n) => extras[n - 1] ?? ''),
      { config: `index_generator: {order_by: "${order}"}` },
    );
    expect(namesOf(layoutPage(''))).toEqual(names);
  });

  test('is drawn by the layouts of the config, then by its own', () => {
    expect(generate({}).layoutPage('').layouts).toEqual(['index', 'archive']);
    expect(
      generate({}, { config: 'index_generator: {layout: [home, index]}' }).layoutPage('').layouts.slice(0, 2),
    ).toEqual(['home', 'index']);
  });
});

describe('archives', () => {
  const files = {
    'source/_posts/a.md': '---\ndate: 2024-02-29\n---\nx',
    'source/_posts/b.md': '---\ndate: 2024-02-01\n---\nx',
    'source/_posts/c.md': '---\ndate: 2023-12-31\n---\nx',
  };
  const all = ['archives/', 'archives/2024/', 'archives/2023/', 'archives/2024/02/', 'archives/2023/12/'];
  const days = ['archives/2024/02/29/', 'archives/2024/02/01/', 'archives/2023/12/31/'];

  test.each([
    ['', all],
    ['{daily: true}', [...all, ...days]],
    ['{monthly: false}', all.slice(0, 3)],
    ['{monthly: false, daily: true}', [...all.slice(0, 3), ...days]],
    ['{yearly: false}', all.slice(0, 1)],
    ['{yearly: false, daily: true}', all.slice(0, 1)],
    ['{enabled: false}', []],
  ])('with %s', (option, routes) => {
    expect(listRoutes(`archive_generator: ${option}`, files).filter((route) => route !== '')).toEqual(routes);
  });

  test('of a year list its posts, a page after the other', () => {
    const { layoutPage } = generate(files, { config: 'archive_generator: {per_page: 1}' });
    expect(layoutPage('archives/2024/page/2/')).toMatchObject({
      kind: 'archive',
      layouts: ['archive', 'index'],
      posts: ['source/_posts/b.md'],
      archive: { year: 2024 },
      pager: { current: 2, total: 2, base: 'archives/2024/' },
    });
    expect(layoutPage('archives/2024/02/').archive).toEqual({ year: 2024, month: 2 });
    expect(layoutPage('archives/').archive).toBeUndefined();
  });

  test('of an empty blog there are none', () => {
    expect(listRoutes('', {})).toEqual(['']);
  });
});

describe('tags and categories', () => {
  const files = makePosts(3, (n) => `tags: [數學, ${n}]\ncategories: [數學, 代數]`);

  test('have a page each, split by their own `per_page`', () => {
    const { layoutPage, routes } = generate(files, {
      config: 'per_page: 2\ntag_generator: {per_page: 1}\ncategory_generator: {per_page: 0}',
    });
    expect(layoutPage('tags/數學/page/3/')).toMatchObject({
      kind: 'tag',
      layouts: ['tag', 'archive', 'index'],
      posts: ['source/_posts/3.md'],
    });
    expect(layoutPage('categories/數學/代數/')).toMatchObject({
      kind: 'category',
      layouts: ['category', 'archive', 'index'],
    });
    expect(namesOf(layoutPage('categories/數學/'))).toEqual(['1', '2', '3']);
    expect(routes.filter((route) => route.startsWith('categories/數學/page'))).toEqual([]);
  });

  test('know their term, not only its name', () => {
    const { layoutPage } = generate({
      ...makePosts(2, (n) => (n === 1 ? 'categories: [A, B]' : 'categories: [C, B]')),
    });
    expect(layoutPage('categories/A/B/').term).not.toBe(layoutPage('categories/C/B/').term);
  });

  test('that differ in case alone have a page each, as in Hexo', () => {
    const { routes, diagnostics } = generate(makePosts(2, (n) => `tags: ${n === 1 ? 'math' : 'Math'}`));
    expect(routes).toEqual(expect.arrayContaining(['tags/math/', 'tags/Math/']));
    expect(diagnostics).toEqual([]);
  });

  test('have an overview, if there are any', () => {
    expect(generate(files).layoutPage('tags/')).toMatchObject({ kind: 'tags', layouts: ['tags', 'tag-index'] });
    expect(generate(files).layoutPage('categories/')).toMatchObject({ kind: 'categories' });
    expect(generate(makePosts(1)).routes).not.toContain('tags/');
    const off = generate(files, { config: 'tag_generator: {overview: false}\ncategory_generator: {overview: false}' });
    expect(off.routes).not.toContain('tags/');
    expect(off.routes).not.toContain('categories/');
  });
});
