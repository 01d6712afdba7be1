/**
 * The settings of a site: one table of keys with their defaults, checks and
 * documentation. Hexo's keys keep Hexo's names and meanings (hexo.io/docs/configuration);
 * ours stand beside them. Keys that are not in the table stay readable for templates (`all`).
 */

import * as z from 'zod';
import type { SourcePath } from '../base/path.ts';
import { isRecord } from '../base/record.ts';
import {
  choice,
  choices,
  flag,
  folder,
  group,
  groups,
  optionalChoice,
  optionalText,
  optionalWholeNumber,
  place,
  positiveNumber,
  record,
  requiredText,
  rules,
  siteFolder,
  text,
  textOrFlag,
  texts,
  webAddress,
  wholeNumber,
  wholeNumberOrAuto,
  wordPairs,
  zone,
} from './config-fields.ts';
import type { Data } from './post.ts';

/** Whose habits Markdown is read with; each has those of the ones before it (`render/flavor.ts`). */
export const FLAVORS = ['commonmark', 'hexo', 'marked', 'marked-0.3', 'kramed'] as const;
export type Flavor = (typeof FLAVORS)[number];

/** Marks beyond CommonMark, by the names of markdown-it's plugins; `shoka`: the blocks of that theme, `toc`: hexo-toc. */
export const EXTENSIONS = [
  'abbr',
  'attrs',
  'deflist',
  'emoji',
  'figure',
  'furigana',
  'ins',
  'mark',
  'shoka',
  'spoiler',
  'sub',
  'sup',
  'toc',
] as const;
export type Extension = (typeof EXTENSIONS)[number];

const HEADING_IDS = ['clean', 'hexo', 'markdown-it', 'pandoc', 'pinyin'] as const;

/** A rule about posts, its kind and its name: `tag 甲`, `category 乙`, `path 丙/` (hexo-generator-index2). */
export const HOME_RULE = /^\s*(tag|category|path)\s+(\S.*?)\s*$/s;
const homeRules = () => rules(HOME_RULE, 'it must be a list of `tag …`, `category …` or `path …`');

/** The table. `doc` of a key is its `describe`. */
export const configSchema = z.object({
  title: text('Mojing').describe('The name of the site.'),
  subtitle: text().describe('A line below the name.'),
  description: text().describe('What the site is about, for search engines and feeds.'),
  keywords: texts().describe('Key words for search engines.'),
  author: text().describe('Who writes it.'),
  email: text().describe("The author's address, shown in feeds."),
  language: texts().describe('The language of the pages, `zh-TW`; of a list the first is taken.'),
  timezone: zone().describe('The zone in which dates without an offset are wall-clock time.'),
  url: webAddress().describe("The site's address."),
  root: optionalText().describe("The site's folder on its host; the path of `url` by default."),
  permalink: text(':year/:month/:day/:title/').describe('The pattern of the addresses of posts.'),
  front_matter: group({
    permalink: choice(['address', 'title'], 'address').describe(
      'What the `permalink` of a post is: its whole address, or what stands for `:title`.',
    ),
  }).describe('How the front matter of posts is read.'),
  slug: choice(['hexo', 'clean', 'pinyin'], 'hexo').describe(
    'How names become parts of addresses: file names and titles of posts, tags, categories.',
  ),
  permalink_pinyin: group({
    enable: flag(false).describe('Spell addresses so; tags and categories keep theirs.'),
    separator: text('-').describe('What stands between syllables and words.'),
    lowercase: flag(true).describe('No capital letters.'),
  }).describe('Addresses of posts in Latin letters, as hexo-permalink-pinyin spells them.'),
  permalink_defaults: record().describe('Values for variables of `permalink` that a post lacks.'),
  pretty_urls: group({
    trailing_index: flag(true).describe('Keep `index.html` at the end of links.'),
    trailing_html: flag(true).describe('Keep `.html` at the end of links.'),
  }).describe('How links are written.'),
  source_dir: folder('source').describe('Where posts, pages and files lie.'),
  public_dir: folder('public').describe('Where the site is published.'),
  tag_dir: siteFolder('tags').describe('The folder of tag pages.'),
  archive_dir: siteFolder('archives').describe('The folder of archives.'),
  category_dir: siteFolder('categories').describe('The folder of category pages.'),
  code_dir: text('downloads/code').describe('Where `include_code` looks.'),
  i18n_dir: text(':lang').describe('The first folder of a page that is its language.'),
  skip_render: texts().describe('Files below `source_dir` to be copied as they are.'),
  new_post_name: text(':title.md').describe('The file name of a new post, and how file names are read.'),
  default_layout: text('post').describe('The layout of `mojing new`.'),
  titlecase: flag(false).describe('Write English titles in title case.'),
  use_filename_as_post_title: flag(false).describe('A post without a title is called by its file name.'),
  use_slug_as_post_title: flag(false).describe('The same, as Hexo reads it.'),
  external_link: group({
    enable: flag(true).describe('Open foreign links in a new tab.'),
    field: choice(['site', 'post'], 'site').describe('On whole pages or in posts only.'),
    exclude: texts().describe('Hosts to be left out.'),
  }).describe('Links to other hosts.'),
  filename_case: wholeNumber(0).describe('1: slugs in lower case, 2: in upper case.'),
  render_drafts: flag(false).describe('Publish drafts too.'),
  post_asset_folder: flag(false).describe('Each post has a folder of files, named like the post.'),
  relative_link: flag(false).describe('Links relative to the page.'),
  future: flag(true).describe('Publish posts dated later than now.'),
  syntax_highlighter: textOrFlag('highlight.js').describe('What colours code; `false` for nothing.'),
  highlight: group({
    enable: flag(true).describe('Colour code.'),
    line_number: flag(false).describe('Number the lines of code.'),
    auto_detect: flag(false).describe('Guess the language of a fence that names none.'),
    tab_replace: text().describe('What a tab at the start of a line is shown as.'),
    line_threshold: wholeNumber(0).describe('Number only blocks with more lines than this.'),
    exclude_languages: texts().describe('Languages that are not coloured.'),
  }).describe('Blocks of code.'),
  auto_dir_categorize: group({
    enable: flag(false).describe('For posts that say no category.'),
    force: flag(false).describe('For all posts, whatever they say.'),
  }).describe('The folders in which a post lies are its categories, as with hexo-directory-category.'),
  default_category: text('uncategorized').describe('`:category` in the permalink of a post without one.'),
  category_map: record().describe('Slugs of categories by name.'),
  tag_map: record().describe('Slugs of tags by name.'),
  date_format: text('YYYY-MM-DD').describe('How dates are shown.'),
  date_calendar: choice(['gregory', 'roc', 'japanese'], 'gregory').describe(
    'How the tokens `N` and `y` and the long dates count years: `roc` is 民國.',
  ),
  time_format: text('HH:mm:ss').describe('How times are shown.'),
  updated_option: choice(['mtime', 'date', 'empty', 'git'], 'date').describe(
    'When a post was updated, if it does not say.',
  ),
  collation: choice(['auto', 'pinyin', 'stroke', 'zhuyin', 'codepoint'], 'auto').describe(
    "The order of names in lists; `auto` is the language's own: strokes for zh-TW, pinyin for zh-CN.",
  ),
  per_page: wholeNumber(10).describe('Posts on one page of a list; 0 for all.'),
  pagination_dir: text('page').describe('The folder of the further pages of a list.'),
  index_generator: group({
    path: text().describe('Where the home page lives.'),
    per_page: optionalWholeNumber(),
    order_by: text('-date').describe('A key of the front matter, `-` before it for the other way round.'),
    layout: texts(),
    pagination_dir: optionalText(),
    include: homeRules().describe('The only posts on the home page: `tag 甲`, `category 乙`, `path 丙/`.'),
    exclude: homeRules().describe('Posts that are not on the home page, written likewise.'),
  }).describe('The home page.'),
  archive_generator: group({
    enabled: flag(true),
    per_page: optionalWholeNumber(),
    yearly: flag(true),
    monthly: flag(true),
    daily: flag(false),
    order_by: text('-date'),
  }).describe('Archives.'),
  category_generator: group({
    per_page: optionalWholeNumber(),
    order_by: text('-date'),
    overview: flag(true).describe('A page of all categories.'),
  }).describe('Category pages.'),
  tag_generator: group({
    per_page: optionalWholeNumber(),
    order_by: text('-date'),
    overview: flag(true).describe('A page of all tags.'),
  }).describe('Tag pages.'),
  theme: textOrFlag('mist').describe('The name of the theme.'),
  theme_config: record().describe("Overrides the theme's own settings."),
  include: texts().describe('Hidden files to publish all the same.'),
  exclude: texts().describe('Files below `source_dir` to be left out.'),
  ignore: texts().describe('Files never to be read, in the theme too.'),
  meta_generator: flag(true).describe('Name the generator in the head of each page.'),

  math: group({
    enable: flag(true).describe('Read formulas.'),
    number: choice(['ams', 'none', 'all'], 'ams').describe('Which displayed formulas are numbered.'),
    delimiters: record().describe('Which delimiters mean a formula.'),
    double_dollar: choice(['display', 'inline'], 'display').describe(
      'What `$$…$$` within a sentence is; on a line of its own it is displayed.',
    ),
    code_dollar: flag(false).describe('Read `` `$…$` `` as a formula.'),
    macros: record().describe('Macros for all formulas.'),
    preamble: text('').describe(
      'TeX that defines macros for all formulas: \\newcommand, \\def, \\DeclareMathOperator.',
    ),
    unescape: choice(['auto', 'off', 'marked'], 'auto').describe('Undo escapes that were meant for another renderer.'),
    output: choice(['htmlAndMathml', 'html', 'mathml'], 'htmlAndMathml').describe('What KaTeX writes.'),
    copy_tex: flag(true).describe('Copying a formula gives its source.'),
  }).describe('Mathematics.'),
  markdown: group({
    flavor: choice(FLAVORS, 'commonmark').describe(
      'Whose reading of lists, HTML and headings; each has the habits of those before it.',
    ),
    extensions: choices(EXTENSIONS).describe(
      'Marks beyond CommonMark: `H~2~O`, `x^2^`, `==mark==`, `++ins++`, `*[HTML]: …`, `: definition`, `:smile:`, `!!spoiler!!`; `attrs`: `[words]{.class}`; `furigana`: `{漢字^hàn zì}`; `shoka`: `;;;name tab`, `+++ fold`; `toc`: `<!-- toc -->`; `figure`: the words of a picture alone in its paragraph are its caption.',
    ),
    soft_break: optionalChoice(['join', 'br', 'space']).describe('What a line feed in a paragraph becomes.'),
    heading_ids: optionalChoice(HEADING_IDS).describe('How the ids of headings are made.'),
    anchors: group({
      case: wholeNumber(0).describe('1: in lower case; 2: in upper case.'),
      separator: text('-').describe('What stands for spaces and punctuation.'),
      collisionSuffix: text().describe('What stands before the number of the second of two equal ids.'),
      typographer: flag(true).describe('With curly quotes and long dashes.'),
    }).describe("Ids of headings as Hexo's renderers make them."),
    linkify: flag(true).describe('Turn web addresses into links.'),
    typographer: flag(false).describe("markdown-it's replacements; meant for English."),
    emphasis: flag(true).describe('Let ** work beside Chinese punctuation.'),
  }).describe('Markdown.'),
  typography: group({
    spacing: choice(['css', 'insert', 'off'], 'css').describe('The gap between Han and Latin.'),
    quotes: choice(['keep', 'curly', 'corner'], 'keep').describe('What straight quotes beside Han become.'),
  }).describe('Chinese typography.'),
  search: group({
    enable: flag(true).describe('Index the site and show the search.'),
    field: choice(['post', 'page', 'all'], 'post').describe('What is found: posts, pages or both.'),
  }).describe('Search.'),
  feed: group({
    enable: flag(true),
    type: texts().describe('`atom`, `rss2` or both.'),
    path: texts().describe('Where each feed lives.'),
    limit: wholeNumber(20).describe('How many posts; 0 for all.'),
    content: flag(true).describe('Whole posts, not only summaries.'),
  }).describe('Feeds.'),
  sitemap: group({ enable: flag(true), path: texts() }).describe('The sitemap.'),
  robots: group({
    enable: flag(true),
    useragent: texts().describe('Who is meant; all by default.'),
    allow: texts().describe('What they may read; all by default.'),
    disallow: texts().describe('What they may not read.'),
  }).describe('robots.txt.'),
  series: group({ enable: flag(true) }).describe('Posts in parts.'),
  related: group({ enable: flag(true), limit: wholeNumber(5) }).describe('Related posts.'),
  editions: groups({
    lang: requiredText('it must be a language such as `zh-Hans`').describe('The language of the edition.'),
    path: place().describe('The folder it lives in; its language in lower case by default.'),
    label: optionalText().describe('What the switch of languages calls it.'),
    convert: choice(['auto', 'none', 'tw2cn', 'hk2cn', 't2cn', 'cn2tw', 'cn2hk', 'cn2t'], 'auto').describe(
      'How the posts are converted; `none`: only what is written in its language is published.',
    ),
    protect: texts().describe('Words that are not converted.'),
    dictionary: wordPairs().describe('Words and what they become in this edition.'),
    quotes: optionalChoice(['keep', 'curly', 'corner']).describe('`typography.quotes` of the edition.'),
    title: optionalText().describe('`title` of the edition; the converted one by default.'),
    subtitle: optionalText().describe('`subtitle` likewise.'),
    description: optionalText().describe('`description` likewise.'),
    author: optionalText().describe('`author` likewise.'),
  }).describe('The site in other languages or scripts, each in a folder of its own.'),
  images: group({ dimensions: flag(true).describe('Give pictures their width and height.') }).describe('Pictures.'),
  server: group({ port: optionalWholeNumber().describe('The port of `mojing serve`; 4000 by default.') }).describe(
    'The local server.',
  ),
  check: group({
    page_kilobytes: positiveNumber(2048).describe(
      'How many KB a page may weigh with the pictures, scripts, styles and fonts it loads from the site.',
    ),
  }).describe('What `mojing check` looks at.'),
  build: group({
    workers: wholeNumberOrAuto().describe('Threads that render.'),
    post_seconds: positiveNumber(20).describe('How long one post may take.'),
    post_megabytes: positiveNumber(16).describe('How large the text of one post may be.'),
    allow_hosts: texts().describe('Foreign hosts that pages may load from; `*.example.com` is all below it.'),
  }).describe('Building.'),
});

type Checked = z.output<typeof configSchema>;

/** One of `editions`. */
export type EditionSetting = Checked['editions'][number];

/** The keys of the table, or of one of its groups (`math`); none for a key that is no group. */
export function listKeys(groupName?: string): string[] {
  if (groupName === undefined) return Object.keys(configSchema.shape);
  const shape: Readonly<Record<string, z.ZodType>> = configSchema.shape;
  const schema = Object.hasOwn(shape, groupName) ? shape[groupName] : undefined;
  return schema instanceof z.ZodPipe && schema.out instanceof z.ZodObject ? Object.keys(schema.out.shape) : [];
}

export interface Config extends Omit<Checked, 'root' | 'markdown'> {
  /** Begins and ends with a slash. */
  readonly root: string;
  /** The `root` of the site itself, in an edition too. */
  readonly top: string;
  readonly markdown: Checked['markdown'] & {
    readonly soft_break: 'join' | 'br' | 'space';
    readonly heading_ids: (typeof HEADING_IDS)[number];
  };
  /** What the files say, word for word. */
  readonly written: Readonly<Record<string, unknown>>;
  /** Everything that is written in the file with the defaults below it: what templates see as `config`. */
  readonly all: Readonly<Record<string, unknown>>;
}

/** What else decides the settings: where the site comes from and how it was called. */
export interface Circumstances {
  /** A Hexo folder gets Hexo's habits where it says nothing: line feeds are kept, ids are Hexo's. */
  readonly hexo: boolean;
  /** Hexo's plugins that the folder's package.json names: one of them may have other habits. */
  readonly plugins?: readonly string[];
  /** The versions it asks for, of `hexo` and of the plugins. */
  readonly versions?: Readonly<Record<string, string>>;
  /** The files of settings, the stronger last; `_config.yml` if nothing is said. */
  readonly files?: readonly SourcePath[];
  /** From the command line; stronger than the file. */
  readonly overrides?: Readonly<Record<string, Data>>;
}

/** The settings in force: what the table accepted, over what else was written. `url` loses its final slash; `root` gets both of its own. */
export function completeConfig(
  checked: Checked,
  written: Readonly<Record<string, unknown>>,
  circumstances: Circumstances,
): Config {
  const url = checked.url.replace(/\/+$/, '');
  const path = checked.root ?? new URL(url).pathname;
  const root = `/${path.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const config = {
    ...checked,
    url,
    root,
    top: root,
    language: checked.language.length > 0 ? checked.language : ['en'],
    markdown: {
      ...checked.markdown,
      soft_break: checked.markdown.soft_break ?? (circumstances.hexo ? ('br' as const) : ('join' as const)),
      heading_ids: checked.markdown.heading_ids ?? (circumstances.hexo ? ('hexo' as const) : ('clean' as const)),
    },
  };
  return { ...config, written, all: mergeUnder(written, config) };
}

/** `above` over `below`, one level into groups of keys. */
function mergeUnder(
  below: Readonly<Record<string, unknown>>,
  above: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = below[key];
    merged[key] = isRecord(under) && isRecord(value) ? { ...under, ...value } : value;
  }
  return merged;
}

/** The site's first language. */
export function siteLanguage(config: Config): string {
  return config.language[0] ?? 'en';
}
