/**
 * What every page gets, whatever its theme: KaTeX's stylesheet where there are formulas,
 * the name of the generator, the link to the feed, and what scripts inject.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { openElsewhere } from '../base/external-links.ts';
import { toBcp47 } from '../base/language.ts';
import { originOf, toRoute, toUrl } from '../base/path.ts';
import type { Slots } from '../base/slots.ts';
import { escapeHtml } from '../base/text.ts';
import type { InjectPoint } from '../model/extension.ts';
import { diagnose } from '../model/messages.ts';
import type { LayoutPage } from '../model/page.ts';
import { placeInScript } from '../model/script-place.ts';
import type { LaidOutPage } from './laid-out-page.ts';
import { findAlternates, type Scope } from './site-facts.ts';

/** Where KaTeX's stylesheet is published. */
export const MATH_STYLESHEET = toRoute('katex/katex.css');

interface Finishing {
  readonly page: LayoutPage;
  readonly scope: Scope;
  /** What is to be set into the page. Links in there were opened when the post was rendered. */
  readonly slots: Slots;
}

/** The page's HTML, completed. A page without `</head>` or `</body>` is left as it is there. */
export function finishHtml(drawn: string, finishing: Finishing): LaidOutPage {
  const { scope, slots } = finishing;
  const html = scope.extensions.filters.page.length > 0 ? slots.settle(drawn) : drawn;
  const end = html.indexOf('</head>');
  const before = html.slice(0, Math.max(0, end));
  const head = [
    listMathLinks(html, finishing),
    listLanguages(before, finishing),
    listFeedLinks(before, scope),
    nameGenerator(before, scope),
  ].join('');
  const diagnostics: Diagnostic[] = [];
  const injected = openForeign(inject(runFilters(html, finishing, diagnostics), scope), scope);
  const at = injected === html ? end : injected.indexOf('</head>');
  const whole = at < 0 ? injected : injected.slice(0, at) + head + injected.slice(at);
  return { bytes: slots.fill(whole), diagnostics };
}

/** Sends the page through the scripts' filters; one that throws is told and passed over. */
function runFilters(html: string, { page, scope }: Finishing, diagnostics: Diagnostic[]): string {
  const post = page.post === undefined ? undefined : scope.graph.byId.get(page.post);
  return scope.extensions.filters.page.reduce((text, { script, value }) => {
    try {
      return String(value(text, post));
    } catch (error) {
      const detail = `${error instanceof Error ? error.message : String(error)} (filter \`page\`)`;
      diagnostics.push(diagnose('script/failed', { detail }, placeInScript(script, error)));
      return text;
    }
  }, html);
}

/** `external_link` with `field: site`: the theme's links as well as those of posts. */
function openForeign(html: string, { config }: Scope): string {
  const { enable, field, exclude } = config.external_link;
  return enable && field === 'site' ? openElsewhere(html, { url: config.url, exclude }) : html;
}

function listMathLinks(html: string, { scope: { config }, slots }: Finishing): string {
  if (!slots.holds(html, 'class="katex') || html.includes(MATH_STYLESHEET)) return '';
  // The files of KaTeX are published once for all editions.
  const url = (route: string): string => toUrl(config.top, toRoute(route));
  const preload = (font: string): string =>
    `<link rel="preload" href="${url(`katex/fonts/${font}.woff2`)}" as="font" type="font/woff2" crossorigin>\n`;
  return `${preload('KaTeX_Main-Regular')}${preload('KaTeX_Math-Italic')}<link rel="stylesheet" href="${url(MATH_STYLESHEET)}">\n`;
}

/** The page in other languages, for search engines: each names all, itself too, and one for everybody else. */
function listLanguages(html: string, { page, scope }: Finishing): string {
  const versions = findAlternates(scope, page.route, scope.drawing.note).filter(({ exact }) => exact);
  if (versions.length < 2 || /\shreflang=/i.test(html)) return '';
  const origin = originOf(scope.config.url);
  const draw = (language: string, url: string): string =>
    `<link rel="alternate" hreflang="${escapeHtml(language)}" href="${escapeHtml(origin + url)}">\n`;
  const byDefault = versions.find((version) => version.byDefault);
  return [
    ...versions.map(({ language, url }) => draw(toBcp47(language), url)),
    ...(byDefault ? [draw('x-default', byDefault.url)] : []),
  ].join('');
}

function listFeedLinks(html: string, { config, graph, drawing }: Scope): string {
  drawing.note('has-posts');
  if (!config.feed.enable || graph.posts.length === 0 || /type="application\/(atom|rss)\+xml"/.test(html)) return '';
  const isRss = /^rss/.test(config.feed.type[0] ?? '');
  const route = config.feed.path[0] ?? (isRss ? 'rss2.xml' : 'atom.xml');
  return `<link rel="alternate" href="${toUrl(config.root, toRoute(route))}" title="${escapeHtml(config.title)}" type="application/${isRss ? 'rss' : 'atom'}+xml">\n`;
}

function nameGenerator(html: string, { config }: Scope): string {
  return config.meta_generator && !/<meta\s+name="generator"/i.test(html)
    ? '<meta name="generator" content="Mojing">\n'
    : '';
}

const PLACES: Readonly<Record<InjectPoint, { readonly mark: RegExp; readonly after: boolean }>> = {
  head_begin: { mark: /<head[^>]*>/i, after: true },
  head_end: { mark: /<\/head>/i, after: false },
  body_begin: { mark: /<body[^>]*>/i, after: true },
  body_end: { mark: /<\/body>(?![\s\S]*<\/body>)/i, after: false },
};

function inject(html: string, { extensions }: Scope): string {
  let text = html;
  for (const [point, { mark, after }] of Object.entries(PLACES)) {
    const pieces = extensions.injections[point as InjectPoint].map(({ value }) => value).join('\n');
    if (pieces !== '') text = text.replace(mark, (tag) => (after ? tag + pieces : pieces + tag));
  }
  return text;
}
