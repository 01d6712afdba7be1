/**
 * `mojing serve`: the site while you write it, from memory. Nothing is published.
 */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import { toOutputPath } from '../base/path.ts';
import { findPlaces } from '../disk/places.ts';
import { describeIn } from '../model/describe.ts';
import type { Change } from '../model/sources.ts';
import { drawErrorPage } from '../serve/error-page.ts';
import { type RunningServer, type ServeOptions, startServer } from '../serve/server.ts';
import { watchSite } from '../serve/watch.ts';
import { type Call, UsageError } from './arguments.ts';
import { drawFrame } from './code-frame.ts';
import { LiveSite } from './live-site.ts';
import { findRoot, openSite } from './open-site.ts';
import { createReporter, type Reporter } from './report.ts';

const DEFAULT_PORT = 4000;

/** Runs the command until it is interrupted; returns its exit code. */
export async function runServe(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const root = findRoot(call);
  const place = readPlace(call);
  if (call.has('static')) return serveStatic(call, root, place, reporter);
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  process.once('SIGTERM', () => ending.abort());
  const live = new LiveSite(root, call);
  const watches = call.has('watch') || (!call.has('no-watch') && process.stdout.isTTY === true);
  // Watching begins before anything is read, so that no save in between is missed.
  const changes = watches ? watchLive(live, ending.signal) : undefined;
  await live.refresh();
  const server = await startServer({
    ...place,
    port: place.portIsFixed ? place.port : (live.site.config.server.port ?? place.port),
    root: live.site.config.root,
    lookUp: async (route) => live.lookUp(route),
    leavesOutHtml: () => !live.site.config.pretty_urls.trailing_html,
    errorPage: () => drawProblems(live, call.speech.people),
  });
  if ('refused' in server) {
    ending.abort();
    return refuse(server.refused, reporter);
  }
  reporter.diagnostics(live.problems, live.sources);
  reporter.answer(
    call.has('json')
      ? JSON.stringify({ type: 'serving', url: server.url })
      : reporter.translate('{url}  {posts} posts · Ctrl+C ends', { url: server.url, posts: live.posts }),
  );
  if (call.has('open')) openBrowser(server.url);
  if (changes) await follow({ live, server, reporter, changes, signal: ending.signal });
  else await new Promise<void>((done) => ending.signal.addEventListener('abort', () => done()));
  await server.close();
  return 0;
}

function watchLive({ site }: LiveSite, signal: AbortSignal): AsyncIterable<readonly Change[]> {
  const { root, sources, config } = site;
  return watchSite(
    root,
    { places: findPlaces(root, sources.options), leaveOut: [resolve(root, config.public_dir)] },
    signal,
  );
}

type Place = Pick<ServeOptions, 'host' | 'port' | 'portIsFixed'>;

function readPlace(call: Call): Place {
  const asked = call.get('port');
  const port = asked === undefined ? DEFAULT_PORT : Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('{asked} is no port: it is a number up to 65535.', { asked: asked ?? '' });
  return { host: call.get('host') ?? '127.0.0.1', port, portIsFixed: asked !== undefined };
}

function refuse(refused: Diagnostic, reporter: Reporter): number {
  reporter.diagnostics([refused], new Map());
  return 1;
}

interface Following {
  readonly live: LiveSite;
  readonly server: RunningServer;
  readonly reporter: Reporter;
  readonly changes: AsyncIterable<readonly Change[]>;
  readonly signal: AbortSignal;
}

/** Builds again after each batch of changes. While a build runs, changes gather. */
async function follow({ live, server, reporter, changes, signal }: Following): Promise<void> {
  void renderBehind(live, signal);
  for await (const batch of changes) {
    const began = performance.now();
    const published = await live.refresh(batch);
    server.publish(published);
    reporter.diagnostics(live.problems, live.sources);
    const names = batch
      .slice(0, 3)
      .map(({ path }) => path)
      .join(', ');
    const told = { names, more: batch.length - 3, milliseconds: Math.round(performance.now() - began) };
    if (told.more > 0) reporter.say('{names} and {more} more · {milliseconds} ms', told);
    else reporter.say('{names} · {milliseconds} ms', told);
    void renderBehind(live, signal);
  }
}

async function renderBehind(live: LiveSite, signal: AbortSignal): Promise<void> {
  for await (const _ of live.renderBehind()) {
    if (signal.aborted) return;
    await setImmediate();
  }
}

function drawProblems(live: LiveSite, language: Language): string | undefined {
  if (live.problems.length === 0) return undefined;
  const problems = live.problems.map((problem) => {
    const { at } = problem;
    const frame = drawFrame(live.sources, at);
    return { ...describeIn(language, problem), frame, ...(at && { file: at.file, line: at.line, column: at.column }) };
  });
  return drawErrorPage(problems, language);
}

/** Shows what is published already. */
async function serveStatic(call: Call, root: string, place: Place, reporter: Reporter): Promise<number> {
  const { config } = openSite(root, call);
  const folder = join(root, config.public_dir);
  if (!existsSync(folder))
    throw new UsageError('There is nothing in {folder}/ yet. `mojing build` publishes the site.', {
      folder: config.public_dir,
    });
  const server = await startServer({
    ...place,
    root: config.root,
    live: false,
    lookUp: async (route) => {
      const file = join(realpathSync.native(folder), toOutputPath(route));
      return existsSync(file) ? { file } : undefined;
    },
    leavesOutHtml: () => !config.pretty_urls.trailing_html,
  });
  if ('refused' in server) return refuse(server.refused, reporter);
  reporter.answer(reporter.translate('{url}  {folder}/ · Ctrl+C ends', { url: server.url, folder: config.public_dir }));
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
  await server.close();
  return 0;
}

function openBrowser(url: string): void {
  const command = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
