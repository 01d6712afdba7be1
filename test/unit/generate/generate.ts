/**
 * The pages of a site in memory, as the generate room makes them of what was read.
 */
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import { toRoute, toSourcePath } from '../../../src/base/path.ts';
import { type Copy, generatePages } from '../../../src/generate/generate-pages.ts';
import { type Extensions, type GeneratorFunction, noExtensions } from '../../../src/model/extension.ts';
import type { LayoutPage, Page } from '../../../src/model/page.ts';
import { readAll, readConfig } from '../content/reading.ts';

export interface Generated {
  readonly pages: readonly Page[];
  readonly routes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** The page of a route. Throws if there is none. */
  page(route: string): Page;
  /** The same, if a layout draws it. */
  layoutPage(route: string): LayoutPage;
  /** `code owner | other` of each. */
  told(): string[];
}

export interface GenerateOptions {
  readonly config?: string;
  /** Routes of the theme's files. */
  readonly themeAssets?: readonly string[];
  readonly generators?: Readonly<Record<string, GeneratorFunction>>;
}

/** Generates all pages of a source folder. */
export function generate(files: Readonly<Record<string, string>>, options: GenerateOptions = {}): Generated {
  const { graph, assets } = readAll(files, options.config);
  const themeAssets = (options.themeAssets ?? []).map(
    (route): Copy => ({ from: toSourcePath(`themes/t/source/${route}`), route: toRoute(route) }),
  );
  const { pages, diagnostics } = generatePages({
    graph,
    config: readConfig(options.config),
    assets,
    themeAssets,
    extensions: extend(options.generators ?? {}),
  });
  const page = (route: string): Page => {
    const found = pages.find((one) => one.route === route);
    if (!found)
      throw new Error(`no page at ${JSON.stringify(route)}; there are ${pages.map((one) => one.route).join(', ')}`);
    return found;
  };
  return {
    pages,
    routes: pages.map(({ route }) => route),
    diagnostics,
    page,
    layoutPage(route) {
      const found = page(route);
      if (found.type !== 'layout') throw new Error(`${route} is a ${found.type}`);
      return found;
    },
    told: () =>
      diagnostics.map(({ code, values }) => `${code} ${values.owner ?? values.route} | ${values.other ?? ''}`),
  };
}

function extend(generators: Readonly<Record<string, GeneratorFunction>>): Extensions {
  const script = toSourcePath('scripts/x.js');
  return {
    ...noExtensions,
    generators: new Map(Object.entries(generators).map(([name, value]) => [name, { script, value }])),
  };
}

/** As many posts as asked for, `1` the newest, a day apart. */
export function makePosts(count: number, rest = (_n: number): string => ''): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const date = new Date(Date.UTC(2024, 4, 31 - at)).toISOString().slice(0, 10);
      return [`source/_posts/${at + 1}.md`, `---\ntitle: ${at + 1}\ndate: ${date}\n${rest(at + 1)}\n---\nx`];
    }),
  );
}

/** The names of the posts a page lists. */
export function namesOf(page: LayoutPage): string[] {
  return (page.posts ?? []).map((id) => id.replace(/^.*\/|\.md$/g, ''));
}
