import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSlugger, slugify, slugifyClean, slugifyHexo } from '../../../src/chinese/slug.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      'é',
      'e',
      '\u0301',
      '\u0328',
      'Ａ',
      '１',
      '漢',
      '゙',
      'か',
      '-',
      '_',
      '.',
      '/',
      ' ',
      '　',
      'ø',
      '👍',
      '\u200d',
      '\ufe0f',
    ),
  }),
);

describe("Hexo's slugs", () => {
  test.each([
    ['C++', 'C'],
    ['.NET', 'NET'],
    ['Node.js', 'Node-js'],
    ['你好，世界！', '你好，世界！'],
    ['第一章：開始！', '第一章：開始！'],
    ['全角　空白', '全角-空白'],
    ['ＡＢＣ１２３', 'ABC１２３'],
    ['Café Ü', 'Cafe-U'],
    ['表情😀', '表情😀'],
    ['100%', '100'],
    ['---', ''],
    ['', ''],
    ['文章系列(一)', '文章系列-一'],
    ['分塊矩陣逆定理 (Block Matrix Inversion Theorem)', '分塊矩陣逆定理-Block-Matrix-Inversion-Theorem'],
    ['Øre, straße, Łódź, Đà Nẵng, Æsir, œuvre', 'Ore-strase-Lodz-Da-Nang-AEsir-oeuvre'],
    ['ǅ ĳ ﬁ ⓐ Ⓩ', 'Dz-ĳ-ﬁ-a-Z'],
    ['a_b~c`d@e', 'a-b-c-d-e'],
    ['a…b—c·d', 'a…b—c·d'],
    ['x\u0000y\u007fz', 'xyz'],
  ])('%j is %j', (text, slug) => expect(slugifyHexo(text)).toBe(slug));

  test('marks of other scripts are no diacritics', () => {
    for (const text of ['ガギグ', 'नमस्ते', 'สวัสดี', 'ไทย', 'й', 'ά', 'ㄏㄢˋ']) expect(slugifyHexo(text)).toBe(text);
  });

  test('text from a Mac (NFD) gives the address that text from elsewhere gives', () => {
    for (const text of ['が', 'Café', 'Việt Nam', '한국어'])
      expect(slugifyHexo(text.normalize('NFD'))).toBe(slugifyHexo(text));
  });

  test('the case is changed on request', () => {
    expect(slugifyHexo('Hello 世界', 'lower')).toBe('hello-世界');
    expect(slugifyHexo('Hello 世界', 'upper')).toBe('HELLO-世界');
  });
});

describe('our own slugs', () => {
  test.each([
    ['中文標題', '中文標題'],
    ['Hello 世界', 'hello-世界'],
    ['第一章：開始！', '第一章-開始'],
    ['什麼是「量化」？', '什麼是-量化'],
    ['a.b/c', 'a-b-c'],
    ['1. 前言', '1-前言'],
    ['Ａｂｃ１２全形', 'abc12全形'],
    ['🎉 慶祝', '慶祝'],
    ['1️⃣ 開始', '1-開始'],
    ['👨‍👩‍👧 家', '家'],
    ['\u200b零\u200b寬', '零寬'],
    ['葛\u{e0100}城', '葛城'],
    ['中文（English）混排', '中文-english-混排'],
    ['__init__', '__init__'],
    ['繁體—簡體', '繁體-簡體'],
    ['重　複', '重-複'],
    ['Café Ü', 'café-ü'],
    ['\uf9e8', '裡'],
    ['---', 'section'],
    ['…', 'section'],
    ['', 'section'],
  ])('%j is %j', (text, slug) => expect(slugifyClean(text)).toBe(slug));

  test('decomposed text gives the id that composed text gives', () => expect(slugifyClean('か\u3099')).toBe('が'));
});

test('pinyin comes from outside, and without it Chinese is kept', () => {
  const toPinyin = (text: string): string => text.replace('綠', ' lǜ ').replace('色', ' sè ');
  expect(slugify('綠色 Linux', 'pinyin', { toPinyin })).toBe('lv-se-linux');
  expect(slugify('綠色', 'pinyin')).toBe('綠色');
});

describe('pandoc’s', () => {
  test.each([
    ['第一章：開始！', '第一章開始'],
    ['3.1 Node.js 與  C++', 'node.js-與-c'],
    ['A_b-c (D)', 'a_b-c-d'],
    ['2024', 'section'],
    ['甲\ud800乙', '甲乙'],
    ['', 'section'],
  ])('%j is %j', (text, slug) => expect(slugify(text, 'pandoc')).toBe(slug));
});

describe('of any text', () => {
  test('a slug of a slug is the slug', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const style of ['clean', 'hexo'] as const) {
          const slug = slugify(text, style);
          expect(slugify(slug, style)).toBe(slug);
        }
      }),
    );
  });

  test('a slug is in NFC and one safe part of a path', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const style of ['clean', 'hexo'] as const) {
          const slug = slugify(text, style);
          expect(slug.normalize('NFC')).toBe(slug);
          expect(slug).not.toMatch(/[\s/\\?#%.<>:"'|*&\u0000-\u001f\u007f]|^-|-$|--/);
          expect(slug.isWellFormed()).toBe(true);
        }
        expect(slugifyClean(text)).not.toBe('');
      }),
    );
  });
});

describe('ids of one page', () => {
  const idsOf = (texts: readonly string[], ...rest: Parameters<typeof createSlugger>): string[] => {
    const slugger = createSlugger(...rest);
    return texts.map((text) => slugger.slug(text));
  };

  test('a second one gets a number, and one that looks like a second one another', () => {
    expect(idsOf(['重複', '重複', '重複-1', '重複'], 'clean')).toEqual(['重複', '重複-1', '重複-1-1', '重複-2']);
    expect(idsOf(['重複-1', '重複', '重複'], 'clean')).toEqual(['重複-1', '重複', '重複-2']);
  });

  test('ids that somebody wrote are not given again', () => {
    const slugger = createSlugger('clean', { reserved: ['甲'] });
    slugger.reserve('乙');
    expect([slugger.slug('甲'), slugger.slug('乙'), slugger.slug('丙')]).toEqual(['甲-1', '乙-1', '丙']);
  });

  test("Hexo's two renderers count differently", () => {
    expect(idsOf(['A b', 'A b', 'A b'], 'hexo')).toEqual(['A-b', 'A-b-1', 'A-b-2']);
    expect(idsOf(['A b', 'A b', 'A b'], 'markdown-it')).toEqual(['A-b', 'A-b-2', 'A-b-3']);
    const options = { collisionSuffix: 'v', letterCase: 'lower', separator: '_' } as const;
    expect(idsOf(['A b', 'A b'], 'markdown-it', options)).toEqual(['a_b', 'a_b-v2']);
  });

  test('no heading is without an id', () => expect(idsOf(['---', '!!!'], 'hexo')).toEqual(['section', 'section-1']));

  test('no id is given twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', '甲-1', '甲-1-1', '甲-2', '乙', '!')), (texts) => {
        const ids = idsOf(texts, 'clean');
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
