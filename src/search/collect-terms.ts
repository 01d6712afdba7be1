/**
 * The terms of posts: pairs of neighbouring characters (`梯度`, `度下`, `下降`), the last
 * character of each run by itself (`降`), and words. So each character begins a term and
 * can be looked for alone. With each term goes what follows it, folded into a few numbers:
 * so `梯度下降` is two terms, `梯度` before `下` and `度下` before `降`, and a post that has
 * those pairs elsewhere is told apart.
 */
import { foldText } from './fold.ts';
import { hashText } from './hash.ts';
import { FOLLOWERS, type TermUse, WEIGHT } from './postings.ts';
import { isDense, type Run, splitRuns } from './runs.ts';
import { type Exchange, exchangeWords } from './words.ts';

/** A post as search sees it. */
export interface SearchDocument {
  readonly title: string;
  /** Tags and categories. */
  readonly tags: readonly string[];
  readonly headings: readonly string[];
  readonly text: string;
}

/**
 * A term where there are millions: one or two characters that each are one UTF-16 unit are
 * a number, which costs no string; all others are themselves.
 */
export type TermKey = number | string;

/** The key of a term. */
export function keyTerm(term: string): TermKey {
  const isShort = term.length <= 2 && isDense(term) && !hasLongCharacters(term);
  return isShort ? joinUnits(term.charCodeAt(0), term.length === 2 ? term.charCodeAt(1) : 0) : term;
}

/** The term of a key. */
export function nameTerm(key: TermKey): string {
  if (typeof key === 'string') return key;
  const second = key & 0xffff;
  return second === 0 ? String.fromCharCode(key >>> 16) : String.fromCharCode(key >>> 16, second);
}

/** No text holds U+0000, which stands for a lacking second unit. */
function joinUnits(first: number, second: number): number {
  return (first << 16) | second;
}

export interface PostTerms {
  readonly terms: ReadonlyMap<TermKey, TermUse>;
  /** Words that are indexed under other words too. */
  readonly exchanges: readonly Exchange[];
}

interface Seen extends TermUse {
  count: number;
  /** It stands there, or a word that is surely the same. */
  sure: boolean;
}

/** The terms of a post, and how each stands in it. */
export function collectTerms({ title, tags, headings, text }: SearchDocument): PostTerms {
  const found: Found = { seen: new Map(), exchanges: new Set() };
  addText(title, WEIGHT.title, found);
  for (const tag of tags) addText(tag, WEIGHT.tag, found);
  for (const heading of headings) addText(heading, WEIGHT.heading, found);
  addText(text, 0, found);
  for (const seen of found.seen.values()) {
    seen.weight |= countClass(seen.count) | (seen.sure ? 0 : WEIGHT.otherWord);
    if (seen.followers.length > 1) seen.followers.sort((a, b) => a - b);
  }
  return { terms: found.seen, exchanges: [...found.exchanges] };
}

/** Coarse, so that a sentence more seldom changes what is said of its words. */
function countClass(count: number): number {
  if (count > 14) return 3;
  return count > 5 ? 2 : Number(count > 2);
}

interface Found {
  readonly seen: Map<TermKey, Seen>;
  readonly exchanges: Set<Exchange>;
}

function addText(text: string, weight: number, found: Found): void {
  const runs = splitRuns(foldText(text));
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    const follower = next?.follows ? hashText(firstUnit(next)) % FOLLOWERS : NOTHING;
    addRun(run, follower, { found, weight, sure: true });
    if (run.kind === 'word') continue;
    for (const sure of [true, false]) {
      const exchanged = exchangeWords(run.text, sure);
      if (!exchanged) continue;
      for (const exchange of exchanged.used) found.exchanges.add(exchange);
      addRun({ ...run, text: exchanged.text }, follower, { found, weight, sure, again: true });
    }
  }
}

interface Adding {
  readonly found: Found;
  readonly weight: number;
  readonly sure: boolean;
  /** The run was added before with other words in it: nothing is counted twice. */
  readonly again?: boolean;
}

function addRun({ kind, text }: Run, follower: number, adding: Adding): void {
  if (kind === 'dense' && hasLongCharacters(text)) {
    addUnits([...text], follower, adding);
    return;
  }
  if (kind === 'word') {
    addTerm(text, follower, adding);
    return;
  }
  const last = text.length - 1;
  let unit = text.charCodeAt(0);
  for (let at = 0; at < last; at++) {
    const next = text.charCodeAt(at + 1);
    addTerm(joinUnits(unit, next), at + 2 <= last ? numberUnit(text.charCodeAt(at + 2)) : follower, adding);
    unit = next;
  }
  addTerm(joinUnits(unit, 0), follower, adding);
}

/** The same for a run with characters of two UTF-16 units. */
function addUnits(units: readonly string[], follower: number, adding: Adding): void {
  for (const [at, unit] of units.entries()) {
    const third = units[at + 2];
    addTerm(
      keyTerm(unit + (units[at + 1] ?? '')),
      third === undefined ? follower : hashText(third) % FOLLOWERS,
      adding,
    );
  }
}

function addTerm(term: TermKey, follower: number, { found, weight, sure, again }: Adding): void {
  let seen = found.seen.get(term);
  if (!seen) {
    seen = { count: 0, followers: [], weight: 0, sure };
    found.seen.set(term, seen);
  } else if (seen.sure && !sure) return;
  if (!again || seen.count === 0) seen.count++;
  if (follower !== NOTHING && !seen.followers.includes(follower)) seen.followers.push(follower);
  seen.weight |= weight;
  seen.sure ||= sure;
}

function hasLongCharacters(text: string): boolean {
  return /[\ud800-\udbff]/.test(text);
}

/** What the run begins with for who stands before it: a character, or two letters. */
function firstUnit({ kind, text }: Run): string {
  return kind === 'word' ? text.slice(0, 2) : String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** Nothing follows. */
const NOTHING = -1;
const numbers = new Int16Array(0x10000).fill(NOTHING);

/** The number of a character that follows a term, kept: they come again and again. */
function numberUnit(unit: number): number {
  let number = numbers[unit] ?? NOTHING;
  if (number === NOTHING) {
    number = hashText(String.fromCharCode(unit)) % FOLLOWERS;
    numbers[unit] = number;
  }
  return number;
}
