/**
 * What a page of HTML names and uses: its ids, its links, and the files it loads.
 */
import { Parser } from 'htmlparser2';
import { readStyles } from './read-styles.ts';
import type { Use, UseKind } from './use.ts';

export interface HtmlFacts {
  /** Where a fragment may lead: `id`, and `name` of `<a>`. */
  readonly anchors: ReadonlySet<string>;
  readonly uses: readonly Use[];
  /** Other values that may name a file: `data-src`, texts of scripts. */
  readonly mentions: readonly string[];
  /** `<base href>`. */
  readonly base: string | undefined;
}

type Attributes = Readonly<Record<string, string>>;

/** Reads a page; any text is HTML. What stands in a `<template>` or a comment is no part of it. */
export function readHtml(html: string): HtmlFacts {
  const anchors = new Set<string>();
  const uses: Use[] = [];
  const mentions: string[] = [];
  let base: string | undefined;
  let templates = 0;
  let inside = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      inside = name;
      if (name === 'template') templates++;
      if (templates > 0) return;
      if (attributes.id) anchors.add(attributes.id);
      if (name === 'a' && attributes.name) anchors.add(attributes.name);
      if (name === 'base') base ??= attributes.href;
      uses.push(...listUses(name, attributes));
      mentions.push(...listMentions(attributes));
    },
    ontext(text) {
      if (templates > 0) return;
      if (inside === 'style') uses.push(...readStyles(text));
      else if (inside === 'script') mentions.push(...listQuoted(text));
    },
    onclosetag(name) {
      inside = '';
      if (name === 'template') templates--;
    },
  });
  parser.end(html);
  return { anchors, uses: uses.filter(({ address }) => address.trim() !== ''), mentions, base };
}

/** The texts between quotes in a script or in JSON which may name a file. */
export function listQuoted(text: string): string[] {
  return [...text.matchAll(/"([^"\n\\]*)"|'([^'\n\\]*)'|`([^`\\]*)`/g)]
    .map(([, double, single, back]) => double ?? single ?? back ?? '')
    .filter((value) => value.includes('.'));
}

const SOURCES: Readonly<Record<string, UseKind>> = {
  img: 'picture',
  script: 'script',
  iframe: 'frame',
  embed: 'frame',
  video: 'media',
  audio: 'media',
  track: 'media',
  input: 'picture',
};

function listUses(name: string, attributes: Attributes): Use[] {
  const { src, style, poster, srcset } = attributes;
  const uses: Use[] = [];
  const add = (kind: UseKind, address: string | undefined): void => {
    if (address !== undefined) uses.push({ kind, address });
  };
  const kind = SOURCES[name];
  if (kind) add(kind, src);
  if (name === 'a' || name === 'area') add('link', attributes.href);
  if (name === 'form') add('link', attributes.action);
  if (name === 'object') add('frame', attributes.data);
  if (name === 'image') add('picture', attributes.href ?? attributes['xlink:href']);
  if (name === 'link') uses.push(...readLink(attributes));
  if (name === 'meta') uses.push(...readMeta(attributes));
  if (name === 'source' && src !== undefined) uses.push({ kind: 'media', address: src, isOneOfMany: true });
  add('picture', poster);
  if (style !== undefined) uses.push(...readStyles(style));
  for (const address of splitSourceSet(srcset ?? '')) uses.push({ kind: 'picture', address, isOneOfMany: true });
  return uses;
}

/** `as` of a preload → what it is. */
const PRELOADS: Readonly<Record<string, UseKind>> = {
  script: 'script',
  style: 'style',
  font: 'font',
  image: 'picture',
};

function readLink({ rel = '', href, as = '' }: Attributes): Use[] {
  if (href === undefined) return [];
  const words = rel.toLowerCase().split(/\s+/);
  const has = (...names: string[]): boolean => names.some((name) => words.includes(name));
  if (has('stylesheet')) return [{ kind: 'style', address: href }];
  if (has('modulepreload')) return [{ kind: 'script', address: href }];
  if (has('preload')) return [{ kind: PRELOADS[as] ?? 'other', address: href }];
  if (has('icon', 'apple-touch-icon', 'mask-icon')) return [{ kind: 'picture', address: href }];
  if (has('manifest')) return [{ kind: 'other', address: href }];
  // The browser connects, but asks for no file.
  if (has('preconnect')) return [{ kind: 'other', address: href.replace(/^((?:https?:)?\/\/[^/]+).*$/, '$1') }];
  return has('alternate', 'canonical', 'next', 'prev', 'search', 'author', 'license')
    ? [{ kind: 'link', address: href }]
    : [];
}

/** Pictures for previews on other sites (ogp.me). */
function readMeta({ property, name, content }: Attributes): Use[] {
  if (content === undefined || !/^(og:image(:url)?|twitter:image)$/.test(property ?? name ?? '')) return [];
  return [{ kind: 'picture-for-others', address: content }];
}

/** The addresses of a `srcset`: each is followed by its width or density; a comma may be part of an address. */
function splitSourceSet(srcset: string): string[] {
  return [...srcset.matchAll(/[\s,]*([^\s,]\S*[^\s,]|[^\s,])(?:\s+[\d.]+[wx])?\s*(?:,|$)/g)].map(
    ([, address = '']) => address,
  );
}

const PLAIN = new Set('class id title alt width height rel type name lang charset role aria-label xmlns d'.split(' '));

/** Lazy pictures and the like: any other attribute with a dot in it may name a file. */
function listMentions(attributes: Attributes): string[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    PLAIN.has(name) || !value.includes('.') || value.length > 2000 ? [] : [value],
  );
}
