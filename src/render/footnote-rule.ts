/**
 * Footnotes. `駐點[^2](導數為零處)` is a note and words in parentheses, where CommonMark
 * sees a link called `^2`: Chinese puts no space between them. What is written and not
 * shown, a note that nobody refers to and the earlier of two of one name, is told.
 */
import type { MarkdownIt, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { isRecord } from '../base/record.ts';
import { contextOf, type RenderContext, tell } from './context.ts';

/** Adds the plugin, and lets its references go before links; it takes only names of notes that are there. */
export function installFootnotes(md: MarkdownIt): void {
  const known = new Set(md.inline.ruler.getRules(''));
  md.use(footnote);
  const readReference = md.inline.ruler.getRules('').filter((rule) => !known.has(rule))[1];
  if (readReference) md.inline.ruler.before('link', 'footnote_before_link', readReference);
  md.core.ruler.before('footnote_tail', 'lost_footnotes', ({ tokens, env }) => {
    tellLostNotes(tokens, listReferences(env), contextOf(env));
  });
}

/** The notes that are referred to, `:name` each: the plugin gives them a number, and the others -1. */
function listReferences(env: object): ReadonlySet<string> {
  const notes = 'footnotes' in env && isRecord(env.footnotes) ? env.footnotes.refs : undefined;
  return new Set(Object.entries(isRecord(notes) ? notes : {}).flatMap(([name, id]) => (Number(id) >= 0 ? [name] : [])));
}

function tellLostNotes(tokens: readonly Token[], references: ReadonlySet<string>, context: RenderContext): void {
  const last = new Map<string, number>();
  const notes = tokens.flatMap((token, at) => {
    if (token.type !== 'footnote_reference_open') return [];
    const label = String(token.meta?.label ?? '');
    last.set(label, at);
    return [{ label, at, map: tokens[at + 1]?.map ?? null }];
  });
  for (const { label, at, map } of notes) {
    const place = { map, snippet: `[^${label}]` };
    if (!references.has(`:${label}`)) tell(context, 'post/note-unused', { note: label }, place);
    else if (last.get(label) !== at) tell(context, 'post/note-twice', { note: label }, place);
  }
}
