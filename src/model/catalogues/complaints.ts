/**
 * What others complain of, as a diagnostic quotes it: the readers of YAML, JSON and TeX,\nthe template engine, the operating system. What is not here is quoted in English.
 */
import type { Translations } from './catalogue.ts';

export const complaints: Translations = {
  // js-yaml.
  'duplicated mapping key': ['鍵重複了', '键重复了'],
  'bad indentation of a mapping entry': ['縮排不對', '缩进不对'],
  'bad indentation of a sequence entry': ['列表的縮排不對', '列表的缩进不对'],
  'deficient indentation': ['縮排不夠', '缩进不够'],
  'a whitespace character is expected after the key-value separator within a block mapping': [
    '冒號後面要有空格',
    '冒号后面要有空格',
  ],
  'a line break is expected': ['這裡應該換行', '这里应该换行'],
  'can not read a block mapping entry; a multiline key may not be an implicit key': [
    '這一行不是 `鍵: 值`',
    '这一行不是 `键: 值`',
  ],
  'can not read a document': ['讀不下去', '读不下去'],
  'end of the stream or a document separator is expected': ['這裡應該已經結束', '这里应该已经结束'],
  'missed comma between flow collection entries': ['項目之間少了逗號', '项目之间少了逗号'],
  'tab characters must not be used in indentation': ['不能用 Tab 縮排', '不能用 Tab 缩进'],
  'unexpected end of the document within a double quoted scalar': ['雙引號沒有關上', '双引号没有关上'],
  'unexpected end of the document within a single quoted scalar': ['單引號沒有關上', '单引号没有关上'],
  'unexpected end of the stream within a double quoted scalar': ['雙引號沒有關上', '双引号没有关上'],
  'unexpected end of the stream within a single quoted scalar': ['單引號沒有關上', '单引号没有关上'],
  'unexpected end of the stream within a flow collection': ['括號沒有關上', '括号没有关上'],
  'unknown escape sequence': ['不認得的跳脫', '不认识的转义'],
  'expected hexadecimal character': ['這裡應該是十六進位的數字', '这里应该是十六进制的数字'],
  "expected the node content, but found '{sign}'": ['這裡應該是值，卻是「{sign}」', '这里应该是值，却是“{sign}”'],
  "expected '{sign}'": ['這裡應該是「{sign}」', '这里应该是“{sign}”'],
  'name of an alias node must contain at least one character': ['`*` 後面少了名字', '`*` 后面少了名字'],
  'name of an anchor node must contain at least one character': ['`&` 後面少了名字', '`&` 后面少了名字'],
  'alias node should not have any properties': ['別名不能再加別的', '别名不能再加别的'],
  'unidentified alias "{name}"': ['沒有叫做 {name} 的錨點', '没有名为 {name} 的锚点'],
  'the stream contains non-printable characters': ['有看不見的控制字元', '有看不见的控制字符'],
  'undeclared tag handle "{name}"': ['沒有宣告 {name} 這種標記', '没有声明 {name} 这种标记'],
  'unknown tag !<{name}>': ['不認得 {name} 這種標記', '不认识 {name} 这种标记'],
  'bad explicit indentation width of a block scalar; it cannot be less than one': [
    '區塊的縮排至少要一格',
    '块的缩进至少要一格',
  ],
  'nesting exceeded maxDepth ({count})': ['巢狀超過 {count} 層', '嵌套超过 {count} 层'],
  'it unfolds to more than {count} values': ['展開後超過 {count} 個值', '展开后超过 {count} 个值'],

  // JSON, as V8 reads it.
  'Unexpected end of JSON input': ['JSON 還沒寫完就結束了', 'JSON 还没写完就结束了'],
  'Unexpected token {token} in JSON at position {place}': ['JSON 裡不該有 {token}', 'JSON 里不该有 {token}'],
  'Unexpected token {token}, {text} is not valid JSON': ['JSON 裡不該有 {token}', 'JSON 里不该有 {token}'],
  'Unexpected token {token}': ['不該有 {token}', '不该有 {token}'],
  'Unexpected non-whitespace character after JSON at position {place}': [
    'JSON 結束之後還有文字',
    'JSON 结束之后还有文字',
  ],
  'Expected double-quoted property name in JSON at position {place}': ['鍵要放在雙引號裡', '键要放在双引号里'],
  "Expected ',' or '}' after property value in JSON at position {place}": [
    '值後面應該是逗號或 `}`',
    '值后面应该是逗号或 `}`',
  ],
  "Expected ',' or ']' after array element in JSON at position {place}": [
    '項目後面應該是逗號或 `]`',
    '项目后面应该是逗号或 `]`',
  ],
  "Expected ':' after property name in JSON at position {place}": ['鍵後面應該是冒號', '键后面应该是冒号'],
  'Bad control character in string literal in JSON at position {place}': [
    '字串裡有控制字元或換行',
    '字符串里有控制字符或换行',
  ],
  'Bad escaped character in JSON at position {place}': ['字串裡有不認得的跳脫', '字符串里有不认识的转义'],
  'Unterminated string in JSON at position {place}': ['字串的引號沒有關上', '字符串的引号没有关上'],

  // The operating system, through Node.
  'EACCES: permission denied': ['沒有權限（EACCES）', '没有权限（EACCES）'],
  'EPERM: operation not permitted': ['系統不允許（EPERM）', '系统不允许（EPERM）'],
  'ENOENT: no such file or directory': ['沒有這個檔案或資料夾（ENOENT）', '没有这个文件或文件夹（ENOENT）'],
  'EISDIR: illegal operation on a directory': ['這是資料夾（EISDIR）', '这是文件夹（EISDIR）'],
  'ENOTDIR: not a directory': ['這不是資料夾（ENOTDIR）', '这不是文件夹（ENOTDIR）'],
  'ENOSPC: no space left on device': ['磁碟滿了（ENOSPC）', '磁盘满了（ENOSPC）'],
  'EDQUOT: disk quota exceeded': ['超過磁碟配額（EDQUOT）', '超过磁盘配额（EDQUOT）'],
  'EROFS: read-only file system': ['檔案系統是唯讀的（EROFS）', '文件系统是只读的（EROFS）'],
  'EMFILE: too many open files': ['開啟的檔案太多（EMFILE）', '打开的文件太多（EMFILE）'],
  'EBUSY: resource busy or locked': ['正在使用中（EBUSY）', '正在使用中（EBUSY）'],
  'EIO: i/o error': ['磁碟讀寫出錯（EIO）', '磁盘读写出错（EIO）'],
  'ELOOP: too many symbolic links encountered': ['連結繞成一圈（ELOOP）', '链接绕成一圈（ELOOP）'],
  'ENAMETOOLONG: name too long': ['名字太長（ENAMETOOLONG）', '名字太长（ENAMETOOLONG）'],
  'permission denied': ['沒有權限', '没有权限'],
  '{path} changed during the build': ['{path} 在建置途中變了', '{path} 在构建途中变了'],
  'listen EACCES: permission denied {place}': ['沒有權限（EACCES）', '没有权限（EACCES）'],
  'listen EADDRNOTAVAIL: address not available {place}': [
    '這台機器沒有這個位址（EADDRNOTAVAIL）',
    '这台机器没有这个地址（EADDRNOTAVAIL）',
  ],
  'getaddrinfo ENOTFOUND {host}': ['找不到 {host} 這台機器（ENOTFOUND）', '找不到 {host} 这台机器（ENOTFOUND）'],

  // Nunjucks.
  'filter not found: {name}': ['沒有過濾器 {name}', '没有过滤器 {name}'],
  'test not found: {name}': ['沒有判斷式 {name}', '没有判断式 {name}'],
  'template not found: {name}': ['沒有樣板 {name}', '没有模板 {name}'],
  'unknown block tag: {name}': ['沒有標籤 {name}', '没有标签 {name}'],
  'unknown block "{name}"': ['沒有區塊 {name}', '没有块 {name}'],
  'Unable to call `{name}`, which is undefined or falsey': [
    '不能呼叫 `{name}`，它沒有定義',
    '不能调用 `{name}`，它没有定义',
  ],
  'expected variable end': ['這裡應該是 `}}`', '这里应该是 `}}`'],
  'expected block end in {name} statement': ['{name} 這裡應該是 `%}`', '{name} 这里应该是 `%}`'],
  'expected expression, got end of file': ['算式還沒寫完，檔案就結束了', '表达式还没写完，文件就结束了'],
  'unexpected end of file': ['還沒寫完，檔案就結束了', '还没写完，文件就结束了'],
  'unexpected token: {token}': ['不該有 {token}', '不该有 {token}'],
  'parseAggregate: expected comma after expression': ['這裡應該是逗號', '这里应该是逗号'],
  'parseSignature: expected comma after expression': ['這裡應該是逗號', '这里应该是逗号'],
  'parseIf: expected elif, else, or endif, got end of file': ['`if` 沒有 `endif`', '`if` 没有 `endif`'],
  'parseBlock: expected endblock, got end of file': ['`block` 沒有 `endblock`', '`block` 没有 `endblock`'],
  'parseFor: expected "in" keyword for loop': ['`for` 後面少了 `in`', '`for` 后面少了 `in`'],
  'tag name expected': ['這裡應該是標籤的名字', '这里应该是标签的名字'],
  'Maximum call stack size exceeded': ['呼叫得太深', '调用得太深'],

  // KaTeX.
  "Expected '{wanted}', got '{found}' at position {place}: {tex}": [
    '第 {place} 個字元應該是「{wanted}」，卻是「{found}」：{tex}',
    '第 {place} 个字符应该是“{wanted}”，却是“{found}”：{tex}',
  ],
  "Expected '{wanted}', got '{found}' at end of input: {tex}": [
    '結尾應該是「{wanted}」，卻是「{found}」：{tex}',
    '结尾应该是“{wanted}”，却是“{found}”：{tex}',
  ],
  "Expected '{wanted}', got its end at end of input: {tex}": [
    '還沒有「{wanted}」，公式就結束了：{tex}',
    '还没有“{wanted}”，公式就结束了：{tex}',
  ],
  "Expected '{wanted}', got '{found}'": ['應該是「{wanted}」，卻是「{found}」', '应该是“{wanted}”，却是“{found}”'],
  "Expected '{wanted}', got its end": ['還沒有「{wanted}」，公式就結束了', '还没有“{wanted}”，公式就结束了'],
  'Double subscript at position {place}: {tex}': [
    '第 {place} 個字元接連有兩個下標：{tex}',
    '第 {place} 个字符接连有两个下标：{tex}',
  ],
  'Double superscript at position {place}: {tex}': [
    '第 {place} 個字元接連有兩個上標：{tex}',
    '第 {place} 个字符接连有两个上标：{tex}',
  ],
  'Double subscript': ['接連有兩個下標', '接连有两个下标'],
  'Double superscript': ['接連有兩個上標', '接连有两个上标'],
  "Expected group after '{sign}' at position {place}: {tex}": [
    '第 {place} 個字元「{sign}」後面少了一組：{tex}',
    '第 {place} 个字符“{sign}”后面少了一组：{tex}',
  ],
  "Expected group after '{sign}' at end of input: {tex}": [
    '結尾的「{sign}」後面少了一組：{tex}',
    '结尾的“{sign}”后面少了一组：{tex}',
  ],
  "Expected group as argument to '{name}' at position {place}: {tex}": [
    '第 {place} 個字元，{name} 少了參數：{tex}',
    '第 {place} 个字符，{name} 少了参数：{tex}',
  ],
  "Expected group as argument to '{name}' at end of input: {tex}": [
    '結尾的 {name} 少了參數：{tex}',
    '结尾的 {name} 少了参数：{tex}',
  ],
  'Expected & or \\\\ or \\cr or \\end at position {place}: {tex}': [
    '第 {place} 個字元應該是 &、\\\\、\\cr 或 \\end：{tex}',
    '第 {place} 个字符应该是 &、\\\\、\\cr 或 \\end：{tex}',
  ],
  'Expected & or \\\\ or \\cr or \\end at end of input: {tex}': [
    '還沒有 \\end，公式就結束了：{tex}',
    '还没有 \\end，公式就结束了：{tex}',
  ],
  'Mismatch: \\begin{{begun}} matched by \\end{{ended}} at position {place}: {tex}': [
    '第 {place} 個字元，\\begin{{begun}} 對上了 \\end{{ended}}：{tex}',
    '第 {place} 个字符，\\begin{{begun}} 对上了 \\end{{ended}}：{tex}',
  ],
  'Extra } at position {place}: {tex}': ['第 {place} 個字元多了一個 }：{tex}', '第 {place} 个字符多了一个 }：{tex}'],
  "Can't use function '{name}' in {mode} mode at position {place}: {tex}": [
    '第 {place} 個字元，這裡不能用 {name}：{tex}',
    '第 {place} 个字符，这里不能用 {name}：{tex}',
  ],
  "Unexpected end of input in a macro argument, expected '{wanted}' at end of input: {tex}": [
    '巨集的參數還沒有「{wanted}」，公式就結束了：{tex}',
    '宏的参数还没有“{wanted}”，公式就结束了：{tex}',
  ],
  'Too many tab characters: & at position {place}: {tex}': [
    '第 {place} 個字元的 & 太多：{tex}',
    '第 {place} 个字符的 & 太多：{tex}',
  ],
  'Multiple \\tag': ['有好幾個 \\tag', '有好几个 \\tag'],
  '\\tag works only in display equations': ['\\tag 只能用在獨立成行的公式', '\\tag 只能用在独立成行的公式'],
  'Too many expansions: infinite loop or need to increase maxExpand setting': [
    '巨集展開太多次，可能繞成一圈',
    '宏展开太多次，可能绕成一圈',
  ],
  '\\middle without preceding \\left at position {place}: {tex}': [
    '第 {place} 個字元，\\middle 前面沒有 \\left：{tex}',
    '第 {place} 个字符，\\middle 前面没有 \\left：{tex}',
  ],
  "Invalid delimiter '{sign}' after '{name}' at position {place}: {tex}": [
    '第 {place} 個字元，{name} 後面不能是「{sign}」：{tex}',
    '第 {place} 个字符，{name} 后面不能是“{sign}”：{tex}',
  ],
  "Invalid size: '{size}' at position {place}: {tex}": [
    '第 {place} 個字元的長度「{size}」不能用：{tex}',
    '第 {place} 个字符的长度“{size}”不能用：{tex}',
  ],
  "Invalid color: '{colour}' at position {place}: {tex}": [
    '第 {place} 個字元的顏色「{colour}」不能用：{tex}',
    '第 {place} 个字符的颜色“{colour}”不能用：{tex}',
  ],

  // KaTeX's without their place, which stands beside them.
  "Expected its end, got '{found}'": ['這裡不該有「{found}」', '这里不该有“{found}”'],
  "Expected group after '{sign}'": ['「{sign}」後面少了東西', '“{sign}”后面少了东西'],
  "Expected group as argument to '{name}'": ['{name} 少了參數', '{name} 少了参数'],
  'Expected & or \\\\ or \\cr or \\end': ['還沒有 \\end，公式就結束了', '还没有 \\end，公式就结束了'],
  'Expected a macro definition': ['少了巨集的定義', '少了宏的定义'],
  'Mismatch: \\begin{{begun}} matched by \\end{{ended}}': [
    '\\begin{{begun}} 對上了 \\end{{ended}}',
    '\\begin{{begun}} 对上了 \\end{{ended}}',
  ],
  'Extra }': ['多了一個 }', '多了一个 }'],
  "Can't use function '{name}' in {mode} mode": ['這裡不能用 {name}', '这里不能用 {name}'],
  "Unexpected end of input in a macro argument, expected '{wanted}'": [
    '參數還沒有「{wanted}」，公式就結束了',
    '参数还没有“{wanted}”，公式就结束了',
  ],
  'Too many tab characters: &': ['& 太多', '& 太多'],
  'Unknown column alignment: {sign}': ['沒有「{sign}」這種欄的對齊方式', '没有“{sign}”这种列的对齐方式'],
  'Limit controls must follow a math operator': ['\\limits 只能接在運算子後面', '\\limits 只能接在运算符后面'],
  '\\middle without preceding \\left': ['\\middle 前面沒有 \\left', '\\middle 前面没有 \\left'],
  '\\verb ended by end of line instead of matching delimiter': ['\\verb 到行尾還沒有結束', '\\verb 到行尾还没有结束'],
  "Invalid delimiter '{sign}' after '{name}'": ['{name} 後面不能是「{sign}」', '{name} 后面不能是“{sign}”'],
  "Invalid size: '{size}'": ['長度「{size}」不能用', '长度“{size}”不能用'],
  "Invalid color: '{colour}'": ['顏色「{colour}」不能用', '颜色“{colour}”不能用'],
};
