/**
 * Permalinks: the pattern of the site's addresses, filled for one post.
 */
import { type Instant, toWallClock } from '../base/date.ts';
import { sha1Hex } from '../base/fingerprint.ts';
import { nameOf, type Route, toRoute } from '../base/path.ts';
import { slugifyHexo, type ToPinyin } from '../chinese/slug.ts';
import type { Config } from '../model/config.ts';
import type { Data } from '../model/post.ts';
import { guessAbbrlink } from './abbrlink.ts';
import { slugifyPath } from './term-slug.ts';

export interface PermalinkFacts {
  readonly slug: string;
  readonly title: string;
  readonly date: Instant;
  /** The slug of the last category with its parents, `math/algebra`. */
  readonly category: string | undefined;
  readonly frontMatter: Readonly<Record<string, Data>>;
  readonly toPinyin?: ToPinyin | undefined;
}

export interface Permalink {
  readonly route: Route;
  /** Variables which neither the post nor `permalink_defaults` gives. */
  readonly missing: readonly string[];
  /** The `abbrlink` which the post does not have and its title gives. */
  readonly abbrlink?: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** The address of a post by the site's pattern. For a variable without a value the file's name stands in, so that no post is lost. */
export function fillPermalink(facts: PermalinkFacts, config: Config): Permalink {
  const missing: string[] = [];
  let abbrlink: string | undefined;
  const filled = config.permalink.replace(/:(\w*[^_\W])/g, (_whole, name: string) => {
    const value = findVariable(name, facts, config);
    if (value !== undefined) return value;
    const guess = name === 'abbrlink' ? guessAbbrlink(facts.title, config) : undefined;
    if (guess === undefined) missing.push(name);
    else abbrlink = guess;
    return guess ?? slugifyHexo(nameOf(facts.slug));
  });
  const route = toRoute(leaveRoomForFiles(filled.trim(), config));
  return { route, missing, ...(abbrlink !== undefined && { abbrlink }) };
}

function findVariable(name: string, facts: PermalinkFacts, config: Config): string | undefined {
  const clock = toWallClock(facts.date, config.timezone);
  switch (name) {
    case 'year':
      return String(clock.year).padStart(4, '0');
    case 'month':
      return pad(clock.month);
    case 'day':
      return pad(clock.day);
    case 'hour':
      return pad(clock.hour);
    case 'minute':
      return pad(clock.minute);
    case 'second':
      return pad(clock.second);
    case 'i_month':
      return String(clock.month);
    case 'i_day':
      return String(clock.day);
    case 'timestamp':
      return String(Math.floor(facts.date / 1000));
    case 'title':
      return fillSlug(facts, config);
    case 'name':
      return slugifyPath(nameOf(facts.slug.replace(/\/+$/, '')), config, facts.toPinyin);
    case 'post_title':
      return config.slug === 'hexo'
        ? slugifyHexo(facts.title, 'lower')
        : slugifyPath(facts.title.replaceAll('/', ' '), config, facts.toPinyin);
    case 'slug':
      // Hexo has the file's name, whatever the front matter says.
      return (config.slug === 'hexo' ? undefined : readScalar(facts.frontMatter.slug)) ?? fillSlug(facts, config);
    case 'layout':
      return readScalar(facts.frontMatter.layout) ?? 'post';
    case 'category':
      return facts.category ?? config.default_category;
    case 'hash':
      return sha1Hex(`${facts.slug}${Math.floor(facts.date / 1000)}`).slice(0, 12);
    default:
      return (
        readScalar(facts.frontMatter[name]) ??
        readScalar(config.permalink_defaults[name]) ??
        (name === 'id' ? facts.slug : undefined)
      );
  }
}

function fillSlug({ slug, toPinyin }: PermalinkFacts, config: Config): string {
  return slugifyPath(slug, config, toPinyin);
}

function readScalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** An address below which files of the post can lie: with `post_asset_folder` Hexo makes a folder of all but `.html`. */
export function leaveRoomForFiles(permalink: string, { post_asset_folder }: Config): string {
  return post_asset_folder && !/(\/|\.html)$/.test(permalink) ? `${permalink}/` : permalink;
}

/** The route of a post's own `permalink`: `''` and a final slash mean a folder. */
export function toPostRoute(permalink: string): Route {
  return toRoute(withoutQuery(permalink));
}

/** The route of a page: its path with `.html` for `.md`, or its own `permalink`, to which `.html` is added if it has no extension. */
export function toPageRoute(source: string, permalink: string): Route {
  if (permalink === '') return toRoute(source.replace(/\.[^./]+$/, '.html'));
  const path = withoutQuery(permalink);
  return toRoute(/(\/|\.[^./]+)$/.test(path) ? path : `${path}.html`);
}

/** Nothing behind a `?` reaches a file (Hexo); in a file's name it is an ordinary character. */
function withoutQuery(address: string): string {
  return address.replace(/\?.*$/s, '').trim();
}
