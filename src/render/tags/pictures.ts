/**
 * Tags that show one picture.
 */
import { escapeHtml } from '../../base/text.ts';
import { findAsset } from '../find-asset.ts';
import { fileUrl, findTagAsset, isForeign, linkTo } from './addresses.ts';
import { drawAttributes, splitCommas } from './arguments.ts';
import type { TagRow, TagUse } from './definition.ts';
import { splitColons, takeOptions } from './fields.ts';

const SIZE = /^\d+(?:\.\d+)?(?:px|em|rem|%)?$/;

interface Img {
  readonly src: string;
  readonly classes?: readonly string[];
  readonly width?: string | number | undefined;
  readonly height?: string | number | undefined;
  readonly title?: string;
  readonly alt?: string;
}

/** An `<img>`; the writer's pictures are counted for previews and for the reading time. */
export function drawImg({ src, classes = [], width, height, title, alt }: Img, use: TagUse): string {
  use.context.images.push(src);
  const shown = {
    class: classes.join(' ') || undefined,
    src,
    width,
    height,
    alt: alt ?? title ?? '',
    title: title || undefined,
  };
  return `<img${drawAttributes(shown)} loading="lazy" decoding="async">`;
}

function drawAssetPicture(use: TagUse): string {
  const at = use.args.findIndex(
    (arg) => /\.\w{2,5}$/.test(arg) || findAsset(arg, { context: use.context, config: use.config }) !== undefined,
  );
  const path = use.args[Math.max(at, 0)] ?? '';
  const asset = findTagAsset(use, path);
  const size = asset && use.context.site.measurePicture(asset.path);
  return drawImg({ ...size, src: asset?.url ?? path, ...readDetails(use, Math.max(at, 0)) }, use);
}

/** Volantis: `path, width=400px, alt=text`, or `path, text`, in newer ones with `::`; `undefined` for another theme's. */
function splitListed({ text, args }: TagUse): string[] | undefined {
  if (args[0]?.endsWith(',') === true) return splitCommas(text);
  const [path = '', ...rest] = splitColons(text);
  const isPath = /^\S+\.\w{2,5}(?:[?#]\S*)?$/.test(path) || rest.every((part) => /^\w+\s*=/.test(part));
  return rest.length > 0 && isPath && !/\s/.test(path) ? [path, ...rest] : undefined;
}

function drawListedPicture(use: TagUse, [path = '', ...rest]: readonly string[]): string {
  const options = new Map(
    rest.map((part) => /^(\w+)\s*=\s*(.*)$/s.exec(part) ?? []).map(([, key, value]) => [key, value]),
  );
  const alt = options.get('alt') ?? rest.find((part) => !/^\w+\s*=/.test(part)) ?? '';
  const sizeOf = (key: string): string | undefined => options.get(key)?.replace(/px$/, '');
  return drawImg({ src: fileUrl(use, path), width: sizeOf('width'), height: sizeOf('height'), alt }, use);
}

/** Stellar's options of a picture; how its frame looks is the theme's. */
const OPTIONS = ['width', 'height', 'alt', 'padding', 'bg', 'download', 'fancybox', 'ratio'];

function drawPicture(use: TagUse): string {
  const listed = splitListed(use);
  if (listed) return drawListedPicture(use, listed);
  const { options, rest: args } = takeOptions(use.args, OPTIONS);
  const at = args.findIndex((arg) => /^(?:[a-z]+:)?\/\/|^\.{0,2}\/|\.\w{2,5}$/i.test(arg));
  const path = args[Math.max(at, 0)] ?? '';
  const asset = isForeign(path) ? undefined : findAsset(path, { context: use.context, config: use.config });
  const size = asset && use.context.site.measurePicture(asset.path);
  const details = readDetails({ args, text: use.text }, Math.max(at, 0));
  return drawImg({ ...size, src: asset?.url ?? fileUrl(use, path), ...details, ...readOptions(options) }, use);
}

/** With one measure alone the other follows from the picture. */
function readOptions(options: ReadonlyMap<string, string>): Partial<Img> {
  const [width, height] = ['width', 'height'].map((key) => options.get(key)?.replace(/px$/, ''));
  const alt = options.get('alt');
  return { ...((width ?? height) !== undefined && { width, height }), ...(alt !== undefined && { alt }) };
}

/** The classes before the picture at `at`, and what stands behind it: width, height, title and alt. */
function readDetails({ args, text }: Pick<TagUse, 'args' | 'text'>, at: number): Omit<Img, 'src'> {
  const classes = args.slice(0, at);
  const numbers: string[] = [];
  for (const arg of args.slice(at + 1, at + 3)) {
    if (!SIZE.test(arg)) break;
    numbers.push(arg);
  }
  const words = args.slice(at + 1 + numbers.length);
  const [title, alt] = /["']/.test(text) ? readQuoted(words) : [words.join(' ')];
  const [width, height] = numbers;
  return {
    classes,
    ...(width !== undefined && { width, height }),
    ...(title && { title }),
    ...(alt !== undefined && { alt }),
  };
}

/** `"title" "alt"`, or as Hexo's documents write it: `'"title" "alt"'`. */
function readQuoted(words: readonly string[]): (string | undefined)[] {
  const inner = [...(words[0] ?? '').matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single);
  return inner.length > 0 ? inner : [...words];
}

function drawInlinePicture(use: TagUse): string {
  const [path = '', height = ''] = use.args;
  const style = SIZE.test(height) ? ` style="height:${/\d$/.test(height) ? `${height}px` : height}"` : '';
  const image = drawImg({ src: fileUrl(use, path), classes: ['inline-img'] }, use);
  return image.replace(/^<img/, () => `<img${style}`);
}

function drawWidePicture(use: TagUse): string {
  const [path = '', alt = '', title = ''] = splitCommas(use.text);
  return drawImg({ src: fileUrl(use, path), classes: ['full-image'], alt, title }, use);
}

function drawGalleryCard(use: TagUse): string {
  const [name = '', about = '', link = '', picture = ''] = use.args;
  const image = drawImg({ src: fileUrl(use, picture), alt: '' }, use);
  return `<figure class="gallery-group"><a href="${escapeHtml(linkTo(use, link))}">${image}<figcaption><strong>${escapeHtml(name)}</strong> ${escapeHtml(about)}</figcaption></a></figure>\n`;
}

export const pictureTags: readonly TagRow[] = [
  {
    names: ['asset_img', 'asset_image'],
    origin: 'Hexo',
    syntax: '{% asset_img [class…] name [width] [height] ["title" ["alt"]] %}',
    about: {
      en: "A picture in the post's folder. Its size is read from the file if none is given.",
      zh: '文章資料夾裡的圖片。沒寫尺寸時由檔案讀出。',
    },
    example: {
      source: '{% asset_img right 圖.png 200 "三角形" "直角三角形" %}',
      html: '<p><img class="right" src="/blog/2026/a/%E5%9C%96.png" width="200" alt="直角三角形" title="三角形" loading="lazy" decoding="async"></p>',
    },
    body: 'none',
    render: drawAssetPicture,
  },
  {
    names: ['img', 'image'],
    origin: 'Hexo',
    syntax: '{% img [class…] path [width] [height] ["title" ["alt"]] %}',
    about: {
      en: 'A picture by its path or address. Volantis’ `path, width=…, alt=…`, with `::` too, and Stellar’s `width:…` are understood.',
      zh: '以路徑或網址指定的圖片。Volantis 的 `path, width=…, alt=…`（或以 `::` 分開）與 Stellar 的 `width:…` 也認得。',
    },
    example: {
      source: '{% img left https://example.org/a.png 300 200 \'"標題" "說明"\' %}',
      html: '<p><img class="left" src="https://example.org/a.png" width="300" height="200" alt="說明" title="標題" loading="lazy" decoding="async"></p>',
    },
    body: 'none',
    render: drawPicture,
  },
  {
    names: ['inlineImg'],
    origin: 'Butterfly',
    syntax: '{% inlineImg path [height] %}',
    about: { en: 'A picture in a line of text.', zh: '行內的小圖。' },
    example: {
      source: '按下 {% inlineImg https://example.org/ok.png 20px %} 即可',
      html: '<p>按下 <img style="height:20px" class="inline-img" src="https://example.org/ok.png" alt="" loading="lazy" decoding="async"> 即可</p>',
    },
    body: 'none',
    render: drawInlinePicture,
  },
  {
    names: ['fullimage', 'fi', 'lazyimage', 'li'],
    origin: 'NexT',
    syntax: '{% fullimage path[, alt[, title]] %}',
    about: { en: 'A picture as wide as the text.', zh: '與內文同寬的圖片。' },
    example: {
      source: '{% fullimage https://example.org/a.png, 全景 %}',
      html: '<p><img class="full-image" src="https://example.org/a.png" alt="全景" loading="lazy" decoding="async"></p>',
    },
    body: 'none',
    render: drawWidePicture,
  },
  {
    names: ['galleryGroup'],
    origin: 'Butterfly',
    syntax: '{% galleryGroup name description link picture %}',
    about: { en: 'A card that leads to a page of pictures.', zh: '通往相簿頁的卡片。' },
    example: {
      source: "{% galleryGroup '風景' '山與海' '/gallery/' https://example.org/a.png %}",
      html: '<figure class="gallery-group"><a href="/blog/gallery/"><img src="https://example.org/a.png" alt="" loading="lazy" decoding="async"><figcaption><strong>風景</strong> 山與海</figcaption></a></figure>',
    },
    body: 'none',
    isBlock: true,
    render: drawGalleryCard,
  },
];
