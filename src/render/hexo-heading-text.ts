/**
 * The text that Hexo makes a heading's id of, so that old links to headings hold. Hexo's
 * default renderer (hexo-renderer-marked) curls quotes and joins dashes before it takes
 * the id, knows no formulas and no footnotes, and takes tags out of code as well.
 */
import type { Token } from 'markdown-it';

/** The text of a heading's inline tokens. */
export function readHexoText(children: readonly Token[], isBreakKept: boolean): string {
  const text = children.map((token) => readToken(token, isBreakKept)).join('');
  return text.replace(/<(?!\s)[^<>]*(?:>|$)/g, '').trim();
}

function readToken(token: Token, isBreakKept: boolean): string {
  const { type, content } = token;
  if (type === 'text' || type === 'text_special') return curl(content);
  if (type === 'code_inline') return content;
  if (type.startsWith('math_')) return curl(` ${content} `);
  if (type === 'footnote_ref') return `[^${String(token.meta?.label ?? '')}]`;
  return (type === 'softbreak' || type === 'hardbreak') && !isBreakKept ? ' ' : '';
}

function curl(text: string): string {
  return text
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/(^|[-—/([{"\s])'/g, '$1‘')
    .replace(/'/g, '’')
    .replace(/(^|[-—/([{‘\s])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/\.{3}/g, '…');
}
