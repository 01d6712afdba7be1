/**
 * Renders single posts of one site, wherever that is done: in this process or in a thread.
 */
import type { Diagnostic, Location } from '../base/diagnostic.ts';
import { openElsewhere } from '../base/external-links.ts';
import type { Cell } from '../base/memo.ts';
import type { Route } from '../base/path.ts';
import { SlottedText } from '../base/slots.ts';
import type { Converter } from '../chinese/conversion.ts';
import type { ToPinyin } from '../chinese/slug.ts';
import { cutBody } from '../content/front-matter.ts';
import type { FormulaMemo } from '../math/typeset.ts';
import type { Config } from '../model/config.ts';
import type { Extensions } from '../model/extension.ts';
import { diagnose } from '../model/messages.ts';
import type { Post, RenderedPost } from '../model/post.ts';
import { decodeText } from '../model/sources.ts';
import { createMarkdown } from '../render/markdown.ts';
import { type Renderer, renderPost } from '../render/render-post.ts';
import { type Asking, createLookup, type SiteIndex } from './site-index.ts';

export interface PostRendererInput {
  readonly config: Config;
  readonly extensions: Extensions;
  readonly index: SiteIndex;
  readonly toPinyin?: ToPinyin | undefined;
  /** Formulas that are set already. */
  readonly memo?: FormulaMemo;
}

/** What an edition does with a post. */
export interface InEdition {
  readonly converter?: Converter | undefined;
  /** The route below which files are published that only this post shows; the post's own by default. */
  readonly filesAt?: Route;
}

export class PostRenderer {
  readonly #index: SiteIndex;
  readonly #renderer: Renderer;

  constructor({ config, extensions, index, toPinyin, memo }: PostRendererInput) {
    this.#index = index;
    this.#renderer = { md: createMarkdown(config, extensions, memo), config, extensions, toPinyin };
  }

  /** Renders a post from its file's bytes. */
  render(
    post: Post,
    bytes: Uint8Array,
    asking: Asking,
    { converter, filesAt = post.route }: InEdition = {},
  ): RenderedPost {
    const body = cutBody(decodeText(bytes) ?? '', post.bodyLine);
    try {
      const job = { post, body, site: createLookup(this.#index, asking), filesAt, converter };
      return openForeign(renderPost(job, this.#renderer), post, this.#renderer.config);
    } catch (error) {
      if (isStop(error)) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      return emptyPost([diagnose('post/render-failed', { detail }, startOf(post))]);
    }
  }
}

/**
 * `external_link` with `field: site`: every link of the post, also one that a tag or a script
 * made. The page around it has its own opened when it is finished.
 */
function openForeign(rendered: RenderedPost, { layout }: Post, { external_link, url }: Config): RenderedPost {
  const { enable, field, exclude } = external_link;
  if (!enable || field !== 'site' || layout === false) return rendered;
  // No formula holds a link to elsewhere.
  return { ...rendered, html: rendered.html.map((html) => openElsewhere(html, { url, exclude })) };
}

/** Answers no question for equations of other posts, and remembers whether there was one: the post is not done then. */
export class Unanswered {
  asked = false;

  readonly findEquation: Asking['findEquation'] = () => {
    this.asked = true;
    return { missing: 'equation', suggestion: '' };
  };
}

/** The facts that every rendered post reads, whatever its text says. */
export function listOwnCells(id: Post['id']): Cell[] {
  return ['render', `post:${id}:meta`, `source:${id}`];
}

/** A stop from outside passes through: it is for the guard, not a fault of the post. */
function isStop(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

/** Where a post's text begins. */
export function startOf(post: Post): Location {
  return { file: post.id, line: post.bodyLine, column: 1, length: 1 };
}

/** A post of which nothing can be shown. */
export function emptyPost(diagnostics: readonly Diagnostic[]): RenderedPost {
  return {
    html: new SlottedText(''),
    excerpt: '',
    text: '',
    headings: [],
    words: { han: 0, words: 0, total: 0 },
    minutes: 1,
    autospace: false,
    description: '',
    images: [],
    equations: [],
    formulas: { total: 0, failed: 0, prints: [] },
    links: [],
    assets: [],
    diagnostics,
  };
}
