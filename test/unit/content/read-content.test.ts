import { describe, expect, test } from 'vitest';
import { Memo } from '../../../src/base/memo.ts';
import { toRoute, toSourcePath } from '../../../src/base/path.ts';
import { placeBeside, readContent } from '../../../src/content/read-content.ts';
import type { SourceFile } from '../../../src/model/sources.ts';
import { readAll, readConfig, tell, toSources } from './reading.ts';

const post = (date: string, rest = ''): string => `---\ndate: ${date}\n${rest}\n---\nx`;
const slugs = (posts: readonly { slug: string }[]): string[] => posts.map(({ slug }) => slug);

describe('the order of posts is total', () => {
  const files = {
    'source/_posts/b.md': post('2024-05-01'),
    'source/_posts/a.md': post('2024-05-01'),
    'source/_posts/new.md': post('2024-06-01'),
    'source/_posts/old.md': post('2023-06-01'),
    'source/_posts/C.md': post('2024-05-01'),
    'source/b/index.md': 'b',
    'source/a/index.md': 'a',
    'source/a.md': '---\npermalink: a/\n---\nother a',
  };

  test('newest first, and of one date by path', () => {
    const { graph } = readAll(files);
    expect(slugs(graph.posts)).toEqual(['new', 'C', 'a', 'b', 'old']);
    expect(graph.pages.map(({ id }) => id)).toEqual(['source/a.md', 'source/a/index.md', 'source/b/index.md']);
    expect(graph.byId.size).toBe(8);
  });

  test('whatever the order of the sources is', () => {
    const data = {
      'source/_data/x.json': '1',
      'source/_data/x.yml': '2',
      'source/_data/a.yml': '3',
      'source/1.png': '',
      'source/2.png': '',
    };
    const all = { ...files, ...data };
    const turned = Object.fromEntries(Object.entries(all).reverse());
    expect(JSON.stringify(readAll(turned).graph)).toBe(JSON.stringify(readAll(all).graph));
    expect(readAll(turned).assets).toEqual(readAll(all).assets);
    expect(Object.keys(readAll(turned).graph.data)).toEqual(Object.keys(readAll(all).graph.data));
  });
});

describe('what is not published', () => {
  const files = {
    'source/_posts/a.md': post('2024-05-01', 'tags: [a]'),
    'source/_drafts/b.md': post('2024-05-02', 'tags: [b]\npublished: true'),
    'source/_posts/c.md': post('2024-05-03', 'tags: [c]\npublished: false'),
    'source/_posts/d.md': post('2024-05-04', 'tags: [d]\ndraft: true'),
    'source/_posts/later.md': post('2026-05-05', 'tags: [e]'),
    'source/secret.md': '---\npublished: false\n---\nx',
    'source/_posts/_f.md': post('2024-05-06', 'tags: [f]'),
  };
  const shown = (config = ''): string[] => {
    const { graph } = readAll(files, config);
    return [...slugs(graph.posts), ...slugs(graph.pages), ...graph.tags.map(({ name }) => `#${name}`)];
  };

  test('drafts, and their tags with them', () => {
    expect(shown()).toEqual(['later', 'a', '#a', '#e']);
    expect(readAll(files).drafts).toBe(4);
  });

  test('with `render_drafts` they are', () => {
    expect(shown('render_drafts: true')).toEqual(['later', 'd', 'c', 'b', 'a', 'secret', '#a', '#b', '#c', '#d', '#e']);
  });

  test('with `future: false` posts of tomorrow, until then', () => {
    expect(shown('future: false')).toEqual(['a', '#a']);
    const { nextDate } = readAll(files, 'future: false');
    expect(new Date(nextDate ?? 0).toISOString()).toBe('2026-05-05T00:00:00.000Z');
    expect(readAll(files).nextDate).toBeUndefined();
  });

  test('what is wrong with it is not told', () => {
    const draft = { 'source/_drafts/a.md': '---\ndate: nonsense\ntitle: [a]\n---\nx' };
    expect(readAll(draft).diagnostics).toEqual([]);
    expect(tell(readAll(draft, 'render_drafts: true').diagnostics)).toHaveLength(2);
    expect(tell(readAll({ 'source/_drafts/a.md': '---\ntitle: a: b\n---\nx' }).diagnostics)).toHaveLength(1);
  });
});

describe('archives', () => {
  const at = '---\ndate: 2023-12-31T17:00:00Z\n---\nx';
  const routes = (zone: string): string[] =>
    readAll(
      { 'source/_posts/a.md': at, 'source/_posts/b.md': post('2024-02-01 12:00') },
      `timezone: ${zone}`,
    ).graph.archives.map(({ route, posts }) => `${route} ${posts.length}`);

  test('go by the zone of the site', () => {
    expect(routes('UTC')).toEqual([
      'archives/2024/ 1',
      'archives/2023/ 1',
      'archives/2024/02/ 1',
      'archives/2023/12/ 1',
      'archives/2024/02/01/ 1',
      'archives/2023/12/31/ 1',
    ]);
    expect(routes('Asia/Taipei')).toEqual([
      'archives/2024/ 2',
      'archives/2024/02/ 1',
      'archives/2024/01/ 1',
      'archives/2024/02/01/ 1',
      'archives/2024/01/01/ 1',
    ]);
  });

  test('whatever the zone of the machine is', () => {
    const before = process.env.TZ;
    const seen = ['UTC', 'Asia/Taipei', 'America/Los_Angeles'].map((zone) => {
      process.env.TZ = zone;
      return routes('Asia/Taipei');
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  test('live in their folder', () => {
    const { graph } = readAll({ 'source/_posts/a.md': post('2024-02-01') }, 'archive_dir: 歸檔/');
    expect(graph.archives.map(({ route }) => route)).toEqual(['歸檔/2024/', '歸檔/2024/02/', '歸檔/2024/02/01/']);
  });
});

test('series are read from the oldest on', () => {
  const files = {
    'source/_posts/1.md': post('2024-01-01', 'series: 甲'),
    'source/_posts/2.md': post('2024-01-02', 'series: 甲'),
    'source/_posts/3.md': post('2024-01-03', 'series: 乙'),
    'source/_posts/4.md': post('2024-01-03', 'series: ""'),
  };
  expect(readAll(files).graph.series).toEqual([
    { name: '乙', posts: ['source/_posts/3.md'] },
    { name: '甲', posts: ['source/_posts/1.md', 'source/_posts/2.md'] },
  ]);
  expect(readAll(files, 'series: false').graph.series).toEqual([]);
});

describe('data files', () => {
  test('are read under their path', () => {
    const { graph, diagnostics } = readAll({
      'source/_data/links.yml': '- {name: 甲, since: 007}\n',
      'source/_data/a/b.json': '{"x":\t[1.50, null]}',
      'source/_data/empty.yaml': '# nothing\n',
      'source/_data/__proto__.yml': 'polluted: 1',
    });
    expect(graph.data).toMatchObject({ links: [{ name: '甲', since: 7 }], 'a/b': { x: [1.5, null] }, empty: null });
    expect(Object.hasOwn(graph.data, '__proto__')).toBe(true);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(diagnostics).toEqual([]);
  });

  test('that cannot be read are told at their line', () => {
    const { graph, diagnostics } = readAll({
      'source/_data/a.yml': 'a: 1\nb: [\n',
      'source/_data/b.json': '{"a": 1,\n "a": 2}',
      'source/_data/c.yml': Uint8Array.from([0x61, 0x3a, 0x20, 0xff]),
      'source/_data/d.yml': 'ok: 1',
    });
    expect(graph.data).toEqual({ d: { ok: 1 } });
    expect(tell(diagnostics)).toEqual([
      expect.stringMatching(/^data\/unreadable source\/_data\/a\.yml:[23]:/),
      'data/unreadable source/_data/b.json:2:3',
      'post/not-utf8 source/_data/c.yml:1:4',
    ]);
  });
});

test('a file that cannot be read any more is told, and the others are read', () => {
  const broken = (path: string): SourceFile => {
    const [file] = [...toSources({ [path]: 'x' }).values()];
    if (!file) throw new Error('no file');
    return {
      ...file,
      read: () => {
        throw new Error('EACCES: permission denied');
      },
    };
  };
  const files = [
    ...toSources({ 'source/_posts/ok.md': post('2024-01-01') }).values(),
    broken('source/_posts/a.md'),
    broken('source/_data/a.yml'),
  ];
  const { graph, diagnostics } = readContent({
    sources: new Map(files.map((file) => [file.path, file])),
    config: readConfig(),
    now: 0,
    memo: new Memo(),
    configPrint: '',
  });
  expect(slugs(graph.posts)).toEqual(['ok']);
  expect(tell(diagnostics).sort()).toEqual([
    'file/unreadable source/_data/a.yml:1:1',
    'file/unreadable source/_posts/a.md:1:1',
  ]);
});

test('a file that can be read again is read again, though its text is what it was', () => {
  const memo: Parameters<typeof readContent>[0]['memo'] = new Memo();
  const [file] = [...toSources({ 'source/_posts/a.md': post('2024-01-01') }).values()];
  if (!file) throw new Error('no file');
  const read = (locked: boolean): string[] => {
    const source: SourceFile = {
      ...file,
      read: () => {
        if (locked) throw new Error('EACCES: permission denied');
        return file.read();
      },
    };
    const sources = new Map([[file.path, source]]);
    return tell(readContent({ sources, config: readConfig(), now: 0, memo, configPrint: '' }).diagnostics);
  };
  expect(read(true)).toEqual(['file/unreadable source/_posts/a.md:1:1']);
  expect(read(false)).toEqual([]);
});

describe('files that are published as they are', () => {
  const files = {
    'source/images/a.png': '',
    'source/about/index.md': 'x',
    'source/about/b.png': '',
    'source/_posts/a.md': post('2024-05-01'),
    'source/_posts/a/圖.png': '',
    'source/_posts/a/deep/c.txt': '',
    'source/_posts/none/d.png': '',
    'source/_posts/b.md': post('2024-05-01', 'permalink: b.html'),
    'source/_posts/b/e.png': '',
    'source/raw/index.md': 'raw',
    'other/f.png': '',
  };
  const routes = (config: string): string[] =>
    readAll(files, config).assets.map(({ from, route }) => `${from} ${route}`);

  test('lie below source/', () => {
    expect(routes('skip_render: ["raw/**"]')).toEqual([
      'source/about/b.png about/b.png',
      'source/images/a.png images/a.png',
      'source/raw/index.md raw/index.md',
    ]);
  });

  test('or beside a post, with `post_asset_folder`', () => {
    expect(routes('post_asset_folder: true')).toEqual([
      'source/about/b.png about/b.png',
      'source/images/a.png images/a.png',
      'source/_posts/a/deep/c.txt 2024/05/01/a/deep/c.txt',
      'source/_posts/a/圖.png 2024/05/01/a/圖.png',
      'source/_posts/b/e.png b/e.png',
    ]);
  });

  test.each([
    ['2024/a/', 'x.png', '2024/a/x.png'],
    ['b.html', 'x.png', 'b/x.png'],
    ['', 'x.png', 'x.png'],
    ['a', 'x.png', 'a/x.png'],
  ])('beside %j %s lives at %s', (route, name, placed) => {
    expect(placeBeside(toRoute(route), name)).toBe(placed);
  });

  test('another folder may take the place of source/', () => {
    const { graph, assets } = readAll(
      { 'docs/content/_posts/a.md': post('2024-05-01'), 'docs/content/b.png': '', 'source/c.png': '' },
      'source_dir: ./docs/content/',
    );
    expect([graph.posts[0]?.source, assets[0]?.route, assets.length]).toEqual(['_posts/a.md', 'b.png', 1]);
  });
});

describe('of several categories in an address', () => {
  const config = 'permalink: ":category/:title/"';
  const at = (categories: string, rest = ''): string => post('2024-05-01', `categories: ${categories}\n${rest}`);
  const files = {
    'source/_posts/a.md': at('[[甲], [乙]]'),
    'source/_posts/b.md': at('[[乙], [甲]]'),
    'source/_posts/c.md': at('[[丙, 丁], [丙]]'),
    'source/_posts/d.md': at('[丙, 甲]'),
    'source/_posts/e.md': at('[[戊], [甲]]', 'permalink: own/'),
    'source/_drafts/f.md': at('[[己], [甲]]'),
    'source/_posts/g.md': at('[[己], [庚]]'),
    'source/_posts/h.md': at('[[庚], [己]]'),
  };
  const routes = (config: string): string[] => readAll(files, config).graph.posts.map(({ route }) => route);

  test('the one stands that the site came to know last, as in Hexo', () => {
    expect(routes(config)).toEqual(['乙/a/', '乙/b/', '丙/丁/c/', '丙/甲/d/', 'own/', '庚/g/', '庚/h/']);
  });

  test('with addresses of our own, the last that is written', () => {
    expect(routes(`${config}\nslug: clean`)).toEqual(['乙/a/', '甲/b/', '丙/c/', '丙/甲/d/', 'own/', '庚/g/', '己/h/']);
  });

  test('what another post says changes the print', () => {
    const { 'source/_posts/a.md': _first, ...others } = files;
    const id = toSourcePath('source/_posts/b.md');
    expect(readAll(others, config).prints.get(id)).not.toBe(readAll(files, config).prints.get(id));
    expect(readAll(others, config).graph.byId.get(id)?.route).toBe('甲/b/');
  });
});

describe('a file is parsed again only if something it depends on has changed', () => {
  function counting() {
    const memo: Parameters<typeof readContent>[0]['memo'] = new Memo();
    let reads = 0;
    const read = (text: string, { config = '', modified = 0 } = {}): number => {
      const [file] = [...toSources({ 'source/_posts/a.md': text }).values()];
      if (!file) throw new Error('no file');
      const watched: SourceFile = {
        ...file,
        times: { created: modified, modified },
        read: () => {
          reads++;
          return file.read();
        },
      };
      reads = 0;
      readContent({
        sources: new Map([[file.path, watched]]),
        config: readConfig(config),
        now: 0,
        memo,
        configPrint: config,
      });
      return reads;
    };
    return read;
  }

  test('its text, the settings', () => {
    const read = counting();
    expect([read(post('2024-05-01')), read(post('2024-05-01')), read(post('2024-05-02'))]).toEqual([1, 0, 1]);
    expect([
      read(post('2024-05-02'), { config: 'title: x' }),
      read(post('2024-05-02'), { config: 'title: x' }),
    ]).toEqual([1, 0]);
  });

  test('and its times only where they count', () => {
    const dated = counting();
    expect([dated(post('2024-05-01')), dated(post('2024-05-01'), { modified: 5000 })]).toEqual([1, 0]);
    const undated = counting();
    expect([undated('x'), undated('x', { modified: 5000 })]).toEqual([1, 1]);
    const config = 'updated_option: mtime';
    const updated = counting();
    expect([updated(post('2024-05-01'), { config }), updated(post('2024-05-01'), { config, modified: 5000 })]).toEqual([
      1, 1,
    ]);
  });
});
