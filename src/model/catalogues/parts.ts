/**
 * The parts of sentences that diagnostics carry as values: what is wanted, what was found,\nwhat to do. English, 繁體中文, 简体中文.
 */
import type { Translations } from './catalogue.ts';

export const parts: Translations = {
  // What a value is, and what it should be.
  'a list': ['列表', '列表'],
  'a map': ['鍵值對', '键值对'],
  text: ['文字', '文字'],
  'a list of words': ['一串詞', '一串词'],
  "its file's time": ['檔案的時間', '文件的时间'],
  'its first commit': ['第一次提交的時間', '第一次提交的时间'],
  tag: ['標籤', '标签'],
  category: ['分類', '分类'],
  'it must be a list of `tag …`, `category …` or `path …`': [
    '必須是 `tag …`、`category …`、`path …` 的清單',
    '必须是 `tag …`、`category …`、`path …` 的列表',
  ],
  'it must be text': ['必須是文字', '必须是文字'],
  'it must name a folder': ['必須是資料夾的名字', '必须是文件夹的名字'],
  'it must be `true` or `false`': ['必須是 `true` 或 `false`', '必须是 `true` 或 `false`'],
  'it must be a name, or `false`': ['必須是名字，或 `false`', '必须是名字，或 `false`'],
  'it must be a whole number, 0 or more': ['必須是整數，而且不小於 0', '必须是整数，而且不小于 0'],
  'it must be a number greater than 0': ['必須是大於 0 的數', '必须是大于 0 的数'],
  'it must be `auto` or a whole number': ['必須是 `auto` 或整數', '必须是 `auto` 或整数'],
  'it must be a word or a list of words': ['必須是一個詞，或一串詞', '必须是一个词，或一串词'],
  'there is no key {key}; there are {known}': [
    '沒有 {key} 這個鍵；有的是 {known}',
    '没有 {key} 这个键；有的是 {known}',
  ],
  'it must be a folder of the site, such as `/zh-hans/`': [
    '必須是網站的資料夾，例如 `/zh-hans/`',
    '必须是网站的文件夹，例如 `/zh-hans/`',
  ],
  'it must be a language such as `zh-Hans`': ['必須是語言，例如 `zh-Hans`', '必须是语言，例如 `zh-Hans`'],
  'it must be a map of words to words': ['必須是詞與詞的對照', '必须是词与词的对照'],
  'it must be a map of keys': ['必須是鍵值對', '必须是键值对'],
  'it must be one of {words}': ['必須是其中一個：{words}', '必须是其中一个：{words}'],
  'it must be a web address such as https://example.com': [
    '必須是網址，例如 https://example.com',
    '必须是网址，例如 https://example.com',
  ],
  'it must be a time zone such as Asia/Taipei': ['必須是時區，例如 Asia/Taipei', '必须是时区，例如 Asia/Taipei'],

  // Front matter.
  'Write `{mend}`.': ['請寫成 `{mend}`。', '请写成 `{mend}`。'],
  '`{language}` is a language that is not read': ['不支援 `{language}` 這種寫法', '不支持 `{language}` 这种写法'],
  'Write it in YAML, and nothing behind the `---` above it.': [
    '請用 YAML 寫，上面的 `---` 後面什麼都不要加。',
    '请用 YAML 写，上面的 `---` 后面什么都不要加。',
  ],
  'Write JSON: `"title": "…",` with a comma behind each line but the last.': [
    '請寫 JSON：`"title": "…",`，除了最後一行，每行以逗號結尾。',
    '请写 JSON：`"title": "…",`，除了最后一行，每行以逗号结尾。',
  ],
  'Put a value with a colon, bracket or quote in it between quotes: `title: "…"`.': [
    '值裡有冒號、括號或引號時，請整個放進引號：`title: "…"`。',
    '值里有冒号、括号或引号时，请整个放进引号：`title: "…"`。',
  ],
  'it is indented with tabs': ['用了 Tab 縮排', '用了 Tab 缩进'],
  'the colon is a full-width one': ['冒號是全形的', '冒号是全角的'],
  'there is no space behind the colon': ['冒號後面沒有空格', '冒号后面没有空格'],
  'the space behind the colon is a full-width one': ['冒號後面不是普通空格', '冒号后面不是一般的空格'],
  'the quotes are full-width ones': ['引號是全形的', '引号是全角的'],
  'the brackets are full-width ones': ['括號是全形的', '括号是全角的'],
  'the commas are full-width ones': ['逗號是全形的', '逗号是全角的'],
  'a value that begins with a bracket is read as a list or a map': [
    '以括號開頭的值會當成列表或鍵值對',
    '以括号开头的值会当成列表或键值对',
  ],
  'it is indented with full-width spaces': ['用了全形空格縮排', '用了全角空格缩进'],
  'an invisible character stands before the key': ['鍵的前面有看不見的字元', '键的前面有看不见的字符'],
  'there is no colon behind the key': ['鍵的後面沒有冒號', '键的后面没有冒号'],
  'Write `---`: three hyphens at the beginning of the line.': [
    '請寫成 `---`：從行首起三個半形減號。',
    '请写成 `---`：从行首起三个半角减号。',
  ],
  'Write YAML between two lines of `---`: TOML is not read.': [
    '請改用 YAML，前後各一行 `---`：不支援 TOML。',
    '请改用 YAML，前后各一行 `---`：不支持 TOML。',
  ],
  'Write it as `2024-05-01` or `2024-05-01 09:30:00`.': [
    '請寫成 `2024-05-01` 或 `2024-05-01 09:30:00`。',
    '请写成 `2024-05-01` 或 `2024-05-01 09:30:00`。',
  ],
  'a bracket is not closed': ['括號沒有關上', '括号没有关上'],
  'a value cannot begin with `{sign}`': ['值不能以 `{sign}` 開頭', '值不能以 `{sign}` 开头'],
  'a value cannot hold a colon and a space': ['值裡不能有冒號加空格', '值里不能有冒号加空格'],
  'a quote is not closed': ['引號沒有關上', '引号没有关上'],
  'text follows the closing quote': ['結尾的引號後面還有文字', '结尾的引号后面还有文字'],
  'a backslash between double quotes begins an escape': ['雙引號裡的反斜線會開始跳脫', '双引号里的反斜杠会开始转义'],
  'there is no space behind the dash': ['減號後面沒有空格', '减号后面没有空格'],
  'the dash is a full-width one': ['減號是全形的', '减号是全角的'],
  'the line has no key': ['這一行沒有鍵', '这一行没有键'],
  '`{key}` stands on line {line} already': ['`{key}` 在第 {line} 行已經寫過', '`{key}` 在第 {line} 行已经写过'],
  'Keep one of the two lines.': ['兩行請只留一行。', '两行请只留一行。'],
  'Write `---` on a line of its own, below line {line}.': [
    '請在第 {line} 行下面單獨寫一行 `---`。',
    '请在第 {line} 行下面单独写一行 `---`。',
  ],
  '; it seems to be {name} (“{sample}”)': ['，看起來是 {name}（「{sample}」）', '，看起来是 {name}（“{sample}”）'],
  'Run `{command}`, or save it as UTF-8 in your editor.': [
    '請執行 `{command}`，或用編輯器另存成 UTF-8。',
    '请运行 `{command}`，或用编辑器另存为 UTF-8。',
  ],
  'Save it as UTF-8 in your editor; if you know its encoding, run `{command}`.': [
    '請用編輯器另存成 UTF-8；如果知道它的編碼，可以執行 `{command}`。',
    '请用编辑器另存为 UTF-8；如果知道它的编码，可以运行 `{command}`。',
  ],
  '; one place in it is damaged': ['，有一處壞了', '，有一处损坏'],
  '; {count} places in it are damaged': ['，有 {count} 處壞了', '，有 {count} 处损坏'],
  'Put the character right that stands here; the rest is UTF-8.': [
    '請改正這裡的字元；其他都是 UTF-8。',
    '请改正这里的字符；其他都是 UTF-8。',
  ],

  // Links, pictures, tags of posts.
  'Check its spelling; a path is read from the folder of this file.': [
    '請檢查拼法；路徑從這個檔案所在的資料夾算起。',
    '请检查拼写；路径从这个文件所在的文件夹算起。',
  ],
  'Put the file beside the post or into a folder of `source`, and check its spelling.': [
    '請把檔案放在文章旁邊或 `source` 的資料夾裡，並檢查拼法。',
    '请把文件放在文章旁边或 `source` 的文件夹里，并检查拼写。',
  ],
  'Write its body as YAML: `- class_name: …`, below it `link_list:` with `name`, `link`, `avatar`, `descr`.': [
    '內容請寫成 YAML：`- class_name: …`，其下是 `link_list:`，每項有 `name`、`link`、`avatar`、`descr`。',
    '内容请写成 YAML：`- class_name: …`，其下是 `link_list:`，每项有 `name`、`link`、`avatar`、`descr`。',
  ],
  'Give the slug, the title or the file name of a post.': [
    '請寫文章的 slug、標題或檔名。',
    '请写文章的 slug、标题或文件名。',
  ],
  "Put it into the post's folder and check its spelling.": [
    '請放進文章的資料夾，並檢查拼法。',
    '请放进文章的文件夹，并检查拼写。',
  ],
  'It is looked for below {folder}/.': ['會到 {folder}/ 底下去找。', '会到 {folder}/ 底下去找。'],

  // What `check` finds.
  'The page': ['網頁', '网页'],
  'The picture': ['圖片', '图片'],
  'The picture for previews': ['預覽用的圖片', '预览用的图片'],
  'The script': ['指令碼', '脚本'],
  'The stylesheet': ['樣式表', '样式表'],
  'The page in a frame': ['框架裡的網頁', '框架里的网页'],
  'The font': ['字型', '字体'],
  'The film or sound': ['影音檔', '音视频文件'],
  'The file': ['檔案', '文件'],
  pages: ['網頁', '网页'],
  pictures: ['圖片', '图片'],
  scripts: ['指令碼', '脚本'],
  stylesheets: ['樣式表', '样式表'],
  'pages in frames': ['框架裡的網頁', '框架里的网页'],
  fonts: ['字型', '字体'],
  'films or sounds': ['影音檔', '音视频文件'],
  files: ['檔案', '文件'],
  ' (on {count} pages, such as {page})': ['（共 {count} 頁，例如 {page}）', '（共 {count} 页，例如 {page}）'],
  ' (on {page})': ['（在 {page}）', '（在 {page}）'],
  'Write its letters composed (NFC): `{word}`.': [
    '請用組合好的字元（NFC）寫：`{word}`。',
    '请用组合好的字符（NFC）写：`{word}`。',
  ],

  // Formulas and templates.
  'Did you mean `{word}`?': ['是不是要寫 `{word}`？', '是不是要写 `{word}`？'],
  'Check its spelling.': ['請檢查拼法。', '请检查拼写。'],
  'Check its spelling, or define it under `math.macros` in _config.yml or in the front matter.': [
    '請檢查拼法，或在 _config.yml 的 `math.macros` 或 front matter 裡定義它。',
    '请检查拼写，或在 _config.yml 的 `math.macros` 或 front matter 里定义它。',
  ],
  'Use a filter that Nunjucks or a script of yours defines.': [
    '請用 Nunjucks 或你的指令碼有定義的過濾器。',
    '请用 Nunjucks 或你的脚本定义过的过滤器。',
  ],
  'Check the name; templates are looked for below `layout/` of the theme.': [
    '請檢查名字；樣板會到主題的 `layout/` 底下去找。',
    '请检查名字；模板会到主题的 `layout/` 底下去找。',
  ],
  'There is no helper of that name; see the list of helpers in the documentation.': [
    '沒有這個名字的輔助函式；文件裡有一覽表。',
    '没有这个名字的辅助函数；文档里有一览表。',
  ],
  'A template or macro includes itself without end.': [
    '有樣板或巨集無止盡地引入自己。',
    '有模板或宏无止尽地引入自己。',
  ],
  'Mend the template at this place.': ['請修正樣板的這裡。', '请修正模板的这里。'],
  '{name} is a file': ['{name} 是檔案', '{name} 是文件'],
  '{name} is a link that leads nowhere': ['{name} 是沒有去處的連結', '{name} 是没有去处的链接'],

  // Who owns an address.
  'the home page': ['首頁', '首页'],
  'the archive': ['彙整頁', '归档页'],
  'the tag “{name}”': ['標籤「{name}」', '标签“{name}”'],
  'the category “{name}”': ['分類「{name}」', '分类“{name}”'],
  'the page of all tags': ['全部標籤的頁面', '全部标签的页面'],
  'the page of all categories': ['全部分類的頁面', '全部分类的页面'],
  'the page of all friends': ['友站連結頁', '友链页'],
  'the page of all notFound': ['404 頁', '404 页'],
  'the {kind} file': ['{kind} 檔', '{kind} 文件'],
  'the generator “{name}”': ['產生器「{name}」', '生成器“{name}”'],
  'None of its equations has a number.': ['它的方程式都沒有編號。', '它的方程都没有编号。'],
  'It has {labels} and others.': ['它有 {labels} 等等。', '它有 {labels} 等等。'],
  'It has {labels}.': ['它有 {labels}。', '它有 {labels}。'],
  'Check its spelling, or write `\\label{{label}}` in the equation.': [
    '請檢查拼法，或在方程式裡寫 `\\label{{label}}`。',
    '请检查拼写，或在方程里写 `\\label{{label}}`。',
  ],
  'Give the path of a post or a page, from the top of the blog.': [
    '請寫文章或頁面的路徑，從部落格最上層算起。',
    '请写文章或页面的路径，从博客最上层算起。',
  ],
};
