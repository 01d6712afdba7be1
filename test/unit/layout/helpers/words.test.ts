import { expect, test } from 'vitest';
import { createHelpers } from '../../../../src/layout/helpers/index.ts';
import { createFixture, drawTemplate } from '../support.ts';

const { call } = createFixture();

test.each([
  ['__', ['menu.home'], '首頁'],
  ['__', ['menu.about'], 'About'],
  ['__', ['menu.none'], 'menu.none'],
  ['__', ['hello', '你', '好'], '你，好！'],
  ['__', ['turned', '甲', '乙'], '乙之甲'],
  ['_p', ['count', 0], '沒有文章'],
  ['_p', ['count', 1], '1 篇文章'],
  ['_p', ['count', 5], '5 篇文章'],
])('%s(%j) is %j', (name, args, text) => {
  expect(call(name, ...args)).toBe(text);
});

test('words are text, and what is filled in is escaped', () => {
  expect(drawTemplate("{{ __('hello', '<b>', 2) }}")).toBe('&lt;b&gt;，2！');
});

test('partial draws a template with further variables', () => {
  const templates = { 'partial/name': '<i>{{ name }} {{ config.title }}</i>' };
  expect(drawTemplate("{{ partial('partial/name', { name: '<甲>' }) }}", { templates })).toBe('<i>&lt;甲&gt; 墨經</i>');
  expect(drawTemplate("{{ partial('partial/name', {}, { cache: true }) }}", { templates })).toBe('<i> 墨經</i>');
  expect(() => drawTemplate("{{ partial('partial/none') }}", { templates })).toThrow(/partial\/none/);
});

test('fragment_cache draws, and keeps nothing', () => {
  expect(drawTemplate("{% macro piece() %}<b>{{ page.kind }}</b>{% endmacro %}{{ fragment_cache('id', piece) }}")).toBe(
    '<b>home</b>',
  );
  let drawn = 0;
  const draw = (): string => String(++drawn);
  expect([call('fragment_cache', 'id', draw), call('fragment_cache', 'id', draw)]).toEqual(['1', '2']);
});

test('all names that Hexo’s templates call are there', () => {
  const names =
    'url_for full_url_for relative_url gravatar css js link_to mail_to image_tag favicon_tag feed_tag is_current is_home is_home_first_page is_post is_page is_archive is_year is_month is_category is_tag trim strip_html titlecase word_wrap truncate escape_html partial fragment_cache date time full_date date_xml relative_date time_tag moment list_categories list_tags list_archives list_posts tagcloud tag_cloud paginator search_form number_format meta_generator open_graph toc inspect markdown render log __ _p';
  const known = createHelpers();
  expect(names.split(' ').filter((name) => !known.has(name))).toEqual([]);
  expect([...known.keys()].filter((name) => !names.split(' ').includes(name))).toEqual([
    'group_by_initial',
    'friends',
    'photos',
    'html_lang',
    'languages',
    'json_ld',
  ]);
});
