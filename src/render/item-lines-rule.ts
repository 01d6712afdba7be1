/**
 * Which lines belong to an item of a list, as Hexo's renderers read it. CommonMark ends
 * the item at a fence, a quote or an element that stands farther left than its text, and
 * often the list with it, so that the items below are numbered anew or become text:
 *
 *   1. a
 *   ```
 *   x
 *   ```
 *   2. b
 *
 * marked before 0.4 and kramed nest by any indentation: ` - b` stands below `- a`.
 *
 * The rule reads nothing itself. Before a list is read it moves such lines to where the
 * item's text begins, in markdown-it's table of columns; the lines stay as they are.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { readLine } from '../math/block-lines.ts';
import type { Flavor } from '../model/config.ts';
import { FENCE, isFenceEnd } from './fence-lines.ts';
import { hasHabit } from './flavor.ts';
import { findElementEnd } from './html-end-rule.ts';
import { findTextFence } from './text-fence-rule.ts';

/** Adds the rule for a flavor that has such habits. */
export function installItemLines(md: MarkdownIt, flavor: Flavor): void {
  if (!hasHabit(flavor, 'fences')) return;
  md.block.ruler.before('list', 'item_lines', (state, startLine, endLine, silent) => {
    if (!silent) new ItemLines(state, flavor).move(startLine, endLine);
    return false;
  });
}

/** Where lines stood before they were moved. */
const moved = new WeakMap<StateBlock, Map<number, number>>();

/** The column of a line as it was written. */
export function readColumn(state: StateBlock, line: number): number {
  return moved.get(state)?.get(line) ?? state.sCount[line] ?? 0;
}

interface Item {
  readonly line: number;
  /** Columns at which its marker and its text stand. */
  readonly at: number;
  readonly text: number;
  /** None for a bullet. */
  readonly number: number | undefined;
}

/** A fence, a quote or an element. */
interface Block {
  /** The line behind it. */
  readonly end: number;
  /** Whether only its first line has to be where the item's text is. */
  readonly isFence: boolean;
}

class ItemLines {
  readonly #state: StateBlock;
  readonly #flavor: Flavor;

  constructor(state: StateBlock, flavor: Flavor) {
    this.#state = state;
    this.#flavor = flavor;
  }

  /** Moves the lines of the list that begins in a line, if one does. */
  move(startLine: number, endLine: number): void {
    let item = this.#readItem(startLine);
    /** Whether the line above is not blank, and whether it ends something other than a paragraph. */
    let above: 'blank' | 'text' | 'block' = 'text';
    for (let line = startLine; item && line < endLine; line++) {
      if (this.#state.isEmpty(line)) {
        above = 'blank';
        continue;
      }
      if (this.#columnOf(line) < this.#state.blkIndent) return;
      const next = this.#readItem(line);
      if (next && !this.#isBelow(next, item)) item = next;
      const block = this.#readBlock(line, endLine, next);
      if (!next && !this.#isOurs(line, { item, above, block })) {
        if (above !== 'text' || this.#isBlockStart(line)) return;
        continue;
      }
      if (next !== item) this.#moveTo(item.text, line, block && !block.isFence ? block.end : line + 1);
      above = block || (above === 'block' && !next) ? 'block' : 'text';
      if (block) line = block.end - 1;
    }
  }

  #columnOf(line: number): number {
    return this.#state.sCount[line] ?? 0;
  }

  /** Whether an item stands in a list below another, and not beside it. */
  #isBelow(next: Item, item: Item): boolean {
    if (next.at >= item.text) return true;
    if (next.at <= item.at || !hasHabit(this.#flavor, 'indents')) return false;
    // ` 2.` below `1.` is meant to go on.
    return item.number === undefined || next.number !== item.number + 1 || next.at > item.at + 1;
  }

  #isOurs(line: number, { item, above, block }: { item: Item; above: string; block: Block | undefined }): boolean {
    if (this.#columnOf(line) >= item.text) return true;
    const isIndented = readColumn(this.#state, line) - readColumn(this.#state, item.line) >= 2;
    if (hasHabit(this.#flavor, 'indents') && isIndented) return true;
    return block ? above !== 'blank' : above === 'block' && !this.#isBlockStart(line);
  }

  /** A fence that has an end, a line of a quote, or an element that ends with its line. */
  #readBlock(line: number, endLine: number, item: Item | undefined): Block | undefined {
    const textFence = findTextFence(this.#state, line, endLine);
    if (textFence) return { end: textFence.end + 1, isFence: true };
    const text = item ? readLine(this.#state, line).replace(MARKER, '') : readLine(this.#state, line);
    const fence = FENCE.exec(text)?.[1];
    if (fence !== undefined) {
      for (let end = line + 1; end < endLine; end++)
        if (isFenceEnd(readLine(this.#state, end), fence)) return { end: end + 1, isFence: true };
      return undefined;
    }
    if (item || !hasHabit(this.#flavor, 'quotes')) return undefined;
    const end = text.startsWith('>') ? line + 1 : findElementEnd(this.#state, line, endLine);
    return end === undefined ? undefined : { end, isFence: false };
  }

  #isBlockStart(line: number): boolean {
    const text = readLine(this.#state, line);
    return /^(?:#{1,6}(?:\s|$)|[>|<]|`{3}|~{3})/.test(text) || RULE.test(text);
  }

  #readItem(line: number): Item | undefined {
    const text = readLine(this.#state, line);
    const [whole = '', marker, digits] = MARKER.exec(text) ?? [];
    if (marker === undefined || RULE.test(text)) return undefined;
    const at = this.#columnOf(line);
    const gap = whole.length - marker.length;
    const width = marker.length + (gap > 4 || whole === text ? 1 : gap);
    return { line, at, text: at + width, number: digits === undefined ? undefined : Number(digits) };
  }

  #moveTo(column: number, from: number, to: number): void {
    const known = moved.get(this.#state) ?? new Map<number, number>();
    moved.set(this.#state, known);
    for (let line = from; line < to; line++) {
      const was = this.#columnOf(line);
      if (was >= column || this.#state.isEmpty(line)) continue;
      if (!known.has(line)) known.set(line, was);
      this.#state.sCount[line] = column;
    }
  }
}

const MARKER = /^([-*+]|(\d{1,9})[.)])(?:[ \t]+|$)/;
const RULE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
