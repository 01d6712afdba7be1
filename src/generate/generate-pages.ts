/**
 * The stage's front door: the content graph → every page of the site, as descriptions.
 * Each address has one owner; a second one is told before anything dear has run.
 */
import { type Diagnostic, messageOf } from '../base/diagnostic.ts';
import { type Route, type SourcePath, toRoute } from '../base/path.ts';
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
import { placeInScript } from '../model/script-place.ts';
import { claimRoutes } from './claim-routes.ts';
import { generateListings } from './listings.ts';
import { generateRedirects } from './redirects.ts';
import { generateDocuments, generateExtras, generatePosts, type Offered } from './singles.ts';

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
  /** Pages that only the theme can offer. */
  readonly offered?: ReadonlySet<Offered>;
  readonly extensions?: Extensions;
}

export interface Generated {
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All pages, each address with one owner. */
export function generatePages({
  graph,
  config,
  assets,
  themeAssets,
  offered = new Set(),
  extensions = noExtensions,
}: GenerateInput): Generated {
  const faults: Diagnostic[] = [];
  const { pages, diagnostics } = claimRoutes({
    written: [...generatePosts(graph, config), ...assets.map(toCopyPage), ...runGenerators(graph, extensions, faults)],
    lists: generateListings(graph, config),
    extras: [
      ...generateDocuments(graph, config),
      ...generateExtras(graph, config, offered),
      ...themeAssets.map(toCopyPage),
      ...generateRedirects(graph, config),
    ],
    isBlank: (page) => page.type === 'layout' && page.post !== undefined && graph.byId.get(page.post)?.blank === true,
  });
  return { pages, diagnostics: [...faults, ...diagnostics] };
}

function toCopyPage({ from, route }: Copy): CopyPage {
  return { type: 'copy', route, from, owner: from };
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
  return diagnose('script/failed', { detail: messageOf(error) }, placeInScript(generator.script, error));
}

function toPage(file: GeneratedFile, name: string): Page {
  const route = toRoute(file.path);
  const owner = `the generator “${name}”`;
  if (file.text !== undefined) return { type: 'text', route, owner, text: file.text };
  const layouts = typeof file.layout === 'string' ? [file.layout] : [...(file.layout ?? ['page'])];
  return { type: 'layout', kind: 'custom', route, owner, layouts, ...(file.data && { data: file.data }) };
}
