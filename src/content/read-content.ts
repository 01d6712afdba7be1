/**
 * The stage's front door: all sources → the content graph and the assets.
 */
import type { Instant } from '../base/date.ts';
import { type Diagnostic, messageOf, startOf } from '../base/diagnostic.ts';
import { type Fingerprint, fingerprint } from '../base/fingerprint.ts';
import { createLook, type Look, type Memo } from '../base/memo.ts';
import { folderOf, type Route, type SourcePath, toRoute, toSourcePath, withoutExtension } from '../base/path.ts';
import type { ToLatin } from '../chinese/latin-address.ts';
import type { ToPinyin } from '../chinese/slug.ts';
import type { Config } from '../model/config.ts';
import type { ContentGraph } from '../model/graph.ts';
import { diagnose } from '../model/messages.ts';
import type { Post, PostId } from '../model/post.ts';
import type { SourceFile, Sources } from '../model/sources.ts';
import { buildGraph } from './build-graph.ts';
import { readFlag } from './fields.ts';
import { createClassifier } from './file-kind.ts';
import { type ParsedPost, parsePost, type RememberedPost } from './parse-post.ts';
import { type DataFile, readDataFiles } from './read-data.ts';
import type { PostFile } from './reading.ts';
import { settleRoutes } from './settle-routes.ts';
import { findTranslations, type Translation } from './translations.ts';

/** A file of the source folder that is published as it is. */
export interface Asset {
  readonly from: SourcePath;
  readonly route: Route;
}

export interface Content {
  readonly graph: ContentGraph;
  /** Of each post's front matter, whatever its body says. */
  readonly prints: ReadonlyMap<PostId, Fingerprint>;
  readonly assets: readonly Asset[];
  /** Posts that say others in another language. Those of an edition are not in the graph. */
  readonly translations: readonly Translation[];
  readonly drafts: number;
  /** Those of them that say `draft: true` themselves, which Hexo publishes. */
  readonly hiddenDrafts: readonly PostId[];
  /** When the first post that lies in the future will be published. */
  readonly nextDate: Instant | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ContentInput {
  readonly sources: Sources;
  readonly config: Config;
  readonly now: Instant;
  /** Remembers what each file said; `configPrint` stands for all settings. */
  readonly memo: Memo<RememberedPost>;
  readonly configPrint: string;
  /** Languages that a folder may be named after (`i18n_dir`); the site's own if nothing is said. */
  readonly languages?: readonly string[];
  /** Writes Chinese in Latin letters, if addresses are made so. */
  readonly toPinyin?: ToPinyin | undefined;
  /** Writes whole addresses in Latin letters, if the site wants that. */
  readonly toLatin?: ToLatin | undefined;
}

interface Sorted {
  readonly posts: PostFile[];
  readonly data: DataFile[];
  readonly assets: Asset[];
  readonly postAssets: { file: SourceFile; source: string }[];
}

/** Reads all posts, pages and data files, and leaves out what is not to be published. */
export function readContent(input: ContentInput): Content {
  const { config, now } = input;
  const sorted = sortFiles(input.sources, config);
  const diagnostics: Diagnostic[] = [];
  const prints = new Map<PostId, Fingerprint>();
  const look = createFileLook(input);
  const read = sorted.posts.map((postFile) => parseRemembered(postFile, input, look));
  const parsed = (config.slug === 'hexo' ? settleRoutes(read) : read).flatMap(({ post, print, diagnostics: told }) => {
    const shown = post !== undefined && isPublished(post, config, now);
    // What is wrong with a post that nobody will see is not worth a failed build.
    if (!post || shown) diagnostics.push(...told);
    if (post) prints.set(post.id, print);
    return post ? [{ post, shown }] : [];
  });
  const data = readDataFiles(sorted.data, diagnostics);
  const published = parsed.filter(({ shown }) => shown).map(({ post }) => post);
  const { posts, translations, diagnostics: translationDiagnostics } = findTranslations(published, config);
  const { graph, diagnostics: graphDiagnostics } = buildGraph(posts, data, config, input.toPinyin);
  return {
    graph,
    prints,
    translations,
    assets: [...sorted.assets, ...(config.post_asset_folder ? placePostAssets(sorted.postAssets, published) : [])],
    nextDate: findNextDate(parsed, now),
    drafts: parsed.filter(({ post }) => post.draft).length,
    hiddenDrafts: parsed.filter(isHiddenByItself).map(({ post }) => post.id),
    diagnostics: [...diagnostics, ...translationDiagnostics, ...graphDiagnostics],
  };
}

function isHiddenByItself({ post }: { readonly post: Post }): boolean {
  return readFlag(post.frontMatter.draft, false) && !post.source.startsWith('_drafts/');
}

function findNextDate(parsed: readonly { post: Post; shown: boolean }[], now: Instant): Instant | undefined {
  const waiting = parsed.filter(({ post, shown }) => !shown && post.date > now).map(({ post }) => post.date);
  return waiting.length > 0 ? Math.min(...waiting) : undefined;
}

/** The files by kind, each kind in the order of paths, whatever the order they come in. */
function sortFiles(sources: Sources, config: Config): Sorted {
  const folder = findFolder(config);
  const classify = createClassifier(config);
  const sorted: Sorted = { posts: [], data: [], assets: [], postAssets: [] };
  const files = [...sources.values()].filter(({ path }) => path.startsWith(folder));
  for (const file of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const source = file.path.slice(folder.length);
    const kind = classify(source);
    if (kind === 'post' || kind === 'draft' || kind === 'page') sorted.posts.push({ file, source, kind });
    else if (kind === 'data') sorted.data.push({ file, name: withoutExtension(source.slice('_data/'.length)) });
    else if (kind === 'asset') sorted.assets.push({ from: file.path, route: toRoute(source) });
    else if (kind === 'post-asset') sorted.postAssets.push({ file, source });
  }
  return sorted;
}

/**
 * Whether a changed file says of its post what it said before, its body left aside.
 * Then nothing else that is made of all sources has changed either.
 */
export function saysTheSame(file: SourceFile, input: ContentInput): boolean {
  const folder = findFolder(input.config);
  const source = file.path.slice(folder.length);
  const kind = file.path.startsWith(folder) ? createClassifier(input.config)(source) : undefined;
  if (kind !== 'post' && kind !== 'draft' && kind !== 'page') return false;
  const before = input.memo.recall(file.path, createFileLook(input), () => false);
  const now = parseRemembered({ file, source, kind }, input, createFileLook(input));
  return now.post !== undefined && now.print === before?.print && tell(now) === tell(before);
}

function tell({ diagnostics }: RememberedPost): Fingerprint {
  return fingerprint(diagnostics);
}

function findFolder({ source_dir }: Config): string {
  return `${toSourcePath(source_dir).replace(/\/+$/, '')}/`;
}

function createFileLook({ sources, configPrint }: ContentInput): Look {
  return createLook((cell) => {
    const [, kind, path = ''] = /^(source|times|commits):(.*)$/s.exec(cell) ?? [];
    const file = sources.get(toSourcePath(path));
    switch (kind) {
      case 'source':
        return file?.print ?? 'none';
      case 'times':
        return `${file?.times.created} ${file?.times.modified}`;
      case 'commits':
        return `${file?.times.committed} ${file?.times.recommitted}`;
      default:
        return configPrint;
    }
  });
}

function parseRemembered(
  postFile: PostFile,
  { config, languages, memo, toPinyin, toLatin }: ContentInput,
  look: Look,
): RememberedPost {
  const { path } = postFile.file;
  const known = memo.recall(path, look);
  if (known) return known;
  const reads = [look('config')];
  let parsed: ParsedPost;
  try {
    // First its print: then the bytes are at hand.
    reads.push(look(`source:${path}`));
    parsed = parsePost({ ...postFile, toPinyin, toLatin }, config, languages);
  } catch (error) {
    // Reading the file is what throws. Not remembered: its text may be what it was when it can be read again.
    return { diagnostics: [diagnose('file/unreadable', { detail: messageOf(error) }, startOf(path))], print: '' };
  }
  // The file's times count only where nothing else tells when the post was written, and to ask for commits is dear.
  const { dated } = parsed.post ?? { dated: false };
  if (!dated || config.updated_option === 'mtime') reads.push(look(`times:${path}`));
  if (!dated || config.updated_option === 'git') reads.push(look(`commits:${path}`));
  return memo.remember(path, reads, { ...parsed, print: fingerprint(parsed.post ?? null) });
}

function isPublished(post: Post, config: Config, now: Instant): boolean {
  if (post.draft && !config.render_drafts) return false;
  return config.future || post.date <= now;
}

/** With `post_asset_folder`, a folder named like a post holds its files, and they live below its address. */
function placePostAssets(files: Sorted['postAssets'], posts: readonly Post[]): Asset[] {
  const byFolder = new Map(posts.map((post) => [`${withoutExtension(post.source)}/`, post]));
  return files.flatMap(({ file, source }) => {
    for (let folder = folderOf(source); folder !== ''; folder = folderOf(folder.slice(0, -1))) {
      const post = byFolder.get(folder);
      if (post) return [{ from: file.path, route: placeBeside(post.route, source.slice(folder.length)) }];
    }
    return [];
  });
}

/** The route of a file that belongs to a post: below the post's folder, or below its name without `.html`. */
export function placeBeside(route: Route, name: string): Route {
  return toRoute(`${route.replace(/(\.html?|\/)$/, '')}/${name}`);
}
