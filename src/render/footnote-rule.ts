/**
 * Footnotes. `駐點[^2](導數為零處)` is a note and words in parentheses, where CommonMark
 * sees a link called `^2`: Chinese puts no space between them.
 */
import type { MarkdownIt } from 'markdown-it';
import footnote from 'markdown-it-footnote';

/** Adds the plugin, and lets its references go before links; it takes only names of notes that are there. */
export function installFootnotes(md: MarkdownIt): void {
  const known = new Set(md.inline.ruler.getRules(''));
  md.use(footnote);
  const readReference = md.inline.ruler.getRules('').filter((rule) => !known.has(rule))[1];
  if (readReference) md.inline.ruler.before('link', 'footnote_before_link', readReference);
}
