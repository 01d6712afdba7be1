/** One post in a site of its own, for tests of what Markdown becomes. */
import { openSite } from './site.ts';

/** The HTML of a post's text under some settings of `markdown`, in YAML. */
export function readPost(body: string, markdown: string): string {
  const site = openSite(
    `-- _config.yml --\ntitle: 測試\nurl: https://example.com\ntheme: plain\nmarkdown: {${markdown}}\n-- source/_posts/a.md --\n---\ntitle: 甲\ndate: 2024-05-01\n---\n${body}\n`,
  );
  site.build();
  return site.main('2024/05/01/a/index.html');
}
