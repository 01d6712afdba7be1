/**
 * What the tests of this room share: a parser with the Chinese rules and a stand-in for
 * formulas, which are another room's.
 */
import MarkdownItBase, { type MarkdownIt, type StateInline } from 'markdown-it';
import { type ChineseOptions, installChinese } from '../../../src/chinese/markdown.ts';

/** markdown-it as a site has it, with `$…$` and `$$…$$` read by the simplest of rules. */
export function createParser(options: ChineseOptions = {}): MarkdownIt {
  const md = new MarkdownItBase({ html: true });
  md.inline.ruler.after('escape', 'formula', readFormula);
  for (const type of ['math_inline', 'math_display']) {
    md.renderer.rules[type] = (tokens, at) =>
      `<span class="math">${md.utils.escapeHtml(tokens[at]?.content ?? '')}</span>`;
  }
  installChinese(md, options);
  return md;
}

function readFormula(state: StateInline, silent: boolean): boolean {
  const [whole = '', display, inline] = /^\$\$([^$]+)\$\$|^\$([^$\n]+)\$/.exec(state.src.slice(state.pos)) ?? [];
  if (whole === '') return false;
  if (!silent) state.push(display ? 'math_display' : 'math_inline', '', 0).content = display ?? inline ?? '';
  state.pos += whole.length;
  return true;
}
