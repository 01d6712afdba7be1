/**
 * Line feeds inside a paragraph. Browsers show one as a space, which is right between
 * English words and wrong between 漢字 (CommonMark leaves it to the renderer).
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { charAfter, charBefore, isShared, isSquare } from './characters.ts';
import { addInlineRule, findRoles, type Role } from './inline.ts';

/** `join` drops the line feed between 漢字; `br` makes `<br>` of it, as Hexo does; `space` keeps it. */
export type SoftBreak = 'join' | 'br' | 'space';

/** Installs the rule for soft breaks in every paragraph. */
export function installSoftBreaks(md: MarkdownIt, mode: SoftBreak): void {
  if (mode === 'join') addInlineRule(md, 'chinese_soft_break', joinLines);
  if (mode === 'br') addInlineRule(md, 'chinese_soft_break', breakLines);
}

/**
 * Drops the soft breaks that have 漢字 or Chinese marks on both sides. Tags are looked
 * through; code, formulas, pictures and raw HTML are no 漢字, so a break beside them stays.
 */
function joinLines(tokens: Token[]): Token[] {
  if (!tokens.some((token) => token.type === 'softbreak' || token.type === 'image')) return tokens;
  for (const token of tokens) if (token.type === 'image' && token.children) token.children = joinLines(token.children);
  const roles = findRoles(tokens);
  return tokens.filter((token, at) => {
    if (token.type !== 'softbreak') return true;
    return !belongTogether(findSide(tokens, roles, at, -1), findSide(tokens, roles, at, 1));
  });
}

interface Side {
  /** The character next to the break; `''` beside what is no text. */
  readonly near: string;
  /** The nearest character that is not a mark shared with English. */
  readonly beyond: string;
}

/** “”‘’…—· beside a break are Chinese if what stands across it, or behind both, is. */
function belongTogether(left: Side, right: Side): boolean {
  if (isShared(left.near) && isShared(right.near)) return isSquare(left.beyond) && isSquare(right.beyond);
  const isChinese = (side: Side): boolean => isSquare(side.near) || isShared(side.near);
  return isChinese(left) && isChinese(right);
}

function findSide(tokens: readonly Token[], roles: readonly Role[], from: number, step: 1 | -1): Side {
  let near = '';
  for (let at = from + step; roles[at] === 'tag' || roles[at] === 'prose'; at += step) {
    if (roles[at] === 'tag') continue;
    const text = tokens[at]?.content ?? '';
    for (let place = step > 0 ? 0 : text.length; ; ) {
      const char = step > 0 ? charAfter(text, place) : charBefore(text, place);
      if (char === '') break;
      near ||= char;
      if (!isShared(char)) return { near, beyond: char };
      place = step > 0 ? text.indexOf(char, place) + 1 : text.lastIndexOf(char, place - 1);
    }
  }
  return { near, beyond: '' };
}

/** Makes `<br>` of soft breaks, but not beside a displayed formula, which stands on lines of its own anyway. */
function breakLines(tokens: Token[]): Token[] {
  const isDisplay = (at: number, step: 1 | -1): boolean => {
    let place = at + step;
    while (tokens[place]?.type === 'text' && tokens[place]?.content === '') place += step;
    return tokens[place]?.type === 'math_display';
  };
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'softbreak' && !isDisplay(at, -1) && !isDisplay(at, 1)) token.type = 'hardbreak';
  }
  return tokens;
}
