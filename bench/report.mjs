/**
 * The figures as Markdown tables. Medians; behind each in brackets how many times ours.
 */

import { SCENARIOS } from './scenarios.mjs';
import { findGrowth, findMedian, groupBy } from './statistics.mjs';

/** The whole report. */
export function drawReport({ machine, versions, options, builds, watches, starts, labels }) {
  return [
    drawMachine({ machine, versions, labels }),
    ...[...groupBy(builds.runs, ({ posts, math }) => `${posts} ${math}`).values()].map((runs) =>
      drawBuilds(runs, { labels, rounds: options.runs, leftOut: builds.leftOut }),
    ),
    drawGrowth(builds.runs, labels),
    drawCounts(builds.runs),
    drawWatches(watches, labels),
    drawStarts(starts),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function drawMachine({ machine, versions, labels }) {
  const named = Object.entries(versions).map(([name, version]) => `${labels.get(name)} ${version}`);
  return `${machine.machine}; Node ${machine.node}; ${machine.date} UTC; load ${machine.load.toFixed(1)} when it began, ${machine.loadAfter.toFixed(1)} when it ended.\n${named.join(', ')}.`;
}

/** Timed, brought to its end, and with the change in what it made. */
function isGood({ round, failure, missed }) {
  return round > 0 && !failure && !missed;
}

function drawBuilds(runs, { labels, rounds, leftOut }) {
  const [{ posts, math }] = runs;
  const timed = runs.filter(isGood);
  const scenarios = Object.keys(SCENARIOS).filter((name) => timed.some(({ scenario }) => scenario === name));
  const remarks = [
    ...leftOut
      .filter((one) => one.posts === posts && one.math === math)
      .map(({ generator, reason }) => `${labels.get(generator)} is left out: ${reason}.`),
    ...listMissed(runs, labels),
  ];
  const title = `### ${posts.toLocaleString('en')} posts, ${math === 'none' ? 'no formulas' : '38 formulas a post'} (medians of ${rounds})`;
  const byGenerator = new Map(
    [...labels.keys()]
      .map((name) => [name, timed.filter(({ generator }) => generator === name)])
      .filter(([, some]) => some.length > 0),
  );
  return [
    title,
    drawGrid('wall, s', 'wall', { byGenerator, scenarios, labels }),
    drawGrid('cpu, s', 'cpu', { byGenerator, scenarios, labels }),
    drawSizes(byGenerator, labels),
    ...remarks,
  ].join('\n\n');
}

/** Builds that were no use: the change was not in what they made. */
function listMissed(runs, labels) {
  const missed = runs.filter(({ round, missed }) => round > 0 && missed);
  const kinds = groupBy(missed, ({ generator, scenario }) => `${labels.get(generator)}, ${SCENARIOS[scenario].label}`);
  return [...kinds].map(([kind, some]) => `${kind}: after ${some.length} of the builds the change did not show.`);
}

/** A row for each generator, a column for each scenario. */
function drawGrid(title, key, { byGenerator, scenarios, labels }) {
  const medianOf = (generator, scenario) => {
    const values = (byGenerator.get(generator) ?? []).filter((run) => run.scenario === scenario);
    return values.length > 0 ? findMedian(values.map((run) => run[key])) : undefined;
  };
  const rows = [...byGenerator.keys()].map((generator) => [
    labels.get(generator),
    ...scenarios.map((scenario) => drawRatio(medianOf(generator, scenario), medianOf('mojing', scenario), generator)),
  ]);
  return drawTable([title, ...scenarios.map((name) => SCENARIOS[name].label)], rows);
}

function drawRatio(value, ours, generator) {
  if (value === undefined) return '–';
  const shown = value.toFixed(value < 10 ? 2 : 1);
  return generator === 'mojing' || ours === undefined ? shown : `${shown} (${drawTimes(value / ours)})`;
}

function drawTimes(ratio) {
  return `${ratio.toFixed(ratio < 10 ? 1 : 0)}×`;
}

function drawSizes(byGenerator, labels) {
  const rows = [...byGenerator].map(([generator, runs]) => {
    const peak = (scenario) => {
      const of = runs.filter((run) => run.scenario === scenario);
      return of.length > 0 ? findMedian(of.map(({ memory }) => memory)).toFixed(0) : '–';
    };
    const { files, bytes } = runs.findLast(({ scenario }) => scenario === 'cold') ?? runs[0];
    return [labels.get(generator), peak('cold'), peak('same'), files, (bytes / 1e6).toFixed(0)];
  });
  return drawTable(['', 'peak MiB, cold', 'peak MiB, no change', 'files', 'MB'], rows);
}

/** How the cost grows from each size to the next. */
function drawGrowth(runs, labels) {
  const timed = runs.filter(isGood);
  const rows = [];
  for (const group of groupBy(timed, ({ generator, scenario, math }) => `${generator} ${scenario} ${math}`).values()) {
    const sizes = [...groupBy(group, ({ posts }) => posts)]
      .map(([posts, some]) => ({ posts, cost: findMedian(some.map(({ cpu }) => cpu)) }))
      .sort((a, b) => a.posts - b.posts);
    for (const [at, large] of sizes.entries()) {
      const small = sizes[at - 1];
      if (!small) continue;
      const [{ generator, scenario, math }] = group;
      rows.push([
        labels.get(generator),
        SCENARIOS[scenario].label,
        math,
        `${small.posts.toLocaleString('en')} → ${large.posts.toLocaleString('en')}`,
        findGrowth(small, large).toFixed(2),
      ]);
    }
  }
  if (rows.length === 0) return '';
  return `### Growth\n\nThe exponent *e* in cpu time ∝ posts^*e*: 1 means that ten times the posts cost ten times as much.\n\n${drawTable(['', 'scenario', 'formulas', 'posts', 'e'], rows, 4)}`;
}

/** What Mojing did, in numbers that are the same on every machine. */
function drawCounts(runs) {
  const counted = runs.filter(({ disk, summary }) => disk && summary);
  if (counted.length === 0) return '';
  const rows = counted.map(({ posts, math, scenario, summary: { ran, outputs, formulas }, disk }) => [
    `${posts.toLocaleString('en')}, ${math}`,
    SCENARIOS[scenario].label,
    ran.rendered,
    ran.formulas ?? `${formulas.distinct} of ${formulas.total}`,
    ran.laidOut,
    outputs.written,
    outputs.removed,
    `${disk.read} (${disk.distinctRead})`,
    disk.written,
    disk.looked,
    disk.moved,
  ]);
  const heads = ['posts, formulas', 'scenario', 'posts rendered', 'formulas', 'pages laid out', 'outputs written'];
  heads.push('outputs removed', 'files read (distinct)', 'files written', 'looked at', 'moved');
  return `### What Mojing does\n\nCounted in a run of its own. Files are those below the site's folder, the staging folder and the cache among them.\n\n${drawTable(heads, rows, 2)}`;
}

function drawWatches(watches, labels) {
  if (watches.length === 0) return '';
  const ours = watches.find(({ generator }) => generator === 'mojing');
  const rows = watches.map(({ generator, posts, math, ready, body, title, cpu, memory }) => {
    const times = ours && generator !== 'mojing' ? drawTimes(findMedian(body) / findMedian(ours.body)) : '';
    const figures = [
      (ready / 1000).toFixed(1),
      drawRange(body),
      times,
      drawRange(title),
      cpu.toFixed(0),
      memory.toFixed(0),
    ];
    return [labels.get(generator), `${posts.toLocaleString('en')}, ${math}`, ...figures];
  });
  const heads = ['server', 'posts, formulas', 'ready, s', 'body edit, ms', 'to ours', 'title on the home page, ms'];
  heads.push('cpu ms an edit', 'peak MiB');
  return `### From saving a post to the answer that shows it (medians, least–most)\n\n${drawTable(heads, rows, 2)}`;
}

/** `258 (228–316)`. */
function drawRange(numbers) {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return `${findMedian(numbers).toFixed(0)} (${least.toFixed(0)}–${most.toFixed(0)})`;
}

function drawStarts(starts) {
  if (starts.length === 0) return '';
  const [bare] = starts;
  const rows = starts.map(({ label, wall, cpu, memory }) => [
    label,
    wall.toFixed(0),
    drawTimes(wall / bare.wall),
    cpu.toFixed(0),
    memory.toFixed(0),
  ]);
  return `### Start-up (medians of 15)\n\n${drawTable(['', 'wall, ms', 'to bare Node', 'cpu, ms', 'MiB'], rows)}`;
}

/** The first `texts` columns are words, the rest figures. */
function drawTable(heads, rows, texts = 1) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = line(heads.map((_, column) => (column < texts ? '---' : '---:')));
  return [line(heads), rule, ...rows.map(line)].join('\n');
}
