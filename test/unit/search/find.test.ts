/**
 * What is found: the index and the theme's client together.
 */
import { describe, expect, test } from 'vitest';
import { indexPosts, MemoryShelf, openClient, readPassage, searchTexts, writePost } from '../../support/search.ts';

describe('a query and a text', () => {
  test.each([
    ['梯度下降', '使用梯度下降法'],
    ['神经网络', '神經網路很深'],
    ['软件', '軟體工程'],
    ['軟體', '软件工程'],
    ['內存', '記憶體管理'],
    ['概率', '機率論'],
    ['量化误差', '量化誤差很小'],
    ['hamiltonian', 'Hamiltonian Monte Carlo'],
    ['Ｐｙｔｈｏｎ', '用Python寫'],
    ['演算法', 'LMS演算法'],
    ['lms演算法', 'LMS 演算法'],
    ['卷', '卷積神經網路'],
    ['路', '卷積神經網路'],
    ['Chol', 'Cholesky 分解'],
    ['分解 Cholesky', 'Cholesky 分解'],
    ['Cholesky分解', 'Cholesky 分解'],
    ['损失函数', '損失函數的定義'],
    ['第2章', '見第 2 章'],
    ['requires_grad', 'x.requires_grad = True'],
    ['c++', '用 C++ 寫'],
    ['「貝氏定理」？', '貝氏定理'],
    ['poincare', 'Poincaré 不等式'],
    ['𠮷野', '𠮷野家'],
    ['神經網路訓練', '神經網路訓練'],
    ['神经网络训练', '神經網路訓練'],
    ['x2', '若 x² 大'],
  ])('%s finds %s', async (query, text) => {
    expect((await searchTexts(['別的文章', text], query)).hits).toEqual([1]);
  });

  test.each([
    ['。', '句號。'],
    ['', '什麼'],
    ['梯度下降', '梯度。下降'],
    ['貝氏定理', '貝氏的定理與貝氏學派，韋氏定律'],
    ['可以把', '可以說，可以走，以把手'],
    ['lm', 'film'],
    ['c++', '從 c 開始'],
  ])('%s does not find %s', async (query, text) => {
    expect((await searchTexts([text], query)).hits).toEqual([]);
  });

  test('words apart and other words are kept for who asks for more', async () => {
    const texts = ['Kalman filter', 'the filter of Kalman', '數據', '資料'];
    expect(await searchTexts(texts, 'kalman filter')).toMatchObject({ hits: [0], more: [1] });
    expect(await searchTexts(texts, '資料')).toMatchObject({ hits: [3], more: [2] });
    expect((await searchTexts(texts, '数据')).hits.toSorted()).toEqual([2, 3]);
    expect((await searchTexts(texts.slice(1), 'kalman filter')).hits).toEqual([0]);
  });
});

test('titles come before tags, tags before headings, headings before text', async () => {
  const texts = [
    writePost('矩陣'),
    writePost('甲', { headings: ['矩陣'] }),
    writePost('甲', { tags: ['矩陣'] }),
    writePost('甲', { title: '矩陣' }),
  ];
  expect((await searchTexts(texts, '矩陣')).hits).toEqual([3, 2, 1, 0]);
});

describe('a passage', () => {
  const show = async (document: Parameters<typeof writePost>, query: string): Promise<string[]> => {
    const shelf = new MemoryShelf();
    indexPosts(new Map([['a', writePost(...document)]]), shelf);
    const client = await openClient(shelf);
    const { pieces } = await client.search(query);
    return (await readPassage(client, 0, pieces)).parts;
  };

  test('shows what is found as it was written', async () => {
    expect(await show(['前文。這裡有神經網路，很深。'], '神经网络')).toEqual(['這裡有', '神經網路', '，很深。']);
    expect(await show(['the Ｐｙｔｈｏｎ language'], 'python')).toEqual(['the ', 'Ｐｙｔｈｏｎ', ' language']);
    expect(await show(['Schro\u0308dinger 方程'], 'schrodinger')).toEqual(['', 'Schro\u0308dinger', ' 方程']);
  });

  test('is cut around the place', async () => {
    const parts = await show([`${'前'.repeat(300)}矩陣${'後'.repeat(300)}`], '矩陣');
    expect(parts[1]).toBe('矩陣');
    expect(parts[0]).toMatch(/^…前+$/);
    expect(parts[2]).toMatch(/^後+…$/);
    expect(parts.join('').length).toBeLessThan(120);
  });

  test('a post that has the pieces only apart is known by its text', async () => {
    const shelf = new MemoryShelf();
    indexPosts(new Map([['a', writePost('梯度。下降')]]), shelf);
    expect((await readPassage(await openClient(shelf), 0, ['梯度下降'])).isThere).toBe(false);
  });
});

test('a query loads few files', async () => {
  const shelf = new MemoryShelf();
  const han = (at: number): string =>
    String.fromCodePoint(0x4e00 + ((Math.imul(at ^ (at >> 7), 0x9e3779b1) >>> 16) % 9000));
  const posts = Array.from({ length: 300 }, (_, post) => {
    const text = Array.from({ length: 300 }, (_, at) => han(post * 300 + at)).join('');
    return [`p${post}`, writePost(text)] as const;
  });
  indexPosts(new Map(posts), shelf);
  expect(shelf.files.size).toBeGreaterThan(60);
  const loaded: string[] = [];
  const client = await openClient(shelf, loaded);
  const wanted = posts[7]?.[1].text.slice(100, 104) ?? '';
  expect((await client.search(wanted)).hits).toEqual([7]);
  expect(loaded.length).toBeLessThan(5);
});
