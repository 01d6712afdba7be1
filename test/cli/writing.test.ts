/**
 * The commands with which posts are begun and published, as a writer uses them.
 */
import { describe, expect, test } from 'vitest';
import { openWorkplace, plainSettings, type Workplace } from '../support/cli.ts';

const openBlog = (files: Readonly<Record<string, string>> = {}, settings = ''): Workplace =>
  openWorkplace({
    '_config.yml': plainSettings + settings,
    'source/_posts/a.md': '---\ntitle: 甲\ndate: 2024-05-01\n---\n',
    ...files,
  });

describe('init', () => {
  test('a new user’s path: init, new, build', () => {
    const place = openWorkplace();
    expect(place.runWith({ LC_ALL: 'zh_TW.UTF-8' }, 'init', 'blog').code).toBe(0);
    const post = place.run('new', '第一篇', '--cwd', 'blog');
    expect(post).toMatchObject({ code: 0, out: 'source/_posts/第一篇.md\n' });
    expect(place.run('build', '--strict', '--cwd', 'blog').code).toBe(0);
    expect(place.read('blog/public/index.html')).toContain('第一篇');
    expect(place.read('blog/public/index.html')).toContain('我的筆記');
    expect(place.read('blog/.gitignore')).toContain('public/');
  });

  test.each(['zh-TW', 'zh-CN', 'en'])('the starter in %s builds without a warning', (language) => {
    const place = openWorkplace();
    const { code, out } = place.run('init', '--lang', language, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ type: 'created', folder: '.', language });
    expect(JSON.parse(out).files).toEqual(expect.arrayContaining(['_config.yml', 'scaffolds/post.md', '.gitignore']));
    expect(place.run('build', '--strict')).toMatchObject({ code: 0 });
    expect(
      place
        .list()
        .some((path) =>
          /\{\{|\{timezone\}/.test(path.includes('scaffolds') || path.startsWith('public') ? '' : place.read(path)),
        ),
    ).toBe(false);
  });

  test('speaks the language of the terminal', () => {
    for (const [locale, title] of [
      ['zh_TW.UTF-8', '我的筆記'],
      ['zh_CN.UTF-8', '我的笔记'],
      ['zh_HK', '我的筆記'],
      ['de_DE.UTF-8', 'My notes'],
    ] as const) {
      const place = openWorkplace();
      place.runWith({ LC_ALL: locale }, 'init');
      expect(place.read('_config.yml')).toContain(`title: ${title}`);
    }
  });

  test('takes a folder in which only our own memory lies for an empty one', () => {
    const place = openWorkplace({ '.mojing/lock': '' });
    expect(place.run('init')).toMatchObject({ code: 0 });
  });

  test('refuses a folder that is not empty, and writes nothing', () => {
    const place = openWorkplace({ 'blog/notes.txt': 'mine', file: 'x' });
    for (const target of ['blog', '.', 'file']) {
      const { code, err, out } = place.run('init', target);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('not an empty folder');
    }
    expect(place.list()).toEqual(['blog/notes.txt', 'file']);
    expect(place.run('init', 'blog/new').code).toBe(0);
  });
});

describe('new', () => {
  test('fills the scaffold’s variables, those of --set among them', () => {
    const place = openBlog({
      'scaffolds/post.md':
        '---\ntitle: {{ title }}\ndate: {{ date }}\nlayout: {{ layout }}\nslug_is: {{ slug }}\npath_is: {{ path }}\nmood: {{ mood }}\n---\n# {{ title }}\n',
    });
    place.run('new', '一 二', '--date', '2024-05-01 08:30', '--set', 'mood=好');
    expect(place.read('source/_posts/一-二.md')).toBe(
      '---\ntitle: 一 二\ndate: 2024-05-01 08:30:00\nlayout: post\nslug_is: 一-二\npath_is: source/_posts/一-二.md\nmood: 好\n---\n# 一 二\n',
    );
  });

  test('takes scaffolds of one’s own, in folders too; an unknown one with a title’s look is told', () => {
    const place = openBlog({ 'scaffolds/筆記/課.md': '---\ntitle: {{ title }}\nkind: 課\n---\n' });
    expect(place.run('new', '筆記/課', '微積分').code).toBe(0);
    expect(place.read('source/_posts/微積分.md')).toContain('kind: 課');
    const { code, err } = place.run('new', '我的', '第一篇');
    expect(code).toBe(2);
    expect(err).toContain('mojing new "我的 第一篇"');
  });

  test.each([
    ['???', 'untitled.md'],
    ['TCP/IP 筆記', 'TCP-IP-筆記.md'],
    ['../../x', 'x.md'],
    ['con', 'con-.md'],
    ['「引號」：問？', '「引號」：問？.md'],
  ])('a title %j gives the file %s', (title, file) => {
    const place = openBlog();
    const { code, out } = place.run('new', title);
    expect({ code, out }).toEqual({ code: 0, out: `source/_posts/${file}\n` });
    place.run('build');
    expect(place.run('list', 'posts', '--json').out).toContain(JSON.stringify(title));
    // A second one of the same name is told, and not renamed.
    const again = place.run('new', title);
    expect(again.code).toBe(2);
    expect(again.err).toContain(`${file} is there already`);
  });

  test('obeys new_post_name, filename_case, default_layout and post_asset_folder', () => {
    const place = openBlog(
      {},
      'new_post_name: :year/:month-:day-:title.md\nfilename_case: 1\npost_asset_folder: true\n',
    );
    expect(place.run('new', 'Hello World', '--date', '2024-02-03').out).toBe(
      'source/_posts/2024/02-03-hello-world.md\n',
    );
    expect(place.list('source/_posts')).toContain('2024/02-03-hello-world.md');
    place.write('source/_posts/2024/02-03-hello-world/a.png', '');
    const drafty = openBlog({}, 'default_layout: draft\n');
    expect(drafty.run('new', '一').out).toBe('source/_drafts/一.md\n');
  });

  test('--replace replaces, --path puts, --edit opens an editor with its options', () => {
    const place = openBlog({
      'editor.mjs':
        'import { appendFileSync } from "node:fs";\nappendFileSync(process.argv.at(-1), process.argv[2]);\n',
    });
    expect(place.run('new', 'a', '--replace').code).toBe(0);
    expect(place.read('source/_posts/a.md')).toContain('title: a\n');
    expect(place.run('new', '--path', '書/一').out).toBe('source/_posts/書/一.md\n');
    const editor = { VISUAL: '', EDITOR: 'node "editor.mjs" --wait' };
    expect(place.runWith(editor, 'new', 'b', '--edit').code).toBe(0);
    expect(place.read('source/_posts/b.md')).toMatch(/---\n--wait$/);
    const missing = place.runWith({ VISUAL: '', EDITOR: 'no-such-editor' }, 'new', 'c', '--edit');
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('source/_posts/c.md was made, but its editor failed: spawnSync no-such-editor');
  });
});

describe('where addresses are made of an abbrlink', () => {
  const settings = 'permalink: posts/:abbrlink/\n';
  const find = (text: string): string | undefined => /^abbrlink: (\S+)$/m.exec(text)?.[1];

  test('a new post has one, and is built there', () => {
    const place = openBlog({ 'source/_posts/a.md': '---\ntitle: 甲\ndate: 2024-05-01\nabbrlink: 7\n---\n' }, settings);
    place.run('new', '一', '--date', '2024-05-02 09:00:00');
    place.run('new', '二', '--date', '2024-05-02 09:00:00');
    const [one, two] = ['一', '二'].map((name) => find(place.read(`source/_posts/${name}.md`)));
    expect(one).toMatch(/^\d{6,10}$/);
    expect(two).not.toBe(one);
    expect(place.run('build', '--strict').code).toBe(0);
    expect(place.list()).toEqual(
      expect.arrayContaining(['public/posts/7/index.html', `public/posts/${one}/index.html`]),
    );
  });

  test('in the form the plugin was told, and never instead of another', () => {
    const place = openBlog({}, `${settings}abbrlink: {alg: crc32, rep: hex}\n`);
    place.run('new', '一', '--date', '2024-05-02 09:00:00');
    expect(Number.parseInt(find(place.read('source/_posts/一.md')) ?? '', 16)).toBeGreaterThan(0xffff);
    const named = openBlog({}, `${settings}new_post_name: ':abbrlink.md'\n`);
    for (const name of ['一', '二']) expect(named.run('new', name).out).toMatch(/^source\/_posts\/\d{6,10}\.md$/m);
    place.run('new', '二', '--set', 'abbrlink=mine');
    expect(find(place.read('source/_posts/二.md'))).toBe('mine');
  });

  test('a draft is given one when it is published', () => {
    const drafts = {
      'source/_drafts/x.md': '---\ntitle: x\n---\n',
      'source/_drafts/y.md': '---\ntitle: y\nabbrlink: 5\n---\n',
      'source/_drafts/z.md': '---\ntitle: z\nabbrlink:\n---\n',
    };
    const place = openBlog(drafts, settings);
    for (const name of ['x', 'y', 'z']) place.run('publish', name);
    for (const name of ['x', 'z']) expect(find(place.read(`source/_posts/${name}.md`))).toMatch(/^\d{6,10}$/);
    expect(place.read('source/_posts/z.md').match(/abbrlink/g)).toHaveLength(1);
    expect(find(place.read('source/_posts/y.md'))).toBe('5');
  });

  test('pages, drafts and other blogs have none', () => {
    const place = openBlog({}, settings);
    place.run('new', 'page', '頁');
    place.run('new', 'draft', '稿');
    const other = openBlog();
    other.run('new', '一');
    for (const text of [
      place.read('source/頁/index.md'),
      place.read('source/_drafts/稿.md'),
      other.read('source/_posts/一.md'),
    ])
      expect(text).not.toContain('abbrlink');
  });
});

describe('publish', () => {
  const draft = '---\ntitle: 草稿一\ntags: [x]\n---\n正文 $x$\n';

  test('makes a draft a post: dated, its files along, its text as it was', () => {
    const place = openBlog(
      { 'source/_drafts/一.md': draft, 'source/_drafts/一/圖.png': 'png' },
      'post_asset_folder: true\n',
    );
    const { code, out } = place.run('publish', '一');
    expect({ code, out }).toEqual({ code: 0, out: 'source/_posts/一.md\n' });
    expect(place.list('source')).toEqual(['_posts/a.md', '_posts/一.md', '_posts/一/圖.png']);
    const text = place.read('source/_posts/一.md');
    expect(text).toMatch(/^---\ntitle: 草稿一\ndate: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\ntags: \[x\]\n---\n正文 \$x\$\n$/);
    expect(place.run('build', '--strict').code).toBe(0);
  });

  test('keeps the draft’s own date, and takes away what would keep it a draft', () => {
    const text = '---\r\ntitle: t\r\ndate: 2020-02-29\r\ndraft: true\r\npublished: false\r\n---\r\nx\r\n';
    const place = openBlog({ 'source/_drafts/d.md': text }, 'new_post_name: :year-:title.md\n');
    expect(place.run('publish', 'd').out).toBe('source/_posts/2020-d.md\n');
    expect(place.read('source/_posts/2020-d.md')).toBe('---\r\ntitle: t\r\ndate: 2020-02-29\r\n---\r\nx\r\n');
  });

  test('finds a draft by path, name or title, never by a beginning', () => {
    const names = ['深/一', '二'];
    const place = openBlog({ 'source/_drafts/深/一.md': draft, 'source/_drafts/二.md': '---\ntitle: 第二\n---\n' });
    expect(place.run('publish', '第').code).toBe(2);
    expect(place.run('publish', '第二').out).toBe('source/_posts/二.md\n');
    expect(place.run('publish', `source/_drafts/${names[0]}.md`).out).toBe('source/_posts/深/一.md\n');
    expect(place.run('publish', '無').err).toContain('There are no drafts');
    expect(place.run('publish').code).toBe(2);
  });

  test('two drafts of one name are told', () => {
    const place = openBlog({ 'source/_drafts/甲/x.md': draft, 'source/_drafts/乙/x.md': draft });
    expect(place.run('publish', 'x')).toMatchObject({ code: 2, err: expect.stringContaining('`乙/x`, `甲/x`') });
  });

  test('never overwrites a post or its files', () => {
    const files = {
      'source/_drafts/A.md': draft,
      'source/_drafts/b.md': draft,
      'source/_drafts/b/x.png': 'new',
      'source/_posts/b/x.png': 'old',
    };
    const place = openBlog(files);
    const before = place.list();
    expect(place.run('publish', 'A').err).toContain('source/_posts/a.md is there already; nothing was moved');
    expect(place.run('publish', 'b').err).toContain('source/_posts/b is there already');
    expect(place.list()).toEqual(before);
    expect(place.run('publish', 'b', '--replace', '--json').out).toBe(
      '{"type":"published","path":"source/_posts/b.md","from":"source/_drafts/b.md"}\n',
    );
    expect([place.read('source/_posts/b/x.png'), place.has('source/_drafts/b')]).toEqual(['new', false]);
  });

  test('a folder with other drafts in it is no folder of files', () => {
    const place = openBlog({ 'source/_drafts/x.md': draft, 'source/_drafts/x/other.md': draft });
    place.run('publish', 'x');
    expect(place.list('source')).toEqual(['_drafts/x/other.md', '_posts/a.md', '_posts/x.md']);
  });
});

describe('list', () => {
  const files = {
    'source/_posts/寬.md': '---\ntitle: 寬字\ndate: 2024-05-02\ntags: [甲, b]\ncategories: [數學, 代數]\n---\n',
    'source/_drafts/d.md': '---\ntitle: 草\ndate: 2024-05-03\n---\n',
    'source/about/index.md': '---\ntitle: 關於\n---\n',
    'source/img/a.png': 'x',
  };

  test.each([
    [
      'posts',
      'date        title  path                  route             tags\n──────────  ─────  ────────────────────  ────────────────  ─────\n2024-05-02  寬字   source/_posts/寬.md   2024/05/02/寬/    甲, b\n2024-05-01  甲     source/_posts/a.md    2024/05/01/a/\n',
    ],
    [
      'pages',
      'title  path                   route\n─────  ─────────────────────  ────────────────\n關於   source/about/index.md  about/index.html\n',
    ],
    [
      'drafts',
      'date        title  path\n──────────  ─────  ───────────────────\n2024-05-03  草     source/_drafts/d.md\n',
    ],
    ['tags', 'tag  posts  route\n───  ─────  ────────\nb    1      tags/b/\n甲   1      tags/甲/\n'],
    [
      'categories',
      'category     posts  route\n───────────  ─────  ─────────────────────\n數學         1      categories/數學/\n數學 / 代數  1      categories/數學/代數/\n',
    ],
    ['assets', 'route      from\n─────────  ────────────────\nimg/a.png  source/img/a.png\n'],
  ])('%s', (what, table) => {
    const { code, out } = openBlog(files).run('list', what);
    expect(code).toBe(0);
    expect(out.replace(/ +$/gm, '').replace(/ {2,}|─+/g, '  ')).toBe(table.replace(/ {2,}|─+/g, '  '));
  });

  test('columns stand below each other, wide characters counted as two', () => {
    const lines = openBlog(files).run('list', 'posts').out.split('\n');
    const width = (text: string): number =>
      [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
    const columns = [
      lines[0]?.indexOf('path'),
      width(lines[2]?.split('source')[0] ?? ''),
      width(lines[3]?.split('source')[0] ?? ''),
    ];
    expect(new Set(columns).size).toBe(1);
  });

  test('with a post that cannot be read is not complete', () => {
    const { code, out, err } = openBlog({ ...files, 'source/_posts/bad.md': '---\ntitle: a: b: c\n---\n' }).run('list');
    expect(code).toBe(1);
    expect(out).toContain('寬字');
    expect(err).toContain('source/_posts/bad.md:2:');
  });
});

describe('config', () => {
  test('shows what is in force, one key, or a group', () => {
    const place = openBlog({}, 'math:\n  number: none\ntheme_config:\n  own: 1\n');
    expect(place.run('config', 'url')).toMatchObject({ code: 0, out: 'https://example.com\n' });
    expect(place.run('config', 'math.number').out).toBe('none\n');
    expect(place.run('config', 'math.enable').out).toBe('true\n');
    expect(JSON.parse(place.run('config').out)).toMatchObject({
      per_page: 10,
      theme_config: { own: 1 },
      math: { number: 'none' },
    });
    expect(JSON.parse(place.run('config', 'per_page', '--json').out)).toEqual({
      type: 'config',
      key: 'per_page',
      value: 10,
    });
  });

  test('tells an unknown key, and settings that are wrong', () => {
    const place = openBlog({}, 'per_page: many\n');
    expect(place.run('config', 'math.numbr')).toMatchObject({
      code: 2,
      out: '',
      err: 'There is no setting `math.numbr`. Did you mean `math.number`?\n',
    });
    const { code, out, err } = place.run('config', 'per_page');
    expect({ code, out }).toEqual({ code: 1, out: '10\n' });
    expect(err).toContain('_config.yml:5:');
  });

  test('--schema describes every key', () => {
    const schema = JSON.parse(openWorkplace().run('config', '--schema').out);
    expect(schema.properties.math.anyOf[0].properties.number.anyOf[0].enum).toEqual(['ams', 'none', 'all']);
    expect(schema.properties.title.description).toBe('The name of the site.');
    expect(schema.properties.per_page).toMatchObject({
      default: 10,
      anyOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }],
    });
  });

  test('several files are read with commas between them, and a change of any is noticed', () => {
    const place = openBlog({ 'b.yml': 'title: 乙\n' });
    const both = ['--config', '_config.yml,b.yml'];
    expect(place.run('config', 'title', ...both).out).toBe('乙\n');
    place.run('build', ...both);
    place.write('b.yml', 'title: 丙\n');
    place.run('build', ...both);
    expect(place.read('public/index.html')).toContain('丙');
    const { code, err } = place.run('build', '--config', '_config.yml,none.yml');
    expect(code).toBe(1);
    expect(err).toContain('none.yml');
  });
});
