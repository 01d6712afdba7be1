/**
 * What the commands for beginning, publishing and bringing away a blog say, in 繁體中文 and
 * in 简体中文, by its English text.
 */
import type { Translations } from '../../model/catalogues/catalogue.ts';

export const writing: Translations = {
  '{folder} is not an empty folder ({file} is there); nothing was written. Name a new one: mojing init blog': [
    '{folder} 不是空的資料夾（裡面有 {file}），什麼都沒有寫。請另取一個：`mojing init blog`',
    '{folder} 不是空的文件夹（里面有 {file}），什么都没有写。请另取一个：`mojing init blog`',
  ],
  '`mojing init` takes one folder.': ['`mojing init` 只接一個資料夾。', '`mojing init` 只接一个文件夹。'],
  'Next: cd {folder} && mojing serve --watch': [
    '接下來：`cd {folder} && mojing serve --watch`',
    '接下来：`cd {folder} && mojing serve --watch`',
  ],
  'Next: mojing serve --watch': ['接下來：`mojing serve --watch`', '接下来：`mojing serve --watch`'],
  'There is no layout `{layout}`: scaffolds/{layout}.md is missing. A title of several words stands in quotes: mojing new "{layout} {title}".':
    [
      '沒有版型 `{layout}`：找不到 scaffolds/{layout}.md。標題有好幾個詞，就放進引號：mojing new "{layout} {title}"。',
      '没有布局 `{layout}`：找不到 scaffolds/{layout}.md。标题有好几个词，就放进引号：mojing new "{layout} {title}"。',
    ],
  '{file} was made, but its editor failed: {fault}': [
    '已建立 {file}，但編輯器沒有成功：{fault}',
    '已创建 {file}，但编辑器没有成功：{fault}',
  ],
  'A draft is missing: mojing publish "我的草稿". `mojing list drafts` names them.': [
    '少了草稿：mojing publish "我的草稿"。`mojing list drafts` 會列出來。',
    '少了草稿：mojing publish "我的草稿"。`mojing list drafts` 会列出来。',
  ],
  'A name of several words stands in quotes: mojing publish "{name}".': [
    '名字有好幾個詞，就放進引號：mojing publish "{name}"。',
    '名字有好几个词，就放进引号：mojing publish "{name}"。',
  ],
  '{file} is there already; nothing was moved. Rename the draft, or replace the post with --replace.': [
    '{file} 已經在那裡了，什麼都沒有動。請給草稿換個名字，或用 --replace 取代那篇文章。',
    '{file} 已经在那里了，什么都没有动。请给草稿换个名字，或用 --replace 取代那篇文章。',
  ],
  '`{wanted}` may be each of {names}: give its whole path.': [
    '`{wanted}` 可能是 {names}：請寫完整的路徑。',
    '`{wanted}` 可能是 {names}：请写完整的路径。',
  ],
  'There are no drafts. `mojing new draft "…"` begins one.': [
    '沒有草稿。要開始一份：`mojing new draft "…"`。',
    '没有草稿。要开始一份：`mojing new draft "…"`。',
  ],
  'There is no draft `{wanted}`. Did you mean `{meant}`?': [
    '沒有草稿 `{wanted}`。是不是 `{meant}`？',
    '没有草稿 `{wanted}`。是不是 `{meant}`？',
  ],
  'There is no draft `{wanted}`. There are {names}.': [
    '沒有草稿 `{wanted}`。有的是 {names}。',
    '没有草稿 `{wanted}`。有的是 {names}。',
  ],
  '`mojing config` shows settings; to change one, write it into _config.yml.': [
    '`mojing config` 只顯示設定；要改就寫進 _config.yml。',
    '`mojing config` 只显示设置；要改就写进 _config.yml。',
  ],
  'There is no setting `{key}`.': ['沒有 `{key}` 這項設定。', '没有 `{key}` 这项设置。'],
  'There is no setting `{key}`. Did you mean `{meant}`?': [
    '沒有 `{key}` 這項設定。是不是 `{meant}`？',
    '没有 `{key}` 这项设置。是不是 `{meant}`？',
  ],
  'Nothing was built into {folder}/ yet: run `mojing build`, or `mojing deploy --build`.': [
    '{folder}/ 裡還沒有建好的網站：請執行 `mojing build`，或 `mojing deploy --build`。',
    '{folder}/ 里还没有构建好的网站：请运行 `mojing build`，或 `mojing deploy --build`。',
  ],
  '{where}: done.': ['{where}：完成。', '{where}：完成。'],
  '{where}: nothing has changed.': ['{where}：沒有變動。', '{where}：没有变化。'],
  '{where}: {detail}': ['{where}：{detail}', '{where}：{detail}'],
  '_config.yml does not say where to: write `{example}`.': [
    '_config.yml 沒有寫要送到哪裡：請寫 `{example}`。',
    '_config.yml 没有写要送到哪里：请写 `{example}`。',
  ],
  '`mojing deploy` knows the types git and rsync, not `{type}`.': [
    '`mojing deploy` 只認得 `git` 與 `rsync`，不認得 `{type}`。',
    '`mojing deploy` 只认得 `git` 与 `rsync`，不认得 `{type}`。',
  ],
  '`deploy` names no repository: write `{example}`.': [
    '`deploy` 沒有寫儲存庫：請寫 `{example}`。',
    '`deploy` 没有写仓库：请写 `{example}`。',
  ],
  '`deploy` names a repository or branch that cannot be one: {repo} {branch}': [
    '`deploy` 寫的儲存庫或分支不能用：{repo} {branch}',
    '`deploy` 写的仓库或分支不能用：{repo} {branch}',
  ],
  '`deploy` with `type: rsync` needs `host` and `root`.': [
    '`deploy` 的 `type: rsync` 要有 `host` 與 `root`。',
    '`deploy` 的 `type: rsync` 要有 `host` 与 `root`。',
  ],
  '`deploy.port` is no port.': ['`deploy.port` 不是連接埠。', '`deploy.port` 不是端口。'],
};
