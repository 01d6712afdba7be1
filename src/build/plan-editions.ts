/**
 * The editions of a site: each is a plan over the same sources, with settings, graph and
 * pages of its own, below a folder. Everything after the plan goes the way of the site itself.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import { type Converter, chooseConversion, createConverter } from '../chinese/conversion.ts';
import { generatePages } from '../generate/generate-pages.ts';
import { type EditionSetting, siteLanguage } from '../model/config.ts';
import { diagnose } from '../model/messages.ts';
import type { Page } from '../model/page.ts';
import { convertThemeConfig } from './convert-data.ts';
import { deriveConfig, deriveGraph, type EditionInput, isConverted } from './edition.ts';
import { listOffered, type Plan } from './plan.ts';

/** The plan of the site with one for each edition of the settings; of two that want one folder the first has it. */
export function planEditions(site: Plan): Plan {
  if (site.config.editions.length === 0) return site;
  const places = new Map<string, Plan>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, setting] of site.config.editions.entries()) {
    const place = setting.path ?? `${setting.lang.toLowerCase()}/`;
    const taken = [...places.keys()].some((other) => place.startsWith(other) || other.startsWith(place));
    if (taken) {
      diagnostics.push(diagnose('edition/same-path', { path: `/${place}` }, CONFIG_START));
      continue;
    }
    diagnostics.push(...findIntruders(site, place));
    const written = site.translations.filter(({ edition }) => edition === index);
    const translations = new Map(written.map((one) => [one.original, one]));
    places.set(place, planEdition(site, { setting, place, converter: openConverter(site, setting), translations }));
  }
  return { ...site, editions: [...places.values()], diagnostics: [...site.diagnostics, ...diagnostics] };
}

const CONFIG_START = { file: toSourcePath('_config.yml'), line: 1, column: 1, length: 1 };

/** Pages of the site itself that live in the folder of an edition. */
function findIntruders(site: Plan, place: string): Diagnostic[] {
  const folder = place.toLowerCase();
  const found = site.pages.filter(({ route }) => `${route.normalize('NFC').toLowerCase()}/`.startsWith(folder));
  return found.map((page) => {
    const file: SourcePath | undefined =
      page.type === 'copy' ? page.from : page.type === 'layout' ? page.post : undefined;
    const at = file && { file, line: 1, column: 1, length: 1 };
    return diagnose('edition/path-taken', { owner: page.owner, route: `/${page.route}` }, at);
  });
}

function openConverter({ config, input }: Plan, setting: EditionSetting): Converter | undefined {
  const { convert, protect, dictionary, lang } = setting;
  const conversion = convert === 'auto' ? chooseConversion(siteLanguage(config), lang) : convert;
  if (conversion === undefined || conversion === 'none') return undefined;
  const openTable = input.languages.openConversion;
  return createConverter(conversion, { openTable, protect, dictionary });
}

function planEdition(site: Plan, edition: EditionInput): Plan {
  const { input } = site;
  const config = deriveConfig(site.config, edition);
  const graph = deriveGraph(site.graph, site.config, edition);
  const { converter } = edition;
  const { pages, diagnostics } = generatePages({
    graph,
    config,
    // Files are published once, at the top of the site.
    assets: [],
    themeAssets: [],
    offered: listOffered(site.theme),
    extensions: input.extensions,
  });
  const prints = [edition.place, input.languages.print];
  const known = new Set(site.diagnostics.map(fingerprint));
  return {
    ...site,
    config,
    graph,
    pages: hasNotFound(site) ? pages : pages.filter((page) => !isNotFound(page)),
    place: edition.place,
    ...(edition.setting.label !== undefined && { label: edition.setting.label }),
    original: site,
    theme: converter ? { ...site.theme, config: convertThemeConfig(site.theme.config, converter) } : site.theme,
    translations: [...edition.translations.values()],
    postPrints: addOriginals(site.postPrints, edition),
    converterOf: (post) => (converter && isConvertedHere(post.id, site, converter) ? converter : undefined),
    diagnostics: diagnostics.filter((diagnostic) => !known.has(fingerprint(diagnostic))),
    renderPrint: fingerprint([site.renderPrint, ...prints]),
    layoutPrint: fingerprint([site.layoutPrint, ...prints]),
  };
}

/** A site whose writer made its "not found" as a file has one for all editions. */
function hasNotFound({ pages }: Plan): boolean {
  return pages.some(isNotFound);
}

function isNotFound(page: Page): boolean {
  return page.type === 'layout' && page.kind === 'notFound';
}

/** What a translation says of itself is not all: its original tells where it lives. */
function addOriginals(prints: Plan['postPrints'], { translations }: EditionInput): Plan['postPrints'] {
  const added = new Map(prints);
  for (const [original, { post }] of translations)
    added.set(post.id, fingerprint([prints.get(original), prints.get(post.id)]));
  return translations.size === 0 ? prints : added;
}

/** A post that is in the site itself and not in the edition's own language. */
function isConvertedHere(id: SourcePath, site: Plan, converter: Converter): boolean {
  const post = site.graph.byId.get(id);
  return post !== undefined && isConverted(post, site.config, converter);
}
