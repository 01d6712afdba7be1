/**
 * `toc`: the contents of a post as nested lists, in Hexo's markup
 * (`ol.toc > li.toc-item.toc-level-2 > a.toc-link > span.toc-number + span.toc-text`).
 */
import { escapeHtml, stripTags } from '../../base/text.ts';
import { type Helper, isOptions, markSafe, toText } from '../helper.ts';
import type { PageScope } from '../page-scope.ts';
import { PostView } from '../views.ts';
import { type Options, readField, readFlag, readNumber, readText } from './arguments.ts';
import { drawTag } from './html-tag.ts';
import { urlFor } from './urls.ts';

interface Entry {
  readonly level: number;
  /** Decoded; `''` if the heading has none. */
  readonly id: string;
  /** Inline HTML, formulas rendered. */
  readonly html: string;
  readonly numbered: boolean;
}

interface Branch extends Entry {
  readonly children: Branch[];
}

interface Look {
  readonly classes: Readonly<Record<'list' | 'item' | 'link' | 'text' | 'child' | 'number' | 'level', string>>;
  readonly withNumbers: boolean;
  /** What stands before `#id`: empty on the post's own page. */
  readonly address: string;
}

/**
 * `toc(source, { min_depth, max_depth, max_items, class, list_number })` of a post's
 * headings, of a post or of HTML; nothing if it has no headings of these levels.
 */
const toc: Helper = (scope, source, given) => {
  const options = isOptions(given) ? given : {};
  const [least, most] = [readNumber(options, 'min_depth', 1), readNumber(options, 'max_depth', 6)];
  const shown = listEntries(source).filter(({ level }) => level >= least && level <= most);
  const entries = limitEntries(shown, readNumber(options, 'max_items', Number.POSITIVE_INFINITY));
  if (entries.length === 0) return '';
  const classes = nameClasses(options);
  const look: Look = {
    classes,
    withNumbers: readFlag(options, 'list_number', true),
    address: addressOf(scope, source),
  };
  return markSafe(drawTag('ol', { class: classes.list }, drawBranches(growTree(entries), '', look)));
};

function nameClasses(options: Options): Look['classes'] {
  const list = readText(options, 'class', 'toc');
  const name = (part: string): string => readText(options, `class_${part}`, `${list}-${part}`);
  return {
    list,
    item: name('item'),
    link: name('link'),
    text: name('text'),
    child: name('child'),
    number: name('number'),
    level: name('level'),
  };
}

/** A post's contents on another page lead to the post. */
function addressOf(scope: PageScope, source: unknown): string {
  return source instanceof PostView && source !== scope.page ? urlFor(scope, source) : '';
}

function listEntries(source: unknown): Entry[] {
  const headings = Array.isArray(source) ? source : readField(source, 'headings');
  if (Array.isArray(headings)) return headings.flatMap(readHeading);
  const content = readField(source, 'content');
  return readHtml(toText(content ?? source));
}

function readHeading(heading: unknown): Entry[] {
  const level = Number(readField(heading, 'level'));
  const html = toText(readField(heading, 'html') ?? escapeHtml(toText(readField(heading, 'text'))));
  return level >= 1 ? [{ level, id: toText(readField(heading, 'id')), html: cleanHeading(html), numbered: true }] : [];
}

function readHtml(html: string): Entry[] {
  return [...html.matchAll(/<h([1-6])\b([^>]*)>([\s\S]*?)<\/h\1>/gi)].map(([, level, attributes = '', inner = '']) => ({
    level: Number(level),
    id: stripTags(/\sid="([^"]*)"/i.exec(attributes)?.[1] ?? ''),
    html: cleanHeading(inner),
    numbered: !/\sdata-toc-unnumbered(?:="true")?(?=\s|$)/i.test(attributes),
  }));
}

/** A heading's HTML as it may stand inside a link: without links, footnotes' numbers and ids. */
function cleanHeading(html: string): string {
  if (!html.includes('<')) return html.trim();
  return html
    .replace(/<a\b[^>]*\bclass="header(?:-anchor|link)"[^>]*>[\s\S]*?<\/a>/gi, '')
    .replace(/<sup class="footnote-ref">[\s\S]*?<\/sup>/gi, '')
    .replace(/<\/?a\b[^>]*>/gi, '')
    .replace(/(<[^>]*?)\sid="[^"]*"/gi, '$1')
    .trim();
}

/** If there are too many, the deepest levels go first, then those at the end. */
function limitEntries(entries: readonly Entry[], most: number): Entry[] {
  let kept = [...entries];
  if (most < 1) return kept;
  const top = Math.min(...kept.map(({ level }) => level));
  for (let level = 6; level > top && kept.length > most; level--) kept = kept.filter((entry) => entry.level < level);
  return kept.slice(0, most);
}

/** Each heading stands below the nearest one before it that is of a higher rank. */
function growTree(entries: readonly Entry[]): Branch[] {
  const roots: Branch[] = [];
  const path: Branch[] = [];
  for (const entry of entries) {
    const branch: Branch = { ...entry, children: [] };
    while ((path.at(-1)?.level ?? 0) >= entry.level) path.pop();
    (path.at(-1)?.children ?? roots).push(branch);
    path.push(branch);
  }
  return roots;
}

function drawBranches(branches: readonly Branch[], prefix: string, look: Look): string {
  let count = 0;
  return branches
    .map((branch) => {
      const number = branch.numbered ? `${prefix}${++count}.` : prefix;
      const children =
        branch.children.length === 0
          ? ''
          : drawTag('ol', { class: look.classes.child }, drawBranches(branch.children, number, look));
      return drawTag(
        'li',
        { class: `${look.classes.item} ${look.classes.level}-${branch.level}` },
        drawLink(branch, number, look) + children,
      );
    })
    .join('');
}

function drawLink({ id, html, numbered }: Branch, number: string, { classes, withNumbers, address }: Look): string {
  const shown = withNumbers && numbered ? `${drawTag('span', { class: classes.number }, number)} ` : '';
  const href = id === '' ? undefined : `${address}#${encodeURIComponent(id.toWellFormed())}`;
  return drawTag('a', { class: classes.link, href }, shown + drawTag('span', { class: classes.text }, html));
}

export const tocHelpers: Readonly<Record<string, Helper>> = { toc };
