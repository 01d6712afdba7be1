/**
 * Start-up: what a command costs before it does anything, against bare Node. All cases
 * take turns, so that the machine's moods fall on all alike.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMeasured } from './run-build.mjs';
import { layOutSite } from './sites.mjs';
import { findMedian } from './statistics.mjs';

const TURNS = 15;
const POSTS = 10;

/** Medians of wall and processor time in milliseconds and of memory in MiB; bare Node first. */
export function measureStart({ generators, options, say }) {
  const cases = listCases(generators, options);
  const measured = new Map(cases.map(({ label }) => [label, []]));
  for (let turn = -1; turn < TURNS; turn++) {
    for (const { label, command, folder } of cases) {
      const figures = runMeasured({ command, folder });
      if (turn >= 0) measured.get(label).push(figures);
    }
    if (turn % 5 === 0) say(`start-up: turn ${turn + 1} of ${TURNS}`);
  }
  return [...measured].map(([label, runs]) => ({
    label,
    wall: findMedian(runs.map(({ wall }) => wall)) * 1000,
    cpu: findMedian(runs.map(({ cpu }) => cpu)) * 1000,
    memory: findMedian(runs.map(({ memory }) => memory)),
  }));
}

function listCases(generators, { work, cli }) {
  const mojing = generators.find(({ name }) => name === 'mojing');
  layOutSite(mojing, { posts: POSTS, math: 'none' });
  runMeasured({ command: mojing.build, folder: mojing.folder });
  const nothing = join(work, 'nothing.mjs');
  writeFileSync(nothing, '');
  const node = process.execPath;
  return [
    { label: 'bare Node', command: [node, nothing] },
    { label: 'mojing --version', command: [node, cli, '--version'] },
    { label: 'mojing help', command: [node, cli, 'help'] },
    { label: `mojing build, ${POSTS} posts, no change`, command: mojing.build },
    ...generators
      .filter(({ name }) => name !== 'mojing')
      .map(({ label, version }) => ({ label: `${label}: its version`, command: version })),
  ].map((one) => ({ ...one, folder: mojing.folder }));
}
