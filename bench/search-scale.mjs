/**
 * Measures the search of a large blog: how long its index takes, how large it is, what an
 * edit costs, and what a first query loads.
 *
 *   node bench/search-scale.mjs [--posts 20000] [--cli FILE]
 *
 * The posts are those of the benchmark; the blog is built with the theme that comes along.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openIndex } from '../themes/mist/source/js/search-engine.js';
import { readPassage } from '../themes/mist/source/js/search-passage.js';
import { writeCorpus } from './corpus/write-corpus.mjs';
import { BENCH } from './generators.mjs';
import { addParagraph } from './scenarios.mjs';

const QUERIES = ['数据库', '机器学习', '編譯器', '性能', 'python', '异步'];
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '20000' },
    cli: { type: 'string', default: join(BENCH, '../dist/cli/main.js') },
  },
});
const posts = Number(values.posts);
const say = (line) => process.stdout.write(`${line}\n`);

function layOutBlog() {
  const folder = mkdtempSync(join(tmpdir(), 'mojing-search-'));
  mkdirSync(join(folder, 'source/_posts'), { recursive: true });
  const settings = readFileSync(join(BENCH, 'site/_config.yml'), 'utf8').replace('theme: bench', 'theme: mist');
  writeFileSync(join(folder, '_config.yml'), settings);
  writeCorpus(join(folder, 'source/_posts'), { posts, math: 'none', flavour: 'hexo' });
  return folder;
}

/** Builds and gives what the command says of it. */
function build(folder, ...more) {
  const answer = execFileSync(process.execPath, [values.cli, 'build', '--cwd', folder, '--json', ...more], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return JSON.parse(answer.trim().split('\n').at(-1));
}

function measureFiles(folder, kind) {
  const place = join(folder, 'public/search', kind);
  const sizes = readdirSync(place).map((name) => statSync(join(place, name)).size);
  const sorted = sizes.toSorted((a, b) => a - b);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return `${sizes.length} files, ${(total / 2 ** 20).toFixed(1)} MB, the median ${(sorted[sorted.length >> 1] / 1024).toFixed(1)} KB, the largest ${(sorted.at(-1) / 1024).toFixed(1)} KB`;
}

async function measureQuery(folder, query) {
  const loaded = { files: 0, bytes: 0, gzip: 0 };
  const began = performance.now();
  const index = await openIndex(async (name) => {
    const text = readFileSync(join(folder, 'public/search', name.replace(/\?.*/, '')), 'utf8');
    loaded.files++;
    loaded.bytes += Buffer.byteLength(text);
    loaded.gzip += gzipSync(text).length;
    return text;
  });
  const { hits, pieces } = await index.search(query);
  for (const post of hits.slice(0, 10)) await index.readCard(post);
  for (const post of hits.slice(0, 5)) await readPassage(index, post, pieces);
  return { hits: hits.length, ...loaded, milliseconds: performance.now() - began };
}

async function main() {
  const folder = layOutBlog();
  try {
    const config = join(folder, '_config.yml');
    const settings = readFileSync(config, 'utf8');
    writeFileSync(config, `${settings}\nsearch: false\n`);
    const without = build(folder, '--no-cache');
    writeFileSync(config, settings);
    const cold = build(folder, '--no-cache');
    say(
      `${posts} posts: built in ${cold.seconds} s with search, in ${without.seconds} s without; at most ${cold.peakRssMb} MB and ${without.peakRssMb} MB of memory`,
    );
    for (const kind of ['terms', 'texts', 'cards']) say(`${kind}: ${measureFiles(folder, kind)}`);
    say(`index.json: ${statSync(join(folder, 'public/search/index.json')).size} bytes`);
    const post = join(folder, `source/_posts/post-${posts >> 1}.md`);
    writeFileSync(post, addParagraph(readFileSync(post, 'utf8'), 'mark'));
    const edited = build(folder);
    say(
      `a paragraph more in one post: ${edited.outputs.written} files written, ${edited.ran.rendered} post rendered, ${edited.seconds} s`,
    );
    say('\n| query | found | files | bytes | compressed | ms |\n| --- | --- | --- | --- | --- | --- |');
    for (const query of QUERIES) {
      const { hits, files, bytes, gzip, milliseconds } = await measureQuery(folder, query);
      say(`| ${query} | ${hits} | ${files} | ${bytes} | ${gzip} | ${Math.round(milliseconds)} |`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
