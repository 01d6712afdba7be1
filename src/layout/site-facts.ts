/**
 * What the layout stage is given about a site, and what it knows of the page it draws.
 */
import type { Cell } from '../base/memo.ts';
import type { Route, Url } from '../base/path.ts';
import type { Config } from '../model/config.ts';
import type { Extensions } from '../model/extension.ts';
import type { ContentGraph } from '../model/graph.ts';
import type { Alternate, LayoutPage } from '../model/page.ts';
import type { PostId, RenderedBody, RenderedFacts } from '../model/post.ts';
import type { Theme } from '../model/theme.ts';

export interface SiteFacts {
  readonly config: Config;
  readonly theme: Theme;
  readonly graph: ContentGraph;
  readonly extensions: Extensions;
  /** What is known of a rendered post; asking is what makes it be rendered. */
  readonly factsOf: (id: PostId) => RenderedFacts;
  /** Its texts, likewise. */
  readonly bodyOf: (id: PostId) => RenderedBody;
  /** The HTML of the whole in UTF-8. */
  readonly htmlOf: (id: PostId) => Uint8Array;
  /** The folders of the site's editions: `zh-hans/`. */
  readonly editions: readonly string[];
  /** Below which folder of the host a route lives: an edition shares the files of its site. */
  readonly rootOf: (route: Route) => string;
  /** A page in the languages of its site; missing if it has one only. */
  readonly alternatesOf: ((route: Route) => readonly Alternate[]) | undefined;
  /** Leaves of each formula only its MathML: readers of feeds have no stylesheet. */
  readonly keepMathml: (html: string) => string;
  /** The title as inline HTML and as text, formulas done. */
  readonly renderTitle: (title: string) => { readonly html: string; readonly text: string };
  /** Markdown of a template's own as HTML. */
  readonly renderText: (markdown: string) => string;
}

/** One page while it is drawn. */
export interface Drawing {
  /** Tells one drawing from another, without keeping it alive. */
  readonly serial: number;
  readonly page: LayoutPage;
  /** Says that the page shows this fact; see `base/memo.ts`. */
  readonly note: (cell: Cell) => void;
  /** Of the page, BCP 47 as the writer wrote it. */
  readonly language: string;
  readonly url: Url;
}

/** A site's facts together with the page being drawn: what views and helpers stand on. */
export interface Scope extends SiteFacts {
  /** The page being drawn now. Drawing is synchronous, so there is only one. */
  drawing: Drawing;
}

/** A page in the languages of its site, noted as read. */
export function findAlternates({ alternatesOf }: SiteFacts, route: Route, note: Drawing['note']): readonly Alternate[] {
  note('languages');
  if (!alternatesOf) return [];
  note(`alternates:${route}`);
  return alternatesOf(route);
}
