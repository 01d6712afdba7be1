/**
 * Escapes that were meant for another renderer. A blog written for Hexo's `marked` says
 * `\\{`, `\_` and `\\\\` where TeX wants `\{`, `_` and `\\`, since Markdown took one
 * backslash away before MathJax saw the formula.
 *
 * They are undone where a whole post shows that they were meant so, never for a single
 * formula that could mean what it says.
 */
import { KNOWN_COMMANDS } from './known-commands.ts';

export type Unescape = 'auto' | 'off' | 'marked';

/** Which escapes a post's formulas were written with. */
export interface Escapes {
  /** `pure`: only in formulas that end no row otherwise. */
  readonly rows: 'all' | 'pure' | 'none';
  readonly braces: boolean;
  readonly underscores: boolean;
}

const NONE: Escapes = { rows: 'none', braces: false, underscores: false };
const ALL: Escapes = { rows: 'all', braces: true, underscores: true };

const FOUR = /(?<!\\)\\{4}(?!\\)/g;
const TWO = /(?<!\\)\\\\(?![\\{}A-Za-z,;:!|%])/g;
const ESCAPED_BRACE = /(?<!\\)\\\\[{}]/g;
const BRACE = /(?<!\\)\\[{}]/g;
/** `x\_{i}`, `x\_i`: a subscript, and not the `\_` of `learning\_rate`. */
const SUBSCRIPT =
  /(?<!\\)\\_(?=\{)|(?<=(?:^|[^A-Za-z\\])(?:\\[A-Za-z]+|[A-Za-z])|[)}\]])\\_(?=[A-Za-z0-9](?![A-Za-z]{2})|\\[A-Za-z])/g;
const TEXT = /\\(?:text[a-z]*|[mhf]box|operatorname\*?|tag\*?|math(?:rm|tt|sf|it|bf))\s*\{[^{}]*\}/g;

/**
 * What the formulas of one post show: each escape is judged by itself, and by what would speak against it.
 *
 * @param isEscaped - whether the post's delimiters are escaped (`\\(x\\)`)
 */
export function judgeEscapes(formulas: readonly string[], mode: Unescape, isEscaped = false): Escapes {
  if (mode !== 'auto') return mode === 'marked' ? ALL : NONE;
  let [four, two, escapedBraces, braces, subscripts, marked] = [0, 0, 0, 0, 0, 0];
  for (const tex of formulas) {
    if (!tex.includes('\\')) continue;
    const bare = tex.includes('\\_') ? tex.replace(TEXT, '') : tex;
    four += count(tex, FOUR);
    two += count(tex, TWO);
    escapedBraces += arePaired(tex) ? count(tex, ESCAPED_BRACE) : 0;
    braces += count(tex, BRACE);
    subscripts += count(bare, SUBSCRIPT);
    marked += count(bare, /(?<!\\)\\_\{/g);
  }
  const underscores = marked > 0 || subscripts > 1;
  const evident = isEscaped || underscores || escapedBraces > 0;
  return {
    rows: four === 0 ? 'none' : two === 0 ? 'all' : evident ? 'pure' : 'none',
    braces: escapedBraces > 0 && braces === 0,
    underscores,
  };
}

function count(tex: string, pattern: RegExp): number {
  return tex.match(pattern)?.length ?? 0;
}

/** Whether `\\\\{` has its `\\\\}` or its `\left`; a single one is a line break before a group. */
function arePaired(tex: string): boolean {
  const escaped = tex.match(ESCAPED_BRACE) ?? [];
  const open = escaped.filter((brace) => brace.endsWith('{')).length;
  return escaped.length > 0 && (open * 2 === escaped.length || /\\(?:left|big|Big)[lr]?\s*\\\\\{/.test(tex));
}

/** A formula as it was meant. */
export function undoEscapes(tex: string, escapes: Escapes, mode: Unescape): string {
  if (mode === 'off' || !tex.includes('\\')) return tex;
  if (isDoubled(tex)) return tex.replace(/\\\\/g, '\\').replace(/\\_/g, '_');
  let meant = tex.replace(/(?<!\\)\\\*/g, '*');
  meant = meant.replace(/(?<=\d\s?)\\\\(?=%)/g, '\\');
  if (escapes.rows === 'all' || (escapes.rows === 'pure' && count(meant, TWO) === 0))
    meant = meant.replace(FOUR, '\\\\');
  if (escapes.braces && arePaired(meant)) meant = meant.replace(/(?<!\\)\\\\(?=[{}])/g, '\\');
  if (mode === 'marked') meant = meant.replace(/(?<!\\)\\\\(?=[|,;:!%#$])/g, '\\');
  return escapes.underscores ? undoUnderscores(meant, mode) : meant;
}

/** `\_` outside text; within `\text{…}` it is right. */
function undoUnderscores(tex: string, mode: Unescape): string {
  if (!tex.includes('\\_')) return tex;
  const pattern = mode === 'marked' ? /(?<!\\)\\_/g : SUBSCRIPT;
  let meant = '';
  let done = 0;
  for (const text of tex.matchAll(TEXT)) {
    meant += tex.slice(done, text.index).replace(pattern, '_') + text[0];
    done = text.index + text[0].length;
  }
  return meant + tex.slice(done).replace(pattern, '_');
}

/** Whether every backslash of a formula is doubled, which TeX reads as line breaks and words. */
export function isDoubled(tex: string): boolean {
  if (!/\\\\[A-Za-z]{2}/.test(tex) || /(?<!\\)(?:\\\\)*\\[A-Za-z]/.test(tex)) return false;
  const words = [...tex.matchAll(/\\\\([A-Za-z]+)/g)].map((match) => match[1] ?? '');
  return words.every((word) => word.length > 1 && KNOWN_COMMANDS.has(word));
}

/** A character that nobody sees. */
export const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'g');
/** Letters that KaTeX has no glyph for although it knows the same letter by another number. */
const OTHER_FORMS = /[\u00b5\u{1d6a8}-\u{1d7cb}]|[\s\S]\u0338/gu;

/** A formula without characters that nobody sees and that KaTeX draws as a missing glyph. */
export function dropInvisible(tex: string): string {
  if (!/[^\n\t -~]/.test(tex)) return tex;
  return tex
    .replace(ALL_INVISIBLE, '')
    .replace(OTHER_FORMS, (letter) => letter.normalize(letter.endsWith('\u0338') ? 'NFC' : 'NFKC'));
}
