import { describe, expect, test } from 'vitest';
import { chooseConversion, convertTitle, createConverter } from '../../../src/chinese/conversion.ts';
import { HtmlConverter } from '../../../src/chinese/convert-html.ts';
import { matchLanguage, nameLanguage } from '../../../src/chinese/language.ts';
import { languageData } from '../../../src/disk/language-data.ts';

const open = (kind: Parameters<typeof createConverter>[0], more = {}) =>
  createConverter(kind, { openTable: languageData.openConversion, protect: [], dictionary: {}, ...more });
const toMainland = open('tw2cn');
const toTaiwan = open('cn2tw');

test.each([
  ['軟體', '软件'],
  ['滑鼠與記憶體', '鼠标与内存'],
  ['皇后以後的頭髮很乾燥', '皇后以后的头发很干燥'],
  ['乾隆年間，乾坤朗朗', '乾隆年间，乾坤朗朗'],
  ['看著他', '看着他'],
  ['著名的著作', '著名的著作'],
  ['看著名著', '看着名著'],
  ['土著的原著', '土著的原著'],
  ['「引號」', '「引号」'],
  ['計程車', '出租车'],
  ['機率與最大概似', '概率与最大似然'],
  ['大概似乎', '大概似乎'],
  ['損失函數', '损失函数'],
  ['共變異數矩陣', '协方差矩阵'],
  ['特徵向量', '特征向量'],
  ['時間序列', '时间序列'],
  ['直線上的點', '直线上的点'],
  ['線上遊戲', '在线游戏'],
  ['亦即時間', '亦即时间'],
  ['評估指標', '评估指标'],
  ['高階導數', '高阶导数'],
  ['參數列表', '参数列表'],
  ['投影片', '幻灯片'],
  ['no 漢字', 'no 汉字'],
  ['', ''],
])('Taiwan: %s → %s', (text, converted) => expect(toMainland.convert(text)).toBe(converted));

test.each([
  ['损失函数', '損失函數'],
  ['研究对象', '研究對象'],
  ['面向对象', '物件導向'],
  ['随机变量的方差', '隨機變數的變異數'],
  ['皇后以后头发发展干燥', '皇后以後頭髮發展乾燥'],
  ['支持向量机', '支持向量機'],
  ['局部最优与全局最优', '局部最優與全域最優'],
  ['计算法则', '計算法則'],
])('the mainland: %s → %s', (text, converted) => expect(toTaiwan.convert(text)).toBe(converted));

test('a writer’s words are stronger than all others, and the longest is taken', () => {
  const { convert } = open('tw2cn', {
    protect: ['軟體'],
    dictionary: { 軟體王: '软件大王', '(a|b)': '甲', 向量: '矢量' },
  });
  expect(convert('軟體與軟體王 (a|b)漢 向量')).toBe('軟體与软件大王 甲汉 矢量');
});

test('character by character no word of the place is changed', () => {
  expect(open('t2cn').convert('軟體與滑鼠')).toBe('软体与滑鼠');
});

test.each([
  ['zh-TW', 'zh-Hans', 'tw2cn'],
  ['zh-HK', 'zh-CN', 'hk2cn'],
  ['zh-CN', 'zh-TW', 'cn2tw'],
  ['zh-CN', 'zh-HK', 'cn2hk'],
  ['zh-TW', 'zh-HK', undefined],
  ['en', 'zh-CN', undefined],
])('from %s to %s it takes %s', (from, to, conversion) => expect(chooseConversion(from, to)).toBe(conversion));

test('titles keep their formulas and code', () => {
  expect(convertTitle('後 $後$ `後` \\(後\\) 後', toMainland.convert)).toBe('后 $後$ `後` \\(後\\) 后');
});

describe('raw HTML', () => {
  const convert = (...pieces: string[]): string[] => {
    const html = new HtmlConverter(toMainland);
    return pieces.map((piece) => html.html(piece));
  };
  test.each([
    ['<p title="後" id="後" href="後">後</p>', '<p title="后" id="後" href="後">后</p>'],
    ['<code>後</code>後<pre>後<code>後</code>後</pre>後', '<code>後</code>后<pre>後<code>後</code>後</pre>后'],
    ['<span lang="ja">後<span>後</span>後</span>後', '<span lang="ja">後<span>後</span>後</span>后'],
    ['<span lang="zh-TW">後</span>', '<span lang="zh-TW">后</span>'],
    [
      '<b translate="no">後</b><b class="x notranslate">後</b>後',
      '<b translate="no">後</b><b class="x notranslate">後</b>后',
    ],
    ['<img alt="後" src="後.png" translate="no">後', '<img alt="後" src="後.png" translate="no">后'],
    ['<!-- 後 --><script>"後"</script>', '<!-- 後 --><script>"後"</script>'],
  ])('%s', (html, converted) => expect(convert(html)).toEqual([converted]));

  test('an element may begin in one piece and end in another', () => {
    expect(convert('<div lang="en">後', '後</div>後')).toEqual(['<div lang="en">後', '後</div>后']);
  });
});

test.each([
  ['zh-CN', ['zh-TW', 'zh-Hans'], 1],
  ['zh-TW', ['zh-HK', 'zh-Hant-TW'], 1],
  ['en-GB', ['zh', 'en'], 1],
  ['ja', ['zh', 'en'], -1],
])('%s among %j is %i', (language, among, place) => expect(matchLanguage(language, among)).toBe(place));

test.each([
  ['zh-TW', '繁體中文'],
  ['zh-Hans', '简体中文'],
  ['zh-HK', '繁體中文（香港）'],
  ['en', 'English'],
  ['ja', '日本語'],
])('readers call %s %s', (language, name) => expect(nameLanguage(language)).toBe(name));
