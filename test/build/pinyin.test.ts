/** Addresses and ids in pinyin, where the settings ask for them. */
import { expect, test } from 'vitest';
import { openSite } from '../support/site.ts';

const config = (more: string): string =>
  `-- _config.yml --\ntitle: T\nurl: https://example.com\ntheme: plain\nlanguage: zh-TW\n${more}\n`;
const post = (name: string, body = '正文', fields = ''): string =>
  `-- source/_posts/${name}.md --\n---\ntitle: ${name}\ndate: 2024-01-01\n${fields}\n---\n${body}\n`;
const idsOf = (html: string): string[] => [...html.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id ?? '');

test('ids of headings read the words, Traditional ones too, and stay unique', () => {
  const body = '## 重慶銀行行長\n\n## 音樂與快樂\n\n## 女兒 Node.js\n\n## 音乐与快乐\n\n## 自訂 {#自訂}\n\n## 🎉';
  const site = openSite(config('permalink: :title/\nmarkdown: { heading_ids: pinyin }') + post('a', body));
  site.build();
  expect(idsOf(site.main('a/index.html'))).toEqual([
    'chong-qing-yin-hang-hang-zhang',
    'yin-yue-yu-kuai-le',
    'nv-er-node-js',
    'yin-yue-yu-kuai-le-1',
    '自訂',
    'section',
  ]);
});

test('posts, tags and categories get addresses in pinyin, unless somebody says another', () => {
  const site = openSite(
    config('slug: pinyin\ntag_map: { 機率: probability }\npermalink: :category/:title/') +
      post('勾股定理', '見 {% post_link 向量 %}', 'tags: [數學, 機率]\ncategories: [重量]') +
      post('向量', '正文', 'permalink: 自己/'),
  );
  site.build();
  expect(site.paths()).toEqual(
    expect.arrayContaining([
      'zhong-liang/gou-gu-ding-li/index.html',
      '自己/index.html',
      'tags/shu-xue/index.html',
      'tags/probability/index.html',
      'categories/zhong-liang/index.html',
    ]),
  );
  expect(site.main('zhong-liang/gou-gu-ding-li/index.html')).toContain('href="/%E8%87%AA%E5%B7%B1/"');
});

test('two names that are read alike are told, or kept apart', () => {
  const site = openSite(
    config('permalink: :title/\nslug: pinyin') +
      post('事實', '', 'tags: [事實, 實事]') +
      post('適時', '', 'tags: [適時]'),
  );
  site.build();
  expect(site.told()).toEqual(
    expect.arrayContaining(['error route/duplicate source/_posts/適時.md:1:1', 'warning route/term-clash']),
  );
});

test('a clean slug is in lower case', () => {
  const site = openSite(config('permalink: :title/\nslug: clean') + post('Node.js 與 第一章：開始', '', 'tags: [C++]'));
  site.build();
  expect(site.paths()).toEqual(expect.arrayContaining(['node-js-與-第一章-開始/index.html', 'tags/c/index.html']));
});

test('whole addresses of posts are spelled as hexo-permalink-pinyin did, those of terms and pages are not', () => {
  const site = openSite(
    config('permalink: :category/:title/\npermalink_pinyin: {enable: true}\npost_asset_folder: true') +
      post('種植 Vue3', '見 {% post_link 向量 %} ![圖](圖.png)', 'tags: [數學]\ncategories: [[甲], [乙]]') +
      '-- source/_posts/種植 Vue3/圖.png --\nx\n' +
      post('向量', '正文', 'permalink: 自己/') +
      '-- source/關於/index.md --\n關於\n',
  );
  site.build();
  expect(site.paths()).toEqual(
    expect.arrayContaining([
      'yi/zhong-zhi-vue3/index.html',
      'yi/zhong-zhi-vue3/圖.png',
      'zi-ji/index.html',
      'tags/數學/index.html',
      '關於/index.html',
    ]),
  );
  expect(site.main('yi/zhong-zhi-vue3/index.html')).toContain('href="/zi-ji/"');
});
