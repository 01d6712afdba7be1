/**
 * Tags that lead anywhere, and frames.
 */
import { escapeHtml } from '../../base/text.ts';
import type { TagUse } from './definition.ts';

/** `{% link text… url [true|false] [title] %}` */
export function drawLink({ args }: TagUse): string {
  const at = args.findIndex((arg) => /^(https?:)?\/\/|^\//.test(arg));
  if (at < 0) return escapeHtml(args.join(' '));
  const rest = args.slice(at + 1);
  const external = /^(true|false)$/.test(rest[0] ?? '') && rest.shift() === 'true';
  const url = escapeHtml(args[at] ?? '');
  const text = escapeHtml(args.slice(0, at).join(' '));
  return `<a href="${url}" title="${escapeHtml(rest.join(' '))}"${external ? ' target="_blank" rel="noopener"' : ''}>${text}</a>`;
}

/** `{% url_for text path %}` */
export function drawUrl({ args }: TagUse, base: string): string {
  const [text = '', path = ''] = args;
  const url = /^(#|\/\/|https?:)/.test(path) ? path : base + encodeURI(path.replace(/^\//, ''));
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

/** `{% iframe url [width] [height] %}` */
export function drawFrame({ args }: TagUse): string {
  const [url = '', width = 'default', height = 'default'] = args;
  if (!/^(https?:)?\/\/|^\//.test(url)) return escapeHtml(url);
  const size = (value: string, byDefault: string): string => escapeHtml(value === 'default' ? byDefault : value);
  return `<iframe src="${escapeHtml(url)}" width="${size(width, '100%')}" height="${size(height, '300')}" loading="lazy" allowfullscreen></iframe>\n`;
}
