/**
 * Tags in the page: tabs and hidden words work without scripts and by keyboard, nothing
 * is asked of another host before the reader asks for it.
 */
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tagDocs } from '../../src/render/tags/table.ts';
import { openBlog, openBrowser, placeShot, type Site } from './demo.ts';

/** What these examples lead to is not in the blog. */
const ELSEWHERE = new Set(['post_link', 'post_path', 'asset_path', 'asset_img', 'asset_link', 'include_code', 'pdf']);
const examples = tagDocs
  .filter(({ names }) => !ELSEWHERE.has(names[0]))
  .map(({ names, example }) => `## ${names[0]}\n\n${example.source}\n`);
const post = `---\ntitle: 標籤\ndate: 2026-01-01\npermalink: tags-of-posts/\n---\n${examples.join('\n')}`;

let site: Site;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  site = await openBlog('title: 標籤\nurl: https://example.com\nlanguage: zh-TW\n', { 'tags.md': post });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** The post with all tags, and the addresses of other hosts that were asked for. */
async function openPost(options: BrowserContextOptions): Promise<{ page: Page; foreign: string[] }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  const foreign: string[] = [];
  await page.route(
    (url) => !url.href.startsWith(site.url) && /^https?:$/.test(url.protocol),
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  await page.goto(`${site.url}/tags-of-posts/`, { waitUntil: 'domcontentloaded' });
  return { page, foreign };
}

test('tabs and hidden words work without a script, by keyboard', async () => {
  const { page } = await openPost({ javaScriptEnabled: false });
  const [first, second] = [page.locator('.tab-pane').first(), page.locator('.tab-pane').nth(1)];
  expect([await first.isVisible(), await second.isVisible()]).toEqual([false, true]);
  await page.locator('.tab > summary').first().focus();
  await page.keyboard.press('Enter');
  expect([await first.isVisible(), await second.isVisible()]).toEqual([true, false]);
  expect(await page.locator('.hide-content').isVisible()).toBe(false);
  await page.locator('.hide-inline input').focus();
  await page.keyboard.press('Space');
  expect(await page.locator('.hide-content').isVisible()).toBe(true);
  await page.context().close();
});

test('a film is a link, and is asked for when the reader asks', async () => {
  const { page, foreign } = await openPost({});
  const embed = page.locator('.embed').first();
  expect(await embed.locator('a').getAttribute('href')).toBe('https://www.youtube.com/watch?v=lJIrF4YjHfQ');
  expect(foreign.filter((url) => /youtube|vimeo|gist|jsfiddle|caniuse/.test(url))).toEqual([]);
  await embed.locator('button').press('Enter');
  await expect.poll(() => foreign, { timeout: 10_000 }).toContain('https://www.youtube-nocookie.com/embed/lJIrF4YjHfQ');
  const gist = page.locator('.embed').nth(2);
  await gist.locator('button').press('Enter');
  expect(await gist.locator('iframe').getAttribute('srcdoc')).toContain('src="https://gist.github.com/996818.js"');
  expect(await gist.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts allow-popups');
  await page.context().close();
});

test.each(['light', 'dark'] as const)(
  'nothing is wider than a telephone, nothing is hard to reach (%s)',
  async (colorScheme) => {
    const { page } = await openPost({ colorScheme });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.screenshot({ path: await placeShot(`tags-${colorScheme}`), fullPage: true });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>("axe.run('.prose', { iframes: false })");
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.context().close();
  },
);
