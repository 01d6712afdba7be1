/**
 * An index in memory, and the theme's own client to search it.
 */
import { fingerprintBytes } from '../../src/base/fingerprint.ts';
import type { SearchDocument } from '../../src/search/collect-terms.ts';
import { emptyIndex, type IndexState, LostFile, type Shelf, updateIndex } from '../../src/search/update-index.ts';

export interface Found {
  readonly hits: readonly number[];
  readonly more: readonly number[];
  readonly pieces: readonly string[];
}

interface Client {
  fold(text: string): string;
  search(query: string): Promise<Found>;
  readCard(post: number): Promise<{ readonly title: string; readonly url: string }>;
}

interface Passages {
  readPassage(index: Client, post: number, pieces: readonly string[]): Promise<{ isThere: boolean; parts: string[] }>;
}

interface Engine {
  openIndex(load: (name: string) => Promise<string>): Promise<Client>;
}

export type Posts = ReadonlyMap<string, SearchDocument>;

/** A post with a text, and perhaps more. */
export function writePost(text: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return { title: '', tags: [], headings: [], text, ...more };
}

export class MemoryShelf implements Shelf {
  readonly files = new Map<string, string>();
  written: string[] = [];

  read(name: string): string {
    const text = this.files.get(name);
    if (text === undefined) throw new LostFile(name);
    return text;
  }

  write(name: string, text: string): void {
    if (this.files.get(name) !== text) this.written.push(name);
    this.files.set(name, text);
  }

  printOf(name: string): string {
    return fingerprintBytes(this.read(name));
  }

  keepOnly(names: ReadonlySet<string>): void {
    for (const name of [...this.files.keys()]) if (!names.has(name)) this.files.delete(name);
  }
}

/** Brings the index on the shelf up to these posts; from nothing, unless what it was is given. */
export function indexPosts(posts: Posts, shelf: MemoryShelf, before: IndexState = emptyIndex): IndexState {
  const find = (id: string): SearchDocument => posts.get(id) ?? writePost('');
  const input = {
    posts: [...posts].map(([id, document]) => ({ id, print: JSON.stringify(document) })),
    read: find,
    describe: (id: string) => [find(id).title, `/${id}/`, '2026-01-01', find(id).tags] as const,
  };
  return updateIndex(before, input, shelf);
}

/** The client over the files of a shelf; `loaded` gathers what it loads. */
export async function openClient(shelf: MemoryShelf, loaded: string[] = []): Promise<Client> {
  return openClientOn(async (name) => {
    loaded.push(name);
    return shelf.read(name.replace(/\?.*/, ''));
  });
}

/** The client over files that are had in some other way. */
export async function openClientOn(load: (name: string) => Promise<string>): Promise<Client> {
  const engine: Engine = await import(new URL('../../themes/mist/source/js/search-engine.js', import.meta.url).href);
  return engine.openIndex(load);
}

/** The passage that the client shows of a post. */
export async function readPassage(...of: Parameters<Passages['readPassage']>): ReturnType<Passages['readPassage']> {
  const passages: Passages = await import(
    new URL('../../themes/mist/source/js/search-passage.js', import.meta.url).href
  );
  return passages.readPassage(...of);
}

/** Which of some texts a query finds, by their numbers, best first. */
export async function searchTexts(texts: readonly (string | SearchDocument)[], query: string): Promise<Found> {
  const shelf = new MemoryShelf();
  const posts = texts.map((one, at) => [`p${at}`, typeof one === 'string' ? writePost(one) : one] as const);
  indexPosts(new Map(posts), shelf);
  return (await openClient(shelf)).search(query);
}
