/**
 * Tags and categories: posts gathered under the words their writers gave them.
 *
 * Slugs are Hexo's. Where two words would share one (`C`, `C++`, `C#` are all `C`),
 * Hexo keeps one page and loses the others; here each keeps a page.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Route, toRoute } from '../base/path.ts';
import type { ToPinyin } from '../chinese/slug.ts';
import type { Config } from '../model/config.ts';
import type { Taxonomy, Term } from '../model/graph.ts';
import { diagnose } from '../model/messages.ts';
import type { Post, PostId } from '../model/post.ts';
import { slugifyTerm } from './term-slug.ts';

const SEPARATOR = '\u0000';

/** What a category is known by: its name and those above it. */
export function nameCategory(path: readonly string[]): string {
  return path.join(SEPARATOR);
}

/** A category's path and those above it, from the top: `[a]`, `[a, b]`. */
export function listLevels(path: readonly string[]): string[][] {
  return path.map((_name, depth) => path.slice(0, depth + 1));
}

/** A term while it is being filled. */
interface Draft {
  readonly name: string;
  readonly path: readonly string[];
  readonly posts: Set<PostId>;
  readonly children: Map<string, Draft>;
}

export interface Terms {
  readonly terms: readonly Term[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All tags by name, each with its posts in the order given. */
export function gatherTags(posts: readonly Post[], config: Config, toPinyin?: ToPinyin): Terms {
  const roots = new Map<string, Draft>();
  for (const post of posts) for (const tag of post.tags) enter(roots, [tag], post.id);
  return finish('tag', roots, { config, toPinyin });
}

/** The tree of categories; a post stands in every category on its paths. */
export function gatherCategories(posts: readonly Post[], config: Config, toPinyin?: ToPinyin): Terms {
  const roots = new Map<string, Draft>();
  for (const post of posts) for (const path of post.categories) enter(roots, path, post.id);
  return finish('category', roots, { config, toPinyin });
}

function enter(roots: Map<string, Draft>, path: readonly string[], post: PostId): void {
  let level = roots;
  for (const [depth, name] of path.entries()) {
    let draft = level.get(name);
    if (!draft) {
      draft = { name, path: path.slice(0, depth + 1), posts: new Set(), children: new Map() };
      level.set(name, draft);
    }
    draft.posts.add(post);
    level = draft.children;
  }
}

interface Slugging {
  readonly config: Config;
  readonly toPinyin: ToPinyin | undefined;
}

function finish(taxonomy: Taxonomy, roots: ReadonlyMap<string, Draft>, { config, toPinyin }: Slugging): Terms {
  const diagnostics: Diagnostic[] = [];
  const folder = taxonomy === 'tag' ? config.tag_dir : config.category_dir;

  const build = (drafts: ReadonlyMap<string, Draft>, parentSlug: string): Term[] => {
    const wishes = [...drafts.values()]
      .sort(byName)
      .map((draft) => ({ draft, wanted: parentSlug + (slugifyTerm(draft.name, taxonomy, config, toPinyin) || '-') }));
    return shareSlugs(wishes).map(({ draft, wanted, slug, rival }) => {
      const { name, path, posts, children } = draft;
      const route = toTermRoute(folder, slug);
      if (rival) {
        const clash = { name, rival: rival.name, route: toTermRoute(folder, wanted), given: route };
        diagnostics.push(diagnose('route/term-clash', { taxonomy, ...clash, map: `${taxonomy}_map` }));
      }
      const id = nameCategory(path);
      return { id, taxonomy, name, path, slug, route, posts: [...posts], children: build(children, `${slug}/`) };
    });
  };
  return { terms: build(roots, ''), diagnostics };
}

interface Wish {
  readonly draft: Draft;
  readonly wanted: string;
}

interface Share extends Wish {
  readonly slug: string;
  /** Who has the slug that was wanted. */
  readonly rival: Draft | undefined;
}

/** To each a slug of its own: the first that wants one has it, the others get numbers that nobody wants. Case tells slugs apart, as on most hosts. */
function shareSlugs(wishes: readonly Wish[]): Share[] {
  const owners = new Map<string, Draft>();
  for (const { draft, wanted } of wishes) if (!owners.has(wanted)) owners.set(wanted, draft);
  return wishes.map(({ draft, wanted }) => {
    const owner = owners.get(wanted);
    if (owner === draft) return { draft, wanted, slug: wanted, rival: undefined };
    let n = 2;
    while (owners.has(`${wanted}-${n}`)) n++;
    owners.set(`${wanted}-${n}`, draft);
    return { draft, wanted, slug: `${wanted}-${n}`, rival: owner };
  });
}

function toTermRoute(folder: string, slug: string): Route {
  return toRoute(`${folder}/${slug}/`);
}

/** By code point, so that the order is the same on every machine; the theme sorts for readers. */
function byName(a: Draft, b: Draft): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
