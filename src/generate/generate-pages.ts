/**
 * The stage's front door: the content graph → every page of the site, as descriptions.
 * Each address has one owner; a second one is told before anything dear has run.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Route, type SourcePath, toOutputPath, toRoute } from '../base/path.ts';
import type { Config } from '../model/config.ts';
import {
  type Extensions,
  type From,
  type GeneratedFile,
  type GeneratorFunction,
  noExtensions,
} from '../model/extension.ts';
import type { ContentGraph } from '../model/graph.ts';
import { diagnose } from '../model/messages.ts';
import type { CopyPage, Page } from '../model/page.ts';
import { generateListings } from './listings.ts';
import { generateDocuments, generateExtras, generatePosts } from './singles.ts';

export interface Copy {
  readonly from: SourcePath;
  readonly route: Route;
}

export interface GenerateInput {
  readonly graph: ContentGraph;
  readonly config: Config;
  /** Files of the source folder, and of the theme: a blog's own file takes the place of the theme's. */
  readonly assets: readonly Copy[];
  readonly themeAssets: readonly Copy[];
  readonly extensions?: Extensions;
}

export interface Generated {
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All pages, with each address given to one of them: first come, first served, and what yields is listed last. */
export function generatePages({
  graph,
  config,
  assets,
  themeAssets,
  extensions = noExtensions,
}: GenerateInput): Generated {
  const diagnostics: Diagnostic[] = [];
  const contenders: Page[] = [
    ...generatePosts(graph),
    ...assets.map(toCopyPage),
    ...generateListings(graph, config),
    ...runGenerators(graph, extensions, diagnostics),
  ];
  const yielding: Page[] = [
    ...generateDocuments(graph, config),
    ...generateExtras(graph, config),
    ...themeAssets.map(toCopyPage),
  ];
  const owners = new Map<string, Page>();
  for (const page of contenders) claimRoute(page, owners, diagnostics);
  for (const page of yielding) if (!owners.has(identify(page.route))) claimRoute(page, owners, diagnostics);
  return { pages: [...owners.values()], diagnostics };
}

function toCopyPage({ from, route }: Copy): CopyPage {
  return { type: 'copy', route, from, owner: from };
}

/** What a case-folding, normalising disk makes of an address: macOS and Windows see one file where Linux sees two. */
function identify(route: Route): string {
  return toOutputPath(route).normalize('NFC').toLowerCase();
}

function claimRoute(page: Page, owners: Map<string, Page>, diagnostics: Diagnostic[]): void {
  const key = identify(page.route);
  const other = owners.get(key) ?? findFileInTheWay(key, owners);
  if (!other) {
    owners.set(key, page);
    return;
  }
  if (areTerms(page, other) && page.route !== other.route) {
    // Two spellings of a tag are two tags, as in Hexo; on a disk that folds case their pages would be one.
    owners.set(page.route, page);
    return;
  }
  // A home page of one's own (`source/index.md`) is meant to replace the list.
  if (page.type === 'layout' && page.kind === 'home' && other.type !== 'layout') return;
  const code = owners.has(key) ? 'route/duplicate' : 'route/inside-file';
  const at = page.owner.includes('/') ? { file: toPath(page.owner), line: 1, column: 1, length: 1 } : undefined;
  diagnostics.push(diagnose(code, { owner: page.owner, other: other.owner, route: `/${page.route}` }, at));
}

function toPath(owner: string): SourcePath {
  return owner as SourcePath;
}

function areTerms(a: Page, b: Page): boolean {
  return a.type === 'layout' && b.type === 'layout' && a.term !== undefined && b.term !== undefined;
}

/** A page published as a file `a` stands where this one needs a folder `a/`. */
function findFileInTheWay(key: string, owners: ReadonlyMap<string, Page>): Page | undefined {
  for (let slash = key.indexOf('/'); slash > 0; slash = key.indexOf('/', slash + 1)) {
    const file = owners.get(key.slice(0, slash));
    if (file) return file;
  }
  return undefined;
}

function runGenerators(graph: ContentGraph, extensions: Extensions, diagnostics: Diagnostic[]): Page[] {
  return [...extensions.generators].flatMap(([name, generator]) => {
    try {
      return [...generator.value(graph)].map((file) => toPage(file, name));
    } catch (error) {
      diagnostics.push(explainFailure(generator, error));
      return [];
    }
  });
}

function explainFailure(generator: From<GeneratorFunction>, error: unknown): Diagnostic {
  const detail = error instanceof Error ? error.message : String(error);
  return diagnose('script/failed', { detail }, { file: generator.script, line: 1, column: 1, length: 1 });
}

function toPage(file: GeneratedFile, name: string): Page {
  const route = toRoute(file.path);
  const owner = `the generator “${name}”`;
  if (file.text !== undefined) return { type: 'text', route, owner, text: file.text };
  const layouts = typeof file.layout === 'string' ? [file.layout] : [...(file.layout ?? ['page'])];
  return { type: 'layout', kind: 'custom', route, owner, layouts, ...(file.data && { data: file.data }) };
}
