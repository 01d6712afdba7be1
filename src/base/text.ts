/**
 * Small tools for text that knows of no blog: escaping, display columns, spelling.
 */
import { eastAsianWidth } from 'get-east-asian-width';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** Text made safe for HTML content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char) : text;
}

/** The text that a piece of HTML shows: tags and comments gone, the common entities decoded, spaces folded. */
export function stripTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(REFERENCE, decodeEntity)
    .replace(/\s+/g, ' ')
    .trim();
}

/** A setting that may hold HTML, as its text: `後端工程師<br>貓` but not `a < b > c`. */
export function dropMarkup(text: string): string {
  return /<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/i.test(text) ? stripTags(text.replace(/<br\b[^<>]*>/gi, ' ')) : text;
}

const REFERENCE = /&(#x?[0-9a-f]+|[a-z]+);/gi;

/** The text of an attribute or of a piece of HTML without tags: numbers and the common entities decoded. */
export function unescapeHtml(html: string): string {
  return html.includes('&') ? html.replace(REFERENCE, decodeEntity) : html;
}

function decodeEntity(entity: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES.get(name.toLowerCase()) ?? entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : entity;
}

/** Characters that HTML and XML forbid, removed; tabs and line ends stay. */
export function dropControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '');
}

/** How many columns a text takes on a terminal: 漢字 and full-width forms take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code === 0x200d || /\p{Mark}|\u200b/u.test(char)) continue;
    width += code < 0x300 ? 1 : eastAsianWidth(code);
  }
  return width;
}

/**
 * The known word which a writer most probably meant, or `undefined` if none is near.
 * Near means an edit distance of a third of the length, swapped letters counting once
 * (optimal string alignment; Damerau 1964).
 *
 * @param farthest - the greatest distance that is near
 */
export function suggest(
  word: string,
  known: Iterable<string>,
  farthest = Math.max(1, Math.floor(word.length / 3)),
): string | undefined {
  let best: string | undefined;
  let least = farthest + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** Fills `{name}` in a pattern from `values`; an unknown name stays as it is. */
export function fillIn(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** A text as the source of a regular expression that matches just it. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
