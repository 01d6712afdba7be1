/**
 * Sources → Plan: settings, theme, content graph, and every page with its address.
 * Whole, cheap and pure; nothing is rendered here.
 */
import type { Instant } from '../base/date.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Fingerprint, fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import type { Memo } from '../base/memo.ts';
import type { Converter } from '../chinese/conversion.ts';
import { createLatinWriter, type ToLatin } from '../chinese/latin-address.ts';
import type { ToPinyin } from '../chinese/slug.ts';
import type { RememberedPost } from '../content/parse-post.ts';
import { type Content, type ContentInput, readContent, saysTheSame } from '../content/read-content.ts';
import { type ReplacedTheme, readTheme } from '../content/read-theme.ts';
import { adoptNumbering } from '../content/theme-numbering.ts';
import type { Translation } from '../content/translations.ts';
import { generatePages } from '../generate/generate-pages.ts';
import type { Offered } from '../generate/singles.ts';
import { addSiteMacros } from '../math/site-macros.ts';
import type { Config } from '../model/config.ts';
import type { Extensions } from '../model/extension.ts';
import type { ContentGraph } from '../model/graph.ts';
import type { LanguageData } from '../model/language-data.ts';
import type { Page } from '../model/page.ts';
import type { Post, PostId } from '../model/post.ts';
import type { SourceFile, Sources } from '../model/sources.ts';
import type { Theme } from '../model/theme.ts';

export interface BuildInput {
  readonly sources: Sources;
  readonly config: Config;
  /** The theme's name below `themes/` in the sources. */
  readonly theme: string;
  readonly extensions: Extensions;
  readonly languages: LanguageData;
  /** What was found wrong while the input was gathered. */
  readonly diagnostics: readonly Diagnostic[];
  /** The clock is an argument: it decides only which posts lie in the future. */
  readonly now: Instant;
  /** Of Mojing itself; what another version remembered is not trusted. */
  readonly version: string;
}

export interface Plan {
  readonly input: BuildInput;
  /** The folder of an edition (`zh-hans/`), below which its routes are; `''` for the site itself. */
  readonly place: string;
  /** What the switch of languages calls an edition, if its settings say. */
  readonly label?: string;
  /** The site of which this is an edition. */
  readonly original?: Plan;
  /** Added by `planEditions`. */
  readonly editions: readonly Plan[];
  /** Posts that say others in another language. */
  readonly translations: readonly Translation[];
  /** How a post of an edition is converted; `undefined` if it is in the edition's language already. */
  readonly converterOf: (post: Post) => Converter | undefined;
  /** Writes Chinese in Latin letters, if addresses or ids are made so. */
  readonly toPinyin: ToPinyin | undefined;
  readonly config: Config;
  readonly theme: Theme;
  readonly graph: ContentGraph;
  /** Of each post's front matter. */
  readonly postPrints: ReadonlyMap<PostId, Fingerprint>;
  readonly pages: readonly Page[];
  readonly drafts: number;
  /** Posts that say `draft: true` themselves, which Hexo publishes. */
  readonly hiddenDrafts: readonly PostId[];
  /** When time alone will make the site another one. */
  readonly nextDate: Instant | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Stands for everything that may change how any post is rendered. */
  readonly renderPrint: Fingerprint;
  /** Stands for everything that may change how any page looks. */
  readonly layoutPrint: Fingerprint;
  /** Stands for the whole plan: equal plans give equal facts, but for those about what posts and files contain. */
  readonly print: Fingerprint;
}

/** Plans the whole site. `parsed` remembers what each source file said. */
export function plan(input: BuildInput, parsed: Memo<RememberedPost>): Plan {
  const { sources, extensions } = input;
  const replaced = findReplacedTheme(input);
  const config = addSiteMacros(adoptNumbering(input.config, sources, replaced), sources);
  const toPinyin = openPinyin(config, input.languages);
  const { theme, diagnostics: themeDiagnostics } = readTheme(sources, input.theme, config.theme_config, replaced);
  const reading = describeReading(input, { config, theme, toPinyin });
  const { configPrint } = reading;
  const content = readContent({ ...reading, memo: parsed });
  const generated = generatePages({
    graph: content.graph,
    config,
    assets: content.assets,
    themeAssets: theme.assets,
    offered: listOffered(theme),
    extensions,
  });
  const renderPrint = fingerprint([configPrint, extensions.print]);
  const layoutPrint = fingerprint([configPrint, extensions.print, theme.print]);
  return {
    input,
    place: '',
    editions: [],
    translations: content.translations,
    converterOf: () => undefined,
    toPinyin,
    config,
    theme,
    graph: content.graph,
    postPrints: content.prints,
    pages: generated.pages,
    drafts: content.drafts,
    hiddenDrafts: content.hiddenDrafts,
    nextDate: content.nextDate,
    diagnostics: [...input.diagnostics, ...themeDiagnostics, ...content.diagnostics, ...generated.diagnostics],
    renderPrint,
    layoutPrint,
    print: fingerprintPlan([renderPrint, layoutPrint], content, sources),
  };
}

/** What the theme has a layout for, and something to show on it. */
export function listOffered({ layouts, config }: Theme): ReadonlySet<Offered> {
  const offered = new Set<Offered>();
  if (layouts.has('search')) offered.add('search');
  if (layouts.has('friends') && Array.isArray(config.friends) && config.friends.length > 0) offered.add('friends');
  return offered;
}

/** The theme the settings name, if another one draws the site. */
export function findReplacedTheme({ config, theme }: Pick<BuildInput, 'config' | 'theme'>): ReplacedTheme | undefined {
  const { theme: wanted, source_dir: sourceDir, root } = config;
  const isName = typeof wanted === 'string' && /^(@[^/\\.]+\/)?[^/\\.@][^/\\]*$/.test(wanted);
  return isName && wanted !== theme ? { name: wanted, sourceDir, root } : undefined;
}

function describeReading(
  { sources, now, version, languages: data }: BuildInput,
  { config, theme, toPinyin }: Pick<Plan, 'config' | 'theme' | 'toPinyin'>,
): Omit<ContentInput, 'memo'> {
  const languages = [...config.language, ...[...theme.words.keys()].sort()];
  const toLatin = openLatin(config, data);
  const configPrint = fingerprint([config, languages, version, ...(toPinyin || toLatin ? [data.print] : [])]);
  return { sources, config, now, configPrint, languages, toPinyin, toLatin };
}

/** Of more changed files than this one cannot expect that all say what they said. */
const FEW = 20;

/**
 * The plan again after a few posts were edited, if it is the same but for what they
 * contain; `undefined` if the site must be planned anew. It saves the work that grows
 * with the site: for a writer, an edit is most often one of a body.
 */
export function planAgain(previous: Plan, input: BuildInput, parsed: Memo<RememberedPost>): Plan | undefined {
  if (previous.editions.length > 0 || !isSameOutside(previous, input)) return undefined;
  const changed = listChanged(previous.input.sources, input.sources);
  if (!changed || changed.length > FEW) return undefined;
  const reading = { ...describeReading(input, previous), memo: parsed };
  return changed.every((file) => saysTheSame(file, reading)) ? { ...previous, input } : undefined;
}

function isSameOutside({ input: before, nextDate }: Plan, now: BuildInput): boolean {
  return (
    (before.config === now.config || fingerprint(before.config) === fingerprint(now.config)) &&
    before.theme === now.theme &&
    before.extensions.print === now.extensions.print &&
    before.version === now.version &&
    before.languages === now.languages &&
    (nextDate === undefined || now.now < nextDate) &&
    fingerprint(before.diagnostics) === fingerprint(now.diagnostics)
  );
}

/** The files that may have changed; `undefined` if there are other paths. */
function listChanged(before: Sources, now: Sources): SourceFile[] | undefined {
  if (before.size !== now.size) return undefined;
  const changed: SourceFile[] = [];
  for (const [path, file] of now) {
    const old = before.get(path);
    if (old === undefined) return undefined;
    if (old !== file && !isAlike(old, file)) changed.push(file);
  }
  return changed;
}

function isAlike(a: SourceFile, b: SourceFile): boolean {
  return a.print === b.print && a.times.created === b.times.created && a.times.modified === b.times.modified;
}

/** Whatever a plan is made from: settings, theme and scripts, front matter, data, and which files there are. */
function fingerprintPlan(
  prints: readonly Fingerprint[],
  { graph, translations, prints: postPrints }: Content,
  sources: Sources,
): Fingerprint {
  const posts = [...graph.posts, ...graph.pages].map(({ id }) => `${id} ${postPrints.get(id)}`);
  // Those of an edition are not in the graph, and linked to all the same.
  const others = translations.map(({ post: { id }, original }) => `${id} ${postPrints.get(id)} ${original}`);
  const parts = [...prints, fingerprint(graph.data), ...posts, '', ...others, '', ...sources.keys()];
  return fingerprintBytes(parts.join('\n'));
}

/** Readings of 字 with several depend on the word, and the dictionary's words are Simplified: 重慶銀行 is chong qing yin hang. */
function openPinyin({ slug, markdown }: Config, languages: LanguageData): ToPinyin | undefined {
  if (slug !== 'pinyin' && markdown.heading_ids !== 'pinyin') return undefined;
  const simplify = languages.openConversion('t', 'cn');
  return (text) => languages.spellPinyin(simplify(text));
}

function openLatin({ permalink_pinyin: settings }: Config, languages: LanguageData): ToLatin | undefined {
  return settings.enable ? createLatinWriter(settings, (sign) => languages.spellSign(sign)) : undefined;
}
