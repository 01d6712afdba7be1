/**
 * What becomes of the keys that a blog has in its settings and front matter.
 */

import type { Diagnostic } from '../../base/diagnostic.ts';
import { isRecord } from '../../base/record.ts';
import type { PostSurvey } from '../../build/survey-posts.ts';
import type { Config } from '../../model/config.ts';
import { fateOf, hasKeysBelow, hexoFrontMatter, type Why } from '../../model/hexo-keys.ts';
import type { Site } from '../open-site.ts';
import type { Findings } from './findings.ts';

export function sortSettings({ config }: Site, diagnostics: readonly Diagnostic[]): Findings['settings'] {
  const keys = listLeaves(config.written);
  const mapped = keys.flatMap((key) => {
    const fate = fateOf(key);
    if (fate?.fate !== 'mapped') return [];
    // Of a group that is mapped as a whole, the group.
    const [group = key] = key.split('.');
    return [{ key: fateOf(group) === fate ? group : key, to: fate.to }];
  });
  const unknown = diagnostics
    .filter(({ code }) => code === 'config/unknown-key' || code === 'config/misspelt-key')
    .map(({ values, at }) => ({
      key: String(values.key),
      ...(values.suggestion !== undefined && { suggestion: String(values.suggestion) }),
      ...(at && { at }),
    }));
  const same = keys.filter((key) => fateOf(key)?.fate === 'same').length;
  return { same, mapped: [...new Map(mapped.map((row) => [row.key, row])).values()], left: listLeft(keys), unknown };
}

/** Keys that are not read; a group of which none is, by its own name. */
function listLeft(keys: readonly string[]): Findings['settings']['left'] {
  const groupOf = (key: string): string => key.split('.')[0] ?? key;
  const read = new Set(keys.filter((key) => fateOf(key)?.fate !== 'left').map(groupOf));
  const named = new Map<string, Why>();
  for (const key of keys) {
    const fate = fateOf(key);
    if (fate?.fate === 'left') named.set(read.has(groupOf(key)) ? key : groupOf(key), fate.why);
  }
  return [...named].map(([key, why]) => ({ key, why }));
}

/** `{a: {b: 1}, c: 2}` → `a.b`, `c`; keys without a value say nothing, nor do plugins that are switched off. */
function listLeaves(written: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(written).flatMap(([key, value]) => {
    if (value === null || value === '') return [];
    if (isRecord(value) && value.enable === false && fateOf(`${key}.enable`)?.fate === 'left') return [];
    if (!isRecord(value) || fateOf(key)?.fate === 'same') return [key];
    return Object.entries(value).flatMap(([inner, data]) => listInner(`${key}.${inner}`, data));
  });
}

/** A key within a group; of a group within it those by themselves of which something is known. */
function listInner(key: string, data: unknown): string[] {
  if (!isRecord(data) || !hasKeysBelow(key)) return [key];
  return Object.keys(data).map((inner) => `${key}.${inner}`);
}

/** Without those that the addresses of posts are made of. */
export function listFrontMatter({ frontMatter }: PostSurvey, { permalink }: Config): Findings['frontMatter'] {
  const read = new Set([...permalink.matchAll(/:(\w+)/g)].map(([, name]) => name));
  return [...frontMatter].flatMap(([key, { posts }]) => {
    const fate = hexoFrontMatter.get(key);
    const isLeft = fate?.fate === 'left' && fate.why !== 'built-in' && !read.has(key);
    return isLeft ? [{ key, why: fate.why, posts }] : [];
  });
}
