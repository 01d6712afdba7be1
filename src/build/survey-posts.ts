/**
 * What the posts of a site are made of, for `doctor`: tags, ways to write formulas, keys
 * of the front matter, and what was told while they were rendered.
 */
import type { Diagnostic, Location } from '../base/diagnostic.ts';
import { cutBody } from '../content/front-matter.ts';
import type { Post } from '../model/post.ts';
import { decodeText } from '../model/sources.ts';
import type { Build } from './build.ts';

/** How often something is used, in how many posts, and where first. */
export interface Use {
  readonly count: number;
  readonly posts: number;
  readonly at: Location;
}

export interface PostSurvey {
  /** Tags by name, `endx` counted with `x`. */
  readonly tags: ReadonlyMap<string, Use>;
  /** Delimiters of formulas, as they are written: `$`, `$$`, `\(`, `\begin`. */
  readonly delimiters: ReadonlyMap<string, Use>;
  /** `{{ … }}` in the text, which Hexo fills and we show as written. */
  readonly braces: Use | undefined;
  /** Diagrams, which are shown as their source: mermaid and its like in fences. */
  readonly diagrams: Use | undefined;
  /** Posts without a mark where their excerpt ends. */
  readonly unmarked: Use | undefined;
  /** Line feeds within paragraphs. */
  readonly lineFeeds: Use | undefined;
  readonly frontMatter: ReadonlyMap<string, Use>;
  readonly formulas: { readonly total: number; readonly failed: number; readonly posts: number };
  readonly diagnostics: readonly Diagnostic[];
}

/** Renders every post and page of a build, and looks at how they are written. Nothing is drawn. */
export function surveyPosts({ plan, work }: Build): PostSurvey {
  const posts = [...plan.graph.posts, ...plan.graph.pages];
  work.posts.renderAll(posts.map(({ id }) => id));
  const uses = { tags: new Tally(), delimiters: new Tally(), texts: new Tally(), frontMatter: new Tally() };
  const formulas = { total: 0, failed: 0, posts: 0 };
  const diagnostics = [...plan.diagnostics];
  for (const post of posts) {
    const record = work.posts.record(post.id);
    diagnostics.push(...record.diagnostics);
    formulas.total += record.formulas.total;
    formulas.failed += record.formulas.failed;
    if (record.formulas.total > 0) formulas.posts++;
    for (const key of Object.keys(post.frontMatter)) uses.frontMatter.add(key, post, 1);
    const file = plan.input.sources.get(post.id);
    if (file && post.format === 'markdown')
      surveyText(cutBody(decodeText(file.read()) ?? '', post.bodyLine), post, uses);
  }
  const { tags, delimiters, texts, frontMatter } = uses;
  return {
    tags: tags.uses,
    delimiters: delimiters.uses,
    braces: texts.uses.get('braces'),
    diagrams: texts.uses.get('diagrams'),
    unmarked: texts.uses.get('unmarked'),
    lineFeeds: texts.uses.get('lineFeeds'),
    frontMatter: frontMatter.uses,
    formulas,
    diagnostics,
  };
}

/** Counts uses by name. */
class Tally {
  readonly uses = new Map<string, Use>();
  readonly #last = new Map<string, Post>();

  add(name: string, post: Post, line: number): void {
    const known = this.uses.get(name);
    const posts = (known?.posts ?? 0) + (this.#last.get(name) === post ? 0 : 1);
    this.#last.set(name, post);
    const at = known?.at ?? { file: post.id, line, column: 1, length: 1 };
    this.uses.set(name, { count: (known?.count ?? 0) + 1, posts, at });
  }
}

const FENCE = /^([ \t>]*(?:[-*+] +)?)(`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?^[ \t>]*\2[`~]*[ \t]*$|[\s\S]*$)/gm;
const DIAGRAM =
  /^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{?\.?(?:mermaid|plantuml|puml|flow(?:chart)?|sequence|markmap|graphviz)\b/gm;
const CODE = /(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)\1(?!`)/g;
const RAW = /\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}/g;
const DISPLAY = /(?<!\\)\$\$[\s\S]*?\$\$/g;
const FORMULA = /(?<![\\$])\$(?![\s$])[^$\n]*?(?<![\s\\])\$(?!\d)/g;

function surveyText(body: string, post: Post, uses: Readonly<Record<'tags' | 'delimiters' | 'texts', Tally>>): void {
  const text = blank(blank(body, FENCE), CODE);
  const each = (found: RegExp, tell: (match: RegExpMatchArray, line: number) => void, where = text): void => {
    for (const match of where.matchAll(found)) tell(match, post.bodyLine + countLines(where, match.index));
  };
  if (post.kind === 'post' && !/<!--\s*more\b/i.test(body)) uses.texts.add('unmarked', post, post.bodyLine);
  each(DIAGRAM, (_match, line) => uses.texts.add('diagrams', post, line), body);
  each(DISPLAY, (_match, line) => uses.delimiters.add('$$', post, line));
  const prose = blank(text, DISPLAY);
  each(FORMULA, (_match, line) => uses.delimiters.add('$', post, line), prose);
  each(
    /(\\{1,2})([([])[\s\S]{1,2000}?\1[)\]]/g,
    ([, slash, sign], line) => uses.delimiters.add(`${slash}${sign}`, post, line),
    prose,
  );
  each(/^[ \t]*\\begin\{/gm, (_match, line) => uses.delimiters.add('\\begin', post, line), prose);
  const bare = blank(prose, FORMULA);
  each(/\{%-?\s*(?!end)([A-Za-z_][\w-]*)/g, ([, name = ''], line) => uses.tags.add(name, post, line), bare);
  each(/\{\{(?!\{).*?\}\}/g, (_match, line) => uses.texts.add('braces', post, line), blank(bare, RAW));
  each(
    /^(?![ \t]*(?:[-*+>#|<:]|\d+[.)]|\{%|$)).*\p{L}.*\n(?=[^\s\-*+>#|<:{$\d=\\]).*\p{L}/gmu,
    (_match, line) => uses.texts.add('lineFeeds', post, line),
    bare,
  );
}

/** The text with every match replaced by spaces, so that lines and columns stay. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => found.replace(/[^\n]/g, ' '));
}

function countLines(text: string, offset: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
