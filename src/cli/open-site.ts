/**
 * A folder → everything a build needs from it: settings, theme, scripts, sources.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { toSourcePath } from '../base/path.ts';
import type { BuildInput } from '../build/plan.ts';
import { parseConfig } from '../content/parse-config.ts';
import { findTheme, hasUsableLayouts } from '../disk/find-theme.ts';
import { loadScripts } from '../disk/load-scripts.ts';
import type { ThemeFolder } from '../disk/places.ts';
import type { StampIndex } from '../disk/print.ts';
import { readSources, type SourceSet } from '../disk/read-sources.ts';
import { findScriptPackages, findScripts, type ScriptPackage } from '../disk/script-packages.ts';
import type { Config } from '../model/config.ts';
import { diagnose } from '../model/messages.ts';
import type { Data } from '../model/post.ts';
import { createSourceFile, type Sources } from '../model/sources.ts';
import { type Call, UsageError } from './arguments.ts';
import { codePrint } from './code-print.ts';

const OWN_THEME = 'mist';

export interface Site {
  readonly root: string;
  readonly config: Config;
  readonly theme: ThemeFolder;
  /** Packages that bring scripts. */
  readonly packages: readonly ScriptPackage[];
  readonly sources: SourceSet;
  /** Whether the folder is a Hexo blog, so that Hexo's habits were assumed. */
  readonly hexo: boolean;
  readonly configDiagnostics: readonly Diagnostic[];
}

/** The folder a command works in. Throws a `UsageError` if it is no blog. */
export function findRoot(call: Call): string {
  const root = resolve(call.get('cwd') ?? '.');
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new UsageError(`There is no folder ${root}.`);
  return root;
}

/** Reads settings and finds the files of the site; posts are not read yet. */
export function openSite(root: string, call: Call, stamps?: StampIndex): Site {
  const configPath = call.get('config') ?? (existsSync(join(root, '_config.yaml')) ? '_config.yaml' : '_config.yml');
  const configFiles = readConfigFiles(root, configPath);
  const hexo = isHexoFolder(root);
  const { config, diagnostics } = parseConfig(configFiles, { hexo, overrides: readOverrides(call) });
  if (configFiles.size === 0 && !existsSync(join(root, config.source_dir))) {
    throw new UsageError(
      `${root} is no blog: it has neither _config.yml nor ${config.source_dir}/. \`mojing init\` begins one.`,
    );
  }
  const chosen = chooseTheme(root, config, hexo);
  const packages = findScriptPackages(root);
  const sources = readSources(
    root,
    {
      sourceDir: config.source_dir,
      ignore: config.ignore,
      theme: chosen.theme,
      extra: [...findMathFiles(), ...packages],
      leaveOut: [resolve(root, config.public_dir)],
    },
    stamps,
  );
  return {
    root,
    config,
    theme: chosen.theme,
    packages,
    sources,
    hexo,
    configDiagnostics: [...diagnostics, ...chosen.diagnostics],
  };
}

/** What `build` of the core is called with. `loaded` scripts are loaded anew when their text has changed. */
export async function createInput(site: Site, now: number, call: Call): Promise<BuildInput> {
  const { scripts, print } = findScripts(site.sources.sources, site.packages);
  const { extensions, diagnostics } = await loadScripts(site.root, scripts, print, call.importModule);
  return {
    sources: site.sources.sources,
    config: site.config,
    theme: site.theme.name,
    extensions,
    diagnostics: [...site.configDiagnostics, ...site.sources.diagnostics, ...diagnostics],
    now,
    version: codePrint(),
  };
}

function readConfigFiles(root: string, path: string): Sources {
  const file = resolve(root, path);
  if (!existsSync(file)) return new Map();
  return new Map([
    [toSourcePath('_config.yml'), { ...createSourceFile('_config.yml', readFileSync(file)), path: toSourcePath(path) }],
  ]);
}

function isHexoFolder(root: string): boolean {
  try {
    const found: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    if (typeof found !== 'object' || found === null) return false;
    const dependencies = 'dependencies' in found ? found.dependencies : undefined;
    return 'hexo' in found || (typeof dependencies === 'object' && dependencies !== null && 'hexo' in dependencies);
  } catch {
    return false;
  }
}

function readOverrides(call: Call): Record<string, Data> {
  const url = call.get('base-url');
  return {
    ...(call.has('drafts') && { render_drafts: true }),
    ...(call.has('future') && { future: true }),
    ...(url !== undefined && { url, root: null }),
  };
}

interface Chosen {
  readonly theme: ThemeFolder;
  readonly diagnostics: readonly Diagnostic[];
}

/** The theme asked for; in a Hexo folder mist stands in for one that only Hexo can use. */
function chooseTheme(root: string, config: Config, hexo: boolean): Chosen {
  const name = typeof config.theme === 'string' ? config.theme : OWN_THEME;
  const found = findTheme(root, name);
  const usable = 'folder' in found && hasUsableLayouts(found.folder) && !isMadeForHexo(found.folder);
  if (usable) return { theme: found, diagnostics: [] };
  const own = findTheme(root, OWN_THEME);
  if (!('folder' in own))
    throw new Error(`the theme ${OWN_THEME}, which comes with Mojing, is missing: install Mojing again`);
  if (hexo || ('folder' in found && isMadeForHexo(found.folder)))
    return { theme: own, diagnostics: [diagnose('theme/hexo', { name })] };
  if ('folder' in found) return { theme: found, diagnostics: [] };
  const places = found.tried.join(', ');
  return { theme: own, diagnostics: [diagnose('theme/missing', { name, places, known: found.known.join(', ') })] };
}

/** Stylus, EJS and Pug are Hexo's; a theme with them draws nothing here, even if it has Nunjucks beside. */
function isMadeForHexo(folder: string): boolean {
  return [
    'source/css/main.styl',
    'source/css/style.styl',
    'source/css/index.styl',
    'layout/layout.ejs',
    'layout/layout.pug',
    'layout/index.ejs',
    'layout/index.swig',
  ].some((path) => existsSync(join(folder, path)));
}

function findMathFiles(): { folder: string; at: ReturnType<typeof toSourcePath> }[] {
  const dist = join(dirname(createRequire(import.meta.url).resolve('katex/package.json')), 'dist');
  return [
    { folder: join(dist, 'katex.min.css'), at: toSourcePath('katex/katex.min.css') },
    { folder: join(dist, 'fonts'), at: toSourcePath('katex/fonts') },
  ];
}
