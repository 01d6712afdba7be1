/** What stands behind three backticks, and in `{% codeblock %}`: a title and a link are told apart as by Hexo 8. */
import { expect, test } from 'vitest';
import { renderText } from './tags/post.ts';

const captionOf = (text: string): string | undefined =>
  /<figcaption>(.*?)<\/figcaption>/.exec(renderText(text).html)?.[1];
const fence = (info: string): string => `\`\`\`${info}\nx\n\`\`\``;
const link = (url: string, text = 'link'): string => `<a href="${url}">${text}</a>`;

test.each([
  ['js', undefined],
  ['js 標題', '<span>標題</span>'],
  ['js src/main.js', '<span>src/main.js</span>'],
  ['js /main.js', '<span>/main.js</span>'],
  ['yml themes/next/_config.yml 主題設定', '<span>themes/next/_config.yml 主題設定</span>'],
  ['js 1/2 步驟', '<span>1/2 步驟</span>'],
  ['js 甲 /a.js', `<span>甲</span>${link('/a.js')}`],
  ['js 甲 /a 乙 https://e.com/b 原始檔 一', `<span>甲 /a 乙</span>${link('https://e.com/b', '原始檔 一')}`],
  ['js https://e.com/b 原始檔', link('https://e.com/b', '原始檔')],
])('a fence: %s', (info, caption) => {
  expect(captionOf(fence(info))).toBe(caption);
});

test.each([
  ['src/app/a.js lang:js', '<span>src/app/a.js</span>'],
  ['改 /etc/hosts lang:sh', '<span>改 /etc/hosts</span>'],
  ['甲 https://e.com/b 原始檔 lang:js', `<span>甲</span>${link('https://e.com/b', '原始檔')}`],
])('a tag: %s', (text, caption) => {
  expect(captionOf(`{% codeblock ${text} %}\nx\n{% endcodeblock %}`)).toBe(caption);
});
