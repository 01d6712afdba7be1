import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintBytes } from '../../../src/base/fingerprint.ts';
import { createLook, type Fact, type Look, type Memo } from '../../../src/base/memo.ts';
import {
  addMemos,
  type KeptMemos,
  type KnownPlan,
  type Row,
  readMemos,
  writeMemos,
} from '../../../src/disk/memo-file.ts';
import { makeFolder } from './site-folder.ts';

const of = (...cells: string[]): Fact[] => cells.map((cell) => ({ cell, print: `print of ${cell}` }));
const row = (key: string, reads: readonly Fact[], value: unknown, span = 0): Row => [key, { reads, value }, span];
const rows = (...all: Row[]): Map<string, { rows: Row[]; forgotten: string[] }> =>
  new Map([['pages', { rows: all, forgotten: [] }]]);
/** Facts about the plan are those whose cell says so. */
const knownAt = (plan: string): KnownPlan => ({ plan, follows: ({ cell }) => cell.startsWith('plan:') });

/** A look at facts that are as they were, but for some; it notes which it was asked for. */
function lookBut(changed: readonly string[] = []): { look: Look; asked: string[] } {
  const asked: string[] = [];
  const look = createLook((cell) => {
    asked.push(cell);
    return changed.includes(cell) ? 'another' : `print of ${cell}`;
  });
  return { look, asked };
}

function readKept(file: string): KeptMemos & { pages: Memo<unknown> } {
  const kept = readMemos(file);
  const pages = kept?.memos.get('pages');
  if (!kept || !pages) throw new Error('nothing was kept');
  return { ...kept, pages };
}

test('what was written is recalled while the facts it read are still so', () => {
  const file = join(makeFolder({}), 'memory');
  writeMemos(file, rows(row('a/', of('x', 'y'), { print: '甲' }), row('b/', of('y', 'z'), [2])), knownAt('p'));
  const { pages } = readKept(file);
  const { look, asked } = lookBut(['z']);
  expect([pages.recall('a/', look), pages.recall('b/', look), pages.recall('c/', look)]).toEqual([
    { print: '甲' },
    undefined,
    undefined,
  ]);
  // A fact that two results have read is looked at once.
  expect(asked).toEqual(['x', 'y', 'z']);
  expect(pages.recall('b/', lookBut().look)).toEqual([2]);
  expect(pages.recall('b/', look, (cell) => cell !== 'z')).toEqual([2]);
});

test('what follows from the plan is not looked at when the plan is the same', () => {
  const file = join(makeFolder({}), 'memory');
  const reads = of('plan:tags', 'source:a.md');
  writeMemos(file, rows(row('a/', reads, 1)), knownAt('p'));
  const kept = readKept(file);
  const { look, asked } = lookBut();
  kept.trust(look);
  expect([kept.known.plan, kept.pages.recall('a/', look), asked]).toEqual(['p', 1, ['source:a.md']]);
  const other = lookBut(['plan:tags']);
  expect([kept.pages.recall('a/', other.look), other.asked]).toEqual([undefined, ['plan:tags']]);
  const changed = lookBut(['source:a.md']);
  kept.trust(changed.look);
  expect(kept.pages.recall('a/', changed.look)).toBeUndefined();
});

test('what is added stands in place of what was there, and what is forgotten is gone', () => {
  const file = join(makeFolder({}), 'memory');
  writeMemos(file, rows(row('a/', of('x'), 1, 10), row('b/', of('y'), 2, 20), row('c/', [], 3, 30)), knownAt('p'));
  const { count, first } = readKept(file);
  const more = new Map([['pages', { rows: [row('a/', of('x', 'new'), 4, 5)], forgotten: ['c/'] }]]);
  addMemos(file, more, knownAt('p'), count);
  const kept = readKept(file);
  const { look, asked } = lookBut(['y']);
  expect(['a/', 'b/', 'c/'].map((key) => kept.pages.recall(key, look))).toEqual([4, undefined, undefined]);
  expect(asked).toEqual(['x', 'new', 'y']);
  expect([kept.span(), kept.first, kept.first + kept.added]).toEqual([25, first, statSync(file).size]);
});

test('of another plan nothing that was known follows any more, and facts that are missing are noticed', () => {
  const file = join(makeFolder({}), 'memory');
  writeMemos(file, rows(row('a/', of('plan:x'), 1)), knownAt('p'));
  addMemos(file, rows(row('b/', of('plan:y'), 2)), knownAt('q'), 1);
  const kept = readKept(file);
  const { look, asked } = lookBut();
  kept.trust(look);
  expect([kept.known.plan, kept.pages.recall('a/', look), kept.pages.recall('b/', look)]).toEqual(['q', 1, 2]);
  expect(asked).toEqual(['plan:x']);
  addMemos(file, rows(row('c/', of('z'), 3)), knownAt('q'), 1);
  const { torn, memos } = readKept(file);
  expect([torn, [...(memos.get('pages')?.keys() ?? [])]]).toEqual([true, ['a/', 'b/']]);
});

test('what is remembered or forgotten here hides what was kept, and all of it can be written again', () => {
  const file = join(makeFolder({}), 'memory');
  writeMemos(file, rows(row('a/', of('x'), 1, 1), row('b/', of('plan:y'), 2, 2), row('c/', [], 3, 4)), knownAt('p'));
  const kept = readKept(file);
  const { look } = lookBut();
  kept.pages.remember('a/', of('z'), 9);
  kept.pages.keepOnly(new Set(['a/', 'b/']));
  expect(['a/', 'b/', 'c/'].map((key) => kept.pages.recall(key, look))).toEqual([9, 2, undefined]);
  expect([[...kept.pages.keys()], kept.span()]).toEqual([['b/', 'a/'], 2]);
  expect(kept.pages.changes).toEqual({ remembered: [['a/', { reads: of('z'), value: 9 }]], forgotten: ['c/'] });
  const all = [...kept.pages.entries()];
  expect(all.map(([, { reads }]) => reads.map(kept.known.follows))).toEqual([[true], [false]]);
  writeMemos(file, rows(...all.map(([key, { reads, value }]) => row(key, reads, value))), kept.known);
  const again = readKept(file);
  const { look: next, asked } = lookBut();
  again.trust(next);
  expect(['a/', 'b/', 'c/'].map((key) => again.pages.recall(key, next))).toEqual([9, 2, undefined]);
  expect(asked).toEqual(['z']);
});

test('keys, cells and prints may be any text, and a result any JSON', () => {
  const odd = ['', '"', '"a"', 'a\nb', '\n', '\\n', '勾股定理/', '𝒙 é', 'a\0b', ' '];
  const file = join(makeFolder({}), 'memory');
  const all = odd.map((text) => row(text, [{ cell: `c${text}`, print: text }], { [text]: [text, null, '\u2028'] }));
  writeMemos(file, rows(...all), knownAt('甲\n"'));
  const { pages, known } = readKept(file);
  const look = createLook((cell) => cell.slice(1));
  for (const text of odd) expect(pages.recall(text, look), text).toEqual({ [text]: [text, null, '\u2028'] });
  expect([known.plan, [...pages.keys()]]).toEqual(['甲\n"', odd]);
  expect(pages.recall('x', look)).toBeUndefined();
});

test('many rows lie in several blocks, whose facts stand once', () => {
  const file = join(makeFolder({}), 'memory');
  const all = Array.from({ length: 1234 }, (_, at) => row(`${at}/`, of('all', `source:${at % 700}`), at));
  writeMemos(file, rows(...all), knownAt('p'));
  const { pages, count } = readKept(file);
  const { look } = lookBut(['source:3']);
  expect(count).toBe(701);
  const lost = all.map(([key]) => key).filter((key) => pages.recall(key, look) === undefined);
  expect(lost).toEqual(['3/', '703/']);
});

test('what was written by another version, or is no such file, is as if it were not there', () => {
  const file = join(makeFolder({}), 'memory');
  expect(readMemos(file)).toBeUndefined();
  writeFileSync(file, 'x\n{}\n');
  expect(readMemos(file)).toBeUndefined();
  writeMemos(file, rows(row('a/', of('x'), 1)), knownAt('p'));
  const [, head = '', ...rest] = readFileSync(file, 'latin1').split('\n');
  const block = [head.replace(/"format":"\d+/, '"format":"0'), ...rest].join('\n');
  writeFileSync(file, `${fingerprintBytes(Buffer.from(block, 'latin1'))}\n${block}`, 'latin1');
  expect(readMemos(file)).toBeUndefined();
});

test('a file that is damaged anywhere is good up to the block in which it is, and nothing is added behind', () => {
  const file = join(makeFolder({}), 'memory');
  writeMemos(file, rows(row('a/', of('x'), 1), row('b/', of('y'), { print: '乙' })), knownAt('p'));
  const end = statSync(file).size;
  addMemos(file, rows(row('a/', of('z'), 2)), knownAt('p'), 2);
  const good = readFileSync(file);
  const recall = (kept: KeptMemos | undefined): unknown => kept?.memos.get('pages')?.recall('a/', lookBut().look);
  expect([recall(readMemos(file)), readMemos(file)?.torn]).toEqual([2, false]);
  for (let at = 0; at < good.length; at++) {
    const bad = Buffer.from(good);
    bad[at] = (bad[at] ?? 0) ^ 4;
    writeFileSync(file, bad);
    const kept = readMemos(file);
    expect([recall(kept), kept?.torn], `byte ${at}`).toEqual(at < end ? [undefined, undefined] : [1, true]);
    writeFileSync(file, good.subarray(0, at));
    const cut = readMemos(file);
    expect([recall(cut), cut?.torn], `cut at ${at}`).toEqual(at < end ? [undefined, undefined] : [1, at > end]);
  }
});
