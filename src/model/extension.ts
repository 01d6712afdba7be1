/**
 * What a user's script may add. A script gets verbs, not the site: each extension is
 * a pure function of its arguments.
 */
import type { Fingerprint } from '../base/fingerprint.ts';
import type { SourcePath } from '../base/path.ts';
import type { ContentGraph } from './graph.ts';
import type { Post } from './post.ts';

/** What a tag in a post (`{% name args %}body{% endname %}`) is given. Arguments are as written, HTML-escaped. */
export interface TagCall {
  readonly args: readonly string[];
  /** The body as HTML, or as text if the tag asked for `text`; `''` if the tag has none. */
  readonly body: string;
  readonly post: Post;
}

export interface TagOptions {
  /** `none`: the tag has no end. `markdown`: the body is rendered. `text`: it is given as written. */
  readonly body?: 'none' | 'markdown' | 'text';
}

export type TagFunction = (call: TagCall) => string;
export type HelperFunction = (...args: readonly unknown[]) => unknown;
/** `markdown`: a post's source before, `html`: its HTML after rendering, `page`: a whole page. */
export type FilterPoint = 'markdown' | 'html' | 'page';
export type FilterFunction = (text: string, post: Post | undefined) => string;
export type GeneratorFunction = (graph: ContentGraph) => Iterable<GeneratedFile>;
export type InjectPoint = 'head_begin' | 'head_end' | 'body_begin' | 'body_end';

/** A file of a script's generator: a text, or variables for a layout. */
export interface GeneratedFile {
  readonly path: string;
  readonly text?: string;
  readonly layout?: string | readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The verbs that a script's default export is called with. */
export interface Verbs {
  tag(name: string, render: TagFunction, options?: TagOptions): void;
  helper(name: string, run: HelperFunction): void;
  filter(point: FilterPoint, run: FilterFunction): void;
  generator(name: string, run: GeneratorFunction): void;
  injector(point: InjectPoint, html: string): void;
}

/** The default export of `scripts/*.js`. */
export type Script = (verbs: Verbs) => void | Promise<void>;

/** Something a script added, with the script's name for messages. */
export interface From<Value> {
  readonly script: SourcePath;
  readonly value: Value;
}

export interface Extensions {
  readonly tags: ReadonlyMap<
    string,
    From<{ readonly render: TagFunction; readonly body: 'none' | 'markdown' | 'text' }>
  >;
  readonly helpers: ReadonlyMap<string, From<HelperFunction>>;
  readonly filters: Readonly<Record<FilterPoint, readonly From<FilterFunction>[]>>;
  readonly generators: ReadonlyMap<string, From<GeneratorFunction>>;
  readonly injections: Readonly<Record<InjectPoint, readonly From<string>[]>>;
  /** Changes when any script changes. */
  readonly print: Fingerprint;
}

/** No scripts at all. */
export const noExtensions: Extensions = {
  tags: new Map(),
  helpers: new Map(),
  filters: { markdown: [], html: [], page: [] },
  generators: new Map(),
  injections: { head_begin: [], head_end: [], body_begin: [], body_end: [] },
  print: '',
};
