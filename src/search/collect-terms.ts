/**
 * The terms of posts: pairs of neighbouring characters (`梯度`, `度下`, `下降`), the last
 * character of each run by itself (`降`), and words. So each character begins a term and
 * can be looked for alone. With each term goes what stands beside it, folded into a few
 * bits: two pairs that are both in a post but not side by side are told apart mostly.
 */
import { foldText } from './fold.ts';
import { hashText } from './hash.ts';
import { type Manner, packManner, WEIGHT } from './postings.ts';
import { type Run, splitRuns } from './runs.ts';
import { type Exchange, exchangeWords } from './words.ts';

/** A post as search sees it. */
export interface SearchDocument {
  readonly title: string;
  /** Tags and categories. */
  readonly tags: readonly string[];
  readonly headings: readonly string[];
  readonly text: string;
}

export interface PostTerms {
  readonly terms: ReadonlyMap<string, Manner>;
  /** Words that are indexed under other words too. */
  readonly exchanges: readonly Exchange[];
}

interface Seen {
  count: number;
  beside: number;
  weight: number;
  /** It stands there, or a word that is surely the same. */
  sure: boolean;
}

/** The terms of a post, with the neighbours and the weight of each. */
export function collectTerms({ title, tags, headings, text }: SearchDocument): PostTerms {
  const found: Found = { seen: new Map(), exchanges: new Set() };
  addText(title, WEIGHT.title, found);
  for (const tag of tags) addText(tag, WEIGHT.tag, found);
  for (const heading of headings) addText(heading, WEIGHT.heading, found);
  addText(text, 0, found);
  const terms = new Map<string, Manner>();
  for (const [term, { count, beside, weight, sure }] of found.seen)
    terms.set(term, packManner(beside, weight | countClass(count) | (sure ? 0 : WEIGHT.otherWord)));
  return { terms, exchanges: [...found.exchanges] };
}

/** Coarse, so that a sentence more seldom changes what is said of its words. */
function countClass(count: number): number {
  if (count > 14) return 3;
  return count > 5 ? 2 : Number(count > 2);
}

interface Found {
  readonly seen: Map<string, Seen>;
  readonly exchanges: Set<Exchange>;
}

function addText(text: string, weight: number, found: Found): void {
  const runs = splitRuns(foldText(text));
  for (const [index, run] of runs.entries()) {
    const [before, after] = [runs[index - 1], runs[index + 1]];
    const sides = {
      before: run.follows && before ? besideBefore(lastUnit(before)) : 0,
      after: after?.follows ? besideAfter(firstUnit(after)) : 0,
    };
    addRun(run, sides, { found, weight, sure: true });
    if (run.kind === 'word') continue;
    for (const sure of [true, false]) {
      const exchanged = exchangeWords(run.text, sure);
      if (!exchanged) continue;
      for (const exchange of exchanged.used) found.exchanges.add(exchange);
      addRun({ ...run, text: exchanged.text }, sides, { found, weight, sure, again: true });
    }
  }
}

interface Sides {
  readonly before: number;
  readonly after: number;
}

interface Adding {
  readonly found: Found;
  readonly weight: number;
  readonly sure: boolean;
  /** The run was added before with other words in it: nothing is counted twice. */
  readonly again?: boolean;
}

function addRun({ kind, text }: Run, { before, after }: Sides, adding: Adding): void {
  const units = kind === 'word' ? [text] : hasLongCharacters(text) ? [...text] : text;
  const last = units.length - 1;
  for (let at = 0; at < last; at++) {
    const left = at > 0 ? besideBefore(units[at - 1] ?? '') : before;
    const right = at + 2 <= last ? besideAfter(units[at + 2] ?? '') : after;
    addTerm(`${units[at]}${units[at + 1]}`, left | right, adding);
  }
  addTerm(units[last] ?? '', (last > 0 ? besideBefore(units[last - 1] ?? '') : before) | after, adding);
}

function addTerm(term: string, beside: number, { found, weight, sure, again }: Adding): void {
  const seen = found.seen.get(term);
  if (!seen) {
    found.seen.set(term, { count: 1, beside, weight, sure });
  } else if (sure || !seen.sure) {
    if (!again) seen.count++;
    seen.beside |= beside;
    seen.weight |= weight;
    seen.sure ||= sure;
  }
}

function hasLongCharacters(text: string): boolean {
  return /[\ud800-\udbff]/.test(text);
}

/** What the run begins with for who stands before it: a character, or two letters. */
function firstUnit({ kind, text }: Run): string {
  return kind === 'word' ? text.slice(0, 2) : String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** What it ends with for who stands after it: a character, or the whole word. */
function lastUnit({ kind, text }: Run): string {
  return kind === 'word' || !hasLongCharacters(text)
    ? kind === 'word'
      ? text
      : text.slice(-1)
    : ([...text].at(-1) ?? '');
}

const besides = new Map<string, number>();

/** One of three bits for what stands before a term. */
export function besideBefore(unit: string): number {
  let bit = besides.get(unit);
  if (bit === undefined) {
    bit = 1 << (hashText(unit) % 3);
    if (unit.length < 3) besides.set(unit, bit);
  }
  return bit;
}

/** One of three others for what stands after it. */
export function besideAfter(unit: string): number {
  return besideBefore(unit) << 3;
}
