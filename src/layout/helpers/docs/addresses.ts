/**
 * What the documents say of helpers: addresses and elements.
 */
import type { HelperDocs } from './helper-docs.ts';

export const addressesDocs: readonly HelperDocs[] = [
  {
    name: 'url_for',
    syntax: '{{ url_for(path[, { relative }]) }}',
    about: {
      en: "The address of a path, a post, a term or a page, the site's root before it, encoded once.",
      zh: '路徑、文章、分類或頁面的網址：補上網站的根，編碼一次。',
    },
    example: { template: "{{ url_for('標籤/甲 乙.html') }}", html: '/%E6%A8%99%E7%B1%A4/%E7%94%B2%20%E4%B9%99.html' },
  },
  {
    name: 'full_url_for',
    syntax: '{{ full_url_for(path) }}',
    about: { en: "The same with the site's host.", zh: '同上，帶上網站的主機名。' },
    example: { template: "{{ full_url_for('about/') }}", html: 'https://example.com/about/' },
  },
  {
    name: 'relative_url',
    syntax: '{{ relative_url(from, to) }}',
    about: { en: 'The way from one path to another.', zh: '從一個路徑到另一個路徑的走法。' },
    example: { template: "{{ relative_url('foo/bar/', 'css/style.css') }}", html: '../../css/style.css' },
  },
  {
    name: 'css',
    syntax: '{{ css(path, …) }}',
    about: {
      en: 'Style sheets; the extension is added, options become attributes.',
      zh: '樣式表；副檔名會補上，選項成為屬性。',
    },
    example: {
      template: "{{ css('css/a', { href: 'css/b.css', media: 'print' }) }}",
      html: `
<link rel="stylesheet" href="/css/a.css">
<link rel="stylesheet" href="/css/b.css" media="print">
`,
    },
  },
  {
    name: 'js',
    syntax: '{{ js(path, …) }}',
    about: { en: 'Scripts, likewise.', zh: '程式，同上。' },
    example: {
      template: "{{ js('js/a', { src: 'js/b.js', defer: true }) }}",
      html: `
<script src="/js/a.js"></script>
<script src="/js/b.js" defer></script>
`,
    },
  },
  {
    name: 'link_to',
    syntax: '{{ link_to(path[, text][, { external, class, id, title }]) }}',
    about: { en: 'A link.', zh: '連結。' },
    example: {
      template: "{{ link_to('https://example.org/', '例', { external: true, class: 'x' }) }}",
      html: '<a href="https://example.org/" title="例" target="_blank" rel="noopener" class="x">例</a>',
    },
  },
  {
    name: 'mail_to',
    syntax: '{{ mail_to(address[, text][, { subject, cc, bcc, body, class, id }]) }}',
    about: { en: 'A link to write a letter.', zh: '寄信的連結。' },
    example: {
      template: "{{ mail_to('mo@example.org', '墨翟', { subject: '問 & 答' }) }}",
      html: '<a href="mailto:mo@example.org?subject=%E5%95%8F%20%26%20%E7%AD%94" title="墨翟">墨翟</a>',
    },
  },
  {
    name: 'image_tag',
    syntax: '{{ image_tag(path[, { alt, class, id, width, height }]) }}',
    about: { en: 'A picture.', zh: '圖片。' },
    example: {
      template: "{{ image_tag('images/a.png', { alt: '甲', width: 20 }) }}",
      html: '<img src="/images/a.png" alt="甲" width="20">',
    },
  },
  {
    name: 'favicon_tag',
    syntax: '{{ favicon_tag(path) }}',
    about: { en: "The site's little picture.", zh: '網站的小圖示。' },
    example: { template: "{{ favicon_tag('favicon.ico') }}", html: '<link rel="shortcut icon" href="/favicon.ico">' },
  },
  {
    name: 'feed_tag',
    syntax: '{{ feed_tag([path][, { title, type }]) }}',
    about: {
      en: 'Tells readers of feeds where the feed is; without a path, all the site has.',
      zh: '指出訂閱檔所在；不寫路徑就列出全部。',
    },
    example: {
      template: "{{ feed_tag('atom.xml', { title: '訂閱' }) }}",
      html: '<link rel="alternate" href="/atom.xml" title="訂閱" type="application/atom+xml">',
    },
  },
  {
    name: 'gravatar',
    syntax: '{{ gravatar(email[, size|{ s, d, f, r }]) }}',
    about: {
      en: 'The address of a picture at gravatar.com. It is another host.',
      zh: 'gravatar.com 上頭像的網址。那是別人的主機。',
    },
    example: {
      template: "{{ gravatar('mo@example.org', 40) }}",
      html: 'https://www.gravatar.com/avatar/b94f49d21eb483a0240f0afbb371b8b5?s=40',
    },
  },
  {
    name: 'open_graph',
    syntax:
      '{{ open_graph({ title, type, url, image, site_name, description, language, author, date, updated, twitter_card, … }) }}',
    about: {
      en: 'What previews show of a page; `false` leaves a value out.',
      zh: '預覽顯示的內容；`false` 表示略去。',
    },
    example: {
      template: "{{ open_graph({ description: false, image: false, twitter_card: 'summary_large_image' }) }}",
      html: `<meta property="og:type" content="website">
<meta property="og:title" content="墨經">
<meta property="og:url" content="https://example.com/">
<meta property="og:site_name" content="墨經">
<meta property="og:locale" content="zh_TW">
<meta name="twitter:card" content="summary_large_image">`,
    },
  },
  {
    name: 'json_ld',
    syntax: '{{ json_ld() }}',
    about: {
      en: 'The page for search engines (schema.org). Ours.',
      zh: '給搜尋引擎看的頁面資料（schema.org）。本程式自有。',
    },
    example: { template: '{{ json_ld() | string | truncate(52) }}', html: '<script...' },
  },
  {
    name: 'meta_generator',
    syntax: '{{ meta_generator() }}',
    about: { en: 'Names the program, if `meta_generator` is on.', zh: '標示產生網站的程式，須開啟 `meta_generator`。' },
    example: { template: '{{ meta_generator() }}', html: '<meta name="generator" content="Mojing">' },
  },
  {
    name: 'search_form',
    syntax: '{{ search_form({ class, text, button }) }}',
    about: {
      en: "A form that leads to the site's own search page, not to Google.",
      zh: '連到本站搜尋頁的表單，不是 Google。',
    },
    example: {
      template: "{{ search_form({ text: '搜尋', button: true }) }}",
      html: '<form action="/search/" method="get" role="search" class="search-form"><input type="search" name="q" class="search-form-input" placeholder="搜尋" aria-label="搜尋"><button type="submit" class="search-form-submit">搜尋</button></form>',
    },
  },
];
