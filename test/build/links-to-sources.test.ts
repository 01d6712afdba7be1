/**
 * What nobody published is not published because a post names it: the texts of others,
 * drafts, settings, data. A text is meant as the page that it is.
 */
import { expect, test } from 'vitest';
import { openSite } from '../support/site.ts';

const SECRET = '-- source/_posts/secret.md --\n---\ntitle: 密\npublished: false\n---\n密\n';
const DRAFT = '-- source/_drafts/d.md --\n---\ntitle: 稿\n---\n稿\n';
const OTHER = '-- source/_posts/b.md --\n---\ntitle: 乙\ndate: 2024-05-01\n---\n乙\n';
const DATA = '-- source/_data/keys.yml --\nkey: x\n';
const FILES = '-- source/_posts/a/f.zip --\nz\n-- source/_hidden/p.zip --\nz\n';

function build(body: string): { paths: string[]; main: string; told: string[] } {
  const post = `-- source/_posts/a.md --\n---\ntitle: 甲\ndate: 2024-05-01\n---\n${body}\n`;
  const site = openSite(`${post}${SECRET}${DRAFT}${OTHER}${DATA}${FILES}`);
  site.build();
  const paths = site.paths().filter((path) => /\.(md|yml|json|zip)$/.test(path));
  return { paths, main: site.main('2024/05/01/a/index.html'), told: site.told() };
}

test.each([
  '[x](secret.md)',
  '[x](../_drafts/d.md)',
  '[x](../../_config.yml)',
  '[x](../_data/keys.yml)',
  '[x](/_drafts/d.md)',
  '{% asset_link secret.md x %}',
  '![x](secret.md)',
])('%s publishes nothing, and is told', (body) => {
  const { paths, told } = build(body);
  expect(paths).toEqual([]);
  expect(told).toEqual([expect.stringMatching(/^warning (?:link\/file-|image\/)missing source\/_posts\/a\.md:5:/)]);
});

test.each(['b.md', './b.md', '../_posts/b.md', '_posts/b.md', '/_posts/b.md'])(
  '%s is the page of that post',
  (path) => {
    const { paths, main, told } = build(`[x](${path}#top)`);
    expect([paths, told]).toEqual([[], []]);
    expect(main).toContain('href="/2024/05/01/b/#top"');
  },
);

test.each(['a/f.zip', 'f.zip', '../_hidden/p.zip'])('%s, a file beside the posts, is published', (path) => {
  const { paths, told } = build(`[x](${path})`);
  expect([paths, told]).toEqual([[expect.stringMatching(/\.zip$/)], []]);
});
