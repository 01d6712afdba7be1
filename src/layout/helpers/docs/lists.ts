/**
 * What the documents say of helpers: lists.
 */
import type { HelperDocs } from './helper-docs.ts';

export const listsDocs: readonly HelperDocs[] = [
  {
    name: 'group_by_initial',
    syntax: '{{ group_by_initial(terms) }}',
    about: {
      en: 'Groups of an `initial` and its `items`, in the order of the site’s language: A–Z, ㄅㄆㄇ or numbers of strokes (`collation`). Ours.',
      zh: '依 `initial` 分組，各有 `items`，照網站語言的順序：A–Z、ㄅㄆㄇ 或筆畫數（`collation`）。本程式自有。',
    },
    example: {
      template:
        '{% for group in group_by_initial(site.tags) %}{{ group.initial }} {{ group.items[0].name }} {% endfor %}',
      html: 'A a&quot;b&lt;c 12 幾何 15 數學 ',
    },
  },
  {
    name: 'list_tags',
    syntax:
      '{{ list_tags([tags][, { orderby, order, show_count, style, separator, class, transform, amount, suffix }]) }}',
    about: { en: 'Tags as a list or in one line.', zh: '標籤列表，或排成一行。' },
    example: {
      template: '{{ list_tags({ amount: 1 }) }}',
      html: '<ul class="tag-list" itemprop="keywords"><li class="tag-list-item"><a class="tag-list-link" href="/tags/a-b-c/" rel="tag">a&quot;b&lt;c</a><span class="tag-list-count">1</span></li></ul>',
    },
  },
  {
    name: 'list_categories',
    syntax:
      '{{ list_categories([categories][, { orderby, order, show_count, style, separator, depth, class, transform, suffix, show_current, children_indicator }]) }}',
    about: { en: 'The tree of categories.', zh: '分類樹。' },
    example: {
      template: '{{ list_categories({ depth: 1 }) }}',
      html: '<ul class="category-list"><li class="category-list-item"><a class="category-list-link" href="/categories/%E6%95%B8%E5%AD%B8/">數學</a><span class="category-list-count">2</span></li><li class="category-list-item"><a class="category-list-link" href="/categories/%E9%9B%9C%E8%A8%98/">雜記</a><span class="category-list-count">2</span></li></ul>',
    },
  },
  {
    name: 'list_archives',
    syntax: '{{ list_archives([{ type, order, show_count, format, style, separator, class, transform }]) }}',
    about: { en: 'Months or years.', zh: '月份或年份。' },
    example: {
      template: "{{ list_archives({ type: 'yearly', style: false }) }}",
      html: '<a class="archive-link" href="/archives/2024/">2024<span class="archive-count">2</span></a>, <a class="archive-link" href="/archives/2023/">2023<span class="archive-count">1</span></a>',
    },
  },
  {
    name: 'list_posts',
    syntax: '{{ list_posts([posts][, { orderby, order, style, separator, class, amount, transform }]) }}',
    about: { en: 'Posts; six, if `amount` says nothing.', zh: '文章列表；`amount` 沒寫就是六篇。' },
    example: {
      template: "{{ list_posts(site.posts.sort('-date').limit(1)) }}",
      html: '<ul class="post-list"><li class="post-list-item"><a class="post-list-link" href="/posts/%E5%8B%BE%E8%82%A1%E5%AE%9A%E7%90%86/">勾股定理</a></li></ul>',
    },
  },
  {
    name: 'tagcloud',
    syntax:
      '{{ tagcloud([tags][, { min_font, max_font, unit, amount, orderby, order, color, start_color, end_color, class, level, show_count, separator }]) }}',
    about: {
      en: 'Tags in one line, the larger the more posts they have. `tag_cloud` is the same.',
      zh: '標籤雲，文章多的字大。`tag_cloud` 同。',
    },
    example: {
      template: '{{ tagcloud({ amount: 1 }) }}',
      html: '<a href="/tags/a-b-c/" style="font-size: 10px;">a&quot;b&lt;c</a>',
    },
  },
  {
    name: 'tag_cloud',
    syntax: '{{ tag_cloud([tags][, options]) }}',
    about: { en: 'See `tagcloud`.', zh: '見 `tagcloud`。' },
    example: {
      template: "{{ tag_cloud({ amount: 1, unit: 'em', min_font: 1 }) }}",
      html: '<a href="/tags/a-b-c/" style="font-size: 1em;">a&quot;b&lt;c</a>',
    },
  },
  {
    name: 'paginator',
    syntax:
      '{{ paginator({ base, format, total, current, prev_text, next_text, space, prev_next, end_size, mid_size, show_all, escape, transform, … }) }}',
    about: { en: 'Links to the pages of a list.', zh: '列表各頁的連結。' },
    example: {
      template: '{{ paginator({ prev_next: false }) }}',
      html: '<span class="page-number current">1</span><a class="page-number" href="/page/2/">2</a><a class="page-number" href="/page/3/">3</a>',
    },
  },
  {
    name: 'toc',
    syntax: '{{ toc(page|html[, { min_depth, max_depth, max_items, class, list_number }]) }}',
    about: { en: 'The headings of a post as nested lists.', zh: '文章標題的巢狀列表。' },
    example: {
      template: '{{ toc(\'<h2 id="甲">甲</h2>\', { list_number: false }) }}',
      html: '<ol class="toc"><li class="toc-item toc-level-2"><a class="toc-link" href="#%E7%94%B2"><span class="toc-text">甲</span></a></li></ol>',
    },
  },
];
