/**
 * TeX cut into tokens, as far as this room needs it: commands, braces, comments and
 * the rest. It never fails: what KaTeX will refuse is still cut into something.
 */

export type TexTokenKind = 'command' | 'open' | 'close' | 'align' | 'comment' | 'space' | 'text';

export interface TexToken {
  readonly kind: TexTokenKind;
  readonly text: string;
  /** Offsets in the formula, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A `{…}` group: offsets of its content, and the index of the token behind its `}`. */
export interface TexGroup {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

const PIECE = /\\verb\*?([^*a-zA-Z\s])[^\n]*?\1|\\[a-zA-Z@]+|\\[\s\S]|%[^\n]*\n?|\s+|[{}&[\]]|[^\\%\s{}&[\]]+|\\/g;

/** The tokens of a formula, in order and without gaps. Text is cut at every special sign, not at every letter. */
export function tokenizeTex(tex: string): TexToken[] {
  const tokens: TexToken[] = [];
  for (const match of tex.matchAll(PIECE)) {
    const text = match[0];
    tokens.push({ kind: kindOf(text), text, start: match.index, end: match.index + text.length });
  }
  return tokens;
}

function kindOf(text: string): TexTokenKind {
  switch (text[0]) {
    case '\\':
      return text.length > 1 ? 'command' : 'text';
    case '{':
      return 'open';
    case '}':
      return 'close';
    case '&':
      return 'align';
    case '%':
      return 'comment';
    default:
      return /^\s/.test(text) ? 'space' : 'text';
  }
}

/** The group that begins at `index`, spaces and comments before it skipped; `undefined` if none begins there or it is not closed. */
export function readGroup(tokens: readonly TexToken[], index: number): TexGroup | undefined {
  const first = skipSpaces(tokens, index);
  const open = tokens[first];
  if (open?.kind !== 'open') return undefined;
  let depth = 0;
  for (let i = first; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind === 'open') depth++;
    else if (token?.kind === 'close' && --depth === 0) return { start: open.end, end: token.start, next: i + 1 };
  }
  return undefined;
}

/** The index of the first token from `index` on that is neither a space nor a comment. */
export function skipSpaces(tokens: readonly TexToken[], index: number): number {
  let i = index;
  while (tokens[i]?.kind === 'space' || tokens[i]?.kind === 'comment') i++;
  return i;
}

/** A part of a text to be replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with its edits made. Edits must not overlap; of two at one place the earlier in the list stands first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const inOrder = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  let result = '';
  let done = 0;
  for (const { start, end, text: replacement } of inOrder) {
    if (start < done) continue;
    result += text.slice(done, start) + replacement;
    done = end;
  }
  return result + text.slice(done);
}
