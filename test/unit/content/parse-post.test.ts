import { describe, expect, test } from 'vitest';
import { describe as describeDiagnostic } from '../../../src/model/messages.ts';
import { parse, parseOne, postOf, tell } from './reading.ts';

const iso = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : new Date(instant).toISOString();

test('a post is what its front matter says', () => {
  const post = parseOne(
    `---
title: 勾股定理
date: 2024-05-01 08:30:00
updated: 2024-06-01
tags: [幾何, 2024]
categories: [[數學, 幾何], 雜記]
layout: note
lang: zh-TW
series: 幾何原本
sticky: 10
hidden: true
comments: false
excerpt: 摘要
description: 描述
custom: {deep: [1, 2]}
---

正文
`,
    { config: 'timezone: Asia/Taipei', path: '_posts/數學/勾股.md' },
  );
  expect(post).toMatchObject({
    id: 'source/_posts/數學/勾股.md',
    kind: 'post',
    draft: false,
    source: '_posts/數學/勾股.md',
    slug: '數學/勾股',
    title: '勾股定理',
    route: '2024/05/01/數學/勾股/',
    dated: true,
    tags: ['幾何', '2024'],
    categories: [['數學', '幾何'], ['雜記']],
    layout: 'note',
    lang: 'zh-TW',
    series: '幾何原本',
    sticky: 10,
    hidden: true,
    comments: false,
    excerpt: '摘要',
    description: '描述',
    format: 'markdown',
    bodyLine: 17,
    blank: false,
  });
  expect([iso(post.date), iso(post.updated)]).toEqual(['2024-05-01T00:30:00.000Z', '2024-05-31T16:00:00.000Z']);
  expect(post.frontMatter.custom).toEqual({ deep: [1, 2] });
});

test('what it does not say has a default', () => {
  const post = parseOne('---\ndate: 2024-05-01\n---\nx');
  expect(post).toMatchObject({
    title: '',
    tags: [],
    categories: [],
    layout: 'post',
    sticky: 0,
    hidden: false,
    comments: true,
  });
  expect(post.updated).toBe(post.date);
  for (const key of ['lang', 'series', 'excerpt', 'description']) expect(post).not.toHaveProperty(key);
});

describe('titles', () => {
  test.each([
    ['007', '007'],
    ['0x1F', '0x1F'],
    ['1.10', '1.10'],
    ['2024', '2024'],
    ['true', 'true'],
    ['2024-05-01', '2024-05-01'],
    ['"# 不是註解"', '# 不是註解'],
    ['', ''],
    ['~', ''],
    ['"a\\u0096b"', 'a\u0096b'],
  ])('title: %s', (written, title) => {
    expect(postOf(`title: ${written}`).title).toBe(title);
  });

  test.each(['{a: b}', '[a, b]'])('that are no text are told: %s', (written) => {
    const { post, diagnostics } = parse(`---\ndate: 2024-05-01\ntitle: ${written}\n---\nx`);
    expect(post?.title).toBe('');
    expect(tell(diagnostics)).toEqual(['front-matter/wrong-type source/_posts/a.md:3:1']);
  });
});

test('the singular is taken for the plural', () => {
  expect(postOf('tag: a\ncategory: [b, c]')).toMatchObject({ tags: ['a'], categories: [['b', 'c']] });
  expect(postOf('tags: x\ntag: a\ncategories: y\ncategory: b')).toMatchObject({ tags: ['x'], categories: [['y']] });
});

test.each(['tags', 'tag', 'categories', 'category'])('a map under `%s` is told', (key) => {
  expect(tell(parse(`---\ndate: 2024-05-01\n${key}: {a: b}\n---\nx`).diagnostics)).toEqual([
    'front-matter/wrong-type source/_posts/a.md:3:1',
  ]);
});

test('keys named like methods of objects are only keys', () => {
  const post = postOf(
    'tags: [constructor, __proto__, toString]\n__proto__: {title: polluted, sticky: 9}\nconstructor: x',
  );
  expect(post).toMatchObject({ title: '', sticky: 0, tags: ['constructor', '__proto__', 'toString'] });
  expect(Reflect.get({}, 'sticky')).toBeUndefined();
});

describe('dates', () => {
  const config = 'timezone: Asia/Taipei';
  const dateOf = (written: string): string | undefined =>
    iso(parseOne(`---\ndate: ${written}\n---\nx`, { config }).date);

  test.each([
    ['2021-08-28 15:00:00 +0800', '2021-08-28T07:00:00.000Z'],
    ['"2021-08-28T15:00:00.123456+08:00"', '2021-08-28T07:00:00.123Z'],
    ['2021-08-28 09:47:2', '2021-08-28T01:47:02.000Z'],
    ['2013/9/2', '2013-09-01T16:00:00.000Z'],
    ['2013-9-2', '2013-09-01T16:00:00.000Z'],
    ["'2013-09-02 10:00'", '2013-09-02T02:00:00.000Z'],
  ])('%s', (written, instant) => {
    expect(dateOf(written)).toBe(instant);
  });

  test.each(['not-a-date', '2024-02-30 10:00:00', '[1, 2]', '2024', 'true', '{a: b}'])(
    '%s is told at its line',
    (written) => {
      const { post, diagnostics } = parse(`---\ntitle: 甲\ndate: ${written}\nupdated: ${written}\n---\nx`);
      expect(tell(diagnostics)).toEqual([
        'post/bad-date source/_posts/a.md:3:1',
        'post/bad-update source/_posts/a.md:4:1',
      ]);
      expect(post?.dated).toBe(false);
    },
  );

  test('of a post without one its first commit counts, else the time of its file, and that is told', () => {
    const times = { created: Date.UTC(2020, 0, 1, 0, 0, 0, 999), modified: Date.UTC(2021, 0, 1) };
    const { post, diagnostics } = parse('---\ntitle: 甲\n---\nx', { config, times });
    expect(iso(post?.date ?? 0)).toBe('2020-01-01T00:00:00.000Z');
    expect(tell(diagnostics)).toEqual(['post/no-date source/_posts/a.md:1:1']);
    expect(diagnostics[0] && describeDiagnostic(diagnostics[0])).toEqual({
      message: "The post has no date; its file's time is used: 2020-01-01 08:00:00.",
      hint: 'Add a line such as `date: 2020-01-01 08:00:00` to its front matter.',
    });
    const committed = parse('x', { config, times: { ...times, committed: Date.UTC(2019, 0, 1) } });
    expect(iso(committed.post?.date ?? 0)).toBe('2019-01-01T00:00:00.000Z');
    expect(committed.diagnostics[0]?.values.from).toBe('its first commit');
  });

  test('a page needs none', () => {
    expect(parse('x', { kind: 'page' }).diagnostics).toEqual([]);
    expect(parse('---\ndate: nonsense\n---\nx', { kind: 'page' }).diagnostics).toHaveLength(1);
  });

  test.each([
    ['mtime', '2021-01-01T00:00:00.000Z'],
    ['date', '2024-05-01T00:00:00.000Z'],
    ['empty', undefined],
  ])('with `updated_option: %s` a post was updated at %s', (option, instant) => {
    const times = { created: 0, modified: Date.UTC(2021, 0, 1, 0, 0, 0, 5) };
    expect(iso(parseOne('---\ndate: 2024-05-01\n---\nx', { config: `updated_option: ${option}`, times }).updated)).toBe(
      instant,
    );
  });
});

describe('drafts', () => {
  test.each([
    ['post', 'draft: true', true],
    ['post', 'draft: false', false],
    ['post', 'published: false', true],
    ['post', 'published: "false"', true],
    ['post', 'published: true', false],
    ['draft', 'published: true', true],
    ['draft', 'draft: false', true],
    ['page', 'published: false', true],
  ] as const)('a %s with `%s`: %s', (kind, frontMatter, draft) => {
    expect(postOf(frontMatter, { kind }).draft).toBe(draft);
  });
});

describe('layouts', () => {
  test.each([
    ['post', '', 'post'],
    ['page', '', 'page'],
    ['post', 'layout: photo', 'photo'],
    ['post', 'layout: false', false],
    ['post', 'layout: "false"', false],
    ['page', 'layout: off', false],
    ['post', 'layout:', 'post'],
    ['post', 'layout: [a]', 'post'],
  ] as const)('a %s with `%s`: %s', (kind, frontMatter, layout) => {
    expect(postOf(frontMatter, { kind }).layout).toBe(layout);
  });

  test('a whole document of HTML stands for itself', () => {
    const page = (text: string) => parseOne(text, { kind: 'page', path: 'a.html' });
    expect(page('<!-- x -->\n<!DOCTYPE html><html></html>')).toMatchObject({ layout: false, format: 'html' });
    expect(page('<HTML lang="en">')).toMatchObject({ layout: false });
    expect(page('<p>part</p>')).toMatchObject({ layout: 'page', format: 'html' });
    expect(page('---\ntitle: 甲\n---\n<!doctype html>')).toMatchObject({ layout: 'page' });
    expect(parseOne('<!doctype html>', { kind: 'page', path: 'a.md' })).toMatchObject({
      layout: 'page',
      format: 'markdown',
    });
  });
});

describe('a file that gives nothing to publish', () => {
  test.each(['', ' \n\n', '\ufeff'])('is empty: %j', (text) => {
    expect(parse(text)).toEqual({
      diagnostics: [expect.objectContaining({ code: 'post/empty', severity: 'warning' })],
    });
    expect(parse(text, { kind: 'page' })).toEqual({ diagnostics: [] });
  });

  test('is not UTF-8, and what it seems to be is told', () => {
    const big5 = Uint8Array.from([
      0x74,
      0x3a,
      0x0a,
      ...Array(40).fill([0xaa, 0xba, 0xa4, 0x40, 0xac, 0x4f, 0xa7, 0xda]).flat(),
    ]);
    const { post, diagnostics } = parse(big5);
    expect(post).toBeUndefined();
    expect(tell(diagnostics)).toEqual(['post/not-utf8 source/_posts/a.md:2:1']);
    expect(diagnostics[0]?.values.guess).toMatch(/Big5/);
    expect(tell(parse(Uint8Array.from([0xff, 0xfe, 0x61, 0x00])).diagnostics)).toEqual([
      'post/not-utf8 source/_posts/a.md:1:1',
    ]);
  });

  test('is larger than the limit', () => {
    const { post, diagnostics } = parse(`---\ndate: 2024-05-01\n---\n${'字'.repeat(500)}`, {
      config: 'build: {post_megabytes: 0.001}',
    });
    expect(post).toBeUndefined();
    expect(tell(diagnostics)).toEqual(['post/too-large source/_posts/a.md:1:1']);
  });

  test('has front matter that cannot be read', () => {
    expect(parse('---\ntitle: a: b\n---\nx')).toEqual({
      diagnostics: [expect.objectContaining({ code: 'front-matter/syntax', severity: 'error' })],
    });
  });
});

test.each([
  ['2017-6-13 9:40:65', '2017-06-13 09:41:05'],
  ['2020-01-31 25:61', '2020-02-01 02:01:00'],
])('%s is no time of a day, and is read as YAML does', (written, meant) => {
  const { post, diagnostics } = parse(`---\ntitle: 甲\ndate: ${written}\n---\nx`);
  expect(diagnostics.map(({ code, values }) => [code, values.date])).toEqual([['post/odd-time', meant]]);
  expect(post?.date).toBe(parseOne(`---\ndate: ${meant}\n---\nx`).date);
});

describe('a post that was locked', () => {
  const LISTS = 'encrypt: {tags: [{name: 日記, password: x}], blogs: [{title: 祕密, password: x}]}';
  const told = (frontMatter: string, config = LISTS): unknown =>
    parse(`---\n${frontMatter}\ndate: 2024-05-01\n---\nx`, { config })
      .diagnostics.filter(({ code }) => code === 'post/password')
      .map(({ values, at }) => `${values.setting} ${at?.line}`);

  test.each([
    ['title: 甲\npassword: 123', ['password 3']],
    ['title: 甲\nencrypt: true\nenc_pwd: 123', ['encrypt 3']],
    ['title: 甲\ntags: [數學, 日記]', ['encrypt.tags 3']],
    ['title: 祕密', ['encrypt.blogs 2']],
    ['title: 甲\ntags: 日記\npassword: ""', []],
    ['title: 甲\ntags: 數學\nencrypt: false', []],
  ])('%j', (frontMatter, expected) => {
    expect(told(frontMatter)).toEqual(expected);
  });

  test('is told of by nothing but the settings there are', () => {
    expect([told('tags: 日記', 'encrypt: true'), told('tags: 日記', 'encrypt: {tags: 日記}')]).toEqual([[], []]);
  });
});

test('all that is wrong with one file is told at once', () => {
  const { diagnostics } = parse('---\ntitle: [a]\ntags:\n\t- {a: b}\ndate: yesterday\npermalink: {a: b}\n---\n');
  expect(tell(diagnostics).sort()).toEqual([
    'front-matter/tabs source/_posts/a.md:4:1',
    'front-matter/wrong-type source/_posts/a.md:2:1',
    'front-matter/wrong-type source/_posts/a.md:3:1',
    'front-matter/wrong-type source/_posts/a.md:6:1',
    'post/bad-date source/_posts/a.md:5:1',
  ]);
});

test('the body begins where it begins, and may be blank', () => {
  expect(parseOne('---\ntitle: 甲\n---\n\n\nx').bodyLine).toBe(4);
  expect(parseOne('x').bodyLine).toBe(1);
  expect([postOf('').blank, parseOne('---\ntype: tags\n---\n \n').blank]).toEqual([false, true]);
});

test.each([
  ['con/', 'route/unportable source/_posts/a.md:3:1'],
  ['a/NUL.html', 'route/unportable source/_posts/a.md:3:1'],
  ['後記./', 'route/unportable source/_posts/a.md:3:1'],
  ['console/', undefined],
])('an address that Windows cannot hold is told: %s', (permalink, told) => {
  const { post, diagnostics } = parse(`---\ndate: 2024-05-01\npermalink: ${permalink}\n---\nx`);
  expect(post?.route).toBe(permalink);
  expect(tell(diagnostics)).toEqual(told === undefined ? [] : [told]);
});

describe('folders as categories', () => {
  const read = (frontMatter: string, path: string, config: string): string[][] =>
    postOf(frontMatter, { path, config: `auto_dir_categorize: ${config}` }).categories.map((one) => [...one]);

  test.each([
    ['', '_posts/甲/乙/a.md', '{enable: true}', [['甲', '乙']]],
    ['categories: 丙', '_posts/甲/a.md', '{enable: true}', [['丙']]],
    ['categories: 丙', '_posts/甲/a.md', '{enable: true, force: true}', [['甲']]],
    ['', '_posts/a.md', '{enable: true}', []],
    ['categories: 丙', '_posts/a.md', '{enable: true, force: true}', []],
    ['', '_posts/甲/a.md', '{force: true}', []],
  ])('%j in %s with %s', (frontMatter, path, config, categories) => {
    expect(read(frontMatter, path, config)).toEqual(categories);
  });

  test('not of a page', () => {
    const config = 'auto_dir_categorize: {enable: true}';
    expect(parseOne('x', { path: '甲/a.md', kind: 'page', config }).categories).toEqual([]);
  });
});
