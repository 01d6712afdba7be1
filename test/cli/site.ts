/**
 * A blog large enough to be interrupted, and what a build of it leaves, for tests of the
 * command itself.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Writes a blog of `count` posts with formulas, code, pictures and links into a new folder, and returns the folder. */
export function layOutBlog(count: number, settings = ''): string {
  const root = mkdtempSync(join(tmpdir(), 'mojing-blog-'));
  mkdirSync(join(root, 'source/_posts'), { recursive: true });
  writeFileSync(
    join(root, '_config.yml'),
    `title: 測試\nurl: https://example.com\nlanguage: zh-TW\ntimezone: Asia/Taipei\n${settings}`,
  );
  writeFileSync(join(root, 'source/圖.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>');
  for (let n = 0; n < count; n++) writeFileSync(join(root, `source/_posts/p${n}.md`), writePost(n, count));
  return root;
}

function writePost(n: number, count: number): string {
  const date = new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  return `---
title: 第 ${n} 篇
date: ${date}
tags: [標籤${n % 5}, 共同]
categories: [數學, 類${n % 3}]
---
開頭第 ${n} 段，設$x_{${n}}\\in\\mathbb R$，見{% post_link p${(n + 1) % count} %}。

<!-- more -->

## 第${n}節

\\begin{align}
a_{${n}} &= ${n}^2 \\label{eq:a} \\\\
b &= \\sum_{i=1}^{${n}} i
\\end{align}

由 \\eqref{eq:a} 可知 \`x = ${n}\`。![圖](/圖.svg) ${n % 7 === 0 ? '壞的 $\\nope$' : ''}

\`\`\`js
const n = ${n}; // 註
\`\`\`
`;
}

/** Runs the command in a folder; its exit code and what it said. */
export function runIn(root: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const env = { ...process.env, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync('node', [CLI, ...args], { cwd: root, encoding: 'utf8', env });
  return { code: status, out: stdout, err: stderr };
}

/** All files below a folder by path, as text. */
export function readTree(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}
