/**
 * A V8 CPU profile → tables of what costs most: by module, by function alone (self), and
 * by function with all it calls (total).
 *
 * A sample belongs to the function that runs; its time is the gap to the next sample. A much
 * longer gap than usual means that another program had the processor: it is cut short.
 */
import { readFileSync } from 'node:fs';

/** Reads a `.cpuprofile`. Times are seconds. */
export function readProfile(file) {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8'));
  const byId = new Map(nodes.map((node) => [node.id, { ...node, self: 0 }]));
  const longest = 2 * findMedian(timeDeltas);
  for (const [at, id] of samples.entries()) byId.get(id).self += Math.min(timeDeltas[at] ?? 0, longest) / 1e6;
  for (const node of byId.values()) for (const child of node.children ?? []) byId.get(child).parent = node;
  const busy = [...byId.values()].filter(({ callFrame }) => !/^\((idle|root)\)$/.test(callFrame.functionName));
  return {
    seconds: busy.reduce((sum, { self }) => sum + self, 0),
    modules: gather(busy, ({ callFrame }) => nameModule(callFrame), 'self'),
    functions: gather(busy, ({ callFrame }) => nameFunction(callFrame), 'self'),
    totals: gatherTotals(busy),
  };
}

function findMedian(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

function gather(nodes, nameOf) {
  const sums = new Map();
  for (const node of nodes) sums.set(nameOf(node), (sums.get(nameOf(node)) ?? 0) + node.self);
  return sortByTime(sums);
}

/** Each function's own time and that of all below it; recursion is counted once. */
function gatherTotals(nodes) {
  const sums = new Map();
  for (const node of nodes) {
    if (node.self === 0) continue;
    const seen = new Set();
    for (let at = node; at; at = at.parent) seen.add(nameFunction(at.callFrame));
    for (const name of seen) sums.set(name, (sums.get(name) ?? 0) + node.self);
  }
  sums.delete('(root)');
  return sortByTime(sums);
}

function sortByTime(sums) {
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** A package by its name, a file of ours by its path, `node:fs` and V8's own parts as they are. */
function nameModule({ url, functionName, lineNumber }) {
  // Compiled templates have no file, but lines; what Node is made of has neither.
  if (url === '') return lineNumber >= 0 ? 'templates' : /^\(/.test(functionName) ? functionName : 'V8';
  if (url.startsWith('node:')) return url;
  const dependency = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(url)?.[1];
  if (dependency) return dependency;
  return /\/(?:dist|src)\/(.+?)\.[jt]s$/.exec(url)?.[1] ?? url;
}

function nameFunction(frame) {
  const name = frame.functionName || `(anonymous, line ${frame.lineNumber + 1})`;
  const module = nameModule(frame);
  return module === name ? name : `${module} ${name}`;
}
