/**
 * Formulas as a browser shows them: what a reference leads to, wide formulas, 漢字 in
 * formulas, dark pages, paper.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPage, openBlog, openBrowser, openDemo, placeShot, type Site } from './demo.ts';

const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' };
const TELEPHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: 'light' };
const TITLE = '在墨經裡寫數學';

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

async function openPost(title: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(site.url + (await findPage(site, title)));
  return page;
}

describe('a reference to a formula of another post', () => {
  const far = '.prose p > a.math-reference[href*="kalman-filter"]';

  test('shows the formula when it is pointed at, and until then loads nothing', async () => {
    const page = await openPost(TITLE, DESK);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const link = page.locator(far).first();
    await link.scrollIntoViewIfNeeded();
    expect(asked.filter((path) => /preview|kalman/.test(path))).toEqual([]);
    await link.hover();
    const box = page.locator('.equation-preview');
    await box.waitFor();
    expect(asked.filter((path) => /preview|kalman/.test(path))).toHaveLength(2);
    expect(await box.locator('.katex-html').isVisible()).toBe(true);
    expect(await box.locator('annotation').textContent()).toContain('S_k');
    expect(await box.locator('p').textContent()).toMatch(/卡爾曼濾波.* \(\d+\)$/);
    expect(await box.locator('[id], a, [href], script, img').count()).toBe(0);
    await page.screenshot({ path: await placeShot('math-preview') });
    // The pointer may rest in the box.
    await box.hover();
    await page.waitForTimeout(400);
    expect(await box.isVisible()).toBe(true);
    await page.mouse.move(2, 2);
    await box.waitFor({ state: 'hidden' });
    expect(await link.getAttribute('title')).toContain('卡爾曼濾波');
  });

  test('can be used by keyboard, on a dark page', async () => {
    const page = await openPost(TITLE, { ...DESK, colorScheme: 'dark', reducedMotion: 'reduce' });
    const link = page.locator(far).first();
    await link.focus();
    const box = page.locator('.equation-preview');
    await box.waitFor();
    expect(await link.getAttribute('aria-describedby')).toBe(await box.getAttribute('id'));
    const colours = await box.evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(['rgb(217, 219, 223)', 'rgb(28, 31, 36)']);
    await page.screenshot({ path: await placeShot('math-preview-dark') });
    await page.keyboard.press('Escape');
    expect(await box.isVisible()).toBe(false);
  });

  test('is a plain link without scripts', async () => {
    const page = await openPost(TITLE, { ...DESK, javaScriptEnabled: false });
    const link = page.locator(far).first();
    expect(await link.textContent()).toMatch(/^\(\d+\)$/);
    await link.click();
    expect(await page.locator(':target').getAttribute('class')).toMatch(/math-display|enclosing/);
  });

  test('leaves a page in peace whose formula cannot be had', async () => {
    const page = await openPost(TITLE, DESK);
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.route('**/kalman-filter/', (route) => route.abort());
    await page.locator(far).first().hover();
    await page.waitForTimeout(300);
    expect(await page.locator('.equation-preview').isVisible()).toBe(false);
    expect(errors).toEqual([]);
  });

  test('takes nothing over that could act', async () => {
    const page = await openPost(TITLE, DESK);
    await page.route('**/kalman-filter/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<div class="math-display" id="eq-gain"><span class="katex-display" onclick="bad()"><script>bad()</script><img src="x" onerror="bad()"><a href="javascript:bad()">x</a><svg><script>bad()</script><foreignObject><img src="x" onerror="bad()"></foreignObject></svg></span></div>`,
      }),
    );
    await page.locator(far).first().hover();
    await page.locator('.equation-preview').waitFor();
    expect(await page.locator('.equation-preview').innerHTML()).toMatch(
      /<span class="katex-display"><span>x<\/span><svg[^>]*><\/svg><\/span>$/,
    );
  });
});

test('a reference to a formula of the same page shows it without loading', async () => {
  const page = await openPost(TITLE, DESK);
  await page.locator('.prose a.math-reference[href="#eq-norms"]').first().hover();
  await page.locator('.equation-preview').waitFor();
  expect(await page.locator('.equation-preview annotation').textContent()).toContain('\\infty');
});

/** Pairs of boxes of the page's displayed formulas: the formula's parts and its numbers. */
const OVERLAPS = `[...document.querySelectorAll('.math-display')].flatMap((display) => {
  const numbers = [...display.querySelectorAll('.katex-html > .tag')];
  const parts = [...display.querySelectorAll('.katex-html > .base')];
  const over = (a, b) => a.width > 0 && b.width > 0 && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom;
  const text = (number) => [...number.querySelectorAll('.mord')].at(-1);
  return numbers.flatMap((number) =>
    parts.some((part) => over(text(number)?.getBoundingClientRect() ?? number.getBoundingClientRect(), part.getBoundingClientRect()))
      ? [display.textContent.slice(0, 80)] : []);
})`;

describe.each(['light', 'dark'] as const)('on a telephone, %s', (colorScheme) => {
  test('wide formulas scroll in their own boxes, and no number lies on one', async () => {
    for (const title of [TITLE, '從最小平方到卡爾曼濾波（三）', '從最小平方到卡爾曼濾波（二）', '變分下界']) {
      const page = await openPost(title, { ...TELEPHONE, colorScheme });
      await page.evaluate('document.fonts.ready');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      expect(await page.evaluate(OVERLAPS)).toEqual([]);
      const cut = await page.evaluate(
        `[...document.querySelectorAll('.math-display')].filter((box) => box.scrollHeight > box.clientHeight + 1).length`,
      );
      expect(cut).toBe(0);
      if (title === TITLE) await page.screenshot({ path: await placeShot(`math-390-${colorScheme}`), fullPage: true });
      await page.close();
    }
  });
});

test('漢字 in a formula are as large as those beside it, and in their face', async () => {
  const page = await openPost(TITLE, DESK);
  const [inside, outside] = await page.evaluate<[string[], string[]]>(`(() => {
    const look = (element) => { const { fontSize, fontFamily } = getComputedStyle(element); return [fontSize, fontFamily]; };
    return [look(document.querySelector('.katex-display .sizing .cjk_fallback') ? [...document.querySelectorAll('.cjk_fallback')].find((one) => !one.closest('.sizing')) : document.querySelector('.cjk_fallback')), look(document.querySelector('.prose p'))];
  })()`);
  expect(Number.parseFloat(inside[0] ?? '')).toBeCloseTo(Number.parseFloat(outside[0] ?? ''), 0);
  expect(inside[1]).toBe(outside[1]);
});

test('a formula makes a line with emphasis dots no higher than the dots make it', async () => {
  const line =
    '重點在*這裡*，獎勵 $\\bar{r}_\\pi$ 與 $\\sum_{i=1}^n x_i$ 在此：目前的狀態是這樣，走一步得到的平均是多少，請算算看。';
  const lines = [line, line.replaceAll(/ \$.*?\$ /g, '甲乙')];
  const post = `---\ntitle: 著重號\ndate: 2025-01-01\n---\n${[...lines, ...lines.map((one) => one.replaceAll('*', ''))].join('\n\n')}\n`;
  const dotted = await openBlog('title: 點\nlanguage: zh-TW\n', { 'dots.md': post });
  const page = await browser.newPage(TELEPHONE);
  await page.goto(dotted.url + (await findPage(dotted, '著重號')));
  await page.evaluate('document.fonts.ready');
  const [both, dots, formula, plain] = await page.evaluate<number[]>(
    "[...document.querySelectorAll('.prose > p')].map((line) => line.offsetHeight)",
  );
  expect([both, formula]).toEqual([dots, plain]);
  expect(plain).toBeGreaterThan(0);
  await page.close();
  await dotted.close();
});

test('on paper, formulas are whole and dark', async () => {
  const page = await openPost(TITLE, { ...DESK, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate("getComputedStyle(document.querySelector('.math-display')).overflowX")).toBe('visible');
  const colour = await page.evaluate<string>("getComputedStyle(document.querySelector('.math-display .katex')).color");
  expect(Math.max(...(colour.match(/\d+/g) ?? []).map(Number))).toBeLessThan(100);
});

test('only pages with formulas ask for the style sheet of formulas, and only for the faces they use', async () => {
  const page = await openPost(TITLE, DESK);
  const fonts = (): Promise<string[]> =>
    page.evaluate(
      `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /katex/.test(name))`,
    );
  await page.evaluate('document.fonts.ready');
  const used = await fonts();
  expect(used.some((name) => name.endsWith('.css'))).toBe(true);
  expect(used.filter((name) => /Fraktur|SansSerif|Typewriter|\.(?:woff|ttf)$/.test(name))).toEqual([]);
  await page.goto(`${site.url}/tags/`);
  expect(await fonts()).toEqual([]);
});
