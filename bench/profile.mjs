/**
 * Where the time of one of our own builds goes: node bench/profile.mjs [options]
 *
 *   --posts 1000 --math none --theme bench     the site
 *   --scenario cold                            any of the benchmark's
 *   --rows 40                                  rows a table
 *   --keep FOLDER                              the .cpuprofile, for the browser's developer tools
 *
 * The command is one bundle, which would be one row; so each module is compiled by itself
 * into the benchmark's folder. A profiled build is a third slower than others: read shares.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCH, listGenerators } from './generators.mjs';
import { findWorkFolder } from './options.mjs';
import { readProfile } from './read-profile.mjs';
import { runMeasured } from './run-build.mjs';
import { openSite, SCENARIOS } from './scenarios.mjs';
import { emptyAside, layOutSite } from './sites.mjs';

const REPOSITORY = resolve(BENCH, '..');

function profile(options) {
  const work = join(findWorkFolder(), 'profile');
  const cli = compileModules(work);
  const generator = listGenerators({ work, cli, theme: options.theme }).get('mojing');
  const posts = Number(options.posts);
  layOutSite(generator, { posts, math: options.math });
  const site = openSite(generator, posts);
  if (options.scenario !== 'cold') runMeasured({ command: generator.build, folder: generator.folder });
  SCENARIOS[options.scenario].change(site, 'mark');
  const folder = mkdtempSync(join(work, 'profile-'));
  const [node, ...args] = generator.build;
  const command = [node, '--cpu-prof', '--cpu-prof-interval', '250', '--cpu-prof-dir', folder, ...args];
  const { wall, cpu, failure } = runMeasured({ command, folder: generator.folder });
  if (failure) throw new Error(failure);
  const [file] = readdirSync(folder);
  if (options.keep) copyFileSync(join(folder, file), join(options.keep, file));
  console.log(drawProfile(readProfile(join(folder, file)), { wall, cpu, options }));
  emptyAside(work);
}

/** Compiles each module by itself; returns the file to run. */
function compileModules(work) {
  const folder = join(work, 'modules');
  mkdirSync(folder, { recursive: true });
  for (const name of ['node_modules', 'themes', 'package.json']) {
    if (!existsSync(join(folder, name))) symlinkSync(join(REPOSITORY, name), join(folder, name));
  }
  const args = ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', 'false', '--outDir', join(folder, 'dist')];
  execFileSync('npx', ['tsc', ...args], { cwd: REPOSITORY, stdio: 'inherit' });
  const start = join(folder, 'start.mjs');
  writeFileSync(
    start,
    `import { readCall } from './dist/cli/arguments.js';
import { runCommand } from './dist/cli/app.js';
process.exitCode = await runCommand(readCall(process.argv.slice(2), { people: 'en', programs: 'en' }));
`,
  );
  return start;
}

function drawProfile({ seconds, modules, functions, totals }, { wall, cpu, options }) {
  const { posts, math, theme, scenario } = options;
  const draw = (title, rows) =>
    `### ${title}\n\n| s | % | |\n| ---: | ---: | --- |\n${rows
      .slice(0, Number(options.rows))
      .map(
        ([name, time]) =>
          `| ${time.toFixed(3)} | ${((100 * time) / seconds).toFixed(1)} | \`${name.slice(0, 80).replaceAll('|', '\\|')}\` |`,
      )
      .join('\n')}`;
  return [
    `## ${scenario}, ${posts} posts, math ${math}, theme ${theme}\n\n${wall.toFixed(2)} s, ${cpu.toFixed(2)} cpu s in all threads; ${seconds.toFixed(2)} s on the main one.`,
    draw('Modules', modules),
    draw('Functions, by themselves', functions),
    draw('Functions, with all they call', totals),
  ].join('\n\n');
}

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000' },
    math: { type: 'string', default: 'none' },
    theme: { type: 'string', default: 'bench' },
    scenario: { type: 'string', default: 'cold' },
    rows: { type: 'string', default: '40' },
    keep: { type: 'string' },
  },
});
profile(values);
