/**
 * Task lists: `- [ ]` and `- [x]` become check boxes (GitHub Flavored Markdown § 5.3).
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { escapeHtml } from '../base/text.ts';
import { readInlineText } from './plain-text.ts';

/** Adds the rule. */
export function installTaskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task_lists', ({ tokens }) => {
    for (const [index, inline] of tokens.entries()) {
      const [item, paragraph] = [tokens[index - 2], tokens[index - 1]];
      if (inline.type === 'inline' && paragraph?.type === 'paragraph_open' && item?.type === 'list_item_open')
        checkItem(item, inline);
    }
  });
}

function checkItem(item: Token, inline: Token): void {
  const first = inline.children?.[0];
  const mark = first?.type === 'text' ? /^\[([ xX])\]\s/.exec(first.content) : null;
  if (!first || !mark) return;
  first.content = first.content.slice(mark[0].length);
  item.attrJoin('class', 'task-list-item');
  const box = new (first.constructor as typeof Token)('html_inline', '', 0);
  const name = escapeHtml(readInlineText(inline.children ?? []).trim());
  box.content = `<input type="checkbox" disabled${mark[1] === ' ' ? '' : ' checked'} aria-label="${name}"> `;
  inline.children?.unshift(box);
}
