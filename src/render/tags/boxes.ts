/**
 * Tags that put Markdown into a box.
 */
import { escapeHtml } from '../../base/text.ts';
import type { TagUse } from './definition.ts';

/** `{% blockquote [author[, source]] [link] [link title] %}` */
export function drawQuote({ text, body, context }: TagUse): string {
  const [, who = text, url = '', title = ''] = /^(.*?)\s*((?:https?:)?\/\/\S+)\s*(.*)$/s.exec(text) ?? [];
  const [author = '', ...source] = who.split(/,\s*/);
  const shownUrl = title || url.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const cite = url
    ? `<cite><a href="${escapeHtml(url)}">${escapeHtml(source.join(', ') || shownUrl)}</a></cite>`
    : source.length > 0
      ? `<cite>${context.renderInline(source.join(', '))}</cite>`
      : '';
  const footer =
    author || cite ? `<footer>${author && `<strong>${context.renderInline(author)}</strong>`}${cite}</footer>` : '';
  return `<blockquote>${body}${footer}</blockquote>\n`;
}

const NOTE_KINDS = ['default', 'primary', 'success', 'info', 'warning', 'danger', 'tip'];

/** `{% note [kind] [no-icon] [summary…] %}`; a summary makes it a box that opens. */
export function drawNote({ args, body, context }: TagUse): string {
  const kinds = args.filter((arg) => NOTE_KINDS.includes(arg) || arg === 'no-icon');
  const summary = args.filter((arg) => !kinds.includes(arg)).join(' ');
  const classes = ['note', ...(kinds.length > 0 ? kinds : ['default'])].join(' ');
  if (summary === '') return `<div class="${classes}">${body}</div>\n`;
  return `<details class="${classes}"><summary>${context.renderInline(summary)}</summary>${body}</details>\n`;
}

export function drawDetails(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>${body}</details>\n`;
}
