/**
 * What `doctor` says, in three languages. `{name}` is filled in.
 */
import type { Language } from '../../base/language.ts';
import type { Why } from '../../model/hexo-keys.ts';
import type { Difference } from './findings.ts';
import type { PluginFate } from './plugins.ts';

export interface DoctorWords {
  readonly title: string;
  readonly notHexo: string;
  readonly sections: Readonly<Record<'found' | 'differs' | 'settings' | 'hand' | 'next', string>>;
  readonly counts: string;
  readonly hexo: string;
  readonly unnamedRenderer: string;
  readonly plugins: Readonly<Record<PluginFate, string>>;
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
}

const en: DoctorWords = {
  title: 'Mojing has read “{title}”',
  notHexo:
    'This is no Hexo folder (package.json has neither a `hexo` key nor depends on it): Mojing’s own habits are in force.',
  sections: {
    found: 'What is here',
    differs: 'What will be different',
    settings: 'Settings',
    hand: 'What needs your hand',
    next: 'What next',
  },
  counts: '{posts} posts, {pages} pages, {drafts} drafts not published',
  hexo: 'Hexo {version} · theme {theme} · Markdown by {renderer}',
  unnamedRenderer: 'a renderer that package.json does not name',
  plugins: {
    'built-in': 'Built in here, no plugin needed: {names}',
    deploy: '{names}: `mojing build && mojing deploy` reads the same `deploy` settings',
    diagrams: '{names}: diagrams are shown as their source',
    encrypt: '{names}: posts are not encrypted here; those with a `password` are named below',
    foreign: '{names}: load from other hosts; what you want to keep goes as HTML into theme_config.insert',
    left: 'Not run here, and nothing takes their place: {names}',
  },
  formulas: '{total} formulas in {posts} posts ({delimiters}); ',
  noFailures: 'all can be set',
  failures: '{failed} cannot be set and are shown as source',
  noFormulas: 'No formulas',
  escaped: '{posts} posts have formulas escaped for marked (`\\_`, `\\\\{`): the escapes are undone, such as in {file}',
  tags: 'Known tags in posts, {% … %}: {names}',
  unknownTag:
    '{place}  Tag `{name}` is unknown (used {count} times): it is shown as written, or what stands between it and its end',
  sameSettings: '{same} settings do what they do in Hexo',
  mapped: '{key} → {to}',
  left: 'Without effect, may stay or go ({why}): {keys}',
  unknownKey: '{place}  {key}: nothing here reads it; leave it if your own templates do',
  misspelt: '{place}  {key}: did you mean {suggestion}?',
  unindented: '{place}  {key}: did you mean {suggestion}? Then indent it',
  frontMatter: 'Front matter that is not shown ({why}): {keys}',
  reasons: {
    markup: 'code has a markup of our own',
    'built-in': 'built in',
    plugin: 'belongs to a plugin that is not run',
    foreign: 'loads from other hosts',
    theme: 'belongs to a theme for Hexo',
    server: 'belongs to Hexo’s server',
    fixed: 'always so here',
    outdated: 'Hexo reads it no more',
  },
  differences: {
    encrypted:
      'ATTENTION: {posts} posts have a `password` and would be readable by everyone, such as {file}. Move them to source/_drafts before you publish',
    theme:
      'The theme {theme} is made for Hexo; {own}, which comes with Mojing, draws the pages. Its menu, avatar and icon go into `theme_config` of _config.yml (docs/from-hexo.md)',
    'line-feeds': 'Your renderer joined lines, and so do we, without a space between 漢字 ({posts} posts)',
    quotes:
      'Straight quotes stay straight (your renderer curled them). As before: add `typography: {quotes: curly}` to _config.yml',
    braces: '{{ … }} in a post is text here and is not filled in: {count} times in {posts} posts, first {file}:{line}',
    drafts: '{posts} posts say `draft: true`: Hexo publishes them, Mojing does not. First {file}',
    scripts:
      '{scripts} scripts are written for Hexo and are not run, first {file}. `docs/from-hexo.md` tells how to rewrite one',
    'tag-pages': '“{name}” and “{other}” shared one page in Hexo, which lost posts; “{name}” now lives at /{given}',
    diagrams: 'Diagrams (mermaid and the like) are shown as their source',
    comments:
      'Comments and counters load from other hosts and are left out; their HTML can go into theme_config.insert.comments',
    'own-pages': 'New: search, feed, sitemap, and pages of all tags and categories, without plugins',
  },
  noWork: 'Nothing: every post can be read.',
  errors: '{count} errors keep the site from being published (`--keep-going` publishes the rest):',
  warnings: '{count} warnings, which can wait:',
  more: '… and {count} more in {files} files',
  proposals:
    'Add this to {file}, so that your posts are read so for good, also when Hexo’s package.json is gone; `theme` must then name one of Mojing’s, such as `mist` (`mojing doctor --write` does the rest):',
  written: 'Added to {file}:',
  nothingToWrite: 'There is nothing to add to {file}.',
  byHand: '{file} writes `{group}` in a way that cannot be added to; put this into it yourself: {line}',
  build: 'mojing build      the site is in {folder}/ then; `mojing serve --watch` shows it while you write',
  buildAfter: 'Mend the errors above, or build what can be built:  mojing build --keep-going',
  check: 'mojing check      broken links and anchors, missing and unused files',
  separator: ', ',
};

const zhTW: DoctorWords = {
  title: '墨經看過了「{title}」',
  notHexo: '這裡不是 Hexo 資料夾（package.json 裡沒有 hexo），所以用墨經自己的習慣。',
  sections: {
    found: '這裡有什麼',
    differs: '會不一樣的地方',
    settings: '設定',
    hand: '需要您動手的',
    next: '接下來',
  },
  counts: '{posts} 篇文章、{pages} 個頁面、{drafts} 份草稿（不發布）',
  hexo: 'Hexo {version}，主題 {theme}，Markdown 轉換：{renderer}',
  unnamedRenderer: 'package.json 沒寫的套件',
  plugins: {
    'built-in': '已經內建，不必裝外掛：{names}',
    deploy: '{names}：`mojing build && mojing deploy`，讀同樣的 `deploy` 設定',
    diagrams: '{names}：圖會以原始碼顯示',
    encrypt: '{names}：這裡不會加密文章；設了 `password` 的會列在下面',
    foreign: '{names}：要從別的網站載入，所以不放；想保留的，把 HTML 放進 theme_config.insert',
    left: '不會執行，這裡也沒有對應的功能：{names}',
  },
  formulas: '{posts} 篇文章裡有 {total} 條公式（{delimiters}）；',
  noFailures: '全部排得出來',
  failures: '{failed} 條排不出來，會顯示原始碼',
  noFormulas: '沒有公式',
  escaped: '{posts} 篇文章的公式為了 marked 多寫了反斜線（`\\_`、`\\\\{`）：會自動還原，不必改，例如 {file}',
  tags: '文章裡的 {% … %} 標籤，認得的：{names}',
  unknownTag: '{place}  不認識 {% {name} %} 這個標籤（共 {count} 次）：照原樣顯示，成對的則顯示裡面的內容',
  sameSettings: '{same} 項設定的作用和 Hexo 一樣',
  mapped: '{key} 在這裡是 {to}',
  left: '沒有作用，留著或刪掉都可以（{why}）：{keys}',
  unknownKey: '{place}  {key}：這裡沒有東西讀它；如果您自己的版型會用到就留著',
  misspelt: '{place}  {key}：是不是 {suggestion}？',
  unindented: '{place}  {key}：是不是 {suggestion}？是的話請縮排',
  frontMatter: 'front matter 裡不會顯示的（{why}）：{keys}',
  reasons: {
    markup: '程式碼區塊有自己的寫法',
    'built-in': '內建',
    plugin: '只有沒執行的外掛才讀',
    foreign: '要從別的網站載入',
    theme: '屬於 Hexo 的主題',
    server: '屬於 Hexo 的伺服器',
    fixed: '這裡一律如此',
    outdated: 'Hexo 也不再讀',
  },
  differences: {
    encrypted: '注意：{posts} 篇文章設了 `password`，在這裡會變成人人可讀，例如 {file}。發布前請先移到 source/_drafts',
    theme:
      '主題 {theme} 是給 Hexo 用的，改由墨經附的 {own} 呈現。選單、頭像、圖示請寫進 _config.yml 的 `theme_config`（寫法見 docs/from-hexo.zh-TW.md）',
    'line-feeds': '原來的轉換器會把換行接起來，這裡也是，而且漢字之間不留空格（{posts} 篇）',
    quotes: '直引號維持直引號（原來會變成彎引號）。要和以前一樣，在 _config.yml 加上 `typography: {quotes: curly}`',
    braces: '文章裡的 {{ … }} 在這裡就是文字，不會被代換：{posts} 篇共 {count} 處，第一處 {file}:{line}',
    drafts: '{posts} 篇文章寫了 `draft: true`：Hexo 會發布，墨經不會。第一篇 {file}',
    scripts: '{scripts} 個 script 是為 Hexo 寫的，沒有執行，第一個是 {file}；改寫的方法見 `docs/from-hexo.zh-TW.md`',
    'tag-pages': '「{name}」與「{other}」在 Hexo 共用一頁，會弄丟文章；「{name}」現在在 /{given}',
    diagrams: 'mermaid 之類的圖會以原始碼顯示',
    comments: '留言與計數要從別的網站載入，所以不放；它們的 HTML 可以放進 theme_config.insert.comments',
    'own-pages': '多出來的：搜尋、訂閱、網站地圖、標籤總覽與分類總覽，都不必裝外掛',
  },
  noWork: '沒有：每一篇都讀得懂。',
  errors: '{count} 個錯誤會擋住發布（`--keep-going` 會發布其餘的）：',
  warnings: '{count} 個警告，可以慢慢來：',
  more: '……另有 {count} 處，在 {files} 個檔案裡',
  proposals:
    '建議把這幾行加進 {file}，以後拿掉 Hexo 的 package.json，文章也照樣這麼讀；那時 `theme` 要改成墨經的主題，例如 `mist`（`mojing doctor --write` 會替您加下面幾行）：',
  written: '已加進 {file}：',
  nothingToWrite: '{file} 沒有要加的。',
  byHand: '{file} 的 `{group}` 寫法無法自動加入，請自己加上：{line}',
  build: 'mojing build      網站會在 {folder}/；邊寫邊看用 `mojing serve --watch`',
  buildAfter: '先改好上面的錯誤，或先建置能建的：  mojing build --keep-going',
  check: 'mojing check      找出斷掉的連結與錨點、缺少或沒用到的檔案',
  separator: '、',
};

const zhCN: DoctorWords = {
  title: '墨经看过了“{title}”',
  notHexo: '这里不是 Hexo 文件夹（package.json 里没有 hexo），所以用墨经自己的习惯。',
  sections: {
    found: '这里有什么',
    differs: '会不一样的地方',
    settings: '设置',
    hand: '需要您动手的',
    next: '接下来',
  },
  counts: '{posts} 篇文章、{pages} 个页面、{drafts} 份草稿（不发布）',
  hexo: 'Hexo {version}，主题 {theme}，Markdown 渲染：{renderer}',
  unnamedRenderer: 'package.json 没写的包',
  plugins: {
    'built-in': '已经内置，不必装插件：{names}',
    deploy: '{names}：`mojing build && mojing deploy`，读同样的 `deploy` 设置',
    diagrams: '{names}：图会以源代码显示',
    encrypt: '{names}：这里不会加密文章；设了 `password` 的会列在下面',
    foreign: '{names}：要从别的网站加载，所以不放；想保留的，把 HTML 放进 theme_config.insert',
    left: '不会运行，这里也没有对应的功能：{names}',
  },
  formulas: '{posts} 篇文章里有 {total} 个公式（{delimiters}）；',
  noFailures: '全部排得出来',
  failures: '{failed} 个排不出来，会显示源代码',
  noFormulas: '没有公式',
  escaped: '{posts} 篇文章的公式为了 marked 多写了反斜杠（`\\_`、`\\\\{`）：会自动还原，不必改，例如 {file}',
  tags: '文章里的 {% … %} 标签，认得的：{names}',
  unknownTag: '{place}  不认识 {% {name} %} 这个标签（共 {count} 次）：照原样显示，成对的则显示里面的内容',
  sameSettings: '{same} 项设置的作用和 Hexo 一样',
  mapped: '{key} 在这里是 {to}',
  left: '没有作用，留着或删掉都可以（{why}）：{keys}',
  unknownKey: '{place}  {key}：这里没有东西读它；如果您自己的模板会用到就留着',
  misspelt: '{place}  {key}：是不是 {suggestion}？',
  unindented: '{place}  {key}：是不是 {suggestion}？是的话请缩进',
  frontMatter: 'front matter 里不会显示的（{why}）：{keys}',
  reasons: {
    markup: '代码块有自己的写法',
    'built-in': '内置',
    plugin: '只有没运行的插件才读',
    foreign: '要从别的网站加载',
    theme: '属于 Hexo 的主题',
    server: '属于 Hexo 的服务器',
    fixed: '这里一律如此',
    outdated: 'Hexo 也不再读',
  },
  differences: {
    encrypted: '注意：{posts} 篇文章设了 `password`，在这里会变成人人可读，例如 {file}。发布前请先移到 source/_drafts',
    theme:
      '主题 {theme} 是给 Hexo 用的，改由墨经附带的 {own} 呈现。菜单、头像、图标请写进 _config.yml 的 `theme_config`（写法见 docs/from-hexo.zh-TW.md）',
    'line-feeds': '原来的渲染器会把换行接起来，这里也是，而且汉字之间不留空格（{posts} 篇）',
    quotes: '直引号保持直引号（原来会变成弯引号）。要和以前一样，在 _config.yml 加上 `typography: {quotes: curly}`',
    braces: '文章里的 {{ … }} 在这里就是文字，不会被替换：{posts} 篇共 {count} 处，第一处 {file}:{line}',
    drafts: '{posts} 篇文章写了 `draft: true`：Hexo 会发布，墨经不会。第一篇 {file}',
    scripts: '{scripts} 个脚本是为 Hexo 写的，没有运行，第一个是 {file}；改写的方法见 `docs/from-hexo.zh-TW.md`',
    'tag-pages': '“{name}”与“{other}”在 Hexo 共用一页，会弄丢文章；“{name}”现在在 /{given}',
    diagrams: 'mermaid 之类的图会以源代码显示',
    comments: '评论与计数要从别的网站加载，所以不放；它们的 HTML 可以放进 theme_config.insert.comments',
    'own-pages': '多出来的：搜索、订阅、网站地图、标签总览与分类总览，都不必装插件',
  },
  noWork: '没有：每一篇都读得懂。',
  errors: '{count} 个错误会挡住发布（`--keep-going` 会发布其余的）：',
  warnings: '{count} 个警告，可以慢慢来：',
  more: '……另有 {count} 处，在 {files} 个文件里',
  proposals:
    '建议把这几行加进 {file}，以后去掉 Hexo 的 package.json，文章也照样这么读；那时 `theme` 要改成墨经的主题，例如 `mist`（`mojing doctor --write` 会替您加下面几行）：',
  written: '已加进 {file}：',
  nothingToWrite: '{file} 没有要加的。',
  byHand: '{file} 的 `{group}` 写法无法自动加入，请自己加上：{line}',
  build: 'mojing build      网站会在 {folder}/；边写边看用 `mojing serve --watch`',
  buildAfter: '先改好上面的错误，或先构建能构建的：  mojing build --keep-going',
  check: 'mojing check      找出失效的链接与锚点、缺少或没用到的文件',
  separator: '、',
};

/** The sentences of each language. */
export const doctorWords: Readonly<Record<Language, DoctorWords>> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
