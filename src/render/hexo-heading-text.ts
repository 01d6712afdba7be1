/**
 * The text that Hexo makes a heading's id of, so that old links to headings hold. Hexo's
 * default renderer (hexo-renderer-marked) curls quotes and joins dashes before it takes
 * the id, knows no formulas and no footnotes, and takes tags out of code as well;
 * hexo-renderer-markdown-it leaves even HTML in.
 */
import type { Token } from 'markdown-it';

/** The text of a heading's inline tokens. */
export function readHexoText(children: readonly Token[], isBreakKept: boolean): string {
  const text = children.map((token) => readToken(token, isBreakKept)).join('');
  return text.replace(/<(?!\s)[^<>]*(?:>|$)/g, '').trim();
}

/**
 * The same for hexo-renderer-markdown-it (`lib/anchors.js` of version 7).
 *
 * @param isCurled - whether its `typographer` was on
 */
export function readMarkdownItText(children: readonly Token[], isCurled: boolean): string {
  return children
    .map(({ type, content }) => {
      if (type.startsWith('math_')) return ` ${content} `;
      return isCurled && type.startsWith('text') ? curl(content) : content;
    })
    .join('');
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
