/**
 * The dear half of a build, a piece at a time: posts are rendered and pages drawn when
 * they are asked for, and what is remembered and still good is not done again.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { type Look, Memo, Notes } from '../base/memo.ts';
import { type Route, toOutputPath, toRoute } from '../base/path.ts';
import type { Stopwatch } from '../base/stopwatch.ts';
import { escapeHtml } from '../base/text.ts';
import type { RememberedPost } from '../content/parse-post.ts';
import { drawDocument } from '../layout/documents.ts';
import type { LaidOutPage } from '../layout/laid-out-page.ts';
import { PageDrawer } from '../layout/layout-page.ts';
import type { SiteFacts } from '../layout/site-facts.ts';
import { renderInlineMath } from '../math/inline-text.ts';
import { keepMathml } from '../math/write-formula.ts';
import { type BodyStore, createMemoryStore, type KeptText } from '../model/body-store.ts';
import type { Config } from '../model/config.ts';
import type { OutputFile } from '../model/outputs.ts';
import type { Alternate, DocumentPage, LayoutPage, Page } from '../model/page.ts';
import type { Post, PostId } from '../model/post.ts';
import type { Alternates } from './alternates.ts';
import { createSiteLook, type KnownFacts, type TrustedPlan } from './cells.ts';
import type { Crew } from './crew.ts';
import { EquationIndex } from './equation-index.ts';
import type { Plan } from './plan.ts';
import { type Guard, RenderedPosts } from './rendered-posts.ts';
import type { RenderedRecord } from './rendered-record.ts';
import { listIndexFacts, SiteIndex } from './site-index.ts';
import { createTextRenderer } from './text-renderer.ts';

/** What a build leaves to the next one. */
export interface Memos {
  readonly parsed: Memo<RememberedPost>;
  readonly rendered: Memo<RenderedRecord>;
  readonly laidOut: Memo<DrawnRecord>;
  readonly search: Memo<KeptText>;
  readonly bodies: BodyStore;
  /** The facts of the last build of this process, and of which plan they were. */
  known?: KnownFacts | undefined;
  /** The plan of which results are remembered that another process left. */
  readonly trusted?: TrustedPlan | undefined;
  /** The plan of the last build of this process. */
  planned?: Plan | undefined;
}

/** What is remembered of a drawn page: not its text, only which text it was. */
export interface DrawnRecord {
  /** `undefined` if it could not be drawn. */
  readonly print: Fingerprint | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

interface DrawnAnew {
  readonly bytes: Uint8Array | undefined;
  readonly record: DrawnRecord;
}

/** A page's file, if there is one, and what was told about it. */
export interface Drawn {
  readonly file: OutputFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Who does the work: under which time limit, and with whose help. */
export interface Hands {
  readonly guard: Guard;
  readonly crew?: Crew | undefined;
  /** Looks at the time, if somebody wants to know. */
  readonly watch?: Stopwatch | undefined;
}

/** Nothing remembered yet. */
export function createMemos(): Memos {
  return {
    parsed: new Memo(),
    rendered: new Memo(),
    laidOut: new Memo(),
    search: new Memo(),
    bodies: createMemoryStore(),
  };
}

/** Forgets the files, posts and pages that the site no longer has. */
export function forgetGone(memos: Memos, site: Plan): void {
  if (memos.trusted?.plan === site.print) return;
  const plans = [site, ...site.editions];
  memos.parsed.keepOnly(new Set(site.input.sources.keys()));
  memos.rendered.keepOnly(new Set(plans.flatMap(({ place, graph }) => [...graph.byId.keys()].map((id) => place + id))));
  const searched = [...memos.search.keys()];
  memos.search.keepOnly(new Set(searched.filter((key) => plans.some(({ place }) => key.startsWith(`${place}:`)))));
  memos.laidOut.keepOnly(new Set(plans.flatMap(({ place, pages }) => pages.map(({ route }) => place + route))));
}

/** What the works of a site and its editions share. */
export interface Shared {
  readonly memos: Memos;
  readonly hands: Hands;
  readonly alternates: Alternates;
  /** The index of the site itself, for its editions. */
  readonly index?: SiteIndex;
}

const NOTHING = new Uint8Array(0);

export class SiteWork {
  readonly plan: Plan;
  readonly posts: RenderedPosts;
  readonly index: SiteIndex;
  readonly #memos: Memos;
  readonly #watch: Stopwatch | undefined;
  readonly #look: Look;
  readonly #facts: SiteFacts;
  #drawer: PageDrawer | undefined;
  #laidOut = 0;

  constructor(plan: Plan, { memos, hands, alternates, index: site }: Shared) {
    this.plan = plan;
    this.#memos = memos;
    this.#watch = hands.watch;
    const index = new SiteIndex(listIndexFacts(plan), site);
    this.index = index;
    const equations = new EquationIndex(index, (id) => this.posts.equationsOf(id));
    const { isPlain } = alternates;
    const alternatesOf = (route: Route): readonly Alternate[] => alternates.find(plan, route);
    const { look, facts } = createSiteLook(
      { plan, index, equations, isPlain, alternatesOf, printsOf: (id) => this.posts.record(id).prints },
      plan.original ? undefined : memos.known,
    );
    this.#look = look;
    // An edition has facts of its own under the same names.
    if (!plan.original) {
      if (memos.trusted?.plan === plan.print) memos.trusted.trust(look);
      memos.known = { plan: plan.print, facts };
    }
    const rendering = { plan, index, equations, memo: memos.rendered, store: memos.bodies, ...hands };
    this.posts = new RenderedPosts(rendering, this.#look);
    const { config, theme, graph, input } = plan;
    this.#facts = {
      config,
      theme,
      graph,
      extensions: input.extensions,
      factsOf: (id) => this.posts.facts(id),
      bodyOf: (id) => this.posts.body(id),
      htmlOf: (id) => this.posts.html(id),
      editions: plan.editions.map(({ place }) => place),
      rootOf: (route) => index.rootOf(route),
      alternatesOf: isPlain ? undefined : alternatesOf,
      keepMathml,
      renderTitle: createTitleRenderer(config),
      renderText: createTextRenderer(config, input.extensions),
    };
  }

  /** Whether the post's text or its title holds a formula. */
  hasFormulas(id: PostId): boolean {
    const title = this.plan.graph.byId.get(id)?.title ?? '';
    return this.posts.record(id).formulas.total > 0 || this.#facts.renderTitle(title).html.includes('class="katex');
  }

  /** The title as plain text, formulas readable. */
  readTitle({ title }: Post): string {
    return this.#facts.renderTitle(title).text;
  }

  /** How much was really done. */
  get ran(): { readonly rendered: number; readonly laidOut: number } {
    return { rendered: this.posts.count, laidOut: this.#laidOut };
  }

  /** Renders the posts of these pages, many under one time limit. */
  prepare(pages: readonly Page[]): void {
    this.posts.renderAll(pages.flatMap((page) => (page.type === 'layout' && page.post ? [page.post] : [])));
  }

  /** Where a route of the plan is on the site: below the folder of its edition. */
  placeOf(route: Route): Route {
    return this.plan.place === '' ? route : toRoute(this.plan.place + route);
  }

  /** Draws one page. Its text is made when it is asked for, if what it would be is known already. */
  draw(page: Page): Drawn {
    const route = this.placeOf(page.route);
    const path = toOutputPath(route);
    if (page.type === 'copy') {
      const print = this.plan.input.sources.get(page.from)?.print ?? '';
      return { file: { type: 'copy', path, route, from: page.from, print }, diagnostics: [] };
    }
    if (page.type === 'text')
      return {
        file: { type: 'text', path, route, print: fingerprintBytes(page.text), bytes: () => Buffer.from(page.text) },
        diagnostics: [],
      };
    let bytes: Uint8Array | undefined;
    let record = this.#memos.laidOut.recall(route, this.#look);
    if (!record) ({ bytes, record } = this.#drawMeasured(page));
    const { print, diagnostics } = record;
    if (print === undefined) return { file: undefined, diagnostics };
    return {
      file: { type: 'text', path, route, print, bytes: () => bytes ?? this.#drawAnew(page).bytes ?? NOTHING },
      diagnostics,
    };
  }

  #drawMeasured(page: LayoutPage | DocumentPage): DrawnAnew {
    return this.#watch ? this.#watch.measure('layout', () => this.#drawAnew(page)) : this.#drawAnew(page);
  }

  #drawAnew(page: LayoutPage | DocumentPage): DrawnAnew {
    const notes = new Notes(this.#look);
    notes.note('layout');
    notes.note(`page:${page.route}`);
    this.#laidOut++;
    const { bytes, diagnostics } = this.#drawBytes(page, notes);
    const record = { print: bytes && fingerprintBytes(bytes), diagnostics };
    return { bytes, record: this.#memos.laidOut.remember(this.placeOf(page.route), notes.reads, record) };
  }

  #drawBytes(page: LayoutPage | DocumentPage, notes: Notes): LaidOutPage {
    if (page.type === 'document') {
      const text = drawDocument({ page, facts: this.#facts, pages: this.plan.pages, notes });
      return { bytes: Buffer.from(text), diagnostics: [] };
    }
    this.#drawer ??= new PageDrawer(this.#facts);
    return this.#drawer.draw(page, notes);
  }
}

/** Titles stand on many pages: each is done once. Most hold no formula. */
function createTitleRenderer({ math }: Config): SiteFacts['renderTitle'] {
  const known = new Map<string, { html: string; text: string }>();
  return (title) => {
    if (!math.enable || !/[$\\]/.test(title)) return { html: escapeHtml(title), text: title };
    const rendered = known.get(title) ?? renderInlineMath(title, math);
    known.set(title, rendered);
    return rendered;
  };
}
