import { describe, expect, test } from 'vitest';
import { readTheme } from '../../../src/content/read-theme.ts';
import { tell, toSources } from './reading.ts';

const read = (files: Record<string, string | Uint8Array>, config = {}) => readTheme(toSources(files), 'mine', config);
const index = { 'themes/mine/layout/index.njk': 'index' };

test('a theme is its layouts, assets and words', () => {
  const { theme, diagnostics } = read({
    ...index,
    'themes/mine/layout/partial/pager.html': 'pager',
    'themes/mine/layout/notes.txt': 'no template',
    'themes/mine/source/css/a.css': 'a',
    'themes/mine/source/_sass/b.css': 'b',
    'themes/mine/source/.c': 'c',
    'themes/mine/languages/zh-TW.yml': 'menu:\n  home: 首頁\n  n: 2\n  none:\n',
    'themes/mine/languages/en.json': '{"menu": {"home": "Home"}}',
    'themes/mine/README.md': 'x',
    'themes/other/layout/post.njk': 'other',
    'themes/mine/languages/empty.yml': '',
  });
  expect(diagnostics).toEqual([]);
  expect([...theme.layouts.values()].map(({ name, text }) => `${name}: ${text}`)).toEqual([
    'index: index',
    'partial/pager: pager',
  ]);
  expect(theme.assets.map(({ route }) => route)).toEqual(['css/a.css']);
  expect([...(theme.words.get('zh-TW') ?? [])]).toEqual([
    ['menu.home', '首頁'],
    ['menu.n', '2'],
  ]);
  expect([...theme.words.keys()]).toEqual(['empty', 'en', 'zh-TW']);
});

test('its settings yield to those of the site, maps key by key, lists as a whole', () => {
  const { theme } = read(
    {
      ...index,
      'themes/mine/_config.yml': 'a: 1\nb: {x: 1, y: 1, z: 1}\nlist: [1, 2, 3]\nkept: 1\n',
      '_config.mine.yml': 'b: {y: 2, z: 2}\nlist: [4]\nkept:\n',
    },
    { b: { z: 3 }, own: true },
  );
  expect(theme.config).toEqual({ a: 1, b: { x: 1, y: 2, z: 3 }, list: [4], kept: 1, own: true });
});

describe('its print changes', () => {
  const files = {
    ...index,
    'themes/mine/languages/en.yml': 'a: b',
    'themes/mine/_config.yml': 'a: 1',
    'themes/mine/source/a.css': 'a',
  };
  const printOf = (changed: Record<string, string> = {}, config = {}): string =>
    read({ ...files, ...changed }, config).theme.print;

  test.each([
    [{ 'themes/mine/layout/index.njk': 'other' }],
    [{ 'themes/mine/layout/post.njk': '' }],
    [{ 'themes/mine/languages/en.yml': 'a: c' }],
    [{ 'themes/mine/_config.yml': 'a: 2' }],
    [{ '_config.mine.yml': 'a: 2' }],
  ])('with %j', (changed) => {
    expect(printOf(changed)).not.toBe(printOf());
  });

  test('with the settings of the site', () => {
    expect(printOf({}, { a: 2 })).not.toBe(printOf());
  });

  test('but not with what no page shows, nor with the order of files', () => {
    expect(printOf({ 'themes/mine/source/a.css': 'b', 'themes/mine/README.md': 'x', 'source/a.md': 'x' })).toBe(
      printOf(),
    );
    const turned = Object.fromEntries(Object.entries(files).reverse());
    expect(readTheme(toSources(turned), 'mine', {}).theme).toEqual(read(files).theme);
  });
});

describe('what is wrong with it is told', () => {
  test.each<[string, Record<string, string | Uint8Array>, string[]]>([
    ['no layouts', { 'themes/mine/source/a.css': '' }, ['theme/empty']],
    ['no index', { 'themes/mine/layout/post.njk': '' }, ['theme/no-index']],
    [
      'bad words',
      { ...index, 'themes/mine/languages/en.yml': 'a: b: c' },
      ['theme/bad-words themes/mine/languages/en.yml:1:5'],
    ],
    [
      'bad settings',
      { ...index, 'themes/mine/_config.yml': 'a: 1\na: 2' },
      ['config/syntax themes/mine/_config.yml:2:1'],
    ],
    [
      'bad settings of the site',
      { ...index, '_config.mine.yml': 'a: 1\na: 2' },
      ['config/syntax _config.mine.yml:2:1'],
    ],
    [
      'a template that is not UTF-8',
      { ...index, 'themes/mine/layout/post.njk': Uint8Array.from([0xff]) },
      ['post/not-utf8 themes/mine/layout/post.njk:1:1'],
    ],
  ])('%s', (_what, files, told) => {
    expect(tell(read(files).diagnostics)).toEqual(told);
  });
});

test('takes over what it can from the settings of the theme in whose place it stands', () => {
  const files = {
    ...index,
    'themes/mine/_config.yml': 'menu:\nfavicon: /mine.ico\nfooter: {powered: true, since: 1999}\n',
    'themes/old/_config.yml':
      'menu: {home: /, about: /about/ || fa}\navatar: /old.png\nfavicon: /theme.ico\nscheme: Mist\n',
    '_config.old.yml': 'menu: {links: /links/}\navatar: /a%20b.png\nfooter: {since: 2015}\n',
    '_config.mine.yml': 'footer: {since: 2016}\n',
    'src/_data/old.yml': 'social: {me: /me || x}\n',
    'src/a b.png': '',
  };
  const take = (config = {}): unknown =>
    readTheme(toSources(files), 'mine', config, { name: 'old', sourceDir: 'src/', root: '/blog/' }).theme.config;
  expect(take()).toEqual({
    menu: { home: '/', about: '/about/', links: '/links/' },
    avatar: '/a%20b.png',
    favicon: '/mine.ico',
    social: { me: '/me' },
    footer: { powered: true, since: 2016 },
  });
  expect(take({ menu: { 文: { tags: '/tags/ || fa' } }, custom: 1 })).toMatchObject({
    menu: { home: '/', tags: '/tags/' },
    custom: 1,
  });
  expect(read(files).theme.config).toMatchObject({ menu: null, footer: { since: 2016 } });
});

test('settings of another theme that cannot be read say nothing, which is told', () => {
  const files = { ...index, '_config.old.yml': 'avatar: /a.png\nmenu: {a\n' };
  const { theme, diagnostics } = readTheme(
    toSources(files),
    'mine',
    {},
    { name: 'old', sourceDir: 'source', root: '/' },
  );
  expect(theme.config).toEqual({});
  expect(diagnostics.map(({ code, severity, at }) => [code, severity, at?.file])).toEqual([
    ['theme/old-settings', 'warning', '_config.old.yml'],
  ]);
});

test.each(['next', 'next7.8', 'hexo-theme-next'])(
  'NexT’s settings among the data are read whatever its folder is called: %s',
  (name) => {
    const files = {
      ...index,
      'source/_data/next.yml': 'menu: {home: /}\n',
      '_config.next.yml': 'menu: {tags: /tags/}\n',
    };
    const { menu } = readTheme(toSources(files), 'mine', {}, { name, sourceDir: 'source', root: '/' }).theme.config;
    expect(menu).toEqual(name === 'next7.8' ? { home: '/' } : { home: '/', tags: '/tags/' });
  },
);

test('the data of a theme that is written with a capital are found', () => {
  const files = { ...index, 'source/_data/butterfly.yml': 'menu: {Home: / || x}\n' };
  const replaced = { name: 'Butterfly', sourceDir: 'source', root: '/' };
  expect(readTheme(toSources(files), 'mine', {}, replaced).theme.config).toEqual({ menu: { Home: '/' } });
});

describe('theme_config of a theme that is replaced', () => {
  const take = (config: object, files = {}): unknown =>
    readTheme(toSources({ ...index, ...files }), 'mine', { ...config }, { name: 'old', sourceDir: 'source', root: '/' })
      .theme.config;

  test('is merged with what it says of the same group', () => {
    const footer = { since: 2015, holder: '墨', powered: false };
    expect(take({ footer })).toEqual({ footer });
    expect(take({ footer: { holder: '墨' } }, { '_config.old.yml': 'footer: {start: 2020/1/1}\n' })).toEqual({
      footer: { since: 2020, holder: '墨' },
    });
    expect(
      take({}, { '_config.old.yml': 'footer: {start: 2020/1/1}\n', '_config.mine.yml': 'footer: {holder: 墨}\n' }),
    ).toEqual({
      footer: { since: 2020, holder: '墨' },
    });
  });

  test('passes nothing on in the forms of that theme', () => {
    const lists = { menu: [{ name: '首', url: '/' }], avatar: '/none.gif', social: { GitHub: null }, custom: 1 };
    expect(take(lists)).toEqual({ menu: { 首: '/' }, custom: 1 });
    expect(take(lists, { '_config.mine.yml': 'menu: {二: /2/}\n' })).toEqual({
      menu: { 二: '/2/' },
      custom: 1,
    });
    expect(take(lists, { '_config.mine.yml': 'menu:\n' })).toEqual({ menu: { 首: '/' }, custom: 1 });
  });
});

test('our own theme reads menus of lists and groups as well', () => {
  const read = (config: object): unknown =>
    readTheme(toSources({ 'themes/mist/layout/index.njk': '' }), 'mist', { ...config }).theme.config;
  expect(read({ menu: [{ name: '首', url: '/' }], social: { a: { url: '/a' } }, avatar: { img: '/x' } })).toEqual({
    menu: { 首: '/' },
    social: { a: '/a' },
    avatar: { img: '/x' },
  });
  const plain = { menu: { home: 'index', tags: null }, social: { a: 'x || y' } };
  expect(read(plain)).toEqual(plain);
});
