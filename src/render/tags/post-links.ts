/**
 * Tags that lead to posts and to their files.
 */
import { toUrl } from '../../base/path.ts';
import { escapeHtml } from '../../base/text.ts';
import type { Config } from '../../model/config.ts';
import { tell } from '../context.ts';
import { findAsset } from '../link-rule.ts';
import type { TagUse } from './definition.ts';

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
export function drawPostLink(use: TagUse, config: Config): string {
  const { target, hash, rest } = findLinkedPost(use);
  const escaped = /^(true|false)$/.test(rest.at(-1) ?? '') ? rest.pop() !== 'false' : true;
  const text = rest.join(' ') || target?.title || use.args[0] || '';
  if (!target) return escapeHtml(text);
  const shown = escaped ? use.context.renderInline(text) : text;
  return `<a href="${escapeHtml(toUrl(config.root, target.route as never) + hash)}" title="${escapeHtml(target.title || text)}">${shown}</a>`;
}

export function findPostUrl(use: TagUse, config: Config): string | undefined {
  const { target, hash } = findLinkedPost(use);
  return target && toUrl(config.root, target.route as never) + hash;
}

export function findTagAsset(
  { context, map, name }: TagUse,
  path: string,
  config: Config,
): ReturnType<typeof findAsset> {
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

/** `{% asset_link name [title] [escape] %}` */
export function drawAssetLink(use: TagUse, config: Config): string {
  const [path = '', ...words] = use.args;
  const asset = findTagAsset(use, path, config);
  const escaped = words.at(-1) === 'false' ? words.pop() === '' : words.at(-1) !== 'true' || words.pop() !== '';
  const title = words.join(' ') || path;
  if (!asset) return escapeHtml(title);
  return `<a href="${escapeHtml(asset.url)}" title="${escapeHtml(title)}">${escaped ? escapeHtml(title) : title}</a>`;
}
