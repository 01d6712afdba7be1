/**
 * The slug of a tag or a category: Hexo's, of the word that the config's map gives in its place.
 */
import { type LetterCase, slugifyHexo } from '../chinese/slug.ts';
import type { Config } from '../model/config.ts';
import type { Taxonomy } from '../model/graph.ts';

/** `C++` → `C`, or what `category_map: {C++: cpp}` says; empty if nothing of the word is left. */
export function slugifyTerm(name: string, taxonomy: Taxonomy, config: Config): string {
  const map = taxonomy === 'tag' ? config.tag_map : config.category_map;
  const mapped = Object.hasOwn(map, name) ? map[name] : name;
  const word = typeof mapped === 'string' || typeof mapped === 'number' ? String(mapped) : name;
  return slugifyHexo(word, letterCase(config));
}

/** `filename_case` in words. */
export function letterCase(config: Config): LetterCase | undefined {
  return config.filename_case === 1 ? 'lower' : config.filename_case === 2 ? 'upper' : undefined;
}
