/**
 * Fences where CommonMark sees none, as Hexo lets people write them: behind text in its
 * line, or four columns in.
 *
 *   例如：```js
 *   const x = 1;
 *   ```
 *
 * To CommonMark the end begins a fence, and from there on text is code and code is text.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { pushText, readLine } from '../math/block-lines.ts';
import type { Flavor } from '../model/config.ts';
import { FENCE, type Fence, isFenceEnd, pushFence } from './fence-lines.ts';
import { hasHabit } from './flavor.ts';

/** Adds the rules for Hexo's flavors. */
export function installTextFences(md: MarkdownIt, flavor: Flavor): void {
  if (!hasHabit(flavor, 'fences')) return;
  md.block.ruler.before('lheading', 'text_fence', readTextFence, { alt: ['paragraph'] });
  md.block.ruler.before('heading', 'heading_fence', readHeadingFence);
  md.block.ruler.before('code', 'indented_fence', readIndentedFence);
}

function readTextFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const fence = findTextFence(state, startLine, endLine);
  if (!fence) return false;
  if (silent) return true;
  addText(state, startLine, fence.text);
  pushFence(state, { ...fence, indent: state.sCount[startLine] ?? 0 });
  return true;
}

const HEADING = /^(#{1,6})[ \t]+(.*)$/;

function readHeadingFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const fence = HEADING.test(readLine(state, startLine)) ? findTextFence(state, startLine, endLine) : undefined;
  const [, markup, content = ''] = HEADING.exec(fence?.text ?? '') ?? [];
  if (!fence || markup === undefined) return false;
  pushText(state, { type: 'heading', tag: `h${markup.length}`, content, map: [startLine, startLine + 1], markup });
  pushFence(state, { ...fence, indent: state.sCount[startLine] ?? 0 });
  return true;
}

/** By line, the ends of such fences. Remembered, for many rules ask. */
const ends = new WeakMap<StateBlock, Map<number, number | undefined>>();

/** The fence that begins behind text in a line, if one does. */
export function findTextFence(state: StateBlock, startLine: number, endLine: number): TextFence | undefined {
  const opener = readOpener(readLine(state, startLine));
  if (!opener) return undefined;
  const known = ends.get(state) ?? new Map<number, number | undefined>();
  ends.set(state, known);
  if (!known.has(startLine)) known.set(startLine, findSoundEnd(state, opener, startLine, endLine));
  const end = known.get(startLine);
  return end === undefined ? undefined : { ...opener, startLine, end };
}

type Opener = Pick<TextFence, 'text' | 'markup' | 'info'>;

function findSoundEnd(
  state: StateBlock,
  { markup, info }: Opener,
  startLine: number,
  endLine: number,
): number | undefined {
  const end = findEnd(state, markup, startLine, endLine);
  // If a fence below were without its end by it, the marks are text: with a language the next fence, else any.
  return end !== undefined && isSound(state, end + 1, endLine, info !== '') ? end : undefined;
}

/** Marks with at most Latin words behind them, and text before them, in a line. */
function readOpener(line: string): Opener | undefined {
  const at = line.lastIndexOf('```');
  const [, info] = at < 0 ? [] : (/^`{3}[ \t]*([\w+#.\- ]*?)[ \t]*$/.exec(line.slice(at)) ?? []);
  if (info === undefined) return undefined;
  const before = line.slice(0, at);
  const text = before.replace(/[`\s]+$/, '');
  const marks = /`*$/.exec(before)?.[0] ?? '';
  return text === '' || !isClosed(text) ? undefined : { text, markup: `${marks}\`\`\``, info };
}

/** Whether all spans of code in a text have their ends: else the marks behind it may be one. */
function isClosed(text: string): boolean {
  return !text.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '').includes('```');
}

function readIndentedFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent < 4) return false;
  const [, markup, info = ''] = FENCE.exec(readLine(state, startLine)) ?? [];
  const end = markup === undefined ? undefined : findEnd(state, markup, startLine, endLine);
  if (markup === undefined || end === undefined) return false;
  if (!silent) pushFence(state, { startLine, end, info, markup, indent: state.sCount[startLine] ?? 0 });
  return true;
}

/** The line that is the end of a fence and nothing else. */
function findEnd(state: StateBlock, markup: string, startLine: number, endLine: number): number | undefined {
  for (let line = startLine + 1; line < endLine; line++) {
    const text = readLine(state, line);
    if (isFenceEnd(text, markup)) return line;
    // A fence with a language begins before this one ends: this is none.
    if (/^(?:`{3,}|~{3,})[ \t]*\w/.test(text) || readOpener(text)?.info) return undefined;
  }
  return undefined;
}

/** Whether each fence from a line on has its end, those behind text too; or only the next. */
function isSound(state: StateBlock, from: number, endLine: number, onlyNext: boolean): boolean {
  for (let line = from; line < endLine; line++) {
    const text = readLine(state, line);
    const markup = FENCE.exec(text)?.[1] ?? readOpener(text)?.markup;
    if (markup === undefined) continue;
    const end = findEnd(state, markup, line, endLine);
    if (end === undefined || onlyNext) return end !== undefined;
    line = end;
  }
  return true;
}

/** What stands before a fence goes on with the paragraph above it, if there is one. */
function addText(state: StateBlock, line: number, text: string): void {
  const [open, inline, close] = state.tokens.slice(-3);
  if (open?.type === 'paragraph_open' && open.map && inline?.map?.[1] === line && close?.level === state.level) {
    inline.content += `\n${text}`;
    inline.map[1] = open.map[1] = line + 1;
    return;
  }
  pushText(state, { type: 'paragraph', tag: 'p', content: text, map: [line, line + 1] });
}

interface TextFence extends Omit<Fence, 'indent'> {
  /** What stands before it. */
  readonly text: string;
}
