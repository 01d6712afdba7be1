/**
 * Pages: descriptions of everything the site publishes, made before anything is
 * rendered. A page says where it lives and what it shows, not what it looks like.
 */
import type { Route, SourcePath, Url } from '../base/path.ts';
import type { Archive } from './graph.ts';
import type { PostId } from './post.ts';

export type PageKind =
  | 'post'
  | 'page'
  | 'home'
  | 'archive'
  | 'category'
  | 'tag'
  | 'categories'
  | 'tags'
  | 'search'
  | 'friends'
  | 'notFound'
  | 'custom';

/** One page's place in a row of pages, counted from 1. */
export interface Pager {
  readonly current: number;
  readonly total: number;
  /** The route of the row's first page. */
  readonly base: Route;
  /** The pattern of the others below it: `page/%d/`. */
  readonly format: string;
}

/** A page that a layout of the theme draws. */
export interface LayoutPage {
  readonly type: 'layout';
  readonly route: Route;
  readonly kind: PageKind;
  /** Tried in order; the first that the theme has is taken. Empty: the bare content. */
  readonly layouts: readonly string[];
  /** Who made it, for the message when two want one route: a source file or a generator. */
  readonly owner: string;
  readonly post?: PostId;
  readonly posts?: readonly PostId[];
  readonly pager?: Pager;
  /** The id of the term whose posts it lists. */
  readonly term?: string;
  readonly archive?: Pick<Archive, 'year' | 'month' | 'day'>;
  /** Further variables of the template. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export type DocumentKind = 'atom' | 'rss' | 'sitemap' | 'sitemap-list' | 'robots';

/** A text for machines, which no layout draws. */
export interface DocumentPage {
  readonly type: 'document';
  readonly route: Route;
  readonly kind: DocumentKind;
  readonly owner: string;
}

/** A text that was given whole: by a script's generator, or to lead from an old address to the new one. */
export interface TextPage {
  readonly type: 'text';
  readonly route: Route;
  readonly owner: string;
  readonly text: string;
}

/** A file copied byte for byte. */
export interface CopyPage {
  readonly type: 'copy';
  readonly route: Route;
  readonly owner: string;
  readonly from: SourcePath;
}

export type Page = LayoutPage | DocumentPage | TextPage | CopyPage;

/** A page in one of the languages of its site. */
export interface Alternate {
  /** As the settings or the post name it. */
  readonly language: string;
  /** What readers of the language call it: 繁體中文. */
  readonly label: string;
  /** Encoded, from the top of the host. */
  readonly url: Url;
  /** Whether it is the page itself in this language, and not only the home page of an edition that lacks it. */
  readonly exact: boolean;
  /** Whether this is the page that asks. */
  readonly current: boolean;
  /** Whether it is that of the site itself, for readers of all other languages. */
  readonly byDefault: boolean;
}
