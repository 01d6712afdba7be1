/**
 * What the benchmark is asked for on the command line.
 */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCH } from './generators.mjs';
import { SCENARIOS } from './scenarios.mjs';

export const HELP = `npm run bench -- [options]

  --posts 1000,10000        sizes of the blog (1000)
  --math none,heavy         formulas: none, or 38 a post (none)
  --peers hexo,eleventy     which peers (all that bench/setup.mjs has made ready)
  --ours-only               no peers
  --scenarios cold,same     of ${Object.keys(SCENARIOS).join(', ')} (all)
  --runs 3                  rounds, of which the median is taken
  --parts builds,start      of builds, watch, start (all)
  --edits 5                 edits while watching
  --theme bench|mist        our theme: one of like pages, or our own (bench)
  --limit 600               seconds after which a build is given up
  --cli FILE                our compiled command (dist/cli/main.js)
  --json FILE               all figures
  --help

Markdown tables go to standard output, progress to standard error.
`;

const OPTIONS = {
  posts: { type: 'string', default: '1000' },
  math: { type: 'string', default: 'none' },
  peers: { type: 'string' },
  'ours-only': { type: 'boolean', default: false },
  scenarios: { type: 'string', default: Object.keys(SCENARIOS).join() },
  runs: { type: 'string', default: '3' },
  parts: { type: 'string', default: 'builds,watch,start' },
  edits: { type: 'string', default: '5' },
  theme: { type: 'string', default: 'bench' },
  limit: { type: 'string', default: '600' },
  cli: { type: 'string', default: join(BENCH, '../dist/cli/main.js') },
  json: { type: 'string' },
  help: { type: 'boolean', default: false },
};

/** Where the peers and the sites lie: outside the repository. */
export function findWorkFolder() {
  return resolve(process.env.MOJING_BENCH ?? join(tmpdir(), 'mojing-bench'));
}

/** Reads the command line. Throws an `Error` whose message says what is wrong with it. */
export function readOptions(argv) {
  const { values } = parseArgs({ args: argv, options: OPTIONS });
  const cli = resolve(values.cli);
  if (!values.help && !existsSync(cli)) throw new Error(`There is no ${cli}. \`npm run compile\` makes it.`);
  return {
    help: values.help,
    work: findWorkFolder(),
    posts: readNumbers(values.posts, '--posts'),
    maths: readWords(values.math, '--math', ['none', 'heavy']),
    peers: values['ours-only'] ? [] : values.peers?.split(','),
    scenarios: readWords(values.scenarios, '--scenarios', Object.keys(SCENARIOS)),
    parts: readWords(values.parts, '--parts', ['builds', 'watch', 'start']),
    theme: readWords(values.theme, '--theme', ['bench', 'mist'])[0],
    runs: readNumbers(values.runs, '--runs')[0],
    edits: readNumbers(values.edits, '--edits')[0],
    limit: readNumbers(values.limit, '--limit')[0],
    cli,
    json: values.json && resolve(values.json),
  };
}

function readNumbers(text, option) {
  return text.split(',').map((part) => {
    const number = Number(part);
    if (!Number.isInteger(number) || number < 1) throw new Error(`${option} takes whole numbers, not ${part}.`);
    return number;
  });
}

function readWords(text, option, known) {
  return text.split(',').map((word) => {
    if (!known.includes(word)) throw new Error(`${option} takes ${known.join(', ')}, not ${word}.`);
    return word;
  });
}
