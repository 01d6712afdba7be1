import { describe, expect, test } from 'vitest';
import { addSetting } from '../../../src/content/edit-config.ts';

describe('a setting is added, and all else stays', () => {
  test.each([
    ['', 'markdown:\n  soft_break: br\n'],
    ['title: a', 'title: a\nmarkdown:\n  soft_break: br\n'],
    ['# 註\ntitle: a # 尾\n\n', '# 註\ntitle: a # 尾\n\nmarkdown:\n  soft_break: br\n'],
    ['title: a\r\nurl: b\r\n', 'title: a\r\nurl: b\r\nmarkdown:\r\n  soft_break: br\r\n'],
    ['\ufefftitle: a\n', '\ufefftitle: a\nmarkdown:\n  soft_break: br\n'],
    [
      'markdown: # 轉換\n    # 內\n    render:\n        html: true\nurl: b\n',
      'markdown: # 轉換\n    soft_break: br\n    # 內\n    render:\n        html: true\nurl: b\n',
    ],
    ['markdown:\nurl: b\n', 'markdown:\n  soft_break: br\nurl: b\n'],
    ['markdown:\r\n  a: 1\r\n', 'markdown:\r\n  soft_break: br\r\n  a: 1\r\n'],
    ['x:\n  markdown:\n    a: 1\n', 'x:\n  markdown:\n    a: 1\nmarkdown:\n  soft_break: br\n'],
  ])('%j', (text, edited) => {
    expect(addSetting(text, 'markdown', 'soft_break', 'br')).toBe(edited);
  });

  test.each([
    'markdown: {a: 1}\n',
    'markdown: commonmark\n',
    'markdown: &m\n  a: 1\n',
    'markdown:\n  - a\n',
    'markdown: |\n  text\n',
    'title: [\n',
    '{"title": "a"}\n',
    'title: a\n...\n',
    'markdown:\n  soft_break: join\n',
  ])('or left to the writer: %j', (text) => {
    expect(addSetting(text, 'markdown', 'soft_break', 'br')).toBeUndefined();
  });
});
