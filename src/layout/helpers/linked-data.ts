/**
 * A page for machines: schema.org's BlogPosting, BreadcrumbList and WebSite as JSON-LD.
 */
import { toBcp47 } from '../../base/language.ts';
import { markSafe, type SafeHtml } from '../helper.ts';
import type { PageScope } from '../page-scope.ts';
import { dumpForScript } from '../templates.ts';
import { PostView, type TermView } from '../views.ts';
import { describePage, type PageFacts } from './page-facts.ts';
import { fullUrlFor } from './urls.ts';

/** The script for the page being drawn; `''` for kinds of page there is nothing to say of. */
export function describeForMachines(scope: PageScope): SafeHtml | '' {
  const graph = describeGraph(scope);
  if (graph.length === 0) return '';
  // What is dumped holds no `<`, so no title can close the script.
  return markSafe(
    `<script type="application/ld+json">${dumpForScript({ '@context': 'https://schema.org', '@graph': graph })}</script>`,
  );
}

function describeGraph(scope: PageScope): object[] {
  const { page, views } = scope;
  const { kind, term: id } = scope.scope.drawing.page;
  const facts = describePage(scope);
  if (kind === 'post' && page instanceof PostView)
    return [describePost(page, facts), drawTrail(scope, page.category_paths[0] ?? [], facts.title)];
  if (kind === 'home') return [describeSite(scope, facts)];
  const term = id === undefined ? undefined : views.findTerm(kind === 'tag' ? 'tag' : 'category', id);
  return term ? [drawTrail(scope, listAncestors(views.term(term)), term.name)] : [];
}

function describePost(post: PostView, facts: PageFacts): object {
  return {
    '@type': 'BlogPosting',
    headline: facts.title,
    url: facts.url,
    mainEntityOfPage: facts.url,
    datePublished: facts.published,
    dateModified: facts.modified,
    author: facts.author === undefined ? undefined : { '@type': 'Person', name: facts.author },
    description: facts.description,
    image: facts.image,
    keywords: facts.keywords.length > 0 ? facts.keywords : undefined,
    wordCount: post.words.total,
    inLanguage: toBcp47(facts.language),
  };
}

function describeSite(scope: PageScope, facts: PageFacts): object {
  return {
    '@type': 'WebSite',
    name: scope.scope.config.title,
    url: fullUrlFor(scope, ''),
    description: facts.description,
    inLanguage: toBcp47(facts.language),
  };
}

/** From the home page over categories to the page itself, which has no link. */
function drawTrail(scope: PageScope, terms: readonly TermView[], title: string): object {
  const crumbs = [
    { name: scope.scope.config.title, item: fullUrlFor(scope, '') },
    ...terms.map((term) => ({ name: term.name, item: fullUrlFor(scope, term) })),
    { name: title },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({ '@type': 'ListItem', position: index + 1, ...crumb })),
  };
}

function listAncestors(term: TermView): TermView[] {
  return term.parent ? [...listAncestors(term.parent), term.parent] : [];
}
