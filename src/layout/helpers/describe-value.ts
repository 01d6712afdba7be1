/**
 * Any value of a template as text, for `inspect`.
 */
import nunjucks from 'nunjucks';
import { DateView } from '../date-view.ts';
import { PostView, TermView } from '../views.ts';

const DEEPEST = 4;

/** The value as JSON where it is plain data; posts, terms and dates in short, what lies too deep as `…`. */
export function describeValue(value: unknown): string {
  return JSON.stringify(simplify(value, 0), undefined, 2) ?? 'undefined';
}

function simplify(value: unknown, depth: number): unknown {
  if (value instanceof PostView) return `post ${value.path} “${value.title}”`;
  if (value instanceof TermView) return `term ${value.path} “${value.name}”`;
  if (value instanceof DateView || value instanceof nunjucks.runtime.SafeString) return String(value);
  if (typeof value === 'function' || typeof value === 'bigint' || typeof value === 'symbol')
    return String(value).split('\n')[0];
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(value)) return value.map((item) => simplify(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, simplify(part, depth + 1)]));
}
