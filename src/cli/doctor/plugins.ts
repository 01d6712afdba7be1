/**
 * What becomes of Hexo's plugins: needed no more, another way here, or left out.
 */

export type PluginFate = 'built-in' | 'abbrlink' | 'deploy' | 'diagrams' | 'encrypt' | 'foreign' | 'left';

const FATES: readonly (readonly [PluginFate, RegExp])[] = [
  ['deploy', /^deployer-(git|rsync)$/],
  ['abbrlink', /^abbrlink$/],
  ['encrypt', /encrypt/],
  ['diagrams', /mermaid|plantuml|kroki|flowchart|sequence|mindmap|markmap|graphviz/],
  ['foreign', /live2d|valine|gitalk|gitment|giscus|disqus|waline|twikoo|leancloud|analytics|tag-embed|tag-twitter/],
  [
    'built-in',
    /^(server|browsersync|pagination|renderer-.*|filter-(mathjax|katex|emoji|github-emojis)|math|katex|mathjax|asset-image|image-link|tag-details|spoiler|excerpt|auto-excerpt|toc|admonition|reference|word-?count(er)?|reading-time|symbols-count-time|abbrlink-keep|permalink-pinyin|directory-category|related-posts?|related-popular-posts|neat|html-minifier|all-minifier|lazyload(-image)?|cake-moon-menu|hide-posts|generator-(archive|category|tag|index\d*|index-pin-top|feed|rss|atom|sitemap|search|searchdb|json-content|robotstxt|alias)|algolia(search)?|external-link|pdf)$/,
  ],
];

/** What becomes of one plugin, by its package's name. */
export function fateOfPlugin(name: string): PluginFate {
  const bare = name.replace(/^(@[^/]+\/)?hexo-/, '');
  return FATES.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'left';
}
