/**
 * `npm run bench`: Mojing and its peers on the same posts, in one run.
 * `npm run bench -- --help` lists the options; README.md tells how to read the figures.
 */
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { isReady, listGenerators } from './generators.mjs';
import { describeMachine, readVersions } from './machine.mjs';
import { measureBuilds } from './measure-builds.mjs';
import { measureStart } from './measure-start.mjs';
import { measureWatch } from './measure-watch.mjs';
import { HELP, readOptions } from './options.mjs';
import { drawReport } from './report.mjs';
import { checkTools } from './run-build.mjs';
import { emptyAside } from './sites.mjs';

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return process.stdout.write(HELP);
  checkTools();
  const generators = chooseGenerators(options);
  const versions = readVersions(generators);
  const machine = describeMachine();
  const measured = await measure(generators, options);
  machine.loadAfter = loadavg()[0];
  const labels = new Map(generators.map(({ name, label }) => [name, label]));
  process.stdout.write(`${drawReport({ machine, versions, options, labels, ...measured })}\n`);
  if (options.json)
    writeFileSync(options.json, `${JSON.stringify({ machine, versions, options, ...measured }, null, 1)}\n`);
  say('deleting what was moved aside');
  emptyAside(options.work);
}

/** Ours, and of the peers those asked for, or all that are set up. */
function chooseGenerators(options) {
  const all = [...listGenerators(options).values()];
  const unknown = options.peers?.find((peer) => !all.some(({ name }) => name === peer));
  if (unknown)
    throw new Error(
      `There is no peer ${unknown}; there are ${all
        .slice(1)
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  const wanted = all.filter(({ name }) => name === 'mojing' || (options.peers?.includes(name) ?? true));
  const ready = wanted.filter(isReady);
  for (const { name } of wanted)
    if (!ready.some((one) => one.name === name)) say(`${name} is not set up: node bench/setup.mjs ${name}`);
  return ready;
}

async function measure(generators, options) {
  const builds = { runs: [], leftOut: [] };
  const watches = [];
  for (const posts of options.posts) {
    for (const math of options.maths) {
      const task = { generators, posts, math, options, say };
      if (options.parts.includes('builds')) {
        const { runs, leftOut } = measureBuilds(task);
        builds.runs.push(...runs);
        builds.leftOut.push(...leftOut);
      }
      if (options.parts.includes('watch')) watches.push(...(await measureWatch(task)));
    }
  }
  const starts = options.parts.includes('start') ? measureStart({ generators, options, say }) : [];
  return { builds, watches, starts };
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

main().catch((error) => {
  say(error.message);
  process.exitCode = 2;
});
