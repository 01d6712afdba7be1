/**
 * The same page in the languages of its site: in each edition that has it, and as a
 * translation by hand beside it.
 */
import { type Route, toRoute, toUrl } from '../base/path.ts';
import { matchLanguage, nameLanguage } from '../chinese/language.ts';
import { siteLanguage } from '../model/config.ts';
import type { Alternate } from '../model/page.ts';
import type { Post, PostId } from '../model/post.ts';
import type { Plan } from './plan.ts';

type Pages = ReadonlyMap<Route, Post | undefined>;

export class Alternates {
  /** The site has one language. */
  readonly isPlain: boolean;
  readonly #site: Plan;
  /** The site and its editions, each with its pages by route. */
  readonly #plans: ReadonlyMap<Plan, Pages>;
  /** Posts of the site itself that say the same, the original first. */
  readonly #siblings: ReadonlyMap<PostId, readonly Post[]>;

  constructor(site: Plan) {
    this.#site = site;
    this.#siblings = groupTranslations(site);
    this.isPlain = site.editions.length === 0 && this.#siblings.size === 0;
    this.#plans = new Map(this.isPlain ? [] : [site, ...site.editions].map((plan) => [plan, mapPages(plan)]));
  }

  /** Of a page of one plan; none if it stands alone. */
  find(own: Plan, route: Route): readonly Alternate[] {
    const pages = this.#plans.get(own);
    if (!pages?.has(route)) return [];
    const post = pages.get(route);
    const isForeign = post?.lang !== undefined && matchLanguage(post.lang, [siteLanguage(own.config)]) < 0;
    const editions = this.#plans.size > 1 ? [...this.#plans.keys()] : [];
    const siblings = (own === this.#site && post && this.#siblings.get(post.id)) || [];
    return [
      ...editions.map((plan) => this.#describeVersion(plan, { own, route, isForeign })),
      ...siblings
        .filter((sibling) => sibling !== post || isForeign || editions.length === 0)
        .map((sibling) =>
          this.#describeSibling(sibling, sibling === post, editions.length === 0 && sibling === siblings[0]),
        ),
    ];
  }

  /** A post in a language of its own is in all editions as it is, and so no version of itself. */
  #describeVersion(plan: Plan, { own, route, isForeign }: { own: Plan; route: Route; isForeign: boolean }): Alternate {
    const has = this.#plans.get(plan)?.has(route) ?? false;
    const language = siteLanguage(plan.config);
    return {
      language,
      label: plan.label ?? nameLanguage(language),
      url: toUrl(plan.config.root, has ? route : toRoute('')),
      exact: has && !isForeign,
      current: plan === own,
      byDefault: plan === this.#site,
    };
  }

  #describeSibling({ lang, route }: Post, current: boolean, byDefault: boolean): Alternate {
    const { config } = this.#site;
    const language = lang ?? siteLanguage(config);
    return { language, label: nameLanguage(language), url: toUrl(config.root, route), exact: true, current, byDefault };
  }
}

/** The posts of the pages that a layout draws, by route. */
function mapPages({ pages, graph }: Plan): Pages {
  return new Map(
    pages.flatMap((page) =>
      page.type === 'layout' && page.kind !== 'notFound'
        ? [[page.route, page.post === undefined ? undefined : graph.byId.get(page.post)] as const]
        : [],
    ),
  );
}

function groupTranslations({ translations, graph }: Plan): Map<PostId, readonly Post[]> {
  const groups = new Map<PostId, Post[]>();
  for (const { post, original, edition } of translations) {
    const first = graph.byId.get(original);
    if (edition >= 0 || !first) continue;
    const group = groups.get(original) ?? [first];
    group.push(post);
    for (const { id } of group) groups.set(id, group);
  }
  return groups;
}
