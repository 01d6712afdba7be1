/**
 * Chance that is the same on every machine and each time.
 */

/** A stream of numbers from a seed (mulberry32): `next()` in [0, 1), `below(n)` whole, `pick(list)` one of a list. */
export function createRandom(seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { next, below, pick: (list) => list[below(list.length)] };
}

/** A chooser by Zipf's law: of a list of `size`, the n-th is chosen 1/n times as often as the first. */
export function createZipf(size) {
  const sums = [];
  for (let rank = 1, sum = 0; rank <= size; rank++) {
    sum += 1 / rank;
    sums.push(sum);
  }
  return (random) => {
    const wanted = random.next() * sums[size - 1];
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
