import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/content/read-yaml.ts';
import { isMap } from '../../../src/model/post.ts';
import { listFriends, listPhotos } from '../../../src/model/shown-data.ts';

function read(yaml: string): Parameters<typeof listFriends>[1] {
  const { data } = { data: null, ...readYaml(yaml) };
  return isMap(data) ? data : {};
}

const friend = { name: '甲', initial: '甲', url: 'https://a.example/', about: '乙', picture: '/a.png' };

describe('friends', () => {
  test.each([
    [
      'Butterfly',
      'link:\n  - class_name: 友\n    class_desc: 記\n    link_list:\n      - {name: 甲, link: https://a.example/, avatar: /a.png, descr: 乙}\n',
    ],
    [
      'Butterfly before 3',
      'link:\n  class:\n    class_name: 友\n    class_desc: 記\n    link_list:\n      1: {name: 甲, link: https://a.example/, avatar: /a.png, descr: 乙}\n',
    ],
    [
      'Redefine',
      'links:\n  - links_category: 友\n    description: 記\n    list: [{name: 甲, link: https://a.example/, avatar: /a.png, description: 乙}]\n',
    ],
    [
      'Volantis',
      'friends:\n  - group: 友\n    description: 記\n    items: [{title: 甲, url: https://a.example/, avatar: /a.png, desc: 乙}]\n',
    ],
  ])('as %s writes them', (_theme, yaml) => {
    const groups = [{ name: '友', about: '記', friends: [friend] }];
    expect(listFriends({ type: 'link', path: 'x/' }, read(yaml))).toEqual(groups);
    expect(listFriends({ type: undefined, path: 'links/' }, read(yaml))).toEqual(groups);
    expect(listFriends({ type: undefined, path: 'links/index.html' }, read(yaml))).toEqual(groups);
  });

  test('in no group (Matery)', () => {
    const yaml = 'friends:\n  - {name: 甲, url: https://a.example/, avatar: /a.png, introduction: 乙, title: 去看看}\n';
    expect(listFriends({ type: 'friends', path: 'friends/' }, read(yaml))).toEqual([
      { name: '', about: '', friends: [friend] },
    ]);
  });

  test.each([
    ['another page', { type: 'about', path: 'about/' }, 'link: [{name: 甲, link: /a}]\n'],
    ['a page below', { type: '', path: 'links/more/' }, 'link: [{name: 甲, link: /a}]\n'],
    ['no data', { type: 'link', path: 'link/' }, 'other: [{name: 甲, link: /a}]\n'],
    ['nothing of use', { type: 'link', path: 'link/' }, 'link: [甲, {name: 乙}, {link: /c}, null, [1]]\n'],
  ])('none for %s', (_case, page, yaml) => {
    expect(listFriends(page, read(yaml))).toEqual([]);
  });

  test('a name that begins with a pair of units keeps both', () => {
    const yaml = 'link: [{name: 😀甲, link: /a}]\n';
    expect(listFriends({ type: 'link', path: '' }, read(yaml))[0]?.friends[0]?.initial).toBe('😀');
  });
});

describe('photographs', () => {
  test('as Redefine writes them, also from the folder above', () => {
    const yaml =
      'masonry:\n  - {image: ../images/a b.png, title: 甲}\n  - {image: /b.png, description: }\n  - {title: 無}\n';
    for (const path of ['masonry/', 'masonry/index.html'])
      expect(listPhotos({ type: '', path }, read(yaml))).toEqual([
        { url: '/images/a b.png', title: '甲' },
        { url: '/b.png', title: '' },
      ]);
  });

  test('in groups', () => {
    const yaml = 'photos:\n  - name: 山\n    list: [{url: /a.png, title: 甲}, {src: /b.png}]\n';
    expect(listPhotos({ type: 'photos', path: 'x/' }, read(yaml))).toEqual([
      { url: '/a.png', title: '甲' },
      { url: '/b.png', title: '' },
    ]);
    expect(listPhotos({ type: 'about', path: 'x/' }, read(yaml))).toEqual([]);
  });
});

describe('forms that are mixed', () => {
  const page = { type: 'link', path: 'link/' };

  test('the theme’s settings tell of them where no file of data does', () => {
    const settings = [{ title: '甲', link: 'https://a.example/', intro: '乙', avatar: '/a.png' }];
    const page = { type: undefined, path: 'links/' };
    expect(listFriends(page, {}, settings)).toEqual([{ name: '', about: '', friends: [friend] }]);
    expect(
      listFriends(page, read('links: [{name: 丙, url: https://c.example/}]\n'), settings)[0]?.friends[0]?.name,
    ).toBe('丙');
    expect(listFriends({ type: undefined, path: 'about/' }, {}, settings)).toEqual([]);
  });

  test('friends in no group stand before those in groups', () => {
    const yaml = 'link:\n  - {name: 甲, link: /a}\n  - {class_name: 友, link_list: [{name: 乙, link: /b}]}\n';
    expect(listFriends(page, read(yaml)).map(({ name, friends }) => [name, friends.length])).toEqual([
      ['', 1],
      ['友', 1],
    ]);
  });

  test('lists under names are groups; an empty file hides none that is full', () => {
    expect(listFriends(page, read('link: []\nlinks: {友: [{name: 乙, link: /b}]}\n'))[0]).toMatchObject({ name: '友' });
  });

  test('addresses alone are pictures; of a card the picture is taken', () => {
    const yaml = 'photos: [/a.png, {name: 行, url: /gallery/, cover: /b.png}, {image: ../../../c.png}]\n';
    expect(listPhotos({ type: 'photos', path: 'x/' }, read(yaml)).map(({ url }) => url)).toEqual(['/a.png', '/b.png']);
  });

  test('what a browser would run is no friend and no picture', () => {
    expect(listFriends(page, read('link: [{name: 甲, link: "javascript:alert(1)"}]\n'))).toEqual([]);
    expect(listPhotos({ type: 'photos', path: 'x/' }, read('photos: ["javascript:x"]\n'))).toEqual([]);
  });
});
