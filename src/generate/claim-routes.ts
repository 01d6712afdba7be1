/**
 * One owner for each address. What a writer made comes first: two of those that want
 * one address are an error. What the generators make yields to it.
 */
import { type Diagnostic, type Location, startOf } from '../base/diagnostic.ts';
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
  const owners = new Owners();
  const diagnostics: Diagnostic[] = [];
  const keepSound = (pages: readonly Page[]): Page[] =>
    pages.filter((page) => {
      const fault = findRouteFault(page.route);
      if (fault) diagnostics.push(diagnose(`route/${fault}`, { route: page.route }, placeOf(page)));
      return !fault;
    });
  for (const page of keepSound(written)) {
    const [same, inTheWay] = [owners.find(page.route), owners.findInTheWay(page.route)];
    if (same) diagnostics.push(tellClash('route/duplicate', page, same));
    else if (inTheWay) diagnostics.push(tellFileInTheWay(page, inTheWay));
    else owners.add(page);
  }
  for (const list of keepSound(lists)) {
    const other = owners.find(list.route) ?? owners.findInTheWay(list.route)?.page;
    // Two spellings of a tag are two tags, as in Hexo, though a disk that folds case would make one of their pages.
    if (!other || isBlank(other) || areTerms(list, other)) owners.add(list, other);
    else diagnostics.push(tellClash('route/replaced', other, list));
  }
  for (const extra of keepSound(extras))
    if (!owners.find(extra.route) && !owners.findInTheWay(extra.route)) owners.add(extra);
  return { pages: owners.list(), diagnostics };
}

/** What stands where another page needs something else. */
interface InTheWay {
  readonly page: Page;
  /** A file where a folder is needed, or a folder where a file is. */
  readonly is: 'file' | 'folder';
}

/** Who has which address, as a case-folding, normalising disk sees it. */
class Owners {
  readonly #pages = new Map<string, Page>();
  /** For each folder, a page below it. */
  readonly #folders = new Map<string, Page>();

  find(route: Route): Page | undefined {
    return this.#pages.get(identify(route));
  }

  findInTheWay(route: Route): InTheWay | undefined {
    const key = identify(route);
    const below = this.#folders.get(key);
    if (below) return { page: below, is: 'folder' };
    for (const folder of listFolders(key)) {
      const file = this.#pages.get(folder);
      if (file) return { page: file, is: 'file' };
    }
    return undefined;
  }

  /** Gives a page its address; if another term has it on such a disk, beside that. */
  add(page: Page, other?: Page): void {
    const key = identify(page.route);
    this.#pages.set(other && areTerms(page, other) ? page.route : key, page);
    for (const folder of listFolders(key)) this.#folders.set(folder, page);
  }

  list(): Page[] {
    return [...this.#pages.values()];
  }
}

/** What macOS and Windows make of an address: they see one file where Linux sees two. */
function identify(route: Route): string {
  return toOutputPath(route).normalize('NFC').toLowerCase();
}

/** `a/b/c.html` → `a`, `a/b`. */
function* listFolders(key: string): Generator<string> {
  for (let slash = key.indexOf('/'); slash > 0; slash = key.indexOf('/', slash + 1)) yield key.slice(0, slash);
}

function areTerms(a: Page, b: Page): boolean {
  return (
    a.type === 'layout' && b.type === 'layout' && a.term !== undefined && b.term !== undefined && a.route !== b.route
  );
}

type ClashCode = 'route/duplicate' | 'route/inside-file' | 'route/replaced';

function tellClash(code: ClashCode, page: Page, other: Page): Diagnostic {
  const values = { owner: page.owner, other: other.owner, route: `/${page.route}` };
  return diagnose(code, values, placeOf(page) ?? placeOf(other));
}

function tellFileInTheWay(page: Page, { page: other, is }: InTheWay): Diagnostic {
  return is === 'file' ? tellClash('route/inside-file', page, other) : tellClash('route/inside-file', other, page);
}

/** Where the file begins that a page was made of, if it was made of one. */
function placeOf(page: Page): Location | undefined {
  const file = page.type === 'copy' ? page.from : page.type === 'layout' ? page.post : undefined;
  return file && startOf(file);
}
