/**
 * A post in its two states, which are two types: a `Post` is what its front matter
 * says, known before anything is rendered; a `RenderedPost` has HTML. Whoever needs
 * HTML asks for a `RenderedPost`, and only `build/perform.ts` can give one.
 */
import type { Instant } from '../base/date.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Route, SourcePath } from '../base/path.ts';
import type { SlottedText } from '../base/slots.ts';

export type PostId = SourcePath;
export type PostKind = 'post' | 'page';

/** Plain data, as front matter and `_data` files hold it. */
export type Data = null | boolean | number | string | readonly Data[] | { readonly [key: string]: Data };

/** Whether plain data is a map of keys. */
export function isMap(data: Data | undefined): data is { readonly [key: string]: Data } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

export interface Post {
  readonly id: PostId;
  readonly kind: PostKind;
  readonly draft: boolean;
  /** Its file's path from `source_dir`: `_posts/勾股定理.md`. */
  readonly source: string;
  readonly slug: string;
  /** `''` if the front matter gives none. */
  readonly title: string;
  readonly route: Route;
  readonly date: Instant;
  /** Whether the front matter or the file's name gives the date. */
  readonly dated: boolean;
  /** Nothing if the post does not say and `updated_option` is `empty`. */
  readonly updated?: Instant;
  readonly tags: readonly string[];
  /** Paths in the tree of categories: `[['數學', '最佳化'], ['雜記']]`. */
  readonly categories: readonly (readonly string[])[];
  /** The layout asked for, or `false` for the bare content. */
  readonly layout: string | false;
  /** As the front matter names it (`zh-TW`, `en`), if the post has a language of its own. */
  readonly lang?: string;
  /** The post that this one says in another language, as its writer names it. */
  readonly translation?: string;
  readonly series?: string;
  /** Higher stands first on the home page; 0 is ordinary. */
  readonly sticky: number;
  /** Left out of the home page only. */
  readonly hidden: boolean;
  readonly comments: boolean;
  /** The front matter's own excerpt, in Markdown. */
  readonly excerpt?: string;
  readonly description?: string;
  /** How the file's text is to be read. */
  readonly format: 'markdown' | 'html';
  /** All of the front matter, for templates and permalinks. */
  readonly frontMatter: Readonly<Record<string, Data>>;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  /** There is no text below the front matter: a page that only names its kind (`type: tags`). */
  readonly blank: boolean;
}

export interface Heading {
  readonly level: number;
  readonly id: string;
  /** As shown, formulas as readable text. */
  readonly text: string;
  /** As shown, formulas rendered; safe to put into a page. */
  readonly html: string;
}

export interface WordCount {
  /** Han characters, kana and bopomofo, each counted. */
  readonly han: number;
  /** Words of the scripts that part them with spaces. */
  readonly words: number;
  readonly total: number;
}

/** A number in the margin of a formula, and the place in the page it can be linked at. */
export interface Equation {
  readonly id: string;
  /** As shown, without parentheses: `5`, `★`. */
  readonly tag: string;
  readonly labels: readonly string[];
  readonly tex: string;
}

/** A file which a post shows or links to, and the route it is published at. */
export interface AssetUse {
  readonly from: SourcePath;
  readonly route: Route;
}

export interface FormulaCount {
  readonly total: number;
  readonly failed: number;
  /** Short hashes of the distinct formulas, to be united over the site. */
  readonly prints: readonly string[];
}

/** The texts of a rendered post: large, and kept on the disk. */
export interface RenderedBody {
  /** The whole. */
  readonly html: string;
  /** What stands before `<!-- more -->`, or the front matter's excerpt; `''` if there is neither. */
  readonly excerpt: string;
  /** The text a reader sees, formulas readable or left out, code included. */
  readonly text: string;
}

/** What is known of a rendered post without its texts. */
export interface RenderedFacts {
  readonly headings: readonly Heading[];
  readonly words: WordCount;
  /** Reading time, at least 1. */
  readonly minutes: number;
  /** Whether the theme should let browsers put a gap between 漢字 and Latin. */
  readonly autospace: boolean;
  /** One or two sentences of readable text, for `<meta name="description">` and lists. */
  readonly description: string;
  /** Routes of the pictures shown, in order. */
  readonly images: readonly string[];
  readonly equations: readonly Equation[];
  readonly formulas: FormulaCount;
  /** Posts it links to. */
  readonly links: readonly PostId[];
  readonly assets: readonly AssetUse[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface RenderedPost extends Omit<RenderedBody, 'html'>, RenderedFacts {
  /** The whole, in which formulas are still to be set. */
  readonly html: SlottedText;
}
