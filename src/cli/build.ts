/**
 * `mojing build`: the whole site into `public_dir`, once. Exit code 0, or 1 if the site
 * has errors: then nothing is published, unless `--keep-going` says so.
 */

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Stopwatch } from '../base/stopwatch.ts';
import { type Build, build } from '../build/build.ts';
import { DiskFile } from '../disk/disk-file.ts';
import { forgetLastBuild, keepLastBuild } from '../disk/last-build.ts';
import { findPlaces } from '../disk/places.ts';
import { lockSite, type SiteLock } from '../disk/site-lock.ts';
import { openMemory, type SiteMemory } from '../disk/site-memory.ts';
import { isOf, takeSnapshot } from '../disk/snapshot.ts';
import { explain } from '../disk/walk-folder.ts';
import { openPublisher, type Publisher, type PublishTarget } from '../disk/write-outputs.ts';
import { diagnose } from '../model/messages.ts';
import { guardTime } from '../workers/guard.ts';
import { ThreadCrew } from '../workers/thread-crew.ts';
import { mustSpare, spareMemory } from '../workers/tune-engine.ts';
import type { Call } from './arguments.ts';
import { keepMemos, restoreMemos } from './keep-memos.ts';
import { createInput, findRoot, openSite, type Site } from './open-site.ts';
import { createStopwatch, tellProfile } from './profile.ts';
import { countDiagnostics, createReporter, drawJsonLines, drawText, hasFailed, type Reporter } from './report.ts';
import { describeCall } from './unchanged.ts';

/** Runs the command; returns its exit code. */
export async function runBuild(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const [began, now] = [performance.now(), Date.now()];
  const watch = createStopwatch(call);
  const root = findRoot(call);
  const lock = await lockSite(root);
  if ('refused' in lock) return refuse(lock.refused, reporter);
  try {
    if (lock.folder !== undefined) forgetLastBuild(lock.folder);
    const memory = lock.folder === undefined ? undefined : openMemory(lock.folder, call.has('no-cache'));
    const site = measure(watch, 'read', () => openSite(root, call, memory?.stamps));
    const publisher = openPublisher(describeTarget(site, call), lock);
    if ('refused' in publisher) return refuse(publisher.refused, reporter, site);
    return await publish({ call, reporter, site, publisher, lock, memory, began, now, watch });
  } finally {
    lock.release();
  }
}

/** Where this call publishes to. */
export function describeTarget({ root, config, theme }: Site, call: Call): PublishTarget {
  const out = call.get('out');
  return {
    root,
    publicDir: out ?? config.public_dir,
    sourceDir: config.source_dir,
    themeFolder: theme.folder,
    explicit: out !== undefined,
  };
}

function refuse(refused: Diagnostic, reporter: Reporter, site?: Site): number {
  const found = [...(site?.configDiagnostics ?? []), refused];
  reporter.diagnostics(found, site?.sources.sources ?? new Map());
  reporter.summary({ ...emptySummary, ...countDiagnostics(found) });
  return 1;
}

interface Publishing {
  readonly call: Call;
  readonly reporter: Reporter;
  readonly site: Site;
  readonly publisher: Publisher;
  readonly lock: SiteLock;
  readonly memory: SiteMemory | undefined;
  /** When the command was called: by a steady clock, and by the calendar. */
  readonly began: number;
  readonly now: number;
  readonly watch: Stopwatch | undefined;
}

function measure<Result>(watch: Stopwatch | undefined, phase: string, work: () => Result): Result {
  return watch ? watch.measure(phase, work) : work();
}

async function publish(publishing: Publishing): Promise<number> {
  const { call, reporter, site, publisher, memory, began, now, watch } = publishing;
  const crew = gatherCrew(site, memory, watch);
  try {
    const memos = restoreMemos(memory);
    const input = await createInput(site, now, call);
    const running = measure(watch, 'plan', () => build(input, memos, { guard: guardTime, crew, watch }));
    const unwritten = stageAll(running, publisher, watch);
    const { diagnostics, totals, ran } = running.outcome();
    if (memory) measure(watch, 'remember', () => keepMemos(memory, memos, running.plan));
    const found = [...diagnostics, ...unwritten];
    const failed = hasFailed(found, call.has('strict'));
    const committed = failed && !call.has('keep-going') ? undefined : measure(watch, 'write', () => publisher.commit());
    const refused = committed && 'refused' in committed ? [committed.refused] : [];
    const outputs = committed && 'total' in committed ? committed : emptySummary.outputs;
    const all = [...found, ...refused];
    reporter.diagnostics(all, site.sources.sources);
    const seconds = Math.round(performance.now() - began) / 1000;
    const summary = { ...totals, outputs, ran, ...countDiagnostics(all) };
    if (watch) tellProfile(watch, seconds, reporter);
    reporter.summary({ ...summary, seconds, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) });
    const isPublished = committed !== undefined && refused.length === 0;
    tellSummary(reporter, { site, totals, outputs, published: isPublished, all, seconds });
    if (isPublished && !failed) keepForNextTime(publishing, { running, all, summary });
    return failed || refused.length > 0 ? 1 : 0;
  } finally {
    crew.close();
    publisher.abandon();
  }
}

/**
 * Threads that render; to be closed. They start while the site is planned if many posts are new to us; else when it is planned, if at all.
 * Where time is looked at, there are none: it would be told twice.
 */
export function gatherCrew({ config, sources }: Site, memory: SiteMemory | undefined, watch?: Stopwatch): ThreadCrew {
  const posts: DiskFile[] = [];
  for (const file of sources.sources.values()) {
    if (!(file instanceof DiskFile) || !/\.(md|markdown)$/i.test(file.path)) continue;
    if (memory?.stamps.get(file.path, file.stamp) === undefined) posts.push(file);
  }
  const unknown = posts.reduce((sum, { size }) => sum + size, 0);
  const isSparing = mustSpare(unknown);
  if (isSparing) spareMemory();
  const crew = new ThreadCrew({
    entry: new URL('./worker.js', import.meta.url),
    workers: watch ? 0 : config.build.workers,
    config,
    isSparing,
    posts,
    locate: (file) => (file instanceof DiskFile ? file.disk : undefined),
  });
  if (crew.wants(unknown)) crew.start();
  return crew;
}

interface Published {
  readonly running: Build;
  readonly all: readonly Diagnostic[];
  readonly summary: Readonly<Record<string, unknown>> & { readonly outputs: { readonly total: number } };
}

/** If no file was touched since the command was called, the next call may find that nothing has changed. */
function keepForNextTime(
  { call, reporter, site, publisher, lock, now }: Publishing,
  { running, all, summary }: Published,
): void {
  if (lock.folder === undefined) return;
  const { options } = site.sources;
  const places = [...findPlaces(site.root, options).map(({ folder }) => folder), ...(options.commits?.marks ?? [])];
  const leaveOut = [...(options.leaveOut ?? [])];
  // What was seen before anything was read is good, and need not be looked at again.
  const isSeen = call.snapshot && isOf(call.snapshot, { places, leaveOut });
  const { print: sources, settled } = isSeen ? call.snapshot : takeSnapshot({ places, leaveOut }, now);
  if (!settled) return;
  const { total } = summary.outputs;
  const unchanged = {
    ...summary,
    outputs: { total, written: 0, unchanged: total, removed: 0 },
    ran: { rendered: 0, laidOut: 0 },
  };
  const last = {
    call: describeCall(call),
    places,
    leaveOut,
    sources,
    output: publisher.folder,
    validUntil: running.plan.nextDate ?? null,
    said: {
      json: drawJsonLines(all, call.speech.programs),
      summary: { type: 'summary', ...unchanged },
      text: [...drawText(all, site.sources.sources, call.speech.people)],
      unchanged: reporter.translate('Nothing has changed · {seconds} s'),
    },
  };
  keepLastBuild(lock.folder, last, publisher.marks);
}

/** Writes every file beside the site; returns what could not be read or written. */
function stageAll(running: Build, publisher: Publisher, watch: Stopwatch | undefined): Diagnostic[] {
  const told: Diagnostic[] = [];
  for (const file of running.files) {
    try {
      const source = file.type === 'copy' ? running.plan.input.sources.get(file.from) : undefined;
      measure(watch, 'write', () => publisher.add(file, source));
    } catch (error) {
      // Only the reading may fail and the rest go on: a disk that is full is full for all.
      if (file.type !== 'copy' || !isUnreadable(error)) throw error;
      const at = { file: file.from, line: 1, column: 1, length: 1 };
      told.push(diagnose('file/unreadable', { detail: explain(error) }, at));
    }
  }
  return told;
}

function isUnreadable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EACCES', 'EPERM', 'ENOENT', 'EISDIR', 'ESTALE'].includes(String(error.code))
  );
}

const emptySummary = {
  posts: 0,
  pages: 0,
  drafts: 0,
  tags: 0,
  categories: 0,
  formulas: { total: 0, distinct: 0, failed: 0 },
  outputs: { total: 0, written: 0, unchanged: 0, removed: 0 },
  ran: { rendered: 0, laidOut: 0 },
  seconds: 0,
  peakRssMb: 0,
};

interface Result {
  readonly site: Site;
  readonly totals: ReturnType<Build['outcome']>['totals'];
  readonly outputs: { total: number; written: number; unchanged: number; removed: number };
  readonly published: boolean;
  readonly all: readonly Diagnostic[];
  readonly seconds: number;
}

function tellSummary(reporter: Reporter, { site, totals, outputs, published, all, seconds }: Result): void {
  const { translate } = reporter;
  const { posts, pages, formulas } = totals;
  const { total, written, unchanged, removed } = outputs;
  const { errors, warnings } = countDiagnostics(all);
  const files = [
    translate('{written} written', { written }),
    unchanged > 0 && translate('{unchanged} unchanged', { unchanged }),
    removed > 0 && translate('{removed} removed', { removed }),
  ];
  const found = [
    translate(errors === 1 ? '1 error' : '{errors} errors', { errors }),
    translate(warnings === 1 ? '1 warning' : '{warnings} warnings', { warnings }),
  ];
  const comma = translate(', ');
  if (site.hexo && site.config.markdown.soft_break === 'br')
    reporter.say(
      'A Hexo folder: line feeds become <br> and heading ids are made as Hexo does, unless _config.yml says otherwise.',
    );
  reporter.say('{posts} posts, {pages} pages, {formulas} formulas · {total} files ({files}) · {found} · {seconds} s', {
    posts,
    pages,
    formulas: formulas.total,
    total,
    files: files.filter(Boolean).join(comma),
    found: found.join(comma),
    seconds: seconds.toFixed(2),
  });
  if (!published)
    reporter.say(
      'Nothing was published; the last good site is as it was. (--keep-going publishes what could be built.)',
    );
}
