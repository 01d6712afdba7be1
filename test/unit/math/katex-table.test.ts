/** docs/katex.md says what KaTeX takes: it is what KaTeX takes now, and Mojing takes it too. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

const ROOT = join(import.meta.dirname, '../../..');
const page = readFileSync(join(ROOT, 'docs/katex.md'), 'utf8');
const formulas = [...page.matchAll(/^\| (`+)(.*?)\1 \|/gm)].map(([, , tex]) => (tex ?? '').replaceAll('\\|', '|'));

test('the page is what its script writes', () => {
  execFileSync(process.execPath, [join(ROOT, '.build/katex-table.mjs'), '--check']);
  expect(formulas.length).toBeGreaterThan(1000);
});

test('every row of it is taken here', () => {
  const refused = formulas.filter((tex) => {
    const { formulas: count } = renderMarkdown(`\`\`\`math\n${tex}\n\`\`\``);
    return count.failed > 0;
  });
  expect(refused).toEqual([]);
});
