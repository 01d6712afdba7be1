/**
 * Shards: items lie in the leaves of a binary tree by the leading bits of their keys. A
 * node whose items are together larger than the limit has two children. So the tree says
 * nothing of how it came about: it is the same whether built at once or changed often.
 */

export interface Item {
  /** 32 bits. */
  readonly key: number;
  /** In bytes, about. */
  readonly size: number;
}

/** A leaf's leading bits, as text: `''` is the root, `01…` what lies below its left child. */
export type Path = string;

/** Where the key would lie: the leaf of the tree that its bits lead to. */
export function findLeaf(sizes: ReadonlyMap<Path, number>, key: number): Path {
  const bits = toBits(key);
  for (let depth = 0; depth <= 32; depth++) if (sizes.has(bits.slice(0, depth))) return bits.slice(0, depth);
  throw new RangeError('the tree has no leaf for a key');
}

function toBits(key: number): string {
  return key.toString(2).padStart(32, '0');
}

function sumSizes(items: readonly Item[]): number {
  return items.reduce((sum, { size }) => sum + size, 0);
}

export interface Limit {
  /** Of a leaf, as its items measure themselves. */
  readonly size: number;
  /** How many bits of a key tell items apart, up to 32: what lies deeper is not parted. */
  readonly depth: number;
}

export interface Tree<Kind extends Item> {
  /** The size of each leaf. */
  readonly sizes: Map<Path, number>;
  /** The items of leaves that are not as they were. */
  readonly changed: Map<Path, readonly Kind[]>;
}

/**
 * Puts a tree right whose leaves have changed: too large ones are parted, and two that fit
 * into one are joined. `read` gives the items of a leaf that has not changed.
 */
export function rearrange<Kind extends Item>(
  tree: Tree<Kind>,
  limit: Limit,
  read: (path: Path) => readonly Kind[],
): void {
  for (const [path, items] of tree.changed) tree.sizes.set(path, sumSizes(items));
  for (const path of [...tree.changed.keys()]) joinUp(path, tree, limit, read);
  for (const [path, items] of [...tree.changed]) part(path, items, tree, limit);
}

function joinUp<Kind extends Item>(
  from: Path,
  { sizes, changed }: Tree<Kind>,
  limit: Limit,
  read: (path: Path) => readonly Kind[],
): void {
  for (let path = from; path !== ''; path = path.slice(0, -1)) {
    const other = path.slice(0, -1) + (path.endsWith('0') ? '1' : '0');
    const [own, others] = [sizes.get(path), sizes.get(other)];
    if (own === undefined || others === undefined || own + others > limit.size) return;
    const items = [...(changed.get(path) ?? []), ...(changed.get(other) ?? read(other))];
    for (const gone of [path, other]) {
      sizes.delete(gone);
      changed.delete(gone);
    }
    sizes.set(path.slice(0, -1), own + others);
    changed.set(path.slice(0, -1), items);
  }
}

function part<Kind extends Item>(path: Path, items: readonly Kind[], tree: Tree<Kind>, limit: Limit): void {
  const size = sumSizes(items);
  tree.sizes.set(path, size);
  tree.changed.set(path, items);
  if (size <= limit.size || path.length === limit.depth) return;
  tree.sizes.delete(path);
  tree.changed.delete(path);
  const bit = 31 - path.length;
  const isRight = ({ key }: Item): boolean => ((key >>> bit) & 1) === 1;
  part(
    `${path}0`,
    items.filter((item) => !isRight(item)),
    tree,
    limit,
  );
  part(`${path}1`, items.filter(isRight), tree, limit);
}

/** The shape of a tree from the root, left before right: `1` a node with children, `0` a leaf, `2` an empty one. */
export function drawTree(sizes: ReadonlyMap<Path, number>, path: Path = ''): string {
  const size = sizes.get(path);
  if (size === undefined) return `1${drawTree(sizes, `${path}0`)}${drawTree(sizes, `${path}1`)}`;
  return size === 0 ? '2' : '0';
}

/** A leaf's name among the files. */
export function nameLeaf(path: Path): string {
  return Number.parseInt(`1${path}`, 2).toString(36);
}
