/**
 * Measures the search of a blog: does it find what stands in the posts, and nothing else,
 * and what does a reader load for it?
 *
 *   node bench/search.mjs FOLDER [--queries FILE] [--random 200] [--cli FILE]
 *
 * The truth is told by another way than the index: all texts, converted whole by OpenCC,
 * and a plain search for the words in them.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Converter } from 'opencc-js';
import { openIndex } from '../themes/mist/source/js/search-engine.js';
import { readPassage } from '../themes/mist/source/js/search-passage.js';
import { createRandom } from './corpus/random.mjs';
import { BENCH } from './generators.mjs';

const TRADITIONAL =
  '量化 機率 最佳化 損失函數 神經網路 矩陣 高斯分布 語音 麥克風 演算法 模型 變數 參數 訊號 收斂 期望值 向量 線性 估計 Gaussian';
const SIMPLIFIED =
  '量化 概率 神经网络 损失函数 矩阵 采样 语音 麦克风 算法 数据 信号 变量 优化 估计 随机 函数 收敛 向量 线性 参数';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    queries: { type: 'string' },
    random: { type: 'string', default: '0' },
    cli: { type: 'string', default: join(BENCH, '../dist/cli/main.js') },
  },
});

/** Builds the blog aside and gives the folder of its index. */
function buildSite(folder) {
  const out = mkdtempSync(join(tmpdir(), 'mojing-search-'));
  const args = [values.cli, 'build', '--cwd', folder, '--out', out, '--no-cache', '--keep-going', '--quiet'];
  try {
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    process.stderr.write('The blog has errors; what could be built is searched.\n');
  }
  return out;
}

/** Loads files of the index and counts what was loaded. */
function createLoader(folder) {
  const loaded = { files: 0, bytes: 0, gzip: 0 };
  const load = async (name) => {
    const text = readFileSync(join(folder, 'search', name.replace(/\?.*/, '')), 'utf8');
    loaded.files++;
    loaded.bytes += Buffer.byteLength(text);
    loaded.gzip += gzipSync(text).length;
    return text;
  };
  return { load, loaded };
}

/** The posts as they are searched: title, tags, headings and text, by number. */
function readPosts(folder) {
  const texts = join(folder, 'search/texts');
  return new Map(
    readdirSync(texts).flatMap((name) =>
      Object.entries(JSON.parse(readFileSync(join(texts, name), 'utf8'))).map(([post, row]) => [
        Number(post),
        [row[0], ...row[1], ...row[2], row[3]].join('\n'),
      ]),
    ),
  );
}

const converters = ['tw', 'twp'].map((from) => Converter({ from, to: 'cn' }));
const toPlain = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('著', '着')
    .replace(/[^\p{L}\p{N}\p{M}\n]+/gu, ' ');
const convert = (text) => converters.map((converter) => toPlain(converter(text)));

/** The numbers of the posts in which the words stand. */
function findTruth(texts, query) {
  const [wanted] = convert(query);
  const isThere = (text) => (DENSE_START.test(wanted) ? text.includes(wanted) : ` ${text}`.match(wordPattern(wanted)));
  return new Set([...texts].filter(([, versions]) => versions.some(isThere)).map(([post]) => post));
}

const DENSE_START = /^\p{Script=Han}/u;
/** A word of Latin letters is found from its beginning on. */
const wordPattern = (word) => new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${word}`, 'u');

async function measure(folder, texts, query) {
  const { load, loaded } = createLoader(folder);
  const index = await openIndex(load);
  const { hits, more, pieces } = await index.search(query);
  for (const post of hits.slice(0, 20)) await index.readCard(post);
  const passages = [];
  for (const post of hits.slice(0, 5)) passages.push(await readPassage(index, post, pieces));
  const truth = findTruth(texts, query);
  const right = hits.filter((post) => truth.has(post)).length;
  return {
    query,
    truth: truth.size,
    hits: hits.length,
    more: more.length,
    recall: truth.size === 0 ? 1 : right / truth.size,
    precision: hits.length === 0 ? 1 : right / hits.length,
    unproven: passages.filter(({ isThere }) => !isThere).length,
    ...loaded,
  };
}

/** Phrases as they stand somewhere in the posts. */
function* pickPhrases(posts, count) {
  const random = createRandom(1);
  const runs = [...posts.values()].flatMap((text) => text.match(/\p{Script=Han}{2,}/gu) ?? []);
  for (let at = 0; at < count; at++) {
    const run = [...runs[random.below(runs.length)]];
    const length = Math.min(run.length, 2 + random.below(5));
    const start = random.below(run.length - length + 1);
    yield run.slice(start, start + length).join('');
  }
}

const mean = (rows, key) => rows.reduce((sum, row) => sum + row[key], 0) / rows.length;
const say = (line) => process.stdout.write(`${line}\n`);

function report(name, rows) {
  say(
    `\n${name}: ${rows.length} queries, recall ${mean(rows, 'recall').toFixed(3)}, precision ${mean(rows, 'precision').toFixed(3)}`,
  );
  say(
    `loaded by a first query with five passages: ${(mean(rows, 'gzip') / 1024).toFixed(1)} KB compressed (at most ${(Math.max(...rows.map(({ gzip }) => gzip)) / 1024).toFixed(1)}), ${(mean(rows, 'bytes') / 1024).toFixed(1)} KB as they are, ${mean(rows, 'files').toFixed(1)} files; the scripts come on top`,
  );
}

function drawTable(rows) {
  say('\n| query | in posts | found | recall | precision | also |\n| --- | --- | --- | --- | --- | --- |');
  for (const { query, truth, hits, recall, precision, more } of rows)
    say(`| ${query} | ${truth} | ${hits} | ${recall.toFixed(2)} | ${precision.toFixed(2)} | ${more} |`);
}

async function main() {
  const folder = buildSite(resolve(positionals[0] ?? '.'));
  try {
    const posts = readPosts(folder);
    const texts = new Map([...posts].map(([post, text]) => [post, convert(text)]));
    const lists = values.queries
      ? { asked: readFileSync(values.queries, 'utf8').split('\n').filter(Boolean) }
      : { Traditional: TRADITIONAL.split(' '), Simplified: SIMPLIFIED.split(' ') };
    for (const [name, queries] of Object.entries(lists)) {
      const rows = [];
      for (const query of queries) rows.push(await measure(folder, texts, query));
      report(name, rows);
      drawTable(rows);
    }
    const rows = [];
    for (const phrase of pickPhrases(posts, Number(values.random))) rows.push(await measure(folder, texts, phrase));
    if (rows.length > 0) report('phrases of the posts', rows);
    if (rows.length > 0) drawTable(rows.filter(({ recall, precision }) => recall < 1 || precision < 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
