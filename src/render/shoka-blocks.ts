/**
 * Blocks of the theme Shoka. They nest, and end as other containers do (`math/container-end.ts`):
 *
 *   :::danger no-icon    a box
 *   ;;;demo 標籤 1        tabs: those of one name in a row belong together
 *   +++primary 摘要       a fold
 */
import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import { readLine } from '../math/block-lines.ts';
import { type ContainerEnd, type Fencing, findContainerEnd, noteUnclosed, readContent } from '../math/container-end.ts';
import type { Config } from '../model/config.ts';
import { closeBox, openBox, openPart, pushTitle } from './box-tokens.ts';
import { contextOf } from './context.ts';
import { say } from './tags/words.ts';

/** What an opening line says: `kind` is a class or two, or the name of a group of tabs. */
interface Opening {
  readonly kind: string;
  readonly title: string;
}

interface Container {
  readonly mark: string;
  readonly pattern: RegExp;
  readonly push: (state: StateBlock, lines: Lines, opening: Opening) => void;
}

interface Lines {
  readonly startLine: number;
  readonly endLine: number;
  readonly end: ContainerEnd;
}

const KINDS = 'default|primary|success|info|warning|danger';
const BOX = new RegExp(`^:{3,}[ \\t]*((?:note[ \\t]+)?(?:${KINDS})(?:[ \\t]+no-icon)?)(?=\\s|$)[ \\t]*(.*?)[ \\t]*$`);
const TAB = /^;{3,}[ \t]*([\w-]+|[^\s;]+)[ \t]*(.*?)[ \t]*$/;
const FOLD = new RegExp(`^\\+{3,}(?:(${KINDS})\\b[ \\t]*|[ \\t]+)(.*?)[ \\t]*$`);

/** Adds the rules. */
export function installShokaBlocks(md: MarkdownIt, config: Config): void {
  const containers: readonly Container[] = [
    { mark: ':', pattern: BOX, push: pushBox },
    { mark: ';', pattern: TAB, push: pushTabs },
    {
      mark: '+',
      pattern: FOLD,
      push: (state, lines, { kind, title }) => {
        const summary = title || say({ context: contextOf(state.env), config }, 'open');
        pushFold(state, lines, { kind, title: summary });
      },
    },
  ];
  for (const container of containers) addRule(md, container);
  md.renderer.rules.tabs_open = (tokens, index, options, env, renderer) => {
    nameTabs(tokens, index, contextOf(env).slugger);
    return renderer.renderToken(tokens, index, options);
  };
}

function addRule(md: MarkdownIt, { mark, pattern, push }: Container): void {
  const fencing = createFencing(mark, pattern);
  md.block.ruler.before(
    'fence',
    `shoka_${mark}`,
    (state, startLine, endLine, silent) => {
      if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
      const opening = readOpening(readLine(state, startLine), pattern);
      if (!opening) return false;
      const end = findContainerEnd(state, { startLine, endLine }, fencing);
      // Colons are read once more, as statements.
      if (!end && !silent && mark !== ':') noteUnclosed(state, startLine);
      if (end && !silent) push(state, { startLine, endLine, end }, opening);
      return end !== undefined;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

/** Any name begins a container of colons, though only some are boxes. */
function createFencing(mark: string, pattern: RegExp): Fencing {
  const opener = mark === ':' ? /^:{3,}[ \t]*[^\s:]/ : pattern;
  return { mark, opens: (line) => opener.test(line) };
}

function readOpening(line: string, pattern: RegExp): Opening | undefined {
  const [whole, kind = '', title = ''] = pattern.exec(line) ?? [];
  return whole === undefined ? undefined : { kind, title };
}

function pushBox(state: StateBlock, { startLine, end }: Lines, { kind, title }: Opening): void {
  const kinds = kind.split(/\s+/).filter((word) => word !== 'note');
  openBox(state, startLine, { kind: kinds.join(' '), title });
  readContent(state, startLine, end);
  closeBox(state);
}

function pushFold(state: StateBlock, { startLine, end }: Lines, { kind, title }: Opening): void {
  openPart(state, 'fold', 'details', startLine).attrs = [['class', kind === '' ? 'fold' : `fold ${kind}`]];
  pushTitle(state, startLine, 'summary', title);
  readContent(state, startLine, end);
  state.push('fold_close', 'details', -1);
}

/** Tabs as the tag of that name draws them. */
function pushTabs(state: StateBlock, { startLine, endLine, end }: Lines, { kind, title }: Opening): void {
  const group = openPart(state, 'tabs', 'div', startLine);
  group.info = kind;
  let tab: { line: number; end: ContainerEnd; title: string } | undefined = { line: startLine, end, title };
  for (let number = 1; tab; number++) {
    pushTab(state, tab, `${kind} ${number}`);
    tab = findNextTab(state, endLine, kind);
  }
  state.push('tabs_close', 'div', -1);
}

function pushTab(
  state: StateBlock,
  { line, end, title }: { line: number; end: ContainerEnd; title: string },
  byDefault: string,
): void {
  openPart(state, 'tab', 'details', line);
  pushTitle(state, line, 'summary', title || byDefault);
  openPart(state, 'tab_pane', 'div', line);
  readContent(state, line, end);
  state.push('tab_pane_close', 'div', -1);
  state.push('tab_close', 'details', -1);
}

/** The next tab, if it is of the same group. */
function findNextTab(
  state: StateBlock,
  endLine: number,
  kind: string,
): { line: number; end: ContainerEnd; title: string } | undefined {
  const line = state.skipEmptyLines(state.line);
  if (line >= endLine || (state.sCount[line] ?? 0) < state.blkIndent) return undefined;
  const opening = readOpening(readLine(state, line), TAB);
  const end =
    opening?.kind === kind ? findContainerEnd(state, { startLine: line, endLine }, createFencing(';', TAB)) : undefined;
  return opening && end && { line, end, title: opening.title };
}

/** Ids of tabs are given when they are drawn, so that none is taken from a heading. */
function nameTabs(tokens: readonly Token[], index: number, slugger: { slug: (text: string) => string }): void {
  const group = tokens[index];
  if (!group) return;
  const id = slugger.slug(group.info.toLowerCase());
  group.attrs = [
    ['class', 'tabs'],
    ['id', id],
  ];
  let number = 0;
  for (let at = index + 1; tokens[at]?.type !== 'tabs_close' || tokens[at]?.level !== group.level; at++) {
    const token = tokens[at];
    if (!token) return;
    if (token.type === 'tab_open' && token.level === group.level + 1)
      token.attrs = [
        ['class', 'tab'],
        ['name', `tabs-${id}`],
        ...(number === 0 ? [['open', ''] satisfies [string, string]] : []),
      ];
    if (token.type === 'tab_pane_open' && token.level === group.level + 2)
      token.attrs = [
        ['class', 'tab-pane'],
        ['id', slugger.slug(`${id}-${++number}`)],
      ];
  }
}
