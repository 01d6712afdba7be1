/**
 * The tags that posts may use, in one table. Hexo's own keep their arguments and their
 * markup (hexo.io/docs/tag-plugins); NexT's boxes get markup of our own.
 */
import { escapeHtml } from '../../base/text.ts';
import type { Config } from '../../model/config.ts';
import { drawDetails, drawNote, drawQuote } from './boxes.ts';
import { drawCodeBlock, drawIncludedCode } from './code.ts';
import { around, literal, single, type TagDefinition, type TagTable } from './definition.ts';
import { drawFrame, drawLink, drawUrl } from './links.ts';
import { drawAssetPicture, drawPicture } from './pictures.ts';
import { drawAssetLink, drawPostLink, findPostUrl, findTagAsset } from './post-links.ts';

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
