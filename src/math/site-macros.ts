/**
 * The macros of a blog that defined them for MathJax or KaTeX in a piece of its pages:
 * Jekyll's `_includes` and `_layouts`, the `_data` that Hexo's themes inject, a `macros.tex`.
 * A blog that moves in keeps its formulas.
 */

import { isRecord } from '../base/record.ts';
import type { Config } from '../model/config.ts';
import { decodeText, type Sources } from '../model/sources.ts';
import { readMacroFile } from './macro-files.ts';

/** Paths below `source_dir`. */
const MACRO_FILE = /^(?:_(?:includes|layouts|data)\/.*\.(?:html?|njk|swig|ejs|tex|sty|js)|_?macros\.(?:tex|sty))$/;

/** Groups of `_config.yml` in which plugins for formulas have their settings. */
const PLUGIN_GROUPS = ['mathjax', 'katex', 'math', 'markdown', 'markdown_it_plus', 'pandoc', 'theme_config'];

/** As deep as plugins nest what they hand on to KaTeX: `markdown.plugins[0].options.macros`. */
const MOST_DEPTH = 5;

/** The settings, with the macros of those files, and of the plugins' settings, below the settings' own. */
export function addSiteMacros(config: Config, sources: Sources): Config {
  const found = listMacroTexts(config, sources).map(readMacroFile);
  const plugins = PLUGIN_GROUPS.flatMap((group) => findMacroMaps(config.all[group], MOST_DEPTH));
  if (found.length + plugins.length === 0) return config;
  const { math } = config;
  const preamble = [...found.map((one) => one.preamble), math.preamble].filter(Boolean).join('\n');
  const macros = Object.assign({}, ...found.map((one) => one.macros), ...plugins, math.macros);
  return { ...config, math: { ...math, preamble, macros } };
}

function listMacroTexts({ source_dir }: Config, sources: Sources): string[] {
  const folder = source_dir === '' ? '' : `${source_dir.replace(/\/+$/, '')}/`;
  return [...sources]
    .filter(([path]) => path.startsWith(folder) && MACRO_FILE.test(path.slice(folder.length)))
    .map(([, file]) => decodeText(file.read()) ?? '')
    .filter((text) => /macros|\\(?:\w*command|g?def|Declare)/i.test(text));
}

/** The maps that are called `macros`, wherever they stand below a setting. */
function findMacroMaps(value: unknown, depth: number): Readonly<Record<string, unknown>>[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    /^macros$/i.test(key) && isRecord(inner) ? [inner] : findMacroMaps(inner, depth - 1),
  );
}
