/**
 * What Mojing says about a site, in 繁體中文 as written in Taiwan. The keys and the
 * placeholders are those of `model/messages.ts`.
 */
import type { Catalogue } from './catalogue.ts';

export const traditional: Catalogue = {
  'config/syntax': ['讀不懂設定：{detail}。', '{remedy}'],
  'config/missing': ['找不到 _config.yml，改用預設值。', '請建立一份，至少寫上 `title` 與 `url`。'],
  'config/not-a-map': ['設定不是一行一行的 `鍵: 值`。', '每行以一個鍵開頭，例如 `title: 我的部落格`。'],
  'config/wrong-value': ['`{key}` 的值不能用：{detail}。', '{doc}'],
  'config/unknown-key': [
    '`{key}` 不是墨經的設定，只有樣板讀得到它。',
    '如果你的主題或指令碼用得到，就留著；否則可以刪掉。',
  ],
  'config/misspelt-key': ['`{key}` 不是墨經的設定。', '是不是要寫 `{suggestion}`？'],
  'config/hexo-habits': [
    '這是 Hexo 的資料夾：換行保留為 <br>，標題的 id 照 Hexo 的做法產生。',
    '想自己決定，就在 _config.yml 設定 `markdown.soft_break` 與 `markdown.heading_ids`。',
  ],

  'front-matter/syntax': ['讀不懂 front matter：{detail}。', '{remedy}'],
  'front-matter/not-a-map': ['front matter 不是一行一行的 `鍵: 值`。', '冒號後面要空一格：`title: 標題`。'],
  'front-matter/unclosed': ['front matter 沒有結尾。', '{remedy}'],
  'front-matter/wrong-fence': ['front matter 沒有開始：這一行不是分隔線。', '{remedy}'],
  'front-matter/one-word': ['`{key}` 在 YAML 裡只是一個詞：「{value}」。', '要寫好幾個，請寫成 `{mend}`。'],
  'front-matter/comment': ['`{key}` 到這裡就結束了：` #` 之後是註解。', '如果是內容的一部分，請寫成 `{mend}`。'],
  'front-matter/unread-key': ['`{key}` 這個鍵不起作用。', '請寫成 `{mend}`。'],
  'front-matter/no-flag': ['`{key}: {value}` 不是 `true` 也不是 `false`，沒有作用。', '請寫成 `{mend}`。'],
  'front-matter/tabs': ['front matter 用 Tab 縮排，YAML 不允許；每個 Tab 當成兩個空格。', '請把 Tab 換成空格。'],
  'front-matter/wrong-type': ['`{key}` 是{found}，這裡要的是{wanted}。', '請寫成 `{example}`。'],

  'post/bad-date': ['`{key}: {value}` 不是日期。', '{remedy}'],
  'post/no-date': ['這篇文章沒有日期，改用{from}：{date}。', '請在 front matter 加一行 `date: {date}`。'],
  'post/not-utf8': ['這個檔案不是 UTF-8{guess}。', '{remedy}'],
  'post/empty': ['這個檔案是空的，不會發布。', '寫點內容，或把它刪掉。'],
  'post/lost-characters': [
    '這段文字用別的編碼存檔時遺失了字元：共 {count} 個 U+FFFD，第一個在這裡。',
    '請補上原本的字；如果要的就是這個符號，請寫成 `&#xFFFD;`。',
  ],
  'post/line-separator': [
    '文字裡有行分隔字元（{sign}），共 {count} 個；不是每個瀏覽器都會在那裡換行。',
    '請在那裡換行，或把它刪掉。',
  ],
  'post/hidden-character': [
    '`{mark}` 旁邊有看不見的字元（{sign}），這一行因此成了普通文字。',
    '請刪掉它，或改成一般的空格。',
  ],
  'post/too-large': [
    '內文有 {megabytes} MB，超過上限 {limit} MB。',
    '請拆成幾篇，或在 _config.yml 調高 `build.post_megabytes`。',
  ],
  'post/too-slow': [
    '轉換超過 {seconds} 秒，已經中止。',
    '看看有沒有一長串的括號或標記；也可以在 _config.yml 調高 `build.post_seconds`。',
  ],
  'post/render-failed': ['這篇文章轉換失敗：{detail}。', '這是墨經的問題，不是文章的；請附上文章回報。'],
  'post/unknown-permalink-variable': [
    '網址格式裡有 `{variable}`，但文章沒有這一項，先用檔名代替：/{route}',
    '在 front matter 加上 `{name}:`，或在 `permalink_defaults` 給它一個值。',
  ],
  'post/no-abbrlink': [
    '文章沒有 `abbrlink`，先照 `hexo-abbrlink` 的做法由標題算出：/{route}',
    '在 front matter 加上 `abbrlink: {abbrlink}`，不然改了標題網址就跟著變。',
  ],
  'post/legacy-permalink': [
    '網址 `{permalink}` 結尾既不是 `/`，也沒有副檔名。',
    '會照 Hexo 的做法，發布成這個名字的檔案；想要資料夾，就以 `/` 結尾。',
  ],
  'post/note-unused': [
    '沒有地方提到註腳 `[^{note}]`，所以不會顯示。',
    '請在內文該處寫上 `[^{note}]`，或刪掉這條註腳。',
  ],
  'post/note-twice': [
    '註腳 `[^{note}]` 寫了不只一次，只會顯示最後一條。',
    '請替這一條另取名字，提到它的地方也一併改掉。',
  ],
  'post/container-unclosed': [
    '容器 `{sign}` 沒有結尾，當成一般文字顯示。',
    '請在內容下面單獨寫一行同樣的記號，如 `:::`。',
  ],
  'post/row-cut': [
    '這一列的格子比表格（{columns} 欄）還多，多出來的不會顯示。',
    '請讓表格的頭兩列也有這麼多格；若那一豎是內文，請寫成 `\\|`。',
  ],

  'encoding/unsure': [
    '看不準是哪種編碼，可能是 {name}（「{sample}」）。檔案沒有動。',
    '如果這樣讀得通，請加上 `--from {name}` 再轉換。',
  ],
  'encoding/another': ['檔案不是 {name}：有些位元組對不到字。檔案沒有動。', '請用 `--from` 指定別的編碼。'],
  'encoding/private-use': ['文字裡有造字區的字元，只有舊編碼的字型才顯示得出來。', '請逐一檢查，改成原本要寫的字。'],
  'encoding/unwritable': ['無法取代這個檔案：{detail}。它還是原樣。', '請檢查權限與磁碟的剩餘空間。'],

  'edition/translation-missing': [
    '找不到 `{target}`，不知道這是哪一篇的譯文；先當成獨立的文章發布。',
    '請在 `translation:` 後面寫原文的 slug、檔名或標題。',
  ],
  'edition/translation-language': [
    '譯文要寫明語言；這篇先當成獨立的文章發布。',
    '請在 front matter 加一行 `lang: {lang}`。',
  ],
  'edition/translation-twice': ['{other} 也是同一篇文章、同一種語言的譯文。', '請拿掉其中一篇的 `translation:`。'],
  'edition/same-path': [
    '有兩個版本要用同一個資料夾 {path}。',
    '請在 _config.yml 的 `editions` 裡給每個版本不同的 `path`。',
  ],
  'edition/path-taken': [
    '{owner} 發布在 {route}，那是一個版本的資料夾。',
    '請在 _config.yml 給這個版本別的 `path`，或給這一頁別的網址。',
  ],

  'data/unreadable': ['讀不懂這個資料檔：{detail}。', '請修正這裡的 YAML 或 JSON。'],

  'file/unreadable': ['讀不到這個檔案：{detail}。', '請檢查它的權限。'],
  'file/symlink-outside': ['這個連結指向網站之外（{target}），已略過。', '請把檔案複製進網站。'],
  'file/symlink-private': ['這個連結指向 {target}，那裡的東西一律不發布，已略過。', '請把檔案複製進網站。'],
  'file/symlink-broken': ['這個連結指向 {target}，但那裡到不了，已略過。', '請修好連結，或把它刪掉。'],
  'file/special': ['這既不是檔案也不是資料夾，已略過。', '請把它移出網站。'],

  'output/is-site': [
    '輸出資料夾（{setting}）就是網站本身，或包含了網站；什麼都沒有動。',
    '請把 `public_dir` 設成專用的資料夾，例如 `public`。',
  ],
  'output/is-kept': [
    '輸出資料夾（{setting}）在 {folder}/ 裡面、就是它或包含了它，而墨經從不寫入那裡；什麼都沒有動。',
    '請把 `public_dir` 設成專用的資料夾，例如 `public`。',
  ],
  'output/outside': [
    '輸出資料夾（{setting}）通往網站之外的 {folder}；什麼都沒有動。',
    '請把 `public_dir` 設成網站裡的資料夾，或用 `--out` 指明另一個。',
  ],
  'output/not-a-folder': [
    '輸出資料夾（{setting}）不是資料夾：{detail}；什麼都沒有動。',
    '請把它移開，或把 `public_dir` 設成別的資料夾。',
  ],
  'output/foreign': [
    '輸出資料夾（{setting}）裡有不是墨經寫的檔案，例如 {file}；什麼都沒有動。',
    '請把 `public_dir` 設成別的資料夾，或自己清空這一個。',
  ],
  'output/in-the-way': [
    '輸出資料夾（{setting}）裡的 {file} 不是我們的，卻占了 {place} 的位置；什麼都沒有動。',
    '請把它移開，或給這一頁別的網址。',
  ],
  'output/unwritable': ['輸出資料夾（{setting}）寫不進去：{detail}。', '請檢查權限與磁碟的剩餘空間。'],
  'output/locked': [
    '這裡已經有一個建置在進行（{host} 上的行程 {pid}），等了 {seconds} 秒後放棄。',
    '請等它結束；如果其實沒有，就刪掉 {file}。',
  ],

  'serve/failed': ['網站建置失敗：{detail}。', '下次存檔會再試；目前顯示的是上一次成功的網站。'],
  'serve/port-used': [
    '{host} 的連接埠 {port} 已經有人用了。',
    '請用 `--port` 換一個；不寫 `--port` 就會自動找下一個空的。',
  ],
  'serve/cannot-listen': [
    '伺服器無法在 {host} 的連接埠 {port} 上監聽：{detail}。',
    '請用 `--host` 與 `--port` 換別的。',
  ],

  'route/duplicate': ['{owner} 與 {other} 都要用網址 {route}。', '請改掉其中一個的 `permalink`、日期或檔名。'],
  'route/replaced': ['網址 {route} 給了 {owner}，所以 {other} 不會發布。', '兩個都要的話，請給這一頁別的網址。'],
  'route/inside-file': [
    '{owner} 要用網址 {route}，但 {other} 發布成檔案，占了那裡該是資料夾的位置。',
    '請改掉其中一個的網址。',
  ],
  'route/outside': ['網址 {route} 通往網站之外。', '請從 permalink 去掉 `..`、磁碟代號與開頭的斜線。'],
  'route/nul': ['網址 {route} 裡有控制字元。', '請從標題、slug 或 permalink 去掉它。'],
  'route/too-long': ['網址 {route} 太長，檔案系統放不下。', '請給文章較短的 `permalink`；每一段最多 80 個漢字。'],
  'route/unportable': [
    'Windows 建不出名為 `{part}` 的檔案，而網址 {route} 需要它。',
    '如果網站會放到 Windows 上，請給這篇文章別的 `permalink` 或檔名。',
  ],
  'route/term-clash': [
    '{taxonomy}「{name}」與「{rival}」會用同一個網址 {route}；「{name}」改放在 {given}。',
    '請統一寫法，或在 `{map}` 設定它的 slug。',
  ],

  'theme/missing': ['沒有叫做 {name} 的主題。找過：{places}。', '請把 _config.yml 的 `theme` 設成其中一個：{known}。'],
  'theme/hexo': [
    '主題 {name} 是給 Hexo 用的，這裡用不了，改用 mist。',
    '先用 `mojing doctor --write` 記下能沿用的設定，再在 _config.yml 寫 `theme: mist`，就不會再提醒。',
  ],
  'theme/old-settings': ['主題 {name} 的設定讀不懂，裡面的都沒有沿用：{detail}。', '{remedy}'],
  'theme/empty': ['主題 {name} 沒有版面。', '主題至少要有 `layout/index.njk` 與 `layout/post.njk`。'],
  'theme/no-index': ['主題 {name} 沒有畫首頁用的版面 `index`。', '先用別的版面代替；請加上 `layout/index.njk`。'],
  'theme/no-layout': [
    '{owner} 要用版面 {layouts}，主題裡一個也沒有。',
    '請在 `layout/` 加上其中一個，或改 front matter 的 `layout:`。',
  ],
  'theme/bad-words': ['讀不懂主題的文字檔：{detail}。', '請修正這裡的 YAML。'],
  'template/failed': ['樣板在頁面 {page} 出錯：{detail}。', '{remedy}'],

  'script/failed': ['指令碼執行失敗：{detail}。', '請修正它；其他指令碼都已執行。'],
  'script/no-export': [
    '這個指令碼沒有預設匯出一個函式。',
    '請寫 `export default ({ tag, helper, filter, generator, injector }) => { … }`。',
  ],

  'tag/unknown': ['沒有 `{name}` 這個標籤，照原樣顯示。', '如果本來就不是標籤，請放進反引號。'],
  'tag/unknown-pair': [
    '沒有 `{name}` 這個標籤，只顯示它的文字，以及它與 `end{name}` 之間的內容。',
    '請刪掉這一對，或在 `scripts/` 用指令碼寫出這個標籤。',
  ],
  'tag/unclosed': ['標籤 `{name}` 沒有結尾。', '請在內容下面加上 `{% end{name} %}`。'],
  'tag/bad-arguments': ['標籤 `{name}` 不能這樣用：{detail}。', '{usage}'],

  'link/post-missing': ['沒有 `{target}` 這篇文章，只顯示文字，沒有連結。', '{suggestion}'],
  'link/file-missing': ['連結指向 {target}，但它不存在。', '{suggestion}'],
  'image/missing': ['圖片 {target} 不存在。', '{suggestion}'],
  'image/empty': ['圖片缺少網址。', '請在括號裡寫上檔名：`![](檔名.png)`。'],
  'image/local-path': ['圖片 {target} 是你自己電腦上的路徑。', '請把檔案放在文章旁邊，只寫檔名。'],

  'math/unknown-command': ['KaTeX 不認得 {command}。', '{suggestion}'],
  'math/syntax': ['無法解析這個公式：{detail}。', '先在原處顯示它的原始碼。'],
  'math/unknown-environment': ['KaTeX 不認得環境 {name}。', '{suggestion}'],
  'math/distrusted': ['公式裡的 {command} 不會執行。', '連結與圖片請用 Markdown；公式若能載入東西，可能造成危害。'],
  'math/unclosed': [
    '`{sign}` 開始了公式卻沒有結束，或結束了沒有開始的公式；當成一般文字顯示。',
    '請補上另一半；如果不是公式，寫 `\\$`。',
  ],
  'math/digit-after': ['結尾的 `$` 後面緊接數字，所以當成金額，不是公式。', '請在中間空一格。'],
  'math/label-without-number': [
    '標籤 `{label}` 的方程式沒有編號，無法引用。',
    '請放進 `equation` 或 `align`，或寫 `\\tag{…}`。',
  ],
  'math/duplicate-label': ['標籤 `{label}` 前面的方程式已經用過。', '請改掉其中一個；引用會連到第一個。'],
  'math/unescaped': [
    '這篇文章的公式是照別的轉換器跳脫的，已經還原。',
    '如果每篇都這樣寫，請在 _config.yml 設定 `math.unescape: marked`；否則直接寫 TeX 就好。',
  ],
  'math/doubled-backslash': ['TeX 會讀成換行加字母，而不是 `{command}`。', '請只寫一個反斜線。'],
  'math/escaped-underscore': ['`\\_` 會顯示底線。', '要下標請寫 `_{…}`。'],
  'math/empty-row': ['四個反斜線會多出一個空列。', '每列以兩個反斜線結束。'],
  'math/comment': ['`%` 之後是註解，「{hidden}」不會顯示。', '要顯示這個符號，請寫 `\\%`。'],
  'math/percent': ['`%` 本來會開始註解，這裡當成符號。', '請寫 `\\%`。'],
  'math/entity': ['HTML 實體不是 TeX，已經還原成字元。', '請直接寫那個符號，或它的指令。'],
  'math/statement-unclosed': [
    '`{sign}` 沒有自己的結尾，跟著裡面或外面的容器一起結束。',
    '請在內容下面單獨寫一行 `:::`。',
  ],
  'math/unknown-statement': ['沒有定理的標籤是 `{label}`。', '請檢查拼法，或在定理名稱後面寫 `{#{label}}`。'],
  'math/duplicate-statement': ['標籤 `{label}` 前面的定理已經用過。', '請改掉其中一個；引用會連到第一個。'],
  'math/escape': ['這裡有給別的轉換器的跳脫，已經還原。', '請直接寫 TeX。'],
  'math/unknown-label': ['沒有方程式的標籤是 `{label}`。', '{suggestion}'],
  'math/unknown-post': ['沒有文章叫 `{post}`，無法引用它的方程式 `{label}`。', '{suggestion}'],
  'math/unknown-equation': ['文章 `{post}` 沒有方程式 `{label}`。', '{suggestion}'],
  'math/invisible': ['公式裡有看不見的字元（{sign}），已經略過。', '請刪掉它。'],
  'config/file-missing': ['沒有設定檔 {file}。', '請檢查 `--config` 後面寫的名字。'],
  'post/password': [
    '這篇文章用 `{setting}` 上了鎖，這裡不起作用：誰都讀得到。',
    '請改成草稿；如果本來就可以公開，請把鎖拿掉。',
  ],
  'post/bad-update': ['`{key}: {value}` 不是日期，已經略過。', '{remedy}'],
  'post/odd-time': ['`{key}: {value}` 不是一天裡的時刻；讀成 {date}。', '請寫成 `{key}: {date}`。'],
  'git/none': [
    '`updated_option: git` 要讀提交的日期，但這個資料夾不是 `git` 儲存庫。',
    '改用文章自己的日期當作更新日期。',
  ],
  'git/shallow': [
    '這個儲存庫沒有完整的歷史，`updated_option: git` 只看得到最後一次提交。',
    '請取得完整歷史：GitHub Actions 用 `fetch-depth: 0`，其他地方用 `git fetch --unshallow`。',
  ],
  'script/hexo': [
    '這個指令碼是為 Hexo 寫的（`{call}`），所以沒有執行。',
    '請寫 `export default ({ tag, helper, filter, generator, injector }) => { … }`，裡面寫 `{equivalent}`。',
  ],
  'script/hexo-only': [
    '這個指令碼是為 Hexo 寫的（`{call}`），所以沒有執行；這裡沒有相當的呼叫。',
    '如果因此少了什麼，請用 `tag`、`helper`、`filter`、`generator`、`injector` 其中之一來寫；不然請刪掉它。',
  ],
  'script/typescript': [
    'Node {version} 不能直接執行 TypeScript。',
    '請用 Node 22.18 以上的版本，或改用 JavaScript 寫。',
  ],

  'check/broken-link': ['連結通往 {target}，但沒有這個網頁{where}。', '{suggestion}'],
  'check/broken-anchor': ['連結通往 {target}，但那裡沒有叫 `#{anchor}` 的地方{where}。', '{suggestion}'],
  'check/missing-file': ['{what} {target} 不存在{where}。', '{suggestion}'],
  'check/unused-asset': ['沒有網頁用到 {target} 這個檔案。', '沒人需要就刪掉；從別的網站連過來的，這裡看不到。'],
  'check/heavy-page': [
    '網頁 {page} 連同載入的檔案共 {kilobytes} KB，其中 HTML 佔 {html} KB；上限是 {limit} KB。',
    '請縮小圖片或拆成幾頁；或在 _config.yml 調高 `check.page_kilobytes`。',
  ],
  'check/foreign-host': [
    '讀者會從 {host} 載入{what}{where}。',
    '請把檔案複製到網站裡；或在 _config.yml 的 `build.allow_hosts` 允許這個主機。',
  ],
};
