/**
 * Builds the same corpus with all generators, in rounds: in each round every generator
 * runs every scenario, so that whatever else the machine does falls on all alike.
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { BENCH } from './generators.mjs';
import { runMeasured } from './run-build.mjs';
import { openSite, restoreSite, SCENARIOS, showsChange } from './scenarios.mjs';
import { layOutSite, measureOutput } from './sites.mjs';

/**
 * Measures one size with one kind of mathematics.
 *
 * @returns one record a build, those of Mojing's counting round (not timed) among them, and who was left out and why
 */
export function measureBuilds({ generators, posts, math, options, say }) {
  const leftOut = new Map();
  const sites = [];
  for (const generator of generators) {
    const reason = findReasonAgainst(generator, { posts, math });
    if (reason) leftOut.set(generator.name, reason);
    else {
      layOutSite(generator, { posts, math });
      sites.push(openSite(generator, posts));
    }
  }
  const runs = [];
  for (let round = 0; round <= options.runs; round++) {
    for (const site of turn(sites, round)) {
      const { name } = site.generator;
      if (leftOut.has(name) || (round === 0 && name !== 'mojing')) continue;
      const failure = runRound(site, { round, options, say, note: (run) => runs.push({ ...run, posts, math }) });
      if (failure) leftOut.set(name, failure);
    }
  }
  return { runs, leftOut: [...leftOut].map(([generator, reason]) => ({ generator, posts, math, reason })) };
}

function findReasonAgainst({ hasMath, mostPosts }, { posts, math }) {
  if (math !== 'none' && !hasMath) return 'sets no formulas';
  return posts > mostPosts ? `not run with more than ${mostPosts} posts` : undefined;
}

/** Each round begins with another generator. */
function turn(list, by) {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

/** One round of one site: cold, then the scenarios asked for. Round 0 counts and is not timed. Returns why it ended early. */
function runRound(site, { round, options, say, note }) {
  const { generator } = site;
  restoreSite(site);
  for (const scenario of Object.keys(SCENARIOS)) {
    if (scenario !== 'cold' && !options.scenarios.includes(scenario)) continue;
    const run = runScenario(site, { scenario, round, limit: options.limit });
    note({ generator: generator.name, scenario, round, load: loadavg()[0], ...run });
    say(drawProgress(generator, SCENARIOS[scenario].label, { ...run, round }));
    if (run.failure) return run.failure;
  }
  return undefined;
}

function runScenario(site, { scenario, round, limit }) {
  const { generator } = site;
  const { folder, build, env } = generator;
  const mark = `mark${round}${scenario}`;
  SCENARIOS[scenario].change(site, mark);
  const counting = round === 0;
  const command = { command: build, folder, limit, env: { ...env, ...(counting && countFiles(folder)) } };
  const { stdout, ...figures } = runMeasured(command);
  return {
    ...figures,
    missed: !figures.failure && !showsChange(site, scenario, mark),
    ...measureOutput(generator),
    ...(generator.name === 'mojing' && { summary: readSummary(stdout) }),
    ...(counting && { disk: JSON.parse(readFileSync(countsFile(folder), 'utf8')) }),
  };
}

/** Mojing's own account of a build: the last line of `--json`. */
function readSummary(stdout) {
  const last = stdout.trim().split('\n').at(-1);
  return last?.startsWith('{') ? JSON.parse(last) : undefined;
}

/** Has a Node program count its use of the file system; see count-files.mjs. */
function countFiles(folder) {
  return {
    NODE_OPTIONS: `--import ${JSON.stringify(join(BENCH, 'count-files.mjs'))}`,
    MOJING_COUNT_BELOW: folder,
    MOJING_COUNT_INTO: countsFile(folder),
  };
}

function countsFile(folder) {
  return `${folder}-counts.json`;
}

function drawProgress({ label }, scenario, { round, wall, cpu, memory, files, failure, missed }) {
  const figures = `${wall.toFixed(2)} s, ${cpu.toFixed(2)} cpu s, ${memory.toFixed(0)} MiB, ${files} files`;
  return `${round === 0 ? 'counting' : `round ${round}`}: ${label}, ${scenario}: ${failure ?? figures}${missed ? ', the change does not show' : ''}`;
}
