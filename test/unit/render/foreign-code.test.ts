/**
 * Code as HackMD and Hexo let it be written.
 */
import { describe, expect, test } from 'vitest';
import { renderText } from './tags/post.ts';

describe('code as other writers and Hexo read it', () => {
  test.each([
    ['HackMD numbers lines', '```python=\nx\n```', /language-python"><span class="line" data-line="1">/],
    [
      'HackMD numbers lines from the twelfth on',
      '```cpp=12\nx;\n```',
      /language-cpp"><span class="line" data-line="12">/,
    ],
    ['a pair of raw marks is taken out of code in a line', '`{% raw %}{{ x }}{% endraw %}`', /<code>{{ x }}<\/code>/],
    ['one raw mark is code', '`{% raw %}`', /<code>{% raw %}<\/code>/],
    [
      'and of the tag',
      '{% codeblock %}\n{% raw %}\na\n{% endraw %}\n{% endcodeblock %}',
      /plaintext">(?:<span[^>]*>)?a</,
    ],
    ['but not of a fence', '```\n{% raw %}\n```', /{% raw %}/],
  ])('%s', (_what, text, html) => {
    expect(renderText(text).html).toMatch(html);
  });
});
