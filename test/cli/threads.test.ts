/**
 * Threads that render: the same bytes and the same words as without them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { layOutBlog, readTree, runIn } from './site.ts';

const roots: string[] = [];

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

function layOut(workers: number | 'auto', count = 40): string {
  const root = layOutBlog(count, `build:\n  workers: ${workers}\n  post_seconds: 3\n`);
  roots.push(root);
  return root;
}

/** What was said of the site, without what a clock or a scale says. */
function listTold(out: string): unknown[] {
  return out
    .trim()
    .split('\n')
    .map((line) => ({ ...JSON.parse(line), seconds: 0, peakRssMb: 0 }));
}

test('build what one process builds, and tell what it tells', () => {
  const [alone, together] = [layOut(0), layOut(2)];
  const [one, many] = [runIn(alone, 'build', '--json'), runIn(together, 'build', '--json')];
  expect(listTold(many.out)).toEqual(listTold(one.out));
  expect(listTold(many.out).at(-1)).toMatchObject({ ran: { rendered: 40 }, warnings: 6 });
  expect(readTree(join(together, 'public'))).toEqual(readTree(join(alone, 'public')));
});

test('what they rendered is remembered like anything else', () => {
  const root = layOut(2);
  runIn(root, 'build');
  writeFileSync(join(root, 'source/_posts/p7.md'), '---\ntitle: 第 7 篇\ndate: 2024-01-08\n---\n改過的 $y$。\n');
  const { out } = runIn(root, 'build', '--json');
  expect(listTold(out).at(-1)).toMatchObject({ ran: { rendered: 1 } });
  const clean = layOut(0);
  writeFileSync(join(clean, 'source/_posts/p7.md'), '---\ntitle: 第 7 篇\ndate: 2024-01-08\n---\n改過的 $y$。\n');
  runIn(clean, 'build');
  expect(readTree(join(root, 'public'))).toEqual(readTree(join(clean, 'public')));
});

test('scripts that take part in rendering are called in one thread only', () => {
  const root = layOut(2);
  mkdirSync(join(root, 'scripts'));
  writeFileSync(
    join(root, 'scripts/count.js'),
    'let seen = 0;\nexport default ({ tag }) => tag("count", () => "seen-" + ++seen);\n',
  );
  for (const n of [3, 20, 38])
    writeFileSync(join(root, `source/_posts/p${n}.md`), `---\ntitle: 第 ${n} 篇\ndate: 2024-02-01\n---\n{% count %}\n`);
  runIn(root, 'build');
  const counted = [3, 20, 38].map((n) => readTree(join(root, `public/2024/02/01/p${n}`)).get('index.html'));
  expect(counted.map((html) => /seen-(\d+)/.exec(html ?? '')?.[1]).sort()).toEqual(['1', '2', '3']);
});

test('a post that takes too long in a thread is told, and all others are there', () => {
  const root = layOut(1, 12);
  // Ten times what the limit allows, on a quick machine too.
  const slow = Array.from({ length: 60_000 }, (_, n) => `$\\frac{a_{${n}}}{b^${n}}$`).join(' ');
  writeFileSync(join(root, 'source/_posts/p11.md'), `---\ntitle: 慢\ndate: 2024-02-01\n---\n${slow}\n`);
  writeFileSync(
    join(root, '_config.yml'),
    'title: 測試\nurl: https://example.com\nbuild:\n  workers: 1\n  post_seconds: 1\n',
  );
  const { code, out } = runIn(root, 'build', '--json', '--keep-going');
  expect(code).toBe(1);
  expect(out).toContain('"post/too-slow"');
  expect(readTree(join(root, 'public')).has('2024/01/04/p3/index.html')).toBe(true);
});
