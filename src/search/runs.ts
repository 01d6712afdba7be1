/**
 * Where the terms of a text lie: runs of characters that are written without spaces
 * (漢字, kana, bopomofo), and words of all other scripts. `LMS演算法` is one of each.
 */

export interface Run {
  readonly kind: 'dense' | 'word';
  /** Its characters; one may be two UTF-16 units long. A word is one piece. */
  readonly text: string;
  /** Nothing but spaces and marks stands between it and the run before it, on the same line. */
  readonly follows: boolean;
}

const [OTHER, WORD, DENSE, UNKNOWN] = [0, 1, 2, 255];
/** The kinds of the characters met so far. */
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);
/** More of a word tells nothing (and it is no word: a key, a checksum). */
const LONGEST = 40;

/** Parts a folded text into its runs. */
export function splitRuns(text: string): Run[] {
  const runs: Run[] = [];
  let follows = false;
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === OTHER) {
      if (text.charCodeAt(at) === 10) follows = false;
      at++;
      continue;
    }
    let end = at;
    while (end < text.length && kindAt(text, end) === kind) end += widthAt(text, end);
    if (kind === WORD) end += markAfter(text, end);
    runs.push(
      kind === DENSE
        ? { kind: 'dense', text: text.slice(at, end), follows }
        : { kind: 'word', text: text.slice(at, Math.min(end, at + LONGEST)), follows },
    );
    follows = true;
    at = end;
  }
  return runs;
}

/** Whether the character at the start of a text is written without spaces around it. */
export function isDense(text: string): boolean {
  return kindAt(text, 0) === DENSE;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit < 0xdc00) return findKind(text.codePointAt(at) ?? 0);
  const known = kinds[unit] ?? OTHER;
  if (known !== UNKNOWN) return known;
  const kind = findKind(unit);
  kinds[unit] = kind;
  return kind;
}

function findKind(code: number): number {
  const char = String.fromCodePoint(code);
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u.test(char)) return DENSE;
  return /[\p{L}\p{N}\p{M}]/u.test(char) ? WORD : OTHER;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** `c++`, `c#`: the marks belong to the name. */
function markAfter(text: string, end: number): number {
  if (!/[a-z]/.test(text[end - 1] ?? '')) return 0;
  if (text.startsWith('++', end)) return 2;
  return text[end] === '#' ? 1 : 0;
}
