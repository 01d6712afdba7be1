/**
 * Readers of front matter fields: what a writer may put there, and what it means.
 * Each takes the plain value and tells nothing itself.
 */
import { type Data, isMap } from '../model/post.ts';

/** A scalar as text; `undefined` for nothing, for a list and for a map. */
export function readText(value: Data | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A flag, also as the words `true` and `false`. */
export function readFlag(value: Data | undefined, byDefault: boolean): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return byDefault;
}

/** A number, also between quotes or as a flag; 0 for anything else. */
export function readNumber(value: Data | undefined): number {
  const number = typeof value === 'boolean' ? Number(value) : Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}

/** Tags: one word, or a list at any depth. Numbers become words, empty ones are dropped, repeated ones merged. */
export function readTags(value: Data | undefined): string[] {
  return [...new Set(flattenTexts(value))];
}

function flattenTexts(value: Data | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((item: Data) => flattenTexts(item));
  // Two ways to write one letter are one word.
  const text = readText(value)?.trim().normalize('NFC');
  return text ? [text] : [];
}

/**
 * Categories as paths in a tree (Hexo): a word is one category; a flat list is one path
 * from parent to child; in a list that holds lists, every item is a path of its own.
 */
export function readCategories(value: Data | undefined): string[][] {
  if (!Array.isArray(value)) return toPaths([flattenTexts(value)]);
  const items: readonly Data[] = value;
  if (items.some((item) => Array.isArray(item))) return toPaths(items.map((item) => flattenTexts(item)));
  return toPaths([flattenTexts(items)]);
}

function toPaths(paths: readonly string[][]): string[][] {
  const distinct = new Map<string, string[]>();
  for (const path of paths) if (path.length > 0) distinct.set(path.join('\u0000'), path);
  return [...distinct.values()];
}

/** Whether a list of words holds something that is none, such as a map. */
export function holdsMap(value: Data | undefined): boolean {
  return Array.isArray(value) ? value.some((item: Data) => holdsMap(item)) : isMap(value);
}
