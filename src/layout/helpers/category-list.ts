/**
 * `list_categories`: the tree of categories as nested lists, or in one line.
 */
import { type Helper, markSafe } from '../helper.ts';
import type { PageScope } from '../page-scope.ts';
import { PostView, type TermView } from '../views.ts';
import { applyTransform, type Options, readFlag, readNumber, readText, splitArguments } from './arguments.ts';
import { drawTag } from './html-tag.ts';
import { arrange, chooseTerms } from './lists.ts';
import { urlFor } from './urls.ts';

/** What is the same for all entries of one list. */
interface Tree {
  readonly scope: PageScope;
  readonly options: Options;
  readonly name: string;
  /** How many levels are shown; `Infinity` for all. */
  readonly levels: number;
  /** Terms by their parent; the roots are under `undefined`. */
  readonly branches: ReadonlyMap<TermView | undefined, readonly TermView[]>;
}

/**
 * `list_categories(categories, options)`; all categories if none are given. `depth` is the
 * number of levels shown, 0 for all; with -1 all stand in one level.
 */
const list_categories: Helper = (scope, ...args) => {
  const { values, options } = splitArguments(args);
  const terms = arrange(
    chooseTerms(values[0], () => scope.site.categories),
    options,
    { orderby: 'name', order: 1, compareNames: scope.views.compareNames },
  );
  if (terms.length === 0) return '';
  const depth = readNumber(options, 'depth', 0);
  const tree: Tree = {
    scope,
    options,
    name: readText(options, 'class', 'category'),
    levels: depth > 0 ? depth : Number.POSITIVE_INFINITY,
    branches: depth < 0 ? new Map([[undefined, terms]]) : groupByParent(terms),
  };
  const isList = readText(options, 'style', 'list') === 'list';
  return markSafe(
    isList ? drawLevel(tree, undefined, 1) : listLinks(tree, undefined, 1).join(readText(options, 'separator', ', ')),
  );
};

/** A term whose parent is not among them is a root. */
function groupByParent(terms: readonly TermView[]): Map<TermView | undefined, TermView[]> {
  const known = new Set(terms);
  const groups = new Map<TermView | undefined, TermView[]>();
  for (const term of terms) {
    const parent = term.parent && known.has(term.parent) ? term.parent : undefined;
    const group = groups.get(parent);
    if (group) group.push(term);
    else groups.set(parent, [term]);
  }
  return groups;
}

function drawLevel(tree: Tree, parent: TermView | undefined, level: number): string {
  const items = (tree.branches.get(parent) ?? []).map((term) => drawItem(tree, term, level));
  return drawTag('ul', { class: `${tree.name}-list${parent ? '-child' : ''}` }, items.join(''));
}

function drawItem(tree: Tree, term: TermView, level: number): string {
  const { name, options, branches, levels } = tree;
  const children = level < levels && branches.has(term) ? drawLevel(tree, term, level + 1) : '';
  const isMarked = children !== '' && readFlag(options, 'children_indicator', false);
  const indicator = isMarked ? ` ${readText(options, 'children_indicator')}` : '';
  const link = drawLink(tree, term, { class: `${name}-list-link`, inner: drawName(tree, term) });
  const count = drawCount(tree, term, `${name}-list-count`);
  return drawTag('li', { class: `${name}-list-item${indicator}` }, link + count + children);
}

/** The links in the order of the tree, for one line. */
function listLinks(tree: Tree, parent: TermView | undefined, level: number): string[] {
  return (tree.branches.get(parent) ?? []).flatMap((term) => {
    const inner = drawName(tree, term) + drawCount(tree, term, `${tree.name}-count`);
    const link = drawLink(tree, term, { class: `${tree.name}-link`, inner });
    return [link, ...(level < tree.levels ? listLinks(tree, term, level + 1) : [])];
  });
}

function drawName({ options }: Tree, term: TermView): string {
  return applyTransform(options, term.name);
}

function drawCount({ options }: Tree, term: TermView, className: string): string {
  return readFlag(options, 'show_count', true) ? drawTag('span', { class: className }, String(term.length)) : '';
}

function drawLink(
  { scope, options }: Tree,
  term: TermView,
  { class: className, inner }: { class: string; inner: string },
): string {
  const current = readFlag(options, 'show_current', false) && isCurrent(scope, term) ? ' current' : '';
  return drawTag('a', { class: className + current, href: urlFor(scope, term) + readText(options, 'suffix') }, inner);
}

/** Whether the page being drawn is a post of the category, its own page, or that of one below it. */
function isCurrent({ page, scope }: PageScope, term: TermView): boolean {
  if (page instanceof PostView) return page.categories.includes(term);
  return scope.drawing.page.route.startsWith(term.path);
}

export const categoryHelpers: Readonly<Record<string, Helper>> = { list_categories };
