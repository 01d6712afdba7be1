/** How Volantis, Stellar and Icarus write the arguments of tags. */
import { describe, expect, test } from 'vitest';
import { listCodes, renderText } from './post.ts';

const picture = (attributes: string): string => `<img ${attributes} loading="lazy" decoding="async">`;
const tick = (attributes: string, text: string): string => `<label class="tick"><input ${attributes}> ${text}</label>`;

describe('within a line', () => {
  test.each([
    ['{% span red::注意 %}', '<span class="red">注意</span>'],
    ['{% span red::一, 二 %}', '<span class="red">一, 二</span>'],
    ['{% span std::vector %}', '<span>std::vector</span>'],
    ['{% span red, std::vector %}', '<span class="red">std::vector</span>'],
    ['{% p center logo large::題 %}', '<p class="center logo large">題</p>'],
    ['{% link 題::https://b.com/ %}', '<a href="https://b.com/">題</a>'],
    ['{% link 題::https://b.com/::https://b.com/a.png %}', '<a href="https://b.com/">題</a>'],
    ['{% link C++::std https://b.com/ %}', '<a href="https://b.com/">C++::std</a>'],
    ['{% link https://b.com/ 題 icon:https://b.com/a.png desc:true %}', '<a href="https://b.com/">題</a>'],
    ['{% checkbox green checked::綠 %}', tick('type="checkbox" disabled checked', '綠')],
    ['{% checkbox red::紅 %}', tick('type="checkbox" disabled', '紅')],
    ['{% radio checked::選 %}', tick('type="radio" disabled checked', '選')],
    ['{% radio std::vector %}', tick('type="radio" disabled', 'std::vector')],
    ['{% checkbox color:green checked:true 題 二 %}', tick('type="checkbox" disabled checked', '題 二')],
    ['{% radio checked:false 題 %}', tick('type="radio" disabled', '題')],
    ['{% checkbox green checked, 綠 %}', tick('type="checkbox" disabled checked', '綠')],
    ['{% checkbox 甲, 乙 %}', tick('type="checkbox" disabled', '甲, 乙')],
    ['{% p center ultra ::題 %}', '<p class="center ultra">題</p>'],
    ['{% btn 按鈕:: # %}', '<a class="btn" href="#">按鈕</a>'],
    ['{% btn 按鈕::https://b.com/ %}', '<a class="btn" href="https://b.com/">按鈕</a>'],
    [
      '{% btn center large::按鈕::https://b.com/::fas fa-play %}',
      '<a class="btn center large" href="https://b.com/"><i class="fas fa-play" aria-hidden="true"></i>按鈕</a>',
    ],
    [
      '{% btn regular, 示例博客, https://b.com/, fas fa-play %}',
      '<a class="btn regular" href="https://b.com/"><i class="fas fa-play" aria-hidden="true"></i>示例博客</a>',
    ],
    ['{% btn, 更新日誌, https://b.com/ %}', '<a class="btn" href="https://b.com/">更新日誌</a>'],
    ['{% btn 更新日誌, https://b.com/ %}', '<a class="btn" href="https://b.com/">更新日誌</a>'],
    ['{% button 文 字 https://b.com/ icon:solar:link color:red %}', '<a class="btn" href="https://b.com/">文 字</a>'],
    ['{% image https://b.com/u.png::alt=圖::width=300px %}', picture('src="https://b.com/u.png" width="300" alt="圖"')],
    ['{% image https://b.com/u.png width:300px %}', picture('src="https://b.com/u.png" width="300" alt=""')],
    ['{% image 圖.png width:300px %}', picture('src="/blog/2026/a/%E5%9C%96.png" width="300" alt=""')],
    [
      '{% image https://b.com/u.png 說明 width:300px padding:8px %}',
      picture('src="https://b.com/u.png" width="300" alt="說明" title="說明"'),
    ],
  ])('%s', (source, html) => {
    const rendered = renderText(source);
    expect(rendered.html).toBe(`<p>${html}</p>\n`);
    expect(listCodes(rendered)).toEqual([]);
  });

  test.each([
    ['{% btn https://b.com/, 文, home %}', 'https://b.com/', '文'],
    ['{% btn about/, #1 %}', 'about/', '#1'],
    ['{% btn #a %}', '#a', '#a'],
    ['{% btn https://b.com/, 文, fas fa-a, outline blue %}', 'https://b.com/', '文'],
  ])('%s keeps the order of NexT and Butterfly', (source, href, text) => {
    expect(renderText(source).html).toMatch(new RegExp(`href="${href}"[^>]*>(?:<i [^>]*></i>)?${text}</a>`));
  });
});

const box = (looks: string, body: string): string => `<div class="note ${looks}">${body}</div>\n`;
const text = (words: string): string => `<p>${words}</p>\n`;
const title = (words: string): string => `<p class="note-title">${words}</p>`;

describe('a box', () => {
  test.each([
    ['{% note warning::養成**習慣** %}', box('warning', text('養成<strong>習慣</strong>'))],
    ['{% note info, 甲, 乙 %}', box('info', text('甲, 乙'))],
    ['{% note, 甲 %}', box('default', text('甲'))],
    ['{% note red fa-link::甲 %}\n乙', `${box('red', text('甲'))}${text('乙')}`],
    ['{% note color:cyan 標題 內文 %}', box('cyan', `${title('標題')}${text('內文')}`)],
    ['{% note 標題 內 文 %}', box('default', `${title('標題')}${text('內 文')}`)],
    ['{% note 內文 %}', box('default', text('內文'))],
    ['{% note color:cyan 內文 %}', box('cyan', text('內文'))],
    [
      '{% note info::甲 %}\n\n{% note success %}\n乙\n{% endnote %}',
      `${box('info', text('甲'))}${box('success', text('乙'))}`,
    ],
    ['<div>{% note info, 甲 %}</div>', `<div>${box('info', text('甲'))}</div>`],
    ['{% noteblock, 標題 %}\n甲\n{% endnoteblock %}', box('default', `${title('標題')}${text('甲')}`)],
    ['{% noteblock info, 標題 %}\n甲\n{% endnoteblock %}', box('info', `${title('標題')}${text('甲')}`)],
    ['{% noteblock quote::標題 %}\n甲\n{% endnoteblock %}', box('quote', `${title('標題')}${text('甲')}`)],
    ['{% noteblock info fa-link %}\n甲\n{% endnoteblock %}', box('info', text('甲'))],
    [
      "{% message color:warning 'icon:fab fa-js' 'title:Java Script' %}\n甲\n{% endmessage %}",
      box('warning', `${title('Java Script')}${text('甲')}`),
    ],
    [
      '{% folding color:yellow open:true 題 二 %}\n甲\n{% endfolding %}',
      `<details class="folding yellow" open><summary>題 二</summary>${text('甲')}</details>\n`,
    ],
    [
      '{% folding 題 open:false %}\n甲\n{% endfolding %}',
      `<details class="folding"><summary>題</summary>${text('甲')}</details>\n`,
    ],
    ['甲{% spoiler 文字 %}乙', text('甲<span class="psw" tabindex="0">文字</span>乙')],
    ['甲{% spoiler style:blur 文 字 %}', text('甲<span class="psw" tabindex="0">文 字</span>')],
    [
      '{% folders color:cyan %}\n<!-- folder 題？-->\n甲\n{% endfolders %}',
      `<div class="folders">\n<details class="folding cyan"><summary>題？</summary>${text('甲')}</details>\n</div>\n`,
    ],
    ['{% spoiler 題 %}\n甲\n{% endspoiler %}', `<details><summary>題</summary>${text('甲')}</details>\n`],
  ])('%s', (source, html) => {
    const rendered = renderText(source);
    expect(rendered.html).toBe(html);
    expect(listCodes(rendered)).toEqual([]);
  });

  test('without an end is read, counted and searched like a paragraph', () => {
    const { description, words, text: whole } = renderText('{% note info, 甲 **乙** $x$ %}\n\n丙{% spoiler 丁 %}');
    expect({ description, words: words.total, whole }).toEqual({
      description: '甲 乙 x 丙丁',
      words: 4,
      whole: '甲 乙 x\n丙丁',
    });
  });

  test.each([
    ['{% note info, 甲 %}\n乙\n{% endnote %}', '<details class="note default"><summary>info, 甲</summary>'],
    ['{% note info 甲 %}', '{% note info 甲 %}'],
    ['{% note no-icon %}', '{% note no-icon %}'],
    ['{% note %}', '{% note %}'],
    ['{% note info %}\n甲\n\n{% note success::乙 %}', '{% note info %}'],
  ])('%s is read as it always was', (source, html) => {
    expect(renderText(source).html).toContain(html);
  });
});

describe('a part', () => {
  test('of a time line begins at Stellar’s node', () => {
    const { html } = renderText(
      '{% timeline %}\n<!-- node 2023 年 9 月 -->\n甲\n\n<!-- node 十月 -->\n乙\n{% endtimeline %}',
    );
    expect(html).toBe(
      `<div class="timeline">\n${[
        ['2023 年 9 月', '甲'],
        ['十月', '乙'],
      ]
        .map(
          ([when, what]) =>
            `<section class="timeline-item"><p class="timeline-label">${when}</p><p>${what}</p>\n</section>\n`,
        )
        .join('')}</div>\n`,
    );
  });

  test.each([
    ['{% tabs size:small %}', "tab id:a 'title:題 一'", 'tab id:b title:題二', '題 一'],
    ['{% tabs %}', "tab id:a 'title:題 一'", 'tab active id:b title:題二', '題二'],
    ['{% tabs active:2 align:center %}', 'tab 題 一', 'tab 題二', '題二'],
  ])('%s: %s, %s opens %s', (head, first, second, open) => {
    const { html } = renderText(
      `${head}\n<!-- ${first} -->\n甲\n<!-- endtab -->\n<!-- ${second} -->\n乙\n<!-- endtab -->\n{% endtabs %}`,
    );
    expect([...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, caption]) => caption)).toEqual(['題 一', '題二']);
    expect(html).toContain(`open><summary>${open}<`);
    expect(html).toContain('<div class="tabs" id="tabs">');
  });
});

describe('an unknown pair', () => {
  const code = (caption: string, lines: string): string =>
    `<figure class="highlight plaintext" data-lang="plaintext"><figcaption><span>${caption}</span></figcaption><pre><code class="hljs language-plaintext">${lines}</code></pre></figure>\n`;

  test.each([
    ['{% poem 水調歌頭,蘇軾 %}\n甲\n{% endpoem %}', `<p class="tag-words">水調歌頭,蘇軾</p>\n${text('甲')}`],
    ['{% collapse **題** %}\n{% endcollapse %}', '<p class="tag-words"><strong>題</strong></p>\n'],
    ['{% alertpanel type:info "甲 乙" %}\n丙\n{% endalertpanel %}', `<p class="tag-words">甲 乙</p>\n${text('丙')}`],
    ['甲 {% abc 題 %}*乙*{% endabc %}', text('甲 <span class="tag-words">題</span> <em>乙</em>')],
    ['{% echarts 400 %}\n{\n  _b_: *1*\n}\n{% endecharts %}', code('echarts 400', '{\n  _b_: *1*\n}')],
    ['{% plantuml %}\nA -> B\n{% endplantuml %}', code('plantuml', 'A -&gt; B')],
    ['{% aplayerlist %}\n{"a": 1}\n{% endaplayerlist %}', code('aplayerlist', '{&quot;a&quot;: 1}')],
  ])('%s loses nothing', (source, html) => {
    const rendered = renderText(source);
    expect(rendered.html).toBe(html);
    expect(listCodes(rendered)).toEqual(['tag/unknown-pair']);
  });
});

describe('a tag that stays as written', () => {
  test.each([
    ['{% meting "1" "netease" %}\n\n甲', '<p>{% meting &quot;1&quot; &quot;netease&quot; %}</p>\n<p>甲</p>\n', '甲'],
    ['甲 {% xyz *1* %} 乙', '<p>甲 {% xyz <em>1</em> %} 乙</p>\n', '甲 乙'],
    ['*甲{% xyz %}乙*', '<p><em>甲{% xyz %}乙</em></p>\n', '甲乙'],
    ['[甲{% xyz %}](#甲)', '<p><a href="#%E7%94%B2">甲{% xyz %}</a></p>\n', '甲'],
    ['{% note %}甲', '<p>{% note %}甲</p>\n', '甲'],
    ['甲 {% endnote %}', '<p>甲 {% endnote %}</p>\n', '甲'],
    [
      '甲 `{% xyz %}` {% raw %}{% xyz %}{% endraw %}',
      '<p>甲 <code>{% xyz %}</code> {% xyz %}</p>\n',
      '甲 {% xyz %} {% xyz %}',
    ],
    ['寫 \\{% xyz %}', '<p>寫 {% xyz %}</p>\n', '寫 {% xyz %}'],
    ['{% %}', '<p>{% %}</p>\n', '{% %}'],
  ])('%s is on the page and not in its description', (source, html, description) => {
    const rendered = renderText(source);
    expect(rendered.html).toBe(html);
    expect(rendered.description).toBe(description);
  });
});

describe('a player', () => {
  const video = (attributes: string): string =>
    `<video src="https://b.com/a.mp4" controls playsinline preload="none"${attributes}><a href="https://b.com/a.mp4">影片</a></video>\n`;

  test.each([
    ['{% dplayer "url=https://b.com/a.mp4" "pic=https://b.com/a.png" %}', video(' poster="https://b.com/a.png"')],
    ['{% dplayer url=https://b.com/a.mp4 loop=yes %}', video('')],
  ])('%s is a film', (source, html) => {
    expect(renderText(source).html).toBe(html);
  });

  test.each(['{% dplayer "x" %}', '{% aplayer "甲" "乙" %}'])('%s names no file, and stays as written', (source) => {
    const rendered = renderText(source);
    expect(rendered.html).toBe(`<p>${source.replaceAll('"', '&quot;')}</p>\n`);
    expect(listCodes(rendered)).toEqual(['tag/bad-arguments']);
  });
});
