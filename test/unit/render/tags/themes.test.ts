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
