/**
 * Single lines of a post's front matter put in and taken out; every other character of
 * the file stays as it is, line ends and BOM included.
 */
import { quoteScalar } from './fill-scaffold.ts';
import { findFence } from './find-fence.ts';

interface Lines {
  readonly lines: string[];
  readonly ending: string;
  /** The front matter, from and to (exclusive), counted from 0; `undefined` without any. */
  readonly range: readonly [number, number] | undefined;
  readonly isJson: boolean;
}

/** The text with `key: value` below its title, or at the end of its front matter; a text without front matter gets one. */
export function insertFrontMatter(text: string, key: string, value: string): string {
  const { lines, ending, range, isJson } = readLines(text);
  const line = isJson ? `${JSON.stringify(key)}: ${JSON.stringify(value)},` : `${key}: ${quoteScalar(value)}`;
  if (!range) return ['---', line, '---', ...lines].join(ending);
  const title = isJson ? -1 : lines.slice(...range).findIndex((written) => /^title\s*:\s*[^\s|>]/.test(written));
  lines.splice(title < 0 ? (isJson ? startOfJson(lines, range[0]) : range[1]) : range[0] + title + 1, 0, line);
  return lines.join(ending);
}

/** The text without the lines `key: word`; a value over several lines is left. */
export function dropFrontMatter(text: string, key: string): string {
  const { lines, ending, range } = readLines(text);
  const pattern = new RegExp(`^["']?${key}["']?\\s*:\\s*["']?\\w+["']?\\s*,?\\s*$`);
  return lines
    .filter((line, index) => !range || index < range[0] || index >= range[1] || !pattern.test(line))
    .join(ending);
}

function readLines(text: string): Lines {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const found = findFence(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const lines = text.split(ending);
  if (found === undefined || 'fence' in found) return { lines, ending, range: undefined, isJson: false };
  const start = found.writtenLine - 1;
  const isJson = found.language !== 'yaml' && found.language !== 'yml';
  return { lines, ending, range: [start, start + found.written.split('\n').length - 1], isJson };
}

/** Behind the brace that `---json` may have; the form between `;;;` has none. */
function startOfJson(lines: readonly string[], start: number): number {
  return /^\s*\{\s*$/.test(lines[start] ?? '') ? start + 1 : start;
}
