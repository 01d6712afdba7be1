/**
 * A source file → a `Post`, or the reasons why not.
 */

import { type Diagnostic, type Location, startOf } from '../base/diagnostic.ts';
import type { Fingerprint } from '../base/fingerprint.ts';
import { findRouteFault, type Route, withoutExtension } from '../base/path.ts';
import { toTitleCase } from '../base/title-case.ts';
import { findFileNameFault } from '../chinese/file-name.ts';
import { writeList } from '../chinese/front-matter-keys.ts';
import type { Config } from '../model/config.ts';
import { diagnose } from '../model/messages.ts';
import { type Data, isMap, type Post } from '../model/post.ts';
import { decodeText, isHtml } from '../model/sources.ts';
import { chooseDates } from './choose-date.ts';
import { type CategoryRoute, chooseRoute, listCategoryRoutes } from './choose-route.ts';
import { explainEncoding } from './explain-encoding.ts';
import { explainTextFaults } from './explain-text-faults.ts';
import { holdsMap, readCategories, readFlag, readNumber, readTags, readText } from './fields.ts';

import { findLock } from './find-lock.ts';
import { findFolderLanguage } from './folder-language.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type NameParts, readPostName } from './post-name.ts';
import { toData } from './read-yaml.ts';
import { type PostFile, placeOf, type Reading, readField, tell } from './reading.ts';

export interface ParsedPost {
  /** Missing if nothing can be published from the file. */
  readonly post?: Post;
  /** Where the post lives by each of its categories, if the site has to choose. */
  readonly byCategory?: readonly CategoryRoute[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a source file said, as it is remembered. */
export interface RememberedPost extends ParsedPost {
  /** Stands for all that the post says, its body left aside. */
  readonly print: Fingerprint;
}

const RAW_DOCUMENT = /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype|html)\b/i;

/**
 * Reads one post, draft or page. Faults that leave something to publish come with the post.
 *
 * @param languages - those a folder may be named after (`i18n_dir`)
 */
export function parsePost(
  postFile: PostFile,
  config: Config,
  languages: readonly string[] = config.language,
): ParsedPost {
  const { file, kind } = postFile;
  const start = startOf(file.path);
  const limit = config.build.post_megabytes;
  if (file.size > limit * 1e6)
    return fail(diagnose('post/too-large', { megabytes: Math.round(file.size / 1e6), limit }, start));
  const bytes = file.read();
  const text = decodeText(bytes);
  if (text === undefined) return fail(explainEncoding(bytes, file.path));
  if (text.trim() === '') return { diagnostics: kind === 'page' ? [] : [diagnose('post/empty', {}, start)] };

  const split = splitFrontMatter(text, file.path);
  if (split.diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics: split.diagnostics };
  const name = readName(postFile, config, readText(split.data.permalink));
  // What the file's name says is stronger (Hexo, processor/post.ts).
  const frontMatter = { ...split.data, ...name.fields };
  const diagnostics = [...split.diagnostics, ...explainTextFaults(text, file.path)];
  return buildPost({ ...postFile, config, languages, split, name, frontMatter, diagnostics });
}

function fail(diagnostic: Diagnostic): ParsedPost {
  return { diagnostics: [diagnostic] };
}

function readName({ source, kind }: PostFile, config: Config, permalink = ''): NameParts {
  if (kind === 'page') return { slug: withoutExtension(source), fields: {} };
  const name = readPostName(withoutExtension(source.replace(/^_(posts|drafts)\//, '')), config.new_post_name);
  const slug = config.front_matter.permalink === 'title' ? permalink.trim() : '';
  return slug === '' ? name : { ...name, slug };
}

function buildPost(reading: Reading): ParsedPost {
  const { kind, split, frontMatter, diagnostics } = reading;
  const dates = chooseDates(reading);
  const title = chooseTitle(reading);
  const terms = readTerms(reading);
  const lock = findLock(frontMatter, { title, tags: terms.tags }, toData(reading.config.written.encrypt ?? null));
  if (lock) tell(reading, 'post/password', { ...lock });
  const isUnlisted = kind !== 'page' && isHiddenByPlugin(reading);
  const facts = { title, ...dates, ...terms };
  const route = chooseRoute(reading, facts);
  const byCategory = listCategoryRoutes(reading, facts);
  const post: Post = {
    id: reading.file.path,
    // A page stands in no list, no feed, and between no posts.
    kind: kind === 'page' || isUnlisted ? 'page' : 'post',
    draft: kind === 'draft' || readFlag(frontMatter.draft, false) || !readFlag(frontMatter.published, true),
    source: reading.source,
    slug: reading.name.slug,
    title,
    route,
    ...dates,
    ...terms,
    layout: isRawDocument(reading) ? false : readLayout(frontMatter.layout, kind === 'page' ? 'page' : 'post'),
    ...optionalFields(reading, route),
    sticky: readNumber(frontMatter.sticky ?? frontMatter.top),
    hidden: readFlag(frontMatter.hidden ?? frontMatter.hide, false),
    comments: readFlag(frontMatter.comments, true),
    format: isHtml(reading.source) ? 'html' : 'markdown',
    frontMatter: isUnlisted ? { ...frontMatter, noindex: true, sitemap: false } : frontMatter,
    bodyLine: split.bodyLine,
    blank: split.body.trim() === '',
  };
  const fault = findRouteFault(post.route);
  const at = (): Location => placeOf(reading, 'permalink' in split.data ? 'permalink' : 'title');
  if (fault) return { diagnostics: [...diagnostics, diagnose(`route/${fault}`, { route: post.route }, at())] };
  const part = findUnportable(post.route);
  if (part !== undefined) diagnostics.push(diagnose('route/unportable', { route: post.route, part }, at()));
  return { post, diagnostics, ...(byCategory.length > 0 && { byCategory }) };
}

/** Whether hexo-hide-posts kept a post out of all lists: its page is there for those who know the address. */
function isHiddenByPlugin({ config, frontMatter }: Reading): boolean {
  const settings = toData(config.written.hide_posts ?? null);
  if (!isMap(settings) || !readFlag(settings.enable, true)) return false;
  return readFlag(frontMatter[readText(settings.filter) || 'hidden'], false);
}

/** A part of an address of which Windows makes no file, or another one. */
function findUnportable(route: string): string | undefined {
  const faults = ['reserved', 'trailing-dot-or-space'];
  return route.split('/').find((part) => part !== '' && faults.includes(findFileNameFault(part) ?? ''));
}

/** As written, or the file's name where the settings want one for a post without; in title case where that is asked for. */
function chooseTitle(reading: Reading): string {
  const { config, frontMatter, kind, name } = reading;
  const isNamed = kind !== 'page' && (config.use_filename_as_post_title || config.use_slug_as_post_title);
  const title = readField(reading, 'title') || (isNamed ? name.slug : '');
  return readFlag(frontMatter.titlecase, config.titlecase) ? toTitleCase(title) : title;
}

function readTerms(reading: Reading): Pick<Post, 'tags' | 'categories'> {
  const { frontMatter } = reading;
  for (const key of ['tags', 'tag', 'categories', 'category']) {
    if (!holdsMap(frontMatter[key])) continue;
    const words = Object.keys(isMap(frontMatter[key]) ? frontMatter[key] : {}).join('、');
    const example = words === '' ? `${key}: [一, 二]` : `${key}: ${writeList(words)}`;
    tell(reading, 'front-matter/wrong-type', { key, found: 'a map', wanted: 'a list of words', example });
  }
  return {
    tags: readTags(frontMatter.tags ?? frontMatter.tag),
    categories: chooseCategories(reading),
  };
}

/** As written, or the folders in which the post lies where the settings want that. */
function chooseCategories({ config, frontMatter, kind, source }: Reading): string[][] {
  const { enable, force } = config.auto_dir_categorize;
  const written = readCategories(frontMatter.categories ?? frontMatter.category);
  if (!enable || kind === 'page' || (written.length > 0 && !force)) return written;
  const folders = source.split('/').slice(1, -1);
  return folders.length > 0 ? [folders] : [];
}

/** A whole document of HTML without front matter is published as it is. */
function isRawDocument({ kind, source, split }: Reading): boolean {
  return kind === 'page' && isHtml(source) && split.written === '' && RAW_DOCUMENT.test(split.body);
}

function optionalFields(
  { frontMatter, config, languages }: Reading,
  route: Route,
): Partial<Pick<Post, 'lang' | 'translation' | 'series' | 'excerpt' | 'description'>> {
  const { lang, language, translation, series, excerpt, description } = frontMatter;
  const found = {
    lang: readText(lang ?? language) || findFolderLanguage(route, config.i18n_dir, languages),
    translation: readText(translation),
    series: readText(series),
    excerpt: readText(excerpt),
    description: readText(description),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value !== ''));
}

function readLayout(value: Data | undefined, byDefault: string): string | false {
  if (value === false || value === 'false' || value === 'off') return false;
  return readText(value)?.trim() || byDefault;
}
