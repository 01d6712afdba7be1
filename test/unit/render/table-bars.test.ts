/** Bars in the cells of a table that part nothing. */
import { expect, test } from 'vitest';
import { renderText } from './tags/post.ts';

function readCells(row: string): string[] {
  const { html } = renderText(`| 甲 | 乙 |\n| --- | --- |\n${row}`);
  return [...html.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) =>
    cell.replace(/<span class="katex">.*<\/span>/s, 'F'),
  );
}

const read = (base: string, reading: string): string => `${base}<rp>(</rp><rt>${reading}</rt><rp>)</rp>`;

test.each([
  [
    'readings',
    '| {漢字|ㄏㄢˋ|ㄗˋ} | {東京|とうきょう} |',
    [`<ruby>${read('漢', 'ㄏㄢˋ')}${read('字', 'ㄗˋ')}</ruby>`, `<ruby>${read('東京', 'とうきょう')}</ruby>`],
  ],
  ['a set in words', '| {x|x>0} | 乙 |', ['{x|x&gt;0}', '乙']],
  ['a formula', '| $|x|$ | 乙 |', ['F', '乙']],
  ['braces over two cells, of which there are not too many', '| {甲 | 乙} |', ['{甲', '乙}']],
])('%s', (_what, row, cells) => expect(readCells(row)).toEqual(cells));
