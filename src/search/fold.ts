/**
 * Folding: what a reader would call the same text becomes one. Full-width and half-width
 * forms (NFKC), capitals, accents on Latin letters, Traditional and Simplified.
 */
import { CHARACTER_PAIRS } from './tables.ts';

/** Each character that is folded to another, in the order of the table. */
export const foldedCharacters: ReadonlyMap<string, string> = readPairs([...CHARACTER_PAIRS]);

function readPairs(characters: readonly string[]): Map<string, string> {
  const pairs = new Map([['ς', 'σ']]);
  for (let at = 0; at < characters.length; at += 2) pairs.set(characters[at] ?? '', characters[at + 1] ?? '');
  return pairs;
}

const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/;
let foldable: RegExp | undefined;

/** The folded text. Folding it again changes nothing. */
export function foldText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const bare = ACCENTED.test(plain)
    ? plain
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
    : plain;
  foldable ??= new RegExp(`[${[...foldedCharacters.keys()].join('')}]`, 'gu');
  return bare.replace(foldable, (char) => foldedCharacters.get(char) ?? char);
}
