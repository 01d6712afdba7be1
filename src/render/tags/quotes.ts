/**
 * Tags that quote.
 */
import { escapeHtml } from '../../base/text.ts';
import { drawClasses } from './arguments.ts';
import type { TagRow, TagUse } from './definition.ts';

/** Who is quoted, in Hexo's four forms: `author url title`, `author url`, `author, title`, `author`. */
function readSource(args: readonly string[]): {
  readonly author: string;
  readonly url: string;
  readonly title: string;
} {
  const text = args.join(' ');
  const [, before, url = '', title = ''] = /^(\S.*?)\s+(https?:\/\/\S+)(?:\s+(.+))?$/is.exec(text) ?? [];
  if (before !== undefined) return { author: before, url, title };
  const [, author = text, source = ''] = /^([^,]+),\s*(.+)$/s.exec(text) ?? [];
  return { author, url: '', title: source };
}

function drawQuote({ args, body, context }: TagUse): string {
  const { author, url, title } = readSource(args);
  const shown = title || url.replace(/^https?:\/\/|\/(?:index\.html?)?$/g, '');
  const inner = title ? context.renderInline(title) : escapeHtml(shown);
  const cite = url ? `<a href="${escapeHtml(url)}">${inner}</a>` : inner;
  const footer = author && `<strong>${context.renderInline(author)}</strong>${cite && `<cite>${cite}</cite>`}`;
  return `<blockquote>${body}${footer && `<footer>${footer}</footer>`}</blockquote>\n`;
}

export const quoteTags: readonly TagRow[] = [
  {
    names: ['blockquote', 'quote'],
    origin: 'Hexo',
    syntax: '{% blockquote [author[, source]] [url] [title] %}…{% endblockquote %}',
    about: { en: 'A quotation and where it comes from.', zh: '引文與出處。' },
    example: {
      source: '{% blockquote 墨子, 經上 %}\n圓，一中同長也。\n{% endblockquote %}',
      html: `<blockquote><p>圓，一中同長也。</p>
<footer><strong>墨子</strong><cite>經上</cite></footer></blockquote>`,
    },
    body: 'markdown',
    isBlock: true,
    render: drawQuote,
  },
  {
    names: ['pullquote'],
    origin: 'Hexo',
    syntax: '{% pullquote [class…] %}…{% endpullquote %}',
    about: { en: 'A sentence pulled out of the text.', zh: '從內文拉出來的一句話。' },
    example: {
      source: '{% pullquote right %}\n**點**，無所大。\n{% endpullquote %}',
      html: `<blockquote class="pullquote right"><p><strong>點</strong>，無所大。</p>
</blockquote>`,
    },
    body: 'markdown',
    isBlock: true,
    render: ({ args, body }) => `<blockquote class="${drawClasses('pullquote', ...args)}">${body}</blockquote>\n`,
  },
  {
    names: ['centerquote', 'cq'],
    origin: 'NexT',
    syntax: '{% centerquote %}…{% endcenterquote %}',
    about: { en: 'A quotation in the middle.', zh: '置中的引文。' },
    example: {
      source: '{% cq %}\n平，同高也。\n{% endcq %}',
      html: `<blockquote class="blockquote-center"><p>平，同高也。</p>
</blockquote>`,
    },
    body: 'markdown',
    isBlock: true,
    render: ({ body }) => `<blockquote class="blockquote-center">${body}</blockquote>\n`,
  },
];
