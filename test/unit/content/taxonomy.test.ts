import { describe, expect, test } from 'vitest';
import type { Term } from '../../../src/model/graph.ts';
import { readAll } from './reading.ts';

/** Posts that have nothing but tags or categories, newest first. */
function gather(frontMatters: readonly string[], config = '') {
  const files = frontMatters.map((text, at) => [
    `source/_posts/${at + 1}.md`,
    `---\ndate: 2024-01-${String(20 - at).padStart(2, '0')}\n${text}\n---\nx`,
  ]);
  return readAll(Object.fromEntries(files), config);
}

const routesOf = (terms: readonly Term[]): string[] => terms.map(({ name, route }) => `${name} ${route}`);
const postsOf = (term: Term | undefined): string[] => (term?.posts ?? []).map((id) => id.replace(/\D/g, ''));

describe('tags', () => {
  test('gather posts, newest first, each under its slug', () => {
    const { graph, diagnostics } = gather([
      'tags: [數學, Hello World]',
      'tags: 數學',
      'tags: ["含 空白/斜線", 表情😀]',
    ]);
    expect(routesOf(graph.tags)).toEqual([
      'Hello World tags/Hello-World/',
      '含 空白/斜線 tags/含-空白-斜線/',
      '數學 tags/數學/',
      '表情😀 tags/表情😀/',
    ]);
    expect(postsOf(graph.tags[2])).toEqual(['1', '2']);
    expect(diagnostics).toEqual([]);
  });

  test('that would share an address each have a page, and it is told', () => {
    const { graph, diagnostics } = gather(['tags: [C++, C]', 'tags: ["C#"]']);
    expect(routesOf(graph.tags)).toEqual(['C tags/C/', 'C# tags/C-2/', 'C++ tags/C-3/']);
    expect(
      diagnostics.map(({ code, values }) => `${code} ${values.name} ${values.rival} ${values.given} ${values.map}`),
    ).toEqual(['route/term-clash C# C tags/C-2/ tag_map', 'route/term-clash C++ C tags/C-3/ tag_map']);
    expect(diagnostics[0]?.severity).toBe('warning');
  });

  test('never take the address of one that clashes with nobody', () => {
    const { graph } = gather(['tags: [C, C++, "C-2", "C-3"]']);
    expect(routesOf(graph.tags)).toEqual(['C tags/C/', 'C++ tags/C-4/', 'C-2 tags/C-2/', 'C-3 tags/C-3/']);
  });

  test('of another case are others, as in Hexo', () => {
    const { graph, diagnostics } = gather(['tags: [c, C]']);
    expect(routesOf(graph.tags)).toEqual(['C tags/C/', 'c tags/c/']);
    expect(diagnostics).toEqual([]);
  });

  test('may have slugs of their own', () => {
    const config = 'tag_map: {C++: cpp, 數學: Math & Logic, 零: 0}\ntag_dir: t';
    expect(routesOf(gather(['tags: [C++, 數學, C, 零, constructor]'], config).graph.tags)).toEqual([
      'C t/C/',
      'C++ t/cpp/',
      'constructor t/constructor/',
      '數學 t/Math-Logic/',
      '零 t/0/',
    ]);
    expect(routesOf(gather(['tags: Hello'], 'filename_case: 1').graph.tags)).toEqual(['Hello tags/hello/']);
    expect(routesOf(gather(['tags: Hello'], 'filename_case: 2').graph.tags)).toEqual(['Hello tags/HELLO/']);
  });

  test('of which nothing is left as a slug have a page too', () => {
    expect(routesOf(gather(['tags: ["---", "???"]']).graph.tags)).toEqual(['--- tags/-/', '??? tags/--2/']);
  });

  test('never lead outside', () => {
    const { graph } = gather(['tags: ["..", "../x", "/"]'], 'tag_map: {a: "../../b"}');
    for (const { route } of graph.tags) expect(route).not.toContain('..');
  });

  test('have an id of their own', () => {
    const ids = gather(['tags: [C, C++, c, constructor]']).graph.tags.map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('categories', () => {
  test('are a tree, and a post stands in all on its path', () => {
    const { graph } = gather(['categories: [數學, 代數]', 'categories: [[數學, 幾何], [雜記]]', 'categories: 數學']);
    const [math, notes] = graph.categories;
    expect(routesOf(graph.categories)).toEqual(['數學 categories/數學/', '雜記 categories/雜記/']);
    expect(routesOf(math?.children ?? [])).toEqual(['代數 categories/數學/代數/', '幾何 categories/數學/幾何/']);
    expect(postsOf(math)).toEqual(['1', '2', '3']);
    expect(postsOf(math?.children[0])).toEqual(['1']);
    expect(postsOf(notes)).toEqual(['2']);
    expect(math?.children[0]).toMatchObject({ path: ['數學', '代數'], slug: '數學/代數', taxonomy: 'category' });
  });

  test('of one name under two parents are two', () => {
    const { graph } = gather(['categories: [A, B]', 'categories: [C, B]']);
    const [a, c] = graph.categories.map(({ children }) => children[0]);
    expect([a?.name, c?.name]).toEqual(['B', 'B']);
    expect(a?.id).not.toBe(c?.id);
    expect([a?.route, c?.route]).toEqual(['categories/A/B/', 'categories/C/B/']);
  });

  test('count a post once, even if its paths share a parent', () => {
    const { graph } = gather([
      'categories: [[數學, 線性代數], [數學]]',
      'categories: [[數學, 線性代數], [數學, 微積分]]',
    ]);
    expect(postsOf(graph.categories[0])).toEqual(['1', '2']);
  });

  test('that would share an address each have a page, with their children below', () => {
    const { graph, diagnostics } = gather([
      'categories: [C++, 模板]',
      'categories: [C, 指標]',
      'categories: [甲, [C, x], ["C#", y]]',
    ]);
    expect(routesOf(graph.categories.flatMap((term) => [term, ...term.children]))).toEqual([
      'C categories/C/',
      'x categories/C/x/',
      '指標 categories/C/指標/',
      'C# categories/C-2/',
      'y categories/C-2/y/',
      'C++ categories/C-3/',
      '模板 categories/C-3/模板/',
      '甲 categories/甲/',
    ]);
    expect(diagnostics.map(({ values }) => values.map)).toEqual(['category_map', 'category_map']);
  });

  test('may have slugs of their own', () => {
    const { graph } = gather(['categories: [程式, C++]'], 'category_map: {C++: cpp, 程式: code}\ncategory_dir: /');
    expect(routesOf(graph.categories.flatMap((term) => [term, ...term.children]))).toEqual([
      '程式 code/',
      'C++ code/cpp/',
    ]);
  });
});
