/**
 * The tags that posts may use, in one table. Hexo's own keep their arguments and their
 * markup (hexo.io/docs/tag-plugins); NexT's boxes get markup of our own.
 */
import { folderOf, joinPath, toSourcePath, toUrl } from '../base/path.ts';
import { escapeHtml } from '../base/text.ts';
import type { Config } from '../model/config.ts';
import { drawCode, readInfo } from './code-rule.ts';
import { tell } from './context.ts';
import { findAsset } from './link-rule.ts';
import type { TagDefinition, TagTable, TagUse } from './tag-rule.ts';

type Render = (use: TagUse) => string;

const single = (render: Render): TagDefinition => ({ body: 'none', render });
const around = (render: Render): TagDefinition => ({ body: 'markdown', render });
const literal = (render: Render): TagDefinition => ({ body: 'text', render });

/** All tags of one site by name. */
export function createTagTable(config: Config): TagTable {
  const table: Record<string, TagDefinition> = {
    raw: around(({ body }) => body),
    post_link: single((use) => drawPostLink(use, config)),
    post_path: single((use) => findPostUrl(use, config) ?? ''),
    asset_path: single((use) => findTagAsset(use, use.args[0] ?? '', config)?.url ?? ''),
    asset_img: single((use) => drawAssetPicture(use, config)),
    asset_link: single((use) => drawAssetLink(use, config)),
    img: single((use) => drawPicture(use, config)),
    link: single(drawLink),
    url_for: single((use) => drawUrl(use, config.root)),
    full_url_for: single((use) => drawUrl(use, `${config.url}/`)),
    iframe: single(drawFrame),
    blockquote: around(drawQuote),
    pullquote: around(
      ({ args, body }) => `<blockquote class="${escapeHtml(['pullquote', ...args].join(' '))}">${body}</blockquote>\n`,
    ),
    centerquote: around(({ body }) => `<blockquote class="blockquote-center">${body}</blockquote>\n`),
    codeblock: literal((use) => drawCodeBlock(use, config)),
    include_code: single((use) => drawIncludedCode(use, config)),
    note: around(drawNote),
    details: around(({ text, body, context }) => drawDetails(context.renderInline(text), body)),
    label: single(({ text }) => {
      const [, kind = 'default', shown = text] = /^([\w-]+)@(.*)$/s.exec(text) ?? [];
      return `<mark class="label ${escapeHtml(kind)}">${escapeHtml(shown.trim())}</mark>`;
    }),
  };
  const aliases: Readonly<Record<string, string>> = {
    quote: 'blockquote',
    code: 'codeblock',
    'include-code': 'include_code',
    image: 'img',
    a: 'link',
    anchor: 'link',
    asset_image: 'asset_img',
    cq: 'centerquote',
    subnote: 'note',
    fold: 'details',
    hideToggle: 'details',
    spoiler: 'details',
  };
  for (const [alias, name] of Object.entries(aliases)) if (table[name]) table[alias] = table[name];
  return new Map(Object.entries(table));
}

function findLinkedPost({ args, context, map, name, text }: TagUse): {
  target: { route: string; title: string } | undefined;
  hash: string;
  rest: string[];
} {
  const [first = '', ...rest] = args;
  const [, reference = first, hash = ''] = /^(.+?)(#.*)?$/.exec(first) ?? [];
  const whole = text.replace(/^["']|["']$/g, '');
  const target = context.site.findPost(reference);
  const byWhole = target ? undefined : context.site.findPost(whole);
  const found = target ?? byWhole;
  if (found) context.links.add(found.id);
  else
    tell(
      context,
      'link/post-missing',
      { target: reference, suggestion: 'Give the slug, the title or the file name of a post.' },
      { map: map ?? context.block, snippet: `{% ${name}` },
    );
  return { target: found, hash, rest: byWhole ? [] : rest };
}

/** `{% post_link slug|title[#hash] [text…] [true|false] %}`; a missing post leaves its text. */
function drawPostLink(use: TagUse, config: Config): string {
  const { target, hash, rest } = findLinkedPost(use);
  const escaped = /^(true|false)$/.test(rest.at(-1) ?? '') ? rest.pop() !== 'false' : true;
  const text = rest.join(' ') || target?.title || use.args[0] || '';
  if (!target) return escapeHtml(text);
  const shown = escaped ? use.context.renderInline(text) : text;
  return `<a href="${escapeHtml(toUrl(config.root, target.route as never) + hash)}" title="${escapeHtml(target.title || text)}">${shown}</a>`;
}

function findPostUrl(use: TagUse, config: Config): string | undefined {
  const { target, hash } = findLinkedPost(use);
  return target && toUrl(config.root, target.route as never) + hash;
}

function findTagAsset({ context, map, name }: TagUse, path: string, config: Config): ReturnType<typeof findAsset> {
  const found = findAsset(path, { context, config });
  if (!found)
    tell(
      context,
      'image/missing',
      { target: path, suggestion: "Put it into the post's folder and check its spelling." },
      { map: map ?? context.block, snippet: `{%${name}` },
    );
  return found;
}

/** `{% asset_img [class …] name [width] [height] ["title" ["alt"]] %}` */
function drawAssetPicture(use: TagUse, config: Config): string {
  const at = use.args.findIndex(
    (arg) => /\.\w{2,5}$/.test(arg) || findAsset(arg, { context: use.context, config }) !== undefined,
  );
  const [classes, rest] = [use.args.slice(0, Math.max(at, 0)), use.args.slice(Math.max(at, 0))];
  const asset = findTagAsset(use, rest[0] ?? '', config);
  return drawImg({
    src: asset?.url ?? rest[0] ?? '',
    classes,
    rest: rest.slice(1),
    use,
    size: asset && use.context.site.measurePicture(asset.path),
  });
}

/** `{% img [class …] /path [width] [height] ["title" ["alt"]] %}` */
function drawPicture(use: TagUse, config: Config): string {
  const at = use.args.findIndex((arg) => /^(https?:)?\/\/|^\.{0,2}\/|\.\w{2,5}$/.test(arg));
  const rest = use.args.slice(Math.max(at, 0));
  const src = rest[0] ?? '';
  const asset = /^(https?:)?\/\//.test(src) ? undefined : findAsset(src, { context: use.context, config });
  return drawImg({
    src: asset?.url ?? src,
    classes: use.args.slice(0, Math.max(at, 0)),
    rest: rest.slice(1),
    use,
    size: asset && use.context.site.measurePicture(asset.path),
  });
}

interface Img {
  readonly src: string;
  readonly classes: readonly string[];
  readonly rest: readonly string[];
  readonly use: TagUse;
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

function drawImg({ src, classes, rest, use, size }: Img): string {
  const numbers = rest.slice(0, 2).filter((arg) => /^\d+(px|%)?$/.test(arg));
  const [title = '', alt = title] = rest.slice(numbers.length);
  const [width, height] = numbers.length > 0 ? numbers : [size?.width, size?.height];
  use.context.images.push(src);
  const attributes = { class: classes.join(' '), src, width, height, alt, title };
  const drawn = Object.entries(attributes).filter(([name, value]) => name === 'alt' || (value ?? '') !== '');
  return `<img ${drawn.map(([name, value]) => `${name}="${escapeHtml(String(value ?? ''))}"`).join(' ')} loading="lazy" decoding="async">`;
}

/** `{% asset_link name [title] [escape] %}` */
function drawAssetLink(use: TagUse, config: Config): string {
  const [path = '', ...words] = use.args;
  const asset = findTagAsset(use, path, config);
  const escaped = words.at(-1) === 'false' ? words.pop() === '' : words.at(-1) !== 'true' || words.pop() !== '';
  const title = words.join(' ') || path;
  if (!asset) return escapeHtml(title);
  return `<a href="${escapeHtml(asset.url)}" title="${escapeHtml(title)}">${escaped ? escapeHtml(title) : title}</a>`;
}

/** `{% link text… url [true|false] [title] %}` */
function drawLink({ args }: TagUse): string {
  const at = args.findIndex((arg) => /^(https?:)?\/\/|^\//.test(arg));
  if (at < 0) return escapeHtml(args.join(' '));
  const rest = args.slice(at + 1);
  const external = /^(true|false)$/.test(rest[0] ?? '') && rest.shift() === 'true';
  const url = escapeHtml(args[at] ?? '');
  const text = escapeHtml(args.slice(0, at).join(' '));
  return `<a href="${url}" title="${escapeHtml(rest.join(' '))}"${external ? ' target="_blank" rel="noopener"' : ''}>${text}</a>`;
}

/** `{% url_for text path %}` */
function drawUrl({ args }: TagUse, base: string): string {
  const [text = '', path = ''] = args;
  const url = /^(#|\/\/|https?:)/.test(path) ? path : base + encodeURI(path.replace(/^\//, ''));
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

/** `{% iframe url [width] [height] %}` */
function drawFrame({ args }: TagUse): string {
  const [url = '', width = 'default', height = 'default'] = args;
  if (!/^(https?:)?\/\/|^\//.test(url)) return escapeHtml(url);
  const size = (value: string, byDefault: string): string => escapeHtml(value === 'default' ? byDefault : value);
  return `<iframe src="${escapeHtml(url)}" width="${size(width, '100%')}" height="${size(height, '300')}" loading="lazy" allowfullscreen></iframe>\n`;
}

/** `{% blockquote [author[, source]] [link] [link title] %}` */
function drawQuote({ text, body, context }: TagUse): string {
  const [, who = text, url = '', title = ''] = /^(.*?)\s*((?:https?:)?\/\/\S+)\s*(.*)$/s.exec(text) ?? [];
  const [author = '', ...source] = who.split(/,\s*/);
  const shownUrl = title || url.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const cite = url
    ? `<cite><a href="${escapeHtml(url)}">${escapeHtml(source.join(', ') || shownUrl)}</a></cite>`
    : source.length > 0
      ? `<cite>${context.renderInline(source.join(', '))}</cite>`
      : '';
  const footer =
    author || cite ? `<footer>${author && `<strong>${context.renderInline(author)}</strong>`}${cite}</footer>` : '';
  return `<blockquote>${body}${footer}</blockquote>\n`;
}

/** `{% codeblock [title] [lang:x] [url] [link text] [options] %}` */
function drawCodeBlock({ text, body }: TagUse, config: Config): string {
  const language = /\blang:(\S+)/.exec(text)?.[1] ?? '';
  const info = readInfo(`${language || 'plaintext'} ${text.replace(/\blang:\S+/, '')}`, config);
  return drawCode({ ...info, language, code: body.replace(/^\n|\n\s*$/g, '') }, config);
}

/** `{% include_code [title] [lang:x] [from:N] [to:N] path %}`: a file below `code_dir`, and nothing outside it. */
function drawIncludedCode({ text, args, context, map, name }: TagUse, config: Config): string {
  const path = args.at(-1) ?? '';
  const top = context.post.id.slice(0, context.post.id.length - context.post.source.length);
  const folder = `${top}${config.code_dir}`;
  const joined = joinPath(folder, path);
  const inside = joined !== undefined && folderOf(`${joined}/`).startsWith(`${folder}/`);
  const code = inside && joined !== undefined ? context.site.readText(toSourcePath(joined)) : undefined;
  if (code === undefined) {
    tell(
      context,
      'link/file-missing',
      { target: path, suggestion: `It is looked for below ${folder}/.` },
      { map: map ?? context.block, snippet: `{% ${name}` },
    );
    return '';
  }
  const option = (key: string): string | undefined => new RegExp(`\\b${key}:(\\S+)`).exec(text)?.[1];
  const lines = code
    .split('\n')
    .slice(Number(option('from') ?? 1) - 1, Number(option('to') ?? Number.POSITIVE_INFINITY));
  const title =
    args
      .slice(0, -1)
      .filter((arg) => !/^(lang|from|to):/.test(arg))
      .join(' ') || path;
  return drawCode(
    {
      code: lines.join('\n').trimEnd(),
      language: option('lang') ?? path.split('.').at(-1) ?? '',
      title,
      lineNumbers: config.highlight.line_number,
    },
    config,
  );
}

const NOTE_KINDS = ['default', 'primary', 'success', 'info', 'warning', 'danger', 'tip'];

/** `{% note [kind] [no-icon] [summary…] %}`; a summary makes it a box that opens. */
function drawNote({ args, body, context }: TagUse): string {
  const kinds = args.filter((arg) => NOTE_KINDS.includes(arg) || arg === 'no-icon');
  const summary = args.filter((arg) => !kinds.includes(arg)).join(' ');
  const classes = ['note', ...(kinds.length > 0 ? kinds : ['default'])].join(' ');
  if (summary === '') return `<div class="${classes}">${body}</div>\n`;
  return `<details class="${classes}"><summary>${context.renderInline(summary)}</summary>${body}</details>\n`;
}

function drawDetails(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>${body}</details>\n`;
}
