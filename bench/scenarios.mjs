/**
 * What happens to a site before it is built again, and how the change must show.
 *
 * Each edit bears a mark, and the mark must be found in the output after the build: a
 * generator that did not see the edit has not been quick but wrong.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCold, readOutput } from './sites.mjs';

/** In the order in which they run; `cold` always runs first. */
export const SCENARIOS = {
  cold: { label: 'cold', change: ({ generator }) => makeCold(generator) },
  same: { label: 'no change', change: () => {} },
  body: {
    label: 'body edit',
    change: ({ post }, mark) => edit(post, (text) => addParagraph(text, mark)),
    place: ({ page }) => page,
  },
  title: {
    label: 'title edit',
    change: ({ post }, mark) => edit(post, (text) => addToTitle(text, mark)),
    place: ({ page }) => page,
  },
  tag: {
    label: 'new tag',
    change: ({ post }, mark) => edit(post, (text) => text.replace(/^(tags|labels): \[/m, `$1: ["${mark}", `)),
    place: (_site, mark) => `tags/${mark}/index.html`,
  },
  template: {
    label: 'template edit',
    change: ({ layout }, mark) => edit(layout, (text) => text.replace('</body>', `<i hidden>${mark}</i></body>`)),
    place: ({ page }) => page,
  },
};

/** A paragraph more below the excerpt, so that only the post's own page (and perhaps the feed) shows it. */
export function addParagraph(text, mark) {
  return text.replace(/^<!-- ?more ?-->$/m, (more) => `${more}\n\n编辑标记 ${mark}。`);
}

export function addToTitle(text, mark) {
  return text.replace(/^title: "/m, `title: "${mark} `);
}

function edit(file, change) {
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`the edit finds no place in ${file}`);
  writeFileSync(file, changed);
}

/** A site under test: the post that is edited, its page, the layout, and how both were at first. */
export function openSite(generator, posts) {
  const number = Math.floor(posts / 2);
  const post = join(generator.folder, generator.content, `post-${number}.md`);
  const layout = join(generator.folder, generator.layout);
  const date = /^date: (\d{4})-(\d{2})-(\d{2})/m.exec(readFileSync(post, 'utf8'));
  const originals = [post, layout].map((file) => [file, readFileSync(file, 'utf8')]);
  return { generator, post, layout, page: `${date.slice(1).join('/')}/post-${number}/index.html`, originals };
}

/** Puts the edited files back. */
export function restoreSite({ originals }) {
  for (const [file, text] of originals) writeFileSync(file, text);
}

/** Whether the output shows what was changed; a build without an edit must at least have made the page. */
export function showsChange(site, scenario, mark) {
  const { place } = SCENARIOS[scenario];
  const text = readOutput(site.generator, place ? place(site, mark) : site.page);
  return place ? text.includes(mark) : text !== '';
}
