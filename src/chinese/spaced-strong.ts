/**
 * Bold with spaces within its stars, `** 重點 **` and `**重點： **說明`, or with Latin letters
 * behind its stop, `**注意:**QWidget`: to CommonMark no bold at all, to marked before 0.4 and
 * kramed as bold as any. Most who write it so in Chinese mean bold, and see the stars.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';

/** Whose spaced stars are bold: all of them, or those around 漢字. */
export type SpacedStrong = 'all' | 'han';

const STRONG = /\*\*(?!\*)((?:[^*\n]|\n(?!\n))+?)\*\*(?!\*)/y;
const STARS = /\*+/g;

/** Adds the rule. Stars that stay without a partner, and those of `2 ** 3` and `**kwargs`, are left to CommonMark. */
export function installSpacedStrong(md: MarkdownIt, whose: SpacedStrong): void {
  md.inline.ruler.before('emphasis', 'spaced_strong', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x2a) return false;
    STRONG.lastIndex = state.pos;
    const [whole = '', inner = ''] = STRONG.exec(state.src) ?? [];
    const end = state.pos + whole.length;
    if (whole === '' || end > state.posMax || !isMeant(state, inner, end)) return false;
    if (whose === 'han' && !HAN.test(inner)) return false;
    if (!isPaired(state)) return false;
    if (!silent) pushStrong(state, end, '**');
    state.pos = end;
    return true;
  });
}

/** Whether CommonMark would see no bold in a text between stars, though it is meant. */
function isMeant({ src, pos }: StateInline, inner: string, end: number): boolean {
  const [before, behind] = [src.slice(0, pos).slice(-2), src[end] ?? ''];
  if (inner.trim() === '') return false;
  // `**注意:**QWidget`
  if (inner === inner.trim()) return HAN.test(inner) && /\w/.test(behind);
  return !/\w[ \t]$/.test(before) && !/\w/.test(behind) && !(/^\s/.test(inner) && /\w$/.test(before));
}

const HAN = /\p{Script=Han}/u;

/** Whether the stars before are pairs, and so are all. */
function isPaired({ src, pos }: StateInline): boolean {
  const text = src.replace(/(`+)[^`]+\1/g, (code) => ' '.repeat(code.length));
  const doubles = [...text.matchAll(STARS)].filter(([stars]) => stars.length === 2);
  return doubles.length % 2 === 0 && doubles.filter(({ index }) => index < pos).length % 2 === 0;
}

/** What stands from here to `end`, between the marks, is bold. */
export function pushStrong(state: StateInline, end: number, mark: '**' | '__'): void {
  const { posMax } = state;
  state.push('strong_open', 'strong', 1).markup = mark;
  state.pos += 2;
  state.posMax = end - 2;
  state.md.inline.tokenize(state);
  state.push('strong_close', 'strong', -1).markup = mark;
  state.posMax = posMax;
}
