/**
 * Folding: what a reader would call the same text becomes one. Full-width and half-width
 * forms (NFKC), capitals, accents on Latin letters, Traditional and Simplified.
 */
import { CHARACTER_PAIRS } from './tables.ts';

interface Table {
  readonly pairs: ReadonlyMap<string, string>;
  /** What a UTF-16 unit by itself is folded to, if that is one unit; else one of the two below. */
  readonly units: Uint16Array;
  /** What a unit is folded to if that is more than one. */
  readonly longer: Map<number, string>;
}

/** Not looked at yet. */
const UNKNOWN = 0;
/** Folded to more than one unit, or not by itself. */
const SPECIAL = 0xffff;

let known: Table | undefined;

function getTable(): Table {
  known ??= createTable([...CHARACTER_PAIRS]);
  return known;
}

function createTable(characters: readonly string[]): Table {
  const pairs = new Map([['ς', 'σ']]);
  for (let at = 0; at < characters.length; at += 2) pairs.set(characters[at] ?? '', characters[at + 1] ?? '');
  return { pairs, units: new Uint16Array(0x10000).fill(UNKNOWN), longer: new Map() };
}

/** Each character that is folded to another, in the order of the table. */
export function listFolds(): ReadonlyMap<string, string> {
  return getTable().pairs;
}

/** What may become one with the character before it: marks, the parts of Hangul, and halves of surrogate pairs. */
const DEPENDENT = /[\p{M}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff9e\uff9f\ud800-\udfff]/u;

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
let room = new Uint16Array(1 << 14);

/** The folded text. Folding it again changes nothing. */
export function foldText(text: string): string {
  const table = getTable();
  makeRoom(text.length);
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let unit = table.units[code] ?? SPECIAL;
    if (unit === UNKNOWN) unit = learnUnit(code, table);
    if (unit !== SPECIAL) room[end++] = unit;
    else {
      const longer = table.longer.get(code);
      if (longer === undefined) return foldTogether(text, table);
      makeRoom(end + longer.length + text.length - at);
      for (let part = 0; part < longer.length; part++) room[end++] = longer.charCodeAt(part);
    }
  }
  return decoder.decode(room.subarray(0, end));
}

function makeRoom(units: number): void {
  if (units <= room.length) return;
  const larger = new Uint16Array(units * 2);
  larger.set(room);
  room = larger;
}

function learnUnit(code: number, { pairs, units, longer }: Table): number {
  const char = String.fromCharCode(code);
  const folded = DEPENDENT.test(char) ? undefined : foldTogether(char, { pairs });
  if (folded !== undefined && folded.length !== 1) longer.set(code, folded);
  const unit = folded?.length === 1 ? folded.charCodeAt(0) : SPECIAL;
  units[code] = unit;
  return unit;
}

/** A text whose characters may belong together. */
function foldTogether(text: string, { pairs }: Pick<Table, 'pairs'>): string {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  let folded = '';
  for (const char of bare) folded += pairs.get(char) ?? char;
  return folded;
}
