/**
 * Three notations of Chinese typesetting.
 *
 * - `{漢字|ㄏㄢˋ|ㄗˋ}` sets a reading above each character, `{東京|とうきょう}` one above all
 *   (`<ruby>`, W3C Ruby Markup). The base must be all Chinese, so that `{{ x | filter }}`,
 *   `{% tag %}`, `{#id}` and sets such as {x|x>0} stay what they are.
 * - `[重要]{.dot}` sets emphasis dots (著重號): `<em class="dot">`.
 * - `[直訳]{lang=ja}` says that a passage is in another language, so that browsers take its
 *   own forms of the characters: `<span lang="ja">`.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { LETTER } from './characters.ts';

const RUBY = new RegExp(`\\{([${LETTER}\\p{M}]{1,40})((?:[|｜][\\p{L}\\p{M}\\p{N} ˊˇˋ˙·'’.-]{1,40}){1,40})\\}`, 'uy');
const DOTS = /\]\{\.dot\}/y;
const FOREIGN = /\]\{lang=["']?([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)["']?\}/y;
/** Longer than this, the words in brackets are none of ours: each bracket would be followed to the end. */
const LONGEST_LABEL = 1000;
const CHARACTER = /\P{M}\p{M}*/gu;

/** Installs readings, emphasis dots and foreign passages. */
export function installRuby(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'chinese_ruby', readRuby);
  md.inline.ruler.before('link', 'chinese_dots', (state, silent) =>
    readMarkedWords(state, silent, { ending: DOTS, type: 'dots', tag: 'em', mark: () => [['class', 'dot']] }),
  );
  md.inline.ruler.before('link', 'foreign', (state, silent) =>
    readMarkedWords(state, silent, { ending: FOREIGN, type: 'foreign', tag: 'span', mark: (name) => [['lang', name]] }),
  );
  md.renderer.rules.ruby_text = (tokens, at) => {
    const reading = md.utils.escapeHtml(tokens[at]?.content ?? '');
    return `<rp>(</rp><rt>${reading}</rt><rp>)</rp>`;
  };
}

function readRuby(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b || state.src[state.pos - 1] === '{') return false;
  RUBY.lastIndex = state.pos;
  const [whole = '', base = '', tail = ''] = RUBY.exec(state.src) ?? [];
  if (whole === '' || state.pos + whole.length > state.posMax) return false;
  const readings = tail
    .slice(1)
    .split(/[|｜]/)
    .map((reading) => reading.trim());
  const characters = base.match(CHARACTER) ?? [];
  const parts = readings.length === 1 ? [base] : characters;
  if (parts.length !== readings.length || readings.includes('')) return false;
  if (!silent) pushRuby(state, parts, readings);
  state.pos += whole.length;
  return true;
}

/** Parts of a word, each with its reading above it. */
export function pushRuby(state: StateInline, parts: readonly string[], readings: readonly string[]): void {
  state.push('ruby_open', 'ruby', 1);
  for (const [at, part] of parts.entries()) {
    state.push('text', '', 0).content = part;
    state.push('ruby_text', '', 0).content = readings[at] ?? '';
  }
  state.push('ruby_close', 'ruby', -1);
}

/** `[words]{…}`: words in an element, and what its braces say of it. */
interface Notation {
  /** From the closing bracket on. */
  readonly ending: RegExp;
  readonly type: string;
  readonly tag: string;
  readonly mark: (value: string) => readonly [name: string, value: string][];
}

/**
 * Words in brackets with braces behind them; says whether they are there.
 * The words may hold anything that stands in a line. Asked silently it is nothing: only the
 * label of a link asks so, which takes whatever begins with a bracket for a link in a link.
 */
export function readMarkedWords(state: StateInline, silent: boolean, { ending, type, tag, mark }: Notation): boolean {
  const { pos, posMax, src } = state;
  if (silent || src.charCodeAt(pos) !== 0x5b || src[pos + 1] === '^') return false;
  const close = findLabelEnd(state);
  if (close === undefined) return false;
  ending.lastIndex = close;
  const [whole = '', value = ''] = ending.exec(src) ?? [];
  if (whole === '' || close + whole.length > posMax) return false;
  const open = state.push(`${type}_open`, tag, 1);
  for (const [name, text] of mark(value)) open.attrSet(name, text);
  state.pos = pos + 1;
  state.posMax = close;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
  state.push(`${type}_close`, tag, -1);
  state.pos = close + whole.length;
  return true;
}

/** Where the words in brackets end that begin here; `undefined` if they do not, or if nothing of ours can follow them. */
function findLabelEnd(state: StateInline): number | undefined {
  const { pos, src } = state;
  const first = src.indexOf(']{', pos);
  if (first < 0 || first > pos + LONGEST_LABEL) return undefined;
  const close = state.md.helpers.parseLinkLabel(state, pos);
  return close > pos + 1 && close <= pos + LONGEST_LABEL && src.slice(pos + 1, close).trim() !== '' ? close : undefined;
}
