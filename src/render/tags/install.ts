/**
 * Tags in posts as markdown-it rules. They are read after code and formulas and never
 * by replacing text, so `{{`, `{%` and `{#` in code, formulas and prose are safe.
 *
 * A tag with a Markdown body becomes a pair of tokens around the body's own tokens; all
 * others become one token. An unknown tag stays as written, with a warning.
 */
import type { MarkdownIt } from 'markdown-it';
import { contextOf } from '../context.ts';
import { readBlockTag, splitHtmlBlock } from './block-rule.ts';
import { installTagRenderer, type TagSite } from './draw.ts';
import { installTagsInHtml } from './html.ts';
import { readInlineTag } from './inline-rule.ts';

/** Adds the rules for the tags of a site. */
export function installTags(md: MarkdownIt, site: TagSite): void {
  const { table } = site;
  md.block.ruler.before(
    'fence',
    'tag',
    (state, startLine, endLine, silent) => readBlockTag(state, { startLine, endLine, silent }, table),
    {
      alt: ['paragraph', 'reference', 'blockquote', 'list'],
    },
  );
  md.block.ruler.before('html_block', 'tag_in_html', (state, startLine, endLine, silent) =>
    splitHtmlBlock(state, { startLine, endLine, silent }, table),
  );
  md.inline.ruler.before('escape', 'tag', (state, silent) => readInlineTag(state, silent, table));
  md.core.ruler.at('inline', ({ tokens, env, md: parser }) => {
    const context = contextOf(env);
    for (const token of tokens) {
      if (token.type !== 'inline') continue;
      context.block = token.map;
      context.rawDepth = token.meta?.raw ? 1 : 0;
      token.children ??= [];
      parser.inline.parse(token.content, parser, env, token.children);
    }
    context.rawDepth = 0;
  });
  installTagsInHtml(md, site);
  installTagRenderer(md, site);
}
