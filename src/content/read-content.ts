/**
 * The stage's front door: all sources → the content graph and the assets.
 */
import type { Instant } from '../base/date.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Memo } from '../base/memo.ts';
import { folderOf, type Route, type SourcePath, toRoute, toSourcePath, withoutExtension } from '../base/path.ts';
import type { Config } from '../model/config.ts';
import type { ContentGraph } from '../model/graph.ts';
import { diagnose } from '../model/messages.ts';
import type { Data, Post } from '../model/post.ts';
import { decodeText, type SourceFile, type Sources } from '../model/sources.ts';
import { buildGraph } from './build-graph.ts';
import { createClassifier } from './file-kind.ts';
import { type ParsedPost, parsePost } from './parse-post.ts';
import { readYaml } from './read-yaml.ts';

/** A file of the source folder that is published as it is. */
export interface Asset {
  readonly from: SourcePath;
  readonly route: Route;
}

export interface Content {
  readonly graph: ContentGraph;
  readonly assets: readonly Asset[];
  readonly drafts: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ContentInput {
  readonly sources: Sources;
  readonly config: Config;
  readonly now: Instant;
  /** Remembers what each file said; `configPrint` stands for all settings. */
  readonly memo?: Memo<ParsedPost>;
  readonly configPrint: string;
}

interface Sorted {
  readonly posts: { file: SourceFile; source: string; kind: 'post' | 'draft' | 'page' }[];
  readonly data: { file: SourceFile; name: string }[];
  readonly assets: Asset[];
  readonly postAssets: { file: SourceFile; source: string }[];
}

/** Reads all posts, pages and data files, and leaves out what is not to be published. */
export function readContent(input: ContentInput): Content {
  const { config, now } = input;
  const sorted = sortFiles(input.sources, config);
  const diagnostics: Diagnostic[] = [];
  const parsed = sorted.posts.flatMap((postFile) => {
    const { post, diagnostics: told } = parseRemembered(postFile, input);
    const shown = post !== undefined && isPublished(post, config, now);
    // What is wrong with a post that nobody will see is not worth a failed build.
    if (!post || shown) diagnostics.push(...told);
    return post ? [{ post, shown }] : [];
  });
  const data = Object.fromEntries(sorted.data.flatMap(({ file, name }) => readData(file, name, diagnostics)));
  const published = parsed.filter(({ shown }) => shown).map(({ post }) => post);
  const { graph, diagnostics: graphDiagnostics } = buildGraph(published, data, config);
  return {
    graph,
    assets: [...sorted.assets, ...(config.post_asset_folder ? placePostAssets(sorted.postAssets, published) : [])],
    drafts: parsed.filter(({ post }) => post.draft).length,
    diagnostics: [...diagnostics, ...graphDiagnostics],
  };
}

function sortFiles(sources: Sources, config: Config): Sorted {
  const folder = `${toSourcePath(config.source_dir).replace(/\/+$/, '')}/`;
  const classify = createClassifier(config);
  const sorted: Sorted = { posts: [], data: [], assets: [], postAssets: [] };
  for (const file of sources.values()) {
    if (!file.path.startsWith(folder)) continue;
    const source = file.path.slice(folder.length);
    const kind = classify(source);
    if (kind === 'post' || kind === 'draft' || kind === 'page') sorted.posts.push({ file, source, kind });
    else if (kind === 'data') sorted.data.push({ file, name: withoutExtension(source.slice('_data/'.length)) });
    else if (kind === 'asset') sorted.assets.push({ from: file.path, route: toRoute(source) });
    else if (kind === 'post-asset') sorted.postAssets.push({ file, source });
  }
  return sorted;
}

function parseRemembered(postFile: Sorted['posts'][number], { config, memo, configPrint }: ContentInput): ParsedPost {
  if (!memo) return parseReadable(postFile, config);
  const cell = `source:${postFile.file.path}`;
  const prints: Record<string, string> = { [cell]: postFile.file.print, config: configPrint };
  const known = memo.recall(postFile.file.path, (asked) => prints[asked] ?? '');
  return known ?? memo.remember(postFile.file.path, new Map(Object.entries(prints)), parseReadable(postFile, config));
}

/** A file that cannot be read any more is told; reading it is what throws. */
function parseReadable(postFile: Sorted['posts'][number], config: Config): ParsedPost {
  try {
    return parsePost(postFile, config);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      diagnostics: [
        diagnose('file/unreadable', { detail }, { file: postFile.file.path, line: 1, column: 1, length: 1 }),
      ],
    };
  }
}

function isPublished(post: Post, config: Config, now: Instant): boolean {
  if (post.draft && !config.render_drafts) return false;
  return config.future || post.date <= now;
}

function readData(file: SourceFile, name: string, diagnostics: Diagnostic[]): [string, Data][] {
  const text = decodeText(file.read());
  const read = readYaml(text ?? '');
  if (read.fault) {
    const at = { file: file.path, line: read.fault.line, column: read.fault.column, length: 1 };
    diagnostics.push(diagnose('data/unreadable', { detail: read.fault.detail }, at));
    return [];
  }
  return [[name, read.data]];
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
