/**
 * One owner for each address. What a writer made comes first: two of those that want
 * one address are an error. What the generators make yields to it.
 */
import type { Diagnostic, Location } from '../base/diagnostic.ts';
import { findRouteFault, type Route, toOutputPath } from '../base/path.ts';
import { diagnose } from '../model/messages.ts';
import type { Page } from '../model/page.ts';

export interface Claims {
  /** Posts, pages, files and what scripts generate. */
  readonly written: readonly Page[];
  /** Lists of posts: a page at their address replaces them, and is told. */
  readonly lists: readonly Page[];
  /** Feeds, overviews and the theme's files: whatever else wants their address has it. */
  readonly extras: readonly Page[];
  /** Whether a page has no text of its own and so stands only for the list at its address. */
  readonly isBlank: (page: Page) => boolean;
}

/** The pages that get their address, in the order given, and what was told about the others. */
export function claimRoutes({ written, lists, extras, isBlank }: Claims): { pages: Page[]; diagnostics: Diagnostic[] } {
  const owners = new Map<string, Page>();
  const diagnostics: Diagnostic[] = [];
  for (const page of written) {
    const fault = findRouteFault(page.route);
    if (fault) {
      diagnostics.push(diagnose(`route/${fault}`, { route: page.route }, startOf(page)));
      continue;
    }
    const key = identify(page.route);
    const [same, inTheWay] = [owners.get(key), findFileInTheWay(key, owners)];
    const other = same ?? inTheWay;
    if (other) diagnostics.push(tellClash(same ? 'route/duplicate' : 'route/inside-file', page, other));
    else owners.set(key, page);
  }
  for (const list of lists) {
    const key = identify(list.route);
    const other = owners.get(key);
    if (!other || isBlank(other)) owners.set(key, list);
    // Two spellings of a tag are two tags, as in Hexo, though a disk that folds case would make one of their pages.
    else if (areTerms(list, other)) owners.set(list.route, list);
    else diagnostics.push(tellClash('route/replaced', other, list));
  }
  for (const extra of extras) {
    const key = identify(extra.route);
    if (!owners.has(key)) owners.set(key, extra);
  }
  return { pages: [...owners.values()], diagnostics };
}

/** What a case-folding, normalising disk makes of an address: macOS and Windows see one file where Linux sees two. */
function identify(route: Route): string {
  return toOutputPath(route).normalize('NFC').toLowerCase();
}

function areTerms(a: Page, b: Page): boolean {
  return (
    a.type === 'layout' && b.type === 'layout' && a.term !== undefined && b.term !== undefined && a.route !== b.route
  );
}

/** A page published as a file `a` stands where this one needs a folder `a/`. */
function findFileInTheWay(key: string, owners: ReadonlyMap<string, Page>): Page | undefined {
  for (let slash = key.indexOf('/'); slash > 0; slash = key.indexOf('/', slash + 1)) {
    const file = owners.get(key.slice(0, slash));
    if (file) return file;
  }
  return undefined;
}

function tellClash(
  code: 'route/duplicate' | 'route/inside-file' | 'route/replaced',
  page: Page,
  other: Page,
): Diagnostic {
  return diagnose(
    code,
    { owner: page.owner, other: other.owner, route: `/${page.route}` },
    startOf(page) ?? startOf(other),
  );
}

/** The first line of the file that a page was made of, if it was made of one. */
function startOf(page: Page): Location | undefined {
  const file = page.type === 'copy' ? page.from : page.type === 'layout' ? page.post : undefined;
  return file && { file, line: 1, column: 1, length: 1 };
}
