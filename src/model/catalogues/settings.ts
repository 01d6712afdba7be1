/**
 * What each setting is for, as told when its value cannot be used.
 */
import type { Translations } from './catalogue.ts';

export const settings: Translations = {
  // Descriptions of the settings, by their English ones in `model/config.ts`.
  'The name of the site.': ['網站的名稱。', '网站的名称。'],
  'A line below the name.': ['名稱下面的一行字。', '名称下面的一行字。'],
  'What the site is about, for search engines and feeds.': [
    '網站是關於什麼的，給搜尋引擎與訂閱用。',
    '网站是关于什么的，给搜索引擎与订阅用。',
  ],
  'Key words for search engines.': ['給搜尋引擎的關鍵字。', '给搜索引擎的关键字。'],
  'Who writes it.': ['作者。', '作者。'],
  "The author's address, shown in feeds.": ['作者的電子郵件，會出現在訂閱裡。', '作者的电子邮件，会出现在订阅里。'],
  'The language of the pages, `zh-TW`; of a list the first is taken.': [
    '網頁的語言，如 `zh-TW`；寫成列表就取第一個。',
    '网页的语言，如 `zh-TW`；写成列表就取第一个。',
  ],
  'The zone in which dates without an offset are wall-clock time.': [
    '時區；沒有註明時差的日期都當成這個時區的時間。',
    '时区；没有注明时差的日期都当成这个时区的时间。',
  ],
  "The site's address.": ['網站的網址。', '网站的地址。'],
  "The site's folder on its host; the path of `url` by default.": [
    '網站在主機上的資料夾；預設是 `url` 的路徑。',
    '网站在主机上的文件夹；默认是 `url` 的路径。',
  ],
  'The pattern of the addresses of posts.': ['文章網址的格式。', '文章地址的格式。'],
  'How the front matter of posts is read.': ['文章的 front matter 怎麼讀。', '文章的 front matter 怎么读。'],
  'What the `permalink` of a post is: its whole address, or what stands for `:title`.': [
    '文章自己的 `permalink` 是什麼：整個網址，或只代替 `:title`。',
    '文章自己的 `permalink` 是什么：整个地址，或只代替 `:title`。',
  ],
  'Addresses of posts in Latin letters, as hexo-permalink-pinyin spells them.': [
    '文章網址用拉丁字母，拼法與 hexo-permalink-pinyin 相同。',
    '文章地址用拉丁字母，拼法与 hexo-permalink-pinyin 相同。',
  ],
  'Spell addresses so; tags and categories keep theirs.': [
    '網址照這樣拼；標籤與分類的不變。',
    '地址照这样拼；标签与分类的不变。',
  ],
  'What stands between syllables and words.': ['音節與詞之間放什麼。', '音节与词之间放什么。'],
  'No capital letters.': ['不用大寫字母。', '不用大写字母。'],
  'Values for variables of `permalink` that a post lacks.': [
    '文章缺了 `permalink` 的某個變數時，用這裡的值。',
    '文章缺了 `permalink` 的某个变量时，用这里的值。',
  ],
  'How names become parts of addresses: file names and titles of posts, tags, categories.': [
    '名稱怎麼變成網址的一部分：文章的檔名與標題、標籤、分類。',
    '名称怎么变成地址的一部分：文章的文件名与标题、标签、分类。',
  ],
  'The folders in which a post lies are its categories, as with hexo-directory-category.': [
    '文章所在的資料夾就是它的分類，與 hexo-directory-category 相同。',
    '文章所在的文件夹就是它的分类，与 hexo-directory-category 相同。',
  ],
  'For posts that say no category.': ['用在沒寫分類的文章。', '用在没写分类的文章。'],
  'For all posts, whatever they say.': ['用在所有文章，不管寫了什麼。', '用在所有文章，不管写了什么。'],
  'How links are written.': ['連結怎麼寫。', '链接怎么写。'],
  'Where posts, pages and files lie.': ['文章、頁面與檔案放在哪裡。', '文章、页面与文件放在哪里。'],
  'Where the site is published.': ['網站輸出到哪裡。', '网站输出到哪里。'],
  'The folder of tag pages.': ['標籤頁的資料夾。', '标签页的文件夹。'],
  'The folder of archives.': ['彙整頁的資料夾。', '归档页的文件夹。'],
  'The folder of category pages.': ['分類頁的資料夾。', '分类页的文件夹。'],
  'Where `include_code` looks.': ['`include_code` 到哪裡找。', '`include_code` 到哪里找。'],
  'The first folder of a page that is its language.': [
    '頁面的第一層資料夾若是語言，就是它的語言。',
    '页面的第一层文件夹若是语言，就是它的语言。',
  ],
  'Files below `source_dir` to be copied as they are.': [
    '`source_dir` 裡照原樣複製的檔案。',
    '`source_dir` 里按原样复制的文件。',
  ],
  'The file name of a new post, and how file names are read.': [
    '新文章的檔名，也是讀檔名的方式。',
    '新文章的文件名，也是读文件名的方式。',
  ],
  'The layout of `mojing new`.': ['`mojing new` 用的版面。', '`mojing new` 用的布局。'],
  'Write English titles in title case.': ['英文標題每個詞首字母大寫。', '英文标题每个词首字母大写。'],
  'Links to other hosts.': ['通往別的網站的連結。', '指向其他网站的链接。'],
  '1: slugs in lower case, 2: in upper case.': ['1：slug 用小寫，2：用大寫。', '1：slug 用小写，2：用大写。'],
  'Publish drafts too.': ['草稿也發布。', '草稿也发布。'],
  'Each post has a folder of files, named like the post.': [
    '每篇文章有一個同名的資料夾放檔案。',
    '每篇文章有一个同名的文件夹放文件。',
  ],
  'Links relative to the page.': ['連結用相對路徑。', '链接用相对路径。'],
  'Publish posts dated later than now.': ['日期在未來的文章也發布。', '日期在未来的文章也发布。'],
  'What colours code; `false` for nothing.': [
    '用什麼為程式碼上色；`false` 是不上色。',
    '用什么为代码上色；`false` 是不上色。',
  ],
  'Blocks of code.': ['程式碼區塊。', '代码块。'],
  '`:category` in the permalink of a post without one.': [
    '文章沒有分類時，網址裡的 `:category`。',
    '文章没有分类时，地址里的 `:category`。',
  ],
  'Slugs of categories by name.': ['各分類的 slug。', '各分类的 slug。'],
  'Slugs of tags by name.': ['各標籤的 slug。', '各标签的 slug。'],
  'A post without a title is called by its file name.': [
    '沒有標題的文章用檔名當標題。',
    '没有标题的文章用文件名当标题。',
  ],
  'The same, as Hexo reads it.': ['同上，Hexo 讀的是這個名字。', '同上，Hexo 读的是这个名字。'],
  'The local server.': ['本機伺服器。', '本地服务器。'],
  'How dates are shown.': ['日期怎麼顯示。', '日期怎么显示。'],
  'How the tokens `N` and `y` and the long dates count years: `roc` is 民國.': [
    '`N`、`y` 與長日期怎麼紀年：`roc` 是民國。',
    '`N`、`y` 与长日期怎么纪年：`roc` 是民国。',
  ],
  'How times are shown.': ['時間怎麼顯示。', '时间怎么显示。'],
  'When a post was updated, if it does not say.': [
    '文章沒有寫更新時間時，以什麼為準。',
    '文章没有写更新时间时，以什么为准。',
  ],
  "The order of names in lists; `auto` is the language's own: strokes for zh-TW, pinyin for zh-CN.": [
    '列表裡名稱的順序；`auto` 是語言自己的順序：zh-TW 用筆畫，zh-CN 用拼音。',
    '列表里名称的顺序；`auto` 是语言自己的顺序：zh-TW 用笔画，zh-CN 用拼音。',
  ],
  'Posts on one page of a list; 0 for all.': ['列表一頁有幾篇；0 是全部。', '列表一页有几篇；0 是全部。'],
  'The folder of the further pages of a list.': ['列表第二頁起的資料夾。', '列表第二页起的文件夹。'],
  'The home page.': ['首頁。', '首页。'],
  'Archives.': ['彙整。', '归档。'],
  'Category pages.': ['分類頁。', '分类页。'],
  'Tag pages.': ['標籤頁。', '标签页。'],
  'The name of the theme.': ['主題的名字。', '主题的名字。'],
  "Overrides the theme's own settings.": ['蓋過主題自己的設定。', '覆盖主题自己的配置。'],
  'Hidden files to publish all the same.': ['仍要發布的隱藏檔。', '仍要发布的隐藏文件。'],
  'Files below `source_dir` to be left out.': ['`source_dir` 裡要略過的檔案。', '`source_dir` 里要跳过的文件。'],
  'Files never to be read, in the theme too.': ['一律不讀的檔案，主題裡的也算。', '一律不读的文件，主题里的也算。'],
  'Name the generator in the head of each page.': ['在每頁的開頭註明產生器。', '在每页的开头注明生成器。'],
  'Mathematics.': ['數學。', '数学。'],
  'Markdown.': ['Markdown。', 'Markdown。'],
  'Chinese typography.': ['中文排版。', '中文排版。'],
  'Search.': ['搜尋。', '搜索。'],
  'Feeds.': ['訂閱。', '订阅。'],
  'The sitemap.': ['網站地圖。', '网站地图。'],
  'robots.txt.': ['robots.txt。', 'robots.txt。'],
  'Posts in parts.': ['系列文章。', '系列文章。'],
  'Related posts.': ['相關文章。', '相关文章。'],
  'The site in other languages or scripts, each in a folder of its own.': [
    '網站的其他語言或字體版本，各有自己的資料夾。',
    '网站的其他语言或字体版本，各有自己的文件夹。',
  ],
  'Pictures.': ['圖片。', '图片。'],
  'What `mojing check` looks at.': ['`mojing check` 檢查什麼。', '`mojing check` 检查什么。'],
  'Building.': ['建置。', '构建。'],
};
