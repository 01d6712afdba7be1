/**
 * Links and pictures: what a writer wrote → an address on the site. A path is read
 * from the file it stands in, so it holds on the home page and in the feed as well.
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { leadsElsewhere, openElsewhere } from '../base/external-links.ts';
import { decodePath, folderOf, joinPath, originOf, type Route, toRoute, toSourcePath } from '../base/path.ts';
import { escapeHtml, unescapeHtml } from '../base/text.ts';
import type { Config } from '../model/config.ts';
import { contextOf, type Place, type RenderContext, tell } from './context.ts';
import { findAsset, urlOf, useFile, withoutRoot } from './find-asset.ts';

const ABSOLUTE = /^([a-z][a-z0-9+.-]*:|\/\/)/i;
const OWN_MACHINE = /^(file:|[A-Za-z]:[\\/]|[A-Za-z]:%5C|\/(Users|home)\/)/i;

/** A path, and the query and fragment behind it. */
const SPLIT = /^([^?#]*)(.*)$/s;

const RAW_LINK = /(<a\b[^>]*?\shref\s*=\s*["'])([^"']*)(?=["'])/gi;

export interface LinkOptions {
  readonly config: Config;
}

/** Adds the rules which resolve addresses and give pictures their size. */
export function installLinks(md: MarkdownIt, { config }: LinkOptions): void {
  acceptLooseDestinations(md);
  md.core.ruler.push('links', ({ tokens, env }) => {
    const context = contextOf(env);
    for (const block of tokens)
      for (const token of block.children ?? []) resolveToken(token, { context, config, map: block.map });
  });
  md.core.ruler.push('figures', ({ tokens }) => wrapFigures(tokens));
}

interface Resolving {
  readonly context: RenderContext;
  readonly config: Config;
  readonly map: readonly [number, number] | null;
}

function resolveToken(token: Token, resolving: Resolving): void {
  if (token.type === 'link_open') {
    const href = String(token.attrGet('href') ?? '');
    const url = resolveLink(href, resolving);
    token.attrSet('href', url);
    markExternal(token, url, resolving.config);
  } else if (token.type === 'image') resolveImage(token, resolving);
  else if (token.type === 'html_inline') token.content = resolveHtml(token.content, resolving);
}

/** `src` of pictures in raw HTML, by the same rules; links are the writer's own, but stay within an edition. */
export function resolveHtml(html: string, resolving: Resolving): string {
  const { enable, field, exclude } = resolving.config.external_link;
  // For a whole site it is done when the post is rendered, and when the page around it is finished.
  const closed = closeFrames(html);
  const opened = enable && field === 'post' ? openElsewhere(closed, { url: resolving.config.url, exclude }) : closed;
  const kept = opened.replace(RAW_LINK, (_whole, head: string, href: string) => head + stayWithin(href, resolving));
  return kept.replace(
    /(<(?:img|source|video|audio)\b[^>]*?\ssrc\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi,
    (whole, head: string, a?: string, b?: string, c?: string) => {
      const src = unescapeHtml(a ?? b ?? c ?? '').trim();
      if (ABSOLUTE.test(src) || src.startsWith('#') || src === '') return whole;
      const url = findPictureUrl(src, resolving);
      return url === undefined ? whole : `${head}"${escapeHtml(url)}"`;
    },
  );
}

/** Of a file by its whole name, or by what stands before a query or a fragment. */
function findPictureUrl(src: string, resolving: Resolving): string | undefined {
  const whole = findAsset(src, resolving);
  if (whole) return whole.url;
  const [, path = '', tail = ''] = SPLIT.exec(src) ?? [];
  const asset = findAsset(path, resolving);
  return asset && asset.url + tail;
}

/** HTML knows no `<iframe … />`: a browser takes all that follows for the frame's own and shows none of it. */
function closeFrames(html: string): string {
  return html.replace(/<iframe\b((?:[^<>"']|"[^"]*"|'[^']*')*)(?<=["'\s])\/>/gi, '<iframe$1></iframe>');
}

function markExternal(token: Token, url: string, config: Config): void {
  const { enable, exclude } = config.external_link;
  if (!leadsElsewhere(url, { url: config.url, exclude: [] })) return;
  token.attrSet('rel', 'noopener');
  if (enable && leadsElsewhere(url, { url: config.url, exclude })) token.attrSet('target', '_blank');
}

/** The address for an `href` as written; unknown ones are told and left as they are. */
export function resolveLink(href: string, resolving: Resolving): string {
  const { context, config, map } = resolving;
  if (href === '' || href.startsWith('#')) return href;
  if (ABSOLUTE.test(href)) return stayWithin(href, resolving);
  const [, path = '', tail = ''] = SPLIT.exec(href) ?? [];
  const decoded = decodePath(path);
  const target = decoded.startsWith('/')
    ? (findRoute(decoded, resolving) ?? findText(decoded, resolving))
    : (findSource(decoded, resolving) ?? findNear(decoded, resolving));
  if (target !== undefined) return `${urlOf(target, context)}${tail}`;
  if (leadsIntoEdition(decoded, config)) return withRoot(href, decoded, config);
  tell(
    context,
    'link/file-missing',
    { target: decoded, suggestion: 'Check its spelling; a path is read from the folder of this file.' },
    { map, snippet: path },
  );
  return withRoot(href, decoded, config);
}

/** An address from the top of the site, as `decoded`, has the site's folder before it. */
function withRoot(href: string, decoded: string, { top }: Config): string {
  return decoded.startsWith('/') && top !== '/' && !decoded.startsWith(top) ? `${top.slice(0, -1)}${href}` : href;
}

/** A page of an edition, seen from outside. Which pages it has is known when all are planned; `check` tells what is missing. */
function leadsIntoEdition(path: string, config: Config): boolean {
  const bare = (withoutRoot(path, config) ?? path).replace(/^\//, '');
  return config.editions.some((edition) => bare.startsWith(edition.path ?? `${edition.lang.toLowerCase()}/`));
}

/** In an edition, a whole address or a path of the site leads to the same page of the edition, if it has it. */
function stayWithin(href: string, resolving: Resolving): string {
  const { context, config } = resolving;
  const origin = originOf(config.url);
  if (config.root === config.top || !(href.startsWith(`${origin}/`) || /^\/(?!\/)/.test(href))) return href;
  const host = href.startsWith('/') ? '' : origin;
  const [, path = '', tail = ''] = SPLIT.exec(href.slice(host.length)) ?? [];
  const route = findRoute(decodePath(path), resolving);
  const isOwn = route !== undefined && context.site.rootOf(route) === config.root;
  return isOwn ? `${host}${urlOf(route, context)}${tail}` : href;
}

/** A path from the top of the site, with or without `root` before it, or from the top of the edition. */
function findRoute(path: string, { context, config }: Resolving): Route | undefined {
  const bare = withoutRoot(path, config) ?? path;
  const own = config.root !== config.top && path.startsWith(config.root) ? [path.slice(config.root.length)] : [];
  const candidates = [...own, bare].flatMap((one) => [one, `${one}/`, `${one}.html`]).map(toRoute);
  return candidates.find(
    (route) => context.site.hasRoute(route) || context.site.hasRoute(toRoute(route.normalize('NFD'))),
  );
}

/** A post or page by its source file: `./other.md`, or `other` without an extension. */
function findSource(path: string, { context }: Resolving): Route | undefined {
  const joined = joinPath(folderOf(context.post.id), path);
  if (joined === undefined) return undefined;
  if (/\.html?$/i.test(path) || isText(path)) return findPost(joined, context) ?? findText(path, { context });
  return useFile(toSourcePath(joined), path, context);
}

/** A post or page by its source file as seen from the top: `_posts/other.md`. */
function findText(path: string, { context }: Pick<Resolving, 'context'>): Route | undefined {
  return isText(path) ? findPost(path, context) : undefined;
}

function isText(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}

function findPost(reference: string, { site, links }: RenderContext): Route | undefined {
  const found = site.findPost(reference);
  if (found) links.add(found.id);
  return found?.route;
}

/** A path that is meant from the page's own address, as a browser reads it. */
function findNear(path: string, resolving: Resolving): Route | undefined {
  const { context } = resolving;
  const asset = findAsset(path, resolving);
  if (asset) return asset.route;
  const joined = joinPath(folderOf(context.post.route), path);
  if (joined === undefined) return undefined;
  const candidates = path.endsWith('/') ? [`${joined}/`, joined] : [joined, `${joined}/`];
  return candidates.map(toRoute).find((route) => context.site.hasRoute(route));
}

function resolveImage(token: Token, { context, config, map }: Resolving): void {
  const src = String(token.attrGet('src') ?? '');
  const place: Place = { map, snippet: decodePath(src) };
  if (src === '') {
    tell(context, 'image/empty', {}, { map, snippet: ']()' });
    return;
  }
  if (OWN_MACHINE.test(src)) tell(context, 'image/local-path', { target: decodePath(src) }, place);
  const url = ABSOLUTE.test(src) || OWN_MACHINE.test(src) ? src : resolvePicture(token, src, { context, config, map });
  token.attrSet('alt', '');
  if (url === undefined) return;
  token.attrSet('src', url);
  // The first picture is often in view when the page opens: it must not wait.
  if (context.images.length > 0) token.attrSet('loading', 'lazy');
  token.attrSet('decoding', 'async');
  context.images.push(url);
}

/** The address of a picture of the site, its size set on the token; `undefined` if there is no such picture. */
function resolvePicture(token: Token, src: string, { context, config, map }: Resolving): string | undefined {
  const bare = src.replace(/[?#].*$/s, '');
  const asset = findAsset(bare, { context, config });
  if (asset) {
    const size = config.images.dimensions ? context.site.measurePicture(asset.path) : undefined;
    if (size) {
      token.attrSet('width', size.width);
      token.attrSet('height', size.height);
    }
    return asset.url + src.slice(bare.length);
  }
  const route = toRoute(decodePath(bare));
  if (bare.startsWith('/') && context.site.hasRoute(route)) return urlOf(route, context) + src.slice(bare.length);
  tell(
    context,
    'image/missing',
    {
      target: decodePath(src),
      suggestion: 'Put the file beside the post or into a folder of `source`, and check its spelling.',
    },
    { map, snippet: decodePath(src) },
  );
  return undefined;
}

/** A picture alone in its paragraph that has a title is a figure, and the title its caption. */
function wrapFigures(tokens: Token[]): void {
  for (const [index, inline] of tokens.entries()) {
    const [image, ...others] = inline.children ?? [];
    const [open, close] = [tokens[index - 1], tokens[index + 1]];
    if (inline.type !== 'inline' || image?.type !== 'image' || others.length > 0 || open?.type !== 'paragraph_open')
      continue;
    const caption = image.attrGet('title');
    if (!caption || close?.type !== 'paragraph_close') continue;
    open.tag = 'figure';
    close.tag = 'figure';
    open.hidden = close.hidden = false;
    image.meta = { ...image.meta, caption: String(caption) };
    image.attrs = (image.attrs ?? []).filter(([name]) => name !== 'title');
  }
}

/** A file, or an address of Latin words, up to the parenthesis. */
const LOOSE =
  /^(?:(?!<)[^()<>"'\n]*[^()<>"'\s]\.(?:png|jpe?g|gif|svg|webp|bmp|avif|pdf|zip)|https?:\/\/[^()<>"'\s]+(?: +[\w.~%/&=-]+)+)(?=\s*\))/i;

/** `(my picture.png)`, `(https://a.com/b c)` and `({% post_path x %})`, `({{ site.baseurl }}/x)`: CommonMark refuses a space in a destination, people write it. */
function acceptLooseDestinations(md: MarkdownIt): void {
  const parse = md.helpers.parseLinkDestination;
  md.helpers.parseLinkDestination = (source, start, max) => {
    const tag = /^(?:\{\{-?\s*(?:site|config)\.\w+\s*-?\}\}(?:\{%.*?%\})?|\{%.*?%\})[^\s()]*/.exec(
      source.slice(start, max),
    );
    if (tag) return { ok: true, pos: start + tag[0].length, str: tag[0] };
    const strict = parse(source, start, max);
    const loose = LOOSE.exec(source.slice(start, Math.min(max, start + 300)));
    if (loose && /[ \t]/.test(loose[0]) && strict.pos < start + loose[0].length)
      return { ok: true, pos: start + loose[0].length, str: loose[0] };
    return strict;
  };
}
