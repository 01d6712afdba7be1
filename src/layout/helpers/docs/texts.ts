/**
 * What the documents say of helpers: text, numbers and dates.
 */
import type { HelperDocs } from './helper-docs.ts';

export const textsDocs: readonly HelperDocs[] = [
  {
    name: 'date',
    syntax: '{{ date([value][, format]) }}',
    about: {
      en: "A date in Moment's format, in the site's time zone; without a value the page's own, else that of the newest post.",
      zh: '依 Moment 格式寫日期，用網站的時區；不寫值時用頁面的日期，再不然是最新文章的。',
    },
    example: { template: "{{ date('2024-05-01 08:30', 'YYYY年M月D日 HH:mm') }}", html: '2024年5月1日 08:30' },
  },
  {
    name: 'time',
    syntax: '{{ time([value][, format]) }}',
    about: { en: 'The time of day.', zh: '時刻。' },
    example: { template: "{{ time('2024-05-01 08:30') }}", html: '08:30:00' },
  },
  {
    name: 'full_date',
    syntax: '{{ full_date([value][, format]) }}',
    about: { en: 'Date and time.', zh: '日期與時刻。' },
    example: { template: "{{ full_date('2024-05-01 08:30') }}", html: '2024-05-01 08:30:00' },
  },
  {
    name: 'date_xml',
    syntax: '{{ date_xml([value]) }}',
    about: { en: 'ISO 8601 in UTC.', zh: 'ISO 8601，世界時。' },
    example: { template: "{{ date_xml('2024-05-01 08:30') }}", html: '2024-05-01T00:30:00.000Z' },
  },
  {
    name: 'relative_date',
    syntax: '{{ relative_date([value]) }}',
    about: {
      en: 'The full date: “three days ago” would be wrong by tomorrow on a page that stands still.',
      zh: '完整日期：靜止的頁面上「三天前」明天就錯了。',
    },
    example: { template: "{{ relative_date('2024-05-01 08:30') }}", html: '2024-05-01 08:30:00' },
  },
  {
    name: 'time_tag',
    syntax: '{{ time_tag([value][, format]) }}',
    about: { en: 'A date for people and machines.', zh: '給人也給機器看的日期。' },
    example: {
      template: "{{ time_tag('2024-05-01 08:30') }}",
      html: '<time datetime="2024-05-01T00:30:00.000Z">2024-05-01</time>',
    },
  },
  {
    name: 'moment',
    syntax: '{{ moment(value).format(…) }}',
    about: { en: 'The date itself.', zh: '日期本身。' },
    example: { template: "{{ moment('2024-05-01').format('YYYY/MM') }}", html: '2024/05' },
  },
  {
    name: 'trim',
    syntax: '{{ trim(text) }}',
    about: { en: 'Without spaces around it.', zh: '去掉首尾空白。' },
    example: { template: "{{ trim('  墨 ') }}", html: '墨' },
  },
  {
    name: 'strip_html',
    syntax: '{{ strip_html(html) }}',
    about: { en: 'The text that HTML shows.', zh: 'HTML 顯示的文字。' },
    example: { template: "{{ strip_html('<p>墨&amp;<b>經</b></p>') }}", html: '墨&amp;經' },
  },
  {
    name: 'escape_html',
    syntax: '{{ escape_html(text) }}',
    about: { en: 'Text as HTML.', zh: '把文字寫成 HTML。' },
    example: { template: "{{ escape_html('<b>') }}", html: '&lt;b&gt;' },
  },
  {
    name: 'word_wrap',
    syntax: '{{ word_wrap(text[, { width: 80 }]) }}',
    about: {
      en: 'Lines of at most so many columns; a Chinese character takes two.',
      zh: '每行至多若干欄；一個漢字佔兩欄。',
    },
    example: {
      template: "{{ word_wrap('once upon a time', { width: 9 }) }}",
      html: `once upon
a time`,
    },
  },
  {
    name: 'truncate',
    syntax: "{{ truncate(text[, { length: 30, omission: '...', separator }]) }}",
    about: {
      en: 'Cut to a length, counted in characters as readers count them.',
      zh: '截到某長度，以讀者眼中的字數計。',
    },
    example: { template: "{{ truncate('天地玄黃宇宙洪荒', { length: 5, omission: '…' }) }}", html: '天地玄黃…' },
  },
  {
    name: 'titlecase',
    syntax: '{{ titlecase(text) }}',
    about: { en: 'An English title in title case.', zh: '英文標題的大小寫。' },
    example: { template: "{{ titlecase('the art of the proof') }}", html: 'The Art of the Proof' },
  },
  {
    name: 'number_format',
    syntax: '{{ number_format(number[, { precision, delimiter, separator }]) }}',
    about: { en: 'A number with its thousands parted.', zh: '千位分隔的數字。' },
    example: { template: '{{ number_format(12345.678, { precision: 2 }) }}', html: '12,345.68' },
  },
  {
    name: 'markdown',
    syntax: '{{ markdown(text) }}',
    about: { en: 'Markdown as HTML.', zh: '把 Markdown 轉成 HTML。' },
    example: {
      template: "{{ markdown('墨') }}",
      html: `<p>墨</p>
`,
    },
  },
  {
    name: 'render',
    syntax: '{{ render(text[, engine]) }}',
    about: {
      en: 'The same; for another engine than Markdown the text as it is.',
      zh: '同上；引擎不是 Markdown 時原樣輸出。',
    },
    example: {
      template: "{{ render('墨', 'markdown') }}",
      html: `<p>墨</p>
`,
    },
  },
];
