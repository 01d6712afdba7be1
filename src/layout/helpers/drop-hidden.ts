/**
 * HTML without what is hidden from those who have it read aloud: KaTeX's layout beside its
 * MathML, the mark of a heading's link to itself.
 */

const HIDDEN = /<([a-z][a-z0-9]*)\b[^>]*\saria-hidden="true"[^>]*>|<annotation\b[^>]*>[\s\S]*?<\/annotation>/i;
const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** The HTML without elements with `aria-hidden="true"` and without the sources of formulas. */
export function dropHidden(html: string): string {
  let kept = '';
  let rest = html;
  for (let match = HIDDEN.exec(rest); match; match = HIDDEN.exec(rest)) {
    const [tag, name] = match;
    kept += rest.slice(0, match.index);
    rest = rest.slice(match.index + tag.length);
    if (name !== undefined && !VOID.test(name) && !tag.endsWith('/>')) rest = skipElement(rest, name);
  }
  return kept + rest;
}

/** What follows an element whose start tag was taken off; nothing if it is not closed. */
function skipElement(html: string, name: string): string {
  let depth = 1;
  for (const tag of html.matchAll(new RegExp(`<(/?)${name}\\b[^>]*>`, 'gi'))) {
    depth += tag[1] === '/' ? -1 : tag[0].endsWith('/>') ? 0 : 1;
    if (depth === 0) return html.slice(tag.index + tag[0].length);
  }
  return '';
}
