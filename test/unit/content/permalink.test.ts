import { describe, expect, test } from 'vitest';
import { sha1Hex } from '../../../src/base/fingerprint.ts';
import { readPostName } from '../../../src/content/post-name.ts';
import { parse, parseOne, postOf, type ReadOptions, tell } from './reading.ts';

describe('the variables of a permalink', () => {
  const at = (permalink: string, frontMatter = '', options: ReadOptions = {}): string =>
    postOf(frontMatter, {
      ...options,
      config: `permalink: "${permalink}"\ntimezone: Asia/Taipei\ncategory_map: {C++: cpp}\n${options.config ?? ''}`,
    }).route;

  test.each([
    [':year/:month/:day/:title/', '2024/05/01/a/'],
    [':i_month-:i_day.html', '5-1.html'],
    [':hour:minute:second/', '083000/'],
    [':timestamp/', `${Date.UTC(2024, 4, 1, 0, 30) / 1000}/`],
    [':name/', 'a/'],
    [':id/', 'a/'],
    [':hash/', `${sha1Hex(`a${Date.UTC(2024, 4, 1, 0, 30) / 1000}`).slice(0, 12)}/`],
    ['blog/:title', 'blog/a'],
    ['/:title/', 'a/'],
    [':title/index.html', 'a/'],
    [':year_:month/:title/', '2024_05/a/'],
  ])('%s is %s', (permalink, route) => {
    expect(at(permalink)).toBe(route);
  });

  test.each([
    [':post_title/', 'title: "你好，World! C++"', '你好，world-c/'],
    [':category/:title/', 'categories: [數學, C++]', '數學/cpp/a/'],
    [':category/:title/', 'categories: [[數學, 代數], [程式]]', '程式/a/'],
    [':category/:title/', '', 'uncategorized/a/'],
    [':id/', 'id: 007', '7/'],
    [':id/', "id: '007'", '007/'],
    [':id/', 'id: 1.10 # 一', '1.1/'],
    [':abbrlink.html', 'abbrlink: 12e45', '12e45.html'],
    [':lang/:title/', 'lang: zh-TW', 'zh-TW/a/'],
    [':draft/', 'draft: false', 'false/'],
    [':slug/', 'slug: other', 'a/'],
    [':layout/:title/', '', 'post/a/'],
    [':layout/:title/', 'layout: photo', 'photo/a/'],
  ])('%s of `%s` is %s', (permalink, frontMatter, route) => {
    expect(at(permalink, frontMatter)).toBe(route);
  });

  test('Chinese, spaces and folders of a file name are kept', () => {
    expect(at(':title/', '', { path: '_posts/數學/線性代數 筆記.md' })).toBe('數學/線性代數 筆記/');
    expect(at(':name/', '', { path: '_posts/數學/線性代數 筆記.md' })).toBe('線性代數 筆記/');
    expect(at(':title/', '', { path: '_posts/為何？ C#?.md' })).toBe('為何？ C#?/');
  });

  test.each([
    ['abbrlink: {alg: crc16, rep: dec}', 'p/10399.html'],
    ['abbrlink: {rep: hex}', 'p/289f.html'],
    ['abbrlink: {alg: crc32, rep: hex}', 'p/e50c12a8.html'],
    ['abbrlink: {alg: crc32}', 'p/3842773672.html'],
  ])('an `abbrlink` that a post lacks is what hexo-abbrlink makes of its title (%s)', (config, route) => {
    const text = '---\ntitle: 深度學習 A\ndate: 2024-05-01\n---\n';
    const { post, diagnostics } = parse(text, { config: `permalink: p/:abbrlink.html\n${config}` });
    expect([post?.route, ...tell(diagnostics)]).toEqual([route, 'post/no-abbrlink source/_posts/a.md:1:1']);
  });

  test('of two that a post lacks each is told', () => {
    const config = 'permalink: p/:abbrlink/:urlname/\nabbrlink: {rep: hex}';
    const { post, diagnostics } = parse('---\ntitle: 深度學習 A\ndate: 2024-05-01\n---\n', { config });
    expect(post?.route).toBe('p/289f/a/');
    expect(diagnostics.map(({ code }) => code)).toEqual(['post/no-abbrlink', 'post/unknown-permalink-variable']);
  });

  test('`slug` of the front matter counts where addresses are not made by Hexo', () => {
    const config = 'slug: clean';
    expect(at(':slug/', 'slug: other', { config })).toBe('other/');
    expect(at(':slug/', '', { config, path: '_posts/C++ x.md' })).toBe(
      at(':title/', '', { config, path: '_posts/C++ x.md' }),
    );
  });

  test('what the name of the file says is stronger than the front matter', () => {
    const config = 'new_post_name: ":lang/:title.md"';
    expect(at(':lang/:title/', 'lang: en', { config, path: '_posts/zh-TW/b.md' })).toBe('zh-TW/b/');
    expect(at(':lang/:title/', 'lang: en', { config, path: '_posts/b.md' })).toBe('en/b/');
  });

  test('with `post_asset_folder` there is room for files below it (Hexo 7)', () => {
    const config = 'post_asset_folder: true';
    expect(at(':year/:title', '', { config })).toBe('2024/a/');
    expect(at(':title.html', '', { config })).toBe('a.html');
    expect(at(':title.htm', '', { config })).toBe('a.htm/');
    expect(at(':title/', 'permalink: b.php', { config })).toBe('b.php/');
    expect(at(':title/', 'permalink: b.html', { config })).toBe('b.html');
  });

  test('`permalink_defaults` and `default_category` stand in', () => {
    expect(at(':lang/:title/', '', { config: 'permalink_defaults: {lang: zh}' })).toBe('zh/a/');
    expect(at(':lang/:title/', 'lang: en', { config: 'permalink_defaults: {lang: zh}' })).toBe('en/a/');
    expect(at(':category/', '', { config: 'default_category: 雜記' })).toBe('雜記/');
    expect(at(':category/', 'categories: Math', { config: 'filename_case: 1' })).toBe('math/');
  });

  test('of one that is missing, the name of the file stands in, and it is told', () => {
    const text = '---\ndate: 2024-05-01\n---\n';
    const { post, diagnostics } = parse(text, { config: 'permalink: :urlname/:constructor/' });
    expect(post?.route).toBe('a/a/');
    expect(tell(diagnostics)).toEqual(Array(2).fill('post/unknown-permalink-variable source/_posts/a.md:1:1'));
    expect(diagnostics.map(({ values }) => values.variable)).toEqual([':urlname', ':constructor']);
  });

  test('the day is that of the zone of the site', () => {
    const early = '---\ndate: 2024-05-01T17:30:00Z\n---\nx';
    const route = (zone: string) =>
      parseOne(early, { config: `permalink: :year/:month/:day/\ntimezone: ${zone}` }).route;
    expect([route('UTC'), route('Asia/Taipei'), route('America/New_York')]).toEqual([
      '2024/05/01/',
      '2024/05/02/',
      '2024/05/01/',
    ]);
  });
});

describe("a post's own permalink", () => {
  test.each([
    ['自訂/路徑/', '自訂/路徑/'],
    ['/custom/page.html', 'custom/page.html'],
    ['custom/index.html', 'custom/'],
    ['a//b/', 'a/b/'],
    ['a/?x=1', 'a/'],
    ['" a/ "', 'a/'],
    [':year/:title/', ':year/:title/'],
    ['""', '2024/05/01/a/'],
    ['', '2024/05/01/a/'],
    ['2024/', '2024/'],
  ])('%j leads to %j', (permalink, route) => {
    expect(postOf(`permalink: ${permalink}`).route).toBe(route);
  });

  test.each([
    ['x', '2024/05/01/x/'],
    ['x/y', '2024/05/01/x/y/'],
    ['/x/', '2024/05/01/x/'],
    ['""', '2024/05/01/a/'],
  ])('%j stands for `:title` up to Hexo 4', (permalink, route) => {
    expect(postOf(`permalink: ${permalink}`, { config: 'front_matter: {permalink: title}' }).route).toBe(route);
  });

  test('and then its last part for `:name`, and nothing is told', () => {
    const config = 'front_matter: {permalink: title}\npermalink: p/:name.html';
    const { post, diagnostics } = parse('---\ndate: 2024-05-01\npermalink: x/y\n---\n', { config });
    expect([post?.route, post?.slug, diagnostics]).toEqual(['p/y.html', 'x/y', []]);
    expect(postOf('permalink: /x/z/', { config }).route).toBe('p/z.html');
    const page = parse('---\npermalink: x/y\n---\n', { config, kind: 'page' });
    expect(page.post?.route).toBe('x/y.html');
  });

  test('that ends in neither a slash nor an extension is kept, and told', () => {
    const text = '---\ndate: 2024-05-01\npermalink: posts/a\n---\n';
    const { post, diagnostics } = parse(text);
    expect([post?.route, ...tell(diagnostics)]).toEqual(['posts/a', 'post/legacy-permalink source/_posts/a.md:3:1']);
    const withFolder = parse(text, { config: 'post_asset_folder: true' });
    expect([withFolder.post?.route, ...tell(withFolder.diagnostics)]).toEqual(['posts/a/']);
  });

  test.each([
    ['../../a.html', 'outside'],
    ['a/../../b/', 'outside'],
    ['..\\..\\a/', 'outside'],
    ['"%2e%2e/%2e%2e/a/"', 'outside'],
    ['C:/a/', 'outside'],
    ['"a\\0b/"', 'nul'],
    ['"a\\nb/"', 'nul'],
    [`${'長'.repeat(100)}/`, 'too-long'],
  ])('that leads outside is an error at its line: %s', (permalink, fault) => {
    const { post, diagnostics } = parse(`---\ndate: 2024-05-01\npermalink: ${permalink}\n---\n`);
    expect(post).toBeUndefined();
    expect(tell(diagnostics)).toEqual([`route/${fault} source/_posts/a.md:3:1`]);
  });

  test('that is a list is an error', () => {
    expect(tell(parse('---\ndate: 2024-05-01\npermalink: [a, b]\n---\n').diagnostics)).toEqual([
      'front-matter/wrong-type source/_posts/a.md:3:1',
    ]);
  });

  test('a pattern that leads outside is an error for each post', () => {
    const { diagnostics } = parse('---\ntitle: 甲\ndate: 2024-05-01\n---\n', { config: 'permalink: ../:title/' });
    expect(tell(diagnostics)).toEqual(['route/outside source/_posts/a.md:2:1']);
  });
});

describe('a page lives at its path', () => {
  test.each([
    ['about/index.md', '', 'about/'],
    ['index.md', '', ''],
    ['作品/子頁/頁面.md', '', '作品/子頁/頁面.html'],
    ['a.b/c.markdown', '', 'a.b/c.html'],
    ['a.htm', '', 'a.html'],
    ['404.md', 'permalink: /404.html', '404.html'],
    ['a.md', 'permalink: b/', 'b/'],
    ['a.md', 'permalink: b', 'b.html'],
    ['a.md', 'permalink: v1.0/b', 'v1.0/b.html'],
    ['a.md', 'permalink: feed.xml', 'feed.xml'],
    ['a.md', 'permalink: b?c=d', 'b.html'],
    ['a.md', 'permalink: ""', 'a.html'],
    ['a.md', 'permalink: /', ''],
  ])('%s with `%s` at %j', (path, frontMatter, route) => {
    expect(postOf(frontMatter, { path, kind: 'page' }).route).toBe(route);
  });
});

describe('the name of a file, by `new_post_name`', () => {
  test.each([
    ['a', ':title.md', { slug: 'a' }],
    ['2024-02-29-閏年 測試', ':title.md', { slug: '2024-02-29-閏年 測試' }],
    ['notes/nested', ':title.md', { slug: 'notes/nested' }],
    ['2024-02-29-閏年 測試', ':year-:month-:day-:title.md', { slug: '閏年 測試', date: '2024-02-29' }],
    ['2024-2-9-a', ':year-:i_month-:i_day-:title.md', { slug: 'a', date: '2024-2-9' }],
    ['2024-2-9 a', ':year-:month-:day-:title.md', { slug: '2024-2-9-a' }],
    ['2024/05/a', ':year/:month/:title.md', { slug: 'a' }],
    ['zh-TW/a', ':lang/:title.md', { slug: 'a', fields: { lang: 'zh-TW' } }],
    ['my post/index', ':title/index.md', { slug: 'my post' }],
    ['0123456789ab-a', ':hash-:title.md', { slug: 'a' }],
    ['a+b (c)', ':title (c).md', { slug: 'a+b' }],
    ['no match', ':year-:title.md', { slug: 'no-match' }],
    ['a/no match', ':year-:title.md', { slug: 'a-no-match' }],
    ['a', ':constructor/:title.md', { slug: 'a' }],
  ])('%s by %s', (path, pattern, parts) => {
    expect(readPostName(path, pattern)).toEqual({ fields: {}, ...parts });
  });

  test('gives what the front matter does not say', () => {
    const post = parseOne('---\ntitle: 甲\n---\nx', {
      path: '_posts/zh-TW/2024-02-29-a.md',
      config: 'new_post_name: :lang/:year-:month-:day-:title.md\npermalink: :lang/:year/:title/',
    });
    expect(post).toMatchObject({ slug: 'a', lang: 'zh-TW', route: 'zh-TW/2024/a/', dated: true });
    expect(new Date(post.date).toISOString()).toBe('2024-02-29T00:00:00.000Z');
  });

  test('and a date in it that does not exist counts for nothing', () => {
    const { post, diagnostics } = parse('---\ntitle: 甲\n---\nx', {
      path: '_posts/2023-02-29-a.md',
      config: 'new_post_name: :year-:month-:day-:title.md',
    });
    expect([post?.dated, ...tell(diagnostics)]).toEqual([false, 'post/no-date source/_posts/2023-02-29-a.md:1:1']);
  });
});
