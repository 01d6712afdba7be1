/**
 * A folder → everything a build needs from it: settings, theme, scripts, sources.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import { type BuildInput, findReplacedTheme } from '../build/plan.ts';
import { parseConfig } from '../content/parse-config.ts';
import { listThemeSettings } from '../content/read-theme.ts';
import { CommitDates } from '../disk/commit-dates.ts';
import { findTheme, hasUsableLayouts } from '../disk/find-theme.ts';
import { languageData } from '../disk/language-data.ts';
import { loadScripts } from '../disk/load-scripts.ts';
import type { ExtraPlace, ThemeFolder } from '../disk/places.ts';
import type { StampIndex } from '../disk/print.ts';
import { readSources, type SourceSet } from '../disk/read-sources.ts';
import { findScriptPackages, findScripts, type ScriptPackage } from '../disk/script-packages.ts';
import type { Config } from '../model/config.ts';
import { diagnose } from '../model/messages.ts';
import type { Data } from '../model/post.ts';
import { createSourceFile, type SourceFile } from '../model/sources.ts';
import { OWN_THEME } from '../model/theme.ts';
import { type Call, UsageError } from './arguments.ts';
import { codePrint } from './code-print.ts';
import { readPackage } from './read-package.ts';

const CONFIG_FILES = ['_config.yml', '_config.yaml', '_config.json'];

export interface Site {
  readonly root: string;
  readonly config: Config;
  readonly theme: ThemeFolder;
  /** Packages that bring scripts. */
  readonly packages: readonly ScriptPackage[];
  readonly sources: SourceSet;
  /** Whether the folder is a Hexo blog, so that Hexo's habits were assumed. */
  readonly hexo: boolean;
  /** The files of settings that were read. */
  readonly settings: ReadonlySet<SourcePath>;
  readonly configDiagnostics: readonly Diagnostic[];
}

/** The folder a command works in. Throws a `UsageError` if it is no blog. */
export function findRoot(call: Call): string {
  const root = resolve(call.get('cwd') ?? '.');
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new UsageError('There is no folder {root}.', { root });
  return root;
}

/** Reads settings and finds the files of the site; posts are not read yet. */
export function openSite(root: string, call: Call, stamps?: StampIndex): Site {
  const settings = readConfigFiles(root, call);
  const { hexo, plugins, versions, version = '' } = readPackage(root);
  const circumstances = {
    hexo,
    plugins,
    versions: { ...versions, hexo: version },
    files: [...settings.files.keys()],
    overrides: readOverrides(call),
  };
  const { config, diagnostics } = parseConfig(settings.files, circumstances);
  if (settings.files.size === 0 && !existsSync(join(root, config.source_dir))) {
    throw new UsageError(
      '{root} is not a blog: it has neither _config.yml nor {source}/. In an empty folder `mojing init` begins one.',
      {
        root,
        source: config.source_dir,
      },
    );
  }
  const chosen = chooseTheme(root, config, hexo);
  const commits = new CommitDates(root, config.source_dir);
  const packages = findScriptPackages(root);
  const sources = readSources(
    root,
    {
      sourceDir: config.source_dir,
      ignore: config.ignore,
      theme: chosen.theme,
      extra: [
        ...findMathFiles(),
        ...packages,
        ...findReplaced(root, config, chosen.theme),
        ...[...settings.files.keys()].map((path) => ({ folder: resolve(root, path), at: path })),
      ],
      leaveOut: [resolve(root, config.public_dir)],
      commits,
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
    settings: new Set(settings.files.keys()),
    configDiagnostics: [
      ...settings.diagnostics,
      ...diagnostics,
      ...chosen.diagnostics,
      ...tellHistory(config, commits),
    ],
  };
}

/** What keeps the dates of commits from being known, if the settings ask for them. */
function tellHistory({ updated_option }: Config, commits: CommitDates): Diagnostic[] {
  if (updated_option !== 'git' || commits.state === 'whole') return [];
  return [diagnose(`git/${commits.state}`)];
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
    languages: languageData,
    diagnostics: [...site.configDiagnostics, ...site.sources.diagnostics, ...diagnostics],
    now,
    version: codePrint(),
  };
}

/** The files of settings by their paths from the site, the stronger last. */
function readConfigFiles(root: string, call: Call): { files: Map<SourcePath, SourceFile>; diagnostics: Diagnostic[] } {
  const asked = call
    .get('config')
    ?.split(',')
    .map((path) => path.trim());
  const paths = asked ?? CONFIG_FILES.filter((path) => existsSync(join(root, path))).slice(0, 1);
  const files = new Map<SourcePath, SourceFile>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths.filter((name) => name !== '')) {
    const file = resolve(root, path);
    if (!existsSync(file)) diagnostics.push(diagnose('config/file-missing', { file: path }));
    else files.set(toSourcePath(path), createSourceFile(path, readFileSync(file)));
  }
  return { files, diagnostics };
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

/**
 * What is read of a theme for Hexo, in whose place ours draws the site: its settings, those there are and those that
 * may come, and its files, of which posts may show some.
 */
function findReplaced(root: string, config: Config, theme: ThemeFolder): ExtraPlace[] {
  const replaced = findReplacedTheme({ config, theme: theme.name });
  if (!replaced) return [];
  const at = toSourcePath(`themes/${replaced.name}/source`);
  const folders = [`node_modules/hexo-theme-${replaced.name}/source`, at];
  const settings = listThemeSettings(replaced).flat();
  return [
    ...folders.map((folder) => ({ folder: join(root, folder), at })),
    ...settings.map((path) => ({ folder: join(root, path), at: toSourcePath(path) })),
  ];
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
