import { describe, expect, test } from 'vitest';
import { generate, makePosts } from './generate.ts';

/** The texts at these routes. */
function read(matter: string, config = ''): ReadonlyMap<string, string> {
  const { pages } = generate(
    makePosts(1, () => matter),
    { config },
  );
  return new Map(pages.flatMap((page) => (page.type === 'text' ? [[page.route, page.text]] : [])));
}

describe('an old address', () => {
  test.each([
    ['alias: /old/path', ['old/path/']],
    ['aliases: [old.html, /a b/]', ['old.html', 'a b/']],
    ['redirect_from:\n  - /old/\n  - /%E7%94%B2/', ['old/', '甲/']],
    ['alias: old/\naliases: [old/, other/]', ['old/', 'other/']],
    ['alias: [1, null, {a: b}, ""]', []],
    ['alias: /2024/05/31/1/', []],
  ])('of a post: %s', (matter, routes) => {
    expect([...read(matter).keys()]).toEqual(routes);
  });

  test('leads to the new one, with and without the folder of the site', () => {
    const text = read('alias: old/', 'url: https://a.example/b/').get('old/');
    expect(text).toContain('<meta http-equiv="refresh" content="0; url=/b/2024/05/31/1/">');
    expect(text).toContain('<link rel="canonical" href="https://a.example/b/2024/05/31/1/">');
    expect(text).toContain('<a href="/b/2024/05/31/1/">1</a>');
  });

  test('may stand in the settings', () => {
    const found = read('', 'alias: {old/: /about/, /x.html: y, bad: [1], self/: /self}');
    expect([...found.keys()]).toEqual(['old/', 'x.html']);
    expect(found.get('old/')).toContain('url=/about/');
  });

  test('yields to whatever else wants it', () => {
    const { pages, diagnostics } = generate(
      makePosts(2, (n) => (n === 1 ? 'alias: [/2024/05/30/2/, /archives/, /atom.xml]' : '')),
    );
    expect(pages.filter(({ type }) => type === 'text')).toEqual([]);
    expect(diagnostics).toEqual([]);
  });

  test('cannot leave the site', () => {
    const { diagnostics } = generate(makePosts(1, () => 'alias: ../../etc/'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['route/outside']);
  });
});
