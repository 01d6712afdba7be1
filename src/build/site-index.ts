/**
 * The plan's facts by the names under which posts ask for them: other posts by slug or
 * title, files by path, addresses. Each has a cell, see `build/cells.ts`.
 */
import { imageSize } from 'image-size';
import type { Cell } from '../base/memo.ts';
import { type Route, type SourcePath, toOutputPath, toSourcePath, withoutExtension } from '../base/path.ts';
import type { Post } from '../model/post.ts';
import { decodeText, type Sources } from '../model/sources.ts';
import type { LinkTarget, PictureSize, SiteLookup } from '../render/context.ts';
import type { Plan } from './plan.ts';

/** By what names a post goes. */
type NamedPost = Pick<Post, 'id' | 'slug' | 'title' | 'source' | 'route'>;

/** What the index is made from: plain data, but for the files. */
export interface IndexFacts {
  readonly posts: readonly NamedPost[];
  readonly routes: readonly Route[];
  /** Source files that are published as they are. */
  readonly published: readonly (readonly [from: SourcePath, route: Route])[];
  readonly sources: Sources;
}

/** The facts of a plan that its posts may ask for. */
export function listIndexFacts({ graph, pages, input }: Plan): IndexFacts {
  return {
    posts: [...graph.posts, ...graph.pages].map(({ id, slug, title, source, route }) => ({
      id,
      slug,
      title,
      source,
      route,
    })),
    routes: pages.map(({ route }) => route),
    published: pages.flatMap((page) => (page.type === 'copy' ? [[page.from, page.route] as const] : [])),
    sources: input.sources,
  };
}

export class SiteIndex {
  readonly #facts: IndexFacts;
  readonly #routes: ReadonlySet<string>;
  readonly #files: ReadonlyMap<SourcePath, Route>;
  readonly #sizes = new Map<SourcePath, PictureSize | undefined>();
  #posts: ReadonlyMap<string, NamedPost> | undefined;

  constructor(facts: IndexFacts) {
    this.#facts = facts;
    this.#routes = new Set(facts.routes);
    this.#files = new Map(facts.published);
  }

  /** Made when the first post asks for another: most builds of one edit never do. */
  #namePosts(): ReadonlyMap<string, NamedPost> {
    // The strongest name comes first: a slug wins over another post's title.
    const names: ((post: NamedPost) => string)[] = [
      ({ id }) => id,
      ({ slug }) => slug,
      ({ title }) => title,
      ({ source }) => source,
      ({ source }) => withoutExtension(source.replace(/^_(posts|drafts)\//, '')),
      ({ route }) => route,
    ];
    const named = new Map<string, NamedPost>();
    for (const nameOf of names) {
      for (const post of this.#facts.posts) {
        const name = nameOf(post).normalize('NFC');
        if (name !== '' && !named.has(name)) named.set(name, post);
      }
    }
    return named;
  }

  findPost(reference: string): LinkTarget | undefined {
    const name = reference.trim().normalize('NFC').replace(/^\/+/, '');
    this.#posts ??= this.#namePosts();
    const post = this.#posts.get(name) ?? this.#posts.get(withoutExtension(name)) ?? this.#posts.get(`${name}/`);
    return post && { id: post.id, route: post.route, title: post.title };
  }

  /** The slugs of all posts and pages, to find what was meant by one that is nowhere. */
  *slugs(): Generator<string> {
    for (const { slug } of this.#facts.posts) yield slug;
  }

  hasRoute(route: Route): boolean {
    return (
      this.#routes.has(route) ||
      (route.endsWith('/') ? false : this.#routes.has(`${route}/`)) ||
      this.#routes.has(toOutputPath(route))
    );
  }

  routeOfFile(path: SourcePath): Route | undefined {
    return this.#files.get(path);
  }

  hasFile(path: SourcePath): boolean {
    return this.#facts.sources.has(path);
  }

  measurePicture(path: SourcePath): PictureSize | undefined {
    if (!this.#sizes.has(path)) this.#sizes.set(path, this.#measure(path));
    return this.#sizes.get(path);
  }

  #measure(path: SourcePath): PictureSize | undefined {
    const file = this.#facts.sources.get(path);
    if (!file || file.size === 0 || !/\.(png|jpe?g|gif|svg|webp|bmp|avif|ico)$/i.test(path)) return undefined;
    try {
      const { width, height, orientation } = imageSize(file.read());
      if (!(width > 0 && height > 0)) return undefined;
      // A photograph may be stored lying on its side (Exif orientations 5 to 8).
      const turned = (orientation ?? 1) >= 5;
      return { width: Math.round(turned ? height : width), height: Math.round(turned ? width : height) };
    } catch {
      return undefined;
    }
  }

  readText(path: SourcePath): string | undefined {
    const file = this.#facts.sources.get(toSourcePath(path));
    return file && decodeText(file.read());
  }
}

/** What becomes of a post's questions. */
export interface Asking {
  /** Is told each fact of the site that the post reads, but for equations of other posts. */
  readonly note: (cell: Cell) => void;
  readonly findEquation: SiteLookup['findEquation'];
}

/** The index as one post sees it. */
export function createLookup(index: SiteIndex, { note, findEquation }: Asking): SiteLookup {
  return {
    findEquation,
    findPost(reference) {
      note(`link:${reference}`);
      return index.findPost(reference);
    },
    hasFile(path) {
      note(`file:${path}`);
      return index.hasFile(path);
    },
    routeOfFile(path) {
      note(`file:${path}`);
      return index.routeOfFile(path);
    },
    hasRoute(route) {
      note(`route:${route}`);
      return index.hasRoute(route);
    },
    measurePicture(path) {
      note(`bytes:${path}`);
      return index.measurePicture(path);
    },
    readText(path) {
      note(`bytes:${path}`);
      return index.readText(path);
    },
  };
}
