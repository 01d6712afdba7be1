/**
 * Whose habits Markdown is read with (`markdown.flavor`). Each flavor has the habits of
 * those before it: hexo takes fences out before any renderer sees them, marked ends an
 * item later than CommonMark, and marked before 0.4 and kramed, made of it, have more.
 */
import { FLAVORS, type Flavor } from '../model/config.ts';

const SINCE = {
  /** A fence ends no item, wherever it stands. */
  fences: 'hexo',
  /** The rows of a table need not all have as many cells. */
  tables: 'hexo',
  /** A quote or an element right below an item ends it neither. */
  quotes: 'marked',
  /** Any number right below the text of an item begins a list. */
  numbers: 'marked',
  /** Items nest by any indentation. */
  indents: 'marked-0.3',
  /** A block of HTML ends with its element. */
  elements: 'marked-0.3',
  /** One `-` below a line makes no heading of it. */
  underlines: 'marked-0.3',
  /** `** bold **` */
  stars: 'marked-0.3',
  /** `字__粗__字` */
  underscores: 'marked-0.3',
  /** `##heading` */
  headings: 'kramed',
} as const satisfies Readonly<Record<string, Flavor>>;

export type Habit = keyof typeof SINCE;

/** Whether Markdown of this flavor has that habit. */
export function hasHabit(flavor: Flavor, habit: Habit): boolean {
  return FLAVORS.indexOf(flavor) >= FLAVORS.indexOf(SINCE[habit]);
}
