/**
 * The rendered posts of one build: each is rendered when it is first asked for, unless
 * what is remembered of it is still good, or another of the crew has begun it. Texts go
 * to the store; here stay their prints and the few facts that every build wants.
 */
import { type Cell, type Look, type Memo, Notes } from '../base/memo.ts';
import { toRoute } from '../base/path.ts';
import type { Stopwatch } from '../base/stopwatch.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import type { BodyStore } from '../model/body-store.ts';
import { diagnose } from '../model/messages.ts';
import type { Equation, PostId, RenderedBody, RenderedFacts, RenderedPost } from '../model/post.ts';
import type { Crew, HandedPost } from './crew.ts';
import { EQUATION_CELL, type EquationIndex, nameEquationCell } from './equation-index.ts';
import { parcelPosts } from './parcel-posts.ts';
import type { Plan } from './plan.ts';
import { emptyPost, listOwnCells, PostRenderer, startOf, Unanswered } from './post-renderer.ts';
import {
  cutPart,
  type LooseRecord,
  type PartName,
  type RenderedRecord,
  readPart,
  writeRecord,
} from './rendered-record.ts';
import { type Asking, listIndexFacts, type SiteIndex } from './site-index.ts';

/** Runs work with a time limit; gives `undefined` if it was stopped. Supplied by whoever may look at a clock. */
export type Guard = <Result>(work: () => Result, seconds: number) => { readonly result: Result } | undefined;

/** For tests: no limit at all. */
export const unguarded: Guard = (work) => ({ result: work() });

export interface RenderingInput {
  readonly plan: Plan;
  readonly index: SiteIndex;
  readonly equations: EquationIndex;
  readonly memo: Memo<RenderedRecord>;
  readonly store: BodyStore;
  readonly guard: Guard;
  readonly crew?: Crew | undefined;
  readonly watch?: Stopwatch | undefined;
}

/** Posts whose texts are held at hand, for the pages that show them next. */
const AT_HAND = 64;

/** What is at hand of a post: its record just after it was rendered, and the parts that were asked for. */
type AtHand = { record?: LooseRecord; facts?: RenderedFacts } & { -readonly [Part in keyof RenderedBody]?: string };

export class RenderedPosts {
  /** How many posts were really rendered, here or by the crew. */
  count = 0;
  readonly #input: RenderingInput;
  readonly #look: Look;
  readonly #records = new Map<PostId, RenderedRecord>();
  readonly #atHand = new Map<PostId, AtHand>();
  readonly #equations = new Map<PostId, readonly Equation[]>();
  #renderer: PostRenderer | undefined;

  constructor(input: RenderingInput, look: Look) {
    this.#input = input;
    this.#look = look;
  }

  /** What is remembered of a post; it is rendered if need be, under the time limit. */
  record(id: PostId): RenderedRecord {
    const known = this.#recallGood(id);
    if (known) return known;
    this.renderAll([id]);
    return this.#records.get(id) ?? this.#keep(id, emptyPost([]));
  }

  /** What is known of a rendered post without its texts. */
  facts(id: PostId): RenderedFacts {
    const near = this.#reach(id);
    near.facts ??= readFacts(decodeUtf8(this.#part(id, 'facts')));
    return near.facts;
  }

  /** The texts of a rendered post, each read when it is asked for. */
  body(id: PostId): RenderedBody {
    const text = (name: keyof RenderedBody): string => {
      const near = this.#reach(id);
      near[name] ??= decodeUtf8(this.#part(id, name));
      return near[name];
    };
    return {
      get html() {
        return text('html');
      },
      get excerpt() {
        return text('excerpt');
      },
      get text() {
        return text('text');
      },
    };
  }

  /** The HTML of a rendered post in UTF-8. */
  html(id: PostId): Uint8Array {
    return this.#part(id, 'html');
  }

  /** Offers all of these posts that are not known yet to the crew. */
  offer(ids: readonly PostId[]): void {
    const { plan, crew } = this.#input;
    const { sources, extensions } = plan.input;
    // Scripts may keep count of what they saw, so they are called in one thread only.
    const hasScripts =
      extensions.tags.size > 0 || extensions.filters.markdown.length + extensions.filters.html.length > 0;
    // Nor have the threads the dictionaries: a site that needs them is rendered here.
    if (!crew || hasScripts || plan.toPinyin) return;
    const posts = ids.flatMap((id) => {
      const [post, file] = [plan.graph.byId.get(id), sources.get(id)];
      return post && file && this.#recallGood(id) === undefined ? [{ post, file }] : [];
    });
    const bytes = posts.reduce((sum, { file }) => sum + file.size, 0);
    if (crew.wants(bytes)) crew.offer({ config: plan.config, posts, facts: listIndexFacts(plan) });
  }

  /** Takes over what the crew has finished; returns which posts these are. */
  collect(): PostId[] {
    return (this.#input.crew?.collect() ?? []).map((handed) => this.#takeOver(handed));
  }

  /** Renders all of these posts that are not known yet, many under one time limit; for those that the crew has begun it waits. */
  renderAll(ids: readonly PostId[]): void {
    const { crew, guard, plan } = this.#input;
    const missing = ids.filter((id) => this.#recallGood(id) === undefined);
    if (missing.length === 0) return;
    const { post_seconds: seconds } = plan.config.build;
    const others = missing.filter((id) => crew?.claim(id) === false);
    const own = others.length === 0 ? missing : missing.filter((id) => !others.includes(id));
    for (const batch of parcelPosts(own, (id) => plan.input.sources.get(id)?.size ?? 0)) {
      if (guard(() => batch.map((id) => this.#renderAnew(id)), seconds)) continue;
      const left = batch.filter((id) => !this.#records.has(id));
      // One of them is slow, or all are large: each gets the whole time for itself, unless it had it.
      for (const id of left) batch.length > 1 ? this.#renderAlone(id, seconds) : this.#giveUp(id, seconds);
    }
    for (const id of others) {
      if (!this.#records.has(id) && crew?.await(id)) this.collect();
      if (!this.#records.has(id)) this.#renderAlone(id, seconds);
    }
  }

  #renderAlone(id: PostId, seconds: number): void {
    if (!this.#input.guard(() => this.#renderAnew(id), seconds)) this.#giveUp(id, seconds);
  }

  #giveUp(id: PostId, seconds: number): void {
    // Not remembered: a faster machine, or the next try, may manage it.
    const post = this.#input.plan.graph.byId.get(id);
    this.#keep(id, emptyPost(post ? [diagnose('post/too-slow', { seconds }, startOf(post))] : []));
  }

  /** Under which a post is remembered: in each edition apart. */
  #key(id: PostId): string {
    return this.#input.plan.place + id;
  }

  /**
   * The equations of a post, for posts that refer to them. No number depends on another post, so what is
   * remembered will do whatever became of those it refers to itself; and posts that refer to each other are no circle.
   */
  equationsOf(id: PostId): readonly Equation[] {
    const known = this.#equations.get(id) ?? this.#readEquations(id);
    this.#equations.set(id, known);
    return known;
  }

  #readEquations(id: PostId): readonly Equation[] {
    const near = this.#atHand.get(id)?.facts;
    if (near) return near.equations;
    const { guard, memo, plan, store } = this.#input;
    const record =
      this.#records.get(id) ?? memo.recall(this.#key(id), this.#look, (cell) => !cell.startsWith(EQUATION_CELL));
    const facts = record && readPart(store, record, 'facts');
    if (facts !== undefined) return readFacts(decodeUtf8(facts)).equations;
    return guard(() => this.#renderByItself(id), plan.config.build.post_seconds)?.result ?? [];
  }

  /** Renders a post without any other. If it asked for none, that is all there is to do. */
  #renderByItself(id: PostId): readonly Equation[] {
    const others = new Unanswered();
    const notes = this.#beginNotes(id);
    const post = this.#render(id, notes, others.findEquation);
    if (!others.asked) this.#keepAnew(id, notes, post);
    return post.equations;
  }

  #recallGood(id: PostId): RenderedRecord | undefined {
    const seen = this.#records.get(id);
    if (seen) return seen;
    const known = this.#input.memo.recall(this.#key(id), this.#look);
    if (known) this.#records.set(id, known);
    return known;
  }

  #renderAnew(id: PostId): void {
    const notes = this.#beginNotes(id);
    const post = this.#render(id, notes, (reference, label) => {
      notes.note(nameEquationCell(reference, label));
      return this.#input.equations.find(reference, label);
    });
    this.#keepAnew(id, notes, post);
  }

  #beginNotes(id: PostId): Notes {
    const notes = new Notes(this.#look);
    for (const cell of listOwnCells(id)) notes.note(cell);
    return notes;
  }

  #keepAnew(id: PostId, notes: Notes, post: RenderedPost): void {
    this.count++;
    this.#input.memo.remember(this.#key(id), notes.reads, this.#keep(id, post));
  }

  #render(id: PostId, notes: Notes, findEquation: Asking['findEquation']): RenderedPost {
    const { plan, index, watch } = this.#input;
    const post = plan.graph.byId.get(id);
    const file = plan.input.sources.get(id);
    if (!post || !file) return emptyPost([]);
    const { config, input, toPinyin, place, translations } = plan;
    this.#renderer ??= new PostRenderer({ config, extensions: input.extensions, index, toPinyin });
    // A translation must not take the place of the files of its original.
    const isTranslation = translations.some((one) => one.post.id === id);
    const filesAt = isTranslation ? toRoute(place + post.route) : post.route;
    const asking = { note: (cell: Cell): void => notes.note(cell), findEquation };
    const renderer = this.#renderer;
    const render = (): RenderedPost =>
      renderer.render(post, file.read(), asking, { converter: plan.converterOf(post), filesAt });
    return watch ? watch.measure('render', render, id) : render();
  }

  #takeOver({ id, record, cells }: HandedPost): PostId {
    // It was wanted here before it came, for the numbers of its equations.
    if (this.#records.has(id)) return id;
    this.count++;
    const reads = [...new Set([...listOwnCells(id), ...cells].map((cell) => this.#look(cell)))];
    this.#input.memo.remember(this.#key(id), reads, this.#store(id, record));
    return id;
  }

  #keep(id: PostId, post: RenderedPost): RenderedRecord {
    const { html, excerpt, text, ...facts } = post;
    const record = this.#store(id, writeRecord(post));
    this.#reach(id).facts = facts;
    return record;
  }

  #store(id: PostId, loose: LooseRecord): RenderedRecord {
    const { bytes, ...rest } = loose;
    const record = { ...rest, ref: this.#input.store.put(bytes) };
    this.#records.set(id, record);
    this.#holdAtHand(id, { record: loose });
    return record;
  }

  #reach(id: PostId): AtHand {
    this.record(id);
    return this.#atHand.get(id) ?? this.#holdAtHand(id, {});
  }

  #holdAtHand(id: PostId, post: AtHand): AtHand {
    this.#atHand.set(id, post);
    if (this.#atHand.size > AT_HAND)
      for (const oldest of [...this.#atHand.keys()].slice(0, AT_HAND / 2)) this.#atHand.delete(oldest);
    return post;
  }

  /** A part in UTF-8. If the store has lost it, or other bytes are there, the post is rendered again. */
  #part(id: PostId, name: PartName): Uint8Array {
    const found = this.#findPart(id, name);
    if (found) return found;
    this.#renderAlone(id, this.#input.plan.config.build.post_seconds);
    return this.#findPart(id, name) ?? NOTHING;
  }

  #findPart(id: PostId, name: PartName): Uint8Array | undefined {
    const { record } = this.#reach(id);
    return record ? cutPart(record, name) : readPart(this.#input.store, this.record(id), name);
  }
}

const NOTHING = new Uint8Array(0);

function readFacts(json: string): RenderedFacts {
  return json === '' ? emptyPost([]) : JSON.parse(json);
}
