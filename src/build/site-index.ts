/**
 * The plan's facts by the names under which posts ask for them: other posts by slug or
 * title, files by path, addresses. Each has a cell, see `build/cells.ts`.
 */
import { imageSize } from 'image-size';
import type { Cell } from '../base/memo.ts';
import { type Route, type SourcePath, toOutputPath, toSourcePath, withoutExtension } from '../base/path.ts';
import type { Post } from '../model/post.ts';
import { decodeText } from '../model/sources.ts';
import type { LinkTarget, PictureSize, SiteLookup } from '../render/context.ts';
import type { Plan } from './plan.ts';

export class SiteIndex {
  readonly #plan: Plan;
  readonly #posts = new Map<string, Post>();
  readonly #routes = new Set<string>();
  readonly #files = new Map<SourcePath, Route>();
  readonly #sizes = new Map<SourcePath, PictureSize | undefined>();

  constructor(plan: Plan) {
    this.#plan = plan;
    const { posts, pages } = plan.graph;
    // The strongest name comes first: a slug wins over another post's title.
    const names: ((post: Post) => string)[] = [
      ({ id }) => id,
      ({ slug }) => slug,
      ({ title }) => title,
      ({ source }) => source,
      ({ source }) => withoutExtension(source.replace(/^_(posts|drafts)\//, '')),
      ({ route }) => route,
    ];
    for (const nameOf of names) {
      for (const post of [...posts, ...pages]) {
        const name = nameOf(post).normalize('NFC');
        if (name !== '' && !this.#posts.has(name)) this.#posts.set(name, post);
      }
    }
    for (const page of plan.pages) {
      this.#routes.add(page.route);
      if (page.type === 'copy') this.#files.set(page.from, page.route);
    }
  }

  findPost(reference: string): LinkTarget | undefined {
    const name = reference.trim().normalize('NFC').replace(/^\/+/, '');
    const post = this.#posts.get(name) ?? this.#posts.get(withoutExtension(name)) ?? this.#posts.get(`${name}/`);
    return post && { id: post.id, route: post.route, title: post.title };
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
    return this.#plan.input.sources.has(path);
  }

  measurePicture(path: SourcePath): PictureSize | undefined {
    if (!this.#sizes.has(path)) this.#sizes.set(path, this.#measure(path));
    return this.#sizes.get(path);
  }

  #measure(path: SourcePath): PictureSize | undefined {
    const file = this.#plan.input.sources.get(path);
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
    const file = this.#plan.input.sources.get(toSourcePath(path));
    return file && decodeText(file.read());
  }
}

/** The index as one post sees it: every question is noted. */
export function createLookup(index: SiteIndex, note: (cell: Cell) => void): SiteLookup {
  return {
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
