/**
 * What a tag is: how its body is read, the function which draws it, and what a writer
 * needs to know of it. The documents are made of the same rows.
 */
import type { Config } from '../../model/config.ts';
import type { RenderContext } from '../context.ts';
import type { TagMark } from './syntax.ts';

/** One use of a tag in a post. */
export interface TagUse {
  readonly name: string;
  /** As written between the name and `%}`. */
  readonly text: string;
  /** The whole tag as written, so that it can be found. */
  readonly source: string;
  readonly args: readonly string[];
  /** HTML, or text as written for a tag that asked for it. */
  readonly body: string;
  /** The parts of the body, for a tag that has parts. */
  readonly parts: readonly TagPart[];
  readonly context: RenderContext;
  readonly config: Config;
  /** The lines of the block it stands in. */
  readonly map: readonly [number, number] | null;
}

/** A stretch of a body between `<!-- tab label -->` and `<!-- endtab -->`, as HTML. */
export interface TagPart {
  readonly label: string;
  readonly body: string;
}

/** A tag without the end that others of its name have: its text stands in its arguments. */
export interface LoneTag {
  /** Its text as Markdown; empty if a use whose end is missing was not written so. */
  readonly readText: (mark: TagMark) => string;
  readonly isBlock?: boolean;
  readonly render: (use: TagUse) => string;
}

export interface TagDefinition {
  readonly body: 'none' | 'markdown' | 'text';
  /** The word of the comments that part the body, such as `tab`; several are parted by `|`. */
  readonly part?: string;
  /** Whether it draws a block: alone on its line it then stands in no paragraph. */
  readonly isBlock?: boolean;
  /** In an edition what it draws is not converted: it is code, or has words of the site in it, which are converted already. */
  readonly isFinal?: boolean;
  /** What it is where its end is missing. */
  readonly lone?: LoneTag;
  readonly render: (use: TagUse) => string;
}

/** All tags of one site by name. */
export type TagTable = ReadonlyMap<string, TagDefinition>;

/** Where a tag comes from. */
export type TagOrigin =
  | 'Hexo'
  | 'Hexo 6'
  | 'NexT'
  | 'Butterfly'
  | 'Fluid'
  | 'hexo-math'
  | 'Volantis'
  | 'Stellar'
  | 'Icarus'
  | 'Redefine'
  | 'Jekyll'
  | 'hexo-tag-aplayer'
  | 'hexo-tag-dplayer';

/** What the documents say of a tag. */
export interface TagDocs {
  /** The name, and other names for the same. */
  readonly names: readonly [string, ...string[]];
  readonly origin: TagOrigin;
  readonly syntax: string;
  readonly about: { readonly en: string; readonly zh: string };
  /** Markdown, and the HTML which it gives; the tests hold the one against the other. */
  readonly example: { readonly source: string; readonly html: string };
}

export interface TagRow extends TagDocs, TagDefinition {}
