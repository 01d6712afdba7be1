/**
 * `mojing check`: builds the site in memory and tells what its readers would stumble on:
 * links and anchors that lead nowhere, files that are missing or that nobody uses, heavy
 * pages, foreign hosts. Nothing is written. Exit code 1 if there are errors.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Route, SourcePath } from '../base/path.ts';
import { type Build, build } from '../build/build.ts';
import type { Plan } from '../build/plan.ts';
import { createMemos } from '../build/site-work.ts';
import { findFaults } from '../check/find-faults.ts';
import { SiteSurvey } from '../check/survey.ts';
import { tellFaults } from '../check/tell-faults.ts';
import { decodeSomehow } from '../chinese/encoding.ts';
import type { OutputFile } from '../model/outputs.ts';
import type { Page } from '../model/page.ts';
import { decodeText, type Sources } from '../model/sources.ts';
import { guardTime } from '../workers/guard.ts';
import type { Call } from './arguments.ts';
import { gatherCrew } from './build.ts';
import { createInput, findRoot, openSite, type Site } from './open-site.ts';
import { countDiagnostics, createReporter, hasFailed, type Reporter } from './report.ts';

/** Runs the command; returns its exit code. */
export async function runCheck(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const began = performance.now();
  const site = openSite(findRoot(call), call);
  const crew = gatherCrew(site, undefined);
  try {
    const running = build(await createInput(site, Date.now(), call), createMemos(), { guard: guardTime, crew });
    const survey = surveySite(running, site);
    const { diagnostics, totals, ran } = running.outcome();
    const all = [...diagnostics, ...judge(running, { site, survey, told: diagnostics })];
    reporter.diagnostics(all, site.sources.sources);
    const seconds = Math.round(performance.now() - began) / 1000;
    const counts = countSurvey(survey);
    const outputs = { total: counts.files, written: 0, unchanged: 0, removed: 0 };
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    reporter.summary({ ...totals, outputs, ran, checked: counts, ...countDiagnostics(all), seconds, peakRssMb });
    tellSummary(reporter, counts, all, seconds);
    return hasFailed(all, call.has('strict')) ? 1 : 0;
  } finally {
    crew.close();
  }
}

/** All files of the site, read as they come. */
function surveySite(running: Build, { config, sources: { sources } }: Site): SiteSurvey {
  const survey = new SiteSurvey({ url: config.url, top: config.top });
  const pages = placePages(running);
  // A page that could not be drawn is told of as such; links to it are sound.
  for (const route of pages.keys()) survey.expect(route);
  for (const file of running.files) {
    let drawn: string | undefined;
    const text = (): string => {
      drawn ??= readOutput(file, sources);
      return drawn;
    };
    const bytes = file.type === 'copy' ? (sources.get(file.from)?.size ?? 0) : Buffer.byteLength(text());
    survey.add({ route: file.route, bytes, ...describeOrigin(file, pages.get(file.route)) }, text);
  }
  return survey;
}

function readOutput(file: OutputFile, sources: Sources): string {
  return file.type === 'text' ? Buffer.from(file.bytes()).toString() : (readSource(sources, file.from) ?? '');
}

/** The text of a source file, whatever its encoding; `undefined` if it cannot be read. */
function readSource(sources: Sources, path: SourcePath): string | undefined {
  try {
    const bytes = sources.get(path)?.read();
    return bytes && (decodeText(bytes) ?? decodeSomehow(bytes));
  } catch {
    return undefined;
  }
}

function describeOrigin(
  file: OutputFile,
  page: Page | undefined,
): { source: SourcePath | undefined; posts: readonly SourcePath[] } {
  if (file.type === 'copy') return { source: file.from, posts: [] };
  return page?.type === 'layout' ? { source: page.post, posts: page.posts ?? [] } : { source: undefined, posts: [] };
}

function placePages({ works }: Build): Map<Route, Page> {
  return new Map(works.flatMap((work) => work.plan.pages.map((page) => [work.placeOf(page.route), page] as const)));
}

interface Judging {
  readonly site: Site;
  readonly survey: SiteSurvey;
  /** What the build has told of. */
  readonly told: readonly Diagnostic[];
}

function judge({ plan }: Build, { site, survey, told }: Judging): Diagnostic[] {
  const { config, sources, settings } = site;
  const pageBytes = config.check.page_kilobytes * 1024;
  const assets = new Map<Route, SourcePath>();
  for (const page of plan.pages)
    if (page.type === 'copy' && page.from.startsWith(`${config.source_dir}/`)) assets.set(page.route, page.from);
  for (const text of listWishes(plan, site)) survey.mention(text);
  const faults = findFaults(survey, { pageBytes, allowedHosts: config.build.allow_hosts, assets });
  const texts = new Map<SourcePath, string | undefined>();
  const textOf = (path: SourcePath): string | undefined => {
    if (!texts.has(path)) texts.set(path, readSource(sources.sources, path));
    return texts.get(path);
  };
  const shared = [...settings, ...[...sources.sources.keys()].filter((path) => isShared(path, config.source_dir))];
  return tellFaults(faults, { home: survey.home, pageBytes, textOf, shared, told });
}

/** What names files that another theme would show, or a later day: settings, data, front matter, drafts. */
function* listWishes({ graph }: Plan, { config, sources: { sources } }: Site): Generator<string> {
  yield JSON.stringify([config.all, graph.data]);
  for (const { frontMatter } of graph.byId.values()) yield JSON.stringify(frontMatter);
  for (const path of sources.keys())
    if (path.startsWith(`${config.source_dir}/_drafts/`) && /\.(md|markdown)$/i.test(path))
      yield readSource(sources, path) ?? '';
}

/** Whether a file may write on many pages: data, and the layouts, settings and scripts of the theme. */
function isShared(path: SourcePath, sourceDir: string): boolean {
  return (
    path.startsWith(`${sourceDir}/_data/`) ||
    /^themes\/[^/]+\/(_config\.(ya?ml|json)$|layout\/)|^scripts\//.test(path) ||
    /^_config\..+\.ya?ml$/.test(path)
  );
}

function countSurvey(survey: SiteSurvey): { pages: number; links: number; files: number } {
  const pages = [...survey.holders.values()].filter(({ anchors }) => anchors !== undefined).length;
  let links = 0;
  for (const { holders } of survey.uses) links += holders.length;
  return { pages, links, files: survey.files.size };
}

function tellSummary(
  reporter: Reporter,
  counts: ReturnType<typeof countSurvey>,
  all: readonly Diagnostic[],
  seconds: number,
): void {
  const { translate } = reporter;
  const { errors, warnings } = countDiagnostics(all);
  const found = [
    translate(errors === 1 ? '1 error' : '{errors} errors', { errors }),
    translate(warnings === 1 ? '1 warning' : '{warnings} warnings', { warnings }),
  ];
  reporter.say('Looked at {pages} pages, {links} links and {files} files · {found} · {seconds} s', {
    ...counts,
    found: all.length === 0 ? translate('nothing is wrong') : found.join(translate(', ')),
    seconds: seconds.toFixed(2),
  });
}
