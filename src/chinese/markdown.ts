/**
 * All that Chinese needs in Markdown, installed in the one order in which it works:
 * quotes before line feeds (a “ beside one is Chinese), line feeds before spaces.
 *
 * The rules over text run after markdown-it's own, when code, formulas and links are
 * tokens already. Ids of headings should be made before, of the text as it was written.
 */
import type { MarkdownIt } from 'markdown-it';
import { installAutolinks } from './autolink.ts';
import { installEmphasis } from './emphasis.ts';
import { installQuotes, type Quotes } from './quotes.ts';
import { installRuby } from './ruby.ts';
import { installSoftBreaks, type SoftBreak } from './soft-break.ts';
import { installSpacedStrong, type SpacedStrong } from './spaced-strong.ts';
import { installSpacing, type Spacing } from './spacing.ts';
import { installUnderscoreStrong } from './underscore-strong.ts';

export interface ChineseOptions {
  readonly softBreak?: SoftBreak;
  readonly emphasis?: boolean;
  /** Whose bold may have spaces within its stars; nobody's by default. */
  readonly spacedStrong?: SpacedStrong;
  /** Whether `__` makes bold in the middle of a text; by default not. */
  readonly underscoreStrong?: boolean;
  readonly linkify?: boolean;
  readonly spacing?: Spacing;
  readonly quotes?: Quotes;
  readonly ruby?: boolean;
}

/** Installs the Chinese rules. By default lines are joined, and no character of the text is changed. */
export function installChinese(md: MarkdownIt, options: ChineseOptions = {}): void {
  if (options.emphasis ?? true) installEmphasis(md);
  if (options.spacedStrong) installSpacedStrong(md, options.spacedStrong);
  if (options.underscoreStrong) installUnderscoreStrong(md);
  if (options.linkify ?? true) installAutolinks(md);
  if (options.ruby ?? true) installRuby(md);
  installQuotes(md, options.quotes ?? 'keep');
  installSoftBreaks(md, options.softBreak ?? 'join');
  installSpacing(md, options.spacing ?? 'off');
}
