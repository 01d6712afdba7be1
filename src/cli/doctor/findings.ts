/**
 * What `doctor` finds in a folder, as data: the page for people and `--json` are made of it.
 */
import type { Diagnostic, Location } from '../../base/diagnostic.ts';
import { decodePath, type Route, toSourcePath } from '../../base/path.ts';
import type { Build } from '../../build/build.ts';
import { findReplacedTheme } from '../../build/plan.ts';
import { type PostSurvey, surveyPosts, type Use } from '../../build/survey-posts.ts';
import { quoteScalar } from '../../content/fill-scaffold.ts';
import { findRenderer, listRenderers } from '../../content/map-hexo-keys.ts';
import { mapThemeSettings, type Settings } from '../../content/map-theme-settings.ts';
import { parseConfig } from '../../content/parse-config.ts';
import { listThemeSettings, readReplacedSettings } from '../../content/read-theme.ts';
import { isMap, toData } from '../../content/read-yaml.ts';
import type { Config } from '../../model/config.ts';
import { fateOf, hexoFrontMatter, type Why } from '../../model/hexo-keys.ts';
import type { Post } from '../../model/post.ts';
import { listFriends, listPhotos } from '../../model/shown-data.ts';
import type { Theme } from '../../model/theme.ts';
import type { Site } from '../open-site.ts';
import type { BlogPackage } from '../read-package.ts';
import { fateOfPlugin, type PluginFate } from './plugins.ts';

export interface Findings {
  readonly blog: {
    readonly title: string;
    readonly hexo: boolean;
    readonly version: string | undefined;
    /** The theme that the settings name. */
    readonly theme: string;
    /** The theme that draws the pages here. */
    readonly drawnBy: string;
    readonly renderer: string | undefined;
    readonly posts: number;
    readonly pages: number;
    readonly drafts: number;
    readonly plugins: readonly { readonly name: string; readonly fate: PluginFate }[];
  };
  readonly math: PostSurvey['formulas'] & {
    readonly delimiters: readonly (readonly [sign: string, count: number])[];
    /** Posts whose formulas are escaped for marked. */
    readonly escaped: readonly string[];
  };
  readonly tags: readonly (Use & { readonly name: string; readonly known: boolean })[];
  readonly settings: {
    readonly same: number;
    readonly mapped: readonly { readonly key: string; readonly to: string }[];
    readonly left: readonly { readonly key: string; readonly why: Why }[];
    /** With the key that was probably meant. */
    readonly unknown: readonly { readonly key: string; readonly suggestion?: string; readonly at?: Location }[];
  };
  /** Keys of the front matter that nothing here reads. */
  readonly frontMatter: readonly { readonly key: string; readonly why: Why; readonly posts: number }[];
  readonly differences: readonly Difference[];
  /** Posts with a `password`, which anybody could read here. */
  readonly passwords: readonly string[];
  /** What keeps posts off the home page, and is written otherwise here. */
  readonly homeRules: readonly string[];
  /** Whether posts lie in a folder that is not read: `_posts` beside `source/`. */
  readonly strayPosts: boolean;
  /** Entries of the menu that was taken over which lead to no page. */
  readonly deadEntries: readonly string[];
  /** What was taken over from the settings of the theme that the blog had, and from which files. */
  readonly taken: { readonly settings: Theme['taken']; readonly files: readonly string[] };
  /** What comes with Mojing and the blog did not have. */
  readonly fresh: readonly New[];
  /** A menu for a blog that has pages of its own and no menu that leads to them; else empty. */
  readonly menu: readonly { readonly name: string; readonly address: string }[];
  /** Whether the warnings are those that stay once `proposals` are written down. */
  readonly asProposed: boolean;
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  readonly proposals: readonly Proposal[];
}

/** Something that will look or read otherwise than with Hexo. */
export interface Difference {
  readonly what:
    | 'theme'
    | 'taken'
    | 'lost-pictures'
    | 'no-settings'
    | 'empty-pages'
    | 'theme-files'
    | 'excerpts'
    | 'line-feeds'
    | 'heading-ids'
    | 'quotes'
    | 'braces'
    | 'drafts'
    | 'scripts'
    | 'tag-pages'
    | 'diagrams'
    | 'comments'
    | 'lost-index';
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What comes with Mojing, and a blog may not have had. */
export type New = 'search' | 'feed' | 'sitemap';

/** A setting that keeps the reading the same, to be written down. */
export interface Proposal {
  readonly group: 'markdown' | 'math' | 'index_generator';
  readonly key: string;
  readonly value: string;
}

/** What there is to find out from. */
export interface Examination {
  readonly site: Site;
  readonly package: BlogPackage;
  readonly build: Build;
  /** The site read with `math.unescape: marked`; asked only if some posts are escaped. */
  readonly surveyUnescaped: () => PostSurvey;
  /** Whether there is a folder `_posts` beside `source/`, as Jekyll has it. */
  readonly strayPosts: boolean;
}

/** Told elsewhere on the page, so that they are no work for the writer. */
const TOLD_ELSEWHERE = new Set([
  'config/unknown-key',
  'config/misspelt-key',
  'config/missing',
  'theme/hexo',
  'math/unescaped',
  'math/escape',
  'route/term-clash',
  'script/hexo',
  'post/password',
  'tag/unknown',
  'tag/unknown-pair',
]);

/** Reads and renders the whole site, and says what it found. */
export function examine(examination: Examination): Findings {
  const { site, package: blog, build } = examination;
  const survey = surveyPosts(build);
  const { graph, drafts } = build.plan;
  const escaped = listFiles(survey.diagnostics, 'math/unescaped');
  const unescaped = blog.hexo ? findUnescaped(examination, { survey, escaped }) : undefined;
  const { diagnostics } = unescaped ?? survey;
  return {
    blog: {
      title: site.config.title,
      hexo: blog.hexo,
      version: blog.version,
      theme: String(site.config.theme),
      drawnBy: site.theme.name,
      renderer: nameRenderers(blog.plugins) ?? guessRenderer(site.config),
      posts: graph.posts.length,
      pages: graph.pages.length,
      drafts,
      plugins: blog.plugins.map((name) => ({ name, fate: fateOfPlugin(name) })),
    },
    math: {
      ...survey.formulas,
      delimiters: [...survey.delimiters]
        .map(([sign, { count }]) => [sign, count] as const)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
      escaped,
    },
    tags: listTags(survey),
    settings: sortSettings(site, survey.diagnostics),
    frontMatter: listFrontMatter(survey, site.config),
    differences: findDifferences(examination, survey),
    passwords: listFiles(survey.diagnostics, 'post/password'),
    homeRules: listHomeRules(site.config).map(({ value }) => value),
    strayPosts: examination.strayPosts && graph.posts.length === 0,
    deadEntries: listDeadEntries(build),
    taken: listTaken(build),
    fresh: blog.hexo ? listNew(blog.plugins) : [],
    menu: proposeMenu(build),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
    warnings: diagnostics.filter(({ severity, code }) => severity === 'warning' && !TOLD_ELSEWHERE.has(code)),
    asProposed: unescaped !== undefined,
    proposals: blog.hexo ? [...propose(examination, unescaped !== undefined), ...listHomeRules(site.config)] : [],
  };
}

function listFiles(found: readonly Diagnostic[], code: string): string[] {
  const files = found.filter((one) => one.code === code).flatMap(({ at }) => at?.file ?? []);
  return [...new Set(files)].sort();
}

function listTags({ tags, diagnostics }: PostSurvey): Findings['tags'] {
  const unknown = new Set(
    diagnostics.filter(({ code }) => code.startsWith('tag/unknown')).map(({ values }) => String(values.name)),
  );
  return [...tags]
    .map(([name, use]) => ({ name, ...use, known: !unknown.has(name) }))
    .sort((a, b) => Number(a.known) - Number(b.known) || b.count - a.count || (a.name < b.name ? -1 : 1));
}

function sortSettings({ config }: Site, diagnostics: readonly Diagnostic[]): Findings['settings'] {
  const keys = listLeaves(config.written);
  const mapped = keys.flatMap((key) => {
    const fate = fateOf(key);
    if (fate?.fate !== 'mapped') return [];
    // Of a group that is mapped as a whole, the group.
    const [group = key] = key.split('.');
    return [{ key: fateOf(group) === fate ? group : key, to: fate.to }];
  });
  const unknown = diagnostics
    .filter(({ code }) => code === 'config/unknown-key' || code === 'config/misspelt-key')
    .map(({ values, at }) => ({
      key: String(values.key),
      ...(values.suggestion !== undefined && { suggestion: String(values.suggestion) }),
      ...(at && { at }),
    }));
  const same = keys.filter((key) => fateOf(key)?.fate === 'same').length;
  return { same, mapped: [...new Map(mapped.map((row) => [row.key, row])).values()], left: listLeft(keys), unknown };
}

/** Keys that are not read; a group of which none is, by its own name. */
function listLeft(keys: readonly string[]): Findings['settings']['left'] {
  const groupOf = (key: string): string => key.split('.')[0] ?? key;
  const read = new Set(keys.filter((key) => fateOf(key)?.fate !== 'left').map(groupOf));
  const named = new Map<string, Why>();
  for (const key of keys) {
    const fate = fateOf(key);
    if (fate?.fate === 'left') named.set(read.has(groupOf(key)) ? key : groupOf(key), fate.why);
  }
  return [...named].map(([key, why]) => ({ key, why }));
}

/** `{a: {b: 1}, c: 2}` → `a.b`, `c`; keys without a value say nothing, nor do plugins that are switched off. */
function listLeaves(written: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(written).flatMap(([key, value]) => {
    if (value === null || value === '') return [];
    if (isGroup(value) && value.enable === false && fateOf(`${key}.enable`)?.fate === 'left') return [];
    if (!isGroup(value) || fateOf(key)?.fate === 'same') return [key];
    return Object.keys(value).map((inner) => `${key}.${inner}`);
  });
}

/** Without those that the addresses of posts are made of. */
function listFrontMatter({ frontMatter }: PostSurvey, { permalink }: Config): Findings['frontMatter'] {
  const read = new Set([...permalink.matchAll(/:(\w+)/g)].map(([, name]) => name));
  return [...frontMatter].flatMap(([key, { posts }]) => {
    const fate = hexoFrontMatter.get(key);
    const isLeft = fate?.fate === 'left' && fate.why !== 'built-in' && !read.has(key);
    return isLeft ? [{ key, why: fate.why, posts }] : [];
  });
}

/** Of several renderers Hexo takes the last; the others stand behind it in brackets. */
function nameRenderers(plugins: readonly string[]): string | undefined {
  const taken = findRenderer(plugins);
  const others = listRenderers(plugins).filter((name) => name !== taken);
  return taken && others.length > 0 ? `${taken} (${others.join(', ')})` : taken;
}

function findDifferences({ site, package: blog, build }: Examination, survey: PostSurvey): Difference[] {
  const { config, theme } = site;
  const found: Difference[] = [];
  const add = (what: Difference['what'], values: Difference['values'] = {}): void => void found.push({ what, values });
  const tell = (code: string): Diagnostic[] => survey.diagnostics.filter((one) => one.code === code);
  const wanted = String(config.theme);
  if (wanted !== theme.name) add('theme', { theme: wanted, own: theme.name });
  const taken = listTaken(build);
  if (taken.files.length > 0) add('taken', { files: taken.files });
  const old = readOldTheme(build);
  const lost = listLostPictures(build, old);
  if (lost.length > 0) add('lost-pictures', { pictures: lost });
  if (wanted !== theme.name && blog.hexo && Object.keys(old).length === 0)
    add('no-settings', { theme: wanted, file: `_config.${wanted}.yml` });
  const empty = listEmptyPages(build);
  if (empty.length > 0 && blog.hexo) add('empty-pages', { pages: empty });
  const parts = listThemeFiles(build);
  if (parts.length > 0 && blog.hexo) add('theme-files', { files: parts });
  const { unmarked } = survey;
  if (unmarked && blog.hexo && unmarked.posts * 2 > build.plan.graph.posts.length)
    add('excerpts', { posts: unmarked.posts });
  if (config.markdown.soft_break === 'join' && blog.hexo && survey.lineFeeds)
    add('line-feeds', { posts: survey.lineFeeds.posts });
  const renderer = findRenderer(blog.plugins) ?? guessRenderer(config) ?? '';
  const version = blog.versions[renderer] ?? '';
  if (blog.hexo && makesOtherIds(renderer, version)) add('heading-ids', { renderer });
  if (blog.hexo && usesCurlyQuotes(config, renderer, version) && config.typography.quotes === 'keep') add('quotes');
  if (survey.braces) add('braces', place(survey.braces));
  const hidden = build.plan.hiddenDrafts;
  if (hidden.length > 0 && blog.hexo) add('drafts', { posts: hidden.length, file: hidden[0] ?? '' });
  const scripts = tell('script/hexo');
  if (scripts.length > 0) add('scripts', { scripts: scripts.length, file: scripts[0]?.at?.file ?? '' });
  for (const { values } of tell('route/term-clash'))
    add('tag-pages', { name: String(values.name), other: String(values.rival), given: String(values.given) });
  if (survey.diagrams) add('diagrams', place(survey.diagrams));
  if (blog.plugins.some((name) => SERVICE.test(name)) || hasService(config.written) || hasService(old)) add('comments');
  const indexes = listSearchIndexes(config, blog.plugins);
  if (indexes.length > 0) add('lost-index', { files: indexes });
  return found;
}

/** What was taken over from the theme that the blog had, and the files in which it stood. */
function listTaken({ plan }: Build): Findings['taken'] {
  const { taken: settings } = plan.theme;
  const replaced = findReplacedTheme(plan.input);
  if (!replaced || Object.keys(settings).length === 0) return { settings, files: [] };
  return {
    settings,
    files: listThemeSettings(replaced).flatMap((forms) =>
      forms.filter((path) => plan.input.sources.has(toSourcePath(path))),
    ),
  };
}

/** The menu that the theme has by itself, and the blog's own pages, which nothing leads to. */
function proposeMenu(build: Build): Findings['menu'] {
  const { plan } = build;
  const { archive_dir: archives, category_dir: categories, tag_dir: tags } = plan.config;
  const own = listOwnPages(build)
    .filter(({ blank, hidden, title }) => !blank && !hidden && title !== '')
    .map(({ title, route }) => ({ name: title, address: writeAddress(route) }));
  if (isGroup(plan.theme.config.menu) || own.length === 0) return [];
  return nameApart([
    { name: 'home', address: '/' },
    { name: 'archives', address: `/${archives}/` },
    ...(plan.graph.categories.length > 0 ? [{ name: 'categories', address: `/${categories}/` }] : []),
    ...(plan.graph.tags.length > 0 ? [{ name: 'tags', address: `/${tags}/` }] : []),
    ...own,
  ]);
}

/** Keys of a map: two of one name get numbers. */
function nameApart(entries: Findings['menu']): Findings['menu'] {
  const used = new Map<string, number>();
  return entries.map(({ name, address }) => {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return { name: count > 1 ? `${name} ${count}` : name, address };
  });
}

/** As a writer writes it: `/about/`. */
function writeAddress(route: Route): string {
  return `/${route}`.replace(/(?<=\/)index\.html$/, '');
}

/** Pages without a text, which the theme that the blog had filled. */
function listEmptyPages(build: Build): string[] {
  const { data } = build.plan.graph;
  const isShown = ({ frontMatter: { type }, route: path }: Post): boolean =>
    listFriends({ type, path }, data).length > 0 || listPhotos({ type, path }, data).length > 0;
  return listOwnPages(build)
    .filter((page) => page.blank && !isShown(page))
    .map(({ route }) => writeAddress(route));
}

/** The blog's own pages, without those that every blog has and the theme draws. */
function listOwnPages({ plan }: Build): Post[] {
  const drawn = new Set(
    plan.pages.flatMap((page) => (page.type === 'layout' && page.kind !== 'page' && page.post ? [page.post] : [])),
  );
  const isUsual = (name: unknown): boolean => typeof name === 'string' && /^(archives?|search|index|404)$/i.test(name);
  return plan.graph.pages.filter(
    ({ id, layout, frontMatter: { type } }) => !drawn.has(id) && layout !== false && !isUsual(layout) && !isUsual(type),
  );
}

/** Templates and styles in `_data`, which NexT puts into its pages. */
function listThemeFiles({ plan: { input } }: Build): string[] {
  const folder = `${input.config.source_dir}/_data/`;
  return [...input.sources.keys()].filter(
    (path) => path.startsWith(folder) && /\.(swig|njk|ejs|pug|styl|less|scss)$/.test(path),
  );
}

/** Comments and counters that are loaded from elsewhere, by the names that themes and plugins have for them. */
const SERVICE =
  /gitalk|gitment|disqus|valine|waline|twikoo|giscus|utteranc|changyan|livere|beaudar|cusdis|remark42|artalk|duoshuo|busuanzi|leancloud|[-_]analytics$|tongji|cnzz|umami/i;

/** Whether settings, or a group in them, switch such a service on. */
function hasService(settings: unknown): boolean {
  if (!isGroup(settings)) return false;
  return Object.entries(settings).some(([key, value]) => {
    if (SERVICE.test(key)) return isOn(value);
    // `comments: {use: Valine}`, `comment: {type: disqus}`
    if (/^comments?$/.test(key) && isGroup(value) && Object.values(value).some((one) => SERVICE.test(String(one))))
      return true;
    return hasService(value);
  });
}

function isOn(value: unknown): boolean {
  if (!isGroup(value)) return value === true || (typeof value === 'string' && value !== '');
  if (typeof value.enable === 'boolean') return value.enable;
  return Object.values(value).some((inner) => typeof inner === 'string' && inner !== '');
}

/** The settings of the theme that the blog had. */
function readOldTheme({ plan: { input, config } }: Build): Settings {
  const replaced = findReplacedTheme(input);
  const asked = toData(config.theme_config);
  return replaced ? readReplacedSettings(input.sources, replaced, isMap(asked) ? asked : {}) : {};
}

/** Its avatar and icon, if no such file is published. */
function listLostPictures({ plan }: Build, old: Settings): string[] {
  const meant = mapThemeSettings(old, () => true);
  return ['avatar', 'favicon'].flatMap((key) => {
    const address = meant[key];
    if (typeof address !== 'string' || plan.theme.config[key] === address) return [];
    // NexT names its own icon and avatar, which nobody has chosen.
    return /-next\.\w+$|\/avatar\.gif$/.test(address) ? [] : [address];
  });
}

/** What `index2_generator` says of which posts are on the home page, as `index_generator` says it. */
function listHomeRules(config: Config): Proposal[] {
  const { index2_generator: rules } = config.written;
  return (['include', 'exclude'] as const).flatMap((key): Proposal[] => {
    const data = isGroup(rules) ? toData(rules[key]) : null;
    const list = (Array.isArray(data) ? data : [data]).filter(
      (one): one is string => typeof one === 'string' && one !== '',
    );
    if (list.length === 0 || says(config, 'index_generator', key)) return [];
    return [{ group: 'index_generator', key, value: `[${list.map(quoteScalar).join(', ')}]` }];
  });
}

/** Addresses of the menu that was taken over at which there is no page. */
function listDeadEntries({ plan }: Build): string[] {
  const { menu } = plan.theme.taken;
  const known = new Set(plan.pages.map(({ route }) => decodePath(writeAddress(route))));
  return Object.values(isGroup(menu) ? menu : {}).flatMap((address) => {
    if (typeof address !== 'string' || !/^\/(?!\/)/.test(address)) return [];
    const path = decodePath(address)
      .replace(/[?#].*$/, '')
      .replace(/(?<=\/)index\.html$/, '');
    return [path, `${path}/`, `${path}.html`].some((one) => known.has(one)) ? [] : [address];
  });
}

/** The files that searched the blog in the reader's browser, which are not made here. */
function listSearchIndexes({ written: { search } }: Config, plugins: readonly string[]): string[] {
  const has = (pattern: RegExp): boolean => plugins.some((name) => pattern.test(name));
  const path = isGroup(search) && typeof search.path === 'string' && search.path !== '' ? search.path : 'search.xml';
  return [
    ...(has(/generator-search(db)?$/) ? [path] : []),
    ...(has(/generator-json-content$/) ? ['content.json'] : []),
  ];
}

/** What the blog did not have, and has here without asking. */
function listNew(plugins: readonly string[]): New[] {
  const had = (pattern: RegExp): boolean => plugins.some((name) => pattern.test(name));
  const things: readonly (readonly [New, RegExp])[] = [
    ['search', /search|algolia|json-content/],
    ['feed', /generator-(feed|rss|atom)/],
    ['sitemap', /sitemap/],
  ];
  return things.flatMap(([thing, pattern]) => (had(pattern) ? [] : [thing]));
}

function place({ posts, count, at }: Use): Readonly<Record<string, string | number>> {
  return { posts, count, file: at.file, line: at.line };
}

/** By the settings: Hexo came with marked before plugins were named in package.json. */
function guessRenderer({ written }: Config): string | undefined {
  if (isGroup(written.marked)) return 'hexo-renderer-marked';
  return isGroup(written.markdown) && isGroup(written.markdown.render) ? 'hexo-renderer-markdown-it' : undefined;
}

/** marked's and kramed's `smartypants`, and markdown-it's `typographer` since version 4, are on unless they are switched off. */
function usesCurlyQuotes({ written }: Config, renderer: string, version: string): boolean {
  const group = (name: string, inner?: string): Readonly<Record<string, unknown>> => {
    const value = written[name];
    const found = inner === undefined ? value : isGroup(value) ? value[inner] : undefined;
    return isGroup(found) ? found : {};
  };
  const own = /(marked|kramed)$/.exec(renderer)?.[0];
  if (own !== undefined) return group(own).smartypants !== false;
  const { typographer } = group('markdown', 'render');
  return /markdown-it$/.test(renderer) && (typographer ?? !isBefore(version, 4)) !== false;
}

/** Renderers that made ids of headings in ways of their own. */
function makesOtherIds(renderer: string, version: string): boolean {
  return /markdown-it-plus$/.test(renderer) || (/markdown-it$/.test(renderer) && isBefore(version, 4));
}

/** Whether a range such as `^3.4.1` begins below a major version; one that is not told is new. */
function isBefore(range: string, major: number): boolean {
  return Number(/\d+/.exec(range)?.[0] ?? major) < major;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Evidence {
  readonly survey: PostSurvey;
  readonly escaped: readonly string[];
}

interface Assumption {
  readonly group: Proposal['group'];
  readonly key: string;
  readonly read: (config: Config) => string;
}

/** Settings that Hexo's package.json decides, where _config.yml is silent. */
const ASSUMPTIONS: readonly Assumption[] = [
  { group: 'markdown', key: 'soft_break', read: ({ markdown }) => markdown.soft_break },
  { group: 'markdown', key: 'heading_ids', read: ({ markdown }) => markdown.heading_ids },
  { group: 'markdown', key: 'flavor', read: ({ markdown }) => markdown.flavor },
  { group: 'markdown', key: 'extensions', read: ({ markdown }) => `[${markdown.extensions.join(', ')}]` },
  { group: 'math', key: 'number', read: ({ math }) => math.number },
  { group: 'math', key: 'double_dollar', read: ({ math }) => math.double_dollar },
  { group: 'math', key: 'code_dollar', read: ({ math }) => String(math.code_dollar) },
];

/** The site as it is read once `math.unescape` is written down: proposed where most posts are written so, and nothing breaks by it. */
function findUnescaped(
  { site: { config }, surveyUnescaped }: Examination,
  { survey, escaped }: Evidence,
): PostSurvey | undefined {
  const { posts, failed } = survey.formulas;
  if (says(config, 'math', 'unescape') || escaped.length === 0 || escaped.length * 2 < posts) return undefined;
  const after = surveyUnescaped();
  return after.formulas.failed <= failed ? after : undefined;
}

/** The settings that say what was assumed, if _config.yml does not say it itself. */
function propose({ site: { config } }: Examination, unescapes: boolean): Proposal[] {
  const plain = parseConfig(new Map(), { hexo: false }).config;
  const assumed: Proposal[] = ASSUMPTIONS.filter(
    ({ group, key, read }) => !says(config, group, key) && read(config) !== read(plain),
  ).map(({ group, key, read }) => ({ group, key, value: read(config) }));
  return unescapes ? [...assumed, { group: 'math', key: 'unescape', value: 'marked' }] : assumed;
}

function says({ written }: Config, group: string, key: string): boolean {
  const value = written[group];
  return isGroup(value) && (value[key] ?? '') !== '';
}
