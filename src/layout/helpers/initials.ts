/**
 * Long lists of names, parted by their initials as in the index of a book.
 */
import { chooseInitials, initialOf } from '../../chinese/collate.ts';
import { siteLanguage } from '../../model/config.ts';
import { type Helper, toText } from '../helper.ts';
import { List } from '../list.ts';
import { readField } from './arguments.ts';

/**
 * `group_by_initial(site.tags)`: groups of an `initial` and its `items`, both in the order
 * of the site's language: A–Z by pinyin, ㄅㄆㄇ by zhuyin, numbers of strokes. What is
 * neither 漢字 nor a Latin letter is under `#`, first. `strokes` tells a number of them.
 */
const group_by_initial: Helper = ({ scope, views }, items) => {
  const { config } = scope;
  const kind = chooseInitials(config.collation, siteLanguage(config));
  const groups = new Map<string, unknown[]>();
  for (const item of sortByName(Array.isArray(items) ? items : [], views.compareNames)) {
    const initial = initialOf(nameOf(item), kind);
    const group = groups.get(initial);
    if (group) group.push(item);
    else groups.set(initial, [item]);
  }
  return List.wrap(
    [...groups]
      .map(([initial, members]) => ({
        initial,
        strokes: kind === 'stroke' && /^\d+$/.test(initial),
        items: List.wrap(members),
      }))
      .sort((a, b) => rank(a.initial) - rank(b.initial)),
  );
};

function sortByName(items: readonly unknown[], compare: (a: string, b: string) => number): unknown[] {
  return [...items].sort((a, b) => compare(nameOf(a), nameOf(b)));
}

function nameOf(item: unknown): string {
  return toText(readField(item, 'name') ?? item);
}

/** `#`, then letters, then ㄅㄆㄇ, or numbers of strokes by value. */
function rank(initial: string): number {
  if (initial === '#') return 0;
  return /^\d+$/.test(initial) ? 100_000 + Number(initial) : (initial.codePointAt(0) ?? 0);
}

export const initialHelpers: Readonly<Record<string, Helper>> = { group_by_initial };
