/**
 * Every error and warning that the design promises, in a whole site: what is told, where,
 * and that there is something to do about it.
 */
import { describe, expect, test } from 'vitest';
import { toSourcePath } from '../../src/base/path.ts';
import { type Extensions, noExtensions } from '../../src/model/extension.ts';
import { guardTime } from '../../src/workers/guard.ts';
import { encode } from '../support/encode.ts';
import { type OpenSite, openSite, type SiteOptions } from '../support/site.ts';

const script = toSourcePath('scripts/x.js');
const post = (frontMatter: string, body = '正文'): string => `---\ndate: 2024-05-01\n${frontMatter}\n---\n${body}\n`;
const page = (body: string): string => `-- source/_posts/a.md --\n---\ntitle: 甲\ndate: 2024-05-01\n---\n${body}\n`;
const config = (lines: string): string =>
  `-- _config.yml --\ntitle: 測試\nurl: https://example.com\ntheme: plain\n${lines}\n`;

function built(text: string | ReadonlyMap<string, string | Uint8Array>, options: SiteOptions = {}): OpenSite {
  const site = openSite(text, options);
  site.build();
  return site;
}

function withScripts(extensions: Partial<Extensions>): SiteOptions {
  return { extensions: { ...noExtensions, ...extensions } };
}

const throwing = () => {
  throw new Error('out of luck');
};

describe('front matter', () => {
  test.each([
    [
      'that cannot be read',
      '---\ndate: 2024-05-01\ntitle: a: b\n---\nx\n',
      'error front-matter/syntax source/_posts/a.md:3:9',
    ],
    ['that is no map', '---\ntitle:甲\n---\nx\n', 'error front-matter/syntax source/_posts/a.md:2:6'],
    ['that is a list', '---json\n["a"]\n---\nx\n', 'error front-matter/not-a-map source/_posts/a.md:2:1'],
    [
      'that does not end',
      '---\ntitle: 甲\ndate: 2024-05-01\n\nx\n',
      'error front-matter/unclosed source/_posts/a.md:1:1',
    ],
    [
      'in JSON',
      ';;;\n"title": "a",\n"date": 2024-05-01\n;;;\nx\n',
      'error front-matter/syntax source/_posts/a.md:3:13',
    ],
    ['with tabs', '---\ndate: 2024-05-01\ntags:\n\t- a\n---\nx\n', 'warning front-matter/tabs source/_posts/a.md:4:1'],
    ['with a list for a title', post('title: [a]'), 'error front-matter/wrong-type source/_posts/a.md:3:1'],
    ['with a map for tags', post('tags: {a: b}'), 'error front-matter/wrong-type source/_posts/a.md:3:1'],
    [
      'with an impossible date',
      '---\ntitle: a\ndate: 2024-02-30\n---\nx\n',
      'error post/bad-date source/_posts/a.md:3:1',
    ],
    ['with no date at all', '---\ntitle: a\n---\nx\n', 'warning post/no-date source/_posts/a.md:1:1'],
    ['with an impossible update', post('updated: 2024-13-01'), 'warning post/bad-update source/_posts/a.md:3:1'],
  ])('%s', (_what, text, told) => {
    expect(built(new Map([['source/_posts/a.md', text]])).told()).toEqual([told]);
  });
});

describe('a post', () => {
  test('that is not UTF-8', () => {
    const site = built(new Map([['source/_posts/a.md', Uint8Array.from([0x23, 0x20, 0xa4, 0xa4, 0xa4, 0xe5])]]));
    expect(site.told()).toEqual(['error post/not-utf8 source/_posts/a.md:1:3']);
  });

  test('that is empty', () => {
    expect(built(new Map([['source/_posts/a.md', '\n']])).told()).toEqual([
      'warning post/empty source/_posts/a.md:1:1',
    ]);
  });

  test('that lost characters on its way, and is published all the same', () => {
    const site = built(page('甲\ufffd乙\ufffd\n\n\u200b## 題\n\n丙\u2028丁'));
    expect(site.told()).toEqual([
      'warning post/lost-characters source/_posts/a.md:5:2',
      'warning post/hidden-character source/_posts/a.md:7:1',
      'warning post/line-separator source/_posts/a.md:9:2',
    ]);
    expect(site.main('2024/05/01/a/index.html')).toContain('甲\ufffd乙');
  });

  test('with zero-width characters where they do no harm', () => {
    const site = built(page('中\u200b文，甲\ufeff乙，**粗\u200b**體，https://a.com/b\u200b。'));
    expect(site.told()).toEqual([]);
    expect(site.main('2024/05/01/a/index.html')).toContain('href="https://a.com/b"');
  });

  test('with a byte order mark and the line ends of Windows is what it is without', () => {
    const text = post(
      'title: 甲\ntags: [乙]',
      '# 題\n\n文\n字\n\n$$\nx\n$$\n\n| a |\n|--|\n| b |\n\n```js\nlet a;\n```\n\n<!-- more -->\n\n尾',
    );
    const windows = built(new Map([['source/_posts/a.md', `\ufeff${text.replaceAll('\n', '\r\n')}`]]));
    const unix = built(new Map([['source/_posts/a.md', text]]));
    expect(windows.told()).toEqual([]);
    expect(windows.paths()).toEqual(unix.paths());
    for (const path of unix.paths()) expect(windows.file(path), path).toBe(unix.file(path));
  });

  test.each([
    ['title:甲', '2:6'],
    ['title：甲', '2:6'],
    ['title: [翻譯] 標題', '2:8'],
    ['title: @x', '2:8'],
    ['title: a: b', '2:9'],
  ])('with a byte order mark, the line ends of Windows and the mistake %s tells of the right place', (line, place) => {
    const text = `\ufeff---\r\n${line}\r\ndate: 2024-05-01\r\n---\r\n正文\r\n`;
    expect(built(new Map([['source/_posts/a.md', text]])).told()).toEqual([
      `error front-matter/syntax source/_posts/a.md:${place}`,
    ]);
  });

  test('over its budget of memory', () => {
    const text = `${config('build: {post_megabytes: 0.0001}')}${page('字'.repeat(100))}`;
    expect(built(text).told()).toEqual(['error post/too-large source/_posts/a.md:1:1']);
  });

  test('over its budget of time, while the others are rendered', () => {
    const endless = (): string => {
      for (;;);
    };
    const tags = new Map([['stuck', { script, value: { render: endless, body: 'none' as const } }]]);
    const text = `${config('build: {post_seconds: 2}')}${page('good')}-- source/_posts/b.md --\n---\ndate: 2024-05-02\n---\n\n{% stuck %}\n`;
    const site = built(text, { ...withScripts({ tags }), guard: guardTime });
    expect(site.told()).toEqual(['error post/too-slow source/_posts/b.md:4:1']);
    expect(site.main('2024/05/01/a/index.html')).toBe('<p>good</p>');
  });

  test('over its budget of time once, if it is so large that it had all of it', () => {
    let tries = 0;
    const guard = (): undefined => {
      tries++;
    };
    const site = built(`${config('')}${page('字'.repeat(200_000))}`, { guard });
    expect(site.told()).toEqual(['error post/too-slow source/_posts/a.md:5:1']);
    expect(tries).toBe(1);
  });
});

describe('addresses', () => {
  const two = (a: string, b: string): Map<string, string> =>
    new Map([
      ['source/_posts/a.md', post(`permalink: ${a}`)],
      ['source/_posts/b.md', post(`permalink: ${b}`)],
    ]);

  test.each([
    ['wanted by two', two('x/', 'x/'), 'error route/duplicate source/_posts/b.md:1:1'],
    ['equal up to case', two('X/', 'x/'), 'error route/duplicate source/_posts/b.md:1:1'],
    ['equal up to normal form', two('"caf\u00e9/"', '"cafe\u0301/"'), 'error route/duplicate source/_posts/b.md:1:1'],
    ['of a file and a folder', two('x.d', 'x.d/y/'), 'error route/inside-file source/_posts/b.md:1:1'],
    ['outside', two('a/', '../../x.html'), 'error route/outside source/_posts/b.md:3:1'],
    ['outside, encoded', two('a/', '"%2e%2e/x.html"'), 'error route/outside source/_posts/b.md:3:1'],
    ['with a control character', two('a/', '"x\\u0000/"'), 'error route/nul source/_posts/b.md:3:1'],
    ['too long', two('a/', `${'字'.repeat(90)}/`), 'error route/too-long source/_posts/b.md:3:1'],
    ['without slash or extension', two('a/', 'x'), 'warning post/legacy-permalink source/_posts/b.md:3:1'],
  ])('%s', (_what, files, told) => {
    expect(built(files).told()).toEqual([told]);
  });

  test('of two tags', () => {
    expect(built(new Map([['source/_posts/a.md', post('tags: [C, C++]')]])).told()).toEqual([
      'warning route/term-clash',
    ]);
  });

  test('of a page and a list', () => {
    expect(built(`${page('x')}-- source/index.md --\nmine\n`).told()).toEqual([
      'warning route/replaced source/index.md:1:1',
    ]);
  });

  test('with a variable that the post does not have', () => {
    const told = 'warning post/unknown-permalink-variable source/_posts/a.md:1:1';
    expect(built(`${config('permalink: :urlname/')}${page('x')}`).told()).toEqual([told]);
  });
});

describe('settings', () => {
  test.each([
    ['of the wrong type', 'per_page: ten', 'error config/wrong-value _config.yml:4:1'],
    ['of the wrong type, further in', 'math:\n  number: some', 'error config/wrong-value _config.yml:5:3'],
    ['with an unknown zone', 'timezone: Asia/Taipe', 'error config/wrong-value _config.yml:4:1'],
    ['that are misspelt', 'per_pages: 5', 'warning config/misspelt-key _config.yml:4:1'],
    ['that nobody reads', '社交: x', 'warning config/unknown-key _config.yml:4:1'],
    ['that cannot be read', 'a: b: c', 'error config/syntax _config.yml:4:'],
  ])('%s', (_what, line, told) => {
    const site = built(`${config(line)}-- themes/mist/layout/index.njk --\nx\n`);
    expect(site.told()[0]).toContain(told);
    expect(site.told()).toHaveLength(1);
  });

  test('that are no map', () => {
    const site = built('-- _config.yml --\n- a\n-- themes/mist/layout/index.njk --\nx\n');
    expect(site.told()).toEqual(['error config/not-a-map _config.yml:1:1']);
  });
});

describe('data', () => {
  test('that cannot be read', () => {
    expect(built('-- source/_data/a.yml --\na: 1\na: 2\n').told()).toEqual([
      'error data/unreadable source/_data/a.yml:2:1',
    ]);
  });
});

describe('themes', () => {
  test('without layouts', () => {
    const site = built(`-- _config.yml --\nurl: https://example.com\ntheme: none\n${page('x')}`);
    expect(site.told()).toContain('error theme/empty');
  });

  test('without a layout that a page needs', () => {
    const site = built(
      `-- _config.yml --\nurl: https://example.com\ntheme: bare\n-- themes/bare/layout/tag.njk --\nx\n${page('x')}`,
    );
    expect(site.told()).toEqual(expect.arrayContaining(['error theme/no-layout', 'warning theme/no-index']));
  });

  test('with words or settings that cannot be read', () => {
    const site = built(
      `-- themes/plain/languages/en.yml --\na: b: c\n-- _config.plain.yml --\na: 1\na: 2\n${page('x')}`,
    );
    expect(site.told()).toEqual([
      'error config/syntax _config.plain.yml:2:1',
      'error theme/bad-words themes/plain/languages/en.yml:1:5',
    ]);
  });
});

describe('templates', () => {
  const drawn = (template: string, more = ''): string[] =>
    built(`-- themes/plain/layout/post.njk --\n${template}\n${more}${page('x')}`).told();

  test.each([
    [
      'a filter that does not exist',
      '<p>\n{{ page.title | nope }}',
      'error template/failed themes/plain/layout/post.njk:2:',
    ],
    ['a helper that does not exist', '\n\n  {{ nope() }}', 'error template/failed themes/plain/layout/post.njk:3:'],
    ['a tag that is not closed', '{% if page.title %}\nx', 'error template/failed themes/plain/layout/post.njk:'],
    ['a tag that does not exist', 'a\n{% nope %}', 'error template/failed themes/plain/layout/post.njk:2:'],
    ['an expression cut short', 'a\nb {{ page. }}', 'error template/failed themes/plain/layout/post.njk:2:'],
    [
      'an include that does not exist',
      'a\n{% include "partial/nope.njk" %}',
      'error template/failed themes/plain/layout/post.njk:2:',
    ],
    [
      'a parent that does not exist',
      '{% extends "nope.njk" %}',
      'error template/failed themes/plain/layout/post.njk:1:',
    ],
    [
      'a partial that does not exist',
      'a\n{{ partial("nope") }}',
      'error template/failed themes/plain/layout/post.njk:',
    ],
  ])('%s', (_what, template, told) => {
    const lines = drawn(template);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(told);
    expect(lines[0]).not.toContain('(no remedy)');
  });

  test('a fault in a partial is told in the partial', () => {
    const lines = drawn(
      '<p>\n{% include "partial/a.njk" %}',
      '-- themes/plain/layout/partial/a.njk --\n\n{{ page.title | nope }}\n',
    );
    expect(lines).toEqual([expect.stringContaining('error template/failed themes/plain/layout/partial/a.njk:2:')]);
  });

  test('a template that includes itself is told', () => {
    const lines = drawn('<p>{% include "post.njk" %}</p>');
    expect(lines).toEqual([expect.stringContaining('error template/failed themes/plain/layout/post.njk:')]);
  });

  test('each page that fails is told, and the others are drawn', () => {
    const site = built(
      `-- themes/plain/layout/post.njk --\n{% if page.bad %}{{ nope() }}{% endif %}fine\n${page('x')}` +
        `-- source/_posts/b.md --\n${post('bad: true')}-- source/_posts/c.md --\n${post('bad: true')}`,
    );
    expect(site.diagnostics().map(({ values }) => values.page)).toEqual(['/2024/05/01/b/', '/2024/05/01/c/']);
    expect(site.file('2024/05/01/a/index.html')).toBe('fine\n');
    expect(site.paths()).not.toContain('2024/05/01/b/index.html');
  });
});

describe('scripts that throw', () => {
  const failed = 'error script/failed scripts/x.js:1:1';

  test('in a tag', () => {
    const tags = new Map([['luck', { script, value: { render: throwing, body: 'none' as const } }]]);
    const site = built(page('before {% luck %} after'), withScripts({ tags }));
    expect(site.told()).toEqual([failed]);
    expect(site.main('2024/05/01/a/index.html')).toBe('<p>before  after</p>');
  });

  test('in a filter', () => {
    for (const point of ['markdown', 'html'] as const) {
      const filters = { ...noExtensions.filters, [point]: [{ script, value: throwing }] };
      const site = built(page('正文'), withScripts({ filters }));
      expect(site.told()).toEqual([failed]);
      expect(site.main('2024/05/01/a/index.html')).toBe('<p>正文</p>');
    }
  });

  test('in a filter of whole pages', () => {
    const filters = { ...noExtensions.filters, page: [{ script, value: throwing }] };
    const told = new Set(built(page('正文'), withScripts({ filters })).told());
    expect(told).toEqual(new Set([failed]));
  });

  test('in a helper', () => {
    const helpers = new Map([['luck', { script, value: throwing }]]);
    const site = built(`-- themes/plain/layout/post.njk --\na\n{{ luck() }}\n${page('x')}`, withScripts({ helpers }));
    expect(site.told()).toHaveLength(1);
    expect(site.told()[0]).toMatch(
      /^error (template|script)\/failed (themes\/plain\/layout\/post\.njk:2|scripts\/x\.js:1)/,
    );
  });

  test('in a generator', () => {
    const generators = new Map([['luck', { script, value: throwing }]]);
    expect(built(page('x'), withScripts({ generators })).told()).toEqual([failed]);
  });
});

describe('tags, links and pictures in a post', () => {
  test.each([
    ['an unknown tag', 'a {% nope 1 %} b', 'tag/unknown', '5:3', '<p>a {% nope 1 %} b</p>'],
    ['an unknown pair', '{% nope %}\n**粗**\n{% endnope %}', 'tag/unknown-pair', '5:1', '<p><strong>粗</strong></p>'],
    ['a tag that is not closed', '{% note %}\nx', 'tag/unclosed', '5:1', undefined],
    ['a link to no post', 'a {% post_link nope %}', 'link/post-missing', '5:3', undefined],
    [
      'a link to no post, above others',
      'a {%post_link nope%}\n{% label a@b %}\n\nb',
      'link/post-missing',
      '5:3',
      undefined,
    ],
    [
      'a picture of a tag, below others',
      '{% label a@b %}\n{%  img nope.png %}\n\nb',
      'image/missing',
      '6:1',
      undefined,
    ],
    ['a picture in a box', '{% note %}\na\n\n{% fi nope.png %}\n{% endnote %}\n\nb', 'image/missing', '8:1', undefined],
    ['a link to no page', '[甲](/nope/)', 'link/file-missing', '5:5', undefined],
    ['a link in 漢字 to no file', '> 見 [甲](無_(乙) "題")', 'link/file-missing', '5:9', undefined],
    ['a link to no file', '\n\nx [甲](nope.html)', 'link/file-missing', '7:', undefined],
    ['a picture that is not there', '![圖](/images/nope.png)', 'image/missing', '5:6', undefined],
    ['a picture below others in its paragraph', 'a\nb ![圖](nope\\_1.png)', 'image/missing', '6:1', undefined],
    ['a picture on another machine', '![圖](D:/Blog/a.png)', 'image/local-path', '5:6', undefined],
  ])('%s', (_what, body, code, place, html) => {
    const site = built(page(body));
    expect(site.told()).toHaveLength(1);
    expect(site.told()[0]).toContain(`warning ${code} source/_posts/a.md:${place}`);
    expect(site.told()[0]).not.toContain('(no remedy)');
    if (html !== undefined) expect(site.main('2024/05/01/a/index.html')).toBe(html);
  });

  test('in code are text, and nothing is told', () => {
    expect(built(page('`{% nope %}`\n\n```\n{% nope %}\n![a](b.png)\n```')).told()).toEqual([]);
  });
});

describe('formulas', () => {
  test.each([
    ['with an unknown command', 'a $\\nope{x}$ b', 'math/unknown-command', '5:'],
    ['with a syntax error', 'a $\\frac{x$ b', 'math/syntax', '5:'],
    ['in lines of their own', '\n$$\n\\nope\n$$', 'math/unknown-command', '7:'],
    ['with a label that nobody gave', 'a $\\eqref{nope}$ b', 'math/unknown-label', '5:'],
  ])('%s', (_what, body, code, place) => {
    const site = built(page(body));
    expect(site.told()).toHaveLength(1);
    expect(site.told()[0]).toContain(`warning ${code} source/_posts/a.md:${place}`);
    expect(site.told()[0]).not.toContain('(no remedy)');
  });

  test('with doubled backslashes, if they are not to be undone', () => {
    const site = built(`${config('math: {unescape: off}')}${page('a $\\\\lim x$ b')}`);
    expect(site.told()).toEqual([expect.stringContaining('warning math/doubled-backslash source/_posts/a.md:5:')]);
  });

  test('that KaTeX refuses are shown in place', () => {
    const site = built(page('a $\\nope<b>$ b\n\n$$\n\\nope\n$$\n'));
    const main = site.main('2024/05/01/a/index.html');
    expect(main).toMatch(/<code class="math-error math-inline" title="[^"]+">\$\\nope&lt;b&gt;\$<\/code>/);
    expect(main).toMatch(/<code class="math-error math-display" title="[^"]+">\$\$\s*\\nope\s*\$\$<\/code>/);
  });

  test('escaped for another renderer are told', () => {
    const site = built(page('$$\n\\begin{align\\*}\na\\_1 &= \\\\{b\\\\} \\\\\\\\\nc &= d\n\\end{align\\*}\n$$'));
    expect(site.told().some((line) => /^warning math\/(unescaped|escape)/.test(line))).toBe(true);
  });
});

describe('in one run', () => {
  const broken = `
-- source/_posts/a.md --
---
title: a: b
---
x
-- source/_posts/b.md --
---
title: 乙
date: 2024-02-30
---
x
-- source/_posts/c.md --
---
title:丙
---
x
-- source/_posts/good.md --
---
title: 好
date: 2024-05-01
---
x
`;

  test('all that is wrong is told, in reading order', () => {
    expect(built(broken).told()).toEqual([
      'error front-matter/syntax source/_posts/a.md:2:9',
      'error post/bad-date source/_posts/b.md:3:1',
      'error front-matter/syntax source/_posts/c.md:2:6',
    ]);
  });

  test('and what is sound is built', () => {
    expect(built(broken).main('2024/05/01/good/index.html')).toBe('<p>x</p>');
  });

  test('and again in the next, though nothing was done again', () => {
    const site = built(`${broken}-- source/_posts/d.md --\n${post('', '{% nope %} ![](nope.png) $\\nope$')}`);
    const first = site.told();
    expect(first).toHaveLength(6);
    site.build();
    expect(site.told()).toEqual(first);
    expect(site.ran()).toEqual({ rendered: 0, laidOut: 0 });
  });
});

test('a sound site tells nothing', () => {
  expect(built(page('**粗** $x^2$ [自己](/2024/05/01/a/) {% post_link a %}')).told()).toEqual([]);
});

test('a byte order mark and line ends of Windows change nothing', () => {
  const text =
    '---\ntitle: 甲\ndate: 2024-05-01\ntags: [機率]\n---\n第一行\n第二行\n\n```js\nlet x;\n```\n\n$$\nx\n$$\n';
  const windows = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text.replaceAll('\n', '\r\n'))]);
  const [plain, marked] = [text, windows].map((content) => built(new Map([['source/_posts/a.md', content]])));
  expect(marked?.told()).toEqual([]);
  expect(marked?.outputs()).toEqual(plain?.outputs());
});

test.each([
  ['a post', 'source/_posts/a.md', '---\ntitle: 測試\n---\n'],
  ['the settings', '_config.yml', 'title: 測試\n'],
  ['the settings of a theme', '_config.plain.yml', 'menu: 測試\n'],
  ['data', 'source/_data/a.yml', 'a: 測試\n'],
  ['a layout', 'themes/plain/layout/x.njk', '<p>測試</p>'],
  ['words of a theme', 'themes/plain/languages/zh-TW.yml', 'a: 測試\n'],
])('%s in Big5 is told at its first character, with the remedy', (_what, path, text) => {
  const site = built(new Map([[path, encode(text, 'big5')]]));
  const told = site.diagnostics().filter(({ code }) => code === 'post/not-utf8');
  expect(told).toHaveLength(1);
  const lines = text.slice(0, text.indexOf('測')).split('\n');
  expect(told[0]?.at).toMatchObject({ file: path, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
  expect(told[0]?.values.remedy).toContain(`mojing convert-encoding --from big5 ${path}`);
});
