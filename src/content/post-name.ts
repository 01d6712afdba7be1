/**
 * `new_post_name`: how the name of a post's file is made, and what is read from it.
 */
import { slugifyHexo } from '../chinese/slug.ts';
import type { Data } from '../model/post.ts';

export interface NameParts {
  readonly slug: string;
  /** `YYYY-MM-DD`, if the name holds a whole date. */
  readonly date?: string;
  /** Other variables of the pattern, such as `:lang`. */
  readonly fields: Readonly<Record<string, Data>>;
}

const DIGITS: Readonly<Record<string, string>> = {
  year: '\\d{4}',
  month: '\\d{2}',
  day: '\\d{2}',
  i_month: '\\d{1,2}',
  i_day: '\\d{1,2}',
  hash: '[0-9a-f]{12}',
};

/**
 * Reads a post's path below `_posts`, without extension, by the pattern (`:title.md`).
 * A name that fits keeps its title part as it is, spaces and all; one that does not is
 * made a slug, slashes and all (Hexo, processor/post.ts).
 */
export function readPostName(path: string, pattern: string): NameParts {
  const variables: string[] = [];
  const source = pattern
    .replace(/\.[^.:/]*$/, '')
    .replace(/:(\w+)|[\\^$.*+?()[\]{}|]/g, (found, name: string | undefined) => {
      if (name === undefined) return `\\${found}`;
      variables.push(name);
      return `(${DIGITS[name] ?? '.+?'})`;
    });
  const match = new RegExp(`^${source}$`).exec(path);
  if (!match) return { slug: slugifyHexo(path), fields: {} };
  const found = new Map(variables.map((name, index) => [name, match[index + 1] ?? '']));
  const date = readDate(found);
  const fields = Object.fromEntries([...found].filter(([name]) => name !== 'title' && !(name in DIGITS)));
  return { slug: found.get('title') ?? slugifyHexo(path), fields, ...(date && { date }) };
}

function readDate(found: ReadonlyMap<string, string>): string | undefined {
  const year = found.get('year');
  const month = found.get('month') ?? found.get('i_month');
  const day = found.get('day') ?? found.get('i_day');
  return year && month && day ? `${year}-${month}-${day}` : undefined;
}
