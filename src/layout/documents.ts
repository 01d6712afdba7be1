/**
 * Texts for machines: feeds, the sitemap, robots.txt.
 *
 * They hold no clock: a feed is as new as its newest post, so that the same site gives
 * the same bytes. (The `sitemap` package wants Node ≥ 20.19.5 and works in streams; its
 * format is a dozen lines, sitemaps.org/protocol.html.)
 */
import { Feed } from 'feed';
import { type Instant, toIsoString } from '../base/date.ts';
import { toBcp47 } from '../base/language.ts';
import type { Notes } from '../base/memo.ts';
import { originOf, toRoute } from '../base/path.ts';
import { dropControls, dropMarkup, escapeHtml } from '../base/text.ts';
import { siteLanguage } from '../model/config.ts';
import { flattenTerms } from '../model/graph.ts';
import type { DocumentPage, Page } from '../model/page.ts';
import type { Post } from '../model/post.ts';
import { isolateIds, makeAbsolute, makeIdPrefix } from './isolate-ids.ts';
import { permalinkOf } from './permalink.ts';
import { findAlternates, type SiteFacts } from './site-facts.ts';

export interface DocumentInput {
  readonly page: DocumentPage;
  readonly facts: SiteFacts;
  /** All pages of the site: the sitemap lists those that people read. */
  readonly pages: readonly Page[];
  readonly notes: Notes;
}

/** The text of a document. */
export function drawDocument(input: DocumentInput): string {
  switch (input.page.kind) {
    case 'atom':
    case 'rss':
      return drawFeed(input);
    case 'sitemap':
      return drawSitemap(input);
    case 'sitemap-list':
      return drawSitemapList(input);
    case 'robots':
      return drawRobots(input);
  }
}

function absolute({ config }: SiteFacts, route: string): string {
  return permalinkOf(toRoute(route), config);
}

function drawFeed({ page, facts, notes }: DocumentInput): string {
  const { config, graph } = facts;
  notes.note('posts');
  const posts = config.feed.limit > 0 ? graph.posts.slice(0, config.feed.limit) : graph.posts;
  const home = absolute(facts, '');
  const feed = new Feed({
    title: config.title,
    id: home,
    link: home,
    description: dropMarkup(config.subtitle || config.description),
    language: siteLanguage(config),
    copyright: config.author,
    generator: 'Mojing',
    updated: new Date(Math.max(0, ...posts.map(({ updated, date }) => updated ?? date))),
    feedLinks: page.kind === 'rss' ? { rss: absolute(facts, page.route) } : { atom: absolute(facts, page.route) },
    author: { name: config.author, ...(config.email && { email: config.email }), link: home },
  });
  for (const post of posts) feed.addItem(describePost(post, facts, notes));
  return page.kind === 'rss' ? feed.rss2() : escapeTerms(feed.atom1());
}

/** The library leaves `<` in attributes as it is, which no XML may have (a tag may be called `<T>`). */
function escapeTerms(atom: string): string {
  return atom.replace(/^\s*<category .*\/>$/gm, (line) =>
    line.replace(/"[^"]*"/g, (value) => value.replace(/</g, '&lt;')),
  );
}

function describePost(post: Post, facts: SiteFacts, notes: Notes): Parameters<Feed['addItem']>[0] {
  for (const part of ['meta', 'html', 'facts']) notes.note(`post:${post.id}:${part}`);
  const { html } = facts.bodyOf(post.id);
  const { description } = facts.factsOf(post.id);
  const link = absolute(facts, post.route);
  const content = makeAbsolute(facts.keepMathml(isolateIds(html, makeIdPrefix(post.id), link)), facts.config.url, link);
  return {
    // The library takes titles and summaries for HTML.
    title: escapeHtml(facts.renderTitle(post.title).text || post.slug),
    id: link,
    link,
    date: new Date(post.updated ?? post.date),
    published: new Date(post.date),
    ...(description && { description: escapeHtml(dropControls(description)) }),
    ...(facts.config.feed.content && { content: dropControls(content) }),
    category: listTermNames(post, facts, notes)
      .map(dropControls)
      .map((name) => ({ name, term: name })),
  };
}

/** The names of a post's categories and tags, each once; in an edition they are not those that the post gives. */
function listTermNames(post: Post, { graph, config }: SiteFacts, notes: Notes): string[] {
  const own = [...post.categories.flat(), ...post.tags];
  if (config.root === config.top) return [...new Set(own)];
  for (const cell of ['terms:tag', 'terms:category']) notes.note(cell);
  const terms = [...flattenTerms(graph.categories), ...graph.tags];
  const names = new Map(terms.map(({ id, name }) => [id.split('\u0000').at(-1) ?? '', name]));
  return [...new Set(own.map((name) => names.get(name) ?? name))];
}

interface Entry {
  readonly route: string;
  readonly changed?: Instant | undefined;
}

/** The pages that people read, each once. */
function listEntries({ facts, pages, notes }: DocumentInput): Entry[] {
  const { graph } = facts;
  for (const cell of ['posts', 'pages', 'terms:tag', 'terms:category', 'routes']) notes.note(cell);
  for (const { id } of [...graph.posts, ...graph.pages]) notes.note(`post:${id}:meta`);
  const dates = new Map(graph.posts.map(({ id, updated }) => [id, updated]));
  const newest = (ids: readonly string[]): Instant | undefined => dates.get((ids[0] ?? '') as Post['id']);
  const written = [...graph.posts, ...graph.pages].filter(
    (post) => post.frontMatter.sitemap !== false && (post.layout !== false || post.kind === 'post'),
  );
  const shown = new Set(pages.map(({ route }) => route));
  const entries: Entry[] = [
    { route: '', changed: graph.posts[0]?.updated },
    ...written.map((post) => ({ route: post.route, changed: post.dated ? post.updated : undefined })),
    ...[...flattenTerms(graph.categories), ...graph.tags].map((term) => ({
      route: term.route,
      changed: newest(term.posts),
    })),
  ].filter(({ route }) => shown.has(toRoute(route)) && route !== '404.html');
  return [...new Map(entries.map((entry) => [entry.route, entry])).values()];
}

/** hexo-generator-sitemap's `sitemap.txt`: an address a line. */
function drawSitemapList(input: DocumentInput): string {
  return listEntries(input)
    .map(({ route }) => `${absolute(input.facts, route)}\n`)
    .join('');
}

function drawSitemap(input: DocumentInput): string {
  const { facts, notes } = input;
  const { config } = facts;
  const draw = ({ route, changed }: Entry): string =>
    `<url><loc>${escapeHtml(absolute(facts, route))}</loc>${changed === undefined ? '' : `<lastmod>${toIsoString(changed, config.timezone)}</lastmod>`}${listVersions(route, facts, notes)}</url>`;
  const xhtml = config.editions.length > 0 ? ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${xhtml}>\n${listEntries(input).map(draw).join('\n')}\n</urlset>\n`;
}

/** A page in the other editions of the site (developers.google.com, “Tell Google about localized versions of your page”). */
function listVersions(route: string, facts: SiteFacts, notes: Notes): string {
  const { config } = facts;
  if (config.editions.length === 0) return '';
  const versions = findAlternates(facts, toRoute(route), (cell) => notes.note(cell)).filter(({ exact }) => exact);
  const draw = (language: string, url: string): string =>
    `<xhtml:link rel="alternate" hreflang="${escapeHtml(language)}" href="${escapeHtml(originOf(config.url) + url)}"/>`;
  return versions.map(({ language, url }) => draw(toBcp47(language), url)).join('');
}

function drawRobots({ facts, pages, notes }: DocumentInput): string {
  notes.note('routes');
  const sitemap = pages.find((page): page is DocumentPage => page.type === 'document' && page.kind === 'sitemap');
  const places = sitemap
    ? ['', ...facts.editions].map((place) => `Sitemap: ${absolute(facts, place + sitemap.route)}\n`)
    : [];
  const { useragent, allow, disallow } = facts.config.robots;
  const rules = [
    ...(useragent.length > 0 ? useragent : ['*']).map((name) => `User-agent: ${name}\n`),
    ...disallow.map((path) => `Disallow: ${path}\n`),
    ...(allow.length + disallow.length > 0 ? allow : ['/']).map((path) => `Allow: ${path}\n`),
  ];
  return `${rules.join('')}${places.length > 0 ? `\n${places.join('')}` : ''}`;
}
