/**
 * Attributes in braces, as markdown-it-attrs and markdown-it-bracketed-spans have them:
 *
 *   [通過]{.label .success}，++波浪++{.wavy}，**粗**{#id}
 *   一段 {.center}
 *
 * What is no class, no id and none of the attributes below is text: `f{x=1}`.
 */
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import { readMarkedWords } from '../chinese/ruby.ts';

type Attribute = [name: string, value: string];

const NAMES = 'style|width|height|title|lang|dir|align|target|rel|loading|data-[\\w-]+';
const ITEM = `[.#][\\p{L}_][\\p{L}\\p{N}_-]*|(?:${NAMES})=(?:"[^"{}]*"|'[^'{}]*'|[^\\s"'{}]+(?=[\\s}]))`;
const BRACES = `\\{((?:[ \\t]*(?:${ITEM}))+)[ \\t]*\\}`;
const LEADING = new RegExp(`^${BRACES}`, 'u');
const TRAILING = new RegExp(`(?:^|[ \\t]+)${BRACES}[ \\t]*$`, 'u');
/** Behind words in brackets; emphasis dots are a notation of its own. */
const ENDING = new RegExp(`\\](?!\\{\\.dot\\})${BRACES}`, 'uy');

/** Adds the rules. */
export function installAttributes(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'bracketed_span', (state, silent) =>
    readMarkedWords(state, silent, { ending: ENDING, type: 'bracketed_span', tag: 'span', mark: readAttributes }),
  );
  md.inline.ruler2.push('attributes', (state) => {
    hangOnInlines(state);
    return true;
  });
  md.core.ruler.after('inline', 'block_attributes', ({ tokens }) => {
    for (const [index, inline] of tokens.entries()) if (inline.type === 'inline') hangOnBlock(tokens, index);
  });
}

function readAttributes(text: string): Attribute[] {
  const items = [...text.matchAll(new RegExp(ITEM, 'gu'))].map(([item]) => item);
  const classes = items.filter((item) => item.startsWith('.')).map((item) => item.slice(1));
  const others = items.flatMap((item): Attribute[] => {
    if (item.startsWith('.')) return [];
    const at = item.indexOf('=');
    return item.startsWith('#')
      ? [['id', item.slice(1)]]
      : [[item.slice(0, at), item.slice(at + 1).replace(/^(["'])(.*)\1$/, '$2')]];
  });
  return classes.length > 0 ? [['class', classes.join(' ')], ...others] : others;
}

function hang(token: Token, attributes: readonly Attribute[]): void {
  for (const [name, value] of attributes)
    if (name === 'class') token.attrJoin(name, value);
    else token.attrSet(name, value);
}

/** Right behind an element, a picture or code. */
function hangOnInlines({ tokens }: StateInline): void {
  const open: Token[] = [];
  let before: Token | undefined;
  for (const token of tokens) {
    const braces = before && token.type === 'text' ? LEADING.exec(token.content) : null;
    if (before && braces) {
      hang(before, readAttributes(braces[1] ?? ''));
      token.content = token.content.slice(braces[0].length);
    }
    before = undefined;
    if (token.nesting > 0) open.push(token);
    else if (token.nesting < 0) before = open.pop();
    else if (token.type === 'image' || token.type === 'code_inline') before = token;
  }
}

/** At the end of a paragraph, a heading, a cell; that of a tight item is the item's. */
function hangOnBlock(tokens: readonly Token[], index: number): void {
  const { children } = tokens[index] ?? {};
  const last = children?.at(-1);
  const braces = last?.type === 'text' ? TRAILING.exec(last.content) : null;
  const [above, open] = [tokens[index - 2], tokens[index - 1]];
  if (!children || !last || !braces || !open || children.length + braces.index < 2) return;
  const attributes = readAttributes(braces[1] ?? '');
  // The id of a heading is taken by the rule that makes them.
  const id = open.type === 'heading_open' ? attributes.find(([name]) => name === 'id') : undefined;
  last.content = last.content.slice(0, braces.index) + (id ? ` {#${id[1]}}` : '');
  if (last.content === '' && children.at(-2)?.type === 'softbreak') children.splice(-2);
  hang(
    open.hidden && above?.type === 'list_item_open' ? above : open,
    attributes.filter((one) => one !== id),
  );
}
