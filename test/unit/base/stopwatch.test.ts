import { expect, test } from 'vitest';
import { Stopwatch } from '../../../src/base/stopwatch.ts';

function createClock(): { watch: Stopwatch; wait: (milliseconds: number) => void } {
  let time = 0;
  const wait = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { watch: new Stopwatch(() => time), wait };
}

test('work within other work counts for itself, so the phases add up to the whole', () => {
  const { watch, wait } = createClock();
  const result = watch.measure('layout', () => {
    wait(1);
    watch.measure('render', () => {
      wait(10);
      watch.measure('read', () => wait(100));
    });
    wait(2);
    return 'page';
  });
  expect(result).toBe('page');
  expect([...watch.phases]).toEqual([
    ['read', 100],
    ['render', 10],
    ['layout', 3],
  ]);
});

test('named pieces are told by how long they took; what fails took time too', () => {
  const { watch, wait } = createClock();
  watch.measure('render', () => wait(1), 'a');
  expect(() =>
    watch.measure(
      'render',
      () => {
        wait(3);
        throw new Error('broken');
      },
      'b',
    ),
  ).toThrow('broken');
  watch.measure('render', () => wait(2), 'c');
  watch.measure('render', () => wait(9));
  expect(watch.listSlowest('render', 2)).toEqual([
    { name: 'b', milliseconds: 3 },
    { name: 'c', milliseconds: 2 },
  ]);
  expect(watch.phases.get('render')).toBe(15);
  expect(watch.listSlowest('layout', 2)).toEqual([]);
});
