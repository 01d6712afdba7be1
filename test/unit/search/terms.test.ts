/**
 * What a text is indexed by: folding, runs, terms, words of Taiwan and the mainland.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectTerms, keyTerm, nameTerm } from '../../../src/search/collect-terms.ts';
import { foldText, listFolds } from '../../../src/search/fold.ts';
import { FOLLOWERS, Manners, WEIGHT } from '../../../src/search/postings.ts';
import { splitRuns } from '../../../src/search/runs.ts';
import { exchangeWords } from '../../../src/search/words.ts';
import { openClientOn, writePost } from '../../support/search.ts';

describe('folding', () => {
  test.each([
    ['Ｐｙｔｈｏｎ', 'python'],
    ['神經網路', '神经网路'],
    ['后來與後來', '后来与后来'],
    ['看著名著', '看着名着'],
    ['臺灣裡裏', '台湾里里'],
    ['Schrödinger Poincaré', 'schrodinger poincare'],
    ['が', 'が'],
    ['x²', 'x2'],
    ['ΣΑΣ', 'σασ'],
    ['𠁞', '𠀾'],
  ])('%s → %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('a text is folded unit by unit as the client folds a query at once', async () => {
    const fold = [...listFolds()].flat().join('');
    const { fold: foldAtOnce } = await openClientOn(async () =>
      JSON.stringify({ version: '', posts: 0, cards: 1, terms: '2', texts: '2', fold }),
    );
    for (let code = 1; code < 0x10000; code++) {
      const text = `か${String.fromCharCode(code)}e`;
      expect(foldText(text)).toBe(foldAtOnce(text));
    }
    const characters = fc.constantFrom(...'é́がﾞ각각ㄱ⋯…ﬁ后後😀 ﷺΣ');
    for (const unit of ['binary', characters] as const)
      fc.assert(fc.property(fc.string({ unit }), (text) => foldText(text) === foldAtOnce(text)));
    const long = `${'ﷺ'.repeat(9000)}é`;
    expect(foldText(long)).toBe(foldAtOnce(long));
  });

  test('twice is as once', () => {
    for (const to of listFolds().values()) expect(foldText(to)).toBe(to);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)));
  });
});

describe('runs', () => {
  const write = (text: string): string[] => splitRuns(text).map((run) => (run.follows ? `+${run.text}` : run.text));
  test.each([
    ['lms演算法', ['lms', '+演算法']],
    ['第2章', ['第', '+2', '+章']],
    ['一，二\n三', ['一', '+二', '三']],
    ['requires_grad=true', ['requires', '+grad', '+true']],
    ['c++ 与 c#', ['c++', '+与', '+c#']],
    ['𠮷野家', ['𠮷野家']],
    ['。…—', []],
  ])('%s', (text, runs) => {
    expect(write(text)).toEqual(runs);
  });

  test('a word without end is cut', () => {
    expect(splitRuns('x'.repeat(1000))[0]?.text).toHaveLength(40);
  });
});

describe('terms', () => {
  const termsOf = (text: string): string[] => [...collectTerms(writePost(text)).terms.keys()].map(nameTerm);

  test('pairs, the last character of a run, words', () => {
    expect(termsOf('LMS演算法')).toEqual(expect.arrayContaining(['lms', '演算', '算法', '法']));
    expect(termsOf('量')).toEqual(['量']);
    expect(termsOf('𠮷野家')).toEqual(['𠮷野', '野家', '家']);
  });

  test('the words of the mainland stand beside those of Taiwan', () => {
    expect(termsOf('神經網路很深')).toEqual(expect.arrayContaining(['网路', '网络', '络很']));
    expect(exchangeWords('软体与记忆体', true)?.text).toBe('软件与内存');
    expect(exchangeWords('软件', true)).toBeUndefined();
    expect(exchangeWords('软件', false)?.text).toBe('软体');
  });

  test('a title, tags and headings weigh more; how often is told coarsely', () => {
    const post = writePost('甲 乙 乙 乙', { title: '丙', tags: ['丁'], headings: ['戊'] });
    const { terms } = collectTerms(post);
    const weightOf = (term: string): number => terms.get(keyTerm(term))?.weight ?? Number.NaN;
    expect(terms.get(keyTerm('甲'))?.followers).toHaveLength(1);
    expect(weightOf('甲')).toBe(0);
    expect(weightOf('乙')).toBe(1);
    expect(weightOf('丙') & WEIGHT.title).toBe(WEIGHT.title);
    expect(weightOf('丁') & WEIGHT.tag).toBe(WEIGHT.tag);
    expect(weightOf('戊') & WEIGHT.heading).toBe(WEIGHT.heading);
  });
});

test.each(['量', '量化', '的', 'ab', 'c', '𠮷', '𠮷野', 'ー', '퟿', '，'])('the key of %s names it', (term) => {
  expect(nameTerm(keyTerm(term))).toBe(term);
});

test('postings are read as they were written', () => {
  const follower = fc.nat(FOLLOWERS - 1);
  const manner = fc.tuple(fc.uniqueArray(follower, { maxLength: 50 }), fc.nat(63));
  const list = fc.uniqueArray(fc.tuple(fc.nat(30000), manner), { selector: ([post]) => post });
  fc.assert(
    fc.property(list, (entries) => {
      const manners = new Manners();
      const postings = entries
        .map(([post, [followers, weight]]) =>
          manners.pack(post, { followers: followers.sort((a, b) => a - b), weight }),
        )
        .sort((a, b) => a - b);
      const text = manners.write(postings);
      expect(text).toMatch(/^[#-[\]-~]*$/);
      expect(manners.read(text)).toEqual(postings);
    }),
  );
});
