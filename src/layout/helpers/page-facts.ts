/**
 * What a page tells of itself to machines, gathered once for `open_graph` and `json_ld`.
 */
import { dropMarkup } from '../../base/text.ts';
import type { DateView } from '../date-view.ts';
import { toText } from '../helper.ts';
import type { PageScope } from '../page-scope.ts';
import type { Drawing } from '../site-facts.ts';
import { PostView } from '../views.ts';
import { readField } from './arguments.ts';
import { fullUrlFor, pageUrl } from './urls.ts';

export interface PageFacts {
  readonly isPost: boolean;
  /** Of the post, the page or the term; else of the site. */
  readonly title: string;
  readonly url: string;
  /** As plain text. */
  readonly description: string | undefined;
  /** As the writer wrote it. */
  readonly language: string;
  readonly author: string | undefined;
  /** Dates in ISO 8601, of posts only. */
  readonly published: string | undefined;
  readonly modified: string | undefined;
  readonly keywords: readonly string[];
  /** The whole address of one picture. */
  readonly image: string | undefined;
}

/** The facts of the page being drawn, the site's where it has none of its own. */
export function describePage(scope: PageScope): PageFacts {
  const { drawing } = scope.scope;
  const known = described.get(drawing) ?? gatherFacts(scope);
  described.set(drawing, known);
  return known;
}

/** A page asks twice. */
const described = new WeakMap<Drawing, PageFacts>();

function gatherFacts(scope: PageScope): PageFacts {
  const { config, drawing } = scope.scope;
  const { page } = scope;
  const post = page instanceof PostView ? page : undefined;
  const isPost = drawing.page.kind === 'post';
  return {
    isPost,
    title: firstText(readField(page, 'title'), readField(readField(page, 'term'), 'name'), config.title) ?? '',
    url: pageUrl(scope),
    description: firstText(post?.description, dropMarkup(config.description), dropMarkup(config.subtitle)),
    language: drawing.language,
    author: firstText(readField(page, 'author'), config.author),
    published: isPost ? toIso(post?.date) : undefined,
    modified: isPost ? toIso(post?.updated) : undefined,
    keywords: listKeywords(scope, post),
    image: findImage(scope, post),
  };
}

function firstText(...values: readonly unknown[]): string | undefined {
  return values.map(toText).find((text) => text.trim() !== '');
}

function toIso(date: DateView | undefined): string | undefined {
  return date?.toISOString();
}

/** Key words of the front matter, else the post's tags, else the site's. */
function listKeywords({ page, scope }: PageScope, post: PostView | undefined): string[] {
  const own = readField(page, 'keywords');
  const tags = post ? [...post.tags].map(({ name }) => name) : [];
  const words = (Array.isArray(own) ? own : [own]).map(toText).filter(Boolean);
  return [words, tags, scope.config.keywords].find((list) => list.length > 0)?.slice() ?? [];
}

/** The picture a writer chose for previews, else the first one shown. */
function findImage(scope: PageScope, post: PostView | undefined): string | undefined {
  const chosen = firstText(readField(scope.page, 'cover'), readField(scope.page, 'og_image'), post?.images[0]);
  return chosen === undefined ? undefined : fullPictureUrl(scope, chosen);
}

/** The whole address of a picture: one that the post shows is an address already, with the site's root before it. */
export function fullPictureUrl(scope: PageScope, picture: string): string {
  const isShown = scope.page instanceof PostView && scope.page.images.includes(picture) && picture.startsWith('/');
  return isShown ? new URL(picture, pageUrl(scope)).href : fullUrlFor(scope, picture);
}
