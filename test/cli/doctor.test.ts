/**
 * `mojing doctor` in the folder of somebody who comes from Hexo.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openWorkplace, type Workplace } from '../support/cli.ts';

const CONFIG = `# 我的部落格
title: 棒棒生
url: https://example.com
language: zh-TW
timezone: Asia/Taipei
theme: next
titel: 打錯
my_key: 1
highlight:
  line_number: true
  wrap: true
marked:
  gfm: true
  breaks: true
algolia:
  applicationID: x
`;
const PACKAGE = JSON.stringify({
  hexo: { version: '3.2.2' },
  dependencies: {
    hexo: '^3.2.2',
    'hexo-renderer-marked': '1',
    'hexo-math': '3',
    'hexo-deployer-git': '1',
    'hexo-blog-encrypt': '1',
    'hexo-helper-live2d': '1',
    'hexo-nobody-knows': '1',
    'hexo-theme-next': '8',
  },
});
const ESCAPED =
  '---\ntitle: a\ndate: 2024-05-01\n---\n由 $x\\_{i} + y\\_{j}$ 與\n$$\\begin{matrix} a \\\\\\\\ b \\end{matrix}$$\n可知\n\n第一行\n第二行\n';

const openHexo = (files: Readonly<Record<string, string>> = {}, config = CONFIG): Workplace =>
  openWorkplace({ '_config.yml': config, 'package.json': PACKAGE, 'source/_posts/a.md': ESCAPED, ...files });

const MORE = {
  'source/_posts/b.md':
    '---\ntitle: b\ndate: 2024-05-02\npassword: "1"\nphotos: [x.png]\n---\n{% note info %}甲{% endnote %}\n{% nobody x %}\n\n{{ page.title }} 與 `{{ code }}`\n\n![圖](missing.png)\n\n```\n{% fenced %} $y$\n```\n',
  'source/_posts/c.md': '---\ntitle: c\ndate: 2024-05-03\ndraft: true\n---\nx\n',
  'scripts/old.js': "hexo.extend.helper.register('x', () => 1);\n",
};

describe('the page', () => {
  test('says what is here, what differs, and what to do', () => {
    const { code, out } = openHexo(MORE).run('doctor');
    expect(code).toBe(0);
    for (const line of [
      'Mojing has read “棒棒生”',
      'Posts: 2 · pages: 0 · drafts, not published: 1',
      'Hexo 3.2.2 · theme next · Markdown by hexo-renderer-marked',
      'No longer needed, Mojing does it itself: renderer-marked, math',
      'deployer-git: `mojing build && mojing deploy`',
      'Not run here, and nothing takes their place: nobody-knows',
      'Formulas: 2, in 1 of the posts, written as $…$, $$…$$; all of them can be set',
      'Formulas escaped for marked (`\\_`, `\\\\{`), in 1 posts such as source/_posts/a.md',
      'Known tags in posts, {% … %}: note ×1',
      'What you need to do\n  FIRST OF ALL: locked posts would be readable by everyone (1, such as source/_posts/b.md)',
      'The theme next is made for Hexo; mist',
      '{{ … }} in a post is text here and is not filled in (times: 1, first source/_posts/b.md:10)',
      'Hexo publishes posts that say `draft: true`, Mojing does not (posts: 1, first source/_posts/c.md)',
      'New, without a plugin: search, feed (atom.xml), sitemap (sitemap.xml)',
      'Scripts written for Hexo are not run (there are 1, first scripts/old.js). How to rewrite one: ',
      'marked.breaks → markdown.soft_break',
      '(Mojing has its own code markup): highlight.wrap',
      '(Mojing does it itself): marked.gfm, algolia',
      '_config.yml:7  titel: did you mean title?',
      '_config.yml:8  my_key has no effect',
      'Front matter that is not shown (belongs to a theme for Hexo): photos ×1',
      'source/_posts/b.md:8  Tag `nobody` is unknown (used 1 times)',
      'source/_posts/b.md:12  The picture missing.png does not exist.',
      'mojing build ',
    ])
      expect(out).toContain(line);
    expect(out).not.toContain('fenced');
    expect(out.split('\n').length).toBeLessThan(60);
  });

  test.each([
    ['zh_TW.UTF-8', '需要你處理的', '篇文章'],
    ['zh_CN.UTF-8', '需要你处理的', '篇文章'],
    ['en_US.UTF-8', 'What you need to do', 'posts'],
  ])('in %s', (locale, heading, word) => {
    const { out } = openHexo(MORE).runWith({ LC_ALL: '', LC_MESSAGES: '', LANG: locale }, 'doctor');
    expect(out).toContain(heading);
    expect(out).toContain(word);
    expect(out).not.toMatch(/\{[a-z]+\}|undefined/i);
  });

  test('names both tags that shared a page, and keys that have lost their indentation', () => {
    const post = (tag: string): string => `---\ntitle: ${tag}\ndate: 2024-05-04\ntags: [${tag}]\n---\n`;
    const tags = { 'source/_posts/d.md': post('a b'), 'source/_posts/e.md': post('a-b') };
    const { out } = openHexo(tags, `${CONFIG}search:\npath: search.xml\n`).run('doctor');
    expect(out).toContain('“a-b” and “a b” shared one page in Hexo');
    expect(out).toContain('path: did you mean search.path? Then indent it');
  });

  test('says each thing once that stands twice on a line', () => {
    const { out } = openHexo({
      'source/_posts/d.md': '---\ntitle: d\ndate: 2024-05-04\n---\n[x](none) 與 [y](none)\n\n![]()\n',
    }).run('doctor');
    expect(out.match(/d\.md:5 /g)).toHaveLength(1);
    expect(out).toContain('source/_posts/d.md:7  The picture has no address.');
  });

  test('with errors ends with 1, and names them first', () => {
    const { code, out } = openHexo({ 'source/_posts/bad.md': '---\ntitle: a: b: c\n---\n' }).run('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/Errors that keep the site from being published: 1 [^\n]*\n +source\/_posts\/bad\.md:2 /);
    expect(out).toContain('mojing build --keep-going');
  });

  test('names the document about moving, which is there', () => {
    const guide = /How to rewrite one: (\S+)/.exec(openHexo(MORE).run('doctor').out)?.[1] ?? '';
    expect(readFileSync(guide, 'utf8')).toContain('## A script of yours');
  });

  test('knows that addresses are made of an abbrlink, or are not', () => {
    const files = {
      'package.json': '{"dependencies": {"hexo": "^6.0.0", "hexo-abbrlink": "^2.0.0"}}',
      'source/_posts/a.md': '---\ntitle: a\ndate: 2024-05-01\nabbrlink: 7\n---\nx\n',
    };
    const { out } = openHexo(files, `${CONFIG}permalink: posts/:abbrlink/\nabbrlink: {alg: crc16, rep: dec}\n`).run(
      'doctor',
    );
    expect(out).toContain('abbrlink: each post keeps its `abbrlink` and so its address');
    expect(out).not.toMatch(/not shown[^\n]*abbrlink|not run[^\n]*abbrlink/);
  });

  test('proposes to undo escapes only where most posts have them', () => {
    const plain = '---\ntitle: d\ndate: 2024-05-04\n---\n$x_1$\n';
    const files = { 'source/_posts/d.md': plain, 'source/_posts/e.md': plain };
    expect(openHexo(files).run('doctor').out).not.toContain('unescape: marked');
    expect(openHexo({ 'source/_posts/d.md': plain }).run('doctor').out).toContain('unescape: marked');
  });

  test('keys that addresses are made of are read', () => {
    const post = { 'source/_posts/a.md': '---\ntitle: a\ndate: 2024-05-01\nauthor: x\n---\n甲\n' };
    expect(openHexo(post).run('doctor').out).toContain('author ×1');
    expect(openHexo(post, `${CONFIG}permalink: :author/:title/\n`).run('doctor').out).not.toContain('author ×1');
  });

  test('warns of what stays once its proposals are taken', () => {
    const rows = '---\ntitle: d\ndate: 2024-05-04\n---\n$$\\begin{matrix} a \\\\\\\\ b \\end{matrix}$$\n';
    const { out } = openHexo({ 'source/_posts/d.md': `${rows}\n![圖](missing.png)\n` }).run('doctor');
    expect(out).not.toContain('Four backslashes');
    expect(out).toContain('Warnings, which can wait: 1 (as it will be with the lines proposed below)');
    const mixed = rows.replace(' b ', ' b \\\\ c ');
    const plain = openHexo({ 'source/_posts/a.md': mixed }).run('doctor').out;
    expect(plain).toContain('Four backslashes');
    expect(plain).not.toContain('as it will be');
  });

  test('tells what became of the theme, and of the pages that it drew', () => {
    const { out } = openHexo({
      '_config.next.yml': 'menu:\n  home: / || fa fa-home\n  about: /about/ || fa fa-user\navatar: /me.png\n',
      'source/me.png': 'x',
      'source/_data/body-end.swig': '<script></script>',
      'source/about/index.md': '---\ntitle: 關於\n---\n我\n',
      'source/links/index.md': '---\ntitle: 友鏈\n---\n',
      'source/tags/index.md': '---\ntitle: 標籤\ntype: tags\n---\n',
      'source/masonry/index.md': '---\ntitle: 相簿\n---\n',
      'source/_data/masonry.yml': '- {image: /me.png}\n',
    }).run('doctor');
    expect(out).toContain('Taken over from _config.next.yml: menu, avatar.');
    expect(out).toContain('your theme filled them: /links/. Here they are empty');
    expect(out).toContain('not used here: source/_data/body-end.swig.');
    expect(out).not.toContain('Named in the settings of your theme');
    expect(out).not.toContain('No menu leads');
  });

  test('without a menu writes one that leads to the blog’s own pages', () => {
    const { out } = openHexo({
      'source/about/index.md': '---\ntitle: "關於: 我"\ndate: 2024-05-01\n---\n我\n',
      'source/links/index.md': '---\ntitle: 友鏈\ndate: 2024-05-01\n---\n',
      'source/hidden.md': '---\ntitle: 藏\ndate: 2024-05-01\nhidden: true\n---\n我\n',
      'source/404.md': '---\ntitle: 無\ndate: 2024-05-01\nlayout: 404\n---\n我\n',
    }).run('doctor');
    const menu =
      '\n    theme_config:\n      menu:\n        home: /\n        archives: /archives/\n        "關於: 我": /about/\n';
    expect(out).toContain(menu);
    expect(openHexo().run('doctor').out).not.toContain('theme_config:\n');
  });

  test('says which index is made no more, and calls new only what is new', () => {
    const plugins = { hexo: '5', 'hexo-generator-searchdb': '1', 'hexo-generator-feed': '1' };
    const { out } = openHexo(
      { 'package.json': JSON.stringify({ dependencies: plugins }) },
      `${CONFIG}search: {path: local.xml}\nvaline: {enable: false, appid: x}\n`,
    ).run('doctor');
    expect(out).toContain('Not made: local.xml;');
    expect(out).toContain('New, without a plugin: sitemap (sitemap.xml)');
    expect(out).not.toMatch(/valine|Comments and counters/);
  });

  test.each([
    ['a plugin', { 'package.json': '{"dependencies": {"hexo": "5", "hexo-generator-baidu-analytics": "1"}}' }, ''],
    ['the settings', {}, 'gitalk: {enable: true}\n'],
    ['theme_config', {}, 'theme_config: {disqus: {enable: true}}\n'],
    ['its name', {}, 'disqus_shortname: x\n'],
    ['the theme', { '_config.next.yml': 'comments:\n  use: Valine\n' }, ''],
    ['the theme, deep', { '_config.next.yml': 'global:\n  busuanzi_counter: {enable: true}\n' }, ''],
  ])('comments and counters switched on in %s are told', (_where, files, more) => {
    expect(openHexo(files, CONFIG + more).run('doctor').out).toContain('Comments and counters');
  });

  test.each([
    ['off', { '_config.next.yml': 'gitalk: {enable: false, id: x}\nvaline:\ncomments: {enable: true}\n' }],
    ['none', { 'package.json': '{"dependencies": {"hexo": "5", "hexo-tag-twitter": "1"}}' }],
  ])('comments that are %s are not', (_how, files) => {
    const { out } = openHexo(files).run('doctor');
    expect(out).toContain('What will be different');
    expect(out).not.toContain('Comments and counters');
  });

  test('says first what kept posts off the home page, and writes it down', () => {
    const rules = 'index2_generator:\n  per_page: 15\n  exclude:\n    - tag 私\n    - category 乙\n';
    const place = openHexo(
      { 'source/_posts/p.md': '---\ntitle: 祕\ndate: 2024-05-04\ntags: 私\n---\nx\n' },
      CONFIG + rules,
    );
    const { out } = place.run('doctor', '--write');
    expect(out).toMatch(/What you need to do\n +FIRST OF ALL: `index2_generator`[^\n]*: \[tag 私, category 乙\]/);
    expect(out).toContain('index2_generator → index_generator');
    place.run('build');
    expect(place.read('public/index.html')).not.toContain('祕');
    expect(place.read('public/archives/index.html')).toContain('祕');
    expect(place.run('doctor').out).not.toContain('FIRST OF ALL');
  });

  test('names what the theme had and the blog has not', () => {
    const theme =
      'menu: {home: /, photos: /photos/, 外: https://a.example/, 關於: /about}\navatar: /me.png\nfavicon: {medium: /images/favicon-32x32-next.png}\n';
    const files = { '_config.next.yml': theme, 'source/about/index.md': '---\ntitle: 關於\n---\n我\n' };
    const { out } = openHexo(files).run('doctor');
    expect(out).toContain('Named in the settings of your theme, but not among the files of the blog: /me.png\n');
    expect(out).toContain('Entries of your menu that lead to no page: /photos/\n');
    expect(out).not.toContain('No settings of');
    expect(openHexo().run('doctor').out).toContain('No settings of next were found (such as _config.next.yml)');
  });

  test('two pages of one title have two names in the menu that is proposed', () => {
    const page = '---\ntitle: 頁\ndate: 2024-05-01\n---\n我\n';
    const { out } = openHexo({ 'source/a.md': page, 'source/b.md': page }).run('doctor');
    expect(out).toContain('        頁: /a.html\n        頁 2: /b.html\n');
  });

  test('tells how many posts show only their beginning, if most do', () => {
    const marked = { 'source/_posts/a.md': ESCAPED.replace('第一行', '<!-- more -->\n\n第一行') };
    expect(openHexo().run('doctor').out).toContain('posts without `<!-- more -->` (1) show their first sentences');
    expect(openHexo(marked).run('doctor').out).not.toContain('first sentences');
  });

  test('sees posts that lie where Jekyll has them', () => {
    const place = openWorkplace({ '_config.yml': 'title: x\n', '_posts/2024-05-01-a.md': '---\ntitle: a\n---\n' });
    expect(place.run('doctor').out).toContain('move the folder to source/_posts');
  });

  test.each([
    ['^7.2.0', '6.3.0', '7.2.0'],
    ['latest', '6.3.0', '6.3.0'],
  ])('Hexo %s of a folder that %s made is %s', (wanted, stamp, version) => {
    const text = JSON.stringify({ hexo: { version: stamp }, dependencies: { hexo: wanted } });
    expect(openHexo({ 'package.json': text }).run('doctor').out).toContain(`Hexo ${version} ·`);
  });

  test.each([
    ['hexo-renderer-pandoc', '^0.3.0', false, false],
    ['hexo-renderer-markdown-it-plus', '^1.0.0', true, false],
    ['hexo-renderer-multi-markdown-it', '^0.1.5', true, true],
    ['hexo-renderer-multi-next-markdown-it', '^0.7.0', true, true],
    ['hexo-renderer-markdown-it', '^3.4.1', true, false],
    ['hexo-renderer-markdown-it', '^7.0.0', false, true],
    ['hexo-renderer-kramed', '^0.1.4', false, true],
    ['hexo-renderer-marked', '^6.0.0', false, true],
  ])('%s %s: ids %s, quotes %s', (name, version, ids, quotes) => {
    const files = { 'package.json': JSON.stringify({ dependencies: { hexo: '5', [name]: version } }) };
    const { out } = openHexo(files).run('doctor');
    expect(out).toContain('What will be different');
    expect([out.includes('made ids of headings in its own way'), out.includes('Straight quotes')]).toEqual([
      ids,
      quotes,
    ]);
  });

  test('publishes nothing and writes nothing', () => {
    const place = openHexo(MORE);
    const before = place.list().map((path) => [path, place.read(path)]);
    expect(place.run('doctor').out).toContain('What next');
    expect(place.list().map((path) => [path, place.read(path)])).toEqual(before);
  });

  test('--json gives the same as data', () => {
    const found = JSON.parse(openHexo(MORE).run('doctor', '--json').out);
    expect(found).toMatchObject({
      type: 'doctor',
      blog: { title: '棒棒生', hexo: true, theme: 'next', drawnBy: 'mist', posts: 2 },
      math: { total: 2, failed: 0, escaped: ['source/_posts/a.md'] },
    });
    expect(found.proposals.map(({ key }: { key: string }) => key)).toEqual([
      'soft_break',
      'heading_ids',
      'flavor',
      'unescape',
    ]);
  });

  test('in a folder that is none of Hexo’s says so, and proposes nothing', () => {
    const place = openHexo({ 'package.json': '{}' });
    const { out } = place.run('doctor');
    expect(out).toContain('This is not a Hexo blog');
    expect(out).not.toContain('--write');
  });
});

describe('--write', () => {
  const built = (place: Workplace): string => {
    expect(place.run('build').code).toBe(0);
    return place.read('public/2024/05/01/a/index.html');
  };

  test('adds what was assumed, and the reading stays the same without package.json', () => {
    const place = openHexo();
    const before = built(place);
    expect(before).toContain('<br>');
    const { code, out } = place.run('doctor', '--write');
    expect(code).toBe(0);
    expect(out).toContain('Added to _config.yml:');
    expect(place.read('_config.yml')).toBe(
      `${CONFIG}markdown:\n  soft_break: br\n  heading_ids: hexo\n  flavor: marked\nmath:\n  unescape: marked\n`,
    );
    place.write('package.json', '{}');
    place.write('_config.yml', place.read('_config.yml').replace('theme: next', 'theme: mist'));
    expect(built(place)).toBe(before);
    expect(place.run('doctor', '--write').out).not.toContain('Added');
  });

  test('adds all that was concluded from the names and versions of plugins', () => {
    const place = openHexo({
      'package.json':
        '{"dependencies": {"hexo": "^4.0.0", "hexo-renderer-kramed": "^0.1.4", "hexo-filter-mathjax": "^0.9.0", "hexo-filter-github-emojis": "^3.0.0"}}',
      '_config.yml': `${CONFIG}mathjax: {tags: none}\n`,
      'source/_posts/a.md':
        '---\ntitle: a\ndate: 2024-05-01\n---\n- 甲\n - 乙 :smile: $$x$$ `$y$`\n\n##丙\n\n$$\n\\begin{align}z\\end{align}\n$$\n',
    });
    const before = built(place);
    expect(before).toMatch(/<ul>\s*<li>甲\s*<ul>\s*<li>乙 😄/);
    expect(place.run('doctor', '--write').code).toBe(0);
    expect(place.read('_config.yml')).toContain(
      '  flavor: kramed\n  extensions: [emoji]\nmath:\n  number: none\n  double_dollar: inline\n  code_dollar: true\n',
    );
    place.write('package.json', '{}');
    place.write('_config.yml', place.read('_config.yml').replace('theme: next', 'theme: mist'));
    expect(built(place)).toBe(before);
  });

  test('adds what `permalink` of a post meant to the Hexo that made the blog, if a post has one', () => {
    const place = openHexo({
      'package.json': '{"dependencies": {"hexo": "^3.9.0"}}',
      'source/_posts/a.md': '---\ntitle: a\ndate: 2024-05-01\npermalink: own\n---\nx\n',
    });
    expect(place.run('doctor', '--write').code).toBe(0);
    expect(place.read('_config.yml')).toContain('front_matter:\n  permalink: title\n');
    place.write('package.json', '{}');
    place.write('_config.yml', place.read('_config.yml').replace('theme: next', 'theme: mist'));
    expect(place.run('build').code).toBe(0);
    expect(place.read('public/2024/05/01/own/index.html')).toContain('<h1');
  });

  test('keeps comments, order and line ends, and adds to a group that is there', () => {
    const config = CONFIG.replace(
      'theme: next\n',
      'markdown: # 轉換\n    render: # 內\n        html: true\n',
    ).replaceAll('\n', '\r\n');
    const place = openHexo({}, config);
    place.run('doctor', '--write');
    expect(place.read('_config.yml')).toBe(
      `${config.replace('# 轉換\r\n', '# 轉換\r\n    soft_break: br\r\n    heading_ids: hexo\r\n    flavor: marked\r\n')}math:\r\n  unescape: marked\r\n`,
    );
  });

  test('says what must be put in by hand', () => {
    const config = CONFIG.replace('theme: next\n', 'markdown: {render: {html: true}}\n');
    const place = openHexo({}, config);
    const { out } = place.run('doctor', '--write');
    expect(out).toContain('put this into it yourself: soft_break: br');
    expect(place.read('_config.yml')).toBe(`${config}math:\n  unescape: marked\n`);
  });

  test('writes what it took over from a theme into a file that can be changed', () => {
    const place = openHexo({ '_config.next.yml': 'menu:\n  home: / || fa fa-home\n  友鏈: /links/ || fa\n' });
    const before = built(place);
    expect(before).toContain('<a href="/links/">友鏈</a>');
    expect(place.run('doctor', '--write').out).toContain('Written to _config.mist.yml, for you to change: menu');
    expect(place.read('_config.mist.yml')).toBe('# From _config.next.yml\nmenu:\n  home: /\n  友鏈: /links/\n');
    place.write('_config.yml', place.read('_config.yml').replace('theme: next', 'theme: mist'));
    expect(built(place)).toBe(before);
    place.write('_config.mist.yml', 'menu: {home: /}\n');
    place.write('_config.yml', place.read('_config.yml').replace('theme: mist', 'theme: next'));
    expect(built(place)).not.toContain('友鏈');
    expect(place.run('doctor', '--write').out).not.toContain('Written to');
    expect(place.read('_config.mist.yml')).toBe('menu: {home: /}\n');
  });

  test('takes over theme_config too, and nobody’s file is hidden by it', () => {
    const menu = 'theme_config:\n  menu: [{name: 首頁, url: /}, {name: 友鏈, url: /links/}]\n';
    const place = openHexo({}, CONFIG + menu);
    const before = built(place);
    expect(before).toContain('<a href="/links/">友鏈</a>');
    expect(place.run('doctor', '--write').out).toContain('Written to _config.mist.yml');
    expect(built(place)).toBe(before);
    place.write('_config.yml', place.read('_config.yml').replace('theme: next', 'theme: mist'));
    expect(built(place)).toBe(before);
    const other = openHexo({ '_config.mist.yaml': 'menu: {home: /}\n' }, CONFIG + menu);
    expect(other.run('doctor', '--write').out).not.toContain('Written to');
    expect(other.list()).not.toContain('_config.mist.yml');
  });

  test('adds nothing that is said already', () => {
    const config = `${CONFIG}markdown:\n  soft_break: join\n  heading_ids: clean\n  flavor: commonmark\nmath:\n  unescape: off\n`;
    const place = openHexo({}, config);
    expect(place.run('doctor', '--write').out).toContain('There is nothing to add to _config.yml.');
    expect(place.read('_config.yml')).toBe(config);
  });
});
