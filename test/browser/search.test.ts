/**
 * Searching: by keyboard and on a telephone, in the dialog and on the page of its own,
 * and what is there without scripts.
 */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBlog, openBrowser, openDemo, placeShot, type Site } from './demo.ts';

const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' };
const TELEPHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: 'light' };

let site: Site;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  site = await openDemo();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(path: string, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(site.url + path);
  return page;
}

const hitsOf = (page: Page) => page.locator('a[data-search-hit]');

async function listTitles(page: Page): Promise<string[]> {
  return page.locator('a[data-search-hit] b').allTextContents();
}

async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(
    `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.html).join(' ')))`,
  );
}

describe('the dialog', () => {
  test.each([
    ['/', 'slash'],
    ['Control+k', 'ctrl-k'],
    ['Meta+k', 'command-k'],
  ])('opens by %s, is used by arrows and Enter, closes by Escape', async (key) => {
    const page = await open('/', DESK);
    await page.keyboard.press(key);
    const input = page.locator('dialog.search input');
    await input.waitFor();
    expect(await input.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.search').isVisible()).toBe(false);
    await page.keyboard.press(key);
    await input.waitFor();
    await page.keyboard.type('矩陣');
    await hitsOf(page).nth(1).waitFor();
    const chosen = page.locator('a[data-search-hit][aria-selected="true"]');
    expect(await chosen.count()).toBe(1);
    const first = await chosen.getAttribute('id');
    await page.keyboard.press('ArrowDown');
    const second = await chosen.getAttribute('id');
    expect(second).not.toBe(first);
    expect(await input.getAttribute('aria-activedescendant')).toBe(second);
    await page.keyboard.press('ArrowUp');
    expect(await chosen.getAttribute('id')).toBe(first);
    const to = await chosen.getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/');
    expect(new URL(page.url()).pathname).toBe(to);
  });

  test('opens again at once, though what was closed has the focus still', async () => {
    const page = await open('/', DESK);
    await page.keyboard.press('/');
    await page.locator('dialog.search[open] input').waitFor();
    await page.evaluate(() => {
      const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
      dialog?.close();
      dialog?.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    });
    await page.locator('dialog.search[open]').waitFor({ timeout: 5_000 });
  });

  test('tells how many were found, and marks the words in a passage', async () => {
    const page = await open('/archives/', DESK);
    await page.locator('.seek').click();
    await page.locator('dialog input').fill('矩陣');
    await page.locator('.passage mark').first().waitFor();
    expect(await page.locator('.passage mark').first().textContent()).toBe('矩陣');
    expect(await page.locator('[role="status"]').textContent()).toMatch(/\d/);
    await page.screenshot({ path: await placeShot('search-dialog') });
    expect(await findFaults(page)).toEqual([]);
  });

  test('says that nothing was found, and by what', async () => {
    const page = await open('/', DESK);
    await page.keyboard.press('/');
    await page.locator('dialog input').fill('恐龍復活節');
    await page.waitForFunction(`document.querySelector('dialog .found').textContent.includes('恐龍復活節')`);
    expect(await hitsOf(page).count()).toBe(0);
  });

  test('leaves a slash to who is typing', async () => {
    const page = await open('/search/', DESK);
    await page.locator('.finder input').focus();
    await page.keyboard.press('/');
    expect(await page.locator('.finder input').inputValue()).toBe('/');
    expect(await page.locator('dialog.search').count()).toBe(0);
  });

  test.each(['light', 'dark'] as const)('fills a telephone, %s', async (colorScheme) => {
    const page = await open('/', { ...TELEPHONE, colorScheme });
    await page.locator('.seek').click();
    await page.locator('dialog input').fill('梯度');
    await page.locator('.passage mark').first().waitFor();
    await page.screenshot({ path: await placeShot(`search-dialog-390-${colorScheme}`) });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const box = await hitsOf(page).first().boundingBox();
    expect(box?.width).toBeGreaterThan(340);
    await page.locator('dialog form button').click();
    expect(await page.locator('dialog.search').isVisible()).toBe(false);
  });
});

describe('the page', () => {
  test('answers its address, in either script', async () => {
    const traditional = await open('/search/?q=梯度', DESK);
    await hitsOf(traditional).first().waitFor();
    await traditional.locator('.passage mark').first().waitFor();
    await traditional.screenshot({ path: await placeShot('search-page') });
    expect(await findFaults(traditional)).toEqual([]);
    const titles = await listTitles(traditional);
    expect(titles.length).toBeGreaterThan(1);
    const other = await open('/search/?q=机率', DESK);
    await hitsOf(other).first().waitFor();
    const taiwan = await open('/search/?q=機率', DESK);
    await hitsOf(taiwan).first().waitFor();
    expect(await listTitles(other)).toEqual(await listTitles(taiwan));
  });

  test('keeps what is typed in its address, and is walked by arrows', async () => {
    const page = await open('/search/', { ...TELEPHONE, colorScheme: 'dark' });
    await page.locator('.finder input').fill('矩陣');
    await hitsOf(page).nth(1).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('矩陣');
    await page.screenshot({ path: await placeShot('search-page-390-dark') });
    expect(await findFaults(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const focused = 'document.activeElement.getAttribute("href")';
    expect(await page.evaluate(focused)).toBe(await hitsOf(page).nth(1).getAttribute('href'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    await page.reload();
    await hitsOf(page).nth(1).waitFor();
  });

  test('every hit leads to a page of the site that has the words', async () => {
    const page = await open('/search/?q=矩陣', DESK);
    await hitsOf(page).first().waitFor();
    for (const href of await hitsOf(page).evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    )) {
      const answer = await page.request.get(site.url + href);
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toMatch(/矩[陣阵]/);
    }
  });

  test('loads little, and only when it is asked', async () => {
    const page = await (await browser.newContext(DESK)).newPage();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(site.url);
    expect(loaded.filter((url) => /search/.test(url))).toEqual([]);
    loaded.length = 0;
    await page.goto(`${site.url}/search/?q=矩陣`);
    await page.locator('.passage mark').first().waitFor();
    const files = loaded.filter((url) => /\/search\/.+\.(json|txt)|search.*\.js/.test(url));
    const sizes = await Promise.all(
      files.map(async (url) => gzipSync(await readFile(site.folder + decodeURI(new URL(url).pathname))).length),
    );
    expect(files.length).toBeGreaterThan(4);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60 << 10);
  });

  test('the scripts of the search are small', async () => {
    const folder = new URL('../../themes/mist/source/js/', import.meta.url);
    const texts = ['search.js', 'search-engine.js', 'search-passage.js'].map((name) => readFile(new URL(name, folder)));
    const sizes = (await Promise.all(texts)).map((text) => gzipSync(text).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8 << 10);
  });

  test('without scripts it says so, and leads on', async () => {
    const page = await open('/search/', { ...DESK, javaScriptEnabled: false });
    expect(await page.locator('.finder').textContent()).toContain('JavaScript');
    expect(await page.locator('.finder a').first().isVisible()).toBe(true);
  });

  test('a site without search shows none', async () => {
    const plain = await openBlog('title: 無\nlanguage: zh-TW\nsearch: false\n');
    const page = await browser.newPage();
    await page.goto(plain.url);
    expect(await page.locator('.seek').count()).toBe(0);
    expect((await page.request.get(`${plain.url}/search/`)).status()).toBe(404);
    await page.keyboard.press('/');
    expect(await page.locator('dialog').count()).toBe(0);
    await page.close();
    await plain.close();
  });
});
