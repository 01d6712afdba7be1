/**
 * Tags that lead to posts and to their files.
 */
import { decodePath, toUrl } from '../../base/path.ts';
import { escapeHtml } from '../../base/text.ts';
import { type LinkTarget, tell } from '../context.ts';
import { findTagAsset } from './addresses.ts';
import { unquote } from './arguments.ts';
import type { TagRow, TagUse } from './definition.ts';

interface Linked {
  readonly target: LinkTarget | undefined;
  /** Encoded, with its `#`. */
  readonly hash: string;
  readonly rest: readonly string[];
}

function findLinkedPost({ args, context, map, source, text }: TagUse): Linked {
  const [first = '', ...rest] = args;
  const [, reference = first, hash = ''] = /^(.+?)(#.*)?$/.exec(first) ?? [];
  const found = context.site.findPost(reference) ?? context.site.findPost(first);
  const whole = found ? undefined : context.site.findPost(unquote(text));
  const target = found ?? whole;
  if (target) context.links.add(target.id);
  else
    tell(
      context,
      'link/post-missing',
      { target: reference, suggestion: 'Give the slug, the title or the file name of a post.' },
      { map, snippet: source },
    );
  return { target, hash: whole ? '' : encodeURI(decodePath(hash)), rest: whole ? [] : rest };
}

function drawPostLink(use: TagUse): string {
  const { target, hash, rest } = findLinkedPost(use);
  const { words, isEscaped } = takeEscape(rest);
  const text = words.join(' ') || target?.title || use.args[0] || '';
  // A title of the site is in the script of the edition already.
  const render = words.length === 0 && target ? use.context.unconverted.renderInline : use.context.renderInline;
  const shown = isEscaped ? render(text.replace(/<(?=\/?[a-z][^<>]*>)/gi, '&lt;')) : text;
  if (!target) return shown;
  const url = toUrl(use.context.site.rootOf(target.route), target.route) + hash;
  return `<a href="${escapeHtml(url)}" title="${escapeHtml(target.title || text)}">${shown}</a>`;
}

/** A last `true` or `false` says whether the text is text or HTML. */
function takeEscape(args: readonly string[]): { readonly words: readonly string[]; readonly isEscaped: boolean } {
  const last = args.at(-1);
  const isGiven = last === 'true' || last === 'false';
  return { words: isGiven ? args.slice(0, -1) : args, isEscaped: last !== 'false' };
}

function drawPostPath(use: TagUse): string {
  const { target, hash } = findLinkedPost(use);
  return target ? escapeHtml(toUrl(use.context.site.rootOf(target.route), target.route) + hash) : '';
}

function drawAssetLink(use: TagUse): string {
  const [path = '', ...rest] = use.args;
  const asset = findTagAsset(use, path);
  const { words, isEscaped } = takeEscape(rest);
  const title = words.join(' ') || path;
  if (!asset) return escapeHtml(title);
  return `<a href="${escapeHtml(asset.url)}" title="${escapeHtml(title)}">${isEscaped ? escapeHtml(title) : title}</a>`;
}

export const postLinkTags: readonly TagRow[] = [
  {
    names: ['post_link'],
    origin: 'Hexo',
    syntax: '{% post_link slug|title[#hash] [text…] [true|false] %}',
    about: {
      en: 'A link to a post, by its slug, its title or its path below `_posts`. With `false` at the end the text is HTML. If there is no such post, its text is shown and a warning told.',
      zh: '連到一篇文章：寫網址名、標題或 `_posts` 之下的路徑。結尾寫 `false`，文字就當 HTML。沒有這篇文章時只顯示文字，並提出警告。',
    },
    example: {
      source: '{% post_link 勾股定理 "見 $a^2+b^2=c^2$ 一文" %}',
      html: '<p><a href="/blog/2026/%E5%8B%BE%E8%82%A1%E5%AE%9A%E7%90%86/" title="勾股定理">見 <span class="katex">…</span> 一文</a></p>',
    },
    body: 'none',
    isFinal: true,
    render: drawPostLink,
  },
  {
    names: ['post_path'],
    origin: 'Hexo',
    syntax: '{% post_path slug|title %}',
    about: {
      en: 'The address of a post. It may stand in the parentheses of a link.',
      zh: '一篇文章的網址，可寫在連結的括號裡。',
    },
    example: {
      source: '[定理]({% post_path 勾股定理 %})',
      html: '<p><a href="/blog/2026/%E5%8B%BE%E8%82%A1%E5%AE%9A%E7%90%86/">定理</a></p>',
    },
    body: 'none',
    render: drawPostPath,
  },
  {
    names: ['asset_path'],
    origin: 'Hexo',
    syntax: '{% asset_path name %}',
    about: { en: "The address of a file in the post's folder.", zh: '文章資料夾裡一個檔案的網址。' },
    example: {
      source: '<a href="{% asset_path 數據.csv %}">數據</a>',
      html: '<p><a href="/blog/2026/a/%E6%95%B8%E6%93%9A.csv">數據</a></p>',
    },
    body: 'none',
    render: (use) => escapeHtml(findTagAsset(use, use.args[0] ?? '')?.url ?? ''),
  },
  {
    names: ['asset_link'],
    origin: 'Hexo',
    syntax: '{% asset_link name [title…] [true|false] %}',
    about: { en: "A link to a file in the post's folder.", zh: '連到文章資料夾裡的一個檔案。' },
    example: {
      source: '{% asset_link 數據.csv 下載數據 %}',
      html: '<p><a href="/blog/2026/a/%E6%95%B8%E6%93%9A.csv" title="下載數據">下載數據</a></p>',
    },
    body: 'none',
    render: drawAssetLink,
  },
];
