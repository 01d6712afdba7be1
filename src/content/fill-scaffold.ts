/**
 * Scaffolds: the beginning of a new post, its `{{ title }}`, `{{ date }}` and the like
 * filled in. A value is quoted where YAML would read it as something else.
 */

import { isMap } from '../model/post.ts';
import { type Fenced, findFence } from './find-fence.ts';
import { readWords } from './read-yaml.ts';

/** What stands in for a scaffold that the blog does not have. */
export const DEFAULT_SCAFFOLDS: Readonly<Record<string, string>> = {
  post: '---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n',
  page: '---\ntitle: {{ title }}\ndate: {{ date }}\n---\n',
  draft: '---\ntitle: {{ title }}\ntags:\n---\n',
};

type Values = Readonly<Record<string, string>>;

/**
 * The text of a new post.
 *
 * @param values - what `{{ name }}` stands for; an unknown name becomes empty
 * @param settings - further lines of the front matter; one that stands there already is replaced
 */
export function fillScaffold(scaffold: string, values: Values, settings: ReadonlyMap<string, string>): string {
  const text = scaffold.replace(/\r\n?/g, '\n');
  const { written, body, language } = findParts(text);
  if (language !== 'yaml') return fillJson(text, values, settings);
  let lines = written
    .split('\n')
    .map((line) => fillLine(line, values))
    .join('\n');
  for (const [key, value] of settings) lines = setLine(lines, key, isList(value) ? value : quoteScalar(value));
  return `---\n${lines}---\n${fillText(body, values)}`;
}

function findParts(text: string): Pick<Fenced, 'written' | 'body' | 'language'> {
  const found = findFence(text);
  if (found === undefined) return { written: '', body: text, language: 'yaml' };
  if (!('fence' in found)) return found;
  return { written: `${text.trim().replace(/^.*\n/, '')}\n`, body: '', language: 'yaml' };
}

function fillText(text: string, values: Values, write = (value: string): string => value): string {
  return text.replace(/\{\{\s*(\w+)\s*(?:\|[^}]*)?\}\}/g, (_whole, name: string) =>
    write(Object.hasOwn(values, name) ? (values[name] ?? '') : ''),
  );
}

/** A line of YAML: `key: {{ title }}`, with or without quotes, among other words, or in brackets. */
function fillLine(line: string, values: Values): string {
  if (!line.includes('{{')) return line;
  const [, key, written = ''] = /^(\s*(?:- +)*(?:[^\s:#][^:]*:(?=\s)[ \t]*)?)(.*)$/s.exec(line) ?? [];
  if (key === undefined || /^\s*#/.test(line)) return fillText(line, values, (value) => value.replace(/\s+/g, ' '));
  if (/^(\[|\{(?!\{))/.test(written)) return key + fillText(written, values, quoteAlways);
  const bare = /^(["'])(.*)\1\s*$/s.exec(written)?.[2] ?? written.trimEnd();
  return writePair(key, quoteScalar(fillText(bare, values)));
}

function writePair(key: string, value: string): string {
  return value === '' ? key.trimEnd() : key + value;
}

function fillJson(text: string, values: Values, settings: ReadonlyMap<string, string>): string {
  const inString = (value: string): string => quoteAlways(value).slice(1, -1);
  const filled = text.replace(/"[^"\n]*"|\{\{.*?\}\}/g, (piece) =>
    fillText(piece, values, piece.startsWith('"') ? inString : quoteAlways),
  );
  const lines = [...settings].map(([key, value]) => `${quoteAlways(key)}: ${quoteAlways(value)},\n`).join('');
  return filled.replace(/^(.*\n\{?)/, (opening) => opening + lines);
}

/** The lines with `key: value` in place of what the key had, which may be a list below it. */
function setLine(lines: string, key: string, value: string): string {
  const line = writePair(`${key}: `, value);
  const name = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<=^|\\n)${name}:[^\\n]*(?:\\n(?:[ \\t]+\\S|-(?=\\s))[^\\n]*)*`);
  return pattern.test(lines) ? lines.replace(pattern, () => line) : `${lines}${line}\n`;
}

function isList(value: string): boolean {
  return /^\[[^\n]*\]$/.test(value) && !readWords(value).fault;
}

/** A word as front matter reads it back: bare if that is safe, else in double quotes. */
export function quoteScalar(value: string): string {
  if (value === '') return value;
  if (value.trim() !== value) return quoteAlways(value);
  const read = readWords(`key: ${value}\n`);
  const back = !read.fault && isMap(read.data) ? read.data.key : undefined;
  return typeof back !== 'object' && String(back) === value ? value : quoteAlways(value);
}

/** In double quotes, with escapes that both YAML and JSON know. */
function quoteAlways(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
