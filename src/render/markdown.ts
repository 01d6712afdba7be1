/**
 * The markdown-it of one site, assembled once. Each concern brings its own rules; the
 * order in which they are installed is the order in which they run.
 */
import MarkdownItBase, { type MarkdownIt } from 'markdown-it';
import { dropControls } from '../base/text.ts';
import { installChinese } from '../chinese/markdown.ts';
import { installMath } from '../math/markdown.ts';
import { installStatements } from '../math/statements.ts';
import type { FormulaMemo } from '../math/typeset.ts';
import { type Config, siteLanguage } from '../model/config.ts';
import type { Extensions } from '../model/extension.ts';
import { installAdmonitions } from './admonition-rule.ts';
import { installCode } from './code-rule.ts';
import { installConversion } from './convert-rule.ts';
import { installEscapes } from './escape-rule.ts';
import { installExtensions } from './extensions.ts';
import { installFarFences } from './far-fence-rule.ts';
import { hasHabit } from './flavor.ts';
import { installFootnotes } from './footnote-rule.ts';
import { installFormulaGaps } from './formula-gap-rule.ts';
import { installHeadingIds, installHeadings } from './heading-rule.ts';
import { installHtmlEnds } from './html-end-rule.ts';
import { installHtml } from './html-rule.ts';
import { installItemLines } from './item-lines-rule.ts';
import { installLinks } from './link-rule.ts';
import { installListFences } from './list-fence-rule.ts';
import { installOldLines } from './old-lines-rule.ts';
import { installTags } from './tags/install.ts';
import { adaptTags } from './tags/script-tags.ts';
import { createTagTable } from './tags/table.ts';
import { installTaskLists } from './task-list-rule.ts';
import { installTextFences } from './text-fence-rule.ts';
import { installUnevenTables } from './uneven-table-rule.ts';
import { installWideHeadings } from './wide-heading-rule.ts';

/** markdown-it silently drops what is nested deeper than 100. Here the stack is the limit, and that it overflows is told. */
const MAX_NESTING = 100_000;

/** A parser and renderer for the posts of a site with these settings and scripts. Formulas in `memo` are not set again. */
export function createMarkdown(config: Config, extensions: Extensions, memo?: FormulaMemo): MarkdownIt {
  const { markdown, typography, math } = config;
  const md = new MarkdownItBase({
    html: true,
    linkify: markdown.linkify,
    typographer: markdown.typographer,
    breaks: false,
    maxNesting: MAX_NESTING,
  });
  md.core.ruler.before('normalize', 'controls', (state) => {
    state.src = dropControls(state.src);
  });
  installTags(md, { table: new Map([...createTagTable(), ...adaptTags(extensions)]), config });
  installFootnotes(md);
  installEscapes(md);
  installAdmonitions(md);
  installExtensions(md, config);
  installTaskLists(md);
  installUnevenTables(md, markdown.flavor);
  installListFences(md);
  installItemLines(md, markdown.flavor);
  installOldLines(md, markdown.flavor);
  installTextFences(md, markdown.flavor);
  installFarFences(md);
  installWideHeadings(md, markdown.flavor);
  if (math.enable) {
    installMath(md, { ...math, ...(memo && { memo }) });
    installStatements(md, { language: siteLanguage(config) });
  }
  if (hasHabit(markdown.flavor, 'elements')) installHtmlEnds(md);
  installHeadingIds(md, markdown);
  installChinese(md, {
    softBreak: markdown.soft_break,
    emphasis: markdown.emphasis,
    ...(hasHabit(markdown.flavor, 'fences') && {
      spacedStrong: hasHabit(markdown.flavor, 'stars') ? ('all' as const) : ('han' as const),
    }),
    underscoreStrong: hasHabit(markdown.flavor, 'underscores'),
    linkify: markdown.linkify,
    spacing: typography.spacing === 'insert' ? 'insert' : 'off',
    quotes: typography.quotes,
  });
  installConversion(md);
  installFormulaGaps(md);
  installCode(md, config);
  installLinks(md, { config });
  installHtml(md, config);
  installHeadings(md, markdown);
  installTables(md);
  installFigures(md);
  return md;
}

/** A wide table scrolls in a box of its own. */
function installTables(md: MarkdownIt): void {
  md.renderer.rules.table_open = (tokens, index, options, _env, renderer) =>
    `<div class="table-wrap">${renderer.renderToken(tokens, index, options)}`;
  md.renderer.rules.table_close = (tokens, index, options, _env, renderer) =>
    `${renderer.renderToken(tokens, index, options)}</div>\n`;
}

function installFigures(md: MarkdownIt): void {
  const drawImage = md.renderer.rules.image;
  md.renderer.rules.image = (tokens, index, options, env, renderer) => {
    const caption = tokens[index]?.meta?.caption;
    const image = drawImage?.(tokens, index, options, env, renderer) ?? '';
    return typeof caption === 'string' ? `${image}<figcaption>${md.utils.escapeHtml(caption)}</figcaption>` : image;
  };
}
