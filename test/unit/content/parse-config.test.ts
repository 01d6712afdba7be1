import { describe, expect, test } from 'vitest';
import { type ParsedConfig, parseConfig } from '../../../src/content/parse-config.ts';
import { describe as describeDiagnostic } from '../../../src/model/messages.ts';
import { createSourceFile, type Sources } from '../../../src/model/sources.ts';

const sourcesOf = (content: string | Uint8Array, path = '_config.yml'): Sources => {
  const file = createSourceFile(path, content);
  return new Map([[file.path, file]]);
};
const parse = (content: string | Uint8Array, hexo = false): ParsedConfig => parseConfig(sourcesOf(content), { hexo });
const told = ({ diagnostics }: ParsedConfig): string[] =>
  diagnostics.map(({ code, at, values }) =>
    `${code} ${at?.line}:${at?.column}+${at?.length} ${values.key ?? ''}`.trim(),
  );
const hintsOf = ({ diagnostics }: ParsedConfig): (string | undefined)[] =>
  diagnostics.map((diagnostic) => describeDiagnostic(diagnostic).hint);

/** The marks that the renderers of Shoka and ShokaX load by themselves. */
const SHOKA = [...['abbr', 'attrs', 'deflist', 'emoji', 'furigana', 'ins', 'mark', 'shoka', 'spoiler', 'sub', 'sup']];

describe('the defaults', () => {
  test('serve without a file, which is told', () => {
    const { config, diagnostics } = parseConfig(new Map(), { hexo: false });
    expect(diagnostics.map(({ code }) => code)).toEqual(['config/missing']);
    expect(config).toMatchObject({
      title: 'Mojing',
      url: 'http://example.com',
      root: '/',
      permalink: ':year/:month/:day/:title/',
      language: ['en'],
      timezone: 'UTC',
      per_page: 10,
      theme: 'mist',
      public_dir: 'public',
      markdown: { soft_break: 'join', heading_ids: 'clean' },
    });
  });

  test.each(['', '\n', '# nothing\n', '---\n'])('serve for an empty file: %j', (content) => {
    const parsed = parse(content);
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed.config.title).toBe('Mojing');
  });

  test('stand in for empty values, as in Hexo', () => {
    const parsed = parse(
      'title:\nsubtitle: ""\nlanguage:\ntimezone:\nper_page:\nmath:\nhighlight: ~\ncategory_map:\nskip_render:\nurl:\nroot:\ntheme:\npublic_dir:\nfuture:\n',
    );
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed.config).toMatchObject({
      title: 'Mojing',
      subtitle: '',
      language: ['en'],
      timezone: 'UTC',
      per_page: 10,
      category_map: {},
      skip_render: [],
      root: '/',
      theme: 'mist',
      public_dir: 'public',
      future: true,
    });
    expect(parsed.config.math.number).toBe('ams');
    expect(parsed.config.highlight.enable).toBe(true);
  });

  test('a Hexo folder gets the habits of Hexo, unless it says otherwise', () => {
    expect(parse('', true).config.markdown).toMatchObject({ soft_break: 'br', heading_ids: 'hexo' });
    expect(parse('markdown: {soft_break: space}', true).config.markdown).toMatchObject({
      soft_break: 'space',
      heading_ids: 'hexo',
    });
  });

  test('a Hexo folder without a zone has that of its language, and any odd `updated_option` is the file’s time', () => {
    const read = (yaml: string, hexo = true): unknown => {
      const { config, diagnostics } = parse(yaml, hexo);
      return [config.timezone, config.updated_option, diagnostics.length];
    };
    expect(read('language: zh-TW\ntimezone: ""')).toEqual(['Asia/Taipei', 'date', 0]);
    expect(read('language: [zh-Hans, en]\nupdated_option: drop')).toEqual(['Asia/Shanghai', 'mtime', 0]);
    expect(parse('language: zh-TW, en', true).config.language).toEqual(['zh-TW', 'en']);
    expect(read('language: zh-TW, en')).toEqual(['Asia/Taipei', 'date', 0]);
    expect(read('language: zh-hk')).toEqual(['Asia/Hong_Kong', 'date', 0]);
    expect(read('language: en')).toEqual(['UTC', 'date', 0]);
    expect(read('language: zh-TW\ntimezone: Asia/Tokyo')).toEqual(['Asia/Tokyo', 'date', 0]);
    expect(read('language: zh-TW\nupdated_option: drop', false)).toEqual(['UTC', 'date', 1]);
  });

  test('folders of the site may stand between slashes, and a word in the place of slugs says nothing in a Hexo folder', () => {
    const { config, diagnostics } = parse(
      'archive_dir: /a/b/\ncategory_dir: /\ntag_dir: tags/\ncategory_map: category\ntag_map: []',
      true,
    );
    expect([config.archive_dir, config.category_dir, config.tag_dir]).toEqual(['a/b', '', 'tags']);
    expect([config.category_map, config.tag_map, diagnostics]).toEqual([{}, {}, []]);
    expect(told(parse('category_map: category'))).toEqual([expect.stringContaining('category_map')]);
  });

  test('hexo-feed names its files one by one', () => {
    const read = (yaml: string): unknown => {
      const { type, path } = parse(`feed: ${yaml}`, true).config.feed;
      return [type, path];
    };
    const rss = 'rss: {enable: true, template: x, output: feed/rss.xml}';
    expect(read(`{limit: 20, ${rss}, jsonFeed: {enable: true, output: feed.json}}`)).toEqual([
      ['rss2'],
      ['feed/rss.xml'],
    ]);
    expect(read(`{atom: {enable: true}, ${rss}}`)).toEqual([
      ['atom', 'rss2'],
      ['atom.xml', 'feed/rss.xml'],
    ]);
    expect(read('{rss: {enable: false}}')).toEqual([[], []]);
    expect(read(`{type: atom, path: a.xml, ${rss}}`)).toEqual([['atom'], ['a.xml']]);
  });

  test('hexo-generator-sitemap made two files since its version 3', () => {
    const read = (yaml: string, version: string): unknown => {
      const plugins = ['hexo-generator-sitemap'];
      const versions = { 'hexo-generator-sitemap': version };
      return parseConfig(sourcesOf(yaml), { hexo: true, plugins, versions }).config.sitemap.path;
    };
    expect(read('', '^3.0.1')).toEqual(['sitemap.xml', 'sitemap.txt']);
    expect([read('', '^2.1.0'), read('sitemap: {path: map.xml}', '^3.0.1')]).toEqual([[], ['map.xml']]);
  });

  test.each([
    ['a: 1\ndescription: @me', '2:14', 'Write `description: "@me"`.'],
    ['title: x\nauthor：me', '2:7', 'Write `author: me`.'],
    ["title: 'it's'", '1:12', 'Write `title: "it\'s"`.'],
    ['menu:\n  home: /\nmenu: 2', '3:1', 'Keep one of the two lines.'],
    ['theme:\n\tx: [1', '2:6', 'Write `  x: "[1"`.'],
    ['a:\n  b: 1\n c: 2', '3:2', 'Put a value with a colon, bracket or quote in it between quotes: `title: "…"`.'],
  ])('%j is told with its remedy', (yaml, place, remedy) => {
    const [one, ...more] = parse(yaml).diagnostics;
    expect([one?.code, `${one?.at?.line}:${one?.at?.column}`, one?.values.remedy, more]).toEqual([
      'config/syntax',
      place,
      remedy,
      [],
    ]);
  });

  test('rules of the home page have a form', () => {
    expect(told(parse('index_generator: {exclude: [tag 甲, category 乙, path 丙/]}'))).toEqual([]);
    for (const rule of ['甲', 'tags 甲', 'tag'])
      expect(told(parse(`index_generator:\n  exclude: [${rule}]\n`))).toEqual([
        expect.stringContaining('index_generator.exclude'),
      ]);
  });

  test('ids of headings are those of pandoc where pandoc made them', () => {
    const read = (yaml: string): string =>
      parseConfig(sourcesOf(yaml), { hexo: true, plugins: ['hexo-renderer-pandoc'] }).config.markdown.heading_ids;
    expect([read(''), read('markdown: {heading_ids: hexo}')]).toEqual(['pandoc', 'hexo']);
  });

  test('ids of headings are those of hexo-renderer-markdown-it where that made them, in its letters', () => {
    const read = (yaml: string, version = '^7.1.1'): unknown => {
      const plugins = ['hexo-renderer-markdown-it'];
      const versions = { 'hexo-renderer-markdown-it': version };
      return parseConfig(sourcesOf(yaml), { hexo: true, plugins, versions }).config.markdown;
    };
    const usual = { case: 0, separator: '-', collisionSuffix: '', typographer: true };
    expect(read('')).toMatchObject({ heading_ids: 'markdown-it', anchors: usual });
    expect(read('markdown: {anchors: {collisionSuffix: v, case: 1}, render: {typographer: false}}')).toMatchObject({
      anchors: { ...usual, collisionSuffix: 'v', case: 1, typographer: false },
    });
    expect(read('markdown: {heading_ids: clean}')).toMatchObject({ heading_ids: 'clean' });
    expect(read('', '^3.4.1')).toMatchObject({ heading_ids: 'hexo' });
    expect(read('markdown: {anchors: false}')).toMatchObject({ anchors: usual });
    const marked = parseConfig(sourcesOf('marked: {modifyAnchors: 2}'), { hexo: true }).config.markdown;
    expect(marked).toMatchObject({ heading_ids: 'hexo', anchors: { case: 2 } });
  });
});

describe('values are taken as they are meant', () => {
  test.each([
    ['title: 2024', { title: '2024' }],
    ['title: true', { title: 'true' }],
    ['language: zh-TW', { language: ['zh-TW'] }],
    ['language: [zh-TW, en, null]', { language: ['zh-TW', 'en'] }],
    ['per_page: "5"', { per_page: 5 }],
    ['per_page: 0', { per_page: 0 }],
    ['per_page: false', { per_page: 0 }],
    ['future: "false"', { future: false }],
    ['feed: false', { feed: { enable: false } }],
    ['feed: true', { feed: { enable: true, limit: 20 } }],
    ['archive_generator: false', { archive_generator: { enabled: false, yearly: true } }],
    ['highlight: false', { highlight: { enable: false } }],
    ['search: {enable: no}', { search: { enable: false } }],
    ['future: yes', { future: true }],
    ['future: off', { future: false }],
    ['search: {enable: never}', { search: { enable: true } }],
    ['theme: false', { theme: false }],
    ['build: {workers: 2}', { build: { workers: 2 } }],
    ['build: {post_seconds: 0.5}', { build: { post_seconds: 0.5 } }],
    ['url: https://例え.jp/部落格/', { url: 'https://例え.jp/部落格' }],
    ['timezone: "+08:00"', { timezone: '+08:00' }],
    ['tag_map: {C++: cpp}', { tag_map: { 'C++': 'cpp' } }],
  ])('%s', (text, expected) => {
    if (text.includes('never}')) expect(parse(text).diagnostics).toHaveLength(1);
    else expect(parse(text).diagnostics).toEqual([]);
    expect(parse(text).config).toMatchObject(expected);
  });

  test.each([
    ['url: https://example.com/blog', '/blog/'],
    ['url: https://example.com/blog/', '/blog/'],
    ['url: https://example.com', '/'],
    ['url: https://example.com/blog\nroot: /', '/'],
    ['url: https://example.com\nroot: blog', '/blog/'],
    ['url: https://example.com\nroot: /a/b', '/a/b/'],
  ])('the root of %j is %s', (text, root) => {
    expect(parse(text).config.root).toBe(root);
  });

  test('what was written stays readable for templates, with the defaults beside it', () => {
    const { config } = parse('social: {github: x}\nhighlight: {hljs: true}\nmenu: [a]\n');
    expect(config.all).toMatchObject({
      social: { github: 'x' },
      highlight: { hljs: true, enable: true },
      menu: ['a'],
      title: 'Mojing',
    });
  });

  test('the command line is stronger than the file', () => {
    const { config } = parseConfig(sourcesOf('url: https://a.example/x/\nroot: /x/\nrender_drafts: false\n'), {
      hexo: false,
      overrides: { url: 'https://b.example/y/', root: null, render_drafts: true },
    });
    expect(config).toMatchObject({ url: 'https://b.example/y', root: '/y/', render_drafts: true });
  });

  test('tabs, a BOM and CRLF do no harm', () => {
    const parsed = parse('\ufefftitle: 甲\r\npretty_urls:\r\n\ttrailing_index: false\r\n');
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed.config).toMatchObject({ title: '甲', pretty_urls: { trailing_index: false } });
  });

  test('`_config.yaml` is read too', () => {
    expect(parseConfig(sourcesOf('title: 甲', '_config.yaml'), { hexo: false }).config.title).toBe('甲');
  });
});

describe('a value of the wrong type is told at its key, and its default stands in', () => {
  test.each([
    ['title: [甲]', '1:1+5 title', /text/],
    ['title: 甲\nper_page: ten', '2:1+8 per_page', /whole number/],
    ['per_page: -1', '1:1+8 per_page', /whole number/],
    ['per_page: 1.5', '1:1+8 per_page', /whole number/],
    ['per_page: [3]', '1:1+8 per_page', /whole number/],
    ['per_page: true', '1:1+8 per_page', /whole number/],
    ['future: maybe', '1:1+6 future', /`true` or `false`/],
    ['language: {a: b}', '1:1+8 language', /word or a list/],
    ['skip_render: [{a: b}]', '1:1+11 skip_render', /word or a list/],
    ['url: example.com', '1:1+3 url', /web address/],
    ['url: "https://[bad"', '1:1+3 url', /web address/],
    ['url: [a]', '1:1+3 url', /web address/],
    ['url: javascript:alert(1)', '1:1+3 url', /web address/],
    ['timezone: Asia/Taipe', '1:1+8 timezone', /time zone/],
    ['timezone: 8', '1:1+8 timezone', /time zone/],
    ['math: 5', '1:1+4 math', /map of keys/],
    ['typography: true', '1:1+10 typography', /map of keys/],
    ['math:\n  # how\n  number: some', '3:3+6 math.number', /one of ams, none, all/],
    ['math: {copy_tex: true, number: some}', '1:24+6 math.number', /one of/],
    ['index_generator:\n  per_page: 5\nper_page: x', '3:1+8 per_page', /whole number/],
    ['index_generator:\n  per_page: x\nper_page: 5', '2:3+8 index_generator.per_page', /whole number/],
    ['archive_generator:\n  yearly: true\ntag_generator:\n  per_page: x', '4:3+8 tag_generator.per_page', /whole/],
    ['category_map: cpp', '1:1+12 category_map', /map of keys/],
    ['public_dir: ""', '1:1+10 public_dir', /folder/],
    ['source_dir: [a]', '1:1+10 source_dir', /folder/],
    ['build: {workers: many}', '1:9+7 build.workers', /auto/],
    ['build: {post_seconds: 0}', '1:9+12 build.post_seconds', /greater than 0/],
    ['theme: [mist]', '1:1+5 theme', /name/],
  ])('%j', (text, place, detail) => {
    const parsed = parse(text);
    expect(told(parsed)).toEqual([`config/wrong-value ${place}`]);
    expect(parsed.diagnostics[0]?.severity).toBe('error');
    expect(parsed.diagnostics[0]?.values.detail).toMatch(detail);
    expect(hintsOf(parsed)[0]).toBeTruthy();
  });

  test('all of them in one run, and what is sound is kept', () => {
    const parsed = parse(
      'title: {a: b}\nper_page: x\nmath:\n  number: some\n  copy_tex: perhaps\nurl: nowhere\nauthor: 甲\ntimezone: Asia/Taipei\nhighlight:\n  line_number: 3\n  auto_detect: true\n',
    );
    expect(told(parsed).sort()).toEqual([
      'config/wrong-value 10:3+11 highlight.line_number',
      'config/wrong-value 1:1+5 title',
      'config/wrong-value 2:1+8 per_page',
      'config/wrong-value 4:3+6 math.number',
      'config/wrong-value 5:3+8 math.copy_tex',
      'config/wrong-value 6:1+3 url',
    ]);
    expect(parsed.config).toMatchObject({
      title: 'Mojing',
      per_page: 10,
      author: '甲',
      timezone: 'Asia/Taipei',
      highlight: { line_number: false, auto_detect: true },
    });
    expect(parsed.config.math).toMatchObject({ number: 'ams', copy_tex: true });
  });
});

describe('an unknown key', () => {
  test.each([
    ['titel: x', 'config/misspelt-key 1:1+5 titel', 'Did you mean `title`?'],
    ['Title: x', 'config/misspelt-key 1:1+5 Title', 'Did you mean `title`?'],
    ['title: x\nper_pages: 5', 'config/misspelt-key 2:1+9 per_pages', 'Did you mean `per_page`?'],
    ['math:\n  nubmer: all', 'config/misspelt-key 2:3+6 math.nubmer', 'Did you mean `math.number`?'],
    [
      'markdown: {softbreak: br}',
      'config/misspelt-key 1:12+9 markdown.softbreak',
      'Did you mean `markdown.soft_break`?',
    ],
  ])('that is nearly one of ours is asked about: %j', (text, place, hint) => {
    expect(told(parse(text))).toEqual([place]);
    expect(hintsOf(parse(text))).toEqual([hint]);
    expect(parse(text).diagnostics[0]?.severity).toBe('warning');
  });

  test('that is none of ours is told, for it does nothing', () => {
    expect(told(parse('title: x\n社交連結: {a: b}'))).toEqual(['config/unknown-key 2:1+4 社交連結']);
    expect(told(parse('constructor: x\n__proto__: {title: polluted}'))).toEqual([
      'config/unknown-key 1:1+11 constructor',
    ]);
    expect(parse('__proto__: {title: polluted}').config.title).toBe('Mojing');
  });

  test("of Hexo's plugins is not told", () => {
    const text =
      'deploy: {type: git}\nmarked: {gfm: true}\nhighlight: {wrap: true, hljs: false, line_threshold: 0}\nmarkdown: {preset: default, render: {html: true}, plugins: [], anchors: {level: 2}}\nsearch: {path: search.xml, field: post}\nfeed: {hub: "", content_limit: 140, order_by: -date, icon: icon.png}\narchive: 1\nserver: {port: 4000}\n';
    expect(told(parse(text))).toEqual([]);
  });
});

describe('a file that cannot be read at all', () => {
  test('as YAML is told at its line and column', () => {
    expect(told(parse('title: a: b\nurl: https://example.com'))[0]).toMatch(/^config\/syntax 1:\d+\+1$/);
    expect(told(parse('title: 甲\nurl: [a\n'))[0]).toMatch(/^config\/syntax [23]:/);
    expect(told(parse('title: 甲\ntitle: 乙\n'))).toEqual(['config/syntax 2:1+5']);
  });

  test.each(['- a\n- b\n', 'just text\n', '42\n'])('as a map is told: %j', (text) => {
    expect(told(parse(text))).toEqual(['config/not-a-map 1:1+1']);
    expect(parse(text).config.title).toBe('Mojing');
  });

  test('as UTF-8 is told', () => {
    expect(told(parse(Uint8Array.from([0x74, 0x3a, 0x20, 0xa4, 0xa4])))).toEqual(['post/not-utf8 1:4+1']);
  });
});

describe('settings of Hexo that mean one of ours', () => {
  const softBreak = (yaml: string, plugins: readonly string[] = []): string =>
    parseConfig(sourcesOf(yaml), { hexo: true, plugins }).config.markdown.soft_break;

  test.each([
    ['marked: {breaks: false}', [], 'join'],
    ['marked: {breaks: true}', [], 'br'],
    ['kramed: {breaks: false}', [], 'join'],
    ['markdown: {render: {breaks: false}}', [], 'join'],
    ['markdown: {render: {breaks: true}}', [], 'br'],
    ['markdown: {preset: commonmark}', [], 'join'],
    ['markdown: commonmark', [], 'join'],
    ['title: a', ['hexo-renderer-pandoc'], 'join'],
    ['title: a', ['hexo-renderer-marked'], 'br'],
    ['marked: {breaks: false}\nmarkdown: {soft_break: br}', [], 'br'],
  ])('%s with %j: %s', (yaml, plugins, expected) => {
    expect(softBreak(yaml, plugins)).toBe(expected);
  });

  test('an older hexo-renderer-markdown-it joins lines unless it is told not to', () => {
    const read = (yaml: string, version: string) =>
      parseConfig(sourcesOf(yaml), {
        hexo: true,
        plugins: ['hexo-renderer-markdown-it'],
        versions: { 'hexo-renderer-markdown-it': version },
      }).config.markdown.soft_break;
    expect(read('title: a', '^3.4.1')).toBe('join');
    expect(read('markdown: {render: {html: true}}', '^3.4.1')).toBe('join');
    expect(read('markdown: {render: {breaks: true}}', '^3.4.1')).toBe('br');
    expect(read('title: a', '^5.0.0')).toBe('br');
  });

  test('are not read where there is no Hexo', () => {
    expect(parse('marked: {breaks: true}').config.markdown.soft_break).toBe('join');
  });

  test.each([
    [[], {}, 'marked'],
    [['hexo-renderer-marked'], { 'hexo-renderer-marked': '^6.3.0' }, 'marked'],
    [['hexo-renderer-marked'], { 'hexo-renderer-marked': '^0.3.2' }, 'marked-0.3'],
    [['hexo-renderer-marked'], { 'hexo-renderer-marked': '0.2.11' }, 'marked-0.3'],
    [['hexo-renderer-kramed'], { 'hexo-renderer-kramed': '^0.1.4' }, 'kramed'],
    [['hexo-renderer-multi-markdown-it'], {}, 'hexo'],
    [['hexo-renderer-multi-next-markdown-it'], {}, 'hexo'],
    [['hexo-renderer-kramed', 'hexo-renderer-markdown-it'], { 'hexo-renderer-kramed': '^0.1.4' }, 'hexo'],
    [['hexo-renderer-pandoc'], {}, 'hexo'],
  ])('%j with %j is of the flavor %s', (plugins, versions, expected) => {
    const read = (yaml: string, hexo: boolean) =>
      parseConfig(sourcesOf(yaml), { hexo, plugins, versions }).config.markdown.flavor;
    expect(read('title: a', true)).toBe(expected);
    expect(read('markdown: {flavor: commonmark}', true)).toBe('commonmark');
    expect(read('title: a', false)).toBe('commonmark');
  });

  test.each([
    ['mathjax: {tags: none}', ['hexo-filter-mathjax'], 'none'],
    ['mathjax: {tags: all}', ['hexo-filter-mathjax'], 'all'],
    ['mathjax: {tags: none}\nmath: {number: ams}', ['hexo-filter-mathjax'], 'ams'],
    ['mathjax: {tags: some}', ['hexo-filter-mathjax'], 'none'],
    ['', ['hexo-filter-mathjax'], 'none'],
    ['mathjax: {tags: none}', ['hexo-math'], 'ams'],
  ])('%s with %j numbers %s', (yaml, plugins, expected) => {
    const { config, diagnostics } = parseConfig(sourcesOf(yaml), { hexo: true, plugins });
    expect(config.math.number).toBe(expected);
    expect(diagnostics).toEqual([]);
  });

  test('kramed reads dollar signs its own way, unless the settings say otherwise', () => {
    const mathOf = (yaml: string, plugins: readonly string[]) =>
      parseConfig(sourcesOf(yaml), { hexo: true, plugins }).config.math;
    const kramed = ['hexo-renderer-kramed'];
    expect(mathOf('title: a', kramed)).toMatchObject({ double_dollar: 'inline', code_dollar: true });
    const { markdown } = parseConfig(sourcesOf('title: a'), { hexo: true, plugins: kramed }).config;
    expect(markdown.flavor).toBe('kramed');
    expect(mathOf('math: {double_dollar: display}', kramed)).toMatchObject({ double_dollar: 'display' });
    // Of two renderers Hexo takes the one it loads last.
    expect(mathOf('title: a', [...kramed, 'hexo-renderer-marked'])).toMatchObject({ double_dollar: 'display' });
    expect(mathOf('title: a', [])).toMatchObject({ double_dollar: 'display', code_dollar: false });
  });

  test.each([
    [
      'markdown: {plugins: [markdown-it-sub, {name: markdown-it-mark}]}',
      ['hexo-renderer-markdown-it'],
      ['mark', 'sub'],
    ],
    ['markdown: {plugins: [markdown-it-sub]}', [], ['sub']],
    ['markdown: {plugins: [markdown-it-sub]}', ['hexo-renderer-marked'], []],
    ['markdown: {plugins: [markdown-it-footnote, markdown-it-container]}', [], []],
    ['markdown: {plugins: [markdown-it-bracketed-spans]}', [], ['attrs']],
    ['markdown: {plugins: [markdown-it-implicit-figures]}', [], ['figure']],
    ['title: a', ['hexo-renderer-markdown-it-plus'], ['abbr', 'deflist', 'emoji', 'ins', 'mark', 'sub', 'sup']],
    [
      'markdown_it_plus: {plugins: [{plugin: {name: markdown-it-sub, enable: false}}, {plugin: {name: markdown-it-sup, enable: true}}, {plugin: {name: markdown-it-ins}}]}',
      [],
      ['abbr', 'deflist', 'emoji', 'mark', 'sup'],
    ],
    ['title: a', ['hexo-renderer-multi-markdown-it'], SHOKA],
    [
      'markdown: {render: {breaks: true}, plugins: [{plugin: {name: markdown-it-emoji}}, {plugin: {name: ./markdown-it-container}}]}',
      ['hexo-renderer-multi-next-markdown-it'],
      SHOKA.filter((name) => name !== 'emoji' && name !== 'shoka'),
    ],
    ['title: a', ['hexo-renderer-pandoc'], ['deflist', 'figure', 'sub', 'sup']],
    ['title: a', ['hexo-renderer-marked', 'hexo-filter-github-emojis'], ['emoji']],
    ['title: a', ['hexo-renderer-marked', 'hexo-toc'], ['toc']],
    ['githubEmojis: {enable: false}', ['hexo-filter-github-emojis'], []],
    ['markdown: {extensions: [ins], plugins: [markdown-it-sub]}', [], ['ins']],
    ['title: a', [], []],
  ])('%s with %j: extensions %j', (yaml, plugins, expected) => {
    const { config, diagnostics } = parseConfig(sourcesOf(yaml), { hexo: true, plugins });
    expect(config.markdown.extensions).toEqual(expected);
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ['archive: 1', { archive_generator: { per_page: 0, enabled: true } }],
    ['archive: 2', { archive_generator: { enabled: true } }],
    ['category: 1', { category_generator: { overview: true } }],
    ['tag: 2', { tag_generator: { overview: true } }],
    ['tag_generator: {enable_index_page: false}', { tag_generator: { overview: false } }],
    ['tag_generator: {enable_index_page: false, overview: true}', { tag_generator: { overview: true } }],
  ])('%s', (yaml, expected) => {
    const { config, diagnostics } = parse(yaml);
    expect(config).toMatchObject(expected);
    expect(diagnostics).toEqual([]);
  });
});

test('hexo-directory-category makes categories of folders, unless the settings say otherwise', () => {
  const read = (yaml: string): boolean =>
    parseConfig(sourcesOf(yaml), { hexo: true, plugins: ['hexo-directory-category'] }).config.auto_dir_categorize
      .enable;
  expect([read(''), read('auto_dir_categorize: {enable: false}')]).toEqual([true, false]);
});

describe('what `permalink` of a post means', () => {
  const read = (hexo: boolean, version?: string, yaml = ''): string =>
    parseConfig(sourcesOf(yaml), { hexo, versions: version === undefined ? {} : { hexo: version } }).config.front_matter
      .permalink;

  test.each([
    ['^3.9.0', 'title'],
    ['4.2.1', 'title'],
    ['~2.8', 'title'],
    ['5.0.0', 'address'],
    ['^8.1.2', 'address'],
    ['^10.0.0', 'address'],
    ['latest', 'address'],
    [undefined, 'address'],
  ])('in a folder of Hexo %s: its %s', (version, expected) => {
    expect(read(true, version)).toBe(expected);
  });

  test('is what the settings say, if they do', () => {
    expect(read(true, '3.9.0', 'front_matter: {permalink: address}')).toBe('address');
    expect(read(false, '3.9.0')).toBe('address');
  });
});

describe('several files of settings', () => {
  const files = (...texts: readonly (readonly [string, string])[]) => {
    const sources = new Map(
      texts.map(([path, text]) => [createSourceFile(path, '').path, createSourceFile(path, text)]),
    );
    return parseConfig(sources, { hexo: false, files: [...sources.keys()] });
  };

  test('the last is the strongest; maps are merged, lists replaced, and an empty value takes nothing away', () => {
    const { config, diagnostics } = files(
      ['a.yml', 'title: a\nsubtitle: b\nlanguage: [zh-TW, en]\nfeed:\n  limit: 5\n  type: rss2\n'],
      ['b.json', '{"title": "c", "subtitle": null, "language": ["ja"], "feed": {"limit": 7}}'],
    );
    expect(config).toMatchObject({ title: 'c', subtitle: 'b', language: ['ja'], feed: { limit: 7, type: ['rss2'] } });
    expect(diagnostics).toEqual([]);
  });

  test('a fault is told in the file it stands in', () => {
    const { diagnostics } = files(['a.yml', 'title: a\nper_page: many\n'], ['b.yml', '\nfuture: perhaps\ntitel: x\n']);
    expect(diagnostics.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`).sort()).toEqual([
      'config/misspelt-key b.yml:3',
      'config/wrong-value a.yml:2',
      'config/wrong-value b.yml:2',
    ]);
  });

  test('one that cannot be read leaves the others in force', () => {
    const { config, diagnostics } = files(['a.yml', 'title: a\n'], ['b.yml', 'title: [\n']);
    expect(config.title).toBe('a');
    expect(diagnostics.map(({ code, at }) => `${code} ${at?.file}`)).toEqual(['config/syntax b.yml']);
  });

  test('settings may be JSON', () => {
    expect(parseConfig(sourcesOf('{\n\t"title": "甲"\n}\n', '_config.json'), { hexo: false }).config.title).toBe('甲');
  });
});
