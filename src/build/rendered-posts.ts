/**
 * The rendered posts of one build: each is rendered when it is first asked for, unless
 * what is remembered of it is still good. Texts go to the store; here stay their prints
 * and the few facts that every build wants.
 */
import type { Diagnostic, Location } from '../base/diagnostic.ts';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { type Look, type Memo, Notes } from '../base/memo.ts';
import { cutBody } from '../content/front-matter.ts';
import type { BodyStore, Ref } from '../model/body-store.ts';
import { diagnose } from '../model/messages.ts';
import type { AssetUse, FormulaCount, Post, PostId, RenderedFacts, RenderedPost } from '../model/post.ts';
import { decodeText } from '../model/sources.ts';
import { createMarkdown } from '../render/markdown.ts';
import { type Renderer, renderPost } from '../render/render-post.ts';
import type { Plan } from './plan.ts';
import { createLookup, type SiteIndex } from './site-index.ts';

/** Fingerprints of the parts of a rendered post that pages show apart from each other. */
export interface RenderedPrints {
  readonly html: Fingerprint;
  readonly excerpt: Fingerprint;
  readonly facts: Fingerprint;
}

/** What is remembered of a rendered post. */
export interface RenderedRecord {
  readonly prints: RenderedPrints;
  readonly ref: Ref;
  readonly formulas: FormulaCount;
  readonly assets: readonly AssetUse[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs work with a time limit; gives `undefined` if it was stopped. Supplied by whoever may look at a clock. */
export type Guard = <Result>(work: () => Result, seconds: number) => { readonly result: Result } | undefined;

/** For tests: no limit at all. */
export const unguarded: Guard = (work) => ({ result: work() });

export interface RenderingInput {
  readonly plan: Plan;
  readonly index: SiteIndex;
  readonly memo: Memo<RenderedRecord>;
  readonly store: BodyStore;
  readonly guard: Guard;
}

/** Posts rendered under one time limit. */
const BATCH = 32;
/** Posts whose texts are held at hand, for the pages that show them next. */
const AT_HAND = 64;

export class RenderedPosts {
  /** How many posts were really rendered. */
  count = 0;
  readonly #input: RenderingInput;
  readonly #look: Look;
  readonly #records = new Map<PostId, RenderedRecord>();
  readonly #atHand = new Map<PostId, RenderedPost>();
  #renderer: Renderer | undefined;

  constructor(input: RenderingInput, look: Look) {
    this.#input = input;
    this.#look = look;
  }

  /** What is remembered of a post; it is rendered if need be. */
  record(id: PostId): RenderedRecord {
    return this.#recallGood(id) ?? this.#renderAnew(id);
  }

  /** A rendered post with its texts. */
  read(id: PostId): RenderedPost {
    const near = this.#atHand.get(id);
    if (near) return near;
    const { ref, prints } = this.record(id);
    const post = this.#atHand.get(id) ?? unpack(this.#input.store.get(ref), prints);
    if (post) return this.#keepAtHand(id, post);
    // The store has lost it, or its bytes are not those that were put there.
    this.#renderAnew(id);
    return this.#atHand.get(id) ?? emptyPost([]);
  }

  /** Renders all of these posts that are not known yet, many under one time limit. */
  renderAll(ids: readonly PostId[]): void {
    const missing = ids.filter((id) => this.#recallGood(id) === undefined);
    const { post_seconds: seconds } = this.#input.plan.config.build;
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      if (this.#input.guard(() => batch.map((id) => this.record(id)), seconds)) continue;
      // One of them is slow, or all are large: each gets the whole time for itself.
      for (const id of batch) {
        if (!this.#records.has(id) && !this.#input.guard(() => this.record(id), seconds)) this.#giveUp(id, seconds);
      }
    }
  }

  #recallGood(id: PostId): RenderedRecord | undefined {
    const known = this.#records.get(id) ?? this.#input.memo.recall(id, this.#look);
    if (known) this.#records.set(id, known);
    return known;
  }

  #renderAnew(id: PostId): RenderedRecord {
    const notes = new Notes(this.#look);
    for (const cell of ['render', `post:${id}:meta`, `source:${id}`]) notes.note(cell);
    const post = this.#render(id, notes);
    return this.#input.memo.remember(id, notes.reads, this.#keep(id, post));
  }

  #keep(id: PostId, post: RenderedPost): RenderedRecord {
    const { html, excerpt, text, ...facts } = post;
    const written = JSON.stringify(facts);
    const record = {
      prints: { html: fingerprintBytes(html), excerpt: fingerprintBytes(excerpt), facts: fingerprintBytes(written) },
      ref: this.#input.store.put([written, html, excerpt, text]),
      formulas: facts.formulas,
      assets: facts.assets,
      diagnostics: facts.diagnostics,
    };
    this.#keepAtHand(id, post);
    this.#records.set(id, record);
    return record;
  }

  #keepAtHand(id: PostId, post: RenderedPost): RenderedPost {
    this.#atHand.set(id, post);
    if (this.#atHand.size > AT_HAND)
      for (const oldest of [...this.#atHand.keys()].slice(0, AT_HAND / 2)) this.#atHand.delete(oldest);
    return post;
  }

  #render(id: PostId, notes: Notes): RenderedPost {
    const { plan, index } = this.#input;
    const post = plan.graph.byId.get(id);
    const file = plan.input.sources.get(id);
    if (!post || !file) return emptyPost([]);
    this.count++;
    const { config, input } = plan;
    this.#renderer ??= { md: createMarkdown(config, input.extensions), config, extensions: input.extensions };
    const text = decodeText(file.read()) ?? '';
    const site = createLookup(index, (cell) => notes.note(cell));
    try {
      return renderPost({ post, body: cutBody(text, post.bodyLine), site }, this.#renderer);
    } catch (error) {
      if (isStop(error)) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      return emptyPost([diagnose('post/render-failed', { detail }, startOf(post))]);
    }
  }

  /** Not remembered: a faster machine, or the next try, may manage it. */
  #giveUp(id: PostId, seconds: number): void {
    const post = this.#input.plan.graph.byId.get(id);
    this.#keep(id, emptyPost(post ? [diagnose('post/too-slow', { seconds }, startOf(post))] : []));
  }
}

/** The post that was put into the store, if what came out is what went in. */
function unpack(parts: readonly string[] | undefined, prints: RenderedPrints): RenderedPost | undefined {
  const [written, html, excerpt, text] = parts ?? [];
  if (written === undefined || html === undefined || excerpt === undefined || text === undefined) return undefined;
  const isWhole =
    fingerprintBytes(written) === prints.facts &&
    fingerprintBytes(html) === prints.html &&
    fingerprintBytes(excerpt) === prints.excerpt;
  if (!isWhole) return undefined;
  const facts: RenderedFacts = JSON.parse(written);
  return { ...facts, html, excerpt, text };
}

/** A stop from outside passes through: it is for the guard, not a fault of the post. */
function isStop(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

function startOf(post: Post): Location {
  return { file: post.id, line: post.bodyLine, column: 1, length: 1 };
}

function emptyPost(diagnostics: readonly Diagnostic[]): RenderedPost {
  return {
    html: '',
    excerpt: '',
    text: '',
    headings: [],
    words: { han: 0, words: 0, total: 0 },
    minutes: 1,
    autospace: false,
    description: '',
    images: [],
    equations: [],
    formulas: { total: 0, failed: 0, prints: [] },
    links: [],
    assets: [],
    diagnostics,
  };
}
