/**
 * Folding: what a reader would call the same text becomes one. Full-width and half-width
 * forms (NFKC), capitals, accents on Latin letters, Traditional and Simplified.
 */
import { CHARACTER_PAIRS } from './tables.ts';

interface Table {
  readonly pairs: ReadonlyMap<string, string>;
  /** What each UTF-16 unit is folded to, if both are one unit long. */
  readonly units: Uint16Array;
  /** The other characters that are folded, which are rare. */
  readonly longer: RegExp;
}

let known: Table | undefined;

function getTable(): Table {
  known ??= createTable([...CHARACTER_PAIRS]);
  return known;
}

function createTable(characters: readonly string[]): Table {
  const pairs = new Map([['ς', 'σ']]);
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < units.length; unit++) units[unit] = unit;
  let longer = '';
  for (let at = 0; at < characters.length; at += 2) {
    const [from = '', to = ''] = [characters[at], characters[at + 1]];
    pairs.set(from, to);
    if (from.length === 1 && to.length === 1) units[from.charCodeAt(0)] = to.charCodeAt(0);
    else longer += from;
  }
  return { pairs, units, longer: new RegExp(`[${longer}]`, 'gu') };
}

/** Each character that is folded to another, in the order of the table. */
export function listFolds(): ReadonlyMap<string, string> {
  return getTable().pairs;
}

const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/;
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** The folded text. Folding it again changes nothing. */
export function foldText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ');
  const bare = ACCENTED.test(plain)
    ? plain
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
    : plain;
  const { pairs, units, longer } = getTable();
  const folded = new Uint16Array(bare.length);
  for (let at = 0; at < bare.length; at++) folded[at] = units[bare.charCodeAt(at)] ?? 0;
  return decoder.decode(folded).replace(longer, (char) => pairs.get(char) ?? char);
}
