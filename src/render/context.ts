/**
 * What the rules know while one post is rendered: its place in the site, and the
 * lists they fill. It travels beside markdown-it's `env`, which has no types.
 */
import type { Diagnostic, Location } from '../base/diagnostic.ts';
import { decodePath, type Route, type SourcePath } from '../base/path.ts';
import type { Converter } from '../chinese/conversion.ts';
import type { createSlugger } from '../chinese/slug.ts';
import { type Code, diagnose } from '../model/messages.ts';
import type { AssetUse, Heading, Post, PostId } from '../model/post.ts';

/** A post that a reference leads to. */
export interface LinkTarget {
  readonly id: PostId;
  readonly route: Route;
  readonly title: string;
}

/** An equation of a post, or what was probably meant, as a sentence. */
export type EquationAnswer =
  | { readonly post: LinkTarget; readonly id: string; readonly tag: string }
  | { readonly missing: 'post' | 'equation'; readonly suggestion: string };

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What a post may ask about the rest of the site. Each question is a read that its result depends on. */
export interface SiteLookup {
  /** By slug, by title, by path below `_posts`, or by source path. */
  findPost(reference: string): LinkTarget | undefined;
  /** An equation by the name of its post and by its label, or the id of its number. */
  findEquation(reference: string, label: string): EquationAnswer;
  hasFile(path: SourcePath): boolean;
  /** Where a file of the source folder is published, if it is. */
  routeOfFile(path: SourcePath): Route | undefined;
  hasRoute(route: Route): boolean;
  /** Below which folder of the host a route lives: an edition shares the files of its site. */
  rootOf(route: Route): string;
  /** In CSS pixels; `undefined` for what is no picture. */
  measurePicture(path: SourcePath): PictureSize | undefined;
  /** The text of a file below `source_dir`, for `include_code`. */
  readText(path: SourcePath): string | undefined;
}

export interface RenderContext {
  readonly post: Post;
  readonly site: SiteLookup;
  readonly lines: readonly string[];
  readonly slugger: ReturnType<typeof createSlugger>;
  readonly diagnostics: Diagnostic[];
  readonly headings: Heading[];
  readonly images: string[];
  readonly links: Set<PostId>;
  readonly assets: Map<SourcePath, AssetUse>;
  /** The route below which files are published that only this post shows. */
  readonly filesAt: Route;
  /** Converts what the writer wrote into the script of the edition, if it is not in it. */
  readonly converter: Converter | undefined;
  /** How many `{% raw %}` stand open: tags inside are text. */
  rawDepth: number;
  /** The lines of the block whose inline content is being read. */
  block: readonly [number, number] | null;
  /** Renders Markdown without blocks, as a tag's argument or a caption may hold it. */
  readonly renderInline: (text: string) => string;
  /** The same for what is in the script of the edition already, or is converted afterwards. */
  readonly unconverted: Pick<RenderContext, 'converter' | 'renderInline' | 'renderBlocks' | 'readBlocks'>;
  readonly renderBlocks: (text: string) => string;
  /** The text of the paragraphs of some Markdown. */
  readonly readBlocks: (text: string) => string;
}

const contexts = new WeakMap<object, RenderContext>();

/** Ties a context to the `env` that markdown-it hands to every rule. */
export function attachContext(env: object, context: RenderContext): void {
  contexts.set(env, context);
}

/** The context of an `env`. Throws a `TypeError` if it was never attached: a fault of the caller. */
export function contextOf(env: object | undefined): RenderContext {
  const context = env && contexts.get(env);
  if (!context) throw new TypeError('the Markdown was rendered without a context');
  return context;
}

/** Tells something about a snippet that stands in the lines `[from, to)` of the body (from 0). */
export function tell(
  context: RenderContext,
  code: Code,
  values: Readonly<Record<string, string | number>>,
  where: Place,
): void {
  context.diagnostics.push(diagnose(code, values, locateSnippet(context, where)));
}

export interface Place {
  readonly map: readonly [number, number] | null;
  readonly snippet: string;
}

/** Where the snippet stands in the file; the start of its line, or else of its block, if it was changed on the way. */
export function locateSnippet(context: RenderContext, { map, snippet }: Place): Location {
  const [from, to] = map ?? [0, context.lines.length];
  const firstLine = (snippet.split('\n')[0] ?? '').slice(0, 80);
  const file = context.post.id;
  const lines = firstLine === '' ? [] : context.lines.slice(from, to);
  // Markdown hands on addresses in escapes, whether they were written so or not.
  for (const written of new Set([firstLine, decodePath(firstLine)]))
    for (const [index, text] of lines.entries()) {
      const column = text.indexOf(written);
      if (column >= 0)
        return { file, line: context.post.bodyLine + from + index, column: column + 1, length: written.length };
    }
  const plain = dropEscapes(firstLine);
  const index = lines.findIndex((text) => dropEscapes(text).includes(plain));
  return { file, line: context.post.bodyLine + from + Math.max(index, 0), column: 1, length: 1 };
}

/** A line without backslashes and percent signs, which Markdown takes out of an address or puts into it. */
function dropEscapes(line: string): string {
  return decodePath(line.replace(/\\(?=[!-/:-@[-`{-~])/g, ''));
}
