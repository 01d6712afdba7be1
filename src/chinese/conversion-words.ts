/**
 * Words of our own for the conversion between Taiwan's and mainland Chinese.
 *
 * OpenCC's words are those of computing: they make 指針 (pointer) of 指標 (measure), 串行
 * of 序列 (sequence), 函式 of 函数. Here stand the words of mathematics and statistics, and
 * phrases in which a word of computing only seems to stand (直線上, 亦即時).
 */

const ON_A_LINE = [...'直曲切法數實虛角垂中斜折軸界邊路連高平跑產戰前條稜'].map((line) => `${line}線上`);

/** Words of Taiwan that mean the same on the mainland, character by character. */
export const KEPT_IN_CN: readonly string[] = [
  ...ON_A_LINE,
  ...'向量 序列 離線 核心 圖示 指標 建立 行程 程序 撥出 個人資料 相關資料 背景資料 補充資料 查資料 找資料 大概似乎 大概似的 即時間 亦即時 立即時 隨即時 線上的點'.split(
    ' ',
  ),
  ...'高階 低階 類比 類比較 正規化'.split(' '),
  ...'參數列表 命令列表 狀態列表 位址列表 工作列表'.split(' '),
  ...'名著 原著 論著 專著 土著 卓著 著有 編著 譯著 遺著 拙著'.split(' '),
];

export const TW_TO_CN: Readonly<Record<string, string>> = {
  序列埠: '串口',
  程序導向: '面向过程',
  高階語言: '高级语言',
  高階主管: '高级主管',
  類比電路: '模拟电路',
  類比電子: '模拟电子',
  類比訊號: '模拟信号',
  函式指標: '函数指针',
  空指標: '空指针',
  智慧指標: '智能指针',
  投影片: '幻灯片',
  實作: '实现',
  雜訊: '噪声',
  類神經網路: '神经网络',
  最大概似: '最大似然',
  概似: '似然',
  變異數: '方差',
  共變異數: '协方差',
  常態分佈: '正态分布',
  常態分布: '正态分布',
  常態分配: '正态分布',
  機率分配: '概率分布',
  聯合分配: '联合分布',
  邊際分配: '边缘分布',
  邊際分佈: '边缘分布',
  邊際分布: '边缘分布',
  邊際機率: '边缘概率',
  信賴區間: '置信区间',
  假設檢定: '假设检验',
  卡方檢定: '卡方检验',
  檢定統計量: '检验统计量',
  顯著水準: '显著性水平',
  純量: '标量',
  貝氏: '贝叶斯',
  馬可夫: '马尔可夫',
  蒙地卡羅: '蒙特卡罗',
  卜瓦松: '泊松',
  連鎖律: '链式法则',
  鏈鎖律: '链式法则',
  監督式學習: '监督学习',
  非監督式學習: '无监督学习',
  鑑別器: '判别器',
};

/** Words of the mainland that mean the same in Taiwan, character by character. */
export const KEPT_IN_TW: readonly string[] = '函数 参数 局部 对象 映射 联系 类型 连接 激活函数 支持向量机'.split(' ');

export const CN_TO_TW: Readonly<Record<string, string>> = {
  面向对象: '物件導向',
  构造函数: '建構函式',
  虚函数: '虛擬函式',
  全局: '全域',
  进程: '行程',
  循环神经网络: '循環神經網路',
  幻灯片: '投影片',
  噪声: '雜訊',
  似然: '概似',
  方差: '變異數',
  协方差: '共變異數',
  正态分布: '常態分布',
  置信区间: '信賴區間',
  假设检验: '假設檢定',
  标量: '純量',
  贝叶斯: '貝氏',
  马尔可夫: '馬可夫',
  蒙特卡罗: '蒙地卡羅',
  蒙特卡洛: '蒙地卡羅',
  泊松: '卜瓦松',
};
