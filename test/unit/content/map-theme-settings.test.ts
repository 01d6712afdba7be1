import { describe, expect, test } from 'vitest';
import { mapThemeSettings } from '../../../src/content/map-theme-settings.ts';
import { readYaml } from '../../../src/content/read-yaml.ts';
import { isMap } from '../../../src/model/post.ts';

const PUBLISHED = new Set(['/images/me.png', '/favicon.ico', '/img/a b.png']);

function map(yaml: string, root?: string): unknown {
  const read = readYaml(yaml);
  if (read.fault) throw new Error(read.fault.detail);
  return mapThemeSettings(isMap(read.data) ? read.data : {}, (address) => PUBLISHED.has(address), root);
}

describe('menus', () => {
  test.each([
    [
      'NexT',
      'menu:\n  home: / || fa fa-home\n  about: /about/ || fa fa-user\n  #tags: /tags/\n',
      { home: '/', about: '/about/' },
    ],
    [
      'NexT 5',
      'menu:\n  home: /\n  archives: /archives\nmenu_icons: {enable: true, home: home}\n',
      { home: '/', archives: '/archives' },
    ],
    [
      'NexT in several steps',
      'menu:\n  docs:\n    default: /docs/ || fa fa-book\n    Install:\n      default: /install/ || fa fa-flag\n',
      { docs: '/docs/' },
    ],
    [
      'Butterfly, groups in a row',
      'nav: {logo: /images/me.png, display_title: true}\nmenu:\n  主页: / || fas fa-home\n  博文 || fa fa-x:\n    分类: /categories/ || fa fa-archive\n  生活 || fas fa-list||hide:\n    - 音乐 || /x\n    - 影视: /movies/ || fas fa-video\n',
      { 主页: '/', 分类: '/categories/', 音乐: '/x', 影视: '/movies/' },
    ],
    [
      'Butterfly up to version 2, lists in a row',
      'menu:\n  Home: / || fa fa-home\n  Recreation||fa fa-heartbeat:\n    - Music || /music/ || fa fa-music\n    - Movie || /movies/ || fa fa-film\n    - 說明\n',
      { Home: '/', Music: '/music/', Movie: '/movies/' },
    ],
    [
      'Redefine',
      'navbar:\n  color: {left: "#f78736"}\n  links:\n    Home: {path: /, icon: fa-regular fa-house}\n    Link:\n      icon: fa-regular fa-link\n      submenus: {About: /about, Portfolio: https://a.example}\n',
      { Home: '/', About: '/about', Portfolio: 'https://a.example' },
    ],
    [
      'Fluid',
      'navbar:\n  blog_title: x\n  menu:\n    - { key: "home", link: "/", icon: "iconfont icon-home-fill" }\n    - { key: "docs", icon: "x", submenu: [{ key: "a", link: "https://a.example" }] }\n',
      { home: '/', a: 'https://a.example' },
    ],
    [
      'Icarus',
      'logo: /img/logo.svg\nnavbar:\n  menu:\n    Home: /\n    About: /about\n  links: {GitHub: {icon: fab fa-github, url: x}}\n',
      { Home: '/', About: '/about' },
    ],
    [
      'Matery',
      'menu:\n  Index: {url: /, icon: fas fa-home}\n  Medias:\n    icon: fas fa-list\n    children:\n      - {name: Musics, url: /musics}\n',
      { Index: '/', Musics: '/musics' },
    ],
    [
      'Volantis',
      'navbar:\n  menu:\n    - {name: 博客, icon: fas fa-rss, url: /}\n    - {name: 暗黑, icon: x, toggle: darkmode}\n    - {name: 更多, icon: y, rows: []}\n',
      { 博客: '/' },
    ],
    [
      'Maupassant',
      'menu:\n  - {page: home, directory: ., icon: fa-home}\n  - {page: archive, directory: archives/, icon: x}\n',
      { home: '/', archives: '/archives/' },
    ],
    [
      'ShokaX',
      'menu:\n  home: / || home\n  posts:\n    default: / || feather\n    archives: /archives/ || list\n    category: /categories/ || th\n',
      { home: '/', archives: '/archives/', categories: '/categories/' },
    ],
    [
      'Stellar',
      'menubar:\n  items:\n    - {id: post, theme: "#1", icon: x, title: 博客, url: /}\n    - {id: more, title: 关于, url: /about/}\n',
      { 博客: '/', 关于: '/about/' },
    ],
    ['Fluid’s keys', 'navbar:\n  menu:\n    - { key: "archive", link: "/archives/" }\n', { archives: '/archives/' }],
    ['no picture', 'nav:\n  logo: /images/me.png\n  home: /\n', { home: '/' }],
    ['Cactus', 'nav:\n  home: /\n  articles: /archives/\n', { home: '/', articles: '/archives/' }],
  ])('%s', (_theme, yaml, menu) => {
    expect(map(yaml)).toEqual({ menu });
  });

  test.each([
    'menu:\n',
    'menu: {toggle: true, style: dark, home: "#", top: "javascript:;"}\n',
    'menu: [1, null, x]\n',
    '',
  ])('nothing in %j', (yaml) => {
    expect(map(yaml)).toEqual({});
  });
});

describe('pictures', () => {
  test.each([
    ['avatar: /images/me.png', { avatar: '/images/me.png' }],
    ['avatar: images/me.png', { avatar: '/images/me.png' }],
    ['avatar: {url: /images/me.png, rounded: true}', { avatar: '/images/me.png' }],
    ['avatar: {img: https://a.example/b.png}', { avatar: 'https://a.example/b.png' }],
    [
      'defaults: {avatar: /images/me.png, favicon: /favicon.ico}',
      { avatar: '/images/me.png', favicon: '/favicon.ico' },
    ],
    ['favicon: {small: /images/16.png, medium: /favicon.ico}', { favicon: '/favicon.ico' }],
    ['favicon: favicon.ico', { favicon: '/favicon.ico' }],
    ['favicon: {desktop: {url: /favicon.ico}, android: {url: /x.png}}', { favicon: '/favicon.ico' }],
    ["logo: {avatar: '[/images/me.png](/about/)'}", { avatar: '/images/me.png' }],
    [
      'base_info: {avatar: /images/me.png, favicon: /favicon.ico}',
      { avatar: '/images/me.png', favicon: '/favicon.ico' },
    ],
    ['aside: {my_card: {author: {img: /images/me.png}}}', { avatar: '/images/me.png' }],
  ])('%s', (yaml, found) => {
    expect(map(yaml)).toEqual(found);
  });

  test('of the theme itself are left out, for they are not on the site', () => {
    expect(map('avatar: /images/avatar.gif\nfavicon: {medium: /images/favicon-32x32-next.png}')).toEqual({});
  });
});

describe('accounts', () => {
  test.each([
    [
      'social:\n  GitHub: https://github.com/a || fab fa-github\n  E-Mail: mailto:a@b.example\n',
      { GitHub: 'https://github.com/a', 'E-Mail': 'mailto:a@b.example' },
    ],
    [
      'social:\n  fab fa-github: https://github.com/a || Github || "#24292e"\n  fas fa-envelope: mailto:a@b.example\n',
      { Github: 'https://github.com/a', envelope: 'mailto:a@b.example' },
    ],
    [
      'home_banner:\n  social_links:\n    enable: true\n    links: {github: https://github.com/a, email: a@b.example, zhihu: }\n',
      { github: 'https://github.com/a', email: 'mailto:a@b.example' },
    ],
    [
      'profile:\n  social_links:\n    Github: {icon: fab fa-github, url: https://github.com/a}\n',
      { Github: 'https://github.com/a' },
    ],
    [
      'social_links:\n  - {icon: github, link: https://github.com/a}\n  - {icon: fa-brands fa-mastodon, link: https://m.example/a}\n',
      { github: 'https://github.com/a', mastodon: 'https://m.example/a' },
    ],
    [
      'about:\n  icons:\n    - { class: "iconfont icon-github-fill", link: "https://github.com/a", tip: "GitHub" }\n',
      { GitHub: 'https://github.com/a' },
    ],
    [
      'social:\n  iconfont icon-bilibili: https://b.example || x\n  /img/zhihu.svg: https://z.example\n',
      { x: 'https://b.example', zhihu: 'https://z.example' },
    ],
  ])('%j', (yaml, social) => {
    expect(map(yaml)).toEqual({ social });
  });
});

test.each([
  ['creative_commons: {license: by-nc-sa, sidebar: false, post: true}', { licence: 'by-nc-sa' }],
  ['creative_commons: {license: by-nc-sa, sidebar: false, post: false}', {}],
  ['creative_commons: {license: by-nc}', { licence: 'by-nc' }],
  ['creative_commons: {license: zero}', { licence: 'zero' }],
  ['post_copyright: {license: CC0 1.0}', { licence: 'zero' }],
  ['post_copyright: {license: CC BY-NC-SA 4.0 International}', { licence: 'by-nc-sa' }],
  ['post_copyright: {license: CC BY-NC-SA 3.0 CN}', {}],
  ['post_copyright: {license: "All rights reserved by 墨子"}', {}],
  ['reprint: by permission', {}],
  ['post_copyright: {license: Absolute zero tolerance}', {}],
  ['articles: {copyright: {enable: true, default: cc_by_nc_sa}}', { licence: 'by-nc-sa' }],
  ['article: {license: "[署名](https://creativecommons.org/licenses/by-nc-sa/4.0/)"}', { licence: 'by-nc-sa' }],
  ['footer: {start: 2022/8/17 11:45:14}', { footer: { since: 2022 } }],
  ['uptime: {since: "2018/05/06 1:2"}', { footer: { since: 2018 } }],
  ['footer: {custom_text: "<a href=x>粤ICP备2020123号-1</a>"}', { footer: { icp: '粤ICP备2020123号-1' } }],
  ['creative_commons: by-nd', { licence: 'by-nd' }],
  ['post_copyright: {enable: true, license: CC BY-NC-SA 4.0}', { licence: 'by-nc-sa' }],
  ['footer: {since: 2015}', { footer: { since: 2015 } }],
  ['footer: {owner: {enable: true, since: 2020}}', { footer: { since: 2020 } }],
  ['footer: {since: <required>, beian: {enable: true, icp: 京ICP备1号}}', { footer: { icp: '京ICP备1号' } }],
  ['footer: {beian: {enable: false, icp: 京ICP备1号}}', {}],
])('%s', (yaml, found) => {
  expect(map(yaml)).toEqual(found);
});

test.each([
  [
    'NexT',
    'links_settings: {icon: fa fa-link, title: Links, layout: block}\nlinks:\n  甲: https://a.example/\n  #Title: http://b.example\n',
    { links: { 甲: 'https://a.example/' } },
  ],
  ['NexT without any', 'links_title: Links\nlinks:\n  #Title: http://b.example\n', {}],
  ['Yilia', 'friends:\n  友一: http://a.example/\n', { links: { 友一: 'http://a.example/' } }],
  ['Maupassant', 'links:\n  - {title: 甲, url: https://a.example/}\n', { links: { 甲: 'https://a.example/' } }],
  [
    'Icarus',
    'widgets:\n  - {position: left, type: profile, social_links: {GitHub: {icon: x, url: https://g.example}}}\n  - {type: links, links: {甲: https://a.example/}}\n',
    { social: { GitHub: 'https://g.example' }, links: { 甲: 'https://a.example/' } },
  ],
  ['Icarus without any', 'widgets:\n  - {type: toc}\n  - {type: links}\n', {}],
  [
    'Fluid, on a page of their own',
    'links:\n  enable: true\n  items:\n    - {title: 甲, intro: 乙, link: https://a.example/, avatar: /a.png}\n  onerror_avatar: /img/b.png\n',
    { friends: [{ title: '甲', intro: '乙', link: 'https://a.example/', avatar: '/a.png' }] },
  ],
  ['Fluid, switched off', 'links: {enable: false, items: [{title: 甲, link: https://a.example/}]}\n', {}],
  ['Fluid without any', 'links: {enable: true, items: []}\n', {}],
])('links to friends: %s', (_theme, yaml, found) => {
  expect(map(yaml)).toEqual(found);
});

test('Icarus has the picture and the accounts in a widget, and the licence among links', () => {
  const icon = (name: string, path = ''): string =>
    `{${name}: {icon: x, url: "https://creativecommons.org/${path}"}, Attribution: {url: "https://creativecommons.org/licenses/by/4.0/"}, Noncommercial: {url: "https://creativecommons.org/licenses/by-nc/4.0/"}}`;
  const footer = `footer:\n  links: ${icon('Creative Commons')}\n`;
  const widgets =
    'widgets:\n  - {type: toc}\n  - {type: profile, avatar: /images/me.png, social_links: {Github: {icon: x, url: https://g.example}}}\n';
  const licence = 'by-nc';
  expect(map(footer)).toEqual({ licence });
  expect(map(`${widgets}${footer}`)).toEqual({
    avatar: '/images/me.png',
    social: { Github: 'https://g.example' },
    licence,
  });
  expect(map(`article:\n  licenses: ${icon('Creative Commons')}\n`)).toEqual({ licence });
  const shareAlike = 'article: {licenses: {a: {url: "https://creativecommons.org/licenses/by-sa/4.0/"}}}\n';
  expect(map(shareAlike)).toEqual({ licence: 'by-sa' });
  expect(map('article: {licenses: {a: {url: "https://creativecommons.org/"}}}\n')).toEqual({});
});

test('what a browser would run is no address', () => {
  expect(map('menu: [{name: a, url: "javascript:alert(1)"}, {name: b, url: "data:text/html,x"}]\n')).toEqual({});
  expect(map('avatar: "javascript:x"\nsocial: {QQ: "tencent://x", X: "vbscript:x"}\n')).toEqual({
    social: { QQ: 'tencent://x' },
  });
});

test('settings beside entries are none', () => {
  expect(map('menu: {style: a/b, title: 選單/清單, items: [{name: 首, url: /}]}\n')).toEqual({ menu: { 首: '/' } });
  expect(map('social: {icon_font: //at.example/x.css}\navatar: {enable: false, img: /images/me.png}\n')).toEqual({});
});

test('names of keys are just names', () => {
  expect(map('menu: {constructor: /a/, toString: /b/, archive: /c/}\n')).toEqual({
    menu: { constructor: '/a/', toString: '/b/', archives: '/c/' },
  });
});

test('addresses may be written with the root of the site', () => {
  const yaml = 'menu: {about: /blog/about/, home: /}\navatar: /blog/images/me.png\nfavicon: /favicon.ico?v=1\n';
  expect(map(yaml, '/blog/')).toEqual({
    menu: { about: '/about/', home: '/' },
    avatar: '/images/me.png',
    favicon: '/favicon.ico?v=1',
  });
});
