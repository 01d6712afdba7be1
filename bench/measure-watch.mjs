/**
 * How long after a post is saved the server's answer shows it: the post's own page after
 * an edit of its body, and the home page after an edit of the newest post's title.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addParagraph, addToTitle } from './scenarios.mjs';
import { layOutSite } from './sites.mjs';

const POLL_MS = 5;
const READY_MS = 300_000;
const SHOWN_MS = 60_000;
/** Between edits, as a writer pauses; also lets a server end what it does behind its answer. */
const PAUSE_MS = 1200;

/** Measures all generators that have a server; one record each. */
export async function measureWatch({ generators, posts, math, options, say }) {
  const records = [];
  let port = 4300 + (process.pid % 500);
  for (const generator of generators) {
    if (!generator.serve || posts > generator.mostPosts || (math !== 'none' && !generator.hasMath)) continue;
    layOutSite(generator, { posts, math });
    const record = await watchOne(generator, { port: ++port, posts, edits: options.edits });
    records.push({ ...record, posts, math });
    say(`watch: ${generator.label}: body ${record.body.map(Math.round)} ms, title ${record.title.map(Math.round)} ms`);
  }
  return records;
}

async function watchOne(generator, { port, posts, edits }) {
  const base = `http://127.0.0.1:${port}`;
  const post = openNewestPost(generator, posts);
  const [command, ...args] = generator.serve(String(port));
  const env = { ...process.env, ...generator.env };
  const server = spawn(command, args, { cwd: generator.folder, env, stdio: 'ignore', detached: true });
  const load = loadavg()[0];
  const interrupted = () => {
    signal(server, 'SIGKILL');
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  try {
    const ready = await waitUntil(async () => (await fetchText(base + post.url)).length > 500, READY_MS);
    await fetchText(`${base}/`);
    await wait(2 * PAUSE_MS);
    const cpuBefore = readCpu(server.pid);
    const body = await edit(edits, post, { url: base + post.url, change: addParagraph });
    const cpu = ((readCpu(server.pid) - cpuBefore) / edits) * 1000;
    const title = await edit(edits, post, { url: `${base}/`, change: addToTitle });
    return { generator: generator.name, ready, body, title, cpu, memory: readPeakMemory(server.pid), load };
  } finally {
    process.off('SIGINT', interrupted);
    await end(server);
  }
}

function openNewestPost({ folder, content }, posts) {
  const file = join(folder, content, `post-${posts - 1}.md`);
  const text = readFileSync(file, 'utf8');
  const date = /^date: (\S{10})/m.exec(text)[1].replaceAll('-', '/');
  return { file, text, url: `/${date}/post-${posts - 1}/` };
}

/** Saves the post `times` times; milliseconds until each mark is seen, NaN if it never is. */
async function edit(times, { file, text }, { url, change }) {
  const latencies = [];
  for (let n = 0; n < times; n++) {
    const mark = `mark${n}x${Date.now()}`;
    writeFileSync(file, change(text, mark));
    latencies.push(await waitUntil(async () => (await fetchText(url)).includes(mark), SHOWN_MS));
    await wait(PAUSE_MS);
  }
  return latencies;
}

async function waitUntil(isTrue, limit) {
  const began = performance.now();
  while (performance.now() - began < limit) {
    if (await isTrue()) return performance.now() - began;
    await wait(POLL_MS);
  }
  return Number.NaN;
}

async function fetchText(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(SHOWN_MS) });
    return response.ok ? await response.text() : '';
  } catch {
    return '';
  }
}

/** Processor seconds of a process so far (Linux: proc(5); elsewhere NaN). */
function readCpu(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** The most memory a process has held, in MiB. */
function readPeakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Ends the server and what it has started: they are a group of their own. */
async function end(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  signal(server, 'SIGTERM');
  const late = setTimeout(() => signal(server, 'SIGKILL'), 3000);
  await ended;
  clearTimeout(late);
}

function signal(server, name) {
  try {
    process.kill(-server.pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
