/**
 * Words that differ between Taiwan and the mainland, though their characters be folded.
 * Who writes 神經網路 is found by 神经网络: the other word is indexed beside the one that
 * stands there. What is sure (OpenCC's dictionary from Taiwan to the mainland) counts as
 * if it stood there; the rest is only shown to who finds nothing else, or asks for more.
 */
import { TAIWAN_WORDS } from './tables.ts';

export interface Exchange {
  readonly from: string;
  readonly to: string;
  readonly sure: boolean;
}

/** Terms of mathematics and learning that OpenCC does not know, Taiwan's first; both folded. */
const MORE_WORDS =
  '贝氏 贝叶斯|常态分布 正态分布|共变异数 协方差|变异数 方差|反矩阵 逆矩阵|逻辑回归 逻辑斯谛回归|过度拟合 过拟合|正规化 正则化|蒙地卡罗 蒙特卡洛|马可夫 马尔可夫|卡尔曼 卡曼|傅立叶 傅里叶|尤拉 欧拉|纯量 标量|抽样 采样|丛集 聚类|分群 聚类|自动编码器 自编码器|增强式学习 强化学习|非监督式 无监督|监督式学习 监督学习|高斯消去法 高斯消元法|最小平方 最小二乘|机率密度 概率密度|类神经 神经|随机程序 随机过程|梯度陡降 梯度下降|叠代 迭代|辨识 识别';

/** By the first two UTF-16 units as one number. */
const byStart = new Map<number, Exchange[]>();
/** Which UTF-16 units begin a word of the lists: most do not, and are passed over. */
const beginners = new Uint8Array(0x10000);

function addWords(list: string, direction: 'there' | 'back', sure: boolean): void {
  for (const line of list.split('|')) {
    const [taiwan = '', mainland = ''] = line.split(' ');
    const [from, to] = direction === 'there' ? [taiwan, mainland] : [mainland, taiwan];
    if (from.length < 2) continue;
    beginners[from.charCodeAt(0)] = 1;
    const start = startAt(from, 0);
    byStart.set(start, [...(byStart.get(start) ?? []), { from, to, sure }]);
  }
}

function readLists(): void {
  addWords(TAIWAN_WORDS, 'there', true);
  addWords(MORE_WORDS, 'there', false);
  addWords(MORE_WORDS, 'back', false);
  addWords(TAIWAN_WORDS, 'back', false);
  for (const list of byStart.values()) list.sort((a, b) => b.from.length - a.from.length);
}

function startAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

function findExchange(run: string, at: number, sure: boolean): Exchange | undefined {
  if (beginners[run.charCodeAt(at)] !== 1) return undefined;
  const starting = byStart.get(startAt(run, at));
  return starting?.find((one) => one.sure === sure && run.startsWith(one.from, at));
}

/** A run with other words in it. */
export interface Exchanged {
  readonly text: string;
  readonly used: readonly Exchange[];
}

/**
 * The run as it would be written elsewhere: of two words that begin at one place the longer
 * is taken. `undefined` if no word in it has another.
 *
 * @param sure - only the exchanges that are sure, or only the others
 */
export function exchangeWords(run: string, sure: boolean): Exchanged | undefined {
  if (byStart.size === 0) readLists();
  const used: Exchange[] = [];
  let [text, kept] = ['', 0];
  for (let at = 0; at < run.length - 1; ) {
    const found = findExchange(run, at, sure);
    at += found?.from.length ?? 1;
    if (!found) continue;
    used.push(found);
    text += run.slice(kept, at - found.from.length) + found.to;
    kept = at;
  }
  return used.length > 0 ? { text: text + run.slice(kept), used } : undefined;
}
