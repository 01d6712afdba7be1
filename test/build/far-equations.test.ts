/**
 * References to equations of other posts: what they show, what they depend on, and that
 * posts which refer to each other are no circle.
 */
import { expect, test } from 'vitest';
import { openSite } from '../support/site.ts';

const EQUATION = '\\begin{equation}\nx=1\\label{eq:one}\n\\end{equation}\n';

const post = (name: string, body: string): string =>
  `-- source/_posts/${name}.md --\n---\ntitle: ${name} 的題\ndate: 2025-01-0${name.length}\n---\n${body}\n`;

/** What a fresh build of the same files publishes and tells. */
function buildClean(site: ReturnType<typeof openSite>): unknown {
  const clean = openSite(site.sources());
  clean.build();
  return [[...clean.outputs()], clean.told()];
}

const main = (site: ReturnType<typeof openSite>, name: string): string =>
  site.main(`2025/01/0${name.length}/${name}/index.html`);

test.each([
  ['a reference with its post', '由 \\eqref{b:eq:one} 得', '(1)'],
  ['without parentheses', '由 \\ref{b:eq:one} 得', '1'],
  ['in double brackets', '由 [[b#eq:one]] 得', '(1)'],
  ['with words of its own', '由 [[b#eq:one|能量守恆]] 得', '能量守恆'],
  ['by the number, where there is no label', '由 [[b#eq-2]] 得', '(2)'],
  ['by the title of the post', '由 [[b 的題#eq:one]] 得', '(1)'],
])('%s is a link', (_what, prose, shown) => {
  const site = openSite(post('aa', prose) + post('b', `${EQUATION}\n\\begin{equation}\ny\n\\end{equation}\n`));
  site.build();
  const id = prose.includes('eq-2') ? 'eq-2' : 'eq-one';
  expect(main(site, 'aa')).toBe(
    `<p>由 <a href="/2025/01/01/b/#${id}" class="math-reference" title="b 的題">${shown}</a> 得</p>`,
  );
  expect(main(site, 'b')).toContain(`id="${id}"`);
  expect(site.told()).toEqual([]);
});

test('a formula can refer to another post', () => {
  const site = openSite(post('aa', '$y \\overset{\\eqref{b:eq:one}}{=} 2$') + post('b', EQUATION));
  site.build();
  const html = main(site, 'aa');
  expect(html).toContain(
    '<a tabindex="-1" class="math-reference mtight" title="b 的題" href="/2025/01/01/b/#eq-one"><span class="mord text',
  );
  expect(html).not.toContain('#far-');
  expect(html).toContain('y \\overset{\\eqref{b:eq:one}}{=} 2</annotation>');
  expect(site.told()).toEqual([]);
});

test('labels and numbers may be 漢字', () => {
  const site = openSite(
    post('aa', '$y \\overset{\\eqref{b:eq:甲}}{=} 2$') +
      post('b', '\\begin{align}\nx&=1\\tag{壹}\\label{eq:甲}\\\\\ny&=2\n\\end{align}'),
  );
  site.build();
  expect(main(site, 'aa')).toContain('href="/2025/01/01/b/#eq-甲"><span class="mord text');
  expect(main(site, 'b')).toContain('<mtd><mtext>(壹)</mtext></mtd>');
  expect(site.told()).toEqual([]);
});

test('a post’s own label wins over another post of that name', () => {
  const site = openSite(
    post('aa', '\\begin{equation}\nz\\label{b:eq:one}\n\\end{equation}\n\n由 \\eqref{b:eq:one}') + post('b', EQUATION),
  );
  site.build();
  expect(main(site, 'aa')).toContain('<a href="#eq-b-eq-one" class="math-reference">(1)</a>');
});

test('in a feed and on a list the link leads to the other post', () => {
  const site = openSite(post('aa', '由 [[b#eq:one]]\n\n<!-- more -->') + post('b', EQUATION));
  site.build();
  expect(site.file('atom.xml')).toContain('href="https://example.com/2025/01/01/b/#eq-one"');
  expect(site.file('index.html')).toContain('href="/2025/01/01/b/#eq-one"');
});

test.each([
  ['[[nowhere#eq:one]]', 'math/unknown-post', 'Give the slug'],
  ['[[bb#eq:one]]', 'math/unknown-post', 'Did you mean `b`?'],
  ['[[b#eq:on]]', 'math/unknown-equation', 'Did you mean `eq:one`?'],
  ['\\eqref{b:eq:other}', 'math/unknown-equation', 'It has `eq:one`.'],
  ['$\\eqref{b:eq:other}$', 'math/unknown-equation', 'It has `eq:one`.'],
  ['\\eqref{eq:one}', 'math/unknown-label', 'Check its spelling'],
  ['\\eqref{thm:one}', 'math/unknown-label', 'Check its spelling'],
])('%s leads nowhere, which is told', (written, code, suggestion) => {
  const site = openSite(post('aa', `前文 ${written} 後文`) + post('b', EQUATION));
  site.build();
  expect(site.told()).toEqual([`warning ${code} source/_posts/aa.md:5:${written.startsWith('$') ? 11 : 4}`]);
  expect(String(site.diagnostics()[0]?.values.suggestion)).toContain(suggestion);
  expect(main(site, 'aa')).toContain('(?)');
});

test('a changed number renders exactly the posts that show it', () => {
  const site = openSite(
    post('aa', '由 [[b#eq:one]]') + post('b', EQUATION) + post('ccc', '無關') + post('dddd', '[站](b.md)'),
  );
  site.build();
  site.edit('source/_posts/b.md', 'x=1', 'x=2');
  site.build();
  expect(site.ran().rendered).toBe(1);
  site.edit('source/_posts/b.md', EQUATION.slice(0, 16), '$$z \\tag{z}$$ {#eq:z}\n\n\\begin{equation}');
  site.build();
  expect(site.ran().rendered).toBe(1);
  site.edit('source/_posts/b.md', '$$z \\tag{z}$$', '$$z$$');
  site.build();
  expect(site.ran().rendered).toBe(2);
  expect(main(site, 'aa')).toContain('>(2)</a>');
  expect([[...site.outputs()], site.told()]).toEqual(buildClean(site));
});

test('posts that refer to each other, and to themselves, are no circle', () => {
  const site = openSite(
    post('aa', `${EQUATION}\n由 [[b#eq:one]] 與 [[aa#eq:one]]`) +
      post('b', `$$\\eqref{ccc:eq:one}$$ {#eq:own}\n\n${EQUATION}\n由 [[aa#eq:one]]`) +
      post('ccc', `${EQUATION}\n由 [[b#eq:own]]`),
  );
  site.build();
  expect(main(site, 'aa')).toContain('>(2)</a> 與 <a href="/2025/01/02/aa/#eq-one"');
  expect(main(site, 'ccc')).toContain('href="/2025/01/01/b/#eq-own" class="math-reference" title="b 的題">(1)</a>');
  expect(site.ran().rendered).toBe(3);
  site.edit('source/_posts/b.md', '{#eq:own}', '');
  site.build();
  expect(site.ran().rendered).toBe(3);
  expect([[...site.outputs()], site.told()]).toEqual(buildClean(site));
});

test('a post that comes, or goes, answers the references to it', () => {
  const site = openSite(post('aa', '由 [[b#eq:one]]'));
  site.build();
  expect(site.told()).toEqual(['warning math/unknown-post source/_posts/aa.md:5:3']);
  site.add('source/_posts/b.md', `---\ntitle: b 的題\ndate: 2025-01-01\n---\n${EQUATION}`);
  site.build();
  expect(site.told()).toEqual([]);
  expect([[...site.outputs()], site.told()]).toEqual(buildClean(site));
  site.remove('source/_posts/b.md');
  site.build();
  expect([[...site.outputs()], site.told()]).toEqual(buildClean(site));
});

test('no title and no number can write markup', () => {
  const site = openSite(
    `-- source/_posts/b.md --\n---\ntitle: '"><img src=x onerror=alert(1)>'\ndate: 2025-01-01\n---\n$$x \\tag{<b>\\%\\&$x_{1}^{\\ast}$}$$ {#eq:one}\n` +
      post('aa', '由 [[b#eq:one]] $\\eqref{b:eq:one}$'),
  );
  site.build();
  const html = main(site, 'aa');
  expect(html).not.toMatch(/<img|<b>/);
  expect(html).toContain('title="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"');
});
