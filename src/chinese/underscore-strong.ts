/**
 * Bold with underscores in the middle of Chinese text, `學到__重點__為止`: to CommonMark
 * words as `snake__case`, for 漢字 are letters; to marked before 0.4 and kramed bold.
 */
import type { MarkdownIt } from 'markdown-it';
import { pushStrong } from './spaced-strong.ts';

const STRONG = /__(?![_\s])(?:[^_\n`]|_(?!_))*?\p{Script=Han}(?:[^_\n`]|_(?!_))*?(?<!\s)__(?!_)/uy;
const LETTER = /[\p{L}\p{N}]/u;

/** Adds the rule. Names such as `my__var`, and what CommonMark sees as bold, are left to it. */
export function installUnderscoreStrong(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'underscore_strong', (state, silent) => {
    const { pos, posMax, src } = state;
    if (src.charCodeAt(pos) !== 0x5f || src[pos - 1] === '_') return false;
    STRONG.lastIndex = pos;
    const [whole = ''] = STRONG.exec(src) ?? [];
    const end = pos + whole.length;
    const beside = (src[pos - 1] ?? '') + (src[end] ?? '');
    if (whole === '' || end > posMax || /\w/.test(beside) || !LETTER.test(beside)) return false;
    if (!silent) pushStrong(state, end, '__');
    state.pos = end;
    return true;
  });
}
