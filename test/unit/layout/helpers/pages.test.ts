import { expect, test } from 'vitest';
import { categories, createFixture, drawn, pages, posts, tags } from '../support.ts';

const KINDS = [
  'is_home',
  'is_home_first_page',
  'is_post',
  'is_page',
  'is_archive',
  'is_year',
  'is_month',
  'is_category',
  'is_tag',
];

test.each([
  ['home', ['is_home', 'is_home_first_page']],
  ['homeSecond', ['is_home']],
  ['post', ['is_post']],
  ['about', ['is_page']],
  ['archive', ['is_archive']],
  ['year', ['is_archive', 'is_year']],
  ['month', ['is_archive', 'is_year', 'is_month']],
  ['category', ['is_category']],
  ['tag', ['is_tag']],
  ['notFound', []],
] as const)('on %s the true ones are %j', (name, expected) => {
  const { ask } = createFixture({ page: drawn[name] });
  expect(KINDS.filter((kind) => ask(kind) === true)).toEqual(expected);
  expect(KINDS.filter((kind) => ask(kind) === false)).toHaveLength(KINDS.length - expected.length);
});

test.each([
  ['year', 'is_year', [2024], true],
  ['year', 'is_year', ['2024'], true],
  ['year', 'is_year', [2023], false],
  ['month', 'is_year', [2024], true],
  ['month', 'is_month', [5], true],
  ['month', 'is_month', [4], false],
  ['month', 'is_month', [2024, 5], true],
  ['month', 'is_month', [2023, 5], false],
  ['month', 'is_month', ['2024', '05'], true],
  ['year', 'is_month', [5], false],
  ['category', 'is_category', ['代數'], true],
  ['category', 'is_category', ['數學/代數'], true],
  ['category', 'is_category', ['數學'], false],
  ['tag', 'is_tag', ['數學'], true],
  ['tag', 'is_tag', ['幾何'], false],
  ['tag', 'is_category', ['數學'], false],
] as const)('on %s, %s(%j) is %s', (name, helper, args, expected) => {
  expect(createFixture({ page: drawn[name] }).ask(helper, ...args)).toBe(expected);
});

test('a term may be given itself', () => {
  const { ask, views } = createFixture({ page: drawn.category });
  expect(ask('is_category', views.term(categories.algebra))).toBe(true);
  expect(ask('is_category', views.term(categories.maths))).toBe(false);
  expect(createFixture({ page: drawn.tag }).ask('is_tag', views.term(tags.maths))).toBe(true);
});

test.each([
  ['month', '/archives/', false, true],
  ['month', 'archives', false, true],
  ['month', 'archives/2024/', false, true],
  ['month', 'archives/2024/05/', true, true],
  ['month', 'archives/2024/05/index.html', true, true],
  ['month', '/archives/', true, false],
  ['month', 'arch', false, false],
  ['month', '/', false, false],
  ['home', '/', false, true],
  ['home', '/', true, true],
  ['homeSecond', '/', false, false],
  ['home', 'about/', false, false],
  ['about', '/about/index.html', false, true],
  ['notFound', '404.html', false, true],
  ['notFound', '404', false, false],
  ['post', '/posts/勾股定理/', true, true],
  ['post', '/posts/%E5%8B%BE%E8%82%A1%E5%AE%9A%E7%90%86/', true, true],
  ['post', '100%/', false, false],
] as const)('on %s, is_current(%j, %s) is %s', (name, path, strict, expected) => {
  expect(createFixture({ page: drawn[name] }).ask('is_current', path, strict)).toBe(expected);
});

test('is_current takes posts and pages', () => {
  const { ask, views } = createFixture({ page: drawn.about });
  expect(ask('is_current', views.post(pages.about.id))).toBe(true);
  expect(ask('is_current', views.post(posts.jerry.id))).toBe(false);
});

test('html_lang is what browsers choose glyphs by', () => {
  expect(createFixture().ask('html_lang')).toBe('zh-Hant-TW');
  expect(createFixture({ language: 'zh-CN' }).ask('html_lang')).toBe('zh-Hans-CN');
  expect(createFixture({ language: 'en' }).ask('html_lang')).toBe('en');
});
