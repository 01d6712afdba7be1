/**
 * A tiny site for the tests of the layout stage: three posts, two pages, nested
 * categories, tags with awkward names. Nothing is read from a disk.
 */
import { parseDate } from '../../../src/base/date.ts';
import { createLook, Notes } from '../../../src/base/memo.ts';
import { toRoute, toSourcePath, toUrl } from '../../../src/base/path.ts';
import { escapeHtml } from '../../../src/base/text.ts';
import { createHelpers } from '../../../src/layout/helpers/index.ts';
import { PageDrawer } from '../../../src/layout/layout-page.ts';
import type { PageScope } from '../../../src/layout/page-scope.ts';
import { createPageView } from '../../../src/layout/page-view.ts';
import type { Scope, SiteFacts } from '../../../src/layout/site-facts.ts';
import { SiteView, Views } from '../../../src/layout/views.ts';
import { completeConfig, configSchema } from '../../../src/model/config.ts';
import { noExtensions } from '../../../src/model/extension.ts';
import type { ContentGraph, Term } from '../../../src/model/graph.ts';
import type { LayoutPage } from '../../../src/model/page.ts';
import type { Post, PostId, RenderedBody, RenderedFacts } from '../../../src/model/post.ts';
import type { Theme } from '../../../src/model/theme.ts';

export const ZONE = 'Asia/Taipei';

/** Settings as a writer would give them, over those of the tiny site. */
export type Written = Readonly<Record<string, unknown>>;

function createConfig(written: Written): SiteFacts['config'] {
  const all = {
    title: '墨經',
    author: '墨翟',
    url: 'https://example.com',
    language: 'zh-TW',
    timezone: ZONE,
    ...written,
  };
  return completeConfig(configSchema.parse(all), all, { hexo: false });
}

/** A post with what a test says of it. */
export function createPost(id: string, given: Partial<Post> = {}): Post {
  const date = parseDate('2024-05-01 08:30:00', ZONE) ?? 0;
  return {
    id: toSourcePath(id),
    kind: 'post',
    draft: false,
    source: id,
    slug: id,
    title: id,
    route: toRoute(`posts/${id}/`),
    date,
    dated: true,
    updated: given.date ?? date,
    tags: [],
    categories: [],
    layout: 'post',
    sticky: 0,
    hidden: false,
    comments: true,
    format: 'markdown',
    frontMatter: {},
    bodyLine: 1,
    blank: false,
    ...given,
  };
}

export const posts = {
  pythagoras: createPost('勾股定理', { tags: ['數學', '幾何'], categories: [['數學', '幾何']] }),
  jerry: createPost('jerry', {
    title: 'Tom & <b>Jerry</b>',
    date: parseDate('2024-03-15', ZONE) ?? 0,
    updated: parseDate('2024-04-01', ZONE) ?? 0,
    tags: ['數學', 'a"b<c'],
    categories: [['數學', '代數'], ['雜記']],
  }),
  sharp: createPost('C#', {
    title: '',
    date: parseDate('2023-12-31 23:30', ZONE) ?? 0,
    tags: ['數學'],
    categories: [['雜記']],
  }),
};

export const pages = {
  about: createPost('about', { kind: 'page', title: '關於', route: toRoute('about/'), layout: 'page' }),
  percent: createPost('percent', { kind: 'page', route: toRoute('50%25/'), layout: 'page' }),
};

interface TermGiven {
  readonly path: readonly string[];
  readonly slug: string;
  readonly posts: readonly Post[];
  readonly children?: readonly Term[];
}

function createTerm(taxonomy: Term['taxonomy'], { path, slug, posts: own, children = [] }: TermGiven): Term {
  const folder = taxonomy === 'tag' ? 'tags' : 'categories';
  const [id, name, route] = [path.join('\u0000'), path.at(-1) ?? '', toRoute(`${folder}/${slug}/`)];
  return { id, taxonomy, name, path, slug, route, posts: own.map((post) => post.id), children };
}

const { pythagoras, jerry, sharp } = posts;
const algebra = createTerm('category', { path: ['數學', '代數'], slug: '數學/代數', posts: [jerry] });
const geometry = createTerm('category', { path: ['數學', '幾何'], slug: '數學/幾何', posts: [pythagoras] });
const children = [algebra, geometry];

export const categories = {
  maths: createTerm('category', { path: ['數學'], slug: '數學', posts: [pythagoras, jerry], children }),
  algebra,
  geometry,
  notes: createTerm('category', { path: ['雜記'], slug: '雜記', posts: [jerry, sharp] }),
};

export const tags = {
  awkward: createTerm('tag', { path: ['a"b<c'], slug: 'a-b-c', posts: [jerry] }),
  geometry: createTerm('tag', { path: ['幾何'], slug: '幾何', posts: [pythagoras] }),
  maths: createTerm('tag', { path: ['數學'], slug: '數學', posts: [pythagoras, jerry, sharp] }),
};

const archive = (year: number, month: number | undefined, own: readonly Post[]) => ({
  year,
  ...(month !== undefined && { month }),
  route: toRoute(`archives/${year}/${month === undefined ? '' : `${String(month).padStart(2, '0')}/`}`),
  posts: own.map(({ id }) => id),
});

export const graph: ContentGraph = {
  posts: [pythagoras, jerry, sharp],
  pages: [pages.about, pages.percent],
  byId: new Map([...Object.values(posts), ...Object.values(pages)].map((post) => [post.id, post])),
  tags: Object.values(tags),
  categories: [categories.maths, categories.notes],
  archives: [
    archive(2024, undefined, [pythagoras, jerry]),
    archive(2023, undefined, [sharp]),
    archive(2024, 5, [pythagoras]),
    archive(2024, 3, [jerry]),
    archive(2023, 12, [sharp]),
    { ...archive(2023, 12, [sharp]), day: 31, route: toRoute('archives/2023/12/31/') },
  ],
  series: [],
  data: {},
};

export const emptyGraph: ContentGraph = {
  ...graph,
  posts: [],
  pages: [],
  byId: new Map(),
  tags: [],
  categories: [],
  archives: [],
};

function render(id: PostId): RenderedBody & RenderedFacts {
  return {
    html: `<h2 id="一">壹<a class="header-anchor" href="#%E4%B8%80" aria-hidden="true" tabindex="-1">#</a></h2><p>${id}</p>`,
    excerpt: '',
    headings: [{ level: 2, id: '一', text: '壹', html: '壹' }],
    words: { han: 5, words: 2, total: 7 },
    minutes: 1,
    autospace: false,
    description: `關於 ${id} & "其他"`,
    text: '',
    images: id === pythagoras.id ? ['images/圖.png', 'images/2.png'] : [],
    equations: [],
    formulas: { total: 0, failed: 0, prints: [] },
    links: [],
    assets: [],
    diagnostics: [],
  };
}

const words = new Map([
  [
    'zh-TW',
    new Map([
      ['menu.home', '首頁'],
      ['count.zero', '沒有文章'],
      ['count.other', '%d 篇文章'],
      ['hello', '%s，%s！'],
      ['turned', '%2$s之%1$s'],
    ]),
  ],
  [
    'en',
    new Map([
      ['menu.home', 'Home'],
      ['menu.about', 'About'],
      ['count.one', 'one post'],
      ['count.other', '%d posts'],
    ]),
  ],
]);

function createTheme(templates: Readonly<Record<string, string>>): Theme {
  const layouts = Object.entries(templates).map(([name, text]) => ({
    name,
    file: toSourcePath(`themes/tiny/layout/${name}.njk`),
    text,
  }));
  return {
    name: 'tiny',
    layouts: new Map(layouts.map((layout) => [layout.name, layout])),
    assets: [],
    words,
    config: {},
    taken: {},
    print: '',
  };
}

/** What a test may say of its site; all of it has a default. */
export interface Given {
  readonly config?: Written;
  readonly graph?: ContentGraph;
  readonly page?: LayoutPage;
  readonly language?: string;
  readonly templates?: Readonly<Record<string, string>>;
}

/** The facts of the tiny site. */
export function createFacts({ config = {}, graph: given = graph, templates = {} }: Given): SiteFacts {
  const renderTitle = (title: string) => ({ html: escapeHtml(title), text: title });
  return {
    config: createConfig(config),
    theme: createTheme(templates),
    graph: given,
    extensions: noExtensions,
    editions: [],
    rootOf: () => '/',
    alternatesOf: undefined,
    factsOf: render,
    bodyOf: render,
    htmlOf: (id) => Buffer.from(render(id).html),
    renderTitle,
    renderText: (text) => `<p>${escapeHtml(text)}</p>\n`,
    keepMathml: (html) => html,
  };
}

const layoutPage = (given: Partial<LayoutPage> & Pick<LayoutPage, 'kind' | 'route'>): LayoutPage => ({
  type: 'layout',
  layouts: ['page'],
  owner: 'test',
  ...given,
});

/** The pages of the tiny site. */
export const drawn = {
  home: layoutPage({
    kind: 'home',
    route: toRoute(''),
    posts: graph.posts.map(({ id }) => id),
    pager: { current: 1, total: 3, base: toRoute(''), format: 'page/%d/' },
  }),
  homeSecond: layoutPage({
    kind: 'home',
    route: toRoute('page/2/'),
    posts: [],
    pager: { current: 2, total: 3, base: toRoute(''), format: 'page/%d/' },
  }),
  post: layoutPage({ kind: 'post', route: pythagoras.route, post: pythagoras.id }),
  jerry: layoutPage({ kind: 'post', route: jerry.route, post: jerry.id }),
  about: layoutPage({ kind: 'page', route: pages.about.route, post: pages.about.id }),
  archive: layoutPage({ kind: 'archive', route: toRoute('archives/'), posts: [] }),
  year: layoutPage({ kind: 'archive', route: toRoute('archives/2024/'), posts: [], archive: { year: 2024 } }),
  month: layoutPage({
    kind: 'archive',
    route: toRoute('archives/2024/05/'),
    posts: [],
    archive: { year: 2024, month: 5 },
  }),
  category: layoutPage({ kind: 'category', route: algebra.route, posts: [], term: algebra.id }),
  tag: layoutPage({
    kind: 'tag',
    route: tags.maths.route,
    posts: [],
    term: tags.maths.id,
    pager: { current: 2, total: 11, base: tags.maths.route, format: 'page/%d/' },
  }),
  notFound: layoutPage({ kind: 'notFound', route: toRoute('404.html') }),
};

export interface Fixture {
  readonly scope: PageScope;
  readonly views: Views;
  /** The facts that were read so far. */
  readonly cells: Set<string>;
  /** Calls a helper; what it returns is given as text, safe or not. */
  readonly call: (name: string, ...args: readonly unknown[]) => string;
  /** Calls a helper for what it returns itself. */
  readonly ask: (name: string, ...args: readonly unknown[]) => unknown;
}

const helpers = createHelpers();

/** The scope of one page of the tiny site, and its helpers. */
export function createFixture(given: Given = {}): Fixture {
  const facts = createFacts(given);
  const page = given.page ?? drawn.home;
  const cells = new Set<string>();
  const note = (cell: string): void => void cells.add(cell);
  const drawing = {
    serial: 1,
    page,
    note,
    language: given.language ?? facts.config.language[0] ?? 'en',
    url: toUrl(facts.config.root, page.route),
  };
  const full: Scope = { ...facts, drawing };
  const views = new Views(full);
  const renderPartial = (name: string, locals: Readonly<Record<string, unknown>>): string =>
    `<i>${name} ${JSON.stringify(locals)}</i>`;
  const scope: PageScope = {
    scope: full,
    views,
    site: new SiteView(views),
    page: createPageView(page, views),
    languages: ['zh-TW', 'en'],
    renderPartial,
  };
  const ask = (name: string, ...args: readonly unknown[]): unknown => {
    const helper = helpers.get(name);
    if (!helper) throw new Error(`There is no helper ${name}.`);
    return helper(scope, ...args);
  };
  return { scope, views, cells, ask, call: (name, ...args) => String(ask(name, ...args)) };
}

/** What a template prints on a page, drawn by the real engine. */
export function drawTemplate(template: string, given: Given = {}): string {
  const drawer = new PageDrawer(createFacts({ ...given, templates: { ...given.templates, page: template } }));
  const { bytes, diagnostics } = drawer.draw(given.page ?? drawn.home, new Notes(createLook(() => '')));
  if (bytes === undefined) throw new Error(JSON.stringify(diagnostics));
  return Buffer.from(bytes).toString();
}
