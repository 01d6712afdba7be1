import { describe, expect, test } from 'vitest';
import type { GeneratorFunction } from '../../../src/model/extension.ts';
import { generate, makePosts } from './generate.ts';

describe('a post or page is drawn by the layout it asks for, then by what is nearest', () => {
  test.each([
    ['source/_posts/a.md', '', ['post', 'page', 'index']],
    ['source/_posts/a.md', 'layout: photo', ['photo', 'post', 'page', 'index']],
    ['source/_posts/a.md', 'layout: page', ['page', 'post', 'index']],
    ['source/_posts/a.md', 'layout: false', []],
    ['source/a.md', '', ['page', 'post', 'index']],
    ['source/a.md', 'layout: about', ['about', 'page', 'post', 'index']],
    ['source/a.md', 'layout: post', ['post', 'page', 'index']],
    ['source/a.md', 'layout: off', []],
  ])('%s with `%s`: %j', (path, frontMatter, layouts) => {
    const { layoutPage } = generate({ [path]: `---\ndate: 2024-01-01\npermalink: a/\n${frontMatter}\n---\nx` });
    expect(layoutPage('a/')).toMatchObject({ layouts, post: path, owner: path });
  });
});

describe('texts for machines', () => {
  const documents = (config: string, files = makePosts(1)): string[] =>
    generate(files, { config }).pages.flatMap((page) =>
      page.type === 'document' ? [`${page.kind} ${page.route}`] : [],
    );

  test.each([
    ['', ['atom atom.xml', 'sitemap sitemap.xml', 'robots robots.txt']],
    ['feed: {type: rss2}\nsitemap: false\nrobots: false', ['rss rss2.xml']],
    ['feed: {type: [atom, rss2]}\nsitemap: false\nrobots: false', ['atom atom.xml', 'rss rss2.xml']],
    [
      'feed: {type: [atom, rss2], path: [feed.xml, a/rss.xml]}\nsitemap: false\nrobots: false',
      ['atom feed.xml', 'rss a/rss.xml'],
    ],
    [
      'feed: {path: feed.xml}\nsitemap: {path: [map.xml, map.txt]}\nrobots: false',
      ['atom feed.xml', 'sitemap map.xml', 'sitemap-list map.txt'],
    ],
    ['feed: false\nsitemap: {enable: false}', ['robots robots.txt']],
  ])('with %j', (config, expected) => {
    expect(documents(config)).toEqual(expected);
  });

  test('of a blog without posts there is no feed', () => {
    expect(documents('', {})).toEqual(['sitemap sitemap.xml', 'robots robots.txt']);
  });
});

test('every site has a page for what is not found', () => {
  expect(generate({}).layoutPage('404.html')).toMatchObject({ kind: 'notFound', layouts: ['404'] });
});

describe('generators of scripts', () => {
  const run = (generator: GeneratorFunction, files: Record<string, string> = {}) =>
    generate(files, { generators: { mine: generator } });

  test('give texts and pages', () => {
    const { page, diagnostics } = run(
      (graph) => [
        { path: '/counts.json', text: String(graph.posts.length) },
        { path: 'stats/', layout: 'stats', data: { total: 3 } },
        { path: 'plain/' },
        { path: 'many/index.html', layout: ['a', 'b'] },
        { path: 'empty.txt', text: '' },
      ],
      makePosts(2),
    );
    expect(page('counts.json')).toEqual({
      type: 'text',
      route: 'counts.json',
      owner: 'the generator “mine”',
      text: '2',
    });
    expect(page('stats/')).toMatchObject({ type: 'layout', kind: 'custom', layouts: ['stats'], data: { total: 3 } });
    expect(page('plain/')).toMatchObject({ layouts: ['page'] });
    expect(page('many/')).toMatchObject({ layouts: ['a', 'b'] });
    expect(page('empty.txt')).toMatchObject({ type: 'text', text: '' });
    expect(diagnostics).toEqual([]);
  });

  test('that throw are told, and the others run', () => {
    const { diagnostics, routes } = generate(makePosts(1), {
      generators: {
        bad() {
          throw new Error('out of luck');
        },
        *half() {
          yield { path: 'half.txt', text: 'x' };
          throw new TypeError('no more');
        },
        good: () => [{ path: 'good.txt', text: 'x' }],
      },
    });
    expect(diagnostics.map(({ code, at, values }) => `${code} ${at?.file} ${values.detail}`)).toEqual([
      'script/failed scripts/x.js out of luck',
      'script/failed scripts/x.js no more',
    ]);
    expect(routes).toContain('good.txt');
  });

  test('may not take the address of a post, nor one outside', () => {
    const { told } = run(
      () => [
        { path: 'X/', text: 'x' },
        { path: '../x.txt', text: 'x' },
      ],
      { 'source/_posts/a.md': '---\ndate: 2024-01-01\npermalink: x/\n---\nx' },
    );
    expect(told().sort()).toEqual([
      'route/duplicate the generator “mine” | source/_posts/a.md',
      'route/outside ../x.txt | ',
    ]);
  });
});
