/**
 * Where a post or page lives on the site.
 */
import { startOf } from '../base/diagnostic.ts';
import { type Route, toRoute } from '../base/path.ts';
import { escapePattern } from '../base/text.ts';
import { diagnose } from '../model/messages.ts';
import type { Post } from '../model/post.ts';
import { readText } from './fields.ts';
import { fillPermalink, leaveRoomForFiles, type Permalink, toPageRoute, toPostRoute } from './permalink.ts';
import { type Reading, readField, tell } from './reading.ts';
import { listLevels, nameCategory } from './taxonomy.ts';
import { slugifyTerm } from './term-slug.ts';

type Facts = Pick<Post, 'title' | 'date' | 'categories'>;

/** Its own `permalink`, else what the site's pattern gives. */
export function chooseRoute(reading: Reading, facts: Facts): Route {
  const { config } = reading;
  const permalink = readField(reading, 'permalink')?.trim() ?? '';
  if (reading.kind === 'page') return toPageRoute(reading.source, permalink);
  if (!hasOwnAddress(reading)) return followPattern(reading, facts);
  const isBare = !/(\/|\.[^./]+)$/.test(permalink);
  if (isBare && !config.post_asset_folder) tell(reading, 'post/legacy-permalink', { key: 'permalink', permalink });
  return finishRoute(toPostRoute(leaveRoomForFiles(permalink, config)), reading);
}

/** Whether the post says its whole address itself. */
function hasOwnAddress({ config, split }: Reading): boolean {
  return config.front_matter.permalink === 'address' && (readText(split.data.permalink)?.trim() ?? '') !== '';
}

function followPattern(reading: Reading, facts: Facts): Route {
  const { route, missing, abbrlink } = fillPattern(reading, facts, facts.categories.at(-1));
  const at = startOf(reading.file.path);
  if (abbrlink !== undefined) reading.diagnostics.push(diagnose('post/no-abbrlink', { abbrlink, route }, at));
  for (const variable of missing) {
    const values = { variable: `:${variable}`, name: variable, route };
    reading.diagnostics.push(diagnose('post/unknown-permalink-variable', values, at));
  }
  return route;
}

/** Where a post would live by one of its categories. */
export interface CategoryRoute {
  /** See `nameCategory`. */
  readonly category: string;
  readonly route: Route;
}

/** Where a post would live by each of its categories; empty if its address is not made of one, or there is no choice. */
export function listCategoryRoutes(reading: Reading, facts: Facts): CategoryRoute[] {
  const isMadeOfOne =
    reading.kind !== 'page' && !hasOwnAddress(reading) && /:category(?!\w)/.test(reading.config.permalink);
  if (!isMadeOfOne || facts.categories.length < 2) return [];
  return facts.categories
    .flatMap(listLevels)
    .map((path) => ({ category: nameCategory(path), route: fillPattern(reading, facts, path).route }));
}

function fillPattern(reading: Reading, { title, date }: Facts, path: readonly string[] | undefined): Permalink {
  const { config, name, toPinyin } = reading;
  const frontMatter = readNumbers(reading);
  const category = path?.map((part) => slugifyTerm(part, 'category', config, toPinyin)).join('/');
  const filled = fillPermalink({ slug: name.slug, title, date, category, frontMatter, toPinyin }, config);
  return { ...filled, route: finishRoute(filled.route, reading) };
}

/** A number that is not written as it is shown: `00002`, `1.10`. Quotes would make it a text. */
const NUMBER = /^[-+]?\d+(?:\.\d*)?$/;

/** What the front matter says to the pattern: `abbrlink: 00002` is 2 there, as YAML has it and Hexo; elsewhere it stays a word. */
function readNumbers({ frontMatter, split, config }: Reading): Reading['frontMatter'] {
  const changed = [...config.permalink.matchAll(/:(\w*[^_\W])/g)].flatMap(([, key = '']) => {
    const value = frontMatter[key];
    const isNumber =
      typeof value === 'string' &&
      NUMBER.test(value) &&
      new RegExp(`^${key}:[ \\t]*${escapePattern(value)}[ \\t]*(?:#.*)?$`, 'm').test(split.written);
    return isNumber ? [[key, Number(value)] as const] : [];
  });
  return changed.length > 0 ? { ...frontMatter, ...Object.fromEntries(changed) } : frontMatter;
}

function finishRoute(route: Route, { toLatin }: Reading): Route {
  return toLatin ? toRoute(toLatin(route)) : route;
}
