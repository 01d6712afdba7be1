/**
 * Slugs of names: of a tag or a category, after what the config's map gives in its place,
 * and of the parts of a post's address.
 */
import { type LetterCase, slugify, slugifyHexo, type ToPinyin } from '../chinese/slug.ts';
import type { Config } from '../model/config.ts';
import type { Taxonomy } from '../model/graph.ts';

/** `C++` → `C`, or what `category_map: {C++: cpp}` says; by Hexo's way empty if nothing of the word is left. */
export function slugifyTerm(name: string, taxonomy: Taxonomy, config: Config, toPinyin?: ToPinyin): string {
  const map = taxonomy === 'tag' ? config.tag_map : config.category_map;
  const mapped = Object.hasOwn(map, name) ? map[name] : undefined;
  if (typeof mapped === 'string' || typeof mapped === 'number') return slugifyHexo(String(mapped), letterCase(config));
  if (config.slug === 'hexo') return slugifyHexo(name, letterCase(config));
  const slug = slugify(name, config.slug, { toPinyin });
  return letterCase(config) === 'upper' ? slug.toUpperCase() : slug;
}

/** A file's name as a part of an address: Hexo's way leaves it as it is. */
export function slugifyPath(path: string, { slug }: Config, toPinyin?: ToPinyin): string {
  if (slug === 'hexo') return path;
  return path
    .split('/')
    .map((part) => slugify(part, slug, { toPinyin }))
    .join('/');
}

/** `filename_case` in words. */
export function letterCase(config: Config): LetterCase | undefined {
  return config.filename_case === 1 ? 'lower' : config.filename_case === 2 ? 'upper' : undefined;
}
