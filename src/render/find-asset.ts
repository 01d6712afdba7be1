/**
 * Files that a post names: which file is meant, and where it is published.
 */
import {
  decodePath,
  folderOf,
  joinPath,
  type Route,
  type SourcePath,
  toRoute,
  toSourcePath,
  toUrl,
  withoutExtension,
} from '../base/path.ts';
import type { Config } from '../model/config.ts';
import { isHtml, isMarkdown } from '../model/sources.ts';
import type { RenderContext } from './context.ts';

export interface FoundAsset {
  readonly path: SourcePath;
  readonly route: Route;
  readonly url: string;
}

/**
 * A picture or file by the ways in which blogs name it: from the file's own folder, from
 * the post's folder of files (`name.png`, `post/name.png`), from the top of the site.
 */
export function findAsset(written: string, finding: Finding): FoundAsset | undefined {
  // A file may be called `100%25.png`.
  for (const path of new Set([decodePath(written), written])) {
    const found = findFile(path.replaceAll('\\', '/'), finding);
    if (found) return found;
  }
  return undefined;
}

interface Finding {
  readonly context: RenderContext;
  readonly config: Config;
}

function findFile(path: string, { context, config }: Finding): FoundAsset | undefined {
  const folder = folderOf(context.post.id);
  const top = topOf(context);
  const own = `${withoutExtension(context.post.id)}/`;
  const bare = path.replace(/^\//, '');
  const withinRoot = withoutRoot(path, config) ?? bare;
  const candidates = path.startsWith('/')
    ? [joinPath(top, bare), joinPath(top, withinRoot)]
    : [joinPath(folder, path), joinPath(own, path), joinPath(top, path)];
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    for (const spelling of new Set([candidate, candidate.normalize('NFC'), candidate.normalize('NFD')])) {
      const source = toSourcePath(spelling);
      const route = useFile(source, path, context);
      if (route !== undefined) return { path: source, route, url: urlOf(route, context) };
    }
  }
  return path.startsWith('/') ? useThemeFile(withinRoot, { context, config }) : undefined;
}

/** A file of the theme that the settings name: Hexo published all of them, and posts show some. Those of a theme that draws nothing here are published when they are shown. */
function useThemeFile(path: string, { context, config }: Finding): FoundAsset | undefined {
  const source = toSourcePath(`themes/${String(config.theme)}/source/${path}`);
  if (!context.site.hasFile(source)) return undefined;
  const route = context.site.routeOfFile(source) ?? toRoute(path);
  context.assets.set(source, { from: source, route });
  return { path: source, route, url: urlOf(route, context) };
}

/** Publishes a file beside the post if nothing else publishes it and it may be. */
export function useFile(path: SourcePath, name: string, context: RenderContext): Route | undefined {
  if (!context.site.hasFile(path)) return undefined;
  const published = context.site.routeOfFile(path);
  if (published !== undefined) return published;
  if (!mayPublish(path, context)) return undefined;
  const below = path.startsWith(folderOf(context.post.id))
    ? path.slice(folderOf(context.post.id).length)
    : (name.split('/').at(-1) ?? name);
  const route = toRoute(`${context.filesAt.replace(/(\.html?|\/)$/, '')}/${below}`);
  context.assets.set(path, { from: path, route });
  return route;
}

/** What nobody publishes is not published because a post names it: the texts of posts and drafts, data, settings, scripts. */
function mayPublish(path: SourcePath, context: RenderContext): boolean {
  const top = topOf(context);
  return path.startsWith(top) && !path.startsWith(`${top}_data/`) && !isMarkdown(path) && !isHtml(path);
}

/** The folder of the site's sources, with a slash behind it. */
function topOf({ post }: RenderContext): string {
  return post.id.slice(0, post.id.length - post.source.length);
}

/** The address of a route for an `href`. */
export function urlOf(route: Route, { site }: RenderContext): string {
  return toUrl(site.rootOf(route), route);
}

/** A path below the site's folder; `undefined` if it does not name that. */
export function withoutRoot(path: string, { top }: Config): string | undefined {
  return path.startsWith(top) ? path.slice(top.length) : undefined;
}
