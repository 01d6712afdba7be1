/**
 * The picture of a post's preview is where the picture is, in a folder of the host too.
 */
import { expect, test } from 'vitest';
import { openSite } from '../support/site.ts';

const HEAD = '{{ open_graph() }}{{ open_graph({ image: page.images | first }) }}{{ json_ld() }}';

function listPictures(frontMatter: string, body: string): string[] {
  const site = openSite(
    new Map([
      ['_config.yml', 'title: 測試\nurl: https://example.com/blog\nroot: /blog/\ntheme: plain\n'],
      ['themes/plain/layout/post.njk', `<main>${HEAD}</main>`],
      ['source/images/圖.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
      ['source/_posts/a.md', `---\ntitle: 甲\ndate: 2024-05-01\n${frontMatter}---\n${body}\n`],
    ]),
  );
  site.build();
  const main = site.main('2024/05/01/a/index.html');
  return [...main.matchAll(/(?:og:image" content=|twitter:image" content=|"image":)"([^"]*)"/g)].map(
    ([, address = '']) => address,
  );
}

test.each([
  ['the first that is shown', '', '![](/images/圖.svg)', 'https://example.com/blog/images/%E5%9C%96.svg'],
  ['one of another host', '', '![](https://x.example/a.png)', 'https://x.example/a.png'],
  ['the cover', 'cover: /images/圖.svg\n', '', 'https://example.com/blog/images/%E5%9C%96.svg'],
])('it is %s', (_name, frontMatter, body, address) => {
  const pictures = listPictures(frontMatter, body);
  expect(pictures.length).toBeGreaterThan(2);
  expect([...new Set(pictures)]).toEqual([address]);
});
