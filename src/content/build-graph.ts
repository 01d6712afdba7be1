/**
 * Posts and pages → the content graph. Whole and cheap: made anew for every build.
 */
import { toWallClock } from '../base/date.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { toRoute } from '../base/path.ts';
import type { ToPinyin } from '../chinese/slug.ts';
import type { Config } from '../model/config.ts';
import type { Archive, ContentGraph, Series } from '../model/graph.ts';
import type { Data, Post, PostId } from '../model/post.ts';
import { gatherCategories, gatherTags } from './taxonomy.ts';

export interface BuiltGraph {
  readonly graph: ContentGraph;
  readonly diagnostics: readonly Diagnostic[];
}

/** Orders and gathers what was parsed. `data` is the content of `_data`. */
export function buildGraph(
  parsed: readonly Post[],
  data: Readonly<Record<string, Data>>,
  config: Config,
  toPinyin?: ToPinyin,
): BuiltGraph {
  const posts = parsed.filter(({ kind }) => kind === 'post').sort(newestFirst);
  const pages = parsed
    .filter(({ kind }) => kind === 'page')
    .sort((a, b) => compare(a.route, b.route) || compare(a.id, b.id));
  const tags = gatherTags(posts, config, toPinyin);
  const categories = gatherCategories(posts, config, toPinyin);
  const graph: ContentGraph = {
    posts,
    pages,
    byId: new Map([...posts, ...pages].map((post) => [post.id, post])),
    tags: tags.terms,
    categories: categories.terms,
    archives: gatherArchives(posts, config),
    series: config.series.enable ? gatherSeries(posts) : [],
    data,
  };
  return { graph, diagnostics: [...tags.diagnostics, ...categories.diagnostics] };
}

/** A total order: by date, and of one date by id, so that no build differs from another. */
function newestFirst(a: Post, b: Post): number {
  return b.date - a.date || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function gatherArchives(posts: readonly Post[], config: Config): Archive[] {
  const found = new Map<string, { year: number; month?: number; day?: number; posts: PostId[] }>();
  for (const post of posts) {
    const { year, month, day } = toWallClock(post.date, config.timezone);
    for (const part of [{ year }, { year, month }, { year, month, day }]) {
      const key = Object.values(part).join('/');
      const archive = found.get(key) ?? { ...part, posts: [] };
      archive.posts.push(post.id);
      found.set(key, archive);
    }
  }
  const depth = (archive: { month?: number; day?: number }): number =>
    Number(archive.month !== undefined) + Number(archive.day !== undefined);
  return [...found.values()]
    .map((archive) => ({ ...archive, route: toRoute(`${config.archive_dir}/${dateFolder(archive)}/`) }))
    .sort(
      (a, b) =>
        depth(a) - depth(b) || b.year - a.year || (b.month ?? 0) - (a.month ?? 0) || (b.day ?? 0) - (a.day ?? 0),
    );
}

function dateFolder({ year, month, day }: { year: number; month?: number; day?: number }): string {
  const parts = [String(year), month, day].filter((part) => part !== undefined);
  return parts.map((part) => String(part).padStart(2, '0')).join('/');
}

function gatherSeries(posts: readonly Post[]): Series[] {
  const found = new Map<string, PostId[]>();
  for (const { series, id } of posts) if (series) found.set(series, [id, ...(found.get(series) ?? [])]);
  return [...found].map(([name, ids]) => ({ name, posts: ids })).sort((a, b) => compare(a.name, b.name));
}
