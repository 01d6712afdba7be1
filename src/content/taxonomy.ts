/**
 * Tags and categories: posts gathered under the words their writers gave them.
 *
 * Slugs are Hexo's. Where two words would share one (`C`, `C++`, `C#` are all `C`),
 * Hexo keeps one page and loses the others; here each keeps a page.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Route, toRoute } from '../base/path.ts';
import { slugifyHexo } from '../chinese/slug.ts';
import type { Config } from '../model/config.ts';
import type { Taxonomy, Term } from '../model/graph.ts';
import { diagnose } from '../model/messages.ts';
import type { Post, PostId } from '../model/post.ts';
import { letterCase, mapName } from './parse-post.ts';

const SEPARATOR = '\u0000';

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
export function gatherTags(posts: readonly Post[], config: Config): Terms {
  const roots = new Map<string, Draft>();
  for (const post of posts) for (const tag of post.tags) enter(roots, [tag], post.id);
  return finish('tag', roots, config);
}

/** The tree of categories; a post stands in every category on its paths. */
export function gatherCategories(posts: readonly Post[], config: Config): Terms {
  const roots = new Map<string, Draft>();
  for (const post of posts) for (const path of post.categories) enter(roots, path, post.id);
  return finish('category', roots, config);
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

function finish(taxonomy: Taxonomy, roots: ReadonlyMap<string, Draft>, config: Config): Terms {
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, string>();
  const map = taxonomy === 'tag' ? config.tag_map : config.category_map;
  const folder = taxonomy === 'tag' ? config.tag_dir : config.category_dir;

  const build = (drafts: ReadonlyMap<string, Draft>, parentSlug: string): Term[] =>
    [...drafts.values()].sort(byName).map((draft) => {
      const wanted = parentSlug + (slugifyHexo(mapName(draft.name, map), letterCase(config)) || '-');
      const slug = claimSlug(wanted, taken);
      const route = toTermRoute(folder, slug);
      if (slug !== wanted) {
        const values = {
          taxonomy,
          name: draft.name,
          other: taken.get(wanted) ?? '',
          route: toTermRoute(folder, wanted),
          given: route,
          map: `${taxonomy}_map`,
        };
        diagnostics.push(diagnose('route/term-clash', values));
      }
      taken.set(slug, draft.name);
      const children = build(draft.children, `${slug}/`);
      return {
        id: draft.path.join(SEPARATOR),
        taxonomy,
        name: draft.name,
        path: draft.path,
        slug,
        route,
        posts: [...draft.posts],
        children,
      };
    });
  return { terms: build(roots, ''), diagnostics };
}

/** A slug nobody has yet. Slugs that differ by case alone are apart, as on most hosts. */
function claimSlug(wanted: string, taken: ReadonlyMap<string, string>): string {
  let slug = wanted;
  for (let n = 2; taken.has(slug); n++) slug = `${wanted}-${n}`;
  return slug;
}

function toTermRoute(folder: string, slug: string): Route {
  return toRoute(`${folder}/${slug}/`);
}

/** By code point, so that the order is the same on every machine; the theme sorts for readers. */
function byName(a: Draft, b: Draft): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
