/**
 * Reading: without scripts everything is there; with them the colours can be chosen, the
 * contents follow the reader, and the pages of a list are numbered as Hexo numbers them.
 */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPage, openBlog, openBrowser, openDemo, placeShot, type Site } from './demo.ts';

const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' };
const TELEPHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: 'light' };
const PAPER = 'rgb(255, 255, 255)';
const NIGHT = 'rgb(23, 25, 29)';
const background = 'getComputedStyle(document.body).backgroundColor';

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
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(site.url + path);
  return page;
}

async function openPost(title: string, options: BrowserContextOptions): Promise<Page> {
  return open(await findPage(site, title), options);
}

test('items below an item stand close, and a heading close above its text', async () => {
  const lists = await openBlog('title: 清單\nlanguage: zh-TW\n', {
    'lists.md': '---\ntitle: 清單\ndate: 2024-05-01\n---\n開頭。\n\n- 甲\n  - 乙\n\n## 節\n\n文。\n',
  });
  const page = await browser.newPage();
  await page.goto(lists.url + (await findPage(lists, '清單')));
  const marginOf = (selector: string) =>
    page.locator(`.prose ${selector}`).evaluate((element) => Number.parseFloat(getComputedStyle(element).marginTop));
  expect(await marginOf('> p:first-child')).toBe(0);
  expect(await marginOf('> ul')).toBeGreaterThan(12);
  expect(await marginOf('li > ul')).toBeLessThan(6);
  expect(await marginOf('h2 + p')).toBe(0);
  await page.close();
  await lists.close();
});

describe('without scripts', () => {
  const still = { ...TELEPHONE, javaScriptEnabled: false };

  test('a post can be read: text, formulas, code, contents', async () => {
    const page = await openPost('在墨經裡寫數學', still);
    await page.screenshot({ path: await placeShot('math-no-script') });
    expect(await page.locator('.prose > p').first().isVisible()).toBe(true);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.prose')).opacity")).toBe('1');
    expect(await page.locator('.prose .katex-html').first().isVisible()).toBe(true);
    expect(await page.locator('.prose pre').first().isVisible()).toBe(true);
    expect(await page.locator('.menu a').first().isVisible()).toBe(true);
    const first = page.locator('.toc a').first();
    expect(await first.isVisible()).toBe(false);
    await page.locator('.toc summary').click();
    expect(await first.isVisible()).toBe(true);
  });

  test('the contents stand open on a wide screen', async () => {
    const page = await openPost('在墨經裡寫數學', { ...DESK, javaScriptEnabled: false });
    expect(await page.locator('.toc a').first().isVisible()).toBe(true);
  });

  test('the dark scheme follows the system, and no dead button is shown', async () => {
    const page = await open('/', { ...still, colorScheme: 'dark' });
    expect(await page.evaluate(background)).toBe(NIGHT);
    expect(await page.locator('.scheme').isVisible()).toBe(false);
  });
});

describe('the colour scheme', () => {
  test('goes from the system to light, to dark, and back', async () => {
    const page = await open('/', { ...DESK, colorScheme: 'dark' });
    const button = page.locator('.scheme');
    expect(await page.evaluate(background)).toBe(NIGHT);
    await button.click();
    expect(await page.evaluate(background)).toBe(PAPER);
    const label = await button.getAttribute('aria-label');
    await button.click();
    expect(await page.evaluate(background)).toBe(NIGHT);
    expect(await button.getAttribute('aria-label')).not.toBe(label);
    await button.click();
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBeUndefined();
  });

  test('is chosen before anything is drawn', async () => {
    const page = await open('/', DESK);
    await page.locator('.scheme').click();
    await page.locator('.scheme').click();
    await page.route('**/*.js', (route) => route.abort());
    await page.addInitScript(`new MutationObserver((_, watch) => {
      if (!document.body) return;
      watch.disconnect();
      window.whenBodyCame = document.documentElement.dataset.theme;
    }).observe(document, { childList: true, subtree: true })`);
    await page.goto(`${site.url}/archives/`);
    expect(await page.evaluate('window.whenBodyCame')).toBe('dark');
    expect(await page.evaluate(background)).toBe(NIGHT);
  });
});

describe('the contents', () => {
  test('mark the heading that is read', async () => {
    const page = await openPost('在墨經裡寫數學', { ...DESK, reducedMotion: 'reduce' });
    const current = page.locator('.toc a[aria-current]');
    expect(await current.count()).toBe(0);
    for (const index of [3, 1]) {
      const link = page.locator('.toc a').nth(index);
      const text = await link.textContent();
      await link.click();
      await page.waitForFunction(
        `document.querySelector('.toc a[aria-current]')?.textContent === ${JSON.stringify(text)}`,
      );
      expect(await current.count()).toBe(1);
    }
  });

  test('lead to headings that exist', async () => {
    const page = await openPost('在墨經裡寫數學', DESK);
    const lost = `[...document.querySelectorAll('.toc a')].filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).length`;
    expect(await page.locator('.toc a').count()).toBeGreaterThan(3);
    expect(await page.evaluate(lost)).toBe(0);
  });
});

describe('what is copied', () => {
  test('a formula gives its source', async () => {
    const page = await openPost('在墨經裡寫數學', DESK);
    const copied = await page.evaluate(`(() => {
      const formula = document.querySelector('.prose p .katex');
      getSelection().selectAllChildren(formula.parentElement);
      const clipboardData = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true }));
      return clipboardData.getData('text/plain');
    })()`);
    expect(copied).toContain('x\\in\\mathbb{R}^n$');
  });
});

test('no full stop after a formula begins a line', async () => {
  const page = await openPost('softmax', DESK);
  const lost = await page.evaluate<string[]>(`[...document.querySelectorAll('.prose p > .katex')].flatMap((formula) => {
    const after = formula.nextSibling;
    if (!/^[，。、；：）]/.test(after?.textContent ?? '')) return [];
    const mark = document.createRange();
    mark.setStart(after, 0);
    mark.setEnd(after, 1);
    const last = [...formula.querySelectorAll('.base')].at(-1).getBoundingClientRect();
    return mark.getBoundingClientRect().left < last.left ? [formula.parentElement.textContent] : [];
  })`);
  expect(lost).toEqual([]);
});

test('a picture is enlarged by a click, and put back by another', async () => {
  const page = await openPost('奇異值分解', { ...DESK, reducedMotion: 'reduce' });
  await page.locator('.prose img').first().click();
  expect(await page.locator('dialog.zoom img').isVisible()).toBe(true);
  await page.locator('dialog.zoom img').click();
  expect(await page.locator('dialog.zoom img').isVisible()).toBe(false);
});

describe('lists', () => {
  test('are paged as 1 … 3 [4] 5 … n', async () => {
    const many = await openBlog('title: 分頁\nlanguage: zh-TW\nper_page: 1\n');
    const page = await browser.newPage();
    await page.goto(`${many.url}/page/4/`);
    const shown = await page.locator('.pager > *').allTextContents();
    const last = shown.at(-2) ?? '';
    expect(Number(last)).toBeGreaterThan(6);
    expect(shown.slice(1, -1)).toEqual(['1', '…', '3', '4', '5', '…', last]);
    expect(await page.locator('.pager .current').textContent()).toBe('4');
    await page.close();
    await many.close();
  });

  test('lead from the excerpt to the whole post', async () => {
    const page = await open('/', DESK);
    const title = await page.locator('.item .title').first().textContent();
    await page.locator('.more a').first().click();
    expect(await page.locator('h1').textContent()).toBe(title);
  });

  test('count tags, and categories as a tree', async () => {
    const tags = await open('/tags/', DESK);
    expect(await tags.locator('.cloud .count').first().textContent()).toMatch(/^\d+$/);
    const categories = await open('/categories/', DESK);
    expect(await categories.locator('.tree li li .count').first().textContent()).toMatch(/^\d+$/);
  });
});

describe('the head', () => {
  test('says what the page is', async () => {
    const page = await openPost('在墨經裡寫數學', DESK);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant-TW');
    expect(await page.title()).toContain('在墨經裡寫數學');
    expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toMatch(/\/$/);
    expect(await page.locator('meta[property="og:type"]').getAttribute('content')).toBe('article');
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data['@graph'].map((one: { '@type': string }) => one['@type'])).toEqual(['BlogPosting', 'BreadcrumbList']);
  });

  test('an English post is marked as English', async () => {
    const page = await openPost('Conditioning a Gaussian', DESK);
    expect(await page.evaluate("document.querySelector('.prose').closest('[lang]').lang")).toBe('en');
  });
});

test('style sheet and script keep their budgets', async () => {
  const weigh = async (path: string): Promise<number> =>
    gzipSync(await readFile(join(site.folder, path)), { level: 9 }).length;
  expect(await weigh('css/mist.css')).toBeLessThanOrEqual(8 * 1024);
  expect(await weigh('js/mist.js')).toBeLessThanOrEqual(6 * 1024);
});
