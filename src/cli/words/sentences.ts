/**
 * What the commands say besides diagnostics, in 繁體中文 and in 简体中文, by its English text.
 */
import type { Translations } from '../../model/catalogues/catalogue.ts';
import { writing } from './writing.ts';

export const sentences: Translations = {
  ...writing,

  // Wrong usage.
  'There is no command. Try `mojing help`.': ['沒有指令。試試 `mojing help`。', '没有命令。试试 `mojing help`。'],
  'There is no command `{name}`. Try `mojing help`.': [
    '沒有 `{name}` 這個指令。試試 `mojing help`。',
    '没有 `{name}` 这个命令。试试 `mojing help`。',
  ],
  'There is no command `{name}`. Did you mean `{meant}`?': [
    '沒有 `{name}` 這個指令。是不是要寫 `{meant}`？',
    '没有 `{name}` 这个命令。是不是要写 `{meant}`？',
  ],
  '`mojing {command}` has no option --{unknown}. Try `mojing help {command}`.': [
    '`mojing {command}` 沒有選項 --{unknown}。試試 `mojing help {command}`。',
    '`mojing {command}` 没有选项 --{unknown}。试试 `mojing help {command}`。',
  ],
  '`mojing {command}` has no option --{unknown}. Did you mean --{meant}?': [
    '`mojing {command}` 沒有選項 --{unknown}。是不是要寫 --{meant}？',
    '`mojing {command}` 没有选项 --{unknown}。是不是要写 --{meant}？',
  ],
  '{option} takes no value. Try `mojing help {command}`.': [
    '{option} 後面不能接值。試試 `mojing help {command}`。',
    '{option} 后面不能接值。试试 `mojing help {command}`。',
  ],
  '{option} wants a value. Try `mojing help {command}`.': [
    '{option} 後面要接一個值。試試 `mojing help {command}`。',
    '{option} 后面要接一个值。试试 `mojing help {command}`。',
  ],
  'There is no folder {root}.': ['沒有資料夾 {root}。', '没有文件夹 {root}。'],
  '{root} is not a blog: it has neither _config.yml nor {source}/. In an empty folder `mojing init` begins one.': [
    '{root} 不是部落格：既沒有 _config.yml，也沒有 {source}/。要建立一個，請在空資料夾裡執行 `mojing init`。',
    '{root} 不是博客：既没有 _config.yml，也没有 {source}/。要创建一个，请在空文件夹里运行 `mojing init`。',
  ],
  '{asked} is no port: it is a number up to 65535.': [
    '{asked} 不是連接埠：它是不超過 65535 的數字。',
    '{asked} 不是端口：它是不超过 65535 的数字。',
  ],
  'There is nothing in {folder}/ yet. `mojing build` publishes the site.': [
    '{folder}/ 裡還沒有東西。要發布網站，請執行 `mojing build`。',
    '{folder}/ 里还没有东西。要发布网站，请运行 `mojing build`。',
  ],
  'A title is missing: mojing new "我的第一篇".': [
    '少了標題：mojing new "我的第一篇"。',
    '少了标题：mojing new "我的第一篇"。',
  ],
  'A title of several words stands in quotes: mojing new "{title}".': [
    '標題裡有空格時要放進引號：mojing new "{title}"。',
    '标题里有空格时要放进引号：mojing new "{title}"。',
  ],
  '`{layout}` cannot be a layout.': ['`{layout}` 不能當版面的名字。', '`{layout}` 不能当布局的名字。'],
  '`{asked}` is not a date. Write it as 2024-05-01 or "2024-05-01 09:30:00".': [
    '`{asked}` 不是日期。請寫成 2024-05-01 或 "2024-05-01 09:30:00"。',
    '`{asked}` 不是日期。请写成 2024-05-01 或 "2024-05-01 09:30:00"。',
  ],
  '--set wants key=value, not `{pair}`.': [
    '--set 後面要寫 key=value，不是 `{pair}`。',
    '--set 后面要写 key=value，不是 `{pair}`。',
  ],
  '--path {path} leads outside {source}/.': [
    '--path {path} 通往 {source}/ 之外。',
    '--path {path} 指向 {source}/ 之外。',
  ],
  '{file} is there already. Choose another title or --slug, or replace it with --replace.': [
    '{file} 已經存在。請換個標題或 --slug，或用 --replace 取代它。',
    '{file} 已经存在。请换个标题或 --slug，或用 --replace 替换它。',
  ],
  '`mojing list` knows {known}, not `{wanted}`.': [
    '`mojing list` 可以列 {known}，不能列 `{wanted}`。',
    '`mojing list` 可以列 {known}，不能列 `{wanted}`。',
  ],

  'There is no file {file}.': ['沒有檔案 {file}。', '没有文件 {file}。'],
  '{file} lies outside {root}.': ['{file} 在 {root} 之外。', '{file} 在 {root} 之外。'],
  'There is no encoding `{name}`. There are big5, gb18030, shift_jis, utf-16le and others.': [
    '沒有 `{name}` 這種編碼。可以寫 big5、gb18030、shift_jis、utf-16le 等。',
    '没有 `{name}` 这种编码。可以写 big5、gb18030、shift_jis、utf-16le 等。',
  ],
  '{file} is not UTF-8. `mojing convert-encoding {file}` mends it.': [
    '{file} 不是 UTF-8。請執行 `mojing convert-encoding {file}` 修好它。',
    '{file} 不是 UTF-8。请运行 `mojing convert-encoding {file}` 修好它。',
  ],

  // Of a build.
  error: ['錯誤', '错误'],
  warning: ['警告', '警告'],
  'hint: ': ['提示：', '提示：'],
  ', ': ['、', '、'],
  '… and {count} more {code}, in {files} files in all (--verbose shows each)': [
    '……還有 {count} 個 {code}，總共在 {files} 個檔案裡（--verbose 會全部列出）',
    '……还有 {count} 个 {code}，总共在 {files} 个文件里（--verbose 会全部列出）',
  ],
  '{written} written': ['寫入 {written}', '写入 {written}'],
  '{unchanged} unchanged': ['未變 {unchanged}', '未变 {unchanged}'],
  '{removed} removed': ['移除 {removed}', '移除 {removed}'],
  '1 error': ['1 個錯誤', '1 个错误'],
  '{errors} errors': ['{errors} 個錯誤', '{errors} 个错误'],
  '1 warning': ['1 個警告', '1 个警告'],
  '{warnings} warnings': ['{warnings} 個警告', '{warnings} 个警告'],
  '{posts} posts, {pages} pages, {formulas} formulas · {total} files ({files}) · {found} · {seconds} s': [
    '{posts} 篇文章、{pages} 個頁面、{formulas} 個公式 · {total} 個檔案（{files}）· {found} · {seconds} 秒',
    '{posts} 篇文章、{pages} 个页面、{formulas} 个公式 · {total} 个文件（{files}）· {found} · {seconds} 秒',
  ],
  'A Hexo folder: line feeds become <br> and heading ids are made as Hexo does, unless _config.yml says otherwise.': [
    '這是 Hexo 的資料夾：除非 _config.yml 另有設定，換行會變成 <br>，標題的 id 照 Hexo 的做法產生。',
    '这是 Hexo 的文件夹：除非 _config.yml 另有配置，换行会变成 <br>，标题的 id 按 Hexo 的做法产生。',
  ],
  'Nothing was published; the last good site is as it was. (--keep-going publishes what could be built.)': [
    '什麼都沒有發布，上一次成功的網站原封不動。（--keep-going 會發布能做出來的部分。）',
    '什么都没有发布，上一次成功的网站原封不动。（--keep-going 会发布能做出来的部分。）',
  ],
  'Where the time went, in one thread:': ['時間花在哪裡（單一執行緒）：', '时间花在哪里（单线程）：'],
  '  {time} s  {phase}': ['  {time} 秒  {phase}', '  {time} 秒  {phase}'],
  'settings and files': ['設定與檔案', '配置与文件'],
  'front matter and the plan': ['front matter 與規劃', 'front matter 与规划'],
  'posts to HTML': ['文章轉成 HTML', '文章转成 HTML'],
  pages: ['頁面', '页面'],
  'writing files': ['寫入檔案', '写入文件'],
  'what the next build is told': ['留給下次的記憶', '留给下次的记忆'],
  'the rest': ['其他', '其他'],
  'The posts that took longest:': ['最花時間的文章：', '最花时间的文章：'],
  'Nothing has changed · {seconds} s': ['沒有變動 · {seconds} 秒', '没有变动 · {seconds} 秒'],

  // Of the other commands.
  'Looked at {pages} pages, {links} links and {files} files · {found} · {seconds} s': [
    '看了 {pages} 個網頁、{links} 個連結、{files} 個檔案 · {found} · {seconds} 秒',
    '看了 {pages} 个网页、{links} 个链接、{files} 个文件 · {found} · {seconds} 秒',
  ],
  'nothing is wrong': ['沒有問題', '没有问题'],
  '{url}  {posts} posts · Ctrl+C ends': [
    '{url}  {posts} 篇文章 · 按 Ctrl+C 結束',
    '{url}  {posts} 篇文章 · 按 Ctrl+C 结束',
  ],
  '{url}  {folder}/ · Ctrl+C ends': ['{url}  {folder}/ · 按 Ctrl+C 結束', '{url}  {folder}/ · 按 Ctrl+C 结束'],
  '{names} · {milliseconds} ms': ['{names} · {milliseconds} 毫秒', '{names} · {milliseconds} 毫秒'],
  '{names} and {more} more · {milliseconds} ms': [
    '{names} 等，另有 {more} 個 · {milliseconds} 毫秒',
    '{names} 等，另有 {more} 个 · {milliseconds} 毫秒',
  ],
  '{converted} files would be converted, {sound} are UTF-8 already, {refused} would be left as they are.': [
    '{converted} 個檔案會轉換，{sound} 個已經是 UTF-8，{refused} 個不會動。',
    '{converted} 个文件会转换，{sound} 个已经是 UTF-8，{refused} 个不会动。',
  ],
  '{converted} files converted, {sound} are UTF-8 already, {refused} left as they were.': [
    '轉換了 {converted} 個檔案，{sound} 個已經是 UTF-8，{refused} 個沒有動。',
    '转换了 {converted} 个文件，{sound} 个已经是 UTF-8，{refused} 个没有动。',
  ],
  'There are none.': ['一個也沒有。', '一个也没有。'],
  'There was nothing to remove.': ['沒有東西要移除。', '没有东西要移除。'],
  '{count} files removed.': ['移除了 {count} 個檔案。', '移除了 {count} 个文件。'],
  date: ['日期', '日期'],
  title: ['標題', '标题'],
  path: ['檔案', '文件'],
  route: ['網址', '地址'],
  tags: ['標籤', '标签'],
  tag: ['標籤', '标签'],
  posts: ['文章', '文章'],
  category: ['分類', '分类'],
  from: ['來源', '来源'],
};
