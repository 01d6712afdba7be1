/**
 * What one edition makes of the site's texts: its settings, its graph, its theme's words.
 * Addresses, slugs and ids are the site's own, so that a page has the same address below
 * the edition's folder.
 */
import { type Converter, convertTitle } from '../chinese/conversion.ts';
import { matchLanguage, scriptOf } from '../chinese/language.ts';
import type { Translation } from '../content/translations.ts';
import { type Config, type EditionSetting, siteLanguage } from '../model/config.ts';
import type { Archive, ContentGraph, Series, Term } from '../model/graph.ts';
import type { Post, PostId } from '../model/post.ts';
import { convertFrontMatter, convertMap } from './convert-data.ts';

export interface EditionInput {
  readonly setting: EditionSetting;
  /** The folder: `zh-hans/`. */
  readonly place: string;
  /** Missing if the edition holds only what is written in its language. */
  readonly converter: Converter | undefined;
  /** Translations by hand, by their originals. */
  readonly translations: ReadonlyMap<PostId, Translation>;
}

/** The site's settings for an edition: everything below its folder, in its language. */
export function deriveConfig(config: Config, { setting, place, converter }: EditionInput): Config {
  const say = (text: string): string => (converter ? convertTitle(text, converter.convert) : text);
  const own = {
    root: `${config.root}${place}`,
    language: [setting.lang],
    title: setting.title ?? say(config.title),
    subtitle: setting.subtitle ?? say(config.subtitle),
    description: setting.description ?? say(config.description),
    author: setting.author ?? say(config.author),
    keywords: config.keywords.map(say),
    // There is one robots.txt, at the top of a host.
    robots: { ...config.robots, enable: false },
    typography: { ...config.typography, quotes: setting.quotes ?? config.typography.quotes },
  };
  return { ...config, ...own, all: { ...config.all, ...own } };
}

/** The site's graph for an edition. Lists keep their order; what the edition does not have is left out of them. */
export function deriveGraph(graph: ContentGraph, config: Config, input: EditionInput): ContentGraph {
  const derive = (post: Post): Post[] => {
    const derived = derivePost(post, config, input);
    return derived ? [derived] : [];
  };
  const [posts, pages] = [graph.posts.flatMap(derive), graph.pages.flatMap(derive)];
  const byId = new Map([...posts, ...pages].map((post) => [post.id, post]));
  const list = (ids: readonly PostId[]): PostId[] =>
    ids.map((id) => input.translations.get(id)?.post.id ?? id).filter((id) => byId.has(id));
  const say = (text: string): string => (input.converter ? input.converter.convert(text) : text);
  const deriveTerms = (terms: readonly Term[]): Term[] =>
    terms
      .map((term) => ({ ...term, name: say(term.name), path: term.path.map(say), posts: list(term.posts) }))
      .filter((term) => term.posts.length > 0)
      .map((term) => ({ ...term, children: deriveTerms(term.children) }));
  const holdsPosts = ({ posts: ids }: Archive | Series): boolean => ids.length > 0;
  return {
    posts,
    pages,
    byId,
    tags: deriveTerms(graph.tags),
    categories: deriveTerms(graph.categories),
    archives: graph.archives.map((archive) => ({ ...archive, posts: list(archive.posts) })).filter(holdsPosts),
    series: graph.series.map(({ name, posts: ids }) => ({ name: say(name), posts: list(ids) })).filter(holdsPosts),
    data: input.converter ? convertMap(graph.data, input.converter) : graph.data,
  };
}

/** The post of an edition: its translation by hand, else the post itself with its words converted. */
function derivePost(post: Post, config: Config, { setting, converter, translations }: EditionInput): Post | undefined {
  const written = translations.get(post.id)?.post;
  if (written) return placeTranslation(written, post);
  const language = post.lang ?? siteLanguage(config);
  if (isBareDocument(post)) return undefined;
  if (!converter) return matchLanguage(language, [setting.lang]) === 0 ? post : undefined;
  if (!isConverted(post, config, converter)) return { ...post, lang: language };
  const { title, description, frontMatter } = post;
  return {
    ...post,
    lang: setting.lang,
    title: convertTitle(title, converter.convert),
    frontMatter: convertFrontMatter(frontMatter, converter),
    ...(description !== undefined && { description: convertTitle(description, converter.convert) }),
  };
}

/** A whole document of HTML is published once, as it is. */
function isBareDocument({ layout, format }: Post): boolean {
  return layout === false && format === 'html';
}

/** Whether a post is written in what the edition is converted from. A site that does not say its language is. */
export function isConverted(post: Post, config: Config, { from }: Converter): boolean {
  return (scriptOf(post.lang ?? siteLanguage(config)) ?? (post.lang === undefined ? from : undefined)) === from;
}

/** What is read comes from the translation; what places the post, from its original. */
function placeTranslation(written: Post, original: Post): Post {
  const { kind, slug, route, date, dated, tags, categories, layout, sticky, hidden } = original;
  return { ...written, kind, slug, route, date, dated, tags, categories, layout, sticky, hidden };
}
