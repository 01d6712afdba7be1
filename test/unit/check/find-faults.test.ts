/** What is found wrong with a site of a few files. */
import { describe, expect, test } from 'vitest';
import { type SourcePath, toRoute, toSourcePath } from '../../../src/base/path.ts';
import { findFaults, type Limits } from '../../../src/check/find-faults.ts';
import { SiteSurvey } from '../../../src/check/survey.ts';
import { tellFaults } from '../../../src/check/tell-faults.ts';
import { describeIn } from '../../../src/model/describe.ts';
import { diagnose } from '../../../src/model/messages.ts';

interface SiteOptions extends Partial<Limits> {
  readonly top?: string;
  /** Texts of sources; the page of `a/` comes from `source/a.md`. */
  readonly sources?: Readonly<Record<string, string>>;
  readonly shared?: readonly string[];
  readonly told?: readonly { file: string; target: string }[];
}

/** Surveys files by their routes and says what is wrong, in English, each with its place. */
function check(files: Readonly<Record<string, string>>, options: SiteOptions = {}): string[] {
  const { top = '/', sources = {}, shared = [], told = [] } = options;
  const survey = new SiteSurvey({ url: `https://example.com${top}`, top });
  for (const [name, text] of Object.entries(files)) {
    const route = toRoute(name);
    const source: SourcePath | undefined = route.endsWith('/')
      ? toSourcePath(`source/${route.slice(0, -1)}.md`)
      : undefined;
    survey.add({ route, bytes: text.length, source, posts: [] }, () => text);
  }
  const { pageBytes = 1e9, allowedHosts = [], assets = new Map() } = options;
  const faults = findFaults(survey, { pageBytes, allowedHosts, assets });
  const telling = {
    home: survey.home,
    pageBytes,
    textOf: (path: SourcePath) => sources[path],
    shared: shared.map(toSourcePath),
    told: told.map(({ file, target }) =>
      diagnose('link/file-missing', { target }, { file: toSourcePath(file), line: 1, column: 1, length: 1 }),
    ),
  };
  return tellFaults(faults, telling).map((diagnostic) => {
    const { message, hint } = describeIn('en', diagnostic);
    const { at } = diagnostic;
    return `${at ? `${at.file}:${at.line}:${at.column} ` : ''}${message} ${hint}`;
  });
}

describe('a link is sound', () => {
  test.each([
    ['to a page with or without its slash', '<a href="/b/"><a href="/b">', { 'b/': '' }],
    ['to a page whose `.html` is left out', '<a href="/b">', { 'b.html': '' }],
    ['encoded or not', '<a href="/%E4%B9%99/"><a href="/乙/">', { '乙/': '' }],
    ['to an id, encoded or not', '<a href="/b/#%E7%AF%80"><a href="/b/#節">', { 'b/': '<p id="節">' }],
    ['to the top of the page', '<a href="#"><a href="#top">', {}],
    ['to a text', '<a href="/b/#:~:text=x">', { 'b/': '' }],
    ['into a file that is no page', '<a href="/b.pdf#page=2">', { 'b.pdf': '' }],
  ])('%s', (_name, html, others) => expect(check({ 'a/': html, ...others })).toEqual([]));

  test('below the folder of the site', () => {
    expect(
      check({ 'a/': '<a href="/blog/a/"><a href="/other/"><img src="x.png">', 'a/x.png': '' }, { top: '/blog/' }),
    ).toEqual([]);
  });
});

describe('a broken address', () => {
  const page = { 'a/': '<a href="/none/"><a href="/b/#沒有">', 'b/': '<p id="有">' };

  test('is told where it is written', () => {
    expect(check(page, { sources: { 'source/a.md': '---\n---\n見 [x](/none/) 與 [y](/b/#沒有)' } })).toEqual([
      'source/a.md:3:7 The link leads to /none/, which does not exist. Check its spelling.',
      'source/a.md:3:21 The link leads to /b/, but no place there is named `#沒有`. Check its spelling.',
    ]);
  });

  test('is not seen in a longer one', () => {
    const sources = { 'source/a.md': '[x](/none/more/)\n[y](/none/)' };
    expect(check({ 'a/': '<a href="/none/">' }, { sources })[0]).toContain('source/a.md:2:5 ');
  });

  test('that the build has told of is not told again', () => {
    const told = [{ file: 'source/a.md', target: '/none/' }];
    expect(check({ 'a/': '<a href="/none/#x">' }, { told, sources: { 'source/a.md': '[x](/none/#x)' } })).toEqual([]);
  });

  test('of a layout is told once, with the number of pages, at the place in the layout', () => {
    const pages = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`p${n}/`, '<a href="/none/"><a href="#none">']),
    );
    const shared = ['themes/x/layout/base.njk'];
    const sources = { 'themes/x/layout/base.njk': '<nav>\n<a href="/none/">\n' };
    expect(check(pages, { shared, sources })).toEqual([
      'themes/x/layout/base.njk:2:10 The link leads to /none/, which does not exist (on 20 pages, such as /p0/). Check its spelling.',
      'The link leads to /p0/, but no place there is named `#none` (on 20 pages, such as /p0/). Check its spelling.',
    ]);
  });

  test('that is written in many ways is one', () => {
    expect(check({ 'a/': '<a href="../none/">', 'b/c/': '<a href="../../none/">', 'd/': '<a href="/none/">' })).toEqual(
      ['The link leads to /none/, which does not exist (on 3 pages, such as /a/). Check its spelling.'],
    );
  });

  test.each([
    ['in another case', '<img src="/images/a.PNG">', { 'images/a.png': '' }, '`/images/a.png`'],
    ['in another folder', '<a href="/2020/x/">', { '2021/x/': '' }, '`/2021/x/`'],
    ['an id in another case', '<a href="/b/#hello_world">', { 'b/': '<p id="Hello-World">' }, '`#Hello-World`'],
  ])('suggests what was meant: %s', (_name, html, others, meant) => {
    expect(check({ 'a/': html, ...others }).join()).toContain(`Did you mean ${meant}?`);
  });

  test('suggests the folder of the site where it was left out', () => {
    expect(check({ 'a/': '<img src="/x.png">', 'x.png': '' }, { top: '/blog/' }).join()).toContain('`/blog/x.png`');
  });

  test('is told if its letters are not composed: servers compare bytes', () => {
    expect(
      check({ 'a/': `<img src="${'/é.png'.normalize('NFD')}">`, [`${'é'.normalize('NFC')}.png`]: '' }).join(),
    ).toContain('NFC');
  });

  test('in a stylesheet is read from its own folder', () => {
    expect(check({ 'css/a.css': 'p{background:url(../x.png)}q{background:url(y.png)}', 'x.png': '' })).toEqual([
      'The picture /css/y.png does not exist (on /css/a.css). Check its spelling.',
    ]);
  });

  test('of a picture is not told again as that of its preview', () => {
    expect(
      check({ 'a/': '<img src="/x.png"><meta property="og:image" content="https://example.com/x.png">' }),
    ).toHaveLength(1);
  });
});

describe('a file that no page uses', () => {
  const assets = new Map([[toRoute('圖.png'), toSourcePath('source/圖.png')]]);

  test('is told', () => {
    expect(check({ 'a/': '', '圖.png': '' }, { assets })).toEqual([
      'source/圖.png:1:1 No page uses the file /圖.png. Remove it if nobody needs it; a link to it from elsewhere is not seen here.',
    ]);
  });

  test.each([
    ['a picture', { 'a/': '<img src="/%E5%9C%96.png">' }],
    ['a srcset', { 'a/': '<img srcset="/圖.png 2x">' }],
    ['a lazy picture', { 'a/': '<img data-original="/圖.png">' }],
    ['a style', { 'a.css': 'p{background:url(圖.png)}' }],
    ['a script', { 'a.js': 'show("/圖.png")' }],
    ['a script of the page', { 'a/': '<script>show(["/%E5%9C%96.png"])</script>' }],
  ])('unless %s does', (_name, files) => expect(check({ ...files, '圖.png': '' }, { assets })).toEqual([]));

  test('is let be if hosts and browsers ask for it by its name', () => {
    const names = ['CNAME', 'favicon.ico', 'google123.html', '.well-known/x', 'ads.txt', '_redirects'];
    const found = new Map(names.map((name) => [toRoute(name), toSourcePath(`source/${name}`)]));
    expect(check({}, { assets: found })).toEqual([]);
  });
});

test('a page weighs what it and the files it loads weigh, each once', () => {
  const html = '<img src="/x.png"><img src="/x.png"><img srcset="/big.png 2x"><video src="/big.png"></video>';
  const files = { 'a/': html, 'x.png': 'x'.repeat(2000), 'big.png': 'x'.repeat(9999) };
  expect(check(files, { pageBytes: 2000 + html.length })).toEqual([]);
  expect(check(files, { pageBytes: 1999 + html.length }).join()).toContain('The page /a/ weighs 3 KB');
});

describe('a host that pages load from', () => {
  const html =
    '<img src="https://i.example.org/a.png"><a href="https://linked.example"><script src="//cdn.example/x.js"></script>';

  test('is told once', () => {
    const found = check({ 'a/': html, 'b/': html });
    expect(found).toHaveLength(2);
    expect(found.join()).toContain('Readers load scripts from cdn.example (on 2 pages, such as /a/).');
  });

  test('is let be if it is allowed', () => {
    expect(check({ 'a/': html }, { allowedHosts: ['*.example.org', 'CDN.example'] })).toEqual([]);
    expect(check({ 'a/': html }, { allowedHosts: ['example.org', 'cdn.example'] })).toHaveLength(1);
  });
});
