import fc from 'fast-check';
import MarkdownItBase, { type MarkdownIt } from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { installChinese } from '../../../src/chinese/markdown.ts';
import { spaceText } from '../../../src/chinese/spacing.ts';
import { createParser } from './stand-in.ts';

const everything = createParser({ spacing: 'insert', quotes: 'corner' });
const pieces = fc.constantFrom(
  '漢', '字', '。', '，', '「', '」', '“', '”', '…', '—', '"', "'", ' ', '\n', '\n\n', 'a', 'B', '1', '%', '*', '**', '_', '~~', '`',
  '[', ']', '(u)', '{', '}', '|', '{.dot}', '{漢|ㄏ}', '<b>', '</b>', '<code>', '</code>', '<https://a.com/漢>', 'https://a.com', '～', '$x$',
  '$$y$$', '![', '\\', '&amp;', '&nbsp;', '> ', '- ', '# ', '👍', '\u{e0100}', '\ufe0f', '\u200b', '\ud842', '\u0301', '𠮷', '한', '  \n', '|--|\n',
); // biome-ignore format: one line says more

describe('of any text', () => {
  test('nothing throws', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        for (const md of [everything, createParser(), createParser({ softBreak: 'br', quotes: 'curly' })]) {
          expect(typeof md.render(parts.join(''))).toBe('string');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('spaces are put once', () => {
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const once = spaceText(parts.join(''));
        expect(spaceText(once)).toBe(once);
      }),
    );
  });

  test('spacing and joining take nothing away but spaces and line feeds', () => {
    const plain = createParser({ softBreak: 'space', spacing: 'off' });
    const bare = (html: string): string => html.replace(/\s/g, '');
    const spaced = createParser({ softBreak: 'join', spacing: 'insert' });
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        expect(bare(spaced.render(parts.join('')))).toBe(bare(plain.render(parts.join(''))));
      }),
    );
  });
});

test('text without Chinese is rendered as if nothing were installed', () => {
  const plain = new MarkdownItBase({ html: true });
  const md = new MarkdownItBase({ html: true });
  installChinese(md, { linkify: false, spacing: 'insert', quotes: 'corner' });
  const latin = fc.constantFrom(
    'a',
    'b ',
    '*',
    '**',
    '_',
    '`',
    '[',
    '](u)',
    '<i>',
    '\n',
    '\n\n',
    '"',
    "'",
    '1',
    '. ',
    '- ',
    '!',
    '&amp;',
    '# ',
    '(',
    ')',
    '—',
    '“',
    '”',
    '…',
    '{',
    '|',
    '}',
  );
  fc.assert(
    fc.property(fc.array(latin), (parts) => {
      expect(md.render(parts.join(''))).toBe(plain.render(parts.join('')));
    }),
  );
});

describe('each rule can be left out', () => {
  const render = (text: string, options: Parameters<typeof createParser>[0]): string =>
    createParser(options).render(text).trim();
  test('emphasis', () => expect(render('**注意：**看', { emphasis: false })).toBe('<p>**注意：**看</p>'));
  test('autolinks', () => expect(render('https://a.com', { linkify: false })).toBe('<p>https://a.com</p>'));
  test('readings', () => expect(render('{漢|ㄏ}[字]{.dot}', { ruby: false })).toBe('<p>{漢|ㄏ}[字]{.dot}</p>'));
  test('line feeds', () => expect(render('甲\n乙', { softBreak: 'space' })).toBe('<p>甲\n乙</p>'));
  test('spaces and quotes, which are off by default', () =>
    expect(render('用"abc"和“甲”', {})).toBe('<p>用&quot;abc&quot;和“甲”</p>'));
});

describe("other rooms' tokens", () => {
  /** A parser in which @x; makes a token of the type x. */
  const createOther = (): MarkdownIt => {
    const md = new MarkdownItBase();
    md.inline.ruler.before('text', 'other', (state, silent) => {
      const [whole, type] = /^@(\w+);/.exec(state.src.slice(state.pos)) ?? [];
      if (whole === undefined || type === undefined) return false;
      if (!silent) {
        md.renderer.rules[type] = () => `<${type}>`;
        state.push(type, '', 0);
      }
      state.pos += whole.length;
      return true;
    });
    installChinese(md, { spacing: 'insert' });
    return md;
  };
  const render = (text: string): string => createOther().render(text).trim();

  test('a footnote mark hangs on the 字 before it: lines are joined over it', () => {
    expect(render('、@footnote_ref;\n中文')).toBe('<p>、<footnote_ref>中文</p>');
  });
  test('no space is put beside a footnote mark', () =>
    expect(render('、中@footnote_ref;abc')).toBe('<p>、中<footnote_ref>abc</p>'));
  test('what nobody knows is opaque', () =>
    expect(render('、@thing;\n中文@thing;abc')).toBe('<p>、<thing>\n中文<thing>abc</p>'));
  test('a displayed formula is no word', () =>
    expect(render('、中文@math_display;中文')).toBe('<p>、中文<math_display>中文</p>'));
});

test('a reading is no text, so that ids and counts do not have it', () => {
  const children = createParser().parse('讀{漢字|ㄏㄢˋ|ㄗˋ}', {})[1]?.children ?? [];
  const text = children.filter(({ type }) => type === 'text').map(({ content }) => content);
  expect(text.join('')).toBe('讀漢字');
  expect(children.filter(({ type }) => type === 'ruby_text').map(({ content }) => content)).toEqual(['ㄏㄢˋ', 'ㄗˋ']);
});
