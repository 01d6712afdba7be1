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
const DOTS = /\[([^[\]\n`$<\\]{1,100})\]\{\.dot\}/y;
const FOREIGN = /\[([^[\]\n`$<\\]{1,500})\]\{lang=["']?([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)["']?\}/y;
const CHARACTER = /\P{M}\p{M}*/gu;

/** Installs readings, emphasis dots and foreign passages. */
export function installRuby(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'chinese_ruby', readRuby);
  md.inline.ruler.before('link', 'chinese_dots', (state, silent) =>
    readMarked(state, silent, { pattern: DOTS, type: 'dots', tag: 'em', mark: () => ['class', 'dot'] }),
  );
  md.inline.ruler.before('link', 'foreign', (state, silent) =>
    readMarked(state, silent, { pattern: FOREIGN, type: 'foreign', tag: 'span', mark: (name) => ['lang', name] }),
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

function pushRuby(state: StateInline, parts: readonly string[], readings: readonly string[]): void {
  state.push('ruby_open', 'ruby', 1);
  for (const [at, part] of parts.entries()) {
    state.push('text', '', 0).content = part;
    state.push('ruby_text', '', 0).content = readings[at] ?? '';
  }
  state.push('ruby_close', 'ruby', -1);
}

/** `[words]{…}`: words in an element, and what its braces say of it. */
interface Notation {
  readonly pattern: RegExp;
  readonly type: string;
  readonly tag: string;
  readonly mark: (value: string) => [name: string, value: string];
}

function readMarked(state: StateInline, silent: boolean, { pattern, type, tag, mark }: Notation): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b) return false;
  pattern.lastIndex = state.pos;
  const [whole = '', label = '', value = ''] = pattern.exec(state.src) ?? [];
  if (whole === '' || state.pos + whole.length > state.posMax) return false;
  if (!silent) {
    const { pos, posMax } = state;
    state.push(`${type}_open`, tag, 1).attrSet(...mark(value));
    state.pos = pos + 1;
    state.posMax = pos + 1 + label.length;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.pos = pos;
    state.push(`${type}_close`, tag, -1);
  }
  state.pos += whole.length;
  return true;
}
