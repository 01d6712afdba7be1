/**
 * The tokens of boxes that are no tags; they look like those of the tag `note`.
 */
import type { StateBlock, Token } from 'markdown-it';

export interface Box {
  /** What kind of note it is: `warning`, `danger no-icon`. */
  readonly kind: string;
  /** Markdown without blocks; empty for none. */
  readonly title: string;
}

/** Opens a box that begins in a line. */
export function openBox(state: StateBlock, line: number, { kind, title }: Box): void {
  openPart(state, 'box', 'div', line).attrs = [['class', `note ${kind}`]];
  if (title !== '') pushTitle(state, line, 'p', title).attrs = [['class', 'note-title']];
}

/** Closes the box that was opened last. */
export function closeBox(state: StateBlock): void {
  state.push('box_close', 'div', -1);
}

/** Opens an element of a block that begins in a line. */
export function openPart(state: StateBlock, type: string, tag: string, line: number): Token {
  const token = state.push(`${type}_open`, tag, 1);
  token.map = [line, line + 1];
  return token;
}

/** A title in its element, which is given back. */
export function pushTitle(state: StateBlock, line: number, tag: 'p' | 'summary', title: string): Token {
  const open = openPart(state, 'box_title', tag, line);
  Object.assign(state.push('inline', '', 0), { content: title, map: [line, line + 1], children: [] });
  state.push('box_title_close', tag, -1);
  return open;
}
