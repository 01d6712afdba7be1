import { expect, test } from 'vitest';
import { createLook, type Look, Memo, Notes } from '../../../src/base/memo.ts';

/** A look at facts as they are now; each build has a look of its own. */
const lookAt = (facts: Record<string, string>): Look => createLook((cell) => facts[cell] ?? 'none');

function noteAll(look: Look, cells: readonly string[]): Notes {
  const notes = new Notes(look);
  for (const cell of cells) notes.note(cell);
  return notes;
}

test('a result is good while everything it read is still so', () => {
  const facts = { a: '1', b: '1', c: '1' };
  const memo = new Memo<string>();
  expect(memo.remember('page', noteAll(lookAt(facts), ['a', 'b']).reads, 'result')).toBe('result');
  expect(memo.recall('page', lookAt(facts))).toBe('result');
  expect(memo.recall('page', lookAt({ ...facts, c: '2' }))).toBe('result');
  expect(memo.recall('page', lookAt({ ...facts, b: '2' }))).toBeUndefined();
  expect(memo.recall('page', lookAt({ a: '1', b: '1' }))).toBe('result');
});

test('that something did not exist is a fact like any other', () => {
  const memo = new Memo<number>();
  memo.remember('post', noteAll(lookAt({}), ['file:a.png']).reads, 1);
  expect(memo.recall('post', lookAt({}))).toBe(1);
  expect(memo.recall('post', lookAt({ 'file:a.png': 'there' }))).toBeUndefined();
});

test('what was never remembered is not known, and what read nothing stays good', () => {
  const memo = new Memo<number>();
  expect(memo.recall('x', lookAt({}))).toBeUndefined();
  memo.remember('x', [], 7);
  expect(memo.recall('x', lookAt({ a: '1' }))).toBe(7);
});

test('a look finds each print once, and gives the same fact again', () => {
  const asked: string[] = [];
  const look = createLook((cell) => {
    asked.push(cell);
    return '1';
  });
  expect(look('a')).toBe(look('a'));
  expect(noteAll(look, ['a', 'b', 'a']).reads.map(({ cell }) => cell)).toEqual(['a', 'b']);
  expect(asked).toEqual(['a', 'b']);
});

test('what is noted after a result was remembered is no part of it', () => {
  const facts: Record<string, string> = { a: '1', b: '1' };
  const memo = new Memo<number>();
  const notes = noteAll(lookAt(facts), ['a']);
  memo.remember('page', notes.reads, 1);
  notes.note('b');
  expect(memo.recall('page', lookAt({ ...facts, b: '2' }))).toBe(1);
});

test('a newer result takes the place of an older one, and keys that are gone are forgotten', () => {
  const memo = new Memo<number>();
  memo.remember('a', [], 1);
  memo.remember('a', [], 2);
  memo.remember('b', [], 3);
  memo.keepOnly(new Set(['a', 'c']));
  expect([memo.recall('a', lookAt({})), memo.recall('b', lookAt({}))]).toEqual([2, undefined]);
});

test('what another process remembered is taken up until something newer stands in its place', () => {
  const facts = { a: '1' };
  const before = new Memo<number>();
  for (const [key, value] of [
    ['x', 1],
    ['y', 2],
    ['z', 3],
  ] as const)
    before.remember(key, noteAll(lookAt(facts), ['a']).reads, value);
  const memo = new Memo<number>({
    keys: () => before.keys(),
    entries: () => before.entries(),
    recall: (key, look, counts) => before.recall(key, look, counts),
    forget: (key) => before.keepOnly(new Set([...before.keys()].filter((one) => one !== key))),
  });
  expect(memo.recall('x', lookAt(facts))).toBe(1);
  expect(memo.recall('x', lookAt({ a: '2' }))).toBeUndefined();
  expect(memo.changes).toEqual({ remembered: [], forgotten: [] });
  memo.remember('x', [], 9);
  memo.keepOnly(new Set(['x', 'y']));
  expect([...memo.keys()]).toEqual(['y', 'x']);
  expect([...memo.entries()].map(([key, { value }]) => [key, value])).toEqual([
    ['y', 2],
    ['x', 9],
  ]);
  expect(memo.changes).toEqual({ remembered: [['x', { reads: [], value: 9 }]], forgotten: ['z'] });
});
