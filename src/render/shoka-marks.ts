/**
 * Marks of the theme Shoka within a line: `!!黑幕!!` hides words until they are pointed at,
 * `{漢字^hàn zì}` sets readings above characters. Readings are parted by spaces, stops, bars
 * or slashes; if there are not as many as characters, the whole stands above the whole.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { pushRuby } from '../chinese/ruby.ts';

/** Adds the rule for hidden words. */
export function installSpoilers(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'spoiler', readSpoiler);
}

/** No hidden words are longer. */
const LONGEST = 1000;

function readSpoiler(state: StateInline, silent: boolean): boolean {
  const { pos, posMax, src } = state;
  if (src.charCodeAt(pos) !== 0x21 || !/^!!(?![!\s])/.test(src.slice(pos, pos + 3)) || src[pos - 1] === '!')
    return false;
  const close = findSpoilerEnd(state);
  if (close === undefined) return false;
  if (!silent) {
    // As the tag `psw` is drawn.
    state.push('spoiler_open', 'span', 1).attrs = [
      ['class', 'psw'],
      ['tabindex', '0'],
    ];
    state.pos = pos + 2;
    state.posMax = close;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push('spoiler_close', 'span', -1);
  }
  state.pos = close + 2;
  return true;
}

/** Where `!!` ends the words that begin here, code and escapes passed over. */
function findSpoilerEnd({ pos, posMax, src }: StateInline): number | undefined {
  const words = src.slice(pos + 2, Math.min(posMax, pos + LONGEST));
  const end = [...words.matchAll(PIECES)].find(
    ({ 0: piece, index }) => piece === '!!' && !/\s/.test(words[index - 1] ?? ' '),
  );
  return end && pos + 2 + end.index;
}

const PIECES = /(`+)[^`]+\1|\\.|!!/g;

/** Adds the rule for readings. */
export function installFurigana(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'furigana', readFurigana);
}

const FURIGANA = /\{([^{}^\n|]{1,40})\^([^{}^\n]{1,100})\}/y;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;
const PARTS = /[\s.。・|｜/／]+/u;

function readFurigana(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b) return false;
  FURIGANA.lastIndex = state.pos;
  const [whole = '', base = '', tail = ''] = FURIGANA.exec(state.src) ?? [];
  // `{x^2}` is mathematics.
  if (whole === '' || state.pos + whole.length > state.posMax || !CJK.test(base + tail)) return false;
  const readings = tail.split(PARTS).filter(Boolean);
  const characters = [...base];
  const isParted = readings.length > 1 && readings.length === characters.length;
  const reading = tail.replace(/[.。・|｜/／+]+/g, '').trim();
  if (readings.length === 0 || reading === '') return false;
  if (!silent) pushRuby(state, isParted ? characters : [base], isParted ? readings : [reading]);
  state.pos += whole.length;
  return true;
}
