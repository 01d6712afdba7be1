/**
 * What templates see of posts, terms and the site. Every getter notes the fact it reads,
 * so that a page is drawn anew when, and only when, something it shows has changed.
 *
 * One view serves all pages of a build: whose page is being drawn is asked of the scope.
 */
import nunjucks from 'nunjucks';
import type { Instant } from '../base/date.ts';
import { withCalendar } from '../base/language.ts';
import { toOutputPath } from '../base/path.ts';
import type { Slot } from '../base/slots.ts';
import { type Compare, createListOrder } from '../chinese/collate.ts';
import { siteLanguage } from '../model/config.ts';
import { type ContentGraph, flattenTerms, type Series, type Term } from '../model/graph.ts';
import type { Heading, Post, PostId, RenderedBody, RenderedFacts, WordCount } from '../model/post.ts';
import { DateView } from './date-view.ts';
import { CONTENT } from './engine/content-slot.ts';
import { isolateIds, makeIdPrefix } from './isolate-ids.ts';
import { List } from './list.ts';
import { NotedCell } from './noted-cell.ts';
import { permalinkOf } from './permalink.ts';
import type { Scope } from './site-facts.ts';

type Safe = InstanceType<typeof nunjucks.runtime.SafeString>;

const safe = (html: string): Safe => new nunjucks.runtime.SafeString(html);

/** Makes the views of one site and keeps them, a view for each thing. */
export class Views {
  readonly scope: Scope;
  /** The order of names in the site's language. */
  readonly compareNames: Compare;
  readonly #posts = new Map<PostId, PostView>();
  readonly #terms = new Map<Term, TermView>();
  readonly #parents = new Map<Term, Term>();
  readonly #byName = new Map<string, Term>();
  readonly #neighbours = new Map<PostId, { prev?: PostId; next?: PostId }>();
  readonly #series = new Map<PostId, Series>();
  readonly #dates = new Map<string, Map<Instant, DateView>>();

  constructor(scope: Scope) {
    this.scope = scope;
    this.compareNames = createListOrder(scope.config.collation, siteLanguage(scope.config));
    const { posts, tags, categories, series } = scope.graph;
    for (const term of [...tags, ...flattenTerms(categories)]) {
      this.#byName.set(`${term.taxonomy}:${term.id}`, term);
      for (const child of term.children) this.#parents.set(child, term);
    }
    for (const [index, { id }] of posts.entries()) {
      const [prev, next] = [posts[index - 1]?.id, posts[index + 1]?.id];
      this.#neighbours.set(id, { ...(prev && { prev }), ...(next && { next }) });
    }
    for (const one of series) for (const id of one.posts) this.#series.set(id, one);
  }

  post(id: PostId): PostView | undefined {
    const known = this.#posts.get(id);
    const post = known ? undefined : this.scope.graph.byId.get(id);
    if (!post) return known;
    const view = new PostView(post, this);
    copyFrontMatter(view, post);
    this.#posts.set(id, view);
    return view;
  }

  posts(ids: readonly PostId[]): List<PostView> {
    return List.wrap(ids.flatMap((id) => this.post(id) ?? []));
  }

  term(term: Term): TermView {
    const known = this.#terms.get(term);
    if (known) return known;
    const view = new TermView(term, this);
    this.#terms.set(term, view);
    return view;
  }

  terms(terms: readonly Term[]): List<TermView> {
    return List.wrap(terms.map((term) => this.term(term)));
  }

  /** By name, as readers look them up. */
  sortTerms(terms: readonly Term[]): Term[] {
    return [...terms].sort((a, b) => this.compareNames(a.name, b.name));
  }

  /** A tree of terms as one list, each level by name. */
  sortTree(terms: readonly Term[]): Term[] {
    return this.sortTerms(terms).flatMap((term) => [term, ...this.sortTree(term.children)]);
  }

  findTerm(taxonomy: Term['taxonomy'], id: string): Term | undefined {
    return this.#byName.get(`${taxonomy}:${id}`);
  }

  parentOf(term: Term): Term | undefined {
    return this.#parents.get(term);
  }

  neighboursOf(id: PostId): { prev?: PostId; next?: PostId } {
    return this.#neighbours.get(id) ?? {};
  }

  seriesOf(id: PostId): Series | undefined {
    return this.#series.get(id);
  }

  note(cell: NotedCell): void {
    cell.note(this.scope);
  }

  /** A date in the language of the page being drawn. */
  date(instant: Instant): DateView {
    const { config, drawing } = this.scope;
    const known = this.#dates.get(drawing.language);
    const date = known?.get(instant);
    if (date) return date;
    const language = withCalendar(drawing.language, config.date_calendar);
    const view = new DateView(instant, { zone: config.timezone, language });
    this.#dates.set(drawing.language, (known ?? new Map<Instant, DateView>()).set(instant, view));
    return view;
  }
}

/** Keys of the front matter that the view does not have by itself become its properties. */
function copyFrontMatter(view: PostView, post: Post): void {
  for (const key of Object.keys(post.frontMatter)) {
    if (!(key in view)) Object.defineProperty(view, key, shareProperty(key));
  }
}

const shared = new Map<string, PropertyDescriptor>();

/** One getter serves the views of all posts that have the key: with one each, V8 would make a shape of object for each view. */
function shareProperty(key: string): PropertyDescriptor {
  const known = shared.get(key);
  if (known) return known;
  const property = {
    get(this: PostView): unknown {
      return PostView.readFrontMatter(this, key);
    },
    enumerable: true,
    configurable: true,
  };
  shared.set(key, property);
  return property;
}

export class PostView {
  readonly #post: Post;
  readonly #views: Views;
  readonly #cells: Readonly<Record<'meta' | 'html' | 'excerpt' | 'facts' | 'neighbours' | 'series', NotedCell>>;
  #tags: List<TermView> | undefined;
  #categories: List<TermView> | undefined;
  #paths: List<TermView>[] | undefined;

  constructor(post: Post, views: Views) {
    this.#post = post;
    this.#views = views;
    const cell = (part: string): NotedCell => new NotedCell(`post:${post.id}:${part}`);
    this.#cells = {
      meta: cell('meta'),
      html: cell('html'),
      excerpt: cell('excerpt'),
      facts: cell('facts'),
      neighbours: cell('neighbours'),
      series: cell('series'),
    };
  }

  /** That a post does not have a key is something to be known of it, too. */
  static noteMeta(view: unknown): void {
    if (typeof view === 'object' && view !== null && #cells in view) view.#views.note(view.#cells.meta);
  }

  static readFrontMatter(view: PostView, key: string): unknown {
    return view.#meta.frontMatter[key];
  }

  get #meta(): Post {
    this.#views.note(this.#cells.meta);
    return this.#post;
  }

  get #facts(): RenderedFacts {
    this.#views.note(this.#cells.facts);
    return this.#views.scope.factsOf(this.#post.id);
  }

  #body(part: 'html' | 'excerpt'): RenderedBody {
    this.#views.note(this.#cells[part]);
    return this.#views.scope.bodyOf(this.#post.id);
  }

  /** The HTML as it may stand on the page being drawn. */
  #placed(html: string): Safe {
    const { drawing } = this.#views.scope;
    if (drawing.page.post === this.#post.id) return safe(html);
    return safe(isolateIds(html, makeIdPrefix(this.#post.id), this.permalink));
  }

  get _id(): string {
    return this.#meta.id;
  }
  get kind(): string {
    return this.#meta.kind;
  }
  get title(): string {
    return this.#views.scope.renderTitle(this.#meta.title).text;
  }
  get title_html(): Safe | '' {
    const { html } = this.#views.scope.renderTitle(this.#meta.title);
    return html === '' ? '' : safe(html);
  }
  get source(): string {
    return this.#meta.source;
  }
  get slug(): string {
    return this.#meta.slug;
  }
  get layout(): string | false {
    return this.#meta.layout;
  }
  get lang(): string {
    return this.#meta.lang ?? siteLanguage(this.#views.scope.config);
  }
  get language(): string {
    return this.lang;
  }
  get comments(): boolean {
    return this.#meta.comments;
  }
  get sticky(): number {
    return this.#meta.sticky;
  }
  get hidden(): boolean {
    return this.#meta.hidden;
  }
  get draft(): boolean {
    return this.#meta.draft;
  }
  get published(): boolean {
    return !this.#meta.draft;
  }
  get date(): DateView {
    return this.#views.date(this.#meta.date);
  }
  get updated(): DateView | undefined {
    return this.#meta.updated === undefined ? undefined : this.#views.date(this.#meta.updated);
  }
  get path(): string {
    return this.#meta.kind === 'post' ? this.#meta.route : toOutputPath(this.#meta.route);
  }
  get permalink(): string {
    return permalinkOf(this.#meta.route, this.#views.scope.config);
  }

  /** The content as it may be set into the page being drawn: elsewhere than on its own page, its ids are others. */
  get [CONTENT](): Slot | undefined {
    const { scope } = this.#views;
    const { id } = this.#post;
    if (scope.drawing.page.post !== id) return undefined;
    const { html } = this.#cells;
    this.#views.note(html);
    return { text: () => scope.bodyOf(id).html, bytes: () => scope.htmlOf(id) };
  }
  get content(): Safe {
    return this.#placed(this.#body('html').html);
  }
  /** What stands behind `<!-- more -->`; the whole if there is no mark. */
  get more(): Safe {
    return this.#placed(this.#body('html').html.split('<span id="more"></span>').at(-1) ?? '');
  }
  get excerpt(): Safe | '' {
    const { excerpt } = this.#body('excerpt');
    return excerpt === '' ? '' : this.#placed(excerpt);
  }
  get words(): WordCount {
    return this.#facts.words;
  }
  get minutes(): number {
    return this.#facts.minutes;
  }
  get autospace(): boolean {
    return this.#facts.autospace;
  }
  get description(): string {
    return this.#facts.description;
  }
  get headings(): readonly Heading[] {
    return this.#facts.headings;
  }
  get math(): boolean {
    return this.#facts.formulas.total > 0;
  }
  get images(): readonly string[] {
    return this.#facts.images;
  }

  get tags(): List<TermView> {
    const { tags } = this.#meta;
    this.#tags ??= this.#views.terms(tags.flatMap((tag) => this.#views.findTerm('tag', tag) ?? []));
    return this.#tags;
  }

  /** Parents before their children, each once. */
  get categories(): List<TermView> {
    const { categories } = this.#meta;
    this.#categories ??= this.#views.terms([...new Set(this.#findPaths(categories).flat())]);
    return this.#categories;
  }

  get category_paths(): List<TermView>[] {
    const { categories } = this.#meta;
    this.#paths ??= this.#findPaths(categories).map((path) => this.#views.terms(path));
    return this.#paths;
  }

  #findPaths(categories: Post['categories']): Term[][] {
    return categories.map((path) =>
      path.flatMap((_name, depth) => this.#views.findTerm('category', path.slice(0, depth + 1).join('\u0000')) ?? []),
    );
  }

  /** The newer post. */
  get prev(): PostView | null {
    return this.#neighbour('prev');
  }
  /** The older post. */
  get next(): PostView | null {
    return this.#neighbour('next');
  }

  #neighbour(side: 'prev' | 'next'): PostView | null {
    this.#views.note(this.#cells.neighbours);
    const id = this.#views.neighboursOf(this.#post.id)[side];
    return (id && this.#views.post(id)) ?? null;
  }

  get series(): { name: string; index: number; total: number; posts: List<PostView> } | null {
    this.#views.note(this.#cells.series);
    const series = this.#views.seriesOf(this.#post.id);
    if (!series) return null;
    return {
      name: series.name,
      index: series.posts.indexOf(this.#post.id) + 1,
      total: series.posts.length,
      posts: this.#views.posts(series.posts),
    };
  }
}

// Only a key that a view does not have gets as far as this.
Object.setPrototypeOf(
  PostView.prototype,
  new Proxy(Object.prototype, {
    get(target, key, view) {
      PostView.noteMeta(view);
      return Reflect.get(target, key, view);
    },
  }),
);

export class TermView {
  readonly #term: Term;
  readonly #views: Views;
  readonly #cell: NotedCell;

  constructor(term: Term, views: Views) {
    this.#term = term;
    this.#views = views;
    this.#cell = new NotedCell(`term:${term.taxonomy}:${term.id}`);
  }

  get #noted(): Term {
    this.#views.note(this.#cell);
    return this.#term;
  }

  get _id(): string {
    return this.#term.id;
  }
  get name(): string {
    return this.#term.name;
  }
  get slug(): string {
    return this.#noted.slug;
  }
  get path(): string {
    return this.#noted.route;
  }
  get permalink(): string {
    return permalinkOf(this.#noted.route, this.#views.scope.config);
  }
  get length(): number {
    return this.#noted.posts.length;
  }
  get depth(): number {
    return this.#term.path.length;
  }
  get posts(): List<PostView> {
    return this.#views.posts(this.#noted.posts);
  }
  get children(): List<TermView> {
    return this.#views.terms(this.#views.sortTerms(this.#noted.children));
  }
  get parent(): TermView | null {
    const parent = this.#views.parentOf(this.#term);
    return parent ? this.#views.term(parent) : null;
  }
}

/** `site` in a template. Each list is made once and serves all pages. */
export class SiteView {
  readonly #views: Views;
  readonly #lists = new Map<string, { readonly cell: NotedCell; readonly value: unknown }>();

  constructor(views: Views) {
    this.#views = views;
  }

  #list<Value>(cell: string, make: () => Value): Value {
    const known = this.#lists.get(cell) ?? { cell: new NotedCell(cell), value: make() };
    this.#lists.set(cell, known);
    this.#views.note(known.cell);
    return known.value as Value;
  }

  get posts(): List<PostView> {
    return this.#list('posts', () => this.#views.posts(this.#views.scope.graph.posts.map(({ id }) => id)));
  }

  get pages(): List<PostView> {
    return this.#list('pages', () => this.#views.posts(this.#views.scope.graph.pages.map(({ id }) => id)));
  }

  get tags(): List<TermView> {
    return this.#list('terms:tag', () => this.#views.terms(this.#views.sortTerms(this.#views.scope.graph.tags)));
  }

  /** All of the tree as one list. */
  get categories(): List<TermView> {
    return this.#list('terms:category', () =>
      this.#views.terms(this.#views.sortTree(this.#views.scope.graph.categories)),
    );
  }

  get series(): { name: string; posts: List<PostView> }[] {
    return this.#list('series', () =>
      this.#views.scope.graph.series.map(({ name, posts }) => ({ name, posts: this.#views.posts(posts) })),
    );
  }

  get data(): ContentGraph['data'] {
    return this.#list('data', () => this.#views.scope.graph.data);
  }
}
