/**
 * Settings of Hexo and its renderers that mean one of ours: they are read as if ours had
 * been written. What is written in our own words is stronger.
 */
import { toOpenGraphLocale } from '../base/language.ts';
import { type Circumstances, EXTENSIONS, type Extension, type Flavor } from '../model/config.ts';
import { type Data, isMap } from '../model/post.ts';

type Settings = Readonly<Record<string, Data>>;
/** By the plugin's name. */
type Versions = Readonly<Record<string, string>>;

/** The settings with Hexo's older and foreign keys put into ours. */
export function mapHexoKeys(written: Settings, { hexo, plugins = [], versions = {} }: Circumstances): Settings {
  const mapped: Record<string, Data> = { ...written };
  // hexo-renderer-markdown-it may be given the name of a preset.
  if (typeof written.markdown === 'string') mapped.markdown = {};
  mapPaging(mapped);
  const overview = readGroup(mapped.tag_generator).enable_index_page;
  if (typeof overview === 'boolean') setDefault(mapped, 'tag_generator', { overview });
  if (isMap(written.robotstxt)) setDefault(mapped, 'robots', written.robotstxt);
  if (!hexo) return mapped;
  if (typeof written.language === 'string' && written.language.includes(','))
    mapped.language = [...listLanguages(written.language)];
  mapTimes(mapped, written);
  // A word in the place of a map says nothing to Hexo.
  for (const key of ['category_map', 'tag_map'])
    if (typeof written[key] === 'string' || Array.isArray(written[key])) delete mapped[key];
  mapRenderer(mapped, written, { plugins, versions });
  mapFeeds(mapped, readGroup(written.feed));
  // Since its version 3 it makes both.
  if (plugins.includes(SITEMAP) && !isBelow(3, versions[SITEMAP]))
    setDefault(mapped, 'sitemap', { path: ['sitemap.xml', 'sitemap.txt'] });
  if (plugins.includes('hexo-directory-category')) setDefault(mapped, 'auto_dir_categorize', { enable: true });
  // Up to version 4 it took the place of the file's name (hexojs/hexo, processor/post: `data.slug = data.permalink`).
  if (isBelow(5, versions.hexo)) setDefault(mapped, 'front_matter', { permalink: 'title' });
  return mapped;
}

/** hexo-feed, which Shoka's blogs have, names each of its files: `feed: {rss: {enable: true, output: rss.xml}}`. */
function mapFeeds(mapped: Record<string, Data>, feed: Settings): void {
  const files = [
    { type: 'atom', settings: feed.atom, usual: 'atom.xml' },
    { type: 'rss2', settings: feed.rss, usual: 'rss.xml' },
  ].flatMap(({ type, settings, usual }) => {
    if (!isMap(settings) || settings.enable === false) return [];
    return [{ type, path: typeof settings.output === 'string' ? settings.output : usual }];
  });
  if (files.length > 0)
    setDefault(mapped, 'feed', { type: files.map(({ type }) => type), path: files.map(({ path }) => path) });
}

/** Zones by language and place: where the settings name none, Hexo took the machine's, which was most often the writer's. */
const ZONES: Readonly<Record<string, string>> = {
  zh_TW: 'Asia/Taipei',
  zh_HK: 'Asia/Hong_Kong',
  zh_MO: 'Asia/Macau',
  zh_CN: 'Asia/Shanghai',
};
const SITEMAP = 'hexo-generator-sitemap';
const UPDATED = ['mtime', 'date', 'empty', 'git'];

/** `language: zh-TW, en` is meant for a list. */
function listLanguages(language: Data | undefined): readonly Data[] {
  if (Array.isArray(language)) return language;
  return typeof language === 'string' ? language.split(/\s*,\s*/) : [];
}

function mapTimes(mapped: Record<string, Data>, { timezone, language, updated_option: updated }: Settings): void {
  const [first] = listLanguages(language);
  const zone = typeof first === 'string' ? ZONES[toOpenGraphLocale(first)] : undefined;
  if ((timezone ?? '') === '' && zone !== undefined) mapped.timezone = zone;
  // Any other word means the file's time (hexojs/hexo, processor/post).
  if (typeof updated === 'string' && updated !== '' && !UPDATED.includes(updated)) mapped.updated_option = 'mtime';
}

/** Whether the lowest version of a range has a smaller first number: `^3.9.0` is below 5. */
function isBelow(major: number, range = ''): boolean {
  const [, first] = /^\D*(\d+)/.exec(range) ?? [];
  return first !== undefined && Number(first) < major;
}

interface Plugins {
  readonly plugins: readonly string[];
  readonly versions: Versions;
}

/** What the plugins that made HTML of Markdown did where they were not told otherwise. */
function mapRenderer(mapped: Record<string, Data>, written: Settings, { plugins, versions }: Plugins): void {
  const flavor = findFlavor(findRenderer(plugins), versions);
  setDefault(mapped, 'markdown', { flavor });
  mapHeadingIds(mapped, written, { plugins, versions });
  // kramed sets `$$…$$` in its sentence, and takes `` `$…$` `` for a formula.
  if (flavor === 'kramed') setDefault(mapped, 'math', { double_dollar: 'inline', code_dollar: true });
  if (plugins.includes('hexo-filter-mathjax')) {
    const { tags } = readGroup(written.mathjax);
    setDefault(mapped, 'math', { number: isNumbering(tags) ? tags : 'none' });
  }
  const extensions = listExtensions(written, plugins);
  if (extensions.length > 0) setDefault(mapped, 'markdown', { extensions });
  if (joinsLines(written, { plugins, versions })) setDefault(mapped, 'markdown', { soft_break: 'join' });
}

/** How ids of headings were made, where it was not as hexo-renderer-marked does. */
function mapHeadingIds(mapped: Record<string, Data>, written: Settings, { plugins, versions }: Plugins): void {
  const renderer = findRenderer(plugins);
  const letterCase = readGroup(written.marked).modifyAnchors;
  if (renderer === PANDOC) setDefault(mapped, 'markdown', { heading_ids: 'pandoc' });
  else if (renderer === MARKDOWN_IT && !isBelow(4, versions[MARKDOWN_IT])) {
    const { anchors, render } = readGroup(written.markdown);
    const typographer = readGroup(render).typographer !== false;
    setDefault(mapped, 'markdown', { heading_ids: 'markdown-it' });
    mapped.markdown = { ...readGroup(mapped.markdown), anchors: { typographer, ...readGroup(anchors) } };
  } else if (letterCase !== undefined) setDefault(mapped, 'markdown', { anchors: { case: letterCase } });
}

/** `archive: 1` is an archive all on one page, as hexo-generator-archive still reads it; `category` and `tag` are read no more. */
function mapPaging(mapped: Record<string, Data>): void {
  if (mapped.archive === 1) setDefault(mapped, 'archive_generator', { per_page: 0 });
}

/** What MathJax's `tags` may say: which displayed formulas are numbered. hexo-filter-mathjax numbers none by itself. */
export function isNumbering(tags: Data | undefined): tags is 'ams' | 'none' | 'all' {
  return tags === 'ams' || tags === 'none' || tags === 'all';
}

/** Whether the folder's Markdown renderer was told to make no `<br>` of line feeds, or never does. */
function joinsLines(written: Settings, { plugins, versions }: Plugins): boolean {
  const { marked, kramed, markdown, markdown_it_plus: plus } = written;
  const groups = [marked, kramed, plus, markdown, readGroup(markdown).render];
  if (groups.some((group) => readGroup(group).breaks === false)) return true;
  // Up to its version 3, hexo-renderer-markdown-it made none by itself.
  const isOld = findRenderer(plugins) === MARKDOWN_IT && isBelow(4, versions[MARKDOWN_IT]);
  if (isOld && readGroup(readGroup(markdown).render).breaks !== true) return true;
  const presets = [markdown, readGroup(markdown).preset];
  return plugins.includes(PANDOC) || presets.includes('commonmark');
}

/**
 * The marks that the blog's renderer knew beyond CommonMark: hexo-renderer-markdown-it
 * those it was given by name, …-plus and Shoka's all but those they were forbidden,
 * pandoc by itself.
 */
function listExtensions(written: Settings, plugins: readonly string[]): Extension[] {
  const renderer = findRenderer(plugins) ?? (isMap(written.markdown_it_plus) ? PLUS : MARKDOWN_IT);
  const known = new Set<string>();
  if (renderer === PANDOC) for (const extension of ['deflist', 'figure', 'sub', 'sup']) known.add(extension);
  if (renderer === PLUS) addMarks(known, PLUS_MARKS, readGroup(written.markdown_it_plus).plugins);
  if (isShokas(renderer)) addMarks(known, SHOKA_MARKS, readGroup(written.markdown).plugins);
  if (renderer === MARKDOWN_IT)
    for (const plugin of readList(readGroup(written.markdown).plugins))
      known.add(nameExtension(isMap(plugin) ? plugin.name : plugin));
  if (plugins.some((name) => /^hexo-filter-(github-)?emojis?$/.test(name)) && !isSwitchedOff(written))
    known.add('emoji');
  if (plugins.includes('hexo-toc')) known.add('toc');
  return EXTENSIONS.filter((extension) => known.has(extension));
}

/** All marks of a renderer but those that its list of plugins names without `enable: true`. */
function addMarks(known: Set<string>, marks: readonly Extension[], plugins: Data | undefined): void {
  for (const mark of marks) known.add(mark);
  for (const { plugin } of readList(plugins).map(readGroup))
    if (readGroup(plugin).enable !== true) known.delete(nameExtension(readGroup(plugin).name, 'shoka'));
}

const PANDOC = 'hexo-renderer-pandoc';
const MARKDOWN_IT = 'hexo-renderer-markdown-it';
const PLUS = 'hexo-renderer-markdown-it-plus';
const PLUS_MARKS = ['abbr', 'deflist', 'emoji', 'ins', 'mark', 'sub', 'sup'] as const;
/** What hexo-renderer-multi-markdown-it loads unless it is told not to. */
const SHOKA_MARKS = [...PLUS_MARKS, 'attrs', 'furigana', 'shoka', 'spoiler'] as const;

/** The renderers of the themes Shoka and ShokaX. */
function isShokas(renderer: string | undefined): boolean {
  return renderer !== undefined && /^hexo-renderer-multi-(?:next-)?markdown-it$/.test(renderer);
}

/** `markdown-it-sub` is `sub`. What its containers are depends on the renderer. */
function nameExtension(plugin: Data | undefined, containers = ''): string {
  const name = typeof plugin === 'string' ? plugin.replace(/^.*markdown-it-/, '') : '';
  return name === 'container' ? containers : (RENAMED.get(name) ?? name);
}

const RENAMED: ReadonlyMap<string, Extension> = new Map([
  ['implicit-figures', 'figure'],
  ['bracketed-spans', 'attrs'],
]);

/** hexo-filter-github-emojis and hexo-filter-emoji run unless they are told not to. */
function isSwitchedOff({ githubEmojis, emoji }: Settings): boolean {
  return [githubEmojis, emoji].some((group) => group === false || readGroup(group).enable === false);
}

/** Whose habits a renderer had; without one, Hexo came with marked. */
function findFlavor(renderer: string | undefined, versions: Versions): Flavor {
  if (renderer === 'hexo-renderer-kramed') return 'kramed';
  if (renderer !== undefined && renderer !== MARKED) return 'hexo';
  return isBelow(1, versions[MARKED]) ? 'marked-0.3' : 'marked';
}

const MARKED = 'hexo-renderer-marked';

/** The plugin that turned Markdown into HTML: of several, Hexo takes the last it loads. `undefined` if none is named. */
export function findRenderer(plugins: readonly string[]): string | undefined {
  return listRenderers(plugins).at(-1);
}

/** The plugins that turn Markdown into HTML. */
export function listRenderers(plugins: readonly string[]): string[] {
  return plugins.filter((name) =>
    /hexo-renderer-(marked|kramed|markdown|pandoc|multimarkdown|(multi-(next-)?)?markdown-it.*)$/.test(name),
  );
}

function setDefault(mapped: Record<string, Data>, group: string, values: Settings): void {
  const own = mapped[group];
  if (isMap(own) || own === undefined || own === null) mapped[group] = { ...values, ...readGroup(own) };
}

/** A group of settings; anything else is an empty one. */
export function readGroup(value: Data | undefined): Settings {
  return isMap(value) ? value : {};
}

function readList(value: Data | undefined): readonly Data[] {
  return Array.isArray(value) ? value : [];
}
