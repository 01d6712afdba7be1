/**
 * A source file → a `Post`, or the reasons why not.
 */
import { type Instant, parseDate, toIsoString } from '../base/date.ts';
import type { Diagnostic, Location } from '../base/diagnostic.ts';
import { findRouteFault, type Route, withoutExtension } from '../base/path.ts';
import { guessEncoding } from '../chinese/encoding.ts';
import { slugifyHexo } from '../chinese/slug.ts';
import type { Config } from '../model/config.ts';
import { type Code, diagnose } from '../model/messages.ts';
import type { Data, Post } from '../model/post.ts';
import { decodeText, type SourceFile } from '../model/sources.ts';
import { holdsMap, readCategories, readFlag, readNumber, readTags, readText } from './fields.ts';
import { isHtml } from './file-kind.ts';
import { locateKey, type SplitText, splitFrontMatter } from './front-matter.ts';
import { fillPermalink, toPageRoute, toPostRoute } from './permalink.ts';
import { type NameParts, readPostName } from './post-name.ts';

export interface ParsedPost {
  /** Missing if nothing can be published from the file. */
  readonly post?: Post;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PostFile {
  readonly file: SourceFile;
  /** Its path from `source_dir`. */
  readonly source: string;
  readonly kind: 'post' | 'draft' | 'page';
}

/** Everything that the steps below share while one file is read. */
interface Reading extends PostFile {
  readonly config: Config;
  readonly split: SplitText;
  readonly name: NameParts;
  readonly diagnostics: Diagnostic[];
}

const RAW_DOCUMENT = /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype|html)\b/i;

/** Reads one post, draft or page. Faults that leave something to publish come with the post. */
export function parsePost(postFile: PostFile, config: Config): ParsedPost {
  const { file, source, kind } = postFile;
  const start = { file: file.path, line: 1, column: 1, length: 1 };
  const limit = config.build.post_megabytes;
  if (file.size > limit * 1e6)
    return fail(diagnose('post/too-large', { megabytes: Math.round(file.size / 1e6), limit }, start));
  const bytes = file.read();
  const text = decodeText(bytes);
  if (text === undefined) return fail(diagnose('post/not-utf8', { guess: explainGuess(bytes) }, start));
  if (text.trim() === '') return { diagnostics: kind === 'page' ? [] : [diagnose('post/empty', {}, start)] };

  const split = splitFrontMatter(text, file.path);
  if (split.diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics: split.diagnostics };
  const below = withoutExtension(source.replace(/^_(posts|drafts)\//, ''));
  const name: NameParts =
    kind === 'page' ? { slug: withoutExtension(source), fields: {} } : readPostName(below, config.new_post_name);
  return buildPost({ ...postFile, config, split, name, diagnostics: [...split.diagnostics] });
}

function fail(diagnostic: Diagnostic): ParsedPost {
  return { diagnostics: [diagnostic] };
}

function explainGuess(bytes: Uint8Array): string {
  const guess = guessEncoding(bytes);
  return guess ? `; it seems to be ${guess.name} (“${guess.sample}”)` : '';
}

function buildPost(reading: Reading): ParsedPost {
  const { file, source, kind, split, name, diagnostics, config } = reading;
  const frontMatter = { ...name.fields, ...split.data };
  const { date, dated } = chooseDate(reading);
  const title = readField(reading, 'title') ?? '';
  const categories = readCategories(frontMatter.categories ?? frontMatter.category);
  for (const key of ['tags', 'categories']) {
    if (holdsMap(frontMatter[key]))
      tell(reading, 'front-matter/wrong-type', key, {
        found: 'a map',
        wanted: 'a list of words',
        example: `${key}: [一, 二]`,
      });
  }
  const layout = readLayout(frontMatter.layout, kind === 'page' ? 'page' : 'post');
  const post: Post = {
    id: file.path,
    kind: kind === 'page' ? 'page' : 'post',
    draft: kind === 'draft' || readFlag(frontMatter.draft, false) || !readFlag(frontMatter.published, true),
    source,
    slug: name.slug,
    title,
    route: chooseRoute(reading, { title, date, categories }),
    date,
    dated,
    updated: readInstant(reading, 'updated') ?? chooseUpdated(date, file.times.modified, config),
    tags: readTags(frontMatter.tags ?? frontMatter.tag),
    categories,
    layout,
    ...optionalFields(reading),
    sticky: readNumber(frontMatter.sticky ?? frontMatter.top),
    hidden: readFlag(frontMatter.hidden, false),
    comments: readFlag(frontMatter.comments, true),
    format: isHtml(source) ? 'html' : 'markdown',
    frontMatter,
    bodyLine: split.bodyLine,
    blank: split.body.trim() === '',
  };
  const bare = kind === 'page' && post.format === 'html' && split.written === '' && RAW_DOCUMENT.test(split.body);
  const fault = findRouteFault(post.route);
  if (!fault) return { post: bare ? { ...post, layout: false } : post, diagnostics };
  const at = placeOf(reading, 'permalink' in split.data ? 'permalink' : 'title');
  return { diagnostics: [...diagnostics, diagnose(`route/${fault}`, { route: post.route }, at)] };
}

function optionalFields({ split }: Reading): Partial<Pick<Post, 'lang' | 'series' | 'excerpt' | 'description'>> {
  const { lang, language, series, excerpt, description } = split.data;
  const found = {
    lang: readText(lang ?? language),
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

function readField(reading: Reading, key: string): string | undefined {
  const value = reading.split.data[key];
  if (value !== undefined && value !== null && readText(value) === undefined) {
    const found = Array.isArray(value) ? 'a list' : 'a map';
    tell(reading, 'front-matter/wrong-type', key, { found, wanted: 'text', example: `${key}: "…"` });
  }
  // A number is a title too: `007` and `1.10` are shown as written, not as counted.
  return typeof value === 'number' ? readWritten(reading.split.written, key) : readText(value);
}

function readWritten(written: string, key: string): string | undefined {
  return new RegExp(`^${key}[ \\t]*:[ \\t]*(\\S+)`, 'm').exec(written)?.[1];
}

function tell(reading: Reading, code: Code, key: string, values: Record<string, string>): void {
  reading.diagnostics.push(diagnose(code, { key, ...values }, placeOf(reading, key)));
}

function placeOf(reading: Reading, key: string): Location {
  return locateKey(reading.split, reading.file.path, key);
}

/** The date of the front matter, else of the file's name, else of the file. */
function chooseDate(reading: Reading): { date: Instant; dated: boolean } {
  const written = readInstant(reading, 'date');
  if (written !== undefined) return { date: written, dated: true };
  const { name, file, kind, config } = reading;
  const named = name.date === undefined ? undefined : parseDate(name.date, config.timezone);
  if (named !== undefined) return { date: named, dated: true };
  const date = Math.floor((file.times.committed ?? file.times.created) / 1000) * 1000;
  const told = reading.diagnostics.some(({ code, values }) => code === 'post/bad-date' && values.key === 'date');
  if (kind !== 'page' && !told) {
    const from = file.times.committed === undefined ? "its file's time" : 'its first commit';
    const shown = toIsoString(date, config.timezone).replace('T', ' ').slice(0, 19);
    reading.diagnostics.push(
      diagnose('post/no-date', { from, date: shown }, { file: file.path, line: 1, column: 1, length: 1 }),
    );
  }
  return { date, dated: false };
}

function readInstant(reading: Reading, key: string): Instant | undefined {
  const value = reading.split.data[key];
  if (value === undefined || value === null || value === '') return undefined;
  const instant = parseDate(readText(value) ?? '', reading.config.timezone);
  if (instant === undefined) tell(reading, 'post/bad-date', key, { value: readText(value) ?? JSON.stringify(value) });
  return instant;
}

/** Hexo's `updated_option`; a file's time says nothing on a machine that has just cloned the blog, so it is not the default. */
function chooseUpdated(date: Instant, modified: Instant, config: Config): Instant {
  return config.updated_option === 'mtime' && modified > 0 ? Math.floor(modified / 1000) * 1000 : date;
}

function chooseRoute(reading: Reading, facts: Pick<Post, 'title' | 'date' | 'categories'>): Route {
  const { kind, source, config, split, name } = reading;
  const permalink = readField(reading, 'permalink');
  if (kind === 'page') return toPageRoute(source, permalink);
  if (permalink) {
    const folder = config.post_asset_folder && !/(\/|\.[^./]+)$/.test(permalink);
    return toPostRoute(folder ? `${permalink}/` : permalink);
  }
  const category = facts.categories
    .at(-1)
    ?.map((part) => slugifyHexo(mapName(part, config.category_map), letterCase(config)));
  const frontMatter = { ...name.fields, ...split.data };
  const { route, missing } = fillPermalink(
    { slug: name.slug, title: facts.title, date: facts.date, category: category?.join('/'), frontMatter },
    config,
  );
  for (const variable of missing) {
    const values = { variable: `:${variable}`, name: variable, route };
    reading.diagnostics.push(
      diagnose('post/unknown-permalink-variable', values, { file: reading.file.path, line: 1, column: 1, length: 1 }),
    );
  }
  return route;
}

/** The word a slug is made of: another one may be given in `tag_map` or `category_map`. */
export function mapName(name: string, map: Readonly<Record<string, unknown>>): string {
  const mapped = map[name];
  return typeof mapped === 'string' || typeof mapped === 'number' ? String(mapped) : name;
}

/** `filename_case` in words. */
export function letterCase(config: Config): 'lower' | 'upper' | undefined {
  return config.filename_case === 1 ? 'lower' : config.filename_case === 2 ? 'upper' : undefined;
}
