/**
 * `[[slug#eq:name]]` and `[[slug#eq:name|words]]`, as a markdown-it inline rule: a link to
 * an equation of another post, or of this one if no post is named.
 */
import type { StateInline } from 'markdown-it';
import { getSession } from './session.ts';

const REFERENCE = /\[\[([^[\]|\n]*)#(eq[:.-][^[\]|\n]+)(?:\|([^[\]\n]+))?\]\](?!\()/y;

/** Pushes the reference that stands here. It belongs before `link`. */
export function pushFarReference(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[[', state.pos)) return false;
  REFERENCE.lastIndex = state.pos;
  const match = REFERENCE.exec(state.src);
  if (!match || REFERENCE.lastIndex > state.posMax) return false;
  if (!silent) {
    const [markup, post = '', label = '', text] = match;
    const token = state.push('math_reference', '', 0);
    token.content = post.trim() === '' ? label.trim() : `${post.trim()}#${label.trim()}`;
    token.markup = markup;
    token.info = 'eqref';
    token.meta = { inLink: state.linkLevel > 0, ...(text !== undefined && { text: text.trim() }) };
    const origin = { tokens: state.tokens, text: state.src, offset: state.pos };
    getSession(state.env, state.src).references.set(token, origin);
  }
  state.pos += match[0].length;
  return true;
}
