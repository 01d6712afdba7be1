/**
 * What `doctor` says, in three languages. `{name}` is filled in.
 */
import type { Language } from '../../base/language.ts';
import type { Why } from '../../model/hexo-keys.ts';
import type { Difference, New } from './findings.ts';
import type { PluginFate } from './plugins.ts';

export interface DoctorWords {
  readonly title: string;
  readonly notHexo: string;
  readonly sections: Readonly<Record<'found' | 'differs' | 'settings' | 'hand' | 'next', string>>;
  readonly counts: string;
  readonly hexo: string;
  readonly unnamedRenderer: string;
  readonly plugins: Readonly<Record<PluginFate, string>>;
  /** `{ways}`: how they are written. */
  readonly formulas: string;
  /** What stands behind it: all are set, or some are not. */
  readonly noFailures: string;
  readonly failures: string;
  readonly noFormulas: string;
  readonly escaped: string;
  readonly tags: string;
  readonly unknownTag: string;
  readonly sameSettings: string;
  readonly mapped: string;
  readonly left: string;
  readonly unknownKey: string;
  readonly misspelt: string;
  readonly unindented: string;
  readonly frontMatter: string;
  readonly reasons: Readonly<Record<Why, string>>;
  readonly differences: Readonly<Record<Difference['what'], string>>;
  /** What the blog did not have. */
  readonly fresh: string;
  readonly newThings: Readonly<Record<New, string>>;
  /** Before anything else: posts that anybody could read. */
  readonly passwords: string;
  /** What may be taken over from a theme, by its key. */
  readonly takenParts: Readonly<Record<string, string>>;
  readonly homeRules: string;
  readonly deadEntries: string;
  readonly strayPosts: string;
  readonly menu: string;
  readonly asProposed: string;
  /** `--write` has put what was taken over from a theme into a file of its own. */
  readonly takenWritten: string;
  readonly noWork: string;
  readonly errors: string;
  readonly warnings: string;
  readonly more: string;
  readonly proposals: string;
  readonly written: string;
  readonly nothingToWrite: string;
  readonly byHand: string;
  readonly build: string;
  readonly buildAfter: string;
  readonly check: string;
  readonly separator: string;
  readonly colon: string;
}

const en: DoctorWords = {
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
    encrypt: '{names}: posts are not encrypted here; those with a `password` are named below',
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
    'FIRST OF ALL: posts with a `password` would be readable by everyone ({posts}, such as {file}). Move them to source/_drafts before you publish',
  takenParts: {
    menu: 'menu',
    avatar: 'avatar',
    favicon: 'icon',
    social: 'accounts',
    licence: 'licence',
    footer: 'first year and registration',
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

const zhTW: DoctorWords = {
  title: '墨經看過了「{title}」',
  notHexo: '這裡不是 Hexo 資料夾（package.json 裡沒有 hexo），所以用墨經自己的習慣。',
  sections: {
    found: '這裡有什麼',
    differs: '會不一樣的地方',
    settings: '設定',
    hand: '需要你處理的',
    next: '接下來',
  },
  counts: '{posts} 篇文章、{pages} 個頁面、{drafts} 份草稿（草稿不發布）',
  hexo: 'Hexo {version}，主題 {theme}，Markdown 轉換器：{renderer}',
  unnamedRenderer: 'package.json 沒寫的轉換器',
  plugins: {
    'built-in': '不再需要（墨經已內建）：{names}',
    abbrlink: '{names}：文章照樣用自己的 `abbrlink` 當網址；新文章由 `mojing new` 產生',
    deploy: '{names}：`mojing build && mojing deploy`，讀同樣的 `deploy` 設定',
    diagrams: '{names}：圖會以原始碼顯示',
    encrypt: '{names}：這裡不會加密文章；設了 `password` 的會列在下面',
    foreign: '{names}：要從別的網站載入，所以不放；想保留的，把 HTML 放進 theme_config.insert',
    left: '不會執行，這裡也沒有對應的功能：{names}',
  },
  formulas: '{posts} 篇文章裡有 {total} 個公式（寫成 {ways}）；',
  noFailures: '全部可以正常顯示',
  failures: '其中 {failed} 個無法排版，會顯示原始碼',
  noFormulas: '沒有公式',
  escaped: '{posts} 篇文章的公式為了 marked 多寫了反斜線（`\\_`、`\\\\{`）：會自動還原，不必改，例如 {file}',
  tags: '文章裡的 {% … %} 標籤，認得的：{names}',
  unknownTag: '{place}  不認識 {% {name} %} 這個標籤（共 {count} 次）：照原樣顯示，成對的則顯示裡面的內容',
  sameSettings: '{same} 項設定的作用和 Hexo 一樣',
  mapped: '{key} 在這裡叫 {to}',
  left: '不起作用，留著或刪掉都可以（{why}）：{keys}',
  unknownKey: '{place}  {key} 不起作用；如果你自己的樣板會用到就留著',
  misspelt: '{place}  {key}：是不是 {suggestion}？',
  unindented: '{place}  {key}：是不是 {suggestion}？是的話請縮排',
  frontMatter: 'front matter 裡不會顯示的（{why}）：{keys}',
  reasons: {
    preview: '只用在別處的預覽圖 og:image',
    markup: '墨經的程式碼區塊有自己的結構',
    'built-in': '墨經已內建',
    plugin: '只有沒執行的外掛才讀',
    foreign: '要從別的網站載入',
    theme: '屬於 Hexo 的主題',
    server: '屬於 Hexo 的伺服器',
    fixed: '這裡一律如此',
    outdated: 'Hexo 也不再讀',
  },
  differences: {
    theme: '主題 {theme} 是給 Hexo 用的，頁面改由墨經附的 {own} 呈現',
    taken: '從 {files} 沿用了：{keys}。寫在 _config.yml 的 `theme_config` 裡的優先',
    'lost-pictures': '原來主題的設定裡有，但部落格裡沒有這些檔案：{pictures}',
    'no-settings':
      '找不到 {theme} 的設定（例如 {file}）：選單、頭像、圖示請寫進 _config.yml 的 `theme_config`，寫法見 {guide}',
    'empty-pages': '這些頁面自己沒有內文，原來由主題填入，在這裡是空的：{pages}',
    'theme-files': '這些是原來主題頁面的片段，這裡不用：{files}。HTML 可以放進 theme_config.insert',
    excerpts:
      '首頁上，沒有 `<!-- more -->` 的文章（{posts} 篇）只顯示開頭幾句；要顯示全文：`theme_config: {home: {whole: true}}`',
    'line-feeds': '原來的轉換器會把換行接起來，這裡也是，而且漢字之間不留空格（{posts} 篇）',
    'heading-ids': '標題的 id：{renderer} 有自己的規則，這裡依 Hexo 的規則。別處指到某個標題的連結，可能只會跳到頁首',
    quotes:
      '英文直引號、`--`、`...` 原樣保留（原來的轉換器會改掉）。要和以前一樣，在 _config.yml 加上 `markdown: {typographer: true}` 與 `typography: {quotes: curly}`',
    braces: '文章裡的 {{ … }} 在這裡就是文字，不會被代換：{posts} 篇共 {count} 處，第一處 {file}:{line}',
    drafts: '{posts} 篇文章寫了 `draft: true`：Hexo 會發布，墨經不會。第一篇 {file}',
    scripts: '{scripts} 個 script 是為 Hexo 寫的，沒有執行，第一個是 {file}；改寫的方法見 {guide}',
    'tag-pages': '「{name}」與「{other}」在 Hexo 共用一頁，會弄丟文章；「{name}」現在在 /{given}',
    diagrams: 'mermaid 之類的圖會以原始碼顯示（{count} 張，第一張 {file}:{line}）',
    comments: '留言與計數要從別的網站載入，所以不放；它們的 HTML 可以放進 theme_config.insert.comments',
    'lost-index': '不再產生 {files}：墨經自帶的搜尋有自己的索引',
  },
  fresh: '現在自帶，不必裝外掛：{things}',
  newThings: { search: '搜尋', feed: '訂閱（atom.xml）', sitemap: '網站地圖（sitemap.xml）' },
  passwords:
    '請最先處理：{posts} 篇文章設了 `password`，在這裡會變成人人可讀，例如 {file}。發布前請先移到 source/_drafts',
  takenParts: {
    menu: '選單',
    avatar: '頭像',
    favicon: '圖示',
    social: '社群帳號',
    licence: '授權',
    footer: '起始年份與備案號',
  },
  homeRules:
    '請最先處理：`index2_generator` 讓一些文章不上首頁；這裡改由 `index_generator` 決定，發布前請先加上（見下面）：{rules}',
  deadEntries: '選單裡這些項目沒有對應的頁面：{entries}',
  strayPosts: '`_posts/` 裡的文章（Jekyll 的放法）讀不到：請把資料夾移到 source/_posts',
  menu: '選單裡沒有你的這些頁面。要放進選單，就在 _config.yml 加上：',
  asProposed: '（按加上下面建議的設定之後計算）',
  takenWritten: '已寫進 {file}，可以自己修改：{keys}',
  noWork: '沒有需要處理的：所有文章都能正常解析。',
  errors: '{count} 個錯誤會擋住發布（`--keep-going` 會發布其餘的）：',
  warnings: '{count} 個警告，可以慢慢來',
  more: '……另有 {count} 處（{files} 個檔案）',
  proposals:
    '建議把這幾行加進 {file}（`mojing doctor --write` 會替你加）。之後就算刪掉 package.json，只要把 `theme` 改成 `mist`，文章照樣這麼讀：',
  written: '已加進 {file}：',
  nothingToWrite: '{file} 沒有要加的。',
  byHand: '{file} 的 `{group}` 寫法無法自動加入，請自己加上：{line}',
  build: 'mojing build      網站會在 {folder}/；邊寫邊看用 `mojing serve --watch`',
  buildAfter: '先改好上面的錯誤，或先建置能建的：  mojing build --keep-going',
  check: 'mojing check      找出斷掉的連結與錨點、缺少或沒用到的檔案',
  separator: '、',
  colon: '：',
};

const zhCN: DoctorWords = {
  title: '墨经看过了“{title}”',
  notHexo: '这里不是 Hexo 文件夹（package.json 里没有 hexo），所以用墨经自己的习惯。',
  sections: {
    found: '这里有什么',
    differs: '会不一样的地方',
    settings: '设置',
    hand: '需要你处理的',
    next: '接下来',
  },
  counts: '{posts} 篇文章、{pages} 个页面、{drafts} 份草稿（草稿不发布）',
  hexo: 'Hexo {version}，主题 {theme}，Markdown 渲染：{renderer}',
  unnamedRenderer: 'package.json 没写的渲染器',
  plugins: {
    'built-in': '不再需要（墨经已内置）：{names}',
    abbrlink: '{names}：文章照样用自己的 `abbrlink` 作地址；新文章由 `mojing new` 生成',
    deploy: '{names}：`mojing build && mojing deploy`，读同样的 `deploy` 设置',
    diagrams: '{names}：图会以源代码显示',
    encrypt: '{names}：这里不会加密文章；设了 `password` 的会列在下面',
    foreign: '{names}：要从别的网站加载，所以不放；想保留的，把 HTML 放进 theme_config.insert',
    left: '不会运行，这里也没有对应的功能：{names}',
  },
  formulas: '{posts} 篇文章里有 {total} 个公式（写成 {ways}）；',
  noFailures: '全部可以正常显示',
  failures: '其中 {failed} 个无法排版，会显示源代码',
  noFormulas: '没有公式',
  escaped: '{posts} 篇文章的公式为了 marked 多写了反斜杠（`\\_`、`\\\\{`）：会自动还原，不必改，例如 {file}',
  tags: '文章里的 {% … %} 标签，认得的：{names}',
  unknownTag: '{place}  不认识 {% {name} %} 这个标签（共 {count} 次）：照原样显示，成对的则显示里面的内容',
  sameSettings: '{same} 项设置的作用和 Hexo 一样',
  mapped: '{key} 在这里叫 {to}',
  left: '不起作用，留着或删掉都可以（{why}）：{keys}',
  unknownKey: '{place}  {key} 不起作用；如果你自己的模板会用到就留着',
  misspelt: '{place}  {key}：是不是 {suggestion}？',
  unindented: '{place}  {key}：是不是 {suggestion}？是的话请缩进',
  frontMatter: 'front matter 里不会显示的（{why}）：{keys}',
  reasons: {
    preview: '只用在别处的预览图 og:image',
    markup: '墨经的代码块有自己的结构',
    'built-in': '墨经已内置',
    plugin: '只有没运行的插件才读',
    foreign: '要从别的网站加载',
    theme: '属于 Hexo 的主题',
    server: '属于 Hexo 的服务器',
    fixed: '这里一律如此',
    outdated: 'Hexo 也不再读',
  },
  differences: {
    theme: '主题 {theme} 是给 Hexo 用的，页面改由墨经附带的 {own} 呈现',
    taken: '从 {files} 沿用了：{keys}。写在 _config.yml 的 `theme_config` 里的优先',
    'lost-pictures': '原来主题的设置里有，但博客里没有这些文件：{pictures}',
    'no-settings':
      '找不到 {theme} 的设置（例如 {file}）：菜单、头像、图标请写进 _config.yml 的 `theme_config`，写法见 {guide}',
    'empty-pages': '这些页面自己没有正文，原来由主题填入，在这里是空的：{pages}',
    'theme-files': '这些是原来主题页面的片段，这里不用：{files}。HTML 可以放进 theme_config.insert',
    excerpts:
      '首页上，没有 `<!-- more -->` 的文章（{posts} 篇）只显示开头几句；要显示全文：`theme_config: {home: {whole: true}}`',
    'line-feeds': '原来的渲染器会把换行接起来，这里也是，而且汉字之间不留空格（{posts} 篇）',
    'heading-ids': '标题的 id：{renderer} 有自己的规则，这里按 Hexo 的规则。别处指到某个标题的链接，可能只会跳到页首',
    quotes:
      '英文直引号、`--`、`...` 原样保留（原来的渲染器会改掉）。要和以前一样，在 _config.yml 加上 `markdown: {typographer: true}` 与 `typography: {quotes: curly}`',
    braces: '文章里的 {{ … }} 在这里就是文字，不会被替换：{posts} 篇共 {count} 处，第一处 {file}:{line}',
    drafts: '{posts} 篇文章写了 `draft: true`：Hexo 会发布，墨经不会。第一篇 {file}',
    scripts: '{scripts} 个脚本是为 Hexo 写的，没有运行，第一个是 {file}；改写的方法见 {guide}',
    'tag-pages': '“{name}”与“{other}”在 Hexo 共用一页，会弄丢文章；“{name}”现在在 /{given}',
    diagrams: 'mermaid 之类的图会以源代码显示（{count} 张，第一张 {file}:{line}）',
    comments: '评论与计数要从别的网站加载，所以不放；它们的 HTML 可以放进 theme_config.insert.comments',
    'lost-index': '不再生成 {files}：墨经自带的搜索有自己的索引',
  },
  fresh: '现在自带，无需插件：{things}',
  newThings: { search: '搜索', feed: '订阅（atom.xml）', sitemap: '网站地图（sitemap.xml）' },
  passwords:
    '请最先处理：{posts} 篇文章设了 `password`，在这里会变成人人可读，例如 {file}。发布前请先移到 source/_drafts',
  takenParts: {
    menu: '菜单',
    avatar: '头像',
    favicon: '图标',
    social: '社交账号',
    licence: '许可协议',
    footer: '起始年份与备案号',
  },
  homeRules:
    '请最先处理：`index2_generator` 让一些文章不上首页；这里改由 `index_generator` 决定，发布前请先加上（见下面）：{rules}',
  deadEntries: '菜单里这些项目没有对应的页面：{entries}',
  strayPosts: '`_posts/` 里的文章（Jekyll 的放法）读不到：请把文件夹移到 source/_posts',
  menu: '菜单里没有你的这些页面。要放进菜单，就在 _config.yml 加上：',
  asProposed: '（按加上下面建议的设置之后计算）',
  takenWritten: '已写进 {file}，可以自己修改：{keys}',
  noWork: '没有需要处理的：所有文章都能正常解析。',
  errors: '{count} 个错误会挡住发布（`--keep-going` 会发布其余的）：',
  warnings: '{count} 个警告，可以慢慢来',
  more: '……另有 {count} 处（{files} 个文件）',
  proposals:
    '建议把这几行加进 {file}（`mojing doctor --write` 会替你加）。之后就算删掉 package.json，只要把 `theme` 改成 `mist`，文章照样这么读：',
  written: '已加进 {file}：',
  nothingToWrite: '{file} 没有要加的。',
  byHand: '{file} 的 `{group}` 写法无法自动加入，请自己加上：{line}',
  build: 'mojing build      网站会在 {folder}/；边写边看用 `mojing serve --watch`',
  buildAfter: '先改好上面的错误，或先构建能构建的：  mojing build --keep-going',
  check: 'mojing check      找出失效的链接与锚点、缺少或没用到的文件',
  separator: '、',
  colon: '：',
};

/** The sentences of each language. */
export const doctorWords: Readonly<Record<Language, DoctorWords>> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
