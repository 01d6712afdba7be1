/**
 * The dear half of a build, a piece at a time: posts are rendered and pages drawn when
 * they are asked for, and what is remembered and still good is not done again.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { fingerprintBytes } from '../base/fingerprint.ts';
import { type Look, Memo, Notes } from '../base/memo.ts';
import { toOutputPath } from '../base/path.ts';
import { escapeHtml } from '../base/text.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import type { ParsedPost } from '../content/parse-post.ts';
import { drawDocument } from '../layout/documents.ts';
import { type LaidOutPage, PageDrawer } from '../layout/layout-page.ts';
import type { SiteFacts } from '../layout/site-facts.ts';
import { renderInlineMath } from '../math/inline-text.ts';
import type { Config } from '../model/config.ts';
import { diagnose } from '../model/messages.ts';
import type { OutputFile } from '../model/outputs.ts';
import type { DocumentPage, LayoutPage, Page } from '../model/page.ts';
import type { Post, PostId, RenderedPost } from '../model/post.ts';
import { decodeText } from '../model/sources.ts';
import { createMarkdown } from '../render/markdown.ts';
import { type Renderer, renderPost } from '../render/render-post.ts';
import { createLook, type RenderedPrints } from './cells.ts';
import type { Plan } from './plan.ts';
import { createLookup, SiteIndex } from './site-index.ts';

/** What a build leaves to the next one. */
export interface Memos {
  readonly parsed: Memo<ParsedPost>;
  readonly rendered: Memo<RememberedPost>;
  readonly laidOut: Memo<LaidOutPage>;
}

interface RememberedPost {
  readonly post: RenderedPost;
  readonly prints: RenderedPrints;
}

export function createMemos(): Memos {
  return { parsed: new Memo(), rendered: new Memo(), laidOut: new Memo() };
}

/** Runs work with a time limit; gives `undefined` if it was stopped. Supplied by whoever may look at a clock. */
export type Guard = <Result>(work: () => Result, seconds: number) => { readonly result: Result } | undefined;

/** For tests: no limit at all. */
export const unguarded: Guard = (work) => ({ result: work() });

/** How much was really done. */
export interface WorkCount {
  rendered: number;
  laidOut: number;
}

const BATCH = 32;

export class SiteWork {
  readonly plan: Plan;
  readonly ran: WorkCount = { rendered: 0, laidOut: 0 };
  readonly #memos: Memos;
  readonly #guard: Guard;
  readonly #look: Look;
  readonly #index: SiteIndex;
  readonly #renderer: Renderer;
  readonly #drawer: PageDrawer;
  readonly #facts: SiteFacts;
  readonly #now = new Map<PostId, RememberedPost>();

  constructor(plan: Plan, memos: Memos, guard: Guard) {
    this.plan = plan;
    this.#memos = memos;
    this.#guard = guard;
    this.#index = new SiteIndex(plan);
    this.#look = createLook({ plan, index: this.#index, printsOf: (id) => this.#recall(id).prints });
    const { config, input } = plan;
    this.#renderer = { md: createMarkdown(config, input.extensions), config, extensions: input.extensions };
    this.#facts = {
      config,
      theme: plan.theme,
      graph: plan.graph,
      extensions: input.extensions,
      rendered: (id) => this.rendered(id),
      renderTitle: createTitleRenderer(config),
    };
    this.#drawer = new PageDrawer(this.#facts);
  }

  /** A post's HTML and what goes with it. */
  rendered(id: PostId): RenderedPost {
    return this.#recall(id).post;
  }

  /** Renders all of these posts that are not known yet, many under one time limit. */
  renderAll(ids: readonly PostId[]): void {
    const missing = ids.filter((id) => !this.#now.has(id) && this.#recallGood(id) === undefined);
    const { post_seconds: seconds } = this.plan.config.build;
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      const done = this.#guard(() => batch.map((id) => this.#recall(id)), seconds);
      if (done) continue;
      // One of them is slow, or all are large: each gets the whole time for itself.
      for (const id of batch)
        if (!this.#now.has(id) && !this.#guard(() => this.#recall(id), seconds)) this.#giveUp(id, seconds);
    }
  }

  /** Draws one page; `undefined` if it cannot be drawn. */
  draw(page: Page): { readonly file: OutputFile | undefined; readonly diagnostics: readonly Diagnostic[] } {
    const path = toOutputPath(page.route);
    if (page.type === 'copy') {
      const print = this.plan.input.sources.get(page.from)?.print ?? '';
      return { file: { type: 'copy', path, route: page.route, from: page.from, print }, diagnostics: [] };
    }
    if (page.type === 'text')
      return { file: { type: 'text', path, route: page.route, text: page.text }, diagnostics: [] };
    const { text, diagnostics } = this.#drawText(page);
    return { file: text === undefined ? undefined : { type: 'text', path, route: page.route, text }, diagnostics };
  }

  #drawText(page: LayoutPage | DocumentPage): LaidOutPage {
    const key = page.route;
    const known = this.#memos.laidOut.recall(key, this.#look);
    if (known) return known;
    this.renderAll(page.type === 'layout' ? [...(page.post ? [page.post] : []), ...(page.posts ?? [])] : []);
    const notes = new Notes(this.#look);
    notes.note('layout');
    notes.note(`page:${key}`);
    this.ran.laidOut++;
    const drawn =
      page.type === 'layout'
        ? this.#drawer.draw(page, notes)
        : { text: drawDocument({ page, facts: this.#facts, pages: this.plan.pages, notes }), diagnostics: [] };
    return this.#memos.laidOut.remember(key, notes.reads, drawn);
  }

  /** The post as it is now: from this build, from memory if it is still good, else rendered. */
  #recall(id: PostId): RememberedPost {
    const known = this.#now.get(id) ?? this.#recallGood(id);
    if (known) return known;
    const notes = new Notes(this.#look);
    notes.note('render');
    notes.note(`post:${id}:meta`);
    notes.note(`source:${id}`);
    const post = this.#render(id, notes);
    const remembered = { post, prints: printParts(post) };
    this.#now.set(id, remembered);
    return this.#memos.rendered.remember(id, notes.reads, remembered);
  }

  #recallGood(id: PostId): RememberedPost | undefined {
    const known = this.#memos.rendered.recall(id, this.#look);
    if (known) this.#now.set(id, known);
    return known;
  }

  #render(id: PostId, notes: Notes): RenderedPost {
    const post = this.plan.graph.byId.get(id);
    const file = this.plan.input.sources.get(id);
    if (!post || !file) return emptyPost([]);
    this.ran.rendered++;
    const text = decodeText(file.read()) ?? '';
    const site = createLookup(this.#index, (cell) => notes.note(cell));
    try {
      return renderPost({ post, body: splitFrontMatter(text, id).body, site }, this.#renderer);
    } catch (error) {
      if (isStop(error)) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      return emptyPost([diagnose('post/render-failed', { detail }, startOf(post))]);
    }
  }

  #giveUp(id: PostId, seconds: number): void {
    const post = this.plan.graph.byId.get(id);
    const rendered = emptyPost(post ? [diagnose('post/too-slow', { seconds }, startOf(post))] : []);
    this.#now.set(id, { post: rendered, prints: printParts(rendered) });
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

/** A stop from outside passes through: it is for the guard, not a fault of the post. */
function isStop(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

function startOf(post: Post): { file: PostId; line: number; column: number; length: number } {
  return { file: post.id, line: post.bodyLine, column: 1, length: 1 };
}

function printParts({
  html,
  excerpt,
  headings,
  words,
  minutes,
  description,
  images,
  formulas,
}: RenderedPost): RenderedPrints {
  return {
    html: fingerprintBytes(html),
    excerpt: fingerprintBytes(excerpt),
    facts: fingerprintBytes(JSON.stringify([headings, words, minutes, description, images, formulas.total > 0])),
  };
}

function emptyPost(diagnostics: readonly Diagnostic[]): RenderedPost {
  return {
    html: '',
    excerpt: '',
    more: '',
    headings: [],
    words: { han: 0, words: 0, total: 0 },
    minutes: 1,
    description: '',
    text: '',
    images: [],
    equations: [],
    formulas: { total: 0, failed: 0, prints: [] },
    links: [],
    assets: [],
    diagnostics,
  };
}
