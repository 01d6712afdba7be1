/**
 * Tags that lead anywhere.
 */
import { decodePath, originOf, toRoute } from '../../base/path.ts';
import { escapeHtml } from '../../base/text.ts';
import { encodeUrl, isAddress, linkTo, urlFrom } from './addresses.ts';
import { drawAttributes, drawClasses, splitCommas } from './arguments.ts';
import { readButton } from './button-arguments.ts';
import type { TagRow, TagUse } from './definition.ts';
import { splitColons, takeOptions } from './fields.ts';
import { findSourceUrl } from './jekyll.ts';

function drawLink(use: TagUse): string {
  const own = findSourceUrl(use);
  if (own !== undefined) return own;
  for (const [name = '', address = ''] of [splitColons(use.text), splitCommas(use.text)])
    if (isAddress(address)) return drawAnchor(use, { href: address, text: name || address });
  // Stellar's options say how a card looks.
  const args = takeOptions(use.args, ['icon', 'desc']).rest;
  const at = args.findIndex(isAddress);
  if (at < 0) return escapeHtml(args.join(' '));
  const rest = args.slice(at + 1);
  const isElsewhere = /^(true|false)$/.test(rest[0] ?? '') && rest.shift() === 'true';
  const href = args[at] ?? '';
  const [text, title] = [args.slice(0, at).join(' '), rest.join(' ')];
  return drawAnchor(use, text === '' ? { href, text: title || href, isElsewhere } : { href, title, text, isElsewhere });
}

interface Anchor {
  readonly href: string;
  readonly title?: string;
  readonly text: string;
  readonly isElsewhere?: boolean;
  readonly classes?: string;
}

function drawAnchor({ context }: TagUse, { href, title, text, isElsewhere, classes }: Anchor): string {
  const attributes = {
    class: classes || undefined,
    href: encodeUrl(href),
    title: title || undefined,
    ...(isElsewhere && { target: '_blank', rel: 'noopener' }),
  };
  // An address in its text would become a link within the link.
  const inner = context.renderInline(text).replace(/<a\s(?:[^>"']|"[^"]*"|'[^']*')*>|<\/a>/g, '');
  return `<a${drawAttributes(attributes)}>${inner}</a>`;
}

function drawUrl({ args, config, context }: TagUse, host: string): string {
  const [text = '', path = ''] = args;
  const base = host + context.site.rootOf(toRoute(decodePath(path.replace(/[?#].*$/s, ''))));
  return `<a href="${escapeHtml(urlFrom(base, path, config.pretty_urls.trailing_index))}">${escapeHtml(text)}</a>`;
}

function drawButton(use: TagUse): string {
  const { url, text, icon, title, looks } = readButton(use);
  const href = linkTo(use, url);
  return drawAnchor(use, { href, title, text: text || url, classes: `btn${looks && ` ${looks}`}` }).replace(
    />/,
    () => `>${icon && drawIcon(icon)}`,
  );
}

/** An icon for themes that bring an icon font; without one nothing is shown. */
export function drawIcon(icon: string): string {
  return `<i class="${drawClasses(icon.startsWith('fa') || icon.startsWith('icon') ? icon : `fa fa-${icon}`)}" aria-hidden="true"></i>`;
}

export const linkTags: readonly TagRow[] = [
  {
    names: ['link', 'a', 'anchor'],
    origin: 'Hexo',
    syntax: '{% link text… url [true|false] [title…] %}',
    about: {
      en: 'A link; with `true` it opens in a new window. Volantis’ `text, url, picture` and `text::url`, and Stellar’s `url text`, are understood; Jekyll’s `{% link _posts/a.md %}` gives the address of that file.',
      zh: '連結；寫 `true` 便在新視窗打開。Volantis 的 `text, url, picture` 與 `text::url`、Stellar 的 `url text` 也認得；Jekyll 的 `{% link _posts/a.md %}` 給出該檔案的網址。',
    },
    example: {
      source: '{% link 墨子 https://ctext.org/mozi/zh true 中國哲學書電子化計劃 %}',
      html: '<p><a href="https://ctext.org/mozi/zh" title="中國哲學書電子化計劃" target="_blank" rel="noopener">墨子</a></p>',
    },
    body: 'none',
    render: drawLink,
  },
  {
    names: ['url_for'],
    origin: 'Hexo',
    syntax: '{% url_for text path %}',
    about: { en: 'A link to a path of the site, its root put before it.', zh: '連到站內路徑，前面補上網站的根。' },
    example: { source: '{% url_for 關於 about/ %}', html: '<p><a href="/blog/about/">關於</a></p>' },
    body: 'none',
    render: (use) => drawUrl(use, ''),
  },
  {
    names: ['full_url_for'],
    origin: 'Hexo',
    syntax: '{% full_url_for text path %}',
    about: { en: "The same with the site's host.", zh: '同上，帶上網站的主機名。' },
    example: {
      source: '{% full_url_for 關於 about/ %}',
      html: '<p><a href="https://example.com/blog/about/">關於</a></p>',
    },
    body: 'none',
    render: (use) => drawUrl(use, originOf(use.config.url)),
  },
  {
    names: ['button', 'btn'],
    origin: 'NexT',
    syntax: '{% button url, text[, icon[, title|looks]] %}',
    about: {
      en: 'A link that looks like a button. Butterfly’s looks (`outline blue larger`), Fluid’s `url, text, title`, Volantis’ and Redefine’s `looks::text::url::icon`, `looks, text, url, icon`, and Stellar’s `text url` are understood.',
      zh: '樣子像按鈕的連結。Butterfly 的樣式（`outline blue larger`）、Fluid 的 `url, text, title`、Volantis 與 Redefine 的 `looks::text::url::icon`、`looks, text, url, icon`，以及 Stellar 的 `text url` 都認得。',
    },
    example: {
      source: '{% btn https://example.org/, 下載, download fa-fw, 原始碼 %}',
      html: '<p><a class="btn" href="https://example.org/" title="原始碼"><i class="fa fa-download fa-fw" aria-hidden="true"></i>下載</a></p>',
    },
    body: 'none',
    render: drawButton,
  },
  {
    names: ['exturl', 'extlink'],
    origin: 'NexT',
    syntax: '{% exturl text url ["title"] %}',
    about: { en: 'A link to another site.', zh: '連到別的網站。' },
    example: {
      source: '{% exturl 墨子 https://ctext.org/mozi/zh "墨經" %}',
      html: '<p><a href="https://ctext.org/mozi/zh" title="墨經">墨子</a></p>',
    },
    body: 'none',
    render: drawLink,
  },
];
