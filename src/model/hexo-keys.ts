/**
 * What becomes of each key that a Hexo blog may hold: in its settings (hexo.io/docs/configuration
 * and the plugins that every blog has) and in its front matter. `mojing doctor` and the
 * documents speak from this table, and a test tries each key that is said to be the same.
 */
import { listKeys } from './config.ts';

/** Why a key is not obeyed; the sentences stand with `doctor`. */
export type Why = 'preview' | 'markup' | 'built-in' | 'plugin' | 'foreign' | 'theme' | 'server' | 'fixed' | 'outdated';

export type Fate =
  /** It does what it does in Hexo. */
  | { readonly fate: 'same' }
  /** Another key says it here. */
  | { readonly fate: 'mapped'; readonly to: string }
  | { readonly fate: 'left'; readonly why: Why };

type Table = ReadonlyMap<string, Fate>;

const rows = (fate: Fate, keys: string): (readonly [string, Fate])[] =>
  keys
    .trim()
    .split(/\s+/)
    .map((key) => [key, fate] as const);
const same = (keys: string) => rows({ fate: 'same' }, keys);
const mapped = (to: string, keys: string) => rows({ fate: 'mapped', to }, keys);
const left = (why: Why, keys: string) => rows({ fate: 'left', why }, keys);

/** Keys of `_config.yml`. Of a group that stands here only by its name, every key has its fate. */
export const hexoSettings: Table = new Map([
  ...same(`title subtitle description keywords author email language timezone url root permalink permalink_defaults
    permalink_pinyin.enable permalink_pinyin.separator permalink_pinyin.lowercase pretty_urls.trailing_index pretty_urls.trailing_html source_dir public_dir tag_dir archive_dir category_dir code_dir
    i18n_dir skip_render new_post_name default_layout titlecase external_link.enable external_link.field
    external_link.exclude filename_case render_drafts post_asset_folder relative_link future syntax_highlighter
    highlight.enable highlight.line_number highlight.auto_detect highlight.tab_replace highlight.line_threshold
    highlight.exclude_languages use_filename_as_post_title use_slug_as_post_title auto_dir_categorize.enable auto_dir_categorize.force default_category category_map tag_map
    date_format time_format updated_option per_page pagination_dir theme theme_config include exclude ignore
    meta_generator index_generator.path index_generator.per_page index_generator.order_by index_generator.layout
    index_generator.pagination_dir markdown.anchors.collisionSuffix markdown.anchors.case markdown.anchors.separator archive_generator.enabled archive_generator.per_page archive_generator.yearly
    archive_generator.monthly archive_generator.daily archive_generator.order_by category_generator.per_page
    category_generator.order_by tag_generator.per_page tag_generator.order_by feed.enable feed.type feed.path feed.limit
    feed.content sitemap.path hide_posts.enable hide_posts.filter alias deploy server.port`),
  ...mapped('archive_generator.per_page', 'archive'),
  ...left('outdated', 'category tag'),
  ...mapped('tag_generator.overview', 'tag_generator.enable_index_page'),
  ...mapped('markdown.soft_break', 'marked.breaks kramed.breaks markdown.render.breaks markdown_it_plus.breaks'),
  ...mapped('markdown.typographer', 'markdown.render.typographer marked.smartypants'),
  ...mapped('markdown.linkify', 'markdown.render.linkify'),
  ...mapped('typography.quotes', 'markdown.render.quotes marked.quotes'),
  ...mapped('markdown.heading_ids', 'marked.headerIds markdown.anchors'),
  ...mapped('markdown.anchors.case', 'marked.modifyAnchors'),
  ...left(
    'fixed',
    `markdown.anchors.level markdown.anchors.permalink markdown.anchors.permalinkClass markdown.anchors.permalinkSide
    markdown.anchors.permalinkSymbol`,
  ),
  ...mapped('math.number', 'mathjax.tags'),
  ...mapped('robots', 'robotstxt'),
  ...mapped('feed.path', 'feed.atom feed.rss'),
  ...left('plugin', 'feed.jsonFeed'),
  ...mapped('updated_option', 'use_date_for_updated'),
  ...mapped('index_generator', 'index2_generator'),
  ...mapped('theme_config.insert', 'inject'),
  ...mapped('markdown.extensions', 'markdown.plugins markdown_it_plus.plugins emoji githubEmojis'),
  ...left('markup', 'highlight prismjs'),
  ...left(
    'built-in',
    `search marked kramed markdown feed sitemap mathjax katex symbols_count_time wordcount word_count
    local_search jsonContent algolia abbrlink pandoc asciidoctor markdown_it_plus math.engine math.mathjax math.katex
    toc excerpt auto_excerpt simple_summary lazyload render_image
    image_captions related_posts`,
  ),
  ...left('server', 'server browsersync'),
  ...left(
    'foreign',
    `disqus_shortname gitalk gitment valine livere_uid duoshuo_shortname leancloud_visitors google_analytics
    leancloud_counter_security baidu_analytics google_adsense live2d cdn waline twikoo giscus utterances`,
  ),
  ...left(
    'plugin',
    `plugins Plugins plugin baidusitemap admin backend_lang nofollow autonofollow neat_enable neat_html neat_css neat_js minify encrypt
    kroki plantuml mermaid stylus sass node_sass less theme_inject url_submission hexo_indexnow baidu_url_submit
    service_worker offline pwa douban passage_end_tag index2_include_index tag_cloud rss`,
  ),
  ...left('theme', 'nav copyright avatar menu social widgets favicon'),
]);

/** Keys of the front matter of posts and pages. */
export const hexoFrontMatter: Table = new Map([
  ...same(`layout title date updated comments tags tag categories category permalink excerpt published lang language
    description sticky hidden sitemap titlecase id keywords`),
  ...same('noindex toc type alias aliases redirect_from'),
  ...left('fixed', 'disableNunjucks'),
  ...mapped('sticky', 'top'),
  ...mapped('published: false', 'draft'),
  ...mapped('hidden', 'hide'),
  ...mapped('permalink: …:abbrlink', 'abbrlink'),
  ...left('built-in', 'mathjax katex math mermaid copyright_reprint'),
  ...left(
    'theme',
    `photos photo link author post_link copyright header direction sidebar reward_settings quicklink post_edit aside
    top_img cover_detail index_img banner_img thumbnail headimg swiper_index highlight_shrink`,
  ),
  ...left('preview', 'cover'),
  ...left('plugin', 'password abstract message encrypt'),
]);

/** Whether something is known of the keys in a group by themselves: of those in `markdown.render`. */
export function hasKeysBelow(key: string): boolean {
  return [...hexoSettings.keys()].some((known) => known.startsWith(`${key}.`));
}

/** What becomes of a dotted key of the settings, `highlight.wrap`; `undefined` for one that is neither Hexo's nor ours. */
export function fateOf(key: string): Fate | undefined {
  const [group = '', ...inner] = key.split('.');
  const exact = hexoSettings.get(key);
  if (exact) return exact;
  const isOurs = inner.length === 0 ? listKeys().includes(group) : listKeys(group).includes(inner[0] ?? '');
  if (isOurs) return { fate: 'same' };
  for (let parts = inner.length; parts > 0; parts--) {
    const above = hexoSettings.get([group, ...inner.slice(0, parts - 1)].join('.'));
    if (above) return above;
  }
  return undefined;
}

/** Whether a key at the top of the settings is Hexo's or a plugin's, and none of ours. */
export function isForeign(key: string): boolean {
  return hexoSettings.has(key) || [...hexoSettings.keys()].some((known) => known.startsWith(`${key}.`));
}
