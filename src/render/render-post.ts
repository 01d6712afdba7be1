/**
 * A post's text → HTML: the one dear function, and a pure one.
 */
import type { MarkdownIt } from 'markdown-it';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Route, toUrl } from '../base/path.ts';
import { Slots, SlottedText } from '../base/slots.ts';
import { stripTags } from '../base/text.ts';
import { wantsAutospace } from '../chinese/autospace.ts';
import type { Converter } from '../chinese/conversion.ts';
import { HtmlConverter } from '../chinese/convert-html.ts';
import { countWords, readingMinutes } from '../chinese/count.ts';
import { cutText } from '../chinese/excerpt.ts';
import { createSlugger, type LetterCase, type Slugger, type ToPinyin } from '../chinese/slug.ts';
import {
  type FarMiss,
  type FarTarget,
  getMathResult,
  type MathInput,
  type Numbering,
  setMathInput,
} from '../math/env.ts';
import { leaveFormulas } from '../math/formula-slots.ts';
import type { Config } from '../model/config.ts';
import type { Extensions, FilterPoint } from '../model/extension.ts';
import { diagnose } from '../model/messages.ts';
import { isMap, type Post, type PostId, type RenderedPost } from '../model/post.ts';
import { placeInScript } from '../model/script-place.ts';
import { attachContext, type RenderContext, type SiteLookup } from './context.ts';
import { splitExcerpt } from './excerpt.ts';
import { checkTitle, readFormulas } from './front-formulas.ts';
import { resolveHtml } from './link-rule.ts';
import { dropScripts, readBodyText } from './plain-text.ts';

const DESCRIPTION_LENGTH = 120;
const NUMBERINGS: readonly Numbering[] = ['ams', 'none', 'all'];
/** By the number hexo-util's `slugize` has for them. */
const LETTER_CASES: readonly (LetterCase | undefined)[] = [undefined, 'lower', 'upper'];

export interface RenderJob {
  readonly post: Post;
  /** The text below the front matter. */
  readonly body: string;
  readonly site: SiteLookup;
  /** The route below which files are published that only this post shows; its own by default. */
  readonly filesAt?: Route;
  readonly converter?: Converter | undefined;
}

export interface Renderer {
  readonly md: MarkdownIt;
  readonly config: Config;
  readonly extensions: Extensions;
  /** Writes Chinese in Latin letters, if ids are made so. */
  readonly toPinyin?: ToPinyin | undefined;
}

/** Renders one post. Throws only on a fault of ours; what is wrong with the post is in `diagnostics`. */
export function renderPost(job: RenderJob, renderer: Renderer): RenderedPost {
  return job.post.format === 'html' ? renderHtmlPost(job, renderer) : renderMarkdownPost(job, renderer);
}

function renderMarkdownPost(job: RenderJob, renderer: Renderer): RenderedPost {
  const { md, config, extensions } = renderer;
  const diagnostics: Diagnostic[] = [];
  const { post } = job;
  const source = runFilters('markdown', job.body, { post, extensions, diagnostics });
  const { context, env } = createContext({ ...job, body: source }, renderer);
  const tokens = md.parse(source, env);
  const slots = new Slots();
  const drawn = leaveFormulas(env, slots, () => md.renderer.render(tokens, md.options, env));
  const html = runHtmlFilters(drawn, slots, { post, extensions, diagnostics });
  const { prose, whole, opening } = readBodyText(tokens);
  const math = getMathResult(env);
  const parts = splitExcerpt(html);
  const words = countWords(prose);
  return {
    html: new SlottedText(parts.html, slots),
    excerpt: post.excerpt === undefined ? slots.settle(parts.excerpt) : context.renderBlocks(post.excerpt),
    headings: context.headings,
    words,
    minutes: readingMinutes(words, context.images.length),
    autospace: config.typography.spacing === 'css' && wantsAutospace(prose),
    description: describePost(post, { opening, context, config }),
    text: whole,
    images: context.images,
    equations: math.equations,
    formulas: math.formulas,
    links: [...context.links],
    assets: [...context.assets.values()],
    diagnostics: [...diagnostics, ...checkTitle(post, config, job.site), ...context.diagnostics, ...math.diagnostics],
  };
}

interface Describing {
  readonly opening: string;
  readonly context: RenderContext;
  readonly config: Config;
}

function describePost({ description, excerpt }: Post, { opening, context, config }: Describing): string {
  if (description !== undefined) return readFormulas(stripTags(description), config);
  const own = excerpt === undefined ? '' : context.readBlocks(excerpt);
  return cutText(own || opening, DESCRIPTION_LENGTH);
}

function createContext(
  { post, body, site, filesAt = post.route, converter }: RenderJob,
  { md, config, toPinyin }: Renderer,
): { context: RenderContext; env: Record<string, unknown> } {
  const env: Record<string, unknown> = { ...(post.lang && { language: post.lang }) };
  const links = new Set<PostId>();
  const mathInput = { ...readMathInput(post), findFar: createFarFinder({ site, config, links }) };
  setMathInput(env, mathInput);
  const { heading_ids, anchors } = config.markdown;
  const letterCase = LETTER_CASES[anchors.case];
  const startSlugs = (): Slugger => createSlugger(heading_ids, { toPinyin, ...anchors, letterCase });
  const inner = (within: RenderContext): Record<string, unknown> => {
    const nested: Record<string, unknown> = {};
    setMathInput(nested, mathInput);
    attachContext(nested, { ...within, headings: [], slugger: startSlugs() });
    return nested;
  };
  const createRenderers = (own: Converter | undefined): RenderContext['unconverted'] => {
    const within = (): Record<string, unknown> => inner({ ...context, converter: own });
    return {
      converter: own,
      renderInline: (text) => md.renderInline(text, within()),
      renderBlocks: (text) => md.render(text, within()),
      readBlocks: (text) => readBodyText(md.parse(text, within())).opening,
    };
  };
  const context: RenderContext = {
    post,
    site,
    lines: body.split('\n'),
    slugger: startSlugs(),
    diagnostics: [],
    headings: [],
    images: [],
    links,
    assets: new Map(),
    filesAt,
    rawDepth: 0,
    block: null,
    unconverted: createRenderers(undefined),
    ...createRenderers(converter),
  };
  attachContext(env, context);
  return { context, env };
}

/** Looks equations of other posts up; a post that is referred to is linked to. */
function createFarFinder({ site, config, links }: { site: SiteLookup; config: Config; links: Set<PostId> }) {
  return (reference: string, label: string): FarTarget | FarMiss => {
    const answer = site.findEquation(reference, label);
    if ('missing' in answer) return answer;
    const { id, route, title } = answer.post;
    links.add(id);
    return {
      url: `${toUrl(site.rootOf(route), route)}#${answer.id}`,
      tag: answer.tag,
      title: readFormulas(title, config),
    };
  };
}

/** What the front matter says of formulas: `math: { macros: …, number: … }`, or `macros:` by itself. */
function readMathInput({ id, bodyLine, frontMatter }: Post): MathInput {
  const group = isMap(frontMatter.math) ? frontMatter.math : {};
  const macros = isMap(group.macros) ? group.macros : isMap(frontMatter.macros) ? frontMatter.macros : {};
  const number = NUMBERINGS.find((known) => known === group.number);
  return { file: id, bodyLine, idPrefix: '', macros, ...(number && { number }) };
}

interface Filtering {
  readonly post: Post;
  readonly extensions: Extensions;
  readonly diagnostics: Diagnostic[];
}

/** Sends a text through the scripts' filters of one point; one that throws is told and passed over. */
function runFilters(point: FilterPoint, text: string, { post, extensions, diagnostics }: Filtering): string {
  return extensions.filters[point].reduce((current, { script, value }) => {
    try {
      return String(value(current, post));
    } catch (error) {
      const detail = `${error instanceof Error ? error.message : String(error)} (filter \`${point}\` in ${post.id})`;
      diagnostics.push(diagnose('script/failed', { detail }, placeInScript(script, error)));
      return current;
    }
  }, text);
}

/** Scripts may look into formulas. */
function runHtmlFilters(html: string, slots: Slots, filtering: Filtering): string {
  return filtering.extensions.filters.html.length === 0 ? html : runFilters('html', slots.settle(html), filtering);
}

/** An HTML file: its text stands as it is, pictures resolved. */
function renderHtmlPost(job: RenderJob, renderer: Renderer): RenderedPost {
  const { post, converter } = job;
  const { context } = createContext(job, renderer);
  const body = converter ? new HtmlConverter(converter).html(job.body) : job.body;
  const parts = splitExcerpt(
    post.layout === false ? body : resolveHtml(body, { context, config: renderer.config, map: null }),
  );
  const text = stripTags(dropScripts(body));
  const words = countWords(text);
  return {
    html: new SlottedText(parts.html),
    excerpt: parts.excerpt,
    headings: [],
    words,
    minutes: readingMinutes(words, 0),
    autospace: false,
    description: post.description ?? cutText(text, DESCRIPTION_LENGTH),
    text,
    images: context.images,
    equations: [],
    formulas: { total: 0, failed: 0, prints: [] },
    links: [],
    assets: [...context.assets.values()],
    diagnostics: context.diagnostics,
  };
}
