/**
 * What Mojing says about a site, in 简体中文 as written on the mainland. The keys and the
 * placeholders are those of `model/messages.ts`.
 */
import type { Catalogue } from './catalogue.ts';

export const simplified: Catalogue = {
  'config/syntax': ['无法解析配置：{detail}。', '{remedy}'],
  'config/missing': ['找不到 _config.yml，改用默认值。', '请创建一份，至少写上 `title` 和 `url`。'],
  'config/not-a-map': ['配置不是一行一行的 `键: 值`。', '每行以一个键开头，例如 `title: 我的博客`。'],
  'config/wrong-value': ['`{key}` 的值不能用：{detail}。', '{doc}'],
  'config/unknown-key': [
    '`{key}` 不是墨经的配置，只有模板读得到它。',
    '如果你的主题或脚本用得到，就留着；否则可以删掉。',
  ],
  'config/misspelt-key': ['`{key}` 不是墨经的配置。', '是不是要写 `{suggestion}`？'],
  'config/hexo-habits': [
    '这是 Hexo 的文件夹：换行保留为 <br>，标题的 id 按 Hexo 的做法产生。',
    '想自己决定，就在 _config.yml 里设置 `markdown.soft_break` 和 `markdown.heading_ids`。',
  ],

  'front-matter/syntax': ['无法解析 front matter：{detail}。', '{remedy}'],
  'front-matter/not-a-map': ['front matter 不是一行一行的 `键: 值`。', '冒号后面要空一格：`title: 标题`。'],
  'front-matter/unclosed': ['front matter 没有结尾。', '{remedy}'],
  'front-matter/wrong-fence': ['front matter 没有开始：这一行不是分隔线。', '{remedy}'],
  'front-matter/one-word': ['`{key}` 在 YAML 里只是一个词：“{value}”。', '要写好几个，请写成 `{mend}`。'],
  'front-matter/comment': ['`{key}` 到这里就结束了：` #` 之后是注释。', '如果是内容的一部分，请写成 `{mend}`。'],
  'front-matter/unread-key': ['`{key}` 这个字段不会生效。', '请写成 `{mend}`。'],
  'front-matter/no-flag': ['`{key}: {value}` 不是 `true` 也不是 `false`，没有作用。', '请写成 `{mend}`。'],
  'front-matter/tabs': ['front matter 用 Tab 缩进，YAML 不允许；每个 Tab 当成两个空格。', '请把 Tab 换成空格。'],
  'front-matter/wrong-type': ['`{key}` 是{found}，这里要的是{wanted}。', '请写成 `{example}`。'],

  'post/bad-date': ['`{key}: {value}` 不是日期。', '{remedy}'],
  'post/no-date': ['这篇文章没有日期，改用{from}：{date}。', '请在 front matter 加一行 `date: {date}`。'],
  'post/not-utf8': ['这个文件不是 UTF-8{guess}。', '{remedy}'],
  'post/empty': ['这个文件是空的，不会发布。', '写点内容，或把它删掉。'],
  'post/lost-characters': [
    '这段文字用别的编码保存时丢失了字符：共 {count} 个 U+FFFD，第一个在这里。',
    '请补上原来的字；如果要的就是这个符号，请写成 `&#xFFFD;`。',
  ],
  'post/line-separator': [
    '文字里有行分隔字符（{sign}），共 {count} 个；不是每个浏览器都会在那里换行。',
    '请在那里换行，或把它删掉。',
  ],
  'post/hidden-character': [
    '`{mark}` 旁边有看不见的字符（{sign}），这一行因此成了普通文字。',
    '请删掉它，或改成普通的空格。',
  ],
  'post/too-large': [
    '正文有 {megabytes} MB，超过上限 {limit} MB。',
    '请拆成几篇，或在 _config.yml 调大 `build.post_megabytes`。',
  ],
  'post/too-slow': [
    '转换超过 {seconds} 秒，已经中止。',
    '请看看有没有一长串的括号或标记；也可以在 _config.yml 调大 `build.post_seconds`。',
  ],
  'post/render-failed': ['这篇文章转换失败：{detail}。', '这是墨经的问题，不是文章的；请附上文章反馈。'],
  'post/unknown-permalink-variable': [
    '地址格式里有 `{variable}`，但文章没有这一项，先用文件名代替：/{route}',
    '在 front matter 加上 `{name}:`，或在 `permalink_defaults` 给它一个值。',
  ],
  'post/no-abbrlink': [
    '文章没有 `abbrlink`，先照 `hexo-abbrlink` 的做法由标题算出：/{route}',
    '在 front matter 加上 `abbrlink: {abbrlink}`，不然改了标题地址就跟着变。',
  ],
  'post/legacy-permalink': [
    '地址 `{permalink}` 结尾既不是 `/`，也没有扩展名。',
    '会按 Hexo 的做法，发布成这个名字的文件；想要文件夹，就以 `/` 结尾。',
  ],
  'post/note-unused': [
    '没有地方提到脚注 `[^{note}]`，所以不会显示。',
    '请在正文该处写上 `[^{note}]`，或删掉这条脚注。',
  ],
  'post/note-twice': [
    '脚注 `[^{note}]` 写了不止一次，只会显示最后一条。',
    '请给这一条另取名字，提到它的地方也一并改掉。',
  ],
  'post/container-unclosed': [
    '容器 `{sign}` 没有结尾，按普通文字显示。',
    '请在内容下面单独写一行同样的记号，如 `:::`。',
  ],
  'post/row-cut': [
    '这一行的单元格比表格（{columns} 列）还多，多出来的不会显示。',
    '请让表格的头两行也有这么多格；若那一竖是正文，请写成 `\\|`。',
  ],

  'encoding/unsure': [
    '无法确定是哪种编码，可能是 {name}（“{sample}”）。文件没有动。',
    '如果这样读得通，请加上 `--from {name}` 再转换。',
  ],
  'encoding/another': ['文件不是 {name}：有些字节对不到字。文件没有动。', '请用 `--from` 指定别的编码。'],
  'encoding/private-use': ['文本里有造字区的字符，只有旧编码的字体才显示得出来。', '请逐一检查，改成原本要写的字。'],
  'encoding/unwritable': ['无法替换这个文件：{detail}。它还是原样。', '请检查权限和磁盘的剩余空间。'],

  'edition/translation-missing': [
    '找不到 `{target}`，不知道这是哪一篇的译文；先当成独立的文章发布。',
    '请在 `translation:` 后面写原文的 slug、文件名或标题。',
  ],
  'edition/translation-language': [
    '译文要写明语言；这篇先当成独立的文章发布。',
    '请在 front matter 加一行 `lang: {lang}`。',
  ],
  'edition/translation-twice': ['{other} 也是同一篇文章、同一种语言的译文。', '请去掉其中一篇的 `translation:`。'],
  'edition/same-path': [
    '有两个版本要用同一个文件夹 {path}。',
    '请在 _config.yml 的 `editions` 里给每个版本不同的 `path`。',
  ],
  'edition/path-taken': [
    '{owner} 发布在 {route}，那是一个版本的文件夹。',
    '请在 _config.yml 给这个版本别的 `path`，或给这一页别的地址。',
  ],

  'data/unreadable': ['无法解析这个数据文件：{detail}。', '请修正这里的 YAML 或 JSON。'],

  'file/unreadable': ['无法读取这个文件：{detail}。', '请检查它的权限。'],
  'file/symlink-outside': ['这个链接指向网站之外（{target}），已跳过。', '请把文件复制进网站。'],
  'file/symlink-private': ['这个链接指向 {target}，那里的东西一律不发布，已跳过。', '请把文件复制进网站。'],
  'file/symlink-broken': ['这个链接指向 {target}，但那里到不了，已跳过。', '请修好链接，或把它删掉。'],
  'file/special': ['这既不是文件也不是文件夹，已跳过。', '请把它移出网站。'],

  'output/is-site': [
    '输出文件夹（{setting}）就是网站本身，或包含了网站；什么都没有动。',
    '请把 `public_dir` 设为专用的文件夹，例如 `public`。',
  ],
  'output/is-kept': [
    '输出文件夹（{setting}）在 {folder}/ 里面、就是它或包含了它，而墨经从不写入那里；什么都没有动。',
    '请把 `public_dir` 设为专用的文件夹，例如 `public`。',
  ],
  'output/outside': [
    '输出文件夹（{setting}）指向网站之外的 {folder}；什么都没有动。',
    '请把 `public_dir` 设为网站里的文件夹，或用 `--out` 指明另一个。',
  ],
  'output/not-a-folder': [
    '输出文件夹（{setting}）不是文件夹：{detail}；什么都没有动。',
    '请把它移开，或把 `public_dir` 设为别的文件夹。',
  ],
  'output/foreign': [
    '输出文件夹（{setting}）里有不是墨经写的文件，例如 {file}；什么都没有动。',
    '请把 `public_dir` 设为别的文件夹，或自己清空这一个。',
  ],
  'output/in-the-way': [
    '输出文件夹（{setting}）里的 {file} 不是我们的，却占用了 {place} 的位置；什么都没有动。',
    '请把它移开，或给这一页别的地址。',
  ],
  'output/unwritable': ['输出文件夹（{setting}）写不进去：{detail}。', '请检查权限与磁盘的剩余空间。'],
  'output/locked': [
    '这里已经有一个构建在进行（{host} 上的进程 {pid}），等了 {seconds} 秒后放弃。',
    '请等它结束；如果其实没有，就删掉 {file}。',
  ],

  'serve/failed': ['网站构建失败：{detail}。', '下次保存会再试；目前显示的是上一次成功的网站。'],
  'serve/port-used': [
    '{host} 的端口 {port} 已经有人用了。',
    '请用 `--port` 换一个；不写 `--port` 就会自动找下一个空的。',
  ],
  'serve/cannot-listen': ['服务器无法在 {host} 的端口 {port} 上监听：{detail}。', '请用 `--host` 和 `--port` 换别的。'],

  'route/duplicate': ['{owner} 和 {other} 都要用地址 {route}。', '请改掉其中一个的 `permalink`、日期或文件名。'],
  'route/replaced': ['地址 {route} 给了 {owner}，所以 {other} 不会发布。', '两个都要的话，请给这一页别的地址。'],
  'route/inside-file': [
    '{owner} 要用地址 {route}，但 {other} 发布成文件，占用了那里该是文件夹的位置。',
    '请改掉其中一个的地址。',
  ],
  'route/outside': ['地址 {route} 指向网站之外。', '请从 permalink 去掉 `..`、盘符与开头的斜杠。'],
  'route/nul': ['地址 {route} 里有控制字符。', '请从标题、slug 或 permalink 去掉它。'],
  'route/too-long': ['地址 {route} 太长，文件系统放不下。', '请给文章较短的 `permalink`；每一段最多 80 个汉字。'],
  'route/unportable': [
    'Windows 建不出名为 `{part}` 的文件，而地址 {route} 需要它。',
    '如果网站会放到 Windows 上，请给这篇文章别的 `permalink` 或文件名。',
  ],
  'route/term-clash': [
    '{taxonomy}“{name}”和“{rival}”会用同一个地址 {route}；“{name}”改放在 {given}。',
    '请统一写法，或在 `{map}` 里设置它的 slug。',
  ],

  'theme/missing': ['没有名为 {name} 的主题。找过：{places}。', '请把 _config.yml 的 `theme` 设为其中一个：{known}。'],
  'theme/hexo': [
    '主题 {name} 是给 Hexo 用的，这里用不了，改用 mist。',
    '先用 `mojing doctor --write` 记下能沿用的设置，再在 _config.yml 写 `theme: mist`，就不会再提醒。',
  ],
  'theme/old-settings': ['主题 {name} 的配置无法解析，里面的都没有沿用：{detail}。', '{remedy}'],
  'theme/empty': ['主题 {name} 没有布局。', '主题至少要有 `layout/index.njk` 和 `layout/post.njk`。'],
  'theme/no-index': ['主题 {name} 没有画首页用的布局 `index`。', '先用别的布局代替；请加上 `layout/index.njk`。'],
  'theme/no-layout': [
    '{owner} 要用布局 {layouts}，主题里一个也没有。',
    '请在 `layout/` 加上其中一个，或改 front matter 的 `layout:`。',
  ],
  'theme/bad-words': ['无法解析主题的语言文件：{detail}。', '请修正这里的 YAML。'],
  'template/failed': ['模板在页面 {page} 出错：{detail}。', '{remedy}'],

  'script/failed': ['脚本运行失败：{detail}。', '请修正它；其他脚本都已运行。'],
  'script/no-export': [
    '这个脚本没有默认导出一个函数。',
    '请写 `export default ({ tag, helper, filter, generator, injector }) => { … }`。',
  ],

  'tag/unknown': ['没有 `{name}` 这个标签，按原样显示。', '如果本来就不是标签，请放进反引号。'],
  'tag/unknown-pair': [
    '没有 `{name}` 这个标签，只显示它的文字，以及它与 `end{name}` 之间的内容。',
    '请删掉这一对，或在 `scripts/` 用脚本写出这个标签。',
  ],
  'tag/unclosed': ['标签 `{name}` 没有结尾。', '请在内容下面加上 `{% end{name} %}`。'],
  'tag/bad-arguments': ['标签 `{name}` 不能这样用：{detail}。', '{usage}'],

  'link/post-missing': ['没有 `{target}` 这篇文章，只显示文字，没有链接。', '{suggestion}'],
  'link/file-missing': ['链接指向 {target}，但它不存在。', '{suggestion}'],
  'image/missing': ['图片 {target} 不存在。', '{suggestion}'],
  'image/empty': ['图片缺少地址。', '请在括号里写上文件名：`![](文件名.png)`。'],
  'image/local-path': ['图片 {target} 是你自己电脑上的路径。', '请把文件放在文章旁边，只写文件名。'],

  'math/unknown-command': ['KaTeX 不认识 {command}。', '{suggestion}'],
  'math/syntax': ['无法解析这个公式：{detail}。', '先在原处显示它的源代码。'],
  'math/unknown-environment': ['KaTeX 不认识环境 {name}。', '{suggestion}'],
  'math/distrusted': ['公式里的 {command} 不会运行。', '链接与图片请用 Markdown；公式若能加载东西，可能造成危害。'],
  'math/unclosed': [
    '`{sign}` 开始了公式却没有结束，或结束了没有开始的公式；按普通文字显示。',
    '请补上另一半；如果不是公式，写 `\\$`。',
  ],
  'math/digit-after': ['结尾的 `$` 后面紧接数字，所以当成金额，不是公式。', '请在中间空一格。'],
  'math/label-without-number': [
    '标签 `{label}` 的方程没有编号，无法引用。',
    '请放进 `equation` 或 `align`，或写 `\\tag{…}`。',
  ],
  'math/duplicate-label': ['标签 `{label}` 前面的方程已经用过。', '请改掉其中一个；引用会连到第一个。'],
  'math/unescaped': [
    '这篇文章的公式是按别的转换器转义的，已经还原。',
    '如果每篇都这样写，请在 _config.yml 里设置 `math.unescape: marked`；否则直接写 TeX 就好。',
  ],
  'math/doubled-backslash': ['TeX 会读成换行加字母，而不是 `{command}`。', '请只写一个反斜杠。'],
  'math/escaped-underscore': ['`\\_` 会显示下划线。', '要下标请写 `_{…}`。'],
  'math/empty-row': ['四个反斜杠会多出一个空行。', '每行以两个反斜杠结束。'],
  'math/comment': ['`%` 之后是注释，“{hidden}”不会显示。', '要显示这个符号，请写 `\\%`。'],
  'math/percent': ['`%` 本来会开始注释，这里当成符号。', '请写 `\\%`。'],
  'math/entity': ['HTML 实体不是 TeX，已经还原成字符。', '请直接写那个符号，或它的命令。'],
  'math/statement-unclosed': [
    '`{sign}` 没有自己的结尾，跟着里面或外面的容器一起结束。',
    '请在内容下面单独写一行 `:::`。',
  ],
  'math/unknown-statement': ['没有定理的标签是 `{label}`。', '请检查拼写，或在定理名称后面写 `{#{label}}`。'],
  'math/duplicate-statement': ['标签 `{label}` 前面的定理已经用过。', '请改掉其中一个；引用会连到第一个。'],
  'math/escape': ['这里有给别的转换器的转义，已经还原。', '请直接写 TeX。'],
  'math/unknown-label': ['没有方程的标签是 `{label}`。', '{suggestion}'],
  'math/unknown-post': ['没有文章叫 `{post}`，无法引用它的方程 `{label}`。', '{suggestion}'],
  'math/unknown-equation': ['文章 `{post}` 没有方程 `{label}`。', '{suggestion}'],
  'math/invisible': ['公式里有看不见的字符（{sign}），已经略过。', '请删掉它。'],
  'config/file-missing': ['没有配置文件 {file}。', '请检查 `--config` 后面写的名字。'],
  'post/password': [
    '这篇文章用 `{setting}` 上了锁，这里不起作用：谁都读得到。',
    '请改成草稿；如果本来就可以公开，请把锁拿掉。',
  ],
  'post/bad-update': ['`{key}: {value}` 不是日期，已经略过。', '{remedy}'],
  'post/odd-time': ['`{key}: {value}` 不是一天里的时刻；读成 {date}。', '请写成 `{key}: {date}`。'],
  'git/none': [
    '`updated_option: git` 要读提交的日期，但这个文件夹不是 `git` 仓库。',
    '改用文章自己的日期当作更新日期。',
  ],
  'git/shallow': [
    '这个仓库没有完整的历史，`updated_option: git` 只看得到最后一次提交。',
    '请取得完整历史：GitHub Actions 用 `fetch-depth: 0`，其他地方用 `git fetch --unshallow`。',
  ],
  'script/hexo': [
    '这个脚本是为 Hexo 写的（`{call}`），所以没有运行。',
    '请写 `export default ({ tag, helper, filter, generator, injector }) => { … }`，里面写 `{equivalent}`。',
  ],
  'script/hexo-only': [
    '这个脚本是为 Hexo 写的（`{call}`），所以没有运行；这里没有相当的调用。',
    '如果因此少了什么，请用 `tag`、`helper`、`filter`、`generator`、`injector` 其中之一来写；不然请删掉它。',
  ],
  'script/typescript': [
    'Node {version} 不能直接运行 TypeScript。',
    '请用 Node 22.18 以上的版本，或改用 JavaScript 写。',
  ],

  'check/broken-link': ['链接指向 {target}，但没有这个网页{where}。', '{suggestion}'],
  'check/broken-anchor': ['链接指向 {target}，但那里没有叫 `#{anchor}` 的地方{where}。', '{suggestion}'],
  'check/missing-file': ['{what} {target} 不存在{where}。', '{suggestion}'],
  'check/unused-asset': ['没有网页用到 {target} 这个文件。', '没人需要就删掉；从别的网站链接过来的，这里看不到。'],
  'check/heavy-page': [
    '网页 {page} 连同加载的文件共 {kilobytes} KB，其中 HTML 占 {html} KB；上限是 {limit} KB。',
    '请缩小图片或拆成几页；或在 _config.yml 调高 `check.page_kilobytes`。',
  ],
  'check/foreign-host': [
    '读者会从 {host} 加载{what}{where}。',
    '请把文件复制到网站里；或在 _config.yml 的 `build.allow_hosts` 允许这个主机。',
  ],
};
