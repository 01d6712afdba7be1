import { describe, expect, test } from 'vitest';
import { createTagTable, tagDocs } from '../../../../src/render/tags/table.ts';
import { listCodes, renderText } from './post.ts';

/** KaTeX's markup is long, and not what is asked here. */
function shortenFormulas(html: string): string {
  let short = '';
  let rest = html;
  for (let at = rest.indexOf('<span class="katex">'); at >= 0; at = rest.indexOf('<span class="katex">')) {
    let depth = 0;
    let end = rest.length;
    for (const tag of rest.slice(at).matchAll(/<(\/?)span\b[^>]*>/g)) {
      depth += tag[1] === '/' ? -1 : 1;
      if (depth > 0) continue;
      end = at + tag.index + tag[0].length;
      break;
    }
    short += `${rest.slice(0, at)}<span class="katex">…</span>`;
    rest = rest.slice(end);
  }
  return short + rest;
}

const render = (text: string): string => shortenFormulas(renderText(text).html).trim();

describe('the table of tags', () => {
  test.each(tagDocs.map((docs) => [docs.names[0], docs] as const))('%s does what its example says', (_name, docs) => {
    const rendered = renderText(docs.example.source);
    expect(listCodes(rendered)).toEqual([]);
    expect(shortenFormulas(rendered.html).trimEnd()).toBe(docs.example.html);
  });

  test('gives each name to one tag, and each tag its documents in both languages', () => {
    const names = tagDocs.flatMap(({ names }) => names);
    expect(names).toEqual([...new Set(names)]);
    for (const { about, syntax, names } of tagDocs) {
      expect(syntax).toContain(`{% ${names[0]}`);
      expect(about.en).toMatch(/[a-z].*\.$/);
      expect(about.zh).toMatch(/\p{Script=Han}.*。$/u);
    }
    expect([...createTagTable().keys()].sort()).toEqual(
      names.filter((name) => !/^(?:math(?:[-_]block)?|mathjax|katex)$/.test(name)).sort(),
    );
  });

  test.each([
    'blockquote codeblock include_code iframe img link post_link post_path asset_path asset_img asset_link pullquote raw url_for full_url_for',
    'youtube vimeo gist jsfiddle',
    'note subnote tabs subtabs button btn label centerquote cq grouppicture gp linkgrid lg mermaid pdf video caniuse can',
    'hideToggle hideInline hideBlock fold details timeline gallery galleryGroup flink inlineImg cb',
    'math mathjax katex',
  ])('knows %s', (names) => {
    const known = new Set(tagDocs.flatMap(({ names }) => names as readonly string[]));
    expect(names.split(' ').filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('a tag', () => {
  test.each([
    ['has a body on its own line', '{% note info %}甲{% endnote %}', '<div class="note info"><p>甲</p>\n</div>'],
    [
      'has a body that begins behind it and ends before its end',
      '{% note info %}甲\n\n乙{% endnote %}',
      '<div class="note info"><p>甲</p>\n<p>乙</p>\n</div>',
    ],
    [
      'interrupts a paragraph, and the text behind its end goes on',
      '前\n{% note %}\n甲\n\n乙\n{% endnote %} 後',
      '<p>前</p>\n<div class="note default"><p>甲</p>\n<p>乙</p>\n</div>\n<p>後</p>',
    ],
    ['needs no spaces', '{%note info%}\n甲\n{%endnote%}', '<div class="note info"><p>甲</p>\n</div>'],
    [
      'keeps what is indented less than the list item it began in',
      '1. 甲\n   {% note %}\n\n   乙\n\n丙\n\n丁 {% endnote %}\n2. 戊',
      '<ol>\n<li>甲<div class="note default"><p>乙</p>\n<p>丙</p>\n<p>丁</p>\n</div>\n</li>\n<li>戊</li>\n</ol>',
    ],
    [
      'ends right behind HTML',
      '{% note %}\n<div>甲</div>{% endnote %}\n\n{% note %}<div>乙</div>{% endnote %}',
      '<div class="note default"><div>甲</div>\n</div>\n<div class="note default"><div>乙</div>\n</div>',
    ],
    [
      'keeps what stands outside the quotation it began in',
      '> {% note %}\n> 甲\n乙 {% endnote %}',
      '<blockquote>\n<div class="note default"><p>甲乙</p>\n</div>\n</blockquote>',
    ],
    [
      'stands in a list and a quotation',
      '- 甲\n  {% note %}\n  乙\n  {% endnote %}\n\n> {% cq %}\n> 丙\n> {% endcq %}',
      '<ul>\n<li>甲<div class="note default"><p>乙</p>\n</div>\n</li>\n</ul>\n<blockquote>\n<blockquote class="blockquote-center"><p>丙</p>\n</blockquote>\n</blockquote>',
    ],
    [
      'holds others of its kind',
      '{% note %}\n甲\n{% note info %}\n乙\n{% endnote %}\n丙\n{% endnote %}',
      '<div class="note default"><p>甲</p>\n<div class="note info"><p>乙</p>\n</div>\n<p>丙</p>\n</div>',
    ],
    [
      'is not ended by code',
      '{% note %}\n`{% endnote %}`\n~~~\n{% endnote %}\n~~~\n{% endnote %}',
      '<div class="note default"><p><code>{% endnote %}</code></p>\n<figure class="highlight plaintext" data-lang="plaintext"><pre><code class="hljs language-plaintext">{% endnote %}</code></pre></figure>\n</div>',
    ],
    ['is text in code', '`{% note %}`', '<p><code>{% note %}</code></p>'],
    ['is text in a formula', '$\\text{MIN-}K\\%$', '<p><span class="katex">…</span></p>'],
    [
      'takes formulas and links in its arguments',
      '{% details $\\frac{a\\%}{b}$ [甲](#甲) %}\n乙\n{% enddetails %}',
      '<details><summary><span class="katex">…</span> <a href="#%E7%94%B2">甲</a></summary><p>乙</p>\n</details>',
    ],
    [
      'is drawn in raw HTML and in its attributes',
      '<center>\n{% asset_img 圖.png %}\n</center>\n\n<a href="{% post_path 勾股定理 %}">定理</a>',
      '<center>\n<img src="/blog/2026/a/%E5%9C%96.png" width="640" height="480" alt="" loading="lazy" decoding="async">\n</center>\n<p><a href="/blog/2026/%E5%8B%BE%E8%82%A1%E5%AE%9A%E7%90%86/">定理</a></p>',
    ],
    [
      'ends raw HTML that goes on to its line',
      '<meta name="referrer">\n{% note info %}\n\n甲\n\n{% endnote %}\n<p>乙</p>',
      '<meta name="referrer">\n<div class="note info"><p>甲</p>\n</div>\n<p>乙</p>',
    ],
    [
      'is left alone in comments and in code of raw HTML',
      '<!-- {% note %} -->\n\n<pre>\n{% img a %}\n</pre>',
      '<!-- {% note %} -->\n<pre>\n{% img a %}\n</pre>',
    ],
    [
      'may be the address of a link, as in Jekyll',
      '[定理]({{ site.baseurl }}{% link _posts/勾股定理.md %}#證明)和[關於]({{ site.baseurl }}/about/)',
      '<p><a href="/blog/2026/%E5%8B%BE%E8%82%A1%E5%AE%9A%E7%90%86/#%E8%AD%89%E6%98%8E">定理</a>和<a href="/blog/about/">關於</a></p>',
    ],
  ])('%s', (_what, source, html) => {
    const rendered = renderText(source);
    expect(shortenFormulas(rendered.html).trim()).toBe(html);
    expect(listCodes(rendered)).toEqual([]);
  });

  test.each([
    ['link', '{% link https://ctext.org/ 墨子 %}', '<a href="https://ctext.org/">墨子</a>'],
    ['link', '{% link https://ctext.org/ %}', '<a href="https://ctext.org/">https://ctext.org/</a>'],
    ['link', '{% link [甲](/a) /b %}', '<a href="/b">甲</a>'],
    ['link', '{% link 墨子, https://ctext.org/, https://ctext.org/a.png %}', '<a href="https://ctext.org/">墨子</a>'],
    [
      'link',
      '{% link 甲，乙 https://ctext.org/ true %}',
      '<a href="https://ctext.org/" target="_blank" rel="noopener">甲，乙</a>',
    ],
    [
      'image',
      '{% image https://a.b/i.png, width=400px, alt=圖 %}',
      '<img src="https://a.b/i.png" width="400" alt="圖" loading="lazy" decoding="async">',
    ],
    [
      'image',
      '{% image https://a.b/i.png, 一張圖 %}',
      '<img src="https://a.b/i.png" alt="一張圖" loading="lazy" decoding="async">',
    ],
    ['kbd', '按 {% kbd ⌘ %}', '按 <kbd>⌘</kbd>'],
  ])('of Volantis, %s, has its parts between commas', (_name, source, html) => {
    expect(renderText(source).html).toBe(`<p>${html}</p>\n`);
  });

  test('unknown stays as written; of an unknown pair its inside stays; both are told where they stand', () => {
    const rendered = renderText('甲 {% xyz 1 %}\n\n{% abc %}\n**乙**\n{% endabc %}\n\n丙 {% abc %}**丁**{% endabc %}');
    expect(rendered.html).toBe('<p>甲 {% xyz 1 %}</p>\n<p><strong>乙</strong></p>\n<p>丙 <strong>丁</strong></p>\n');
    expect(rendered.diagnostics.map(({ code, at }) => `${code}:${at?.line}:${at?.column}`)).toEqual([
      'tag/unknown-pair:3:1',
      'tag/unknown:1:3',
      'tag/unknown-pair:7:3',
    ]);
  });

  test('without its end stays as written and is told', () => {
    const rendered = renderText('{% note %}\n甲\n\n<div>{% note %}</div>');
    expect(rendered.html).toContain('{% note %}');
    expect(listCodes(rendered)).toEqual(['tag/unclosed', 'tag/unclosed']);
  });
});

describe('tabs', () => {
  const tabs = (head: string, ...parts: readonly string[]): string =>
    `{% tabs ${head} %}\n${parts.map((part) => `<!-- tab ${part} -->\n${part}文\n<!-- endtab -->`).join('\n')}\n{% endtabs %}`;
  const openOnes = (html: string): string[] =>
    [...html.matchAll(/<details[^>]* open><summary>(.*?)<\/summary>/g)].map(([, caption]) => caption ?? '');

  test.each([
    ['例', ['甲']],
    ['例, 2', ['乙']],
    ['例, -1', []],
  ])('%s opens %j', (head, open) => {
    expect(openOnes(render(tabs(head, '甲', '乙')))).toEqual(open);
  });

  test('of one page have ids of their own, and are closed to one another', () => {
    const html = render(`${tabs('Ex One', '甲')}\n\n${tabs('Ex One', '甲')}`);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['ex-one', 'ex-one-1', 'ex-one-2', 'ex-one-2-1']);
    expect([...html.matchAll(/ name="([^"]*)"/g)].map(([, name]) => name)).toEqual(['tabs-ex-one', 'tabs-ex-one-2']);
  });

  test('hold tabs, and keep what stands beside the parts', () => {
    const html = render(
      `{% tabs 外 %}\n前言\n<!-- tab 甲 -->\n{% subtabs 內 %}\n<!-- tab 子 -->\n乙\n<!-- endtab -->\n{% endsubtabs %}\n<!-- endtab -->\n<!-- tab @home -->\n丙\n<!-- endtab -->\n{% endtabs %}`,
    );
    expect(html).toBe(
      [
        '<div class="tabs" id="外">\n<p>前言</p>\n<details class="tab" name="tabs-外" open><summary>甲</summary><div class="tab-pane" id="外-1">',
        '<div class="tabs" id="內">\n<details class="tab" name="tabs-內" open><summary>子</summary><div class="tab-pane" id="內-1"><p>乙</p>\n</div></details>\n</div>\n</div></details>\n',
        '<details class="tab" name="tabs-外"><summary><i class="fa fa-home" aria-hidden="true"></i>外 2</summary><div class="tab-pane" id="外-2"><p>丙</p>\n</div></details>\n</div>',
      ].join(''),
    );
  });
});
