/**
 * The site as `serve` holds it: in memory, drawn page by page as it is asked for, and
 * planned anew after every change. A change with an error in it leaves the last good
 * site in view, with the errors over it.
 */
import { type Diagnostic, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import type { Fingerprint } from '../base/fingerprint.ts';
import { type OutputPath, type Route, toOutputPath } from '../base/path.ts';
import { type Build, build, listMathFiles } from '../build/build.ts';
import { listSearchFiles, SEARCH_FOLDER } from '../build/search-files.ts';
import { createMemos, type Drawn, type SiteWork } from '../build/site-work.ts';
import { DiskFile } from '../disk/disk-file.ts';
import { updateSources } from '../disk/read-sources.ts';
import { diagnose } from '../model/messages.ts';
import type { OutputFile } from '../model/outputs.ts';
import type { Page } from '../model/page.ts';
import type { Change, Sources } from '../model/sources.ts';
import { contentTypeOf } from '../serve/content-type.ts';
import type { Published } from '../serve/live-channel.ts';
import type { Served } from '../serve/send.ts';
import { guardTime } from '../workers/guard.ts';
import type { Call } from './arguments.ts';
import { createInput, openSite, type Site } from './open-site.ts';

/** Posts rendered in one go behind the reader's back. */
const CHUNK = 4;

/** A page, and which of the works draws it: the site's own or an edition's. */
interface PlacedPage {
  readonly page: Page;
  readonly owner: number;
}

interface Current {
  readonly build: Build;
  readonly pages: ReadonlyMap<string, PlacedPage>;
}

export class LiveSite {
  readonly #root: string;
  readonly #call: Call;
  readonly #memos = createMemos();
  /** What readers have open or had open: what a change must be compared with. */
  readonly #shown = new Map<OutputPath, { readonly route: Route; readonly print: Fingerprint }>();
  #site: Site;
  #current: Current | undefined;
  #problems: readonly Diagnostic[] = [];

  constructor(root: string, call: Call) {
    this.#root = root;
    this.#call = call;
    this.#site = openSite(root, call);
  }

  get site(): Site {
    return this.#site;
  }

  get sources(): Sources {
    return this.#site.sources.sources;
  }

  /** Errors of the last attempt; none if what is in view is up to date. */
  get problems(): readonly Diagnostic[] {
    return this.#problems;
  }

  get posts(): number {
    return this.#current?.build.plan.graph.posts.length ?? 0;
  }

  /** Plans the site for the first time, or after changes; says what readers must load again. */
  async refresh(changes: readonly Change[] = []): Promise<Published> {
    try {
      return await this.#plan(changes);
    } catch (error) {
      // A file that vanishes or changes while it is read: the next batch of changes tells of it.
      if (!isPassing(error)) this.#problems = [faultOf(error)];
      return { routes: new Set() };
    }
  }

  async #plan(changes: readonly Change[]): Promise<Published> {
    if (changes.length > 0) this.#site = this.#reopen(changes);
    const next = build(await createInput(this.#site, Date.now(), this.#call), this.#memos, { guard: guardTime });
    const candidate = { build: next, pages: placePages(next, this.#current) };
    const redrawn = this.#redraw(candidate);
    this.#problems = sortDiagnostics(
      [...next.works.flatMap(({ plan }) => plan.diagnostics), ...redrawn.diagnostics].filter(
        ({ severity }) => severity === 'error',
      ),
    );
    if (this.#current && hasErrors(this.#problems)) return { routes: new Set() };
    this.#current = candidate;
    for (const [path, shown] of redrawn.prints) this.#shown.set(path, shown);
    return { routes: new Set(redrawn.changed) };
  }

  #reopen(changes: readonly Change[]): Site {
    const isSetting = ({ path }: Change): boolean =>
      this.#site.settings.has(path) || /^(_config\b|package\.json$)|\/_config\.(ya?ml|json)$/.test(path);
    if (changes.some(isSetting)) return openSite(this.#root, this.#call);
    return { ...this.#site, sources: updateSources(this.#site.sources, changes) };
  }

  #redraw(candidate: Current): {
    changed: OutputPath[];
    prints: Map<OutputPath, { route: Route; print: Fingerprint }>;
    diagnostics: Diagnostic[];
  } {
    const changed: OutputPath[] = [];
    const prints = new Map<OutputPath, { route: Route; print: Fingerprint }>();
    const diagnostics: Diagnostic[] = [];
    for (const [path, { route, print }] of this.#shown) {
      const placed = candidate.pages.get(route);
      const drawn = placed && drawPlaced(candidate, placed);
      diagnostics.push(...(drawn?.diagnostics ?? []));
      const now = drawn?.file ? printOf(drawn.file) : '';
      if (now === print) continue;
      changed.push(path);
      prints.set(path, { route, print: now });
    }
    return { changed, prints, diagnostics };
  }

  /** What stands at a route, drawn now if it was not before. */
  lookUp(route: Route): Served | undefined {
    try {
      return this.#find(route);
    } catch (error) {
      if (!isPassing(error)) this.#problems = [faultOf(error)];
      return undefined;
    }
  }

  #find(route: Route): Served | undefined {
    if (!this.#current) return undefined;
    const placed = this.#current.pages.get(route);
    const drawn = placed && drawPlaced(this.#current, placed);
    if (drawn && hasErrors(drawn.diagnostics))
      this.#problems = sortDiagnostics([...this.#problems, ...drawn.diagnostics]);
    const file = drawn?.file ?? (placed ? undefined : this.#findHidden(route));
    if (!file) return undefined;
    // A page does not show the index: it need not be loaded again when that has changed.
    if (placed || !isSearchFile(route, this.#current.build))
      this.#shown.set(toOutputPath(route), { route, print: printOf(file) });
    return this.#serve(file);
  }

  /** Files that no page of the plan stands for: KaTeX's, and those which posts show. */
  #findHidden(route: Route): OutputFile | undefined {
    if (!this.#current) return undefined;
    const { plan, works } = this.#current.build;
    if (route.startsWith('katex/')) return [...listMathFiles(plan)].find((file) => file.route === route);
    for (const work of works) {
      const searchFile = this.#findSearchFile(route, work);
      if (searchFile) return searchFile;
      for (const id of work.plan.graph.byId.keys()) {
        const asset = work.posts.record(id).assets.find((use) => use.route === route);
        if (asset) return { type: 'copy', path: toOutputPath(route), route, from: asset.from, print: '' };
      }
    }
    return undefined;
  }

  /** A file of the index, which is made or put right when it is asked for. */
  #findSearchFile(route: Route, work: SiteWork): OutputFile | undefined {
    if (!route.startsWith(work.plan.place + SEARCH_FOLDER)) return undefined;
    const { search: memo, bodies: store } = this.#memos;
    work.posts.renderAll([...work.plan.graph.byId.keys()]);
    return [...listSearchFiles({ work, memo, store })].find((file) => file.route === route);
  }

  #serve(file: OutputFile): Served | undefined {
    if (file.type === 'text') return { body: file.bytes(), type: contentTypeOf(file.path), print: file.print };
    const source = this.sources.get(file.from);
    if (source instanceof DiskFile) return { file: source.disk };
    return source && { body: source.read(), type: contentTypeOf(file.path), print: source.print };
  }

  /** Renders the posts that nobody has asked for yet, giving way to requests between them. */
  async *renderBehind(): AsyncGenerator<void> {
    const running = this.#current?.build;
    if (!running) return;
    for (const work of running.works) {
      const ids = [...work.plan.graph.byId.keys()];
      for (let from = 0; from < ids.length && this.#current?.build === running; from += CHUNK) {
        try {
          work.posts.renderAll(ids.slice(from, from + CHUNK));
        } catch (error) {
          if (!isPassing(error)) throw error;
        }
        yield;
      }
    }
  }
}

/** The pages of the site and of its editions by their places on the site. */
function placePages({ works }: Build, before: Current | undefined): ReadonlyMap<string, PlacedPage> {
  const known = before?.build.works;
  if (before && known?.length === works.length && works.every(({ plan }, at) => plan.pages === known[at]?.plan.pages))
    return before.pages;
  const placed = new Map<string, PlacedPage>();
  for (const [owner, work] of works.entries())
    for (const page of work.plan.pages) placed.set(work.placeOf(page.route), { page, owner });
  return placed;
}

function drawPlaced({ build: { works } }: Current, { page, owner }: PlacedPage): Drawn | undefined {
  return works[owner]?.draw(page);
}

/** A file was removed or written between the look at the folder and the reading of it. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESTALE');
}

function isSearchFile(route: Route, { works }: Build): boolean {
  return works.some(({ plan }) => route.startsWith(plan.place + SEARCH_FOLDER));
}

function printOf(file: OutputFile): Fingerprint {
  return file.print;
}

function faultOf(error: unknown): Diagnostic {
  const detail = error instanceof Error ? error.message : String(error);
  return diagnose('serve/failed', { detail });
}
