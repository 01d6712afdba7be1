/**
 * YAML as Mojing reads it: js-yaml with the core schema, so that dates stay text and
 * are read in the site's zone. Aliases are expanded within a budget (a "billion
 * laughs" file is a fault, not a crash), and no key can reach a prototype.
 */
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { Data } from '../model/post.ts';

/** More values than any real front matter or data file has. */
const MAX_VALUES = 200_000;

/** What is wrong with a text, and where: lines and columns count from 1 in that text. */
export interface YamlFault {
  readonly detail: string;
  readonly line: number;
  readonly column: number;
}

export type YamlResult = { readonly data: Data; readonly fault?: never } | { readonly fault: YamlFault };

/** Reads one YAML document. An empty one is `null`. */
export function readYaml(text: string): YamlResult {
  try {
    return { data: toData(load(text, { schema: CORE_SCHEMA })) };
  } catch (error) {
    if (error instanceof YAMLException && error.mark) {
      return { fault: { detail: error.reason, line: error.mark.line + 1, column: error.mark.column + 1 } };
    }
    return { fault: { detail: error instanceof Error ? error.message : String(error), line: 1, column: 1 } };
  }
}

/** Plain data of a parsed value, each alias expanded. Throws a `RangeError` if there are too many values. */
export function toData(value: unknown, budget = { left: MAX_VALUES }): Data {
  if (--budget.left < 0) throw new RangeError(`it unfolds to more than ${MAX_VALUES} values`);
  if (Array.isArray(value)) return value.map((item) => toData(item, budget));
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([key]) => key !== '__proto__');
    return Object.fromEntries(entries.map(([key, item]) => [key, toData(item, budget)]));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? Number(value) : null;
}

/** Whether plain data is a map of keys. */
export function isMap(data: Data | undefined): data is { readonly [key: string]: Data } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/**
 * The line and column (from 1) at which a key stands in a YAML text, nested keys one
 * after the other; the start of the text if it is not found.
 */
export function findKey(
  text: string,
  path: readonly (string | number)[],
): { line: number; column: number; length: number } {
  const lines = text.split('\n');
  const found = { line: 1, column: 1, length: 1 };
  let from = 0;
  for (const key of path) {
    const at = lines.findIndex(
      (line, index) => index >= from && new RegExp(`^[\\s"'{-]*${escapePattern(String(key))}["']?\\s*:`).test(line),
    );
    if (at < 0) break;
    const column = (lines[at] ?? '').indexOf(String(key)) + 1;
    Object.assign(found, { line: at + 1, column, length: String(key).length });
    from = at;
  }
  return found;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
