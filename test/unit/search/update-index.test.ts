/**
 * An index that was changed is the index that would be made anew, file for file.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchDocument } from '../../../src/search/collect-terms.ts';
import { drawTree, findLeaf, rearrange, type Tree } from '../../../src/search/partition.ts';
import { indexPosts, MemoryShelf, type Posts, writePost } from '../../support/search.ts';

const text = fc
  .array(fc.constantFrom('神經網路', '梯度', '下降', '軟體', '數據', '。', '\n', 'Kalman ', 'C++ ', '𠮷', '機率論'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));
const long = fc
  .nat(3000)
  .map((seed) =>
    [...Array(4000).keys()].map((at) => String.fromCodePoint(0x4e00 + ((seed + at * at) % 4000))).join(''),
  );
const post: fc.Arbitrary<SearchDocument> = fc
  .tuple(fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: long }), text)
  .map(([body, title]) => writePost(body, { title }));
const site = fc
  .array(fc.tuple(fc.nat(20), post), { maxLength: 14 })
  .map((list) => new Map(list.map(([id, one]) => [`p${String(id).padStart(2, '0')}`, one])));
const sort = (posts: Posts): Posts => new Map([...posts].sort(([a], [b]) => (a < b ? -1 : 1)));

test('after any changes', () => {
  fc.assert(
    fc.property(site, fc.array(fc.tuple(fc.nat(20), fc.option(post)), { maxLength: 6 }), (given, edits) => {
      const posts = new Map(given);
      const shelf = new MemoryShelf();
      let state = indexPosts(sort(posts), shelf);
      for (const [id, edited] of edits) {
        const name = `p${String(id).padStart(2, '0')}`;
        if (edited) posts.set(name, edited);
        else posts.delete(name);
        state = indexPosts(sort(posts), shelf, state);
        const clean = new MemoryShelf();
        expect(indexPosts(sort(posts), clean)).toEqual(state);
        expect([...shelf.files].sort()).toEqual([...clean.files].sort());
      }
    }),
    { numRuns: 30 },
  );
});

test('a sentence more in one of many posts changes few files', () => {
  const han = (at: number): string => String.fromCodePoint(0x4e00 + ((at * 7919) % 3000));
  const posts = new Map(
    Array.from({ length: 400 }, (_, number) => {
      const body = Array.from({ length: 400 }, (_, at) => han(number * 97 + at * 3)).join('');
      return [`p${String(number).padStart(3, '0')}`, writePost(body)] as const;
    }),
  );
  const shelf = new MemoryShelf();
  const state = indexPosts(posts, shelf);
  shelf.written = [];
  posts.set('p200', writePost(`${posts.get('p200')?.text}\n編輯記號。`));
  indexPosts(posts, shelf, state);
  expect(shelf.files.size).toBeGreaterThan(80);
  expect(shelf.written).toContain('index.json');
  // One file of texts, one of cards, one for each new pair, and the index itself.
  expect(shelf.written.filter((name) => name.startsWith('texts/'))).toHaveLength(1);
  expect(shelf.written.length).toBeLessThanOrEqual(8);
});

test('a tree of shards does not tell how it came about', () => {
  const items = fc.array(fc.record({ key: fc.nat(0xffffffff), size: fc.integer({ min: 1, max: 60 }) }), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(items, items, (first, second) => {
      const limit = { size: 100, depth: 32 };
      const at = { once: grow([[...first, ...second]], limit), twice: grow([first, second, []], limit) };
      expect(drawTree(at.twice)).toBe(drawTree(at.once));
    }),
  );
});

type Items = { key: number; size: number }[];

function grow(batches: readonly Items[], limit: { size: number; depth: number }): Map<string, number> {
  const all: Items = [];
  const sizes = new Map([['', 0]]);
  const lying = (path: string): Items => all.filter(({ key }) => key.toString(2).padStart(32, '0').startsWith(path));
  for (const batch of batches) {
    all.push(...batch);
    const tree: Tree<Items[number]> = { sizes, changed: new Map() };
    for (const { key } of batch) tree.changed.set(findLeaf(sizes, key), lying(findLeaf(sizes, key)));
    rearrange(tree, limit, lying);
  }
  return sizes;
}
