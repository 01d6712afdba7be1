/**
 * The plan's facts by the names under which posts ask for them: other posts by slug or
 * title, files by path, addresses. Each has a cell, see `build/cells.ts`.
 */
import { imageSize } from 'image-size';
import type { Cell } from '../base/memo.ts';
import { type Route, type SourcePath, toOutputPath, toRoute, toSourcePath, withoutExtension } from '../base/path.ts';
import type { Post } from '../model/post.ts';
import { decodeText, type Sources } from '../model/sources.ts';
import type { LinkTarget, PictureSize, SiteLookup } from '../render/context.ts';
import type { Plan } from './plan.ts';

/** By what names a post goes, and the post that is meant: in an edition the names are the original's. */
interface NamedPost extends Pick<Post, 'id' | 'slug' | 'title' | 'source' | 'route'> {
  readonly target: LinkTarget;
}

/** What the index is made from: plain data, but for the files. */
export interface IndexFacts {
  /** Of the site, and of what is indexed: the same but for editions. */
  readonly top: string;
  readonly root: string;
  readonly posts: readonly NamedPost[];
  readonly routes: readonly Route[];
  /** Source files that are published as they are. */
  readonly published: readonly (readonly [from: SourcePath, route: Route])[];
  readonly sources: Sources;
}

/** The facts of a plan that its posts may ask for. */
export function listIndexFacts(plan: Plan): IndexFacts {
  const { config, pages, input } = plan;
  return {
    top: config.top,
    root: config.root,
    posts: [...listNamed(plan)],
    routes: pages.map(({ route }) => route),
    published: pages.flatMap((page) => (page.type === 'copy' ? [[page.from, page.route] as const] : [])),
    sources: input.sources,
  };
}

/** The posts of a plan by their own names, and in an edition by those of their originals. */
function* listNamed({ graph, original, translations, editions }: Plan): Generator<NamedPost> {
  const standIns = new Map(translations.map((one) => [one.original, one.post.id]));
  for (const named of original ? [...original.graph.posts, ...original.graph.pages] : []) {
    const post = graph.byId.get(standIns.get(named.id) ?? named.id);
    if (post) yield namePost(named, post);
  }
  for (const post of [...graph.posts, ...graph.pages]) yield namePost(post, post);
  // A translation is in its edition, and may be linked to from anywhere.
  for (const edition of editions) {
    for (const { post } of edition.translations) {
      const placed = edition.graph.byId.get(post.id);
      if (placed) yield namePost(post, { ...placed, route: toRoute(edition.place + placed.route) });
    }
  }
}

function namePost({ id, slug, title, source, route }: Post, target: Post): NamedPost {
  return { id, slug, title, source, route, target: { id: target.id, route: target.route, title: target.title } };
}

export class SiteIndex {
  readonly #facts: IndexFacts;
  /** The index of the site itself, if this is that of an edition. */
  readonly #site: SiteIndex | undefined;
  readonly #routes: ReadonlySet<string>;
  readonly #files: ReadonlyMap<SourcePath, Route>;
  readonly #sizes = new Map<SourcePath, PictureSize | undefined>();
  #posts: ReadonlyMap<string, LinkTarget> | undefined;

  constructor(facts: IndexFacts, site?: SiteIndex) {
    this.#facts = facts;
    this.#site = site;
    this.#routes = new Set(facts.routes);
    this.#files = new Map(facts.published);
  }

  /** Made when the first post asks for another: most builds of one edit never do. */
  #namePosts(): ReadonlyMap<string, LinkTarget> {
    // The strongest name comes first: a slug wins over another post's title.
    const names: ((post: NamedPost) => string)[] = [
      ({ id }) => id,
      ({ slug }) => slug,
      ({ title }) => title,
      ({ source }) => source,
      ({ source }) => withoutExtension(source.replace(/^_(posts|drafts)\//, '')),
      ({ route }) => route,
    ];
    const named = new Map<string, LinkTarget>();
    for (const nameOf of names) {
      for (const post of this.#facts.posts) {
        const name = nameOf(post).normalize('NFC');
        if (name !== '' && !named.has(name)) named.set(name, post.target);
      }
    }
    return named;
  }

  findPost(reference: string): LinkTarget | undefined {
    const name = reference.trim().normalize('NFC').replace(/^\/+/, '');
    this.#posts ??= this.#namePosts();
    return this.#posts.get(name) ?? this.#posts.get(withoutExtension(name)) ?? this.#posts.get(`${name}/`);
  }

  /** The slugs of all posts and pages, to find what was meant by one that is nowhere. */
  *slugs(): Generator<string> {
    for (const { slug } of this.#facts.posts) yield slug;
  }

  hasRoute(route: Route): boolean {
    return this.#hasOwnRoute(route) || (this.#site?.hasRoute(route) ?? false);
  }

  /** Below which folder of the host the route lives: what an edition does not have is its site's, files above all. */
  rootOf(route: Route): string {
    const { root, top } = this.#facts;
    return this.#site === undefined || this.#hasOwnRoute(route) ? root : top;
  }

  #hasOwnRoute(route: Route): boolean {
    return (
      this.#routes.has(route) ||
      (route.endsWith('/') ? false : this.#routes.has(`${route}/`)) ||
      this.#routes.has(toOutputPath(route))
    );
  }

  routeOfFile(path: SourcePath): Route | undefined {
    return this.#files.get(path) ?? this.#site?.routeOfFile(path);
  }

  hasFile(path: SourcePath): boolean {
    return this.#facts.sources.has(path);
  }

  measurePicture(path: SourcePath): PictureSize | undefined {
    if (this.#site) return this.#site.measurePicture(path);
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
    rootOf(route) {
      note(`root:${route}`);
      return index.rootOf(route);
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
