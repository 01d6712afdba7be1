/**
 * What `doctor` finds in a folder, as data: the page for people and `--json` are made of it.
 */
import type { Diagnostic, Location } from '../../base/diagnostic.ts';
import type { Build } from '../../build/build.ts';
import { type PostSurvey, surveyPosts, type Use } from '../../build/survey-posts.ts';
import { findRenderer } from '../../content/map-hexo-keys.ts';
import { parseConfig } from '../../content/parse-config.ts';
import type { Config } from '../../model/config.ts';
import { fateOf, hexoFrontMatter, type Why } from '../../model/hexo-keys.ts';
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
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  readonly proposals: readonly Proposal[];
}

/** Something that will look or read otherwise than with Hexo. */
export interface Difference {
  readonly what:
    | 'theme'
    | 'line-feeds'
    | 'quotes'
    | 'braces'
    | 'drafts'
    | 'encrypted'
    | 'scripts'
    | 'tag-pages'
    | 'diagrams'
    | 'comments'
    | 'own-pages';
  readonly values: Readonly<Record<string, string | number>>;
}

/** A setting that keeps the reading the same, to be written down. */
export interface Proposal {
  readonly group: 'markdown' | 'math';
  readonly key: string;
  readonly value: string;
}

/** What there is to find out from. */
export interface Examination {
  readonly site: Site;
  readonly package: BlogPackage;
  readonly build: Build;
  /** Formulas that would fail with `math.unescape: marked`; asked only if some posts are escaped. */
  readonly countFailures: () => number;
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
  const errors = survey.diagnostics.filter(({ severity }) => severity === 'error');
  return {
    blog: {
      title: site.config.title,
      hexo: blog.hexo,
      version: blog.version,
      theme: String(site.config.theme),
      drawnBy: site.theme.name,
      renderer: findRenderer(blog.plugins) ?? guessRenderer(site.config),
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
    frontMatter: listFrontMatter(survey),
    differences: findDifferences(examination, survey),
    errors,
    warnings: survey.diagnostics.filter(({ severity, code }) => severity === 'warning' && !TOLD_ELSEWHERE.has(code)),
    proposals: blog.hexo ? propose(examination, { survey, escaped }) : [],
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
    return fate?.fate === 'mapped' ? [{ key, to: fate.to }] : [];
  });
  const unknown = diagnostics
    .filter(({ code }) => code === 'config/unknown-key' || code === 'config/misspelt-key')
    .map(({ values, at }) => ({
      key: String(values.key),
      ...(values.suggestion !== undefined && { suggestion: String(values.suggestion) }),
      ...(at && { at }),
    }));
  const same = keys.filter((key) => fateOf(key)?.fate === 'same').length;
  return { same, mapped, left: listLeft(keys), unknown };
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

/** `{a: {b: 1}, c: 2}` → `a.b`, `c`; keys without a value say nothing. */
function listLeaves(written: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(written).flatMap(([key, value]) => {
    if (value === null || value === '') return [];
    const isGroup = typeof value === 'object' && !Array.isArray(value) && fateOf(key)?.fate !== 'same';
    return isGroup ? Object.keys(value ?? {}).map((inner) => `${key}.${inner}`) : [key];
  });
}

function listFrontMatter({ frontMatter }: PostSurvey): Findings['frontMatter'] {
  return [...frontMatter].flatMap(([key, { posts }]) => {
    const fate = hexoFrontMatter.get(key);
    return fate?.fate === 'left' && fate.why !== 'built-in' ? [{ key, why: fate.why, posts }] : [];
  });
}

function findDifferences({ site, package: blog, build }: Examination, survey: PostSurvey): Difference[] {
  const { config, theme } = site;
  const found: Difference[] = [];
  const add = (what: Difference['what'], values: Difference['values'] = {}): void => void found.push({ what, values });
  const tell = (code: string): Diagnostic[] => survey.diagnostics.filter((one) => one.code === code);
  const passwords = listFiles(survey.diagnostics, 'post/password');
  if (passwords.length > 0) add('encrypted', { posts: passwords.length, file: passwords[0] ?? '' });
  const wanted = String(config.theme);
  if (wanted !== theme.name) add('theme', { theme: wanted, own: theme.name });
  if (config.markdown.soft_break === 'join' && blog.hexo && survey.lineFeeds)
    add('line-feeds', { posts: survey.lineFeeds.posts });
  if (
    blog.hexo &&
    usesCurlyQuotes(config, findRenderer(blog.plugins) ?? guessRenderer(config) ?? '') &&
    config.typography.quotes === 'keep'
  )
    add('quotes');
  if (survey.braces) add('braces', place(survey.braces));
  const hidden = build.plan.hiddenDrafts;
  if (hidden.length > 0 && blog.hexo) add('drafts', { posts: hidden.length, file: hidden[0] ?? '' });
  const scripts = tell('script/hexo');
  if (scripts.length > 0) add('scripts', { scripts: scripts.length, file: scripts[0]?.at?.file ?? '' });
  for (const { values } of tell('route/term-clash'))
    add('tag-pages', { name: String(values.name), other: String(values.rival), given: String(values.given) });
  const fates = new Set(blog.plugins.map(fateOfPlugin));
  if (fates.has('diagrams')) add('diagrams');
  if (fates.has('foreign') || listLeaves(config.written).some((key) => isForeignKey(key))) add('comments');
  add('own-pages');
  return found;
}

function isForeignKey(key: string): boolean {
  const fate = fateOf(key);
  return fate?.fate === 'left' && fate.why === 'foreign';
}

function place({ posts, count, at }: Use): Readonly<Record<string, string | number>> {
  return { posts, count, file: at.file, line: at.line };
}

/** By the settings: Hexo came with marked before plugins were named in package.json. */
function guessRenderer({ written }: Config): string | undefined {
  if (isGroup(written.marked)) return 'hexo-renderer-marked';
  return isGroup(written.markdown) && isGroup(written.markdown.render) ? 'hexo-renderer-markdown-it' : undefined;
}

/** marked's `smartypants` and markdown-it's `typographer` are on unless they are switched off. */
function usesCurlyQuotes({ written }: Config, renderer: string): boolean {
  const group = (name: string, inner?: string): Readonly<Record<string, unknown>> => {
    const value = written[name];
    const found = inner === undefined ? value : isGroup(value) ? value[inner] : undefined;
    return isGroup(found) ? found : {};
  };
  if (/marked$/.test(renderer)) return group('marked').smartypants !== false;
  return /markdown-it$/.test(renderer) && group('markdown', 'render').typographer !== false;
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

/** The settings that say what was assumed, if _config.yml does not say it itself. */
function propose({ site: { config }, countFailures }: Examination, { survey, escaped }: Evidence): Proposal[] {
  const says = (group: string, key: string): boolean => {
    const value = config.written[group];
    return isGroup(value) && (value[key] ?? '') !== '';
  };
  const plain = parseConfig(new Map(), { hexo: false }).config;
  const proposals: Proposal[] = ASSUMPTIONS.filter(
    ({ group, key, read }) => !says(group, key) && read(config) !== read(plain),
  ).map(({ group, key, read }) => ({ group, key, value: read(config) }));
  // For all posts only where most are written so, and nothing breaks by it.
  const { posts, failed } = survey.formulas;
  if (!says('math', 'unescape') && escaped.length * 2 >= posts && escaped.length > 0 && countFailures() <= failed)
    proposals.push({ group: 'math', key: 'unescape', value: 'marked' });
  return proposals;
}
