/**
 * The sentences of `doctor` in English.
 */
import type { DoctorWords } from './form.ts';

export const en: DoctorWords = {
  title: 'Mojing has read “{title}”',
  notHexo:
    'This is not a Hexo blog (package.json has neither a `hexo` key nor depends on it): Mojing’s own habits are in force.',
  sections: {
    found: 'What is here',
    differs: 'What will be different',
    settings: 'Settings',
    hand: 'What you need to do',
    next: 'What next',
  },
  counts: 'Posts: {posts} · pages: {pages} · drafts, not published: {drafts}',
  hexo: 'Hexo {version} · theme {theme} · Markdown by {renderer}',
  unnamedRenderer: 'a renderer that package.json does not name',
  plugins: {
    'built-in': 'No longer needed, Mojing does it itself: {names}',
    abbrlink: '{names}: each post keeps its `abbrlink` and so its address; `mojing new` gives new posts one',
    deploy: '{names}: `mojing build && mojing deploy` reads the same `deploy` settings',
    diagrams: '{names}: diagrams are shown as their source',
    encrypt: '{names}: posts are not encrypted here; those that were are named below',
    foreign: '{names}: load from other hosts; what you want to keep goes as HTML into theme_config.insert',
    left: 'Not run here, and nothing takes their place: {names}',
  },
  formulas: 'Formulas: {total}, in {posts} of the posts, written as {ways}; ',
  noFailures: 'all of them can be set',
  failures: '{failed} of them cannot be set and are shown as source',
  noFormulas: 'No formulas',
  escaped:
    'Formulas escaped for marked (`\\_`, `\\\\{`), in {posts} posts such as {file}: the escapes are undone, nothing needs to be changed',
  tags: 'Known tags in posts, {% … %}: {names}',
  unknownTag:
    '{place}  Tag `{name}` is unknown (used {count} times): it is shown as written, or what stands between it and its end',
  sameSettings: 'Settings that do what they do in Hexo: {same}',
  mapped: '{key} → {to}',
  left: 'No effect, may stay or go ({why}): {keys}',
  unknownKey: '{place}  {key} has no effect; leave it if your own templates read it',
  misspelt: '{place}  {key}: did you mean {suggestion}?',
  unindented: '{place}  {key}: did you mean {suggestion}? Then indent it',
  frontMatter: 'Front matter that is not shown ({why}): {keys}',
  reasons: {
    preview: 'only in previews elsewhere, og:image',
    markup: 'Mojing has its own code markup',
    'built-in': 'Mojing does it itself',
    plugin: 'belongs to a plugin that is not run',
    foreign: 'loads from other hosts',
    theme: 'belongs to a theme for Hexo',
    server: 'belongs to Hexo’s server',
    fixed: 'always so here',
    outdated: 'Hexo reads it no more',
  },
  differences: {
    theme: 'The theme {theme} is made for Hexo; {own}, which comes with Mojing, draws the pages',
    taken: 'Taken over from {files}: {keys}. What you write under `theme_config` in _config.yml is stronger',
    'lost-pictures': 'Named in the settings of your theme, but not among the files of the blog: {pictures}',
    'no-settings':
      'No settings of {theme} were found (such as {file}): menu, avatar and icon go under `theme_config` in _config.yml, see {guide}',
    'empty-pages': 'These pages have no text of their own, your theme filled them: {pages}. Here they are empty',
    'theme-files': 'Parts of your theme’s pages, not used here: {files}. HTML goes into theme_config.insert',
    excerpts:
      'On the home page posts without `<!-- more -->` ({posts}) show their first sentences; to show all of them: `theme_config: {home: {whole: true}}`',
    'line-feeds': 'Your renderer joined lines, and so do we, without a space between 漢字 (posts: {posts})',
    'heading-ids':
      '{renderer} made ids of headings in its own way; here they are Hexo’s. A link from elsewhere to a heading may lead to the top of its page',
    quotes:
      'Straight quotes, `--` and `...` stay as they are written (your renderer changed them). As before: `markdown: {typographer: true}` and `typography: {quotes: curly}` in _config.yml',
    braces: '{{ … }} in a post is text here and is not filled in (times: {count}, first {file}:{line})',
    drafts: 'Hexo publishes posts that say `draft: true`, Mojing does not (posts: {posts}, first {file})',
    scripts: 'Scripts written for Hexo are not run (there are {scripts}, first {file}). How to rewrite one: {guide}',
    'tag-pages': '“{name}” and “{other}” shared one page in Hexo, which lost posts; “{name}” now lives at /{given}',
    diagrams: 'Diagrams (mermaid and the like) are shown as their source ({count}, first {file}:{line})',
    comments:
      'Comments and counters load from other hosts and are left out; their HTML can go into theme_config.insert.comments',
    'lost-index': 'Not made: {files}; the search that comes with Mojing has an index of its own',
  },
  fresh: 'New, without a plugin: {things}',
  newThings: { search: 'search', feed: 'feed (atom.xml)', sitemap: 'sitemap (sitemap.xml)' },
  passwords:
    'FIRST OF ALL: locked posts would be readable by everyone ({posts}, such as {file}). Move them to source/_drafts before you publish',
  takenParts: {
    menu: 'menu',
    avatar: 'avatar',
    favicon: 'icon',
    social: 'accounts',
    links: 'links to friends',
    friends: 'page of friends',
    licence: 'licence',
    footer: 'first year and registration',
    since: 'first year',
    icp: 'registration',
  },
  homeRules:
    'FIRST OF ALL: `index2_generator` kept posts off the home page. Here `index_generator` does; add it before you publish (below): {rules}',
  deadEntries: 'Entries of your menu that lead to no page: {entries}',
  strayPosts: 'Posts in `_posts/`, as Jekyll has them, are not read: move the folder to source/_posts',
  menu: 'No menu leads to these pages of yours. If they belong into it, add to _config.yml:',
  asProposed: ' (as it will be with the lines proposed below)',
  takenWritten: 'Written to {file}, for you to change: {keys}',
  noWork: 'Nothing: every post can be read.',
  errors: 'Errors that keep the site from being published: {count} (`--keep-going` publishes the rest)',
  warnings: 'Warnings, which can wait: {count}',
  more: '… and {count} more (files: {files})',
  proposals:
    'Add this to {file}, so that your posts are read so for good, also when Hexo’s package.json is gone; `theme` must then name one of Mojing’s, such as `mist` (`mojing doctor --write` does the rest):',
  written: 'Added to {file}:',
  nothingToWrite: 'There is nothing to add to {file}.',
  byHand: '{file} writes `{group}` in a way that cannot be added to; put this into it yourself: {line}',
  build: 'mojing build      the site is in {folder}/ then; `mojing serve --watch` shows it while you write',
  buildAfter: 'Mend the errors above, or build what can be built:  mojing build --keep-going',
  check: 'mojing check      broken links and anchors, missing and unused files',
  separator: ', ',
  colon: ':',
};
