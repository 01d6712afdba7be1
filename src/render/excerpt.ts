/**
 * Excerpts: what stands before `<!-- more -->`. The mark may stand anywhere, inside a
 * list or a quotation too; what is open there is closed, so that the page around the
 * excerpt stays whole.
 */

const MORE_ANCHOR = '<span id="more"></span>';
const MARK = /<!--\s*more\s*-->/iy;
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

export interface Parts {
  /** The whole, the mark replaced by an empty anchor `#more`. */
  readonly html: string;
  readonly excerpt: string;
}

/** Parts rendered HTML at its first mark; without one the excerpt is empty. */
export function splitExcerpt(rendered: string): Parts {
  const mark = findMark(rendered);
  if (!mark) return { html: rendered, excerpt: '' };
  const before = rendered.slice(0, mark.start);
  const after = rendered.slice(mark.end);
  const excerpt = (before + closeElements(before)).replace(/<p>\s*<\/p>\s*$/, '').trim();
  return { html: `${before}${MORE_ANCHOR}${after}`, excerpt };
}

/** Comments are few and pages long: each is looked at, not each place. */
function findMark(html: string): { start: number; end: number } | undefined {
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', start + 1)) {
    MARK.lastIndex = start;
    const [mark] = MARK.exec(html) ?? [];
    if (mark !== undefined) return { start, end: start + mark.length };
  }
  return undefined;
}

/** The end tags of the elements that stand open at the end of a piece of HTML. */
export function closeElements(html: string): string {
  const open: string[] = [];
  for (const [, slash, name = '', selfClosed] of html.matchAll(
    /<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/gi,
  )) {
    const tag = name.toLowerCase();
    if (slash) {
      const at = open.lastIndexOf(tag);
      if (at >= 0) open.length = at;
    } else if (!selfClosed && !VOID.has(tag)) open.push(tag);
  }
  return open
    .reverse()
    .map((tag) => `</${tag}>`)
    .join('');
}
