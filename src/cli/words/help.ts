/**
 * The help in 繁體中文 and in 简体中文, by its English text in `arguments.ts` and `help.ts`.
 */
import type { Translations } from '../../model/catalogues/catalogue.ts';

export const helpWords: Translations = {
  'mojing <command> [options]': ['mojing <指令> [選項]', 'mojing <命令> [选项]'],
  '[options]': ['[選項]', '[选项]'],
  'Also:': ['也可寫成：', '也可写成：'],
  'Options of every command:': ['每個指令都有的選項：', '每个命令都有的选项：'],
  '`mojing help <command>` explains one.': [
    '`mojing help <指令>` 說明單一指令。',
    '`mojing help <命令>` 说明单个命令。',
  ],

  'Publish the whole site into public_dir.': ['把整個網站發布到 public_dir。', '把整个网站发布到 public_dir。'],
  'Show the site while you write; nothing is published.': ['邊寫邊看網站，不會發布。', '边写边看网站，不会发布。'],
  'Begin a post, a page or a draft.': ['開始一篇文章、一個頁面或一份草稿。', '开始一篇文章、一个页面或一份草稿。'],
  'List what the site holds.': ['列出網站裡有什麼。', '列出网站里有什么。'],
  'Tell broken links and anchors, missing and unused files, heavy pages and foreign hosts; nothing is published.': [
    '找出斷掉的連結與錨點、缺少或沒用到的檔案、太重的網頁、外部主機；不會發布。',
    '找出失效的链接与锚点、缺少或没用到的文件、太重的网页、外部主机；不会发布。',
  ],
  'Remove what was published and remembered, and nothing else.': [
    '移除發布與記住的東西，其他一概不動。',
    '移除发布与记住的东西，其他一概不动。',
  ],
  'Make texts in Big5, GBK and the like UTF-8; the old ones are kept.': [
    '把 Big5、GBK 等編碼的文字轉成 UTF-8，舊檔會留著。',
    '把 Big5、GBK 等编码的文本转成 UTF-8，旧文件会保留。',
  ],
  'Make a draft a post, its files along.': ['把草稿變成文章，它的檔案一起搬。', '把草稿变成文章，它的文件一起搬。'],
  "Another date than the draft's, or than now.": [
    '改用別的日期，而不是草稿的或現在。',
    '改用别的日期，而不是草稿的或现在。',
  ],
  'Replace a post of that name.': ['取代同名的文章。', '取代同名的文章。'],
  'Begin a blog in an empty folder.': ['在空的資料夾開始一個部落格。', '在空的文件夹开始一个博客。'],
  'Read a Hexo blog and say what will be different; nothing is published.': [
    '看一個 Hexo 部落格，說出會有什麼不同；不會發布。',
    '看一个 Hexo 博客，说出会有什么不同；不会发布。',
  ],
  'Add the settings to _config.yml that keep the reading as it is; those taken over from a theme go into _config.mist.yml.':
    [
      '把維持原來讀法的設定加進 _config.yml；從原來主題沿用的則寫進 _config.mist.yml。',
      '把保持原来读法的设置加进 _config.yml；从原来主题沿用的则写进 _config.mist.yml。',
    ],
  'Bring what was built to where `deploy` in the settings says: a git branch, or a host by rsync.': [
    '把建好的網站送到 `deploy` 設定的地方：`git` 分支，或用 `rsync` 送到主機。',
    '把构建好的网站送到 `deploy` 设置的地方：`git` 分支，或用 `rsync` 送到主机。',
  ],
  'Build first.': ['先建置。', '先构建。'],
  'Show the settings in force, or one of them.': ['顯示有效的設定，或其中一項。', '显示有效的设置，或其中一项。'],
  'JSON Schema of all settings, for editors.': [
    '所有設定的 JSON Schema，給編輯器用。',
    '所有设置的 JSON Schema，给编辑器用。',
  ],
  'Another file than _config.yml, or several with commas between them; the last is the strongest.': [
    '改用 _config.yml 以外的檔案；可以有好幾個，用逗號隔開，後面的優先。',
    '改用 _config.yml 以外的文件；可以有好几个，用逗号隔开，后面的优先。',
  ],
  'Explain a command.': ['說明一個指令。', '说明一个命令。'],
  'Print the version.': ['印出版本。', '打印版本。'],

  'The folder of the blog.': ['部落格的資料夾。', '博客的文件夹。'],
  'One JSON object a line on standard output.': [
    '在標準輸出每行印一個 JSON 物件。',
    '在标准输出每行输出一个 JSON 对象。',
  ],
  'Errors only.': ['只說錯誤。', '只说错误。'],
  'All that there is to tell.': ['全部都說。', '全部都说。'],
  'No colours.': ['不用顏色。', '不用颜色。'],
  'The language spoken: zh-TW, zh-CN or en.': [
    '訊息用的語言：zh-TW、zh-CN 或 en。',
    '消息用的语言：zh-TW、zh-CN 或 en。',
  ],
  'Show this help.': ['顯示這份說明。', '显示这份说明。'],
  'Drafts too.': ['草稿也算。', '草稿也算。'],
  'Posts dated later than now too.': ['日期在未來的文章也算。', '日期在未来的文章也算。'],
  'Another folder than public_dir.': ['改用 public_dir 以外的資料夾。', '改用 public_dir 以外的文件夹。'],
  'Another address than url.': ['改用 url 以外的網址。', '改用 url 以外的地址。'],
  'Trust nothing that was remembered.': ['不用記住的結果。', '不用记住的结果。'],
  'Warnings are errors.': ['把警告當成錯誤。', '把警告当成错误。'],
  'Publish what could be built even if there are errors.': [
    '就算有錯誤，也發布能做出來的部分。',
    '就算有错误，也发布能做出来的部分。',
  ],
  'Show where the time went.': ['顯示時間花在哪裡。', '显示时间花在哪里。'],
  'Follow changes (on by default in a terminal).': [
    '跟著變動更新（在終端機裡預設開啟）。',
    '跟着变动更新（在终端机里默认打开）。',
  ],
  'Do not follow changes.': ['不跟著變動更新。', '不跟着变动更新。'],
  'The port; 4000 by default.': ['連接埠，預設 4000。', '端口，默认 4000。'],
  'The address to listen at; 127.0.0.1 by default.': ['監聽的位址，預設 127.0.0.1。', '监听的地址，默认 127.0.0.1。'],
  'Open the site in a browser.': ['用瀏覽器開啟網站。', '用浏览器打开网站。'],
  'Show what is published in public_dir.': ['顯示已經發布到 public_dir 的網站。', '显示已经发布到 public_dir 的网站。'],
  'The name of the file.': ['檔案的名字。', '文件的名字。'],
  'Where the file goes, below source/.': ['檔案放在 source/ 裡的哪裡。', '文件放在 source/ 里的哪里。'],
  'The encoding the texts are in, if it is not plain: big5, gb18030 …': [
    '文字現在的編碼，看不出來時才要寫：big5、gb18030……',
    '文本现在的编码，看不出来时才要写：big5、gb18030……',
  ],
  'Only tell what would be done.': ['只說會做什麼，不動檔案。', '只说会做什么，不动文件。'],
  'Another date than now.': ['改用現在以外的日期。', '改用现在以外的日期。'],
  'Replace a file of that name.': ['取代同名的檔案。', '替换同名的文件。'],
  'A line of the front matter: key=value.': ['front matter 的一行：key=value。', 'front matter 的一行：key=value。'],
  'Open it in $EDITOR.': ['用 $EDITOR 開啟。', '用 $EDITOR 打开。'],
};
