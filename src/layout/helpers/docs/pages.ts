/**
 * What the documents say of helpers: what page it is, and pieces of pages.
 */
import type { HelperDocs } from './helper-docs.ts';

export const pagesDocs: readonly HelperDocs[] = [
  {
    name: 'is_current',
    syntax: '{{ is_current(path[, strict]) }}',
    about: { en: 'Whether the page is at the path or below it.', zh: '頁面是否在該路徑或其下。' },
    example: { template: "{{ is_current('archives') }}", html: 'false' },
  },
  {
    name: 'is_home',
    syntax: '{{ is_home() }}',
    about: { en: 'Whether it is the home page or one behind it.', zh: '是否為首頁或其後續頁。' },
    example: { template: '{{ is_home() }}', html: 'true' },
  },
  {
    name: 'is_home_first_page',
    syntax: '{{ is_home_first_page() }}',
    about: { en: 'Whether it is the home page itself.', zh: '是否為首頁第一頁。' },
    example: { template: '{{ is_home_first_page() }}', html: 'true' },
  },
  {
    name: 'is_post',
    syntax: '{{ is_post() }}',
    about: { en: 'Whether it is a post.', zh: '是否為文章。' },
    example: { template: '{{ is_post() }}', html: 'false' },
  },
  {
    name: 'is_page',
    syntax: '{{ is_page() }}',
    about: { en: 'Whether it is a page.', zh: '是否為獨立頁面。' },
    example: { template: '{{ is_page() }}', html: 'false' },
  },
  {
    name: 'friends',
    syntax: '{{ friends() }}',
    about: {
      en: 'On a page of friends (`type: link`, `links/`) what `_data/link.yml`, `links.yml` or `friends.yml` holds: groups with `name`, `about` and `friends`, each with `name`, `initial`, `url`, `about`, `picture`. The forms of Butterfly, Redefine, Matery and Volantis are read.',
      zh: '在友鏈頁面（`type: link`、`links/`）給出 `_data/link.yml`、`links.yml`、`friends.yml` 的內容：每組有 `name`、`about`、`friends`，每個有 `name`、`initial`、`url`、`about`、`picture`。Butterfly、Redefine、Matery、Volantis 的寫法都讀得懂。',
    },
    example: { template: '{{ friends() | length }}', html: '0' },
  },
  {
    name: 'photos',
    syntax: '{{ photos() }}',
    about: {
      en: 'Likewise on a page of photographs (`type: gallery`, `masonry/`) those of `_data/masonry.yml`, `photos.yml`, `gallery.yml` or `album.yml`: `url` and `title`.',
      zh: '同樣，在相簿頁面（`type: gallery`、`masonry/`）給出 `_data/masonry.yml`、`photos.yml`、`gallery.yml`、`album.yml` 的圖片：`url` 與 `title`。',
    },
    example: { template: '{{ photos() | length }}', html: '0' },
  },
  {
    name: 'is_archive',
    syntax: '{{ is_archive() }}',
    about: { en: 'Whether it is an archive.', zh: '是否為歸檔頁。' },
    example: { template: '{{ is_archive() }}', html: 'false' },
  },
  {
    name: 'is_year',
    syntax: '{{ is_year([year]) }}',
    about: { en: 'Whether it is the archive of a year.', zh: '是否為某年的歸檔。' },
    example: { template: '{{ is_year(2024) }}', html: 'false' },
  },
  {
    name: 'is_month',
    syntax: '{{ is_month([year, ]month) }}',
    about: { en: 'Whether it is the archive of a month.', zh: '是否為某月的歸檔。' },
    example: { template: '{{ is_month(2024, 5) }}', html: 'false' },
  },
  {
    name: 'is_category',
    syntax: '{{ is_category([name]) }}',
    about: {
      en: 'Whether it is the page of a category; `a/b` names one below another.',
      zh: '是否為分類頁；`a/b` 指其下的分類。',
    },
    example: { template: '{{ is_category() }}', html: 'false' },
  },
  {
    name: 'is_tag',
    syntax: '{{ is_tag([name]) }}',
    about: { en: 'Whether it is the page of a tag.', zh: '是否為標籤頁。' },
    example: { template: "{{ is_tag('數學') }}", html: 'false' },
  },
  {
    name: 'html_lang',
    syntax: '{{ html_lang() }}',
    about: { en: "The page's language for `<html lang>`. Ours.", zh: '給 `<html lang>` 的語言。本程式自有。' },
    example: { template: '{{ html_lang() }}', html: 'zh-Hant-TW' },
  },
  {
    name: 'languages',
    syntax: '{{ languages() }}',
    about: {
      en: 'The page in the languages of its site, for a switch: `language`, `label`, `url`, `current`, `exact` of each; empty if there is one language. Ours.',
      zh: '這一頁的各個語言版本，給切換用：各有 `language`、`label`、`url`、`current`、`exact`；只有一種語言時是空的。本程式自有。',
    },
    example: { template: '{{ languages().length }}', html: '0' },
  },
  {
    name: '__',
    syntax: '{{ __(key[, value…]) }}',
    about: { en: "A word of the theme in the page's language.", zh: '主題的詞，用頁面的語言。' },
    example: { template: "{{ __('hello', '墨子', '你好') }}", html: '墨子，你好！' },
  },
  {
    name: '_p',
    syntax: '{{ _p(key, count) }}',
    about: { en: 'The same for a number of things.', zh: '同上，帶數量。' },
    example: { template: "{{ _p('count', 3) }}", html: '3 篇文章' },
  },
  {
    name: 'partial',
    syntax: '{{ partial(name[, locals]) }}',
    about: { en: 'Another template of the theme.', zh: '主題的另一個模板。' },
    example: { template: "{{ partial('card', { title: '甲' }) }}", html: '<b>甲</b>' },
  },
  {
    name: 'fragment_cache',
    syntax: '{{ fragment_cache(id, draw) }}',
    about: {
      en: 'What `draw` gives. Nothing is kept: a page that has not changed is not drawn again.',
      zh: '`draw` 的結果。不另存：沒變的頁面本來就不重畫。',
    },
    example: { template: "{{ fragment_cache('x', '') }}", html: '' },
  },
  {
    name: 'inspect',
    syntax: '{{ inspect(value) }}',
    about: { en: 'A value written out.', zh: '把值寫出來看。' },
    example: {
      template: "{{ inspect({ a: [1, '甲'] }) }}",
      html: `{
  &quot;a&quot;: [
    1,
    &quot;甲&quot;
  ]
}`,
    },
  },
  {
    name: 'log',
    syntax: '{{ log(value) }}',
    about: { en: 'Nothing; for templates that call it.', zh: '不做事，供呼叫它的模板使用。' },
    example: { template: '{{ log(page) }}', html: '' },
  },
];
