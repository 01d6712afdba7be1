/**
 * Footnotes. `駐點[^2](導數為零處)` is a note and words in parentheses, where CommonMark
 * sees a link called `^2`: Chinese puts no space between them. If no note of that name is
 * written, the words are the note, as with hexo-reference. What is written and not shown, a note that nobody refers to and the earlier of two of one name, is told.
 */
import type { Env, MarkdownIt, StateInline, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { isRecord } from '../base/record.ts';
import { contextOf, type RenderContext, tell } from './context.ts';

/** Adds the plugin, and lets its references go before links; it takes only names of notes that are there. */
export function installFootnotes(md: MarkdownIt): void {
  const known = new Set(md.inline.ruler.getRules(''));
  md.use(footnote);
  const readReference = md.inline.ruler.getRules('').filter((rule) => !known.has(rule))[1];
  if (readReference) md.inline.ruler.before('link', 'footnote_before_link', readReference);
  md.inline.ruler.before('link', 'footnote_in_brackets', readNoteInBrackets);
  md.core.ruler.before('footnote_tail', 'lost_footnotes', ({ tokens, env }) => {
    tellLostNotes(tokens, listReferences(env), contextOf(env));
  });
}

const IN_BRACKETS = /\[\^\d+\]\(((?:[^()\n]|\([^()\n]*\)){1,2000})\)/y;
/** An address, from the site's root, a folder or a host on, or a file: a link may be called `^2`. */
const ADDRESS = /^\s*(?:[a-z][\w+.-]*:|[/#?.<]|\S+\.(?:html?|md|pdf)\s*$)/i;

/** `[^2](words)`, the note itself where it is referred to. */
function readNoteInBrackets(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src[state.pos + 1] !== '^') return false;
  IN_BRACKETS.lastIndex = state.pos;
  const [whole = '', words = ''] = IN_BRACKETS.exec(state.src) ?? [];
  if (whole === '' || state.pos + whole.length > state.posMax || ADDRESS.test(words)) return false;
  if (!silent) pushNote(state, words.trim());
  state.pos += whole.length;
  return true;
}

/** What the plugin does with `^[words]`. */
function pushNote(state: StateInline, content: string): void {
  const list = listNotes(state.env);
  const id = list.length;
  const tokens: Token[] = [];
  list.push({ content, tokens });
  state.md.inline.parse(content, state.md, state.env, tokens);
  state.push('footnote_ref', '', 0).meta = { id };
}

/** The plugin's list of the notes of a text, in the order in which they are referred to. */
function listNotes(env: Env): unknown[] {
  const notes = isRecord(env.footnotes) ? env.footnotes : {};
  const list: unknown[] = Array.isArray(notes.list) ? notes.list : [];
  env.footnotes = { ...notes, list };
  return list;
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
