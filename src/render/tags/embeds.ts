/**
 * Tags that show something from elsewhere. Nothing is asked of another host before the
 * reader asks for it: what stands in the page is a link, and where it may be shown is in
 * its attributes, for the theme's script.
 */
import { escapeHtml } from '../../base/text.ts';
import { tell } from '../context.ts';
import { fileUrl, hostOf, isForeign } from './addresses.ts';
import { drawAttributes } from './arguments.ts';
import type { TagRow, TagUse } from './definition.ts';
import { takeOptions } from './fields.ts';
import { say } from './words.ts';

interface Embed {
  /** Where the link leads. */
  readonly page: string;
  /** What the frame shows. */
  readonly frame: string;
  /** What it is called in the link. */
  readonly what: string;
  /** In CSS pixels; 16:9 of the width if it is missing. */
  readonly height?: number | undefined;
}

function drawEmbed(use: TagUse, { page, frame, what, height }: Embed): string {
  const text = say(use, 'embed', { what, host: hostOf(page) });
  const attributes = { class: 'embed', 'data-frame': frame, 'data-height': height };
  return `<figure${drawAttributes(attributes)}><a href="${escapeHtml(page)}" rel="noopener">${escapeHtml(text)}</a></figure>\n`;
}

const encode = (text: string | undefined): string => encodeURIComponent((text ?? '').toWellFormed());
/** Paths keep their slashes. */
const encodePath = (text: string | undefined): string => encode(text).replaceAll('%2F', '/');

function drawYoutube(use: TagUse): string {
  const [id, type = 'video'] = use.args;
  const isList = type === 'playlist';
  const list = encode(id);
  return drawEmbed(use, {
    page: isList ? `https://www.youtube.com/playlist?list=${list}` : `https://www.youtube.com/watch?v=${list}`,
    frame: `https://www.youtube-nocookie.com/embed/${isList ? `videoseries?list=${list}` : list}`,
    what: `${say(use, 'video')} ${id ?? ''}`.trim(),
  });
}

function drawVimeo(use: TagUse): string {
  const id = encode(use.args[0]);
  const frame = `https://player.vimeo.com/video/${id}?dnt=1`;
  return drawEmbed(use, { page: `https://vimeo.com/${id}`, frame, what: `${say(use, 'video')} ${id}` });
}

function drawGist(use: TagUse): string {
  const [id, file] = use.args;
  const page = `https://gist.github.com/${encodePath(id)}`;
  const what = [id, file].filter(Boolean).join(' ');
  return drawEmbed(use, { page, frame: `${page}.js${file ? `?file=${encode(file)}` : ''}`, what, height: 400 });
}

function drawFiddle(use: TagUse): string {
  const [id, tabs = 'js,resources,html,css,result', skin = 'light', _width, height] = use.args;
  const page = `https://jsfiddle.net/${encodePath(id)}/`;
  const frame = `${page}embedded/${encodePath(tabs === 'default' ? 'js,resources,html,css,result' : tabs).replaceAll('%2C', ',')}/${skin === 'default' ? 'light' : encode(skin)}/`;
  return drawEmbed(use, { page, frame, what: id ?? '', height: Number.parseInt(height ?? '', 10) || 300 });
}

function drawCanIUse(use: TagUse): string {
  const [feature = '', periods = 'current'] = use.args.join('').split('@');
  const query = `feat=${encode(feature)}&periods=${encode(periods).replaceAll('%2C', ',')}&accessible-colours=false`;
  const frame = `https://caniuse.bitsofco.de/embed/index.html?${query}`;
  return drawEmbed(use, { page: `https://caniuse.com/${encode(feature)}`, frame, what: feature, height: 400 });
}

function drawFrame({ args }: TagUse): string {
  const [url = '', width = 'default', height = 'default'] = args;
  if (!/^(https?:)?\/\/|^\//.test(url)) return escapeHtml(url);
  const size = (value: string, byDefault: string): string => (value === 'default' ? byDefault : value);
  const attributes = {
    src: url,
    title: hostOf(url) || url,
    width: size(width, '100%'),
    height: size(height, '300'),
    frameborder: '0',
  };
  return `<iframe${drawAttributes({ ...attributes, loading: 'lazy', allowfullscreen: true })}></iframe>\n`;
}

/** A paper of the site's own is shown; one from elsewhere when the reader asks. */
function drawPdf(use: TagUse): string {
  const [path = '', height = '500px'] = use.args;
  const url = fileUrl(use, path);
  const name = path.split('/').at(-1) ?? path;
  if (isForeign(url)) return drawEmbed(use, { page: url, frame: url, what: name, height: Number.parseInt(height, 10) });
  const style = /^\d+(px|em|rem|vh)?$/.test(height)
    ? `height:${/\d$/.test(height) ? `${height}px` : height}`
    : undefined;
  const frame = drawAttributes({ src: url, title: name, loading: 'lazy', style });
  return `<figure class="pdf"><iframe${frame}></iframe><figcaption><a href="${escapeHtml(url)}">${escapeHtml(name)}</a></figcaption></figure>\n`;
}

function drawVideo(use: TagUse, [path = '', poster]: readonly (string | undefined)[] = use.args): string {
  const src = fileUrl(use, path);
  const attributes = {
    src,
    controls: true,
    playsinline: true,
    preload: isForeign(src) ? 'none' : 'metadata',
    poster: poster === undefined ? undefined : fileUrl(use, poster),
  } as const;
  return `<video${drawAttributes(attributes)}><a href="${escapeHtml(src)}">${say(use, 'video')}</a></video>\n`;
}

/** What names no file is told and shown as written. */
function showMisuse({ name, source, context, map }: TagUse, form: string): string {
  const values = { name, detail: 'it names no file', usage: `Write ${form}.` };
  tell(context, 'tag/bad-arguments', values, { map, snippet: source });
  return `<p>${escapeHtml(source)}</p>\n`;
}

/** hexo-tag-dplayer: `"url=…" "pic=…"`, and more for its script. */
function drawPlayer(use: TagUse): string {
  const { options } = takeOptions(use.args, ['url', 'pic'], '=');
  if (!options.has('url')) return showMisuse(use, '`{% dplayer "url=…" %}`');
  return drawVideo(use, [options.get('url'), options.get('pic')]);
}

/** hexo-tag-aplayer: title, author, address, and more for its script. */
function drawSong(use: TagUse): string {
  const [title = '', author = '', path] = use.args;
  if (path === undefined) return showMisuse(use, '`{% aplayer "title" "author" "path" %}`');
  const name = [title, author].filter(Boolean).join(' — ');
  const caption = name && `<figcaption>${use.context.renderInline(name)}</figcaption>`;
  return `<figure class="audio">${drawAudio(use, path).trimEnd()}${caption}</figure>\n`;
}

function drawAudio(use: TagUse, path = use.args[0] ?? ''): string {
  const src = fileUrl(use, path);
  const attributes = { src, controls: true, preload: isForeign(src) ? 'none' : 'metadata' } as const;
  return `<audio${drawAttributes(attributes)}><a href="${escapeHtml(src)}">${say(use, 'audio')}</a></audio>\n`;
}

const embed = { body: 'none', isBlock: true } as const;

export const embedTags: readonly TagRow[] = [
  {
    names: ['youtube'],
    origin: 'Hexo 6',
    syntax: '{% youtube id [video|playlist] %}',
    about: {
      en: 'A film on YouTube: a link, and with the theme’s script a button that shows it in the page, from the host without cookies.',
      zh: 'YouTube 影片：是個連結；主題的程式給它一個按鈕，按了才在頁內播放，且用不存 cookie 的主機。',
    },
    example: {
      source: '{% youtube lJIrF4YjHfQ %}',
      html: '<figure class="embed" data-frame="https://www.youtube-nocookie.com/embed/lJIrF4YjHfQ"><a href="https://www.youtube.com/watch?v=lJIrF4YjHfQ" rel="noopener">影片 lJIrF4YjHfQ（youtube.com）</a></figure>',
    },
    ...embed,
    render: drawYoutube,
  },
  {
    names: ['vimeo'],
    origin: 'Hexo 6',
    syntax: '{% vimeo id %}',
    about: { en: 'The same for Vimeo.', zh: 'Vimeo 影片，同上。' },
    example: {
      source: '{% vimeo 82090131 %}',
      html: '<figure class="embed" data-frame="https://player.vimeo.com/video/82090131?dnt=1"><a href="https://vimeo.com/82090131" rel="noopener">影片 82090131（vimeo.com）</a></figure>',
    },
    ...embed,
    render: drawVimeo,
  },
  {
    names: ['gist'],
    origin: 'Hexo 6',
    syntax: '{% gist id [file] %}',
    about: { en: 'The same for a gist.', zh: 'GitHub gist，同上。' },
    example: {
      source: '{% gist 996818 %}',
      html: '<figure class="embed" data-frame="https://gist.github.com/996818.js" data-height="400"><a href="https://gist.github.com/996818" rel="noopener">996818（gist.github.com）</a></figure>',
    },
    ...embed,
    render: drawGist,
  },
  {
    names: ['jsfiddle'],
    origin: 'Hexo 6',
    syntax: '{% jsfiddle id [tabs] [skin] [width] [height] %}',
    about: { en: 'The same for JSFiddle.', zh: 'JSFiddle，同上。' },
    example: {
      source: '{% jsfiddle ccWP7 %}',
      html: '<figure class="embed" data-frame="https://jsfiddle.net/ccWP7/embedded/js,resources,html,css,result/light/" data-height="300"><a href="https://jsfiddle.net/ccWP7/" rel="noopener">ccWP7（jsfiddle.net）</a></figure>',
    },
    ...embed,
    render: drawFiddle,
  },
  {
    names: ['caniuse', 'can'],
    origin: 'NexT',
    syntax: '{% caniuse feature[@periods] %}',
    about: { en: 'The same for a table of caniuse.com.', zh: 'caniuse.com 的支援表，同上。' },
    example: {
      source: '{% caniuse mathml@current,past_1 %}',
      html: '<figure class="embed" data-frame="https://caniuse.bitsofco.de/embed/index.html?feat=mathml&amp;periods=current,past_1&amp;accessible-colours=false" data-height="400"><a href="https://caniuse.com/mathml" rel="noopener">mathml（caniuse.com）</a></figure>',
    },
    ...embed,
    render: drawCanIUse,
  },
  {
    names: ['iframe'],
    origin: 'Hexo',
    syntax: '{% iframe url [width|default] [height|default] %}',
    about: { en: 'A page within the page.', zh: '頁中之頁。' },
    example: {
      source: '{% iframe https://example.org/ 100% 200 %}',
      html: '<iframe src="https://example.org/" title="example.org" width="100%" height="200" frameborder="0" loading="lazy" allowfullscreen></iframe>',
    },
    ...embed,
    render: drawFrame,
  },
  {
    names: ['pdf'],
    origin: 'NexT',
    syntax: '{% pdf path [height] %}',
    about: {
      en: 'A paper: one of the site’s own in a frame with a link below, one from elsewhere as the embedded above.',
      zh: '一份 PDF：自己網站的放進框裡，下附連結；別處的同上面的嵌入。',
    },
    example: {
      source: '{% pdf 論文.pdf 400px %}',
      html: '<figure class="pdf"><iframe src="/blog/2026/a/%E8%AB%96%E6%96%87.pdf" title="論文.pdf" loading="lazy" style="height:400px"></iframe><figcaption><a href="/blog/2026/a/%E8%AB%96%E6%96%87.pdf">論文.pdf</a></figcaption></figure>',
    },
    ...embed,
    render: drawPdf,
  },
  {
    names: ['video'],
    origin: 'NexT',
    syntax: '{% video path [poster] %}',
    about: {
      en: 'A film. Nothing is loaded from another host before it is played.',
      zh: '影片。別處的檔案到播放時才載入。',
    },
    example: {
      source: '{% video https://example.org/a.mp4 %}',
      html: '<video src="https://example.org/a.mp4" controls playsinline preload="none"><a href="https://example.org/a.mp4">影片</a></video>',
    },
    ...embed,
    render: (use) => drawVideo(use),
  },
  {
    names: ['dplayer'],
    origin: 'hexo-tag-dplayer',
    syntax: '{% dplayer "url=path" ["pic=poster"] %}',
    about: {
      en: 'The same as hexo-tag-dplayer writes it; what else it says is for its script.',
      zh: 'hexo-tag-dplayer 寫法的影片；其餘選項是給它的程式的，略去。',
    },
    example: {
      source: '{% dplayer "url=https://example.org/a.mp4" "loop=yes" %}',
      html: '<video src="https://example.org/a.mp4" controls playsinline preload="none"><a href="https://example.org/a.mp4">影片</a></video>',
    },
    ...embed,
    render: drawPlayer,
  },
  {
    names: ['audio'],
    origin: 'Volantis',
    syntax: '{% audio path %}',
    about: {
      en: 'A sound. Nothing is loaded from another host before it is played.',
      zh: '聲音。別處的檔案到播放時才載入。',
    },
    example: {
      source: '{% audio https://example.org/a.mp3 %}',
      html: '<audio src="https://example.org/a.mp3" controls preload="none"><a href="https://example.org/a.mp3">聲音</a></audio>',
    },
    ...embed,
    render: (use) => drawAudio(use),
  },
  {
    names: ['aplayer'],
    origin: 'hexo-tag-aplayer',
    syntax: '{% aplayer title author path %}',
    about: {
      en: 'The same with its title, as hexo-tag-aplayer writes it; what else it says is for its script.',
      zh: 'hexo-tag-aplayer 寫法的聲音，附標題；其餘選項是給它的程式的，略去。',
    },
    example: {
      source: '{% aplayer "流水" "管平湖" "https://example.org/a.mp3" "autoplay" %}',
      html: '<figure class="audio"><audio src="https://example.org/a.mp3" controls preload="none"><a href="https://example.org/a.mp3">聲音</a></audio><figcaption>流水 — 管平湖</figcaption></figure>',
    },
    ...embed,
    render: drawSong,
  },
];
