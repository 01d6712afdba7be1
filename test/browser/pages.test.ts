/**
 * Every kind of page, on a desk and on a telephone, by day and by night: nothing for axe
 * to complain about, nothing wider than the window, nothing asked of another host.
 */
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPage, openBlog, openBrowser, openDemo, placeShot, type Site } from './demo.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [1440, 390] as const;
const SCHEMES = ['light', 'dark'] as const;

/** Kind of page → its path, or the title it is found by. */
const KINDS: Readonly<Record<string, string>> = {
  home: '/',
  math: '在墨經裡寫數學',
  english: 'Conditioning a Gaussian',
  series: '從最小平方到卡爾曼濾波（二）',
  archive: '/archives/',
  tags: '/tags/',
  categories: '/categories/',
  category: '/categories/數學/',
  about: '/about/',
  'not-found': '/404.html',
};

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

interface Visit {
  readonly page: Page;
  /** Errors of the console and of scripts. */
  readonly errors: string[];
  /** Addresses asked for that are not this site's. */
  readonly foreign: string[];
}

async function visit(context: BrowserContext, kind: string): Promise<Visit> {
  const place = KINDS[kind] ?? '/';
  const path = place.startsWith('/') ? place : await findPage(site, place);
  const page = await context.newPage();
  const [errors, foreign]: [string[], string[]] = [[], []];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on(
    'request',
    (request) =>
      !/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.url) && foreign.push(request.url()),
  );
  await page.goto(site.url + path);
  return { page, errors, foreign };
}

async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const colorScheme of SCHEMES) {
  for (const width of WIDTHS) {
    describe(`${colorScheme}, ${width} px`, () => {
      for (const kind of Object.keys(KINDS)) {
        test(kind, async () => {
          const height = width < 600 ? 844 : 900;
          const context = await browser.newContext({
            viewport: { width, height },
            colorScheme,
            reducedMotion: 'reduce',
          });
          const { page, errors, foreign } = await visit(context, kind);
          await page.screenshot({ path: await placeShot(`${kind}-${width}-${colorScheme}`) });
          expect(await findFaults(page)).toEqual([]);
          for (const narrow of width < 600 ? [320, width, 768] : [width]) {
            await page.setViewportSize({ width: narrow, height });
            expect(await page.evaluate('document.documentElement.scrollWidth'), `at ${narrow} px`).toBe(narrow);
          }
          expect(errors).toEqual([]);
          expect(foreign).toEqual([]);
          await context.close();
        });
      }
    });
  }
}

test('a page prints without its chrome', async () => {
  const context = await browser.newContext({ viewport: { width: 794, height: 1123 }, colorScheme: 'dark' });
  const { page } = await visit(context, 'math');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.screenshot({ path: await placeShot('math-print') });
  expect(await page.locator('.band').isVisible()).toBe(false);
  expect(await page.locator('.prose').isVisible()).toBe(true);
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  await context.close();
});

test.each([390, 800, 1100, 1440])('of a long menu no entry is out of reach at %i px', async (width) => {
  const names = [
    'home',
    'archives',
    'categories',
    'tags',
    '生活',
    '相簿',
    '音樂',
    '電影',
    '友站',
    '留言板',
    '關於作者',
  ];
  const menu = names.map((name, at) => `    ${name}: /${at === 0 ? '' : `${at}/`}\n`).join('');
  const blog = await openBlog(`title: 名字很長的部落格\nlanguage: zh-TW\ntheme_config:\n  menu:\n${menu}`);
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(blog.url);
  const [first, brand, last, end] = await page.evaluate<number[]>(`(() => {
    const menu = document.querySelector('.menu');
    const edges = (element) => element.getBoundingClientRect();
    const [first, last] = [menu.querySelector('a'), [...menu.querySelectorAll('a')].at(-1)];
    menu.scrollLeft = 0;
    const start = edges(first).left;
    menu.scrollLeft = menu.scrollWidth;
    return [start, ${width < 768} ? 0 : edges(document.querySelector('.brand')).right, edges(last).right, edges(menu).right];
  })()`);
  expect(first).toBeGreaterThanOrEqual(brand ?? 0);
  expect(last).toBeLessThanOrEqual(Math.ceil(end ?? 0));
  await page.close();
  await blog.close();
});
