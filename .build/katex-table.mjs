#!/usr/bin/env node
/**
 * Writes docs/katex.md: every command and environment that KaTeX takes, in a form it takes,
 * and what that shows. The names are found in KaTeX's own program, and each is tried.
 *
 *   node .build/katex-table.mjs            writes the page
 *   node .build/katex-table.mjs --check    exit code 1 if the page is not what would be written
 */
import { readFileSync, writeFileSync } from 'node:fs';
import katex from 'katex';
import 'katex/contrib/mhchem';

const PAGE = new URL('../docs/katex.md', import.meta.url);
const PROGRAMS = ['katex.mjs', 'contrib/mhchem.mjs'].map((name) =>
  readFileSync(new URL(`../node_modules/katex/dist/${name}`, import.meta.url), 'utf8'),
);

/** What stands between two things, and is taken alone for between two nothings. */
const OPERATOR = /^\\(?:over|choose|atop|brace|brack)$/;

/** They only write to the console; Mojing keeps them silent. */
const CHATTER = new Set(['\\show', '\\message', '\\errmessage']);

/** Forms in which a command may stand, the plainest first. */
const FORMS = [
  (name) => (/color$/.test(name) ? `${name}{red}{a}` : OPERATOR.test(name) ? `a${name} b` : name),
  (name) => `${name}{a}`,
  (name) => `${name}{a}{b}`,
  (name) => `${name}{a}{b}{c}`,
  (name) => `${name}(`,
  (name) => `${name}{1em}`,
  (name) => `${name}1em`,
  (name) => `${name}{1em}{1em}`,
  (name) => `${name}{red}{a}`,
  (name) => `${name}{red}{yellow}{a}`,
  (name) => `a${name} b`,
  (name) => `a${name}{1em} b`,
  (name) => `\\sum${name}_a`,
  (name) => `${name}(a\\right)`,
  (name) => `\\left(a${name}|b\\right)`,
  (name) => `\\left(a${name})`,
  (name) => `${name}|a|`,
  (name) => `${name}"41`,
  (name) => `${name}\\x{a}`,
  (name) => `${name}\\x=a`,
  (name) => `\\begin{array}{c}${name} a\\end{array}`,
  (name) => `\\begin{array}{c}a\\\\${name} b\\end{array}`,
  (name) => `${name}{matrix}a\\end{matrix}`,
  (name) => `\\begin{matrix}a${name}{matrix}`,
  (name) => `${name}{(}{)}{1em}{0}{a}{b}`,
  (name) => `\\text{${name}}`,
  (name) => `\\text{${name}{a}}`,
];
const ENVIRONMENT_FORMS = [
  (name) => `\\begin{${name}}a\\end{${name}}`,
  (name) => `\\begin{${name}}{c}a\\end{${name}}`,
  (name) => `\\begin{${name}}{1}a\\end{${name}}`,
];

/** The MathML of a formula, or nothing if KaTeX refuses it or will not obey it. */
function attempt(tex) {
  const { warn } = console;
  console.warn = () => undefined;
  let obeyed = true;
  try {
    const trust = () => {
      obeyed = false;
      return false;
    };
    const html = katex.renderToString(tex, { displayMode: true, output: 'mathml', strict: 'ignore', trust });
    return obeyed ? html : undefined;
  } catch {
    return undefined;
  } finally {
    console.warn = warn;
  }
}

function findNames(pattern) {
  const names = PROGRAMS.flatMap((program) => [...program.matchAll(pattern)].map(([, name]) => name));
  return [...new Set(names)].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase(), 'en') || (a < b ? -1 : 1));
}

/** The first form that KaTeX takes, with what it shows. */
function findForm(forms, name) {
  for (const form of forms) {
    const tex = form(name);
    const html = attempt(tex);
    if (html !== undefined) return { tex, shown: readText(html) };
  }
  return undefined;
}

function readText(html) {
  return html
    .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_whole, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00a0\u2000-\u200f\u2061-\u2064]+/g, ' ')
    .trim();
}

function writeRows(forms, names) {
  const rows = names.flatMap((name) => findForm(forms, name) ?? []);
  const cell = (text) => text.replace(/\|/g, '\\|');
  const lines = rows.map(({ tex, shown }) => {
    const fence = tex.includes('`') ? '``' : '`';
    return `| ${fence}${cell(tex)}${fence} | ${cell(shown).replace(/([\\`*_<>&~[\]])/g, '\\$1').replace(/\\\\\|/g, '\\|')} |`;
  });
  return { count: rows.length, lines: ['| TeX | 顯示 |', '| --- | --- |', ...lines].join('\n') };
}

function writePage() {
  const commands = writeRows(
    FORMS,
    findNames(/"\\\\((?:[a-zA-Z]+)|[^a-zA-Z"@\s])"/g)
    .map((name) => `\\${name}`)
    .filter((name) => !CHATTER.has(name)),
  );
  const environments = writeRows(ENVIRONMENT_FORMS, findNames(/"([a-zA-Z]{2,}\*?)"/g));
  return `# KaTeX ${katex.version}: 它認得的 TeX · what it takes

這一頁由 \`node .build/katex-table.mjs\` 從 KaTeX 自己的程式寫成：每個命令都試過，寫的是 KaTeX 接受的一種形式。墨經另外加上的，見 [math.zh-TW.md](math.zh-TW.md)。

Written by \`node .build/katex-table.mjs\` from KaTeX's own program: each command was tried, and stands here in a form that KaTeX takes. What Mojing adds is told in [math.md](math.md).

## ${commands.count} 個命令 · commands

${commands.lines}

## ${environments.count} 個環境 · environments

${environments.lines}
`;
}

const page = writePage();
if (!process.argv.includes('--check')) writeFileSync(PAGE, page);
else if (readFileSync(PAGE, 'utf8') !== page) {
  console.error('docs/katex.md is not what KaTeX takes: run `node .build/katex-table.mjs`.');
  process.exitCode = 1;
}
