import { describe, expect, test } from 'vitest';
import { toRoute, toSourcePath } from '../../../src/base/path.ts';
import { paginate } from '../../../src/generate/paginate.ts';
import type { LayoutPage } from '../../../src/model/page.ts';

const ids = (count: number) => Array.from({ length: count }, (_, at) => toSourcePath(`${at + 1}`));

function rowOf(count: number, perPage: number, { route = 'tags/a/', dir = 'page' } = {}): LayoutPage[] {
  return paginate(
    { kind: 'tag', route: toRoute(route), owner: 'x', layouts: ['tag'], posts: ids(count), perPage, term: 'a' },
    dir,
  );
}

describe('a list is split over as many pages as it needs', () => {
  test.each([
    [0, 10, [0]],
    [1, 10, [1]],
    [10, 10, [10]],
    [11, 10, [10, 1]],
    [21, 10, [10, 10, 1]],
    [3, 1, [1, 1, 1]],
    [7, 0, [7]],
    [0, 0, [0]],
  ])('%i posts, %i a page: %j', (count, perPage, sizes) => {
    const row = rowOf(count, perPage);
    expect(row.map(({ posts }) => posts?.length)).toEqual(sizes);
    expect(row.flatMap(({ posts }) => posts ?? [])).toEqual(ids(count));
    expect(row.map(({ pager }) => pager?.current)).toEqual(sizes.map((_, at) => at + 1));
    for (const { pager } of row) expect(pager?.total).toBe(sizes.length);
  });
});

test('the first page keeps the route of the list, the others stand below it', () => {
  expect(rowOf(3, 1).map(({ route }) => route)).toEqual(['tags/a/', 'tags/a/page/2/', 'tags/a/page/3/']);
  expect(rowOf(2, 1, { route: '' }).map(({ route }) => route)).toEqual(['', 'page/2/']);
  expect(rowOf(2, 1, { dir: '頁' }).map(({ route }) => route)).toEqual(['tags/a/', 'tags/a/頁/2/']);
  expect(rowOf(2, 1, { dir: 'p/n' })[1]).toMatchObject({
    route: 'tags/a/p/n/2/',
    pager: { base: 'tags/a/', format: 'p/n/%d/' },
  });
});

test('what all pages have in common is on each', () => {
  for (const page of rowOf(3, 2))
    expect(page).toMatchObject({ type: 'layout', kind: 'tag', owner: 'x', layouts: ['tag'], term: 'a' });
});
