/** What is remembered from page to page must still be noted by each page that shows it. */
import { expect, test } from 'vitest';
import { createLook, Notes } from '../../../src/base/memo.ts';
import { PageDrawer } from '../../../src/layout/layout-page.ts';
import { createFacts, drawn } from './support.ts';

const template = `{{ page.title }}{{ page.title }}{{ site.tags.length }}{{ site.tags.length }}{{ url_for('posts/C#/') }}{{ url_for('a/') }}
{%- for post in site.posts %}{{ post.date.format('YYYY') }}{{ date(post.date, 'MM') }}{{ post.tags.first().length }}{% endfor %}{{ open_graph() }}{{ json_ld() }}`;

test('the second page that shows the same facts notes them all', () => {
  const facts = createFacts({ templates: { page: template } });
  const listCells = (drawer: PageDrawer, page: (typeof drawn)['home']): string[] => {
    const notes = new Notes(createLook(() => ''));
    expect(drawer.draw(page, notes).diagnostics).toEqual([]);
    return notes.reads.map(({ cell }) => cell).sort();
  };
  const drawer = new PageDrawer(facts);
  const [home, again] = [listCells(drawer, drawn.home), listCells(drawer, drawn.homeSecond)];
  expect(home).toEqual(expect.arrayContaining(['posts', 'terms:tag', 'route:posts/C#/']));
  expect(home.filter((cell) => /^(post|term):/.test(cell)).length).toBeGreaterThan(3);
  expect(again).toEqual(home);
  expect(listCells(drawer, drawn.post)).toEqual(listCells(new PageDrawer(facts), drawn.post));
});

test('a date is written in the language of the page that shows it', () => {
  const { posts, pages, byId, ...graph } = createFacts({}).graph;
  const english = [...byId.values()].map((post) => (post.id === drawn.jerry.post ? { ...post, lang: 'en' } : post));
  const facts = createFacts({
    templates: { page: "{% for post in site.posts %}{{ post.date.format('MMMM') }} {% endfor %}" },
    graph: { ...graph, posts, pages, byId: new Map(english.map((post) => [post.id, post])) },
  });
  const drawer = new PageDrawer(facts);
  const draw = (page: (typeof drawn)['home']): string | undefined =>
    drawer.draw(page, new Notes(createLook(() => ''))).bytes?.toString();
  expect(draw(drawn.home)).toContain('五月');
  expect(draw(drawn.jerry)).toContain('May');
  expect(draw(drawn.home)).toContain('五月');
});
