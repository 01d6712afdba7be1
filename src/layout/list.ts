/**
 * Lists as templates know them from Hexo: plain arrays that also answer `.limit(5)`,
 * `.sort('-date')`, `.first()`, `.toArray()` and the like. None of them changes the list.
 */

type Comparer<Item> = (a: Item, b: Item) => number;

export class List<Item> extends Array<Item> {
  /** A list of the given items. (`List.from` would call the constructor with a length.) */
  static override of<Item>(...items: Item[]): List<Item> {
    return List.wrap(items);
  }

  static wrap<Item>(items: Iterable<Item>): List<Item> {
    const list = new List<Item>();
    for (const item of items) list.push(item);
    return list;
  }

  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  toArray(): Item[] {
    return [...this];
  }

  count(): number {
    return this.length;
  }

  size(): number {
    return this.length;
  }

  first(): Item | undefined {
    return this[0];
  }

  last(): Item | undefined {
    return this[this.length - 1];
  }

  eq(index: number): Item | undefined {
    return this.at(index);
  }

  limit(count: number): List<Item> {
    return List.wrap(this.toArray().slice(0, count));
  }

  skip(count: number): List<Item> {
    return List.wrap(this.toArray().slice(count));
  }

  each(visit: (item: Item, index: number) => void): void {
    for (const [index, item] of this.entries()) visit(item, index);
  }

  /** The items for which all the given keys have the given values. (`never` fits the type of `Array`'s own `find`.) */
  override find(query: Record<string, unknown> | ((item: Item, index: number, list: Item[]) => unknown)): never {
    const matches =
      typeof query === 'function'
        ? query
        : (item: Item) => Object.entries(query).every(([key, value]) => readKey(item, key) === value);
    return List.wrap(this.toArray().filter((item, index, list) => matches(item, index, list))) as never;
  }

  findOne(query: Record<string, unknown>): Item | undefined {
    return (this.find(query) as List<Item>)[0];
  }

  /** By a key (`'-date'` for the other way round), by several (`'a -b'`), by key and order, or by a function. */
  override sort(by?: string | Comparer<Item> | Record<string, number>, order: number | string = 1): this {
    const compare = typeof by === 'function' ? by : compareByKeys<Item>(toKeys(by, order));
    return List.wrap(this.toArray().sort(compare)) as this;
  }

  override reverse(): Item[] {
    return List.wrap(this.toArray().reverse());
  }
}

type Key = readonly [name: string, order: 1 | -1];

function toKeys(by: string | Record<string, number> | undefined, order: number | string): Key[] {
  if (typeof by === 'object') return Object.entries(by).map(([name, way]) => [name, way < 0 ? -1 : 1]);
  const turned = order === -1 || order === 'desc' ? -1 : 1;
  return (by ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => (word.startsWith('-') ? [word.slice(1), turned === 1 ? -1 : 1] : [word.replace(/^\+/, ''), turned]));
}

function compareByKeys<Item>(keys: readonly Key[]): Comparer<Item> {
  return (a, b) => {
    for (const [name, order] of keys) {
      const [left, right] = [toComparable(readKey(a, name)), toComparable(readKey(b, name))];
      if (left < right) return -order;
      if (left > right) return order;
    }
    return 0;
  };
}

function readKey(item: unknown, key: string): unknown {
  return typeof item === 'object' && item !== null ? Reflect.get(item, key) : undefined;
}

function toComparable(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null)
    return toComparable(value.valueOf() === value ? String(value) : value.valueOf());
  return value === undefined || value === null ? '' : String(value);
}
