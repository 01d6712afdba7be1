/**
 * What a page's head says of it to others: `open_graph`, `json_ld`, `meta_generator`; and
 * the form that leads to the search page.
 */
import { toOpenGraphLocale } from '../../base/language.ts';
import { escapeHtml } from '../../base/text.ts';
import { type Helper, markSafe, toText } from '../helper.ts';
import type { PageScope } from '../page-scope.ts';
import { type Options, readFlag, readText, splitArguments, toReadable } from './arguments.ts';
import { drawTag } from './html-tag.ts';
import { describeForMachines } from './linked-data.ts';
import { describePage, fullPictureUrl, type PageFacts } from './page-facts.ts';
import { urlFor } from './urls.ts';

type Pair = readonly [name: string, value: string | undefined];

/**
 * `open_graph({ title, type, url, image, site_name, description, language, author, date,
 * updated, twitter_card, twitter_id, twitter_site, twitter_image, fb_admins, fb_app_id })`:
 * what previews show (ogp.me). `false` leaves a value out.
 */
const open_graph: Helper = (scope, ...args) => {
  const { options } = splitArguments(args);
  const facts = describePage(scope);
  const choose = createChooser(options);
  const images = chooseImages(scope, options, facts);
  const type = choose('type', facts.isPost ? 'article' : 'website');
  const description = choose('description', facts.description);
  const pairs: Pair[] = [
    ['og:type', type],
    ['og:title', choose('title', facts.title)],
    ['og:url', choose('url', facts.url)],
    ['og:site_name', choose('site_name', scope.scope.config.title)],
    ['og:description', description],
    [
      'og:locale',
      options.language === false ? undefined : toOpenGraphLocale(readText(options, 'language', facts.language)),
    ],
    ...images.map((image): Pair => ['og:image', image]),
    ...(type === 'article' ? listArticlePairs(options, facts) : []),
  ];
  return markSafe(
    [
      drawMeta('name', 'description', description),
      ...pairs.map(([name, value]) => drawMeta('property', name, value)),
      ...drawNetworks(scope, options, images),
    ]
      .filter(Boolean)
      .join('\n'),
  );
};

type Chooser = (name: string, byDefault: string | undefined) => string | undefined;

/** An option as text, or what the page says itself. */
function createChooser(options: Options): Chooser {
  return (name, byDefault) => {
    if (options[name] === false) return undefined;
    return readText(options, name) === '' ? byDefault : toReadable(options[name]);
  };
}

function listArticlePairs(options: Options, facts: PageFacts): Pair[] {
  const choose = createChooser(options);
  return [
    ['article:published_time', chooseTime(options.date, facts.published)],
    ['article:modified_time', chooseTime(options.updated, facts.modified)],
    ['article:author', choose('author', facts.author)],
    ...facts.keywords.map((word): Pair => ['article:tag', word]),
  ];
}

/** In ISO 8601; a date or its text may be given instead of the page's own. */
function chooseTime(given: unknown, byDefault: string | undefined): string | undefined {
  if (given === false) return undefined;
  if (given === undefined || given === null) return byDefault;
  const instant = typeof given === 'object' ? Number(given) : Number.NaN;
  return Number.isNaN(instant) ? toText(given) : new Date(instant).toISOString();
}

function chooseImages(scope: PageScope, options: Options, { image }: PageFacts): string[] {
  const given = options.images ?? options.image;
  if (given === false) return [];
  const images = (Array.isArray(given) ? given : [given]).map(toText).filter(Boolean);
  return images.length > 0 ? images.map((path) => fullPictureUrl(scope, path)) : image === undefined ? [] : [image];
}

/** What Twitter and Facebook want besides. */
function drawNetworks(scope: PageScope, options: Options, images: readonly string[]): string[] {
  const handle = (name: string): string => readText(options, name).replace(/^(?=[^@])/, '@');
  const image = readText(options, 'twitter_image');
  return [
    drawMeta(
      'name',
      'twitter:card',
      options.twitter_card === false ? '' : readText(options, 'twitter_card', 'summary'),
    ),
    drawMeta('name', 'twitter:image', image === '' ? images[0] : fullPictureUrl(scope, image)),
    drawMeta('name', 'twitter:creator', handle('twitter_id')),
    drawMeta('name', 'twitter:site', readText(options, 'twitter_site')),
    drawMeta('property', 'fb:admins', readText(options, 'fb_admins')),
    drawMeta('property', 'fb:app_id', readText(options, 'fb_app_id')),
  ];
}

function drawMeta(kind: 'name' | 'property', name: string, content: string | undefined): string {
  return content === undefined || content === '' ? '' : `<meta ${kind}="${name}" content="${escapeHtml(content)}">`;
}

/** A post, its place among the categories, or the site, for search engines (schema.org). */
const json_ld: Helper = (scope) => describeForMachines(scope);

/** The name of the generator, unless the site keeps it to itself. */
const meta_generator: Helper = ({ scope }) =>
  scope.config.meta_generator ? markSafe(drawTag('meta', { name: 'generator', content: 'Mojing' })) : '';

/**
 * `search_form({ class, text, button })`: a form that leads to the site's own search page;
 * `button` is its text, or `true` for that of `text`. Nothing if the site has no search.
 */
const search_form: Helper = (scope, ...args) => {
  const { options } = splitArguments(args);
  if (!scope.scope.config.search.enable) return '';
  const [name, text] = [readText(options, 'class', 'search-form'), readText(options, 'text', 'Search')];
  const label = options.button === true ? text : readText(options, 'button');
  const input = drawTag('input', {
    type: 'search',
    name: 'q',
    class: `${name}-input`,
    placeholder: text,
    'aria-label': text,
  });
  const button = readFlag(options, 'button', false)
    ? drawTag('button', { type: 'submit', class: `${name}-submit` }, escapeHtml(label))
    : '';
  return markSafe(
    drawTag('form', { action: urlFor(scope, 'search/'), method: 'get', role: 'search', class: name }, input + button),
  );
};

export const headHelpers: Readonly<Record<string, Helper>> = { open_graph, json_ld, meta_generator, search_form };
