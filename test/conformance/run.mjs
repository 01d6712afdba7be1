#!/usr/bin/env node
/**
 * Builds real blogs with the default theme and tells how it went, a row for each.
 *
 *   npm run conformance -- FOLDER... [--routes FILE_OR_FOLDER] [--out FOLDER] [--details]
 *
 * A folder is a Hexo blog (`_config.yml` and its source folder) or a bare folder of
 * Markdown, whose files then stand for posts. It is copied first and never written to.
 * `--routes` compares with the addresses Hexo gives: a list, or a folder of lists named
 * after the blogs. `--out` keeps the published sites. Each formula that is refused is
 * listed with the reason, and each page that has an id twice. Exit code 1 if a build crashed.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const NOT_CONTENT = /(^|\/)(node_modules|\.git|public|themes|\.deploy_git|\.mojing|db\.json)(\/|$)/;
const SECONDS = 600;
/** What is told of a formula that is shown as its source. */
const REFUSALS = new Set(['math/unknown-command', 'math/unknown-environment', 'math/syntax']);

const args = process.argv.slice(2);
const takeOption = (name) => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const takeFlag = (name) => args.includes(name) && args.splice(args.indexOf(name), 1).length > 0;
const routes = takeOption('--routes');
const out = takeOption('--out');
const details = takeFlag('--details');

if (args.length === 0) {
  console.error('usage: npm run conformance -- FOLDER... [--routes FILE_OR_FOLDER] [--out FOLDER] [--details]');
  process.exit(2);
}

/** A copy of the blog that may be written to, without its own theme. */
function prepare(folder, site) {
  const isBlog = existsSync(join(folder, '_config.yml')) && existsSync(join(folder, 'source'));
  const filter = (path) => !NOT_CONTENT.test(relative(folder, path));
  if (!isBlog) {
    // Jekyll's `_posts` is read as Hexo's; any other folder is one of posts.
    cpSync(folder, join(site, existsSync(join(folder, '_posts')) ? 'source' : 'source/_posts'), {
      recursive: true,
      filter,
    });
    writeFileSync(join(site, '_config.yml'), `title: ${basename(folder)}\nurl: https://example.com\nlanguage: zh-CN\n`);
    return;
  }
  cpSync(folder, site, { recursive: true, filter });
  const config = join(site, '_config.yml');
  writeFileSync(config, readFileSync(config, 'utf8').replace(/^(theme|public_dir):.*$/gm, ''));
}

function walk(folder, base = '') {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name), `${base}${entry.name}/`) : [base + entry.name],
  );
}

/** The pages of a site that have an id more than once. */
function findRepeatedIds(site) {
  const folder = join(site, 'public');
  return walk(folder)
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) => {
      const html = readFileSync(join(folder, path), 'utf8');
      const all = [...html.matchAll(/<[a-z][^<>]*?\sid="([^"]*)"/g)].map(([, id]) => id);
      const ids = [...new Set(all.filter((id, at) => all.indexOf(id) !== at))];
      return ids.length > 0 ? [{ page: path, ids: ids.slice(0, 4) }] : [];
    });
}

function build(site) {
  const began = performance.now();
  const run = spawnSync('node', [CLI, 'build', '--json', '--keep-going', '--cwd', site], {
    encoding: 'utf8',
    timeout: SECONDS * 1000,
    maxBuffer: 1 << 28,
  });
  const lines = run.stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  const summary = lines.find(({ type }) => type === 'summary');
  return {
    summary,
    diagnostics: lines.filter(({ type }) => type === 'diagnostic'),
    crashed: run.status === null || run.status > 1 || !summary,
    stderr: run.stderr,
    seconds: (performance.now() - began) / 1000,
  };
}

function countBy(items, keyOf) {
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** What differs from the list of expected addresses. */
function compareRoutes(name, site) {
  const list = routes && statSync(routes).isDirectory() ? join(routes, `${name}.txt`) : routes;
  if (!list || !existsSync(list)) return undefined;
  const expected = new Set(
    readFileSync(list, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((route) => route.normalize('NFC')),
  );
  const published = new Set(walk(join(site, 'public')).map((path) => path.normalize('NFC')));
  return {
    missing: [...expected].filter((route) => !published.has(route)),
    extra: [...published].filter((path) => path.endsWith('.html') && !expected.has(path)),
  };
}

let crashes = 0;
const totals = { posts: 0, repeated: 0, formulas: 0, failed: 0, errors: 0, warnings: 0, missing: 0 };
for (const folder of args.map((arg) => resolve(arg))) {
  const name = basename(folder);
  const site = out ? join(resolve(out), name) : mkdtempSync(join(tmpdir(), 'mojing-conformance-'));
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  prepare(folder, site);
  const { summary, diagnostics, crashed, stderr, seconds } = build(site);
  if (crashed) {
    crashes++;
    console.log(`CRASHED ${name}: ${stderr.split('\n').filter(Boolean).at(-1) ?? `no answer in ${SECONDS} s`}`);
    continue;
  }
  const { posts, pages, drafts, formulas, outputs, errors, warnings, peakRssMb } = summary;
  const refused =
    formulas.total === 0 ? '0' : `${formulas.failed} (${((100 * formulas.failed) / formulas.total).toFixed(2)} %)`;
  console.log(
    `${errors > 0 ? 'errors ' : 'ok     '} ${name}: ${posts} posts, ${pages} pages, ${drafts} drafts, ${outputs.total} files; ${formulas.total} formulas, ${formulas.distinct} distinct, ${refused} refused; ${errors} errors, ${warnings} warnings; ${seconds.toFixed(1)} s, ${peakRssMb} MB`,
  );
  for (const [code, count] of countBy(diagnostics, ({ severity, code }) => `${severity} ${code}`))
    console.log(`          ${String(count).padStart(5)}  ${code}`);
  for (const { file, line, column, message, hint } of diagnostics.filter(({ code }) => REFUSALS.has(code)))
    console.log(`          refused  ${file}:${line}:${column}  ${message} ${hint ?? ''}`);
  const repeated = findRepeatedIds(site);
  for (const { page, ids } of repeated.slice(0, details ? Number.POSITIVE_INFINITY : 5))
    console.log(`          ids twice  ${page}  ${ids.join(' ')}`);
  if (details)
    for (const { code, file, line, column, message } of diagnostics)
      console.log(`          ${code}  ${file ?? ''}:${line ?? ''}:${column ?? ''}  ${message}`);
  const differences = compareRoutes(name, site);
  if (differences) {
    console.log(`          routes: ${differences.missing.length} missing, ${differences.extra.length} more pages`);
    for (const route of differences.missing.slice(0, details ? Number.POSITIVE_INFINITY : 5))
      console.log(`            − ${route}`);
    if (details) for (const route of differences.extra) console.log(`            + ${route}`);
    totals.missing += differences.missing.length;
  }
  for (const [key, value] of Object.entries({
    posts,
    repeated: repeated.length,
    formulas: formulas.total,
    failed: formulas.failed,
    errors,
    warnings,
  }))
    totals[key] += value;
  if (!out) rmSync(site, { recursive: true, force: true });
}
console.log(
  `${args.length} blogs, ${crashes} crashed; ${totals.posts} posts; ${totals.formulas} formulas, ${totals.failed} refused (${((100 * totals.failed) / Math.max(1, totals.formulas)).toFixed(3)} %); ${totals.repeated} pages with an id twice; ${totals.errors} errors, ${totals.warnings} warnings${routes ? `; ${totals.missing} routes missing` : ''}`,
);
process.exitCode = crashes > 0 ? 1 : 0;
