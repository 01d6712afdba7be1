/**
 * Lines that begin a list, and lines that underline no heading, as marked read them.
 */
import type { MarkdownIt } from 'markdown-it';
import { readLine } from '../math/block-lines.ts';
import type { Flavor } from '../model/config.ts';
import { hasHabit } from './flavor.ts';

/** Adds the rules of a flavor. */
export function installOldLines(md: MarkdownIt, flavor: Flavor): void {
  if (hasHabit(flavor, 'numbers')) installNumbers(md, hasHabit(flavor, 'indents'));
  if (hasHabit(flavor, 'underlines')) installUnderlines(md);
}

/**
 * `2.` right below the text of an item begins a list, where CommonMark takes only `1.` for
 * a number. Year dates are text: so many items no list has.
 *
 * @param anywhere - also below text that is in no item
 */
function installNumbers(md: MarkdownIt, anywhere: boolean): void {
  md.block.ruler.before(
    'list',
    'number_line',
    (state, line, _endLine, silent) => {
      if (!silent || state.parentType !== 'paragraph') return false;
      const indent = (state.sCount[line] ?? 0) - state.blkIndent;
      if (indent < 0 || !(anywhere || state.listIndent >= 0)) return false;
      return /^\d{1,2}\.[ \t]+\S/.test(readLine(state, line));
    },
    { alt: ['paragraph'] },
  );
}

/** One `-` or `=` alone makes no heading of the line above: it takes two. */
function installUnderlines(md: MarkdownIt): void {
  md.block.ruler.before('lheading', 'short_underline', (state, startLine, endLine, silent) => {
    for (let line = startLine + 1; !silent && line < endLine && !state.isEmpty(line); line++) {
      if ((state.sCount[line] ?? 0) < state.blkIndent) return false;
      // Four columns in, it is a line of the paragraph.
      if (/^[-=][ \t]*$/.test(readLine(state, line))) state.sCount[line] = state.blkIndent + 4;
    }
    return false;
  });
}
