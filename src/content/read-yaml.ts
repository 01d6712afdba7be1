/**
 * YAML as Mojing reads it: js-yaml with the core schema, so that dates stay text and
 * are read in the site's zone. Aliases are expanded within a budget (a "billion
 * laughs" file is a fault, not a crash), and no key can reach a prototype.
 */
import {
  CORE_SCHEMA,
  defineScalarTag,
  floatCoreTag,
  intCoreTag,
  load,
  NOT_RESOLVED,
  type ScalarTagDefinition,
  YAMLException,
} from 'js-yaml';
import { messageOf } from '../base/diagnostic.ts';
import { escapePattern } from '../base/text.ts';
import { type Data, isMap } from '../model/post.ts';
import { mendYaml } from './mend-yaml.ts';

/** More values than any real front matter or data file has. */
const MAX_VALUES = 200_000;

/** What is wrong with a text, and where: lines and columns count from 1 in that text. */
export interface YamlFault {
  readonly detail: string;
  readonly line: number;
  readonly column: number;
}

export type YamlResult = { readonly data: Data; readonly fault?: never } | { readonly fault: YamlFault };

/**
 * The core schema for texts of which a word may be a title or a tag: what a number would
 * not show as it is written stays text (`007`, `0x1F`, `1.50`, `12e45`).
 */
const WORDS_SCHEMA = CORE_SCHEMA.withTags(onlyAsWritten(intCoreTag), onlyAsWritten(floatCoreTag));

function onlyAsWritten(tag: ScalarTagDefinition<number>): ScalarTagDefinition<number> {
  return defineScalarTag(tag.tagName, {
    ...tag,
    resolve(source, isExplicit, tagName) {
      const number = tag.resolve(source, isExplicit, tagName);
      return isExplicit || String(number) === source ? number : NOT_RESOLVED;
    },
  });
}

/** Reads one YAML document. An empty one is `null`. */
export function readYaml(text: string): YamlResult {
  return loadYaml(text, CORE_SCHEMA);
}

/** Reads the YAML of front matter: a number that would be shown otherwise than it is written stays text. */
export function readWords(text: string): YamlResult {
  return loadYaml(text, WORDS_SCHEMA);
}

function loadYaml(text: string, schema: typeof CORE_SCHEMA): YamlResult {
  // js-yaml takes an empty document for a fault.
  if (text.replace(/^[ \t]*#.*$/gm, '').trim() === '') return { data: null };
  const read = tryLoad(text, schema);
  const mended = read.fault ? mendYaml(text) : text;
  if (mended === text) return read;
  const again = tryLoad(mended, schema);
  return again.fault ? read : again;
}

function tryLoad(text: string, schema: typeof CORE_SCHEMA): YamlResult {
  try {
    return { data: toData(load(text, { schema })) };
  } catch (error) {
    if (error instanceof YAMLException && error.mark) {
      return { fault: { detail: error.reason, line: error.mark.line + 1, column: error.mark.column + 1 } };
    }
    return { fault: { detail: messageOf(error), line: 1, column: 1 } };
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

/** `above` over `below`, maps merged key by key, lists replaced; an empty value leaves what stands below it. */
export function mergeMaps(
  below: Readonly<Record<string, Data>>,
  above: Readonly<Record<string, Data>>,
): Readonly<Record<string, Data>> {
  const merged: Record<string, Data> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    if (value === null && under !== undefined) continue;
    merged[key] = isMap(under) && isMap(value) ? mergeMaps(under, value) : value;
  }
  return merged;
}

export interface KeyPlace {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/**
 * The line and column (from 1) at which a key stands in a YAML text, nested keys one
 * after the other; the innermost that is found, or else the start of the text.
 */
export function findKey(text: string, path: readonly (string | number)[]): KeyPlace {
  const lines = text.split('\n');
  let place: KeyPlace | undefined;
  for (const key of path) {
    const inner = place ? findWithin(lines, key, place) : findBelow(lines, key);
    if (!inner) break;
    place = inner;
  }
  return place ?? { line: 1, column: 1, length: 1 };
}

function findWithin(lines: readonly string[], key: string | number, parent: KeyPlace): KeyPlace | undefined {
  if (typeof key === 'number') return findItem(lines, key, parent);
  return findInLine(lines, key, parent) ?? findBelow(lines, key, parent);
}

/** The dash of an item of a list, counted from 0, on a line of its own below its parent. */
function findItem(lines: readonly string[], number: number, parent: KeyPlace): KeyPlace | undefined {
  const dashes = lines.flatMap((line, index) => {
    const column = index >= parent.line && /^\s*-\s/.test(line) ? line.indexOf('-') : -1;
    return column < 0 ? [] : [{ line: index + 1, column: column + 1, length: 1 }];
  });
  const items = dashes.filter(({ column }) => column === dashes[0]?.column);
  return items[number];
}

/** A key on the line of its parent: in a map in braces, or behind a dash. */
function findInLine(lines: readonly string[], key: string | number, parent: KeyPlace): KeyPlace | undefined {
  const line = lines[parent.line - 1] ?? '';
  const from = parent.column - 1 + parent.length;
  const match = new RegExp(`(?:^|[{,])\\s*["']?(?=${escapePattern(String(key))}["']?\\s*:)`).exec(line.slice(from));
  return match ? placeKey(parent.line, from + match.index + match[0].length, key) : undefined;
}

/** Of the lines that begin with the key, in the parent's block, the least indented: the others lie in blocks of their own. */
function findBelow(lines: readonly string[], key: string | number, parent?: KeyPlace): KeyPlace | undefined {
  const begins = new RegExp(`^[\\s"'{-]*(?=${escapePattern(String(key))}["']?\\s*:)`);
  const outer = parent ? indentOf(lines[parent.line - 1] ?? '') : -1;
  let best: KeyPlace | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let index = parent?.line ?? 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const indent = indentOf(line);
    if (/^\s*(#|$)/.test(line) || indent >= least) continue;
    if (indent <= outer) break;
    const lead = begins.exec(line)?.[0];
    if (lead !== undefined) [best, least] = [placeKey(index + 1, lead.length, key), indent];
  }
  return best;
}

function placeKey(line: number, index: number, key: string | number): KeyPlace {
  return { line, column: index + 1, length: String(key).length };
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}
