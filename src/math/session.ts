/**
 * What the rules of one parse tell each other: the formulas they found, where texts
 * stand in the file, and delimiters without a partner. It lives as long as markdown-it's
 * `env`, and nobody outside this room sees it.
 */
import type { Env, StateBlock, Token } from 'markdown-it';
import type { Delimiter } from './delimiters.ts';
import type { Found } from './find-math.ts';
import { fillPurse, MathText, type Purse } from './math-text.ts';

/** A place in a text whose lines are lines of the source: line `line` (from 0) holds the first of them. */
export interface Origin {
  readonly line: number;
  readonly text: string;
  readonly offset: number;
  /** Where in its line a text without lines of its own, such as a table's cell, begins to be looked for. */
  readonly from?: number;
}

/** A formula as found, before anything is done to it. */
export interface Draft {
  readonly display: boolean;
  readonly delimiter: Delimiter;
  /** With the delimiters it was written with. */
  readonly raw: string;
  readonly tex: string;
  readonly origin: Origin | InlineOrigin;
  /** From `{#eq:name}` behind it. */
  readonly label?: string;
  /** The stop or comma behind it, to be set in the formula's own line. */
  readonly punctuation?: string;
}

/** A place in the inline content that `tokens` hold; `places` tells where that stands. */
export interface InlineOrigin {
  readonly tokens: Token[];
  readonly text: string;
  readonly offset: number;
}

/** Something that looks like a formula and is none. */
export interface Refusal {
  readonly code: 'math/unclosed' | 'math/digit-after' | 'math/statement-unclosed' | 'post/container-unclosed';
  readonly sign: string;
  readonly origin: InlineOrigin | Origin;
}

export interface Session {
  readonly purse: Purse;
  readonly drafts: WeakMap<Token, Draft>;
  /** Where each `\\eqref` of the prose stands. */
  readonly references: WeakMap<Token, InlineOrigin>;
  /** Where the inline content of a block token stands. */
  readonly places: WeakMap<Token[], Place>;
  /** Lines of a block state that hold a sign with which a formula could begin. */
  readonly signs: WeakMap<StateBlock, ReadonlySet<number>>;
  readonly blocks: WeakMap<StateBlock, Map<number, BlockMath | undefined>>;
  readonly refusals: Refusal[];
  /** The source's lines. */
  readonly lines: readonly string[];
  /** How the texts in which something was reported lie on those lines. */
  readonly layouts: Map<string, TextLayout>;
  /** The session of the parse within which this one runs. */
  readonly outer: Session | undefined;
}

export interface Place {
  readonly line: number;
  readonly from?: number;
}

/** A displayed formula that stands as a block of its own. */
export interface BlockMath {
  readonly found: Found;
  readonly text: string;
  /** The first line behind it. */
  readonly nextLine: number;
  readonly blkIndent: number;
  readonly label?: string;
  readonly punctuation?: string;
}

/** Where the lines of a text begin in it, and in the lines of the source. */
export interface TextLayout {
  readonly starts: readonly number[];
  readonly columns: Map<number, number>;
}

const sessions = new WeakMap<Env, Session>();

/** Begins a session for a source. A parse within a parse, with the same `env`, goes on paying from the same purse. */
export function beginSession(env: Env, source: string): Session {
  const outer = sessions.get(env);
  const session: Session = {
    purse: outer?.purse ?? fillPurse(source.length),
    drafts: new WeakMap(),
    references: new WeakMap(),
    places: new WeakMap(),
    signs: new WeakMap(),
    blocks: new WeakMap(),
    refusals: [],
    lines: source.split('\n'),
    layouts: new Map(),
    outer,
  };
  sessions.set(env, session);
  return session;
}

/** Ends the session; the one around it, if there is one, goes on. */
export function endSession(env: Env): void {
  const outer = sessions.get(env)?.outer;
  if (outer) sessions.set(env, outer);
  else sessions.delete(env);
}

/** The session of an `env`; a new one if its parse did not begin with our own core rule. */
export function getSession(env: Env, source = ''): Session {
  return sessions.get(env) ?? beginSession(env, source);
}

/** What a draft takes from the text it was found in; the offset is that of its TeX, blanks before it left out. */
export function readFound(
  text: string,
  found: Found,
): Pick<Draft, 'display' | 'delimiter' | 'tex'> & { offset: number } {
  const source = text.slice(found.start, found.stop);
  const { tex, skipped } = found.delimiter === 'tag' ? peelTex(source) : trimTex(source);
  return { display: found.display, delimiter: found.delimiter, tex, offset: found.start + skipped };
}

const PEEL = /^\s*(?:\$([^$]+)\$|\$\$([^$]+)\$\$|\\\[([\s\S]+)\\\]|\\\(([\s\S]+)\\\))\s*$/;

/** The TeX in a tag or a fence, where some write delimiters once more: `{% math %}$$x$${% endmath %}`. `skipped` is what stands before it. */
export function peelTex(source: string): { tex: string; skipped: number } {
  const inner = PEEL.exec(source)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (inner === undefined) return trimTex(source);
  const { tex, skipped } = trimTex(inner);
  return { tex, skipped: skipped + source.indexOf(inner) };
}

function trimTex(source: string): { tex: string; skipped: number } {
  return { tex: source.trim(), skipped: source.length - source.trimStart().length };
}

/** A text to look for formulas in, on this session's account. */
export function createMathText(session: Session, source: string, delimiters: ReadonlySet<Delimiter>): MathText {
  return new MathText(source, delimiters, session.purse);
}
