/**
 * The theme's files → `Theme`: layouts, words, settings, files to copy.
 */
import { type Diagnostic, messageOf, startOf } from '../base/diagnostic.ts';
import { type Fingerprint, fingerprint } from '../base/fingerprint.ts';
import {
  decodePath,
  extensionOf,
  type Route,
  type SourcePath,
  toRoute,
  toSourcePath,
  withoutExtension,
} from '../base/path.ts';
import { diagnose } from '../model/messages.ts';
import { type Data, isMap } from '../model/post.ts';
import { decodeText, type SourceFile, type Sources } from '../model/sources.ts';
import { type Layout, OWN_THEME, type Theme } from '../model/theme.ts';
import { explainEncoding } from './explain-encoding.ts';
import { explainFault, NEAR } from './explain-front-matter.ts';
import { mapThemeSettings, type Settings } from './map-theme-settings.ts';
import { mergeMaps, readYaml, toData } from './read-yaml.ts';

const TEMPLATES = new Set(['njk', 'j2', 'nunjucks', 'html']);

export interface ReadTheme {
  readonly theme: Theme;
  readonly diagnostics: readonly Diagnostic[];
}

/** A theme made for Hexo, in whose place another one draws the site. */
export interface ReplacedTheme {
  readonly name: string;
  readonly sourceDir: string;
  /** Of the site: `/`, `/blog/`. */
  readonly root: string;
}

/**
 * Reads the theme that stands below `themes/<name>/` in the sources. Settings come, the
 * stronger last, from the theme itself, from `_config.<name>.yml`, from `theme_config`.
 * Of a theme in whose place it stands it takes over what it can, so that a blog that
 * moves keeps its menu.
 */
export function readTheme(
  sources: Sources,
  name: string,
  themeConfig: Readonly<Record<string, unknown>>,
  replaced?: ReplacedTheme,
): ReadTheme {
  const folder = `themes/${name}/`;
  const diagnostics: Diagnostic[] = [];
  const layouts = new Map<string, Layout>();
  const assets: { from: SourcePath; route: Route }[] = [];
  const words = new Map<string, ReadonlyMap<string, string>>();
  const prints: [string, Fingerprint][] = [];
  for (const [kind, path, file] of sortFiles(sources, folder)) {
    if (kind === 'asset') assets.push({ from: file.path, route: toRoute(path) });
    else prints.push([file.path, file.print]);
    const key = withoutExtension(path);
    if (kind === 'layout') layouts.set(key, { name: key, file: file.path, text: readText(file, diagnostics) });
    if (kind === 'words') words.set(key, flattenWords(readMap(file, 'theme/bad-words', diagnostics)));
  }
  const own = readFirst(sources, listForms(`${folder}_config`), diagnostics);
  const site = readFirst(sources, listForms(`_config.${name}`), diagnostics);
  const asked = toDataMap(themeConfig);
  const found = replaced ? takeOver(sources, replaced, asked) : { settings: {}, diagnostics: [] };
  diagnostics.push(...found.diagnostics);
  const taken = leaveOut(found.settings, findKeys(site, isWhole));
  const read = replaced ? leaveOut(asked, SHARED) : name === OWN_THEME ? translateLists(asked) : asked;
  const config = [own, taken, site, read].reduce(mergeMaps, {});
  if (layouts.size === 0) diagnostics.push(diagnose('theme/empty', { name }));
  else if (!layouts.has('index')) diagnostics.push(diagnose('theme/no-index', { name }));
  return { theme: { name, layouts, assets, words, config, taken, print: fingerprint([prints, config]) }, diagnostics };
}

/** What themes for Hexo write under the same keys as ours, and in other forms: it is taken over, or is not read. */
const SHARED = new Set(['menu', 'avatar', 'favicon', 'social', 'links', 'friends']);

/** Of a menu that was written anew nothing of the old one is to stay; other maps are merged. */
const isWhole = (key: string): boolean => ['menu', 'social', 'links', 'friends'].includes(key);

function findKeys(settings: Settings, isWanted: (key: string) => boolean): Set<string> {
  return new Set(Object.keys(settings).filter((key) => isWanted(key) && settings[key] !== null));
}

function leaveOut(settings: Settings, keys: ReadonlySet<string>): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !keys.has(key)));
}

const LISTS = new Set(['menu', 'social', 'links']);

/** Menus, accounts and links that our theme is given in the forms of other themes: lists, and groups in groups. */
function translateLists(asked: Settings): Settings {
  const isPlain = (value: Data): boolean =>
    isMap(value) && Object.values(value).every((one) => one === null || typeof one === 'string');
  const foreign = findKeys(asked, (key) => LISTS.has(key) && !isPlain(asked[key] ?? {}));
  const { menu, social, links } = mapThemeSettings(asked, () => true);
  const ours = Object.entries({ menu, social, links }).filter(([key]) => foreign.has(key));
  return {
    ...leaveOut(asked, foreign),
    ...Object.fromEntries(ours.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
  };
}

/** The files in which the settings of a theme for Hexo may stand, the stronger last; the last are NexT's own way, whose folder may have any name. */
export function listThemeSettings({ name, sourceDir }: ReplacedTheme): string[][] {
  const bare = name.replace(/^@[^/]+\//, '');
  const short = bare.replace(/^hexo-theme-/, '');
  const family = /next/i.test(name) ? 'next' : short;
  const names = [...new Set([short.toLowerCase(), short, bare])];
  return [
    `themes/${name}/_config`,
    ...names.map((one) => `_config.${one}`),
    ...new Set([family.toLowerCase(), family].map((one) => `${trimSlash(sourceDir)}/_data/${one}`)),
  ].map(listForms);
}

function trimSlash(folder: string): string {
  return folder.replace(/\/+$/, '');
}

/** What the site said to the theme it had. A file that cannot be read says nothing. */
export function readReplacedSettings(sources: Sources, replaced: ReplacedTheme, asked: Settings): Settings {
  return readOldSettings(sources, replaced, asked).settings;
}

interface OldSettings {
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

function readOldSettings(sources: Sources, replaced: ReplacedTheme, asked: Settings): OldSettings {
  const faults: Diagnostic[] = [];
  const files = listThemeSettings(replaced).map((forms) => readFirst(sources, forms, faults));
  return {
    settings: [...files, asked].reduce(mergeMaps, {}),
    // No page needs them, so it is no error; but a menu that is lost must not be lost in silence.
    diagnostics: faults.map(({ values, at }) => diagnose('theme/old-settings', { ...values, name: replaced.name }, at)),
  };
}

function takeOver(sources: Sources, replaced: ReplacedTheme, asked: Settings): OldSettings {
  const { settings, diagnostics } = readOldSettings(sources, replaced, asked);
  const folder = trimSlash(replaced.sourceDir);
  const isPublished = (address: string): boolean => sources.has(toSourcePath(folder + decodePath(address)));
  return { settings: mapThemeSettings(settings, isPublished, replaced.root), diagnostics };
}

type ThemeFile = readonly [kind: 'layout' | 'asset' | 'words', path: string, file: SourceFile];

/** What a page may be made of, each with its path in its folder, in the order of paths. */
function sortFiles(sources: Sources, folder: string): ThemeFile[] {
  const files = [...sources.values()].filter(({ path }) => path.startsWith(folder));
  return files
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file): ThemeFile[] => {
      const [, place, path = ''] = /^(layout|source|languages)\/(.+)$/s.exec(file.path.slice(folder.length)) ?? [];
      if (place === 'layout' && TEMPLATES.has(extensionOf(path))) return [['layout', path, file]];
      if (place === 'source' && !/(^|\/)[_.]/.test(path)) return [['asset', path, file]];
      if (place === 'languages' && /^(ya?ml|json)$/.test(extensionOf(path))) return [['words', path, file]];
      return [];
    });
}

/** The text of a file; one that cannot be read is told, and is empty. */
function readText(file: SourceFile, diagnostics: Diagnostic[]): string {
  const start = startOf(file.path);
  try {
    const bytes = file.read();
    const text = decodeText(bytes);
    if (text === undefined) diagnostics.push(explainEncoding(bytes, file.path));
    return text ?? '';
  } catch (error) {
    diagnostics.push(diagnose('file/unreadable', { detail: messageOf(error) }, start));
    return '';
  }
}

/** The files in which settings may stand. */
export function listForms(name: string): string[] {
  return ['yml', 'yaml', 'json'].map((extension) => `${name}.${extension}`);
}

function readFirst(
  sources: Sources,
  paths: readonly string[],
  diagnostics: Diagnostic[],
): Readonly<Record<string, Data>> {
  const file = paths.map((path) => sources.get(toSourcePath(path))).find((found) => found !== undefined);
  return file ? readMap(file, 'config/syntax', diagnostics) : {};
}

function readMap(
  file: SourceFile,
  code: 'config/syntax' | 'theme/bad-words',
  diagnostics: Diagnostic[],
): Readonly<Record<string, Data>> {
  const text = readText(file, diagnostics);
  const read = readYaml(text);
  if (!read.fault) return isMap(read.data) ? read.data : {};
  const { values, at } = explainFault(read.fault, { file: file.path, written: text, writtenLine: 1 }, NEAR);
  diagnostics.push(diagnose(code, values, at));
  return {};
}

/** `{menu: {home: '首頁'}}` → `menu.home` → `首頁`. */
function flattenWords(data: Data, prefix = '', found = new Map<string, string>()): Map<string, string> {
  if (isMap(data))
    for (const [key, value] of Object.entries(data))
      flattenWords(value, prefix === '' ? key : `${prefix}.${key}`, found);
  else if (data !== null && prefix !== '') found.set(prefix, String(data));
  return found;
}

function toDataMap(record: Readonly<Record<string, unknown>>): Readonly<Record<string, Data>> {
  const data = toData(record);
  return isMap(data) ? data : {};
}
