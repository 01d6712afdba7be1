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
    const address = identify(page.route);
    const [same, inTheWay] = [owners.find(address), owners.findInTheWay(address)];
    if (same && !areFiles(page, same)) diagnostics.push(tellClash('route/duplicate', page, same));
    else if (inTheWay) diagnostics.push(tellFileInTheWay(page, inTheWay));
    else owners.add(address, page, same);
  }
  for (const list of keepSound(lists)) {
    const address = identify(list.route);
    const other = owners.find(address) ?? owners.findInTheWay(address)?.page;
    // Two spellings of a tag are two tags, as in Hexo, though a disk that folds case would make one of their pages.
    if (!other || isBlank(other) || areTerms(list, other)) owners.add(address, list, other);
    else diagnostics.push(tellClash('route/replaced', other, list));
  }
  for (const extra of keepSound(extras)) {
    const address = identify(extra.route);
    if (!owners.find(address) && !owners.findInTheWay(address)) owners.add(address, extra);
  }
  return { pages: owners.list(), diagnostics };
}

/** What stands where another page needs something else. */
interface InTheWay {
  readonly page: Page;
  /** A file where a folder is needed, or a folder where a file is. */
  readonly is: 'file' | 'folder';
}

/** An address as a case-folding, normalising disk sees it. */
type Address = string;

/** Who has which address. */
class Owners {
  readonly #pages = new Map<Address, Page>();
  /** For each folder, a page below it; the folders above it are here too. */
  readonly #folders = new Map<Address, Page>();

  find(address: Address): Page | undefined {
    return this.#pages.get(address);
  }

  findInTheWay(address: Address): InTheWay | undefined {
    const below = this.#folders.get(address);
    if (below) return { page: below, is: 'folder' };
    for (const folder of listFolders(address)) {
      const file = this.#pages.get(folder);
      if (file) return { page: file, is: 'file' };
      if (this.#folders.has(folder)) return undefined;
    }
    return undefined;
  }

  /** Gives a page its address; if another term or file has it on such a disk, beside that. */
  add(address: Address, page: Page, other?: Page): void {
    const isBeside = other && (areTerms(page, other) || areFiles(page, other));
    // No address begins so.
    this.#pages.set(isBeside ? `\0${page.route}` : address, page);
    for (const folder of listFolders(address)) {
      if (this.#folders.has(folder)) return;
      this.#folders.set(folder, page);
    }
  }

  list(): Page[] {
    return [...this.#pages.values()];
  }
}

/** What macOS and Windows make of an address: they see one file where Linux sees two. */
function identify(route: Route): Address {
  return toOutputPath(route).normalize('NFC').toLowerCase();
}

/** `a/b/c.html` → `a/b`, `a`. */
function* listFolders(address: Address): Generator<Address> {
  for (let slash = address.lastIndexOf('/'); slash > 0; slash = address.lastIndexOf('/', slash - 1))
    yield address.slice(0, slash);
}

function areTerms(a: Page, b: Page): boolean {
  return (
    a.type === 'layout' && b.type === 'layout' && a.term !== undefined && b.term !== undefined && a.route !== b.route
  );
}

/** Two files whose names differ by case alone: where they are two, so are their copies. */
function areFiles(a: Page, b: Page): boolean {
  return a.type === 'copy' && b.type === 'copy' && a.route !== b.route;
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
