/**
 * What page is being drawn: `is_home`, `is_post`, `is_current` and the like, and its language.
 */
import { toBcp47 } from '../../base/language.ts';
import { decodePath, toOutputPath, toRoute } from '../../base/path.ts';
import type { LayoutPage, PageKind } from '../../model/page.ts';
import { type Helper, toText } from '../helper.ts';
import type { PageScope } from '../page-scope.ts';
import { findAlternates } from '../site-facts.ts';
import { readField } from './arguments.ts';

function pageOf({ scope }: PageScope): LayoutPage {
  return scope.drawing.page;
}

const isKind =
  (kind: PageKind): Helper =>
  (scope) =>
    pageOf(scope).kind === kind;

/** `is_current(path, strict)`: the page is at the path or below it; with `strict`, at it. */
const is_current: Helper = (scope, target, strict) => {
  const here: string = toOutputPath(pageOf(scope).route);
  const asked: string = toRoute(decodePath(toText(readField(target, 'path') ?? target)));
  if (asked === '' || strict) return here === toOutputPath(toRoute(asked));
  return here === asked || here.startsWith(asked.endsWith('/') ? asked : `${asked}/`);
};

/** The home page itself, not the pages behind it. */
const is_home_first_page: Helper = (scope) => pageOf(scope).kind === 'home' && pageOf(scope).pager?.current === 1;

/** `is_year(2024)`: an archive of that year or within it; `is_year()`: of any. */
const is_year: Helper = (scope, year) => matches(pageOf(scope).archive?.year, year);

/** `is_month(2024, 5)`: an archive of that month or within it; one number alone is the month. */
const is_month: Helper = (scope, first, second) => {
  const { year, month } = pageOf(scope).archive ?? {};
  if (month === undefined) return false;
  return second === undefined ? matches(month, first) : matches(year, first) && matches(month, second);
};

function matches(actual: number | undefined, asked: unknown): boolean {
  return actual !== undefined && (asked === undefined || asked === null || Number(asked) === actual);
}

/** `is_category('數學')`, `is_category('數學/代數')`, `is_tag('向量')`: the page of that term; without a name, of any. */
const isTerm =
  (kind: 'category' | 'tag'): Helper =>
  (scope, name) => {
    const page = pageOf(scope);
    if (page.kind !== kind || page.term === undefined) return false;
    if (name === undefined || name === null) return true;
    const asked = toText(readField(name, 'name') ?? name);
    const path = page.term.split('\u0000');
    return asked === path.at(-1) || asked === path.join('/');
  };

/** The page's language for `<html lang>`, in BCP 47. */
const html_lang: Helper = ({ scope }) => toBcp47(scope.drawing.language);

/**
 * `languages()`: the page in the languages of its site, for a switch: of each its `language`
 * in BCP 47, its `label`, its `url`, whether it is the `current` one, and whether the page
 * itself is there (`exact`) or only the edition's home page. Empty if there is one language.
 */
const languages: Helper = ({ scope }) =>
  findAlternates(scope, scope.drawing.page.route, scope.drawing.note).map((version) => ({
    ...version,
    language: toBcp47(version.language),
  }));

export const pageHelpers: Readonly<Record<string, Helper>> = {
  is_current,
  is_home: isKind('home'),
  is_home_first_page,
  is_post: isKind('post'),
  is_page: isKind('page'),
  is_archive: isKind('archive'),
  is_year,
  is_month,
  is_category: isTerm('category'),
  is_tag: isTerm('tag'),
  html_lang,
  languages,
};
