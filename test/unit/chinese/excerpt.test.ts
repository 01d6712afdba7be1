import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText } from '../../../src/chinese/excerpt.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const lengthOf = (text: string): number => [...graphemes.segment(text)].length;

test.each([
  ['what fits stays', '短短一句。', 60, '短短一句。'],
  ['spaces around do not count', '  短  ', 1, '短'],
  ['at the last sentence that fits', '第一句話在此。第二句話。第三句話很長很長', 15, '第一句話在此。第二句話。'],
  ['closing marks belong to the sentence', '這是一句話。「這是引號。」後面還有字', 13, '這是一句話。「這是引號。」'],
  ['a sentence whose closing mark does not fit is none', '這是一句話。「這是引號。」後面還有字', 12, '這是一句話。'],
  [
    'a sentence that is too short does not do',
    '他說：「好。」然後離開了這個地方從此再也沒有任何人見過他',
    20,
    '他說：「好。」然後離開了這個地方從此再也…',
  ],
  ['a question in half-width marks', '你好嗎? 我很好! 那就好了啊啊啊啊', 12, '你好嗎? 我很好!'],
  ['a question mark in an address is none', 'see x?y=1&z=2 and the rest', 16, 'see x?y=1&z=2…'],
  ['an abbreviation is no sentence', 'As shown in Fig. 1 the', 17, 'As shown in Fig.…'],
  ['a full stop before a capital is one', 'The fox ran away. It was quick and brown', 24, 'The fox ran away.'],
  ['a full stop in brackets too', 'The fox ran (far away.) It was quick', 26, 'The fox ran (far away.)'],
  ['a full stop before 漢字 too', '見 the paper. 其中說明了一切的一切', 16, '見 the paper.'],
  ['that of a name is none', 'As shown by Prof. Smith and others', 20, 'As shown by Prof.…'],
  ['that of a number is none', 'Python 3. 11 is the newest of all', 14, 'Python 3. 11…'],
  ['that of e.g. is none', 'Some animals, e.g. Foxes and dogs', 22, 'Some animals, e.g.…'],
  ['no comma before the dots', '甲乙丙，丁戊己庚辛', 4, '甲乙丙…'],
  ['no opening bracket before the dots', '甲乙丙（丁戊己庚辛', 4, '甲乙丙…'],
  ['not two ellipses', '甲乙丙丁……戊己庚辛', 5, '甲乙丙丁…'],
  ['a Latin word stays whole', 'The quick brown fox jumps', 12, 'The quick…'],
  ['a number stays whole', '長度為 3.1415 公尺左右', 7, '長度為…'],
  ['a Latin word in Chinese', '使用Python與TensorFlow訓練', 12, '使用Python與…'],
  ['a word longer than the limit', 'Supercalifragilistic', 10, 'Supercalif…'],
  ['an emoji stays whole', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 2, '👨‍👩‍👧‍👦👨‍👩‍👧‍👦…'],
  ['a flag stays whole', '🇹🇼🇯🇵🇰🇷', 1, '🇹🇼…'],
  ['beyond the basic plane', '𠮷𠮷𠮷𠮷', 2, '𠮷𠮷…'],
  ['a mark of its own stays on its letter', `${'か\u3099'.repeat(6)}abc`, 8, `${'か\u3099'.repeat(6)}…`],
  ['a formula stays whole', '可以設$a+b=c$為式子然後', 8, '可以設…'],
  ['a formula of any kind', '可以設\\(a+b=c\\)為式子然後', 8, '可以設…'],
  ['no room at all', '中文', 0, ''],
  ['nothing', '', 10, ''],
])('%s', (_title, text, limit, cut) => expect(cutText(text, limit)).toBe(cut));

test('the result is never longer than the limit and its dots', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      '漢',
      '字',
      '。',
      '，',
      '「',
      '」',
      'a',
      'b',
      '1',
      ' ',
      '.',
      '?',
      '$',
      '…',
      'e\u0301',
      '👍',
      '👨‍👩‍👧',
      '🇹🇼',
      '\n',
      '\u0301',
      '\u200d',
    ),
    maxLength: 80,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 40 }), (whole, limit) => {
      const cut = cutText(whole, limit);
      expect(lengthOf(cut)).toBeLessThanOrEqual(limit + 1);
      if (lengthOf(cut) > limit) expect(cut.endsWith('…')).toBe(true);
      if (lengthOf(whole.trim()) <= limit) expect(cut).toBe(whole.trim());
    }),
  );
});

test('a long text is not read to its end', () => {
  const long = '漢字。'.repeat(1_000_000);
  expect(cutText(long, 8)).toBe('漢字。漢字。');
});
