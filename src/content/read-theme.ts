/**
 * The theme's files → `Theme`: layouts, words, settings, files to copy.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Fingerprint, fingerprint } from '../base/fingerprint.ts';
import { extensionOf, type Route, type SourcePath, toRoute, toSourcePath, withoutExtension } from '../base/path.ts';
import { diagnose } from '../model/messages.ts';
import type { Data } from '../model/post.ts';
import { decodeText, type SourceFile, type Sources } from '../model/sources.ts';
import type { Layout, Theme } from '../model/theme.ts';
import { isMap, readYaml } from './read-yaml.ts';

const TEMPLATES = new Set(['njk', 'j2', 'nunjucks', 'html']);

export interface ReadTheme {
  readonly theme: Theme;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the theme that stands below `themes/<name>/` in the sources. Settings come, the
 * stronger last, from the theme itself, from `_config.<name>.yml`, from `theme_config`.
 */
export function readTheme(sources: Sources, name: string, themeConfig: Readonly<Record<string, unknown>>): ReadTheme {
  const folder = `themes/${name}/`;
  const diagnostics: Diagnostic[] = [];
  const layouts = new Map<string, Layout>();
  const assets: { from: SourcePath; route: Route }[] = [];
  const words = new Map<string, ReadonlyMap<string, string>>();
  const prints: [string, Fingerprint][] = [];
  for (const file of sources.values()) {
    if (!file.path.startsWith(folder)) continue;
    const path = file.path.slice(folder.length);
    if (path.startsWith('layout/') && TEMPLATES.has(extensionOf(path))) {
      layouts.set(withoutExtension(path.slice('layout/'.length)), {
        name: withoutExtension(path.slice('layout/'.length)),
        file: file.path,
        text: readText(file),
      });
    } else if (path.startsWith('source/') && !/(^|\/)[_.]/.test(path)) {
      assets.push({ from: file.path, route: toRoute(path.slice('source/'.length)) });
      continue;
    } else if (path.startsWith('languages/') && /^(ya?ml|json)$/.test(extensionOf(path))) {
      words.set(withoutExtension(path.slice('languages/'.length)), flattenWords(readMap(file, diagnostics)));
    } else if (!path.startsWith('_config.')) continue;
    prints.push([file.path, file.print]);
  }
  const own = readFirst(sources, [`${folder}_config.yml`, `${folder}_config.yaml`], diagnostics);
  const site = readFirst(sources, [`_config.${name}.yml`, `_config.${name}.yaml`], diagnostics);
  const config = mergeDeep(mergeDeep(own, site), toDataMap(themeConfig));
  if (layouts.size === 0) diagnostics.push(diagnose('theme/empty', { name }));
  else if (!layouts.has('index')) diagnostics.push(diagnose('theme/no-index', { name }));
  return { theme: { name, layouts, assets, words, config, print: fingerprint([prints, config]) }, diagnostics };
}

function readText(file: SourceFile): string {
  return decodeText(file.read()) ?? '';
}

function readFirst(
  sources: Sources,
  paths: readonly string[],
  diagnostics: Diagnostic[],
): Readonly<Record<string, Data>> {
  const file = paths.map((path) => sources.get(toSourcePath(path))).find((found) => found !== undefined);
  return file ? readMap(file, diagnostics) : {};
}

function readMap(file: SourceFile, diagnostics: Diagnostic[]): Readonly<Record<string, Data>> {
  const read = readYaml(readText(file));
  if (read.fault) {
    const at = { file: file.path, line: read.fault.line, column: read.fault.column, length: 1 };
    diagnostics.push(diagnose('theme/bad-words', { detail: read.fault.detail }, at));
    return {};
  }
  return isMap(read.data) ? read.data : {};
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
  // What stands in the config was plain data when it was read.
  return record as Readonly<Record<string, Data>>;
}

/** `above` over `below`, maps merged key by key, lists replaced. */
function mergeDeep(
  below: Readonly<Record<string, Data>>,
  above: Readonly<Record<string, Data>>,
): Readonly<Record<string, Data>> {
  const merged: Record<string, Data> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    if (value === null && under !== undefined) continue;
    merged[key] = isMap(under) && isMap(value) ? mergeDeep(under, value) : value;
  }
  return merged;
}
